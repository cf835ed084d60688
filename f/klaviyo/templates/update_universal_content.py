# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Universal Content: PATCH /api/template-universal-content/{id}

Renames universal content or replaces its definition, and returns it. A definition that is given takes the place of
the whole old one; leave it out to change only the name.

Rate: 75/s burst, 750/m steady.
Scopes: templates:write.
Reference: https://developers.klaviyo.com/en/reference/update_universal_content
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
from urllib.parse import quote

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


def main(
    auth: klaviyo, revision: str, id: str, body: "Body", fields_template_universal_content: list[str] | None = None
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check(
        {
            "revision": revision,
            "id": id,
            "body": body,
            "fields_template_universal_content": fields_template_universal_content,
        },
        key,
    )
    return send(
        "PATCH",
        f"{API}/api/template-universal-content/{quote(given['id'], safe='')}",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "fields[template-universal-content]": ",".join(given.get("fields_template_universal_content", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "UniversalContentPartialUpdateQueryV1ResourceObject"


class UniversalContentPartialUpdateQueryV1ResourceObject(TypedDict):
    type: Literal["template-universal-content"]
    id: str
    attributes: "UniversalContentPartialUpdateQueryV1ResourceObjectAttributes"


class UniversalContentPartialUpdateQueryV1ResourceObjectAttributes(TypedDict):
    name: NotRequired[str | None]
    definition: NotRequired[
        "ButtonBlockV0 | DropShadowBlockV0 | HorizontalRuleBlockV0 | HTMLBlockV0 | ImageBlockV0 | SpacerBlockV0 | TextBlockV0 | None"
    ]


class ButtonBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["button"]
    data: Any


class DropShadowBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["drop_shadow"]
    data: Any


class HorizontalRuleBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["horizontal_rule"]
    data: Any


class HTMLBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["html"]
    data: "HTMLBlockDataV0"


class HTMLBlockDataV0(TypedDict):
    content: str
    display_options: "BlockDisplayOptions"


class BlockDisplayOptions(TypedDict):
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    visible_check: NotRequired[str | None]
    content_repeat: NotRequired["ContentRepeatV0 | None"]


class ContentRepeatV0(TypedDict):
    repeat_for: str
    item_alias: str


class ImageBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["image"]
    data: Any


class SpacerBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["spacer"]
    data: Any


class TextBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["text"]
    data: "TextBlockDataV0"


class TextBlockDataV0(TypedDict):
    content: str
    display_options: "BlockDisplayOptions"
    styles: "TextBlockStylesV0"


class TextBlockStylesV0(TypedDict):
    background_color: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_border_color: NotRequired[str | None]
    block_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    block_border_width: NotRequired[int | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    color: NotRequired[str | None]
    extra_css_class: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    letter_spacing: NotRequired[int | None]
    line_height: NotRequired[float | None]
    mobile_stretch_content: NotRequired[bool | None]
    text_align: NotRequired[Literal["center", "left", "right"] | None]
    text_decoration: NotRequired[str | None]
    text_table_layout: NotRequired[Literal["auto", "fixed", "inherit", "initial"] | None]


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
        case "pattern":
            return PATTERNS[value]
        case _:  # minLength, the last keyword of SCHEMA that can fail
            return f"at least {value:,} character{'s' * (value > 1)}"


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
    r"^(?!\.{1,2}$)": "an id, not . or ..",
}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Update Universal Content","type":"object","description":"Renames universal content or replaces its definition, and returns it. A definition that is given takes the place of the whole old one; leave it out to change only the name.\n\nRate: 75/s burst, 750/m steady.\nScopes: templates:write.\nReference: https://developers.klaviyo.com/en/reference/update_universal_content","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"id":{"type":"string","description":"Id of the universal content, such as 01JCW0K2M5N8P1Q4R7S0T3V6WX.","pattern":"^(?!\\.{1,2}$)","minLength":1},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The template universal content: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["template-universal-content"]},"id":{"type":"string","description":"Id of the template universal content."},"attributes":{"type":"object","description":"What is said of the template universal content: its fields apart from type, id and relationships.","properties":{"name":{"type":["string","null"],"description":"Name of the template universal content, for people to tell it from others."},"definition":{"description":"Full description of what the resource or rule consists of.","oneOf":[{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["button"]},"data":{"description":"What this part is about: its own fields follow."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["drop_shadow"]},"data":{"description":"What this part is about: its own fields follow."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["horizontal_rule"]},"data":{"description":"What this part is about: its own fields follow."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["html"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"content":{"type":"string","description":"Text or HTML that the block shows."},"display_options":{"type":"object","description":"When and on which devices this part of the email is shown, and whether it is repeated.","properties":{"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"visible_check":{"type":["string","null"],"description":"Template expression that decides whether the block is shown. Leave out to show it always."},"content_repeat":{"type":["object","null"],"description":"Repeats this part of the email once for each entry of a list. Leave out to show it once.","properties":{"repeat_for":{"type":"string","description":"Template expression of the list to repeat over, such as event.items."},"item_alias":{"type":"string","description":"Name by which the content refers to the entry at hand, such as item."}},"required":["repeat_for","item_alias"]}}}},"required":["content","display_options"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["image"]},"data":{"description":"What this part is about: its own fields follow."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["spacer"]},"data":{"description":"What this part is about: its own fields follow."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["text"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"content":{"type":"string","description":"Text or HTML that the block shows."},"display_options":{"type":"object","description":"When and on which devices this part of the email is shown, and whether it is repeated.","properties":{"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"visible_check":{"type":["string","null"],"description":"Template expression that decides whether the block is shown. Leave out to show it always."},"content_repeat":{"type":["object","null"],"description":"Repeats this part of the email once for each entry of a list. Leave out to show it once.","properties":{"repeat_for":{"type":"string","description":"Template expression of the list to repeat over, such as event.items."},"item_alias":{"type":"string","description":"Name by which the content refers to the entry at hand, such as item."}},"required":["repeat_for","item_alias"]}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_border_color":{"type":["string","null"],"description":"Color of the line around the block, as a CSS color such as #D9CFC1."},"block_border_style":{"type":["string","null"],"description":"How the line around the block is drawn; none leaves it out.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"],"description":"Thickness of the line around the block, in pixels."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"extra_css_class":{"type":["string","null"],"description":"CSS class to add to the block, for styles of your own."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"line_height":{"type":["number","null"],"description":"Height of a line as a multiple of the font size, such as 1.5."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"text_align":{"type":["string","null"],"description":"Side to which the text is aligned.","enum":["center","left","right",null]},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"text_table_layout":{"type":["string","null"],"description":"CSS table-layout of the table that holds the text; fixed keeps column widths independent of their content.","enum":["auto","fixed","inherit","initial",null]}}}},"required":["content","display_options","styles"]}},"required":["content_type","type","data"]},{"type":"null"}]}}}},"required":["type","id","attributes"]}},"required":["data"]},"fields_template_universal_content":{"type":"array","description":"Which fields of each template-universal-content to return. Left out, all.","items":{"type":"string","enum":["created","definition","definition.content_type","definition.data","definition.data.content","definition.data.display_options","definition.data.display_options.content_repeat","definition.data.display_options.content_repeat.item_alias","definition.data.display_options.content_repeat.repeat_for","definition.data.display_options.show_on","definition.data.display_options.visible_check","definition.data.styles","definition.data.styles.background_color","definition.data.styles.block_background_color","definition.data.styles.block_border_color","definition.data.styles.block_border_style","definition.data.styles.block_border_width","definition.data.styles.block_padding_bottom","definition.data.styles.block_padding_left","definition.data.styles.block_padding_right","definition.data.styles.block_padding_top","definition.data.styles.color","definition.data.styles.extra_css_class","definition.data.styles.font_family","definition.data.styles.font_size","definition.data.styles.font_style","definition.data.styles.font_weight","definition.data.styles.inner_padding_bottom","definition.data.styles.inner_padding_left","definition.data.styles.inner_padding_right","definition.data.styles.inner_padding_top","definition.data.styles.letter_spacing","definition.data.styles.line_height","definition.data.styles.mobile_stretch_content","definition.data.styles.text_align","definition.data.styles.text_decoration","definition.data.styles.text_table_layout","definition.type","id","name","screenshot_status","screenshot_url","updated"]}}},"required":["revision","id","body"],"examples":[{"revision":"2026-10-15","id":"01JCS5W2X8Y4Z6A9B3C7D1EFGH","body":{"data":{"type":"template-universal-content","id":"01JCS5W2X8Y4Z6A9B3C7D1EFGH","attributes":{"name":"Shop address and winter hours","definition":{"content_type":"block","type":"text","data":{"content":"<p>Harbour Tea &amp; Coffee, 12 Quay Street. In December open daily, 9 to 20.</p>","display_options":{"show_on":"all"},"styles":{"color":"#303B43","font_family":"Georgia","font_size":14,"font_weight":"400","text_align":"center","block_padding_top":12,"block_padding_bottom":12}}}}}}},{"revision":"2026-10-15","id":"01JCS5W2X8Y4Z6A9B3C7D1EFGH","body":{"data":{"type":"template-universal-content","id":"01JCS5W2X8Y4Z6A9B3C7D1EFGH","attributes":{}}}}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
