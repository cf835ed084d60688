# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Flow Action: PATCH /api/flow-actions/{id}

Updates one action of a flow, such as an email or a delay, and returns it. The definition is replaced, so read it with
get_flow_action first, change it, and send all of it.

Rate: 3/s burst, 60/m steady. Scopes: flows:write.
Reference: https://developers.klaviyo.com/en/reference/update_flow_action
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import functools
import inspect
import json
import math
import re
import sys
import time
import typing
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from difflib import SequenceMatcher, get_close_matches
from email.utils import parsedate_to_datetime
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, NotRequired, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import create

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
IS_READ = False  # never sent again, unless Klaviyo says that it has not been processed


# Windmill makes a class in main's signature a resource type of that name: hence lower case here, and quotes at "Body".
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo, revision: str | None, id: str, body: "Body", fields_flow_action: list[str] | None = None
) -> dict[str, Any] | None:
    """Return `data`, the flow-action with the attributes created, updated, definition.

    Args:
        auth: Klaviyo resource with an API key or access token (scope flows:write).
        revision: API revision, a date.
        id: ID of the flow action, such as 01JCY4P6R9S2T5V8W1X4Y7Z0AB.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
        fields_flow_action: Fields to return for each flow-action.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = read_form(body, BODY, Log())
    payload = validate(
        {
            "auth": auth,
            "revision": revision,
            "id": id,
            "body": body,
            "fields_flow_action": fields_flow_action,
        },
        VALIDATOR,
    )["body"]
    if faults := [*find_id_mismatch(body, id)]:
        raise InvalidInput(faults)
    return send(
        "PATCH",
        f"{API}/api/flow-actions/{quote(id, safe='')}",
        IS_READ,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        params=query_params({"fields[flow-action]": fields_flow_action}),
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[
        Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?\Z", "expected": "a date such as 2026-10-15"}]
    ]
    id: Annotated[str, {"pattern": r"[^\s.]|\..*\..*\.", "expected": "an ID"}]
    body: "Body"
    fields_flow_action: NotRequired["list[FieldsFlowAction]"]


class Body(TypedDict):
    data: "FlowAction"


class FlowAction(TypedDict):
    type: Literal["flow-action"]
    id: "Annotated[str, ID]"
    attributes: "FlowActionAttributes"


class ActionOutputSplit(TypedDict):
    type: Literal["action-output-split"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["SplitLinks | None"]
    data: NotRequired["Data | None"]


class SplitLinks(TypedDict):
    next_if_true: str | None
    next_if_false: str | None


class ActionOutput(TypedDict):
    type: Literal["action-output"]
    output_config_id: int
    field: str
    filter: "Filter"


class String(TypedDict):
    type: Literal["string"]
    operator: "Operator"
    value: str | None


Operator = Literal[
    "contains", "ends-with", "equals", "not-contains", "not-ends-with", "not-equals", "not-starts-with", "nregex",
    "regex", "starts-with"
]  # fmt: skip


class StringArrayOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["in", "not-in"]
    value: list[str]


class Numeric(TypedDict):
    type: Literal["numeric"]
    operator: "NumericOperator"
    value: float


NumericOperator = Literal[
    "equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "not-equals"
]  # fmt: skip


class NumericRangeFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["between"]
    start: float
    end: float


class Boolean(TypedDict):
    type: Literal["boolean"]
    operator: Literal["equals"]
    value: bool


class Existence(TypedDict):
    type: Literal["existence"]
    operator: Literal["is-set", "not-set"]


class BackInStockDelay(TypedDict):
    type: Literal["back-in-stock-delay"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class ConditionalSplit(TypedDict):
    type: Literal["conditional-split"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["SplitLinks | None"]
    data: NotRequired["ConditionalBranchActionData | None"]


class ProfileProperty(TypedDict):
    type: Literal["profile-property"]
    property: str
    filter: "ProfilePropertyFilter"


class StringPhoneOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["phone-country-code-in", "phone-country-code-not-in"]
    value: list[str]


class Date(TypedDict):
    type: Literal["date"]
    operator: Literal["after", "before"]
    date: Annotated[str, {"format": "date-time"}]


class StaticDateRangeFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["between-static"]
    start: Annotated[str, {"format": "date-time"}]
    end: Annotated[str, {"format": "date-time"}]


class RelativeDateOperatorBaseRelativeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["at-least", "in-the-last", "in-the-next"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class RelativeAnniversaryDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["anniversary-last", "anniversary-next"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class RelativeDateRangeFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["between"]
    start: int
    end: int
    unit: Literal["day", "hour", "week"]


class CalendarDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["calendar-month"]
    value: int


class AnniversaryDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["anniversary", "anniversary-month"]


class ListContainsOperatorListContainsFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains", "not-contains"]
    value: int | str | None


class ListLengthFilter(TypedDict):
    type: Literal["list"]
    operator: "ListLengthFilterOperator"
    value: int


ListLengthFilterOperator = Literal[
    "length-equals", "length-greater-than", "length-greater-than-or-equal", "length-less-than",
    "length-less-than-or-equal"
]  # fmt: skip


class ProfileGroupMembership(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: "Annotated[bool, {'enum': [True]}]"
    group_ids: "list[Annotated[str, ID]]"
    timeframe_filter: NotRequired["TimeframeFilter | None"]


class ProfileNoGroupMembershipCondition(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: "Annotated[bool, {'enum': [False]}]"
    group_ids: "list[Annotated[str, ID]]"


class ProfileRegion(TypedDict):
    type: Literal["profile-region"]
    in_region: bool
    region: Literal["european_union", "united_states"]


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


class ProfilePredictiveAnalytics(TypedDict):
    dimension: Literal["expected_date_of_next_purchase"]
    filter: "ProfilePredictiveAnalyticsFilter"
    type: Literal["profile-predictive-analytics"]


class ProfilePredictiveAnalyticsStringCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal["predicted_gender"]
    filter: "ProfilePredictiveAnalyticsStringFilter"


class ProfilePredictiveAnalyticsStringFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["equals", "not-equals"]
    value: Literal["likely_female", "likely_male", "uncertain"]


class ProfilePredictiveAnalyticsNumericCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: "Dimension"
    filter: "Numeric"


Dimension = Literal[
    "average_days_between_orders", "average_order_value", "churn_probability", "historic_clv",
    "historic_number_of_orders", "predicted_clv", "predicted_number_of_orders", "total_clv"
]  # fmt: skip


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
    filter: "ProfilePredictiveAnalyticsFilter"


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


class ProfileMetric(TypedDict):
    type: Literal["profile-metric"]
    metric_id: "Annotated[str, ID]"
    measurement: Literal["count", "sum"]
    measurement_filter: "Numeric"
    timeframe_filter: "ProfileMetricTimeframeFilter"
    metric_filters: NotRequired["list[MetricFilter] | None"]


class AlltimeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["alltime"]


class SinceFlowStartDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["flow-start"]


class MetricFilter(TypedDict):
    property: str
    filter: NotRequired["MetricFilterFilter | None"]


class ListSetFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-all", "contains-any", "not-contains-all", "not-contains-any"]
    value: list[str]


class ListSubstringFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-substring", "not-contains-substring"]
    value: str | None


class ProfileSample(TypedDict):
    type: Literal["profile-sample"]
    percentage: int


class ProfileHasCustomObject(TypedDict):
    type: Literal["profile-has-custom-object"]
    object_type_id: "Annotated[str, ID]"
    object_type_relationship_id: "Annotated[str, ID]"
    filter: "IntegerFilter"
    filters: "list[ProfileHasCustomObjectFilter]"


class IntegerFilter(TypedDict):
    type: Literal["numeric"]
    operator: "NumericOperator"
    value: int


class ProfileHasCustomObjectFilter(TypedDict):
    property_id: int
    filter: "ProfileHasCustomObjectFilterFilter"


class ProfilePermissions(TypedDict):
    type: Literal["profile-permissions"]
    permission: "Permission"
    channel: Literal["whatsapp_marketing", "whatsapp_transactional"]


class ExplicitlyReachable(TypedDict):
    reachable_status: Literal["explicitly_reachable"]
    filters: "list[ExplicitlyReachableFilter]"


class EffectiveDateFilter(TypedDict):
    field: Literal["effective_date"]
    filter: "ProfilePredictiveAnalyticsFilter"


class RecordedDateFilter(TypedDict):
    field: Literal["recorded_date"]
    filter: "ProfilePredictiveAnalyticsFilter"


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


class ProfileNotSentEmail(TypedDict):
    type: Literal["profile-not-sent-email"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class InTheLastBaseRelativeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["in-the-last"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class ProfileNotSentSms(TypedDict):
    type: Literal["profile-not-sent-sms"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class ProfileNotSentPush(TypedDict):
    type: Literal["profile-not-sent-push"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class ContentExperiment(TypedDict):
    type: Literal["content-experiment"]
    data: "ContentExperimentData"
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class ContentExperimentData(TypedDict):
    main_action: "SendMobilePush | SendWhatsapp"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]
    experiment_status: NotRequired[Literal["completed", "draft", "live", None]]
    current_experiment: NotRequired["CurrentExperiment | None"]


class SendMobilePush(TypedDict):
    type: Literal["send-mobile-push"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["SendPushNotificationActionData | None"]


class SendPushNotificationActionData(TypedDict, total=False):
    message: "Message | None"
    status: Literal["disabled", "draft", "live", "manual"]


class Message(TypedDict):
    body: str
    title: NotRequired[str | None]
    sound: NotRequired[bool]
    badge: NotRequired[bool]
    badge_options: NotRequired["Increment | StaticCount | Property"]
    image_id: NotRequired["Annotated[str | None, ID]"]
    dynamic_image: NotRequired[str | None]
    video_asset_id: NotRequired["Annotated[str | None, ID]"]
    on_open: NotRequired[Literal["home", "link", "open_url"]]
    ios_link: NotRequired[str | None]
    android_link: NotRequired[str | None]
    web_url: NotRequired[str | None]
    push_type: NotRequired[Literal["silent", "standard", None]]
    kv_pairs: NotRequired[dict[str, Any] | None]
    conversion_metric_id: NotRequired["Annotated[str | None, ID]"]
    smart_sending_enabled: NotRequired[bool]
    additional_filters: NotRequired["ProfileFilterOrAdditionalFilters | None"]
    action_buttons: NotRequired["list[ActionButton] | None"]
    name: NotRequired[str | None]
    id: NotRequired["Annotated[str | None, ID]"]


class StaticCount(TypedDict):
    badge_config: Literal["set_count"]
    value: str


class Property(TypedDict):
    badge_config: Literal["set_property"]
    set_from_property: str


class ActionButton(TypedDict):
    label: str
    action_type: Literal["deep_link", "dismiss", "open_app", "open_url"]
    position: NotRequired[int | None]
    url: NotRequired[str | None]
    icon: NotRequired[str | None]
    custom_action_id: NotRequired["Annotated[str | None, ID]"]


class SendWhatsapp(TypedDict):
    type: Literal["send-whatsapp"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["SendWhatsAppActionData | None"]


class SendWhatsAppActionData(TypedDict, total=False):
    message: "FlowWhatsApp | None"
    status: Literal["disabled", "draft", "live", "manual"]


class FlowWhatsApp(TypedDict, total=False):
    id: "Annotated[str | None, ID]"
    name: str | None
    vendor_id: "Annotated[str | None, ID]"
    smart_sending_enabled: bool
    transactional: bool
    add_tracking_params: bool
    additional_filters: "ProfileFilterOrAdditionalFilters | None"


class CurrentExperiment(TypedDict):
    variations: "list[SendMobilePush | SendWhatsapp]"
    id: NotRequired["Annotated[str | None, ID]"]
    name: NotRequired[str | None]
    allocations: NotRequired[dict[str, Any] | None]
    started: NotRequired[Annotated[str | None, {"format": "date-time"}]]
    winner_metric: NotRequired[Literal["click-rate", "open-rate", None]]


class SendEmail(TypedDict):
    type: Literal["send-email"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["SendEmailActionData | None"]


class SendEmailActionData(TypedDict, total=False):
    message: "FlowEmail | None"
    status: Literal["disabled", "draft", "live", "manual"]


class FlowEmail(TypedDict, total=False):
    from_email: str | None
    from_label: str | None
    reply_to_email: str | None
    cc_email: str | None
    bcc_email: str | None
    subject_line: str | None
    preview_text: str | None
    template_id: "Annotated[str | None, ID]"
    smart_sending_enabled: bool
    transactional: bool
    add_tracking_params: bool
    custom_tracking_params: "list[CustomTrackingParam] | None"
    additional_filters: "ProfileFilterOrAdditionalFilters | None"
    name: str | None
    id: "Annotated[str | None, ID]"


class CustomTrackingParam(TypedDict):
    param: str
    value: str


class SendSms(TypedDict):
    type: Literal["send-sms"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["SendSmsActionData | None"]


class SendSmsActionData(TypedDict, total=False):
    message: "FlowSms | None"
    status: Literal["disabled", "draft", "live", "manual"]


class FlowSms(TypedDict):
    body: str
    image_id: NotRequired["Annotated[str | None, ID]"]
    dynamic_image: NotRequired[str | None]
    message_hierarchy: NotRequired["list[MessageHierarchyRcsItem | MessageHierarchySmsItem | str] | None"]
    shorten_links: NotRequired[bool]
    include_contact_card: NotRequired[bool]
    add_org_prefix: NotRequired[bool]
    add_info_link: NotRequired[bool]
    add_opt_out_language: NotRequired[bool]
    smart_sending_enabled: NotRequired[bool]
    sms_quiet_hours_enabled: NotRequired[bool]
    transactional: NotRequired[bool]
    add_tracking_params: NotRequired[bool]
    custom_tracking_params: NotRequired["list[CustomTrackingParam] | None"]
    template_id: NotRequired["Annotated[str | None, ID]"]
    additional_filters: NotRequired["ProfileFilterOrAdditionalFilters | None"]
    name: NotRequired[str | None]
    id: NotRequired["Annotated[str | None, ID]"]


class MessageHierarchyRcsItem(TypedDict, total=False):
    message: str
    message_format: Literal["RCS"]
    rich_content: "RichContent | None"
    extra: dict[str, Any] | None
    image: "SlimImageReference | None"


class RichContent(TypedDict, total=False):
    cards: "list[Card] | None"
    suggestions: "list[RCSSuggestion] | None"
    file: "MediaAssetReference | None"


class Card(TypedDict):
    id: "Annotated[str, ID]"
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
    updated: Annotated[str, {"format": "date-time"}]
    url: str
    image_type: Literal["dynamic", "static"]
    origin: NotRequired["Origin"]
    l10n_key: NotRequired[str | None]


Origin = Literal[
    "ADOPTION_SMS_FORM_FROM_EMAIL_FORM", "ADOPTION_SMS_MULTI_STEP_FORM_FROM_EMAIL_FORM", "AI", "API", "APPLICATION",
    "CLONED", "COMPOSER", "COMPOSER_AI_EDITED", "COMPOSER_AI_GENERATED", "COMPOSER_USED_IN_KLAVIYO_OBJECT",
    "COMPOSER_USER_UPLOADED", "COMPOSER_WEB_SCRAPED", "INTEGRATION", "KLAVIYO", "LIBRARY", "MARKETING_AGENT",
    "SOCIAL_INSTAGRAM", "SOCIAL_INSTAGRAM_OVERLAID", "UI", "WEB_SCRAPE", None
]  # fmt: skip


class SlimImageReference(TypedDict, total=False):
    static_image_asset_id: int | None
    dynamic_image_template: str | None
    rendered_asset_url: str | None


class MediaAsset(TypedDict):
    id: "Annotated[str, ID]"
    company_id: "Annotated[str, ID]"
    url: str
    name: str
    file_size: int
    media_type: NotRequired[str]
    thumbnail_url: NotRequired[str | None]
    l10n_key: NotRequired[str | None]


class MediaAssetReference(TypedDict, total=False):
    static_asset_id: "Annotated[str | None, ID]"
    dynamic_template: str | None
    thumbnail: "SlimImageReference | None"


class RCSSuggestion(TypedDict):
    id: "Annotated[str, ID]"
    text: str
    type: Literal["OPEN_URL", "REPLY"]
    url: NotRequired[str | None]
    open_mode: NotRequired[Literal["BROWSER", "WEBVIEW_FULL", "WEBVIEW_HALF", "WEBVIEW_TALL", None]]


class MessageHierarchySmsItem(TypedDict):
    message: str
    message_format: NotRequired[Literal["SMS"]]
    extra: NotRequired[dict[str, Any] | None]
    image: NotRequired["StaticSMSImage | DynamicSMSImage | None"]
    selected_image: NotRequired["ImageAsset | None"]
    media: NotRequired["MediaAsset | MediaAssetReference | None"]


class StaticSMSImage(TypedDict):
    static_image_asset_id: int
    dynamic: NotRequired["Annotated[bool | None, {'enum': [False, None]}]"]


class DynamicSMSImage(TypedDict):
    dynamic_image_template: str
    dynamic: NotRequired["Annotated[bool, {'enum': [True]}]"]


class SendWebhook(TypedDict):
    type: Literal["send-webhook"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["SendWebhookActionData | None"]


class SendWebhookActionData(TypedDict):
    message: "FlowWebhook"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowWebhook(TypedDict):
    url: str | None
    headers: NotRequired[dict[str, Any] | None]
    body: NotRequired[str | None]
    name: NotRequired[str | None]
    id: NotRequired["Annotated[str | None, ID]"]


class SendInternalAlert(TypedDict):
    type: Literal["send-internal-alert"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["SendInternalAlertActionData | None"]


class SendInternalAlertActionData(TypedDict):
    message: "FlowInternalAlert"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowInternalAlert(TypedDict):
    from_email: str | None
    from_label: str | None
    to_emails: list[str]
    subject_line: str | None
    template_id: NotRequired["Annotated[str | None, ID]"]
    name: NotRequired[str | None]
    id: NotRequired["Annotated[str | None, ID]"]


class TimeDelay(TypedDict):
    type: Literal["time-delay"]
    data: "TimeDelayActionData"
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class TimeDelayActionData(TypedDict):
    value: int
    unit: NotRequired[Literal["days", "hours", "minutes"]]
    secondary_value: NotRequired[int | None]
    timezone: NotRequired["Timezone"]
    delay_until_time: NotRequired["Annotated[str | None, TIME]"]
    delay_until_weekdays: NotRequired["list[DelayUntilWeekdayOrTargetDay] | None"]


Timezone = Literal[
    "Africa/Abidjan", "Africa/Accra", "Africa/Addis_Ababa", "Africa/Algiers", "Africa/Asmara", "Africa/Bamako",
    "Africa/Bangui", "Africa/Banjul", "Africa/Bissau", "Africa/Blantyre", "Africa/Brazzaville", "Africa/Bujumbura",
    "Africa/Cairo", "Africa/Casablanca", "Africa/Ceuta", "Africa/Conakry", "Africa/Dakar", "Africa/Dar_es_Salaam",
    "Africa/Djibouti", "Africa/Douala", "Africa/El_Aaiun", "Africa/Freetown", "Africa/Gaborone", "Africa/Harare",
    "Africa/Johannesburg", "Africa/Juba", "Africa/Kampala", "Africa/Khartoum", "Africa/Kigali", "Africa/Kinshasa",
    "Africa/Lagos", "Africa/Libreville", "Africa/Lome", "Africa/Luanda", "Africa/Lubumbashi", "Africa/Lusaka",
    "Africa/Malabo", "Africa/Maputo", "Africa/Maseru", "Africa/Mbabane", "Africa/Mogadishu", "Africa/Monrovia",
    "Africa/Nairobi", "Africa/Ndjamena", "Africa/Niamey", "Africa/Nouakchott", "Africa/Ouagadougou",
    "Africa/Porto-Novo", "Africa/Sao_Tome", "Africa/Tripoli", "Africa/Tunis", "Africa/Windhoek", "America/Adak",
    "America/Anchorage", "America/Anguilla", "America/Antigua", "America/Araguaina", "America/Argentina/Buenos_Aires",
    "America/Argentina/Catamarca", "America/Argentina/Cordoba", "America/Argentina/Jujuy", "America/Argentina/La_Rioja",
    "America/Argentina/Mendoza", "America/Argentina/Rio_Gallegos", "America/Argentina/Salta",
    "America/Argentina/San_Juan", "America/Argentina/San_Luis", "America/Argentina/Tucuman",
    "America/Argentina/Ushuaia", "America/Aruba", "America/Asuncion", "America/Atikokan", "America/Bahia",
    "America/Bahia_Banderas", "America/Barbados", "America/Belem", "America/Belize", "America/Blanc-Sablon",
    "America/Boa_Vista", "America/Bogota", "America/Boise", "America/Cambridge_Bay", "America/Campo_Grande",
    "America/Cancun", "America/Caracas", "America/Cayenne", "America/Cayman", "America/Chicago", "America/Chihuahua",
    "America/Ciudad_Juarez", "America/Costa_Rica", "America/Creston", "America/Cuiaba", "America/Curacao",
    "America/Danmarkshavn", "America/Dawson", "America/Dawson_Creek", "America/Denver", "America/Detroit",
    "America/Dominica", "America/Edmonton", "America/Eirunepe", "America/El_Salvador", "America/Fort_Nelson",
    "America/Fortaleza", "America/Glace_Bay", "America/Goose_Bay", "America/Grand_Turk", "America/Grenada",
    "America/Guadeloupe", "America/Guatemala", "America/Guayaquil", "America/Guyana", "America/Halifax",
    "America/Havana", "America/Hermosillo", "America/Indiana/Indianapolis", "America/Indiana/Knox",
    "America/Indiana/Marengo", "America/Indiana/Petersburg", "America/Indiana/Tell_City", "America/Indiana/Vevay",
    "America/Indiana/Vincennes", "America/Indiana/Winamac", "America/Inuvik", "America/Iqaluit", "America/Jamaica",
    "America/Juneau", "America/Kentucky/Louisville", "America/Kentucky/Monticello", "America/Kralendijk",
    "America/La_Paz", "America/Lima", "America/Los_Angeles", "America/Lower_Princes", "America/Maceio",
    "America/Managua", "America/Manaus", "America/Marigot", "America/Martinique", "America/Matamoros",
    "America/Mazatlan", "America/Menominee", "America/Merida", "America/Metlakatla", "America/Mexico_City",
    "America/Miquelon", "America/Moncton", "America/Monterrey", "America/Montevideo", "America/Montserrat",
    "America/Nassau", "America/New_York", "America/Nome", "America/Noronha", "America/North_Dakota/Beulah",
    "America/North_Dakota/Center", "America/North_Dakota/New_Salem", "America/Nuuk", "America/Ojinaga",
    "America/Panama", "America/Paramaribo", "America/Phoenix", "America/Port-au-Prince", "America/Port_of_Spain",
    "America/Porto_Velho", "America/Puerto_Rico", "America/Punta_Arenas", "America/Rankin_Inlet", "America/Recife",
    "America/Regina", "America/Resolute", "America/Rio_Branco", "America/Santarem", "America/Santiago",
    "America/Santo_Domingo", "America/Sao_Paulo", "America/Scoresbysund", "America/Sitka", "America/St_Barthelemy",
    "America/St_Johns", "America/St_Kitts", "America/St_Lucia", "America/St_Thomas", "America/St_Vincent",
    "America/Swift_Current", "America/Tegucigalpa", "America/Thule", "America/Tijuana", "America/Toronto",
    "America/Tortola", "America/Vancouver", "America/Whitehorse", "America/Winnipeg", "America/Yakutat",
    "Antarctica/Casey", "Antarctica/Davis", "Antarctica/DumontDUrville", "Antarctica/Macquarie", "Antarctica/Mawson",
    "Antarctica/McMurdo", "Antarctica/Palmer", "Antarctica/Rothera", "Antarctica/Syowa", "Antarctica/Troll",
    "Antarctica/Vostok", "Arctic/Longyearbyen", "Asia/Aden", "Asia/Almaty", "Asia/Amman", "Asia/Anadyr", "Asia/Aqtau",
    "Asia/Aqtobe", "Asia/Ashgabat", "Asia/Atyrau", "Asia/Baghdad", "Asia/Bahrain", "Asia/Baku", "Asia/Bangkok",
    "Asia/Barnaul", "Asia/Beirut", "Asia/Bishkek", "Asia/Brunei", "Asia/Chita", "Asia/Choibalsan", "Asia/Colombo",
    "Asia/Damascus", "Asia/Dhaka", "Asia/Dili", "Asia/Dubai", "Asia/Dushanbe", "Asia/Famagusta", "Asia/Gaza",
    "Asia/Hebron", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Hovd", "Asia/Irkutsk", "Asia/Jakarta", "Asia/Jayapura",
    "Asia/Jerusalem", "Asia/Kabul", "Asia/Kamchatka", "Asia/Karachi", "Asia/Kathmandu", "Asia/Khandyga", "Asia/Kolkata",
    "Asia/Krasnoyarsk", "Asia/Kuala_Lumpur", "Asia/Kuching", "Asia/Kuwait", "Asia/Macau", "Asia/Magadan",
    "Asia/Makassar", "Asia/Manila", "Asia/Muscat", "Asia/Nicosia", "Asia/Novokuznetsk", "Asia/Novosibirsk", "Asia/Omsk",
    "Asia/Oral", "Asia/Phnom_Penh", "Asia/Pontianak", "Asia/Pyongyang", "Asia/Qatar", "Asia/Qostanay", "Asia/Qyzylorda",
    "Asia/Riyadh", "Asia/Sakhalin", "Asia/Samarkand", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore",
    "Asia/Srednekolymsk", "Asia/Taipei", "Asia/Tashkent", "Asia/Tbilisi", "Asia/Tehran", "Asia/Thimphu", "Asia/Tokyo",
    "Asia/Tomsk", "Asia/Ulaanbaatar", "Asia/Urumqi", "Asia/Ust-Nera", "Asia/Vientiane", "Asia/Vladivostok",
    "Asia/Yakutsk", "Asia/Yangon", "Asia/Yekaterinburg", "Asia/Yerevan", "Atlantic/Azores", "Atlantic/Bermuda",
    "Atlantic/Canary", "Atlantic/Cape_Verde", "Atlantic/Faroe", "Atlantic/Madeira", "Atlantic/Reykjavik",
    "Atlantic/South_Georgia", "Atlantic/St_Helena", "Atlantic/Stanley", "Australia/Adelaide", "Australia/Brisbane",
    "Australia/Broken_Hill", "Australia/Darwin", "Australia/Eucla", "Australia/Hobart", "Australia/Lindeman",
    "Australia/Lord_Howe", "Australia/Melbourne", "Australia/Perth", "Australia/Sydney", "Canada/Atlantic",
    "Canada/Central", "Canada/Eastern", "Canada/Mountain", "Canada/Newfoundland", "Canada/Pacific", "Europe/Amsterdam",
    "Europe/Andorra", "Europe/Astrakhan", "Europe/Athens", "Europe/Belgrade", "Europe/Berlin", "Europe/Bratislava",
    "Europe/Brussels", "Europe/Bucharest", "Europe/Budapest", "Europe/Busingen", "Europe/Chisinau", "Europe/Copenhagen",
    "Europe/Dublin", "Europe/Gibraltar", "Europe/Guernsey", "Europe/Helsinki", "Europe/Isle_of_Man", "Europe/Istanbul",
    "Europe/Jersey", "Europe/Kaliningrad", "Europe/Kirov", "Europe/Kyiv", "Europe/Lisbon", "Europe/Ljubljana",
    "Europe/London", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Mariehamn", "Europe/Minsk",
    "Europe/Monaco", "Europe/Moscow", "Europe/Oslo", "Europe/Paris", "Europe/Podgorica", "Europe/Prague", "Europe/Riga",
    "Europe/Rome", "Europe/Samara", "Europe/San_Marino", "Europe/Sarajevo", "Europe/Saratov", "Europe/Simferopol",
    "Europe/Skopje", "Europe/Sofia", "Europe/Stockholm", "Europe/Tallinn", "Europe/Tirane", "Europe/Ulyanovsk",
    "Europe/Vaduz", "Europe/Vatican", "Europe/Vienna", "Europe/Vilnius", "Europe/Volgograd", "Europe/Warsaw",
    "Europe/Zagreb", "Europe/Zurich", "GMT", "Indian/Antananarivo", "Indian/Chagos", "Indian/Christmas", "Indian/Cocos",
    "Indian/Comoro", "Indian/Kerguelen", "Indian/Mahe", "Indian/Maldives", "Indian/Mauritius", "Indian/Mayotte",
    "Indian/Reunion", "Pacific/Apia", "Pacific/Auckland", "Pacific/Bougainville", "Pacific/Chatham", "Pacific/Chuuk",
    "Pacific/Easter", "Pacific/Efate", "Pacific/Fakaofo", "Pacific/Fiji", "Pacific/Funafuti", "Pacific/Galapagos",
    "Pacific/Gambier", "Pacific/Guadalcanal", "Pacific/Guam", "Pacific/Honolulu", "Pacific/Kanton",
    "Pacific/Kiritimati", "Pacific/Kosrae", "Pacific/Kwajalein", "Pacific/Majuro", "Pacific/Marquesas",
    "Pacific/Midway", "Pacific/Nauru", "Pacific/Niue", "Pacific/Norfolk", "Pacific/Noumea", "Pacific/Pago_Pago",
    "Pacific/Palau", "Pacific/Pitcairn", "Pacific/Pohnpei", "Pacific/Port_Moresby", "Pacific/Rarotonga",
    "Pacific/Saipan", "Pacific/Tahiti", "Pacific/Tarawa", "Pacific/Tongatapu", "Pacific/Wake", "Pacific/Wallis",
    "US/Alaska", "US/Arizona", "US/Central", "US/Eastern", "US/Hawaii", "US/Mountain", "US/Pacific", "UTC", "profile"
]  # fmt: skip
DelayUntilWeekdayOrTargetDay = Literal[
    "friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"
]  # fmt: skip


class TriggerSplit(TypedDict):
    type: Literal["trigger-split"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["SplitLinks | None"]
    data: NotRequired["TriggerBranchActionData | None"]


class TriggerBranchActionData(TypedDict):
    trigger_filter: "TriggerFilter | None"
    trigger_id: "Annotated[str, ID]"
    trigger_type: "TriggerType"
    trigger_subtype: NotRequired["TriggerSubtype"]


class MetricProperty(TypedDict):
    type: Literal["metric-property"]
    metric_id: "Annotated[str, ID]"
    field: str
    filter: "MetricPropertyFilter"


class CustomObjectTriggerProperty(TypedDict):
    type: Literal["custom-object-trigger-property"]
    property_id: int
    filter: "CustomObjectTriggerPropertyFilter"


class CustomObjectProperty(TypedDict):
    type: Literal["custom-object-property"]
    custom_object_label: str
    field: str
    filter: "MetricPropertyFilter"


class PriceDropProperty(TypedDict):
    type: Literal["price-drop-property"]
    metric_id: "Annotated[str | None, ID]"
    field: str
    filter: "MetricPropertyFilter"


class LowInventoryProperty(TypedDict):
    type: Literal["low-inventory-property"]
    metric_id: "Annotated[str | None, ID]"
    field: str
    filter: "MetricPropertyFilter"


TriggerType = Literal[
    "date", "list", "low-inventory", "metric", "price-drop", "scheduled", "segment"
]  # fmt: skip
TriggerSubtype = Literal[
    "custom-object", "legacy-custom-object", "profile-property", "profile-trait", None
]  # fmt: skip


class UpdateProfile(TypedDict):
    type: Literal["update-profile"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["UpdateProfileActionData | None"]


class UpdateProfileActionData(TypedDict):
    profile_operations: "list[ProfileOperation]"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class ProfileOperationUpdateOrCreateString(TypedDict):
    operator: Literal["create", "update"]
    property_type: Literal["string"]
    property_key: str
    property_value: str


class ProfileOperationUpdateOrCreateBoolean(TypedDict):
    operator: Literal["create", "update"]
    property_type: Literal["boolean"]
    property_key: str
    property_value: bool


class ProfileOperationUpdateOrCreateNumeric(TypedDict):
    operator: Literal["create", "update"]
    property_type: Literal["numeric"]
    property_key: str
    property_value: float


class ProfileOperationUpdateOrCreateDate(TypedDict):
    operator: Literal["create", "update"]
    property_type: Literal["date"]
    property_key: str
    property_value: str


class ProfileOperationUpdateOrCreateList(TypedDict):
    operator: Literal["create", "update"]
    property_type: Literal["list"]
    property_key: str
    property_value: str
    property_operation: NotRequired[Literal["add", "remove", None]]


class ProfileOperationDelete(TypedDict):
    operator: Literal["delete"]
    property_key: str


class TargetDate(TypedDict):
    type: Literal["target-date"]
    data: "TargetDateActionData"
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class TargetDateActionData(TypedDict, total=False):
    timezone: "Timezone"
    target_time: "Annotated[str, TIME]"
    target_days: "list[DelayUntilWeekdayOrTargetDay] | None"


class CountdownDelay(TypedDict):
    type: Literal["countdown-delay"]
    data: "CountdownDelayActionData"
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class CountdownDelayActionData(TypedDict, total=False):
    unit: Literal["days", "months", "weeks"]
    value: int
    timezone: "Timezone"
    delay_until_time: "Annotated[str | None, TIME]"
    delay_until_weekdays: "list[DelayUntilWeekdayOrTargetDay] | None"


class AbTest(TypedDict):
    type: Literal["ab-test"]
    data: "AbTestData"
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class AbTestData(TypedDict):
    main_action: "SendEmail | SendSms"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]
    experiment_status: NotRequired[Literal["completed", "draft", "live"]]
    current_experiment: NotRequired["AbTestDataCurrentExperiment | None"]


class AbTestDataCurrentExperiment(TypedDict):
    variations: "list[SendEmail | SendSms]"
    id: NotRequired["Annotated[str | None, ID]"]
    name: NotRequired[str | None]
    allocations: NotRequired[dict[str, Any] | None]
    started: NotRequired[Annotated[str | None, {"format": "date-time"}]]
    winner_metric: NotRequired["WinnerMetric"]
    automatic_winner_selection_settings: NotRequired["AutomaticWinnerSelectionSettings | None"]


WinnerMetric = Literal[
    "submission", "unique-clicks", "unique-opens", "unique-placed-orders", None
]  # fmt: skip


class AutomaticWinnerSelectionSettings(TypedDict):
    enabled: bool
    automatic_end_statistical_certainty: bool
    automatic_end_date: NotRequired[Annotated[str | None, {"format": "date-time"}]]


class InternalService(TypedDict):
    type: Literal["internal-service"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired["InternalServiceActionData | None"]


class InternalServiceActionData(TypedDict, total=False):
    service_configuration: "ServiceConfiguration | None"
    status: Literal["disabled", "draft", "live", "manual"]


class InternalScheduledReportData(TypedDict):
    service_method_type: Literal["schedule-report"]
    report_id: "Annotated[str, ID]"


class InternalTrackEventData(TypedDict):
    service_method_type: Literal["track-event"]
    event_key: NotRequired[str | None]
    event_payload: NotRequired[dict[str, Any] | None]
    tracking_company_id: NotRequired["Annotated[str | None, ID]"]


class InternalScheduledReportBuilderReportData(TypedDict):
    service_method_type: Literal["schedule-report-builder-report"]
    report_id: "Annotated[str, ID]"


class Code(TypedDict):
    type: Literal["code"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]
    data: NotRequired[Any]


class MultiBranchSplit(TypedDict):
    type: Literal["multi-branch-split"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired[Any]
    data: NotRequired["MultiBranchSplitActionData | None"]


class MultiBranchSplitActionData(TypedDict):
    branches: "list[Branche]"
    name: str


class Branche(TypedDict):
    branch_id: "Annotated[str, ID]"
    order: NotRequired[int | None]
    is_else: NotRequired[bool]
    branch_filter: NotRequired["BranchFilter | None"]
    links: NotRequired["Links | None"]
    name: NotRequired[str | None]


class ListUpdate(TypedDict):
    data: "ListUpdateActionData"
    type: Literal["list-update"]
    id: NotRequired["Annotated[str | None, ID]"]
    temporary_id: NotRequired["Annotated[str | None, ID]"]
    links: NotRequired["Links | None"]


class ListUpdateActionData(TypedDict):
    name: str
    on_execution: "Annotated[bool | None, {'enum': [False, True, None]}]"
    list_id: "Annotated[str | None, ID]"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


FieldsFlowAction = Literal[
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
]  # fmt: skip
FlowActionAttributes = TypedDict("FlowActionAttributes", {"definition": "Definition"})
Data = TypedDict("Data", {"action_output_filter": "ActionOutputFilter | None"})
ActionOutputFilter = TypedDict(
    "ActionOutputFilter", {"condition_groups": "Annotated[list[ConditionGroup], {'minItems': 1}]"}
)
ConditionGroup = TypedDict("ConditionGroup", {"conditions": "Annotated[list[ActionOutput], {'minItems': 1}]"})
Links = TypedDict("Links", {"next": str | None}, total=False)
ConditionalBranchActionData = TypedDict(
    "ConditionalBranchActionData", {"profile_filter": "ProfileFilterOrAdditionalFilters | None"}
)
ProfileFilterOrAdditionalFilters = TypedDict(
    "ProfileFilterOrAdditionalFilters",
    {"condition_groups": "Annotated[list[ProfileFilterOrAdditionalFiltersConditionGroup], {'minItems': 1}]"},
)
ProfileFilterOrAdditionalFiltersConditionGroup = TypedDict(
    "ProfileFilterOrAdditionalFiltersConditionGroup", {"conditions": "Annotated[list[Condition], {'minItems': 1}]"}
)
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
Increment = TypedDict("Increment", {"badge_config": Literal["increment_one"]})
TriggerFilter = TypedDict(
    "TriggerFilter", {"condition_groups": "Annotated[list[TriggerFilterConditionGroup], {'minItems': 1}]"}
)
TriggerFilterConditionGroup = TypedDict(
    "TriggerFilterConditionGroup",
    {"conditions": "Annotated[list[TriggerFilterConditionGroupCondition], {'minItems': 1}]"},
)
InternalUnknownServiceData = TypedDict("InternalUnknownServiceData", {"service_method_type": Literal["unknown"]})
BranchFilter = TypedDict(
    "BranchFilter", {"condition_groups": "Annotated[list[BranchFilterConditionGroup], {'minItems': 1}]"}
)
BranchFilterConditionGroup = TypedDict(
    "BranchFilterConditionGroup",
    {"conditions": "Annotated[list[BranchFilterConditionGroupCondition], {'minItems': 1}]"},
)
Filter = (
    String | StringArrayOperatorStringArrayFilter | Numeric | NumericRangeFilter | Boolean | Existence
)  # fmt: skip
ProfilePropertyFilter = (
    String | StringArrayOperatorStringArrayFilter | StringPhoneOperatorStringArrayFilter | Numeric | Boolean | Date |
    StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter |
    ListLengthFilter | Existence
)  # fmt: skip
TimeframeFilter = (
    Date | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeDateRangeFilter
)  # fmt: skip
ProfilePredictiveAnalyticsFilter = (
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
ProfileMetricTimeframeFilter = (
    Date | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | AlltimeDateFilter | SinceFlowStartDateFilter
)  # fmt: skip
MetricFilterFilter = (
    String | StringArrayOperatorStringArrayFilter | Existence | ListSetFilter | ListLengthFilter | ListSubstringFilter |
    Boolean | Numeric
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
Condition = (
    ProfileProperty | ProfileGroupMembership | ProfileNoGroupMembershipCondition | ProfileRegion |
    ProfilePostalCodeDistance | ProfilePredictiveAnalytics | ProfilePredictiveAnalyticsStringCondition |
    ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition |
    ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsent | ProfileMetric | ProfileSample |
    ProfileHasCustomObject | ProfilePermissions | ProfileNotSentEmail | ProfileNotSentSms | ProfileNotSentPush
)  # fmt: skip
MetricPropertyFilter = (
    String | StringArrayOperatorStringArrayFilter | Numeric | NumericRangeFilter | Boolean | Date |
    StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter |
    RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter |
    ListLengthFilter | Existence
)  # fmt: skip
CustomObjectTriggerPropertyFilter = (
    String | Numeric | NumericRangeFilter | Boolean | Date | StaticDateRangeFilter |
    RelativeDateOperatorBaseRelativeDateFilter | RelativeDateRangeFilter | ListContainsOperatorListContainsFilter |
    ListLengthFilter | Existence
)  # fmt: skip
TriggerFilterConditionGroupCondition = (
    MetricProperty | CustomObjectTriggerProperty | CustomObjectProperty | PriceDropProperty | LowInventoryProperty
)  # fmt: skip
ProfileOperation = (
    ProfileOperationUpdateOrCreateString | ProfileOperationUpdateOrCreateBoolean |
    ProfileOperationUpdateOrCreateNumeric | ProfileOperationUpdateOrCreateDate | ProfileOperationUpdateOrCreateList |
    ProfileOperationDelete
)  # fmt: skip
ServiceConfiguration = (
    InternalScheduledReportData | InternalTrackEventData | InternalScheduledReportBuilderReportData |
    InternalUnknownServiceData
)  # fmt: skip
BranchFilterConditionGroupCondition = (
    ProfileProperty | ProfileGroupMembership | ProfileNoGroupMembershipCondition | ProfileRegion |
    ProfilePostalCodeDistance | ProfilePredictiveAnalytics | ProfilePredictiveAnalyticsStringCondition |
    ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition |
    ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsent | ProfileMetric | ProfileSample |
    ProfileHasCustomObject | ProfilePermissions | ProfileNotSentEmail | ProfileNotSentSms | ProfileNotSentPush |
    MetricProperty | CustomObjectTriggerProperty
)  # fmt: skip
Definition = (
    ActionOutputSplit | BackInStockDelay | ConditionalSplit | ContentExperiment | SendEmail | SendMobilePush | SendSms |
    SendWebhook | SendInternalAlert | SendWhatsapp | TimeDelay | TriggerSplit | UpdateProfile | TargetDate |
    CountdownDelay | AbTest | InternalService | Code | MultiBranchSplit | ListUpdate
)  # fmt: skip


def find_id_mismatch(body: Any, id: str) -> Iterator[dict[str, str]]:
    if body["data"]["id"] != id:
        yield fault(("body", "data", "id"), f"the id of the path, '{id}'", describe_value(body["data"]["id"]))


# ---- Shared by all scripts: errors, validation, the request ----
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
MAX_ATTEMPTS = 7
MAX_RESPONSE_BYTES = 256_000_000
MAX_FAULTS = 20  # that are reported
MAX_COUNTED = 1000  # faults
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
ID = {"pattern": r"\S", "expected": "an ID"}
TIME = {
    "pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?\Z",
    "expected": "a time of day such as 09:00:00",
}


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent.

    `faults`: the first of them, each with `pointer` (of JSON), `expected` and `actual` in words. `count`: of all.
    """

    def __init__(self, faults: list[dict[str, str]], count: int = 0) -> None:
        self.faults, self.count = faults[:MAX_FAULTS], max(count, len(faults))
        more = " or more" if self.count >= MAX_COUNTED else ""
        lines = [f"Request not sent. Faults in the arguments: {self.count:,}{more}", *map(sentence, self.faults)]
        super().__init__("\n".join(lines))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made.

    `status`: of the response, None if there was none. `errors`: Klaviyo's error objects. `retry_after`: in seconds.
    """

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: int | None = None) -> None:
        super().__init__(text[:2000])
        self.status, self.retry_after = status, retry_after
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def fault(path: Any, expected: str, actual: str) -> dict[str, str]:
    """Return a fault as data. `path`: names and indexes that lead to the place, from the arguments on."""
    pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
    return {"pointer": pointer[:500], "expected": expected[:300], "actual": actual[:100]}


def sentence(fault: dict[str, str]) -> str:
    """Return a fault in words, such as /id: an ID, not blank."""
    contrast = "but it is missing" if fault["actual"] == "missing" else f"not {fault['actual']}"
    return "{pointer}: {expected}, ".format(**fault) + contrast


TYPES = {"string": "a text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
TYPES |= {"null": "null", "array": "a list", "object": "an object"}
FORMATS_IN_WORDS = {"date-time": "a time such as 2026-10-15T09:30:00Z", "date": "a date such as 2026-10-15"}
FORMATS_IN_WORDS |= {"account": "a resource with either apiKey, a private API key, or token, an access token"}
LIMITS = {"maximum": "at most {}", "minimum": "at least {}"}
LIMITS |= {"maxItems": "at most {:,} items", "minItems": "at least {:,} item"}
LIMITS |= {"maxLength": "at most {:,} characters", "minLength": "at least {:,} character"}
LIMITS |= {"maxProperties": "at most {:,} properties"}


def describe(error: Any) -> dict[str, str]:
    """Return the fault of an error of jsonschema."""
    path, schema, value = list(error.absolute_path), error.schema, error.instance
    if path == ["auth"]:  # what is there may be a key, and is not shown
        return fault(path, describe_schema(schema), describe_account(value))
    if error.validator == "required":
        name = error.message.removesuffix(" is a required property").strip("'")
        return fault([*path, name], describe_schema(schema["properties"][name]), "missing")
    if error.validator in LIMITS:
        return fault(path, LIMITS[error.validator].format(error.validator_value), describe_size(value))
    if error.validator == "oneOf" and error.message:
        return fault(path, error.message, describe_value(value))
    return fault(path, describe_schema(schema, value), describe_value(value))


def describe_schema(schema: Any, value: Any = None) -> str:
    """Return what a schema asks for; of an enum, what is most similar to the value comes first."""
    types = schema.get("type", [])
    or_null = " or null" if "null" in types and types != "null" else ""
    if "expected" in schema:
        return f"{schema['expected']}{or_null}"
    if "format" in schema:
        return FORMATS_IN_WORDS[schema["format"]] + or_null
    if "enum" in schema:
        return describe_choices(schema["enum"], value)
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(describe_schema(member) for member in schema["oneOf"]))
    if "id" in schema.get("properties", ()):
        return f"an object with {describe_schema(schema['properties']['id'])}"
    return " or ".join(TYPES[name] for name in ([types] if isinstance(types, str) else types)) or "a value"


def describe_choices(choices: list[Any], value: Any) -> str:
    """Return the values that there are, at most ten of them, the most similar first."""
    if value is not None:
        text = str(value)[:100]
        similarity = {choice: SequenceMatcher(None, str(choice), text).ratio() for choice in choices}
        choices = sorted(choices, key=lambda choice: (choice is None, -similarity[choice]))
    names = list(map(describe_value, choices))
    if len(names) > 10:
        return f"one of {', '.join(names[:10])} and {len(names) - 10} more"
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def describe_value(value: Any) -> str:
    """Return what a value of JSON is."""
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:40]}…"
        return f"'{text}'" if value.strip() else "blank"
    if isinstance(value, dict):
        names = [f"{str(name)[:20]}" for name in list(value)[:3]]
        return f"an object with {', '.join(names)}{', …' * (len(value) > 3)}" if value else "an empty object"
    if isinstance(value, list):
        return f"a list of {len(value):,}" if value else "an empty list"
    texts = {None: "null", True: "true", False: "false"}
    return texts[value] if value is None or isinstance(value, bool) else str(value)


def describe_size(value: Any) -> str:
    """Return a number, or how long a text, a list or an object is."""
    units: Any = {str: "characters", list: "items", dict: "properties"}
    return f"{len(value):,} {units[type(value)]}" if type(value) in units else str(value)


def describe_account(auth: Any) -> str:
    """Return which fields of the account are filled in; never what is in them."""
    if not isinstance(auth, dict):
        return "null" if auth is None else "a text" if isinstance(auth, str) else "another value"
    names = [name for name in ("apiKey", "token") if auth.get(name)]
    if len(names) == 1:
        return f"{names[0]} with spaces or other special characters"
    return "both" if names else "an object without them"


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text of nothing but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_arguments(main: Callable[..., Any]) -> dict[str, Any]:
    """Return the arguments on stdin; null for those that are missing, as in Windmill. Exits if there are none."""
    names = list(inspect.signature(main).parameters)
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError):
        arguments = None
    if not isinstance(arguments, dict):
        sys.exit(f"Standard input must be a JSON object with the arguments {', '.join(names)}.")
    for name in arguments.keys() - names:
        similar = "".join(f" Did you mean {match}?" for match in get_close_matches(name, names, 1))
        sys.exit(f"There is no argument {name}.{similar} The arguments are {', '.join(names)}.")
    return dict.fromkeys(names) | arguments


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
    optional = arguments.keys() - validator.schema["required"]
    arguments = {
        name: value
        for name, value in arguments.items()
        if value is not None and not (name in optional and is_blank(value))
    }
    encoded = {name: encode(name, value) for name, value in arguments.items()}
    try:
        errors = list(islice(validator.iter_errors(arguments), MAX_COUNTED))
    except RecursionError:
        raise InvalidInput([fault((), "arguments with fewer levels", "nested so deeply")]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:MAX_FAULTS])), len(errors))
    return encoded


def encode(name: str, value: Any) -> bytes:
    """Return an argument as JSON. Raises InvalidInput for what JSON does not have."""
    try:
        return json.dumps(value, **COMPACT).encode()
    except RecursionError:
        expected, actual = "fewer levels", "nested so deeply"
    except (TypeError, ValueError):  # a Decimal, NaN, half a surrogate pair, a number of 5,000 digits
        expected, actual = "text, finite numbers, true, false, null, lists and objects of these", "other values"
    raise InvalidInput([fault((name,), expected, actual)])


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
    """The keyword `oneOf`, with the faults of the member that is meant."""
    candidates = [member for member in members if constants_fit(value, member)]
    valid = [member for member in candidates if next(validator.descend(value, member), None) is None]
    if len(valid) == 1:
        return
    if valid:
        yield ValidationError(f"what fits only one of the {len(members)} kinds of values")
        return
    objects = [member for member in members if "properties" in member]
    if not isinstance(value, dict) or not objects:
        same_type = [member for member in members if type_fits(validator, value, member)]
        yield from validator.descend(value, same_type[0]) if len(same_type) == 1 else [ValidationError("")]
    elif name := find_wrong_constant(value, objects):
        choices = list(dict.fromkeys(choice for member in objects for choice in member["properties"][name]["enum"]))
        yield ValidationError("", "enum", [name], instance=value[name], schema={"enum": choices})
    else:
        yield from validator.descend(value, choose_member(value, objects))


def constants_fit(value: Any, schema: Any) -> bool:
    """Return whether no enum of a property contradicts the value."""
    if not isinstance(value, dict):
        return True
    properties = schema.get("properties", {})
    return all(item in properties.get(name, {}).get("enum", [item]) for name, item in value.items())


def type_fits(validator: Any, value: Any, schema: Any) -> bool:
    return any(validator.is_type(value, name) for name in types_of(schema))


def find_wrong_constant(value: dict[str, Any], members: list[Any]) -> str | None:
    """Return the name of a property that tells the members apart, if its value is that of none of them."""
    for name, item in value.items():
        enums = [member["properties"].get(name, {}).get("enum") for member in members]
        if all(enums) and not any(item in enum for enum in enums):
            return name
    return None


def choose_member(value: dict[str, Any], members: list[Any]) -> Any:
    """Return the member that the value is meant to be: the one with its constants, else the one with its keys."""

    def likeness(member: Any) -> tuple[int, int, int]:
        properties = member["properties"]
        constants = {name: part["enum"] for name, part in properties.items() if len(part.get("enum", ())) == 1}
        wrong = sum(value[name] not in enum for name, enum in constants.items() if name in value)
        return -wrong, len(value.keys() & properties.keys()), -len(set(member["required"]) - value.keys())

    return max(members, key=likeness)


def merge_unions(schema: Any) -> Any:
    """Return the schema with one object in place of each union, which has the properties of all of its members."""
    merged: dict[int, Any] = {}  # by the id of a schema, as the schema of a type is used in many places

    def merge(part: Any) -> Any:
        if id(part) not in merged and "oneOf" in part:
            merged[id(part)] = merge_members([merge(member) for member in part["oneOf"]])
        elif id(part) not in merged:
            properties = {name: merge(inner) for name, inner in part.get("properties", {}).items()}
            items = {"items": merge(part["items"])} if "items" in part else {}
            merged[id(part)] = part | ({"properties": properties} if properties else {}) | items
        return merged[id(part)]

    return merge(schema)


def merge_members(members: list[Any]) -> Any:
    """Return one schema of all types, properties and items that the members have; required is what all require.

    `mixed`: values of different types, which a form asks for in a JSON editor. `members`: the objects, each with its
    constants.
    """
    types = [name for member in members for name in types_of(member)]
    merged: dict[str, Any] = {"type": types, "mixed": len({*types} - {"null"}) > 1}
    if objects := [member for member in members if "properties" in member]:
        parts: dict[str, list[Any]] = {}
        for member in objects:
            for name, part in member["properties"].items():
                parts.setdefault(name, []).append(part)
        merged["properties"] = {name: merge_members(same) if len(same) > 1 else same[0] for name, same in parts.items()}
        merged["required"] = [name for name in parts if all(name in member["required"] for member in objects)]
        merged["members"] = [(constants_of(member), member) for member in objects]
    if items := [member["items"] for member in members if "items" in member]:
        merged["items"] = merge_members(items)
    return merged


def constants_of(schema: Any) -> dict[str, Any]:
    """Return the properties that have one value."""
    enums = {name: part["enum"] for name, part in schema["properties"].items() if "enum" in part}
    return {name: enum[0] for name, enum in enums.items() if len(enum) == 1}


def types_of(schema: Any) -> list[str]:
    """Return the names of the types that a schema allows; an enum has texts."""
    types = schema.get("type", "string" if "enum" in schema else "object")
    return [types] if isinstance(types, str) else types


MAX_UNKNOWN = 20  # lines about properties that Klaviyo does not document


class Log:
    """Says what becomes of some places of a body, once each, on stderr: Windmill shows it in the job's log."""

    def __init__(self) -> None:
        self.omitted: set[str] = set()
        self.unknown: set[str] = set()

    def write_omitted(self, place: str) -> None:
        if place not in self.omitted:
            self.omitted.add(place)
            print(f"{place}: omitted, because it is empty", file=sys.stderr)

    def write_unknown(self, place: str, names: Any) -> None:
        """Name a property that is not among the documented names, unless there have been many of them."""
        if place not in self.unknown and len(self.unknown) < MAX_UNKNOWN:
            self.unknown.add(place)
            similar = get_close_matches(place.rpartition("/")[2][:100], names, 1)
            question = f"; did you mean {similar[0]}?" if similar else ""
            print(f"{place[:200]}: unknown, sent anyway{question}", file=sys.stderr)


