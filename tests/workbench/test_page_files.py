"""Imports on the page: from a dropped file to its corrected rejects; writes to Klaviyo that are confirmed."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Locator, expect

from tests.support.bulk_import import order_row, write_csv
from tests.support.form_page import FormPage, needs_chromium
from workbench.page.server import Forms
from workbench.sandbox import Sandbox

pytestmark = pytest.mark.xdist_group("page")
KEY = "pk_0123456789abcdef_secret"


def choose_file(page: FormPage, path: Path) -> None:
    page.tab.get_by_label("File and dry run").locator("input[type=file]").set_input_files(path)


def counted(page: FormPage, text: str) -> Locator:
    return page.tab.get_by_role("group", name="Dry run").get_by_text(text)


@needs_chromium
def test_a_file_is_mapped_tried_imported_and_corrected(page: FormPage, forms: Forms, tmp_path: Path) -> None:
    rows = [order_row(1), order_row(2), {**order_row(3), "Total": "many"}]
    page.open("import_events")
    choose_file(page, write_csv(tmp_path / "orders.csv", rows))
    page.field("/metric").fill("Placed Order")
    expect(counted(page, "2 would be sent")).to_be_visible(timeout=20_000)  # the first import loads its libraries
    expect(counted(page, "1 rejected")).to_be_visible()
    rejected = page.tab.get_by_role("region", name="Rows that are not sent")
    expect(rejected.get_by_role("row").nth(1)).to_contain_text("many")
    page.tab.get_by_role("group", name="Question about Backfill").get_by_role("button", name="true").click()
    total = page.tab.get_by_label("Field of Total")
    expect(total).to_have_value("value")
    total.select_option("property")
    expect(counted(page, "3 would be sent")).to_be_visible()
    total.select_option("value")
    expect(counted(page, "2 would be sent")).to_be_visible()
    outcome = page.run()
    assert (outcome["answer"]["sent"], outcome["answer"]["rejected"]) == (2, 1)
    assert outcome["arguments"]["mapping"] == {"value": "Total"}
    expect(counted(page, "2 sent before")).to_be_visible()
    name = outcome["answer"]["rejects"]
    with page.tab.expect_download() as download:
        page.tab.get_by_label("File and dry run").get_by_role("button", name=name).click()
    corrected = tmp_path / name
    corrected.write_text(download.value.path().read_text(encoding="utf-8").replace("many", "12.50"), encoding="utf-8")
    choose_file(page, corrected)
    expect(counted(page, "1 would be sent")).to_be_visible()
    assert page.run()["answer"]["sent"] == 1
    assert forms.sandbox.count_resources()["event"] >= 3


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Forms, Sandbox]]:
    with Sandbox(api_key=KEY) as klaviyo, Forms(b"", key=KEY, klaviyo=klaviyo.url) as forms:
        yield forms, klaviyo


def ask(forms: Forms, path: str, **body: Any) -> requests.Response:
    headers = {"X-Token": forms.token}
    return requests.post(f"{forms.url}{path}", json=body, headers=headers, timeout=20)


def test_a_live_write_needs_the_token_of_its_confirmation(servers: tuple[Forms, Sandbox]) -> None:
    forms, klaviyo = servers
    tag = {"data": {"type": "tag", "attributes": {"name": "Tea"}}}
    run: dict[str, Any] = {"operation": "create_tag", "arguments": {"body": tag}}
    assert ask(forms, "/run", live=True, **run).status_code == 403
    assert ask(forms, "/run", live=True, confirmation="guessed", **run).status_code == 403
    confirmed = ask(forms, "/confirmations", **run).json()
    assert confirmed["request"]["target"] == "/api/tags"
    other = {"operation": "create_tag", "arguments": {"body": {**tag, "more": 1}}}
    assert ask(forms, "/run", live=True, confirmation=confirmed["token"], **other).status_code == 403
    assert klaviyo.received == []
    token = ask(forms, "/confirmations", **run).json()["token"]
    assert ask(forms, "/run", live=True, confirmation=token, **run).json()["answer"]["data"]["type"] == "tag"
    assert ask(forms, "/run", live=True, confirmation=token, **run).status_code == 403, "it is used up"
    reading = {"operation": "get_tags", "arguments": {}}
    assert ask(forms, "/run", live=True, **reading).status_code == 200, "a read needs none"


def test_an_import_is_confirmed_with_what_its_dry_run_counts(servers: tuple[Forms, Sandbox]) -> None:
    forms, klaviyo = servers
    klaviyo.received.clear()
    rows = [{"email": "ada@example.com"}, {"email": "nobody"}]
    run = {"operation": "import_profiles", "arguments": {"source": rows}}
    report = ask(forms, "/confirmations", **run).json()["report"]
    assert (report["would_send"], report["rejected"]) == (1, 1)
    assert all(received.method == "GET" for received in klaviyo.received)
    assert ask(forms, "/run", live=True, **run).status_code == 403


def test_a_run_shows_its_progress_and_is_stopped(servers: tuple[Forms, Sandbox]) -> None:
    forms, _ = servers
    rows = [{"email": f"person{number}@example.com"} for number in range(60_000)]
    run = {"operation": "import_profiles", "arguments": {"source": rows}, "live": False, "run": "mine"}
    outcomes: list[Any] = []
    thread = threading.Thread(target=lambda: outcomes.append(ask(forms, "/run", **run).json()))
    thread.start()
    seen: list[dict[str, Any]] = []
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not any(state.get("done") for state in seen):
        url = f"{forms.url}/runs/mine"
        seen.append(requests.get(url, headers={"X-Token": forms.token}, timeout=20).json())
    ask(forms, "/runs/mine/stop")
    thread.join()
    assert set(seen[-1]) == {"doing", "unit", "done", "total", "rate", "left"}
    assert outcomes[0]["error"]["name"] == "BulkFailed"
    assert outcomes[0]["error"]["message"].startswith("Stopped")
