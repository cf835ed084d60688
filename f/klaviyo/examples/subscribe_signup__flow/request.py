"""Makes the body that records the consents of a sign-up."""

from typing import Any

CHECKED = (True, "true", "on", "yes", "1")  # a checkbox, as forms and scripts send it
IDENTIFIERS = {"email": "email", "sms": "phone_number"}


def main(signup: dict[str, Any], list_id: str) -> dict[str, Any] | None:
    """Return the body of bulk_subscribe_profiles, None if nobody has consented.

    Raises ValueError if a channel that somebody has consented to lacks its identifier. Nothing is taken for a consent
    but a checked box: an email address alone subscribes nobody.
    """
    channels = [channel for channel in IDENTIFIERS if signup.get(f"{channel}_consent") in CHECKED]
    missing = [IDENTIFIERS[channel] for channel in channels if not signup.get(IDENTIFIERS[channel])]
    if missing:
        raise ValueError(f"The sign-up has a consent, but no {' and no '.join(missing)}")
    if not channels:
        return None
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
