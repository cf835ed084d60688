# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Form: PATCH /api/forms/{id}

Renames a form or replaces its definition, and returns it. A definition takes the place of the whole stored one, so
start from the answer of get_form. Live versions cannot be edited, and the status is changed by publish_form and
unpublish_form.

Rate: 3/s burst, 60/m steady.
Scopes: forms:write.
Reference: https://developers.klaviyo.com/en/reference/update_form
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
    auth: klaviyo, revision: str, id: str, body: "Body", fields_form: list[str] | None = None
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check({"revision": revision, "id": id, "body": body, "fields_form": fields_form}, key)
    return send(
        "PATCH",
        f"{API}/api/forms/{quote(given['id'], safe='')}",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "fields[form]": ",".join(given.get("fields_form", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "FormPartialUpdateQueryResourceObject"


class FormPartialUpdateQueryResourceObject(TypedDict):
    type: Literal["form"]
    id: str
    attributes: "FormPartialUpdateQueryResourceObjectAttributes"


class FormPartialUpdateQueryResourceObjectAttributes(TypedDict):
    definition: NotRequired["FormDefinition"]
    name: NotRequired[str | None]


class FormDefinition(TypedDict):
    versions: "list[Version]"


class Version(TypedDict):
    steps: "list[Step]"
    id: NotRequired[int | None]
    triggers: NotRequired[
        "list[AfterCloseTimeout | CartContent | CartItemCount | CartProduct | CartValue | Channel | CustomJavascript | Delay | Device | ExitIntent | IdentifiedProfiles | ListsAndSegments | Location | PageVisits | PreviouslySubmitted | ProfileEventTracked | Scroll | UnidentifiedProfiles | URLPatterns | BackInStock]"
    ]
    teasers: NotRequired["list[Teaser]"]
    dynamic_button: NotRequired["DynamicButton | None"]
    name: NotRequired[str | None]
    styles: NotRequired["VersionStyles"]
    properties: NotRequired["VersionProperties"]
    type: NotRequired[Literal["banner", "embed", "flyout", "full_screen", "popup"]]
    location: NotRequired[
        Literal[
            "bottom_center",
            "bottom_left",
            "bottom_right",
            "center_left",
            "center_right",
            "top_center",
            "top_left",
            "top_right",
        ]
        | None
    ]
    status: NotRequired[Literal["draft", "live"]]
    ab_test: NotRequired[bool]
    specialties: NotRequired[list[Literal["BACK_IN_STOCK"]]]
    channel: NotRequired[Literal["IN_APP", "WEB"]]
    message_priority: NotRequired[int]


class Step(TypedDict):
    columns: "list[ColumnV0]"
    id: NotRequired[str | None]
    name: NotRequired[str | None]
    steps: NotRequired["list[Step] | None"]


class ColumnV0(TypedDict):
    id: NotRequired[str | None]
    rows: NotRequired["list[RowV0]"]
    styles: NotRequired["ColumnStyles | None"]


class RowV0(TypedDict):
    blocks: "list[Button | AgeGate | Coupon | Date | Email | HTMLText | OptInCode | PhoneNumber | SMSConsentCheckbox | Text | Checkboxes | RadioButtons | Dropdown | Image | CountdownTimer | SignupCounter | SpinToWin | SMSDisclosure | BackInStockEmailConsentCheckbox | Review | CustomHTML]"
    id: NotRequired[str | None]


class Button(TypedDict):
    type: Literal["button"]
    properties: "ButtonProperties"
    id: NotRequired[str | None]
    styles: NotRequired["ButtonStyles"]
    action: NotRequired[
        "Close | NextStep | OpenForm | PromotionalSMSSubscription | Redirect | ResendOptInCode | SubmitOptInCode | SubscribeViaSMS | SubscribeViaWhatsApp | GoToInbox | SubmitBackInStock | SkipToSuccess | IafDeeplinkToScreen"
    ]


class ButtonProperties(TypedDict):
    label: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    additional_fields: NotRequired["list[AdditionalField] | None"]


class AdditionalField(TypedDict):
    name: str
    value: str


class ButtonStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    width: NotRequired[Literal["fill", "fit"]]
    height: NotRequired[int | Literal["auto"]]
    alignment: NotRequired[Literal["center", "left", "right"]]
    hover_background_color: NotRequired[str | None]
    hover_text_color: NotRequired[str | None]
    border_styles: NotRequired["BorderStyle"]
    text_styles: NotRequired["TextStyleV0"]
    color: NotRequired[str | None]
    drop_shadow: NotRequired["ButtonDropShadowStyles"]


class Padding(TypedDict):
    left: NotRequired[int]
    right: NotRequired[int]
    top: NotRequired[int]
    bottom: NotRequired[int]


class BorderStyle(TypedDict):
    radius: NotRequired[int]
    color: NotRequired[str | None]
    style: NotRequired[Literal["dashed", "dotted", "solid"] | None]
    thickness: NotRequired[int | None]


class TextStyleV0(TypedDict):
    font_family: NotRequired[
        Literal[
            "Arial Black,Arial",
            "Arial, 'Helvetica Neue', Helvetica, sans-serif",
            "Century Gothic,AppleGothic,Arial",
            "Comic Sans MS,Comic Sans,cursive",
            "Courier",
            "Courier New",
            "Geneva,Arial",
            "Georgia",
            "Helvetica,Arial",
            "Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "MS Serif,Georgia",
            "New York,Georgia",
            "Palatino Linotype,Palatino,Georgia",
            "Palatino,Georgia",
            "Tahoma,sans-serif",
            "Times New Roman",
            "Trebuchet MS",
            "Verdana",
        ]
        | str
    ]
    font_size: NotRequired[int]
    font_weight: NotRequired[Literal[100, 200, 300, 400, 500, 600, 700, 800, 900] | None]
    text_color: NotRequired[str]
    character_spacing: NotRequired[int | None]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]


class ButtonDropShadowStyles(TypedDict):
    enabled: NotRequired[bool]
    color: NotRequired[str]
    blur: NotRequired[int]
    x_offset: NotRequired[int]
    y_offset: NotRequired[int]


class Close(TypedDict):
    submit: bool
    type: Literal["close"]
    id: NotRequired[str | None]
    properties: NotRequired["CloseProperties | None"]


class CloseProperties(TypedDict):
    list_id: NotRequired[str | None]


class NextStep(TypedDict):
    submit: bool
    type: Literal["next_step"]
    id: NotRequired[str | None]
    properties: NotRequired["NextStepProperties | None"]


class NextStepProperties(TypedDict):
    list_id: NotRequired[str | None]


class OpenForm(TypedDict):
    type: Literal["open_form"]
    properties: "OpenFormProperties"
    id: NotRequired[str | None]
    submit: NotRequired[bool]


class OpenFormProperties(TypedDict):
    form_id_to_open: str
    close_form: NotRequired[bool]


class PromotionalSMSSubscription(TypedDict):
    type: Literal["promotional_sms_subscription"]
    id: NotRequired[str | None]
    submit: NotRequired[bool]
    properties: NotRequired[None]


class Redirect(TypedDict):
    submit: bool
    type: Literal["redirect"]
    properties: "RedirectProperties"
    id: NotRequired[str | None]


class RedirectProperties(TypedDict):
    list_id: NotRequired[str | None]
    url: NotRequired[str]
    new_window: NotRequired[bool]


class ResendOptInCode(TypedDict):
    type: Literal["resend_opt_in_code"]
    id: NotRequired[str | None]
    submit: NotRequired[bool]
    properties: NotRequired[None]


class SubmitOptInCode(TypedDict):
    type: Literal["submit_opt_in_code"]
    id: NotRequired[str | None]
    submit: NotRequired[bool]
    properties: NotRequired[None]


class SubscribeViaSMS(TypedDict):
    type: Literal["subscribe_via_sms"]
    properties: "SubscribeViaSMSProperties"
    id: NotRequired[str | None]
    submit: NotRequired[bool]


class SubscribeViaSMSProperties(TypedDict):
    opt_in_keyword: str | None
    opt_in_message: str
    sending_number: str | None


class SubscribeViaWhatsApp(TypedDict):
    type: Literal["subscribe_via_whatsapp"]
    properties: "SubscribeViaWhatsAppProperties"
    id: NotRequired[str | None]
    submit: NotRequired[bool]


class SubscribeViaWhatsAppProperties(TypedDict):
    opt_in_keyword: str | None
    opt_in_message: str
    sending_number: str | None


class GoToInbox(TypedDict):
    type: Literal["go_to_inbox"]
    id: NotRequired[str | None]
    submit: NotRequired[bool]
    properties: NotRequired[None]


class SubmitBackInStock(TypedDict):
    type: Literal["submit_back_in_stock"]
    id: NotRequired[str | None]
    properties: NotRequired["SubmitBackInStockProperties | None"]
    submit: NotRequired[bool]


class SubmitBackInStockProperties(TypedDict):
    list_id: NotRequired[str | None]


class SkipToSuccess(TypedDict):
    type: Literal["skip_to_success"]
    properties: dict[str, Any]
    id: NotRequired[str | None]
    submit: NotRequired[bool]


class IafDeeplinkToScreen(TypedDict):
    type: Literal["iaf_deeplink_to_screen"]
    properties: "IafDeeplinkToScreenProperties"
    id: NotRequired[str | None]
    submit: NotRequired[bool]


class IafDeeplinkToScreenProperties(TypedDict):
    deep_link_url: NotRequired[str]


class AgeGate(TypedDict):
    type: Literal["age_gate"]
    properties: "AgeGateProperties"
    id: NotRequired[str | None]
    styles: NotRequired["AgeGateStyles"]
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]


class AgeGateProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    error_messages: NotRequired["ErrorMessages | None"]
    property_name: NotRequired[Literal["$age_gated_date_of_birth"]]
    date_format: NotRequired[str]
    sms_country_code: NotRequired[Literal["AT", "AU", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "PT", "US"]]
    required: NotRequired[bool]


class ErrorMessages(TypedDict):
    required: NotRequired[str]
    invalid: NotRequired[str]


class AgeGateStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class Coupon(TypedDict):
    type: Literal["coupon"]
    properties: "CouponProperties"
    id: NotRequired[str | None]
    styles: NotRequired["CouponStyles"]


class CouponProperties(TypedDict):
    coupon: "UniqueCouponConfig | StaticCouponConfig"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    success_message: NotRequired[str | None]


class UniqueCouponConfig(TypedDict):
    type: Literal["unique"]
    id: NotRequired[int | None]
    code: NotRequired[str | None]
    fallback_coupon_code: NotRequired[str | None]
    integration: NotRequired[Literal["api", "magento_two", "prestashop", "shopify", "uploaded", "woocommerce"]]


class StaticCouponConfig(TypedDict):
    type: Literal["static"]
    text: NotRequired[str | None]


class CouponStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    text_styles: NotRequired["TextStyleV0"]
    border_styles: NotRequired["BorderStyle | None"]
    coupon_background_color: NotRequired[str | None]


class Date(TypedDict):
    type: Literal["date"]
    properties: "DateProperties"
    id: NotRequired[str | None]
    styles: NotRequired["DateStyles"]


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


class DateStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class Email(TypedDict):
    type: Literal["email"]
    properties: "EmailProperties"
    id: NotRequired[str | None]
    styles: NotRequired["EmailStyles"]


class EmailProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    property_name: NotRequired[Literal["$email"]]


class EmailStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class HTMLText(TypedDict):
    type: Literal["html_text"]
    id: NotRequired[str | None]
    styles: NotRequired["HTMLTextStyles"]
    properties: NotRequired["HTMLTextProperties"]


class HTMLTextStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class HTMLTextProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    content: NotRequired[str]


class OptInCode(TypedDict):
    type: Literal["opt_in_code"]
    properties: "OptInCodeProperties"
    id: NotRequired[str | None]
    styles: NotRequired["OptInCodeStyles"]


class OptInCodeProperties(TypedDict):
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    error_messages: NotRequired["ErrorMessages | None"]
    property_name: NotRequired[Literal["opt_in_code"]]
    required: NotRequired[bool]
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]


class OptInCodeStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class PhoneNumber(TypedDict):
    type: Literal["phone_number"]
    properties: "PhoneNumberProperties"
    id: NotRequired[str | None]
    styles: NotRequired["PhoneNumberStyles"]


class PhoneNumberProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    property_name: NotRequired[str]
    sms_consent_type: NotRequired[list[Literal["phone_number_only", "promotional", "transactional"]] | None]
    channel_settings: NotRequired["ChannelSettings | None"]


class ChannelSettings(TypedDict):
    sms: NotRequired["PhoneNumberConsentChannelSettings"]
    whatsapp: NotRequired["PhoneNumberConsentChannelSettings"]


class PhoneNumberConsentChannelSettings(TypedDict):
    consent_type: NotRequired[Literal["phone_number_only", "promotional", "transactional"] | None]


class PhoneNumberStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class SMSConsentCheckbox(TypedDict):
    type: Literal["promotional_sms_checkbox"]
    properties: "SMSConsentCheckboxProperties"
    id: NotRequired[str | None]
    styles: NotRequired["SMSConsentCheckboxStyles"]


class SMSConsentCheckboxProperties(TypedDict):
    checkbox_text: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    error_messages: NotRequired["ErrorMessages | None"]
    required: NotRequired[bool]
    property_name: NotRequired[Literal["opt_in_promotional_sms"]]
    placeholder: NotRequired[None]
    channels: NotRequired[list[Literal["sms", "whatsapp"]]]


class SMSConsentCheckboxStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    horizontal_alignment: NotRequired[Literal["center", "left", "right"]]


class Text(TypedDict):
    type: Literal["text"]
    properties: "TextProperties"
    id: NotRequired[str | None]
    styles: NotRequired["TextStyles"]


class TextProperties(TypedDict):
    property_name: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    placeholder: NotRequired[str | None]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]


class TextStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class Checkboxes(TypedDict):
    type: Literal["checkboxes"]
    properties: "CheckboxesProperties"
    id: NotRequired[str | None]
    styles: NotRequired["CheckboxesStyles"]


class CheckboxesProperties(TypedDict):
    property_name: str
    options: "list[PropertyOption]"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    placeholder: NotRequired[str | None]


class PropertyOption(TypedDict):
    label: str
    value: str


class CheckboxesStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    arrangement: NotRequired[Literal["horizontal", "vertical"]]
    alignment: NotRequired[Literal["center", "left", "right"]]


class RadioButtons(TypedDict):
    type: Literal["radio_buttons"]
    properties: "RadioButtonsProperties"
    id: NotRequired[str | None]
    styles: NotRequired["RadioButtonsStyles"]


class RadioButtonsProperties(TypedDict):
    property_name: str
    options: "list[PropertyOption]"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    placeholder: NotRequired[str | None]


class RadioButtonsStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    arrangement: NotRequired[Literal["horizontal", "vertical"]]
    alignment: NotRequired[Literal["center", "left", "right"]]


class Dropdown(TypedDict):
    type: Literal["dropdown"]
    properties: "DropdownProperties"
    id: NotRequired[str | None]
    styles: NotRequired["DropdownStyles"]


class DropdownProperties(TypedDict):
    property_name: str
    options: "list[PropertyOption]"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    required: NotRequired[bool | None]
    error_messages: NotRequired["ErrorMessages | None"]
    placeholder: NotRequired[str | None]


class DropdownStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class Image(TypedDict):
    type: Literal["image"]
    properties: "ImageProperties"
    id: NotRequired[str | None]
    styles: NotRequired["ImageStyles"]
    action: NotRequired[
        "Close | NextStep | OpenForm | PromotionalSMSSubscription | Redirect | ResendOptInCode | SubmitOptInCode | SubscribeViaSMS | SubscribeViaWhatsApp | GoToInbox | SubmitBackInStock | SkipToSuccess | IafDeeplinkToScreen | None"
    ]


class ImageProperties(TypedDict):
    image: "ImageAssetProperties | None"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    additional_fields: NotRequired["list[AdditionalField] | None"]


class ImageAssetProperties(TypedDict):
    src: NotRequired[str | None]
    alt_text: NotRequired[str | None]
    original_image_url: NotRequired[str | None]
    id: NotRequired[int | None]
    asset_id: NotRequired[int | None]


