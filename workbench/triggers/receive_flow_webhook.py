# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Receive Flow Webhook: hand over what the action Webhook of a Klaviyo flow sends

For an HTTP route of Windmill with the method api_key. In Klaviyo, the action Webhook of a flow takes the URL of the
route, and as a header the name and the secret of the route's api_key_auth resource, such as X-Api-Key. The body is what
the designer of the flow wrote: an object. No special plan of Klaviyo is needed.

The resource f/klaviyo/flow_webhook says which flow of Windmill gets the body, as its argument `body`, and what the body
must have: {"flow": "f/sales/new_lead", "expected": {"type": "object", "required": ["email"]}}, where `expected` is a
JSON Schema and may be left out. The answer is 202 as soon as that flow has been started, 400 for a body that does not
fit, which Klaviyo does not send again, and 503 if the flow could not be started, so that Klaviyo tries again.

Scopes: none.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, TypedDict

from jsonschema import Draft202012Validator, SchemaError

from workbench.codegen.parts.errors import InvalidInput
from workbench.everyday.arguments import check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.triggers.handover import Answer, answer, read_settings, start_flow

SETTINGS = "f/klaviyo/flow_webhook"
MAX_ERRORS = 3  # that the answer names


def preprocessor(event: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of `main` from the request that a route received."""
    return {"body": event.get("body")}


def main(body: dict[str, Any]) -> Answer:
    """Return the answer to Klaviyo.

    Args:
        body: What Klaviyo sent, as the designer of the flow wrote it.
    """
    try:
        settings = read_settings(SETTINGS)
        flow, expected = str(settings["flow"]), settings.get("expected", {})
        Draft202012Validator.check_schema(expected)
    except (LookupError, SchemaError) as error:
        return answer(503, f"The resource {SETTINGS} is missing or wrong: {str(error).splitlines()[0]}")
    except Exception as error:  # Windmill cannot be reached
        return answer(503, f"The resource {SETTINGS} cannot be read: {type(error).__name__}")
    try:
        check_arguments({"body": body}, Arguments)
    except InvalidInput as error:
        return answer(400, f"body: {error.faults[0]['expected']} with something in it")
    errors = islice(Draft202012Validator(expected).iter_errors(body), MAX_ERRORS)
    if faults := [f"{error.json_path.replace('$', 'body', 1)}: {error.message[:200]}" for error in errors]:
        return answer(400, "; ".join(faults))
    if not start_flow(flow, {"body": body}):
        return answer(503, "The flow was not started; send it again")
    return answer(202, "Handed over")


class Arguments(TypedDict):
    body: dict[str, Any]


if __name__ == "__main__":
    run_by_hand(main)
