# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Campaign Variation: POST /api/campaign-variations

Adds a variation to a campaign message: content for email, SMS, push or WhatsApp. Several variations are what an A/B
test compares. The variation comes back with its id; a second call adds a second one.

Rate: 10/s burst, 150/m steady.
Scopes: campaigns:write.
Reference: https://developers.klaviyo.com/en/reference/create_campaign_variation
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


def main(
    auth: klaviyo, revision: str, body: "Body", fields_campaign_variation: list[str] | None = None
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check({"revision": revision, "body": body, "fields_campaign_variation": fields_campaign_variation}, key)
    return send(
        "POST",
        f"{API}/api/campaign-variations",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "fields[campaign-variation]": ",".join(given.get("fields_campaign_variation", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "VariationCreateQueryResourceObject"


class VariationCreateQueryResourceObject(TypedDict):
    type: Literal["campaign-variation"]
    attributes: "VariationCreateQueryResourceObjectAttributes"
    relationships: "VariationCreateQueryResourceObjectRelationships"


class VariationCreateQueryResourceObjectAttributes(TypedDict):
    definition: "VariationDefinition"


class VariationDefinition(TypedDict):
    name: NotRequired[str | None]
    details: NotRequired["EmailChannelDetails | SMSChannelDetails | PushChannelDetails | WhatsappChannelDetails | None"]


class EmailChannelDetails(TypedDict):
    channel: NotRequired[Literal["email"]]
    template_id: NotRequired[str | None]
    from_label: NotRequired[str]
    from_email: NotRequired[str]
    reply_to_email: NotRequired[str]
    cc_email: NotRequired[str]
    bcc_email: NotRequired[str]
    subject: NotRequired[str]
    preview_text: NotRequired[str]


class SMSChannelDetails(TypedDict):
    channel: NotRequired[Literal["sms"]]
    template_id: NotRequired[str | None]
    cost: NotRequired[float | None]
    mms_static_image_asset_id: NotRequired[int | None]
    shorten_links: NotRequired[bool | None]
    include_contact_card: NotRequired[bool | None]
    body: NotRequired[str]
    add_org_prefix: NotRequired[bool | None]
    add_info_link: NotRequired[bool | None]
    add_opt_out_language: NotRequired[bool | None]
    mms_dynamic_image_template: NotRequired[str | None]
    text_message_type: NotRequired[Literal["MMS", "RCS", "SMS"]]
    message_hierarchy: NotRequired[Any]


class PushChannelDetails(TypedDict):
    channel: NotRequired[Literal["push"]]
    title: NotRequired[str]
    body: NotRequired[str]
    badge: NotRequired[bool]
    badge_config: NotRequired[Literal["increment-one", "set-count", "set-property"]]
    badge_value: NotRequired[str]
    sound_file_name: NotRequired[str]
    static_asset_id: NotRequired[int | None]
    sound: NotRequired[bool]
    open_action: NotRequired[int]
    dynamic_media_template: NotRequired[str]
    kv_pairs: NotRequired[dict[str, Any] | None]
    push_type: NotRequired[Literal["silent", "standard"]]
    ios_deep_link: NotRequired[str | None]
    android_deep_link: NotRequired[str | None]
    web_url: NotRequired[str | None]
    content_available: NotRequired[bool | None]
    mutable_content: NotRequired[bool | None]
    video_asset_id: NotRequired[str | None]
    action_buttons: NotRequired["list[PushActionButton] | None"]


class PushActionButton(TypedDict):
    label: str
    action_type: Literal["deep_link", "dismiss", "open_app", "open_url"]
    position: NotRequired[int | None]
    url: NotRequired[str | None]
    icon: NotRequired[str | None]
    custom_action_id: NotRequired[str | None]


class WhatsappChannelDetails(TypedDict):
    channel: NotRequired[Literal["whatsapp"]]
    template_id: NotRequired[str | None]
    shorten_links: NotRequired[bool]


VariationCreateQueryResourceObjectRelationships = TypedDict(
    "VariationCreateQueryResourceObjectRelationships",
    {
        "campaign-message": "VariationCreateQueryResourceObjectRelationshipsCampaignMessage",
    },
)


class VariationCreateQueryResourceObjectRelationshipsCampaignMessage(TypedDict):
    data: NotRequired["VariationResponseObjectResourceRelationshipsCampaignMessageData"]


class VariationResponseObjectResourceRelationshipsCampaignMessageData(TypedDict):
    type: Literal["campaign-message"]
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


PATTERNS = {r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15"}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Create Campaign Variation","type":"object","description":"Adds a variation to a campaign message: content for email, SMS, push or WhatsApp. Several variations are what an A/B test compares. The variation comes back with its id; a second call adds a second one.\n\nRate: 10/s burst, 150/m steady.\nScopes: campaigns:write.\nReference: https://developers.klaviyo.com/en/reference/create_campaign_variation","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The campaign variation: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["campaign-variation"]},"attributes":{"type":"object","description":"What is said of the campaign variation: its fields apart from type, id and relationships.","properties":{"definition":{"type":"object","description":"Full description of what the resource or rule consists of.","properties":{"name":{"type":["string","null"],"description":"Name of the campaign, audience, message or variation, for people to tell it from others."},"details":{"description":"Content of the variation; its fields depend on the channel.","oneOf":[{"type":"object","properties":{"channel":{"type":"string","description":"Channel that the content is made for; decides which of the other fields apply.","enum":["email"],"default":"email"},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."},"from_label":{"type":"string","description":"Sender name that recipients see, such as Example Tea Shop.","default":""},"from_email":{"type":"string","description":"Sender address that recipients see, such as news@example.com.","default":""},"reply_to_email":{"type":"string","description":"Address to which replies go, such as hello@example.com.","default":""},"cc_email":{"type":"string","description":"Address that gets an open copy of the email. Empty for none.","default":""},"bcc_email":{"type":"string","description":"Address that gets a blind copy of the email. Empty for none.","default":""},"subject":{"type":"string","description":"Subject line of the email; template variables may stand in it.","default":""},"preview_text":{"type":"string","description":"Text that mail programs show beside the subject in the inbox.","default":""}}},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that the content is made for; decides which of the other fields apply.","enum":["sms"],"default":"sms"},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."},"cost":{"type":["number","null"],"description":"Cost of the text message, as a number."},"mms_static_image_asset_id":{"type":["integer","null"],"description":"Id of the MMS picture in the account's asset library."},"shorten_links":{"type":["boolean","null"],"description":"Whether links in the message are replaced by short ones."},"include_contact_card":{"type":["boolean","null"],"description":"Whether the message carries the sender's contact card for the recipient to save."},"body":{"type":"string","description":"Text of the SMS or push notification.","default":""},"add_org_prefix":{"type":["boolean","null"],"description":"Whether the text message begins with the organization prefix of the account."},"add_info_link":{"type":["boolean","null"],"description":"Whether the text message carries a link to information about the sender."},"add_opt_out_language":{"type":["boolean","null"],"description":"Whether a sentence on how to stop the messages is added to the text message."},"mms_dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the MMS picture for each recipient."},"text_message_type":{"type":"string","description":"Form in which the message is sent. Left out: SMS.","enum":["MMS","RCS","SMS"],"default":"SMS"},"message_hierarchy":{"description":"The message in two forms, RCS first and then the SMS that is sent where RCS cannot reach the recipient."}}},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that the content is made for; decides which of the other fields apply.","enum":["push"],"default":"push"},"title":{"type":"string","description":"Headline of the push notification.","default":""},"body":{"type":"string","description":"Text of the SMS or push notification.","default":""},"badge":{"type":"boolean","description":"Whether the notification changes the number shown on the app's icon.","default":false},"badge_config":{"type":"string","description":"How the number on the app icon changes: by one, to a fixed count or to the value of a property.","enum":["increment-one","set-count","set-property"],"default":"increment-one"},"badge_value":{"type":"string","description":"Number for the app icon, or the property that holds it, as badge_config says. Left out: 1.","default":"1"},"sound_file_name":{"type":"string","description":"Name of the sound file within the app, for a notification that makes a sound.","default":""},"static_asset_id":{"type":["integer","null"],"description":"Id of the file in the account's asset library, the same for every recipient."},"sound":{"type":"boolean","description":"Whether the notification makes a sound. Left out: false.","default":false},"open_action":{"type":"integer","description":"What a tap on the notification does, as a whole number. Left out: 0.","default":0},"dynamic_media_template":{"type":"string","description":"Template expression that yields the address of the picture or video for each recipient. Empty for none.","default":""},"kv_pairs":{"type":["object","null"],"description":"Your own keys and values, handed to the app with the notification: {\"screen\": \"offers\"}.","additionalProperties":true},"push_type":{"type":"string","description":"Whether the notification is shown or only reaches the app.","enum":["silent","standard"],"default":"standard"},"ios_deep_link":{"type":["string","null"],"description":"Address inside the iOS app that a tap on the notification opens."},"android_deep_link":{"type":["string","null"],"description":"Address inside the Android app that a tap on the notification opens."},"web_url":{"type":["string","null"],"description":"Web page that a tap on the notification opens."},"content_available":{"type":["boolean","null"],"description":"iOS flag that wakes the app in the background when the notification arrives."},"mutable_content":{"type":["boolean","null"],"description":"iOS flag that lets the app change the notification before it is shown."},"video_asset_id":{"type":["string","null"],"description":"Id of the video in the account's asset library."},"action_buttons":{"type":["array","null"],"description":"Buttons below the push notification, in the order of their positions.","items":{"type":"object","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"action_type":{"type":"string","description":"What a tap on the button does. For a deep link or a web page, url holds the address.","enum":["deep_link","dismiss","open_app","open_url"]},"position":{"type":["integer","null"],"description":"Place of the button among the others, as a whole number."},"url":{"type":["string","null"],"description":"Address inside the app or web address that the button opens."},"icon":{"type":["string","null"],"description":"Icon shown on the button beside its text."},"custom_action_id":{"type":["string","null"],"description":"Your own id of the action, for the app to know which button was tapped."}},"required":["label","action_type"]}}}},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that the content is made for; decides which of the other fields apply.","enum":["whatsapp"],"default":"whatsapp"},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."},"shorten_links":{"type":"boolean","description":"Whether links in the message are replaced by short ones.","default":true}}},{"type":"null"}]}}}},"required":["definition"]},"relationships":{"type":"object","description":"What the campaign variation belongs to or uses, each a reference by type and id.","properties":{"campaign-message":{"type":"object","description":"Message that is scheduled, or that the new variation belongs to.","properties":{"data":{"type":"object","description":"Which campaign message it is, by type and id.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["campaign-message"]},"id":{"type":"string","description":"Id of the campaign message."}},"required":["type","id"]}}}},"required":["campaign-message"]}},"required":["type","attributes","relationships"]}},"required":["data"]},"fields_campaign_variation":{"type":"array","description":"Which fields of each campaign-variation to return. Left out, all.","items":{"type":"string","enum":["created","definition","definition.details","definition.details.action_buttons","definition.details.add_info_link","definition.details.add_opt_out_language","definition.details.add_org_prefix","definition.details.android_deep_link","definition.details.badge","definition.details.badge_config","definition.details.badge_value","definition.details.bcc_email","definition.details.body","definition.details.cc_email","definition.details.channel","definition.details.content_available","definition.details.cost","definition.details.dynamic_media_template","definition.details.from_email","definition.details.from_label","definition.details.include_contact_card","definition.details.ios_deep_link","definition.details.kv_pairs","definition.details.message_hierarchy","definition.details.mms_dynamic_image_template","definition.details.mms_static_image_asset_id","definition.details.mutable_content","definition.details.open_action","definition.details.preview_text","definition.details.push_type","definition.details.reply_to_email","definition.details.shorten_links","definition.details.sound","definition.details.sound_file_name","definition.details.static_asset_id","definition.details.subject","definition.details.template_id","definition.details.text_message_type","definition.details.title","definition.details.video_asset_id","definition.details.web_url","definition.name","id","updated"]}}},"required":["revision","body"],"examples":[{"revision":"2026-10-15","body":{"data":{"type":"campaign-variation","attributes":{"definition":{"name":"Question as subject","details":{"channel":"email","template_id":"VkT5eB","from_label":"Maren at the Tea and Coffee House","from_email":"letters@example.com","reply_to_email":"hello@example.com","subject":"Which roast for the dark season?","preview_text":"Three proposals, one of them without caffeine."}}},"relationships":{"campaign-message":{"data":{"type":"campaign-message","id":"01JD5A8V6N4C2R9Q7TBX3MWKZY"}}}}}},{"revision":"2026-10-15","body":{"data":{"type":"campaign-variation","attributes":{"definition":{}},"relationships":{"campaign-message":{}}}}}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
