# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Get Flow Message: GET /api/flow-messages/{id}

Returns one message of a flow: its channel, its definition and when it was created and last updated. The action that
sends it and its template can be included in the same answer.

Rate: 3/s burst, 60/m steady.
Scopes: flows:read.
Reference: https://developers.klaviyo.com/en/reference/get_flow_message
"""

import itertools
import json
import re
import sys
from collections.abc import Mapping
from typing import Any, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import HTTPError, MaxRetryError

API = "https://a.klaviyo.com"
TIMEOUT = (10, 60)  # seconds to connect, to read
LONGEST_WAIT = 60  # seconds, over all waits of one call


class klaviyo(TypedDict):
    apiKey: str


def main(
    auth: klaviyo,
    revision: str,
    id: str,
    fields_flow_action: list[str] | None = None,
    fields_flow_message: list[str] | None = None,
    fields_template: list[str] | None = None,
    include: list[str] | None = None,
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check(
        {
            "revision": revision,
            "id": id,
            "fields_flow_action": fields_flow_action,
            "fields_flow_message": fields_flow_message,
            "fields_template": fields_template,
            "include": include,
        },
        key,
    )
    return send(
        "GET",
        f"{API}/api/flow-messages/{quote(given['id'], safe='')}",
        key,
        headers={"Accept": "application/vnd.api+json", "revision": given["revision"]},
        params={
            "fields[flow-action]": ",".join(given.get("fields_flow_action", [])) or None,
            "fields[flow-message]": ",".join(given.get("fields_flow_message", [])) or None,
            "fields[template]": ",".join(given.get("fields_template", [])) or None,
            "include": ",".join(given.get("include", [])) or None,
        },
    )


class InvalidInput(ValueError):
    """The arguments are not what Klaviyo documents. `faults`: pointer and expected of the first 20 of `count`."""

    def __init__(self, faults: list[tuple[str, str, Any]], key: str = "\0") -> None:
        first = [(at.replace(key, "***")[:500], expected, excerpt(found, key)) for at, expected, found in faults[:20]]
        self.count = len(faults)
        self.faults = [{"pointer": at, "expected": expected} for at, expected, _ in first]
        lines = [f"{self.count} fault{'s' * (self.count > 1)} in the arguments, nothing was sent"]
        lines += [f"{at}: expected {expected}, found {found}" for at, expected, found in first]
        super().__init__("\n".join(lines + [f"and {self.count - 20} more"] * (self.count > 20)))


class KlaviyoError(Exception):
    """`status`: None where no answer came. `errors`: Klaviyo's error objects.

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
    """The arguments, valid, without optional ones that are blank."""
    required = SCHEMA["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in (None, "", [])}
    faults = []
    for error in VALIDATOR.iter_errors(arguments):
        if error.validator == "type" and "enum" in error.schema:
            continue  # enum says it better
        value = error.validator_value
        value = ", ".join(value) if isinstance(value, list) else value
        expected = PATTERNS[value] if error.validator == "pattern" else EXPECTED[error.validator].format(value)
        faults.append(("/".join(["", *map(str, error.absolute_path)]), expected, error.instance))
    if faults:
        raise InvalidInput(faults, key)
    return arguments


EXPECTED = {"type": "{}", "enum": "one of {}", "minLength": "at least {} character"}


def excerpt(value: Any, key: str) -> str:
    """At most 80 characters of `value` as JSON, without the key."""
    chunks = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=repr).iterencode(value)
    text = "".join(itertools.islice(chunks, 80)).replace(key, "***")
    return text if len(text) <= 80 else text[:79] + "…"


