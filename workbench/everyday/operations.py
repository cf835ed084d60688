"""Operations: the requests with a body that the modules here make, with the types and checks of the endpoints' scripts.

Generated from Klaviyo's API description by workbench/codegen/operations.py: the operations that modules import.
"""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal, NotRequired, TypedDict
from urllib.parse import quote

from workbench.codegen.parts.account import authorization
from workbench.codegen.parts.constants import EMAIL, ID, OPTIONAL_ID, PHONE_NUMBER
from workbench.codegen.parts.errors import InvalidInput, fault
from workbench.codegen.parts.limits import (
    find_identifier_faults,
    find_long_lists,
    find_long_strings,
    find_long_timeframe,
    find_missing_consents,
    find_time_faults,
    find_unidentified,
)
from workbench.codegen.parts.request import send
from workbench.codegen.parts.unions import one_of
from workbench.codegen.parts.validation import validate
from workbench.everyday.arguments import validator_of

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"


class klaviyo(TypedDict, total=False):  # one of the two; in lower case, as it is a resource type in Windmill
    apiKey: str
    token: str


def headers_of(auth: klaviyo) -> dict[str, str]:
    """Return the headers of every request."""
    return {"Authorization": authorization(auth), "revision": REVISION, "Accept": "application/vnd.api+json"}


def bulk_create_coupon_codes(auth: klaviyo, body: "BulkCreateCouponCodesBody", **request: Any) -> Any:
    """POST /api/coupon-code-bulk-create-jobs, as in coupons/bulk_create_coupon_codes.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkCreateCouponCodesArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/coupon-code-bulk-create-jobs", False, headers=headers, data=payload, **request)


class BulkCreateCouponCodesArguments(TypedDict):
    body: "BulkCreateCouponCodesBody"


class BulkCreateCouponCodesBody(TypedDict):
    data: "CouponCodeBulkCreateJob"


class CouponCodeBulkCreateJob(TypedDict):
    type: Literal["coupon-code-bulk-create-job"]
    attributes: "CouponCodeBulkCreateJobAttributes"


class CouponCode(TypedDict):
    type: Literal["coupon-code"]
    attributes: "CouponCodeAttributes"
    relationships: "CouponCodeRelationships"


class CouponCodeAttributes(TypedDict):
    unique_code: str
    expires_at: NotRequired[Annotated[str | None, {"format": "date-time"}]]


CouponCodeBulkCreateJobAttributes = TypedDict("CouponCodeBulkCreateJobAttributes", {"coupon-codes": "CouponCodesData"})
CouponCodesData = TypedDict(
    "CouponCodesData", {"data": "Annotated[list[CouponCode], {'maxItems': 1000, 'minItems': 1}]"}
)
CouponCodeRelationships = TypedDict("CouponCodeRelationships", {"coupon": "CouponData"})
CouponData = TypedDict("CouponData", {"data": "Coupon"})
Coupon = TypedDict("Coupon", {"type": Literal["coupon"], "id": "Annotated[str, ID]"})


def request_profile_deletion(auth: klaviyo, body: "RequestProfileDeletionBody", **request: Any) -> Any:
    """POST /api/data-privacy-deletion-jobs, as in data_privacy/request_profile_deletion.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(RequestProfileDeletionArguments))["body"]
    if faults := [*find_identifier_faults(body, "data/attributes/profile/data")]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/data-privacy-deletion-jobs", False, headers=headers, data=payload, **request)


class RequestProfileDeletionArguments(TypedDict):
    body: "RequestProfileDeletionBody"


class RequestProfileDeletionBody(TypedDict):
    data: "DataPrivacyDeletionJob"


class DataPrivacyDeletionJob(TypedDict):
    type: Literal["data-privacy-deletion-job"]
    attributes: "DataPrivacyDeletionJobAttributes"


class RequestProfileDeletionProfile(TypedDict):
    type: Literal["profile"]
    attributes: "RequestProfileDeletionProfileAttributes"
    id: NotRequired["Annotated[str | None, ID]"]


