"""Posts a message to a chat."""

from typing import Any

import requests


def main(order: dict[str, Any], chat_url: str) -> str:
    """Return the line that was posted. Raises ValueError if there is no URL, RuntimeError if the chat refuses it."""
    if not chat_url:
        raise ValueError("chat_url is missing: the URL of an incoming webhook of the chat")
    person = order["email"] or order["phone_number"] or order["profile_id"] or "somebody"
    value = "" if order["value"] is None else f" for {order['value']:,.2f}"
    line = f"{order['metric']}: {person}{value}, {order['time']}"
    response = requests.post(chat_url, json={"text": line}, timeout=(10, 30))
    if not response.ok:
        raise RuntimeError(f"The chat answered with status {response.status_code}")
    return line
