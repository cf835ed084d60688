"""Sends a change of consent to a CRM."""

from typing import Any
from urllib.parse import quote

import requests


def main(change: dict[str, Any], crm_url: str) -> dict[str, Any]:
    """Return what was sent. Raises ValueError if there is no URL, RuntimeError if the CRM refuses it."""
    if not crm_url:
        raise ValueError("crm_url is missing: the URL of the CRM's contacts")
    contact = change["email"] or change["phone_number"]
    if not contact:
        raise ValueError(f"The profile {change['profile_id']} has no email address and no phone number")
    update = {name: change[name] for name in ("channel", "change", "time", "source")}
    response = requests.patch(f"{crm_url.rstrip('/')}/{quote(contact, safe='')}", json=update, timeout=(10, 30))
    if not response.ok:
        raise RuntimeError(f"The CRM answered with status {response.status_code}")
    return update
