"""What people do on the page of `make page`, from choosing an endpoint to reading the answer."""

import base64
import copy
import gzip
import json
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.support.bulk_import import order_row, write_csv
from tests.support.collection import INDEX, NODE_MODULES, REVISION
from tests.support.form_page import NARROW, FormPage, needs_chromium
from workbench.collection import load_answer, load_operation, load_schema
from workbench.page.bundle import bundle_page
from workbench.page.server import Forms
from workbench.sandbox import Sandbox

pytestmark = needs_chromium
KEY = "pk_0123456789abcdef_secret"
METRIC = "/body/data/attributes/metric/data/attributes/name"
PROFILE = "/body/data/attributes/profile/data/attributes"
EVENTS = "/body/data/attributes/events-bulk-create/data/0/attributes/events/data"


def example_of(operation: str) -> Any:
    return load_schema(load_operation(operation))["examples"][0]


# --- Stories ----------------------------------------------------------------------------------------------------------


def test_searches_an_endpoint_by_title_path_description_and_field(page: FormPage) -> None:
    page.open("bulk_create_events")
    search = page.tab.get_by_role("searchbox", name="Search endpoints")
    links = page.tab.get_by_role("navigation").get_by_role("link")
    expected = {
        "create tag": "Create Tag",
        "/api/tags": "Create Tag",
        "own account": "Get Account",
        "latitude": "Create Profile",
        "newsletter": "Create Campaign",
    }
    for text, title in expected.items():
        search.fill(text)
        expect(links.filter(has_text=title).first).to_be_visible()
    search.fill("pigeon")
    page.shows("No endpoint has “pigeon” in its title, path, description or fields.")
    search.fill("")
    page.tab.get_by_role("button", name=re.compile("^Tags")).click()
    links.filter(has_text="Create Tag Group").click()
    page.wait_for("create_tag_group")
    assert page.tab.title() == "Create Tag Group · Klaviyo for Windmill"


def test_records_events_of_several_profiles(page: FormPage) -> None:
    page.open("bulk_create_events")
    page.load_example()
    page.shows("events: 3 of 1,000")
    page.shows("Placed Order · zoe.mueller@example.com")
    page.button("Remove Event 2").last.click()
    outcome = page.run()
    [group] = outcome["arguments"]["body"]["data"]["attributes"]["events-bulk-create"]["data"]
    assert group == example_of("bulk_create_events")["body"]["data"]["attributes"]["events-bulk-create"]["data"][0]
    page.shows("No content: main returned None.")


def test_creates_a_profile_and_copies_the_path_to_its_email(page: FormPage) -> None:
    page.open("create_profile")
    page.field("/body/data/attributes/email").fill("ada@lovelace.example")
    page.button("+ Location").click()
    page.field("/body/data/attributes/location/city").fill("London")
    outcome = page.run()
    attributes = {"email": "ada@lovelace.example", "location": {"city": "London"}}
    assert outcome["arguments"] == {"body": {"data": {"type": "profile", "attributes": attributes}}}
    assert page.copy("Copy results.a.data.attributes.email") == "results.a.data.attributes.email"
    described = load_answer(load_operation("create_profile"))["properties"]["data"]["properties"]["attributes"]
    page.shows(described["properties"]["email"]["description"])


def test_lists_profiles_by_a_filter_as_a_table(page: FormPage) -> None:
    page.open("get_profiles")
    page.button("+ Condition").click()
    condition = page.tab.get_by_role("group", name="Condition 1 of Filter")
    condition.get_by_label("Field").select_option("email")
    condition.get_by_label("Operator").select_option("any")
    condition.get_by_label("Value").press_sequentially("ada@example.com, nina@example.com")
    expect(page.field("/filter")).to_have_value('any(email,["ada@example.com","nina@example.com"])')
    outcome = page.run()
    emails = {profile["attributes"]["email"] for profile in outcome["answer"]["data"]}
    assert emails == {"ada@example.com", "nina@example.com"}
    page.tab.get_by_text("Table (2)").click()
    expect(page.tab.get_by_role("columnheader", name="email", exact=True)).to_be_visible()
    expect(page.tab.get_by_role("cell", name="ada@example.com", exact=True)).to_be_visible()


