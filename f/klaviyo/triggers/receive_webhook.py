# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Receive Webhook: check a webhook of Klaviyo and hand its events over to a flow

For an HTTP route of Windmill with the method custom_script and raw_string. The signature is checked: HMAC-SHA256, in
hex, with the secret of the webhook over the body as it was sent followed by the text of the header Klaviyo-Timestamp
(https://developers.klaviyo.com/en/docs/working_with_system_webhooks). So are the ID of the webhook, in header and body,
and the age, by the timestamp in the body, as the clock of the header has been seen hours off.

The resource f/klaviyo/webhooks has the secret of each webhook and the flow that gets its events, as the argument
`events`, a list of objects with external_id, topic and payload. An event that was handed over is remembered for as long
as its request would be accepted, and not handed over again; two requests at the same moment can still both do so, as
Windmill's state has no lock. The answer is 202, or 401 for a request that is not genuine or too old, 400 for one that
has no events, and 503 if the flow could not be started, so that Klaviyo tries again.

Scopes: none.
"""

# Lines 25-124: this program, workbench/triggers/receive_webhook.py in the repository.
# Lines 127-533: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts, workbench/everyday, workbench/triggers: edit them, and generate this file.

from __future__ import annotations

import functools
import hashlib
import hmac
import inspect
import json
import os
import re
import sys
import typing
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, NotRequired, TypedDict

import wmill
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import create

SETTINGS = "f/klaviyo/webhooks"
MAX_AGE = timedelta(hours=1)
MAX_AHEAD = timedelta(minutes=5)
MAX_REMEMBERED = 10_000  # events, which stay under 1 MB


def preprocessor(event: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of `main` from the request that a route received."""
    return {"headers": event.get("headers") or {}, "raw_string": event.get("raw_string") or ""}


def main(headers: dict[str, Any], raw_string: str) -> Answer:
    """Return the answer to Klaviyo.

    Args:
        headers: Headers of the request, with names in lower case.
        raw_string: Body of the request, as it was sent.
    """
    try:
        check_arguments({"headers": headers, "raw_string": raw_string}, Arguments)
    except InvalidInput:
        return answer(401, "The request has no headers or no body")
    try:
        webhooks = read_settings(SETTINGS)
    except Exception as error:  # it is missing, or Windmill cannot be reached
        return answer(503, f"The resource {SETTINGS} cannot be read: {type(error).__name__}")
    id_ = str(headers.get("klaviyo-webhook-id"))
    webhook = webhooks.get(id_)
    if webhook is not None and not is_complete(webhook):
        return answer(503, f"The entry {id_} of the resource {SETTINGS} needs secret and flow")
    if webhook is None or not is_genuine(headers, raw_string, webhook["secret"]):
        return answer(401, "The signature is not that of a known webhook")
    try:
        document = json.loads(raw_string)
        events, meta = document["data"], document["meta"]
        age = datetime.now(UTC) - parse_time(meta["timestamp"])
        by_id = {str(event["external_id"]): event for event in events}
    except (ValueError, TypeError, KeyError, AttributeError):
        return answer(400, "The body is not that of a webhook: an object with data and meta")
    if meta.get("klaviyo_webhook_id") != id_:
        return answer(401, "The IDs of the webhook in header and body differ")
    if not -MAX_AHEAD <= age <= MAX_AGE:
        return answer(401, f"The request is dated {meta['timestamp']}, more than an hour ago or in the future")
    try:
        handed_over = recent(load_state() or {})
        fresh = [event for external_id, event in by_id.items() if external_id not in handed_over]
        if fresh and not start_flow(webhook["flow"], {"events": fresh}):
            return answer(503, "The flow was not started; send it again")
        save_state(recent(handed_over | dict.fromkeys(by_id, datetime.now(UTC).isoformat())))
    except Exception as error:  # Windmill's state cannot be read or written
        return answer(503, f"What was handed over cannot be remembered: {type(error).__name__}")
    return answer(202, f"Handed over: {len(fresh)} of {len(events)}")


def is_complete(webhook: Any) -> bool:
    """Return whether an entry of the settings names secret and flow."""
    return isinstance(webhook, dict) and all(isinstance(webhook.get(name), str) for name in ("secret", "flow"))


def is_genuine(headers: dict[str, Any], body: str, secret: str) -> bool:
    """Return whether the signature of a request was made with the secret."""
    signed = f"{body}{headers.get('klaviyo-timestamp')}".encode()
    signature = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), str(headers.get("klaviyo-signature")).encode())


def recent(handed_over: dict[str, str]) -> dict[str, str]:
    """Return the events, external ID -> time, whose requests would still be accepted."""
    earliest = datetime.now(UTC) - 2 * MAX_AGE
    kept = {id_: time for id_, time in handed_over.items() if parse_time(time) > earliest}
    # Windmill does not keep the order of keys.
    return dict(sorted(kept.items(), key=lambda entry: entry[1])[-MAX_REMEMBERED:])


