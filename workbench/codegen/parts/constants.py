"""What several parts refer to."""

from types import NoneType
from typing import Any

from jsonschema import FormatChecker

Fault = tuple[tuple[Any, ...], str, Any]  # path, what is expected there, what is there
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
UNKNOWN: Any = {"properties": {}}  # the schema of a property that Klaviyo does not document
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
DATE = {"format": "date", "examples": ["2026-10-15"]}
DATE_TIME = {"format": "date-time", "examples": ["2026-10-15T09:30:00Z"]}
EMAIL = {"format": "email", "pattern": r"^[^@\s]+@[^@\s]+(?!\n)$", "examples": ["ada@example.com"]}
PHONE_NUMBER = {"pattern": r"^\+[1-9][0-9]{1,14}(?!\n)$", "examples": ["+12025550142"]}  # $ alone allows a final \n
IDENTIFIERS = ("id", "email", "phone_number", "external_id", "anonymous_id", "_kx")  # of a profile
MEDIA_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}  # by first bytes
# Days that the key of a timeframe spans at least; keys that are not here span fewer than any limit.
KEY_DAYS = {"last_30_days": 30, "last_month": 28, "last_3_months": 89, "last_90_days": 90, "last_12_months": 364}
KEY_DAYS |= {"last_365_days": 364, "last_year": 364}