def test_keeps_a_filter_that_rows_cannot_show(page: FormPage) -> None:
    page.open("get_profiles")
    text = 'or(equals(email,"a@example.com"),equals(email,"b@example.com"))'
    page.field("/filter").fill(text)
    page.shows("This text is more than a row of conditions; it is sent as it is.")
    page.field("/filter").fill("""and(equals(email,'a"b@example.com'),greater-than(created,2026-01-01T00:00:00Z))""")
    value = page.tab.get_by_role("group", name="Condition 1 of Filter").get_by_label("Value")
    expect(value).to_have_value('a"b@example.com')


def test_chooses_the_kind_of_a_flow_action_by_its_name(page: FormPage) -> None:
    page.open("update_flow_action")
    page.field("/id").fill("86432198")
    page.field("/body/data/id").fill("86432198")
    kind = page.tab.get_by_role("combobox", name="Kind of definition")
    kind.click()
    kind.fill("time")
    page.tab.get_by_role("option", name="Time delay", exact=True).click()
    page.field("/body/data/attributes/definition/data/value").fill("3")
    definition = page.run()["arguments"]["body"]["data"]["attributes"]["definition"]
    assert (definition["type"], definition["data"]["value"]) == ("time-delay", 3)


def test_faults_are_at_their_fields_and_disappear_when_corrected(page: FormPage) -> None:
    page.open("create_event")
    page.load_example()
    page.field(METRIC).fill("x" * 128)
    page.field(f"{PROFILE}/phone_number").fill("(202) 555-0142")
    assert len(page.run()["error"]["places"]) == 2
    page.shows("2 faults")
    expect(page.field(METRIC)).to_have_attribute("aria-invalid", "true")
    expect(page.field(METRIC)).to_be_focused()
    page.button("Profile → Phone number").click()
    expect(page.field(f"{PROFILE}/phone_number")).to_be_focused()
    page.field(METRIC).fill("Placed Order")
    expect(page.field(METRIC)).not_to_have_attribute("aria-invalid", "true")
    page.shows("One fault")
    page.field(f"{PROFILE}/phone_number").fill("+12025550142")
    assert "error" not in page.run()


def test_form_and_json_are_views_of_one_value(page: FormPage) -> None:
    page.open("create_tag")
    page.load_example()
    page.tab.get_by_text("JSON", exact=True).first.click()
    editor = page.tab.get_by_role("textbox", name="Arguments as JSON")
    changed: Any = {"revision": REVISION, "body": {"data": {"type": "tag", "attributes": {"name": 5}}}}
    editor.fill(json.dumps(changed, indent=2))
    assert page.run()["arguments"] == changed
    expect(page.tab.locator(".cm-lintRange-error")).to_have_text("5")
    editor.fill('{"revision": ')
    page.shows("A JSON text cannot be read")
    changed["body"]["data"]["attributes"]["name"] = "tea"
    editor.fill(json.dumps(changed))
    page.tab.get_by_text("Form", exact=True).first.click()
    expect(page.field("/body/data/attributes/name")).to_have_value("tea")


def test_takes_a_call_along(page: FormPage) -> None:
    page.open("create_tag")
    page.load_example()
    example = example_of("create_tag")
    expect(page.tab.get_by_label("Request body")).to_contain_text('"type": "tag"')
    assert page.copy("Copy as HTTP").startswith("POST /api/tags\n")
    for kind in ("curl", "Windmill", "Flow step", "uv run"):
        page.tab.get_by_text(kind, exact=True).click()
        text = page.copy(f"Copy as {kind}")
        if kind == "Windmill":
            assert json.loads(text) == {**example, "auth": "$res:f/klaviyo/account"}
        elif kind == "Flow step":
            assert "f/klaviyo/tags/create_tag" in json.dumps(yaml.safe_load(text))
        else:
            assert text.startswith(kind)
            assert "$KLAVIYO_API_KEY" in text


