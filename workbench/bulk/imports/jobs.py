"""Klaviyo's jobs, which import a batch some time after they have accepted it."""

import re
import time
from typing import Any

import requests

from workbench.bulk.client import Client, inside, json_of
from workbench.bulk.imports.batches import Batch, Outcome

MAX_JOB = 3600  # seconds to wait for a job of Klaviyo's, before the run ends until later
MAX_DROPPED = 3  # jobs for the same records that Klaviyo cancels or forgets


def begin_job(client: Client, batch: Batch, response: requests.Response) -> Outcome:
    """The batch comes back with the job that Klaviyo's answer names, so that its end is waited for."""
    job = inside(json_of(response), "data", "id")
    if not (isinstance(job, str) and re.fullmatch(r"[\w.-]{1,200}", job)):
        client.stop(f"Klaviyo's answer names no job: {client.quote(response)}")
        return Outcome()
    positions = [record.entry for record in batch.records]
    begun = Batch(batch.records, batch.unsure, job, positions, batch.dropped)
    return Outcome(resend=[begun], begun=begun)


def wait_for_job(client: Client, path: str, job: str) -> dict[str, Any] | None:
    """The attributes of a complete job; empty if Klaviyo has dropped it; None if all has to stop."""
    pause, until = 1.0, time.monotonic() + MAX_JOB
    while not client.stopped:
        client.rest(pause)
        pause = min(30, pause * 1.5)
        response, _ = client.request("GET", f"{path}/{job}", endpoint="job", final=(404,))
        if response is None:
            return None
        attributes = inside(json_of(response), "data", "attributes")
        status = inside(attributes, "status")
        if response.status_code == 404 or status == "cancelled":
            return {}
        if status == "complete":
            return dict(attributes)
        if response.status_code != 200 or time.monotonic() > until:
            is_slow = response.status_code == 200
            client.stop(f"Klaviyo's job {job} does not end: {client.quote(response)}", temporary=is_slow)
    return None


def repeat_job(client: Client, batch: Batch) -> Outcome:
    """Have another job do what a dropped one has not done."""
    if batch.dropped + 1 == MAX_DROPPED:
        client.stop(f"Klaviyo does not finish its jobs, the last of them {batch.job}", temporary=True)
    again = [Batch(batch.records, dropped=batch.dropped + 1)] if batch.records else []
    return Outcome(resend=again, ended=batch.job)
