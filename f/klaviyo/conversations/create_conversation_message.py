# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Conversation Message: POST /api/conversation-messages

Sends a message from the account into an existing conversation. It is only accepted for sending: nothing comes back,
and a repeat is a second message. message_hierarchy holds an RCS version with its SMS fallback. Klaviyo has to
enable the account for this; get_conversations_for_profile finds the id.

Rate: 3/s burst, 60/m steady.
Scopes: conversations:write.
Reference: https://developers.klaviyo.com/en/reference/create_conversation_message
"""

import difflib
import itertools
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

import requests
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
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
        f"{API}/api/conversation-messages",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "ConversationMessageCreateQueryResourceObject"


class ConversationMessageCreateQueryResourceObject(TypedDict):
    type: Literal["conversation-message"]
    attributes: "ConversationMessageCreateQueryResourceObjectAttributes"
    relationships: "ConversationMessageCreateQueryResourceObjectRelationships"


class ConversationMessageCreateQueryResourceObjectAttributes(TypedDict):
    body: str
    message_hierarchy: NotRequired["list[MessageHierarchyRcsItem | MessageHierarchySmsItem] | None"]


class MessageHierarchyRcsItem(TypedDict):
    message: NotRequired[str]
    message_format: NotRequired[Literal["RCS"]]
    rich_content: NotRequired["RCSRichContent | None"]
    extra: NotRequired[dict[str, Any] | None]
    image: NotRequired["SlimImageReference | None"]


class RCSRichContent(TypedDict):
    cards: NotRequired["list[RCSCard] | None"]
    suggestions: NotRequired["list[RCSSuggestion] | None"]
    file: NotRequired["MediaAssetReference | None"]


class RCSCard(TypedDict):
    id: str
    title: NotRequired[str | None]
    text: NotRequired[str | None]
    extra: NotRequired[dict[str, Any] | None]
    image: NotRequired["ImageAsset | SlimImageReference | None"]
    video: NotRequired["MediaAsset | MediaAssetReference | None"]
    buttons: NotRequired["list[RCSSuggestion] | None"]


class ImageAsset(TypedDict):
    id: int
    file_path: str
    name: str
    format: Literal["gif", "jpeg", "jpg", "png", "webp"]
    file_size: int
    updated: str
    url: str
    image_type: Literal["dynamic", "static"]
    origin: NotRequired[
        Literal[
            "ADOPTION_SMS_FORM_FROM_EMAIL_FORM",
            "ADOPTION_SMS_MULTI_STEP_FORM_FROM_EMAIL_FORM",
            "AI",
            "API",
            "APPLICATION",
            "CLONED",
            "COMPOSER",
            "COMPOSER_AI_EDITED",
            "COMPOSER_AI_GENERATED",
            "COMPOSER_USED_IN_KLAVIYO_OBJECT",
            "COMPOSER_USER_UPLOADED",
            "COMPOSER_WEB_SCRAPED",
            "INTEGRATION",
            "KLAVIYO",
            "LIBRARY",
            "MARKETING_AGENT",
            "SOCIAL_INSTAGRAM",
            "SOCIAL_INSTAGRAM_OVERLAID",
            "UI",
            "WEB_SCRAPE",
        ]
        | None
    ]
    l10n_key: NotRequired[str | None]


class SlimImageReference(TypedDict):
    static_image_asset_id: NotRequired[int | None]
    dynamic_image_template: NotRequired[str | None]
    rendered_asset_url: NotRequired[str | None]


class MediaAsset(TypedDict):
    id: str
    company_id: str
    url: str
    name: str
    file_size: int
    media_type: NotRequired[str]
    thumbnail_url: NotRequired[str | None]
    l10n_key: NotRequired[str | None]


class MediaAssetReference(TypedDict):
    static_asset_id: NotRequired[str | None]
    dynamic_template: NotRequired[str | None]
    thumbnail: NotRequired["SlimImageReference | None"]


class RCSSuggestion(TypedDict):
    id: str
    text: str
    type: Literal["OPEN_URL", "REPLY"]
    url: NotRequired[str | None]
    open_mode: NotRequired[Literal["BROWSER", "WEBVIEW_FULL", "WEBVIEW_HALF", "WEBVIEW_TALL"] | None]


class MessageHierarchySmsItem(TypedDict):
    message: str
    message_format: NotRequired[Literal["SMS"]]
    extra: NotRequired[dict[str, Any] | None]
    image: NotRequired["StaticSMSImage | DynamicSMSImage | None"]
    selected_image: NotRequired["ImageAsset | None"]
    media: NotRequired["MediaAsset | MediaAssetReference | None"]


class StaticSMSImage(TypedDict):
    static_image_asset_id: int
    dynamic: NotRequired[bool | None]


class DynamicSMSImage(TypedDict):
    dynamic_image_template: str
    dynamic: NotRequired[bool]


class ConversationMessageCreateQueryResourceObjectRelationships(TypedDict):
    conversation: "ConversationMessageCreateQueryResourceObjectRelationshipsConversation"


class ConversationMessageCreateQueryResourceObjectRelationshipsConversation(TypedDict):
    data: NotRequired["ConversationMessageCreateQueryResourceObjectRelationshipsConversationData"]


class ConversationMessageCreateQueryResourceObjectRelationshipsConversationData(TypedDict):
    type: Literal["conversation"]
    id: str


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
        case "format":
            return f"a {value}, such as 2026-10-15T09:30:00+00:00"
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


FORMATS = FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    return not isinstance(value, str) or bool(datetime.fromisoformat(value))


PATTERNS = {r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15"}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Create Conversation Message","type":"object","description":"Sends a message from the account into an existing conversation. It is only accepted for sending: nothing comes back, and a repeat is a second message. message_hierarchy holds an RCS version with its SMS fallback. Klaviyo has to enable the account for this; get_conversations_for_profile finds the id.\n\nRate: 3/s burst, 60/m steady.\nScopes: conversations:write.\nReference: https://developers.klaviyo.com/en/reference/create_conversation_message","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The conversation message: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["conversation-message"]},"attributes":{"type":"object","description":"What is said of the conversation message: its fields apart from type, id and relationships.","properties":{"body":{"type":"string","description":"Main part of a message or template, or how that part looks."},"message_hierarchy":{"type":["array","null"],"description":"The message in two forms, RCS first and then the SMS that is sent where RCS cannot reach the recipient.","items":{"oneOf":[{"type":"object","properties":{"message":{"type":"string","description":"Text of the message.","default":""},"message_format":{"type":"string","description":"Whether this member of the pair is sent as RCS or as SMS.","enum":["RCS"],"default":"RCS"},"rich_content":{"type":["object","null"],"description":"What RCS shows beyond plain text, such as cards, a file or suggested replies.","properties":{"cards":{"type":["array","null"],"description":"Cards of the RCS message, each with a picture or video, text and buttons; several are swiped through.","items":{"type":"object","properties":{"id":{"type":"string","description":"Id of the conversation message."},"title":{"type":["string","null"],"description":"Headline of the content it belongs to."},"text":{"type":["string","null"],"description":"Text as the reader sees it."},"extra":{"type":["object","null"],"description":"Further data for the message or card, any JSON object.","additionalProperties":true},"image":{"description":"Picture that is shown, by its source and how it looks.","oneOf":[{"type":"object","properties":{"id":{"type":"integer","description":"Id of the conversation message."},"file_path":{"type":"string","description":"Path of the picture file in storage."},"name":{"type":"string","description":"File name of the picture."},"format":{"type":"string","description":"File format of the picture.","enum":["gif","jpeg","jpg","png","webp"]},"file_size":{"type":"integer","description":"Size of the file as a whole number of bytes."},"updated":{"type":"string","description":"When the picture was last changed, ISO 8601 such as 2026-10-15T09:30:00+00:00.","format":"date-time"},"url":{"type":"string","description":"Address of the picture file."},"image_type":{"type":"string","description":"Whether the picture is fixed or computed for each recipient.","enum":["dynamic","static"]},"origin":{"type":["string","null"],"description":"How the picture came to be in Klaviyo, for instance by upload or through the API.","enum":["ADOPTION_SMS_FORM_FROM_EMAIL_FORM","ADOPTION_SMS_MULTI_STEP_FORM_FROM_EMAIL_FORM","AI","API","APPLICATION","CLONED","COMPOSER","COMPOSER_AI_EDITED","COMPOSER_AI_GENERATED","COMPOSER_USED_IN_KLAVIYO_OBJECT","COMPOSER_USER_UPLOADED","COMPOSER_WEB_SCRAPED","INTEGRATION","KLAVIYO","LIBRARY","MARKETING_AGENT","SOCIAL_INSTAGRAM","SOCIAL_INSTAGRAM_OVERLAID","UI","WEB_SCRAPE",null]},"l10n_key":{"type":["string","null"],"description":"Localization key of the file, where it has one."}},"required":["id","file_path","name","format","file_size","updated","url","image_type"]},{"type":"object","properties":{"static_image_asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the picture for each recipient."},"rendered_asset_url":{"type":["string","null"],"description":"Address of the picture as it comes out of the template."}}},{"type":"null"}]},"video":{"description":"Video on the card, fixed or computed by a template.","oneOf":[{"type":"object","properties":{"id":{"type":"string","description":"Id of the conversation message."},"company_id":{"type":"string","description":"Id of the Klaviyo account that the video belongs to."},"url":{"type":"string","description":"Address of the video file."},"name":{"type":"string","description":"File name of the video."},"file_size":{"type":"integer","description":"Size of the file as a whole number of bytes."},"media_type":{"type":"string","description":"Kind of the file. Left out: video.","default":"video"},"thumbnail_url":{"type":["string","null"],"description":"Address of the still picture that stands for the video."},"l10n_key":{"type":["string","null"],"description":"Localization key of the file, where it has one."}},"required":["id","company_id","url","name","file_size"]},{"type":"object","properties":{"static_asset_id":{"type":["string","null"],"description":"Id of the file in the account's asset library, the same for every recipient."},"dynamic_template":{"type":["string","null"],"description":"Template expression that yields the address of the video or file for each recipient."},"thumbnail":{"type":["object","null"],"description":"Still picture that stands for the video or file.","properties":{"static_image_asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the picture for each recipient."},"rendered_asset_url":{"type":["string","null"],"description":"Address of the picture as it comes out of the template."}}}}},{"type":"null"}]},"buttons":{"type":["array","null"],"description":"Buttons on the card, each with a text and what a tap does.","items":{"type":"object","properties":{"id":{"type":"string","description":"Id of the conversation message."},"text":{"type":"string","description":"Text as the reader sees it."},"type":{"type":"string","description":"Whether a tap opens an address or sends the text of the button as a reply.","enum":["OPEN_URL","REPLY"]},"url":{"type":["string","null"],"description":"Address that a tap opens, for the type OPEN_URL."},"open_mode":{"type":["string","null"],"description":"Whether the address opens in the browser or in a web view of some height.","enum":["BROWSER","WEBVIEW_FULL","WEBVIEW_HALF","WEBVIEW_TALL",null]}},"required":["id","text","type"]}}},"required":["id"]}},"suggestions":{"type":["array","null"],"description":"Suggested replies and actions below the RCS message.","items":{"type":"object","properties":{"id":{"type":"string","description":"Id of the conversation message."},"text":{"type":"string","description":"Text as the reader sees it."},"type":{"type":"string","description":"Whether a tap opens an address or sends the text of the suggestion as a reply.","enum":["OPEN_URL","REPLY"]},"url":{"type":["string","null"],"description":"Address that a tap opens, for the type OPEN_URL."},"open_mode":{"type":["string","null"],"description":"Whether the address opens in the browser or in a web view of some height.","enum":["BROWSER","WEBVIEW_FULL","WEBVIEW_HALF","WEBVIEW_TALL",null]}},"required":["id","text","type"]}},"file":{"type":["object","null"],"description":"File that is sent with the message, fixed or computed by a template.","properties":{"static_asset_id":{"type":["string","null"],"description":"Id of the file in the account's asset library, the same for every recipient."},"dynamic_template":{"type":["string","null"],"description":"Template expression that yields the address of the video or file for each recipient."},"thumbnail":{"type":["object","null"],"description":"Still picture that stands for the video or file.","properties":{"static_image_asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the picture for each recipient."},"rendered_asset_url":{"type":["string","null"],"description":"Address of the picture as it comes out of the template."}}}}}}},"extra":{"type":["object","null"],"description":"Further data for the message or card, any JSON object.","additionalProperties":true},"image":{"type":["object","null"],"description":"Picture that is shown, by its source and how it looks.","properties":{"static_image_asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the picture for each recipient."},"rendered_asset_url":{"type":["string","null"],"description":"Address of the picture as it comes out of the template."}}}}},{"type":"object","properties":{"message":{"type":"string","description":"Text of the message."},"message_format":{"type":"string","description":"Whether this member of the pair is sent as RCS or as SMS.","enum":["SMS"],"default":"SMS"},"extra":{"type":["object","null"],"description":"Further data for the message or card, any JSON object.","additionalProperties":true},"image":{"description":"Picture that is shown, by its source and how it looks.","oneOf":[{"type":"object","properties":{"static_image_asset_id":{"type":"integer","description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed.","enum":[false,null],"default":false}},"required":["static_image_asset_id"]},{"type":"object","properties":{"dynamic_image_template":{"type":"string","description":"Template expression that yields the address of the picture for each recipient."},"dynamic":{"type":"boolean","description":"Whether the content is computed for each recipient instead of being fixed.","enum":[true],"default":true}},"required":["dynamic_image_template"]},{"type":"null"}]},"selected_image":{"type":["object","null"],"description":"Picture of the message as it stands in the account's asset library.","properties":{"id":{"type":"integer","description":"Id of the conversation message."},"file_path":{"type":"string","description":"Path of the picture file in storage."},"name":{"type":"string","description":"File name of the picture."},"format":{"type":"string","description":"File format of the picture.","enum":["gif","jpeg","jpg","png","webp"]},"file_size":{"type":"integer","description":"Size of the file as a whole number of bytes."},"updated":{"type":"string","description":"When the picture was last changed, ISO 8601 such as 2026-10-15T09:30:00+00:00.","format":"date-time"},"url":{"type":"string","description":"Address of the picture file."},"image_type":{"type":"string","description":"Whether the picture is fixed or computed for each recipient.","enum":["dynamic","static"]},"origin":{"type":["string","null"],"description":"How the picture came to be in Klaviyo, for instance by upload or through the API.","enum":["ADOPTION_SMS_FORM_FROM_EMAIL_FORM","ADOPTION_SMS_MULTI_STEP_FORM_FROM_EMAIL_FORM","AI","API","APPLICATION","CLONED","COMPOSER","COMPOSER_AI_EDITED","COMPOSER_AI_GENERATED","COMPOSER_USED_IN_KLAVIYO_OBJECT","COMPOSER_USER_UPLOADED","COMPOSER_WEB_SCRAPED","INTEGRATION","KLAVIYO","LIBRARY","MARKETING_AGENT","SOCIAL_INSTAGRAM","SOCIAL_INSTAGRAM_OVERLAID","UI","WEB_SCRAPE",null]},"l10n_key":{"type":["string","null"],"description":"Localization key of the file, where it has one."}},"required":["id","file_path","name","format","file_size","updated","url","image_type"]},"media":{"description":"Video that goes with the message, fixed or computed by a template.","oneOf":[{"type":"object","properties":{"id":{"type":"string","description":"Id of the conversation message."},"company_id":{"type":"string","description":"Id of the Klaviyo account that the video belongs to."},"url":{"type":"string","description":"Address of the video file."},"name":{"type":"string","description":"File name of the video."},"file_size":{"type":"integer","description":"Size of the file as a whole number of bytes."},"media_type":{"type":"string","description":"Kind of the file. Left out: video.","default":"video"},"thumbnail_url":{"type":["string","null"],"description":"Address of the still picture that stands for the video."},"l10n_key":{"type":["string","null"],"description":"Localization key of the file, where it has one."}},"required":["id","company_id","url","name","file_size"]},{"type":"object","properties":{"static_asset_id":{"type":["string","null"],"description":"Id of the file in the account's asset library, the same for every recipient."},"dynamic_template":{"type":["string","null"],"description":"Template expression that yields the address of the video or file for each recipient."},"thumbnail":{"type":["object","null"],"description":"Still picture that stands for the video or file.","properties":{"static_image_asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the picture for each recipient."},"rendered_asset_url":{"type":["string","null"],"description":"Address of the picture as it comes out of the template."}}}}},{"type":"null"}]}},"required":["message"]}]}}},"required":["body"]},"relationships":{"type":"object","description":"What the conversation message belongs to or uses, each a reference by type and id.","properties":{"conversation":{"type":"object","description":"Conversation in which the message is sent.","properties":{"data":{"type":"object","description":"Which conversation it is, by type and id.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["conversation"]},"id":{"type":"string","description":"Id of the conversation."}},"required":["type","id"]}}}},"required":["conversation"]}},"required":["type","attributes","relationships"]}},"required":["data"]}},"required":["revision","body"],"examples":[{"revision":"2026-10-15","body":{"data":{"type":"conversation-message","attributes":{"body":"Your Darjeeling is back on the shelf. Shall we set a tin aside for you?","message_hierarchy":[{"message_format":"RCS","message":"Your Darjeeling is back on the shelf. Shall we set a tin aside for you?","rich_content":{"suggestions":[{"id":"reserve","type":"REPLY","text":"Set one aside"},{"id":"shop","type":"OPEN_URL","text":"See the tea","url":"https://www.example.com/tea/darjeeling","open_mode":"BROWSER"}]}},{"message_format":"SMS","message":"Your Darjeeling is back on the shelf. Reply YES and we set a tin aside for you."}]},"relationships":{"conversation":{"data":{"type":"conversation","id":"01JD4M8QZ6T2VB9K3XW7R5NYHC"}}}}}},{"revision":"2026-10-15","body":{"data":{"type":"conversation-message","attributes":{"body":"Your Darjeeling is back on the shelf. Shall we set a tin aside for you?"},"relationships":{"conversation":{}}}}}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