def test_sends_a_date_with_its_zone(browser: Browser, forms: Forms) -> None:
    page = FormPage(browser, forms.address, timezone_id="Europe/Berlin")
    page.open("create_event")
    page.load_example()
    at = "/body/data/attributes/time"
    page.field(at).fill("2026-07-01T09:30:00")
    page.tab.get_by_label("Zone of Time").select_option("Europe/Berlin")
    assert page.run()["arguments"]["body"]["data"]["attributes"]["time"] == "2026-07-01T09:30:00+02:00"
    page.context.close()


def test_uploads_an_image(page: FormPage, forms: Forms) -> None:
    page.open("upload_image_from_file")
    content = base64.b64decode("iVBORw0KGgo=")
    with page.tab.expect_file_chooser() as chooser:
        page.field("/file").click()
    chooser.value.set_files({"name": "tea.png", "mimeType": "image/png", "buffer": content})
    expect(page.field("/file")).to_have_text("8 bytes")
    page.run()
    assert content in forms.sandbox.received[-1].body


def test_shows_and_empties_the_sandbox(page: FormPage, forms: Forms) -> None:
    page.open("create_tag")
    page.field("/body/data/attributes/name").fill("oolong")
    page.run()
    page.button("Sandbox contents").click()
    drawer = page.tab.get_by_role("dialog")
    drawer.get_by_role("combobox", name="Type").click()
    page.tab.get_by_role("option", name=re.compile(r"^Tag \(")).click()
    expect(drawer.get_by_role("cell", name="oolong")).to_be_visible()
    page.button("Empty the account").click()
    page.shows("Nothing: the account is empty.")
    page.button("Start over with the example shop").click()
    expect(drawer.get_by_role("table")).to_be_visible()


def test_imports_a_file_of_events(page: FormPage, tmp_path: Any) -> None:
    page.open("import_events")
    file = write_csv(tmp_path / "orders.csv", [order_row(number) for number in range(3)])
    with page.tab.expect_file_chooser() as chooser:
        page.field("/source").click()
    chooser.value.set_files(file)
    page.shows("orders.csv")
    page.field("/metric").fill("Placed Order")
    page.field("/backfill").select_option("true")
    assert page.run()["answer"]["sent"] == 3


def test_exports_profiles_to_a_file(page: FormPage) -> None:
    page.open("export")
    page.field("/read").select_option("get_profiles")
    page.field("/to").fill("profiles.csv")
    assert page.run()["answer"]["items"] > 10
    with page.tab.expect_download() as download:
        page.tab.get_by_role("button", name=re.compile("^profiles.csv")).click()
    assert download.value.path().read_text().splitlines()[0].startswith("id,type,")


# --- Only with the keyboard -------------------------------------------------------------------------------------------


def tab_to(page: FormPage, name: str, role: str = "button") -> None:
    """Press Tab until the control has the focus."""
    target = page.tab.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
    for _ in range(300):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.tab.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")


def press_run(page: FormPage) -> dict[str, Any]:
    tab_to(page, "Run against the sandbox")
    with page.tab.expect_response(lambda response: response.url.endswith("/run")) as answer:
        page.tab.keyboard.press("Enter")
    outcome: dict[str, Any] = answer.value.json()
    return outcome


def test_keyboard_finds_an_endpoint_and_runs_it(page: FormPage) -> None:
    page.open("get_lists")
    keyboard = page.tab.keyboard
    keyboard.press("/")
    keyboard.type("create tag")
    expect(page.tab.get_by_role("link", name="Create Tag Tags POST")).to_be_visible()
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    page.wait_for("create_tag")
    tab_to(page, "Name", "textbox")
    keyboard.type("green tea")
    assert press_run(page)["sent"][-1]["status"] == 201
    expect(page.button("Run against the sandbox")).to_be_focused()
    page.shows("Done: 201")


def test_keyboard_adds_a_section_and_corrects_a_fault(page: FormPage) -> None:
    page.open("create_profile")
    keyboard = page.tab.keyboard
    tab_to(page, "Email", "textbox")
    keyboard.type("ada@")
    tab_to(page, "+ Location")
    keyboard.press("Enter")
    tab_to(page, "City", "textbox")
    keyboard.type("London")
    assert press_run(page)["error"]["places"][0]["at"][-1] == "email"
    expect(page.field("/body/data/attributes/email")).to_be_focused()
    keyboard.press("End")
    keyboard.type("lovelace.example")
    outcome = press_run(page)
    assert outcome["answer"]["data"]["attributes"]["location"]["city"] == "London"