class Throttled(Retry):
    """Sends again what was throttled (429) or failed on the way.

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

    throttled = Throttled(5, status_forcelist=[429, 500, 502, 503, 504], backoff_factor=1, raise_on_status=False)
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
        raise KlaviyoError(f"{status or 'no answer'}, {failure}", status, {}, None)
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
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Get Flow Message","type":"object","description":"Returns one message of a flow: its channel, its definition and when it was created and last updated. The action that sends it and its template can be included in the same answer.\n\nRate: 3/s burst, 60/m steady.\nScopes: flows:read.\nReference: https://developers.klaviyo.com/en/reference/get_flow_message","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"id":{"type":"string","description":"Id of the message, such as VkQ8tX.","pattern":"^(?!\\.{1,2}$)","minLength":1},"fields_flow_action":{"type":"array","description":"Which fields of each flow-action to return. Left out, all.","items":{"type":"string","enum":["created","definition","definition.data","definition.data.action_output_filter","definition.data.action_output_filter.condition_groups","definition.data.branches","definition.data.current_experiment","definition.data.current_experiment.allocations","definition.data.current_experiment.automatic_winner_selection_settings","definition.data.current_experiment.automatic_winner_selection_settings.automatic_end_date","definition.data.current_experiment.automatic_winner_selection_settings.automatic_end_statistical_certainty","definition.data.current_experiment.automatic_winner_selection_settings.enabled","definition.data.current_experiment.id","definition.data.current_experiment.name","definition.data.current_experiment.started","definition.data.current_experiment.variations","definition.data.current_experiment.winner_metric","definition.data.delay_until_time","definition.data.delay_until_weekdays","definition.data.experiment_status","definition.data.list_id","definition.data.main_action","definition.data.main_action.data","definition.data.main_action.data.message","definition.data.main_action.data.message.action_buttons","definition.data.main_action.data.message.add_info_link","definition.data.main_action.data.message.add_opt_out_language","definition.data.main_action.data.message.add_org_prefix","definition.data.main_action.data.message.add_tracking_params","definition.data.main_action.data.message.additional_filters","definition.data.main_action.data.message.additional_filters.condition_groups","definition.data.main_action.data.message.android_link","definition.data.main_action.data.message.badge","definition.data.main_action.data.message.badge_options","definition.data.main_action.data.message.badge_options.badge_config","definition.data.main_action.data.message.badge_options.set_from_property","definition.data.main_action.data.message.badge_options.value","definition.data.main_action.data.message.bcc_email","definition.data.main_action.data.message.body","definition.data.main_action.data.message.cc_email","definition.data.main_action.data.message.conversion_metric_id","definition.data.main_action.data.message.custom_tracking_params","definition.data.main_action.data.message.dynamic_image","definition.data.main_action.data.message.from_email","definition.data.main_action.data.message.from_label","definition.data.main_action.data.message.id","definition.data.main_action.data.message.image_id","definition.data.main_action.data.message.include_contact_card","definition.data.main_action.data.message.ios_link","definition.data.main_action.data.message.kv_pairs","definition.data.main_action.data.message.message_hierarchy","definition.data.main_action.data.message.name","definition.data.main_action.data.message.on_open","definition.data.main_action.data.message.preview_text","definition.data.main_action.data.message.push_type","definition.data.main_action.data.message.reply_to_email","definition.data.main_action.data.message.shorten_links","definition.data.main_action.data.message.smart_sending_enabled","definition.data.main_action.data.message.sms_quiet_hours_enabled","definition.data.main_action.data.message.sound","definition.data.main_action.data.message.subject_line","definition.data.main_action.data.message.template_id","definition.data.main_action.data.message.title","definition.data.main_action.data.message.transactional","definition.data.main_action.data.message.vendor_id","definition.data.main_action.data.message.video_asset_id","definition.data.main_action.data.message.web_url","definition.data.main_action.data.status","definition.data.main_action.id","definition.data.main_action.links","definition.data.main_action.links.next","definition.data.main_action.temporary_id","definition.data.main_action.type","definition.data.message","definition.data.message.action_buttons","definition.data.message.add_info_link","definition.data.message.add_opt_out_language","definition.data.message.add_org_prefix","definition.data.message.add_tracking_params","definition.data.message.additional_filters","definition.data.message.additional_filters.condition_groups","definition.data.message.android_link","definition.data.message.badge","definition.data.message.badge_options","definition.data.message.badge_options.badge_config","definition.data.message.badge_options.set_from_property","definition.data.message.badge_options.value","definition.data.message.bcc_email","definition.data.message.body","definition.data.message.cc_email","definition.data.message.conversion_metric_id","definition.data.message.custom_tracking_params","definition.data.message.dynamic_image","definition.data.message.from_email","definition.data.message.from_label","definition.data.message.headers","definition.data.message.id","definition.data.message.image_id","definition.data.message.include_contact_card","definition.data.message.ios_link","definition.data.message.kv_pairs","definition.data.message.message_hierarchy","definition.data.message.name","definition.data.message.on_open","definition.data.message.preview_text","definition.data.message.push_type","definition.data.message.reply_to_email","definition.data.message.shorten_links","definition.data.message.smart_sending_enabled","definition.data.message.sms_quiet_hours_enabled","definition.data.message.sound","definition.data.message.subject_line","definition.data.message.template_id","definition.data.message.title","definition.data.message.to_emails","definition.data.message.transactional","definition.data.message.url","definition.data.message.vendor_id","definition.data.message.video_asset_id","definition.data.message.web_url","definition.data.name","definition.data.on_execution","definition.data.profile_filter","definition.data.profile_filter.condition_groups","definition.data.profile_operations","definition.data.secondary_value","definition.data.service_configuration","definition.data.service_configuration.event_key","definition.data.service_configuration.event_payload","definition.data.service_configuration.report_id","definition.data.service_configuration.service_method_type","definition.data.service_configuration.tracking_company_id","definition.data.status","definition.data.target_days","definition.data.target_time","definition.data.timezone","definition.data.trigger_filter","definition.data.trigger_filter.condition_groups","definition.data.trigger_id","definition.data.trigger_subtype","definition.data.trigger_type","definition.data.unit","definition.data.value","definition.id","definition.links","definition.links.next","definition.links.next_if_false","definition.links.next_if_true","definition.temporary_id","definition.type","id","updated"]}},"fields_flow_message":{"type":"array","description":"Which fields of each flow-message to return. Left out, all.","items":{"type":"string","enum":["channel","created","definition","definition.action_buttons","definition.add_info_link","definition.add_opt_out_language","definition.add_org_prefix","definition.add_tracking_params","definition.additional_filters","definition.additional_filters.condition_groups","definition.android_link","definition.badge","definition.badge_options","definition.badge_options.badge_config","definition.badge_options.set_from_property","definition.badge_options.value","definition.bcc_email","definition.body","definition.cc_email","definition.conversion_metric_id","definition.custom_tracking_params","definition.dynamic_image","definition.from_email","definition.from_label","definition.headers","definition.id","definition.image_id","definition.include_contact_card","definition.ios_link","definition.kv_pairs","definition.message_hierarchy","definition.name","definition.on_open","definition.preview_text","definition.push_type","definition.reply_to_email","definition.shorten_links","definition.smart_sending_enabled","definition.sms_quiet_hours_enabled","definition.sound","definition.subject_line","definition.template_id","definition.title","definition.to_emails","definition.transactional","definition.url","definition.vendor_id","definition.video_asset_id","definition.web_url","id","updated"]}},"fields_template":{"type":"array","description":"Which fields of each template to return. Left out, all.","items":{"type":"string","enum":["amp","created","editor_type","html","id","name","text","updated","screenshot_url"]}},"include":{"type":"array","description":"Related resources to return along, in included.","items":{"type":"string","enum":["flow-action","template"]}}},"required":["revision","id"],"examples":[{"revision":"2026-10-15","id":"VkQ8tX","include":["flow-action"]}]}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
