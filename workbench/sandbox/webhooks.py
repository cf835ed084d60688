"""Sends the webhooks of an account for what happens in it: signed and retried as Klaviyo does, to this machine only."""

import hashlib
import hmac
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import requests

from workbench.sandbox.store import Resource, Rows, Store

MAX_EVENTS = 1000  # in one request
MAX_ATTEMPTS = 18  # the first, and 17 retries
MAX_WAIT = 60  # seconds; Klaviyo spreads its retries over a day
RETRIED = (429, 500, 502, 503)
TIMEOUT = (5, 10)


class Delivery(NamedTuple):
    """A request that is to be sent to a webhook."""

    webhook: Resource
    events: list[dict[str, Any]]


class Webhooks:
    """Remembers up to which event of an account the webhooks were sent."""

    def __init__(self) -> None:
        self._number = 0

    def collect(self, store: Store) -> list[Delivery]:
        """Return what is to be sent for the events that were added since the last call."""
        webhooks = [webhook for webhook in store.all_of("webhook") if is_on_this_machine(webhook)]
        query = "SELECT * FROM resources WHERE type = ? AND number > ?"
        by_webhook: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for event in Rows(store.database, query, ("event", str(self._number)), "number"):
            self._number = event.number
            topic = topic_of(store, event)
            for webhook in webhooks:
                if ("webhook-topic", topic) in store.references(webhook.reference, "webhook-topics"):
                    by_webhook[webhook.id].append(
                        {"external_id": event.id, "topic": topic, "payload": event.attributes}
                    )
        return [
            Delivery(webhook, events[start : start + MAX_EVENTS])
            for webhook in webhooks
            for events in [by_webhook[webhook.id]]
            for start in range(0, len(events), MAX_EVENTS)
        ]


def is_on_this_machine(webhook: Resource) -> bool:
    """Return whether a webhook may be sent: the sandbox calls no other machine."""
    return urlsplit(str(webhook.attributes["endpoint_url"])).hostname == "127.0.0.1"


def topic_of(store: Store, event: Resource) -> str:
    """Return the topic of an event, such as event:api.viewed_product."""
    for reference in store.references(event.reference, "metric"):
        if metric := store.get(*reference):
            integration = (metric.attributes.get("integration") or {}).get("name") or "api"
            name = re.sub(r"\W+", "_", metric.attributes["name"].lower())
            return f"event:{integration.lower()}.{name}"
    return ""


def send(delivery: Delivery, account_id: str, wait: Callable[[float], None] = time.sleep) -> Iterator[int | None]:
    """Yield the status of each attempt, None without an answer, until one is not to be repeated."""
    attributes = delivery.webhook.attributes
    for attempt in range(MAX_ATTEMPTS):
        now = datetime.now(UTC)
        meta = {"klaviyo_account_id": account_id, "klaviyo_webhook_id": delivery.webhook.id}
        body = json.dumps({"data": delivery.events, "meta": {**meta, "timestamp": now.isoformat()}})
        timestamp = format_datetime(now, usegmt=True)
        signed = f"{body}{timestamp}".encode()
        headers = {
            "Content-Type": "application/json",
            "Klaviyo-Webhook-Id": delivery.webhook.id,
            "Klaviyo-Timestamp": timestamp,
            "Klaviyo-Signature": hmac.new(attributes["secret_key"].encode(), signed, hashlib.sha256).hexdigest(),
        }
        try:
            url = attributes["endpoint_url"]
            status = requests.post(
                url, body.encode(), headers=headers, timeout=TIMEOUT, allow_redirects=False
            ).status_code
        except requests.RequestException:
            status = None
        yield status
        if status is not None and status not in RETRIED:
            return
        wait(min(2.0**attempt, MAX_WAIT))
