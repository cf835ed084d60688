"""The arguments of `main`, checked; BulkFailed names the one that is wrong."""

import re
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.bulk.errors import BulkFailed
from workbench.bulk.revision import REVISION
from workbench.bulk.text import compose

SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}  # of the header Authorization, by the field of a resource


@dataclass(frozen=True)
class Options:
    """The arguments that all imports have, checked. `authorization`: the value of the header."""

    authorization: str
    revision: str
    mapping: dict[str, str]
    dry_run: bool
    rejects: str | None
    journal: str | None
    part: int
    parts: int
    sheet: str


def check_options(
    auth: Any,
    revision: Any,
    mapping: Any,
    dry_run: Any,
    rejects: Any,
    journal: Any,
    part: Any = 1,
    parts: Any = 1,
    sheet: Any = None,
) -> Options:
    authorization = check_account(auth)
    if not isinstance(mapping or {}, dict):
        raise BulkFailed('mapping must be an object such as {"email": "Customer"}')
    for name, value in (("rejects", rejects), ("journal", journal)):
        text(name, value)
    count = whole_number("parts", parts)
    number = whole_number("part", part)
    if number > count:
        raise BulkFailed(f"part is {number}, but parts is {count}")
    return Options(
        authorization,
        check_revision(revision),
        {compose(str(name)): compose(str(column or "")) for name, column in (mapping or {}).items()},
        bool(boolean("dry_run", dry_run)),
        rejects or None,
        journal or None,
        number,
        count,
        text("sheet", sheet),
    )


def check_account(auth: Any) -> str:
    """Return the value of the header Authorization, of exactly one of `apiKey` and `token`."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {name: fields.get(name) for name in SCHEMES}
    names = [name for name, secret in secrets.items() if secret is not None and str(secret).strip()]
    if not names:
        raise BulkFailed("auth has neither apiKey, a private API key, nor token, the access token of an app")
    if len(names) > 1:
        raise BulkFailed("auth has both apiKey and token: one of them must be empty")
    [name] = names
    secret = secrets[name]
    if not (isinstance(secret, str) and re.fullmatch("[!-~]+", secret)):
        raise BulkFailed(f"auth.{name} must consist of printable ASCII characters without blanks")
    return f"{SCHEMES[name]} {secret}"


def check_revision(revision: Any) -> str:
    """Return the revision of Klaviyo's API: by default that for which the script was made."""
    if revision is None or not str(revision).strip():
        return REVISION
    if not (isinstance(revision, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(\.\w+)?", revision)):
        raise BulkFailed(f"revision must be a date such as {REVISION}")
    return revision


def boolean(name: str, value: Any) -> bool | None:
    """A form or a flow may send it as text; None if it is empty."""
    text = str(value).strip().lower()
    if value is None or text == "":
        return None
    if text in ("true", "1"):
        return True
    if text in ("false", "0"):
        return False
    raise BulkFailed(f"{name} must be true or false, not {value!s:.40}")


def text(name: str, value: Any) -> str:
    """Empty if it is not there."""
    if not isinstance(value or "", str):
        raise BulkFailed(f"{name} must be text, not {value!s:.40}")
    return compose((value or "").strip())


def text_list(name: str, value: Any) -> list[str]:
    """A list of texts. A form or a flow may send one as text."""
    texts = [value] if isinstance(value, str) else value or []
    if not isinstance(texts, list) or not all(isinstance(item, str) for item in texts):
        raise BulkFailed(f"{name} must be a list of texts, not {value!s:.40}")
    return [compose(item.strip()) for item in texts if item.strip()]


def zone_of(timezone: Any) -> tzinfo:
    """UTC by default."""
    name = text("timezone", timezone)
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BulkFailed(f"timezone must be a name such as Europe/Berlin, not {name:.40}") from None


def whole_number(name: str, value: Any) -> int:
    """1 if it is empty."""
    text = "1" if value in (None, "") else str(value).removesuffix(".0")
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise BulkFailed(f"{name} must be a number from 1, not {value!s:.40}")
    return int(text)


def choice(name: str, value: Any, choices: tuple[str, ...]) -> str | None:
    """None if it is empty."""
    if value and value not in choices:
        raise BulkFailed(f"{name} must be {', '.join(choices[:-1])} or {choices[-1]}, not {value!s:.40}")
    return value or None