class RequestProfileDeletionProfileAttributes(TypedDict, total=False):
    email: "Annotated[str | None, EMAIL]"
    phone_number: "Annotated[str | None, PHONE_NUMBER]"


DataPrivacyDeletionJobAttributes = TypedDict(
    "DataPrivacyDeletionJobAttributes", {"profile": "RequestProfileDeletionProfileData"}
)
RequestProfileDeletionProfileData = TypedDict(
    "RequestProfileDeletionProfileData", {"data": "RequestProfileDeletionProfile"}
)


def create_event(auth: klaviyo, body: "CreateEventBody", **request: Any) -> Any:
    """POST /api/events, as in events/create_event.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(CreateEventArguments))["body"]
    if len(payload) > 5_000_000:
        raise InvalidInput([fault(("body",), "at most 5,000,000 bytes", f"{len(payload):,}")])
    if faults := [
        *find_long_strings(body, payload, 100_000),
        *find_time_faults(body, "data/attributes/time", datetime(1991, 1, 1, tzinfo=UTC), timedelta(days=366)),
        *find_unidentified(body, "data/attributes/profile/data"),
    ]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/events", False, headers=headers, data=payload, **request)


class CreateEventArguments(TypedDict):
    body: "CreateEventBody"


class CreateEventBody(TypedDict):
    data: "Event"


class Event(TypedDict):
    type: Literal["event"]
    attributes: "EventAttributes"


class EventAttributes(TypedDict):
    properties: Annotated[dict[str, Any], {"maxProperties": 400}]
    metric: "MetricData"
    profile: "CreateEventProfileData"
    time: NotRequired[Annotated[str | None, {"format": "date-time"}]]
    value: NotRequired[float | None]
    value_currency: NotRequired[str | None]
    unique_id: NotRequired["Annotated[str | None, ID]"]
    backfill: NotRequired[bool | None]


class Metric(TypedDict):
    type: Literal["metric"]
    attributes: "MetricAttributes"


class MetricAttributes(TypedDict):
    name: Annotated[str, {"maxLength": 127}]
    service: NotRequired[str | None]


class CreateEventProfile(TypedDict):
    type: Literal["profile"]
    attributes: "CreateEventProfileAttributes"
    id: NotRequired["Annotated[str | None, ID]"]
    meta: NotRequired["ProfileMeta"]


class CreateEventProfileAttributes(TypedDict, total=False):
    email: "Annotated[str | None, EMAIL]"
    phone_number: "Annotated[str | None, PHONE_NUMBER]"
    external_id: "Annotated[str | None, ID]"
    anonymous_id: "Annotated[str | None, ID]"
    _kx: str | None
    first_name: str | None
    last_name: str | None
    organization: str | None
    locale: str | None
    title: str | None
    image: str | None
    location: "Location | None"
    properties: dict[str, Any] | None


class Location(TypedDict, total=False):
    address1: str | None
    address2: str | None
    city: str | None
    country: str | None
    latitude: str | float | None
    longitude: str | float | None
    region: str | None
    zip: str | None
    timezone: str | None
    ip: str | None


class ProfileMeta(TypedDict, total=False):
    patch_properties: "PatchProperties | None"
    patch_identifiers: "PatchIdentifiers | None"


class PatchProperties(TypedDict, total=False):
    append: dict[str, Any] | None
    unappend: dict[str, Any] | None
    unset: str | list[str] | None


class PatchIdentifiers(TypedDict, total=False):
    append: dict[str, Any]
    unappend: dict[str, Any]


MetricData = TypedDict("MetricData", {"data": "Metric"})
CreateEventProfileData = TypedDict("CreateEventProfileData", {"data": "CreateEventProfile"})


def upload_image_from_url(auth: klaviyo, body: "UploadImageFromUrlBody", **request: Any) -> Any:
    """POST /api/images, as in images/upload_image_from_url.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(UploadImageFromUrlArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/images", False, headers=headers, data=payload, **request)


class UploadImageFromUrlArguments(TypedDict):
    body: "UploadImageFromUrlBody"


class UploadImageFromUrlBody(TypedDict):
    data: "Image"


class Image(TypedDict):
    type: Literal["image"]
    attributes: "ImageAttributes"


class ImageAttributes(TypedDict):
    import_from_url: str
    name: NotRequired[str | None]
    hidden: NotRequired[bool | None]


def add_profiles_to_list(auth: klaviyo, id: str, body: "AddProfilesToListBody", **request: Any) -> Any:
    """POST /api/lists/{id}/relationships/profiles, as in lists/add_profiles_to_list.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(AddProfilesToListArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST",
        f"{API}/api/lists/{quote(id, safe='')}/relationships/profiles",
        False,
        headers=headers,
        data=payload,
        **request,
    )


class AddProfilesToListArguments(TypedDict):
    body: "AddProfilesToListBody"


class AddProfilesToListBody(TypedDict):
    data: "Annotated[list[AddProfilesToListProfile], {'maxItems': 1000, 'minItems': 1}]"


AddProfilesToListProfile = TypedDict(
    "AddProfilesToListProfile", {"type": Literal["profile"], "id": "Annotated[str, ID]"}
)


def remove_profiles_from_list(auth: klaviyo, id: str, body: "RemoveProfilesFromListBody", **request: Any) -> Any:
    """DELETE /api/lists/{id}/relationships/profiles, as in lists/remove_profiles_from_list.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(RemoveProfilesFromListArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "DELETE",
        f"{API}/api/lists/{quote(id, safe='')}/relationships/profiles",
        False,
        headers=headers,
        data=payload,
        **request,
    )


class RemoveProfilesFromListArguments(TypedDict):
    body: "RemoveProfilesFromListBody"


class RemoveProfilesFromListBody(TypedDict):
    data: "Annotated[list[RemoveProfilesFromListProfile], {'maxItems': 1000, 'minItems': 1}]"


RemoveProfilesFromListProfile = TypedDict(
    "RemoveProfilesFromListProfile", {"type": Literal["profile"], "id": "Annotated[str, ID]"}
)


def query_metric_aggregates(auth: klaviyo, body: "QueryMetricAggregatesBody", **request: Any) -> Any:
    """POST /api/metric-aggregates, as in metrics/query_metric_aggregates.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(QueryMetricAggregatesArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/metric-aggregates", True, headers=headers, data=payload, **request)


class QueryMetricAggregatesArguments(TypedDict):
    body: "QueryMetricAggregatesBody"


class QueryMetricAggregatesBody(TypedDict):
    data: "MetricAggregate"


class MetricAggregate(TypedDict):
    type: Literal["metric-aggregate"]
    attributes: "MetricAggregateAttributes"


class MetricAggregateAttributes(TypedDict):
    metric_id: "Annotated[str, ID]"
    measurements: list[Literal["count", "sum_value", "unique"]]
    filter: list[str]
    page_cursor: NotRequired[str | None]
    interval: NotRequired[Literal["day", "hour", "month", "week", None]]
    page_size: NotRequired[int | None]
    by: NotRequired["list[By] | None"]
    return_fields: NotRequired[list[str] | None]
    timezone: NotRequired[str | None]
    sort: NotRequired["Sort"]


By = Literal[
    "$attributed_channel", "$attributed_flow", "$attributed_message", "$attributed_variation", "$campaign_channel",
    "$flow", "$flow_channel", "$message", "$message_send_cohort", "$usage_amount", "$value_currency", "$variation",
    "$variation_send_cohort", "Bot Click", "Bounce Type", "Campaign Name", "Client Canonical", "Client Name",
    "Client Type", "Email Domain", "Failure Source", "Failure Type", "From Number", "From Phone Region",
    "Inbox Provider", "List", "Message Format", "Message Name", "Message Type", "Method", "Segment Count", "Subject",
    "To Number", "To Phone Region", "URL", "form_id"
]  # fmt: skip
Sort = Literal[
    "$attributed_channel", "-$attributed_channel", "$attributed_flow", "-$attributed_flow", "$attributed_message",
    "-$attributed_message", "$attributed_variation", "-$attributed_variation", "$campaign_channel",
    "-$campaign_channel", "$flow", "-$flow", "$flow_channel", "-$flow_channel", "$message", "-$message",
    "$message_send_cohort", "-$message_send_cohort", "$usage_amount", "-$usage_amount", "$value_currency",
    "-$value_currency", "$variation", "-$variation", "$variation_send_cohort", "-$variation_send_cohort", "Bot Click",
    "-Bot Click", "Bounce Type", "-Bounce Type", "Campaign Name", "-Campaign Name", "Client Canonical",
    "-Client Canonical", "Client Name", "-Client Name", "Client Type", "-Client Type", "Email Domain", "-Email Domain",
    "Failure Source", "-Failure Source", "Failure Type", "-Failure Type", "From Number", "-From Number",
    "From Phone Region", "-From Phone Region", "Inbox Provider", "-Inbox Provider", "List", "-List", "Message Format",
    "-Message Format", "Message Name", "-Message Name", "Message Type", "-Message Type", "Method", "-Method",
    "Segment Count", "-Segment Count", "Subject", "-Subject", "To Number", "-To Number", "To Phone Region",
    "-To Phone Region", "URL", "-URL", "count", "-count", "form_id", "-form_id", "sum_value", "-sum_value", "unique",
    "-unique", None
]  # fmt: skip


def bulk_subscribe_profiles(auth: klaviyo, body: "BulkSubscribeProfilesBody", **request: Any) -> Any:
    """POST /api/profile-subscription-bulk-create-jobs, as in profiles/bulk_subscribe_profiles.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkSubscribeProfilesArguments))["body"]
    if faults := [*find_missing_consents(body, "data/attributes/profiles/data/*/attributes")]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST", f"{API}/api/profile-subscription-bulk-create-jobs", False, headers=headers, data=payload, **request
    )


