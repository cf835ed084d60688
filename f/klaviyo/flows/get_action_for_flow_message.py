# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Get Action for Flow Message: GET /api/flow-messages/{id}/flow-action

Returns the flow action that sends a message, with its definition. For its flow, use get_flow_for_flow_action.

Rate: 3/s burst, 60/m steady. Scopes: flows:read.
Reference: https://developers.klaviyo.com/en/reference/get_action_for_flow_message
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import json
import re
import reprlib
import sys
import time
from difflib import SequenceMatcher
from typing import Any, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator, FormatChecker

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
RETRY_STATUSES: set[int | None] = {429, 500, 502, 503, 504, None}  # None: no response


# In lower case, because it is the name of a resource type in Windmill.
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo, revision: str | None, id: str, fields_flow_action: list[str] | None = None
) -> dict[str, Any] | None:
    """Return `data`, the flow-action with the attributes created, updated, definition.

    Args:
        auth: Klaviyo resource with an API key or access token (scope flows:read).
        revision: API revision, a date.
        id: ID of the flow message, such as VkQ8tX.
        fields_flow_action: Fields to return for each flow-action.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    validate(locals(), VALIDATOR)  # the arguments: main has no other variables yet
    return send(
        "GET",
        f"{API}/api/flow-messages/{quote(id, safe='')}/flow-action",
        RETRY_STATUSES,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
        },
        params=query_params({"fields[flow-action]": fields_flow_action}),
    )


SCHEMA: Any = {"type": "object", "required": ["auth", "id"], "properties": {
    "auth": {"format": "account"},
    "revision": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"},
    "id": {"type": "string", "pattern": r"^(?!\s*$|\.{1,2}$)", "examples": ["VkQ8tX"]},
    "fields_flow_action": {"type": "array", "items": {"enum": [
    "created", "definition", "definition.data", "definition.data.action_output_filter",
    "definition.data.action_output_filter.condition_groups", "definition.data.branches",
    "definition.data.current_experiment", "definition.data.current_experiment.allocations",
    "definition.data.current_experiment.automatic_winner_selection_settings",
    "definition.data.current_experiment.automatic_winner_selection_settings.automatic_end_date",
    "definition.data.current_experiment.automatic_winner_selection_settings.automatic_end_statistical_certainty",
    "definition.data.current_experiment.automatic_winner_selection_settings.enabled",
    "definition.data.current_experiment.id", "definition.data.current_experiment.name",
    "definition.data.current_experiment.started", "definition.data.current_experiment.variations",
    "definition.data.current_experiment.winner_metric", "definition.data.delay_until_time",
    "definition.data.delay_until_weekdays", "definition.data.experiment_status", "definition.data.list_id",
    "definition.data.main_action", "definition.data.main_action.data", "definition.data.main_action.data.message",
    "definition.data.main_action.data.message.action_buttons", "definition.data.main_action.data.message.add_info_link",
    "definition.data.main_action.data.message.add_opt_out_language",
    "definition.data.main_action.data.message.add_org_prefix",
    "definition.data.main_action.data.message.add_tracking_params",
    "definition.data.main_action.data.message.additional_filters",
    "definition.data.main_action.data.message.additional_filters.condition_groups",
    "definition.data.main_action.data.message.android_link", "definition.data.main_action.data.message.badge",
    "definition.data.main_action.data.message.badge_options",
    "definition.data.main_action.data.message.badge_options.badge_config",
    "definition.data.main_action.data.message.badge_options.set_from_property",
    "definition.data.main_action.data.message.badge_options.value",
    "definition.data.main_action.data.message.bcc_email", "definition.data.main_action.data.message.body",
    "definition.data.main_action.data.message.cc_email",
    "definition.data.main_action.data.message.conversion_metric_id",
    "definition.data.main_action.data.message.custom_tracking_params",
    "definition.data.main_action.data.message.dynamic_image", "definition.data.main_action.data.message.from_email",
    "definition.data.main_action.data.message.from_label", "definition.data.main_action.data.message.id",
    "definition.data.main_action.data.message.image_id",
    "definition.data.main_action.data.message.include_contact_card",
    "definition.data.main_action.data.message.ios_link", "definition.data.main_action.data.message.kv_pairs",
    "definition.data.main_action.data.message.message_hierarchy", "definition.data.main_action.data.message.name",
    "definition.data.main_action.data.message.on_open", "definition.data.main_action.data.message.preview_text",
    "definition.data.main_action.data.message.push_type", "definition.data.main_action.data.message.reply_to_email",
    "definition.data.main_action.data.message.shorten_links",
    "definition.data.main_action.data.message.smart_sending_enabled",
    "definition.data.main_action.data.message.sms_quiet_hours_enabled",
    "definition.data.main_action.data.message.sound", "definition.data.main_action.data.message.subject_line",
    "definition.data.main_action.data.message.template_id", "definition.data.main_action.data.message.title",
    "definition.data.main_action.data.message.transactional", "definition.data.main_action.data.message.vendor_id",
    "definition.data.main_action.data.message.video_asset_id", "definition.data.main_action.data.message.web_url",
    "definition.data.main_action.data.status", "definition.data.main_action.id", "definition.data.main_action.links",
    "definition.data.main_action.links.next", "definition.data.main_action.temporary_id",
    "definition.data.main_action.type", "definition.data.message", "definition.data.message.action_buttons",
    "definition.data.message.add_info_link", "definition.data.message.add_opt_out_language",
    "definition.data.message.add_org_prefix", "definition.data.message.add_tracking_params",
    "definition.data.message.additional_filters", "definition.data.message.additional_filters.condition_groups",
    "definition.data.message.android_link", "definition.data.message.badge", "definition.data.message.badge_options",
    "definition.data.message.badge_options.badge_config", "definition.data.message.badge_options.set_from_property",
    "definition.data.message.badge_options.value", "definition.data.message.bcc_email", "definition.data.message.body",
    "definition.data.message.cc_email", "definition.data.message.conversion_metric_id",
    "definition.data.message.custom_tracking_params", "definition.data.message.dynamic_image",
    "definition.data.message.from_email", "definition.data.message.from_label", "definition.data.message.headers",
    "definition.data.message.id", "definition.data.message.image_id", "definition.data.message.include_contact_card",
    "definition.data.message.ios_link", "definition.data.message.kv_pairs", "definition.data.message.message_hierarchy",
    "definition.data.message.name", "definition.data.message.on_open", "definition.data.message.preview_text",
    "definition.data.message.push_type", "definition.data.message.reply_to_email",
    "definition.data.message.shorten_links", "definition.data.message.smart_sending_enabled",
    "definition.data.message.sms_quiet_hours_enabled", "definition.data.message.sound",
    "definition.data.message.subject_line", "definition.data.message.template_id", "definition.data.message.title",
    "definition.data.message.to_emails", "definition.data.message.transactional", "definition.data.message.url",
    "definition.data.message.vendor_id", "definition.data.message.video_asset_id", "definition.data.message.web_url",
    "definition.data.name", "definition.data.on_execution", "definition.data.profile_filter",
    "definition.data.profile_filter.condition_groups", "definition.data.profile_operations",
    "definition.data.secondary_value", "definition.data.service_configuration",
    "definition.data.service_configuration.event_key", "definition.data.service_configuration.event_payload",
    "definition.data.service_configuration.report_id", "definition.data.service_configuration.service_method_type",
    "definition.data.service_configuration.tracking_company_id", "definition.data.status",
    "definition.data.target_days", "definition.data.target_time", "definition.data.timezone",
    "definition.data.trigger_filter", "definition.data.trigger_filter.condition_groups", "definition.data.trigger_id",
    "definition.data.trigger_subtype", "definition.data.trigger_type", "definition.data.unit", "definition.data.value",
    "definition.id", "definition.links", "definition.links.next", "definition.links.next_if_false",
    "definition.links.next_if_true", "definition.temporary_id", "definition.type", "id", "updated"
    ]}},
}}  # fmt: skip

# ---- Shared by all scripts: errors, validation, the request ----
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())


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


VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except (TypeError, ValueError, RecursionError) as error:  # stdin is not the arguments as a JSON object
        sys.exit(f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(SCHEMA['properties'])}\n{error}")
