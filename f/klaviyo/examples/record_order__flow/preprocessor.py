"""Makes the input of the flow of a webhook: Windmill calls it if the flow is started by a trigger."""

from typing import Any


def preprocessor(event: dict[str, Any]) -> dict[str, Any]:
    """Return `account` and `order`. The body of Shopify's orders/create webhook is the order itself."""
    return {"account": "$res:f/klaviyo/account", "order": event.get("body")}
