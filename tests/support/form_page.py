"""The page of `make page` in a real browser, used as a person would use it."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; make test installs it where it runs as root")
FLAGS = ["--no-sandbox", "--disable-gpu"]
WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}


@contextmanager
def open_browser(*flags: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
        try:
            yield browser
        finally:
            browser.close()


class FormPage:
    """A tab for the page at `address`, as `Forms` has it. `complaints`: what the browser reports as an error."""

    def __init__(self, browser: Browser, address: str, viewport: Any = WIDE, **options: Any) -> None:
        self.context = browser.new_context(viewport=viewport, **options)
        self.context.request.get(address)  # gives the tab its cookie
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.tab: Page = self.context.new_page()
        self.tab.set_default_timeout(10_000)
        self.url = address.partition("/?")[0]
        self.complaints: list[str] = []
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on(
            "console", lambda message: self.complaints.append(message.text) if message.type == "error" else None
        )

    def _keep(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def open(self, operation: str) -> None:
        """Go to an endpoint by its address."""
        address = f"{self.url}/#/{operation}"
        self.tab.goto(address)
        self.wait_for(operation)

    def wait_for(self, operation: str) -> None:
        self.tab.locator(f"main[data-operation={operation}]").wait_for()

    def load_example(self) -> None:
        self.button("Load the example").click()

    def button(self, name: str) -> Locator:
        return self.tab.get_by_role("button", name=name, exact=True)

    def field(self, pointer: str) -> Locator:
        """Return the control at a place of the arguments."""
        return self.tab.locator(f'[id="field{pointer}"]')

    def run(self, *, at_once: bool = False) -> dict[str, Any]:
        """Press the button; return the arguments that the server got, as `arguments`, and what it answered.

        `at_once`: without waiting until the button can be seen and is at rest.
        """
        button = self.tab.locator(".run button").first
        with self.tab.expect_response(lambda response: response.url.endswith("/run")) as answer:
            button.dispatch_event("click") if at_once else button.click()
        request = answer.value.request.post_data or ""
        return {**answer.value.json(), "arguments": json.loads(request)["arguments"]}

    def copy(self, button: str) -> str:
        """Press a button that copies; return the text."""
        self.button(button).click()
        return str(self.tab.evaluate("navigator.clipboard.readText()"))

    def focused(self) -> str:
        return str(self.tab.evaluate("document.activeElement.id"))

    def shows(self, text: str) -> None:
        """Wait until the text is on the page."""
        self.tab.get_by_text(text).first.wait_for()
