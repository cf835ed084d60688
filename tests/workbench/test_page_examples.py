"""Every example on the page of `make forms`: loaded, changed in one field, run."""

import copy
import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.collection import INDEX
from tests.support.form_page import FormPage, needs_chromium
from workbench.collection import Operation, load_schema
from workbench.forms.server import Forms

SHARDS = 4
MAX_MILLISECONDS = 2_000  # a page that freezes; `make bench` measures against the aim
TEXTS = "input[id^='field/']:not([type=datetime-local]):not([type=button]), textarea[id^='field/']"
FIND = f"""() => {{
    const inputs = [...document.querySelectorAll(`.form :is({TEXTS})`)].filter(input => input.value)
    const isPlain = input => !input.inputMode && !input.classList.contains('json') && !input.closest('.json')
    const isContent = input => /^field\\/body\\/.*(?<!\\/id)$/.test(input.id)
    const plain = inputs.filter(isPlain)
    const input = plain.find(isContent) ?? inputs.find(input => input.inputMode) ?? plain[0]
    return {{at: input.id.slice('field/'.length).split('/'), text: input.value, isNumber: Boolean(input.inputMode)}}
}}"""
SHOW = """async () => {
    const start = performance.now()
    const buttons = [...document.querySelectorAll('main button')]
    buttons.find(button => button.textContent === 'Load the example').click()
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
}"""


@needs_chromium
@pytest.mark.parametrize(
    "shard", [pytest.param(shard, marks=pytest.mark.xdist_group(f"examples {shard}")) for shard in range(SHARDS)]
)
def test_every_example_arrives_with_one_change(browser: Browser, bundled: tuple[bytes, bytes], shard: int) -> None:
    with Forms(*bundled) as forms:
        page = FormPage(browser, forms.url)
        for operation in INDEX["operations"][shard::SHARDS]:
            check_example(page, forms, operation)
        assert page.complaints == []
        page.context.close()


def check_example(page: FormPage, forms: Forms, operation: Operation) -> None:
    name = operation["operation"]
    page.open(name)
    assert page.tab.evaluate(SHOW) < MAX_MILLISECONDS, name
    field = page.tab.evaluate(FIND)
    pointer = "/" + "/".join(field["at"])
    changed = change(field["at"], field["text"])
    page.field(pointer).fill(changed)
    expected = copy.deepcopy(load_schema(operation)["examples"][0])
    replace(expected, field["at"], float(changed) if field["isNumber"] else changed)
    forms.sandbox.received.clear()
    outcome = page.run()
    assert outcome["arguments"] == expected, f"{name}: {pointer}"
    assert forms.sandbox.received, f"{name}: {outcome['error']}"
    if operation["content_type"] == "application/vnd.api+json":
        assert json.loads(forms.sandbox.received[-1].body) == expected["body"], f"{name}: {pointer}"


def change(at: list[str], text: str) -> str:
    """Return another valid text for a field."""
    if at == ["revision"]:
        return f"{text}.pre"
    return f"{text}1"


def replace(value: Any, at: list[str], text: Any) -> None:
    *parents, last = [int(part) if part.isdecimal() else part for part in at]
    for part in parents:
        value = value[part]
    value[last] = text
