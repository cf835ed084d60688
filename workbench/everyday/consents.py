"""Consents: channels, and what they need"""

from datetime import datetime
from typing import Any, Literal, NamedTuple

from workbench.codegen.parts.errors import InvalidInput
from workbench.codegen.parts.formats import parse_time
from workbench.everyday.arguments import argument_fault

ChannelName = Literal["email", "sms", "whatsapp", "sms_transactional", "whatsapp_transactional"]
LASTING = ("HARD_BOUNCE", "INVALID_EMAIL")  # suppressions that are nobody's wish


class Channel(NamedTuple):
    """Where a consent stands in Klaviyo's `subscriptions`, and the identifier that it needs."""

    name: str
    kind: str
    identifier: str


CHANNELS = {
    "email": Channel("email", "marketing", "email"),
    "sms": Channel("sms", "marketing", "phone_number"),
    "whatsapp": Channel("whatsapp", "marketing", "phone_number"),
    "sms_transactional": Channel("sms", "transactional", "phone_number"),
    "whatsapp_transactional": Channel("whatsapp", "transactional", "phone_number"),
}


def subscriptions_of(channels: list[str], consent: dict[str, Any]) -> Any:
    """Return Klaviyo's `subscriptions` with the same consent on each channel."""
    subscriptions: dict[str, Any] = {}
    for channel in (CHANNELS[name] for name in channels):
        subscriptions.setdefault(channel.name, {})[channel.kind] = consent
    return subscriptions


def refuse_unneeded(arguments: dict[str, Any]) -> None:
    """Raise InvalidInput if a channel lacks its identifier, or an identifier its channel."""
    needed = {CHANNELS[name].identifier: name for name in arguments["channels"]}
    faults = []
    for identifier, words in (("email", "an email address"), ("phone_number", "a phone number")):
        if identifier in needed and identifier not in arguments:
            faults.append(argument_fault((identifier,), f"{words}, which the channel {needed[identifier]} needs", None))
        if identifier in arguments and identifier not in needed:
            expected = f"nothing, as no channel is for {words}"
            faults.append(argument_fault((identifier,), expected, arguments[identifier]))
    if faults:
        raise InvalidInput(faults)


def find_withdrawal(profile: Any, channels: list[str], list_id: str | None, since: datetime) -> str | None:
    """Return in words that somebody has withdrawn a consent at a time or later, or at a time that is not known."""
    subscriptions = (profile and profile["attributes"].get("subscriptions")) or {}
    for name in channels:
        channel = CHANNELS[name]
        held = (subscriptions.get(channel.name) or {}).get(channel.kind) or {}
        withdrawals = [
            (entry.get("timestamp"), f"{entry.get('reason')}")
            for entry in held.get("suppression") or []
            if entry.get("reason") not in LASTING
        ]
        withdrawals += [
            (entry.get("timestamp"), "unsubscribed from the list")
            for entry in held.get("list_suppressions") or []
            if entry.get("list_id") == list_id
        ]
        if held.get("consent") == "UNSUBSCRIBED":
            times = [held[field] for field in ("consent_timestamp", "last_updated") if held.get(field)]
            withdrawals.append((max(times, key=parse_time, default=None), "unsubscribed"))
        for moment, reason in withdrawals:
            if moment is None or parse_time(moment) >= since:
                return f"{name}: {reason}{f' at {moment}' if moment else ''}"
    return None
