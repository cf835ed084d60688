"""The journal in Windmill's state: few resources, read back as they were written."""

from typing import Any

import pytest
import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports import journal_state
from workbench.bulk.imports.journal_state import MAX_PART, MAX_RECENT, JournalState, pack_entries, unpack_entries

Resources = dict[str, Any]


@pytest.fixture
def resources(monkeypatch: pytest.MonkeyPatch) -> Resources:
    """Windmill's resources by path, with sizes that are a hundredth."""
    kept: Resources = {}
    monkeypatch.setattr(journal_state, "MAX_PART", MAX_PART // 100)
    monkeypatch.setattr(journal_state, "MAX_RECENT", MAX_RECENT // 100)
    monkeypatch.setattr(journal_state, "read_state", lambda path: [kept[path]] if path in kept else [])
    monkeypatch.setattr(wmill, "set_state", lambda value, path: kept.update({path: value}))
    return kept


def test_a_million_records_are_ten_resources(resources: Resources) -> None:
    state = JournalState("f/state", 2)
    for first in range(0, 10_000, 10):
        state.add([(number - 5000, number) for number in range(first, first + 10)])
    assert len(resources) <= 10
    assert JournalState("f/state", 2).sent == [(number - 5000, number) for number in range(10_000)]
    assert len(pack_entries([(-1, 1)] * MAX_PART)) < 2_000_000, "what Windmill takes at once"


def test_a_further_run_adds_to_it(resources: Resources) -> None:
    for first in (0, 150, 300, 1500):
        JournalState("f/state", 2).add([(number, 0) for number in range(first, first + 150)])
    assert len(JournalState("f/state", 2).sent) == 600


def test_jobs_stay_until_they_end(resources: Resources) -> None:
    state = JournalState("f/state", 2)
    state.begin("a", [(1, 2), (3, 4)])
    state.begin("b", [(5, 6)])
    state.add([(number, 0) for number in range(1000)])
    state.end("b")
    assert JournalState("f/state", 2).jobs == {"a": [(1, 2), (3, 4)]}


def test_an_older_state_stops_the_run(resources: Resources) -> None:
    resources["f/state_0"] = {"lines": [["sent", "", [1, 2]]]}
    with pytest.raises(BulkFailed, match="was written by another version of this script"):
        JournalState("f/state", 2)
    resources["f/state_0"] = {"version": 3, "sent": ""}
    with pytest.raises(BulkFailed, match="was written by another version of this script"):
        JournalState("f/state", 2)


def test_what_cannot_be_written_is_written_with_the_next_batch(
    resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = JournalState("f/state", 2)
    with monkeypatch.context() as broken:
        broken.setattr(wmill, "set_state", lambda value, path: 1 / 0)
        state.add([(number, 0) for number in range(500)])
    state.add([(500, 0)])
    assert JournalState("f/state", 2).sent == [(number, 0) for number in range(501)]


def test_entries_are_packed_without_loss() -> None:
    entries = [(-(2**63), 0), (2**63 - 1, 2**32 - 1), (0, 1)]
    assert unpack_entries(pack_entries(entries)) == entries
