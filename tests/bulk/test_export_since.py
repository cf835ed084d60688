"""export with since: what is new or changed is in one file, whatever arrives when, and whatever stops a run."""

import contextlib
import itertools
import json
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bulk.test_export import account, module, queries, shop
from tests.support.bulk_export import event, ids_in, load_export, profile, read_rows, run_export
from tests.support.collection import REVISION
from workbench.sandbox import API_KEY, Fault, Sandbox

__all__ = ["account", "module", "shop"]  # fixtures
START = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Calendar(datetime):
    """Replaces `datetime` in the script: what time it is, the test decides."""

    present = START

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.present


def changes(module: Any, read: str = "get_profiles", **options: Any) -> list[str]:
    """Export what is new, at a time of its own. Return the ids."""
    Calendar.present += timedelta(seconds=1)
    module.datetime = Calendar
    summary = run_export(module, read, "changes-{time}.jsonl", since="last", **options)
    assert set(Path().glob("*.part")) == set()
    return ids_in(Path(summary["to"]))


def at(**offset: float) -> str:
    return (Calendar.present + timedelta(**offset)).isoformat()


def test_a_further_run_exports_what_is_new_or_changed(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(1, at(days=-9)), profile(2, at(hours=-2)), profile(3, at(hours=-1))])
    assert changes(module) == ["P000001", "P000002", "P000003"], "the first run exports everything"
    account.add("profile", [profile(4, at(minutes=-5)), profile(2, at(minutes=-1), first_name="Zoë")])
    assert changes(module) == ["P000004", "P000002"]
    assert changes(module) == []
    first, second, _ = queries(account)
    assert (first["sort"], first.get("filter")) == ("updated", None)
    assert second["filter"] == f"greater-than(updated,{at(hours=-1, days=-1, seconds=-4)[:19]}Z)"


def test_an_item_of_the_same_second_or_late_or_of_the_future_is_not_lost(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(1, at(days=-2)), profile(9, at(days=30))])
    assert changes(module) == ["P000001", "P000009"]
    account.add("profile", [profile(2, at(days=-2)), profile(3, at(days=-2, hours=-23)), profile(4, at(days=-1))])
    assert changes(module, overlap=1) == ["P000003", "P000002", "P000004"]
    account.add("profile", [profile(5, at(hours=-1))])
    assert changes(module) == ["P000005"], "the one of the future has not moved the mark, and is not written again"


def test_without_overlap_the_same_second_is_read_again(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(1, at(days=-1))])
    assert changes(module, overlap=0) == ["P000001"]
    account.add("profile", [profile(2, at(days=-1)[:19] + ".700+00:00"), profile(3, at(days=-3))])
    assert changes(module, overlap=0) == ["P000002"], "what is late by more than the overlap is not read"


def test_events_may_be_a_week_late(module: Any, account: Sandbox) -> None:
    account.add("event", [event(1, None, at(hours=-1))])
    assert changes(module, "get_events", filter='equals(metric_id,"x")') == []
    assert changes(module, "get_events") == ["E0000001"]
    account.add("event", [event(2, None, at(days=-6)), event(3, None, at(days=-8))])
    assert changes(module, "get_events") == ["E0000002"]


def test_what_arrives_while_pages_are_read_is_in_this_run_or_the_next(module: Any, account: Sandbox) -> None:
    module.ENDPOINTS["get_events"] = module.ENDPOINTS["get_events"]._replace(max_page_size=10)
    account.add("event", [event(n, None, at(hours=-n)) for n in range(1, 60)])
    account.faults.extend([Fault(), Fault(status=429), Fault(status=200, body=b"{", promised=9), Fault(delay=0.5)])
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(changes, module, "get_events")
        while len(account.received) < 4:
            time.sleep(0.01)
        arrivals = {100: at(days=-3), 101: at(hours=-30), 102: at(hours=-58), 103: at(days=9), 104: at()}
        account.add("event", [event(n, None, time_) for n, time_ in arrivals.items()])
        ids = first.result() + changes(module, "get_events")
    assert sorted(ids) == [f"E{n:07}" for n in [*range(1, 60), *arrivals]]