class BulkSubscribeProfilesArguments(TypedDict):
    body: "BulkSubscribeProfilesBody"


class BulkSubscribeProfilesBody(TypedDict):
    data: "ProfileSubscriptionBulkCreateJob"


class ProfileSubscriptionBulkCreateJob(TypedDict):
    type: Literal["profile-subscription-bulk-create-job"]
    attributes: "ProfileSubscriptionBulkCreateJobAttributes"
    relationships: NotRequired["ProfileSubscriptionBulkCreateJobRelationships"]


class ProfileSubscriptionBulkCreateJobAttributes(TypedDict):
    profiles: "BulkSubscribeProfilesProfilesData"
    custom_source: NotRequired[str | None]
    historical_import: NotRequired[bool | None]


class BulkSubscribeProfilesProfile(TypedDict):
    type: Literal["profile"]
    attributes: "BulkSubscribeProfilesProfileAttributes"
    id: NotRequired["Annotated[str | None, ID]"]


class BulkSubscribeProfilesProfileAttributes(TypedDict):
    subscriptions: "BulkSubscribeProfilesSubscriptions"
    email: NotRequired["Annotated[str | None, EMAIL]"]
    phone_number: NotRequired["Annotated[str | None, PHONE_NUMBER]"]
    age_gated_date_of_birth: NotRequired[Annotated[str | None, {"format": "date"}]]


