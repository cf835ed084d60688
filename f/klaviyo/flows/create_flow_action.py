# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Flow Action: POST /api/flow-actions

Inserts one new action into an existing flow and returns it with its stored values. Give exactly one place:
anchor-action, links.next of the definition, or relationships.flow for a flow without actions. Messages start as
drafts. In a live flow, delays and splits need allow_live_action and act at once. A repeat may insert the action
twice.

Rate: 3/s burst, 60/m steady.
Scopes: flows:write.
Reference: https://developers.klaviyo.com/en/reference/create_flow_action
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
from jsonschema import Draft202012Validator
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
    auth: klaviyo, revision: str, body: "Body", fields_flow_action: list[str] | None = None
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check({"revision": revision, "body": body, "fields_flow_action": fields_flow_action}, key)
    return send(
        "POST",
        f"{API}/api/flow-actions",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "fields[flow-action]": ",".join(given.get("fields_flow_action", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "FlowActionInsertQueryResourceObject"


class FlowActionInsertQueryResourceObject(TypedDict):
    type: Literal["flow-action"]
    attributes: "FlowActionInsertQueryResourceObjectAttributes"
    relationships: NotRequired["FlowActionInsertQueryResourceObjectRelationships"]


FlowActionInsertQueryResourceObjectAttributes = TypedDict(
    "FlowActionInsertQueryResourceObjectAttributes",
    {
        "definition": dict[str, Any],
        "allow_live_action": NotRequired[bool],
        "anchor-action": NotRequired["FlowActionInsertQueryResourceObjectAttributesAnchorAction | None"],
    },
)


class FlowActionInsertQueryResourceObjectAttributesAnchorAction(TypedDict):
    data: "FlowActionAnchorQueryResourceObject"


class FlowActionAnchorQueryResourceObject(TypedDict):
    type: Literal["flow-action"]
    id: str
    attributes: "FlowActionAnchorQueryResourceObjectAttributes"


class FlowActionAnchorQueryResourceObjectAttributes(TypedDict):
    definition: dict[str, Any]


class FlowActionInsertQueryResourceObjectRelationships(TypedDict):
    flow: NotRequired["FlowActionInsertQueryResourceObjectRelationshipsFlow"]


class FlowActionInsertQueryResourceObjectRelationshipsFlow(TypedDict):
    data: NotRequired["FlowActionInsertQueryResourceObjectRelationshipsFlowData"]


class FlowActionInsertQueryResourceObjectRelationshipsFlowData(TypedDict):
    type: Literal["flow"]
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
    for error in VALIDATOR.iter_errors(arguments):
        if error.validator == "type" and "enum" in error.schema:
            continue  # enum says it better
        yield pointer(error.absolute_path), expectation(error), error.instance


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
        case _:  # pattern, the last keyword of SCHEMA that can fail
            return PATTERNS[value]


def touched(value: Any, schema: Any) -> Any:
    """`value` without what a form sends for optional parts that nobody touched.

    That is sections with nothing but the type of a resource in them, and blanks that are not valid as they stand.
    A form sends some booleans as text. Copies only what changes: a body can be large.
    """
    if value in ("true", "false") and "boolean" in schema.get("type", ()):
        return value == "true"
    copy = value
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            fit = touched(item, schema["items"])
            if fit is not item:
                copy = value.copy() if copy is value else copy
                copy[index] = fit
    if isinstance(value, dict) and "properties" in schema:
        properties, required = schema["properties"], schema.get("required", ())
        for name, item in value.items():
            if isinstance(item, (str, int, float)) and item not in ("", "true", "false"):
                continue  # there is something in it
            subschema = properties.get(name, {})
            fit = touched(item, subschema)
            if name in properties:
                left_out = name not in required and (
                    is_untouched(fit, subschema) or (blank(fit) and not is_valid(fit, subschema))
                )
            else:
                left_out = False  # not ours to judge
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
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Create Flow Action","type":"object","description":"Inserts one new action into an existing flow and returns it with its stored values. Give exactly one place: anchor-action, links.next of the definition, or relationships.flow for a flow without actions. Messages start as drafts. In a live flow, delays and splits need allow_live_action and act at once. A repeat may insert the action twice.\n\nRate: 3/s burst, 60/m steady.\nScopes: flows:write.\nReference: https://developers.klaviyo.com/en/reference/create_flow_action","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The flow action: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["flow-action"]},"attributes":{"type":"object","description":"What is said of the flow action: its fields apart from type, id and relationships.","properties":{"definition":{"type":"object","description":"Full description of what the resource or rule consists of.","additionalProperties":true},"allow_live_action":{"type":"boolean","description":"true permits inserting an action that is live at once into a live flow, where it can reach profiles already under way. Left out: false.","default":false},"anchor-action":{"type":["object","null"],"description":"Existing action of the flow after which the new action is put in.","properties":{"data":{"type":"object","description":"The flow action: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["flow-action"]},"id":{"type":"string","description":"Id of the flow action."},"attributes":{"type":"object","description":"What is said of the flow action: its fields apart from type, id and relationships.","properties":{"definition":{"type":"object","description":"Type of the anchor action and the one link of it at which the new action is inserted.","additionalProperties":true}},"required":["definition"]}},"required":["type","id","attributes"]}},"required":["data"]}},"required":["definition"]},"relationships":{"type":"object","description":"What the flow action belongs to or uses, each a reference by type and id.","properties":{"flow":{"type":"object","description":"Flow to which the action is added.","properties":{"data":{"type":"object","description":"Which flow it is, by type and id.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["flow"]},"id":{"type":"string","description":"Id of the flow."}},"required":["type","id"]}}}}}},"required":["type","attributes"]}},"required":["data"]},"fields_flow_action":{"type":"array","description":"Which fields of each flow-action to return. Left out, all.","items":{"type":"string","enum":["created","definition","definition.data","definition.data.action_output_filter","definition.data.action_output_filter.condition_groups","definition.data.branches","definition.data.current_experiment","definition.data.current_experiment.allocations","definition.data.current_experiment.automatic_winner_selection_settings","definition.data.current_experiment.automatic_winner_selection_settings.automatic_end_date","definition.data.current_experiment.automatic_winner_selection_settings.automatic_end_statistical_certainty","definition.data.current_experiment.automatic_winner_selection_settings.enabled","definition.data.current_experiment.id","definition.data.current_experiment.name","definition.data.current_experiment.started","definition.data.current_experiment.variations","definition.data.current_experiment.winner_metric","definition.data.delay_until_time","definition.data.delay_until_weekdays","definition.data.experiment_status","definition.data.list_id","definition.data.main_action","definition.data.main_action.data","definition.data.main_action.data.message","definition.data.main_action.data.message.action_buttons","definition.data.main_action.data.message.add_info_link","definition.data.main_action.data.message.add_opt_out_language","definition.data.main_action.data.message.add_org_prefix","definition.data.main_action.data.message.add_tracking_params","definition.data.main_action.data.message.additional_filters","definition.data.main_action.data.message.additional_filters.condition_groups","definition.data.main_action.data.message.android_link","definition.data.main_action.data.message.badge","definition.data.main_action.data.message.badge_options","definition.data.main_action.data.message.badge_options.badge_config","definition.data.main_action.data.message.badge_options.set_from_property","definition.data.main_action.data.message.badge_options.value","definition.data.main_action.data.message.bcc_email","definition.data.main_action.data.message.body","definition.data.main_action.data.message.cc_email","definition.data.main_action.data.message.conversion_metric_id","definition.data.main_action.data.message.custom_tracking_params","definition.data.main_action.data.message.dynamic_image","definition.data.main_action.data.message.from_email","definition.data.main_action.data.message.from_label","definition.data.main_action.data.message.id","definition.data.main_action.data.message.image_id","definition.data.main_action.data.message.include_contact_card","definition.data.main_action.data.message.ios_link","definition.data.main_action.data.message.kv_pairs","definition.data.main_action.data.message.message_hierarchy","definition.data.main_action.data.message.name","definition.data.main_action.data.message.on_open","definition.data.main_action.data.message.preview_text","definition.data.main_action.data.message.push_type","definition.data.main_action.data.message.reply_to_email","definition.data.main_action.data.message.shorten_links","definition.data.main_action.data.message.smart_sending_enabled","definition.data.main_action.data.message.sms_quiet_hours_enabled","definition.data.main_action.data.message.sound","definition.data.main_action.data.message.subject_line","definition.data.main_action.data.message.template_id","definition.data.main_action.data.message.title","definition.data.main_action.data.message.transactional","definition.data.main_action.data.message.vendor_id","definition.data.main_action.data.message.video_asset_id","definition.data.main_action.data.message.web_url","definition.data.main_action.data.status","definition.data.main_action.id","definition.data.main_action.links","definition.data.main_action.links.next","definition.data.main_action.temporary_id","definition.data.main_action.type","definition.data.message","definition.data.message.action_buttons","definition.data.message.add_info_link","definition.data.message.add_opt_out_language","definition.data.message.add_org_prefix","definition.data.message.add_tracking_params","definition.data.message.additional_filters","definition.data.message.additional_filters.condition_groups","definition.data.message.android_link","definition.data.message.badge","definition.data.message.badge_options","definition.data.message.badge_options.badge_config","definition.data.message.badge_options.set_from_property","definition.data.message.badge_options.value","definition.data.message.bcc_email","definition.data.message.body","definition.data.message.cc_email","definition.data.message.conversion_metric_id","definition.data.message.custom_tracking_params","definition.data.message.dynamic_image","definition.data.message.from_email","definition.data.message.from_label","definition.data.message.headers","definition.data.message.id","definition.data.message.image_id","definition.data.message.include_contact_card","definition.data.message.ios_link","definition.data.message.kv_pairs","definition.data.message.message_hierarchy","definition.data.message.name","definition.data.message.on_open","definition.data.message.preview_text","definition.data.message.push_type","definition.data.message.reply_to_email","definition.data.message.shorten_links","definition.data.message.smart_sending_enabled","definition.data.message.sms_quiet_hours_enabled","definition.data.message.sound","definition.data.message.subject_line","definition.data.message.template_id","definition.data.message.title","definition.data.message.to_emails","definition.data.message.transactional","definition.data.message.url","definition.data.message.vendor_id","definition.data.message.video_asset_id","definition.data.message.web_url","definition.data.name","definition.data.on_execution","definition.data.profile_filter","definition.data.profile_filter.condition_groups","definition.data.profile_operations","definition.data.secondary_value","definition.data.service_configuration","definition.data.service_configuration.event_key","definition.data.service_configuration.event_payload","definition.data.service_configuration.report_id","definition.data.service_configuration.service_method_type","definition.data.service_configuration.tracking_company_id","definition.data.status","definition.data.target_days","definition.data.target_time","definition.data.timezone","definition.data.trigger_filter","definition.data.trigger_filter.condition_groups","definition.data.trigger_id","definition.data.trigger_subtype","definition.data.trigger_type","definition.data.unit","definition.data.value","definition.id","definition.links","definition.links.next","definition.links.next_if_false","definition.links.next_if_true","definition.temporary_id","definition.type","id","updated"]}}},"required":["revision","body"],"examples":[{"revision":"2026-10-15","body":{"data":{"type":"flow-action","attributes":{"definition":{"temporary_id":"cart-reminder-2","type":"send-email","data":{"message":{"name":"Second cart reminder","from_email":"shop@example.com","from_label":"Harbour Tea & Coffee","reply_to_email":"help@example.com","subject_line":"Your tea is still waiting","preview_text":"We keep your cart until Sunday.","template_id":"TkV4wP","smart_sending_enabled":true},"status":"draft"}},"anchor-action":{"data":{"type":"flow-action","id":"86432197","attributes":{"definition":{"links":{"next":"cart-reminder-2"}}}}}}}}},{"revision":"2026-10-15","body":{"data":{"type":"flow-action","attributes":{"definition":{"temporary_id":"cart-reminder-2","type":"send-email","data":{"message":{"name":"Second cart reminder","from_email":"shop@example.com","from_label":"Harbour Tea & Coffee","reply_to_email":"help@example.com","subject_line":"Your tea is still waiting","preview_text":"We keep your cart until Sunday.","template_id":"TkV4wP","smart_sending_enabled":true},"status":"draft"}}}}}}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
