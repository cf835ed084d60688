"""export: every item of every page is written once, whatever happens on the way."""

import json
import random
import re
import signal
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import duckdb
import pytest
import yaml

from tests.support.bulk_export import (
    EXPORT,
    event,
    export_command,
    ids_in,
    load_export,
    profile,
    read_rows,
    run_export,
)
from tests.support.bulk_import import NETWORK_FAULTS, wait_for_requests
from tests.support.collection import AUTH, INDEX, REVISION, unthrottled
from workbench.collection import ROOT, Operation, load_answer, load_schema
from workbench.sandbox import API_KEY, Fault, Sandbox

PAGED = [operation for operation in INDEX["operations"] if "page[cursor]" in operation["query"]]
READS = pytest.mark.parametrize("operation", PAGED, ids=lambda operation: operation["operation"])
LINK = "https://a.klaviyo.com/api/profiles?page%5Bcursor%5D="


@pytest.fixture
def account(sandbox: Sandbox) -> Sandbox:
    """A sandbox without resources."""
    sandbox.reset_account()
    return sandbox


@pytest.fixture
def module(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    return load_export(sandbox)


def queries(sandbox: Sandbox) -> list[dict[str, str]]:
    return [dict(parse_qsl(urlsplit(received.target).query)) for received in sandbox.received]


def page(*ids: str, following: str = "", **more: Any) -> Fault:
    """Return the answer with a page of profiles; `following` is the cursor of the next page."""
    items = [{"type": "profile", "id": name, "attributes": {"email": f"{name}@example.com"}} for name in ids]
    document = {"data": items, "links": {"next": LINK + following if following else None}, **more}
    return Fault(status=200, body=json.dumps(document).encode())


# --- What can be read


def test_the_reads_are_those_with_pages() -> None:
    names = {operation["operation"] for operation in PAGED}
    form = yaml.safe_load(EXPORT.with_suffix(".script.yaml").read_text(encoding="utf-8"))
    assert load_export().ENDPOINTS.keys() == names == set(form["schema"]["properties"]["read"]["enum"])
    assert f" {len(names)} in all" in form["description"]
    assert f" any of the {len(names)} list endpoints" in (ROOT / "f/klaviyo/bulk/README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shop() -> Any:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@READS
def test_every_read_is_sent_as_klaviyo_documents_it(operation: Operation, shop: Sandbox, tmp_path: Path) -> None:
    """The sandbox refuses what an operation does not take."""
    schema = load_schema(operation)
    example = schema["examples"][0]
    own = {name: example[argument] for name, argument in operation["query"].items() if argument in schema["required"]}
    module = load_export(shop)
    shop.received.clear()
    summary = run_export(module, operation["operation"], tmp_path / "x.jsonl", id=example.get("id"), parameters=own)
    assert summary["items"] == len(set(ids_in(tmp_path / "x.jsonl"))), "each item once"
    assert {received.status for received in shop.received} == {200}
    largest = schema["properties"].get("page_size", {}).get("maximum")
    assert {query.get("page[size]") for query in queries(shop)} == {str(largest) if largest else None}
    units = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
    documented = [rate.split("/") for rate in operation["rate_limits"].values()]
    rates = module.ENDPOINTS[operation["operation"]].rates
    assert rates == tuple((int(count), units[unit]) for count, unit in documented)


@READS
def test_since_goes_by_a_field_that_can_be_filtered(operation: Operation) -> None:
    field, operator = load_export().ENDPOINTS[operation["operation"]].since
    assert not field or operator in operation["filters"][field]
    assert field not in ("expires_at", "subscriptions.email.marketing.suppression.timestamp")


def test_additional_fields_are_the_same_for_all_reads_of_profiles() -> None:
    endpoints = load_export().ENDPOINTS.items()
    fields = {name: dict(read.additional_fields) for name, read in endpoints if read.type == "profile"}
    assert {tuple(names) for names in fields.values() if names} == {("subscriptions", "predictive_analytics")}
    assert fields["get_profiles"]["predictive_analytics"] == ((10, 1), (150, 60))
    assert fields["get_profiles_for_segment"]["predictive_analytics"] == ((75, 1), (750, 60))


def test_parameters_reach_klaviyo(module: Any, account: Sandbox) -> None:
    more = {
        "fields[profile]": "email",
        "include": "push-tokens",
        "sort": "-created",
        "filter": 'equals(email,"a@b.ch")',
    }
    run_export(module, "get_profiles", Path("p.csv"), parameters=more)
    fields = {"profile": ["email"], "push-token": ["token"]}
    run_export(module, "get_profiles", Path("p.csv"), fields=fields, include=["push-tokens"], filter=more["filter"])
    first, second = queries(account)
    assert first == {**more, "page[size]": "100"}
    del first["sort"]
    assert second == {**first, "fields[push-token]": "token"}


def test_a_lower_rate_is_kept_if_a_field_has_one(account: Sandbox, tmp_path: Path) -> None:
    module = load_export(account)
    rates: list[Any] = []

    def limit(documented: Any) -> list[Any]:
        rates.append(documented)
        return [module.Rate(100, 1000)]

    module.limit_rates = limit
    for fields in (None, ["predictive_analytics"], ["subscriptions"]):
        run_export(module, "get_profiles", tmp_path / "x.csv", additional_fields=fields)
    fast, slow = ((75, 1), (750, 60)), ((10, 1), (150, 60))
    assert rates == [fast, slow, fast]
    assert [query["additional-fields[profile]"] for query in queries(account)] == [
        "subscriptions",
        "predictive_analytics",
        "subscriptions",
    ]


# --- What is written


def test_the_formats_hold_the_same(module: Any, account: Sandbox) -> None:
    subscribed = {"email": {"marketing": {"consent": "SUBSCRIBED", "list_suppressions": []}}}
    many = [profile(n, subscriptions=subscribed, properties={"Näme": f'"{n}",\n;', "n": n}) for n in range(250)]
    other = {"first_name": "Ünal", "location": {"city": "Zürich"}, "properties": {"late": [1, {"a": None}]}}
    account.add("profile", [*many, profile(250, **other)])
    files = [Path(f"profiles.{ending}") for ending in ("jsonl", "csv", "parquet")]
    for file in files:
        summary = run_export(module, "get_profiles", file)
        assert (summary["items"], summary["pages"], summary["to"]) == (251, 3, str(file))
    result = run_export(module, "get_profiles")
    lines, cells, rows = map(read_rows, files)
    assert [item["id"] for item in result["data"]] == [row["id"] for row in lines] == [f"P{n:06}" for n in range(251)]
    assert result["data"] == lines
    assert list(cells[0]) == list(rows[0]) == duckdb.read_csv(str(files[1])).columns
    assert list(cells[0])[:3] == ["id", "type", "email"]
    for number in (0, 249):
        properties = {"Näme": f'"{number}",\n;', "n": number}
        assert json.loads(cells[number]["properties"]) == json.loads(rows[number]["properties"]) == properties
        assert cells[number]["subscriptions.email.marketing.consent"] == "SUBSCRIBED"
        assert rows[number]["first_name"] is None
    assert json.loads(cells[250]["properties"]) == {"late": [1, {"a": None}]}
    assert rows[0]["updated"] == datetime(2026, 11, 1, tzinfo=UTC)
    assert (rows[250]["location.city"], rows[250]["first_name"]) == ("Zürich", "Ünal")
    assert sorted(path.name for path in Path().iterdir()) == sorted(map(str, files)), "nothing else stays"


def test_relationships_and_included_resources_become_columns(module: Any, shop: Sandbox) -> None:
    module.API = shop.url
    run_export(module, "get_events", Path("events.csv"), include=["profile", "metric"])
    [first, *_] = read_rows(Path("events.csv"))
    assert first["relationships.metric.name"] == "Viewed Product"
    assert first["relationships.profile.email"] == "mina@example.com"
    run_export(module, "get_events", Path("events.jsonl"), include=["profile"])
    [item, *_] = read_rows(Path("events.jsonl"))
    assert item["relationships"]["profile"]["data"]["attributes"]["email"] == "mina@example.com"
    run_export(module, "get_lists", Path("lists.csv"), include=["tags"])
    assert any("[" in row["relationships.tags"] for row in read_rows(Path("lists.csv")))


def test_members_have_the_time_at_which_they_joined(module: Any, shop: Sandbox) -> None:
    module.API = shop.url
    for read, id_ in (("get_profiles_for_list", "Y6nRLr"), ("get_profiles_for_segment", "RxFVxH")):
        example = load_schema(next(entry for entry in PAGED if entry["operation"] == read))["examples"][0]
        run_export(module, read, Path(f"{read}.csv"), id=example["id"])
        rows = read_rows(Path(f"{read}.csv"))
        assert rows, id_
        assert all(row["joined_group_at"] for row in rows)


def test_suppressions_are_a_filter_of_profiles(module: Any, account: Sandbox) -> None:
    entries = [{"reason": "USER_SUPPRESSED", "timestamp": "2026-11-01T00:00:00+00:00"}]
    suppressed = {"email": {"marketing": {"suppression": entries}}}
    account.add("profile", [profile(n, subscriptions=suppressed if n % 3 == 0 else None) for n in range(10)])
    condition = 'equals(subscriptions.email.marketing.suppression.reason,"USER_SUPPRESSED")'
    run_export(module, "get_profiles", Path("suppressed.csv"), filter=condition)
    assert ids_in(Path("suppressed.csv")) == ["P000000", "P000003", "P000006", "P000009"]


def test_the_columns_are_the_same_in_every_run(module: Any, account: Sandbox) -> None:
    """Those that Klaviyo documents, whatever the items have, and also without any."""
    headers = []
    for items in ([], [profile(1)], [profile(n, title="x", properties={f"key{n}": n}) for n in range(600)]):
        account.empty_account()
        account.add("profile", items)
        for ending in ("csv", "parquet"):
            file = Path(f"{len(items)}.{ending}")
            assert run_export(module, "get_profiles", file)["items"] == len(items)
            headers.append(
                duckdb.read_csv(str(file)).columns if ending == "csv" else duckdb.read_parquet(str(file)).columns
            )
            assert len(read_rows(file)) == len(items)
    assert len({*map(tuple, headers)}) == 1
    assert headers[0][:4] == ["id", "type", "email", "phone_number"]
    assert {"location.city", "properties", "subscriptions.email.marketing.consent"} < {*headers[0]}
    assert "predictive_analytics.total_clv" not in headers[0], "it is read only on request"
    run_export(
        module, "get_events", Path("few.csv"), fields={"event": ["datetime"], "profile": ["email"]}, include=["profile"]
    )
    names = [
        "id",
        "type",
        "datetime",
        "relationships.profile.id",
        "relationships.profile.email",
        "relationships.metric.id",
    ]
    assert Path("few.csv").read_text() == ",".join(names) + "\n"


@READS
def test_what_klaviyo_answers_is_documented(operation: Operation, module: Any) -> None:
    table = module.Table(module.documented_columns(module.ENDPOINTS[operation["operation"]], {}), False)
    for item in load_answer(operation)["examples"][0]["data"]:
        table.add(item)
    optional = dict(module.ENDPOINTS[operation["operation"]].additional_fields)
    is_other = (
        operation["operation"] == "get_errors_for_bulk_import_profiles_job"
    )  # the example's source is of a record
    optional |= {"source": ()} if is_other else {}
    assert {name.partition(".")[0] for name in table.undocumented()} <= {*optional, "relationships"}


def test_columns_are_chosen(module: Any, account: Sandbox) -> None:
    properties = {"Tier": "gold", "a.b": 1, "n": 2}
    account.add("profile", [profile(1, properties=properties, location={"city": "Zürich", "zip": "8001"}), profile(2)])
    names = ["properties.Tier", "email", "properties.a.b", "properties.n", "location", "properties.none", "updated"]
    for ending in ("csv", "parquet"):
        file = Path(f"chosen.{ending}")
        assert run_export(module, "get_profiles", file, columns=names)["columns"] == 7
        rows = read_rows(file)
        assert [*rows[0]] == names
        assert [row["properties.Tier"] for row in rows] == ["gold", "gold"]
        assert json.loads(rows[0]["location"])["city"] == "Zürich"
    assert rows[0]["properties.n"] == 2
    assert rows[0]["properties.none"] is None


def test_undocumented_attributes_are_the_last_columns(
    module: Any, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    attributes: dict[str, Any] = {"email": "a@example.com", "id": "x", "new": {"deep": 1}, "Email": "b"}
    attributes["location"] = {"city": "Zürich", "planet": "Earth"}
    many = {f"x{number}": number for number in range(150)}
    items = [
        {"type": "profile", "id": "1", "attributes": attributes},
        {"type": "profile", "id": "2", "attributes": many},
    ]
    body = json.dumps({"data": items, "links": {}}).encode()
    for ending in ("csv", "parquet"):
        sandbox.faults.append(Fault(status=200, body=body))
        run_export(module, "get_profiles", Path(f"odd.{ending}"))
        [row, other] = read_rows(Path(f"odd.{ending}"))
        assert (row["id"], row["attributes.id"], row["email"], row["Email 2"]) == ("1", "x", "a@example.com", "b")
        assert (row["location.city"], row["location.planet"], row["new"]) == ("Zürich", "Earth", '{"deep":1}')
        assert str(other["x95"]) == "95"
        assert json.loads(other["undocumented"]) == {f"attributes.x{number}": number for number in range(96, 150)}
        assert [*row][-101:-99] == ["attributes.id", "new"]
    assert "Columns that Klaviyo does not document: attributes.id, new, Email 2" in capsys.readouterr().err


ODD: dict[str, Any] = {"=1+1": "=1+1", "a.b": 1, "a": {"b": 2}, "Tier": "x", "tier": "y", "": "empty"}
ODD |= {"no": {}, "quote\"'": "\u2028\ud800", "big": 2**70, "mixed": True}


def test_odd_names_and_values_survive(module: Any, sandbox: Sandbox) -> None:
    attributes = [
        {"properties": ODD},
        {"properties": {"mixed": "text", "no": None}, "updated": "soon", "location": "Mars"},
    ]
    items = [{"type": "profile", "id": str(n), "attributes": held} for n, held in enumerate(attributes, 1)]
    body = json.dumps({"data": items, "links": {}}).encode()
    columns = ["id", "properties.=1+1", "properties.Tier", "properties.tier", "properties.big", "properties.mixed"]
    for ending in ("csv", "parquet", "jsonl"):
        sandbox.faults.extend([Fault(status=200, body=body)] * 2)
        run_export(module, "get_profiles", Path(f"odd.{ending}"))
        if ending != "jsonl":
            run_export(module, "get_profiles", Path(f"chosen.{ending}"), columns=columns)
    sandbox.faults.clear()
    assert read_rows(Path("odd.jsonl"))[0]["attributes"]["properties"] == ODD
    for ending in ("csv", "parquet"):
        [row, other] = read_rows(Path(f"odd.{ending}"))
        properties = json.loads(row["properties"])
        assert properties.pop("quote\"'").startswith("\u2028")
        assert properties == {name: value for name, value in ODD.items() if name != "quote\"'"}
        assert (other["updated"], other["location"]) == ("soon", "Mars"), "not what Klaviyo documents"
        [row, other] = read_rows(Path(f"chosen.{ending}"))
        assert row["properties.=1+1"] == "=1+1"
        assert {row["properties.Tier"], row["properties.tier 2"]} == {"x", "y"}
        assert row["properties.big"] == str(2**70)
        assert (row["properties.mixed"], other["properties.mixed"]) == ("true", "text")


def test_an_item_on_two_pages_is_written_once_in_its_last_version(module: Any, sandbox: Sandbox) -> None:
    last = [{"type": "profile", "id": "a", "attributes": {"email": "new@example.com"}}]
    answer = Fault(status=200, body=json.dumps({"data": last, "links": {"next": None}}).encode())
    sandbox.faults.extend([page("a", "b", following="2"), answer])
    assert run_export(module, "get_profiles", Path("p.csv"))["items"] == 2
    emails = {row["id"]: row["email"] for row in read_rows(Path("p.csv"))}
    assert emails == {"a": "new@example.com", "b": "b@example.com"}


def test_a_result_is_short(module: Any, account: Sandbox) -> None:
    account.add("event", [event(n, {"note": "x" * 1000}) for n in range(3000)])
    with pytest.raises(module.BulkFailed, match="too much for a result: name a file"):
        run_export(module, "get_events")
    assert run_export(module, "get_events", Path("events.jsonl"))["items"] == 3000
    assert [path.name for path in Path().iterdir()] == ["events.jsonl"], "another file is another run: nothing is kept"


# --- Wrong arguments

WRONG: dict[str, dict[str, Any]] = {
    "there is no read get_profle; did you mean get_profile": {"read": "get_profle"},
    "there is no read None": {"read": None},
    "get_profiles_for_list needs id": {"read": "get_profiles_for_list"},
    "get_profiles takes no id": {"id": "Y6nRLr"},
    "id cannot be ..": {"read": "get_profiles_for_list", "id": ".."},
    "get_events takes no parameters.srt; did you mean sort": {"read": "get_events", "parameters": {"srt": "x"}},
    "get_coupons takes no filter": {"read": "get_coupons", "filter": "equals(id,1)"},
    "get_coupons takes no include": {"read": "get_coupons", "include": ["x"]},
    "get_profiles takes no fields.profil.; did you mean fields.profile.": {"fields": {"profil": ["email"]}},
    "get_profiles has no additional field subscription; did you mean subscriptions": {
        "additional_fields": ["subscription"]
    },
    "get_client_reviews needs company_id": {"read": "get_client_reviews"},
    "parameters must be an object": {"parameters": ["x"]},
    "filter must be text": {"filter": ["x"]},
    "include must be text or a list": {"include": [{"x": 1}]},
    "since must be last": {"since": "yesterday"},
    "get_coupons cannot tell what is new; since can be last for get_": {"read": "get_coupons", "since": "last"},
    "overlap must be a number of days": {"since": "last", "overlap": -1},
    "auth has neither apiKey": {"auth": {}},
    "revision must be a date": {"revision": "now"},
    "to must end in .csv, .jsonl or .parquet": {"to": "profiles.xlsx"},
    "there is no folder nowhere": {"to": "nowhere/profiles.csv"},
    "to must be a file such as": {"to": 7},
    "an S3 object can be written only in Windmill": {"to": {"s3": "profiles.csv"}},
    "x.csv is a folder": {"to": "x.csv"},
    "cannot be used as a journal: ": {"journal": "other.txt"},
    "there is no folder gone": {"journal": "gone/x.journal"},
}


@pytest.mark.parametrize("message", WRONG)
def test_wrong_arguments_are_refused_before_anything_is_sent(module: Any, sandbox: Sandbox, message: str) -> None:
    Path("x.csv").mkdir()
    Path("other.txt").write_text("notes" * 1000)
    arguments = {"auth": AUTH, "revision": REVISION, "read": "get_profiles", "to": "p.csv", **WRONG[message]}
    pattern = message.replace("parameters.", "")
    with pytest.raises(module.BulkFailed, match=pattern) as failure:
        module.main(**arguments)
    assert sandbox.received == []
    assert API_KEY not in str(failure.value)
    assert Path("other.txt").read_text() == "notes" * 1000


# --- What goes wrong on the way

FAILURES = {
    "Klaviyo refuses page 1: .*Invalid filter": [Fault(status=400, body=b'{"errors":[{"detail":"Invalid filter"}]}')],
    "Klaviyo answers 403: .*denied": [Fault(status=403, body=b'{"errors":[{"detail":"denied pk_sandbox"}]}')],
    "page 1: <html>": [Fault(status=200, body=b"<html>busy</html>")],
    "no page of items, page 2: ": [page("a", following="2"), Fault(status=200, body=b'{"data": {"id": "b"}}')],
    "has no id and type": [Fault(status=200, body=b'{"data": [{"attributes": {}}]}')],
    "leads back to a page": [page("a", following="2"), page("b", following="2")],
    "without a cursor": [page("a", links={"next": "https://a.klaviyo.com/api/profiles"})],
    "asks to wait 3,600 seconds": [page("a", following="2"), Fault(status=429, headers={"Retry-After": "3600"})],
    "gave no answer in 6 tries, at last 503": [page("a", following="2"), *[Fault(status=503)] * 6],
    "gave no answer in 6 tries": [Fault(status=200, body=b'{"data"', promised=99)] * 6,
}


@pytest.mark.parametrize("message", FAILURES)
def test_a_failure_says_why_and_the_next_run_goes_on(module: Any, account: Sandbox, message: str) -> None:
    account.faults.extend(FAILURES[message])
    pages = sum(bool(fault.body.startswith(b'{"data": [{"type"')) for fault in FAILURES[message])
    pages -= message in ("leads back to a page", "without a cursor")
    with pytest.raises(module.BulkFailed, match=message) as failure:
        run_export(module, "get_profiles", Path("p.csv"))
    assert ("kept; run it again to continue" in str(failure.value)) == bool(pages)
    assert API_KEY not in str(failure.value)
    assert not Path("p.csv").exists()
    account.faults.clear()
    account.faults.append(page("z"))
    run_export(module, "get_profiles", Path("p.csv"))
    assert ids_in(Path("p.csv")) == [*"a" * pages, "z"]


@pytest.mark.parametrize("status", [400, 404, 410])
def test_an_expired_cursor_leads_to_the_first_page_again(
    module: Any, sandbox: Sandbox, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.faults.extend([page("a", "b", following="2"), Fault(status=403)])
    with pytest.raises(module.BulkFailed):
        run_export(module, "get_profiles", Path("p.csv"))
    sandbox.faults.extend([Fault(status=status, body=b"expired"), page("b", "c", following="2"), page("d")])
    run_export(module, "get_profiles", Path("p.csv"))
    assert sorted(ids_in(Path("p.csv"))) == ["a", "b", "c", "d"]
    assert "expired\nReading from the first page again" in capsys.readouterr().err


def test_a_run_that_stopped_long_ago_is_begun_anew(module: Any, sandbox: Sandbox) -> None:
    sandbox.faults.extend([page("a", following="2"), Fault(status=403)])
    with pytest.raises(module.BulkFailed):
        run_export(module, "get_profiles", Path("p.csv"))
    module.time.slept += 90_000
    sandbox.faults.append(page("b"))
    run_export(module, "get_profiles", Path("p.csv"))
    assert ids_in(Path("p.csv")) == ["b"]


def test_two_runs_do_not_share_a_journal(module: Any, account: Sandbox, tmp_path: Path) -> None:
    account.faults.append(Fault(delay=1))
    command = export_command(account, "get_profiles", {"TIMEOUT": 10}, to="p.csv")
    process = subprocess.Popen(command, cwd=tmp_path)
    wait_for_requests(account, process, 1)
    with pytest.raises(module.BulkFailed, match="another run is using get_profiles"):
        run_export(module, "get_profiles", Path("p.csv"))
    assert process.wait() == 0


def test_ctrl_c_keeps_what_was_read(account: Sandbox, tmp_path: Path) -> None:
    account.add("profile", [profile(n) for n in range(300)])
    account.faults.extend([Fault(), Fault(delay=0.5)])
    command = export_command(account, "get_profiles", to="p.csv")
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    wait_for_requests(account, process, 2)
    process.send_signal(signal.SIGINT)
    _, log = process.communicate()
    assert "Stopped by Ctrl-C. Run it again to continue" in log
    subprocess.run(command, cwd=tmp_path, check=True)
    assert len(account.received) <= 4
    assert sorted(ids_in(tmp_path / "p.csv")) == [f"P{n:06}" for n in range(300)]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_killed_at_any_moment_it_writes_every_item_once(account: Sandbox, tmp_path: Path, ending: str) -> None:
    account.add("event", [event(n) for n in range(8000)])
    chance = random.Random(ending)  # noqa: S311
    file, kills = tmp_path / f"events.{ending}", 0
    command = export_command(account, "get_events", to=file.name)
    while True:
        account.faults.extend(chance.sample(NETWORK_FAULTS[:-1], 1))
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_requests(account, process, len(account.received) + 3)
        if kills < 3:
            time.sleep(chance.random() * 0.1)
            process.kill()
        if process.wait() == 0:
            break
        assert not file.exists()
        kills += 1
    assert kills
    assert sorted(ids_in(file)) == [f"E{n:07}" for n in range(8000)]
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_the_parts_share_no_names() -> None:
    source = EXPORT.read_text(encoding="utf-8")
    names = re.findall(r"^(?:def|class) (\w+)|^([A-Z_]+)\b.* = ", source, re.MULTILINE)
    defined = [first or second for first, second in names]
    assert len(defined) == len(set(defined))
    assert "Import" not in source
