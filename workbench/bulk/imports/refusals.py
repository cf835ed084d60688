"""Refusals: which records of a batch Klaviyo did not accept, and why."""

from __future__ import annotations

import re

import requests

from workbench.bulk.client import Client, inside, objects_of
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.records import Records


def interpret_refusal(records: Records, client: Client, batch: Batch, response: requests.Response) -> Outcome:
    """Reject the records that Klaviyo's pointers name, and send the others again.

    If no pointer names a record, the batch is halved until one is alone. If Klaviyo refuses what all records have in
    common, such as the list, the run stops.
    """
    rejected: dict[Record, str] = {}
    recorded: dict[Record, None] = {}  # accepted the first time
    concerns_all = False
    for error in objects_of(response, "errors"):
        pointer = str(inside(error, "source", "pointer"))
        reason = client.hide_key(str(error.get("detail") or error.get("title")))
        blamed = records.blamed(batch.records, pointer)
        if batch.unsure and is_duplicate(pointer, reason):
            recorded |= dict.fromkeys(blamed)
        else:
            rejected |= dict.fromkeys(blamed, reason)
            concerns_all = concerns_all or bool(re.match("/data/(type|relationships)", pointer))
    if not rejected and not recorded:
        if concerns_all:
            client.stop(f"Klaviyo refuses all rows: {client.quote(response)}")
            return Outcome()
        if len(batch.records) > 1:
            return Outcome(resend=halve(batch))
        rejected = {batch.records[0]: client.quote(response)}
    others = [record for record in batch.records if record not in rejected and record not in recorded]
    reasons: list[tuple[Record | None, str]] = [
        (record, f"Klaviyo: {reason}") for record, reason in rejected.items() if record not in recorded
    ]
    return Outcome([*recorded], reasons, [Batch(others, batch.unsure)] if others else [])


def is_duplicate(pointer: str, reason: str) -> bool:
    """Whether Klaviyo refuses an event because it has recorded it before."""
    return pointer.endswith("/unique_id") and bool(re.search("duplicat|already|exist", reason, re.IGNORECASE))


def halve(batch: Batch) -> list[Batch]:
    half = len(batch.records) // 2
    return [Batch(part, batch.unsure) for part in (batch.records[:half], batch.records[half:])]
