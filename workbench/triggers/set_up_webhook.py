# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Set Up Webhook: have Klaviyo call a route of Windmill when something happens

Creates a webhook in Klaviyo for the topics, with a new secret, which is stored as a secret variable of Windmill. The
resource f/klaviyo/webhooks, which receive_webhook reads, gets an entry with this secret and the flow. Webhooks need an
app: `auth` has its access token, as private keys get 403. Each run creates another webhook.

Scopes: webhooks:write.
"""

from __future__ import annotations

import secrets
from typing import Annotated, Any, TypedDict

import wmill

from workbench.codegen.parts.constants import ID
from workbench.everyday.arguments import ACCOUNT, TEXT, check_arguments, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import CreateWebhookBody, create_webhook, klaviyo
from workbench.triggers.workspace import read_entries

WEBHOOKS = "f/klaviyo/webhooks"
PLACES = {
    "/body/data/attributes/name": "/name",
    "/body/data/attributes/endpoint_url": "/url",
    "/body/data/relationships/webhook-topics/data": "/topics",
}


def main(auth: klaviyo, name: str, url: str, topics: list[str], flow: str) -> WebhookSetUp:
    """Return the webhook, and what the route of Windmill needs.

    Args:
        auth: Klaviyo resource with the access token of an app.
        name: What to call the webhook in Klaviyo.
        url: Address of the route in Windmill; it begins with https.
        topics: What to be told of, such as event:klaviyo.bounced_email. get_webhook_topics lists all topics.
        flow: Path of the flow that gets the events, such as f/sales/klaviyo_events.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments({"auth": auth, "name": name, "url": url, "topics": topics, "flow": flow}, Arguments)
    webhooks = read_entries(WEBHOOKS)
    secret = secrets.token_urlsafe(32)
    body: CreateWebhookBody = {
        "data": {
            "type": "webhook",
            "attributes": {"name": arguments["name"], "endpoint_url": arguments["url"], "secret_key": secret},
            "relationships": {
                "webhook-topics": {"data": [{"type": "webhook-topic", "id": topic} for topic in arguments["topics"]]}
            },
        }
    }
    with report_by_argument(PLACES):
        id_ = create_webhook(auth, body)["data"]["id"]
    variable = f"{WEBHOOKS}_{id_}"
    wmill.set_variable(variable, secret, is_secret=True)
    entry = {"secret": f"$var:{variable}", "flow": arguments["flow"]}
    wmill.set_resource(WEBHOOKS, {**webhooks, id_: entry}, "any")
    return WebhookSetUp(
        id=id_, flow=arguments["flow"], name=arguments["name"], topics=arguments["topics"], secret=variable
    )


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    name: Annotated[str, TEXT]
    url: Annotated[str, {"pattern": "^https://", "expected": "an address that begins with https"}]
    topics: list[Annotated[str, ID]]
    flow: Annotated[
        str, {"pattern": r"^[ufg](/[\w-]+){2,}\Z", "expected": "the path of a flow, such as f/sales/events"}
    ]


class WebhookSetUp(TypedDict):
    id: str
    flow: str
    name: str
    secret: str
    topics: list[str]


if __name__ == "__main__":
    run_by_hand(main)
