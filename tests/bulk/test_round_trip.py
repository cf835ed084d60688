"""What export writes, import_profiles and import_events read as what it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.bulk_export import load_export, run_export
from tests.support.bulk_import import Import, load_import, run_import
from tests.support.collection import INDEX, unthrottled
from workbench.sandbox import Sandbox

PROFILE_FIELDS = ["email", "phone_number", "external_id", "first_name", "last_name", "organization", "locale", "title"]
PROFILE_FIELDS += ["image", "location", "properties"]
ODD: dict[str, Any] = {
    "Tier": "gold",
    "a.b": 1,
    "number": 12.5,
    "text": "007",
    "list": [1, {"a": "b"}],
    "object": {"deep": {"deeper": True}},
    "apostrophe": "'5",
    "formula": "=1+1",
    "placeholder": "NULL",
    "time": "2026-11-20T09:30:00+01:00",
    "lines": 'two\n"lines", é',
    "type": "a property",
    "created": "another",
}


@pytest.fixture(scope="module")
def shop() -> Iterator[Sandbox]:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        sandbox.add(
            "profile",
            [
                (
                    "ODD1",
                    {
                        "email": "Odd@Example.com",
                        "phone_number": "+41446681800",
                        "properties": ODD,
                        "location": {"latitude": 47.37, "longitude": -122.5, "zip": "00124", "ip": "192.0.2.1"},
                    },
                ),
                (
                    "ODD2",
                    {
                        "external_id": "00042",
                        "first_name": 'José, "Pepe"',
                        "image": "https://www.example.com/a.png",
                        "organization": "Müller; Söhne",
                        "locale": "de-CH",
                        "title": "Dr.",
                        "properties": {},
                    },
                ),
            ],
        )
        yield sandbox


@pytest.fixture
def empty(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """An account without resources, beside the shop."""
    monkeypatch.chdir(tmp_path)
    sandbox.empty_account()
    return sandbox


def load(kind: str, sandbox: Sandbox) -> Import:
    return run_import(load_import(kind, sandbox))


def profiles_of(sandbox: Sandbox) -> dict[str, Any]:
    """Return the fields of each profile that somebody can set, by email or external ID."""
    profiles: dict[str, Any] = {}
    for resource in sandbox.newest_resources("profile", 1000):
        held = {name: resource.attributes.get(name) for name in PROFILE_FIELDS}
        profiles[str(held["email"] or held["external_id"])] = {name: value for name, value in held.items() if value}
    return profiles


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_profiles_are_equal_after_a_round_trip(
    shop: Sandbox, empty: Sandbox, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(f"profiles.{ending}")
    assert run_export(load_export(shop), "get_profiles", file)["items"] == 14
    summary = load("profiles", empty)(file)
    assert (summary["sent"], summary["rejected"]) == (14, 0)
    assert profiles_of(empty) == profiles_of(shop)
    [line] = [line for line in capsys.readouterr().err.splitlines() if line.startswith("An export")]
    for name in ("id", "type", "created", "updated", "subscriptions"):
        assert name in line.replace(",", "").split()


def test_chosen_columns_are_read_as_well(shop: Sandbox, empty: Sandbox) -> None:
    columns = [
        "email",
        "external_id",
        "location.city",
        "properties.Favourite drink",
        "subscriptions.email.marketing.consent",
    ]
    run_export(load_export(shop), "get_profiles", Path("few.csv"), columns=columns)
    load("profiles", empty)(Path("few.csv"))
    mina = profiles_of(empty)["mina@example.com"]
    assert (mina["location"], mina["properties"]) == ({"city": "Portland"}, {"Favourite drink": "Earl Grey"})


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_events_arrive_after_a_round_trip(shop: Sandbox, empty: Sandbox, ending: str) -> None:
    file = Path(f"events.{ending}")
    run_export(load_export(shop), "get_events", file, include=["profile", "metric"])
    summary = load("events", empty)(file, backfill=True)
    assert (summary["sent"], summary["rejected"]) == (40, 0)
    assert empty.count_resources()["event"] == 40

    def events(sandbox: Sandbox) -> list[Any]:
        held = [event.attributes for event in sandbox.newest_resources("event", 100)]
        for attributes in held:
            attributes["event_properties"].pop("$event_id", None)
        return sorted(held, key=str)

    assert events(empty) == events(shop)
    assert profiles_of(empty).keys() < profiles_of(shop).keys()


def test_events_are_not_imported_as_profiles(shop: Sandbox, empty: Sandbox) -> None:
    run_export(load_export(shop), "get_events", Path("events.csv"), include=["profile", "metric"])
    module = load_import("profiles", empty)
    with pytest.raises(module.BulkFailed, match="it is an item of type event, not profile"):
        run_import(module)(Path("events.csv"))
    assert empty.count_resources() == {}
