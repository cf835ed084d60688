# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Universal Content: PATCH /api/template-universal-content/{id}

Updates the name or definition of universal content and returns it. The definition is replaced; omit it to change only
the name.

Rate: 75/s burst, 750/m steady. Scopes: templates:write.
Reference: https://developers.klaviyo.com/en/reference/update_universal_content
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import json
import re
import reprlib
import sys
import time
import typing
from collections.abc import Iterator
from contextlib import suppress
from difflib import SequenceMatcher, get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import create

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
RETRY_STATUSES: set[int | None] = {429}  # only 429: Klaviyo did not process the request


# Windmill makes a class in main's signature a resource type of that name: hence lower case here, and quotes at "Body".
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    id: str,
    body: "Body",
    fields_template_universal_content: list[str] | None = None,
) -> dict[str, Any] | None:
    """Return `data`, the template-universal-content with the attributes name, definition, created, updated,
    screenshot_status, screenshot_url.

    Args:
        auth: Klaviyo resource with an API key or access token (scope templates:write).
        revision: API revision, a date.
        id: ID of the universal content, such as 01JCW0K2M5N8P1Q4R7S0T3V6WX.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
        fields_template_universal_content: Fields to return for each template-universal-content.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = drop_empty_objects(body, SCHEMA["properties"]["body"], set(), resolve=meant_member)
    payload = validate(locals(), VALIDATOR)["body"]  # the arguments: main has no other variables yet
    if faults := [*find_id_mismatch(body, id)]:
        raise InvalidInput(faults)
    return send(
        "PATCH",
        f"{API}/api/template-universal-content/{quote(id, safe='')}",
        RETRY_STATUSES,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        params=query_params({"fields[template-universal-content]": fields_template_universal_content}),
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"}]]
    id: Annotated[str, {"pattern": r"^(?!\s*$|\.{1,2}$)"}]
    body: "Body"
    fields_template_universal_content: NotRequired["list[FieldsTemplateUniversalContent]"]


class Body(TypedDict):
    data: "TemplateUniversalContent"


class TemplateUniversalContent(TypedDict):
    type: Literal["template-universal-content"]
    id: Annotated[str, {"pattern": r"\S"}]
    attributes: "TemplateUniversalContentAttributes"


class TemplateUniversalContentAttributes(TypedDict, total=False):
    name: str | None
    definition: "Definition | None"


class Button(TypedDict):
    content_type: Literal["block"]
    type: Literal["button"]
    data: Any


class DropShadow(TypedDict):
    content_type: Literal["block"]
    type: Literal["drop_shadow"]
    data: Any


class HorizontalRule(TypedDict):
    content_type: Literal["block"]
    type: Literal["horizontal_rule"]
    data: Any


class Html(TypedDict):
    content_type: Literal["block"]
    type: Literal["html"]
    data: "Data"


class Data(TypedDict):
    content: str
    display_options: "DisplayOptions"


class DisplayOptions(TypedDict, total=False):
    show_on: Literal["all", "desktop", "mobile", None]
    visible_check: str | None
    content_repeat: "ContentRepeat | None"


class ContentRepeat(TypedDict):
    repeat_for: str
    item_alias: str


class Image(TypedDict):
    content_type: Literal["block"]
    type: Literal["image"]
    data: Any


class Spacer(TypedDict):
    content_type: Literal["block"]
    type: Literal["spacer"]
    data: Any


class TextBlockV0(TypedDict):
    content_type: Literal["block"]
    type: Literal["text"]
    data: "TextBlockDataV0"


class TextBlockDataV0(TypedDict):
    content: str
    display_options: "DisplayOptions"
    styles: "Styles"


class Styles(TypedDict, total=False):
    background_color: str | None
    block_background_color: str | None
    block_border_color: str | None
    block_border_style: "BlockBorderStyle"
    block_border_width: int | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    color: str | None
    extra_css_class: str | None
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    letter_spacing: int | None
    line_height: float | None
    mobile_stretch_content: bool | None
    text_align: Literal["center", "left", "right", None]
    text_decoration: str | None
    text_table_layout: Literal["auto", "fixed", "inherit", "initial", None]


BlockBorderStyle = Literal[
    "dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid", None
]  # fmt: skip
FieldsTemplateUniversalContent = Literal[
    "created", "definition", "definition.content_type", "definition.data", "definition.data.content",
    "definition.data.display_options", "definition.data.display_options.content_repeat",
    "definition.data.display_options.content_repeat.item_alias",
    "definition.data.display_options.content_repeat.repeat_for", "definition.data.display_options.show_on",
    "definition.data.display_options.visible_check", "definition.data.styles",
    "definition.data.styles.background_color", "definition.data.styles.block_background_color",
    "definition.data.styles.block_border_color", "definition.data.styles.block_border_style",
    "definition.data.styles.block_border_width", "definition.data.styles.block_padding_bottom",
    "definition.data.styles.block_padding_left", "definition.data.styles.block_padding_right",
    "definition.data.styles.block_padding_top", "definition.data.styles.color",
    "definition.data.styles.extra_css_class", "definition.data.styles.font_family", "definition.data.styles.font_size",
    "definition.data.styles.font_style", "definition.data.styles.font_weight",
    "definition.data.styles.inner_padding_bottom", "definition.data.styles.inner_padding_left",
    "definition.data.styles.inner_padding_right", "definition.data.styles.inner_padding_top",
    "definition.data.styles.letter_spacing", "definition.data.styles.line_height",
    "definition.data.styles.mobile_stretch_content", "definition.data.styles.text_align",
    "definition.data.styles.text_decoration", "definition.data.styles.text_table_layout", "definition.type", "id",
    "name", "screenshot_status", "screenshot_url", "updated"
]  # fmt: skip
Definition = (
    Button | DropShadow | HorizontalRule | Html | Image | Spacer | TextBlockV0
)  # fmt: skip


def find_id_mismatch(body: Any, id: str) -> "Iterator[Fault]":
    if body["data"]["id"] != id:
        yield ("body", "data", "id"), f"the id of the path, {id}", body["data"]["id"]


# ---- Shared by all scripts: errors, validation, the request ----
Fault = tuple[tuple[Any, ...], str, Any]  # path, what is expected there, what is there
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
UNKNOWN: Any = {"properties": {}}  # the schema of a property that Klaviyo does not document
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text without characters but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent. `faults`: pointer, expected, actual of the first 20 of `count`."""

    def __init__(self, faults: list[tuple[Any, str, Any]], count: int = 0) -> None:
        self.count, self.faults = max(count, len(faults)), []
        for path, expected, actual in faults[:20]:
            pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
            self.faults.append({"pointer": pointer[:500], "expected": expected[:200], "actual": reprlib.repr(actual)})
        lines = ["{pointer}: expected {expected}, got {actual}".format(**fault) for fault in self.faults]
        super().__init__("\n".join([f"Request not sent. Faults in the arguments: {self.count}", *lines]))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made."""

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: str | None = None) -> None:
        super().__init__(text[:2000])
        self.status = status  # None: no response
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
        self.retry_after = int(retry_after[:9]) if retry_after and retry_after.isdecimal() else None  # in seconds


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


def authorization(auth: Any) -> str:
    """Return the Authorization header of a valid account."""
    return authorizations(auth)[0]


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        # A copy of globals(), or typing would reuse what the same name meant in another script.
        hints = typing.get_type_hints(annotation, localns=dict(globals()), include_extras=True)
        properties = {name: schema_of(hint) for name, hint in hints.items()}
        return {"type": "object", "properties": properties, "required": sorted(annotation.__required_keys__)}
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


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    required = validator.schema["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or not is_blank(value)}
    try:
        errors = list(validator.iter_errors(arguments))
        encoded = {name: json.dumps(value, **COMPACT).encode() for name, value in arguments.items()}
    except (TypeError, ValueError, RecursionError) as error:  # a Decimal, NaN, a list that contains itself
        raise InvalidInput([((), f"JSON ({error})", type(arguments))]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:20])), len(errors))
    return encoded


def describe(error: Any) -> tuple[Any, str, Any]:
    """Return the fault of an error: the keyword that failed with its value, of an enum with the most similar first."""
    keyword, value, path = error.validator, error.validator_value, tuple(error.absolute_path)
    if path[:1] == ("auth",):  # what is there may be a key, and is not shown
        return path, "a resource with either apiKey, a private API key, or token, an access token", type(error.instance)
    if keyword == "required":
        keyword, value = "property", error.message.removesuffix(" is a required property")
    if keyword == "enum":
        value = sorted(value, key=lambda item: -SequenceMatcher(None, str(item), str(error.instance)[:100]).ratio())
    example = "".join(f", such as {example}" for example in error.schema.get("examples", []) if keyword != "type")
    return path, f"{keyword} {value if isinstance(value, str) else json.dumps(value)}{example}", error.instance


def one_of(validator: Any, members: list[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword `oneOf`, with the faults of one member: the one that the constants in `value` name, if they do."""
    candidates = [member for member in members if constants_fit(value, member)]
    for name, item in value.items() if not candidates else ():
        enums = [member["properties"].get(name, {}).get("enum", [item]) for member in members if "properties" in member]
        if not any(item in enum for enum in enums):
            constants = [constant for enum in enums for constant in enum]
            yield ValidationError("", "enum", [name], validator_value=list(dict.fromkeys(constants)), instance=item)
            return
    faults = [list(validator.descend(value, member)) for member in candidates or members]
    if all(faults):  # those of the member that lacks the least
        yield from min(
            faults, key=lambda errors: ([error.validator for error in errors].count("required"), len(errors))
        )
    elif faults.count([]) > 1:
        yield ValidationError("", "oneOf", validator_value=f"({len(members)} alternatives), only one of them")


