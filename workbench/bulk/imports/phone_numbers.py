"""Phone numbers as people write them."""

import re
from functools import cache

import phonenumbers

from workbench.bulk.errors import BulkFailed, RowError

COUNTRIES = frozenset(phonenumbers.SUPPORTED_REGIONS)
E164 = re.compile(r"\+[1-9][0-9]{1,14}")
WRITTEN_NUMBER = re.compile(r"\(?\+?[\d\s()./\u2010-\u2015\u2212-]*\d[\d\s()./\u2010-\u2015\u2212-]*")
POSSIBLE = phonenumbers.ValidationResult.IS_POSSIBLE


def parse_phone_number(text: str, country: str) -> str:
    """E.164, of what people write: +1 (202) 555-0142, +44 (0)20 7946 0958. `country`: of national numbers, or empty.

    RowError if it is no phone number, or more than one.
    """
    if is_e164(text):
        return text
    number = text.removeprefix("tel:").strip()
    before, stroke, after = number.partition("/")
    if stroke and (is_complete(before, country) or is_complete(after, country)):
        raise RowError(f"phone_number is more than one number: {text:.40}")
    parsed = parse_number(number, country) if WRITTEN_NUMBER.fullmatch(number) else None
    if parsed is None:
        needed = f"no phone number of {country}, and not" if country else "not"
        raise RowError(f"phone_number is {needed} in E.164 format such as +12025550142: {text:.40}")
    return parsed


def is_e164(text: str) -> bool:
    """Whether a text is a number that the library would not change. Most numbers are, and this tells in no time."""
    if not E164.fullmatch(text):
        return False
    code = next((text[1:end] for end in (2, 3, 4) if int(text[1:end]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE), "")
    if not code:
        return False
    lengths, prefix = numbering_plan(int(code))
    national = text[1 + len(code) :]
    return len(national) in lengths and not (prefix and prefix.match(national))


@cache
def numbering_plan(code: int) -> tuple[tuple[int, ...], re.Pattern[str] | None]:
    """The lengths of a country's numbers, and what may stand before them within the country, as the 0 of 044."""
    region = phonenumbers.region_code_for_country_code(code)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    if metadata is None or metadata.general_desc is None:
        return (), None
    prefix = metadata.national_prefix_for_parsing
    return metadata.general_desc.possible_length, re.compile(prefix) if prefix else None


def parse_number(text: str, country: str) -> str | None:
    """E.164, or None. A national number has to be one that the country uses; of others the length has to be right."""
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    is_international = text.lstrip("(").startswith("+")
    is_right = (
        phonenumbers.is_possible_number_with_reason(number) == POSSIBLE
        if is_international
        else phonenumbers.is_valid_number(number)
    )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if is_right else None


def is_complete(text: str, country: str) -> bool:
    """Whether a part of a text is a phone number by itself."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, country or None))
    except phonenumbers.NumberParseException:
        return False


def check_country(country: str) -> str:
    """The code of a country, in upper case; empty for none."""
    code = country.upper()
    if code and code not in COUNTRIES:
        raise BulkFailed(f"default_country must be the code of a country, such as CH or US, not {country:.40}")
    return code
