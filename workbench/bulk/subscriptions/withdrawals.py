"""Who has said no in Klaviyo"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from workbench.bulk.client import Client, inside, json_of, objects_of
from workbench.bulk.imports.batches import Record
from workbench.bulk.subscriptions.channels import CHANNELS, Channel
from workbench.bulk.subscriptions.lists import filter_of, is_page
from workbench.bulk.text import fold_identifier

MAX_PEOPLE = 100  # of one request
CONSENTS = ("SUBSCRIBED", "NEVER_SUBSCRIBED", "", None)  # anything else that Klaviyo may say is a withdrawal
FIELDS = "additional-fields[profile]=subscriptions&fields[profile]=email,phone_number,subscriptions"


class Withdrawal(NamedTuple):
    """`time`: None if Klaviyo does not say when; `reason`: as Klaviyo has it, such as SPAM_COMPLAINT."""

    time: datetime | None
    reason: str


def find_withdrawn(client: Client, records: list[Record], list_id: str) -> dict[Record, str] | None:
    """Who has unsubscribed or was suppressed after the consent in the row, and why it cannot be sent.

    None if all has to stop, as Klaviyo does not answer or the key may not read profiles.
    """
    people = {record: json.loads(record.body)["attributes"] for record in records}
    profiles: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for name in ("email", "phone_number"):
        values = list(
            dict.fromkeys(fold_identifier(name, person[name]) for person in people.values() if name in person)
        )
        for start in range(0, len(values), MAX_PEOPLE):
            page = read_profiles(client, name, values[start : start + MAX_PEOPLE])
            if page is None:
                return None
            for attributes in page:
                profiles.setdefault((name, fold_identifier(name, str(attributes.get(name)))), []).append(
                    attributes["subscriptions"] or {}
                )
    reasons = {record: reason_of(person, profiles, list_id) for record, person in people.items()}
    return {record: reason for record, reason in reasons.items() if reason}


def read_profiles(client: Client, name: str, values: list[str]) -> list[dict[str, Any]] | None:
    """The attributes of the profiles with these identifiers, with their subscriptions; None if all has to stop."""
    profiles: list[dict[str, Any]] = []
    query = f"{filter_of(name, values)}&{FIELDS}&page[size]=100"
    while query:
        response, _ = client.request("GET", f"/api/profiles?{query}", endpoint="profiles", final=(403,))
        if response is None:
            return None
        if response.status_code == 403:
            client.stop(
                "the key may not read profiles (scope profiles:read), so nobody can tell who has unsubscribed in"
                f" Klaviyo; check_withdrawals: false does without. Klaviyo answers 403: {client.quote(response)}"
            )
            return None
        page = [inside(profile, "attributes") for profile in objects_of(response, "data")]
        if not is_page(response) or not all(isinstance(each, dict) and "subscriptions" in each for each in page):
            client.stop(f"the subscriptions of people in Klaviyo cannot be read: {client.quote(response)}")
            return None
        profiles += page
        query = urlsplit(str(inside(json_of(response), "links", "next") or "")).query
    return profiles


def reason_of(person: dict[str, Any], profiles: dict[tuple[str, str], list[dict[str, Any]]], list_id: str) -> str:
    """Why a person is not subscribed; empty if nothing is known against it."""
    for channel in CHANNELS.values():
        consent = inside(person["subscriptions"], channel.name, channel.kind)
        if consent is None:
            continue
        consented_at = parse_timestamp(consent.get("consented_at"))
        for key in identifiers_of(person, channel):
            for subscriptions in profiles.get(key, []):
                held = inside(subscriptions, channel.answer, channel.kind) or {}
                for withdrawal in withdrawals_of(held, list_id):
                    if not (consented_at and withdrawal.time and withdrawal.time < consented_at):
                        time = withdrawal.time.isoformat() if withdrawal.time else "an unknown time"
                        return f"unsubscribed since: {time}, {channel.name}, {withdrawal.reason}"
    return ""


def identifiers_of(person: dict[str, Any], channel: Channel) -> Iterator[tuple[str, str]]:
    """What profiles are looked up by for a channel; for push, which has a token, whatever the row has."""
    names = ("email", "phone_number") if channel.identifier == "push_token" else (channel.identifier,)
    return ((name, fold_identifier(name, person[name])) for name in names if name in person)


def withdrawals_of(held: dict[str, Any], list_id: str) -> Iterator[Withdrawal]:
    """The withdrawals in what Klaviyo knows of a channel, the latest first; of lists, that of this one, or of any."""
    entries = [entry for name in ("suppression", "list_suppressions") for entry in held.get(name) or []]
    withdrawals = [
        Withdrawal(parse_timestamp(entry.get("timestamp")), str(entry.get("reason")))
        for entry in entries
        if not list_id or entry.get("list_id") in (None, list_id)
    ]
    if held.get("consent") not in CONSENTS:
        times = [parse_timestamp(held.get(name)) for name in ("consent_timestamp", "last_updated")]
        withdrawals.append(Withdrawal(max((time for time in times if time), default=None), str(held["consent"])))
    latest = datetime.max.replace(tzinfo=UTC)
    return iter(sorted(withdrawals, key=lambda withdrawal: withdrawal.time or latest, reverse=True))


def parse_timestamp(text: Any) -> datetime | None:
    """None if it is no time."""
    try:
        time = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
