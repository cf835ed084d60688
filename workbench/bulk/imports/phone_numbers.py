"""Phone numbers as people write them."""

import re
from functools import lru_cache

import phonenumbers

from workbench.bulk.errors import BulkFailed, RowError

COUNTRIES = frozenset(phonenumbers.SUPPORTED_REGIONS)
E164 = re.compile(r"\+[1-9][0-9]{1,14}")
WRITTEN_NUMBER = re.compile(r"\(?\+?[\d\s()./\u2010-\u2015\u2212-]*\d[\d\s()./\u2010-\u2015\u2212-]*")
POSSIBLE = phonenumbers.ValidationResult.IS_POSSIBLE


@lru_cache(10_000)
def parse_phone_number(text: str, country: str) -> str:
    """E.164, of what people write: +1 (202) 555-0142, +44 (0)20 7946 0958. `country`: of national numbers, or empty.

    RowError if it is no phone number, or more than one.
    """
    number = text.removeprefix("tel:").strip()
    before, stroke, after = number.partition("/")
    if stroke and (is_complete(before, country) or is_complete(after, country)):
        raise RowError(f"phone_number is more than one number: {text:.40}")
    parsed = parse_number(number, country) if WRITTEN_NUMBER.fullmatch(number) else None
    if parsed is None:
        needed = f"no phone number of {country}, and not" if country else "not"
        raise RowError(f"phone_number is {needed} in E.164 format such as +12025550142: {text:.40}")
    return parsed


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
