# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create or Update Push Token: POST /api/push-tokens

Registers a push token for a profile, or updates it if it is registered already. It is meant for moving tokens from
another system, where apps use an SDK or create_client_push_token; nothing comes back, and
get_push_tokens_for_profile shows the outcome.

Limits: 100,000 bytes as sent.
Rate: 75/s burst, 750/m steady.
Scopes: profiles:write, push-tokens:write.
Reference: https://developers.klaviyo.com/en/reference/create_push_token
"""

import difflib
import itertools
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

import requests
from jsonschema import Draft202012Validator, ValidationError
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import HTTPError, MaxRetryError

API = "https://a.klaviyo.com"
TIMEOUT = (10, 60)  # seconds to connect, to read
LONGEST_WAIT = 60  # seconds, over all waits of one call
DEEPEST = 500  # levels of nesting; Python gives up at about 1,000


class klaviyo(TypedDict):
    apiKey: str


def main(auth: klaviyo, revision: str, body: "Body") -> dict[str, Any] | None:
    """Return None, as Klaviyo sends nothing. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check({"revision": revision, "body": body}, key)
    return send(
        "POST",
        f"{API}/api/push-tokens",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        data=payload(given["body"], key),
    )


class Body(TypedDict):
    data: "PushTokenCreateQueryResourceObject"


class PushTokenCreateQueryResourceObject(TypedDict):
    type: Literal["push-token"]
    attributes: "PushTokenCreateQueryResourceObjectAttributes"


class PushTokenCreateQueryResourceObjectAttributes(TypedDict):
    token: str
    platform: Literal["android", "ios"]
    vendor: Literal["apns", "fcm"]
    profile: "PushTokenCreateQueryResourceObjectAttributesProfile"
    enablement_status: NotRequired[
        Literal["AUTHORIZED", "DENIED", "NOT_DETERMINED", "PROVISIONAL", "UNAUTHORIZED"] | None
    ]
    background: NotRequired[Literal["AVAILABLE", "DENIED", "RESTRICTED"] | None]
    device_metadata: NotRequired["DeviceMetadata | None"]


class PushTokenCreateQueryResourceObjectAttributesProfile(TypedDict):
    data: "PushProfileUpsertQueryResourceObject"


class PushProfileUpsertQueryResourceObject(TypedDict):
    type: Literal["profile"]
    attributes: "PushProfileUpsertQueryResourceObjectAttributes"
    id: NotRequired[str | None]
    meta: NotRequired["ProfileMeta"]


class PushProfileUpsertQueryResourceObjectAttributes(TypedDict):
    phone_number: NotRequired[str | None]
    external_id: NotRequired[str | None]
    _kx: NotRequired[str | None]
    first_name: NotRequired[str | None]
    last_name: NotRequired[str | None]
    organization: NotRequired[str | None]
    locale: NotRequired[str | None]
    title: NotRequired[str | None]
    image: NotRequired[str | None]
    location: NotRequired["ProfileLocation | None"]
    properties: NotRequired[dict[str, Any] | None]
    email: NotRequired[str | None]


class ProfileLocation(TypedDict):
    address1: NotRequired[str | None]
    address2: NotRequired[str | None]
    city: NotRequired[str | None]
    country: NotRequired[str | None]
    latitude: NotRequired[str | float | None]
    longitude: NotRequired[str | float | None]
    region: NotRequired[str | None]
    zip: NotRequired[str | None]
    timezone: NotRequired[str | None]
    ip: NotRequired[str | None]


class ProfileMeta(TypedDict):
    patch_properties: NotRequired["ProfileMetaPatchProperties | None"]
    patch_identifiers: NotRequired["PatchIdentifiers | None"]


class ProfileMetaPatchProperties(TypedDict):
    append: NotRequired[dict[str, Any] | None]
    unappend: NotRequired[dict[str, Any] | None]
    unset: NotRequired[str | list[str] | None]