def read_form(value: Any, schema: Any, log: Log, place: str = "/body", meant: Any = None) -> Any:
    """Return the value as it is to be sent: JSON text decoded, what a form leaves out and empty objects left out.

    The items of a list share a place in the log. `schema` has the properties of all members of a union; `meant` is that
    of the member which the value belongs to, and says what is required.
    """
    meant = meant or schema
    if isinstance(value, str):
        value = decode_json_text(value, schema)
    if isinstance(value, list) and "items" in schema:
        return [read_form(item, schema["items"], log, f"{place}/*", meant.get("items")) for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    meant = find_member(value, meant)
    properties, required = schema["properties"], meant.get("required", ())
    parts = {}
    for name, item in value.items():
        if name not in properties:
            log.write_unknown(f"{place}/{name}", properties)
            parts[name] = item
            continue
        if isinstance(item, str):
            item = decode_json_text(item, properties[name])
        if isinstance(item, dict) and "kind" in item and is_reference(properties[name]):  # the tab chosen in the form
            if item["kind"] == "Leave out":
                continue
            item = {key: part for key, part in item.items() if key != "kind"}
        if isinstance(item, (dict, list)):
            member = meant.get("properties", {}).get(name)
            item = read_form(item, properties[name], log, f"{place}/{name}", member)
        if isinstance(item, dict) and name not in required and is_empty(item, properties[name]):
            log.write_omitted(f"{place}/{name}")
            continue
        parts[name] = item
    return parts


def find_member(value: dict[str, Any], schema: Any) -> Any:
    """Return the one member of a merged union whose constants an object has; else the schema itself."""
    fitting = [
        member
        for constants, member in schema.get("members", ())
        if constants and all(value.get(name) == constant for name, constant in constants.items())
    ]
    return fitting[0] if len(fitting) == 1 else schema


def decode_json_text(text: str, schema: Any) -> Any:
    """Return what a text holds where no text belongs: true, false, an object or a list, as forms send them."""
    if text[:1] in ("{", "[", "t", "f") and "string" not in schema.get("type", "string"):
        with suppress(ValueError, RecursionError):
            return json.loads(text)
    return text


def is_empty(value: Any, schema: Any) -> bool:
    """Return whether there is nothing in an object but empty ones, and the type of a resource, which forms fill in.

    A reference is never empty: without it, the request could mean more. A JSON editor of a form that nobody used sends
    an empty object, whatever belongs there.
    """
    if value == {} and schema.get("mixed"):
        return True
    if not isinstance(value, dict) or "properties" not in schema or is_reference(schema):
        return False
    properties = schema["properties"]
    filled_in = {"type"} if "attributes" in properties else set()
    return all(is_empty(item, properties.get(name, {})) for name, item in value.items() if name not in filled_in)


def is_reference(schema: Any) -> bool:
    """Return whether an object refers to one other resource, by the type and id in its `data`."""
    properties = schema.get("properties", {})
    data = properties["data"].get("properties", {}) if properties.keys() == {"data"} else {}
    return "id" in data and "type" in data and "attributes" not in data


FAILURES: dict[type[Exception], str] = {
    requests.exceptions.ConnectTimeout: f"no connection within {TIMEOUT[0]} s",
    requests.exceptions.ReadTimeout: f"nothing received for {TIMEOUT[1]} s",
    requests.exceptions.SSLError: "the connection is not secure (TLS)",
    requests.exceptions.ProxyError: "the proxy refused the connection",
    requests.exceptions.ContentDecodingError: "it cannot be decompressed",
}


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, is_read: bool, **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response, None if it is empty. Raises KlaviyoError.

    After a 429, it is sent again: Klaviyo has not processed it. A read is also sent again after a 5xx, half a response
    or none; a write is not, because Klaviyo may have made it.
    """
    for attempt in range(MAX_ATTEMPTS):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            with requests.request(
                method, url, timeout=TIMEOUT, allow_redirects=False, stream=True, auth=lambda r: r, **request
            ) as response:
                return decode(response, is_read)
        except KlaviyoError as error:
            failure = error
        except json.JSONDecodeError as error:
            failure = KlaviyoError(f"incomplete response: {error.doc or 'empty'}")
        except (OSError, ValueError) as error:
            reason = FAILURES.get(type(error), "the connection failed or broke off")
            failure = KlaviyoError(f"no response: {reason}")
        wait = max(2**attempt, failure.retry_after or 0)
        if not can_retry(failure.status, is_read) or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def can_retry(status: int | None, is_read: bool) -> bool:
    """Return whether another attempt does no harm and may succeed."""
    return status == 429 or (is_read and (status is None or status >= 500))


def decode(response: requests.Response, is_read: bool) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError, JSONDecodeError for half of a read."""
    text = read_text(response)
    is_success = 200 <= response.status_code < 300
    must_be_json = is_success and is_read
    content: dict[str, Any] | None = None
    try:
        content = json.loads(text) if text or must_be_json else None
        if is_success:
            return content
    except json.JSONDecodeError:  # an error page, perhaps of a proxy, or a response that broke off
        if must_be_json:
            raise
    except (ValueError, RecursionError):  # a number with 5,000 digits, a hundred thousand levels
        pass
    errors = content.get("errors") if isinstance(content, dict) else None
    wait = parse_retry_after(response.headers.get("Retry-After"))
    raise KlaviyoError(f"{response.status_code} {text}", response.status_code, errors, wait)


def read_text(response: requests.Response) -> str:
    """Return the text of a response, without the key if Klaviyo repeats it. Raises KlaviyoError if it is too large."""
    content = bytearray()
    for chunk in response.iter_content(65536):
        content += chunk
        if len(content) > MAX_RESPONSE_BYTES:
            raise KlaviyoError(f"{response.status_code}, more than {MAX_RESPONSE_BYTES:,} bytes", response.status_code)
    text = content.decode("utf-8-sig", errors="replace")
    _, _, key = response.request.headers.get("Authorization", "").partition(" ")
    return text.replace(key, "***") if key else text


def parse_retry_after(header: str | None) -> int | None:
    """Return how many seconds to wait, which may be given as a number or as a date; None if it is neither."""
    try:
        seconds = float(header or "")
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header or "") - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return None
    return math.ceil(min(max(seconds, 0), 999_999_999)) if not math.isnan(seconds) else None


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):  # written in quotes; typing.get_type_hints would take far longer
        return schema_of(eval(annotation))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        return schema_of_object(annotation)
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


@functools.cache
def schema_of_object(typed_dict: Any) -> Any:
    """Return the JSON Schema of a TypedDict, the same one wherever the type is used."""
    properties = {name: schema_of(annotation) for name, annotation in typed_dict.__annotations__.items()}
    required = [name for name in typed_dict.__required_keys__ if not is_in_quotes(typed_dict.__annotations__[name])]
    return {"type": "object", "properties": properties, "required": sorted(required)}


def is_in_quotes(annotation: Any) -> bool:
    """Return whether NotRequired is in quotes, as all annotations are that Python does not evaluate."""
    return isinstance(annotation, ForwardRef) and annotation.__forward_arg__.startswith("NotRequired[")


SCHEMA: Any = schema_of(Arguments)
BODY = merge_unions(SCHEMA["properties"]["body"])
KEYWORDS = {**Draft202012Validator.VALIDATORS, "oneOf": one_of}
VALIDATOR = create(Draft202012Validator.META_SCHEMA, KEYWORDS)(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
