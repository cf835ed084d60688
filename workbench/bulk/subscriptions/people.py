"""What is sent of a person"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.bulk.errors import RowError
from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.rows import Cells
from workbench.bulk.imports.values import Values
from workbench.bulk.subscriptions.channels import CHANNELS

PUSH_VALUES = {"push_platform": ("android", "ios"), "push_vendor": ("apns", "fcm")}


@dataclass
class People:
    """Reads who a row is about. `columns`: of the fields; `consented_at`: of the consents that have no time."""

    values: Values
    columns: Columns
    consented_at: str = ""

    def identify(self, field: str, fields: Cells) -> str | None:
        """An identifier of a row, if it has it."""
        if field not in fields:
            return None
        value = self.values.identifier(field, fields[field], self.columns.by_field[field][0])
        read = {"email": self.values.email, "phone_number": self.values.phone_number}.get(field)
        return read(value) if read and value is not None else value

    def identifier(self, channel: str, fields: Cells) -> str:
        """What a channel needs. RowError if it is not there."""
        field = CHANNELS[channel].identifier
        value = self.identify(field, fields)
        if value is None:
            raise RowError(f"{self.columns.by_field[field][0]} is empty, which {channel} needs")
        return value

    def consent_time(self, channel: str, fields: Cells) -> str:
        """When the consent was given, in ISO 8601. RowError if nothing says so."""
        names = (f"{channel}_consented_at", "consented_at")
        if name := next((name for name in names if name in fields), ""):
            return read_past_time(self.values, name, fields[name])
        if not self.consented_at:
            columns = [self.columns.by_field[name][0] for name in names if name in self.columns.by_field]
            raise RowError(f"{' and '.join(columns) or f'{channel}_consented_at'} is empty: consents need their time")
        return self.consented_at

    def push_details(self, fields: Cells, identifiers: dict[str, str], takes_anonymous: bool) -> dict[str, Any]:
        """What Klaviyo needs besides the token: how it is sent to, and whose it is if no other channel tells.

        `identifiers`: of the row, by channel. RowError if something is missing.
        """
        token = {"token": identifiers["push"]}
        for name, known in PUSH_VALUES.items():
            word = str(fields.get(name, "")).lower()
            if word not in known:
                raise RowError(f"{name} must be {' or '.join(known)} beside a push token, not {word or 'empty'}")
            token[name.removeprefix("push_")] = word
        details: dict[str, Any] = {"tokens": [token]}
        names = (
            () if len(identifiers) > 1 else ("email", "phone_number", *(["anonymous_id"] if takes_anonymous else []))
        )
        owner = next(((name, value) for name in names if (value := self.identify(name, fields))), None)
        if names and not owner:
            raise RowError("a push token needs email, phone_number or, to subscribe, anonymous_id beside it")
        return details | ({"owner": owner} if owner else {})


def read_past_time(values: Values, name: str, value: Any) -> str:
    """A time of consent in ISO 8601. RowError if it is none, or in the future."""
    try:
        time: datetime = values.time(value)
    except RowError as error:
        raise RowError(f"{name}{str(error).removeprefix('time')}") from None  # `: ` would end the kind of reason
    if time > values.now:
        raise RowError(f"{name} is not in the past: {value!s:.40}")
    return time.isoformat()


def write_consents(
    action: str, identifiers: dict[str, str], times: dict[str, str], push: dict[str, Any]
) -> dict[str, Any]:
    """The attributes of a profile in the body of a request.

    `identifiers`: by field. `times`: of each consent, by channel; empty if none is sent. `push`: from `push_details`.
    """
    profile: dict[str, Any] = {name: value for name, value in identifiers.items() if name != "push_token"}
    subscriptions: dict[str, Any] = {}
    for name, consented_at in times.items():
        consent = {"consent": "SUBSCRIBED" if action == "subscribe" else "UNSUBSCRIBED"}
        if consented_at:
            consent["consented_at"] = consented_at
        subscriptions.setdefault(CHANNELS[name].name, {})[CHANNELS[name].kind] = consent
    if "push" in times:
        subscriptions["push"]["tokens"] = push["tokens"]
    if not profile:
        name, value = push["owner"]
        (subscriptions["push"] if name == "anonymous_id" else profile)[name] = value
    return profile | {"subscriptions": subscriptions}
