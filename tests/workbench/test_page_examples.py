"""Every example on the page of `make page`: loaded, changed in one field, run."""

import copy
import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.collection import INDEX
from tests.support.form_page import FormPage, needs_chromium
from workbench.collection import Operation, load_schema
from workbench.page.server import Forms

SHARDS = 4
SMALL = {"width": 800, "height": 400}  # less to paint
MAX_MILLISECONDS = 2_000  # a page that freezes; `make bench` measures against the aim
LIST_FIELDS = """() => [...document.querySelectorAll('.form :is(input, textarea)[id^="field/"]')]
    .filter(input => input.value && !['button', 'datetime-local', 'checkbox'].includes(input.type))
    .map(input => input.id.slice('field/'.length).split('/'))
"""
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
        page = FormPage(browser, forms.address, SMALL)
        page.open("get_accounts")
        for operation in INDEX["operations"][shard::SHARDS]:
            check_example(page, forms, operation)
        assert page.complaints == []
        page.context.close()


def check_example(page: FormPage, forms: Forms, operation: Operation) -> None:
    name = operation["operation"]
    page.tab.evaluate("name => { location.hash = `#/${name}` }", name)
    page.wait_for(name)
    assert page.tab.evaluate(SHOW) < MAX_MILLISECONDS, name
    expected = copy.deepcopy(load_schema(operation)["examples"][0])
    path, value = choose_change(expected, page.tab.evaluate(LIST_FIELDS))
    pointer = "/" + "/".join(path)
    page.field(pointer).fill(str(value))
    parent_of(expected, path)[path[-1]] = value
    forms.sandbox.received.clear()
    outcome = page.run(at_once=True)
    assert outcome["arguments"] == expected, f"{name}: {pointer}"
    assert forms.sandbox.received, f"{name}: {outcome['error']}"
    if operation["content_type"] == "application/vnd.api+json":
        assert json.loads(forms.sandbox.received[-1].body) == expected["body"], f"{name}: {pointer}"


def choose_change(example: Any, paths: list[list[str]]) -> tuple[list[str], Any]:
    """Return a field and another valid value for it: a text of the body if there is one, else whatever there is."""
    values = {tuple(path): parent_of(example, path)[path[-1]] for path in paths}
    texts = [path for path, value in values.items() if isinstance(value, str)]
    numbers = [path for path, value in values.items() if isinstance(value, int) and value > 1]
    content = [path for path in texts if path[0] == "body" and path[-1] != "id"]
    has_body = any(path[0] == "body" for path in texts)
    path = [*content, *numbers, *([] if has_body else texts), ("revision",)][0]
    if path in numbers:
        return list(path), values[path] - 1
    return list(path), values[path] + (".pre" if path == ("revision",) else "1")


def parent_of(value: Any, path: list[str]) -> Any:
    for part in path[:-1]:
        value = value[int(part) if isinstance(value, list) else part]
    return value
