"""Makes the body that records the consents of a sign-up."""

from typing import Any

CHECKED = (True, "true", "on", "yes", "1")  # a checkbox, as forms and scripts send it
IDENTIFIERS = {"email": "email", "sms": "phone_number"}


def main(signup: Any, list_id: str | None) -> dict[str, Any] | None:
    """Return the body of bulk_subscribe_profiles, None if nobody has consented.

    Raises ValueError if there is no sign-up or no list, or if a channel that somebody has consented to lacks its
    identifier. Nothing is taken for a consent but a checked box: an email address alone subscribes nobody.
    """
    if not isinstance(signup, dict):
        raise ValueError("There is no sign-up. The body of the webhook, or the input signup, is the form as an object")
    channels = [channel for channel in IDENTIFIERS if signup.get(f"{channel}_consent") in CHECKED]
    missing = [IDENTIFIERS[channel] for channel in channels if not signup.get(IDENTIFIERS[channel])]
    if missing:
        raise ValueError(f"The sign-up has a consent, but no {' and no '.join(missing)}")
    if not channels:
        return None
    if not list_id:
        raise ValueError("There is no list_id: the ID of the list, in the query of the webhook's URL or as an input")
    profile = {
        **{IDENTIFIERS[channel]: signup[IDENTIFIERS[channel]] for channel in channels},
        "subscriptions": {channel: {"marketing": {"consent": "SUBSCRIBED"}} for channel in channels},
    }
    attributes: dict[str, Any] = {"profiles": {"data": [{"type": "profile", "attributes": profile}]}}
    if signup.get("source"):
        attributes["custom_source"] = signup["source"]
    return {
        "data": {
            "type": "profile-subscription-bulk-create-job",
            "attributes": attributes,
            "relationships": {"list": {"data": {"type": "list", "id": list_id}}},
        }
    }