class PatchIdentifiers(TypedDict):
    append: NotRequired[dict[str, Any]]
    unappend: NotRequired[dict[str, Any]]


class DeviceMetadata(TypedDict):
    device_id: NotRequired[str | None]
    klaviyo_sdk: NotRequired[Literal["android", "flutter", "flutter_community", "react_native", "swift"] | None]
    sdk_version: NotRequired[str | None]
    device_model: NotRequired[str | None]
    os_name: NotRequired[Literal["android", "ios", "ipados", "macos", "tvos"] | None]
    os_version: NotRequired[str | None]
    manufacturer: NotRequired[str | None]
    app_name: NotRequired[str | None]
    app_version: NotRequired[str | None]
    app_build: NotRequired[str | None]
    app_id: NotRequired[str | None]
    environment: NotRequired[Literal["debug", "release"] | None]


Fault = tuple[str, str, Any]  # pointer, what was expected, what was found


class InvalidInput(ValueError):
    """The arguments are not what Klaviyo documents. `faults`: pointer and expected of the first 20 of `count`."""

    def __init__(self, faults: Iterable[Fault], key: str = "\0") -> None:
        # Several errors of jsonschema can be one fault: each missing property is one to it.
        faults = list({fault[:2]: fault for fault in faults}.values())
        first = [(at.replace(key, "***")[:500], expected, excerpt(found, key)) for at, expected, found in faults[:20]]
        self.count = len(faults)
        self.faults = [{"pointer": at, "expected": expected} for at, expected, _ in first]
        lines = [f"{self.count} fault{'s' * (self.count > 1)} in the arguments, nothing was sent"]
        lines += [f"{at}: expected {expected}, found {found}" for at, expected, found in first]
        super().__init__("\n".join(lines + [f"and {self.count - 20} more"] * (self.count > 20)))


class KlaviyoError(Exception):
    """`status`: None where no answer came, and Klaviyo may have taken the request. `errors`: Klaviyo's error objects.

    `retry_after`: seconds to wait, or None. `rate_limit`: limit, remaining and reset (seconds), where they were sent.
    """

    __slots__ = ("rate_limit",)  # out of __dict__, all of which Windmill keeps with the result of a job

    def __init__(self, message: str, status: int | None, headers: Mapping[str, str], errors: Any) -> None:
        super().__init__(message[:2000])
        self.status = status
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
        self.retry_after = whole(headers.get("Retry-After", ""))
        sent = {name: headers.get(f"RateLimit-{name}", "") for name in ("limit", "remaining", "reset")}
        self.rate_limit = {name: text if whole(text) is None else whole(text) for name, text in sent.items() if text}


def key_of(auth: klaviyo) -> str:
    """The private API key of the resource."""
    key = auth.get("apiKey") if isinstance(auth, dict) else None
    if isinstance(key, str) and re.fullmatch("[!-~]+", key):
        return key
    # What was found may still be a key, so it is not shown.
    raise InvalidInput([("/auth/apiKey", "a private API key in printable ASCII", "***" if key else key)])


