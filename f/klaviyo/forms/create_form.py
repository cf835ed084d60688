# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Form: POST /api/forms

Creates a draft form from a definition of its versions, steps and triggers, and returns it. Visitors see it only after
publish_form. Repeating the call creates another form.

Rate: 3/s burst, 60/m steady. Scopes: forms:write.
Reference: https://developers.klaviyo.com/en/reference/create_form
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
    auth: klaviyo, revision: str | None, body: "Body", fields_form: list[str] | None = None
) -> dict[str, Any] | None:
    """Return `data`, the form with the attributes status, ab_test, name, definition, created_at, updated_at.

    Args:
        auth: Klaviyo resource with an API key or access token (scope forms:write).
        revision: API revision, a date.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
        fields_form: Fields to return for each form.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = read_form(body, BODY, Log())
    payload = validate(
        {
            "auth": auth,
            "revision": revision,
            "body": body,
            "fields_form": fields_form,
        },
        VALIDATOR,
    )["body"]
    return send(
        "POST",
        f"{API}/api/forms",
        IS_READ,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        params=query_params({"fields[form]": fields_form}),
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[
        Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?\Z", "expected": "a date such as 2026-10-15"}]
    ]
    body: "Body"
    fields_form: NotRequired["list[FieldsForm]"]


class Body(TypedDict):
    data: "Form"


class Form(TypedDict):
    type: Literal["form"]
    attributes: "FormAttributes"


class FormAttributes(TypedDict):
    definition: "Definition"
    status: Literal["draft"]
    ab_test: bool
    name: str


class Version(TypedDict):
    steps: "list[Step]"
    id: NotRequired[int | None]
    triggers: NotRequired["list[Trigger]"]
    teasers: NotRequired["list[Teaser]"]
    dynamic_button: NotRequired["BACKINSTOCKOPEN | None"]
    name: NotRequired[str | None]
    styles: NotRequired["Styles"]
    properties: NotRequired["Properties"]
    type: NotRequired[Literal["banner", "embed", "flyout", "full_screen", "popup"]]
    location: NotRequired["VersionLocation"]
    status: NotRequired[Literal["draft", "live"]]
    ab_test: NotRequired[bool]
    specialties: NotRequired[list[Literal["BACK_IN_STOCK"]]]
    channel: NotRequired[Literal["IN_APP", "WEB"]]
    message_priority: NotRequired[int]


class Step(TypedDict):
    columns: "list[Column]"
    id: NotRequired["Annotated[str | None, ID]"]
    name: NotRequired[str | None]
    steps: NotRequired[list[Annotated[dict[str, Any], {"$ref": "#/$defs/Step"}]] | None]


class Column(TypedDict, total=False):
    id: "Annotated[str | None, ID]"
    rows: "list[Row]"
    styles: "ColumnStyles | None"


class Row(TypedDict):
    blocks: "list[Block]"
    id: NotRequired["Annotated[str | None, ID]"]


class Button(TypedDict):
    type: Literal["button"]
    properties: "ButtonProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["ButtonStyles"]
    action: NotRequired["Action"]


class ButtonProperties(TypedDict):
    label: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    additional_fields: NotRequired["list[AdditionalField] | None"]


class AdditionalField(TypedDict):
    name: str
    value: str


class ButtonStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    width: Literal["fill", "fit"]
    height: int | Literal["auto"]
    alignment: Literal["center", "left", "right"]
    hover_background_color: str | None
    hover_text_color: str | None
    border_styles: "BorderStyles"
    text_styles: "TextOrLinkStyles"
    color: str | None
    drop_shadow: "DropShadow"


class PaddingOrMargin(TypedDict, total=False):
    left: int
    right: int
    top: int
    bottom: int


class BorderStyles(TypedDict, total=False):
    radius: int
    color: str | None
    style: Literal["dashed", "dotted", "solid", None]
    thickness: int | None


class TextOrLinkStyles(TypedDict, total=False):
    font_family: str
    font_size: int
    font_weight: Literal[100, 200, 300, 400, 500, 600, 700, 800, 900, None]
    text_color: str
    character_spacing: int | None
    font_style: str | None
    text_decoration: str | None


class DropShadow(TypedDict, total=False):
    enabled: bool
    color: str
    blur: int
    x_offset: int
    y_offset: int


class Close(TypedDict):
    submit: bool
    type: Literal["close"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CloseOrNextStepOrSubmitBackInStockProperties | None"]


class NextStep(TypedDict):
    submit: bool
    type: Literal["next_step"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CloseOrNextStepOrSubmitBackInStockProperties | None"]


class OpenForm(TypedDict):
    type: Literal["open_form"]
    properties: "OpenFormProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]


class OpenFormProperties(TypedDict):
    form_id_to_open: str
    close_form: NotRequired[bool]


class PromotionalSmsSubscription(TypedDict):
    type: Literal["promotional_sms_subscription"]
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]
    properties: NotRequired[None]


class Redirect(TypedDict):
    submit: bool
    type: Literal["redirect"]
    properties: "RedirectProperties"
    id: NotRequired["Annotated[str | None, ID]"]


class RedirectProperties(TypedDict, total=False):
    list_id: "Annotated[str | None, ID]"
    url: str
    new_window: bool


class ResendOptInCode(TypedDict):
    type: Literal["resend_opt_in_code"]
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [False]}]"]
    properties: NotRequired[None]


class SubmitOptInCode(TypedDict):
    type: Literal["submit_opt_in_code"]
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]
    properties: NotRequired[None]


class SubscribeViaSms(TypedDict):
    type: Literal["subscribe_via_sms"]
    properties: "SubscribeViaProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]


class SubscribeViaProperties(TypedDict):
    opt_in_keyword: str | None
    opt_in_message: str
    sending_number: str | None


class SubscribeViaWhatsapp(TypedDict):
    type: Literal["subscribe_via_whatsapp"]
    properties: "SubscribeViaProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]


class GoToInbox(TypedDict):
    type: Literal["go_to_inbox"]
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]
    properties: NotRequired[None]


class SubmitBackInStock(TypedDict):
    type: Literal["submit_back_in_stock"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CloseOrNextStepOrSubmitBackInStockProperties | None"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]


class SkipToSuccess(TypedDict):
    type: Literal["skip_to_success"]
    properties: Annotated[dict[str, Any], {"maxProperties": 0}]
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [False]}]"]


class IafDeeplinkToScreen(TypedDict):
    type: Literal["iaf_deeplink_to_screen"]
    properties: "IafDeeplinkToScreenProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    submit: NotRequired["Annotated[bool, {'enum': [True]}]"]


class AgeGate(TypedDict):
    type: Literal["age_gate"]
    properties: "AgeGateProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]


class AgeGateProperties(TypedDict, total=False):
    display_device: list[Literal["both", "desktop", "mobile"]]
    classname: str | None
    label: str | None
    show_label: bool
    placeholder: str | None
    error_messages: "ErrorMessages | None"
    property_name: Literal["$age_gated_date_of_birth"]
    date_format: str
    sms_country_code: Literal["AT", "AU", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "PT", "US"]
    required: "Annotated[bool, {'enum': [True]}]"


class ErrorMessages(TypedDict, total=False):
    required: str
    invalid: str


class AgeGateOrOtherStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None


class Coupon(TypedDict):
    type: Literal["coupon"]
    properties: "CouponProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["CouponStyles"]


class CouponProperties(TypedDict):
    coupon: "Unique | Static"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    success_message: NotRequired[str | None]


class Unique(TypedDict):
    type: Literal["unique"]
    id: NotRequired[int | None]
    code: NotRequired[str | None]
    fallback_coupon_code: NotRequired[str | None]
    integration: NotRequired["Integration"]


Integration = Literal[
    "api", "magento_two", "prestashop", "shopify", "uploaded", "woocommerce"
]  # fmt: skip


class Static(TypedDict):
    type: Literal["static"]
    text: NotRequired[str | None]


class CouponStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    text_styles: "TextOrLinkStyles"
    border_styles: "BorderStyles | None"
    coupon_background_color: str | None


class Date(TypedDict):
    type: Literal["date"]
    properties: "DateProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class DateProperties(TypedDict):
    property_name: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    date_format: NotRequired[str]


class Email(TypedDict):
    type: Literal["email"]
    properties: "EmailProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class EmailProperties(TypedDict, total=False):
    display_device: list[Literal["both", "desktop", "mobile"]]
    classname: str | None
    label: str | None
    show_label: bool
    placeholder: str | None
    required: bool | None
    error_messages: "ErrorMessages | None"
    property_name: Literal["$email"]


class HtmlText(TypedDict):
    type: Literal["html_text"]
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]
    properties: NotRequired["HTMLTextOrCustomHTMLProperties"]


class HTMLTextOrCustomHTMLProperties(TypedDict, total=False):
    display_device: list[Literal["both", "desktop", "mobile"]]
    classname: str | None
    content: str


class OptInCode(TypedDict):
    type: Literal["opt_in_code"]
    properties: "OptInCodeProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class OptInCodeProperties(TypedDict, total=False):
    classname: str | None
    label: str | None
    show_label: bool
    placeholder: str | None
    error_messages: "ErrorMessages | None"
    property_name: Literal["opt_in_code"]
    required: "Annotated[bool, {'enum': [True]}]"
    display_device: list[Literal["both", "desktop", "mobile"]]


class PhoneNumber(TypedDict):
    type: Literal["phone_number"]
    properties: "PhoneNumberProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class PhoneNumberProperties(TypedDict, total=False):
    display_device: list[Literal["both", "desktop", "mobile"]]
    classname: str | None
    label: str | None
    show_label: bool
    placeholder: str | None
    required: bool | None
    error_messages: "ErrorMessages | None"
    property_name: str
    sms_consent_type: list[Literal["phone_number_only", "promotional", "transactional"]] | None
    channel_settings: "ChannelSettings | None"


class ChannelSettings(TypedDict, total=False):
    sms: "PhoneNumberConsentChannelSettings"
    whatsapp: "PhoneNumberConsentChannelSettings"


class PromotionalSmsCheckbox(TypedDict):
    type: Literal["promotional_sms_checkbox"]
    properties: "SMSConsentCheckboxProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["ConsentCheckboxStyles"]


class SMSConsentCheckboxProperties(TypedDict):
    checkbox_text: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    error_messages: NotRequired["ErrorMessages | None"]
    required: NotRequired["Annotated[bool, {'enum': [False]}]"]
    property_name: NotRequired[Literal["opt_in_promotional_sms"]]
    placeholder: NotRequired[None]
    channels: NotRequired[list[Literal["sms", "whatsapp"]]]


class ConsentCheckboxStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    horizontal_alignment: Literal["center", "left", "right"]


class RowText(TypedDict):
    type: Literal["text"]
    properties: "TextProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class TextProperties(TypedDict):
    property_name: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]


class Checkboxes(TypedDict):
    type: Literal["checkboxes"]
    properties: "CheckboxesOrRadioButtonsOrDropdownProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["CheckboxesOrRadioButtonsStyles"]


class CheckboxesOrRadioButtonsOrDropdownProperties(TypedDict):
    property_name: str
    options: "list[Option]"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    placeholder: NotRequired[str | None]


class Option(TypedDict):
    label: str
    value: str


class CheckboxesOrRadioButtonsStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    arrangement: Literal["horizontal", "vertical"]
    alignment: Literal["center", "left", "right"]


class RadioButtons(TypedDict):
    type: Literal["radio_buttons"]
    properties: "CheckboxesOrRadioButtonsOrDropdownProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["CheckboxesOrRadioButtonsStyles"]


class Dropdown(TypedDict):
    type: Literal["dropdown"]
    properties: "CheckboxesOrRadioButtonsOrDropdownProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class Image(TypedDict):
    type: Literal["image"]
    properties: "ImageProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["ImageStyles"]
    action: NotRequired["Action | None"]


class ImageProperties(TypedDict):
    image: "ImageAssetProperties | None"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    additional_fields: NotRequired["list[AdditionalField] | None"]


class ImageAssetProperties(TypedDict, total=False):
    src: str | None
    alt_text: str | None
    original_image_url: str | None
    id: int | None
    asset_id: int | None


class ImageStyles(TypedDict, total=False):
    horizontal_alignment: Literal["center", "left", "right"]
    width: int | None
    padding: "PaddingOrMargin"
    background_color: str | None
    drop_shadow: "DropShadow"


class CountdownTimer(TypedDict):
    type: Literal["countdown_timer"]
    properties: "CountdownTimerProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["CountdownTimerStyles"]


class CountdownTimerProperties(TypedDict):
    configuration: "Fixed | Variable"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    clock_face: NotRequired[Literal["flip", "simple"]]
    animation: NotRequired[Literal["flash", "heartbeat", "pulse", None]]


class Fixed(TypedDict):
    type: Literal["fixed"]
    timezone: "Timezone"
    end_time: NotRequired[Annotated[str | None, {"format": "date-time"}]]


Timezone = Literal[
    "Africa/Abidjan", "Africa/Accra", "Africa/Addis_Ababa", "Africa/Algiers", "Africa/Asmara", "Africa/Asmera",
    "Africa/Bamako", "Africa/Bangui", "Africa/Banjul", "Africa/Bissau", "Africa/Blantyre", "Africa/Brazzaville",
    "Africa/Bujumbura", "Africa/Cairo", "Africa/Casablanca", "Africa/Ceuta", "Africa/Conakry", "Africa/Dakar",
    "Africa/Dar_es_Salaam", "Africa/Djibouti", "Africa/Douala", "Africa/El_Aaiun", "Africa/Freetown", "Africa/Gaborone",
    "Africa/Harare", "Africa/Johannesburg", "Africa/Juba", "Africa/Kampala", "Africa/Khartoum", "Africa/Kigali",
    "Africa/Kinshasa", "Africa/Lagos", "Africa/Libreville", "Africa/Lome", "Africa/Luanda", "Africa/Lubumbashi",
    "Africa/Lusaka", "Africa/Malabo", "Africa/Maputo", "Africa/Maseru", "Africa/Mbabane", "Africa/Mogadishu",
    "Africa/Monrovia", "Africa/Nairobi", "Africa/Ndjamena", "Africa/Niamey", "Africa/Nouakchott", "Africa/Ouagadougou",
    "Africa/Porto-Novo", "Africa/Sao_Tome", "Africa/Timbuktu", "Africa/Tripoli", "Africa/Tunis", "Africa/Windhoek",
    "America/Adak", "America/Anchorage", "America/Anguilla", "America/Antigua", "America/Araguaina",
    "America/Argentina/Buenos_Aires", "America/Argentina/Catamarca", "America/Argentina/ComodRivadavia",
    "America/Argentina/Cordoba", "America/Argentina/Jujuy", "America/Argentina/La_Rioja", "America/Argentina/Mendoza",
    "America/Argentina/Rio_Gallegos", "America/Argentina/Salta", "America/Argentina/San_Juan",
    "America/Argentina/San_Luis", "America/Argentina/Tucuman", "America/Argentina/Ushuaia", "America/Aruba",
    "America/Asuncion", "America/Atikokan", "America/Atka", "America/Bahia", "America/Bahia_Banderas",
    "America/Barbados", "America/Belem", "America/Belize", "America/Blanc-Sablon", "America/Boa_Vista",
    "America/Bogota", "America/Boise", "America/Buenos_Aires", "America/Cambridge_Bay", "America/Campo_Grande",
    "America/Cancun", "America/Caracas", "America/Catamarca", "America/Cayenne", "America/Cayman", "America/Chicago",
    "America/Chihuahua", "America/Ciudad_Juarez", "America/Coral_Harbour", "America/Cordoba", "America/Costa_Rica",
    "America/Creston", "America/Cuiaba", "America/Curacao", "America/Danmarkshavn", "America/Dawson",
    "America/Dawson_Creek", "America/Denver", "America/Detroit", "America/Dominica", "America/Edmonton",
    "America/Eirunepe", "America/El_Salvador", "America/Ensenada", "America/Fort_Nelson", "America/Fort_Wayne",
    "America/Fortaleza", "America/Glace_Bay", "America/Godthab", "America/Goose_Bay", "America/Grand_Turk",
    "America/Grenada", "America/Guadeloupe", "America/Guatemala", "America/Guayaquil", "America/Guyana",
    "America/Halifax", "America/Havana", "America/Hermosillo", "America/Indiana/Indianapolis", "America/Indiana/Knox",
    "America/Indiana/Marengo", "America/Indiana/Petersburg", "America/Indiana/Tell_City", "America/Indiana/Vevay",
    "America/Indiana/Vincennes", "America/Indiana/Winamac", "America/Indianapolis", "America/Inuvik", "America/Iqaluit",
    "America/Jamaica", "America/Jujuy", "America/Juneau", "America/Kentucky/Louisville", "America/Kentucky/Monticello",
    "America/Knox_IN", "America/Kralendijk", "America/La_Paz", "America/Lima", "America/Los_Angeles",
    "America/Louisville", "America/Lower_Princes", "America/Maceio", "America/Managua", "America/Manaus",
    "America/Marigot", "America/Martinique", "America/Matamoros", "America/Mazatlan", "America/Mendoza",
    "America/Menominee", "America/Merida", "America/Metlakatla", "America/Mexico_City", "America/Miquelon",
    "America/Moncton", "America/Monterrey", "America/Montevideo", "America/Montreal", "America/Montserrat",
    "America/Nassau", "America/New_York", "America/Nipigon", "America/Nome", "America/Noronha",
    "America/North_Dakota/Beulah", "America/North_Dakota/Center", "America/North_Dakota/New_Salem", "America/Nuuk",
    "America/Ojinaga", "America/Panama", "America/Pangnirtung", "America/Paramaribo", "America/Phoenix",
    "America/Port-au-Prince", "America/Port_of_Spain", "America/Porto_Acre", "America/Porto_Velho",
    "America/Puerto_Rico", "America/Punta_Arenas", "America/Rainy_River", "America/Rankin_Inlet", "America/Recife",
    "America/Regina", "America/Resolute", "America/Rio_Branco", "America/Rosario", "America/Santa_Isabel",
    "America/Santarem", "America/Santiago", "America/Santo_Domingo", "America/Sao_Paulo", "America/Scoresbysund",
    "America/Shiprock", "America/Sitka", "America/St_Barthelemy", "America/St_Johns", "America/St_Kitts",
    "America/St_Lucia", "America/St_Thomas", "America/St_Vincent", "America/Swift_Current", "America/Tegucigalpa",
    "America/Thule", "America/Thunder_Bay", "America/Tijuana", "America/Toronto", "America/Tortola",
    "America/Vancouver", "America/Virgin", "America/Whitehorse", "America/Winnipeg", "America/Yakutat",
    "America/Yellowknife", "Antarctica/Casey", "Antarctica/Davis", "Antarctica/DumontDUrville", "Antarctica/Macquarie",
    "Antarctica/Mawson", "Antarctica/McMurdo", "Antarctica/Palmer", "Antarctica/Rothera", "Antarctica/South_Pole",
    "Antarctica/Syowa", "Antarctica/Troll", "Antarctica/Vostok", "Arctic/Longyearbyen", "Asia/Aden", "Asia/Almaty",
    "Asia/Amman", "Asia/Anadyr", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Ashgabat", "Asia/Ashkhabad", "Asia/Atyrau",
    "Asia/Baghdad", "Asia/Bahrain", "Asia/Baku", "Asia/Bangkok", "Asia/Barnaul", "Asia/Beirut", "Asia/Bishkek",
    "Asia/Brunei", "Asia/Calcutta", "Asia/Chita", "Asia/Choibalsan", "Asia/Chongqing", "Asia/Chungking", "Asia/Colombo",
    "Asia/Dacca", "Asia/Damascus", "Asia/Dhaka", "Asia/Dili", "Asia/Dubai", "Asia/Dushanbe", "Asia/Famagusta",
    "Asia/Gaza", "Asia/Harbin", "Asia/Hebron", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Hovd", "Asia/Irkutsk",
    "Asia/Istanbul", "Asia/Jakarta", "Asia/Jayapura", "Asia/Jerusalem", "Asia/Kabul", "Asia/Kamchatka", "Asia/Karachi",
    "Asia/Kashgar", "Asia/Kathmandu", "Asia/Katmandu", "Asia/Khandyga", "Asia/Kolkata", "Asia/Krasnoyarsk",
    "Asia/Kuala_Lumpur", "Asia/Kuching", "Asia/Kuwait", "Asia/Macao", "Asia/Macau", "Asia/Magadan", "Asia/Makassar",
    "Asia/Manila", "Asia/Muscat", "Asia/Nicosia", "Asia/Novokuznetsk", "Asia/Novosibirsk", "Asia/Omsk", "Asia/Oral",
    "Asia/Phnom_Penh", "Asia/Pontianak", "Asia/Pyongyang", "Asia/Qatar", "Asia/Qostanay", "Asia/Qyzylorda",
    "Asia/Rangoon", "Asia/Riyadh", "Asia/Saigon", "Asia/Sakhalin", "Asia/Samarkand", "Asia/Seoul", "Asia/Shanghai",
    "Asia/Singapore", "Asia/Srednekolymsk", "Asia/Taipei", "Asia/Tashkent", "Asia/Tbilisi", "Asia/Tehran",
    "Asia/Tel_Aviv", "Asia/Thimbu", "Asia/Thimphu", "Asia/Tokyo", "Asia/Tomsk", "Asia/Ujung_Pandang",
    "Asia/Ulaanbaatar", "Asia/Ulan_Bator", "Asia/Urumqi", "Asia/Ust-Nera", "Asia/Vientiane", "Asia/Vladivostok",
    "Asia/Yakutsk", "Asia/Yangon", "Asia/Yekaterinburg", "Asia/Yerevan", "Atlantic/Azores", "Atlantic/Bermuda",
    "Atlantic/Canary", "Atlantic/Cape_Verde", "Atlantic/Faeroe", "Atlantic/Faroe", "Atlantic/Jan_Mayen",
    "Atlantic/Madeira", "Atlantic/Reykjavik", "Atlantic/South_Georgia", "Atlantic/St_Helena", "Atlantic/Stanley",
    "Australia/ACT", "Australia/Adelaide", "Australia/Brisbane", "Australia/Broken_Hill", "Australia/Canberra",
    "Australia/Currie", "Australia/Darwin", "Australia/Eucla", "Australia/Hobart", "Australia/LHI",
    "Australia/Lindeman", "Australia/Lord_Howe", "Australia/Melbourne", "Australia/NSW", "Australia/North",
    "Australia/Perth", "Australia/Queensland", "Australia/South", "Australia/Sydney", "Australia/Tasmania",
    "Australia/Victoria", "Australia/West", "Australia/Yancowinna", "Brazil/Acre", "Brazil/DeNoronha", "Brazil/East",
    "Brazil/West", "CET", "CST6CDT", "Canada/Atlantic", "Canada/Central", "Canada/Eastern", "Canada/Mountain",
    "Canada/Newfoundland", "Canada/Pacific", "Canada/Saskatchewan", "Canada/Yukon", "Chile/Continental",
    "Chile/EasterIsland", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "Etc/GMT", "Etc/GMT+0", "Etc/GMT+1",
    "Etc/GMT+10", "Etc/GMT+11", "Etc/GMT+12", "Etc/GMT+2", "Etc/GMT+3", "Etc/GMT+4", "Etc/GMT+5", "Etc/GMT+6",
    "Etc/GMT+7", "Etc/GMT+8", "Etc/GMT+9", "Etc/GMT-0", "Etc/GMT-1", "Etc/GMT-10", "Etc/GMT-11", "Etc/GMT-12",
    "Etc/GMT-13", "Etc/GMT-14", "Etc/GMT-2", "Etc/GMT-3", "Etc/GMT-4", "Etc/GMT-5", "Etc/GMT-6", "Etc/GMT-7",
    "Etc/GMT-8", "Etc/GMT-9", "Etc/GMT0", "Etc/Greenwich", "Etc/UCT", "Etc/UTC", "Etc/Universal", "Etc/Zulu",
    "Europe/Amsterdam", "Europe/Andorra", "Europe/Astrakhan", "Europe/Athens", "Europe/Belfast", "Europe/Belgrade",
    "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels", "Europe/Bucharest", "Europe/Budapest", "Europe/Busingen",
    "Europe/Chisinau", "Europe/Copenhagen", "Europe/Dublin", "Europe/Gibraltar", "Europe/Guernsey", "Europe/Helsinki",
    "Europe/Isle_of_Man", "Europe/Istanbul", "Europe/Jersey", "Europe/Kaliningrad", "Europe/Kiev", "Europe/Kirov",
    "Europe/Kyiv", "Europe/Lisbon", "Europe/Ljubljana", "Europe/London", "Europe/Luxembourg", "Europe/Madrid",
    "Europe/Malta", "Europe/Mariehamn", "Europe/Minsk", "Europe/Monaco", "Europe/Moscow", "Europe/Nicosia",
    "Europe/Oslo", "Europe/Paris", "Europe/Podgorica", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Samara",
    "Europe/San_Marino", "Europe/Sarajevo", "Europe/Saratov", "Europe/Simferopol", "Europe/Skopje", "Europe/Sofia",
    "Europe/Stockholm", "Europe/Tallinn", "Europe/Tirane", "Europe/Tiraspol", "Europe/Ulyanovsk", "Europe/Uzhgorod",
    "Europe/Vaduz", "Europe/Vatican", "Europe/Vienna", "Europe/Vilnius", "Europe/Volgograd", "Europe/Warsaw",
    "Europe/Zagreb", "Europe/Zaporozhye", "Europe/Zurich", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0", "GMT0",
    "Greenwich", "HST", "Hongkong", "Iceland", "Indian/Antananarivo", "Indian/Chagos", "Indian/Christmas",
    "Indian/Cocos", "Indian/Comoro", "Indian/Kerguelen", "Indian/Mahe", "Indian/Maldives", "Indian/Mauritius",
    "Indian/Mayotte", "Indian/Reunion", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST",
    "MST7MDT", "Mexico/BajaNorte", "Mexico/BajaSur", "Mexico/General", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT",
    "Pacific/Apia", "Pacific/Auckland", "Pacific/Bougainville", "Pacific/Chatham", "Pacific/Chuuk", "Pacific/Easter",
    "Pacific/Efate", "Pacific/Enderbury", "Pacific/Fakaofo", "Pacific/Fiji", "Pacific/Funafuti", "Pacific/Galapagos",
    "Pacific/Gambier", "Pacific/Guadalcanal", "Pacific/Guam", "Pacific/Honolulu", "Pacific/Johnston", "Pacific/Kanton",
    "Pacific/Kiritimati", "Pacific/Kosrae", "Pacific/Kwajalein", "Pacific/Majuro", "Pacific/Marquesas",
    "Pacific/Midway", "Pacific/Nauru", "Pacific/Niue", "Pacific/Norfolk", "Pacific/Noumea", "Pacific/Pago_Pago",
    "Pacific/Palau", "Pacific/Pitcairn", "Pacific/Pohnpei", "Pacific/Ponape", "Pacific/Port_Moresby",
    "Pacific/Rarotonga", "Pacific/Saipan", "Pacific/Samoa", "Pacific/Tahiti", "Pacific/Tarawa", "Pacific/Tongatapu",
    "Pacific/Truk", "Pacific/Wake", "Pacific/Wallis", "Pacific/Yap", "Poland", "Portugal", "ROC", "ROK", "Singapore",
    "Turkey", "UCT", "US/Alaska", "US/Aleutian", "US/Arizona", "US/Central", "US/East-Indiana", "US/Eastern",
    "US/Hawaii", "US/Indiana-Starke", "US/Michigan", "US/Mountain", "US/Pacific", "US/Samoa", "UTC", "Universal",
    "W-SU", "WET", "Zulu"
]  # fmt: skip


class Variable(TypedDict):
    type: Literal["variable"]
    days: int
    hours: int
    minutes: int


class CountdownTimerStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    text_styles: "TextOrLinkStyles"
    card_color: str
    label_font_size: int
    label_font_weight: Literal[100, 200, 300, 400, 500, 600, 700, 800, 900]


class SignupCounter(TypedDict):
    type: Literal["signup_counter"]
    properties: "SignupCounterProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["AgeGateOrOtherStyles"]


class SignupCounterProperties(TypedDict):
    timeframe: Literal["1_hour", "24_hours", "30_days", "7_days"]
    min_submits: int
    content: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]


class SpinToWin(TypedDict):
    properties: "SpinToWinProperties"
    type: Literal["spin_to_win"]
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["SpinToWinStyles"]


class SpinToWinProperties(TypedDict):
    slices: "list[Slice]"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    duplicate_slices: NotRequired[bool]


class Slice(TypedDict):
    label: str
    probability: int
    step_id: "Annotated[str, ID]"


class SpinToWinStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    slice_styles: "list[SliceStyle]"
    text_styles: "TextOrLinkStyles"
    center_color: str
    outline_color: str
    outline_thickness: int
    pin_color: str
    wheel_size: int


class SliceStyle(TypedDict, total=False):
    background_color: str
    text_color: str


class SmsDisclosure(TypedDict):
    type: Literal["sms_disclosure"]
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["SMSDisclosureStyles"]
    properties: NotRequired["SMSDisclosureProperties"]


class SMSDisclosureStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    link_styles: "TextOrLinkStyles"
    text_styles: "TextOrLinkStyles"


class SMSDisclosureProperties(TypedDict, total=False):
    display_device: list[Literal["both", "desktop", "mobile"]]
    classname: str | None
    content: "Custom | AccountDefault"


class Custom(TypedDict):
    type: Literal["custom"]
    compliance_company_name: NotRequired[str]
    privacy_policy_url: NotRequired[str]
    terms_of_service_url: NotRequired[str]
    html: NotRequired[str]


class AccountDefault(TypedDict):
    type: Literal["account_default"]
    html: NotRequired[Any]


class BisPromotionalEmailCheckbox(TypedDict):
    type: Literal["bis_promotional_email_checkbox"]
    properties: "BackInStockEmailConsentCheckboxProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["ConsentCheckboxStyles"]


class BackInStockEmailConsentCheckboxProperties(TypedDict):
    checkbox_text: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    error_messages: NotRequired["ErrorMessages | None"]
    required: NotRequired["Annotated[bool, {'enum': [False]}]"]
    property_name: NotRequired[Literal["opt_in_promotional_email"]]
    placeholder: NotRequired[None]


class Review(TypedDict):
    type: Literal["review"]
    properties: "ReviewProperties"
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired["ReviewStyles"]


class ReviewProperties(TypedDict, total=False):
    display_device: list[Literal["both", "desktop", "mobile"]]
    classname: str | None
    author: str | None
    content: str | None
    rating: int
    verified: bool
    review_id: int | None
    show_rating: bool
    show_author: bool
    show_verified: bool


class ReviewStyles(TypedDict, total=False):
    padding: "PaddingOrMargin"
    background_color: str | None
    rating_style: "RatingStyle"
    quote_style: "QuoteStyle"
    reviewer_name_style: "ReviewerNameStyle"
    block_background_color: str


class RatingStyle(TypedDict, total=False):
    color: str
    empty_color: str
    font_size: int
    shape: Literal["circle", "heart", "star"]
    alignment: Literal["center", "left", "right"]
    character_spacing: float


class QuoteStyle(TypedDict, total=False):
    font_family: str
    font_size: int
    text_color: str
    character_spacing: int
    font_weight: int
    font_style: str | None
    text_decoration: str | None
    alignment: Literal["center", "left", "right"]
    line_height: float


class ReviewerNameStyle(TypedDict, total=False):
    layout: Literal["inline", "stacked"]
    font_family: str
    font_size: int
    text_color: str
    character_spacing: int
    font_weight: int
    font_style: str | None
    text_decoration: str | None
    alignment: Literal["center", "left", "right"]
    line_height: float


class CustomHtml(TypedDict):
    type: Literal["custom_html"]
    id: NotRequired["Annotated[str | None, ID]"]
    styles: NotRequired[Annotated[dict[str, Any], {"maxProperties": 0}]]
    properties: NotRequired["HTMLTextOrCustomHTMLProperties"]


class ColumnStyles(TypedDict, total=False):
    background_image: "BackgroundImage | None"
    background_color: str | None


class BackgroundImage(TypedDict):
    properties: "ImageAssetProperties"
    styles: NotRequired["BackgroundImageStyles"]


class BackgroundImageStyles(TypedDict, total=False):
    horizontal_alignment: Literal["center", "left", "right"]
    width: int | None
    position: Literal["contain", "cover", "custom"]
    vertical_alignment: Literal["bottom", "center", "top"]
    custom_width: int | None


class AfterCloseOrSubmitTimeout(TypedDict):
    type: Literal["after_close_or_submit_timeout"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["AfterCloseTimeoutProperties"]


class CartContent(TypedDict):
    type: Literal["cart_content"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CartContentProperties"]


class CartContentProperties(TypedDict, total=False):
    value: "CartValueProperties | None"
    items: "CartItemCountProperties | None"
    product: "CartProductProperties | None"


class CartValueProperties(TypedDict, total=False):
    comparison: Literal["equals", "greater_than", "less_than", None]
    value: float | None


class CartItemCountProperties(TypedDict, total=False):
    comparison: Literal["equals", "greater_than", "less_than", None]
    value: int | None


class CartProductProperties(TypedDict, total=False):
    type: Literal["brand", "categories", "id", "name", None]
    value: str | None


class CartItemCount(TypedDict):
    type: Literal["cart_item_count"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CartItemCountProperties"]


class CartProduct(TypedDict):
    type: Literal["cart_product"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CartProductProperties"]


class CartValue(TypedDict):
    type: Literal["cart_value"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["CartValueProperties"]


class Channel(TypedDict):
    type: Literal["channel"]
    properties: "ChannelProperties"
    id: NotRequired["Annotated[str | None, ID]"]


class CustomJavascript(TypedDict):
    type: Literal["custom_javascript"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired[Annotated[dict[str, Any], {"maxProperties": 0}]]


class Delay(TypedDict):
    type: Literal["delay"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["DelayProperties"]


class Device(TypedDict):
    type: Literal["device"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["DeviceProperties"]


class ExitIntent(TypedDict):
    type: Literal["exit_intent"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired[Annotated[dict[str, Any], {"maxProperties": 0}]]


class IdentifiedProfiles(TypedDict):
    type: Literal["identified_profiles"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired[Annotated[dict[str, Any], {"maxProperties": 0}]]


class ListsAndSegments(TypedDict):
    type: Literal["lists_and_segments"]
    properties: "ListsAndSegmentsOrURLPatternsProperties"
    id: NotRequired["Annotated[str | None, ID]"]


class ListsAndSegmentsOrURLPatternsProperties(TypedDict, total=False):
    allow_list: list[str] | None
    deny_list: list[str] | None


class Location(TypedDict):
    type: Literal["location"]
    properties: "LocationProperties"
    id: NotRequired["Annotated[str | None, ID]"]


class LocationProperties(TypedDict, total=False):
    allow_list: "list[AllowOrDenyList] | None"
    deny_list: "list[AllowOrDenyList] | None"


AllowOrDenyList = Literal[
    "con_AF", "con_AS", "con_EU", "con_EUP", "con_NA", "con_OC", "con_SA", "AD", "AE", "AF", "AG", "AI", "AL", "AM",
    "AN", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ",
    "BM", "BN", "BO", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL",
    "CM", "CN", "CO", "CR", "CU", "CV", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH",
    "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
    "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM",
    "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW",
    "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MG", "MH",
    "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE",
    "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN",
    "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI",
    "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "ST", "SV", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
    "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
    "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW"
]  # fmt: skip


class PageVisits(TypedDict):
    type: Literal["page_visits"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["PageVisitsProperties"]


class PreviouslySubmitted(TypedDict):
    type: Literal["previously_submitted"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired[Annotated[dict[str, Any], {"maxProperties": 0}]]


class ProfileEventTracked(TypedDict):
    type: Literal["profile_event_tracked"]
    properties: "ProfileEventTrackedProperties"
    id: NotRequired["Annotated[str | None, ID]"]


class ProfileEventTrackedProperties(TypedDict, total=False):
    metric: str | None
    property_filters: "list[PropertyFilter] | None"


class PropertyFilter(TypedDict):
    property: str
    value: str


class ScrollPercentage(TypedDict):
    type: Literal["scroll_percentage"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["ScrollProperties"]


class UnidentifiedProfiles(TypedDict):
    type: Literal["unidentified_profiles"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired[Annotated[dict[str, Any], {"maxProperties": 0}]]


class UrlPatterns(TypedDict):
    type: Literal["url_patterns"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["ListsAndSegmentsOrURLPatternsProperties"]


class BackInStock(TypedDict):
    type: Literal["back_in_stock"]
    id: NotRequired["Annotated[str | None, ID]"]
    properties: NotRequired["BackInStockProperties"]


class BackInStockProperties(TypedDict, total=False):
    tag_allowlist: list[str]
    tag_blocklist: list[str]


class Teaser(TypedDict):
    content: str
    id: NotRequired["Annotated[str | None, ID]"]
    display_order: NotRequired[Literal["after", "before", "before_and_after"]]
    teaser_type: NotRequired[Literal["circle", "corner", "rectangle"]]
    location: NotRequired["TeaserLocation"]
    size: NotRequired[Literal["custom", "large", "medium", "small"]]
    custom_size: NotRequired[int | None]
    styles: NotRequired["TeaserStyles"]
    close_button: NotRequired[bool]
    device_type: NotRequired[Literal["both", "desktop", "mobile"]]


TeaserLocation = Literal[
    "bottom_center", "bottom_left", "bottom_right", "center_left", "center_right", "top_center", "top_left", "top_right"
]  # fmt: skip


class TeaserStyles(TypedDict, total=False):
    background_color: str
    drop_shadow: "TeaserStylesDropShadow"
    corner_radius: int
    background_image: "BackgroundImage | None"
    close_button: "CloseButton"
    margin: "PaddingOrMargin"


class TeaserStylesDropShadow(TypedDict, total=False):
    enabled: bool
    blur: int
    color: str | None


class CloseButton(TypedDict, total=False):
    background_color: str
    outline_color: str
    color: str
    stroke: float
    size: int
    margin: "PaddingOrMargin"
    position: Literal["left", "right", None]


class BACKINSTOCKOPEN(TypedDict):
    type: Literal["BACK_IN_STOCK_OPEN"]
    data: "Data"
    id: NotRequired["Annotated[str | None, ID]"]


class Data(TypedDict, total=False):
    label: str
    display: Literal["NEXT_TO", "REPLACE"]
    text_styles: "TextStyles"
    button_styles: "BackInStockDynamicButtonStyles"


class TextStyles(TypedDict, total=False):
    font_family: str
    font_size: int
    font_weight: Literal[100, 200, 300, 400, 500, 600, 700, 800, 900, None]
    font_color: str
    font_style: str | None
    text_decoration: str | None
    letter_spacing: int


class BackInStockDynamicButtonStyles(TypedDict, total=False):
    color: str
    border_radius: int
    height: int
    width: Literal["fitToText", "fullWidth"]
    alignment: Literal["center", "left", "right"]
    border: "Border"
    drop_shadow: "DropShadow"


class Border(TypedDict, total=False):
    enabled: bool
    color: str
    style: Literal["dashed", "dotted", "solid", None]
    width: int


class Styles(TypedDict, total=False):
    wrap_content: "Annotated[bool, {'enum': [False]}]"
    border_styles: "BorderStyles | None"
    close_button: "CloseButton"
    margin: "PaddingOrMargin"
    padding: "PaddingOrMargin"
    minimum_height: int
    width: Literal["custom", "full", "large", "medium", "small"]
    custom_width: int | None
    background_image: "BackgroundImage | None"
    background_color: str | None
    input_styles: "InputStyles"
    drop_shadow: "TeaserStylesDropShadow"
    overlay_color: str
    rich_text_styles: "RichTextStyles"
    mobile_overlay: "MobileOverlay | None"
    banner_styles: "BannerStyles | None"
    custom_css: "CustomCss"


class InputStyles(TypedDict, total=False):
    text_styles: "TextOrLinkStyles"
    label_color: str
    text_color: str
    placeholder_color: str
    background_color: str
    border_color: str
    border_focus_color: str
    focus_outline_color: str
    corner_radius: int
    field_height: int


class RichTextStyles(TypedDict, total=False):
    body: "RichTextStyle"
    link: "Link"
    h1: "RichTextStyle"
    h2: "RichTextStyle"
    h3: "RichTextStyle"
    h4: "RichTextStyle"
    h5: "RichTextStyle"
    h6: "RichTextStyle"


class RichTextStyle(TypedDict, total=False):
    font_family: str
    font_size: int
    font_weight: Literal[100, 200, 300, 400, 500, 600, 700, 800, 900, None]
    text_color: str
    font_style: str | None
    text_decoration: str | None
    line_spacing: float
    character_spacing: int | None
    alignment: Literal["center", "left", "right"]
    margin: "Margin"


class Margin(TypedDict, total=False):
    left: Literal[0]
    right: Literal[0]
    top: Literal[0]
    bottom: int


class Link(TypedDict, total=False):
    color: str
    decoration: Literal["underline"]


class MobileOverlay(TypedDict, total=False):
    color: str | None
    enabled: "Annotated[bool, {'enum': [False]}]"


class BannerStyles(TypedDict, total=False):
    desktop_position: Literal["bottom", "top"]
    mobile_position: Literal["bottom", "top"]
    scroll_with_page: bool


class CustomCss(TypedDict, total=False):
    enabled: bool
    css: str


class Properties(TypedDict, total=False):
    side_image_settings: "SideImageSettings | None"
    click_outside_to_close: list[Literal["both", "desktop", "mobile"]] | None
    rule_based_trigger_evaluation: Literal["all", "any", None]
    record_utm_params_on_submit: bool
    show_close_button: bool
    accessible_name: str | None


class SideImageSettings(TypedDict, total=False):
    size: Literal["large", "medium", "small"]
    alignment: Literal["left", "right"]
    device_type: list[Literal["both", "desktop", "mobile"]]


VersionLocation = Literal[
    "bottom_center", "bottom_left", "bottom_right", "center_left", "center_right", "top_center", "top_left",
    "top_right", None
]  # fmt: skip
FieldsForm = Literal[
    "ab_test", "created_at", "definition", "definition.versions", "id", "name", "status", "updated_at"
]  # fmt: skip
Definition = TypedDict("Definition", {"versions": "list[Version]"})
CloseOrNextStepOrSubmitBackInStockProperties = TypedDict(
    "CloseOrNextStepOrSubmitBackInStockProperties", {"list_id": "Annotated[str | None, ID]"}, total=False
)
IafDeeplinkToScreenProperties = TypedDict("IafDeeplinkToScreenProperties", {"deep_link_url": str}, total=False)
PhoneNumberConsentChannelSettings = TypedDict(
    "PhoneNumberConsentChannelSettings",
    {"consent_type": Literal["phone_number_only", "promotional", "transactional", None]},
    total=False,
)
AfterCloseTimeoutProperties = TypedDict("AfterCloseTimeoutProperties", {"timeout_days": int}, total=False)
ChannelProperties = TypedDict("ChannelProperties", {"channel": Literal["email", "sms"]})
DelayProperties = TypedDict("DelayProperties", {"seconds": int}, total=False)
DeviceProperties = TypedDict("DeviceProperties", {"device": Literal["both", "desktop", "mobile"]}, total=False)
PageVisitsProperties = TypedDict("PageVisitsProperties", {"pages": int}, total=False)
ScrollProperties = TypedDict("ScrollProperties", {"percentage": int}, total=False)
Action = (
    Close | NextStep | OpenForm | PromotionalSmsSubscription | Redirect | ResendOptInCode | SubmitOptInCode |
    SubscribeViaSms | SubscribeViaWhatsapp | GoToInbox | SubmitBackInStock | SkipToSuccess | IafDeeplinkToScreen
)  # fmt: skip
Block = (
    Button | AgeGate | Coupon | Date | Email | HtmlText | OptInCode | PhoneNumber | PromotionalSmsCheckbox | RowText |
    Checkboxes | RadioButtons | Dropdown | Image | CountdownTimer | SignupCounter | SpinToWin | SmsDisclosure |
    BisPromotionalEmailCheckbox | Review | CustomHtml
)  # fmt: skip
Trigger = (
    AfterCloseOrSubmitTimeout | CartContent | CartItemCount | CartProduct | CartValue | Channel | CustomJavascript |
    Delay | Device | ExitIntent | IdentifiedProfiles | ListsAndSegments | Location | PageVisits | PreviouslySubmitted |
    ProfileEventTracked | ScrollPercentage | UnidentifiedProfiles | UrlPatterns | BackInStock
)  # fmt: skip

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
SCHEMA["$defs"] = {"Step": schema_of(Step)}
KEYWORDS = {**Draft202012Validator.VALIDATORS, "oneOf": one_of}
VALIDATOR = create(Draft202012Validator.META_SCHEMA, KEYWORDS)(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