class Arguments(TypedDict):
    headers: dict[str, Any]
    raw_string: str


# ---- workbench/triggers/handover.py ----------------------------------------------------------------------------------
# Handing over: an answer within a second, whatever happens to the flow


class Answer(TypedDict):
    """What Windmill answers to whoever called a route."""

    windmill_status_code: int
    result: dict[str, Any]


def answer(status: int, message: str) -> Answer:
    """Return an answer with a sentence, which is in the log, too."""
    print(f"{status}: {message}", file=sys.stderr)
    return Answer(windmill_status_code=status, result={"message": message})


def start_flow(path: str, arguments: dict[str, Any]) -> bool:
    """Start a flow without waiting for it. Returns whether it was started."""
    try:
        wmill.run_flow_async(path, arguments)
    except Exception as error:  # the client raises many kinds
        print(f"The flow {path} was not started: {type(error).__name__}", file=sys.stderr)
        return False
    return True


def read_settings(path: str) -> dict[str, Any]:
    """Return the value of a resource of Windmill. Raises LookupError if there is none."""
    settings = wmill.get_resource(path, none_if_undefined=True)
    if not isinstance(settings, dict):
        raise LookupError(f"There is no resource {path}")
    return settings


# ---- workbench/triggers/state.py -------------------------------------------------------------------------------------
# State: what a trigger keeps between its runs


STATE_FOLDER = Path()  # by hand, where the file with the state is


def load_state() -> Any:
    """Return what the last run saved, None if there was none: Windmill's state or, by hand, a file.

    Raises KlaviyoError if Windmill cannot be asked: wmill.get_state would say that there is none.
    """
    if runs_in_windmill():
        return read_or_none(lambda: wmill.get_resource(wmill.get_state_path()))
    file = state_file()
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def save_state(state: Any) -> None:
    """Keep a JSON value for the next run."""
    if runs_in_windmill():
        wmill.set_state(state)
        return
    file = state_file()
    new = file.with_suffix(".new")
    new.write_text(json.dumps(state, indent=1), encoding="utf-8")
    new.replace(file)  # at once: a killed run leaves the old state or the new one


def runs_in_windmill() -> bool:
    return "WM_STATE_PATH" in os.environ or "WM_STATE_PATH_NEW" in os.environ


def state_file() -> Path:
    """Return the file for the state of a run by hand: new_events.state.json of new_events.py."""
    return STATE_FOLDER / f"{Path(__file__).stem}.state.json"


# ---- workbench/triggers/workspace.py ---------------------------------------------------------------------------------
# The workspace: variables and resources of Windmill


def read_or_none(read: Callable[[], Any]) -> Any:
    """Return what is read, None if there is no such thing. Raises KlaviyoError outside Windmill or without answer."""
    if "WM_TOKEN" not in os.environ:
        raise KlaviyoError("This script needs Windmill, in which it keeps secrets")
    try:
        return read()
    except Exception as error:  # the client has one kind of error for all
        reason = str(error)
    if ": 404, " in reason:  # as the client writes the status
        return None
    raise KlaviyoError("Windmill does not answer, or does not allow to read variables and resources")


# ---- workbench/codegen/parts/validation.py ---------------------------------------------------------------------------
# Checks the arguments of `main` against their schema before anything is sent.


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    optional = arguments.keys() - validator.schema["required"]
    arguments = {
        name: value
        for name, value in arguments.items()
        if value is not None and not (name in optional and is_blank(value))
    }
    encoded = {name: encode(name, value) for name, value in arguments.items()}
    try:
        errors = list(islice(validator.iter_errors(arguments), MAX_COUNTED))
    except RecursionError:
        raise InvalidInput([fault((), "arguments with fewer levels", "nested so deeply")]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:MAX_FAULTS])), len(errors))
    return encoded


def encode(name: str, value: Any) -> bytes:
    """Return an argument as JSON. Raises InvalidInput for what JSON does not have."""
    try:
        return json.dumps(value, **COMPACT).encode()
    except RecursionError:
        expected, actual = "fewer levels", "nested so deeply"
    except (TypeError, ValueError):  # a Decimal, NaN, half a surrogate pair, a number of 5,000 digits
        expected, actual = "text, finite numbers, true, false, null, lists and objects of these", "other values"
    raise InvalidInput([fault((name,), expected, actual)])


