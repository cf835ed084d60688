"""Files in the exact layouts of shops and tools, with the bodies that must arrive."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.bulk_import import load_import, read_rejects, run_import
from tests.support.events import events_of, groups_of
from workbench.sandbox import Sandbox

FILES = Path(__file__).parent / "files"
EXPECTED = sorted(FILES.glob("*.yaml"))
COUNTS = ("rows", "sent", "rejected", "repeated", "gathered")


def source_of(expected: Path) -> Path:
    [source] = [path for path in FILES.glob(f"{expected.stem}.*") if path.suffix != ".yaml"]
    return source


def arrived_events(sandbox: Sandbox) -> list[Any]:
    """Return each event as in the expectations: its profile and attributes, the metric by name."""
    events = []
    for received in sandbox.received:
        for group in groups_of(json.loads(received.body)):
            profile = group["attributes"]["profile"]["data"]["attributes"]
            for event in events_of(group):
                attributes = event["attributes"]
                metric = attributes.pop("metric")["data"]["attributes"]["name"]
                events.append({"profile": profile, "metric": metric, **attributes})
    return events


def arrived_profiles(sandbox: Sandbox) -> list[Any]:
    return [profile["attributes"] for job in sandbox.jobs.jobs.values() for profile in job.profiles]


def arrived_subscriptions(sandbox: Sandbox) -> list[Any]:
    """Return the resource in each body."""
    return [json.loads(received.body)["data"] for received in sandbox.received if received.method == "POST"]


ARRIVED = {"events": arrived_events, "profiles": arrived_profiles, "subscriptions": arrived_subscriptions}


@pytest.mark.parametrize("expected", EXPECTED, ids=[path.stem for path in EXPECTED])
def test_what_a_file_holds_arrives(
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    expected: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    sandbox.reset_account()
    content = yaml.safe_load(expected.read_text(encoding="utf-8"))
    source = tmp_path / source_of(expected).name
    source.write_bytes(source_of(expected).read_bytes())
    run = run_import(load_import(content["import"], sandbox))
    if "failure" in content:
        with pytest.raises(Exception, match=content["failure"]):
            run(source, **content["options"])
        assert sandbox.received == []
        return
    summary = run(source, **content["options"])
    log = capsys.readouterr().err
    counts = COUNTS + (("skipped",) if content["import"] == "subscriptions" else ())
    assert {name: summary[name] for name in counts} == content["counts"], summary
    for line in content.get("log", []):
        assert line in log
    if "rejects" in content:
        assert read_rejects(tmp_path / summary["rejects"]) == content["rejects"]
    assert ARRIVED[content["import"]](sandbox) == content["arrived"]


def test_there_are_many_files() -> None:
    assert len(EXPECTED) >= 25
