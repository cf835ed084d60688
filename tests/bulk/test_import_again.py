"""Imports of a file that has changed: every row of the last one is there once, and nothing unchanged is sent again."""

import contextlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.bulk_import import load_import, run_import
from tests.support.collection import INDEX, unthrottled
from tests.support.events import events_of, groups_of
from workbench.sandbox import Sandbox

SOME = settings(max_examples=settings.default.max_examples // 8 if settings.default else 25)  # several runs each
PEOPLE = [f"{name}@example.com" for name in ("ada", "bob", "cyd")]
EMAILS = {email: [email, email.upper(), f" {email}", f"mailto:{email}"] for email in PEOPLE}
TIMES = {  # notations of two moments
    moment: [f"{moment}:00Z", f"{moment.replace('T', ' ')} UTC", later]
    for moment, later in [
        ("2026-11-20T08:30", "2026-11-20 09:30:00 +0100"),
        ("2026-11-21T23:30", "2026-11-22T00:30:00+01:00"),
    ]
}
VALUES = {1.5: ["1.5", "1.50", "EUR 1.50"], 2000.0: ["2000", "2,000.00", "2000.00 EUR"]}


@pytest.fixture(scope="module")
def shop() -> Iterator[Sandbox]:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@cache
def module_of(kind: str, sandbox: Sandbox) -> Any:
    return load_import(kind, sandbox)


@st.composite
def tables(draw: Any, meanings: st.SearchStrategy[Any], spell: Any) -> list[tuple[Any, dict[str, Any]]]:
    """Rows with what they mean, in any order, each spelled in some way."""
    drawn = draw(st.lists(meanings, min_size=1, max_size=6, unique=True))
    return [(meaning, spell(draw, meaning)) for meaning in drawn]


def spell_event(draw: Any, meaning: Any) -> dict[str, Any]:
    email, time, value, note = meaning
    row = {
        "Email": draw(st.sampled_from(EMAILS[email])),
        "Created at": draw(st.sampled_from(TIMES[time])),
        "Total": draw(st.sampled_from(VALUES[value])),
        "Currency": "EUR",
        "Note": note,
    }
    return dict(draw(st.permutations([*row.items()])))


EVENTS = st.tuples(
    st.sampled_from(PEOPLE), st.sampled_from([*TIMES]), st.sampled_from([*VALUES]), st.sampled_from("xy")
)


@SOME
@given(runs=st.lists(tables(EVENTS, spell_event), min_size=2, max_size=4))
def test_events_are_recorded_once_however_they_are_written(shop: Sandbox, runs: list[Any]) -> None:
    shop.received.clear()
    run = run_import(module_of("events", shop))
    known: set[Any] = set()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for table in runs:
            summary = run([row for _, row in table], metric="Placed Order", journal="events.journal")
            meanings = {meaning for meaning, _ in table}
            assert (summary["sent"], summary["before"]) == (len(meanings - known), len(meanings & known))
            known |= meanings
    recorded = Counter(meaning_of(group, event) for group, event in events_sent(shop))
    assert recorded == Counter(known), "each once"


def events_sent(sandbox: Sandbox) -> Iterator[tuple[Any, Any]]:
    for received in sandbox.received:
        for group in groups_of(json.loads(received.body)):
            for event in events_of(group):
                yield group["attributes"]["profile"]["data"]["attributes"], event["attributes"]


def meaning_of(profile: Any, event: Any) -> Any:
    time = datetime.fromisoformat(event["time"]).astimezone(UTC)
    return profile["email"].lower(), f"{time:%Y-%m-%dT%H:%M}", event["value"], event["properties"]["Note"]


def spell_profile(draw: Any, meaning: Any) -> dict[str, Any]:
    email, city, tier = meaning
    row = {"Email": draw(st.sampled_from(EMAILS[email])), "City": city, "Tier": tier}
    return dict(draw(st.permutations([*row.items()])))


PROFILES = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["Bern", "Zürich"]), st.sampled_from(["gold", "silver"]))
MAPPINGS: list[dict[str, str]] = [{}, {"title": "Tier"}, {"city": ""}]


@SOME
@given(
    runs=st.lists(
        st.tuples(tables(PROFILES, spell_profile), st.sampled_from(MAPPINGS)),
        min_size=2,
        max_size=4,
    )
)
def test_profiles_are_as_the_last_file_has_them(shop: Sandbox, runs: list[Any]) -> None:
    """The first row of a person counts. Another mapping changes what a row means."""
    shop.reset_account()
    run = run_import(module_of("profiles", shop))
    sent: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for table, mapping in runs:
            latest = {meaning[0]: expected_profile(meaning, mapping) for meaning, _ in reversed(table)}
            changed = {email for email, expected in latest.items() if sent.get(email) != expected}
            summary = run([row for _, row in table], mapping=mapping, journal="profiles.journal")
            counts = summary["sent"], summary["before"], summary["repeated"]
            assert counts == (len(changed), len(latest) - len(changed), len(table) - len(latest))
            sent |= latest
    imported: dict[str, list[Any]] = {}
    for job in shop.jobs.jobs.values():
        for profile in job.profiles:
            imported.setdefault(profile["attributes"]["email"].lower(), []).append(profile["attributes"])
    for email, expected in latest.items():
        attributes = imported[email][-1]
        assert {name: value for name, value in attributes.items() if name != "email"} == expected


def expected_profile(meaning: Any, mapping: dict[str, str]) -> Any:
    _, city, tier = meaning
    if "title" in mapping:
        return {"title": tier, "location": {"city": city}}
    if "city" in mapping:
        return {"properties": {"City": city, "Tier": tier}}
    return {"location": {"city": city}, "properties": {"Tier": tier}}