def test_a_filter_of_ones_own_holds_as_well(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(n, at(hours=-1)) for n in range(3)])
    options: dict[str, Any] = {"filter": 'any(email,["c1@example.com","c2@example.com"])', "fields": ["email"]}
    assert changes(module, **options) == ["P000001", "P000002"]
    account.add("profile", [profile(n, at(minutes=-1)) for n in range(2)])
    assert changes(module, **options) == ["P000001"]
    assert queries(account)[-1]["fields[profile]"] == "email,updated", "or there would be no mark"


def test_each_query_has_its_own_mark(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(1, at(hours=-1))])
    assert changes(module) == changes(module, filter='equals(email,"c1@example.com")') == ["P000001"]
    assert run_export(module, "get_profiles", Path("all.csv"))["items"] == 1
    assert changes(module) == []


def test_a_file_of_an_earlier_run_is_not_replaced(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(1)])
    run_export(module, "get_profiles", "changes.csv", since="last")
    account.received.clear()
    with pytest.raises(module.BulkFailed, match=r"changes.csv has what an earlier run wrote: put \{time\} into"):
        run_export(module, "get_profiles", "changes.csv", since="last")
    assert account.received == []
    Path("changes.csv").rename("moved.csv")
    assert run_export(module, "get_profiles", "changes.csv", since="last")["before"] == 1
    for other in ({"to": "other.csv"}, {"to": "columns.csv", "columns": ["id"]}):
        assert run_export(module, "get_profiles", since="last", **other)["before"] == 0, "another run"


def test_an_item_does_not_change_with_what_is_included(module: Any, shop: Sandbox) -> None:
    module.API = shop.url
    options: dict[str, Any] = {"include": ["profile", "metric"], "overlap": 9999}
    assert len(changes(module, "get_events", **options)) == 40
    data = {"type": "profile", "id": "01JCQ7V5Z0M8T2K4N6R9W3XAYB", "attributes": {"first_name": "Changed"}}
    headers = {
        "Authorization": f"Klaviyo-API-Key {API_KEY}",
        "revision": REVISION,
        "Content-Type": "application/vnd.api+json",
    }
    url = f"{shop.url}/api/profiles/{data['id']}"
    requests.patch(url, data=json.dumps({"data": data}), headers=headers, timeout=10).raise_for_status()
    assert changes(module, "get_events", **options) == []


def test_exports_of_the_same_second_and_name_stop_only_once(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(1)])
    module.datetime = Calendar
    run_export(module, "get_profiles", "{time}.csv", since="last")
    with pytest.raises(module.BulkFailed, match=r"has what an earlier run wrote"):
        run_export(module, "get_events", "{time}.csv", since="last")
    Calendar.present += timedelta(seconds=1)
    assert run_export(module, "get_events", "{time}.csv", since="last")["items"] == 0


