"""Measures the page of `make page` in Chromium: to build and load it, and to show every example."""

import gzip
import shutil
import time
from typing import Any

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.progress import track
from rich.table import Table

from workbench.collection import load_index
from workbench.page.bundle import bundle_page
from workbench.page.server import Forms

# Milliseconds until the example is on the page, and of the longest task that nothing could interrupt.
SHOW = """async () => {
    const tasks = []
    const observer = new PerformanceObserver(list => tasks.push(...list.getEntries().map(({duration}) => duration)))
    observer.observe({entryTypes: ['longtask']})
    const start = performance.now()
    const buttons = [...document.querySelectorAll('main button')]
    buttons.find(button => button.textContent === 'Load the example').click()
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    const shown = performance.now() - start
    await new Promise(resolve => setTimeout(resolve, 400))
    observer.disconnect()
    return {shown, blocked: Math.max(0, ...tasks)}
}"""


def measure(console: Console) -> None:
    table = Table("the page of forms", "", "aim", title_justify="left")
    start = time.perf_counter()
    files = bundle_page()
    table.add_row("build", f"{time.perf_counter() - start:.1f} s", "20 s")
    table.add_row(
        "script and style, gzipped", f"{sum(len(gzip.compress(file)) for file in files):,} bytes", "1,200,000"
    )
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with Forms(*files) as forms, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        tab = chromium.new_page()
        tab.goto(forms.address)  # gives the tab its cookie
        open_endpoint(tab, forms.url, "create_tag")
        loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        table.add_row("load", f"{loaded:,.0f} ms", "1,000 ms")
        names = [operation["operation"] for operation in load_index()["operations"]]
        examples: dict[str, Any] = {}
        for name in track(names, "examples", console=Console(stderr=True), transient=True):
            open_endpoint(tab, forms.url, name)
            examples[name] = tab.evaluate(SHOW)
        chromium.close()
    for what, title, aim in (("shown", "slowest example", "1,000 ms"), ("blocked", "longest task", "200 ms")):
        name = max(examples, key=lambda name: examples[name][what])
        table.add_row(f"{title} of {len(examples)}: {name}", f"{examples[name][what]:,.0f} ms", aim)
    console.print(table)


def open_endpoint(tab: Page, url: str, name: str) -> None:
    tab.goto(f"{url}/#/{name}")
    tab.locator(f"main[data-operation={name}]").wait_for()


if __name__ == "__main__":
    measure(Console())
