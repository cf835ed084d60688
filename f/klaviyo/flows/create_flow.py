# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Flow: POST /api/flows

Creates a flow from a definition of its trigger, filters and actions, and returns it. Each action names itself by a
temporary_id, which links and entry_action_id refer to; in the new flow, real ids take their place. A second call
makes a second flow.

Rate: 1/s burst, 15/m steady, 100/d daily.
Scopes: flows:write.
Reference: https://developers.klaviyo.com/en/reference/create_flow
"""

import difflib
import itertools
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

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
    auth: klaviyo,
    revision: str,
    body: "Body",
    additional_fields_flow: list[str] | None = None,
    fields_flow: list[str] | None = None,
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check(
        {
            "revision": revision,
            "body": body,
            "additional_fields_flow": additional_fields_flow,
            "fields_flow": fields_flow,
        },
        key,
    )
    return send(
        "POST",
        f"{API}/api/flows",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "additional-fields[flow]": ",".join(given.get("additional_fields_flow", [])) or None,
            "fields[flow]": ",".join(given.get("fields_flow", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "FlowCreateQueryResourceObject"


class FlowCreateQueryResourceObject(TypedDict):
    type: Literal["flow"]
    attributes: "FlowCreateQueryResourceObjectAttributes"


class FlowCreateQueryResourceObjectAttributes(TypedDict):
    name: str
    definition: "FlowDefinition"


class FlowDefinition(TypedDict):
    triggers: "list[ListTrigger | SegmentTrigger | MetricTrigger | ProfilePropertyDateTrigger | CustomObjectDateTrigger | PriceDropTrigger | LowInventoryTrigger]"
    actions: "list[ActionOutputSplitAction | BackInStockDelayAction | ConditionalBranchAction | ContentExperimentAction | SendEmailAction | SendPushNotificationAction | SendSmsAction | SendWebhookAction | SendInternalAlertAction | SendWhatsAppAction | TimeDelayAction | TriggerBranchAction | UpdateProfileAction | TargetDateAction | CountdownDelayAction | AbTestAction | InternalServiceAction | CodeAction | MultiBranchSplitAction | ListUpdateAction]"
    entry_action_id: str | None
    profile_filter: NotRequired["FlowDefinitionProfileFilter | None"]
    reentry_criteria: NotRequired["ReentryCriteria | None"]


class ListTrigger(TypedDict):
    type: Literal["list"]
    id: NotRequired[str | None]


class SegmentTrigger(TypedDict):
    type: Literal["segment"]
    id: NotRequired[str | None]


class MetricTrigger(TypedDict):
    type: Literal["metric"]
    id: NotRequired[str | None]
    trigger_filter: NotRequired["MetricTriggerTriggerFilter | None"]


class MetricTriggerTriggerFilter(TypedDict):
    condition_groups: "list[MetricTriggerTriggerFilterConditionGroupsItem]"


class MetricTriggerTriggerFilterConditionGroupsItem(TypedDict):
    conditions: "list[MetricPropertyCondition]"


class MetricPropertyCondition(TypedDict):
    type: Literal["metric-property"]
    metric_id: str
    field: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


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


class NumericOperatorNumericFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal[
        "equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "not-equals"
    ]
    value: float


class NumericRangeFilter(TypedDict):
    type: Literal["numeric"]
    operator: Literal["between"]
    start: float
    end: float


class BooleanFilter(TypedDict):
    type: Literal["boolean"]
    operator: Literal["equals"]
    value: bool


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
    operator: Literal[
        "length-equals",
        "length-greater-than",
        "length-greater-than-or-equal",
        "length-less-than",
        "length-less-than-or-equal",
    ]
    value: int


class ExistenceOperatorExistenceFilter(TypedDict):
    type: Literal["existence"]
    operator: Literal["is-set", "not-set"]


class ProfilePropertyDateTrigger(TypedDict):
    type: Literal["date"]
    date_field_type: Literal["profile-property"]
    date_profile_property: str
    timedelta_value_before_date: int
    trigger_time: str
    timedelta_unit_before_date: NotRequired[Literal["days", "months", "weeks"]]
    recurrence_frequency: NotRequired[Literal["annually", "monthly", "never", "weekly"]]
    timezone: NotRequired[
        Literal[
            "Africa/Abidjan",
            "Africa/Accra",
            "Africa/Addis_Ababa",
            "Africa/Algiers",
            "Africa/Asmara",
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
            "America/Bahia",
            "America/Bahia_Banderas",
            "America/Barbados",
            "America/Belem",
            "America/Belize",
            "America/Blanc-Sablon",
            "America/Boa_Vista",
            "America/Bogota",
            "America/Boise",
            "America/Cambridge_Bay",
            "America/Campo_Grande",
            "America/Cancun",
            "America/Caracas",
            "America/Cayenne",
            "America/Cayman",
            "America/Chicago",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
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
            "America/Fort_Nelson",
            "America/Fortaleza",
            "America/Glace_Bay",
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
            "America/Inuvik",
            "America/Iqaluit",
            "America/Jamaica",
            "America/Juneau",
            "America/Kentucky/Louisville",
            "America/Kentucky/Monticello",
            "America/Kralendijk",
            "America/La_Paz",
            "America/Lima",
            "America/Los_Angeles",
            "America/Lower_Princes",
            "America/Maceio",
            "America/Managua",
            "America/Manaus",
            "America/Marigot",
            "America/Martinique",
            "America/Matamoros",
            "America/Mazatlan",
            "America/Menominee",
            "America/Merida",
            "America/Metlakatla",
            "America/Mexico_City",
            "America/Miquelon",
            "America/Moncton",
            "America/Monterrey",
            "America/Montevideo",
            "America/Montserrat",
            "America/Nassau",
            "America/New_York",
            "America/Nome",
            "America/Noronha",
            "America/North_Dakota/Beulah",
            "America/North_Dakota/Center",
            "America/North_Dakota/New_Salem",
            "America/Nuuk",
            "America/Ojinaga",
            "America/Panama",
            "America/Paramaribo",
            "America/Phoenix",
            "America/Port-au-Prince",
            "America/Port_of_Spain",
            "America/Porto_Velho",
            "America/Puerto_Rico",
            "America/Punta_Arenas",
            "America/Rankin_Inlet",
            "America/Recife",
            "America/Regina",
            "America/Resolute",
            "America/Rio_Branco",
            "America/Santarem",
            "America/Santiago",
            "America/Santo_Domingo",
            "America/Sao_Paulo",
            "America/Scoresbysund",
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
            "America/Tijuana",
            "America/Toronto",
            "America/Tortola",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg",
            "America/Yakutat",
            "Antarctica/Casey",
            "Antarctica/Davis",
            "Antarctica/DumontDUrville",
            "Antarctica/Macquarie",
            "Antarctica/Mawson",
            "Antarctica/McMurdo",
            "Antarctica/Palmer",
            "Antarctica/Rothera",
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
            "Asia/Atyrau",
            "Asia/Baghdad",
            "Asia/Bahrain",
            "Asia/Baku",
            "Asia/Bangkok",
            "Asia/Barnaul",
            "Asia/Beirut",
            "Asia/Bishkek",
            "Asia/Brunei",
            "Asia/Chita",
            "Asia/Choibalsan",
            "Asia/Colombo",
            "Asia/Damascus",
            "Asia/Dhaka",
            "Asia/Dili",
            "Asia/Dubai",
            "Asia/Dushanbe",
            "Asia/Famagusta",
            "Asia/Gaza",
            "Asia/Hebron",
            "Asia/Ho_Chi_Minh",
            "Asia/Hong_Kong",
            "Asia/Hovd",
            "Asia/Irkutsk",
            "Asia/Jakarta",
            "Asia/Jayapura",
            "Asia/Jerusalem",
            "Asia/Kabul",
            "Asia/Kamchatka",
            "Asia/Karachi",
            "Asia/Kathmandu",
            "Asia/Khandyga",
            "Asia/Kolkata",
            "Asia/Krasnoyarsk",
            "Asia/Kuala_Lumpur",
            "Asia/Kuching",
            "Asia/Kuwait",
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
            "Asia/Riyadh",
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
            "Asia/Thimphu",
            "Asia/Tokyo",
            "Asia/Tomsk",
            "Asia/Ulaanbaatar",
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
            "Atlantic/Faroe",
            "Atlantic/Madeira",
            "Atlantic/Reykjavik",
            "Atlantic/South_Georgia",
            "Atlantic/St_Helena",
            "Atlantic/Stanley",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Broken_Hill",
            "Australia/Darwin",
            "Australia/Eucla",
            "Australia/Hobart",
            "Australia/Lindeman",
            "Australia/Lord_Howe",
            "Australia/Melbourne",
            "Australia/Perth",
            "Australia/Sydney",
            "Canada/Atlantic",
            "Canada/Central",
            "Canada/Eastern",
            "Canada/Mountain",
            "Canada/Newfoundland",
            "Canada/Pacific",
            "Europe/Amsterdam",
            "Europe/Andorra",
            "Europe/Astrakhan",
            "Europe/Athens",
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
            "Europe/Ulyanovsk",
            "Europe/Vaduz",
            "Europe/Vatican",
            "Europe/Vienna",
            "Europe/Vilnius",
            "Europe/Volgograd",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "GMT",
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
            "Pacific/Apia",
            "Pacific/Auckland",
            "Pacific/Bougainville",
            "Pacific/Chatham",
            "Pacific/Chuuk",
            "Pacific/Easter",
            "Pacific/Efate",
            "Pacific/Fakaofo",
            "Pacific/Fiji",
            "Pacific/Funafuti",
            "Pacific/Galapagos",
            "Pacific/Gambier",
            "Pacific/Guadalcanal",
            "Pacific/Guam",
            "Pacific/Honolulu",
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
            "Pacific/Port_Moresby",
            "Pacific/Rarotonga",
            "Pacific/Saipan",
            "Pacific/Tahiti",
            "Pacific/Tarawa",
            "Pacific/Tongatapu",
            "Pacific/Wake",
            "Pacific/Wallis",
            "US/Alaska",
            "US/Arizona",
            "US/Central",
            "US/Eastern",
            "US/Hawaii",
            "US/Mountain",
            "US/Pacific",
            "UTC",
            "profile",
        ]
    ]
    trigger_days: NotRequired[
        list[Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]] | None
    ]


class CustomObjectDateTrigger(TypedDict):
    type: Literal["date"]
    date_field_type: Literal["custom-object"]
    custom_object_label: str
    custom_object_property_id: int
    object_type_id: str
    object_type_relationship_id: str
    timedelta_value_before_date: int
    trigger_time: str
    timedelta_unit_before_date: NotRequired[Literal["days", "months", "weeks"]]
    recurrence_frequency: NotRequired[Literal["annually", "monthly", "never", "weekly"]]
    timezone: NotRequired[
        Literal[
            "Africa/Abidjan",
            "Africa/Accra",
            "Africa/Addis_Ababa",
            "Africa/Algiers",
            "Africa/Asmara",
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
            "America/Bahia",
            "America/Bahia_Banderas",
            "America/Barbados",
            "America/Belem",
            "America/Belize",
            "America/Blanc-Sablon",
            "America/Boa_Vista",
            "America/Bogota",
            "America/Boise",
            "America/Cambridge_Bay",
            "America/Campo_Grande",
            "America/Cancun",
            "America/Caracas",
            "America/Cayenne",
            "America/Cayman",
            "America/Chicago",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
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
            "America/Fort_Nelson",
            "America/Fortaleza",
            "America/Glace_Bay",
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
            "America/Inuvik",
            "America/Iqaluit",
            "America/Jamaica",
            "America/Juneau",
            "America/Kentucky/Louisville",
            "America/Kentucky/Monticello",
            "America/Kralendijk",
            "America/La_Paz",
            "America/Lima",
            "America/Los_Angeles",
            "America/Lower_Princes",
            "America/Maceio",
            "America/Managua",
            "America/Manaus",
            "America/Marigot",
            "America/Martinique",
            "America/Matamoros",
            "America/Mazatlan",
            "America/Menominee",
            "America/Merida",
            "America/Metlakatla",
            "America/Mexico_City",
            "America/Miquelon",
            "America/Moncton",
            "America/Monterrey",
            "America/Montevideo",
            "America/Montserrat",
            "America/Nassau",
            "America/New_York",
            "America/Nome",
            "America/Noronha",
            "America/North_Dakota/Beulah",
            "America/North_Dakota/Center",
            "America/North_Dakota/New_Salem",
            "America/Nuuk",
            "America/Ojinaga",
            "America/Panama",
            "America/Paramaribo",
            "America/Phoenix",
            "America/Port-au-Prince",
            "America/Port_of_Spain",
            "America/Porto_Velho",
            "America/Puerto_Rico",
            "America/Punta_Arenas",
            "America/Rankin_Inlet",
            "America/Recife",
            "America/Regina",
            "America/Resolute",
            "America/Rio_Branco",
            "America/Santarem",
            "America/Santiago",
            "America/Santo_Domingo",
            "America/Sao_Paulo",
            "America/Scoresbysund",
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
            "America/Tijuana",
            "America/Toronto",
            "America/Tortola",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg",
            "America/Yakutat",
            "Antarctica/Casey",
            "Antarctica/Davis",
            "Antarctica/DumontDUrville",
            "Antarctica/Macquarie",
            "Antarctica/Mawson",
            "Antarctica/McMurdo",
            "Antarctica/Palmer",
            "Antarctica/Rothera",
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
            "Asia/Atyrau",
            "Asia/Baghdad",
            "Asia/Bahrain",
            "Asia/Baku",
            "Asia/Bangkok",
            "Asia/Barnaul",
            "Asia/Beirut",
            "Asia/Bishkek",
            "Asia/Brunei",
            "Asia/Chita",
            "Asia/Choibalsan",
            "Asia/Colombo",
            "Asia/Damascus",
            "Asia/Dhaka",
            "Asia/Dili",
            "Asia/Dubai",
            "Asia/Dushanbe",
            "Asia/Famagusta",
            "Asia/Gaza",
            "Asia/Hebron",
            "Asia/Ho_Chi_Minh",
            "Asia/Hong_Kong",
            "Asia/Hovd",
            "Asia/Irkutsk",
            "Asia/Jakarta",
            "Asia/Jayapura",
            "Asia/Jerusalem",
            "Asia/Kabul",
            "Asia/Kamchatka",
            "Asia/Karachi",
            "Asia/Kathmandu",
            "Asia/Khandyga",
            "Asia/Kolkata",
            "Asia/Krasnoyarsk",
            "Asia/Kuala_Lumpur",
            "Asia/Kuching",
            "Asia/Kuwait",
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
            "Asia/Riyadh",
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
            "Asia/Thimphu",
            "Asia/Tokyo",
            "Asia/Tomsk",
            "Asia/Ulaanbaatar",
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
            "Atlantic/Faroe",
            "Atlantic/Madeira",
            "Atlantic/Reykjavik",
            "Atlantic/South_Georgia",
            "Atlantic/St_Helena",
            "Atlantic/Stanley",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Broken_Hill",
            "Australia/Darwin",
            "Australia/Eucla",
            "Australia/Hobart",
            "Australia/Lindeman",
            "Australia/Lord_Howe",
            "Australia/Melbourne",
            "Australia/Perth",
            "Australia/Sydney",
            "Canada/Atlantic",
            "Canada/Central",
            "Canada/Eastern",
            "Canada/Mountain",
            "Canada/Newfoundland",
            "Canada/Pacific",
            "Europe/Amsterdam",
            "Europe/Andorra",
            "Europe/Astrakhan",
            "Europe/Athens",
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
            "Europe/Ulyanovsk",
            "Europe/Vaduz",
            "Europe/Vatican",
            "Europe/Vienna",
            "Europe/Vilnius",
            "Europe/Volgograd",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "GMT",
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
            "Pacific/Apia",
            "Pacific/Auckland",
            "Pacific/Bougainville",
            "Pacific/Chatham",
            "Pacific/Chuuk",
            "Pacific/Easter",
            "Pacific/Efate",
            "Pacific/Fakaofo",
            "Pacific/Fiji",
            "Pacific/Funafuti",
            "Pacific/Galapagos",
            "Pacific/Gambier",
            "Pacific/Guadalcanal",
            "Pacific/Guam",
            "Pacific/Honolulu",
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
            "Pacific/Port_Moresby",
            "Pacific/Rarotonga",
            "Pacific/Saipan",
            "Pacific/Tahiti",
            "Pacific/Tarawa",
            "Pacific/Tongatapu",
            "Pacific/Wake",
            "Pacific/Wallis",
            "US/Alaska",
            "US/Arizona",
            "US/Central",
            "US/Eastern",
            "US/Hawaii",
            "US/Mountain",
            "US/Pacific",
            "UTC",
            "profile",
        ]
    ]
    trigger_days: NotRequired[
        list[Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]] | None
    ]


class PriceDropTrigger(TypedDict):
    type: Literal["price-drop"]
    trigger_filter: "PriceDropTriggerTriggerFilter | None"
    price_drop_amount_value: float
    audience: list[Literal["checkout-started", "viewed"]]
    price_drop_amount_unit: NotRequired[Literal["currency", "percent"]]
    timeframe_days: NotRequired[int]
    currency_type: NotRequired[Literal["usd"]]


class PriceDropTriggerTriggerFilter(TypedDict):
    condition_groups: "list[PriceDropTriggerTriggerFilterConditionGroupsItem]"


class PriceDropTriggerTriggerFilterConditionGroupsItem(TypedDict):
    conditions: "list[PriceDropCondition]"


class PriceDropCondition(TypedDict):
    type: Literal["price-drop-property"]
    metric_id: str | None
    field: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class LowInventoryTrigger(TypedDict):
    type: Literal["low-inventory"]
    product_level: Literal["product", "variant"]
    trigger_filter: "LowInventoryTriggerTriggerFilter | None"
    inventory_count: int
    audience: list[Literal["added-to-cart", "checkout-started", "viewed"]]
    timeframe_days: NotRequired[int]


class LowInventoryTriggerTriggerFilter(TypedDict):
    condition_groups: "list[LowInventoryTriggerTriggerFilterConditionGroupsItem]"


class LowInventoryTriggerTriggerFilterConditionGroupsItem(TypedDict):
    conditions: "list[LowInventoryCondition]"


class LowInventoryCondition(TypedDict):
    type: Literal["low-inventory-property"]
    metric_id: str | None
    field: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class ActionOutputSplitAction(TypedDict):
    type: Literal["action-output-split"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["BooleanBranchLinks | None"]
    data: NotRequired["ActionOutputSplitActionData | None"]


class BooleanBranchLinks(TypedDict):
    next_if_true: str | None
    next_if_false: str | None


class ActionOutputSplitActionData(TypedDict):
    action_output_filter: "ActionOutputSplitActionDataActionOutputFilter | None"


class ActionOutputSplitActionDataActionOutputFilter(TypedDict):
    condition_groups: "list[ActionOutputSplitActionDataActionOutputFilterConditionGroupsItem]"


class ActionOutputSplitActionDataActionOutputFilterConditionGroupsItem(TypedDict):
    conditions: "list[ActionOutputCondition]"


class ActionOutputCondition(TypedDict):
    type: Literal["action-output"]
    output_config_id: int
    field: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | ExistenceOperatorExistenceFilter"


class BackInStockDelayAction(TypedDict):
    type: Literal["back-in-stock-delay"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class Link(TypedDict):
    next: NotRequired[str | None]


class ConditionalBranchAction(TypedDict):
    type: Literal["conditional-split"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["BooleanBranchLinks | None"]
    data: NotRequired["ConditionalBranchActionData | None"]


class ConditionalBranchActionData(TypedDict):
    profile_filter: "ConditionalBranchActionDataProfileFilter | None"


class ConditionalBranchActionDataProfileFilter(TypedDict):
    condition_groups: "list[ConditionalBranchActionDataProfileFilterConditionGroupsItem]"


class ConditionalBranchActionDataProfileFilterConditionGroupsItem(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition]"


class ProfilePropertyCondition(TypedDict):
    type: Literal["profile-property"]
    property: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | StringPhoneOperatorStringArrayFilter | NumericOperatorNumericFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class StringPhoneOperatorStringArrayFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["phone-country-code-in", "phone-country-code-not-in"]
    value: list[str]


class ProfileHasGroupMembershipCondition(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: bool
    group_ids: list[str]
    timeframe_filter: NotRequired[
        "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeDateRangeFilter | None"
    ]


class ProfileNoGroupMembershipCondition(TypedDict):
    type: Literal["profile-group-membership"]
    is_member: bool
    group_ids: list[str]


class ProfileRegionCondition(TypedDict):
    type: Literal["profile-region"]
    in_region: bool
    region: Literal["european_union", "united_states"]


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


class ProfilePredictiveAnalyticsDateCondition(TypedDict):
    dimension: Literal["expected_date_of_next_purchase"]
    filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter"
    type: Literal["profile-predictive-analytics"]


class ProfilePredictiveAnalyticsStringCondition(TypedDict):
    type: Literal["profile-predictive-analytics"]
    dimension: Literal["predicted_gender"]
    filter: "ProfilePredictiveAnalyticsStringFilter"


class ProfilePredictiveAnalyticsStringFilter(TypedDict):
    type: Literal["string"]
    operator: Literal["equals"] | Literal["not-equals"]
    value: Literal["likely_female", "likely_male", "uncertain"]


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


class FlowsProfileMetricCondition(TypedDict):
    type: Literal["profile-metric"]
    metric_id: str
    measurement: Literal["count", "sum"]
    measurement_filter: "NumericOperatorNumericFilter"
    timeframe_filter: "StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | AlltimeDateFilter | SinceFlowStartDateFilter"
    metric_filters: NotRequired["list[ProfileMetricPropertyFilter] | None"]


class AlltimeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["alltime"]


class SinceFlowStartDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["flow-start"]


class ProfileMetricPropertyFilter(TypedDict):
    property: str
    filter: NotRequired[
        "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | ExistenceOperatorExistenceFilter | ListSetFilter | ListLengthFilter | ListSubstringFilter | BooleanFilter | NumericOperatorNumericFilter | None"
    ]


class ListSetFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-all", "contains-any", "not-contains-all", "not-contains-any"]
    value: list[str]


class ListSubstringFilter(TypedDict):
    type: Literal["list"]
    operator: Literal["contains-substring", "not-contains-substring"]
    value: str | None


class ProfileRandomSampleCondition(TypedDict):
    type: Literal["profile-sample"]
    percentage: int


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


class ProfileHasNotReceivedEmailMessageCondition(TypedDict):
    type: Literal["profile-not-sent-email"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class InTheLastBaseRelativeDateFilter(TypedDict):
    type: Literal["date"]
    operator: Literal["in-the-last"]
    unit: Literal["day", "hour", "week"]
    quantity: int


class ProfileHasNotReceivedSmsMessageCondition(TypedDict):
    type: Literal["profile-not-sent-sms"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class ProfileHasNotReceivedPushMessageCondition(TypedDict):
    type: Literal["profile-not-sent-push"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class ContentExperimentAction(TypedDict):
    type: Literal["content-experiment"]
    data: "ContentExperimentActionData"
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class ContentExperimentActionData(TypedDict):
    main_action: "SendPushNotificationAction | SendWhatsAppAction"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]
    experiment_status: NotRequired[Literal["completed", "draft", "live"] | None]
    current_experiment: NotRequired["ContentExperimentActionDataCurrentExperiment | None"]


class SendPushNotificationAction(TypedDict):
    type: Literal["send-mobile-push"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["SendPushNotificationActionData | None"]


class SendPushNotificationActionData(TypedDict):
    message: NotRequired["FlowPushNotification | None"]
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowPushNotification(TypedDict):
    body: str
    title: NotRequired[str | None]
    sound: NotRequired[bool]
    badge: NotRequired[bool]
    badge_options: NotRequired["Increment | StaticCount | Property"]
    image_id: NotRequired[str | None]
    dynamic_image: NotRequired[str | None]
    video_asset_id: NotRequired[str | None]
    on_open: NotRequired[Literal["home", "link", "open_url"]]
    ios_link: NotRequired[str | None]
    android_link: NotRequired[str | None]
    web_url: NotRequired[str | None]
    push_type: NotRequired[Literal["silent", "standard"] | None]
    kv_pairs: NotRequired[dict[str, Any] | None]
    conversion_metric_id: NotRequired[str | None]
    smart_sending_enabled: NotRequired[bool]
    additional_filters: NotRequired["FlowPushNotificationAdditionalFilters | None"]
    action_buttons: NotRequired["list[PushActionButton] | None"]
    name: NotRequired[str | None]
    id: NotRequired[str | None]


class Increment(TypedDict):
    badge_config: Literal["increment_one"]


class StaticCount(TypedDict):
    badge_config: Literal["set_count"]
    value: str


class Property(TypedDict):
    badge_config: Literal["set_property"]
    set_from_property: str


class FlowPushNotificationAdditionalFilters(TypedDict):
    condition_groups: "list[FlowPushNotificationAdditionalFiltersConditionGroupsItem]"


class FlowPushNotificationAdditionalFiltersConditionGroupsItem(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition]"


class PushActionButton(TypedDict):
    label: str
    action_type: Literal["deep_link", "dismiss", "open_app", "open_url"]
    position: NotRequired[int | None]
    url: NotRequired[str | None]
    icon: NotRequired[str | None]
    custom_action_id: NotRequired[str | None]


class SendWhatsAppAction(TypedDict):
    type: Literal["send-whatsapp"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["SendWhatsAppActionData | None"]


class SendWhatsAppActionData(TypedDict):
    message: NotRequired["FlowWhatsApp | None"]
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowWhatsApp(TypedDict):
    id: NotRequired[str | None]
    name: NotRequired[str | None]
    vendor_id: NotRequired[str | None]
    smart_sending_enabled: NotRequired[bool]
    transactional: NotRequired[bool]
    add_tracking_params: NotRequired[bool]
    additional_filters: NotRequired["FlowWhatsAppAdditionalFilters | None"]


class FlowWhatsAppAdditionalFilters(TypedDict):
    condition_groups: "list[FlowWhatsAppAdditionalFiltersConditionGroupsItem]"


class FlowWhatsAppAdditionalFiltersConditionGroupsItem(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition]"


class ContentExperimentActionDataCurrentExperiment(TypedDict):
    variations: "list[SendPushNotificationAction | SendWhatsAppAction]"
    id: NotRequired[str | None]
    name: NotRequired[str | None]
    allocations: NotRequired[dict[str, Any] | None]
    started: NotRequired[str | None]
    winner_metric: NotRequired[Literal["click-rate", "open-rate"] | None]


class SendEmailAction(TypedDict):
    type: Literal["send-email"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["SendEmailActionData | None"]


class SendEmailActionData(TypedDict):
    message: NotRequired["FlowEmail | None"]
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowEmail(TypedDict):
    from_email: NotRequired[str | None]
    from_label: NotRequired[str | None]
    reply_to_email: NotRequired[str | None]
    cc_email: NotRequired[str | None]
    bcc_email: NotRequired[str | None]
    subject_line: NotRequired[str | None]
    preview_text: NotRequired[str | None]
    template_id: NotRequired[str | None]
    smart_sending_enabled: NotRequired[bool]
    transactional: NotRequired[bool]
    add_tracking_params: NotRequired[bool]
    custom_tracking_params: NotRequired["list[UtmParam] | None"]
    additional_filters: NotRequired["FlowEmailAdditionalFilters | None"]
    name: NotRequired[str | None]
    id: NotRequired[str | None]


class UtmParam(TypedDict):
    param: str
    value: str


class FlowEmailAdditionalFilters(TypedDict):
    condition_groups: "list[FlowEmailAdditionalFiltersConditionGroupsItem]"


class FlowEmailAdditionalFiltersConditionGroupsItem(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition]"


class SendSmsAction(TypedDict):
    type: Literal["send-sms"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["SendSmsActionData | None"]


class SendSmsActionData(TypedDict):
    message: NotRequired["FlowSms | None"]
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowSms(TypedDict):
    body: str
    image_id: NotRequired[str | None]
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
    custom_tracking_params: NotRequired["list[UtmParam] | None"]
    template_id: NotRequired[str | None]
    additional_filters: NotRequired["FlowSmsAdditionalFilters | None"]
    name: NotRequired[str | None]
    id: NotRequired[str | None]


class MessageHierarchyRcsItem(TypedDict):
    message: NotRequired[str]
    message_format: NotRequired[Literal["RCS"]]
    rich_content: NotRequired["RCSRichContent | None"]
    extra: NotRequired[dict[str, Any] | None]
    image: NotRequired["SlimImageReference | None"]


class RCSRichContent(TypedDict):
    cards: NotRequired["list[RCSCard] | None"]
    suggestions: NotRequired["list[RCSSuggestion] | None"]
    file: NotRequired["MediaAssetReference | None"]


class RCSCard(TypedDict):
    id: str
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
    updated: str
    url: str
    image_type: Literal["dynamic", "static"]
    origin: NotRequired[
        Literal[
            "ADOPTION_SMS_FORM_FROM_EMAIL_FORM",
            "ADOPTION_SMS_MULTI_STEP_FORM_FROM_EMAIL_FORM",
            "AI",
            "API",
            "APPLICATION",
            "CLONED",
            "COMPOSER",
            "COMPOSER_AI_EDITED",
            "COMPOSER_AI_GENERATED",
            "COMPOSER_USED_IN_KLAVIYO_OBJECT",
            "COMPOSER_USER_UPLOADED",
            "COMPOSER_WEB_SCRAPED",
            "INTEGRATION",
            "KLAVIYO",
            "LIBRARY",
            "MARKETING_AGENT",
            "SOCIAL_INSTAGRAM",
            "SOCIAL_INSTAGRAM_OVERLAID",
            "UI",
            "WEB_SCRAPE",
        ]
        | None
    ]
    l10n_key: NotRequired[str | None]


class SlimImageReference(TypedDict):
    static_image_asset_id: NotRequired[int | None]
    dynamic_image_template: NotRequired[str | None]
    rendered_asset_url: NotRequired[str | None]


class MediaAsset(TypedDict):
    id: str
    company_id: str
    url: str
    name: str
    file_size: int
    media_type: NotRequired[str]
    thumbnail_url: NotRequired[str | None]
    l10n_key: NotRequired[str | None]


class MediaAssetReference(TypedDict):
    static_asset_id: NotRequired[str | None]
    dynamic_template: NotRequired[str | None]
    thumbnail: NotRequired["SlimImageReference | None"]


class RCSSuggestion(TypedDict):
    id: str
    text: str
    type: Literal["OPEN_URL", "REPLY"]
    url: NotRequired[str | None]
    open_mode: NotRequired[Literal["BROWSER", "WEBVIEW_FULL", "WEBVIEW_HALF", "WEBVIEW_TALL"] | None]


class MessageHierarchySmsItem(TypedDict):
    message: str
    message_format: NotRequired[Literal["SMS"]]
    extra: NotRequired[dict[str, Any] | None]
    image: NotRequired["StaticSMSImage | DynamicSMSImage | None"]
    selected_image: NotRequired["ImageAsset | None"]
    media: NotRequired["MediaAsset | MediaAssetReference | None"]


class StaticSMSImage(TypedDict):
    static_image_asset_id: int
    dynamic: NotRequired[bool | None]


class DynamicSMSImage(TypedDict):
    dynamic_image_template: str
    dynamic: NotRequired[bool]


class FlowSmsAdditionalFilters(TypedDict):
    condition_groups: "list[FlowSmsAdditionalFiltersConditionGroupsItem]"


class FlowSmsAdditionalFiltersConditionGroupsItem(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition]"


class SendWebhookAction(TypedDict):
    type: Literal["send-webhook"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["SendWebhookActionData | None"]


class SendWebhookActionData(TypedDict):
    message: "FlowWebhook"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowWebhook(TypedDict):
    url: str | None
    headers: NotRequired[dict[str, Any] | None]
    body: NotRequired[str | None]
    name: NotRequired[str | None]
    id: NotRequired[str | None]


class SendInternalAlertAction(TypedDict):
    type: Literal["send-internal-alert"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["SendInternalAlertActionData | None"]


class SendInternalAlertActionData(TypedDict):
    message: "FlowInternalAlert"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowInternalAlert(TypedDict):
    from_email: str | None
    from_label: str | None
    to_emails: list[str]
    subject_line: str | None
    template_id: NotRequired[str | None]
    name: NotRequired[str | None]
    id: NotRequired[str | None]


class TimeDelayAction(TypedDict):
    type: Literal["time-delay"]
    data: "TimeDelayActionData"
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class TimeDelayActionData(TypedDict):
    value: int
    unit: NotRequired[Literal["days", "hours", "minutes"]]
    secondary_value: NotRequired[int | None]
    timezone: NotRequired[
        Literal[
            "Africa/Abidjan",
            "Africa/Accra",
            "Africa/Addis_Ababa",
            "Africa/Algiers",
            "Africa/Asmara",
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
            "America/Bahia",
            "America/Bahia_Banderas",
            "America/Barbados",
            "America/Belem",
            "America/Belize",
            "America/Blanc-Sablon",
            "America/Boa_Vista",
            "America/Bogota",
            "America/Boise",
            "America/Cambridge_Bay",
            "America/Campo_Grande",
            "America/Cancun",
            "America/Caracas",
            "America/Cayenne",
            "America/Cayman",
            "America/Chicago",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
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
            "America/Fort_Nelson",
            "America/Fortaleza",
            "America/Glace_Bay",
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
            "America/Inuvik",
            "America/Iqaluit",
            "America/Jamaica",
            "America/Juneau",
            "America/Kentucky/Louisville",
            "America/Kentucky/Monticello",
            "America/Kralendijk",
            "America/La_Paz",
            "America/Lima",
            "America/Los_Angeles",
            "America/Lower_Princes",
            "America/Maceio",
            "America/Managua",
            "America/Manaus",
            "America/Marigot",
            "America/Martinique",
            "America/Matamoros",
            "America/Mazatlan",
            "America/Menominee",
            "America/Merida",
            "America/Metlakatla",
            "America/Mexico_City",
            "America/Miquelon",
            "America/Moncton",
            "America/Monterrey",
            "America/Montevideo",
            "America/Montserrat",
            "America/Nassau",
            "America/New_York",
            "America/Nome",
            "America/Noronha",
            "America/North_Dakota/Beulah",
            "America/North_Dakota/Center",
            "America/North_Dakota/New_Salem",
            "America/Nuuk",
            "America/Ojinaga",
            "America/Panama",
            "America/Paramaribo",
            "America/Phoenix",
            "America/Port-au-Prince",
            "America/Port_of_Spain",
            "America/Porto_Velho",
            "America/Puerto_Rico",
            "America/Punta_Arenas",
            "America/Rankin_Inlet",
            "America/Recife",
            "America/Regina",
            "America/Resolute",
            "America/Rio_Branco",
            "America/Santarem",
            "America/Santiago",
            "America/Santo_Domingo",
            "America/Sao_Paulo",
            "America/Scoresbysund",
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
            "America/Tijuana",
            "America/Toronto",
            "America/Tortola",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg",
            "America/Yakutat",
            "Antarctica/Casey",
            "Antarctica/Davis",
            "Antarctica/DumontDUrville",
            "Antarctica/Macquarie",
            "Antarctica/Mawson",
            "Antarctica/McMurdo",
            "Antarctica/Palmer",
            "Antarctica/Rothera",
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
            "Asia/Atyrau",
            "Asia/Baghdad",
            "Asia/Bahrain",
            "Asia/Baku",
            "Asia/Bangkok",
            "Asia/Barnaul",
            "Asia/Beirut",
            "Asia/Bishkek",
            "Asia/Brunei",
            "Asia/Chita",
            "Asia/Choibalsan",
            "Asia/Colombo",
            "Asia/Damascus",
            "Asia/Dhaka",
            "Asia/Dili",
            "Asia/Dubai",
            "Asia/Dushanbe",
            "Asia/Famagusta",
            "Asia/Gaza",
            "Asia/Hebron",
            "Asia/Ho_Chi_Minh",
            "Asia/Hong_Kong",
            "Asia/Hovd",
            "Asia/Irkutsk",
            "Asia/Jakarta",
            "Asia/Jayapura",
            "Asia/Jerusalem",
            "Asia/Kabul",
            "Asia/Kamchatka",
            "Asia/Karachi",
            "Asia/Kathmandu",
            "Asia/Khandyga",
            "Asia/Kolkata",
            "Asia/Krasnoyarsk",
            "Asia/Kuala_Lumpur",
            "Asia/Kuching",
            "Asia/Kuwait",
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
            "Asia/Riyadh",
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
            "Asia/Thimphu",
            "Asia/Tokyo",
            "Asia/Tomsk",
            "Asia/Ulaanbaatar",
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
            "Atlantic/Faroe",
            "Atlantic/Madeira",
            "Atlantic/Reykjavik",
            "Atlantic/South_Georgia",
            "Atlantic/St_Helena",
            "Atlantic/Stanley",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Broken_Hill",
            "Australia/Darwin",
            "Australia/Eucla",
            "Australia/Hobart",
            "Australia/Lindeman",
            "Australia/Lord_Howe",
            "Australia/Melbourne",
            "Australia/Perth",
            "Australia/Sydney",
            "Canada/Atlantic",
            "Canada/Central",
            "Canada/Eastern",
            "Canada/Mountain",
            "Canada/Newfoundland",
            "Canada/Pacific",
            "Europe/Amsterdam",
            "Europe/Andorra",
            "Europe/Astrakhan",
            "Europe/Athens",
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
            "Europe/Ulyanovsk",
            "Europe/Vaduz",
            "Europe/Vatican",
            "Europe/Vienna",
            "Europe/Vilnius",
            "Europe/Volgograd",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "GMT",
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
            "Pacific/Apia",
            "Pacific/Auckland",
            "Pacific/Bougainville",
            "Pacific/Chatham",
            "Pacific/Chuuk",
            "Pacific/Easter",
            "Pacific/Efate",
            "Pacific/Fakaofo",
            "Pacific/Fiji",
            "Pacific/Funafuti",
            "Pacific/Galapagos",
            "Pacific/Gambier",
            "Pacific/Guadalcanal",
            "Pacific/Guam",
            "Pacific/Honolulu",
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
            "Pacific/Port_Moresby",
            "Pacific/Rarotonga",
            "Pacific/Saipan",
            "Pacific/Tahiti",
            "Pacific/Tarawa",
            "Pacific/Tongatapu",
            "Pacific/Wake",
            "Pacific/Wallis",
            "US/Alaska",
            "US/Arizona",
            "US/Central",
            "US/Eastern",
            "US/Hawaii",
            "US/Mountain",
            "US/Pacific",
            "UTC",
            "profile",
        ]
    ]
    delay_until_time: NotRequired[str | None]
    delay_until_weekdays: NotRequired[
        list[Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]] | None
    ]


class TriggerBranchAction(TypedDict):
    type: Literal["trigger-split"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["BooleanBranchLinks | None"]
    data: NotRequired["TriggerBranchActionData | None"]


class TriggerBranchActionData(TypedDict):
    trigger_filter: "TriggerBranchActionDataTriggerFilter | None"
    trigger_id: str
    trigger_type: Literal["date", "list", "low-inventory", "metric", "price-drop", "scheduled", "segment"]
    trigger_subtype: NotRequired[
        Literal["custom-object", "legacy-custom-object", "profile-property", "profile-trait"] | None
    ]


class TriggerBranchActionDataTriggerFilter(TypedDict):
    condition_groups: "list[TriggerBranchActionDataTriggerFilterConditionGroupsItem]"


class TriggerBranchActionDataTriggerFilterConditionGroupsItem(TypedDict):
    conditions: "list[MetricPropertyCondition | CustomObjectTriggerCondition | CustomObjectPropertyCondition | PriceDropCondition | LowInventoryCondition]"


class CustomObjectTriggerCondition(TypedDict):
    type: Literal["custom-object-trigger-property"]
    property_id: int
    filter: "StringOperatorStringFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeDateRangeFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class CustomObjectPropertyCondition(TypedDict):
    type: Literal["custom-object-property"]
    custom_object_label: str
    field: str
    filter: "StringOperatorStringFilter | StringArrayOperatorStringArrayFilter | NumericOperatorNumericFilter | NumericRangeFilter | BooleanFilter | StaticDateFilter | StaticDateRangeFilter | RelativeDateOperatorBaseRelativeDateFilter | RelativeAnniversaryDateFilter | RelativeDateRangeFilter | CalendarDateFilter | AnniversaryDateFilter | ListContainsOperatorListContainsFilter | ListLengthFilter | ExistenceOperatorExistenceFilter"


class UpdateProfileAction(TypedDict):
    type: Literal["update-profile"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["UpdateProfileActionData | None"]


class UpdateProfileActionData(TypedDict):
    profile_operations: "list[ProfileOperationUpdateOrCreateString | ProfileOperationUpdateOrCreateBoolean | ProfileOperationUpdateOrCreateNumeric | ProfileOperationUpdateOrCreateDate | ProfileOperationUpdateOrCreateList | ProfileOperationDelete]"
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
    property_value: str | Literal["today"]


class ProfileOperationUpdateOrCreateList(TypedDict):
    operator: Literal["create", "update"]
    property_type: Literal["list"]
    property_key: str
    property_value: str
    property_operation: NotRequired[Literal["add", "remove"] | None]


class ProfileOperationDelete(TypedDict):
    operator: Literal["delete"]
    property_key: str


class TargetDateAction(TypedDict):
    type: Literal["target-date"]
    data: "TargetDateActionData"
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class TargetDateActionData(TypedDict):
    timezone: NotRequired[
        Literal[
            "Africa/Abidjan",
            "Africa/Accra",
            "Africa/Addis_Ababa",
            "Africa/Algiers",
            "Africa/Asmara",
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
            "America/Bahia",
            "America/Bahia_Banderas",
            "America/Barbados",
            "America/Belem",
            "America/Belize",
            "America/Blanc-Sablon",
            "America/Boa_Vista",
            "America/Bogota",
            "America/Boise",
            "America/Cambridge_Bay",
            "America/Campo_Grande",
            "America/Cancun",
            "America/Caracas",
            "America/Cayenne",
            "America/Cayman",
            "America/Chicago",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
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
            "America/Fort_Nelson",
            "America/Fortaleza",
            "America/Glace_Bay",
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
            "America/Inuvik",
            "America/Iqaluit",
            "America/Jamaica",
            "America/Juneau",
            "America/Kentucky/Louisville",
            "America/Kentucky/Monticello",
            "America/Kralendijk",
            "America/La_Paz",
            "America/Lima",
            "America/Los_Angeles",
            "America/Lower_Princes",
            "America/Maceio",
            "America/Managua",
            "America/Manaus",
            "America/Marigot",
            "America/Martinique",
            "America/Matamoros",
            "America/Mazatlan",
            "America/Menominee",
            "America/Merida",
            "America/Metlakatla",
            "America/Mexico_City",
            "America/Miquelon",
            "America/Moncton",
            "America/Monterrey",
            "America/Montevideo",
            "America/Montserrat",
            "America/Nassau",
            "America/New_York",
            "America/Nome",
            "America/Noronha",
            "America/North_Dakota/Beulah",
            "America/North_Dakota/Center",
            "America/North_Dakota/New_Salem",
            "America/Nuuk",
            "America/Ojinaga",
            "America/Panama",
            "America/Paramaribo",
            "America/Phoenix",
            "America/Port-au-Prince",
            "America/Port_of_Spain",
            "America/Porto_Velho",
            "America/Puerto_Rico",
            "America/Punta_Arenas",
            "America/Rankin_Inlet",
            "America/Recife",
            "America/Regina",
            "America/Resolute",
            "America/Rio_Branco",
            "America/Santarem",
            "America/Santiago",
            "America/Santo_Domingo",
            "America/Sao_Paulo",
            "America/Scoresbysund",
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
            "America/Tijuana",
            "America/Toronto",
            "America/Tortola",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg",
            "America/Yakutat",
            "Antarctica/Casey",
            "Antarctica/Davis",
            "Antarctica/DumontDUrville",
            "Antarctica/Macquarie",
            "Antarctica/Mawson",
            "Antarctica/McMurdo",
            "Antarctica/Palmer",
            "Antarctica/Rothera",
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
            "Asia/Atyrau",
            "Asia/Baghdad",
            "Asia/Bahrain",
            "Asia/Baku",
            "Asia/Bangkok",
            "Asia/Barnaul",
            "Asia/Beirut",
            "Asia/Bishkek",
            "Asia/Brunei",
            "Asia/Chita",
            "Asia/Choibalsan",
            "Asia/Colombo",
            "Asia/Damascus",
            "Asia/Dhaka",
            "Asia/Dili",
            "Asia/Dubai",
            "Asia/Dushanbe",
            "Asia/Famagusta",
            "Asia/Gaza",
            "Asia/Hebron",
            "Asia/Ho_Chi_Minh",
            "Asia/Hong_Kong",
            "Asia/Hovd",
            "Asia/Irkutsk",
            "Asia/Jakarta",
            "Asia/Jayapura",
            "Asia/Jerusalem",
            "Asia/Kabul",
            "Asia/Kamchatka",
            "Asia/Karachi",
            "Asia/Kathmandu",
            "Asia/Khandyga",
            "Asia/Kolkata",
            "Asia/Krasnoyarsk",
            "Asia/Kuala_Lumpur",
            "Asia/Kuching",
            "Asia/Kuwait",
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
            "Asia/Riyadh",
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
            "Asia/Thimphu",
            "Asia/Tokyo",
            "Asia/Tomsk",
            "Asia/Ulaanbaatar",
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
            "Atlantic/Faroe",
            "Atlantic/Madeira",
            "Atlantic/Reykjavik",
            "Atlantic/South_Georgia",
            "Atlantic/St_Helena",
            "Atlantic/Stanley",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Broken_Hill",
            "Australia/Darwin",
            "Australia/Eucla",
            "Australia/Hobart",
            "Australia/Lindeman",
            "Australia/Lord_Howe",
            "Australia/Melbourne",
            "Australia/Perth",
            "Australia/Sydney",
            "Canada/Atlantic",
            "Canada/Central",
            "Canada/Eastern",
            "Canada/Mountain",
            "Canada/Newfoundland",
            "Canada/Pacific",
            "Europe/Amsterdam",
            "Europe/Andorra",
            "Europe/Astrakhan",
            "Europe/Athens",
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
            "Europe/Ulyanovsk",
            "Europe/Vaduz",
            "Europe/Vatican",
            "Europe/Vienna",
            "Europe/Vilnius",
            "Europe/Volgograd",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "GMT",
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
            "Pacific/Apia",
            "Pacific/Auckland",
            "Pacific/Bougainville",
            "Pacific/Chatham",
            "Pacific/Chuuk",
            "Pacific/Easter",
            "Pacific/Efate",
            "Pacific/Fakaofo",
            "Pacific/Fiji",
            "Pacific/Funafuti",
            "Pacific/Galapagos",
            "Pacific/Gambier",
            "Pacific/Guadalcanal",
            "Pacific/Guam",
            "Pacific/Honolulu",
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
            "Pacific/Port_Moresby",
            "Pacific/Rarotonga",
            "Pacific/Saipan",
            "Pacific/Tahiti",
            "Pacific/Tarawa",
            "Pacific/Tongatapu",
            "Pacific/Wake",
            "Pacific/Wallis",
            "US/Alaska",
            "US/Arizona",
            "US/Central",
            "US/Eastern",
            "US/Hawaii",
            "US/Mountain",
            "US/Pacific",
            "UTC",
            "profile",
        ]
    ]
    target_time: NotRequired[str]
    target_days: NotRequired[
        list[Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]] | None
    ]


class CountdownDelayAction(TypedDict):
    type: Literal["countdown-delay"]
    data: "CountdownDelayActionData"
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class CountdownDelayActionData(TypedDict):
    unit: NotRequired[Literal["days", "months", "weeks"]]
    value: NotRequired[int]
    timezone: NotRequired[
        Literal[
            "Africa/Abidjan",
            "Africa/Accra",
            "Africa/Addis_Ababa",
            "Africa/Algiers",
            "Africa/Asmara",
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
            "America/Bahia",
            "America/Bahia_Banderas",
            "America/Barbados",
            "America/Belem",
            "America/Belize",
            "America/Blanc-Sablon",
            "America/Boa_Vista",
            "America/Bogota",
            "America/Boise",
            "America/Cambridge_Bay",
            "America/Campo_Grande",
            "America/Cancun",
            "America/Caracas",
            "America/Cayenne",
            "America/Cayman",
            "America/Chicago",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
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
            "America/Fort_Nelson",
            "America/Fortaleza",
            "America/Glace_Bay",
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
            "America/Inuvik",
            "America/Iqaluit",
            "America/Jamaica",
            "America/Juneau",
            "America/Kentucky/Louisville",
            "America/Kentucky/Monticello",
            "America/Kralendijk",
            "America/La_Paz",
            "America/Lima",
            "America/Los_Angeles",
            "America/Lower_Princes",
            "America/Maceio",
            "America/Managua",
            "America/Manaus",
            "America/Marigot",
            "America/Martinique",
            "America/Matamoros",
            "America/Mazatlan",
            "America/Menominee",
            "America/Merida",
            "America/Metlakatla",
            "America/Mexico_City",
            "America/Miquelon",
            "America/Moncton",
            "America/Monterrey",
            "America/Montevideo",
            "America/Montserrat",
            "America/Nassau",
            "America/New_York",
            "America/Nome",
            "America/Noronha",
            "America/North_Dakota/Beulah",
            "America/North_Dakota/Center",
            "America/North_Dakota/New_Salem",
            "America/Nuuk",
            "America/Ojinaga",
            "America/Panama",
            "America/Paramaribo",
            "America/Phoenix",
            "America/Port-au-Prince",
            "America/Port_of_Spain",
            "America/Porto_Velho",
            "America/Puerto_Rico",
            "America/Punta_Arenas",
            "America/Rankin_Inlet",
            "America/Recife",
            "America/Regina",
            "America/Resolute",
            "America/Rio_Branco",
            "America/Santarem",
            "America/Santiago",
            "America/Santo_Domingo",
            "America/Sao_Paulo",
            "America/Scoresbysund",
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
            "America/Tijuana",
            "America/Toronto",
            "America/Tortola",
            "America/Vancouver",
            "America/Whitehorse",
            "America/Winnipeg",
            "America/Yakutat",
            "Antarctica/Casey",
            "Antarctica/Davis",
            "Antarctica/DumontDUrville",
            "Antarctica/Macquarie",
            "Antarctica/Mawson",
            "Antarctica/McMurdo",
            "Antarctica/Palmer",
            "Antarctica/Rothera",
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
            "Asia/Atyrau",
            "Asia/Baghdad",
            "Asia/Bahrain",
            "Asia/Baku",
            "Asia/Bangkok",
            "Asia/Barnaul",
            "Asia/Beirut",
            "Asia/Bishkek",
            "Asia/Brunei",
            "Asia/Chita",
            "Asia/Choibalsan",
            "Asia/Colombo",
            "Asia/Damascus",
            "Asia/Dhaka",
            "Asia/Dili",
            "Asia/Dubai",
            "Asia/Dushanbe",
            "Asia/Famagusta",
            "Asia/Gaza",
            "Asia/Hebron",
            "Asia/Ho_Chi_Minh",
            "Asia/Hong_Kong",
            "Asia/Hovd",
            "Asia/Irkutsk",
            "Asia/Jakarta",
            "Asia/Jayapura",
            "Asia/Jerusalem",
            "Asia/Kabul",
            "Asia/Kamchatka",
            "Asia/Karachi",
            "Asia/Kathmandu",
            "Asia/Khandyga",
            "Asia/Kolkata",
            "Asia/Krasnoyarsk",
            "Asia/Kuala_Lumpur",
            "Asia/Kuching",
            "Asia/Kuwait",
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
            "Asia/Riyadh",
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
            "Asia/Thimphu",
            "Asia/Tokyo",
            "Asia/Tomsk",
            "Asia/Ulaanbaatar",
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
            "Atlantic/Faroe",
            "Atlantic/Madeira",
            "Atlantic/Reykjavik",
            "Atlantic/South_Georgia",
            "Atlantic/St_Helena",
            "Atlantic/Stanley",
            "Australia/Adelaide",
            "Australia/Brisbane",
            "Australia/Broken_Hill",
            "Australia/Darwin",
            "Australia/Eucla",
            "Australia/Hobart",
            "Australia/Lindeman",
            "Australia/Lord_Howe",
            "Australia/Melbourne",
            "Australia/Perth",
            "Australia/Sydney",
            "Canada/Atlantic",
            "Canada/Central",
            "Canada/Eastern",
            "Canada/Mountain",
            "Canada/Newfoundland",
            "Canada/Pacific",
            "Europe/Amsterdam",
            "Europe/Andorra",
            "Europe/Astrakhan",
            "Europe/Athens",
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
            "Europe/Ulyanovsk",
            "Europe/Vaduz",
            "Europe/Vatican",
            "Europe/Vienna",
            "Europe/Vilnius",
            "Europe/Volgograd",
            "Europe/Warsaw",
            "Europe/Zagreb",
            "Europe/Zurich",
            "GMT",
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
            "Pacific/Apia",
            "Pacific/Auckland",
            "Pacific/Bougainville",
            "Pacific/Chatham",
            "Pacific/Chuuk",
            "Pacific/Easter",
            "Pacific/Efate",
            "Pacific/Fakaofo",
            "Pacific/Fiji",
            "Pacific/Funafuti",
            "Pacific/Galapagos",
            "Pacific/Gambier",
            "Pacific/Guadalcanal",
            "Pacific/Guam",
            "Pacific/Honolulu",
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
            "Pacific/Port_Moresby",
            "Pacific/Rarotonga",
            "Pacific/Saipan",
            "Pacific/Tahiti",
            "Pacific/Tarawa",
            "Pacific/Tongatapu",
            "Pacific/Wake",
            "Pacific/Wallis",
            "US/Alaska",
            "US/Arizona",
            "US/Central",
            "US/Eastern",
            "US/Hawaii",
            "US/Mountain",
            "US/Pacific",
            "UTC",
            "profile",
        ]
    ]
    delay_until_time: NotRequired[str | None]
    delay_until_weekdays: NotRequired[
        list[Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]] | None
    ]


class AbTestAction(TypedDict):
    type: Literal["ab-test"]
    data: "AbTestActionData"
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class AbTestActionData(TypedDict):
    main_action: "SendEmailAction | SendSmsAction"
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]
    experiment_status: NotRequired[Literal["completed", "draft", "live"]]
    current_experiment: NotRequired["AbTestActionDataCurrentExperiment | None"]


class AbTestActionDataCurrentExperiment(TypedDict):
    variations: "list[SendEmailAction | SendSmsAction]"
    id: NotRequired[str | None]
    name: NotRequired[str | None]
    allocations: NotRequired[dict[str, Any] | None]
    started: NotRequired[str | None]
    winner_metric: NotRequired[Literal["submission", "unique-clicks", "unique-opens", "unique-placed-orders"] | None]
    automatic_winner_selection_settings: NotRequired["AutomaticWinnerSelectionSettings | None"]


class AutomaticWinnerSelectionSettings(TypedDict):
    enabled: bool
    automatic_end_statistical_certainty: bool
    automatic_end_date: NotRequired[str | None]


class InternalServiceAction(TypedDict):
    type: Literal["internal-service"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired["InternalServiceActionData | None"]


class InternalServiceActionData(TypedDict):
    service_configuration: NotRequired[
        "InternalScheduledReportData | InternalTrackEventData | InternalScheduledReportBuilderReportData | InternalUnknownServiceData | None"
    ]
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class InternalScheduledReportData(TypedDict):
    service_method_type: Literal["schedule-report"]
    report_id: str


class InternalTrackEventData(TypedDict):
    service_method_type: Literal["track-event"]
    event_key: NotRequired[str | None]
    event_payload: NotRequired[dict[str, Any] | None]
    tracking_company_id: NotRequired[str | None]


class InternalScheduledReportBuilderReportData(TypedDict):
    service_method_type: Literal["schedule-report-builder-report"]
    report_id: str


class InternalUnknownServiceData(TypedDict):
    service_method_type: Literal["unknown"]


class CodeAction(TypedDict):
    type: Literal["code"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]
    data: NotRequired[Any]


class MultiBranchSplitAction(TypedDict):
    type: Literal["multi-branch-split"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired[Any]
    data: NotRequired["MultiBranchSplitActionData | None"]


class MultiBranchSplitActionData(TypedDict):
    branches: "list[MultiBranchSplitBranch]"
    name: str


class MultiBranchSplitBranch(TypedDict):
    branch_id: str
    order: NotRequired[int | None]
    is_else: NotRequired[bool]
    branch_filter: NotRequired["MultiBranchSplitBranchBranchFilter | None"]
    links: NotRequired["Link | None"]
    name: NotRequired[str | None]


class MultiBranchSplitBranchBranchFilter(TypedDict):
    condition_groups: "list[MultiBranchSplitBranchBranchFilterConditionGroupsItem]"


class MultiBranchSplitBranchBranchFilterConditionGroupsItem(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition | MetricPropertyCondition | CustomObjectTriggerCondition]"


class ListUpdateAction(TypedDict):
    data: "ListUpdateActionData"
    type: Literal["list-update"]
    id: NotRequired[str | None]
    temporary_id: NotRequired[str | None]
    links: NotRequired["Link | None"]


class ListUpdateActionData(TypedDict):
    name: str
    on_execution: bool | None
    list_id: str | None
    status: NotRequired[Literal["disabled", "draft", "live", "manual"]]


class FlowDefinitionProfileFilter(TypedDict):
    condition_groups: "list[FlowDefinitionProfileFilterConditionGroupsInner]"


class FlowDefinitionProfileFilterConditionGroupsInner(TypedDict):
    conditions: "list[ProfilePropertyCondition | ProfileHasGroupMembershipCondition | ProfileNoGroupMembershipCondition | ProfileRegionCondition | ProfilePostalCodeDistanceCondition | ProfilePredictiveAnalyticsDateCondition | ProfilePredictiveAnalyticsStringCondition | ProfilePredictiveAnalyticsNumericCondition | ProfilePredictiveAnalyticsChannelAffinityPriorityCondition | ProfilePredictiveAnalyticsChannelAffinityRankCondition | ProfileMarketingConsentCondition | FlowsProfileMetricCondition | ProfileRandomSampleCondition | ProfileHasCustomObjectCondition | ProfilePermissionsCondition | ProfileHasNotReceivedEmailMessageCondition | ProfileHasNotReceivedSmsMessageCondition | ProfileHasNotReceivedPushMessageCondition | ProfileNotInFlowCondition]"


class ProfileNotInFlowCondition(TypedDict):
    type: Literal["profile-not-in-flow"]
    timeframe_filter: "AlltimeDateFilter | InTheLastBaseRelativeDateFilter"


class ReentryCriteria(TypedDict):
    duration: int
    unit: Literal["day", "hour", "week"] | Literal["alltime"]


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
            return f"a {value}, such as 2026-10-15T09:30:00+00:00 or 2026-10-15"
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


@FORMATS.checks("date", raises=ValueError)
def is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


PATTERNS = {r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15"}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Create Flow","type":"object","description":"Creates a flow from a definition of its trigger, filters and actions, and returns it. Each action names itself by a temporary_id, which links and entry_action_id refer to; in the new flow, real ids take their place. A second call makes a second flow.\n\nRate: 1/s burst, 15/m steady, 100/d daily.\nScopes: flows:write.\nReference: https://developers.klaviyo.com/en/reference/create_flow","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The flow: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["flow"]},"attributes":{"type":"object","description":"What is said of the flow: its fields apart from type, id and relationships.","properties":{"name":{"type":"string","description":"Name of the flow, for people to tell it from others."},"definition":{"type":"object","description":"Full description of what the resource or rule consists of.","properties":{"triggers":{"type":"array","description":"What starts the flow, such as an event or joining a list. The array takes exactly one.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["list"]},"id":{"type":["string","null"],"description":"Id of the list."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["segment"]},"id":{"type":["string","null"],"description":"Id of the segment."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["metric"]},"id":{"type":["string","null"],"description":"Id of the metric."},"trigger_filter":{"type":["object","null"],"description":"Conditions that the event or item must meet to start the flow.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"$ref":"#/$defs/MetricPropertyCondition"}}},"required":["conditions"]}}},"required":["condition_groups"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"date_field_type":{"type":"string","description":"Whether the date that the flow counts from is a property of the profile or of a custom object.","enum":["profile-property"]},"date_profile_property":{"type":"string","description":"Name of the profile property that holds the date the flow counts from, such as Birthday."},"timedelta_value_before_date":{"type":"integer","description":"How long before the date the flow starts; 0 starts it on the date."},"trigger_time":{"type":"string","description":"Time of day at which the date triggers the flow, such as 11:00:00.","format":"time"},"timedelta_unit_before_date":{"type":"string","description":"Unit of timedelta_value_before_date; weeks by default.","enum":["days","months","weeks"],"default":"weeks"},"recurrence_frequency":{"type":"string","description":"How often the date comes round again for the same profile, if at all.","enum":["annually","monthly","never","weekly"],"default":"monthly"},"timezone":{"type":"string","description":"IANA time zone such as America/New_York; in flows, profile stands for the time zone of each profile.","enum":["Africa/Abidjan","Africa/Accra","Africa/Addis_Ababa","Africa/Algiers","Africa/Asmara","Africa/Bamako","Africa/Bangui","Africa/Banjul","Africa/Bissau","Africa/Blantyre","Africa/Brazzaville","Africa/Bujumbura","Africa/Cairo","Africa/Casablanca","Africa/Ceuta","Africa/Conakry","Africa/Dakar","Africa/Dar_es_Salaam","Africa/Djibouti","Africa/Douala","Africa/El_Aaiun","Africa/Freetown","Africa/Gaborone","Africa/Harare","Africa/Johannesburg","Africa/Juba","Africa/Kampala","Africa/Khartoum","Africa/Kigali","Africa/Kinshasa","Africa/Lagos","Africa/Libreville","Africa/Lome","Africa/Luanda","Africa/Lubumbashi","Africa/Lusaka","Africa/Malabo","Africa/Maputo","Africa/Maseru","Africa/Mbabane","Africa/Mogadishu","Africa/Monrovia","Africa/Nairobi","Africa/Ndjamena","Africa/Niamey","Africa/Nouakchott","Africa/Ouagadougou","Africa/Porto-Novo","Africa/Sao_Tome","Africa/Tripoli","Africa/Tunis","Africa/Windhoek","America/Adak","America/Anchorage","America/Anguilla","America/Antigua","America/Araguaina","America/Argentina/Buenos_Aires","America/Argentina/Catamarca","America/Argentina/Cordoba","America/Argentina/Jujuy","America/Argentina/La_Rioja","America/Argentina/Mendoza","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Aruba","America/Asuncion","America/Atikokan","America/Bahia","America/Bahia_Banderas","America/Barbados","America/Belem","America/Belize","America/Blanc-Sablon","America/Boa_Vista","America/Bogota","America/Boise","America/Cambridge_Bay","America/Campo_Grande","America/Cancun","America/Caracas","America/Cayenne","America/Cayman","America/Chicago","America/Chihuahua","America/Ciudad_Juarez","America/Costa_Rica","America/Creston","America/Cuiaba","America/Curacao","America/Danmarkshavn","America/Dawson","America/Dawson_Creek","America/Denver","America/Detroit","America/Dominica","America/Edmonton","America/Eirunepe","America/El_Salvador","America/Fort_Nelson","America/Fortaleza","America/Glace_Bay","America/Goose_Bay","America/Grand_Turk","America/Grenada","America/Guadeloupe","America/Guatemala","America/Guayaquil","America/Guyana","America/Halifax","America/Havana","America/Hermosillo","America/Indiana/Indianapolis","America/Indiana/Knox","America/Indiana/Marengo","America/Indiana/Petersburg","America/Indiana/Tell_City","America/Indiana/Vevay","America/Indiana/Vincennes","America/Indiana/Winamac","America/Inuvik","America/Iqaluit","America/Jamaica","America/Juneau","America/Kentucky/Louisville","America/Kentucky/Monticello","America/Kralendijk","America/La_Paz","America/Lima","America/Los_Angeles","America/Lower_Princes","America/Maceio","America/Managua","America/Manaus","America/Marigot","America/Martinique","America/Matamoros","America/Mazatlan","America/Menominee","America/Merida","America/Metlakatla","America/Mexico_City","America/Miquelon","America/Moncton","America/Monterrey","America/Montevideo","America/Montserrat","America/Nassau","America/New_York","America/Nome","America/Noronha","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem","America/Nuuk","America/Ojinaga","America/Panama","America/Paramaribo","America/Phoenix","America/Port-au-Prince","America/Port_of_Spain","America/Porto_Velho","America/Puerto_Rico","America/Punta_Arenas","America/Rankin_Inlet","America/Recife","America/Regina","America/Resolute","America/Rio_Branco","America/Santarem","America/Santiago","America/Santo_Domingo","America/Sao_Paulo","America/Scoresbysund","America/Sitka","America/St_Barthelemy","America/St_Johns","America/St_Kitts","America/St_Lucia","America/St_Thomas","America/St_Vincent","America/Swift_Current","America/Tegucigalpa","America/Thule","America/Tijuana","America/Toronto","America/Tortola","America/Vancouver","America/Whitehorse","America/Winnipeg","America/Yakutat","Antarctica/Casey","Antarctica/Davis","Antarctica/DumontDUrville","Antarctica/Macquarie","Antarctica/Mawson","Antarctica/McMurdo","Antarctica/Palmer","Antarctica/Rothera","Antarctica/Syowa","Antarctica/Troll","Antarctica/Vostok","Arctic/Longyearbyen","Asia/Aden","Asia/Almaty","Asia/Amman","Asia/Anadyr","Asia/Aqtau","Asia/Aqtobe","Asia/Ashgabat","Asia/Atyrau","Asia/Baghdad","Asia/Bahrain","Asia/Baku","Asia/Bangkok","Asia/Barnaul","Asia/Beirut","Asia/Bishkek","Asia/Brunei","Asia/Chita","Asia/Choibalsan","Asia/Colombo","Asia/Damascus","Asia/Dhaka","Asia/Dili","Asia/Dubai","Asia/Dushanbe","Asia/Famagusta","Asia/Gaza","Asia/Hebron","Asia/Ho_Chi_Minh","Asia/Hong_Kong","Asia/Hovd","Asia/Irkutsk","Asia/Jakarta","Asia/Jayapura","Asia/Jerusalem","Asia/Kabul","Asia/Kamchatka","Asia/Karachi","Asia/Kathmandu","Asia/Khandyga","Asia/Kolkata","Asia/Krasnoyarsk","Asia/Kuala_Lumpur","Asia/Kuching","Asia/Kuwait","Asia/Macau","Asia/Magadan","Asia/Makassar","Asia/Manila","Asia/Muscat","Asia/Nicosia","Asia/Novokuznetsk","Asia/Novosibirsk","Asia/Omsk","Asia/Oral","Asia/Phnom_Penh","Asia/Pontianak","Asia/Pyongyang","Asia/Qatar","Asia/Qostanay","Asia/Qyzylorda","Asia/Riyadh","Asia/Sakhalin","Asia/Samarkand","Asia/Seoul","Asia/Shanghai","Asia/Singapore","Asia/Srednekolymsk","Asia/Taipei","Asia/Tashkent","Asia/Tbilisi","Asia/Tehran","Asia/Thimphu","Asia/Tokyo","Asia/Tomsk","Asia/Ulaanbaatar","Asia/Urumqi","Asia/Ust-Nera","Asia/Vientiane","Asia/Vladivostok","Asia/Yakutsk","Asia/Yangon","Asia/Yekaterinburg","Asia/Yerevan","Atlantic/Azores","Atlantic/Bermuda","Atlantic/Canary","Atlantic/Cape_Verde","Atlantic/Faroe","Atlantic/Madeira","Atlantic/Reykjavik","Atlantic/South_Georgia","Atlantic/St_Helena","Atlantic/Stanley","Australia/Adelaide","Australia/Brisbane","Australia/Broken_Hill","Australia/Darwin","Australia/Eucla","Australia/Hobart","Australia/Lindeman","Australia/Lord_Howe","Australia/Melbourne","Australia/Perth","Australia/Sydney","Canada/Atlantic","Canada/Central","Canada/Eastern","Canada/Mountain","Canada/Newfoundland","Canada/Pacific","Europe/Amsterdam","Europe/Andorra","Europe/Astrakhan","Europe/Athens","Europe/Belgrade","Europe/Berlin","Europe/Bratislava","Europe/Brussels","Europe/Bucharest","Europe/Budapest","Europe/Busingen","Europe/Chisinau","Europe/Copenhagen","Europe/Dublin","Europe/Gibraltar","Europe/Guernsey","Europe/Helsinki","Europe/Isle_of_Man","Europe/Istanbul","Europe/Jersey","Europe/Kaliningrad","Europe/Kirov","Europe/Kyiv","Europe/Lisbon","Europe/Ljubljana","Europe/London","Europe/Luxembourg","Europe/Madrid","Europe/Malta","Europe/Mariehamn","Europe/Minsk","Europe/Monaco","Europe/Moscow","Europe/Oslo","Europe/Paris","Europe/Podgorica","Europe/Prague","Europe/Riga","Europe/Rome","Europe/Samara","Europe/San_Marino","Europe/Sarajevo","Europe/Saratov","Europe/Simferopol","Europe/Skopje","Europe/Sofia","Europe/Stockholm","Europe/Tallinn","Europe/Tirane","Europe/Ulyanovsk","Europe/Vaduz","Europe/Vatican","Europe/Vienna","Europe/Vilnius","Europe/Volgograd","Europe/Warsaw","Europe/Zagreb","Europe/Zurich","GMT","Indian/Antananarivo","Indian/Chagos","Indian/Christmas","Indian/Cocos","Indian/Comoro","Indian/Kerguelen","Indian/Mahe","Indian/Maldives","Indian/Mauritius","Indian/Mayotte","Indian/Reunion","Pacific/Apia","Pacific/Auckland","Pacific/Bougainville","Pacific/Chatham","Pacific/Chuuk","Pacific/Easter","Pacific/Efate","Pacific/Fakaofo","Pacific/Fiji","Pacific/Funafuti","Pacific/Galapagos","Pacific/Gambier","Pacific/Guadalcanal","Pacific/Guam","Pacific/Honolulu","Pacific/Kanton","Pacific/Kiritimati","Pacific/Kosrae","Pacific/Kwajalein","Pacific/Majuro","Pacific/Marquesas","Pacific/Midway","Pacific/Nauru","Pacific/Niue","Pacific/Norfolk","Pacific/Noumea","Pacific/Pago_Pago","Pacific/Palau","Pacific/Pitcairn","Pacific/Pohnpei","Pacific/Port_Moresby","Pacific/Rarotonga","Pacific/Saipan","Pacific/Tahiti","Pacific/Tarawa","Pacific/Tongatapu","Pacific/Wake","Pacific/Wallis","US/Alaska","US/Arizona","US/Central","US/Eastern","US/Hawaii","US/Mountain","US/Pacific","UTC","profile"],"default":"profile"},"trigger_days":{"type":["array","null"],"description":"Weekdays on which the date may trigger the flow, such as monday.","items":{"type":"string","enum":["friday","monday","saturday","sunday","thursday","tuesday","wednesday"]}}},"required":["type","date_field_type","date_profile_property","timedelta_value_before_date","trigger_time"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"date_field_type":{"type":"string","description":"Whether the date that the flow counts from is a property of the profile or of a custom object.","enum":["custom-object"]},"custom_object_label":{"type":"string","description":"Label of the custom object that the trigger or condition is about."},"custom_object_property_id":{"type":"integer","description":"Id of the custom object's property that holds the date the flow counts from."},"object_type_id":{"type":"string","description":"Id of the type of custom object concerned."},"object_type_relationship_id":{"type":"string","description":"Id of the relationship that ties the custom object to profiles."},"timedelta_value_before_date":{"type":"integer","description":"How long before the date the flow starts; 0 starts it on the date."},"trigger_time":{"type":"string","description":"Time of day at which the date triggers the flow, such as 11:00:00.","format":"time"},"timedelta_unit_before_date":{"type":"string","description":"Unit of timedelta_value_before_date; weeks by default.","enum":["days","months","weeks"],"default":"weeks"},"recurrence_frequency":{"type":"string","description":"How often the date comes round again for the same profile, if at all.","enum":["annually","monthly","never","weekly"],"default":"monthly"},"timezone":{"type":"string","description":"IANA time zone such as America/New_York; in flows, profile stands for the time zone of each profile.","enum":["Africa/Abidjan","Africa/Accra","Africa/Addis_Ababa","Africa/Algiers","Africa/Asmara","Africa/Bamako","Africa/Bangui","Africa/Banjul","Africa/Bissau","Africa/Blantyre","Africa/Brazzaville","Africa/Bujumbura","Africa/Cairo","Africa/Casablanca","Africa/Ceuta","Africa/Conakry","Africa/Dakar","Africa/Dar_es_Salaam","Africa/Djibouti","Africa/Douala","Africa/El_Aaiun","Africa/Freetown","Africa/Gaborone","Africa/Harare","Africa/Johannesburg","Africa/Juba","Africa/Kampala","Africa/Khartoum","Africa/Kigali","Africa/Kinshasa","Africa/Lagos","Africa/Libreville","Africa/Lome","Africa/Luanda","Africa/Lubumbashi","Africa/Lusaka","Africa/Malabo","Africa/Maputo","Africa/Maseru","Africa/Mbabane","Africa/Mogadishu","Africa/Monrovia","Africa/Nairobi","Africa/Ndjamena","Africa/Niamey","Africa/Nouakchott","Africa/Ouagadougou","Africa/Porto-Novo","Africa/Sao_Tome","Africa/Tripoli","Africa/Tunis","Africa/Windhoek","America/Adak","America/Anchorage","America/Anguilla","America/Antigua","America/Araguaina","America/Argentina/Buenos_Aires","America/Argentina/Catamarca","America/Argentina/Cordoba","America/Argentina/Jujuy","America/Argentina/La_Rioja","America/Argentina/Mendoza","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Aruba","America/Asuncion","America/Atikokan","America/Bahia","America/Bahia_Banderas","America/Barbados","America/Belem","America/Belize","America/Blanc-Sablon","America/Boa_Vista","America/Bogota","America/Boise","America/Cambridge_Bay","America/Campo_Grande","America/Cancun","America/Caracas","America/Cayenne","America/Cayman","America/Chicago","America/Chihuahua","America/Ciudad_Juarez","America/Costa_Rica","America/Creston","America/Cuiaba","America/Curacao","America/Danmarkshavn","America/Dawson","America/Dawson_Creek","America/Denver","America/Detroit","America/Dominica","America/Edmonton","America/Eirunepe","America/El_Salvador","America/Fort_Nelson","America/Fortaleza","America/Glace_Bay","America/Goose_Bay","America/Grand_Turk","America/Grenada","America/Guadeloupe","America/Guatemala","America/Guayaquil","America/Guyana","America/Halifax","America/Havana","America/Hermosillo","America/Indiana/Indianapolis","America/Indiana/Knox","America/Indiana/Marengo","America/Indiana/Petersburg","America/Indiana/Tell_City","America/Indiana/Vevay","America/Indiana/Vincennes","America/Indiana/Winamac","America/Inuvik","America/Iqaluit","America/Jamaica","America/Juneau","America/Kentucky/Louisville","America/Kentucky/Monticello","America/Kralendijk","America/La_Paz","America/Lima","America/Los_Angeles","America/Lower_Princes","America/Maceio","America/Managua","America/Manaus","America/Marigot","America/Martinique","America/Matamoros","America/Mazatlan","America/Menominee","America/Merida","America/Metlakatla","America/Mexico_City","America/Miquelon","America/Moncton","America/Monterrey","America/Montevideo","America/Montserrat","America/Nassau","America/New_York","America/Nome","America/Noronha","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem","America/Nuuk","America/Ojinaga","America/Panama","America/Paramaribo","America/Phoenix","America/Port-au-Prince","America/Port_of_Spain","America/Porto_Velho","America/Puerto_Rico","America/Punta_Arenas","America/Rankin_Inlet","America/Recife","America/Regina","America/Resolute","America/Rio_Branco","America/Santarem","America/Santiago","America/Santo_Domingo","America/Sao_Paulo","America/Scoresbysund","America/Sitka","America/St_Barthelemy","America/St_Johns","America/St_Kitts","America/St_Lucia","America/St_Thomas","America/St_Vincent","America/Swift_Current","America/Tegucigalpa","America/Thule","America/Tijuana","America/Toronto","America/Tortola","America/Vancouver","America/Whitehorse","America/Winnipeg","America/Yakutat","Antarctica/Casey","Antarctica/Davis","Antarctica/DumontDUrville","Antarctica/Macquarie","Antarctica/Mawson","Antarctica/McMurdo","Antarctica/Palmer","Antarctica/Rothera","Antarctica/Syowa","Antarctica/Troll","Antarctica/Vostok","Arctic/Longyearbyen","Asia/Aden","Asia/Almaty","Asia/Amman","Asia/Anadyr","Asia/Aqtau","Asia/Aqtobe","Asia/Ashgabat","Asia/Atyrau","Asia/Baghdad","Asia/Bahrain","Asia/Baku","Asia/Bangkok","Asia/Barnaul","Asia/Beirut","Asia/Bishkek","Asia/Brunei","Asia/Chita","Asia/Choibalsan","Asia/Colombo","Asia/Damascus","Asia/Dhaka","Asia/Dili","Asia/Dubai","Asia/Dushanbe","Asia/Famagusta","Asia/Gaza","Asia/Hebron","Asia/Ho_Chi_Minh","Asia/Hong_Kong","Asia/Hovd","Asia/Irkutsk","Asia/Jakarta","Asia/Jayapura","Asia/Jerusalem","Asia/Kabul","Asia/Kamchatka","Asia/Karachi","Asia/Kathmandu","Asia/Khandyga","Asia/Kolkata","Asia/Krasnoyarsk","Asia/Kuala_Lumpur","Asia/Kuching","Asia/Kuwait","Asia/Macau","Asia/Magadan","Asia/Makassar","Asia/Manila","Asia/Muscat","Asia/Nicosia","Asia/Novokuznetsk","Asia/Novosibirsk","Asia/Omsk","Asia/Oral","Asia/Phnom_Penh","Asia/Pontianak","Asia/Pyongyang","Asia/Qatar","Asia/Qostanay","Asia/Qyzylorda","Asia/Riyadh","Asia/Sakhalin","Asia/Samarkand","Asia/Seoul","Asia/Shanghai","Asia/Singapore","Asia/Srednekolymsk","Asia/Taipei","Asia/Tashkent","Asia/Tbilisi","Asia/Tehran","Asia/Thimphu","Asia/Tokyo","Asia/Tomsk","Asia/Ulaanbaatar","Asia/Urumqi","Asia/Ust-Nera","Asia/Vientiane","Asia/Vladivostok","Asia/Yakutsk","Asia/Yangon","Asia/Yekaterinburg","Asia/Yerevan","Atlantic/Azores","Atlantic/Bermuda","Atlantic/Canary","Atlantic/Cape_Verde","Atlantic/Faroe","Atlantic/Madeira","Atlantic/Reykjavik","Atlantic/South_Georgia","Atlantic/St_Helena","Atlantic/Stanley","Australia/Adelaide","Australia/Brisbane","Australia/Broken_Hill","Australia/Darwin","Australia/Eucla","Australia/Hobart","Australia/Lindeman","Australia/Lord_Howe","Australia/Melbourne","Australia/Perth","Australia/Sydney","Canada/Atlantic","Canada/Central","Canada/Eastern","Canada/Mountain","Canada/Newfoundland","Canada/Pacific","Europe/Amsterdam","Europe/Andorra","Europe/Astrakhan","Europe/Athens","Europe/Belgrade","Europe/Berlin","Europe/Bratislava","Europe/Brussels","Europe/Bucharest","Europe/Budapest","Europe/Busingen","Europe/Chisinau","Europe/Copenhagen","Europe/Dublin","Europe/Gibraltar","Europe/Guernsey","Europe/Helsinki","Europe/Isle_of_Man","Europe/Istanbul","Europe/Jersey","Europe/Kaliningrad","Europe/Kirov","Europe/Kyiv","Europe/Lisbon","Europe/Ljubljana","Europe/London","Europe/Luxembourg","Europe/Madrid","Europe/Malta","Europe/Mariehamn","Europe/Minsk","Europe/Monaco","Europe/Moscow","Europe/Oslo","Europe/Paris","Europe/Podgorica","Europe/Prague","Europe/Riga","Europe/Rome","Europe/Samara","Europe/San_Marino","Europe/Sarajevo","Europe/Saratov","Europe/Simferopol","Europe/Skopje","Europe/Sofia","Europe/Stockholm","Europe/Tallinn","Europe/Tirane","Europe/Ulyanovsk","Europe/Vaduz","Europe/Vatican","Europe/Vienna","Europe/Vilnius","Europe/Volgograd","Europe/Warsaw","Europe/Zagreb","Europe/Zurich","GMT","Indian/Antananarivo","Indian/Chagos","Indian/Christmas","Indian/Cocos","Indian/Comoro","Indian/Kerguelen","Indian/Mahe","Indian/Maldives","Indian/Mauritius","Indian/Mayotte","Indian/Reunion","Pacific/Apia","Pacific/Auckland","Pacific/Bougainville","Pacific/Chatham","Pacific/Chuuk","Pacific/Easter","Pacific/Efate","Pacific/Fakaofo","Pacific/Fiji","Pacific/Funafuti","Pacific/Galapagos","Pacific/Gambier","Pacific/Guadalcanal","Pacific/Guam","Pacific/Honolulu","Pacific/Kanton","Pacific/Kiritimati","Pacific/Kosrae","Pacific/Kwajalein","Pacific/Majuro","Pacific/Marquesas","Pacific/Midway","Pacific/Nauru","Pacific/Niue","Pacific/Norfolk","Pacific/Noumea","Pacific/Pago_Pago","Pacific/Palau","Pacific/Pitcairn","Pacific/Pohnpei","Pacific/Port_Moresby","Pacific/Rarotonga","Pacific/Saipan","Pacific/Tahiti","Pacific/Tarawa","Pacific/Tongatapu","Pacific/Wake","Pacific/Wallis","US/Alaska","US/Arizona","US/Central","US/Eastern","US/Hawaii","US/Mountain","US/Pacific","UTC","profile"],"default":"profile"},"trigger_days":{"type":["array","null"],"description":"Weekdays on which the date may trigger the flow, such as monday.","items":{"type":"string","enum":["friday","monday","saturday","sunday","thursday","tuesday","wednesday"]}}},"required":["type","date_field_type","custom_object_label","custom_object_property_id","object_type_id","object_type_relationship_id","timedelta_value_before_date","trigger_time"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["price-drop"]},"trigger_filter":{"type":["object","null"],"description":"Conditions that the event or item must meet to start the flow.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"$ref":"#/$defs/PriceDropCondition"}}},"required":["conditions"]}}},"required":["condition_groups"]},"price_drop_amount_value":{"type":"number","description":"Size of the price drop that triggers the flow, in the unit of price_drop_amount_unit."},"audience":{"type":"array","description":"What a shopper must have done with the product to enter the flow, such as having viewed it.","items":{"type":"string","enum":["checkout-started","viewed"]}},"price_drop_amount_unit":{"type":"string","description":"Whether the price drop is counted as an amount of money or in percent.","enum":["currency","percent"],"default":"currency"},"timeframe_days":{"type":"integer","description":"Number of days to look back for the shopper's activity; 30 by default.","default":30},"currency_type":{"type":"string","description":"Currency in which the amount of the price drop is counted.","enum":["usd"],"default":"usd"}},"required":["type","trigger_filter","price_drop_amount_value","audience"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["low-inventory"]},"product_level":{"type":"string","description":"Whether stock is watched for the product as a whole or for each variant.","enum":["product","variant"]},"trigger_filter":{"type":["object","null"],"description":"Conditions that the event or item must meet to start the flow.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"$ref":"#/$defs/LowInventoryCondition"}}},"required":["conditions"]}}},"required":["condition_groups"]},"inventory_count":{"type":"integer","description":"Number of items in stock that counts as low inventory."},"audience":{"type":"array","description":"What a shopper must have done with the product to enter the flow, such as having viewed it.","items":{"type":"string","enum":["added-to-cart","checkout-started","viewed"]}},"timeframe_days":{"type":"integer","description":"Number of days to look back for the shopper's activity; 30 by default.","default":30}},"required":["type","product_level","trigger_filter","inventory_count","audience"]}]}},"actions":{"type":"array","description":"Steps of the flow, such as messages, delays and splits. Each names the step that follows it in its links.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["action-output-split"]},"id":{"type":["string","null"],"description":"Id of the action output split."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/BooleanBranchLinks"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"action_output_filter":{"type":["object","null"],"description":"Conditions on the output of an earlier action; they decide which of the two branches of the split a profile takes.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["action-output"]},"output_config_id":{"type":"integer","description":"Id of the output configuration of the earlier action whose result is tested."},"field":{"type":"string","description":"Name of the field in the earlier action's output that the condition tests."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","output_config_id","field","filter"]}}},"required":["conditions"]}}},"required":["condition_groups"]}},"required":["action_output_filter"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["back-in-stock-delay"]},"id":{"type":["string","null"],"description":"Id of the back in stock delay."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["conditional-split"]},"id":{"type":["string","null"],"description":"Id of the conditional split."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/BooleanBranchLinks"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"profile_filter":{"type":["object","null"],"description":"Conditions on the profile that decide which of the two branches of the split it takes.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]}},"required":["profile_filter"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["content-experiment"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"main_action":{"description":"Message that is put to the test; its rivals stand under current_experiment.","oneOf":[{"$ref":"#/$defs/SendPushNotificationAction"},{"$ref":"#/$defs/SendWhatsAppAction"}]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"},"experiment_status":{"type":["string","null"],"description":"Stage of the test, such as draft before it runs.","enum":["completed","draft","live",null]},"current_experiment":{"type":["object","null"],"description":"Test that is set up for this action: its variations, how recipients are shared out, and how the winner is chosen.","properties":{"variations":{"type":"array","description":"Versions of the message that are tried against each other.","items":{"oneOf":[{"$ref":"#/$defs/SendPushNotificationAction"},{"$ref":"#/$defs/SendWhatsAppAction"}]}},"id":{"type":["string","null"],"description":"Id of the content experiment."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"allocations":{"type":["object","null"],"description":"How recipients are shared out among the variations of the test.","additionalProperties":true},"started":{"type":["string","null"],"description":"Time at which the test began, ISO 8601, such as 2026-01-31T09:00:00Z.","format":"date-time"},"winner_metric":{"type":["string","null"],"description":"Figure that decides which variation wins.","enum":["click-rate","open-rate",null]}},"required":["variations"]}},"required":["main_action"]},"id":{"type":["string","null"],"description":"Id of the content experiment."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["type","data"]},{"$ref":"#/$defs/SendEmailAction"},{"$ref":"#/$defs/SendPushNotificationAction"},{"$ref":"#/$defs/SendSmsAction"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["send-webhook"]},"id":{"type":["string","null"],"description":"Id of the send webhook."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"message":{"type":"object","description":"The message itself, or its text.","properties":{"url":{"type":["string","null"],"description":"Address that this part points to, such as https://www.example.com/tea."},"headers":{"type":["object","null"],"description":"HTTP headers sent with the webhook, an object of names and values.","additionalProperties":true},"body":{"type":["string","null"],"description":"Main part of a message or template, or how that part looks."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"id":{"type":["string","null"],"description":"Id of the send webhook."}},"required":["url"]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}},"required":["message"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["send-internal-alert"]},"id":{"type":["string","null"],"description":"Id of the send internal alert."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"message":{"type":"object","description":"The message itself, or its text.","properties":{"from_email":{"type":["string","null"],"description":"Sender address that recipients see, such as news@example.com."},"from_label":{"type":["string","null"],"description":"Sender name that recipients see, such as Example Tea Shop."},"to_emails":{"type":"array","description":"Addresses that get the internal alert.","items":{"type":"string"}},"subject_line":{"type":["string","null"],"description":"Subject of the email as recipients see it; template variables are possible."},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"id":{"type":["string","null"],"description":"Id of the send internal alert."}},"required":["from_email","from_label","to_emails","subject_line"]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}},"required":["message"]}},"required":["type"]},{"$ref":"#/$defs/SendWhatsAppAction"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["time-delay"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"value":{"type":"integer","description":"The value that this part sets or compares with."},"unit":{"type":"string","description":"Unit of time in which the delay's value is counted; days by default.","enum":["days","hours","minutes"],"default":"days"},"secondary_value":{"type":["integer","null"],"description":"Second part of the delay's length, besides value; null or 0 for none."},"timezone":{"type":"string","description":"IANA time zone such as America/New_York; in flows, profile stands for the time zone of each profile.","enum":["Africa/Abidjan","Africa/Accra","Africa/Addis_Ababa","Africa/Algiers","Africa/Asmara","Africa/Bamako","Africa/Bangui","Africa/Banjul","Africa/Bissau","Africa/Blantyre","Africa/Brazzaville","Africa/Bujumbura","Africa/Cairo","Africa/Casablanca","Africa/Ceuta","Africa/Conakry","Africa/Dakar","Africa/Dar_es_Salaam","Africa/Djibouti","Africa/Douala","Africa/El_Aaiun","Africa/Freetown","Africa/Gaborone","Africa/Harare","Africa/Johannesburg","Africa/Juba","Africa/Kampala","Africa/Khartoum","Africa/Kigali","Africa/Kinshasa","Africa/Lagos","Africa/Libreville","Africa/Lome","Africa/Luanda","Africa/Lubumbashi","Africa/Lusaka","Africa/Malabo","Africa/Maputo","Africa/Maseru","Africa/Mbabane","Africa/Mogadishu","Africa/Monrovia","Africa/Nairobi","Africa/Ndjamena","Africa/Niamey","Africa/Nouakchott","Africa/Ouagadougou","Africa/Porto-Novo","Africa/Sao_Tome","Africa/Tripoli","Africa/Tunis","Africa/Windhoek","America/Adak","America/Anchorage","America/Anguilla","America/Antigua","America/Araguaina","America/Argentina/Buenos_Aires","America/Argentina/Catamarca","America/Argentina/Cordoba","America/Argentina/Jujuy","America/Argentina/La_Rioja","America/Argentina/Mendoza","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Aruba","America/Asuncion","America/Atikokan","America/Bahia","America/Bahia_Banderas","America/Barbados","America/Belem","America/Belize","America/Blanc-Sablon","America/Boa_Vista","America/Bogota","America/Boise","America/Cambridge_Bay","America/Campo_Grande","America/Cancun","America/Caracas","America/Cayenne","America/Cayman","America/Chicago","America/Chihuahua","America/Ciudad_Juarez","America/Costa_Rica","America/Creston","America/Cuiaba","America/Curacao","America/Danmarkshavn","America/Dawson","America/Dawson_Creek","America/Denver","America/Detroit","America/Dominica","America/Edmonton","America/Eirunepe","America/El_Salvador","America/Fort_Nelson","America/Fortaleza","America/Glace_Bay","America/Goose_Bay","America/Grand_Turk","America/Grenada","America/Guadeloupe","America/Guatemala","America/Guayaquil","America/Guyana","America/Halifax","America/Havana","America/Hermosillo","America/Indiana/Indianapolis","America/Indiana/Knox","America/Indiana/Marengo","America/Indiana/Petersburg","America/Indiana/Tell_City","America/Indiana/Vevay","America/Indiana/Vincennes","America/Indiana/Winamac","America/Inuvik","America/Iqaluit","America/Jamaica","America/Juneau","America/Kentucky/Louisville","America/Kentucky/Monticello","America/Kralendijk","America/La_Paz","America/Lima","America/Los_Angeles","America/Lower_Princes","America/Maceio","America/Managua","America/Manaus","America/Marigot","America/Martinique","America/Matamoros","America/Mazatlan","America/Menominee","America/Merida","America/Metlakatla","America/Mexico_City","America/Miquelon","America/Moncton","America/Monterrey","America/Montevideo","America/Montserrat","America/Nassau","America/New_York","America/Nome","America/Noronha","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem","America/Nuuk","America/Ojinaga","America/Panama","America/Paramaribo","America/Phoenix","America/Port-au-Prince","America/Port_of_Spain","America/Porto_Velho","America/Puerto_Rico","America/Punta_Arenas","America/Rankin_Inlet","America/Recife","America/Regina","America/Resolute","America/Rio_Branco","America/Santarem","America/Santiago","America/Santo_Domingo","America/Sao_Paulo","America/Scoresbysund","America/Sitka","America/St_Barthelemy","America/St_Johns","America/St_Kitts","America/St_Lucia","America/St_Thomas","America/St_Vincent","America/Swift_Current","America/Tegucigalpa","America/Thule","America/Tijuana","America/Toronto","America/Tortola","America/Vancouver","America/Whitehorse","America/Winnipeg","America/Yakutat","Antarctica/Casey","Antarctica/Davis","Antarctica/DumontDUrville","Antarctica/Macquarie","Antarctica/Mawson","Antarctica/McMurdo","Antarctica/Palmer","Antarctica/Rothera","Antarctica/Syowa","Antarctica/Troll","Antarctica/Vostok","Arctic/Longyearbyen","Asia/Aden","Asia/Almaty","Asia/Amman","Asia/Anadyr","Asia/Aqtau","Asia/Aqtobe","Asia/Ashgabat","Asia/Atyrau","Asia/Baghdad","Asia/Bahrain","Asia/Baku","Asia/Bangkok","Asia/Barnaul","Asia/Beirut","Asia/Bishkek","Asia/Brunei","Asia/Chita","Asia/Choibalsan","Asia/Colombo","Asia/Damascus","Asia/Dhaka","Asia/Dili","Asia/Dubai","Asia/Dushanbe","Asia/Famagusta","Asia/Gaza","Asia/Hebron","Asia/Ho_Chi_Minh","Asia/Hong_Kong","Asia/Hovd","Asia/Irkutsk","Asia/Jakarta","Asia/Jayapura","Asia/Jerusalem","Asia/Kabul","Asia/Kamchatka","Asia/Karachi","Asia/Kathmandu","Asia/Khandyga","Asia/Kolkata","Asia/Krasnoyarsk","Asia/Kuala_Lumpur","Asia/Kuching","Asia/Kuwait","Asia/Macau","Asia/Magadan","Asia/Makassar","Asia/Manila","Asia/Muscat","Asia/Nicosia","Asia/Novokuznetsk","Asia/Novosibirsk","Asia/Omsk","Asia/Oral","Asia/Phnom_Penh","Asia/Pontianak","Asia/Pyongyang","Asia/Qatar","Asia/Qostanay","Asia/Qyzylorda","Asia/Riyadh","Asia/Sakhalin","Asia/Samarkand","Asia/Seoul","Asia/Shanghai","Asia/Singapore","Asia/Srednekolymsk","Asia/Taipei","Asia/Tashkent","Asia/Tbilisi","Asia/Tehran","Asia/Thimphu","Asia/Tokyo","Asia/Tomsk","Asia/Ulaanbaatar","Asia/Urumqi","Asia/Ust-Nera","Asia/Vientiane","Asia/Vladivostok","Asia/Yakutsk","Asia/Yangon","Asia/Yekaterinburg","Asia/Yerevan","Atlantic/Azores","Atlantic/Bermuda","Atlantic/Canary","Atlantic/Cape_Verde","Atlantic/Faroe","Atlantic/Madeira","Atlantic/Reykjavik","Atlantic/South_Georgia","Atlantic/St_Helena","Atlantic/Stanley","Australia/Adelaide","Australia/Brisbane","Australia/Broken_Hill","Australia/Darwin","Australia/Eucla","Australia/Hobart","Australia/Lindeman","Australia/Lord_Howe","Australia/Melbourne","Australia/Perth","Australia/Sydney","Canada/Atlantic","Canada/Central","Canada/Eastern","Canada/Mountain","Canada/Newfoundland","Canada/Pacific","Europe/Amsterdam","Europe/Andorra","Europe/Astrakhan","Europe/Athens","Europe/Belgrade","Europe/Berlin","Europe/Bratislava","Europe/Brussels","Europe/Bucharest","Europe/Budapest","Europe/Busingen","Europe/Chisinau","Europe/Copenhagen","Europe/Dublin","Europe/Gibraltar","Europe/Guernsey","Europe/Helsinki","Europe/Isle_of_Man","Europe/Istanbul","Europe/Jersey","Europe/Kaliningrad","Europe/Kirov","Europe/Kyiv","Europe/Lisbon","Europe/Ljubljana","Europe/London","Europe/Luxembourg","Europe/Madrid","Europe/Malta","Europe/Mariehamn","Europe/Minsk","Europe/Monaco","Europe/Moscow","Europe/Oslo","Europe/Paris","Europe/Podgorica","Europe/Prague","Europe/Riga","Europe/Rome","Europe/Samara","Europe/San_Marino","Europe/Sarajevo","Europe/Saratov","Europe/Simferopol","Europe/Skopje","Europe/Sofia","Europe/Stockholm","Europe/Tallinn","Europe/Tirane","Europe/Ulyanovsk","Europe/Vaduz","Europe/Vatican","Europe/Vienna","Europe/Vilnius","Europe/Volgograd","Europe/Warsaw","Europe/Zagreb","Europe/Zurich","GMT","Indian/Antananarivo","Indian/Chagos","Indian/Christmas","Indian/Cocos","Indian/Comoro","Indian/Kerguelen","Indian/Mahe","Indian/Maldives","Indian/Mauritius","Indian/Mayotte","Indian/Reunion","Pacific/Apia","Pacific/Auckland","Pacific/Bougainville","Pacific/Chatham","Pacific/Chuuk","Pacific/Easter","Pacific/Efate","Pacific/Fakaofo","Pacific/Fiji","Pacific/Funafuti","Pacific/Galapagos","Pacific/Gambier","Pacific/Guadalcanal","Pacific/Guam","Pacific/Honolulu","Pacific/Kanton","Pacific/Kiritimati","Pacific/Kosrae","Pacific/Kwajalein","Pacific/Majuro","Pacific/Marquesas","Pacific/Midway","Pacific/Nauru","Pacific/Niue","Pacific/Norfolk","Pacific/Noumea","Pacific/Pago_Pago","Pacific/Palau","Pacific/Pitcairn","Pacific/Pohnpei","Pacific/Port_Moresby","Pacific/Rarotonga","Pacific/Saipan","Pacific/Tahiti","Pacific/Tarawa","Pacific/Tongatapu","Pacific/Wake","Pacific/Wallis","US/Alaska","US/Arizona","US/Central","US/Eastern","US/Hawaii","US/Mountain","US/Pacific","UTC","profile"],"default":"profile"},"delay_until_time":{"type":["string","null"],"description":"Time of day at which the delay ends, such as 09:00:00.","format":"time"},"delay_until_weekdays":{"type":["array","null"],"description":"Weekdays on which the delay may end, such as monday.","items":{"type":"string","enum":["friday","monday","saturday","sunday","thursday","tuesday","wednesday"]}}},"required":["value"]},"id":{"type":["string","null"],"description":"Id of the time delay."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["type","data"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["trigger-split"]},"id":{"type":["string","null"],"description":"Id of the trigger split."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/BooleanBranchLinks"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"trigger_filter":{"type":["object","null"],"description":"Conditions on the event or item that started the flow; they decide which branch of the split is taken.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/MetricPropertyCondition"},{"$ref":"#/$defs/CustomObjectTriggerCondition"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["custom-object-property"]},"custom_object_label":{"type":"string","description":"Label of the custom object that the trigger or condition is about."},"field":{"type":"string","description":"Name of the property that the condition tests, such as price."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","custom_object_label","field","filter"]},{"$ref":"#/$defs/PriceDropCondition"},{"$ref":"#/$defs/LowInventoryCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"trigger_id":{"type":"string","description":"Id of what triggers the flow, such as its metric, list or segment."},"trigger_type":{"type":"string","description":"What kind of thing started the flow, such as a metric or a list.","enum":["date","list","low-inventory","metric","price-drop","scheduled","segment"]},"trigger_subtype":{"type":["string","null"],"description":"For date triggers, where the date comes from, such as a profile property.","enum":["custom-object","legacy-custom-object","profile-property","profile-trait",null]}},"required":["trigger_filter","trigger_id","trigger_type"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["update-profile"]},"id":{"type":["string","null"],"description":"Id of the update profile."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"profile_operations":{"type":"array","description":"Changes to the profile's properties, each setting, changing or deleting one.","items":{"oneOf":[{"type":"object","properties":{"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["create","update"]},"property_type":{"type":"string","description":"Data type of the profile property that is changed.","enum":["string"]},"property_key":{"type":"string","description":"Name of the profile property that is changed, such as loyalty_tier."},"property_value":{"type":"string","description":"Value for the profile property, in its data type. A date may also be the word today."}},"required":["operator","property_type","property_key","property_value"]},{"type":"object","properties":{"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["create","update"]},"property_type":{"type":"string","description":"Data type of the profile property that is changed.","enum":["boolean"]},"property_key":{"type":"string","description":"Name of the profile property that is changed, such as loyalty_tier."},"property_value":{"type":"boolean","description":"Value for the profile property, in its data type. A date may also be the word today."}},"required":["operator","property_type","property_key","property_value"]},{"type":"object","properties":{"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["create","update"]},"property_type":{"type":"string","description":"Data type of the profile property that is changed.","enum":["numeric"]},"property_key":{"type":"string","description":"Name of the profile property that is changed, such as loyalty_tier."},"property_value":{"type":"number","description":"Value for the profile property, in its data type. A date may also be the word today."}},"required":["operator","property_type","property_key","property_value"]},{"type":"object","properties":{"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["create","update"]},"property_type":{"type":"string","description":"Data type of the profile property that is changed.","enum":["date"]},"property_key":{"type":"string","description":"Name of the profile property that is changed, such as loyalty_tier."},"property_value":{"description":"Value for the profile property, in its data type. A date may also be the word today.","oneOf":[{"type":"string","format":"date"},{"type":"string","enum":["today"]}]}},"required":["operator","property_type","property_key","property_value"]},{"type":"object","properties":{"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["create","update"]},"property_type":{"type":"string","description":"Data type of the profile property that is changed.","enum":["list"]},"property_key":{"type":"string","description":"Name of the profile property that is changed, such as loyalty_tier."},"property_value":{"type":"string","description":"Value for the profile property, in its data type. A date may also be the word today."},"property_operation":{"type":["string","null"],"description":"Whether the value is put into the list property or taken out of it.","enum":["add","remove",null]}},"required":["operator","property_type","property_key","property_value"]},{"type":"object","properties":{"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["delete"]},"property_key":{"type":"string","description":"Name of the profile property that is changed, such as loyalty_tier."}},"required":["operator","property_key"]}]}},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}},"required":["profile_operations"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["target-date"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"timezone":{"type":"string","description":"IANA time zone such as America/New_York; in flows, profile stands for the time zone of each profile.","enum":["Africa/Abidjan","Africa/Accra","Africa/Addis_Ababa","Africa/Algiers","Africa/Asmara","Africa/Bamako","Africa/Bangui","Africa/Banjul","Africa/Bissau","Africa/Blantyre","Africa/Brazzaville","Africa/Bujumbura","Africa/Cairo","Africa/Casablanca","Africa/Ceuta","Africa/Conakry","Africa/Dakar","Africa/Dar_es_Salaam","Africa/Djibouti","Africa/Douala","Africa/El_Aaiun","Africa/Freetown","Africa/Gaborone","Africa/Harare","Africa/Johannesburg","Africa/Juba","Africa/Kampala","Africa/Khartoum","Africa/Kigali","Africa/Kinshasa","Africa/Lagos","Africa/Libreville","Africa/Lome","Africa/Luanda","Africa/Lubumbashi","Africa/Lusaka","Africa/Malabo","Africa/Maputo","Africa/Maseru","Africa/Mbabane","Africa/Mogadishu","Africa/Monrovia","Africa/Nairobi","Africa/Ndjamena","Africa/Niamey","Africa/Nouakchott","Africa/Ouagadougou","Africa/Porto-Novo","Africa/Sao_Tome","Africa/Tripoli","Africa/Tunis","Africa/Windhoek","America/Adak","America/Anchorage","America/Anguilla","America/Antigua","America/Araguaina","America/Argentina/Buenos_Aires","America/Argentina/Catamarca","America/Argentina/Cordoba","America/Argentina/Jujuy","America/Argentina/La_Rioja","America/Argentina/Mendoza","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Aruba","America/Asuncion","America/Atikokan","America/Bahia","America/Bahia_Banderas","America/Barbados","America/Belem","America/Belize","America/Blanc-Sablon","America/Boa_Vista","America/Bogota","America/Boise","America/Cambridge_Bay","America/Campo_Grande","America/Cancun","America/Caracas","America/Cayenne","America/Cayman","America/Chicago","America/Chihuahua","America/Ciudad_Juarez","America/Costa_Rica","America/Creston","America/Cuiaba","America/Curacao","America/Danmarkshavn","America/Dawson","America/Dawson_Creek","America/Denver","America/Detroit","America/Dominica","America/Edmonton","America/Eirunepe","America/El_Salvador","America/Fort_Nelson","America/Fortaleza","America/Glace_Bay","America/Goose_Bay","America/Grand_Turk","America/Grenada","America/Guadeloupe","America/Guatemala","America/Guayaquil","America/Guyana","America/Halifax","America/Havana","America/Hermosillo","America/Indiana/Indianapolis","America/Indiana/Knox","America/Indiana/Marengo","America/Indiana/Petersburg","America/Indiana/Tell_City","America/Indiana/Vevay","America/Indiana/Vincennes","America/Indiana/Winamac","America/Inuvik","America/Iqaluit","America/Jamaica","America/Juneau","America/Kentucky/Louisville","America/Kentucky/Monticello","America/Kralendijk","America/La_Paz","America/Lima","America/Los_Angeles","America/Lower_Princes","America/Maceio","America/Managua","America/Manaus","America/Marigot","America/Martinique","America/Matamoros","America/Mazatlan","America/Menominee","America/Merida","America/Metlakatla","America/Mexico_City","America/Miquelon","America/Moncton","America/Monterrey","America/Montevideo","America/Montserrat","America/Nassau","America/New_York","America/Nome","America/Noronha","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem","America/Nuuk","America/Ojinaga","America/Panama","America/Paramaribo","America/Phoenix","America/Port-au-Prince","America/Port_of_Spain","America/Porto_Velho","America/Puerto_Rico","America/Punta_Arenas","America/Rankin_Inlet","America/Recife","America/Regina","America/Resolute","America/Rio_Branco","America/Santarem","America/Santiago","America/Santo_Domingo","America/Sao_Paulo","America/Scoresbysund","America/Sitka","America/St_Barthelemy","America/St_Johns","America/St_Kitts","America/St_Lucia","America/St_Thomas","America/St_Vincent","America/Swift_Current","America/Tegucigalpa","America/Thule","America/Tijuana","America/Toronto","America/Tortola","America/Vancouver","America/Whitehorse","America/Winnipeg","America/Yakutat","Antarctica/Casey","Antarctica/Davis","Antarctica/DumontDUrville","Antarctica/Macquarie","Antarctica/Mawson","Antarctica/McMurdo","Antarctica/Palmer","Antarctica/Rothera","Antarctica/Syowa","Antarctica/Troll","Antarctica/Vostok","Arctic/Longyearbyen","Asia/Aden","Asia/Almaty","Asia/Amman","Asia/Anadyr","Asia/Aqtau","Asia/Aqtobe","Asia/Ashgabat","Asia/Atyrau","Asia/Baghdad","Asia/Bahrain","Asia/Baku","Asia/Bangkok","Asia/Barnaul","Asia/Beirut","Asia/Bishkek","Asia/Brunei","Asia/Chita","Asia/Choibalsan","Asia/Colombo","Asia/Damascus","Asia/Dhaka","Asia/Dili","Asia/Dubai","Asia/Dushanbe","Asia/Famagusta","Asia/Gaza","Asia/Hebron","Asia/Ho_Chi_Minh","Asia/Hong_Kong","Asia/Hovd","Asia/Irkutsk","Asia/Jakarta","Asia/Jayapura","Asia/Jerusalem","Asia/Kabul","Asia/Kamchatka","Asia/Karachi","Asia/Kathmandu","Asia/Khandyga","Asia/Kolkata","Asia/Krasnoyarsk","Asia/Kuala_Lumpur","Asia/Kuching","Asia/Kuwait","Asia/Macau","Asia/Magadan","Asia/Makassar","Asia/Manila","Asia/Muscat","Asia/Nicosia","Asia/Novokuznetsk","Asia/Novosibirsk","Asia/Omsk","Asia/Oral","Asia/Phnom_Penh","Asia/Pontianak","Asia/Pyongyang","Asia/Qatar","Asia/Qostanay","Asia/Qyzylorda","Asia/Riyadh","Asia/Sakhalin","Asia/Samarkand","Asia/Seoul","Asia/Shanghai","Asia/Singapore","Asia/Srednekolymsk","Asia/Taipei","Asia/Tashkent","Asia/Tbilisi","Asia/Tehran","Asia/Thimphu","Asia/Tokyo","Asia/Tomsk","Asia/Ulaanbaatar","Asia/Urumqi","Asia/Ust-Nera","Asia/Vientiane","Asia/Vladivostok","Asia/Yakutsk","Asia/Yangon","Asia/Yekaterinburg","Asia/Yerevan","Atlantic/Azores","Atlantic/Bermuda","Atlantic/Canary","Atlantic/Cape_Verde","Atlantic/Faroe","Atlantic/Madeira","Atlantic/Reykjavik","Atlantic/South_Georgia","Atlantic/St_Helena","Atlantic/Stanley","Australia/Adelaide","Australia/Brisbane","Australia/Broken_Hill","Australia/Darwin","Australia/Eucla","Australia/Hobart","Australia/Lindeman","Australia/Lord_Howe","Australia/Melbourne","Australia/Perth","Australia/Sydney","Canada/Atlantic","Canada/Central","Canada/Eastern","Canada/Mountain","Canada/Newfoundland","Canada/Pacific","Europe/Amsterdam","Europe/Andorra","Europe/Astrakhan","Europe/Athens","Europe/Belgrade","Europe/Berlin","Europe/Bratislava","Europe/Brussels","Europe/Bucharest","Europe/Budapest","Europe/Busingen","Europe/Chisinau","Europe/Copenhagen","Europe/Dublin","Europe/Gibraltar","Europe/Guernsey","Europe/Helsinki","Europe/Isle_of_Man","Europe/Istanbul","Europe/Jersey","Europe/Kaliningrad","Europe/Kirov","Europe/Kyiv","Europe/Lisbon","Europe/Ljubljana","Europe/London","Europe/Luxembourg","Europe/Madrid","Europe/Malta","Europe/Mariehamn","Europe/Minsk","Europe/Monaco","Europe/Moscow","Europe/Oslo","Europe/Paris","Europe/Podgorica","Europe/Prague","Europe/Riga","Europe/Rome","Europe/Samara","Europe/San_Marino","Europe/Sarajevo","Europe/Saratov","Europe/Simferopol","Europe/Skopje","Europe/Sofia","Europe/Stockholm","Europe/Tallinn","Europe/Tirane","Europe/Ulyanovsk","Europe/Vaduz","Europe/Vatican","Europe/Vienna","Europe/Vilnius","Europe/Volgograd","Europe/Warsaw","Europe/Zagreb","Europe/Zurich","GMT","Indian/Antananarivo","Indian/Chagos","Indian/Christmas","Indian/Cocos","Indian/Comoro","Indian/Kerguelen","Indian/Mahe","Indian/Maldives","Indian/Mauritius","Indian/Mayotte","Indian/Reunion","Pacific/Apia","Pacific/Auckland","Pacific/Bougainville","Pacific/Chatham","Pacific/Chuuk","Pacific/Easter","Pacific/Efate","Pacific/Fakaofo","Pacific/Fiji","Pacific/Funafuti","Pacific/Galapagos","Pacific/Gambier","Pacific/Guadalcanal","Pacific/Guam","Pacific/Honolulu","Pacific/Kanton","Pacific/Kiritimati","Pacific/Kosrae","Pacific/Kwajalein","Pacific/Majuro","Pacific/Marquesas","Pacific/Midway","Pacific/Nauru","Pacific/Niue","Pacific/Norfolk","Pacific/Noumea","Pacific/Pago_Pago","Pacific/Palau","Pacific/Pitcairn","Pacific/Pohnpei","Pacific/Port_Moresby","Pacific/Rarotonga","Pacific/Saipan","Pacific/Tahiti","Pacific/Tarawa","Pacific/Tongatapu","Pacific/Wake","Pacific/Wallis","US/Alaska","US/Arizona","US/Central","US/Eastern","US/Hawaii","US/Mountain","US/Pacific","UTC","profile"],"default":"profile"},"target_time":{"type":"string","description":"Time of day until which profiles wait, such as 09:00:00.","format":"time"},"target_days":{"type":["array","null"],"description":"Weekdays on which profiles may leave the action for the next one.","items":{"type":"string","enum":["friday","monday","saturday","sunday","thursday","tuesday","wednesday"]}}}},"id":{"type":["string","null"],"description":"Id of the target date."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["type","data"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["countdown-delay"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"unit":{"type":"string","description":"Unit of time in which the delay's value is counted; days by default.","enum":["days","months","weeks"],"default":"days"},"value":{"type":"integer","description":"The value that this part sets or compares with.","default":0},"timezone":{"type":"string","description":"IANA time zone such as America/New_York; in flows, profile stands for the time zone of each profile.","enum":["Africa/Abidjan","Africa/Accra","Africa/Addis_Ababa","Africa/Algiers","Africa/Asmara","Africa/Bamako","Africa/Bangui","Africa/Banjul","Africa/Bissau","Africa/Blantyre","Africa/Brazzaville","Africa/Bujumbura","Africa/Cairo","Africa/Casablanca","Africa/Ceuta","Africa/Conakry","Africa/Dakar","Africa/Dar_es_Salaam","Africa/Djibouti","Africa/Douala","Africa/El_Aaiun","Africa/Freetown","Africa/Gaborone","Africa/Harare","Africa/Johannesburg","Africa/Juba","Africa/Kampala","Africa/Khartoum","Africa/Kigali","Africa/Kinshasa","Africa/Lagos","Africa/Libreville","Africa/Lome","Africa/Luanda","Africa/Lubumbashi","Africa/Lusaka","Africa/Malabo","Africa/Maputo","Africa/Maseru","Africa/Mbabane","Africa/Mogadishu","Africa/Monrovia","Africa/Nairobi","Africa/Ndjamena","Africa/Niamey","Africa/Nouakchott","Africa/Ouagadougou","Africa/Porto-Novo","Africa/Sao_Tome","Africa/Tripoli","Africa/Tunis","Africa/Windhoek","America/Adak","America/Anchorage","America/Anguilla","America/Antigua","America/Araguaina","America/Argentina/Buenos_Aires","America/Argentina/Catamarca","America/Argentina/Cordoba","America/Argentina/Jujuy","America/Argentina/La_Rioja","America/Argentina/Mendoza","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Aruba","America/Asuncion","America/Atikokan","America/Bahia","America/Bahia_Banderas","America/Barbados","America/Belem","America/Belize","America/Blanc-Sablon","America/Boa_Vista","America/Bogota","America/Boise","America/Cambridge_Bay","America/Campo_Grande","America/Cancun","America/Caracas","America/Cayenne","America/Cayman","America/Chicago","America/Chihuahua","America/Ciudad_Juarez","America/Costa_Rica","America/Creston","America/Cuiaba","America/Curacao","America/Danmarkshavn","America/Dawson","America/Dawson_Creek","America/Denver","America/Detroit","America/Dominica","America/Edmonton","America/Eirunepe","America/El_Salvador","America/Fort_Nelson","America/Fortaleza","America/Glace_Bay","America/Goose_Bay","America/Grand_Turk","America/Grenada","America/Guadeloupe","America/Guatemala","America/Guayaquil","America/Guyana","America/Halifax","America/Havana","America/Hermosillo","America/Indiana/Indianapolis","America/Indiana/Knox","America/Indiana/Marengo","America/Indiana/Petersburg","America/Indiana/Tell_City","America/Indiana/Vevay","America/Indiana/Vincennes","America/Indiana/Winamac","America/Inuvik","America/Iqaluit","America/Jamaica","America/Juneau","America/Kentucky/Louisville","America/Kentucky/Monticello","America/Kralendijk","America/La_Paz","America/Lima","America/Los_Angeles","America/Lower_Princes","America/Maceio","America/Managua","America/Manaus","America/Marigot","America/Martinique","America/Matamoros","America/Mazatlan","America/Menominee","America/Merida","America/Metlakatla","America/Mexico_City","America/Miquelon","America/Moncton","America/Monterrey","America/Montevideo","America/Montserrat","America/Nassau","America/New_York","America/Nome","America/Noronha","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem","America/Nuuk","America/Ojinaga","America/Panama","America/Paramaribo","America/Phoenix","America/Port-au-Prince","America/Port_of_Spain","America/Porto_Velho","America/Puerto_Rico","America/Punta_Arenas","America/Rankin_Inlet","America/Recife","America/Regina","America/Resolute","America/Rio_Branco","America/Santarem","America/Santiago","America/Santo_Domingo","America/Sao_Paulo","America/Scoresbysund","America/Sitka","America/St_Barthelemy","America/St_Johns","America/St_Kitts","America/St_Lucia","America/St_Thomas","America/St_Vincent","America/Swift_Current","America/Tegucigalpa","America/Thule","America/Tijuana","America/Toronto","America/Tortola","America/Vancouver","America/Whitehorse","America/Winnipeg","America/Yakutat","Antarctica/Casey","Antarctica/Davis","Antarctica/DumontDUrville","Antarctica/Macquarie","Antarctica/Mawson","Antarctica/McMurdo","Antarctica/Palmer","Antarctica/Rothera","Antarctica/Syowa","Antarctica/Troll","Antarctica/Vostok","Arctic/Longyearbyen","Asia/Aden","Asia/Almaty","Asia/Amman","Asia/Anadyr","Asia/Aqtau","Asia/Aqtobe","Asia/Ashgabat","Asia/Atyrau","Asia/Baghdad","Asia/Bahrain","Asia/Baku","Asia/Bangkok","Asia/Barnaul","Asia/Beirut","Asia/Bishkek","Asia/Brunei","Asia/Chita","Asia/Choibalsan","Asia/Colombo","Asia/Damascus","Asia/Dhaka","Asia/Dili","Asia/Dubai","Asia/Dushanbe","Asia/Famagusta","Asia/Gaza","Asia/Hebron","Asia/Ho_Chi_Minh","Asia/Hong_Kong","Asia/Hovd","Asia/Irkutsk","Asia/Jakarta","Asia/Jayapura","Asia/Jerusalem","Asia/Kabul","Asia/Kamchatka","Asia/Karachi","Asia/Kathmandu","Asia/Khandyga","Asia/Kolkata","Asia/Krasnoyarsk","Asia/Kuala_Lumpur","Asia/Kuching","Asia/Kuwait","Asia/Macau","Asia/Magadan","Asia/Makassar","Asia/Manila","Asia/Muscat","Asia/Nicosia","Asia/Novokuznetsk","Asia/Novosibirsk","Asia/Omsk","Asia/Oral","Asia/Phnom_Penh","Asia/Pontianak","Asia/Pyongyang","Asia/Qatar","Asia/Qostanay","Asia/Qyzylorda","Asia/Riyadh","Asia/Sakhalin","Asia/Samarkand","Asia/Seoul","Asia/Shanghai","Asia/Singapore","Asia/Srednekolymsk","Asia/Taipei","Asia/Tashkent","Asia/Tbilisi","Asia/Tehran","Asia/Thimphu","Asia/Tokyo","Asia/Tomsk","Asia/Ulaanbaatar","Asia/Urumqi","Asia/Ust-Nera","Asia/Vientiane","Asia/Vladivostok","Asia/Yakutsk","Asia/Yangon","Asia/Yekaterinburg","Asia/Yerevan","Atlantic/Azores","Atlantic/Bermuda","Atlantic/Canary","Atlantic/Cape_Verde","Atlantic/Faroe","Atlantic/Madeira","Atlantic/Reykjavik","Atlantic/South_Georgia","Atlantic/St_Helena","Atlantic/Stanley","Australia/Adelaide","Australia/Brisbane","Australia/Broken_Hill","Australia/Darwin","Australia/Eucla","Australia/Hobart","Australia/Lindeman","Australia/Lord_Howe","Australia/Melbourne","Australia/Perth","Australia/Sydney","Canada/Atlantic","Canada/Central","Canada/Eastern","Canada/Mountain","Canada/Newfoundland","Canada/Pacific","Europe/Amsterdam","Europe/Andorra","Europe/Astrakhan","Europe/Athens","Europe/Belgrade","Europe/Berlin","Europe/Bratislava","Europe/Brussels","Europe/Bucharest","Europe/Budapest","Europe/Busingen","Europe/Chisinau","Europe/Copenhagen","Europe/Dublin","Europe/Gibraltar","Europe/Guernsey","Europe/Helsinki","Europe/Isle_of_Man","Europe/Istanbul","Europe/Jersey","Europe/Kaliningrad","Europe/Kirov","Europe/Kyiv","Europe/Lisbon","Europe/Ljubljana","Europe/London","Europe/Luxembourg","Europe/Madrid","Europe/Malta","Europe/Mariehamn","Europe/Minsk","Europe/Monaco","Europe/Moscow","Europe/Oslo","Europe/Paris","Europe/Podgorica","Europe/Prague","Europe/Riga","Europe/Rome","Europe/Samara","Europe/San_Marino","Europe/Sarajevo","Europe/Saratov","Europe/Simferopol","Europe/Skopje","Europe/Sofia","Europe/Stockholm","Europe/Tallinn","Europe/Tirane","Europe/Ulyanovsk","Europe/Vaduz","Europe/Vatican","Europe/Vienna","Europe/Vilnius","Europe/Volgograd","Europe/Warsaw","Europe/Zagreb","Europe/Zurich","GMT","Indian/Antananarivo","Indian/Chagos","Indian/Christmas","Indian/Cocos","Indian/Comoro","Indian/Kerguelen","Indian/Mahe","Indian/Maldives","Indian/Mauritius","Indian/Mayotte","Indian/Reunion","Pacific/Apia","Pacific/Auckland","Pacific/Bougainville","Pacific/Chatham","Pacific/Chuuk","Pacific/Easter","Pacific/Efate","Pacific/Fakaofo","Pacific/Fiji","Pacific/Funafuti","Pacific/Galapagos","Pacific/Gambier","Pacific/Guadalcanal","Pacific/Guam","Pacific/Honolulu","Pacific/Kanton","Pacific/Kiritimati","Pacific/Kosrae","Pacific/Kwajalein","Pacific/Majuro","Pacific/Marquesas","Pacific/Midway","Pacific/Nauru","Pacific/Niue","Pacific/Norfolk","Pacific/Noumea","Pacific/Pago_Pago","Pacific/Palau","Pacific/Pitcairn","Pacific/Pohnpei","Pacific/Port_Moresby","Pacific/Rarotonga","Pacific/Saipan","Pacific/Tahiti","Pacific/Tarawa","Pacific/Tongatapu","Pacific/Wake","Pacific/Wallis","US/Alaska","US/Arizona","US/Central","US/Eastern","US/Hawaii","US/Mountain","US/Pacific","UTC","profile"],"default":"profile"},"delay_until_time":{"type":["string","null"],"description":"Time of day at which the delay ends, such as 09:00:00.","format":"time"},"delay_until_weekdays":{"type":["array","null"],"description":"Weekdays on which the delay may end, such as monday.","items":{"type":"string","enum":["friday","monday","saturday","sunday","thursday","tuesday","wednesday"]}}}},"id":{"type":["string","null"],"description":"Id of the countdown delay."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["type","data"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["ab-test"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"main_action":{"description":"Message that is put to the test; its rivals stand under current_experiment.","oneOf":[{"$ref":"#/$defs/SendEmailAction"},{"$ref":"#/$defs/SendSmsAction"}]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"},"experiment_status":{"type":"string","description":"Stage of the test, such as draft before it runs.","enum":["completed","draft","live"],"default":"draft"},"current_experiment":{"type":["object","null"],"description":"Test that is set up for this action: its variations, how recipients are shared out, and how the winner is chosen.","properties":{"variations":{"type":"array","description":"Versions of the message that are tried against each other.","items":{"oneOf":[{"$ref":"#/$defs/SendEmailAction"},{"$ref":"#/$defs/SendSmsAction"}]}},"id":{"type":["string","null"],"description":"Id of the ab test."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"allocations":{"type":["object","null"],"description":"How recipients are shared out among the variations of the test.","additionalProperties":true},"started":{"type":["string","null"],"description":"Time at which the test began, ISO 8601, such as 2026-01-31T09:00:00Z.","format":"date-time"},"winner_metric":{"type":["string","null"],"description":"Figure that decides which variation wins.","enum":["submission","unique-clicks","unique-opens","unique-placed-orders",null]},"automatic_winner_selection_settings":{"type":["object","null"],"description":"Rules by which the A/B test ends by itself and its winner is chosen.","properties":{"enabled":{"type":"boolean","description":"Whether this part is switched on."},"automatic_end_statistical_certainty":{"type":"boolean","description":"Whether the test ends by itself once its result is statistically certain."},"automatic_end_date":{"type":["string","null"],"description":"Time at which the test ends by itself, ISO 8601, such as 2026-01-31T09:00:00Z.","format":"date-time"}},"required":["enabled","automatic_end_statistical_certainty"]}},"required":["variations"]}},"required":["main_action"]},"id":{"type":["string","null"],"description":"Id of the ab test."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["type","data"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["internal-service"]},"id":{"type":["string","null"],"description":"Id of the internal service."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"service_configuration":{"description":"What the internal service does: schedules a report or tracks an event.","oneOf":[{"type":"object","properties":{"service_method_type":{"type":"string","description":"Task that the internal service carries out; it decides which further fields apply.","enum":["schedule-report"]},"report_id":{"type":"string","description":"Id of the report that the internal service schedules."}},"required":["service_method_type","report_id"]},{"type":"object","properties":{"service_method_type":{"type":"string","description":"Task that the internal service carries out; it decides which further fields apply.","enum":["track-event"]},"event_key":{"type":["string","null"],"description":"Key of the event that the internal service tracks."},"event_payload":{"type":["object","null"],"description":"Data sent along with the event that the internal service tracks.","additionalProperties":true},"tracking_company_id":{"type":["string","null"],"description":"Id of the company in whose account the event is tracked."}},"required":["service_method_type"]},{"type":"object","properties":{"service_method_type":{"type":"string","description":"Task that the internal service carries out; it decides which further fields apply.","enum":["schedule-report-builder-report"]},"report_id":{"type":"string","description":"Id of the report that the internal service schedules."}},"required":["service_method_type","report_id"]},{"type":"object","properties":{"service_method_type":{"type":"string","description":"Task that the internal service carries out; it decides which further fields apply.","enum":["unknown"]}},"required":["service_method_type"]},{"type":"null"}]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}}}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["code"]},"id":{"type":["string","null"],"description":"Id of the code."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"description":"What this part is about: its own fields follow."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["multi-branch-split"]},"id":{"type":["string","null"],"description":"Id of the multi branch split."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id."},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"branches":{"type":"array","description":"Paths of a multi-branch split, each with its own filter and the step that follows.","items":{"type":"object","properties":{"branch_id":{"type":"string","description":"Identifier of the branch within its split."},"order":{"type":["integer","null"],"description":"Place among the branches, as a whole number."},"is_else":{"type":"boolean","description":"Whether this branch takes the profiles that fit no other branch.","default":false},"branch_filter":{"type":["object","null"],"description":"Conditions a profile must meet to take this branch of the split.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"},{"$ref":"#/$defs/MetricPropertyCondition"},{"$ref":"#/$defs/CustomObjectTriggerCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"name":{"type":["string","null"],"description":"Name of what this object describes."}},"required":["branch_id"]}},"name":{"type":"string","description":"Name of what this object describes."}},"required":["branches","name"]}},"required":["type"]},{"type":"object","properties":{"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"name":{"type":"string","description":"Name of what this object describes."},"on_execution":{"type":["boolean","null"],"description":"Switch for what the list update does when a profile reaches it.","enum":[false,true,null]},"list_id":{"type":["string","null"],"description":"Id of the list that the flow action updates."},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}},"required":["name","on_execution","list_id"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["list-update"]},"id":{"type":["string","null"],"description":"Id of the list update."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]}},"required":["data","type"]}]}},"entry_action_id":{"type":["string","null"],"description":"Id of the action a profile meets first; for a new flow, that action's temporary_id."},"profile_filter":{"type":["object","null"],"description":"Conditions a profile must meet to enter the flow and to go on through its actions.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-not-in-flow"]},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/AlltimeDateFilter"},{"$ref":"#/$defs/InTheLastBaseRelativeDateFilter"}]}},"required":["type","timeframe_filter"]}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"reentry_criteria":{"type":["object","null"],"description":"Rule for whether and after how long a profile may enter the flow again.","properties":{"duration":{"type":"integer","description":"Number of units until a profile may enter the flow again. With the all-time unit, 1 bars any return and 0 permits it."},"unit":{"description":"Unit of duration. With the all-time unit, duration only says whether a return is barred (1) or not (0).","oneOf":[{"type":"string","enum":["day","hour","week"]},{"type":"string","enum":["alltime"]}]}},"required":["duration","unit"]}},"required":["triggers","actions","entry_action_id"]}},"required":["name","definition"]}},"required":["type","attributes"]}},"required":["data"]},"additional_fields_flow":{"type":"array","description":"Fields of each flow that are returned only when they are named here.","items":{"type":"string","enum":["definition"]}},"fields_flow":{"type":"array","description":"Which fields of each flow to return. Left out, all but the additional ones.","items":{"type":"string","enum":["archived","created","definition","definition.actions","definition.entry_action_id","definition.profile_filter","definition.profile_filter.condition_groups","definition.reentry_criteria","definition.reentry_criteria.duration","definition.reentry_criteria.unit","definition.triggers","id","name","status","trigger_type","updated"]}}},"required":["revision","body"],"examples":[{"revision":"2026-10-15","body":{"data":{"type":"flow","attributes":{"name":"Abandoned cart, tea and coffee","definition":{"triggers":[{"type":"metric","id":"VqT7Rm"}],"profile_filter":{"condition_groups":[{"conditions":[{"type":"profile-metric","metric_id":"XnB3Kd","measurement":"count","measurement_filter":{"type":"numeric","operator":"equals","value":0},"timeframe_filter":{"type":"date","operator":"flow-start"}}]}]},"reentry_criteria":{"duration":7,"unit":"day"},"entry_action_id":"wait-four-hours","actions":[{"temporary_id":"wait-four-hours","type":"time-delay","links":{"next":"cart-reminder"},"data":{"value":4,"unit":"hours"}},{"temporary_id":"cart-reminder","type":"send-email","data":{"message":{"name":"First cart reminder","from_email":"shop@example.com","from_label":"Harbour Tea & Coffee","reply_to_email":"help@example.com","subject_line":"You left something in your cart","preview_text":"Your tea is set aside for you.","template_id":"TkV4wP","smart_sending_enabled":true,"add_tracking_params":true},"status":"draft"}}]}}}}},{"revision":"2026-10-15","body":{"data":{"type":"flow","attributes":{"name":"Abandoned cart, tea and coffee","definition":{"triggers":[{"type":"metric"}],"actions":[{"type":"time-delay","data":{"value":4}}],"entry_action_id":"wait-four-hours"}}}}}],"$defs":{"APIMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["api"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"AlltimeDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["alltime"]}},"required":["type","operator"]},"AnniversaryDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["anniversary","anniversary-month"]}},"required":["type","operator"]},"BooleanBranchLinks":{"type":"object","properties":{"next_if_true":{"type":["string","null"],"description":"Id or temporary_id of the action for profiles that meet the split's conditions; null ends the path."},"next_if_false":{"type":["string","null"],"description":"Id or temporary_id of the action for profiles that do not meet the split's conditions; null ends the path."}},"required":["next_if_true","next_if_false"]},"BooleanFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["boolean"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["equals"]},"value":{"type":"boolean","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"BounceDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["bounce_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/IsSetExistenceFilter"}]}},"required":["field","filter"]},"CalendarDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["calendar-month"]},"value":{"type":"integer","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"CheckoutMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["checkout"]}},"required":["field","method"]},"CustomObjectTriggerCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["custom-object-trigger-property"]},"property_id":{"type":"integer","description":"Id of the custom object's property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","property_id","filter"]},"EffectiveDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["effective_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]}},"required":["field","filter"]},"EqualsStringFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["equals"]},"value":{"type":["string","null"],"description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"ExistenceOperatorExistenceFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["existence"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["is-set","not-set"]}},"required":["type","operator"]},"FlowsProfileMetricCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-metric"]},"metric_id":{"type":"string","description":"Id of the metric such as RxK3mQ; get_metrics lists them."},"measurement":{"type":"string","description":"What is tested: count or sum of the metric's events, or rank or priority of the channel.","enum":["count","sum"]},"measurement_filter":{"$ref":"#/$defs/NumericOperatorNumericFilter","description":"Number that the count or sum of events must reach, exceed or fall below."},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/AlltimeDateFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["flow-start"]}},"required":["type","operator"]}]},"metric_filters":{"type":["array","null"],"description":"Tests on properties of the event; only events that pass count. Leave out to count all.","items":{"type":"object","properties":{"property":{"type":"string","description":"Name of the property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["list"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["contains-all","contains-any","not-contains-all","not-contains-any"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string"}}},"required":["type","operator","value"]},{"$ref":"#/$defs/ListLengthFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["list"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["contains-substring","not-contains-substring"]},"value":{"type":["string","null"],"description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"type":"null"}]}},"required":["property"]}}},"required":["type","metric_id","measurement","measurement_filter","timeframe_filter"]},"FormMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["form"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"FormSubscribeFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["subscribe_method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["form"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"ImageAsset":{"type":"object","properties":{"id":{"type":"integer","description":"Id of the object."},"file_path":{"type":"string","description":"Path of the picture file in storage."},"name":{"type":"string","description":"Name of what this object describes."},"format":{"type":"string","description":"File format of the picture.","enum":["gif","jpeg","jpg","png","webp"]},"file_size":{"type":"integer","description":"Size of the file as a whole number of bytes."},"updated":{"type":"string","description":"When the picture was last changed, ISO 8601 such as 2026-10-15T09:30:00+00:00.","format":"date-time"},"url":{"type":"string","description":"Address that this part points to, such as https://www.example.com/tea."},"image_type":{"type":"string","description":"Whether the picture is fixed or computed for each recipient.","enum":["dynamic","static"]},"origin":{"type":["string","null"],"description":"How the picture came to be in Klaviyo, for instance by upload or through the API.","enum":["ADOPTION_SMS_FORM_FROM_EMAIL_FORM","ADOPTION_SMS_MULTI_STEP_FORM_FROM_EMAIL_FORM","AI","API","APPLICATION","CLONED","COMPOSER","COMPOSER_AI_EDITED","COMPOSER_AI_GENERATED","COMPOSER_USED_IN_KLAVIYO_OBJECT","COMPOSER_USER_UPLOADED","COMPOSER_WEB_SCRAPED","INTEGRATION","KLAVIYO","LIBRARY","MARKETING_AGENT","SOCIAL_INSTAGRAM","SOCIAL_INSTAGRAM_OVERLAID","UI","WEB_SCRAPE",null]},"l10n_key":{"type":["string","null"],"description":"Localization key of the file, where it has one."}},"required":["id","file_path","name","format","file_size","updated","url","image_type"]},"InStringArrayFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["in"]},"value":{"type":"array","description":"The value that this part sets or compares with.","items":{"type":"string"}}},"required":["type","operator","value"]},"InTheLastBaseRelativeDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["in-the-last"]},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]},"quantity":{"type":"integer","description":"Number of units in the span of time, such as 30 for the last 30 days."}},"required":["type","operator","unit","quantity"]},"InboundMessageMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["inbound_message"]}},"required":["field","method"]},"InvalidEmailDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["invalid_email_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/IsSetExistenceFilter"}]}},"required":["field","filter"]},"IsSetExistenceFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["existence"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["is-set"]}},"required":["type","operator"]},"Link":{"type":"object","properties":{"next":{"type":["string","null"],"description":"Id or temporary_id of the action that follows; null ends the path."}}},"ListContainsOperatorListContainsFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["list"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["contains","not-contains"]},"value":{"description":"The value that this part sets or compares with.","oneOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]}},"required":["type","operator","value"]},"ListLengthFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["list"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["length-equals","length-greater-than","length-greater-than-or-equal","length-less-than","length-less-than-or-equal"]},"value":{"type":"integer","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"LowInventoryCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["low-inventory-property"]},"metric_id":{"type":["string","null"],"description":"Id of the metric such as RxK3mQ; get_metrics lists them."},"field":{"type":"string","description":"Name of the property that the condition tests, such as price."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","metric_id","field","filter"]},"ManualAddManualMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_add"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"ManualImportManualMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_import"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/InStringArrayFilter"},{"type":"null"}]}},"required":["field","method"]},"ManualRemoveMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_remove"]}},"required":["field","method"]},"ManualSuppressionDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["manual_suppression_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/IsSetExistenceFilter"}]}},"required":["field","filter"]},"MediaAsset":{"type":"object","properties":{"id":{"type":"string","description":"Id of the object."},"company_id":{"type":"string","description":"Id of the Klaviyo account that the video belongs to."},"url":{"type":"string","description":"Address that this part points to, such as https://www.example.com/tea."},"name":{"type":"string","description":"Name of what this object describes."},"file_size":{"type":"integer","description":"Size of the file as a whole number of bytes."},"media_type":{"type":"string","description":"Kind of the file. Left out: video.","default":"video"},"thumbnail_url":{"type":["string","null"],"description":"Address of the still picture that stands for the video."},"l10n_key":{"type":["string","null"],"description":"Localization key of the file, where it has one."}},"required":["id","company_id","url","name","file_size"]},"MediaAssetReference":{"type":"object","properties":{"static_asset_id":{"type":["string","null"],"description":"Id of the file in the account's asset library, the same for every recipient."},"dynamic_template":{"type":["string","null"],"description":"Template expression that yields the address of the video or file for each recipient."},"thumbnail":{"description":"Still picture that stands for the video or file.","oneOf":[{"$ref":"#/$defs/SlimImageReference"},{"type":"null"}]}}},"MethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["subscribe_method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["api","back_in_stock","bigcommerce","bulk_remove","campaign_monitor","carrier_deactivation","checkout","constant_contact","exact_target","facebook","failed_age_gate","inbound_message","integration","mad_mimi","magento_two","mailbox_provider","manual_add","manual_import","manual_remove","message_blocked","netsuite","preference_page","provided_landline","provided_no_age","sftp","shopify","social_instagram_message","spam_complaint","square","wix","woocommerce"]}},"required":["field","method"]},"MetricPropertyCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["metric-property"]},"metric_id":{"type":"string","description":"Id of the metric such as RxK3mQ; get_metrics lists them."},"field":{"type":"string","description":"Name of the property that the condition tests, such as price."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","metric_id","field","filter"]},"NumericOperatorNumericFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["numeric"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["equals","greater-than","greater-than-or-equal","less-than","less-than-or-equal","not-equals"]},"value":{"type":"number","description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"NumericRangeFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["numeric"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["between"]},"start":{"type":"number","description":"Start of the range, in the unit of the condition."},"end":{"type":"number","description":"End of the range, in the unit of the condition."}},"required":["type","operator","start","end"]},"PreferencePageMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["preference_page"]}},"required":["field","method"]},"PriceDropCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["price-drop-property"]},"metric_id":{"type":["string","null"],"description":"Id of the metric such as RxK3mQ; get_metrics lists them."},"field":{"type":"string","description":"Name of the property that the condition tests, such as price."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","metric_id","field","filter"]},"ProfileHasCustomObjectCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-has-custom-object"]},"object_type_id":{"type":"string","description":"Id of the type of custom object concerned."},"object_type_relationship_id":{"type":"string","description":"Id of the relationship that ties the custom object to profiles."},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["equals","greater-than","greater-than-or-equal","less-than","less-than-or-equal","not-equals"]},"value":{"type":"integer","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]},"filters":{"type":"array","description":"Conditions that narrow down what is counted or matched.","items":{"type":"object","properties":{"property_id":{"type":"integer","description":"Id of the custom object's property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/NumericRangeFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["property_id","filter"]}}},"required":["type","object_type_id","object_type_relationship_id","filter","filters"]},"ProfileHasGroupMembershipCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-group-membership"]},"is_member":{"type":"boolean","description":"Whether the profile must belong to the lists or segments, or must not.","enum":[true]},"group_ids":{"type":"array","description":"Ids of the lists or segments whose membership is tested.","items":{"type":"string"}},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"type":"null"}]}},"required":["type","is_member","group_ids"]},"ProfileHasNotReceivedEmailMessageCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-not-sent-email"]},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/AlltimeDateFilter"},{"$ref":"#/$defs/InTheLastBaseRelativeDateFilter"}]}},"required":["type","timeframe_filter"]},"ProfileHasNotReceivedPushMessageCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-not-sent-push"]},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/AlltimeDateFilter"},{"$ref":"#/$defs/InTheLastBaseRelativeDateFilter"}]}},"required":["type","timeframe_filter"]},"ProfileHasNotReceivedSmsMessageCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-not-sent-sms"]},"timeframe_filter":{"description":"Span of time that the condition looks at, such as the last 30 days.","oneOf":[{"$ref":"#/$defs/AlltimeDateFilter"},{"$ref":"#/$defs/InTheLastBaseRelativeDateFilter"}]}},"required":["type","timeframe_filter"]},"ProfileMarketingConsentCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-marketing-consent"]},"consent":{"description":"The consent in question, with its channel and status.","oneOf":[{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["email"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[true]},"consent_status":{"description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","oneOf":[{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]},"filters":{"description":"Conditions on how and when the subscription state came about; null for none."}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["subscribed"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["is_double_opt_in"]},"filter":{"$ref":"#/$defs/BooleanFilter","description":"The test that the property or figure has to pass."}},"required":["field","filter"]},{"$ref":"#/$defs/StatusDateFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["custom_source"]},"filter":{"$ref":"#/$defs/EqualsStringFilter","description":"The test that the property or figure has to pass."}},"required":["field","filter"]},{"$ref":"#/$defs/FormMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["preference_page"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/EqualsStringFilter"},{"type":"null"}]}},"required":["field","method"]},{"$ref":"#/$defs/APIMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["back_in_stock"]}},"required":["field","method"]},{"$ref":"#/$defs/SftpMethodFilter"},{"$ref":"#/$defs/ManualImportManualMethodFilter"},{"$ref":"#/$defs/ManualAddManualMethodFilter"},{"$ref":"#/$defs/ShopifyIntegrationMethodFilter"}]}}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["never_subscribed"]},"filters":{"description":"Conditions on how and when the subscription state came about; null for none."}},"required":["subscription"]}]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["email"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[false]},"consent_status":{"description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","oneOf":[{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["unsubscribed"]},"filters":{"description":"Conditions on how and when the subscription state came about; null for none.","oneOf":[{"type":"array","items":{"oneOf":[{"$ref":"#/$defs/StatusDateFilter"},{"$ref":"#/$defs/APIMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"$ref":"#/$defs/PreferencePageMethodFilter"},{"$ref":"#/$defs/ManualRemoveMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["spam_complaint"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["mailbox_provider"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["one_click_unsubscribe"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["manual_import"]}},"required":["field","method"]},{"$ref":"#/$defs/SftpMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["data_warehouse_import"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["profile_modification"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["integration"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["in"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string","enum":["constant_contact"]}}},"required":["type","operator","value"]}},"required":["field","method","filter"]}]}},{"type":"array","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}},{"type":"null"}]}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["never_subscribed"]},"filters":{"type":"array","description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}}},"required":["subscription","filters"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["subscribed"]},"filters":{"type":"array","description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/BounceDateFilter"},{"$ref":"#/$defs/ManualSuppressionDateFilter"},{"$ref":"#/$defs/InvalidEmailDateFilter"}]}}},"required":["subscription","filters"]}]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["sms"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[true]},"consent_status":{"type":"object","description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["subscribed"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/StatusDateFilter"},{"$ref":"#/$defs/FormMethodFilter"},{"$ref":"#/$defs/ManualImportManualMethodFilter"},{"$ref":"#/$defs/ManualAddManualMethodFilter"},{"$ref":"#/$defs/CheckoutMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"$ref":"#/$defs/PreferencePageMethodFilter"},{"$ref":"#/$defs/SftpMethodFilter"},{"$ref":"#/$defs/ShopifyIntegrationMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["is_rcs_capable"]},"filter":{"$ref":"#/$defs/BooleanFilter","description":"The test that the property or figure has to pass."}},"required":["field","filter"]}]}}},"required":["subscription"]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["sms"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[false]},"consent_status":{"description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","oneOf":[{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["unsubscribed"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"oneOf":[{"$ref":"#/$defs/StatusDateFilter"},{"$ref":"#/$defs/FormMethodFilter"},{"$ref":"#/$defs/ManualImportManualMethodFilter"},{"$ref":"#/$defs/ManualAddManualMethodFilter"},{"$ref":"#/$defs/ManualRemoveMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["bulk_remove"]}},"required":["field","method"]},{"$ref":"#/$defs/CheckoutMethodFilter"},{"$ref":"#/$defs/InboundMessageMethodFilter"},{"$ref":"#/$defs/PreferencePageMethodFilter"},{"$ref":"#/$defs/SftpMethodFilter"},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["carrier_deactivation"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["provided_landline"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["message_blocked"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["provided_no_age"]}},"required":["field","method"]},{"type":"object","properties":{"field":{"type":"string","description":"Aspect of the consent or permission that the filter tests, such as the date or the method.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["failed_age_gate"]}},"required":["field","method"]},{"$ref":"#/$defs/ShopifyIntegrationMethodFilter"}]}}},"required":["subscription"]},{"type":"object","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["never_subscribed"]}},"required":["subscription"]}]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["push"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[true]},"consent_status":{"type":"object","description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]},"filters":{"type":["array","null"],"description":"Conditions on how and when the subscription state came about; null for none.","items":{"$ref":"#/$defs/StatusDateFilter"}}},"required":["subscription"]}},"required":["channel","can_receive_marketing","consent_status"]},{"type":"object","properties":{"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["push"]},"can_receive_marketing":{"type":"boolean","description":"Whether the condition looks for profiles that can be sent marketing in the channel, or for those that cannot.","enum":[false]},"consent_status":{"type":"object","description":"Subscription state the profile must have in the channel, with filters on how and when it came about.","properties":{"subscription":{"type":"string","description":"Subscription state that the profile must have in the channel.","enum":["any"]}},"required":["subscription"]}},"required":["channel","can_receive_marketing","consent_status"]}]}},"required":["type","consent"]},"ProfileNoGroupMembershipCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-group-membership"]},"is_member":{"type":"boolean","description":"Whether the profile must belong to the lists or segments, or must not.","enum":[false]},"group_ids":{"type":"array","description":"Ids of the lists or segments whose membership is tested.","items":{"type":"string"}}},"required":["type","is_member","group_ids"]},"ProfilePermissionsCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-permissions"]},"permission":{"description":"Whether the profile can be reached in the WhatsApp channel, and on what ground.","oneOf":[{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["explicitly_reachable"]},"filters":{"type":"array","description":"Conditions on how and when the profile's permission came about.","items":{"oneOf":[{"$ref":"#/$defs/EffectiveDateFilter"},{"$ref":"#/$defs/RecordedDateFilter"},{"$ref":"#/$defs/MethodFilter"},{"$ref":"#/$defs/FormSubscribeFilter"}]}}},"required":["reachable_status","filters"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_reachable"]}},"required":["reachable_status"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_or_explicitly_reachable"]}},"required":["reachable_status"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["explicitly_unreachable"]},"filters":{"type":"array","description":"Conditions on how and when the profile's permission came about.","items":{"oneOf":[{"$ref":"#/$defs/EffectiveDateFilter"},{"$ref":"#/$defs/RecordedDateFilter"},{"$ref":"#/$defs/MethodFilter"},{"$ref":"#/$defs/FormSubscribeFilter"}]}}},"required":["reachable_status","filters"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_unreachable"]}},"required":["reachable_status"]},{"type":"object","properties":{"reachable_status":{"type":"string","description":"Whether the profile may be messaged in the channel, and whether that was stated expressly or is inferred.","enum":["implicitly_or_explicitly_unreachable"]}},"required":["reachable_status"]}]},"channel":{"type":"string","description":"Channel that this part is for or about.","enum":["whatsapp_marketing","whatsapp_transactional"]}},"required":["type","permission","channel"]},"ProfilePostalCodeDistanceCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-postal-code-distance"]},"country_code":{"type":"string","description":"Code of the country in which the postal code lies."},"postal_code":{"type":"string","description":"Postal code, as text so that leading zeros stay."},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["kilometers","miles"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["greater-than"]},"value":{"type":"number","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["less-than"]},"value":{"type":"number","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]}]}},"required":["type","country_code","postal_code","unit","filter"]},"ProfilePredictiveAnalyticsChannelAffinityPriorityCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["channel_affinity"]},"measurement":{"type":"string","description":"What is tested: count or sum of the metric's events, or rank or priority of the channel.","enum":["priority"]},"predicted_channel":{"type":"string","description":"Channel whose predicted affinity the condition tests.","enum":["email","push","sms","whatsapp"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["numeric"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["equals"]},"value":{"type":"integer","description":"What the operator compares with, a value or a list of values."}},"required":["type","operator","value"]}},"required":["type","dimension","measurement","predicted_channel","filter"]},"ProfilePredictiveAnalyticsChannelAffinityRankCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["channel_affinity"]},"measurement":{"type":"string","description":"What is tested: count or sum of the metric's events, or rank or priority of the channel.","enum":["rank"]},"predicted_channel":{"type":"string","description":"Channel whose predicted affinity the condition tests.","enum":["email","push","sms","whatsapp"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"description":"How the property is tested; it decides which other fields the filter takes.","oneOf":[{"type":"string","enum":["equals"]},{"type":"string","enum":["not-equals"]}]},"value":{"type":"string","description":"What the operator compares with, a value or a list of values.","enum":["high","low","medium"]}},"required":["type","operator","value"]}},"required":["type","dimension","measurement","predicted_channel","filter"]},"ProfilePredictiveAnalyticsDateCondition":{"type":"object","properties":{"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["expected_date_of_next_purchase"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]}},"required":["dimension","filter","type"]},"ProfilePredictiveAnalyticsNumericCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["average_days_between_orders","average_order_value","churn_probability","historic_clv","historic_number_of_orders","predicted_clv","predicted_number_of_orders","total_clv"]},"filter":{"$ref":"#/$defs/NumericOperatorNumericFilter","description":"The test that the property or figure has to pass."}},"required":["type","dimension","filter"]},"ProfilePredictiveAnalyticsStringCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-predictive-analytics"]},"dimension":{"type":"string","description":"Predicted or computed figure that the condition tests, such as churn_probability.","enum":["predicted_gender"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"description":"How the property is tested; it decides which other fields the filter takes.","oneOf":[{"type":"string","enum":["equals"]},{"type":"string","enum":["not-equals"]}]},"value":{"type":"string","description":"What the operator compares with, a value or a list of values.","enum":["likely_female","likely_male","uncertain"]}},"required":["type","operator","value"]}},"required":["type","dimension","filter"]},"ProfilePropertyCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-property"]},"property":{"type":"string","description":"Name of the property that is tested."},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StringOperatorStringFilter"},{"$ref":"#/$defs/StringArrayOperatorStringArrayFilter"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["phone-country-code-in","phone-country-code-not-in"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string"}}},"required":["type","operator","value"]},{"$ref":"#/$defs/NumericOperatorNumericFilter"},{"$ref":"#/$defs/BooleanFilter"},{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"},{"$ref":"#/$defs/ListContainsOperatorListContainsFilter"},{"$ref":"#/$defs/ListLengthFilter"},{"$ref":"#/$defs/ExistenceOperatorExistenceFilter"}]}},"required":["type","property","filter"]},"ProfileRandomSampleCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-sample"]},"percentage":{"type":"integer","description":"A share, in percent, as a whole number such as 30."}},"required":["type","percentage"]},"ProfileRegionCondition":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["profile-region"]},"in_region":{"type":"boolean","description":"Whether the profile must be inside the region or outside it."},"region":{"type":"string","description":"State, province or larger region.","enum":["european_union","united_states"]}},"required":["type","in_region","region"]},"RCSSuggestion":{"type":"object","properties":{"id":{"type":"string","description":"Id of the object."},"text":{"type":"string","description":"Text as the reader sees it."},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["OPEN_URL","REPLY"]},"url":{"type":["string","null"],"description":"Address that this part points to, such as https://www.example.com/tea."},"open_mode":{"type":["string","null"],"description":"Whether the address opens in the browser or in a web view of some height.","enum":["BROWSER","WEBVIEW_FULL","WEBVIEW_HALF","WEBVIEW_TALL",null]}},"required":["id","text","type"]},"RecordedDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["recorded_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]}},"required":["field","filter"]},"RelativeAnniversaryDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["anniversary-last","anniversary-next"]},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]},"quantity":{"type":"integer","description":"Number of units in the span of time, such as 30 for the last 30 days."}},"required":["type","operator","unit","quantity"]},"RelativeDateOperatorBaseRelativeDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["at-least","in-the-last","in-the-next"]},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]},"quantity":{"type":"integer","description":"Number of units in the span of time, such as 30 for the last 30 days."}},"required":["type","operator","unit","quantity"]},"RelativeDateRangeFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["between"]},"start":{"type":"integer","description":"Start of the range, in the unit of the condition."},"end":{"type":"integer","description":"End of the range, in the unit of the condition."},"unit":{"type":"string","description":"Unit of time in which the number beside it is counted.","enum":["day","hour","week"]}},"required":["type","operator","start","end","unit"]},"SendEmailAction":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["send-email"]},"id":{"type":["string","null"],"description":"Id of the send email."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"message":{"type":["object","null"],"description":"The message itself, or its text.","properties":{"from_email":{"type":["string","null"],"description":"Sender address that recipients see, such as news@example.com."},"from_label":{"type":["string","null"],"description":"Sender name that recipients see, such as Example Tea Shop."},"reply_to_email":{"type":["string","null"],"description":"Address to which replies go, such as hello@example.com."},"cc_email":{"type":["string","null"],"description":"Address that gets an open copy of the email. Empty for none."},"bcc_email":{"type":["string","null"],"description":"Address that gets a blind copy of the email. Empty for none."},"subject_line":{"type":["string","null"],"description":"Subject of the email as recipients see it; template variables are possible."},"preview_text":{"type":["string","null"],"description":"Text that mail programs show beside the subject in the inbox."},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."},"smart_sending_enabled":{"type":"boolean","description":"Whether Smart Sending holds the message back from profiles that were messaged recently; true by default.","default":true},"transactional":{"type":"boolean","description":"Whether the message is transactional rather than marketing.","default":false},"add_tracking_params":{"type":"boolean","description":"Whether UTM tracking parameters are added to the links in the message; off by default.","default":false},"custom_tracking_params":{"type":["array","null"],"description":"UTM parameters for the message's links, each a name in param and a value.","items":{"$ref":"#/$defs/UtmParam"}},"additional_filters":{"type":["object","null"],"description":"Conditions a profile must meet to get this message, beyond the filters of the flow itself.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"name":{"type":["string","null"],"description":"Name of what this object describes."},"id":{"type":["string","null"],"description":"Id of the send email."}}},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}}}},"required":["type"]},"SendPushNotificationAction":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["send-mobile-push"]},"id":{"type":["string","null"],"description":"Id of the send mobile push."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"message":{"type":["object","null"],"description":"The message itself, or its text.","properties":{"body":{"type":"string","description":"Main part of a message or template, or how that part looks."},"title":{"type":["string","null"],"description":"Headline of the content it belongs to."},"sound":{"type":"boolean","description":"Whether the notification makes a sound. Left out: false.","default":false},"badge":{"type":"boolean","description":"Whether the notification changes the number shown on the app's icon.","default":false},"badge_options":{"description":"How the push notification changes the badge number on the app's icon.","oneOf":[{"type":"object","properties":{"badge_config":{"type":"string","description":"How the number on the app icon changes: by one, to a fixed count or to the value of a property.","enum":["increment_one"]}},"required":["badge_config"]},{"type":"object","properties":{"badge_config":{"type":"string","description":"How the number on the app icon changes: by one, to a fixed count or to the value of a property.","enum":["set_count"]},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["badge_config","value"]},{"type":"object","properties":{"badge_config":{"type":"string","description":"How the number on the app icon changes: by one, to a fixed count or to the value of a property.","enum":["set_property"]},"set_from_property":{"type":"string","description":"Property from which the number on the app's badge is taken."}},"required":["badge_config","set_from_property"]}]},"image_id":{"type":["string","null"],"description":"Id of the uploaded image that is shown in the message."},"dynamic_image":{"type":["string","null"],"description":"Picture that varies with the recipient or event, in place of the fixed one in image_id."},"video_asset_id":{"type":["string","null"],"description":"Id of the video in the account's asset library."},"on_open":{"type":"string","description":"What tapping the push notification does, such as opening the app's home screen.","enum":["home","link","open_url"],"default":"home"},"ios_link":{"type":["string","null"],"description":"Link that the push notification opens on iOS devices."},"android_link":{"type":["string","null"],"description":"Link that the push notification opens on Android devices."},"web_url":{"type":["string","null"],"description":"Web page that a tap on the notification opens."},"push_type":{"type":["string","null"],"description":"Whether the notification is shown or only reaches the app.","enum":["silent","standard",null]},"kv_pairs":{"type":["object","null"],"description":"Your own keys and values, handed to the app with the notification: {\"screen\": \"offers\"}.","additionalProperties":true},"conversion_metric_id":{"type":["string","null"],"description":"Id of the metric that counts as a conversion, such as RxK3mQ for Placed Order; get_metrics lists them."},"smart_sending_enabled":{"type":"boolean","description":"Whether Smart Sending holds the message back from profiles that were messaged recently; true by default.","default":true},"additional_filters":{"type":["object","null"],"description":"Conditions a profile must meet to get this message, beyond the filters of the flow itself.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"action_buttons":{"type":["array","null"],"description":"Buttons below the push notification, in the order of their positions.","items":{"type":"object","properties":{"label":{"type":"string","description":"Text that names the field, button or choice."},"action_type":{"type":"string","description":"What a tap on the button does. For a deep link or a web page, url holds the address.","enum":["deep_link","dismiss","open_app","open_url"]},"position":{"type":["integer","null"],"description":"Place of the button among the others, as a whole number."},"url":{"type":["string","null"],"description":"Address inside the app or web address that the button opens."},"icon":{"type":["string","null"],"description":"Icon shown on the button beside its text."},"custom_action_id":{"type":["string","null"],"description":"Your own id of the action, for the app to know which button was tapped."}},"required":["label","action_type"]}},"name":{"type":["string","null"],"description":"Name of what this object describes."},"id":{"type":["string","null"],"description":"Id of the send mobile push."}},"required":["body"]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}}}},"required":["type"]},"SendSmsAction":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["send-sms"]},"id":{"type":["string","null"],"description":"Id of the send sms."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"message":{"type":["object","null"],"description":"The message itself, or its text.","properties":{"body":{"type":"string","description":"Main part of a message or template, or how that part looks."},"image_id":{"type":["string","null"],"description":"Id of the uploaded image that is shown in the message."},"dynamic_image":{"type":["string","null"],"description":"Picture that varies with the recipient or event, in place of the fixed one in image_id."},"message_hierarchy":{"type":["array","null"],"description":"The message in two forms, RCS first and then the SMS that is sent where RCS cannot reach the recipient.","items":{"oneOf":[{"oneOf":[{"type":"object","properties":{"message":{"type":"string","description":"Text of the message.","default":""},"message_format":{"type":"string","description":"Whether this member of the pair is sent as RCS or as SMS.","enum":["RCS"],"default":"RCS"},"rich_content":{"type":["object","null"],"description":"What RCS shows beyond plain text, such as cards, a file or suggested replies.","properties":{"cards":{"type":["array","null"],"description":"Cards of the RCS message, each with a picture or video, text and buttons; several are swiped through.","items":{"type":"object","properties":{"id":{"type":"string","description":"Id of the send sms."},"title":{"type":["string","null"],"description":"Headline of the content it belongs to."},"text":{"type":["string","null"],"description":"Text as the reader sees it."},"extra":{"type":["object","null"],"description":"Further data for the message or card, any JSON object.","additionalProperties":true},"image":{"description":"Picture that is shown, by its source and how it looks.","oneOf":[{"$ref":"#/$defs/ImageAsset"},{"$ref":"#/$defs/SlimImageReference"},{"type":"null"}]},"video":{"description":"Video on the card, fixed or computed by a template.","oneOf":[{"$ref":"#/$defs/MediaAsset"},{"$ref":"#/$defs/MediaAssetReference"},{"type":"null"}]},"buttons":{"type":["array","null"],"description":"Buttons on the card, each with a text and what a tap does.","items":{"$ref":"#/$defs/RCSSuggestion"}}},"required":["id"]}},"suggestions":{"type":["array","null"],"description":"Suggested replies and actions below the RCS message.","items":{"$ref":"#/$defs/RCSSuggestion"}},"file":{"description":"File that is sent with the message, fixed or computed by a template.","oneOf":[{"$ref":"#/$defs/MediaAssetReference"},{"type":"null"}]}}},"extra":{"type":["object","null"],"description":"Further data for the message or card, any JSON object.","additionalProperties":true},"image":{"description":"Picture that is shown, by its source and how it looks.","oneOf":[{"$ref":"#/$defs/SlimImageReference"},{"type":"null"}]}}},{"type":"object","properties":{"message":{"type":"string","description":"Text of the message."},"message_format":{"type":"string","description":"Whether this member of the pair is sent as RCS or as SMS.","enum":["SMS"],"default":"SMS"},"extra":{"type":["object","null"],"description":"Further data for the message or card, any JSON object.","additionalProperties":true},"image":{"description":"Picture that is shown, by its source and how it looks.","oneOf":[{"type":"object","properties":{"static_image_asset_id":{"type":"integer","description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed.","enum":[false,null],"default":false}},"required":["static_image_asset_id"]},{"type":"object","properties":{"dynamic_image_template":{"type":"string","description":"Template expression that yields the address of the picture for each recipient."},"dynamic":{"type":"boolean","description":"Whether the content is computed for each recipient instead of being fixed.","enum":[true],"default":true}},"required":["dynamic_image_template"]},{"type":"null"}]},"selected_image":{"description":"Picture of the message as it stands in the account's asset library.","oneOf":[{"$ref":"#/$defs/ImageAsset"},{"type":"null"}]},"media":{"description":"Video that goes with the message, fixed or computed by a template.","oneOf":[{"$ref":"#/$defs/MediaAsset"},{"$ref":"#/$defs/MediaAssetReference"},{"type":"null"}]}},"required":["message"]}]},{"type":"string"}]}},"shorten_links":{"type":"boolean","description":"Whether links in the message are replaced by short ones.","default":true},"include_contact_card":{"type":"boolean","description":"Whether the message carries the sender's contact card for the recipient to save.","default":false},"add_org_prefix":{"type":"boolean","description":"Whether the text message begins with the organization prefix of the account.","default":true},"add_info_link":{"type":"boolean","description":"Whether the text message carries a link to information about the sender.","default":true},"add_opt_out_language":{"type":"boolean","description":"Whether a sentence on how to stop the messages is added to the text message.","default":false},"smart_sending_enabled":{"type":"boolean","description":"Whether Smart Sending holds the message back from profiles that were messaged recently; true by default.","default":true},"sms_quiet_hours_enabled":{"type":"boolean","description":"Whether the SMS waits while quiet hours last; true by default.","default":true},"transactional":{"type":"boolean","description":"Whether the message is transactional rather than marketing.","default":false},"add_tracking_params":{"type":"boolean","description":"Whether UTM tracking parameters are added to the links in the message; off by default.","default":false},"custom_tracking_params":{"type":["array","null"],"description":"UTM parameters for the message's links, each a name in param and a value.","items":{"$ref":"#/$defs/UtmParam"}},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."},"additional_filters":{"type":["object","null"],"description":"Conditions a profile must meet to get this message, beyond the filters of the flow itself.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]},"name":{"type":["string","null"],"description":"Name of what this object describes."},"id":{"type":["string","null"],"description":"Id of the send sms."}},"required":["body"]},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}}}},"required":["type"]},"SendWhatsAppAction":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["send-whatsapp"]},"id":{"type":["string","null"],"description":"Id of the send whatsapp."},"temporary_id":{"type":["string","null"],"description":"Your own id for a new object, by which other parts of the same request refer to it."},"links":{"description":"Which action or actions follow, each by its id.","oneOf":[{"$ref":"#/$defs/Link"},{"type":"null"}]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"message":{"type":["object","null"],"description":"The message itself, or its text.","properties":{"id":{"type":["string","null"],"description":"Id of the send whatsapp."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"vendor_id":{"type":["string","null"],"description":"Id of the WhatsApp message at its provider."},"smart_sending_enabled":{"type":"boolean","description":"Whether Smart Sending holds the message back from profiles that were messaged recently; true by default.","default":true},"transactional":{"type":"boolean","description":"Whether the message is transactional rather than marketing.","default":false},"add_tracking_params":{"type":"boolean","description":"Whether UTM tracking parameters are added to the links in the message; off by default.","default":false},"additional_filters":{"type":["object","null"],"description":"Conditions a profile must meet to get this message, beyond the filters of the flow itself.","properties":{"condition_groups":{"type":"array","description":"Groups of conditions. Groups are joined by AND, the conditions inside one group by OR.","items":{"type":"object","properties":{"conditions":{"type":"array","description":"Conditions of the group, joined by OR: one that holds is enough.","items":{"oneOf":[{"$ref":"#/$defs/ProfilePropertyCondition"},{"$ref":"#/$defs/ProfileHasGroupMembershipCondition"},{"$ref":"#/$defs/ProfileNoGroupMembershipCondition"},{"$ref":"#/$defs/ProfileRegionCondition"},{"$ref":"#/$defs/ProfilePostalCodeDistanceCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsDateCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsStringCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsNumericCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityPriorityCondition"},{"$ref":"#/$defs/ProfilePredictiveAnalyticsChannelAffinityRankCondition"},{"$ref":"#/$defs/ProfileMarketingConsentCondition"},{"$ref":"#/$defs/FlowsProfileMetricCondition"},{"$ref":"#/$defs/ProfileRandomSampleCondition"},{"$ref":"#/$defs/ProfileHasCustomObjectCondition"},{"$ref":"#/$defs/ProfilePermissionsCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedEmailMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedSmsMessageCondition"},{"$ref":"#/$defs/ProfileHasNotReceivedPushMessageCondition"}]}}},"required":["conditions"]}}},"required":["condition_groups"]}}},"status":{"type":"string","description":"State of this part, such as draft or live.","enum":["disabled","draft","live","manual"],"default":"draft"}}}},"required":["type"]},"SftpMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["sftp"]}},"required":["field","method"]},"ShopifyIntegrationMethodFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["method"]},"method":{"type":"string","description":"Way in which the subscription or its end came about, such as api or checkout.","enum":["integration"]},"filter":{"type":"object","description":"The test that the property or figure has to pass.","properties":{"type":{"type":"string","description":"Kind of the filter, such as string, numeric or existence; decides which operators fit.","enum":["string"]},"operator":{"type":"string","description":"How the property is tested; it decides which other fields the filter takes.","enum":["in"]},"value":{"type":"array","description":"What the operator compares with, a value or a list of values.","items":{"type":"string","enum":["shopify"]}}},"required":["type","operator","value"]}},"required":["field","method","filter"]},"SlimImageReference":{"type":"object","properties":{"static_image_asset_id":{"type":["integer","null"],"description":"Id of the picture in the account's asset library, the same for every recipient."},"dynamic_image_template":{"type":["string","null"],"description":"Template expression that yields the address of the picture for each recipient."},"rendered_asset_url":{"type":["string","null"],"description":"Address of the picture as it comes out of the template."}}},"StaticDateFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["after","before"]},"date":{"type":"string","description":"Moment before or after which the tested date must lie, ISO 8601, such as 2026-01-31T00:00:00Z.","format":"date-time"}},"required":["type","operator","date"]},"StaticDateRangeFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["date"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["between-static"]},"start":{"type":"string","description":"Start of the range, in the unit of the condition.","format":"date-time"},"end":{"type":"string","description":"End of the range, in the unit of the condition.","format":"date-time"}},"required":["type","operator","start","end"]},"StatusDateFilter":{"type":"object","properties":{"field":{"type":"string","description":"Name of the property that the condition tests, such as price.","enum":["status_date"]},"filter":{"description":"The test that the property or figure has to pass.","oneOf":[{"$ref":"#/$defs/StaticDateFilter"},{"$ref":"#/$defs/StaticDateRangeFilter"},{"$ref":"#/$defs/RelativeDateOperatorBaseRelativeDateFilter"},{"$ref":"#/$defs/RelativeAnniversaryDateFilter"},{"$ref":"#/$defs/RelativeDateRangeFilter"},{"$ref":"#/$defs/CalendarDateFilter"},{"$ref":"#/$defs/AnniversaryDateFilter"}]}},"required":["field","filter"]},"StringArrayOperatorStringArrayFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["in","not-in"]},"value":{"type":"array","description":"The value that this part sets or compares with.","items":{"type":"string"}}},"required":["type","operator","value"]},"StringOperatorStringFilter":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["string"]},"operator":{"type":"string","description":"How the value is compared, or in a profile operation what is done with the property.","enum":["contains","ends-with","equals","not-contains","not-ends-with","not-equals","not-starts-with","nregex","regex","starts-with"]},"value":{"type":["string","null"],"description":"The value that this part sets or compares with."}},"required":["type","operator","value"]},"UtmParam":{"type":"object","properties":{"param":{"type":"string","description":"Name of the tracking parameter, such as utm_source."},"value":{"type":"string","description":"The value that this part sets or compares with."}},"required":["param","value"]}}}"""
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