class BulkSubscribeProfilesSubscriptions(TypedDict, total=False):
    email: "BulkSubscribeProfilesEmail | None"
    sms: "SubscriptionParameters | None"
    whatsapp: "SubscriptionParameters | None"
    push: "BulkSubscribeProfilesPush | None"


class BulkSubscribeProfilesEmail(TypedDict, total=False):
    marketing: "MarketingOrTransactional | None"
    open_tracking: "Tracking | None"
    click_tracking: "Tracking"


class MarketingOrTransactional(TypedDict):
    consent: Literal["SUBSCRIBED"]
    consented_at: NotRequired[Annotated[str | None, {"format": "date-time"}]]


class SubscriptionParameters(TypedDict, total=False):
    marketing: "MarketingOrTransactional | None"
    transactional: "MarketingOrTransactional | None"


class BulkSubscribeProfilesPush(TypedDict):
    marketing: "MarketingOrTransactional"
    tokens: NotRequired["Annotated[list[Token] | None, {'minItems': 1}]"]
    anonymous_id: NotRequired["Annotated[str | None, ID]"]


class Token(TypedDict):
    token: str
    platform: Literal["android", "ios"]
    vendor: Literal["apns", "fcm"]
    enablement_status: NotRequired["EnablementStatus"]
    background: NotRequired[Literal["AVAILABLE", "DENIED", "RESTRICTED", None]]
    device_metadata: NotRequired["DeviceMetadata | None"]