def check(arguments: dict[str, Any], key: str) -> dict[str, Any]:
    """The arguments, valid and within the limits, without optional ones and parts that nobody touched."""
    required = SCHEMA["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in (None, "", [])}
    try:
        unfit: list[Fault] = []
        arguments = plain(arguments, [], unfit)
        if unfit:
            raise InvalidInput(unfit, key)
        arguments = touched(arguments, SCHEMA)
        faults = list(schema_faults(arguments))
        unknown = itertools.islice(unknown_properties(arguments, SCHEMA, ()), 10)
        warnings = [] if faults else list(unknown)
    except RecursionError:
        faults = [("/body", f"at most {DEEPEST} levels of nesting", arguments["body"])]
    if faults:
        raise InvalidInput(faults, key)
    for warning in warnings:
        print(warning.replace(key, "***")[:500], file=sys.stderr)
    return arguments


def unknown_properties(value: Any, schema: Any, path: tuple[str | int, ...]) -> Iterator[str]:
    """A line for each property that Klaviyo does not document, with the nearest name that it does. They are sent."""
    if "oneOf" in schema:
        fitting = (member for member in schema["oneOf"] if is_valid(value, member))
        yield from unknown_properties(value, next(fitting, {}), path)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from unknown_properties(item, schema["items"], (*path, index))
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        for name, item in value.items():
            if name not in known:
                hint = "".join(f", did you mean {near}?" for near in difflib.get_close_matches(name[:100], known, 1))
                yield f"{pointer((*path, name))}: not a known property{hint}"
            elif isinstance(item, (dict, list)):
                yield from unknown_properties(item, known[name], (*path, name))


def plain(value: Any, path: list[str | int], faults: list[Fault]) -> Any:
    """`value` with whole floats as integers, as in JavaScript; what cannot be sent is added to `faults`.

    Copies only what changes: a body can be large.
    """
    if len(path) > DEEPEST:
        raise RecursionError
    if isinstance(value, (dict, list)):
        copy = value
        for name, item in value.items() if isinstance(value, dict) else enumerate(value):
            path.append(name)
            if not isinstance(name, (str, int)):
                faults.append((pointer(path), "a string as the property's name", name))
            fit = plain(item, path, faults)
            path.pop()
            if fit is not item:
                if copy is value:
                    copy = value.copy()
                copy[name] = fit
        return copy
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e21:
            return int(Decimal(float.__repr__(value)))
        if not math.isfinite(value):
            faults.append((pointer(path), "a number that JSON can write", value))
    elif value is not None and not isinstance(value, (str, int)):
        faults.append((pointer(path), "a JSON value", value))
    return value


def schema_faults(arguments: dict[str, Any]) -> Iterator[Fault]:
    """What `arguments` do wrong by SCHEMA."""
    for error in (inner for outer in VALIDATOR.iter_errors(arguments) for inner in innermost(outer)):
        if error.validator == "type" and "enum" in error.schema:
            continue  # enum says it better
        yield pointer(error.absolute_path), expectation(error), error.instance


def constants(error: Any) -> dict[str, list[Any]]:
    """The names of properties with one value in each member of a union, and these values."""
    members = error.validator_value if error.validator == "oneOf" and isinstance(error.instance, dict) else []
    found: dict[str, list[Any]] = {}
    for member in members:
        for name, subschema in member.get("properties", {}).items():
            if len(subschema.get("enum", ())) == 1:
                found.setdefault(name, []).extend(subschema["enum"])
    objects = sum("properties" in member for member in members)
    return {name: list(dict.fromkeys(values)) for name, values in found.items() if len(values) == objects}


def innermost(error: Any) -> Iterator[Any]:
    """The error itself; of a union, the errors of the one member that fits best.

    That is by type, then constants, then missing properties, then number of errors. Where all members have a constant
    of the same name and the value has none of them, that is the error.
    """
    for name, choices in constants(error).items():
        if error.instance.get(name) not in choices:
            path = [*error.absolute_path, name]
            yield ValidationError("", "enum", path, instance=error.instance.get(name), validator_value=choices)
            return
    members: dict[int, list[Any]] = {}
    for inner in error.context:
        members.setdefault(inner.schema_path[0], []).append(inner)
    misfits = {
        index: (
            any(inner.validator == "type" and not inner.path for inner in errors),
            sum(inner.validator == "enum" and len(inner.validator_value) == 1 for inner in errors),
            sum(inner.validator == "required" and not inner.path for inner in errors),
            len(errors),
        )
        for index, errors in members.items()
    }
    best = [members[index] for index, misfit in misfits.items() if misfit == min(misfits.values())]
    first = best[0][0] if best else error
    if len(best) == 1:
        for inner in best[0]:
            yield from innermost(inner)
    elif best and all(
        inner.validator == "enum" and inner.path == first.path for errors in best for inner in errors[:1]
    ):
        # All differ in one constant, which says what the value is: any of theirs would do.
        first.validator_value = [value for errors in best for value in errors[0].validator_value]
        yield first
    else:
        yield error


def expectation(error: Any) -> str:
    value = error.validator_value
    match error.validator:
        case "type":
            return " or ".join([value] if isinstance(value, str) else value)
        case "enum":
            return " or ".join(json.dumps(member) for member in value)
        case "required":
            missing = [f'"{name}"' for name in value if name not in error.instance]
            return ("the properties " if missing[1:] else "the property ") + " and ".join(missing)
        case "oneOf":
            return " or ".join(list(dict.fromkeys(in_words(member, error.instance) for member in value))[:5])
        case _:  # pattern, the last keyword of SCHEMA that can fail
            return PATTERNS[value]


def in_words(member: Any, found: Any) -> str:
    """A member of a union: its type, or, where that is right, what an object of it has to have."""
    required = " and ".join(member.get("required", ()))
    return f"an object with {required}" if required and isinstance(found, dict) else str(member.get("type", "object"))


def touched(value: Any, schema: Any, in_union: bool = False) -> Any:
    """`value` without what a form sends for optional parts that nobody touched.

    That is sections with nothing but the type of a resource in them, and blanks that are not valid as they stand.
    In a union, blank fields of its other members, too.
    A form sends some booleans as text. Copies only what changes: a body can be large.
    """
    if value in ("true", "false") and "boolean" in schema.get("type", ()):
        return value == "true"
    if isinstance(value, dict) and "oneOf" in schema:
        fits = ((touched(value, member, True), member) for member in schema["oneOf"])
        return next((fit for fit, member in fits if is_valid(fit, member)), {} if blank(value) else value)
    copy = value
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            fit = touched(item, schema["items"], in_union)
            if fit is not item:
                copy = value.copy() if copy is value else copy
                copy[index] = fit
    if isinstance(value, dict) and "properties" in schema:
        properties, required = schema["properties"], schema.get("required", ())
        for name, item in value.items():
            if isinstance(item, (str, int, float)) and item not in ("", "true", "false"):
                continue  # there is something in it
            subschema = properties.get(name, {})
            fit = touched(item, subschema, in_union)
            if name in properties:
                left_out = name not in required and (
                    is_untouched(fit, subschema) or (blank(fit) and not is_valid(fit, subschema))
                )
            else:
                left_out = in_union and blank(item)
            if left_out or fit is not item:
                copy = value.copy() if copy is value else copy
                copy[name] = fit
                if left_out:
                    del copy[name]
    return copy


def is_untouched(value: Any, schema: Any) -> bool:
    """Whether a section holds nothing, or only the type of a resource with a blank id."""
    if not isinstance(value, dict):
        return False
    properties = schema.get("properties", {})
    resource = "id" in properties or "attributes" in properties
    return ("id" in value or "id" not in schema.get("required", ())) and all(
        name in properties
        and (is_untouched(item, properties[name]) or (resource and (name == "type" or (name, item) == ("id", ""))))
        for name, item in value.items()
    )


def is_valid(value: Any, schema: Any) -> bool:
    valid: bool = VALIDATOR.evolve(schema=schema).is_valid(value)
    return valid


def blank(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(blank, value.values()))
    return value in (None, "", [])


def payload(body: Any, key: str) -> bytes:
    """What is sent."""
    encoded = encode(body)
    if len(encoded) > 100_000:
        raise InvalidInput([("/body", "at most 100,000 bytes as sent", len(encoded))], key)
    return encoded


def encode(body: Any) -> bytes:
    """Compact UTF-8, byte for byte what JSON.stringify gives (integers over 2**53 keep their digits)."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    if "e-0" in text:
        text = re.sub(r'"(?:[^"\\]|\\.)*"|-?[\d.]+e-0\d', small_number, text)
    return text.encode(errors="backslashreplace")  # a lone surrogate becomes \udxxx, which is its JSON escape


def small_number(token: re.Match[str]) -> str:
    """Python writes 1e-05 and 1e-07 where JavaScript writes 0.00001 and 1e-7."""
    text = token[0]
    if text.startswith('"'):
        return text
    return format(Decimal(text), "f") if text[-1] in "56" else text.replace("e-0", "e-")


def pointer(path: Iterable[str | int]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def excerpt(value: Any, key: str) -> str:
    """At most 80 characters of `value` as JSON, without the key."""
    chunks = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=repr).iterencode(value)
    text = "".join(itertools.islice(chunks, 80)).replace(key, "***")
    return text if len(text) <= 80 else text[:79] + "…"


class Throttled(Retry):
    """Sends again only what Klaviyo did not take: what it answered with 429.

    Waits as Retry-After asks, but at least 1, 2, 4… seconds, and at most LONGEST_WAIT in all.
    """

    waited = 0.0

    def get_retry_after(self, response: Any) -> float:
        return max(1.0, self.get_backoff_time(), whole(response.headers.get("Retry-After", "")) or 0)

    def increment(self, *args: Any, **details: Any) -> "Throttled":
        retry = super().increment(*args, **details)
        if (response := details.get("response")) is not None:
            wait = retry.get_retry_after(response)
            retry.waited = self.waited + wait
            if retry.waited > LONGEST_WAIT:
                raise MaxRetryError(details["_pool"], "")
            print(f"Klaviyo answers {response.status}: waiting {wait:g} s", file=sys.stderr)
        return retry


def whole(text: str) -> int | None:
    """The number that a header holds; None where it is missing or something else."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None


def send(method: str, url: str, key: str, **request: Any) -> dict[str, Any] | None:
    """The decoded answer, None where it is empty; KlaviyoError for everything else."""

    def authorize(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        # Not in `headers`: requests lets an entry of ~/.netrc replace it there.
        prepared.headers["Authorization"] = f"Klaviyo-API-Key {key}"
        return prepared

    # No `total`: a number would also repeat a 503 that has Retry-After.
    throttled = Throttled(
        total=None,
        connect=0,
        read=False,
        other=0,
        allowed_methods=None,
        status_forcelist=[429],
        backoff_factor=1,
        raise_on_status=False,
    )
    request |= {"auth": authorize, "timeout": TIMEOUT, "allow_redirects": False, "stream": True}
    status = failure = None
    with requests.Session() as session:
        session.mount(API, HTTPAdapter(max_retries=throttled))
        try:
            response = session.request(method, url, **request)
            status = response.status_code
            content = response.content
        except (requests.RequestException, HTTPError) as error:
            failure = f"{type(error).__name__}: {error}".replace(key, "***")
    if failure:  # raised out here, so that no request with the key hangs on the exception as its context
        raise KlaviyoError(f"{status or 'no answer'}, {failure}; Klaviyo may have taken the request", status, {}, None)
    text = content.decode(errors="replace").replace(key, "***")
    errors: Any = None
    try:
        decoded: dict[str, Any] | None = json.loads(text or "null")
        if 200 <= response.status_code < 300:
            return decoded
        errors = decoded["errors"] if decoded else None
    except (ValueError, TypeError, KeyError, RecursionError):
        pass  # HTML, or something else that is not what Klaviyo documents
    raise KlaviyoError(f"{status} {text or response.reason}", status, response.headers, errors)


PATTERNS = {
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15",
    r"^\+[1-9][0-9]{1,14}$": "a phone number in E.164 format, such as +12025550142",
}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Create or Update Push Token","type":"object","description":"Registers a push token for a profile, or updates it if it is registered already. It is meant for moving tokens from another system, where apps use an SDK or create_client_push_token; nothing comes back, and get_push_tokens_for_profile shows the outcome.\n\nLimits: 100,000 bytes as sent.\nRate: 75/s burst, 750/m steady.\nScopes: profiles:write, push-tokens:write.\nReference: https://developers.klaviyo.com/en/reference/create_push_token","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The push token: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["push-token"]},"attributes":{"type":"object","description":"What is said of the push token: its fields apart from type, id and relationships.","properties":{"token":{"type":"string","description":"Push token as the push service of the device issued it to the app."},"platform":{"type":"string","description":"Operating system of the device that the push token belongs to.","enum":["android","ios"]},"vendor":{"type":"string","description":"Push service that issued the token: Apple's or Google's.","enum":["apns","fcm"]},"profile":{"type":"object","description":"The person concerned, by identifiers or id.","properties":{"data":{"type":"object","description":"The profile: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["profile"]},"attributes":{"type":"object","description":"What is said of the profile: its fields apart from type, id and relationships.","properties":{"phone_number":{"type":["string","null"],"description":"Phone number in E.164 format such as +12025550142; identifies the profile.","pattern":"^\\+[1-9][0-9]{1,14}$"},"external_id":{"type":["string","null"],"description":"The profile's id in your own system; identifies the profile. Use it only where every system agrees on it."},"_kx":{"type":["string","null"],"description":"Encrypted profile identifier that Klaviyo appends to links (the _kx cookie or query parameter); identifies the profile."},"first_name":{"type":["string","null"],"description":"Given name of the person."},"last_name":{"type":["string","null"],"description":"Family name of the person."},"organization":{"type":["string","null"],"description":"Company or organization the person belongs to."},"locale":{"type":["string","null"],"description":"Language and region as an IETF tag such as en-US."},"title":{"type":["string","null"],"description":"Job title of the person."},"image":{"type":["string","null"],"description":"URL of a picture of the person."},"location":{"type":["object","null"],"description":"Postal address and position of the profile. Leave out what is not known.","properties":{"address1":{"type":["string","null"],"description":"Street and number."},"address2":{"type":["string","null"],"description":"Second line of the address: flat, floor, building."},"city":{"type":["string","null"],"description":"City or town of the address."},"country":{"type":["string","null"],"description":"Country, as a name or as an ISO 3166 code such as US."},"latitude":{"description":"Latitude in decimal degrees, -90 to 90, as a number or as text.","oneOf":[{"type":"string"},{"type":"number"},{"type":"null"}]},"longitude":{"description":"Longitude in decimal degrees, -180 to 180, as a number or as text.","oneOf":[{"type":"string"},{"type":"number"},{"type":"null"}]},"region":{"type":["string","null"],"description":"State, province or region."},"zip":{"type":["string","null"],"description":"Postal code, as text so that leading zeros stay."},"timezone":{"type":["string","null"],"description":"IANA time zone such as America/New_York; used for sending at local time."},"ip":{"type":["string","null"],"description":"IP address the profile was last seen at; Klaviyo can derive a location from it."}}},"properties":{"type":["object","null"],"description":"Custom properties of the profile, any JSON object: {\"plan\": \"gold\"}. Merged into those it has.","additionalProperties":true},"email":{"type":["string","null"],"description":"Email address such as ada@example.com; identifies the profile."}}},"id":{"type":["string","null"],"description":"Klaviyo's own id of a profile that exists such as 01GDDKASAP8TKDDA2GRZDSVP4H. Leave out for identification by email, phone or another identifier."},"meta":{"type":"object","description":"Changes to properties and identifiers beyond setting them. Leave out unless you need it.","properties":{"patch_properties":{"type":["object","null"],"description":"Changes to single custom properties.","properties":{"append":{"type":["object","null"],"description":"Values to add to properties that hold lists: {\"skus\": \"A-17\"}.","additionalProperties":true},"unappend":{"type":["object","null"],"description":"Values to take out of properties that hold lists: {\"skus\": \"A-17\"}.","additionalProperties":true},"unset":{"description":"Name of the property to remove, or a list of names.","oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}},{"type":"null"}]}}},"patch_identifiers":{"type":["object","null"],"description":"Changes to identifiers that hold several values.","properties":{"append":{"type":"object","description":"Identifier values to add, by the identifier's name.","additionalProperties":true},"unappend":{"type":"object","description":"Identifier values to take out, by the identifier's name.","additionalProperties":true}}}}}},"required":["type","attributes"]}},"required":["data"]},"enablement_status":{"type":["string","null"],"description":"Whether the device permits the app to show notifications.","enum":["AUTHORIZED","DENIED","NOT_DETERMINED","PROVISIONAL","UNAUTHORIZED",null],"default":"AUTHORIZED"},"background":{"type":["string","null"],"description":"Whether the app may refresh itself in the background on the device.","enum":["AVAILABLE","DENIED","RESTRICTED",null],"default":"AVAILABLE"},"device_metadata":{"type":["object","null"],"description":"The device and app that the push token belongs to.","properties":{"device_id":{"type":["string","null"],"description":"Id of the device; it stays the same until the app is removed and installed again."},"klaviyo_sdk":{"type":["string","null"],"description":"Klaviyo SDK with which the app made the push token.","enum":["android","flutter","flutter_community","react_native","swift",null]},"sdk_version":{"type":["string","null"],"description":"Version of the Klaviyo SDK, such as 4.1.0."},"device_model":{"type":["string","null"],"description":"Model of the device, such as iPhone15,2."},"os_name":{"type":["string","null"],"description":"Operating system of the device.","enum":["android","ios","ipados","macos","tvos",null]},"os_version":{"type":["string","null"],"description":"Version of the operating system, such as 18.1."},"manufacturer":{"type":["string","null"],"description":"Maker of the device, such as Apple."},"app_name":{"type":["string","null"],"description":"Name of the app that made the push token."},"app_version":{"type":["string","null"],"description":"Version of the app that made the push token, such as 2.4.1."},"app_build":{"type":["string","null"],"description":"Build number of the app that made the push token, as text."},"app_id":{"type":["string","null"],"description":"Id of the app that made the push token, such as com.example.shop."},"environment":{"type":["string","null"],"description":"Whether the push token comes from a debug build or a released one.","enum":["debug","release",null]}}}},"required":["token","platform","vendor","profile"]}},"required":["type","attributes"]}},"required":["data"]}},"required":["revision","body"],"examples":[{"revision":"2026-10-15","body":{"data":{"type":"push-token","attributes":{"token":"c9Zk2vQx7TmL4pWn8sRb1yHd6fJgA3uE5oKiVtXqMwNzCaPr","platform":"android","vendor":"fcm","enablement_status":"AUTHORIZED","background":"AVAILABLE","device_metadata":{"device_id":"5f0c7a92-3d1e-4b86-a7f4-2c9e8d6b1035","device_model":"Phone 12","os_name":"android","os_version":"16","manufacturer":"Example Devices","app_name":"Harbor Tea","app_version":"4.2.0","app_build":"420","app_id":"com.example.harbortea","environment":"release"},"profile":{"data":{"type":"profile","attributes":{"email":"mina.okafor@example.com","external_id":"CUST-1042","first_name":"Mina","last_name":"Okafor","locale":"en-US"}}}}}}},{"revision":"2026-10-15","body":{"data":{"type":"push-token","attributes":{"token":"c9Zk2vQx7TmL4pWn8sRb1yHd6fJgA3uE5oKiVtXqMwNzCaPr","platform":"android","vendor":"fcm","profile":{"data":{"type":"profile","attributes":{}}}}}}}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