class ImageStyles(TypedDict):
    horizontal_alignment: NotRequired[Literal["center", "left", "right"]]
    width: NotRequired[int | None]
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    drop_shadow: NotRequired["ImageDropShadowStyles"]


class ImageDropShadowStyles(TypedDict):
    enabled: NotRequired[bool]
    color: NotRequired[str]
    blur: NotRequired[int]
    x_offset: NotRequired[int]
    y_offset: NotRequired[int]


class CountdownTimer(TypedDict):
    type: Literal["countdown_timer"]
    properties: "CountdownTimerProperties"
    id: NotRequired[str | None]
    styles: NotRequired["CountdownTimerStyles"]


class CountdownTimerProperties(TypedDict):
    configuration: "FixedTimerConfiguration | VariableTimerConfiguration"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    clock_face: NotRequired[Literal["flip", "simple"]]
    animation: NotRequired[Literal["flash", "heartbeat", "pulse"] | None]


class FixedTimerConfiguration(TypedDict):
    type: Literal["fixed"]
    timezone: Literal[
        "Africa/Abidjan",
        "Africa/Accra",
        "Africa/Addis_Ababa",
        "Africa/Algiers",
        "Africa/Asmara",
        "Africa/Asmera",
        "Africa/Bamako",
        "Africa/Bangui",
        "Africa/Banjul",
        "Africa/Bissau",
        "Africa/Blantyre",
        "Africa/Brazzaville",
        "Africa/Bujumbura",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Africa/Ceuta",
        "Africa/Conakry",
        "Africa/Dakar",
        "Africa/Dar_es_Salaam",
        "Africa/Djibouti",
        "Africa/Douala",
        "Africa/El_Aaiun",
        "Africa/Freetown",
        "Africa/Gaborone",
        "Africa/Harare",
        "Africa/Johannesburg",
        "Africa/Juba",
        "Africa/Kampala",
        "Africa/Khartoum",
        "Africa/Kigali",
        "Africa/Kinshasa",
        "Africa/Lagos",
        "Africa/Libreville",
        "Africa/Lome",
        "Africa/Luanda",
        "Africa/Lubumbashi",
        "Africa/Lusaka",
        "Africa/Malabo",
        "Africa/Maputo",
        "Africa/Maseru",
        "Africa/Mbabane",
        "Africa/Mogadishu",
        "Africa/Monrovia",
        "Africa/Nairobi",
        "Africa/Ndjamena",
        "Africa/Niamey",
        "Africa/Nouakchott",
        "Africa/Ouagadougou",
        "Africa/Porto-Novo",
        "Africa/Sao_Tome",
        "Africa/Timbuktu",
        "Africa/Tripoli",
        "Africa/Tunis",
        "Africa/Windhoek",
        "America/Adak",
        "America/Anchorage",
        "America/Anguilla",
        "America/Antigua",
        "America/Araguaina",
        "America/Argentina/Buenos_Aires",
        "America/Argentina/Catamarca",
        "America/Argentina/ComodRivadavia",
        "America/Argentina/Cordoba",
        "America/Argentina/Jujuy",
        "America/Argentina/La_Rioja",
        "America/Argentina/Mendoza",
        "America/Argentina/Rio_Gallegos",
        "America/Argentina/Salta",
        "America/Argentina/San_Juan",
        "America/Argentina/San_Luis",
        "America/Argentina/Tucuman",
        "America/Argentina/Ushuaia",
        "America/Aruba",
        "America/Asuncion",
        "America/Atikokan",
        "America/Atka",
        "America/Bahia",
        "America/Bahia_Banderas",
        "America/Barbados",
        "America/Belem",
        "America/Belize",
        "America/Blanc-Sablon",
        "America/Boa_Vista",
        "America/Bogota",
        "America/Boise",
        "America/Buenos_Aires",
        "America/Cambridge_Bay",
        "America/Campo_Grande",
        "America/Cancun",
        "America/Caracas",
        "America/Catamarca",
        "America/Cayenne",
        "America/Cayman",
        "America/Chicago",
        "America/Chihuahua",
        "America/Ciudad_Juarez",
        "America/Coral_Harbour",
        "America/Cordoba",
        "America/Costa_Rica",
        "America/Creston",
        "America/Cuiaba",
        "America/Curacao",
        "America/Danmarkshavn",
        "America/Dawson",
        "America/Dawson_Creek",
        "America/Denver",
        "America/Detroit",
        "America/Dominica",
        "America/Edmonton",
        "America/Eirunepe",
        "America/El_Salvador",
        "America/Ensenada",
        "America/Fort_Nelson",
        "America/Fort_Wayne",
        "America/Fortaleza",
        "America/Glace_Bay",
        "America/Godthab",
        "America/Goose_Bay",
        "America/Grand_Turk",
        "America/Grenada",
        "America/Guadeloupe",
        "America/Guatemala",
        "America/Guayaquil",
        "America/Guyana",
        "America/Halifax",
        "America/Havana",
        "America/Hermosillo",
        "America/Indiana/Indianapolis",
        "America/Indiana/Knox",
        "America/Indiana/Marengo",
        "America/Indiana/Petersburg",
        "America/Indiana/Tell_City",
        "America/Indiana/Vevay",
        "America/Indiana/Vincennes",
        "America/Indiana/Winamac",
        "America/Indianapolis",
        "America/Inuvik",
        "America/Iqaluit",
        "America/Jamaica",
        "America/Jujuy",
        "America/Juneau",
        "America/Kentucky/Louisville",
        "America/Kentucky/Monticello",
        "America/Knox_IN",
        "America/Kralendijk",
        "America/La_Paz",
        "America/Lima",
        "America/Los_Angeles",
        "America/Louisville",
        "America/Lower_Princes",
        "America/Maceio",
        "America/Managua",
        "America/Manaus",
        "America/Marigot",
        "America/Martinique",
        "America/Matamoros",
        "America/Mazatlan",
        "America/Mendoza",
        "America/Menominee",
        "America/Merida",
        "America/Metlakatla",
        "America/Mexico_City",
        "America/Miquelon",
        "America/Moncton",
        "America/Monterrey",
        "America/Montevideo",
        "America/Montreal",
        "America/Montserrat",
        "America/Nassau",
        "America/New_York",
        "America/Nipigon",
        "America/Nome",
        "America/Noronha",
        "America/North_Dakota/Beulah",
        "America/North_Dakota/Center",
        "America/North_Dakota/New_Salem",
        "America/Nuuk",
        "America/Ojinaga",
        "America/Panama",
        "America/Pangnirtung",
        "America/Paramaribo",
        "America/Phoenix",
        "America/Port-au-Prince",
        "America/Port_of_Spain",
        "America/Porto_Acre",
        "America/Porto_Velho",
        "America/Puerto_Rico",
        "America/Punta_Arenas",
        "America/Rainy_River",
        "America/Rankin_Inlet",
        "America/Recife",
        "America/Regina",
        "America/Resolute",
        "America/Rio_Branco",
        "America/Rosario",
        "America/Santa_Isabel",
        "America/Santarem",
        "America/Santiago",
        "America/Santo_Domingo",
        "America/Sao_Paulo",
        "America/Scoresbysund",
        "America/Shiprock",
        "America/Sitka",
        "America/St_Barthelemy",
        "America/St_Johns",
        "America/St_Kitts",
        "America/St_Lucia",
        "America/St_Thomas",
        "America/St_Vincent",
        "America/Swift_Current",
        "America/Tegucigalpa",
        "America/Thule",
        "America/Thunder_Bay",
        "America/Tijuana",
        "America/Toronto",
        "America/Tortola",
        "America/Vancouver",
        "America/Virgin",
        "America/Whitehorse",
        "America/Winnipeg",
        "America/Yakutat",
        "America/Yellowknife",
        "Antarctica/Casey",
        "Antarctica/Davis",
        "Antarctica/DumontDUrville",
        "Antarctica/Macquarie",
        "Antarctica/Mawson",
        "Antarctica/McMurdo",
        "Antarctica/Palmer",
        "Antarctica/Rothera",
        "Antarctica/South_Pole",
        "Antarctica/Syowa",
        "Antarctica/Troll",
        "Antarctica/Vostok",
        "Arctic/Longyearbyen",
        "Asia/Aden",
        "Asia/Almaty",
        "Asia/Amman",
        "Asia/Anadyr",
        "Asia/Aqtau",
        "Asia/Aqtobe",
        "Asia/Ashgabat",
        "Asia/Ashkhabad",
        "Asia/Atyrau",
        "Asia/Baghdad",
        "Asia/Bahrain",
        "Asia/Baku",
        "Asia/Bangkok",
        "Asia/Barnaul",
        "Asia/Beirut",
        "Asia/Bishkek",
        "Asia/Brunei",
        "Asia/Calcutta",
        "Asia/Chita",
        "Asia/Choibalsan",
        "Asia/Chongqing",
        "Asia/Chungking",
        "Asia/Colombo",
        "Asia/Dacca",
        "Asia/Damascus",
        "Asia/Dhaka",
        "Asia/Dili",
        "Asia/Dubai",
        "Asia/Dushanbe",
        "Asia/Famagusta",
        "Asia/Gaza",
        "Asia/Harbin",
        "Asia/Hebron",
        "Asia/Ho_Chi_Minh",
        "Asia/Hong_Kong",
        "Asia/Hovd",
        "Asia/Irkutsk",
        "Asia/Istanbul",
        "Asia/Jakarta",
        "Asia/Jayapura",
        "Asia/Jerusalem",
        "Asia/Kabul",
        "Asia/Kamchatka",
        "Asia/Karachi",
        "Asia/Kashgar",
        "Asia/Kathmandu",
        "Asia/Katmandu",
        "Asia/Khandyga",
        "Asia/Kolkata",
        "Asia/Krasnoyarsk",
        "Asia/Kuala_Lumpur",
        "Asia/Kuching",
        "Asia/Kuwait",
        "Asia/Macao",
        "Asia/Macau",
        "Asia/Magadan",
        "Asia/Makassar",
        "Asia/Manila",
        "Asia/Muscat",
        "Asia/Nicosia",
        "Asia/Novokuznetsk",
        "Asia/Novosibirsk",
        "Asia/Omsk",
        "Asia/Oral",
        "Asia/Phnom_Penh",
        "Asia/Pontianak",
        "Asia/Pyongyang",
        "Asia/Qatar",
        "Asia/Qostanay",
        "Asia/Qyzylorda",
        "Asia/Rangoon",
        "Asia/Riyadh",
        "Asia/Saigon",
        "Asia/Sakhalin",
        "Asia/Samarkand",
        "Asia/Seoul",
        "Asia/Shanghai",
        "Asia/Singapore",
        "Asia/Srednekolymsk",
        "Asia/Taipei",
        "Asia/Tashkent",
        "Asia/Tbilisi",
        "Asia/Tehran",
        "Asia/Tel_Aviv",
        "Asia/Thimbu",
        "Asia/Thimphu",
        "Asia/Tokyo",
        "Asia/Tomsk",
        "Asia/Ujung_Pandang",
        "Asia/Ulaanbaatar",
        "Asia/Ulan_Bator",
        "Asia/Urumqi",
        "Asia/Ust-Nera",
        "Asia/Vientiane",
        "Asia/Vladivostok",
        "Asia/Yakutsk",
        "Asia/Yangon",
        "Asia/Yekaterinburg",
        "Asia/Yerevan",
        "Atlantic/Azores",
        "Atlantic/Bermuda",
        "Atlantic/Canary",
        "Atlantic/Cape_Verde",
        "Atlantic/Faeroe",
        "Atlantic/Faroe",
        "Atlantic/Jan_Mayen",
        "Atlantic/Madeira",
        "Atlantic/Reykjavik",
        "Atlantic/South_Georgia",
        "Atlantic/St_Helena",
        "Atlantic/Stanley",
        "Australia/ACT",
        "Australia/Adelaide",
        "Australia/Brisbane",
        "Australia/Broken_Hill",
        "Australia/Canberra",
        "Australia/Currie",
        "Australia/Darwin",
        "Australia/Eucla",
        "Australia/Hobart",
        "Australia/LHI",
        "Australia/Lindeman",
        "Australia/Lord_Howe",
        "Australia/Melbourne",
        "Australia/NSW",
        "Australia/North",
        "Australia/Perth",
        "Australia/Queensland",
        "Australia/South",
        "Australia/Sydney",
        "Australia/Tasmania",
        "Australia/Victoria",
        "Australia/West",
        "Australia/Yancowinna",
        "Brazil/Acre",
        "Brazil/DeNoronha",
        "Brazil/East",
        "Brazil/West",
        "CET",
        "CST6CDT",
        "Canada/Atlantic",
        "Canada/Central",
        "Canada/Eastern",
        "Canada/Mountain",
        "Canada/Newfoundland",
        "Canada/Pacific",
        "Canada/Saskatchewan",
        "Canada/Yukon",
        "Chile/Continental",
        "Chile/EasterIsland",
        "Cuba",
        "EET",
        "EST",
        "EST5EDT",
        "Egypt",
        "Eire",
        "Etc/GMT",
        "Etc/GMT+0",
        "Etc/GMT+1",
        "Etc/GMT+10",
        "Etc/GMT+11",
        "Etc/GMT+12",
        "Etc/GMT+2",
        "Etc/GMT+3",
        "Etc/GMT+4",
        "Etc/GMT+5",
        "Etc/GMT+6",
        "Etc/GMT+7",
        "Etc/GMT+8",
        "Etc/GMT+9",
        "Etc/GMT-0",
        "Etc/GMT-1",
        "Etc/GMT-10",
        "Etc/GMT-11",
        "Etc/GMT-12",
        "Etc/GMT-13",
        "Etc/GMT-14",
        "Etc/GMT-2",
        "Etc/GMT-3",
        "Etc/GMT-4",
        "Etc/GMT-5",
        "Etc/GMT-6",
        "Etc/GMT-7",
        "Etc/GMT-8",
        "Etc/GMT-9",
        "Etc/GMT0",
        "Etc/Greenwich",
        "Etc/UCT",
        "Etc/UTC",
        "Etc/Universal",
        "Etc/Zulu",
        "Europe/Amsterdam",
        "Europe/Andorra",
        "Europe/Astrakhan",
        "Europe/Athens",
        "Europe/Belfast",
        "Europe/Belgrade",
        "Europe/Berlin",
        "Europe/Bratislava",
        "Europe/Brussels",
        "Europe/Bucharest",
        "Europe/Budapest",
        "Europe/Busingen",
        "Europe/Chisinau",
        "Europe/Copenhagen",
        "Europe/Dublin",
        "Europe/Gibraltar",
        "Europe/Guernsey",
        "Europe/Helsinki",
        "Europe/Isle_of_Man",
        "Europe/Istanbul",
        "Europe/Jersey",
        "Europe/Kaliningrad",
        "Europe/Kiev",
        "Europe/Kirov",
        "Europe/Kyiv",
        "Europe/Lisbon",
        "Europe/Ljubljana",
        "Europe/London",
        "Europe/Luxembourg",
        "Europe/Madrid",
        "Europe/Malta",
        "Europe/Mariehamn",
        "Europe/Minsk",
        "Europe/Monaco",
        "Europe/Moscow",
        "Europe/Nicosia",
        "Europe/Oslo",
        "Europe/Paris",
        "Europe/Podgorica",
        "Europe/Prague",
        "Europe/Riga",
        "Europe/Rome",
        "Europe/Samara",
        "Europe/San_Marino",
        "Europe/Sarajevo",
        "Europe/Saratov",
        "Europe/Simferopol",
        "Europe/Skopje",
        "Europe/Sofia",
        "Europe/Stockholm",
        "Europe/Tallinn",
        "Europe/Tirane",
        "Europe/Tiraspol",
        "Europe/Ulyanovsk",
        "Europe/Uzhgorod",
        "Europe/Vaduz",
        "Europe/Vatican",
        "Europe/Vienna",
        "Europe/Vilnius",
        "Europe/Volgograd",
        "Europe/Warsaw",
        "Europe/Zagreb",
        "Europe/Zaporozhye",
        "Europe/Zurich",
        "GB",
        "GB-Eire",
        "GMT",
        "GMT+0",
        "GMT-0",
        "GMT0",
        "Greenwich",
        "HST",
        "Hongkong",
        "Iceland",
        "Indian/Antananarivo",
        "Indian/Chagos",
        "Indian/Christmas",
        "Indian/Cocos",
        "Indian/Comoro",
        "Indian/Kerguelen",
        "Indian/Mahe",
        "Indian/Maldives",
        "Indian/Mauritius",
        "Indian/Mayotte",
        "Indian/Reunion",
        "Iran",
        "Israel",
        "Jamaica",
        "Japan",
        "Kwajalein",
        "Libya",
        "MET",
        "MST",
        "MST7MDT",
        "Mexico/BajaNorte",
        "Mexico/BajaSur",
        "Mexico/General",
        "NZ",
        "NZ-CHAT",
        "Navajo",
        "PRC",
        "PST8PDT",
        "Pacific/Apia",
        "Pacific/Auckland",
        "Pacific/Bougainville",
        "Pacific/Chatham",
        "Pacific/Chuuk",
        "Pacific/Easter",
        "Pacific/Efate",
        "Pacific/Enderbury",
        "Pacific/Fakaofo",
        "Pacific/Fiji",
        "Pacific/Funafuti",
        "Pacific/Galapagos",
        "Pacific/Gambier",
        "Pacific/Guadalcanal",
        "Pacific/Guam",
        "Pacific/Honolulu",
        "Pacific/Johnston",
        "Pacific/Kanton",
        "Pacific/Kiritimati",
        "Pacific/Kosrae",
        "Pacific/Kwajalein",
        "Pacific/Majuro",
        "Pacific/Marquesas",
        "Pacific/Midway",
        "Pacific/Nauru",
        "Pacific/Niue",
        "Pacific/Norfolk",
        "Pacific/Noumea",
        "Pacific/Pago_Pago",
        "Pacific/Palau",
        "Pacific/Pitcairn",
        "Pacific/Pohnpei",
        "Pacific/Ponape",
        "Pacific/Port_Moresby",
        "Pacific/Rarotonga",
        "Pacific/Saipan",
        "Pacific/Samoa",
        "Pacific/Tahiti",
        "Pacific/Tarawa",
        "Pacific/Tongatapu",
        "Pacific/Truk",
        "Pacific/Wake",
        "Pacific/Wallis",
        "Pacific/Yap",
        "Poland",
        "Portugal",
        "ROC",
        "ROK",
        "Singapore",
        "Turkey",
        "UCT",
        "US/Alaska",
        "US/Aleutian",
        "US/Arizona",
        "US/Central",
        "US/East-Indiana",
        "US/Eastern",
        "US/Hawaii",
        "US/Indiana-Starke",
        "US/Michigan",
        "US/Mountain",
        "US/Pacific",
        "US/Samoa",
        "UTC",
        "Universal",
        "W-SU",
        "WET",
        "Zulu",
    ]
    end_time: NotRequired[str | None]