EnablementStatus = Literal[
    "AUTHORIZED", "DENIED", "NOT_DETERMINED", "PROVISIONAL", "UNAUTHORIZED", None
]  # fmt: skip


class DeviceMetadata(TypedDict, total=False):
    device_id: "Annotated[str | None, ID]"
    klaviyo_sdk: "KlaviyoSdk"
    sdk_version: str | None
    device_model: str | None
    os_name: Literal["android", "ios", "ipados", "macos", "tvos", None]
    os_version: str | None
    manufacturer: str | None
    app_name: str | None
    app_version: str | None
    app_build: str | None
    app_id: "Annotated[str | None, ID]"
    environment: Literal["debug", "release", None]


KlaviyoSdk = Literal[
    "android", "flutter", "flutter_community", "react_native", "swift", None
]  # fmt: skip
BulkSubscribeProfilesProfilesData = TypedDict(
    "BulkSubscribeProfilesProfilesData",
    {"data": "Annotated[list[BulkSubscribeProfilesProfile], {'maxItems': 1000, 'minItems': 1}]"},
)
Tracking = TypedDict("Tracking", {"consent": Literal["SUBSCRIBED"]})
ProfileSubscriptionBulkCreateJobRelationships = TypedDict(
    "ProfileSubscriptionBulkCreateJobRelationships", {"list": "ListData"}, total=False
)
ListData = TypedDict("ListData", {"data": "ListDataList"})
ListDataList = TypedDict("ListDataList", {"type": Literal["list"], "id": "Annotated[str, OPTIONAL_ID]"})


def bulk_suppress_profiles(auth: klaviyo, body: "BulkSuppressProfilesBody", **request: Any) -> Any:
    """POST /api/profile-suppression-bulk-create-jobs, as in profiles/bulk_suppress_profiles.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkSuppressProfilesArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST", f"{API}/api/profile-suppression-bulk-create-jobs", False, headers=headers, data=payload, **request
    )


class BulkSuppressProfilesArguments(TypedDict):
    body: "BulkSuppressProfilesBody"


class BulkSuppressProfilesBody(TypedDict):
    data: "ProfileSuppressionBulkCreateJob"


class ProfileSuppressionBulkCreateJob(TypedDict):
    type: Literal["profile-suppression-bulk-create-job"]
    attributes: "ProfileSuppressionBulkCreateJobAttributes"
    relationships: NotRequired["ProfileSuppressionBulkCreateJobRelationships"]


class BulkSuppressProfilesProfile(TypedDict):
    type: Literal["profile"]
    attributes: "BulkSuppressProfilesProfileAttributes"


class ProfileSuppressionBulkCreateJobRelationships(TypedDict, total=False):
    list: "ListData"
    segment: "SegmentData"


ProfileSuppressionBulkCreateJobAttributes = TypedDict(
    "ProfileSuppressionBulkCreateJobAttributes", {"profiles": "BulkSuppressProfilesProfilesData | None"}, total=False
)
BulkSuppressProfilesProfilesData = TypedDict(
    "BulkSuppressProfilesProfilesData",
    {"data": "Annotated[list[BulkSuppressProfilesProfile], {'maxItems': 100, 'minItems': 1}]"},
)
BulkSuppressProfilesProfileAttributes = TypedDict(
    "BulkSuppressProfilesProfileAttributes", {"email": "Annotated[str, EMAIL]"}
)
SegmentData = TypedDict("SegmentData", {"data": "Segment"})
Segment = TypedDict("Segment", {"type": Literal["segment"], "id": "Annotated[str, OPTIONAL_ID]"})


def bulk_unsubscribe_profiles(auth: klaviyo, body: "BulkUnsubscribeProfilesBody", **request: Any) -> Any:
    """POST /api/profile-subscription-bulk-delete-jobs, as in profiles/bulk_unsubscribe_profiles.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkUnsubscribeProfilesArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST", f"{API}/api/profile-subscription-bulk-delete-jobs", False, headers=headers, data=payload, **request
    )