def test_keyboard_skips_to_the_form(page: FormPage) -> None:
    page.open("get_profile")
    page.tab.evaluate("document.activeElement.blur()")
    page.tab.keyboard.press("Tab")
    expect(page.tab.get_by_role("link", name="Skip to the form")).to_be_focused()
    page.tab.keyboard.press("Enter")
    tab_to(page, "ID", "textbox")
    page.tab.keyboard.type(example_of("get_profile")["id"])
    assert press_run(page)["answer"]["data"]["type"] == "profile"


# --- Nothing is lost --------------------------------------------------------------------------------------------------


def test_a_form_is_kept_until_the_tab_is_closed(page: FormPage) -> None:
    page.open("create_tag")
    page.field("/body/data/attributes/name").fill("oolong")
    page.open("get_tags")
    page.tab.go_back()
    page.wait_for("create_tag")
    expect(page.field("/body/data/attributes/name")).to_have_value("oolong")
    page.tab.go_forward()
    page.wait_for("get_tags")
    page.open("create_tag")
    page.tab.reload()
    expect(page.field("/body/data/attributes/name")).to_have_value("oolong")


def test_an_endpoint_and_its_arguments_have_an_address(page: FormPage, browser: Browser, forms: Forms) -> None:
    page.open("create_tag")
    page.field("/body/data/attributes/name").fill("Earl Grey & Söhne 100%")
    page.tab.wait_for_url(re.compile("S%C3%B6hne"))
    other = FormPage(browser, forms.address)
    other.tab.goto(page.tab.url)
    expect(other.field("/body/data/attributes/name")).to_have_value("Earl Grey & Söhne 100%")
    other.context.close()


def test_constants_are_filled_in_and_not_asked_for(page: FormPage) -> None:
    page.open("create_tag")
    assert page.tab.locator('[id$="/type"]').count() == 0
    page.field("/body/data/attributes/name").fill("tea")
    assert page.run()["arguments"]["body"]["data"]["type"] == "tag"


def test_choosing_the_same_kind_again_or_another_and_back_loses_nothing(page: FormPage) -> None:
    page.open("update_flow_action")
    page.load_example()
    kind = page.tab.get_by_role("combobox", name="Kind of definition")
    for name in ("Send email", "Time delay", "Send email"):
        kind.click()
        page.tab.get_by_role("option", name=name, exact=True).click()
        expect(kind).to_have_value(name)
    assert page.run()["arguments"] == example_of("update_flow_action")


def test_nothing_is_sent_while_a_text_cannot_be_read(page: FormPage, forms: Forms) -> None:
    page.open("create_event")
    page.load_example()
    properties = page.field("/body/data/attributes/properties")
    for text in ('{"a":', '{"order": 12345678901234567890}', "1e999"):
        properties.fill(text)
        page.button("Run against the sandbox").click(force=True)
        page.shows("A JSON text cannot be read")
        expect(properties).to_be_focused()
    page.open("get_tags")
    page.open("create_event")
    expect(properties).to_have_value("1e999")
    assert forms.sandbox.received == []
    properties.fill('{"order": "12345678901234567890"}')
    assert page.run()["sent"][-1]["status"] == 202


def test_a_text_that_cannot_be_read_moves_and_goes_with_its_item(page: FormPage) -> None:
    page.open("bulk_create_events")
    page.load_example()
    page.field(f"{EVENTS}/1/attributes/properties").fill("{")
    page.button("Remove Event 1").nth(1).click()
    expect(page.field(f"{EVENTS}/0/attributes/properties")).to_have_value("{")
    page.button("Remove Event 1").nth(1).click()
    [first, _] = page.run()["arguments"]["body"]["data"]["attributes"]["events-bulk-create"]["data"]
    assert first["attributes"]["events"]["data"] == []