class VariableTimerConfiguration(TypedDict):
    type: Literal["variable"]
    days: int
    hours: int
    minutes: int


class CountdownTimerStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    text_styles: NotRequired["TextStyleV0"]
    card_color: NotRequired[str]
    label_font_size: NotRequired[int]
    label_font_weight: NotRequired[Literal[100, 200, 300, 400, 500, 600, 700, 800, 900]]


class SignupCounter(TypedDict):
    type: Literal["signup_counter"]
    properties: "SignupCounterProperties"
    id: NotRequired[str | None]
    styles: NotRequired["SignupCounterStyles"]


class SignupCounterProperties(TypedDict):
    timeframe: Literal["1_hour", "24_hours", "30_days", "7_days"]
    min_submits: int
    content: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]


class SignupCounterStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]


class SpinToWin(TypedDict):
    properties: "SpinToWinProperties"
    type: Literal["spin_to_win"]
    id: NotRequired[str | None]
    styles: NotRequired["SpinToWinStyles"]


class SpinToWinProperties(TypedDict):
    slices: "list[SpinToWinSliceConfig]"
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    duplicate_slices: NotRequired[bool]


class SpinToWinSliceConfig(TypedDict):
    label: str
    probability: int
    step_id: str


class SpinToWinStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    slice_styles: NotRequired["list[SpinToWinSliceStyle]"]
    text_styles: NotRequired["TextStyleV0"]
    center_color: NotRequired[str]
    outline_color: NotRequired[str]
    outline_thickness: NotRequired[int]
    pin_color: NotRequired[str]
    wheel_size: NotRequired[int]


class SpinToWinSliceStyle(TypedDict):
    background_color: NotRequired[str]
    text_color: NotRequired[str]


class SMSDisclosure(TypedDict):
    type: Literal["sms_disclosure"]
    id: NotRequired[str | None]
    styles: NotRequired["SMSDisclosureStyles"]
    properties: NotRequired["SMSDisclosureProperties"]


class SMSDisclosureStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    link_styles: NotRequired["SMSDisclosureLinkTextStyle"]
    text_styles: NotRequired["SMSDisclosureTextStyle"]


class SMSDisclosureLinkTextStyle(TypedDict):
    font_family: NotRequired[
        Literal[
            "Arial Black,Arial",
            "Arial, 'Helvetica Neue', Helvetica, sans-serif",
            "Century Gothic,AppleGothic,Arial",
            "Comic Sans MS,Comic Sans,cursive",
            "Courier",
            "Courier New",
            "Geneva,Arial",
            "Georgia",
            "Helvetica,Arial",
            "Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "MS Serif,Georgia",
            "New York,Georgia",
            "Palatino Linotype,Palatino,Georgia",
            "Palatino,Georgia",
            "Tahoma,sans-serif",
            "Times New Roman",
            "Trebuchet MS",
            "Verdana",
        ]
        | str
    ]
    font_size: NotRequired[int]
    font_weight: NotRequired[Literal[100, 200, 300, 400, 500, 600, 700, 800, 900] | None]
    character_spacing: NotRequired[int | None]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    text_color: NotRequired[str]


class SMSDisclosureTextStyle(TypedDict):
    font_family: NotRequired[
        Literal[
            "Arial Black,Arial",
            "Arial, 'Helvetica Neue', Helvetica, sans-serif",
            "Century Gothic,AppleGothic,Arial",
            "Comic Sans MS,Comic Sans,cursive",
            "Courier",
            "Courier New",
            "Geneva,Arial",
            "Georgia",
            "Helvetica,Arial",
            "Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "MS Serif,Georgia",
            "New York,Georgia",
            "Palatino Linotype,Palatino,Georgia",
            "Palatino,Georgia",
            "Tahoma,sans-serif",
            "Times New Roman",
            "Trebuchet MS",
            "Verdana",
        ]
        | str
    ]
    font_size: NotRequired[int]
    font_weight: NotRequired[Literal[100, 200, 300, 400, 500, 600, 700, 800, 900] | None]
    text_color: NotRequired[str]
    character_spacing: NotRequired[int | None]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]


class SMSDisclosureProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    content: NotRequired["SMSDisclosureCustom | SMSDisclosureAccountDefault"]


class SMSDisclosureCustom(TypedDict):
    type: Literal["custom"]
    compliance_company_name: NotRequired[str]
    privacy_policy_url: NotRequired[str]
    terms_of_service_url: NotRequired[str]
    html: NotRequired[str]


class SMSDisclosureAccountDefault(TypedDict):
    type: Literal["account_default"]
    html: NotRequired[Any]


class BackInStockEmailConsentCheckbox(TypedDict):
    type: Literal["bis_promotional_email_checkbox"]
    properties: "BackInStockEmailConsentCheckboxProperties"
    id: NotRequired[str | None]
    styles: NotRequired["BackInStockEmailConsentCheckboxStyles"]


class BackInStockEmailConsentCheckboxProperties(TypedDict):
    checkbox_text: str
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    label: NotRequired[str | None]
    show_label: NotRequired[bool]
    error_messages: NotRequired["ErrorMessages | None"]
    required: NotRequired[bool]
    property_name: NotRequired[Literal["opt_in_promotional_email"]]
    placeholder: NotRequired[None]


class BackInStockEmailConsentCheckboxStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    horizontal_alignment: NotRequired[Literal["center", "left", "right"]]


class Review(TypedDict):
    type: Literal["review"]
    properties: "ReviewProperties"
    id: NotRequired[str | None]
    styles: NotRequired["ReviewStyles"]


class ReviewProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    author: NotRequired[str | None]
    content: NotRequired[str | None]
    rating: NotRequired[int]
    verified: NotRequired[bool]
    review_id: NotRequired[int | None]
    show_rating: NotRequired[bool]
    show_author: NotRequired[bool]
    show_verified: NotRequired[bool]


class ReviewStyles(TypedDict):
    padding: NotRequired["Padding"]
    background_color: NotRequired[str | None]
    rating_style: NotRequired["RatingStyle"]
    quote_style: NotRequired["QuoteStyle"]
    reviewer_name_style: NotRequired["ReviewerNameStyle"]
    block_background_color: NotRequired[str]


class RatingStyle(TypedDict):
    color: NotRequired[str]
    empty_color: NotRequired[str]
    font_size: NotRequired[int]
    shape: NotRequired[Literal["circle", "heart", "star"]]
    alignment: NotRequired[Literal["center", "left", "right"]]
    character_spacing: NotRequired[float]


class QuoteStyle(TypedDict):
    font_family: NotRequired[str]
    font_size: NotRequired[int]
    text_color: NotRequired[str]
    character_spacing: NotRequired[int]
    font_weight: NotRequired[int]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    alignment: NotRequired[Literal["center", "left", "right"]]
    line_height: NotRequired[float]


class ReviewerNameStyle(TypedDict):
    layout: NotRequired[Literal["inline", "stacked"]]
    font_family: NotRequired[str]
    font_size: NotRequired[int]
    text_color: NotRequired[str]
    character_spacing: NotRequired[int]
    font_weight: NotRequired[int]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    alignment: NotRequired[Literal["center", "left", "right"]]
    line_height: NotRequired[float]


class CustomHTML(TypedDict):
    type: Literal["custom_html"]
    id: NotRequired[str | None]
    styles: NotRequired[dict[str, Any]]
    properties: NotRequired["CustomHTMLProperties"]


class CustomHTMLProperties(TypedDict):
    display_device: NotRequired[list[Literal["both", "desktop", "mobile"]]]
    classname: NotRequired[str | None]
    content: NotRequired[str]


class ColumnStyles(TypedDict):
    background_image: NotRequired["BackgroundImage | None"]
    background_color: NotRequired[str | None]


class BackgroundImage(TypedDict):
    properties: "ImageAssetProperties"
    styles: NotRequired["BackgroundImageStyles"]


class BackgroundImageStyles(TypedDict):
    horizontal_alignment: NotRequired[Literal["center", "left", "right"]]
    width: NotRequired[int | None]
    position: NotRequired[Literal["contain", "cover", "custom"]]
    vertical_alignment: NotRequired[Literal["bottom", "center", "top"]]
    custom_width: NotRequired[int | None]


class AfterCloseTimeout(TypedDict):
    type: Literal["after_close_or_submit_timeout"]
    id: NotRequired[str | None]
    properties: NotRequired["AfterCloseTimeoutProperties"]


class AfterCloseTimeoutProperties(TypedDict):
    timeout_days: NotRequired[int]


class CartContent(TypedDict):
    type: Literal["cart_content"]
    id: NotRequired[str | None]
    properties: NotRequired["CartContentProperties"]


class CartContentProperties(TypedDict):
    value: NotRequired["CartValueProperties | None"]
    items: NotRequired["CartItemCountProperties | None"]
    product: NotRequired["CartProductProperties | None"]


class CartValueProperties(TypedDict):
    comparison: NotRequired[Literal["equals", "greater_than", "less_than"] | None]
    value: NotRequired[float | None]


class CartItemCountProperties(TypedDict):
    comparison: NotRequired[Literal["equals", "greater_than", "less_than"] | None]
    value: NotRequired[int | None]


class CartProductProperties(TypedDict):
    type: NotRequired[Literal["brand", "categories", "id", "name"] | None]
    value: NotRequired[str | None]


class CartItemCount(TypedDict):
    type: Literal["cart_item_count"]
    id: NotRequired[str | None]
    properties: NotRequired["CartItemCountProperties"]


class CartProduct(TypedDict):
    type: Literal["cart_product"]
    id: NotRequired[str | None]
    properties: NotRequired["CartProductProperties"]


class CartValue(TypedDict):
    type: Literal["cart_value"]
    id: NotRequired[str | None]
    properties: NotRequired["CartValueProperties"]


class Channel(TypedDict):
    type: Literal["channel"]
    properties: "ChannelProperties"
    id: NotRequired[str | None]


class ChannelProperties(TypedDict):
    channel: Literal["email", "sms"]


class CustomJavascript(TypedDict):
    type: Literal["custom_javascript"]
    id: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]


class Delay(TypedDict):
    type: Literal["delay"]
    id: NotRequired[str | None]
    properties: NotRequired["DelayProperties"]


class DelayProperties(TypedDict):
    seconds: NotRequired[int]


class Device(TypedDict):
    type: Literal["device"]
    id: NotRequired[str | None]
    properties: NotRequired["DeviceProperties"]


class DeviceProperties(TypedDict):
    device: NotRequired[Literal["both", "desktop", "mobile"]]


class ExitIntent(TypedDict):
    type: Literal["exit_intent"]
    id: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]


class IdentifiedProfiles(TypedDict):
    type: Literal["identified_profiles"]
    id: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]


class ListsAndSegments(TypedDict):
    type: Literal["lists_and_segments"]
    properties: "ListsAndSegmentsProperties"
    id: NotRequired[str | None]


class ListsAndSegmentsProperties(TypedDict):
    allow_list: NotRequired[list[str] | None]
    deny_list: NotRequired[list[str] | None]


class Location(TypedDict):
    type: Literal["location"]
    properties: "LocationProperties"
    id: NotRequired[str | None]


