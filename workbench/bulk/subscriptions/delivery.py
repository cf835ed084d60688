"""Sending consents"""

from dataclasses import replace
from typing import Any

from workbench.bulk.client import Client
from workbench.bulk.imports.batches import Batch, Outcome, Record
from workbench.bulk.imports.jobs import begin_job, repeat_job, wait_for_job
from workbench.bulk.imports.records import Records
from workbench.bulk.imports.refusals import interpret_refusal
from workbench.bulk.subscriptions.actions import ACTIONS, ALL, SUPPRESSIONS
from workbench.bulk.subscriptions.lists import find_others
from workbench.bulk.subscriptions.withdrawals import find_withdrawn
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


def subscribe_others(records: Records, client: Client, batch: Batch, list_id: str) -> Outcome:
    """Subscribe those of a batch who have not said no in Klaviyo since, and reject those who have."""
    withdrawn = find_withdrawn(client, batch.records, list_id)
    if withdrawn is None:
        return Outcome()
    others = [record for record in batch.records if record not in withdrawn]
    outcome = send_batch(records, client, replace(batch, records=others), "subscribe") if others else Outcome()
    return replace(outcome, rejected=[*withdrawn.items(), *outcome.rejected])


def unsubscribe_members(records: Records, client: Client, batch: Batch, list_id: str) -> Outcome:
    """Unsubscribe those of a batch who are on the list: Klaviyo would unsubscribe the others from everything.

    As it would those whom an earlier request has removed from the list, none is sent twice.
    """
    others = find_others(client, list_id, batch.records)
    if others is None:
        return Outcome()
    reason = f'not on the list {list_id}: Klaviyo would unsubscribe from everything, as list_id "{ALL}" does'
    rejected: list[tuple[Record | None, str]] = [(record, reason) for record in others]
    members = [record for record in batch.records if record not in others]
    if not members:
        return Outcome(rejected=rejected)
    response, _ = client.request("POST", path_of("unsubscribe"), records.payload(members), final=NO_ANSWER)
    status = response.status_code if response is not None else None
    if status in NO_ANSWER:
        if client.stopped:
            return Outcome(rejected=rejected)
        reason = "Klaviyo gave no answer, and may have unsubscribed it: look, and import it again if it has not"
        return Outcome(rejected=[*rejected, *((record, reason) for record in members)])
    if response is not None and status != 202:
        outcome = interpret_refusal(records, client, Batch(members), response)
        return replace(outcome, rejected=[*rejected, *outcome.rejected])
    return Outcome(members, rejected)


def follow_job(client: Client, batch: Batch, action: str, jobs: dict[str, dict[str, Any]]) -> Outcome:
    """Wait for the end of the job that works on a batch; `jobs` gets what it has done."""
    job = wait_for_job(client, path_of(action), batch.job)
    if job is None:
        return Outcome()
    if not job:
        return repeat_job(client, batch)
    jobs[batch.job] = job
    return Outcome(batch.records, ended=batch.job)
