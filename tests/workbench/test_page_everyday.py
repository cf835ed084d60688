"""The everyday scripts on the page: run with their examples, and lists and metrics chosen by name."""

from collections.abc import Iterator

import pytest

from tests.support.collection import INDEX
from tests.support.form_page import FormPage, needs_chromium
from workbench.collection import load_schema
from workbench.page.server import Forms
from workbench.sandbox import Fault

pytestmark = [needs_chromium, pytest.mark.xdist_group("page")]
LISTS = [(f"L{number:05}", {"name": f"List {number}", "opt_in_process": "single_opt_in"}) for number in range(3000)]


@pytest.fixture
def shop(forms: Forms) -> Iterator[Forms]:
    yield forms
    forms.sandbox.reset_account()


def test_every_example_runs(page: FormPage, shop: Forms) -> None:
    for script in INDEX["everyday"]:
        page.open(script["name"])
        page.load_example()
        outcome = page.run(at_once=True)
        assert outcome["arguments"] == load_schema(script)["examples"][0]
        assert "error" not in outcome, (script["name"], outcome["error"]["message"])
        assert outcome["sent"], script["name"]


def test_they_come_first(page: FormPage) -> None:
    page.open("subscribe")
    assert page.tab.locator("nav section button").first.inner_text().startswith("Everyday")


def options(page: FormPage) -> list[str]:
    page.tab.locator("[role=option]").first.wait_for()
    return page.tab.locator("[role=option]").all_inner_texts()


def test_a_list_is_chosen_by_name(page: FormPage, shop: Forms) -> None:
    page.open("add_to_list")
    page.field("/list_id").click()
    page.tab.get_by_role("option", name="Newsletter (").wait_for()
    [newsletter] = [label for label in options(page) if label.startswith("Newsletter (")]
    page.tab.get_by_role("option", name=newsletter).click()
    page.field("/people").fill("mina@example.com")
    outcome = page.run()
    assert outcome["arguments"]["list_id"] == newsletter.removeprefix("Newsletter (").partition(")")[0]
    assert page.field("/list_id").input_value() == newsletter
    assert "error" not in outcome


def test_a_list_that_is_chosen_by_name_can_be_changed(page: FormPage, shop: Forms) -> None:
    page.open("add_to_list")
    page.load_example()
    page.field("/list_id").click()
    page.tab.get_by_role("option", name="Newsletter (").wait_for()
    assert page.field("/list_id").input_value() == "Tasting workshops"


@pytest.mark.parametrize("count", [0, 1, 30, 3000])
def test_among_any_number_of_lists(page: FormPage, shop: Forms, count: int) -> None:
    shop.sandbox.empty_account()
    shop.sandbox.add("list", LISTS[:count])
    page.open("subscribe")
    page.field("/list_id").click()
    first = options(page)
    assert any("has no lists" in label for label in first) is (count == 0)
    page.field("/list_id").fill(f"List {count - 1}")
    wanted = f"List {count - 1} (L{count - 1:05})"
    if count:
        page.tab.get_by_role("option", name=wanted).click()
        assert page.field("/list_id").input_value() == wanted
    else:  # what is typed can be chosen as it is
        page.tab.get_by_role("option", name="List -1", exact=True).click()
        assert page.field("/list_id").input_value() == "List -1"


def test_a_picker_says_what_is_wrong(page: FormPage, shop: Forms) -> None:
    shop.sandbox.faults.append(Fault(status=403, body=b'{"errors": []}'))
    page.open("subscribe")
    page.field("/list_id").click()
    assert "lacks the scope lists:read" in options(page)[0]