class LocationProperties(TypedDict):
    allow_list: NotRequired[
        list[
            Literal["con_AF", "con_AS", "con_EU", "con_EUP", "con_NA", "con_OC", "con_SA"]
            | Literal[
                "AD",
                "AE",
                "AF",
                "AG",
                "AI",
                "AL",
                "AM",
                "AN",
                "AO",
                "AQ",
                "AR",
                "AS",
                "AT",
                "AU",
                "AW",
                "AX",
                "AZ",
                "BA",
                "BB",
                "BD",
                "BE",
                "BF",
                "BG",
                "BH",
                "BI",
                "BJ",
                "BM",
                "BN",
                "BO",
                "BR",
                "BS",
                "BT",
                "BV",
                "BW",
                "BY",
                "BZ",
                "CA",
                "CC",
                "CD",
                "CF",
                "CG",
                "CH",
                "CI",
                "CK",
                "CL",
                "CM",
                "CN",
                "CO",
                "CR",
                "CU",
                "CV",
                "CX",
                "CY",
                "CZ",
                "DE",
                "DJ",
                "DK",
                "DM",
                "DO",
                "DZ",
                "EC",
                "EE",
                "EG",
                "EH",
                "ER",
                "ES",
                "ET",
                "FI",
                "FJ",
                "FK",
                "FM",
                "FO",
                "FR",
                "GA",
                "GB",
                "GD",
                "GE",
                "GF",
                "GG",
                "GH",
                "GI",
                "GL",
                "GM",
                "GN",
                "GP",
                "GQ",
                "GR",
                "GS",
                "GT",
                "GU",
                "GW",
                "GY",
                "HK",
                "HM",
                "HN",
                "HR",
                "HT",
                "HU",
                "ID",
                "IE",
                "IL",
                "IM",
                "IN",
                "IO",
                "IQ",
                "IR",
                "IS",
                "IT",
                "JE",
                "JM",
                "JO",
                "JP",
                "KE",
                "KG",
                "KH",
                "KI",
                "KM",
                "KN",
                "KP",
                "KR",
                "KW",
                "KY",
                "KZ",
                "LA",
                "LB",
                "LC",
                "LI",
                "LK",
                "LR",
                "LS",
                "LT",
                "LU",
                "LV",
                "LY",
                "MA",
                "MC",
                "MD",
                "ME",
                "MG",
                "MH",
                "MK",
                "ML",
                "MM",
                "MN",
                "MO",
                "MP",
                "MQ",
                "MR",
                "MS",
                "MT",
                "MU",
                "MV",
                "MW",
                "MX",
                "MY",
                "MZ",
                "NA",
                "NC",
                "NE",
                "NF",
                "NG",
                "NI",
                "NL",
                "NO",
                "NP",
                "NR",
                "NU",
                "NZ",
                "OM",
                "PA",
                "PE",
                "PF",
                "PG",
                "PH",
                "PK",
                "PL",
                "PM",
                "PN",
                "PR",
                "PS",
                "PT",
                "PW",
                "PY",
                "QA",
                "RE",
                "RO",
                "RS",
                "RU",
                "RW",
                "SA",
                "SB",
                "SC",
                "SD",
                "SE",
                "SG",
                "SH",
                "SI",
                "SJ",
                "SK",
                "SL",
                "SM",
                "SN",
                "SO",
                "SR",
                "ST",
                "SV",
                "SY",
                "SZ",
                "TC",
                "TD",
                "TF",
                "TG",
                "TH",
                "TJ",
                "TK",
                "TL",
                "TM",
                "TN",
                "TO",
                "TR",
                "TT",
                "TV",
                "TW",
                "TZ",
                "UA",
                "UG",
                "UM",
                "US",
                "UY",
                "UZ",
                "VA",
                "VC",
                "VE",
                "VG",
                "VI",
                "VN",
                "VU",
                "WF",
                "WS",
                "YE",
                "YT",
                "ZA",
                "ZM",
                "ZW",
            ]
        ]
        | None
    ]
    deny_list: NotRequired[
        list[
            Literal["con_AF", "con_AS", "con_EU", "con_EUP", "con_NA", "con_OC", "con_SA"]
            | Literal[
                "AD",
                "AE",
                "AF",
                "AG",
                "AI",
                "AL",
                "AM",
                "AN",
                "AO",
                "AQ",
                "AR",
                "AS",
                "AT",
                "AU",
                "AW",
                "AX",
                "AZ",
                "BA",
                "BB",
                "BD",
                "BE",
                "BF",
                "BG",
                "BH",
                "BI",
                "BJ",
                "BM",
                "BN",
                "BO",
                "BR",
                "BS",
                "BT",
                "BV",
                "BW",
                "BY",
                "BZ",
                "CA",
                "CC",
                "CD",
                "CF",
                "CG",
                "CH",
                "CI",
                "CK",
                "CL",
                "CM",
                "CN",
                "CO",
                "CR",
                "CU",
                "CV",
                "CX",
                "CY",
                "CZ",
                "DE",
                "DJ",
                "DK",
                "DM",
                "DO",
                "DZ",
                "EC",
                "EE",
                "EG",
                "EH",
                "ER",
                "ES",
                "ET",
                "FI",
                "FJ",
                "FK",
                "FM",
                "FO",
                "FR",
                "GA",
                "GB",
                "GD",
                "GE",
                "GF",
                "GG",
                "GH",
                "GI",
                "GL",
                "GM",
                "GN",
                "GP",
                "GQ",
                "GR",
                "GS",
                "GT",
                "GU",
                "GW",
                "GY",
                "HK",
                "HM",
                "HN",
                "HR",
                "HT",
                "HU",
                "ID",
                "IE",
                "IL",
                "IM",
                "IN",
                "IO",
                "IQ",
                "IR",
                "IS",
                "IT",
                "JE",
                "JM",
                "JO",
                "JP",
                "KE",
                "KG",
                "KH",
                "KI",
                "KM",
                "KN",
                "KP",
                "KR",
                "KW",
                "KY",
                "KZ",
                "LA",
                "LB",
                "LC",
                "LI",
                "LK",
                "LR",
                "LS",
                "LT",
                "LU",
                "LV",
                "LY",
                "MA",
                "MC",
                "MD",
                "ME",
                "MG",
                "MH",
                "MK",
                "ML",
                "MM",
                "MN",
                "MO",
                "MP",
                "MQ",
                "MR",
                "MS",
                "MT",
                "MU",
                "MV",
                "MW",
                "MX",
                "MY",
                "MZ",
                "NA",
                "NC",
                "NE",
                "NF",
                "NG",
                "NI",
                "NL",
                "NO",
                "NP",
                "NR",
                "NU",
                "NZ",
                "OM",
                "PA",
                "PE",
                "PF",
                "PG",
                "PH",
                "PK",
                "PL",
                "PM",
                "PN",
                "PR",
                "PS",
                "PT",
                "PW",
                "PY",
                "QA",
                "RE",
                "RO",
                "RS",
                "RU",
                "RW",
                "SA",
                "SB",
                "SC",
                "SD",
                "SE",
                "SG",
                "SH",
                "SI",
                "SJ",
                "SK",
                "SL",
                "SM",
                "SN",
                "SO",
                "SR",
                "ST",
                "SV",
                "SY",
                "SZ",
                "TC",
                "TD",
                "TF",
                "TG",
                "TH",
                "TJ",
                "TK",
                "TL",
                "TM",
                "TN",
                "TO",
                "TR",
                "TT",
                "TV",
                "TW",
                "TZ",
                "UA",
                "UG",
                "UM",
                "US",
                "UY",
                "UZ",
                "VA",
                "VC",
                "VE",
                "VG",
                "VI",
                "VN",
                "VU",
                "WF",
                "WS",
                "YE",
                "YT",
                "ZA",
                "ZM",
                "ZW",
            ]
        ]
        | None
    ]


class PageVisits(TypedDict):
    type: Literal["page_visits"]
    id: NotRequired[str | None]
    properties: NotRequired["PageVisitsProperties"]


class PageVisitsProperties(TypedDict):
    pages: NotRequired[int]


class PreviouslySubmitted(TypedDict):
    type: Literal["previously_submitted"]
    id: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]


class ProfileEventTracked(TypedDict):
    type: Literal["profile_event_tracked"]
    properties: "ProfileEventTrackedProperties"
    id: NotRequired[str | None]


class ProfileEventTrackedProperties(TypedDict):
    metric: NotRequired[str | None]
    property_filters: NotRequired["list[PropertyFilter] | None"]


class PropertyFilter(TypedDict):
    property: str
    value: str


class Scroll(TypedDict):
    type: Literal["scroll_percentage"]
    id: NotRequired[str | None]
    properties: NotRequired["ScrollProperties"]


class ScrollProperties(TypedDict):
    percentage: NotRequired[int]


class UnidentifiedProfiles(TypedDict):
    type: Literal["unidentified_profiles"]
    id: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]


class URLPatterns(TypedDict):
    type: Literal["url_patterns"]
    id: NotRequired[str | None]
    properties: NotRequired["URLPatternsProperties"]


class URLPatternsProperties(TypedDict):
    allow_list: NotRequired[list[str] | None]
    deny_list: NotRequired[list[str] | None]


class BackInStock(TypedDict):
    type: Literal["back_in_stock"]
    id: NotRequired[str | None]
    properties: NotRequired["BackInStockProperties"]


class BackInStockProperties(TypedDict):
    tag_allowlist: NotRequired[list[str]]
    tag_blocklist: NotRequired[list[str]]


class Teaser(TypedDict):
    content: str
    id: NotRequired[str | None]
    display_order: NotRequired[Literal["after", "before", "before_and_after"]]
    teaser_type: NotRequired[Literal["circle", "corner", "rectangle"]]
    location: NotRequired[
        Literal[
            "bottom_center",
            "bottom_left",
            "bottom_right",
            "center_left",
            "center_right",
            "top_center",
            "top_left",
            "top_right",
        ]
    ]
    size: NotRequired[Literal["custom", "large", "medium", "small"]]
    custom_size: NotRequired[int | None]
    styles: NotRequired["TeaserStyles"]
    close_button: NotRequired[bool]
    device_type: NotRequired[Literal["both", "desktop", "mobile"]]


class TeaserStyles(TypedDict):
    background_color: NotRequired[str]
    drop_shadow: NotRequired["DropShadow"]
    corner_radius: NotRequired[int]
    background_image: NotRequired["BackgroundImage | None"]
    close_button: NotRequired["CloseButtonStyle"]
    margin: NotRequired["Margin"]


class DropShadow(TypedDict):
    enabled: NotRequired[bool]
    blur: NotRequired[int]
    color: NotRequired[str | None]


class CloseButtonStyle(TypedDict):
    background_color: NotRequired[str]
    outline_color: NotRequired[str]
    color: NotRequired[str]
    stroke: NotRequired[float]
    size: NotRequired[int]
    margin: NotRequired["Margin"]
    position: NotRequired[Literal["left", "right"] | None]


class Margin(TypedDict):
    left: NotRequired[int]
    right: NotRequired[int]
    top: NotRequired[int]
    bottom: NotRequired[int]


class DynamicButton(TypedDict):
    type: Literal["BACK_IN_STOCK_OPEN"]
    data: "BackInStockDynamicButtonData"
    id: NotRequired[str | None]


class BackInStockDynamicButtonData(TypedDict):
    label: NotRequired[str]
    display: NotRequired[Literal["NEXT_TO", "REPLACE"]]
    text_styles: NotRequired["BackInStockDynamicButtonTextStyles"]
    button_styles: NotRequired["BackInStockDynamicButtonStyles"]


class BackInStockDynamicButtonTextStyles(TypedDict):
    font_family: NotRequired[
        Literal[
            "Arial Black,Arial",
            "Arial, 'Helvetica Neue', Helvetica, sans-serif",
            "Century Gothic,AppleGothic,Arial",
            "Comic Sans MS,Comic Sans,cursive",
            "Courier",
            "Courier New",
            "Geneva,Arial",
            "Georgia",
            "Helvetica,Arial",
            "Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "MS Serif,Georgia",
            "New York,Georgia",
            "Palatino Linotype,Palatino,Georgia",
            "Palatino,Georgia",
            "Tahoma,sans-serif",
            "Times New Roman",
            "Trebuchet MS",
            "Verdana",
        ]
        | str
    ]
    font_size: NotRequired[int]
    font_weight: NotRequired[Literal[100, 200, 300, 400, 500, 600, 700, 800, 900] | None]
    font_color: NotRequired[str]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    letter_spacing: NotRequired[int]


class BackInStockDynamicButtonStyles(TypedDict):
    color: NotRequired[str]
    border_radius: NotRequired[int]
    height: NotRequired[int]
    width: NotRequired[Literal["fitToText", "fullWidth"]]
    alignment: NotRequired[Literal["center", "left", "right"]]
    border: NotRequired["BackInStockDynamicButtonBorderStyles"]
    drop_shadow: NotRequired["BackInStockDynamicButtonDropShadowStyles"]


class BackInStockDynamicButtonBorderStyles(TypedDict):
    enabled: NotRequired[bool]
    color: NotRequired[str]
    style: NotRequired[Literal["dashed", "dotted", "solid"] | None]
    width: NotRequired[int]


class BackInStockDynamicButtonDropShadowStyles(TypedDict):
    enabled: NotRequired[bool]
    color: NotRequired[str]
    blur: NotRequired[int]
    x_offset: NotRequired[int]
    y_offset: NotRequired[int]


class VersionStyles(TypedDict):
    wrap_content: NotRequired[bool]
    border_styles: NotRequired["BorderStyle | None"]
    close_button: NotRequired["CloseButtonStyle"]
    margin: NotRequired["Margin"]
    padding: NotRequired["Padding"]
    minimum_height: NotRequired[int]
    width: NotRequired[Literal["custom", "full", "large", "medium", "small"]]
    custom_width: NotRequired[int | None]
    background_image: NotRequired["BackgroundImage | None"]
    background_color: NotRequired[str | None]
    input_styles: NotRequired["InputStyles"]
    drop_shadow: NotRequired["DropShadow"]
    overlay_color: NotRequired[str]
    rich_text_styles: NotRequired["RichTextStyles"]
    mobile_overlay: NotRequired["MobileOverlay | None"]
    banner_styles: NotRequired["BannerStyles | None"]
    custom_css: NotRequired["CustomCss"]


class InputStyles(TypedDict):
    text_styles: NotRequired["TextStyleV0"]
    label_color: NotRequired[str]
    text_color: NotRequired[str]
    placeholder_color: NotRequired[str]
    background_color: NotRequired[str]
    border_color: NotRequired[str]
    border_focus_color: NotRequired[str]
    focus_outline_color: NotRequired[str]
    corner_radius: NotRequired[int]
    field_height: NotRequired[int]


class RichTextStyles(TypedDict):
    body: NotRequired["RichTextStyle"]
    link: NotRequired["LinkStyles"]
    h1: NotRequired["RichTextStyle"]
    h2: NotRequired["RichTextStyle"]
    h3: NotRequired["RichTextStyle"]
    h4: NotRequired["RichTextStyle"]
    h5: NotRequired["RichTextStyle"]
    h6: NotRequired["RichTextStyle"]


class RichTextStyle(TypedDict):
    font_family: NotRequired[
        Literal[
            "Arial Black,Arial",
            "Arial, 'Helvetica Neue', Helvetica, sans-serif",
            "Century Gothic,AppleGothic,Arial",
            "Comic Sans MS,Comic Sans,cursive",
            "Courier",
            "Courier New",
            "Geneva,Arial",
            "Georgia",
            "Helvetica,Arial",
            "Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif",
            "MS Serif,Georgia",
            "New York,Georgia",
            "Palatino Linotype,Palatino,Georgia",
            "Palatino,Georgia",
            "Tahoma,sans-serif",
            "Times New Roman",
            "Trebuchet MS",
            "Verdana",
        ]
        | str
    ]
    font_size: NotRequired[int]
    font_weight: NotRequired[Literal[100, 200, 300, 400, 500, 600, 700, 800, 900] | None]
    text_color: NotRequired[str]
    font_style: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    line_spacing: NotRequired[float]
    character_spacing: NotRequired[int | None]
    alignment: NotRequired[Literal["center", "left", "right"]]
    margin: NotRequired["RichTextMargin"]


class RichTextMargin(TypedDict):
    left: NotRequired[Literal[0]]
    right: NotRequired[Literal[0]]
    top: NotRequired[Literal[0]]
    bottom: NotRequired[int]


class LinkStyles(TypedDict):
    color: NotRequired[str]
    decoration: NotRequired[Literal["underline"]]


class MobileOverlay(TypedDict):
    color: NotRequired[str | None]
    enabled: NotRequired[bool]


class BannerStyles(TypedDict):
    desktop_position: NotRequired[Literal["bottom", "top"]]
    mobile_position: NotRequired[Literal["bottom", "top"]]
    scroll_with_page: NotRequired[bool]


class CustomCss(TypedDict):
    enabled: NotRequired[bool]
    css: NotRequired[str]


class VersionProperties(TypedDict):
    side_image_settings: NotRequired["SideImageSettings | None"]
    click_outside_to_close: NotRequired[list[Literal["both", "desktop", "mobile"]] | None]
    rule_based_trigger_evaluation: NotRequired[Literal["all", "any"] | None]
    record_utm_params_on_submit: NotRequired[bool]
    show_close_button: NotRequired[bool]
    accessible_name: NotRequired[str | None]


