"""What several parts refer to. `expected` says in words what a pattern stands for."""

from types import NoneType
from typing import Any

from jsonschema import FormatChecker

TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
MAX_ATTEMPTS = 7
MAX_RESPONSE_BYTES = 256_000_000
MAX_FAULTS = 20  # that are reported
MAX_COUNTED = 1000  # faults
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
ID = {"pattern": r"\S", "expected": "an ID"}
OPTIONAL_ID = {"pattern": r"\S", "expected": "an ID: enter one, or choose Leave out"}
EMAIL = {"format": "email", "pattern": r"^[^@\s]+@[^@\s]+\Z", "expected": "an email address such as ada@example.com"}
PHONE_NUMBER = {"pattern": r"^\+[1-9][0-9]{1,14}\Z", "expected": "a number in E.164 format such as +12025550142"}
TIME = {
    "pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?\Z",
    "expected": "a time of day such as 09:00:00",
}
IDENTIFIERS = ("id", "email", "phone_number", "external_id", "anonymous_id", "_kx")  # of a profile
MEDIA_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}  # by first bytes
# Days that the key of a timeframe spans at least; keys that are not here span fewer than any limit.
KEY_DAYS = {"last_30_days": 30, "last_month": 28, "last_3_months": 89, "last_90_days": 90, "last_12_months": 364}
KEY_DAYS |= {"last_365_days": 364, "last_year": 364}
