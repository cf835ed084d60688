# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Segment: PATCH /api/segments/{id}

Updates the name, definition, star or active state of a segment and returns it. The definition is replaced. Deactivating
a segment must be the only change in a request; its members are then no longer updated, which affects campaigns, flows
and forms that use it.

Rate: 1/s burst, 15/m steady, 100/d daily. Scopes: segments:write.
Reference: https://developers.klaviyo.com/en/reference/update_segment
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
from datetime import UTC, datetime
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
    auth: klaviyo, revision: str | None, id: str, body: "Body", fields_segment: list[str] | None = None
) -> dict[str, Any] | None:
    """Return `data`, the segment with the attributes name, definition, created, updated, is_active, is_processing,
    is_starred.

    Args:
        auth: Klaviyo resource with an API key or access token (scope segments:write).
        revision: API revision, a date.
        id: ID of the segment, such as TnP4wZ.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
        fields_segment: Fields to return for each segment.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = drop_empty_objects(body, SCHEMA["properties"]["body"], set(), resolve=meant_member)
    payload = validate(locals(), VALIDATOR)["body"]  # the arguments: main has no other variables yet
    if faults := [*find_id_mismatch(body, id)]:
        raise InvalidInput(faults)
    return send(
        "PATCH",
        f"{API}/api/segments/{quote(id, safe='')}",
        RETRY_STATUSES,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        params=query_params({"fields[segment]": fields_segment}),
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"}]]
    id: Annotated[str, {"pattern": r"^(?!\s*$|\.{1,2}$)"}]
    body: "Body"
    fields_segment: NotRequired["list[FieldsSegment]"]


class Body(TypedDict):
    data: "Segment"


class Segment(TypedDict):
    type: Literal["segment"]
    id: Annotated[str, {"pattern": r"\S"}]
    attributes: "SegmentAttributes"


class SegmentAttributes(TypedDict, total=False):
    definition: "Definition | None"
    name: str | None
    is_starred: bool | None
    is_active: bool | None


class ProfileGroupMembership(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: "Annotated[bool, {'enum': [True]}]"
    group_ids: list[str]
    timeframe_filter: NotRequired["TimeframeFilter | None"]


class Date(TypedDict):
    type: Literal["date"]
    operator: Literal["after", "before"]
    date: "Annotated[str, DATE_TIME]"


class StaticDateRangeFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["between-static"]
    start: "Annotated[str, DATE_TIME]"
    end: "Annotated[str, DATE_TIME]"


class RelativeDateOperatorBaseRelativeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["at-least", "in-the-last", "in-the-next"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class RelativeDateRangeFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["between"]
    start: int
    end: int
    unit: Literal["day", "hour", "week"]


class ProfileNoGroupMembershipCondition(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: "Annotated[bool, {'enum': [False]}]"
    group_ids: list[str]


class ProfileMetric(TypedDict):
    type: Literal["profile-metric"]
    metric_id: str
    measurement: Literal["count", "sum"]
    measurement_filter: "Numeric"
    timeframe_filter: "ProfileMetricTimeframeFilter"
    metric_filters: NotRequired["list[MetricFilter] | None"]


class Numeric(TypedDict):
    type: Literal["numeric"]
    operator: "Operator"
    value: float


Operator = Literal[
    "equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "not-equals"
]  # fmt: skip


class RelativeAnniversaryDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["anniversary-last", "anniversary-next"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class AlltimeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["alltime"]


class MetricFilter(TypedDict):
    property: str
    filter: NotRequired["Filter | None"]


class String(TypedDict):
    type: Literal["string"]
    operator: "StringOperator"
    value: str | None


StringOperator = Literal[
    "contains", "ends-with", "equals", "not-contains", "not-ends-with", "not-equals", "not-starts-with", "nregex",
    "regex", "starts-with"
]  # fmt: skip


class StringArrayOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["in", "not-in"]
    value: list[str]


class Existence(TypedDict):
    type: Literal["existence"]
    operator: Literal["is-set", "not-set"]


class ListSetFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-all", "contains-any", "not-contains-all", "not-contains-any"]
    value: list[str]


class ListLengthFilter(TypedDict):
    type: Literal["list"]
    operator: "ListLengthFilterOperator"
    value: int


ListLengthFilterOperator = Literal[
    "length-equals", "length-greater-than", "length-greater-than-or-equal", "length-less-than",
    "length-less-than-or-equal"
]  # fmt: skip


class ListSubstringFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-substring", "not-contains-substring"]
    value: str | None


class Boolean(TypedDict):
    type: Literal["boolean"]
    operator: Literal["equals"]
    value: bool


class ProfileMarketingConsent(TypedDict):
    type: Literal["profile-marketing-consent"]
    consent: "Consent"


class HasEmailMarketingConsent(TypedDict):
    channel: Literal["email"]
    can_receive_marketing: "Annotated[bool, {'enum': [True]}]"
    consent_status: "ConsentStatus"


class HasEmailMarketing(TypedDict):
    subscription: Literal["any"]
    filters: NotRequired[Any]


class HasEmailMarketingSubscribed(TypedDict):
    subscription: Literal["subscribed"]
    filters: NotRequired["list[HasEmailMarketingSubscribedFilter] | None"]


class DoubleOptinFilter(TypedDict):
    field: Literal["is_double_opt_in"]
    filter: "Boolean"


class StatusDateFilter(TypedDict):
    field: Literal["status_date"]
    filter: "StatusDateFilterFilter"


class CalendarDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["calendar-month"]
    value: int


class AnniversaryDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["anniversary", "anniversary-month"]


class CustomSourceFilter(TypedDict):
    field: Literal["custom_source"]
    filter: "EqualsStringFilter"


class EqualsStringFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["equals"]
    value: str | None


class FormMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["form"]
    filter: NotRequired["InStringArrayFilter | None"]


class InStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["in"]
    value: list[str]


class PreferencePageFilter(TypedDict):
    field: Literal["method"]
    method: Literal["preference_page"]
    filter: NotRequired["EqualsStringFilter | None"]


class APIMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["api"]
    filter: NotRequired["InStringArrayFilter | None"]


class InboundMessageMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["inbound_message"]


class BackInStockMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["back_in_stock"]


class SftpMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["sftp"]


class ManualImportManualMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["manual_import"]
    filter: NotRequired["InStringArrayFilter | None"]


class ManualAddManualMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["manual_add"]
    filter: NotRequired["InStringArrayFilter | None"]


class ShopifyIntegrationMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["integration"]
    filter: "ShopifyIntegrationFilter"


class ShopifyIntegrationFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["in"]
    value: list[Literal["shopify"]]


class HasEmailMarketingNeverSubscribed(TypedDict):
    subscription: Literal["never_subscribed"]
    filters: NotRequired[Any]


class NoEmailMarketingConsent(TypedDict):
    channel: Literal["email"]
    can_receive_marketing: "Annotated[bool, {'enum': [False]}]"
    consent_status: "NoEmailMarketingConsentConsentStatus"


class NoEmailMarketing(TypedDict):
    subscription: Literal["any"]
    filters: NotRequired["list[NoEmailMarketingFilter] | None"]


class BounceDateFilter(TypedDict):
    field: Literal["bounce_date"]
    filter: "BounceDateFilterFilter"


class IsSetExistenceFilter(TypedDict):
    type: Literal["existence"]
    operator: Literal["is-set"]


class ManualSuppressionDateFilter(TypedDict):
    field: Literal["manual_suppression_date"]
    filter: "BounceDateFilterFilter"


class InvalidEmailDateFilter(TypedDict):
    field: Literal["invalid_email_date"]
    filter: "BounceDateFilterFilter"


class NoEmailMarketingUnsubscribed(TypedDict):
    subscription: Literal["unsubscribed"]
    filters: NotRequired["list[NoEmailMarketingUnsubscribedFilter] | None"]


class PreferencePageMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["preference_page"]


class ManualRemoveMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["manual_remove"]


class SpamComplaintMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["spam_complaint"]


class MailboxProviderMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["mailbox_provider"]


class OneClickUnsubscribeMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["one_click_unsubscribe"]


class ManualImportMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["manual_import"]


class DataWarehouseImportMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["data_warehouse_import"]


class ProfileModificationMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["profile_modification"]


class ConstantContactIntegrationMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["integration"]
    filter: "ConstantContactIntegrationFilter"


class ConstantContactIntegrationFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["in"]
    value: list[Literal["constant_contact"]]


class NoEmailMarketingNeverSubscribed(TypedDict):
    subscription: Literal["never_subscribed"]
    filters: "list[NoEmailMarketingFilter]"


class NoEmailMarketingSubscribed(TypedDict):
    subscription: Literal["subscribed"]
    filters: "list[NoEmailMarketingFilter]"


class HasSMSMarketingConsent(TypedDict):
    channel: Literal["sms"]
    can_receive_marketing: "Annotated[bool, {'enum': [True]}]"
    consent_status: "HasSMSMarketingSubscribed"


class HasSMSMarketingSubscribed(TypedDict):
    subscription: Literal["subscribed"]
    filters: NotRequired["list[HasSMSMarketingSubscribedFilter] | None"]


class CheckoutMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["checkout"]


class SubscribedSMSIsRcsCapableFilter(TypedDict):
    field: Literal["is_rcs_capable"]
    filter: "Boolean"


class NoSMSMarketingConsent(TypedDict):
    channel: Literal["sms"]
    can_receive_marketing: "Annotated[bool, {'enum': [False]}]"
    consent_status: "NoSMSMarketingConsentConsentStatus"


class NoSMSMarketingUnsubscribed(TypedDict):
    subscription: Literal["unsubscribed"]
    filters: NotRequired["list[NoSMSMarketingUnsubscribedFilter] | None"]


class BulkRemoveMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["bulk_remove"]


class CarrierDeactivationMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["carrier_deactivation"]


class ProvidedLandlineMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["provided_landline"]


class MessageBlockedMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["message_blocked"]


class ProvidedNoAgeMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["provided_no_age"]


class FailedAgeGateMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["failed_age_gate"]


class HasPushMarketingConsent(TypedDict):
    channel: Literal["push"]
    can_receive_marketing: "Annotated[bool, {'enum': [True]}]"
    consent_status: "HasPushMarketing"


class HasPushMarketing(TypedDict):
    subscription: Literal["any"]
    filters: NotRequired["list[StatusDateFilter] | None"]


class NoPushMarketingConsent(TypedDict):
    channel: Literal["push"]
    can_receive_marketing: "Annotated[bool, {'enum': [False]}]"
    consent_status: "NoMarketing"


class ProfilePostalCodeDistance(TypedDict):
    type: Literal["profile-postal-code-distance"]
    country_code: str
    postal_code: str
    unit: Literal["kilometers", "miles"]
    filter: "GreaterThanPositiveNumericFilter | LessThanPositiveNumericFilter"


class GreaterThanPositiveNumericFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["greater-than"]
    value: float


class LessThanPositiveNumericFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["less-than"]
    value: float


class ProfileProperty(TypedDict):
    type: Literal["profile-property"]
    property: str
    filter: "ProfilePropertyFilter"


class StringPhoneOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["phone-country-code-in", "phone-country-code-not-in"]
    value: list[str]


class ListContainsOperatorListContainsFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains", "not-contains"]
    value: int | str | None


class ProfileRegion(TypedDict):
    type: Literal["profile-region"]
    in_region: bool
    region: Literal["european_union", "united_states"]


class ProfilePredictiveAnalytics(TypedDict):
    dimension: Literal["expected_date_of_next_purchase"]
    filter: "StatusDateFilterFilter"
    type: Literal["profile-predictive-analytics"]


class ProfilePredictiveAnalyticsNumericCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: "Dimension"
    filter: "Numeric"


Dimension = Literal[
    "average_days_between_orders", "average_order_value", "churn_probability", "historic_clv",
    "historic_number_of_orders", "predicted_clv", "predicted_number_of_orders", "total_clv"
]  # fmt: skip


class ProfilePredictiveAnalyticsStringCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal["predicted_gender"]
    filter: "ProfilePredictiveAnalyticsStringFilter"


class ProfilePredictiveAnalyticsStringFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["equals", "not-equals"]
    value: Literal["likely_female", "likely_male", "uncertain"]


class ProfilePredictiveAnalyticsChannelAffinityPriorityCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal["channel_affinity"]
    measurement: Literal["priority"]
    predicted_channel: Literal["email", "push", "sms", "whatsapp"]
    filter: "ProfilePredictiveAnalyticsChannelAffinityPriorityFilter"


class ProfilePredictiveAnalyticsChannelAffinityPriorityFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["equals"]
    value: int


class ProfilePredictiveAnalyticsChannelAffinityRankCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal["channel_affinity"]
    measurement: Literal["rank"]
    predicted_channel: Literal["email", "push", "sms", "whatsapp"]
    filter: "ProfilePredictiveAnalyticsChannelAffinityRankFilter"


class ProfilePredictiveAnalyticsChannelAffinityRankFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["equals", "not-equals"]
    value: Literal["high", "low", "medium"]


class ProfileHasCustomObject(TypedDict):
    type: Literal["profile-has-custom-object"]
    object_type_id: str
    object_type_relationship_id: str
    filter: "IntegerFilter"
    filters: "list[ProfileHasCustomObjectFilter]"


class IntegerFilter(TypedDict):
    type: Literal["numeric"]
    operator: "Operator"
    value: int


class ProfileHasCustomObjectFilter(TypedDict):
    property_id: int
    filter: "ProfileHasCustomObjectFilterFilter"


class NumericRangeFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["between"]
    start: float
    end: float


class ProfilePermissions(TypedDict):
    type: Literal["profile-permissions"]
    permission: "Permission"
    channel: Literal["whatsapp_marketing", "whatsapp_transactional"]


class ExplicitlyReachable(TypedDict):
    reachable_status: Literal["explicitly_reachable"]
    filters: "list[ExplicitlyReachableFilter]"


class EffectiveDateFilter(TypedDict):
    field: Literal["effective_date"]
    filter: "StatusDateFilterFilter"


class RecordedDateFilter(TypedDict):
    field: Literal["recorded_date"]
    filter: "StatusDateFilterFilter"


class MethodFilter(TypedDict):
    field: Literal["subscribe_method"]
    method: "Method"


Method = Literal[
    "api", "back_in_stock", "bigcommerce", "bulk_remove", "campaign_monitor", "carrier_deactivation", "checkout",
    "constant_contact", "exact_target", "facebook", "failed_age_gate", "inbound_message", "integration", "mad_mimi",
    "magento_two", "mailbox_provider", "manual_add", "manual_import", "manual_remove", "message_blocked", "netsuite",
    "preference_page", "provided_landline", "provided_no_age", "sftp", "shopify", "social_instagram_message",
    "spam_complaint", "square", "wix", "woocommerce"
]  # fmt: skip


class FormSubscribeFilter(TypedDict):
    field: Literal["subscribe_method"]
    method: Literal["form"]
    filter: NotRequired["InStringArrayFilter | None"]


class ExplicitlyUnreachable(TypedDict):
    reachable_status: Literal["explicitly_unreachable"]
    filters: "list[ExplicitlyReachableFilter]"


class ProfileMetricFunnel(TypedDict):
    type: Literal["profile-metric-funnel"]
    timeframe_filter: "ProfileMetricFunnelTimeframeFilter"
    steps: "list[Step]"
    completion_window_seconds: NotRequired["CompletionWindowSecond"]


class Step(TypedDict):
    metric_exists: bool
    metric_id: str
    metric_filters: NotRequired["list[MetricFilter] | None"]


CompletionWindowSecond = Literal[
    "DAYS_1", "DAYS_180", "DAYS_3", "DAYS_30", "DAYS_5", "DAYS_90", "HOURS_1", "WEEKS_1", "YEARS_1", None
]  # fmt: skip
FieldsSegment = Literal[
    "created", "definition", "definition.condition_groups", "id", "is_active", "is_processing", "is_starred", "name",
    "updated"
]  # fmt: skip
Definition = TypedDict("Definition", {"condition_groups": "list[ConditionGroup]"})
ConditionGroup = TypedDict("ConditionGroup", {"conditions": "list[Condition]"})
NoMarketing = TypedDict("NoMarketing", {"subscription": Literal["any"]})
NoSMSMarketingNeverSubscribed = TypedDict(
    "NoSMSMarketingNeverSubscribed", {"subscription": Literal["never_subscribed"]}
)
ImplicitlyReachable = TypedDict("ImplicitlyReachable", {"reachable_status": Literal["implicitly_reachable"]})
ImplicitlyOrExplicitlyReachable = TypedDict(
    "ImplicitlyOrExplicitlyReachable", {"reachable_status": Literal["implicitly_or_explicitly_reachable"]}
)
ImplicitlyUnreachable = TypedDict("ImplicitlyUnreachable", {"reachable_status": Literal["implicitly_unreachable"]})
ImplicitlyOrExplicitlyUnreachable = TypedDict(
    "ImplicitlyOrExplicitlyUnreachable", {"reachable_status": Literal["implicitly_or_explicitly_unreachable"]}
)
TimeframeFilter = (
    Date | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeDateRangeFilter
)  # fmt: skip
ProfileMetricTimeframeFilter = (
    Date | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | AlltimeDateFilter
)  # fmt: skip
Filter = (
    String | StringArrayOperatorStringArrayFilter | Existence | ListSetFilter | ListLengthFilter | ListSubstringFilter |
    Boolean | Numeric
)  # fmt: skip
StatusDateFilterFilter = (
    Date | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter
)  # fmt: skip
HasEmailMarketingSubscribedFilter = (
    DoubleOptinFilter | StatusDateFilter | CustomSourceFilter | FormMethodFilter | PreferencePageFilter |
    APIMethodFilter | InboundMessageMethodFilter | BackInStockMethodFilter | SftpMethodFilter |
    ManualImportManualMethodFilter | ManualAddManualMethodFilter | ShopifyIntegrationMethodFilter
)  # fmt: skip
ConsentStatus = (
    HasEmailMarketing | HasEmailMarketingSubscribed | HasEmailMarketingNeverSubscribed
)  # fmt: skip
BounceDateFilterFilter = (
    Date | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | IsSetExistenceFilter
)  # fmt: skip
NoEmailMarketingFilter = (
    BounceDateFilter | ManualSuppressionDateFilter | InvalidEmailDateFilter
)  # fmt: skip
NoEmailMarketingUnsubscribedFilter = (
    StatusDateFilter | APIMethodFilter | InboundMessageMethodFilter | PreferencePageMethodFilter |
    ManualRemoveMethodFilter | SpamComplaintMethodFilter | MailboxProviderMethodFilter |
    OneClickUnsubscribeMethodFilter | ManualImportMethodFilter | SftpMethodFilter | DataWarehouseImportMethodFilter |
    ProfileModificationMethodFilter | ConstantContactIntegrationMethodFilter | BounceDateFilter |
    ManualSuppressionDateFilter | InvalidEmailDateFilter
)  # fmt: skip
NoEmailMarketingConsentConsentStatus = (
    NoEmailMarketing | NoEmailMarketingUnsubscribed | NoEmailMarketingNeverSubscribed | NoEmailMarketingSubscribed
)  # fmt: skip
HasSMSMarketingSubscribedFilter = (
    StatusDateFilter | FormMethodFilter | ManualImportManualMethodFilter | ManualAddManualMethodFilter |
    CheckoutMethodFilter | InboundMessageMethodFilter | PreferencePageMethodFilter | SftpMethodFilter |
    ShopifyIntegrationMethodFilter | SubscribedSMSIsRcsCapableFilter
)  # fmt: skip
NoSMSMarketingUnsubscribedFilter = (
    StatusDateFilter | FormMethodFilter | ManualImportManualMethodFilter | ManualAddManualMethodFilter |
    ManualRemoveMethodFilter | BulkRemoveMethodFilter | CheckoutMethodFilter | InboundMessageMethodFilter |
    PreferencePageMethodFilter | SftpMethodFilter | CarrierDeactivationMethodFilter | ProvidedLandlineMethodFilter |
    MessageBlockedMethodFilter | ProvidedNoAgeMethodFilter | FailedAgeGateMethodFilter | ShopifyIntegrationMethodFilter
)  # fmt: skip
NoSMSMarketingConsentConsentStatus = (
    NoMarketing | NoSMSMarketingUnsubscribed | NoSMSMarketingNeverSubscribed
)  # fmt: skip
Consent = (
    HasEmailMarketingConsent | NoEmailMarketingConsent | HasSMSMarketingConsent | NoSMSMarketingConsent |
    HasPushMarketingConsent | NoPushMarketingConsent
)  # fmt: skip
ProfilePropertyFilter = (
    String | StringArrayOperatorStringArrayFilter | StringPhoneOperatorStringArrayFilter | Numeric | Boolean | Date |
    StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter |
    ListLengthFilter | Existence
)  # fmt: skip
ProfileHasCustomObjectFilterFilter = (
    String | StringArrayOperatorStringArrayFilter | Numeric | NumericRangeFilter | Boolean | Date |
    StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | Existence
)  # fmt: skip
ExplicitlyReachableFilter = (
    EffectiveDateFilter | RecordedDateFilter | MethodFilter | FormSubscribeFilter
)  # fmt: skip
Permission = (
    ExplicitlyReachable | ImplicitlyReachable | ImplicitlyOrExplicitlyReachable | ExplicitlyUnreachable |
    ImplicitlyUnreachable | ImplicitlyOrExplicitlyUnreachable
)  # fmt: skip
ProfileMetricFunnelTimeframeFilter = (
    StaticDateRangeFilter | RelativeDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter
)  # fmt: skip
Condition = (
    ProfileGroupMembership | ProfileNoGroupMembershipCondition | ProfileMetric | ProfileMarketingConsent |
    ProfilePostalCodeDistance | ProfileProperty | ProfileRegion | ProfilePredictiveAnalytics |
    ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsStringCondition |
    ProfilePredictiveAnalyticsChannelAffinityPriorityCondition |
    ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileHasCustomObject | ProfilePermissions |
    ProfileMetricFunnel
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
DATE_TIME = {"format": "date-time", "examples": ["2026-10-15T09:30:00Z"]}


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


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """Return whether a string is a time by RFC 3339. Klaviyo also takes a date alone, and a time without a zone."""
    pattern = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value, re.A | re.I) and parse_time(value))


def parse_time(text: str) -> datetime:
    """Return the time; without a zone, it is UTC."""
    moment = datetime.fromisoformat(text.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


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
