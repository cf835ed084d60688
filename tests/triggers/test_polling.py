"""The triggers against the sandbox, with their state in Windmill: everything that is new comes out once."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.support.collection import AUTH, INDEX
from tests.support.windmill_workspace import Workspace
from tests.triggers.conftest import Poll
from workbench.collection import COLLECTION, load_operation, load_script
from workbench.sandbox import Fault, Sandbox
from workbench.triggers.progress import Item, begin, from_json, to_json

POLLING = [script for script in INDEX["triggers"] if script["kind"] == "trigger"]
SCRIPTS = pytest.mark.parametrize("script", POLLING, ids=lambda script: script["name"])
NOW = datetime.now(UTC).replace(microsecond=0)
OVERLAP = 60
STATE = "u/a/import_events"


def read_json(path: str) -> Any:
    return json.loads((COLLECTION / path).read_text(encoding="utf-8"))


def at(seconds: int) -> str:
    """Return a time so many seconds before or after the tests began."""
    return (NOW + timedelta(seconds=seconds)).isoformat()


def add_event(shop: Sandbox, id_: str, seconds: int, **properties: Any) -> None:
    shop.add("event", [(id_, {"datetime": at(seconds), "event_properties": properties})])


def ids(rows: Any) -> list[str]:
    return [row["id"] for row in rows]


@SCRIPTS
def test_example(poll: Poll, shop: Sandbox, script: Any) -> None:
    """The example of the schema works, the answer is as documented, and a second run returns nothing."""
    example = read_json(script["schema"])["examples"][0]
    rows = poll(script["name"], **example)
    assert rows or script["name"] == "consent_changes"  # the sandbox does not record consents as events
    Draft202012Validator(read_json(script["answer"])).validate(rows)
    assert [row["time"] for row in rows] == sorted(row["time"] for row in rows)
    assert poll(script["name"], **example) == []


@SCRIPTS
def test_the_first_run_returns_nothing(poll: Poll, shop: Sandbox, script: Any, capsys: Any) -> None:
    example = read_json(script["schema"])["examples"][0]
    assert poll(script["name"], **{**example, "since": None}) == []
    assert "First run" in capsys.readouterr().err


@SCRIPTS
def test_wrong_arguments_are_refused_in_words(poll: Poll, shop: Sandbox, script: Any) -> None:
    schema = read_json(script["schema"])
    for name in schema["properties"]:
        with pytest.raises(ValueError, match=f"/{name}"):
            poll(script["name"], **schema["examples"][0] | {name: [[1]]})
    assert not shop.received


def test_events_of_one_metric_or_of_all(poll: Poll, shop: Sandbox, workspace: Workspace) -> None:
    with pytest.raises(ValueError, match='/metric: the name or ID of a metric, or "all", but it is missing'):
        poll("new_events")
    assert poll("new_events", metric="all") == []
    create_event = load_script(load_operation("create_event"))
    create_event.API = shop.url
    for metric, email in (("Placed Order", "ada@example.com"), ("Viewed Product", "bob@example.com")):
        profile = {"data": {"type": "profile", "attributes": {"email": email}}}
        attributes = {
            "properties": {"size": 7, "$source": "CRM" if metric == "Viewed Product" else "shop"},
            "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
            "profile": profile,
            "value": 12.5,
        }
        create_event.main(AUTH, None, {"data": {"type": "event", "attributes": attributes}})
    both = poll("new_events", metric="all")
    assert [(row["metric"], row["email"], row["properties"]["size"]) for row in both] == [
        ("Placed Order", "ada@example.com", 7),
        ("Viewed Product", "bob@example.com", 7),
    ]
    assert both[0]["profile_id"]
    workspace.resources.clear()
    since = at(-60)
    assert ids(poll("new_events", metric="Viewed Product", since=since)) == [both[1]["id"]]
    for ignored in ("viewed product", "CRM"):
        workspace.resources.clear()
        assert ids(poll("new_events", metric="all", since=since, ignore=[ignored])) == [both[0]["id"]]


def test_a_new_profile(poll: Poll, shop: Sandbox) -> None:
    create_profile = load_script(load_operation("create_profile"))
    create_profile.API = shop.url
    assert poll("new_profiles") == []
    body = {"data": {"type": "profile", "attributes": {"email": "new@example.com", "properties": {"plan": "gold"}}}}
    id_ = create_profile.main(AUTH, None, body)["data"]["id"]
    [created] = poll("new_profiles")
    assert (created["id"], created["email"], created["properties"]) == (id_, "new@example.com", {"plan": "gold"})


def test_a_change_of_a_profile_is_returned_each_time(poll: Poll, shop: Sandbox) -> None:
    assert poll("updated_profiles") == []
    for seconds in (5, 10):
        shop.add("profile", [("01ZZZ", {"email": "z@example.com", "created": at(-9999), "updated": at(seconds)})])
        [row] = poll("updated_profiles")
        assert (row["id"], row["time"]) == ("01ZZZ", at(seconds))
    assert poll("updated_profiles") == []


def test_a_member_of_a_list(poll: Poll, shop: Sandbox) -> None:
    add_to_list = load_script(load_operation("add_profiles_to_list"))
    add_to_list.API = shop.url
    shop.add("profile", [("01ZZZ", {"email": "z@example.com", "created": at(-9999), "updated": at(-9999)})])
    assert poll("new_list_members", list_id="Newsletter") == []
    [newsletter] = [entry.id for entry in shop.newest_resources("list", 50) if entry.attributes["name"] == "Newsletter"]
    add_to_list.main(AUTH, None, newsletter, {"data": [{"type": "profile", "id": "01ZZZ"}]})
    assert ids(poll("new_list_members", list_id={"id": newsletter})) == ["01ZZZ"]
    assert poll("new_list_members", list_id=newsletter) == []


def test_a_job_that_is_started_again_returns_the_same(poll: Poll, shop: Sandbox) -> None:
    """Windmill starts a job again, with the same ID, if its worker has died, perhaps after the state was saved."""
    poll("new_events", metric="all")
    add_event(shop, "e1", 1)
    assert ids(poll("new_events", "job-x", metric="all")) == ["e1"]
    add_event(shop, "e2", 2)
    assert ids(poll("new_events", "job-x", metric="all")) == ["e1", "e2"]
    assert poll("new_events", metric="all") == []


def test_a_run_that_fails_saves_nothing(poll: Poll, shop: Sandbox, workspace: Workspace) -> None:
    poll("new_events", metric="all")
    add_event(shop, "e1", 1)
    shop.faults.extend([Fault(status=500)] * 7)
    with pytest.raises(Exception, match="500"):
        poll("new_events", metric="all")
    workspace.broken.add("resources/")
    with pytest.raises(Exception, match="Windmill does not answer"):
        poll("new_events", metric="all")
    workspace.broken.clear()
    assert ids(poll("new_events", metric="all")) == ["e1"]


def test_a_damaged_state_is_an_error_in_words(poll: Poll, shop: Sandbox, workspace: Workspace) -> None:
    for state in ({"now": 7}, {}):
        workspace.resources[STATE] = state
        with pytest.raises(Exception, match="not that of a trigger: delete it"):
            poll("new_events", metric="all")


ARRIVALS = st.tuples(st.integers(-3000, 600) | st.sampled_from([-1, 0, 1]), st.booleans())
STEPS = st.lists(
    st.one_of(
        st.lists(ARRIVALS, min_size=1, max_size=6),
        st.sampled_from(
            ["run", "run", "throttled", "down", "killed before saving", "killed after saving", "state unreadable"]
        ),
    ),
    max_size=12,
)


@settings(max_examples=max(1, settings().max_examples // 3))  # each is a dozen runs
@given(steps=STEPS, limit=st.integers(1, 4))
def test_everything_that_arrives_comes_out_once(
    poll: Poll, shop: Sandbox, workspace: Workspace, steps: list[Any], limit: int
) -> None:
    """Late, in the same second, in the future, in bursts, while Klaviyo is busy or down, and with dying workers."""
    shop.empty_account()
    workspace.resources.clear()
    arrived: list[str] = []
    returned: list[str] = []

    def run(**job: str) -> list[str]:
        return ids(poll("new_events", metric="all", limit=limit, overlap=OVERLAP, ignore=["echo"], **job))

    add_event(shop, "old", -5)
    assert run() == []
    for number, step in enumerate([*steps, "run"]):
        match step:
            case list():
                for position, (seconds, is_echo) in enumerate(step):
                    id_ = f"{number}-{position}"
                    add_event(shop, id_, seconds, **({"$source": "Echo"} if is_echo else {}))
                    arrived += [] if is_echo else [id_]
            case "down":
                shop.faults.extend([Fault(status=503)] * 7)
                with pytest.raises(Exception, match="503"):
                    run()
            case "killed before saving" | "state unreadable":
                saving = {"resources/update_value", "resources/create"}
                workspace.broken |= saving if step == "killed before saving" else {"resources/get_value_interpolated"}
                with pytest.raises(Exception, match=r"500|Windmill does not answer"):
                    run()
                workspace.broken.clear()
            case "killed after saving":
                run(job=f"dying-{number}")  # nobody gets what it returned
                returned += run(job=f"dying-{number}")
            case _:
                shop.faults.extend([Fault(status=429, headers={"Retry-After": "1"})] * (step == "throttled"))
                rows = run()
                assert len(rows) <= limit
                returned += rows
    while rows := run():
        returned += rows
    assert sorted(returned) == sorted(arrived)


@pytest.mark.parametrize("seconds", [1, 0], ids=["one a second", "all in one second"])
def test_a_large_state_looks_back_less(capsys: pytest.CaptureFixture[str], seconds: int) -> None:
    overlap = timedelta(days=7)
    items = [
        Item(NOW + timedelta(seconds=seconds * number - 99_999), f"01JCQ7V5{number:06}", {}) for number in range(60_000)
    ]
    progress = begin(NOW - timedelta(days=2))
    for start in range(0, len(items), 10_000):
        batch = items[start : start + 10_000]
        assert not any(map(progress.has, batch))
        progress = progress.after(batch, batch[-1].time, overlap)
        assert len(json.dumps(to_json(progress))) < 500_000
        assert all(progress.has(item) for item in items[:start] if item.time >= progress.start(overlap))
    assert f"if it is dated after {progress.floor.isoformat()}" in capsys.readouterr().err
    assert from_json(json.loads(json.dumps(to_json(progress)))) == progress


def test_by_hand_the_state_is_in_a_file(
    scripts: dict[str, Any], shop: Sandbox, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WM_STATE_PATH", "WM_STATE_PATH_NEW", "WM_JOB_ID"):
        monkeypatch.delenv(name, raising=False)
    module = scripts["new_profiles"]
    module.API = shop.url
    monkeypatch.setattr(module, "STATE_FOLDER", tmp_path)
    assert module.main(AUTH) == []
    assert [path.name for path in tmp_path.iterdir()] == ["new_profiles.state.json"]
    shop.add("profile", [("01ZZZ", {"email": "z@example.com", "created": at(5), "updated": at(5)})])
    assert ids(module.main(AUTH)) == ["01ZZZ"]
    assert module.main(AUTH) == []
