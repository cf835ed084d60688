# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Receive Webhook: check a webhook of Klaviyo and hand its events over to a flow

For an HTTP route of Windmill with the method custom_script and raw_string. The signature is checked: HMAC-SHA256, in
hex, with the secret of the webhook over the body as it was sent followed by the text of the header Klaviyo-Timestamp
(https://developers.klaviyo.com/en/docs/working_with_system_webhooks). So are the ID of the webhook, in header and body,
and the age, by the timestamp in the body, as the clock of the header has been seen hours off.

The resource f/klaviyo/webhooks has the secret of each webhook and the flow that gets its events, as the argument
`events`, a list of objects with external_id, topic and payload. An event that was handed over is remembered for as long
as its request would be accepted, and not handed over again; two requests at the same moment can still both do so, as
Windmill's state has no lock. The answer is 202, or 401 for a request that is not genuine or too old, 400 for one that
has no events, and 503 if the flow could not be started, so that Klaviyo tries again.

Scopes: none.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any, TypedDict

from workbench.codegen.parts.errors import InvalidInput
from workbench.codegen.parts.formats import parse_time
from workbench.everyday.arguments import check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.triggers.handover import Answer, answer, read_settings, start_flow
from workbench.triggers.state import load_state, save_state

SETTINGS = "f/klaviyo/webhooks"
MAX_AGE = timedelta(hours=1)
MAX_AHEAD = timedelta(minutes=5)
MAX_REMEMBERED = 10_000  # events, which stay under 1 MB


def preprocessor(event: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of `main` from the request that a route received."""
    return {"headers": event.get("headers") or {}, "raw_string": event.get("raw_string") or ""}


def main(headers: dict[str, Any], raw_string: str) -> Answer:
    """Return the answer to Klaviyo.

    Args:
        headers: Headers of the request, with names in lower case.
        raw_string: Body of the request, as it was sent.
    """
    try:
        check_arguments({"headers": headers, "raw_string": raw_string}, Arguments)
    except InvalidInput:
        return answer(401, "The request has no headers or no body")
    try:
        webhooks = read_settings(SETTINGS)
    except Exception as error:  # it is missing, or Windmill cannot be reached
        return answer(503, f"The resource {SETTINGS} cannot be read: {type(error).__name__}")
    id_ = str(headers.get("klaviyo-webhook-id"))
    webhook = webhooks.get(id_)
    if webhook is not None and not is_complete(webhook):
        return answer(503, f"The entry {id_} of the resource {SETTINGS} needs secret and flow")
    if webhook is None or not is_genuine(headers, raw_string, webhook["secret"]):
        return answer(401, "The signature is not that of a known webhook")
    try:
        document = json.loads(raw_string)
        events, meta = document["data"], document["meta"]
        age = datetime.now(UTC) - parse_time(meta["timestamp"])
        by_id = {str(event["external_id"]): event for event in events}
    except (ValueError, TypeError, KeyError, AttributeError):
        return answer(400, "The body is not that of a webhook: an object with data and meta")
    if meta.get("klaviyo_webhook_id") != id_:
        return answer(401, "The IDs of the webhook in header and body differ")
    if not -MAX_AHEAD <= age <= MAX_AGE:
        return answer(401, f"The request is dated {meta['timestamp']}, more than an hour ago or in the future")
    try:
        handed_over = recent(load_state() or {})
        fresh = [event for external_id, event in by_id.items() if external_id not in handed_over]
        if fresh and not start_flow(webhook["flow"], {"events": fresh}):
            return answer(503, "The flow was not started; send it again")
        save_state(recent(handed_over | dict.fromkeys(by_id, datetime.now(UTC).isoformat())))
    except Exception as error:  # Windmill's state cannot be read or written
        return answer(503, f"What was handed over cannot be remembered: {type(error).__name__}")
    return answer(202, f"Handed over: {len(fresh)} of {len(events)}")


def is_complete(webhook: Any) -> bool:
    """Return whether an entry of the settings names secret and flow."""
    return isinstance(webhook, dict) and all(isinstance(webhook.get(name), str) for name in ("secret", "flow"))


def is_genuine(headers: dict[str, Any], body: str, secret: str) -> bool:
    """Return whether the signature of a request was made with the secret."""
    signed = f"{body}{headers.get('klaviyo-timestamp')}".encode()
    signature = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), str(headers.get("klaviyo-signature")).encode())


def recent(handed_over: dict[str, str]) -> dict[str, str]:
    """Return the events, external ID -> time, whose requests would still be accepted."""
    earliest = datetime.now(UTC) - 2 * MAX_AGE
    kept = {id_: time for id_, time in handed_over.items() if parse_time(time) > earliest}
    # Windmill does not keep the order of keys.
    return dict(sorted(kept.items(), key=lambda entry: entry[1])[-MAX_REMEMBERED:])


class Arguments(TypedDict):
    headers: dict[str, Any]
    raw_string: str


if __name__ == "__main__":
    run_by_hand(main)