class BulkUnsubscribeProfilesArguments(TypedDict):
    body: "BulkUnsubscribeProfilesBody"


class BulkUnsubscribeProfilesBody(TypedDict):
    data: "ProfileSubscriptionBulkDeleteJob"


class ProfileSubscriptionBulkDeleteJob(TypedDict):
    type: Literal["profile-subscription-bulk-delete-job"]
    attributes: "ProfileSubscriptionBulkDeleteJobAttributes"
    relationships: NotRequired["ProfileSubscriptionBulkDeleteJobRelationships"]


class BulkUnsubscribeProfilesProfile(TypedDict):
    type: Literal["profile"]
    attributes: "BulkUnsubscribeProfilesProfileAttributes"


class BulkUnsubscribeProfilesProfileAttributes(TypedDict):
    subscriptions: "BulkUnsubscribeProfilesSubscriptions"
    email: NotRequired["Annotated[str | None, EMAIL]"]
    phone_number: NotRequired["Annotated[str | None, PHONE_NUMBER]"]


class BulkUnsubscribeProfilesSubscriptions(TypedDict, total=False):
    email: "BulkUnsubscribeProfilesEmail | None"
    sms: "Sms | None"
    whatsapp: "Whatsapp | None"
    push: "BulkUnsubscribeProfilesPush | None"


class BulkUnsubscribeProfilesEmail(TypedDict, total=False):
    marketing: "UnsubscriptionParameters | None"
    open_tracking: "UnsubscriptionParameters | None"
    click_tracking: "UnsubscriptionParameters"


class Sms(TypedDict, total=False):
    marketing: "UnsubscriptionParameters | None"
    transactional: "UnsubscriptionParameters | None"


class Whatsapp(TypedDict, total=False):
    marketing: "UnsubscriptionParameters | None"
    transactional: "UnsubscriptionParameters | None"
    conversational: "UnsubscriptionParameters | None"


class BulkUnsubscribeProfilesPush(TypedDict):
    marketing: "UnsubscriptionParameters"
    tokens: "Annotated[list[Token], {'minItems': 1}]"


ProfileSubscriptionBulkDeleteJobAttributes = TypedDict(
    "ProfileSubscriptionBulkDeleteJobAttributes", {"profiles": "BulkUnsubscribeProfilesProfilesData"}
)
BulkUnsubscribeProfilesProfilesData = TypedDict(
    "BulkUnsubscribeProfilesProfilesData",
    {"data": "Annotated[list[BulkUnsubscribeProfilesProfile], {'maxItems': 100, 'minItems': 1}]"},
)
UnsubscriptionParameters = TypedDict("UnsubscriptionParameters", {"consent": Literal["UNSUBSCRIBED"]})
ProfileSubscriptionBulkDeleteJobRelationships = TypedDict(
    "ProfileSubscriptionBulkDeleteJobRelationships", {"list": "ListData"}, total=False
)