# ---- workbench/codegen/parts/arguments.py ----------------------------------------------------------------------------
# The arguments of `main`: which of them are left out, and how they come from a shell.


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text of nothing but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_arguments(main: Callable[..., Any]) -> dict[str, Any]:
    """Return the arguments on stdin; null for those that are missing, as in Windmill. Exits if there are none."""
    names = list(inspect.signature(main).parameters)
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError):
        arguments = None
    if not isinstance(arguments, dict):
        sys.exit(f"Standard input must be a JSON object with the arguments {', '.join(names)}.")
    for name in arguments.keys() - names:
        similar = "".join(f" Did you mean {match}?" for match in get_close_matches(name, names, 1))
        sys.exit(f"There is no argument {name}.{similar} The arguments are {', '.join(names)}.")
    return dict.fromkeys(names) | arguments


# ---- workbench/codegen/parts/words.py --------------------------------------------------------------------------------
# Says in words what a schema asks for, and what is there instead.


TYPES = {"string": "a text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
TYPES |= {"null": "null", "array": "a list", "object": "an object"}
FORMATS_IN_WORDS = {"date-time": "a time such as 2026-10-15T09:30:00Z", "date": "a date such as 2026-10-15"}
FORMATS_IN_WORDS |= {"account": "a resource with either apiKey, a private API key, or token, an access token"}
LIMITS = {"maximum": "at most {}", "minimum": "at least {}"}
LIMITS |= {"maxItems": "at most {:,} items", "minItems": "at least {:,} item"}
LIMITS |= {"maxLength": "at most {:,} characters", "minLength": "at least {:,} character"}
LIMITS |= {"maxProperties": "at most {:,} properties"}


def describe(error: Any) -> dict[str, str]:
    """Return the fault of an error of jsonschema."""
    path, schema, value = list(error.absolute_path), error.schema, error.instance
    if path == ["auth"]:  # what is there may be a key, and is not shown
        return fault(path, describe_schema(schema), describe_account(value))
    if error.validator == "required":
        name = error.message.removesuffix(" is a required property").strip("'")
        return fault([*path, name], describe_schema(schema["properties"][name]), "missing")
    if error.validator in LIMITS:
        return fault(path, LIMITS[error.validator].format(error.validator_value), describe_size(value))
    if error.validator == "oneOf" and error.message:
        return fault(path, error.message, describe_value(value))
    return fault(path, describe_schema(schema, value), describe_value(value))


def describe_schema(schema: Any, value: Any = None) -> str:
    """Return what a schema asks for; of an enum, what is most similar to the value comes first."""
    types = schema.get("type", [])
    or_null = " or null" if "null" in types and types != "null" else ""
    if "expected" in schema:
        return f"{schema['expected']}{or_null}"
    if "format" in schema:
        return FORMATS_IN_WORDS[schema["format"]] + or_null
    if "enum" in schema:
        return describe_choices(schema["enum"], value)
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(describe_schema(member) for member in schema["oneOf"]))
    if "id" in schema.get("properties", ()):
        return f"an object with {describe_schema(schema['properties']['id'])}"
    return " or ".join(TYPES[name] for name in ([types] if isinstance(types, str) else types)) or "a value"


def describe_choices(choices: list[Any], value: Any) -> str:
    """Return the values that there are, at most ten of them, the most similar first."""
    if value is not None:
        text = str(value)[:100]
        similarity = {choice: SequenceMatcher(None, str(choice), text).ratio() for choice in choices}
        choices = sorted(choices, key=lambda choice: (choice is None, -similarity[choice]))
    names = list(map(describe_value, choices))
    if len(names) > 10:
        return f"one of {', '.join(names[:10])} and {len(names) - 10} more"
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def describe_value(value: Any) -> str:
    """Return what a value of JSON is."""
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:40]}…"
        return f"'{text}'" if value.strip() else "blank"
    if isinstance(value, dict):
        names = [f"{str(name)[:20]}" for name in list(value)[:3]]
        return f"an object with {', '.join(names)}{', …' * (len(value) > 3)}" if value else "an empty object"
    if isinstance(value, list):
        return f"a list of {len(value):,}" if value else "an empty list"
    texts = {None: "null", True: "true", False: "false"}
    return texts[value] if value is None or isinstance(value, bool) else str(value)


def describe_size(value: Any) -> str:
    """Return a number, or how long a text, a list or an object is."""
    units: Any = {str: "characters", list: "items", dict: "properties"}
    return f"{len(value):,} {units[type(value)]}" if type(value) in units else str(value)


def describe_account(auth: Any) -> str:
    """Return which fields of the account are filled in; never what is in them."""
    if not isinstance(auth, dict):
        return "null" if auth is None else "a text" if isinstance(auth, str) else "another value"
    names = [name for name in ("apiKey", "token") if auth.get(name)]
    if len(names) == 1:
        return f"{names[0]} with spaces or other special characters"
    return "both" if names else "an object without them"


