# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Segment: PATCH /api/segments/{id}

Changes a segment's name, definition, star or active state, and returns it. What is left out stays and a new
definition replaces the old; is_active false must be sent alone and stops membership from updating, which campaigns,
flows and forms that use the segment will feel.

Rate: 1/s burst, 15/m steady, 100/d daily.
Scopes: segments:write.
Reference: https://developers.klaviyo.com/en/reference/update_segment
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
from urllib.parse import quote

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


def main(
    auth: klaviyo, revision: str, id: str, body: "Body", fields_segment: list[str] | None = None
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check({"revision": revision, "id": id, "body": body, "fields_segment": fields_segment}, key)
    return send(
        "PATCH",
        f"{API}/api/segments/{quote(given['id'], safe='')}",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "fields[segment]": ",".join(given.get("fields_segment", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "SegmentPartialUpdateQueryResourceObject"


class SegmentPartialUpdateQueryResourceObject(TypedDict):
    type: Literal["segment"]
    id: str
    attributes: "SegmentPartialUpdateQueryResourceObjectAttributes"


class SegmentPartialUpdateQueryResourceObjectAttributes(TypedDict):
    definition: NotRequired["SegmentDefinition | None"]
    name: NotRequired[str | None]
    is_starred: NotRequired[bool | None]
    is_active: NotRequired[bool | None]


class SegmentDefinition(TypedDict):
    condition_groups: "list[ConditionGroup]"


class ConditionGroup(TypedDict):
    conditions: "list[ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | SegmentsProfileMetricCondition | ProfileMarketingConsentCondition | ProfilePostalCodeDistanceCondition | ProfilePropertyCondition | ProfileRegionCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | SegmentsProfileMetricFunnelCondition]"


class ProfileHasGroupMembershipCondition(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: bool
    group_ids: list[str]
    timeframe_filter: NotRequired[
        "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeDateRangeFilter | None"
    ]


class StaticDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["after", "before"]
    date: str


class StaticDateRangeFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["between-static"]
    start: str
    end: str


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
    is_member: bool
    group_ids: list[str]


class SegmentsProfileMetricCondition(TypedDict):
    type: Literal["profile-metric"]
    metric_id: str
    measurement: Literal["count", "sum"]
    measurement_filter: "NumericOperatorNumericFilter"
    timeframe_filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | AlltimeDateFilter"
    metric_filters: NotRequired["list[ProfileMetricPropertyFilter] | None"]


class NumericOperatorNumericFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal[
        "equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "not-equals"
    ]
    value: float


class RelativeAnniversaryDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["anniversary-last", "anniversary-next"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class AlltimeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["alltime"]


class ProfileMetricPropertyFilter(TypedDict):
    property: str
    filter: NotRequired[
        "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | ExistenceOperatorExistenceFilter | ListSetFilter | ListLengthFilter | ListSubstringFilter | BooleanFilter | NumericOperatorNumericFilter | None"
    ]


class StringOperatorStringFilter(TypedDict):
    type: Literal["string"]
    operator: Literal[
        "contains",
        "ends-with",
        "equals",
        "not-contains",
        "not-ends-with",
        "not-equals",
        "not-starts-with",
        "nregex",
        "regex",
        "starts-with",
    ]
    value: str | None


class StringArrayOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["in", "not-in"]
    value: list[str]


class ExistenceOperatorExistenceFilter(TypedDict):
    type: Literal["existence"]
    operator: Literal["is-set", "not-set"]


class ListSetFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-all", "contains-any", "not-contains-all", "not-contains-any"]
    value: list[str]


class ListLengthFilter(TypedDict):
    type: Literal["list"]
    operator: Literal[
        "length-equals",
        "length-greater-than",
        "length-greater-than-or-equal",
        "length-less-than",
        "length-less-than-or-equal",
    ]
    value: int


class ListSubstringFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-substring", "not-contains-substring"]
    value: str | None


class BooleanFilter(TypedDict):
    type: Literal["boolean"]
    operator: Literal["equals"]
    value: bool


class ProfileMarketingConsentCondition(TypedDict):
    type: Literal["profile-marketing-consent"]
    consent: "HasEmailMarketingConsent | NoEmailMarketingConsent | HasSMSMarketingConsent | NoSMSMarketingConsent | HasPushMarketingConsent | NoPushMarketingConsent"


class HasEmailMarketingConsent(TypedDict):
    channel: Literal["email"]
    can_receive_marketing: bool
    consent_status: "HasEmailMarketing | HasEmailMarketingSubscribed | HasEmailMarketingNeverSubscribed"


class HasEmailMarketing(TypedDict):
    subscription: Literal["any"]
    filters: NotRequired[Any]


class HasEmailMarketingSubscribed(TypedDict):
    subscription: Literal["subscribed"]
    filters: NotRequired[
        "list[DoubleOptinFilter | StatusDateFilter | CustomSourceFilter | FormMethodFilter | PreferencePageFilter | APIMethodFilter | InboundMessageMethodFilter | BackInStockMethodFilter | SftpMethodFilter | ManualImportManualMethodFilter | ManualAddManualMethodFilter | ShopifyIntegrationMethodFilter] | None"
    ]


class DoubleOptinFilter(TypedDict):
    field: Literal["is_double_opt_in"]
    filter: "BooleanFilter"


class StatusDateFilter(TypedDict):
    field: Literal["status_date"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter"


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
    can_receive_marketing: bool
    consent_status: (
        "NoEmailMarketing | NoEmailMarketingUnsubscribed | NoEmailMarketingNeverSubscribed | NoEmailMarketingSubscribed"
    )


class NoEmailMarketing(TypedDict):
    subscription: Literal["any"]
    filters: NotRequired["list[BounceDateFilter | ManualSuppressionDateFilter | InvalidEmailDateFilter] | None"]


class BounceDateFilter(TypedDict):
    field: Literal["bounce_date"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | IsSetExistenceFilter"


class IsSetExistenceFilter(TypedDict):
    type: Literal["existence"]
    operator: Literal["is-set"]


class ManualSuppressionDateFilter(TypedDict):
    field: Literal["manual_suppression_date"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | IsSetExistenceFilter"


class InvalidEmailDateFilter(TypedDict):
    field: Literal["invalid_email_date"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | IsSetExistenceFilter"


class NoEmailMarketingUnsubscribed(TypedDict):
    subscription: Literal["unsubscribed"]
    filters: NotRequired[
        "list[StatusDateFilter | APIMethodFilter | InboundMessageMethodFilter | PreferencePageMethodFilter | ManualRemoveMethodFilter | SpamComplaintMethodFilter | MailboxProviderMethodFilter | OneClickUnsubscribeMethodFilter | ManualImportMethodFilter | SftpMethodFilter | DataWarehouseImportMethodFilter | ProfileModificationMethodFilter | ConstantContactIntegrationMethodFilter] | list[BounceDateFilter | ManualSuppressionDateFilter | InvalidEmailDateFilter] | None"
    ]


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
    filters: "list[BounceDateFilter | ManualSuppressionDateFilter | InvalidEmailDateFilter]"


class NoEmailMarketingSubscribed(TypedDict):
    subscription: Literal["subscribed"]
    filters: "list[BounceDateFilter | ManualSuppressionDateFilter | InvalidEmailDateFilter]"


class HasSMSMarketingConsent(TypedDict):
    channel: Literal["sms"]
    can_receive_marketing: bool
    consent_status: "HasSMSMarketingSubscribed"


class HasSMSMarketingSubscribed(TypedDict):
    subscription: Literal["subscribed"]
    filters: NotRequired[
        "list[StatusDateFilter | FormMethodFilter | ManualImportManualMethodFilter | ManualAddManualMethodFilter | CheckoutMethodFilter | InboundMessageMethodFilter | PreferencePageMethodFilter | SftpMethodFilter | ShopifyIntegrationMethodFilter | SubscribedSMSIsRcsCapableFilter] | None"
    ]


class CheckoutMethodFilter(TypedDict):
    field: Literal["method"]
    method: Literal["checkout"]


class SubscribedSMSIsRcsCapableFilter(TypedDict):
    field: Literal["is_rcs_capable"]
    filter: "BooleanFilter"


class NoSMSMarketingConsent(TypedDict):
    channel: Literal["sms"]
    can_receive_marketing: bool
    consent_status: "NoSMSMarketing | NoSMSMarketingUnsubscribed | NoSMSMarketingNeverSubscribed"


class NoSMSMarketing(TypedDict):
    subscription: Literal["any"]


class NoSMSMarketingUnsubscribed(TypedDict):
    subscription: Literal["unsubscribed"]
    filters: NotRequired[
        "list[StatusDateFilter | FormMethodFilter | ManualImportManualMethodFilter | ManualAddManualMethodFilter | ManualRemoveMethodFilter | BulkRemoveMethodFilter | CheckoutMethodFilter | InboundMessageMethodFilter | PreferencePageMethodFilter | SftpMethodFilter | CarrierDeactivationMethodFilter | ProvidedLandlineMethodFilter | MessageBlockedMethodFilter | ProvidedNoAgeMethodFilter | FailedAgeGateMethodFilter | ShopifyIntegrationMethodFilter] | None"
    ]


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


class NoSMSMarketingNeverSubscribed(TypedDict):
    subscription: Literal["never_subscribed"]


class HasPushMarketingConsent(TypedDict):
    channel: Literal["push"]
    can_receive_marketing: bool
    consent_status: "HasPushMarketing"


class HasPushMarketing(TypedDict):
    subscription: Literal["any"]
    filters: NotRequired["list[StatusDateFilter] | None"]


class NoPushMarketingConsent(TypedDict):
    channel: Literal["push"]
    can_receive_marketing: bool
    consent_status: "NoPushMarketing"


class NoPushMarketing(TypedDict):
    subscription: Literal["any"]


class ProfilePostalCodeDistanceCondition(TypedDict):
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


class ProfilePropertyCondition(TypedDict):
    type: Literal["profile-property"]
    property: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | StringPhoneOperatorStringArrayFilter | NumericOperatorNumericFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class StringPhoneOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["phone-country-code-in", "phone-country-code-not-in"]
    value: list[str]


class ListContainsOperatorListContainsFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains", "not-contains"]
    value: int | str | None


class ProfileRegionCondition(TypedDict):
    type: Literal["profile-region"]
    in_region: bool
    region: Literal["european_union", "united_states"]


class ProfilePredictiveAnalyticsDateCondition(TypedDict):
    dimension: Literal["expected_date_of_next_purchase"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter"
    type: Literal["profile-predictive-analytics"]


class ProfilePredictiveAnalyticsNumericCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal[
        "average_days_between_orders",
        "average_order_value",
        "churn_probability",
        "historic_clv",
        "historic_number_of_orders",
        "predicted_clv",
        "predicted_number_of_orders",
        "total_clv",
    ]
    filter: "NumericOperatorNumericFilter"


class ProfilePredictiveAnalyticsStringCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal["predicted_gender"]
    filter: "ProfilePredictiveAnalyticsStringFilter"


class ProfilePredictiveAnalyticsStringFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["equals"] | Literal["not-equals"]
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
    operator: Literal["equals"] | Literal["not-equals"]
    value: Literal["high", "low", "medium"]


class ProfileHasCustomObjectCondition(TypedDict):
    type: Literal["profile-has-custom-object"]
    object_type_id: str
    object_type_relationship_id: str
    filter: "IntegerFilter"
    filters: "list[ProfileHasCustomObjectFilter]"


class IntegerFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal[
        "equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "not-equals"
    ]
    value: int


class ProfileHasCustomObjectFilter(TypedDict):
    property_id: int
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class NumericRangeFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["between"]
    start: float
    end: float


class ProfilePermissionsCondition(TypedDict):
    type: Literal["profile-permissions"]
    permission: "ExplicitlyReachable | ImplicitlyReachable | ImplicitlyOrExplicitlyReachable | ExplicitlyUnreachable | ImplicitlyUnreachable | ImplicitlyOrExplicitlyUnreachable"
    channel: Literal["whatsapp_marketing", "whatsapp_transactional"]


class ExplicitlyReachable(TypedDict):
    reachable_status: Literal["explicitly_reachable"]
    filters: "list[EffectiveDateFilter | RecordedDateFilter | MethodFilter | FormSubscribeFilter]"


class EffectiveDateFilter(TypedDict):
    field: Literal["effective_date"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter"


class RecordedDateFilter(TypedDict):
    field: Literal["recorded_date"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter"


class MethodFilter(TypedDict):
    field: Literal["subscribe_method"]
    method: Literal[
        "api",
        "back_in_stock",
        "bigcommerce",
        "bulk_remove",
        "campaign_monitor",
        "carrier_deactivation",
        "checkout",
        "constant_contact",
        "exact_target",
        "facebook",
        "failed_age_gate",
        "inbound_message",
        "integration",
        "mad_mimi",
        "magento_two",
        "mailbox_provider",
        "manual_add",
        "manual_import",
        "manual_remove",
        "message_blocked",
        "netsuite",
        "preference_page",
        "provided_landline",
        "provided_no_age",
        "sftp",
        "shopify",
        "social_instagram_message",
        "spam_complaint",
        "square",
        "wix",
        "woocommerce",
    ]


class FormSubscribeFilter(TypedDict):
    field: Literal["subscribe_method"]
    method: Literal["form"]
    filter: NotRequired["InStringArrayFilter | None"]


class ImplicitlyReachable(TypedDict):
    reachable_status: Literal["implicitly_reachable"]


class ImplicitlyOrExplicitlyReachable(TypedDict):
    reachable_status: Literal["implicitly_or_explicitly_reachable"]


class ExplicitlyUnreachable(TypedDict):
    reachable_status: Literal["explicitly_unreachable"]
    filters: "list[EffectiveDateFilter | RecordedDateFilter | MethodFilter | FormSubscribeFilter]"


class ImplicitlyUnreachable(TypedDict):
    reachable_status: Literal["implicitly_unreachable"]


class ImplicitlyOrExplicitlyUnreachable(TypedDict):
    reachable_status: Literal["implicitly_or_explicitly_unreachable"]


class SegmentsProfileMetricFunnelCondition(TypedDict):
    type: Literal["profile-metric-funnel"]
    timeframe_filter: "StaticDateRangeFilter | RelativeDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter"
    steps: "list[ProfileMetricFunnelSteps]"
    completion_window_seconds: NotRequired[
        Literal["DAYS_1", "DAYS_180", "DAYS_3", "DAYS_30", "DAYS_5", "DAYS_90", "HOURS_1", "WEEKS_1", "YEARS_1"] | None
    ]


class ProfileMetricFunnelSteps(TypedDict):
    metric_exists: bool
    metric_id: str
    metric_filters: NotRequired["list[ProfileMetricPropertyFilter] | None"]


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
    schema = resolved(schema)
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
    members = [resolved(member) for member in members]
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
        case "pattern":
            return PATTERNS[value]
        case _:  # minLength, the last keyword of SCHEMA that can fail
            return f"at least {value:,} character{'s' * (value > 1)}"


def in_words(member: Any, found: Any) -> str:
    """A member of a union: its type, or, where that is right, what an object of it has to have."""
    member = resolved(member)
    required = " and ".join(member.get("required", ()))
    return f"an object with {required}" if required and isinstance(found, dict) else str(member.get("type", "object"))


def touched(value: Any, schema: Any, in_union: bool = False) -> Any:
    """`value` without what a form sends for optional parts that nobody touched.

    That is sections with nothing but the type of a resource in them, and blanks that are not valid as they stand.
    In a union, blank fields of its other members, too.
    A form sends some booleans as text. Copies only what changes: a body can be large.
    """
    schema = resolved(schema)
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


def resolved(schema: Any) -> Any:
    """What a reference refers to."""
    return SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


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


PATTERNS = {
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15",
    r"^(?!\.{1,2}$)": "an id, not . or ..",
}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Update Segment","type":"object","description":"Changes a segment's name, definition, star or active state, and returns it. What is left out stays and a new definition replaces the old; is_active false must be sent alone and stops membership from updating, which campaigns, flows and forms that use the segment will feel.\n\nRate: 1/s burst, 15/m steady, 100/d daily.\nScopes: segments:write.\nReference: https://developers.klaviyo.com/en/reference/update_segment","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"id":{"type":"string","description":"Id of the segment, such as TnP4wZ.","pattern":"^(?!\\.{1,2}$)","minLength":1},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The segment: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["segment"]},"id":{"type":"string","description":"Id of the segment."},"attributes":{"type":"object","description":"What is said of the segment: its fields apart from type, id and relationships.","properties":{"definition":{"type":["object","null"],"description":"Full description of what the resource or rule consists of.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-group-membership"]},"is_member":{"type":"boolean","description":"Whether the profile must belong to the lists or segments, or must not.","enum":[true]},"group_ids":{"type":"array","description":"Ids of the lists or segments whose membership is tested.","items":{"type":"string"}},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"type":"null"}]}},"required":["type","is_member","group_ids"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-group-membership"]},"is_member":{"type":"boolean","description":"Whether the profile must belong to the lists or segments, or must not.","enum":[false]},"group_ids":{"type":"array","description":"Ids of the lists or segments whose membership is tested.","items":{"type":"string"}}},"required":["type","is_member","group_ids"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-metric"]},"metric_id":{"type":"string","description":"Id of the metric such as RxK3mQ; get_metrics lists them."},"measurement":{"type":"string","description":"What is tested: count or sum of the metric's events, or rank or priority of the channel.","enum":["count","sum"]},"measurement_filter":{"$ref":"#/$defs/NumericOperatorNumericFilter","description":"Number that the count or sum of events must reach, exceed or fall below."},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["alltime"]}},"required":["type","operator"]}]},"metric_filters":{"type":["array","null"],"description":"Tests on properties of the event; only events that pass count. Leave out to count all.","items":{"$ref":"#/$defs/ProfileMetricPropertyFilter"}}},"required":["type","metric_id","measurement","measurement_filter","timeframe_filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-marketing-consent"]},"consent":{"description":"The consent in question, with its channel and status.","oneOf":[{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["email"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[true]},"consent_status":{"description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","oneOf":[{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]},"filters":{"description":"Conditions on how and when the subscription state came about; null for none."}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["subscribed"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["is_double_opt_in"]},"filter":{"$ref":"#/$defs/BooleanFilter","description":"The test that the property or figure has to pass."}},"required":["field","filter"]},{"$ref":"#/$defs/StatusDateFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["custom_source"]},"filter":{"$ref":"#/$defs/EqualsStringFilter","description":"The test that the property or figure has to pass."}},"required":["field","filter"]},{"$ref":"#/$defs/FormMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["preference_page"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/EqualsStringFilter"},{"type":"null"}]}},"required":["field","method"]},{"$ref":"#/$defs/APIMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["back_in_stock"]}},"required":["field","method"]},{"$ref":"#/$defs/SftpMethodFilter"},{"$ref":"#/$defs/ManualImportManualMethodFilter"},{"$ref":"#/$defs/ManualAddManualMethodFilter"},{"$ref":"#/$defs/ShopifyIntegrationMethodFilter"}]}}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["never_subscribed"]},"filters":{"description":"Conditions on how and when the subscription state came about; null for none."}},"required":["subscription"]}]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["email"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[false]},"consent_status":{"description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","oneOf":[{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["unsubscribed"]},"filters":{"description":"Conditions on how and when the subscription state came about; null for none.","oneOf":[{"type":"array","items":{"oneOf":[{"$ref":"#/$defs/StatusDateFilter"},{"$ref":"#/$defs/APIMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"$ref":"#/$defs/PreferencePageMethodFilter"},{"$ref":"#/$defs/ManualRemoveMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["spam_complaint"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["mailbox_provider"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["one_click_unsubscribe"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_import"]}},"required":["field","method"]},{"$ref":"#/$defs/SftpMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["data_warehouse_import"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["profile_modification"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["integration"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["in"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string","enum":["constant_contact"]}}},"required":["type","operator","value"]}},"required":["field","method","filter"]}]}},{"type":"array","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}},{"type":"null"}]}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["never_subscribed"]},"filters":{"type":"array","description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}}},"required":["subscription","filters"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["subscribed"]},"filters":{"type":"array","description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}}},"required":["subscription","filters"]}]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["sms"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[true]},"consent_status":{"type":"object","description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["subscribed"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/StatusDateFilter"},{"$ref":"#/$defs/FormMethodFilter"},{"$ref":"#/$defs/ManualImportManualMethodFilter"},{"$ref":"#/$defs/ManualAddManualMethodFilter"},{"$ref":"#/$defs/CheckoutMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"$ref":"#/$defs/PreferencePageMethodFilter"},{"$ref":"#/$defs/SftpMethodFilter"},{"$ref":"#/$defs/ShopifyIntegrationMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["is_rcs_capable"]},"filter":{"$ref":"#/$defs/BooleanFilter","description":"The test that the property or figure has to pass."}},"required":["field","filter"]}]}}},"required":["subscription"]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["sms"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[false]},"consent_status":{"description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","oneOf":[{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["unsubscribed"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/StatusDateFilter"},{"$ref":"#/$defs/FormMethodFilter"},{"$ref":"#/$defs/ManualImportManualMethodFilter"},{"$ref":"#/$defs/ManualAddManualMethodFilter"},{"$ref":"#/$defs/ManualRemoveMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["bulk_remove"]}},"required":["field","method"]},{"$ref":"#/$defs/CheckoutMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"$ref":"#/$defs/PreferencePageMethodFilter"},{"$ref":"#/$defs/SftpMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["carrier_deactivation"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["provided_landline"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["message_blocked"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["provided_no_age"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["failed_age_gate"]}},"required":["field","method"]},{"$ref":"#/$defs/ShopifyIntegrationMethodFilter"}]}}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["never_subscribed"]}},"required":["subscription"]}]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["push"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[true]},"consent_status":{"type":"object","description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"$ref":"#/$defs/StatusDateFilter"}}},"required":["subscription"]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["push"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[false]},"consent_status":{"type":"object","description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]}},"required":["subscription"]}},"required":["channel","can_receive_marketing","consent_status"]}]}},"required":["type","consent"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-postal-code-distance"]},"country_code":{"type":"string","description":"Code of the country in which the postal code lies."},"postal_code":{"type":"string","description":"Postal code, as text so that leading zeros stay."},"unit":{"type":"string","description":"Unit of the distance, kilometers or miles.","enum":["kilometers","miles"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["greater-than"]},"value":{"type":"number","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["less-than"]},"value":{"type":"number","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]}]}},"required":["type","country_code","postal_code","unit","filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-property"]},"property":{"type":"string","description":"Name of the property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["phone-country-code-in","phone-country-code-not-in"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string"}}},"required":["type","operator","value"]},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","property","filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-region"]},"in_region":{"type":"boolean","description":"Whether the profile must be inside the region or outside it."},"region":{"type":"string","description":"State, province or larger region.","enum":["european_union","united_states"]}},"required":["type","in_region","region"]},{"type":"object","properties":{"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["expected_date_of_next_purchase"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]}},"required":["dimension","filter","type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["average_days_between_orders","average_order_value","churn_probability","historic_clv","historic_number_of_orders","predicted_clv","predicted_number_of_orders","total_clv"]},"filter":{"$ref":"#/$defs/NumericOperatorNumericFilter","description":"The test that the property or figure has to pass."}},"required":["type","dimension","filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["predicted_gender"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"description":"How the property is tested; it decides which other fields the filter takes.","oneOf":[{"type":"string","enum":["equals"]},{"type":"string","enum":["not-equals"]}]},"value":{"type":"string","description":"What the operator compares with, a value or a list of values.","enum":["likely_female","likely_male","uncertain"]}},"required":["type","operator","value"]}},"required":["type","dimension","filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["channel_affinity"]},"measurement":{"type":"string","description":"What is tested: count or sum of the metric's events, or rank or priority of the channel.","enum":["priority"]},"predicted_channel":{"type":"string","description":"Channel whose predicted affinity the condition tests.","enum":["email","push","sms","whatsapp"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["equals"]},"value":{"type":"integer","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]}},"required":["type","dimension","measurement","predicted_channel","filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["channel_affinity"]},"measurement":{"type":"string","description":"What is tested: count or sum of the metric's events, or rank or priority of the channel.","enum":["rank"]},"predicted_channel":{"type":"string","description":"Channel whose predicted affinity the condition tests.","enum":["email","push","sms","whatsapp"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"description":"How the property is tested; it decides which other fields the filter takes.","oneOf":[{"type":"string","enum":["equals"]},{"type":"string","enum":["not-equals"]}]},"value":{"type":"string","description":"What the operator compares with, a value or a list of values.","enum":["high","low","medium"]}},"required":["type","operator","value"]}},"required":["type","dimension","measurement","predicted_channel","filter"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-has-custom-object"]},"object_type_id":{"type":"string","description":"Id of the type of custom object concerned."},"object_type_relationship_id":{"type":"string","description":"Id of the relationship that ties the custom object to profiles."},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["equals","greater-than","greater-than-or-equal","less-than","less-than-or-equal","not-equals"]},"value":{"type":"integer","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]},"filters":{"type":"array","description":"Conditions on properties of the custom object; only objects that meet them count.","items":{"type":"object","properties":{"property_id":{"type":"integer","description":"Id of the custom object's property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["between"]},"start":{"type":"number","description":"Start of the range, in the unit of the condition."},"end":{"type":"number","description":"End of the range, in the unit of the condition."}},"required":["type","operator","start","end"]},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["property_id","filter"]}}},"required":["type","object_type_id","object_type_relationship_id","filter","filters"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-permissions"]},"permission":{"description":"Whether the profile can be reached in the WhatsApp channel, and on what ground.","oneOf":[{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["explicitly_reachable"]},"filters":{"type":"array","description":"Conditions on how and when the profile's permission came about.","items":{"oneOf":[{"$ref":"#/$defs/EffectiveDateFilter"},{"$ref":"#/$defs/RecordedDateFilter"},{"$ref":"#/$defs/MethodFilter"},{"$ref":"#/$defs/FormSubscribeFilter"}]}}},"required":["reachable_status","filters"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_reachable"]}},"required":["reachable_status"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_or_explicitly_reachable"]}},"required":["reachable_status"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["explicitly_unreachable"]},"filters":{"type":"array","description":"Conditions on how and when the profile's permission came about.","items":{"oneOf":[{"$ref":"#/$defs/EffectiveDateFilter"},{"$ref":"#/$defs/RecordedDateFilter"},{"$ref":"#/$defs/MethodFilter"},{"$ref":"#/$defs/FormSubscribeFilter"}]}}},"required":["reachable_status","filters"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_unreachable"]}},"required":["reachable_status"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_or_explicitly_unreachable"]}},"required":["reachable_status"]}]},"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["whatsapp_marketing","whatsapp_transactional"]}},"required":["type","permission","channel"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-metric-funnel"]},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"}]},"steps":{"type":"array","description":"Steps of the metric funnel in their order, each an event that must or must not occur.","items":{"type":"object","properties":{"metric_exists":{"type":"boolean","description":"Whether the funnel's step requires that the event happened, or that it did not."},"metric_id":{"type":"string","description":"Id of the metric such as RxK3mQ; get_metrics lists them."},"metric_filters":{"type":["array","null"],"description":"Tests on properties of the event; only events that pass count. Leave out to count all.","items":{"$ref":"#/$defs/ProfileMetricPropertyFilter"}}},"required":["metric_exists","metric_id"]}},"completion_window_seconds":{"type":["string","null"],"description":"Time within which the funnel's steps must be completed: a code such as HOURS_1 or DAYS_30, not a number of seconds.","enum":["DAYS_1","DAYS_180","DAYS_3","DAYS_30","DAYS_5","DAYS_90","HOURS_1","WEEKS_1","YEARS_1",null]}},"required":["type","timeframe_filter","steps"]}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"name":{"type":["string","null"],"description":"Name of the segment, for people to tell it from others."},"is_starred":{"type":["boolean","null"],"description":"Whether the segment is marked with a star."},"is_active":{"type":["boolean","null"],"description":"false deactivates the segment and may not be combined with other attributes, true reactivates it."}}}},"required":["type","id","attributes"]}},"required":["data"]},"fields_segment":{"type":"array","description":"Which fields of each segment to return. Left out, all.","items":{"type":"string","enum":["created","definition","definition.condition_groups","id","is_active","is_processing","is_starred","name","updated"]}}},"required":["revision","id","body"],"examples":[{"revision":"2026-10-15","id":"XkT5nB","body":{"data":{"type":"segment","id":"XkT5nB","attributes":{"name":"Coffee lovers near the museum","definition":{"condition_groups":[{"conditions":[{"type":"profile-property","property":"properties['Favourite drink']","filter":{"type":"string","operator":"equals","value":"Coffee"}},{"type":"profile-group-membership","is_member":true,"group_ids":["Rb8mQz"]}]},{"conditions":[{"type":"profile-postal-code-distance","country_code":"US","postal_code":"02139","unit":"miles","filter":{"type":"numeric","operator":"less-than","value":25}}]}]},"is_starred":false}}}},{"revision":"2026-10-15","id":"XkT5nB","body":{"data":{"type":"segment","id":"XkT5nB","attributes":{}}}}],"$defs":{"APIMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["api"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"AnniversaryDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["anniversary","anniversary-month"]}},"required":["type","operator"]},"BooleanFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["boolean"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["equals"]},"value":{"type":"boolean","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"BounceDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["bounce_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/IsSetExistenceFilter"}]}},"required":["field","filter"]},"CalendarDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["calendar-month"]},"value":{"type":"integer","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"CheckoutMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["checkout"]}},"required":["field","method"]},"EffectiveDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["effective_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]}},"required":["field","filter"]},"EqualsStringFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["equals"]},"value":{"type":["string","null"],"description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"ExistenceOperatorExistenceFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["existence"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["is-set","not-set"]}},"required":["type","operator"]},"FormMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["form"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"FormSubscribeFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["subscribe_method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["form"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"InStringArrayFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["in"]},"value":{"type":"array","description":"The value that this part sets or compares with.","items":{"type":"string"}}},"required":["type","operator","value"]},"InboundMessageMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["inbound_message"]}},"required":["field","method"]},"InvalidEmailDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["invalid_email_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/IsSetExistenceFilter"}]}},"required":["field","filter"]},"IsSetExistenceFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["existence"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["is-set"]}},"required":["type","operator"]},"ListContainsOperatorListContainsFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["list"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["contains","not-contains"]},"value":{"description":"The value that this part sets or compares with.","oneOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]}},"required":["type","operator","value"]},"ListLengthFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["list"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["length-equals","length-greater-than","length-greater-than-or-equal","length-less-than","length-less-than-or-equal"]},"value":{"type":"integer","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"ManualAddManualMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_add"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"ManualImportManualMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_import"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"ManualRemoveMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_remove"]}},"required":["field","method"]},"ManualSuppressionDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["manual_suppression_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/IsSetExistenceFilter"}]}},"required":["field","filter"]},"MethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["subscribe_method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["api","back_in_stock","bigcommerce","bulk_remove","campaign_monitor","carrier_deactivation","checkout","constant_contact","exact_target","facebook","failed_age_gate","inbound_message","integration","mad_mimi","magento_two","mailbox_provider","manual_add","manual_import","manual_remove","message_blocked","netsuite","preference_page","provided_landline","provided_no_age","sftp","shopify","social_instagram_message","spam_complaint","square","wix","woocommerce"]}},"required":["field","method"]},"NumericOperatorNumericFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["numeric"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["equals","greater-than","greater-than-or-equal","less-than","less-than-or-equal","not-equals"]},"value":{"type":"number","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"PreferencePageMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["preference_page"]}},"required":["field","method"]},"ProfileMetricPropertyFilter":{"type":"object","properties":{"property":{"type":"string","description":"Name of the property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["list"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["contains-all","contains-any","not-contains-all","not-contains-any"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string"}}},"required":["type","operator","value"]},{"$ref":"#/$defs/ListLengthFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["list"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["contains-substring","not-contains-substring"]},"value":{"type":["string","null"],"description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"type":"null"}]}},"required":["property"]},"RecordedDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["recorded_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]}},"required":["field","filter"]},"RelativeAnniversaryDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["anniversary-last","anniversary-next"]},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]},"quantity":{"type":"integer","description":"Number of units in the span of time, such as 30 for the last 30 days."}},"required":["type","operator","unit","quantity"]},"RelativeDateOperatorBaseRelativeDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["at-least","in-the-last","in-the-next"]},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]},"quantity":{"type":"integer","description":"Number of units in the span of time, such as 30 for the last 30 days."}},"required":["type","operator","unit","quantity"]},"RelativeDateRangeFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["between"]},"start":{"type":"integer","description":"Start of the range, in the unit of the condition."},"end":{"type":"integer","description":"End of the range, in the unit of the condition."},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]}},"required":["type","operator","start","end","unit"]},"SftpMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["sftp"]}},"required":["field","method"]},"ShopifyIntegrationMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["integration"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["in"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string","enum":["shopify"]}}},"required":["type","operator","value"]}},"required":["field","method","filter"]},"StaticDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["after","before"]},"date":{"type":"string","description":"Moment before or after which the tested date must lie, ISO 8601, such as 2026-01-31T00:00:00Z.","format":"date-time"}},"required":["type","operator","date"]},"StaticDateRangeFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["between-static"]},"start":{"type":"string","description":"Start of the range, in the unit of the condition.","format":"date-time"},"end":{"type":"string","description":"End of the range, in the unit of the condition.","format":"date-time"}},"required":["type","operator","start","end"]},"StatusDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["status_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]}},"required":["field","filter"]},"StringArrayOperatorStringArrayFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["in","not-in"]},"value":{"type":"array","description":"The value that this part sets or compares with.","items":{"type":"string"}}},"required":["type","operator","value"]},"StringOperatorStringFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["contains","ends-with","equals","not-contains","not-ends-with","not-equals","not-starts-with","nregex","regex","starts-with"]},"value":{"type":["string","null"],"description":"The value that this part sets or compares with."}},"required":["type","operator","value"]}}}"""
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
