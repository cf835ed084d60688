"""Sending consents"""

from typing import Any

from workbench.bulk.client import Client
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.jobs import begin_job, repeat_job, wait_for_job
from workbench.bulk.imports.records import Records
from workbench.bulk.imports.refusals import interpret_refusal
from workbench.bulk.subscriptions.actions import ACTIONS, ALL, SUPPRESSIONS
from workbench.bulk.subscriptions.lists import find_others
from workbench.bulk.text import compact, encode

NO_ANSWER = {None, *range(500, 600)}  # statuses that leave open whether a request was accepted


def path_of(action: str) -> str:
    """Where requests of an action go."""
    return f"/api/{ACTIONS[action].type}s"


def write_body(action: str, list_id: str, custom_source: str, is_historical: bool, records: list[Record]) -> bytes:
    """The body of a request."""
    head = f'{{"data":{{"type":"{ACTIONS[action].type}","attributes":{{'
    if custom_source:
        head += f'"custom_source":{compact(custom_source)},'
    if is_historical:
        head += '"historical_import":true,'
    lists = compact({"list": {"data": {"type": "list", "id": list_id}}})
    tail = f',"relationships":{lists}' if list_id not in ("", ALL) else ""
    profiles = ",".join(record.body for record in records)
    return encode(f'{head}"profiles":{{"data":[{profiles}]}}}}{tail}}}}}')


def send_batch(records: Records, client: Client, batch: Batch, action: str) -> Outcome:
    """Send a batch. That of a suppression comes back with the job, whose end is waited for then."""
    response, _ = client.request("POST", path_of(action), records.payload(batch.records))
    if response is None:
        return Outcome()
    if response.status_code != 202:
        return interpret_refusal(records, client, batch, response)
    return begin_job(client, batch, response) if action in SUPPRESSIONS else Outcome(batch.records)


def find_strangers(client: Client, records: list[Record], list_id: str) -> dict[Record, str] | None:
    """Return who is not on a list, and why it is not sent; None if all has to stop.

    Klaviyo would unsubscribe them from everything.
    """
    others = find_others(client, list_id, records)
    reason = f'not on the list {list_id}: Klaviyo would unsubscribe from everything, as list_id "{ALL}" does'
    return None if others is None else dict.fromkeys((record for record in records if record in others), reason)


def unsubscribe_members(records: Records, client: Client, batch: Batch, action: str) -> Outcome:
    """Unsubscribe a batch of members of a list.

    Klaviyo would unsubscribe those whom an earlier request has removed from the list from everything: none is sent
    twice.
    """
    response, _ = client.request("POST", path_of(action), records.payload(batch.records), final=NO_ANSWER)
    status = response.status_code if response is not None else None
    if status in NO_ANSWER:
        if client.stopped:
            return Outcome()
        reason = "Klaviyo gave no answer, and may have unsubscribed it: look, and import it again if it has not"
        return Outcome(rejected=[(record, reason) for record in batch.records])
    if response is not None and status != 202:
        return interpret_refusal(records, client, Batch(batch.records), response)
    return Outcome(batch.records)


def follow_job(client: Client, batch: Batch, action: str, jobs: dict[str, dict[str, Any]]) -> Outcome:
    """Wait for the end of the job that works on a batch; `jobs` gets what it has done."""
    job = wait_for_job(client, path_of(action), batch.job)
    if job is None:
        return Outcome()
    if not job:
        return repeat_job(client, batch)
    jobs[batch.job] = job
    return Outcome(batch.records, ended=batch.job)