def test_a_fault_far_down_a_list_gets_the_focus(page: FormPage) -> None:
    arguments = example_of("bulk_create_events")
    events = arguments["body"]["data"]["attributes"]["events-bulk-create"]["data"][0]["attributes"]["events"]["data"]
    events[:] = [copy.deepcopy(events[0]) for _ in range(60)]
    events[-1]["attributes"]["metric"]["data"]["attributes"]["name"] = "x" * 129
    page.tab.goto(f"{page.url}/#/bulk_create_events?{json.dumps(arguments)}")
    page.wait_for("bulk_create_events")
    page.run()
    expect(page.field(f"{EVENTS}/59/attributes/metric/data/attributes/name")).to_be_focused()


def test_part_of_a_date_is_retyped(page: FormPage) -> None:
    page.open("create_event")
    page.load_example()
    at = "/body/data/attributes/time"
    page.tab.get_by_text("JSON", exact=True).first.click()
    editor = page.tab.get_by_role("textbox", name="Arguments as JSON")
    arguments = example_of("create_event")
    arguments["body"]["data"]["attributes"]["time"] = "2026-11-20T09:30:00.250+02:00"
    editor.fill(json.dumps(arguments))
    page.tab.get_by_text("Form", exact=True).first.click()
    page.field(at).focus()
    page.tab.keyboard.press("Backspace")
    page.tab.keyboard.type("10")
    assert page.run()["arguments"]["body"]["data"]["attributes"]["time"] == "2026-10-20T09:30:00.250+02:00"
    page.button("Send null as Time").click()
    assert page.run()["arguments"]["body"]["data"]["attributes"]["time"] is None


def test_what_is_replaced_can_be_undone(page: FormPage) -> None:
    page.open("create_tag")
    page.field("/body/data/attributes/name").fill("oolong")
    page.load_example()
    page.button("Undo").click()
    expect(page.field("/body/data/attributes/name")).to_have_value("oolong")


def test_a_required_field_that_is_missing_gets_the_focus(page: FormPage) -> None:
    page.open("create_tag")
    page.run()
    expect(page.field("/body/data/attributes/name")).to_be_focused()
    page.shows("is missing")


def test_a_property_without_a_field_is_named(page: FormPage) -> None:
    page.tab.goto(
        page.url + '/#/create_tag?{"body":{"data":{"type":"tag","attributes":{"name":"tea","colour":"red"}}}}'
    )
    page.shows("Sent as well, but not in the form: colour")


# --- Klaviyo itself, in whose place is another sandbox ----------------------------------------------------------------


@pytest.fixture
def live(browser: Browser, bundled: tuple[bytes, bytes]) -> Iterator[tuple[FormPage, Sandbox]]:
    with Sandbox(api_key=KEY) as klaviyo, Forms(*bundled, key=KEY, klaviyo=klaviyo.url) as forms:
        page = FormPage(browser, forms.address)
        page.open("create_tag")
        page.tab.get_by_text("Klaviyo (live)").click()
        yield page, klaviyo
        assert KEY not in page.tab.content()
        page.context.close()


def paths(klaviyo: Sandbox) -> list[str]:
    return [f"{received.method} {received.target}" for received in klaviyo.received]


def test_a_write_is_confirmed_with_the_name_of_the_account(live: tuple[FormPage, Sandbox]) -> None:
    page, klaviyo = live
    page.tab.route("**/preview", lambda route: route.abort())  # the question does not depend on the preview
    name = page.field("/body/data/attributes/name")
    name.fill("tea")
    name.press("Enter")
    assert paths(klaviyo) == []
    page.button("Run against Klaviyo").click()
    dialog = page.tab.get_by_role("dialog", name="Send Create Tag to Klaviyo?")
    expect(dialog).to_contain_text("POST /api/tags writes in the account “Harbour Tea & Coffee”")
    page.tab.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    assert paths(klaviyo) == ["GET /api/accounts"]
    page.button("Run against Klaviyo").click()
    page.button("Send to Klaviyo").click()
    page.shows("Done")
    assert paths(klaviyo)[-1] == "POST /api/tags"