def bulk_unsuppress_profiles(auth: klaviyo, body: "BulkUnsuppressProfilesBody", **request: Any) -> Any:
    """POST /api/profile-suppression-bulk-delete-jobs, as in profiles/bulk_unsuppress_profiles.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(BulkUnsuppressProfilesArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send(
        "POST", f"{API}/api/profile-suppression-bulk-delete-jobs", False, headers=headers, data=payload, **request
    )


class BulkUnsuppressProfilesArguments(TypedDict):
    body: "BulkUnsuppressProfilesBody"


class BulkUnsuppressProfilesBody(TypedDict):
    data: "ProfileSuppressionBulkDeleteJob"


class ProfileSuppressionBulkDeleteJob(TypedDict):
    type: Literal["profile-suppression-bulk-delete-job"]
    attributes: "ProfileSuppressionBulkDeleteJobAttributes"
    relationships: NotRequired["ProfileSuppressionBulkDeleteJobRelationships"]


class BulkUnsuppressProfilesProfile(TypedDict):
    type: Literal["profile"]
    attributes: "BulkUnsuppressProfilesProfileAttributes"


class ProfileSuppressionBulkDeleteJobRelationships(TypedDict, total=False):
    list: "ListData"
    segment: "SegmentData"


ProfileSuppressionBulkDeleteJobAttributes = TypedDict(
    "ProfileSuppressionBulkDeleteJobAttributes", {"profiles": "BulkUnsuppressProfilesProfilesData | None"}, total=False
)
BulkUnsuppressProfilesProfilesData = TypedDict(
    "BulkUnsuppressProfilesProfilesData",
    {"data": "Annotated[list[BulkUnsuppressProfilesProfile], {'maxItems': 100, 'minItems': 1}]"},
)
BulkUnsuppressProfilesProfileAttributes = TypedDict(
    "BulkUnsuppressProfilesProfileAttributes", {"email": "Annotated[str, EMAIL]"}
)


def create_or_update_profile(auth: klaviyo, body: "CreateOrUpdateProfileBody", **request: Any) -> Any:
    """POST /api/profile-import, as in profiles/create_or_update_profile.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(CreateOrUpdateProfileArguments))["body"]
    if len(payload) > 100_000:
        raise InvalidInput([fault(("body",), "at most 100,000 bytes", f"{len(payload):,}")])
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/profile-import", False, headers=headers, data=payload, **request)


class CreateOrUpdateProfileArguments(TypedDict):
    body: "CreateOrUpdateProfileBody"


class CreateOrUpdateProfileBody(TypedDict):
    data: "CreateOrUpdateProfileProfile"


class CreateOrUpdateProfileProfile(TypedDict):
    type: Literal["profile"]
    attributes: "CreateOrUpdateProfileProfileAttributes"
    id: NotRequired["Annotated[str | None, ID]"]
    meta: NotRequired["ProfileMeta | None"]


class CreateOrUpdateProfileProfileAttributes(TypedDict, total=False):
    email: "Annotated[str | None, EMAIL]"
    phone_number: "Annotated[str | None, PHONE_NUMBER]"
    external_id: "Annotated[str | None, ID]"
    _kx: str | None
    first_name: str | None
    last_name: str | None
    organization: str | None
    locale: str | None
    title: str | None
    image: str | None
    location: "Location | None"
    properties: dict[str, Any] | None


