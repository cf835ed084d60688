"""Makes the input of the flow of a webhook: Windmill calls it if the flow is started by a trigger."""

from typing import Any


def preprocessor(event: dict[str, Any]) -> dict[str, Any]:
    """Return `account`, `list_id` and `signup`. The body of the webhook is the sign-up, the list is in its URL."""
    return {
        "account": "$res:f/klaviyo/account",
        "list_id": (event.get("query") or {}).get("list_id", ""),
        "signup": event.get("body"),
    }