class SideImageSettings(TypedDict):
    size: NotRequired[Literal["large", "medium", "small"]]
    alignment: NotRequired[Literal["left", "right"]]
    device_type: NotRequired[list[Literal["both", "desktop", "mobile"]]]


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
        case "minLength":
            return f"at least {value:,} character{'s' * (value > 1)}"
        case _:  # maxProperties, the last keyword of SCHEMA that can fail
            return f"at most {value:,} properties"


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
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Update Form","type":"object","description":"Renames a form or replaces its definition, and returns it. A definition takes the place of the whole stored one, so start from the answer of get_form. Live versions cannot be edited, and the status is changed by publish_form and unpublish_form.\n\nRate: 3/s burst, 60/m steady.\nScopes: forms:write.\nReference: https://developers.klaviyo.com/en/reference/update_form","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"id":{"type":"string","description":"Id of the form, such as Sm7Qk4.","pattern":"^(?!\\.{1,2}$)","minLength":1},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The form: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["form"]},"id":{"type":"string","description":"Id of the form."},"attributes":{"type":"object","description":"What is said of the form: its fields apart from type, id and relationships.","properties":{"definition":{"type":"object","description":"Full description of what the resource or rule consists of.","properties":{"versions":{"type":"array","description":"Versions of the form, such as the variants of an A/B test; each is complete in itself.","items":{"type":"object","properties":{"steps":{"type":"array","description":"Steps of the form in their order, each one screen that the visitor sees.","items":{"$ref":"#/$defs/Step"}},"id":{"type":["integer","null"],"description":"Id of the form."},"triggers":{"type":"array","description":"Rules for when, where and to whom the form is shown.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["after_close_or_submit_timeout"]},"id":{"type":["string","null"],"description":"Id of the after_close_or_submit_timeout."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"timeout_days":{"type":"integer","description":"Days for which the form stays hidden after a visitor closes or submits it.","default":5}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["cart_content"]},"id":{"type":["string","null"],"description":"Id of the cart_content."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"value":{"type":["object","null"],"description":"The value that this part sets or compares with.","properties":{"comparison":{"type":["string","null"],"description":"How the cart's worth or item count is compared with value.","enum":["equals","greater_than","less_than",null]},"value":{"type":["number","null"],"description":"The value that this part sets or compares with."}}},"items":{"type":["object","null"],"description":"The items concerned, and which or how many of them count.","properties":{"comparison":{"type":["string","null"],"description":"How the cart's worth or item count is compared with value.","enum":["equals","greater_than","less_than",null]},"value":{"type":["integer","null"],"description":"The value that this part sets or compares with."}}},"product":{"type":["object","null"],"description":"Product that is concerned.","properties":{"type":{"type":["string","null"],"description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["brand","categories","id","name",null]},"value":{"type":["string","null"],"description":"The value that this part sets or compares with."}}}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["cart_item_count"]},"id":{"type":["string","null"],"description":"Id of the cart_item_count."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"comparison":{"type":["string","null"],"description":"How the cart's worth or item count is compared with value.","enum":["equals","greater_than","less_than",null]},"value":{"type":["integer","null"],"description":"The value that this part sets or compares with."}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["cart_product"]},"id":{"type":["string","null"],"description":"Id of the cart_product."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"type":{"type":["string","null"],"description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["brand","categories","id","name",null]},"value":{"type":["string","null"],"description":"The value that this part sets or compares with."}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["cart_value"]},"id":{"type":["string","null"],"description":"Id of the cart_value."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"comparison":{"type":["string","null"],"description":"How the cart's worth or item count is compared with value.","enum":["equals","greater_than","less_than",null]},"value":{"type":["number","null"],"description":"The value that this part sets or compares with."}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["channel"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["email","sms"]}},"required":["channel"]},"id":{"type":["string","null"],"description":"Id of the channel."}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["custom_javascript"]},"id":{"type":["string","null"],"description":"Id of the custom_javascript."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["delay"]},"id":{"type":["string","null"],"description":"Id of the delay."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"seconds":{"type":"integer","description":"Time to wait before the form is shown, in seconds.","default":5}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["device"]},"id":{"type":["string","null"],"description":"Id of the device."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"device":{"type":"string","description":"Kind of device on which the form is shown; desktop by default.","enum":["both","desktop","mobile"],"default":"desktop"}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["exit_intent"]},"id":{"type":["string","null"],"description":"Id of the exit_intent."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["identified_profiles"]},"id":{"type":["string","null"],"description":"Id of the identified_profiles."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["lists_and_segments"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"allow_list":{"type":["array","null"],"description":"Values for which the form is shown: list and segment ids, country or continent codes, or URL patterns, as the trigger's type says.","items":{"type":"string"}},"deny_list":{"type":["array","null"],"description":"Values for which the form stays hidden: list and segment ids, country or continent codes, or URL patterns, as the trigger's type says.","items":{"type":"string"}}}},"id":{"type":["string","null"],"description":"Id of the lists_and_segments."}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["location"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"allow_list":{"type":["array","null"],"description":"Values for which the form is shown: list and segment ids, country or continent codes, or URL patterns, as the trigger's type says.","items":{"oneOf":[{"type":"string","enum":["con_AF","con_AS","con_EU","con_EUP","con_NA","con_OC","con_SA"]},{"type":"string","enum":["AD","AE","AF","AG","AI","AL","AM","AN","AO","AQ","AR","AS","AT","AU","AW","AX","AZ","BA","BB","BD","BE","BF","BG","BH","BI","BJ","BM","BN","BO","BR","BS","BT","BV","BW","BY","BZ","CA","CC","CD","CF","CG","CH","CI","CK","CL","CM","CN","CO","CR","CU","CV","CX","CY","CZ","DE","DJ","DK","DM","DO","DZ","EC","EE","EG","EH","ER","ES","ET","FI","FJ","FK","FM","FO","FR","GA","GB","GD","GE","GF","GG","GH","GI","GL","GM","GN","GP","GQ","GR","GS","GT","GU","GW","GY","HK","HM","HN","HR","HT","HU","ID","IE","IL","IM","IN","IO","IQ","IR","IS","IT","JE","JM","JO","JP","KE","KG","KH","KI","KM","KN","KP","KR","KW","KY","KZ","LA","LB","LC","LI","LK","LR","LS","LT","LU","LV","LY","MA","MC","MD","ME","MG","MH","MK","ML","MM","MN","MO","MP","MQ","MR","MS","MT","MU","MV","MW","MX","MY","MZ","NA","NC","NE","NF","NG","NI","NL","NO","NP","NR","NU","NZ","OM","PA","PE","PF","PG","PH","PK","PL","PM","PN","PR","PS","PT","PW","PY","QA","RE","RO","RS","RU","RW","SA","SB","SC","SD","SE","SG","SH","SI","SJ","SK","SL","SM","SN","SO","SR","ST","SV","SY","SZ","TC","TD","TF","TG","TH","TJ","TK","TL","TM","TN","TO","TR","TT","TV","TW","TZ","UA","UG","UM","US","UY","UZ","VA","VC","VE","VG","VI","VN","VU","WF","WS","YE","YT","ZA","ZM","ZW"]}]}},"deny_list":{"type":["array","null"],"description":"Values for which the form stays hidden: list and segment ids, country or continent codes, or URL patterns, as the trigger's type says.","items":{"oneOf":[{"type":"string","enum":["con_AF","con_AS","con_EU","con_EUP","con_NA","con_OC","con_SA"]},{"type":"string","enum":["AD","AE","AF","AG","AI","AL","AM","AN","AO","AQ","AR","AS","AT","AU","AW","AX","AZ","BA","BB","BD","BE","BF","BG","BH","BI","BJ","BM","BN","BO","BR","BS","BT","BV","BW","BY","BZ","CA","CC","CD","CF","CG","CH","CI","CK","CL","CM","CN","CO","CR","CU","CV","CX","CY","CZ","DE","DJ","DK","DM","DO","DZ","EC","EE","EG","EH","ER","ES","ET","FI","FJ","FK","FM","FO","FR","GA","GB","GD","GE","GF","GG","GH","GI","GL","GM","GN","GP","GQ","GR","GS","GT","GU","GW","GY","HK","HM","HN","HR","HT","HU","ID","IE","IL","IM","IN","IO","IQ","IR","IS","IT","JE","JM","JO","JP","KE","KG","KH","KI","KM","KN","KP","KR","KW","KY","KZ","LA","LB","LC","LI","LK","LR","LS","LT","LU","LV","LY","MA","MC","MD","ME","MG","MH","MK","ML","MM","MN","MO","MP","MQ","MR","MS","MT","MU","MV","MW","MX","MY","MZ","NA","NC","NE","NF","NG","NI","NL","NO","NP","NR","NU","NZ","OM","PA","PE","PF","PG","PH","PK","PL","PM","PN","PR","PS","PT","PW","PY","QA","RE","RO","RS","RU","RW","SA","SB","SC","SD","SE","SG","SH","SI","SJ","SK","SL","SM","SN","SO","SR","ST","SV","SY","SZ","TC","TD","TF","TG","TH","TJ","TK","TL","TM","TN","TO","TR","TT","TV","TW","TZ","UA","UG","UM","US","UY","UZ","VA","VC","VE","VG","VI","VN","VU","WF","WS","YE","YT","ZA","ZM","ZW"]}]}}}},"id":{"type":["string","null"],"description":"Id of the location."}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["page_visits"]},"id":{"type":["string","null"],"description":"Id of the page_visits."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"pages":{"type":"integer","description":"Number of pages a visitor views before the form is shown.","default":3}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["previously_submitted"]},"id":{"type":["string","null"],"description":"Id of the previously_submitted."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile_event_tracked"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"metric":{"type":["string","null"],"description":"Metric that is looked at.","default":""},"property_filters":{"type":["array","null"],"description":"Values that properties of the tracked event must have for the form to be shown.","items":{"type":"object","properties":{"property":{"type":"string","description":"Name of the property that is tested."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["property","value"]}}}},"id":{"type":["string","null"],"description":"Id of the profile_event_tracked."}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["scroll_percentage"]},"id":{"type":["string","null"],"description":"Id of the scroll_percentage."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"percentage":{"type":"integer","description":"Share of the page a visitor scrolls before the form is shown, in percent, such as 30.","default":30}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["unidentified_profiles"]},"id":{"type":["string","null"],"description":"Id of the unidentified_profiles."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["url_patterns"]},"id":{"type":["string","null"],"description":"Id of the url_patterns."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"allow_list":{"type":["array","null"],"description":"Values for which the form is shown: list and segment ids, country or continent codes, or URL patterns, as the trigger's type says.","items":{"type":"string"}},"deny_list":{"type":["array","null"],"description":"Values for which the form stays hidden: list and segment ids, country or continent codes, or URL patterns, as the trigger's type says.","items":{"type":"string"}}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["back_in_stock"]},"id":{"type":["string","null"],"description":"Id of the back_in_stock."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"tag_allowlist":{"type":"array","description":"Product tags for which the back-in-stock form is offered.","items":{"type":"string"}},"tag_blocklist":{"type":"array","description":"Product tags for which the back-in-stock form is not offered.","items":{"type":"string"}}}}},"required":["type"]}]}},"teasers":{"type":"array","description":"Small tabs shown ahead of or after the form, from which visitors can open it.","items":{"type":"object","properties":{"content":{"type":"string","description":"What the block, question or teaser says or shows."},"id":{"type":["string","null"],"description":"Id of the form."},"display_order":{"type":"string","description":"Whether the teaser is shown ahead of the form, once the form is closed, or both.","enum":["after","before","before_and_after"],"default":"after"},"teaser_type":{"type":"string","description":"Outline of the teaser: a circle, a corner or a rectangle.","enum":["circle","corner","rectangle"],"default":"rectangle"},"location":{"type":"string","description":"Where on the screen the form or its teaser appears.","enum":["bottom_center","bottom_left","bottom_right","center_left","center_right","top_center","top_left","top_right"],"default":"bottom_left"},"size":{"type":"string","description":"How large the teaser is drawn; with custom, custom_size applies.","enum":["custom","large","medium","small"],"default":"small"},"custom_size":{"type":["integer","null"],"description":"Size of the teaser when size is set to custom."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":"string","description":"Color behind the content of this part, as a CSS color such as #F5F0E6.","default":"#FFFFFF"},"drop_shadow":{"type":"object","description":"Shadow behind the element: colour, softness and whether it is drawn.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"blur":{"type":"integer","description":"Softness of the shadow's edge, in pixels; higher is softer.","default":30},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"rgba(0,0,0,0.15)"}}},"corner_radius":{"type":"integer","description":"Rounding of the corners of the teaser or input field, in pixels.","default":4},"background_image":{"type":["object","null"],"description":"Picture behind the content of the column, teaser or form: its file, size and position.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"original_image_url":{"type":["string","null"],"description":"Address of the picture as it was before editing."},"id":{"type":["integer","null"],"description":"Id of the form."},"asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library."}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"horizontal_alignment":{"type":"string","description":"Horizontal position of the block's content or of the background image.","enum":["center","left","right"],"default":"center"},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"position":{"type":"string","description":"Where or how this part is placed.","enum":["contain","cover","custom"],"default":"contain"},"vertical_alignment":{"type":"string","description":"Vertical position of the background image in its area.","enum":["bottom","center","top"],"default":"center"},"custom_width":{"type":["integer","null"],"description":"Width of the background image, in pixels, when its position is custom."}}}},"required":["properties"]},"close_button":{"type":"object","description":"Look of the button that dismisses the form or teaser: colours, size, position and margin.","properties":{"background_color":{"type":"string","description":"Color behind the content of this part, as a CSS color such as #F5F0E6.","default":"rgba(180, 187, 195, 0.65)"},"outline_color":{"type":"string","description":"Colour of the line around the close button, such as #FFFFFF.","default":"#FFFFFF"},"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#FFFFFF"},"stroke":{"type":"number","description":"Thickness of the close button's lines, in pixels.","default":2},"size":{"type":"integer","description":"Size of the close button, in pixels.","default":20},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"position":{"type":["string","null"],"description":"Where or how this part is placed.","enum":["left","right",null]}}},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"close_button":{"type":"boolean","description":"Whether visitors can dismiss the teaser with a close button; true by default.","default":true},"device_type":{"type":"string","description":"Kinds of device on which the teaser or the side image is shown.","enum":["both","desktop","mobile"],"default":"both"}},"required":["content"]}},"dynamic_button":{"type":["object","null"],"description":"Back-in-stock button that opens the form on product pages.","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["BACK_IN_STOCK_OPEN"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"label":{"type":"string","description":"Text that names the field, button or choice.","default":""},"display":{"type":"string","description":"Whether the back-in-stock button takes the place of the shop's own button or stands next to it.","enum":["NEXT_TO","REPLACE"],"default":"REPLACE"},"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"font_color":{"type":"string","description":"Colour of the button's text, such as #FFFFFF.","default":"#FFFFFF"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"letter_spacing":{"type":"integer","description":"Extra space between letters, in pixels; 0 for none.","default":0}}},"button_styles":{"type":"object","description":"Look of the back-in-stock button: colour, size, border, shadow and position.","properties":{"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#000000"},"border_radius":{"type":"integer","description":"Rounding of the corners, in pixels; 0 for square ones.","default":0},"height":{"type":"integer","description":"Height of this part, in pixels.","default":44},"width":{"type":"string","description":"Width of this part, in pixels or as a named size.","enum":["fitToText","fullWidth"],"default":"fullWidth"},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"center"},"border":{"type":"object","description":"The line around the button.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#000000"},"style":{"type":["string","null"],"description":"How the line is drawn.","enum":["dashed","dotted","solid",null],"default":"solid"},"width":{"type":"integer","description":"Width of this part, in pixels or as a named size.","default":1}}},"drop_shadow":{"type":"object","description":"Shadow behind the element: colour, softness and whether it is drawn.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#000000"},"blur":{"type":"integer","description":"Softness of the shadow's edge, in pixels; higher is softer.","default":15},"x_offset":{"type":"integer","description":"Horizontal shift of the shadow against the element, in pixels.","default":0},"y_offset":{"type":"integer","description":"Vertical shift of the shadow against the element, in pixels.","default":0}}}}}}},"id":{"type":["string","null"],"description":"Id of the BACK_IN_STOCK_OPEN."}},"required":["type","data"]},"name":{"type":["string","null"],"description":"Name of what this object describes."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"wrap_content":{"type":"boolean","description":"Layout switch of the form; only false is accepted.","enum":[false],"default":false},"border_styles":{"type":["object","null"],"description":"Border around the block or form: radius, colour, line style and thickness.","properties":{"radius":{"type":"integer","description":"Rounding of the corners, in pixels, 8 by default.","default":8},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"style":{"type":["string","null"],"description":"How the line is drawn.","enum":["dashed","dotted","solid",null]},"thickness":{"type":["integer","null"],"description":"Width of the border line, in pixels."}}},"close_button":{"type":"object","description":"Look of the button that dismisses the form or teaser: colours, size, position and margin.","properties":{"background_color":{"type":"string","description":"Color behind the content of this part, as a CSS color such as #F5F0E6.","default":"rgba(180, 187, 195, 0.65)"},"outline_color":{"type":"string","description":"Colour of the line around the close button, such as #FFFFFF.","default":"#FFFFFF"},"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#FFFFFF"},"stroke":{"type":"number","description":"Thickness of the close button's lines, in pixels.","default":2},"size":{"type":"integer","description":"Size of the close button, in pixels.","default":20},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"position":{"type":["string","null"],"description":"Where or how this part is placed.","enum":["left","right",null]}}},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"minimum_height":{"type":"integer","description":"Least height of the form, in pixels.","default":250},"width":{"type":"string","description":"Width of this part, in pixels or as a named size.","enum":["custom","full","large","medium","small"],"default":"medium"},"custom_width":{"type":["integer","null"],"description":"Width of the form, in pixels, when width is set to custom."},"background_image":{"type":["object","null"],"description":"Picture behind the content of the column, teaser or form: its file, size and position.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"original_image_url":{"type":["string","null"],"description":"Address of the picture as it was before editing."},"id":{"type":["integer","null"],"description":"Id of the form."},"asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library."}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"horizontal_alignment":{"type":"string","description":"Horizontal position of the block's content or of the background image.","enum":["center","left","right"],"default":"center"},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"position":{"type":"string","description":"Where or how this part is placed.","enum":["contain","cover","custom"],"default":"contain"},"vertical_alignment":{"type":"string","description":"Vertical position of the background image in its area.","enum":["bottom","center","top"],"default":"center"},"custom_width":{"type":["integer","null"],"description":"Width of the background image, in pixels, when its position is custom."}}}},"required":["properties"]},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6.","default":"#FFFFFF"},"input_styles":{"type":"object","description":"Look of the form's input fields: text, colours, border and height.","properties":{"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"label_color":{"type":"string","description":"Colour of the labels of the form's input fields, such as #303B43.","default":"#303B43"},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"placeholder_color":{"type":"string","description":"Colour of the hint text in empty input fields, such as #949596.","default":"#949596"},"background_color":{"type":"string","description":"Color behind the content of this part, as a CSS color such as #F5F0E6.","default":"#FFFFFF"},"border_color":{"type":"string","description":"Color of the line around this part, as a CSS color such as #D9CFC1.","default":"#949596"},"border_focus_color":{"type":"string","description":"Colour of an input field's border while the field has focus, such as #000000.","default":"#000000"},"focus_outline_color":{"type":"string","description":"Colour of the outline around an input field that has focus, such as #1C65AD.","default":"#1C65AD"},"corner_radius":{"type":"integer","description":"Rounding of the corners of the teaser or input field, in pixels.","default":2},"field_height":{"type":"integer","description":"Height of the form's input fields, in pixels.","default":38}}},"drop_shadow":{"type":"object","description":"Shadow behind the element: colour, softness and whether it is drawn.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"blur":{"type":"integer","description":"Softness of the shadow's edge, in pixels; higher is softer.","default":30},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"rgba(0,0,0,0.15)"}}},"overlay_color":{"type":"string","description":"Colour laid over the page behind the form, such as rgba(20,20,20,0.6).","default":"rgba(20,20,20,0.6)"},"rich_text_styles":{"type":"object","description":"Styles of the form's texts: body, links and headings of each level.","properties":{"body":{"type":"object","description":"Main part of a message or template, or how that part looks.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the body text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"link":{"type":"object","description":"Colour and underline of links in the form's text.","properties":{"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#0066cc"},"decoration":{"type":"string","description":"Line drawn on links in the text of the form.","enum":["underline"],"default":"underline"}}},"h1":{"type":"object","description":"Text style for headings of level 1.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"h2":{"type":"object","description":"Text style for headings of level 2.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"h3":{"type":"object","description":"Text style for headings of level 3.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"h4":{"type":"object","description":"Text style for headings of level 4.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"h5":{"type":"object","description":"Text style for headings of level 5.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}},"h6":{"type":"object","description":"Text style for headings of level 6.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"line_spacing":{"type":"number","description":"Height of a line of text as a factor, 1 by default.","default":1},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"},"margin":{"type":"object","description":"Space around the element, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","enum":[0],"default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","enum":[0],"default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","enum":[0],"default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}}}}}},"mobile_overlay":{"type":["object","null"],"description":"Veil laid over the page behind the form on mobile devices.","properties":{"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"rgba(20, 20, 20, 0.5)"},"enabled":{"type":"boolean","description":"Whether this part is switched on.","enum":[false],"default":false}}},"banner_styles":{"type":["object","null"],"description":"Settings for forms of type banner: edge of the screen and behaviour on scrolling.","properties":{"desktop_position":{"type":"string","description":"Edge of the screen at which the banner stands on desktop.","enum":["bottom","top"],"default":"top"},"mobile_position":{"type":"string","description":"Edge of the screen at which the banner stands on mobile devices.","enum":["bottom","top"],"default":"top"},"scroll_with_page":{"type":"boolean","description":"Whether the banner moves with the page when the visitor scrolls; true by default.","default":true}}},"custom_css":{"type":"object","description":"CSS of one's own for the form, and whether it is in force.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"css":{"type":"string","description":"CSS rules for the form; they apply when enabled is true.","default":""}}}}},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"side_image_settings":{"type":["object","null"],"description":"Side, size and devices for the picture beside the form's content.","properties":{"size":{"type":"string","description":"How large the picture beside the form's content is.","enum":["large","medium","small"],"default":"medium"},"alignment":{"type":"string","description":"Side of the form on which the side image stands.","enum":["left","right"],"default":"left"},"device_type":{"type":"array","description":"Kinds of device on which the teaser or the side image is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}}}},"click_outside_to_close":{"type":["array","null"],"description":"Kinds of device on which a click beside the form closes it.","items":{"type":"string","enum":["both","desktop","mobile"]}},"rule_based_trigger_evaluation":{"type":["string","null"],"description":"Whether one display trigger that holds is enough, or all of them must hold.","enum":["all","any",null],"default":"any"},"record_utm_params_on_submit":{"type":"boolean","description":"Whether the UTM parameters of the page are recorded with a submission; false by default.","default":false},"show_close_button":{"type":"boolean","description":"Whether the form has a button that closes it; true by default.","default":true},"accessible_name":{"type":["string","null"],"description":"Name by which assistive technology, such as a screen reader, announces the form."}}},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["banner","embed","flyout","full_screen","popup"],"default":"popup"},"location":{"type":["string","null"],"description":"Where on the screen the form or its teaser appears.","enum":["bottom_center","bottom_left","bottom_right","center_left","center_right","top_center","top_left","top_right",null]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["draft","live"],"default":"draft"},"ab_test":{"type":"boolean","description":"Whether the form or form version is part of an A/B test.","default":false},"specialties":{"type":"array","description":"Special purposes of the form version, such as back-in-stock sign-up.","items":{"type":"string","enum":["BACK_IN_STOCK"]}},"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["IN_APP","WEB"],"default":"WEB"},"message_priority":{"type":"integer","description":"Number that ranks the form version against other messages; 50 by default.","default":50}},"required":["steps"]}}},"required":["versions"]},"name":{"type":["string","null"],"description":"Name of the form, for people to tell it from others."}}}},"required":["type","id","attributes"]}},"required":["data"]},"fields_form":{"type":"array","description":"Which fields of each form to return. Left out, all.","items":{"type":"string","enum":["ab_test","created_at","definition","definition.versions","id","name","status","updated_at"]}}},"required":["revision","id","body"],"examples":[{"revision":"2026-10-15","id":"RkT8mX","body":{"data":{"type":"form","id":"RkT8mX","attributes":{"name":"Winter tea letter sign-up","definition":{"versions":[{"id":7412385,"name":"Winter tea letter flyout","type":"flyout","location":"bottom_right","status":"draft","triggers":[{"type":"scroll_percentage","properties":{"percentage":40}}],"properties":{"show_close_button":true,"accessible_name":"Sign up for the winter tea letter"},"steps":[{"name":"Email","columns":[{"rows":[{"blocks":[{"type":"html_text","properties":{"content":"<h2>Winter blends are here</h2><p>Be the first to taste them.</p>"}}]},{"blocks":[{"type":"email","properties":{"property_name":"$email","label":"Email address","show_label":true,"placeholder":"you@example.com","required":true}}]},{"blocks":[{"type":"button","properties":{"label":"Keep me posted"},"action":{"type":"close","submit":true,"properties":{"list_id":"Y6nRLr"}}}]}]}]}]}]}}}}},{"revision":"2026-10-15","id":"RkT8mX","body":{"data":{"type":"form","id":"RkT8mX","attributes":{}}}}],"$defs":{"Step":{"type":"object","properties":{"columns":{"type":"array","description":"Columns that stand side by side and hold the content.","items":{"type":"object","properties":{"id":{"type":["string","null"],"description":"Id of the object."},"rows":{"type":"array","description":"Rows of the column, one below the other; each holds content blocks.","items":{"type":"object","properties":{"blocks":{"type":"array","description":"Content blocks of the row, such as text, input field, image or button.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["button"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"additional_fields":{"type":["array","null"],"description":"Extra fields of a button or image block, each a name and a value.","items":{"type":"object","properties":{"name":{"type":"string","description":"Name of what this object describes."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["name","value"]}}},"required":["label"]},"id":{"type":["string","null"],"description":"Id of the button."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"width":{"type":"string","description":"Width of this part, in pixels or as a named size.","enum":["fill","fit"],"default":"fill"},"height":{"description":"Height of this part, in pixels.","oneOf":[{"type":"integer"},{"type":"string","enum":["auto"]}],"default":50},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"center"},"hover_background_color":{"type":["string","null"],"description":"Fill colour of the button while the pointer is over it, such as #333333."},"hover_text_color":{"type":["string","null"],"description":"Colour of the button's text while the pointer is over it, such as #FFFFFF."},"border_styles":{"type":"object","description":"Border around the block or form: radius, colour, line style and thickness.","properties":{"radius":{"type":"integer","description":"Rounding of the corners, in pixels, 8 by default.","default":8},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"style":{"type":["string","null"],"description":"How the line is drawn.","enum":["dashed","dotted","solid",null]},"thickness":{"type":["integer","null"],"description":"Width of the border line, in pixels."}}},"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"drop_shadow":{"type":"object","description":"Shadow behind the element: colour, softness and whether it is drawn.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#000000"},"blur":{"type":"integer","description":"Softness of the shadow's edge, in pixels; higher is softer.","default":15},"x_offset":{"type":"integer","description":"Horizontal shift of the shadow against the element, in pixels.","default":0},"y_offset":{"type":"integer","description":"Vertical shift of the shadow against the element, in pixels.","default":0}}}}},"action":{"description":"What happens on a click or tap on the block.","oneOf":[{"type":"object","properties":{"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["close"]},"id":{"type":["string","null"],"description":"Id of the close."},"properties":{"type":["object","null"],"description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."}}}},"required":["submit","type"]},{"type":"object","properties":{"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["next_step"]},"id":{"type":["string","null"],"description":"Id of the next_step."},"properties":{"type":["object","null"],"description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."}}}},"required":["submit","type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["open_form"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"form_id_to_open":{"type":"string","description":"Id of the form that opens on click."},"close_form":{"type":"boolean","description":"Whether the current form closes when the other one opens; true by default.","default":true}},"required":["form_id_to_open"]},"id":{"type":["string","null"],"description":"Id of the open_form."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["promotional_sms_subscription"]},"id":{"type":["string","null"],"description":"Id of the promotional_sms_subscription."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["redirect"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."},"url":{"type":"string","description":"Address that this part points to, such as https://www.example.com/tea.","default":""},"new_window":{"type":"boolean","description":"Whether the address opens in a new window; false by default.","default":false}}},"id":{"type":["string","null"],"description":"Id of the redirect."}},"required":["submit","type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["resend_opt_in_code"]},"id":{"type":["string","null"],"description":"Id of the resend_opt_in_code."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[false],"default":false},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["submit_opt_in_code"]},"id":{"type":["string","null"],"description":"Id of the submit_opt_in_code."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["subscribe_via_sms"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"opt_in_keyword":{"type":["string","null"],"description":"Keyword a person sends to subscribe, such as JOIN."},"opt_in_message":{"type":"string","description":"Text message that is prepared for the person to send as opt-in."},"sending_number":{"type":["string","null"],"description":"Number to which the opt-in message is sent."}},"required":["opt_in_keyword","opt_in_message","sending_number"]},"id":{"type":["string","null"],"description":"Id of the subscribe_via_sms."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["subscribe_via_whatsapp"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"opt_in_keyword":{"type":["string","null"],"description":"Keyword a person sends to subscribe, such as JOIN."},"opt_in_message":{"type":"string","description":"Text message that is prepared for the person to send as opt-in."},"sending_number":{"type":["string","null"],"description":"Number to which the opt-in message is sent."}},"required":["opt_in_keyword","opt_in_message","sending_number"]},"id":{"type":["string","null"],"description":"Id of the subscribe_via_whatsapp."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["go_to_inbox"]},"id":{"type":["string","null"],"description":"Id of the go_to_inbox."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["submit_back_in_stock"]},"id":{"type":["string","null"],"description":"Id of the submit_back_in_stock."},"properties":{"type":["object","null"],"description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."}}},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["skip_to_success"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true},"id":{"type":["string","null"],"description":"Id of the skip_to_success."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[false],"default":false}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["iaf_deeplink_to_screen"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"deep_link_url":{"type":"string","description":"Deep link to the screen of the app that the button opens.","default":""}}},"id":{"type":["string","null"],"description":"Id of the iaf_deeplink_to_screen."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]}]}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["age_gate"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email.","enum":["$age_gated_date_of_birth"],"default":"$age_gated_date_of_birth"},"date_format":{"type":"string","description":"Order in which visitors enter day, month and year, such as MM/DD/YYYY.","default":"MM/DD/YYYY"},"sms_country_code":{"type":"string","description":"Country for which the age gate applies to SMS, such as US.","enum":["AT","AU","CH","DE","ES","FR","GB","IE","IT","PT","US"],"default":"US"},"required":{"type":"boolean","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","enum":[true],"default":true}}},"id":{"type":["string","null"],"description":"Id of the age_gate."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["coupon"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"coupon":{"description":"The coupon that is shown or given out.","oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["unique"]},"id":{"type":["integer","null"],"description":"Id of the unique."},"code":{"type":["string","null"],"description":"Code of the coupon that the block hands out."},"fallback_coupon_code":{"type":["string","null"],"description":"Coupon code shown when no unique code is available."},"integration":{"type":"string","description":"System that supplies the unique coupon codes, such as shopify.","enum":["api","magento_two","prestashop","shopify","uploaded","woocommerce"],"default":"shopify"}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["static"]},"text":{"type":["string","null"],"description":"Text as the reader sees it."}},"required":["type"]}]},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"success_message":{"type":["string","null"],"description":"Text shown in the coupon block to confirm success."}},"required":["coupon"]},"id":{"type":["string","null"],"description":"Id of the coupon."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"border_styles":{"type":["object","null"],"description":"Border around the block or form: radius, colour, line style and thickness.","properties":{"radius":{"type":"integer","description":"Rounding of the corners, in pixels, 8 by default.","default":8},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"style":{"type":["string","null"],"description":"How the line is drawn.","enum":["dashed","dotted","solid",null]},"thickness":{"type":["integer","null"],"description":"Width of the border line, in pixels."}}},"coupon_background_color":{"type":["string","null"],"description":"Fill colour behind the coupon code, such as #EEEEEE.","default":"#EEEEEE"}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email."},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"date_format":{"type":"string","description":"Order in which visitors enter day, month and year, such as MM/DD/YYYY.","default":"MM/DD"}},"required":["property_name"]},"id":{"type":["string","null"],"description":"Id of the date."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["email"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email.","enum":["$email"],"default":"$email"}}},"id":{"type":["string","null"],"description":"Id of the email."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["html_text"]},"id":{"type":["string","null"],"description":"Id of the html_text."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"content":{"type":"string","description":"What the block, question or teaser says or shows.","default":""}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["opt_in_code"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email.","enum":["opt_in_code"],"default":"opt_in_code"},"required":{"type":"boolean","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","enum":[true],"default":true},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}}}},"id":{"type":["string","null"],"description":"Id of the opt_in_code."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["phone_number"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email.","default":"$phone_number"},"sms_consent_type":{"type":["array","null"],"description":"Kinds of SMS consent that the phone number field collects.","items":{"type":"string","enum":["phone_number_only","promotional","transactional"]}},"channel_settings":{"type":["object","null"],"description":"Kind of consent that the phone number field collects for SMS and for WhatsApp.","properties":{"sms":{"type":"object","description":"Settings of the SMS channel.","properties":{"consent_type":{"type":["string","null"],"description":"Kind of consent that the phone number field collects for the channel.","enum":["phone_number_only","promotional","transactional",null]}}},"whatsapp":{"type":"object","description":"Settings of the WhatsApp channel.","properties":{"consent_type":{"type":["string","null"],"description":"Kind of consent that the phone number field collects for the channel.","enum":["phone_number_only","promotional","transactional",null]}}}}}}},"id":{"type":["string","null"],"description":"Id of the phone_number."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["promotional_sms_checkbox"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"checkbox_text":{"type":"string","description":"Text beside the consent checkbox, such as Send me offers by text message."},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"required":{"type":"boolean","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","enum":[false],"default":false},"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email.","enum":["opt_in_promotional_sms"],"default":"opt_in_promotional_sms"},"placeholder":{"type":"null","description":"Hint shown in the field while it is empty; checkboxes take only null."},"channels":{"type":"array","description":"Channels by which the person wants to be reached, one or more.","items":{"type":"string","enum":["sms","whatsapp"]}}},"required":["checkbox_text"]},"id":{"type":["string","null"],"description":"Id of the promotional_sms_checkbox."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"horizontal_alignment":{"type":"string","description":"Horizontal position of the block's content or of the background image.","enum":["center","left","right"],"default":"left"}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["text"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email."},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}}},"required":["property_name"]},"id":{"type":["string","null"],"description":"Id of the text."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["checkboxes"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email."},"options":{"type":"array","description":"Choices offered by the field, each with a label and the value it stores.","items":{"type":"object","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["label","value"]}},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."}},"required":["property_name","options"]},"id":{"type":["string","null"],"description":"Id of the checkboxes."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"arrangement":{"type":"string","description":"Whether the choices stand side by side or one below the other.","enum":["horizontal","vertical"],"default":"vertical"},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["radio_buttons"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email."},"options":{"type":"array","description":"Choices offered by the field, each with a label and the value it stores.","items":{"type":"object","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["label","value"]}},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."}},"required":["property_name","options"]},"id":{"type":["string","null"],"description":"Id of the radio_buttons."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"arrangement":{"type":"string","description":"Whether the choices stand side by side or one below the other.","enum":["horizontal","vertical"],"default":"vertical"},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"left"}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["dropdown"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email."},"options":{"type":"array","description":"Choices offered by the field, each with a label and the value it stores.","items":{"type":"object","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["label","value"]}},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"required":{"type":["boolean","null"],"description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"placeholder":{"type":["string","null"],"description":"Hint shown in the field while it is empty; checkboxes take only null."}},"required":["property_name","options"]},"id":{"type":["string","null"],"description":"Id of the dropdown."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["image"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"image":{"type":["object","null"],"description":"Picture that is shown, by its source and how it looks.","properties":{"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"original_image_url":{"type":["string","null"],"description":"Address of the picture as it was before editing."},"id":{"type":["integer","null"],"description":"Id of the image."},"asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library."}}},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"additional_fields":{"type":["array","null"],"description":"Extra fields of a button or image block, each a name and a value.","items":{"type":"object","properties":{"name":{"type":"string","description":"Name of what this object describes."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["name","value"]}}},"required":["image"]},"id":{"type":["string","null"],"description":"Id of the image."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"horizontal_alignment":{"type":"string","description":"Horizontal position of the block's content or of the background image.","enum":["center","left","right"],"default":"center"},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"drop_shadow":{"type":"object","description":"Shadow behind the element: colour, softness and whether it is drawn.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on.","default":false},"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#000000"},"blur":{"type":"integer","description":"Softness of the shadow's edge, in pixels; higher is softer.","default":15},"x_offset":{"type":"integer","description":"Horizontal shift of the shadow against the element, in pixels.","default":0},"y_offset":{"type":"integer","description":"Vertical shift of the shadow against the element, in pixels.","default":0}}}}},"action":{"description":"What happens on a click or tap on the block.","oneOf":[{"type":"object","properties":{"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["close"]},"id":{"type":["string","null"],"description":"Id of the close."},"properties":{"type":["object","null"],"description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."}}}},"required":["submit","type"]},{"type":"object","properties":{"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["next_step"]},"id":{"type":["string","null"],"description":"Id of the next_step."},"properties":{"type":["object","null"],"description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."}}}},"required":["submit","type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["open_form"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"form_id_to_open":{"type":"string","description":"Id of the form that opens on click."},"close_form":{"type":"boolean","description":"Whether the current form closes when the other one opens; true by default.","default":true}},"required":["form_id_to_open"]},"id":{"type":["string","null"],"description":"Id of the open_form."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["promotional_sms_subscription"]},"id":{"type":["string","null"],"description":"Id of the promotional_sms_subscription."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["redirect"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."},"url":{"type":"string","description":"Address that this part points to, such as https://www.example.com/tea.","default":""},"new_window":{"type":"boolean","description":"Whether the address opens in a new window; false by default.","default":false}}},"id":{"type":["string","null"],"description":"Id of the redirect."}},"required":["submit","type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["resend_opt_in_code"]},"id":{"type":["string","null"],"description":"Id of the resend_opt_in_code."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[false],"default":false},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["submit_opt_in_code"]},"id":{"type":["string","null"],"description":"Id of the submit_opt_in_code."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["subscribe_via_sms"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"opt_in_keyword":{"type":["string","null"],"description":"Keyword a person sends to subscribe, such as JOIN."},"opt_in_message":{"type":"string","description":"Text message that is prepared for the person to send as opt-in."},"sending_number":{"type":["string","null"],"description":"Number to which the opt-in message is sent."}},"required":["opt_in_keyword","opt_in_message","sending_number"]},"id":{"type":["string","null"],"description":"Id of the subscribe_via_sms."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["subscribe_via_whatsapp"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"opt_in_keyword":{"type":["string","null"],"description":"Keyword a person sends to subscribe, such as JOIN."},"opt_in_message":{"type":"string","description":"Text message that is prepared for the person to send as opt-in."},"sending_number":{"type":["string","null"],"description":"Number to which the opt-in message is sent."}},"required":["opt_in_keyword","opt_in_message","sending_number"]},"id":{"type":["string","null"],"description":"Id of the subscribe_via_whatsapp."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["go_to_inbox"]},"id":{"type":["string","null"],"description":"Id of the go_to_inbox."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true},"properties":{"type":"null","description":"Settings of this part; which ones there are depends on its kind."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["submit_back_in_stock"]},"id":{"type":["string","null"],"description":"Id of the submit_back_in_stock."},"properties":{"type":["object","null"],"description":"Settings of this part; which ones there are depends on its kind.","properties":{"list_id":{"type":["string","null"],"description":"Id of the list to which a submission of the form is added."}}},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["skip_to_success"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","maxProperties":0,"additionalProperties":true},"id":{"type":["string","null"],"description":"Id of the skip_to_success."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[false],"default":false}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["iaf_deeplink_to_screen"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"deep_link_url":{"type":"string","description":"Deep link to the screen of the app that the button opens.","default":""}}},"id":{"type":["string","null"],"description":"Id of the iaf_deeplink_to_screen."},"submit":{"type":"boolean","description":"Whether the action also submits what the visitor entered.","enum":[true],"default":true}},"required":["type","properties"]},{"type":"null"}]}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["countdown_timer"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"configuration":{"description":"When the countdown timer ends: at a fixed time, or a set duration after it starts.","oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["fixed"]},"timezone":{"type":"string","description":"IANA time zone such as America/New_York; in flows, profile stands for the time zone of each profile.","enum":["Africa/Abidjan","Africa/Accra","Africa/Addis_Ababa","Africa/Algiers","Africa/Asmara","Africa/Asmera","Africa/Bamako","Africa/Bangui","Africa/Banjul","Africa/Bissau","Africa/Blantyre","Africa/Brazzaville","Africa/Bujumbura","Africa/Cairo","Africa/Casablanca","Africa/Ceuta","Africa/Conakry","Africa/Dakar","Africa/Dar_es_Salaam","Africa/Djibouti","Africa/Douala","Africa/El_Aaiun","Africa/Freetown","Africa/Gaborone","Africa/Harare","Africa/Johannesburg","Africa/Juba","Africa/Kampala","Africa/Khartoum","Africa/Kigali","Africa/Kinshasa","Africa/Lagos","Africa/Libreville","Africa/Lome","Africa/Luanda","Africa/Lubumbashi","Africa/Lusaka","Africa/Malabo","Africa/Maputo","Africa/Maseru","Africa/Mbabane","Africa/Mogadishu","Africa/Monrovia","Africa/Nairobi","Africa/Ndjamena","Africa/Niamey","Africa/Nouakchott","Africa/Ouagadougou","Africa/Porto-Novo","Africa/Sao_Tome","Africa/Timbuktu","Africa/Tripoli","Africa/Tunis","Africa/Windhoek","America/Adak","America/Anchorage","America/Anguilla","America/Antigua","America/Araguaina","America/Argentina/Buenos_Aires","America/Argentina/Catamarca","America/Argentina/ComodRivadavia","America/Argentina/Cordoba","America/Argentina/Jujuy","America/Argentina/La_Rioja","America/Argentina/Mendoza","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Aruba","America/Asuncion","America/Atikokan","America/Atka","America/Bahia","America/Bahia_Banderas","America/Barbados","America/Belem","America/Belize","America/Blanc-Sablon","America/Boa_Vista","America/Bogota","America/Boise","America/Buenos_Aires","America/Cambridge_Bay","America/Campo_Grande","America/Cancun","America/Caracas","America/Catamarca","America/Cayenne","America/Cayman","America/Chicago","America/Chihuahua","America/Ciudad_Juarez","America/Coral_Harbour","America/Cordoba","America/Costa_Rica","America/Creston","America/Cuiaba","America/Curacao","America/Danmarkshavn","America/Dawson","America/Dawson_Creek","America/Denver","America/Detroit","America/Dominica","America/Edmonton","America/Eirunepe","America/El_Salvador","America/Ensenada","America/Fort_Nelson","America/Fort_Wayne","America/Fortaleza","America/Glace_Bay","America/Godthab","America/Goose_Bay","America/Grand_Turk","America/Grenada","America/Guadeloupe","America/Guatemala","America/Guayaquil","America/Guyana","America/Halifax","America/Havana","America/Hermosillo","America/Indiana/Indianapolis","America/Indiana/Knox","America/Indiana/Marengo","America/Indiana/Petersburg","America/Indiana/Tell_City","America/Indiana/Vevay","America/Indiana/Vincennes","America/Indiana/Winamac","America/Indianapolis","America/Inuvik","America/Iqaluit","America/Jamaica","America/Jujuy","America/Juneau","America/Kentucky/Louisville","America/Kentucky/Monticello","America/Knox_IN","America/Kralendijk","America/La_Paz","America/Lima","America/Los_Angeles","America/Louisville","America/Lower_Princes","America/Maceio","America/Managua","America/Manaus","America/Marigot","America/Martinique","America/Matamoros","America/Mazatlan","America/Mendoza","America/Menominee","America/Merida","America/Metlakatla","America/Mexico_City","America/Miquelon","America/Moncton","America/Monterrey","America/Montevideo","America/Montreal","America/Montserrat","America/Nassau","America/New_York","America/Nipigon","America/Nome","America/Noronha","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem","America/Nuuk","America/Ojinaga","America/Panama","America/Pangnirtung","America/Paramaribo","America/Phoenix","America/Port-au-Prince","America/Port_of_Spain","America/Porto_Acre","America/Porto_Velho","America/Puerto_Rico","America/Punta_Arenas","America/Rainy_River","America/Rankin_Inlet","America/Recife","America/Regina","America/Resolute","America/Rio_Branco","America/Rosario","America/Santa_Isabel","America/Santarem","America/Santiago","America/Santo_Domingo","America/Sao_Paulo","America/Scoresbysund","America/Shiprock","America/Sitka","America/St_Barthelemy","America/St_Johns","America/St_Kitts","America/St_Lucia","America/St_Thomas","America/St_Vincent","America/Swift_Current","America/Tegucigalpa","America/Thule","America/Thunder_Bay","America/Tijuana","America/Toronto","America/Tortola","America/Vancouver","America/Virgin","America/Whitehorse","America/Winnipeg","America/Yakutat","America/Yellowknife","Antarctica/Casey","Antarctica/Davis","Antarctica/DumontDUrville","Antarctica/Macquarie","Antarctica/Mawson","Antarctica/McMurdo","Antarctica/Palmer","Antarctica/Rothera","Antarctica/South_Pole","Antarctica/Syowa","Antarctica/Troll","Antarctica/Vostok","Arctic/Longyearbyen","Asia/Aden","Asia/Almaty","Asia/Amman","Asia/Anadyr","Asia/Aqtau","Asia/Aqtobe","Asia/Ashgabat","Asia/Ashkhabad","Asia/Atyrau","Asia/Baghdad","Asia/Bahrain","Asia/Baku","Asia/Bangkok","Asia/Barnaul","Asia/Beirut","Asia/Bishkek","Asia/Brunei","Asia/Calcutta","Asia/Chita","Asia/Choibalsan","Asia/Chongqing","Asia/Chungking","Asia/Colombo","Asia/Dacca","Asia/Damascus","Asia/Dhaka","Asia/Dili","Asia/Dubai","Asia/Dushanbe","Asia/Famagusta","Asia/Gaza","Asia/Harbin","Asia/Hebron","Asia/Ho_Chi_Minh","Asia/Hong_Kong","Asia/Hovd","Asia/Irkutsk","Asia/Istanbul","Asia/Jakarta","Asia/Jayapura","Asia/Jerusalem","Asia/Kabul","Asia/Kamchatka","Asia/Karachi","Asia/Kashgar","Asia/Kathmandu","Asia/Katmandu","Asia/Khandyga","Asia/Kolkata","Asia/Krasnoyarsk","Asia/Kuala_Lumpur","Asia/Kuching","Asia/Kuwait","Asia/Macao","Asia/Macau","Asia/Magadan","Asia/Makassar","Asia/Manila","Asia/Muscat","Asia/Nicosia","Asia/Novokuznetsk","Asia/Novosibirsk","Asia/Omsk","Asia/Oral","Asia/Phnom_Penh","Asia/Pontianak","Asia/Pyongyang","Asia/Qatar","Asia/Qostanay","Asia/Qyzylorda","Asia/Rangoon","Asia/Riyadh","Asia/Saigon","Asia/Sakhalin","Asia/Samarkand","Asia/Seoul","Asia/Shanghai","Asia/Singapore","Asia/Srednekolymsk","Asia/Taipei","Asia/Tashkent","Asia/Tbilisi","Asia/Tehran","Asia/Tel_Aviv","Asia/Thimbu","Asia/Thimphu","Asia/Tokyo","Asia/Tomsk","Asia/Ujung_Pandang","Asia/Ulaanbaatar","Asia/Ulan_Bator","Asia/Urumqi","Asia/Ust-Nera","Asia/Vientiane","Asia/Vladivostok","Asia/Yakutsk","Asia/Yangon","Asia/Yekaterinburg","Asia/Yerevan","Atlantic/Azores","Atlantic/Bermuda","Atlantic/Canary","Atlantic/Cape_Verde","Atlantic/Faeroe","Atlantic/Faroe","Atlantic/Jan_Mayen","Atlantic/Madeira","Atlantic/Reykjavik","Atlantic/South_Georgia","Atlantic/St_Helena","Atlantic/Stanley","Australia/ACT","Australia/Adelaide","Australia/Brisbane","Australia/Broken_Hill","Australia/Canberra","Australia/Currie","Australia/Darwin","Australia/Eucla","Australia/Hobart","Australia/LHI","Australia/Lindeman","Australia/Lord_Howe","Australia/Melbourne","Australia/NSW","Australia/North","Australia/Perth","Australia/Queensland","Australia/South","Australia/Sydney","Australia/Tasmania","Australia/Victoria","Australia/West","Australia/Yancowinna","Brazil/Acre","Brazil/DeNoronha","Brazil/East","Brazil/West","CET","CST6CDT","Canada/Atlantic","Canada/Central","Canada/Eastern","Canada/Mountain","Canada/Newfoundland","Canada/Pacific","Canada/Saskatchewan","Canada/Yukon","Chile/Continental","Chile/EasterIsland","Cuba","EET","EST","EST5EDT","Egypt","Eire","Etc/GMT","Etc/GMT+0","Etc/GMT+1","Etc/GMT+10","Etc/GMT+11","Etc/GMT+12","Etc/GMT+2","Etc/GMT+3","Etc/GMT+4","Etc/GMT+5","Etc/GMT+6","Etc/GMT+7","Etc/GMT+8","Etc/GMT+9","Etc/GMT-0","Etc/GMT-1","Etc/GMT-10","Etc/GMT-11","Etc/GMT-12","Etc/GMT-13","Etc/GMT-14","Etc/GMT-2","Etc/GMT-3","Etc/GMT-4","Etc/GMT-5","Etc/GMT-6","Etc/GMT-7","Etc/GMT-8","Etc/GMT-9","Etc/GMT0","Etc/Greenwich","Etc/UCT","Etc/UTC","Etc/Universal","Etc/Zulu","Europe/Amsterdam","Europe/Andorra","Europe/Astrakhan","Europe/Athens","Europe/Belfast","Europe/Belgrade","Europe/Berlin","Europe/Bratislava","Europe/Brussels","Europe/Bucharest","Europe/Budapest","Europe/Busingen","Europe/Chisinau","Europe/Copenhagen","Europe/Dublin","Europe/Gibraltar","Europe/Guernsey","Europe/Helsinki","Europe/Isle_of_Man","Europe/Istanbul","Europe/Jersey","Europe/Kaliningrad","Europe/Kiev","Europe/Kirov","Europe/Kyiv","Europe/Lisbon","Europe/Ljubljana","Europe/London","Europe/Luxembourg","Europe/Madrid","Europe/Malta","Europe/Mariehamn","Europe/Minsk","Europe/Monaco","Europe/Moscow","Europe/Nicosia","Europe/Oslo","Europe/Paris","Europe/Podgorica","Europe/Prague","Europe/Riga","Europe/Rome","Europe/Samara","Europe/San_Marino","Europe/Sarajevo","Europe/Saratov","Europe/Simferopol","Europe/Skopje","Europe/Sofia","Europe/Stockholm","Europe/Tallinn","Europe/Tirane","Europe/Tiraspol","Europe/Ulyanovsk","Europe/Uzhgorod","Europe/Vaduz","Europe/Vatican","Europe/Vienna","Europe/Vilnius","Europe/Volgograd","Europe/Warsaw","Europe/Zagreb","Europe/Zaporozhye","Europe/Zurich","GB","GB-Eire","GMT","GMT+0","GMT-0","GMT0","Greenwich","HST","Hongkong","Iceland","Indian/Antananarivo","Indian/Chagos","Indian/Christmas","Indian/Cocos","Indian/Comoro","Indian/Kerguelen","Indian/Mahe","Indian/Maldives","Indian/Mauritius","Indian/Mayotte","Indian/Reunion","Iran","Israel","Jamaica","Japan","Kwajalein","Libya","MET","MST","MST7MDT","Mexico/BajaNorte","Mexico/BajaSur","Mexico/General","NZ","NZ-CHAT","Navajo","PRC","PST8PDT","Pacific/Apia","Pacific/Auckland","Pacific/Bougainville","Pacific/Chatham","Pacific/Chuuk","Pacific/Easter","Pacific/Efate","Pacific/Enderbury","Pacific/Fakaofo","Pacific/Fiji","Pacific/Funafuti","Pacific/Galapagos","Pacific/Gambier","Pacific/Guadalcanal","Pacific/Guam","Pacific/Honolulu","Pacific/Johnston","Pacific/Kanton","Pacific/Kiritimati","Pacific/Kosrae","Pacific/Kwajalein","Pacific/Majuro","Pacific/Marquesas","Pacific/Midway","Pacific/Nauru","Pacific/Niue","Pacific/Norfolk","Pacific/Noumea","Pacific/Pago_Pago","Pacific/Palau","Pacific/Pitcairn","Pacific/Pohnpei","Pacific/Ponape","Pacific/Port_Moresby","Pacific/Rarotonga","Pacific/Saipan","Pacific/Samoa","Pacific/Tahiti","Pacific/Tarawa","Pacific/Tongatapu","Pacific/Truk","Pacific/Wake","Pacific/Wallis","Pacific/Yap","Poland","Portugal","ROC","ROK","Singapore","Turkey","UCT","US/Alaska","US/Aleutian","US/Arizona","US/Central","US/East-Indiana","US/Eastern","US/Hawaii","US/Indiana-Starke","US/Michigan","US/Mountain","US/Pacific","US/Samoa","UTC","Universal","W-SU","WET","Zulu"]},"end_time":{"type":["string","null"],"description":"Moment at which the countdown timer reaches zero, ISO 8601.","format":"date-time"}},"required":["type","timezone"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["variable"]},"days":{"type":"integer","description":"Whole days in the duration of the countdown timer, besides hours and minutes."},"hours":{"type":"integer","description":"Whole hours in the duration of the countdown timer, besides days and minutes."},"minutes":{"type":"integer","description":"Minutes in the duration of the countdown timer, besides days and hours."}},"required":["type","days","hours","minutes"]}]},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"clock_face":{"type":"string","description":"Look of the digits of the countdown timer.","enum":["flip","simple"],"default":"simple"},"animation":{"type":["string","null"],"description":"Effect with which the countdown timer moves.","enum":["flash","heartbeat","pulse",null],"default":"heartbeat"}},"required":["configuration"]},"id":{"type":["string","null"],"description":"Id of the countdown_timer."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"card_color":{"type":"string","description":"Colour of the cards of the countdown timer, such as rgba(100,100,100,1.0).","default":"rgba(100,100,100, 1.0)"},"label_font_size":{"type":"integer","description":"Font size of the countdown timer's labels, in pixels.","default":12},"label_font_weight":{"type":"integer","description":"Boldness of the countdown timer's labels, from 100 to 900.","enum":[100,200,300,400,500,600,700,800,900],"default":400}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["signup_counter"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"timeframe":{"type":"string","description":"Period of time that counts.","enum":["1_hour","24_hours","30_days","7_days"]},"min_submits":{"type":"integer","description":"Number of form submissions below which the signup counter is not shown."},"content":{"type":"string","description":"What the block, question or teaser says or shows."},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."}},"required":["timeframe","min_submits","content"]},"id":{"type":["string","null"],"description":"Id of the signup_counter."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}},"required":["type","properties"]},{"type":"object","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"slices":{"type":"array","description":"Slices of the prize wheel, each with its label, its chance and the step it leads to.","items":{"type":"object","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"probability":{"type":"integer","description":"Chance that the wheel stops on this slice, as a whole number."},"step_id":{"type":"string","description":"Id of the form step that is shown when the wheel stops on this slice."}},"required":["label","probability","step_id"]}},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"duplicate_slices":{"type":"boolean","description":"Whether the slices of the prize wheel are repeated.","default":false}},"required":["slices"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["spin_to_win"]},"id":{"type":["string","null"],"description":"Id of the spin_to_win."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"slice_styles":{"type":"array","description":"Colours of the prize wheel's slices, background and text for each.","items":{"type":"object","properties":{"background_color":{"type":"string","description":"Color behind the content of this part, as a CSS color such as #F5F0E6.","default":"rgba(0,0,0,1)"},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"rgba(255,255,255,1)"}}}},"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"center_color":{"type":"string","description":"Colour of the middle of the prize wheel, such as rgba(255,255,255,1).","default":"rgba(255,255,255,1)"},"outline_color":{"type":"string","description":"Colour of the rim of the prize wheel, such as rgba(0,0,0,1).","default":"rgba(0,0,0,1)"},"outline_thickness":{"type":"integer","description":"Thickness of the prize wheel's rim, in pixels.","default":12},"pin_color":{"type":"string","description":"Colour of the pointer at the prize wheel, such as rgba(255,255,255,1).","default":"rgba(255,255,255,1)"},"wheel_size":{"type":"integer","description":"Diameter of the prize wheel, in pixels.","default":400}}}},"required":["properties","type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["sms_disclosure"]},"id":{"type":["string","null"],"description":"Id of the sms_disclosure."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"link_styles":{"type":"object","description":"Text style of the links in the SMS disclosure.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#0066cc"}}},"text_styles":{"type":"object","description":"Font, size, weight, colour and spacing of the text.","properties":{"font_family":{"description":"Font and its fallbacks as in CSS, such as Georgia, serif.","oneOf":[{"type":"string","enum":["Arial Black,Arial","Arial, 'Helvetica Neue', Helvetica, sans-serif","Century Gothic,AppleGothic,Arial","Comic Sans MS,Comic Sans,cursive","Courier","Courier New","Geneva,Arial","Georgia","Helvetica,Arial","Lucida Grande,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","Lucida,Lucida Sans Unicode,Lucida Sans,Geneva,Verdana,sans-serif","MS Serif,Georgia","New York,Georgia","Palatino Linotype,Palatino,Georgia","Palatino,Georgia","Tahoma,sans-serif","Times New Roman","Trebuchet MS","Verdana"]},{"type":"string"}],"default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"font_weight":{"type":["integer","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","enum":[100,200,300,400,500,600,700,800,900,null],"default":400},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":["integer","null"],"description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}}}},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"content":{"description":"What the block, question or teaser says or shows.","oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["custom"]},"compliance_company_name":{"type":"string","description":"Name of the company as it appears in the SMS disclosure.","default":"[company name]"},"privacy_policy_url":{"type":"string","description":"Public address of the privacy policy of the business.","default":"[link]"},"terms_of_service_url":{"type":"string","description":"Public address of the terms of service of the business.","default":"[link]"},"html":{"type":"string","description":"HTML source of the content.","default":""}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["account_default"]},"html":{"description":"HTML source of the content."}},"required":["type"]}]}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["bis_promotional_email_checkbox"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"checkbox_text":{"type":"string","description":"Text beside the consent checkbox, such as Send me offers by text message."},"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"show_label":{"type":"boolean","description":"Whether the field's caption is shown; false by default.","default":false},"error_messages":{"type":["object","null"],"description":"Texts shown when an entry is missing or not valid.","properties":{"required":{"type":"string","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","default":"This field is required"},"invalid":{"type":"string","description":"Text shown when an entry does not fit the field.","default":"This field is invalid"}}},"required":{"type":"boolean","description":"Whether the field must be filled in; among error messages, the text shown when it is not.","enum":[false],"default":false},"property_name":{"type":"string","description":"Profile property in which the entry is stored, such as $email.","enum":["opt_in_promotional_email"],"default":"opt_in_promotional_email"},"placeholder":{"type":"null","description":"Hint shown in the field while it is empty; checkboxes take only null."}},"required":["checkbox_text"]},"id":{"type":["string","null"],"description":"Id of the bis_promotional_email_checkbox."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"horizontal_alignment":{"type":"string","description":"Horizontal position of the block's content or of the background image.","enum":["center","left","right"],"default":"left"}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["review"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"author":{"type":["string","null"],"description":"Name of the person whose words these are, as shown to readers."},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"rating":{"type":"integer","description":"Number of stars, 1 to 5.","default":5},"verified":{"type":"boolean","description":"Whether the review is marked as written by a verified buyer.","default":false},"review_id":{"type":["integer","null"],"description":"Id of the product review that the block shows."},"show_rating":{"type":"boolean","description":"Whether the star rating is shown.","default":true},"show_author":{"type":"boolean","description":"Whether the reviewer's name is shown with the review; true by default.","default":true},"show_verified":{"type":"boolean","description":"Whether the review is marked as coming from a verified buyer; true by default.","default":true}}},"id":{"type":["string","null"],"description":"Id of the review."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"padding":{"type":"object","description":"Space between the edge and the content, given for each side in pixels.","properties":{"left":{"type":"integer","description":"Space at the left edge, in pixels, 0 by default.","default":0},"right":{"type":"integer","description":"Space at the right edge, in pixels, 0 by default.","default":0},"top":{"type":"integer","description":"Space at the upper edge, in pixels, 0 by default.","default":0},"bottom":{"type":"integer","description":"Space at the lower edge, in pixels, 0 by default.","default":0}}},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"rating_style":{"type":"object","description":"Look of the star rating: shape, colours, size and alignment.","properties":{"color":{"type":"string","description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8.","default":"#F8BE00"},"empty_color":{"type":"string","description":"Colour of the rating symbols that are not filled, such as #EBEEEF.","default":"#EBEEEF"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"shape":{"type":"string","description":"Symbol with which the rating is drawn in the form.","enum":["circle","heart","star"],"default":"star"},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"center"},"character_spacing":{"type":"number","description":"Extra space between characters, in pixels, 0 by default.","default":0}}},"quote_style":{"type":"object","description":"Text style of the quoted review in the form.","properties":{"font_family":{"type":"string","description":"Font and its fallbacks as in CSS, such as Georgia, serif.","default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":"integer","description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_weight":{"type":"integer","description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","default":400},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"center"},"line_height":{"type":"number","description":"Height of a line as a multiple of the font size, such as 1.5.","default":1.5}}},"reviewer_name_style":{"type":"object","description":"Text style and layout of the reviewer's name.","properties":{"layout":{"type":"string","description":"Whether the reviewer's name stands in one line with its surroundings or stacked.","enum":["inline","stacked"],"default":"stacked"},"font_family":{"type":"string","description":"Font and its fallbacks as in CSS, such as Georgia, serif.","default":"Arial, 'Helvetica Neue', Helvetica, sans-serif"},"font_size":{"type":"integer","description":"Size of the letters, in pixels.","default":16},"text_color":{"type":"string","description":"Colour of the text, such as #000000.","default":"#000000"},"character_spacing":{"type":"integer","description":"Extra space between characters, in pixels, 0 by default.","default":0},"font_weight":{"type":"integer","description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold.","default":400},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"alignment":{"type":"string","description":"Horizontal alignment of the element or of its text.","enum":["center","left","right"],"default":"center"},"line_height":{"type":"number","description":"Height of a line as a multiple of the font size, such as 1.5.","default":1.5}}},"block_background_color":{"type":"string","description":"Color behind the block, around its content, as a CSS color such as #F5F0E6.","default":"rgba(255, 255, 255, 0)"}}}},"required":["type","properties"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["custom_html"]},"id":{"type":["string","null"],"description":"Id of the custom_html."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","maxProperties":0,"additionalProperties":true},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"display_device":{"type":"array","description":"Kinds of device on which the block is shown.","items":{"type":"string","enum":["both","desktop","mobile"]}},"classname":{"type":["string","null"],"description":"CSS class given to the block, so that custom CSS can address it."},"content":{"type":"string","description":"What the block, question or teaser says or shows.","default":""}}}},"required":["type"]}]}},"id":{"type":["string","null"],"description":"Id of the object."}},"required":["blocks"]}},"styles":{"type":["object","null"],"description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_image":{"type":["object","null"],"description":"Picture behind the content of the column, teaser or form: its file, size and position.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"original_image_url":{"type":["string","null"],"description":"Address of the picture as it was before editing."},"id":{"type":["integer","null"],"description":"Id of the object."},"asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library."}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"horizontal_alignment":{"type":"string","description":"Horizontal position of the block's content or of the background image.","enum":["center","left","right"],"default":"center"},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"position":{"type":"string","description":"Where or how this part is placed.","enum":["contain","cover","custom"],"default":"contain"},"vertical_alignment":{"type":"string","description":"Vertical position of the background image in its area.","enum":["bottom","center","top"],"default":"center"},"custom_width":{"type":["integer","null"],"description":"Width of the background image, in pixels, when its position is custom."}}}},"required":["properties"]},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."}}}}}},"id":{"type":["string","null"],"description":"Id of the object."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"steps":{"type":["array","null"],"description":"Steps in their order.","items":{"$ref":"#/$defs/Step"}}},"required":["columns"]}}}"""
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