# ---- workbench/codegen/parts/errors.py -------------------------------------------------------------------------------
# The two exceptions that leave `main`.


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent.

    `faults`: the first of them, each with `pointer` (of JSON), `expected` and `actual` in words. `count`: of all.
    """

    def __init__(self, faults: list[dict[str, str]], count: int = 0) -> None:
        self.faults, self.count = faults[:MAX_FAULTS], max(count, len(faults))
        more = " or more" if self.count >= MAX_COUNTED else ""
        lines = [f"Request not sent. Faults in the arguments: {self.count:,}{more}", *map(sentence, self.faults)]
        super().__init__("\n".join(lines))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made.

    `status`: of the response, None if there was none. `errors`: Klaviyo's error objects. `retry_after`: in seconds.
    """

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: int | None = None) -> None:
        super().__init__(text[:2000])
        self.status, self.retry_after = status, retry_after
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def fault(path: Any, expected: str, actual: str) -> dict[str, str]:
    """Return a fault as data. `path`: names and indexes that lead to the place, from the arguments on."""
    pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
    return {"pointer": pointer[:500], "expected": expected[:300], "actual": actual[:100]}


def sentence(fault: dict[str, str]) -> str:
    """Return a fault in words, such as /id: an ID, not blank."""
    contrast = "but it is missing" if fault["actual"] == "missing" else f"not {fault['actual']}"
    return "{pointer}: {expected}, ".format(**fault) + contrast


# ---- workbench/codegen/parts/schema.py -------------------------------------------------------------------------------
# Makes the JSON Schema of a body from its documented types.


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):  # written in quotes; typing.get_type_hints would take far longer
        return schema_of(eval(annotation))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        return schema_of_object(annotation)
    if origin in (NotRequired, Annotated):
        return schema_of(arguments[0]) | dict(*arguments[1:])
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin in (typing.Union, UnionType):
        members = [schema_of(argument) for argument in arguments]
        if sum("properties" in member for member in members) > 1 or any("enum" in member for member in members):
            return {"oneOf": members}
        keywords = {keyword: value for member in members for keyword, value in member.items()}
        return keywords | {"type": [member["type"] for member in members]}
    return {} if annotation is Any else {"type": JSON_TYPES[origin or annotation]}


@functools.cache
def schema_of_object(typed_dict: Any) -> Any:
    """Return the JSON Schema of a TypedDict, the same one wherever the type is used."""
    properties = {name: schema_of(annotation) for name, annotation in typed_dict.__annotations__.items()}
    required = [name for name in typed_dict.__required_keys__ if not is_in_quotes(typed_dict.__annotations__[name])]
    return {"type": "object", "properties": properties, "required": sorted(required)}


def is_in_quotes(annotation: Any) -> bool:
    """Return whether NotRequired is in quotes, as all annotations are that Python does not evaluate."""
    return isinstance(annotation, ForwardRef) and annotation.__forward_arg__.startswith("NotRequired[")


# ---- workbench/codegen/parts/constants.py ----------------------------------------------------------------------------
# What several parts refer to. `expected` says in words what a pattern stands for.


MAX_FAULTS = 20  # that are reported
MAX_COUNTED = 1000  # faults
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}


# ---- workbench/codegen/parts/formats.py ------------------------------------------------------------------------------
# The formats that are checked by more than a pattern.


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """Return whether a string is a time by RFC 3339. Klaviyo also takes a date alone, and a time without a zone."""
    pattern = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value, re.A | re.I) and parse_time(value))


def parse_time(text: str) -> datetime:
    """Return the time; without a zone, it is UTC."""
    moment = datetime.fromisoformat(text.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# ---- workbench/codegen/parts/account.py ------------------------------------------------------------------------------
# The account that a request is for: a resource with an API key or an access token.


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}


def authorizations(auth: Any) -> list[str]:
    """Return the Authorization header for each field of the account that is filled in."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {scheme: fields.get(name) for name, scheme in SCHEMES.items()}
    return [f"{scheme} {secret}" for scheme, secret in secrets.items() if isinstance(secret, str) and secret.strip()]


@FORMATS.checks("account")
def is_account(auth: Any) -> bool:
    """Return whether exactly one field is filled in, with characters that a header can carry."""
    headers = authorizations(auth)
    return len(headers) == 1 and bool(re.fullmatch("[!-~]+ [!-~]+", headers[0]))


# ---- workbench/everyday/command_line.py ------------------------------------------------------------------------------
# Command line: arguments as JSON on stdin, the answer as JSON on stdout


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Exits with a message if it fails."""
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    validate(filled, validator_of(documented))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out; an empty object is, too: Windmill's form sends it."""
    return is_blank(value) or value == {}


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a TypedDict. `keywords`: our own of JSON Schema."""
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    validator = create(Draft202012Validator.META_SCHEMA, known)
    return validator(schema_of(documented), format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the checks of the formats that the types have."""
    checker = FormatChecker(formats=())
    checker.checks("account")(is_account)
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


if __name__ == "__main__":
    run_by_hand(main)