def constants_fit(value: Any, schema: Any) -> bool:
    """Return whether no enum of a property contradicts `value`."""
    if not isinstance(value, dict) or "properties" not in schema:
        return not isinstance(value, dict)
    enums = {name: subschema["enum"] for name, subschema in schema["properties"].items() if "enum" in subschema}
    texts = {"true": True, "false": False}  # as Windmill's forms send booleans
    values = {name: (value[name], texts.get(str(value[name]), value[name])) for name in enums if name in value}
    return all(item in enums[name] or decoded in enums[name] for name, (item, decoded) in values.items())


def meant_member(schema: Any, value: Any) -> Any:
    """Return the schema of a value. Of a union, it is that of the member that is meant, with the others' properties."""
    members = [member for member in schema.get("oneOf", []) if "properties" in member]
    if not isinstance(value, dict) or not members:
        return schema
    named = [member for member in members if constants_fit(value, member)] or members
    named.sort(key=lambda member: len({*member["required"]} - value.keys()), reverse=True)  # the best one last
    properties = {name: part for member in [*members, *named] for name, part in member["properties"].items()}
    return {"properties": properties, "required": named[-1]["required"]}


def drop_empty_objects(value: Any, schema: Any, logged: set[str], resolve: Any = None, at: str = "/body") -> Any:
    """Return the value without optional objects that have no content: Windmill's forms send those.

    Logs them and unknown properties, once per list. Decodes JSON text of booleans and objects. `resolve` is for unions.
    """
    schema = resolve(schema, value) if resolve else schema
    if isinstance(value, list) and "items" in schema:
        return [drop_empty_objects(item, schema["items"], logged, resolve, f"{at}/*") for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties, required = schema["properties"], schema["required"]
    kept = {}
    for name, item in value.items():
        place, subschema = f"{at}/{name}", properties.get(name, UNKNOWN)
        if isinstance(item, str) and item[:1] in ("{", "t", "f") and "string" not in subschema.get("type", "string"):
            with suppress(ValueError, RecursionError):
                item = json.loads(item)
        is_empty = isinstance(item, dict) and name not in required and not has_content(item, subschema, resolve)
        if (is_empty or name not in properties) and place not in logged and len(logged) < 20:
            logged.add(place)
            similar = "".join(f"; did you mean {match}?" for match in get_close_matches(str(name)[:100], properties, 1))
            message = "omitted, because it is empty" if is_empty else f"unknown, sent anyway{similar}"
            print(f"{place}: {message}"[:300], file=sys.stderr)
        if not is_empty:
            is_documented_part = isinstance(item, (dict, list)) and name in properties
            kept[name] = drop_empty_objects(item, subschema, logged, resolve, place) if is_documented_part else item
    return kept


def has_content(value: Any, schema: Any, resolve: Any) -> bool:
    """Return whether there is anything in `value` but the type of a resource with attributes, which forms fill in."""
    schema = resolve(schema, value) if resolve else schema
    if not isinstance(value, dict) or "properties" not in schema:
        return value != {} or "object" in schema.get("type", ())
    properties = schema["properties"]
    ignored = {"type"} if "attributes" in properties else set()
    with suppress(RecursionError):
        return any(has_content(value[name], properties.get(name, UNKNOWN), resolve) for name in value.keys() - ignored)
    return True


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, retry_statuses: set[int | None], **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response. Raises KlaviyoError."""
    for attempt in range(7):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            reply = requests.request(method, url, timeout=TIMEOUT, allow_redirects=False, auth=lambda r: r, **request)
            return decode(reply)
        except KlaviyoError as error:
            failure = error
        except (OSError, ValueError) as error:
            failure = KlaviyoError(f"no response: {type(error).__name__}: {error}")
        wait = max(2**attempt, failure.retry_after or 0)
        if failure.status not in retry_statuses or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def decode(reply: requests.Response) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError."""
    key = reply.request.headers.get("Authorization", "\0").split(" ")[-1]
    text = reply.content.decode(errors="replace").replace(key, "***")
    try:
        content: dict[str, Any] | None = json.loads(text or "null")
        if 200 <= reply.status_code < 300:
            return content
    except (ValueError, RecursionError):
        content = None  # an error page, perhaps of a proxy
    errors = content.get("errors") if isinstance(content, dict) else None
    raise KlaviyoError(f"{reply.status_code} {text}", reply.status_code, errors, reply.headers.get("Retry-After"))


SCHEMA: Any = schema_of(Arguments)
KEYWORDS = {**Draft202012Validator.VALIDATORS, "oneOf": one_of}
VALIDATOR = create(Draft202012Validator.META_SCHEMA, KEYWORDS)(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except (TypeError, ValueError, RecursionError) as error:  # stdin is not the arguments as a JSON object
        sys.exit(f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(SCHEMA['properties'])}\n{error}")