def query_campaign_values(auth: klaviyo, body: "QueryCampaignValuesBody", **request: Any) -> Any:
    """POST /api/campaign-values-reports, as in reporting/query_campaign_values.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(QueryCampaignValuesArguments, oneOf=one_of))["body"]
    if faults := [*find_long_timeframe(body, 366), *find_long_lists(body, "data/attributes/filter", 100)]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/campaign-values-reports", True, headers=headers, data=payload, **request)


class QueryCampaignValuesArguments(TypedDict):
    body: "QueryCampaignValuesBody"


class QueryCampaignValuesBody(TypedDict):
    data: "CampaignValuesReport"


class CampaignValuesReport(TypedDict):
    type: Literal["campaign-values-report"]
    attributes: "CampaignValuesReportAttributes"


class CampaignValuesReportAttributes(TypedDict):
    statistics: "list[Statistic]"
    timeframe: "Timeframe | CustomTimeframe"
    conversion_metric_id: "Annotated[str, ID]"
    group_by: NotRequired["list[QueryCampaignValuesGroupBy] | None"]
    filter: NotRequired[str | None]


Statistic = Literal[
    "average_order_value", "bounce_rate", "bounced", "bounced_or_failed", "bounced_or_failed_rate", "click_rate",
    "click_to_open_rate", "clicks", "clicks_unique", "conversion_rate", "conversion_uniques", "conversion_value",
    "conversions", "delivered", "delivery_rate", "failed", "failed_rate", "message_segment_count_sum", "open_rate",
    "opens", "opens_unique", "recipients", "revenue_per_recipient", "spam_complaint_rate", "spam_complaints",
    "text_message_credit_usage_amount", "text_message_roi", "text_message_spend", "unsubscribe_rate",
    "unsubscribe_uniques", "unsubscribes"
]  # fmt: skip
Key = Literal[
    "last_12_months", "last_30_days", "last_365_days", "last_3_months", "last_7_days", "last_90_days", "last_month",
    "last_week", "last_year", "this_month", "this_week", "this_year", "today", "yesterday"
]  # fmt: skip


class CustomTimeframe(TypedDict):
    start: Annotated[str, {"format": "date-time"}]
    end: Annotated[str, {"format": "date-time"}]


QueryCampaignValuesGroupBy = Literal[
    "campaign_id", "campaign_message_id", "campaign_message_name", "group", "group_name", "send_channel", "tag_id",
    "tag_name", "text_message_format", "variation", "variation_name"
]  # fmt: skip
Timeframe = TypedDict("Timeframe", {"key": "Key"})


def query_flow_values(auth: klaviyo, body: "QueryFlowValuesBody", **request: Any) -> Any:
    """POST /api/flow-values-reports, as in reporting/query_flow_values.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(QueryFlowValuesArguments, oneOf=one_of))["body"]
    if faults := [*find_long_timeframe(body, 366), *find_long_lists(body, "data/attributes/filter", 100)]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/flow-values-reports", True, headers=headers, data=payload, **request)


class QueryFlowValuesArguments(TypedDict):
    body: "QueryFlowValuesBody"


class QueryFlowValuesBody(TypedDict):
    data: "FlowValuesReport"


class FlowValuesReport(TypedDict):
    type: Literal["flow-values-report"]
    attributes: "FlowValuesReportAttributes"


class FlowValuesReportAttributes(TypedDict):
    statistics: "list[Statistic]"
    timeframe: "Timeframe | CustomTimeframe"
    conversion_metric_id: "Annotated[str, ID]"
    group_by: NotRequired["list[QueryFlowValuesGroupBy] | None"]
    filter: NotRequired[str | None]


QueryFlowValuesGroupBy = Literal[
    "flow_id", "flow_message_id", "flow_message_name", "flow_name", "send_channel", "tag_id", "tag_name",
    "text_message_format", "variation", "variation_name"
]  # fmt: skip


def create_webhook(auth: klaviyo, body: "CreateWebhookBody", **request: Any) -> Any:
    """POST /api/webhooks, as in webhooks/create_webhook.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(CreateWebhookArguments))["body"]
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/webhooks", False, headers=headers, data=payload, **request)


class CreateWebhookArguments(TypedDict):
    body: "CreateWebhookBody"


class CreateWebhookBody(TypedDict):
    data: "Webhook"


class Webhook(TypedDict):
    type: Literal["webhook"]
    attributes: "WebhookAttributes"
    relationships: "WebhookRelationships"


class WebhookAttributes(TypedDict):
    name: str
    endpoint_url: str
    secret_key: str
    description: NotRequired[str | None]


WebhookRelationships = TypedDict("WebhookRelationships", {"webhook-topics": "WebhookTopicsData"})
WebhookTopicsData = TypedDict("WebhookTopicsData", {"data": "Annotated[list[WebhookTopic], {'minItems': 1}]"})
WebhookTopic = TypedDict("WebhookTopic", {"type": Literal["webhook-topic"], "id": "Annotated[str, ID]"})