def test_a_delete_is_typed(live: tuple[FormPage, Sandbox]) -> None:
    page, klaviyo = live
    page.open("delete_tag")
    page.load_example()
    expect(page.tab.get_by_label("Request line and headers")).to_contain_text("DELETE /api/tags/")
    page.button("Run against Klaviyo").click()
    send = page.button("Send to Klaviyo")
    expect(send).to_be_disabled()
    tag = example_of("delete_tag")["id"]
    expect(page.tab.get_by_role("dialog")).to_contain_text(
        f"DELETE /api/tags/{tag} deletes or removes data in the account"
    )
    word = page.tab.get_by_label(f"Type {tag} to confirm")
    word.fill(tag)
    word.press("Enter")
    expect(send).to_be_enabled()
    assert not any(path.startswith("DELETE") for path in paths(klaviyo))
    send.click()
    page.shows("Done")
    assert paths(klaviyo)[-1].startswith("DELETE /api/tags/")


def test_a_read_is_sent_at_once_and_the_switch_is_off_after_a_reload(live: tuple[FormPage, Sandbox]) -> None:
    page, klaviyo = live
    page.open("get_tags")
    page.button("Run against Klaviyo").click()
    page.shows("Done")
    assert paths(klaviyo) == ["GET /api/tags"]
    page.tab.reload()
    expect(page.button("Run against the sandbox")).to_be_visible()


@pytest.mark.parametrize("key", [None, "", " "])
def test_without_a_key_there_is_no_switch(browser: Browser, bundled: tuple[bytes, bytes], key: str | None) -> None:
    with Forms(*bundled, key=key) as forms:
        page = FormPage(browser, forms.address)
        page.open("create_tag")
        expect(page.tab.get_by_text("Klaviyo (live)")).to_have_count(0)
        page.context.close()


# --- For everyone -----------------------------------------------------------------------------------------------------


KINDS = [
    "create_tag",
    "get_profiles",
    "get_profile",
    "delete_list",
    "bulk_create_events",
    "update_flow_action",
    "create_form",
    "upload_image_from_file",
    "query_metric_aggregates",
    "import_events",
]
AXE_FILE = NODE_MODULES / "axe-core/axe.min.js"
AXE = """async () => {
    const {violations} = await axe.run({resultTypes: ['violations']})
    return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, forms: Forms, scheme: Any) -> None:
    page = FormPage(browser, forms.address, color_scheme=scheme, bypass_csp=True)
    for operation in KINDS:
        page.open(operation)
        if page.button("Load the example").count():
            page.load_example()
        page.run()
        page.tab.add_script_tag(path=AXE_FILE)
        assert page.tab.evaluate(AXE) == [], operation
    page.context.close()


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1440, "height": 900}], ids=lambda size: str(size["width"]))
def test_nothing_is_wider_than_the_window(browser: Browser, forms: Forms, viewport: Any) -> None:
    page = FormPage(browser, forms.address, viewport)
    for operation in KINDS:
        page.open(operation)
        if page.button("Load the example").count():
            page.load_example()
        page.run()
        assert page.tab.evaluate("document.documentElement.scrollWidth") <= viewport["width"], operation
    if viewport == NARROW:
        page.button("Endpoints").click()
        page.tab.get_by_role("dialog").get_by_role("searchbox").fill("create tag")
        page.tab.get_by_role("dialog").get_by_role("link").first.click()
        page.wait_for("create_tag")
    page.context.close()


def test_the_page_is_small_and_built_and_loaded_quickly(browser: Browser, forms: Forms) -> None:
    start = time.perf_counter()
    files = bundle_page()
    assert time.perf_counter() - start < 20
    assert sum(len(gzip.compress(file)) for file in files) < 1_200_000
    page = FormPage(browser, forms.address)
    times = []
    for _ in range(3):  # other tests may keep the machine busy
        page.open("bulk_create_events")
        page.tab.reload()
        expect(page.tab.get_by_role("button", name=re.compile("^Events")).first).to_be_visible()
        times.append(page.tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    assert min(times) < 1_000
    page.context.close()


def test_every_endpoint_is_listed(page: FormPage) -> None:
    page.open("create_tag")
    placeholder = page.tab.get_by_role("searchbox").first.get_attribute("placeholder") or ""
    assert int(re.sub(r"\D", "", placeholder)) >= INDEX["count"]