def test_log_and_summary_say_from_when_to_when(
    module: Any, account: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    account.add("profile", [profile(1, "2026-11-01T00:00:00+00:00")])
    first = run_export(module, "get_profiles", since="last")
    assert (first["since"], first["mark"], first["items"]) == (None, "2026-11-01T00:00:00+00:00", 1)
    second = run_export(module, "get_profiles", since="last")
    assert (second["since"], second["mark"]) == ("2026-10-30T23:59:59Z", "2026-11-01T00:00:00+00:00")
    assert (second["items"], second["before"], second["data"]) == (0, 1, [])
    assert capsys.readouterr().err == "Reading everything\nReading from updated 2026-10-30T23:59:59Z on\n"


# --- Arrivals and kills

LATENESS = st.one_of(st.just(0), st.integers(0, 86_400), st.integers(-200_000, -1))  # seconds; below 0 in the future
ARRIVALS = st.lists(st.tuples(st.integers(0, 9), LATENESS), max_size=5)
MOMENTS = ["", "page", "refused", "before writing", "before replacing", "before keeping", "after keeping"]
STEPS = st.lists(st.tuples(ARRIVALS, st.integers(1, 50_000), st.sampled_from(MOMENTS), st.integers(1, 3)), max_size=6)


class Killed(BaseException):
    pass


def kill_at(module: Any, moment: str, sandbox: Sandbox, after: int) -> Any:
    """Let the next run be killed; SQLite undoes a transaction that has not ended."""
    patch = pytest.MonkeyPatch()

    def kill_instead(owner: Any, name: str, count: int = 1, first: bool = False) -> None:
        original, calls = getattr(owner, name), itertools.count(1)

        def replacement(*arguments: Any, **options: Any) -> Any:
            if next(calls) < count:
                return original(*arguments, **options)
            if first:
                original(*arguments, **options)
            raise Killed

        patch.setattr(owner, name, replacement)

    match moment:
        case "page":
            kill_instead(module.Staging, "add_page", after)
        case "refused":
            sandbox.faults.extend([*[Fault()] * after, Fault(status=403)])
        case "before writing":
            kill_instead(module, "write_items")
        case "before replacing":
            kill_instead(module.os, "fsync")
        case "before keeping":
            kill_instead(module.Staging, "finish")
        case "after keeping":
            kill_instead(module.Staging, "finish", first=True)
    return patch


@pytest.mark.parametrize("reads", ["get_profiles", "get_templates"])
@settings(max_examples=settings.default.max_examples // 4 if settings.default else 50)
@given(steps=STEPS)
def test_no_item_is_lost_and_none_is_written_twice(sandbox: Sandbox, reads: str, steps: list[Any]) -> None:
    """`get_profiles` filters with greater-than, `get_templates` with greater-or-equal."""
    sandbox.reset_account()
    sandbox.faults.clear()
    module, name = load_export(sandbox), "first_name" if reads == "get_profiles" else "name"
    module.ENDPOINTS[reads] = module.ENDPOINTS[reads]._replace(max_page_size=2)
    module.datetime, Calendar.present = Calendar, START
    versions, latest = itertools.count(), {}
    with tempfile.TemporaryDirectory() as folder:
        target = f"{folder}/{{time}}.jsonl"
        for arrivals, seconds, moment, after in [*steps, ([], 1, "", 1), ([], 1, "", 1)]:
            for number, lateness in arrivals:
                moved = (Calendar.present - timedelta(seconds=lateness)).isoformat()
                latest[f"I{number}"] = next(versions)
                attributes = {name: str(latest[f"I{number}"]), "updated": moved}
                sandbox.add(module.ENDPOINTS[reads].type, [(f"I{number}", attributes)])
            Calendar.present += timedelta(seconds=seconds)
            patch = kill_at(module, moment, sandbox, after)
            with contextlib.suppress(Killed, module.BulkFailed):
                run_export(module, reads, target, since="last")
            patch.undo()
            sandbox.faults.clear()
        files = [read_rows(path) for path in Path(folder).glob("*.jsonl")]
    for rows in files:
        assert len({row["id"] for row in rows}) == len(rows)
    written = Counter((row["id"], int(row["attributes"][name])) for rows in files for row in rows)
    assert set(latest.items()) <= written.keys(), "nothing is lost"
    assert set(written.values()) <= {1}, "an item that has not changed is written once"


def test_what_was_written_is_kept_of_the_window_alone(module: Any, account: Sandbox) -> None:
    account.add("profile", [profile(n, at(days=-n)) for n in range(30)])
    changes(module)
    [journal] = Path().glob("*.journal")
    with contextlib.closing(module.sqlite3.connect(journal)) as database:
        assert database.execute("SELECT count(*) FROM written").fetchone() == (2,)
        assert database.execute("SELECT count(*) FROM items").fetchone() == (0,)
        facts = json.loads(database.execute("SELECT value FROM facts").fetchone()[0])
    assert facts["run"] is None
