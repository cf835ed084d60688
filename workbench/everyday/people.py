"""People: by what they are found, and a profile as a flat object"""

import re
from typing import Any, NamedTuple, TypedDict

from workbench.codegen.parts.constants import EMAIL, PHONE_NUMBER
from workbench.codegen.parts.errors import InvalidInput
from workbench.everyday.arguments import argument_fault, invalid
from workbench.everyday.operations import klaviyo
from workbench.everyday.request import any_of, read, read_pages

FIELDS = {"email": "email", "phone_number": "phone_number", "external_id": "external_id", "profile_id": "id"}
PAGE = 100  # profiles


class FlatProfile(TypedDict):
    """A profile. Permissions say whether a marketing message can be sent now; consents are null if there is none."""

    id: str
    email: str | None
    phone_number: str | None
    external_id: str | None
    first_name: str | None
    last_name: str | None
    organization: str | None
    title: str | None
    locale: str | None
    image: str | None
    address1: str | None
    address2: str | None
    city: str | None
    region: str | None
    zip: str | None
    country: str | None
    timezone: str | None
    created: str | None
    updated: str | None
    last_event_date: str | None
    email_permission: bool
    email_consent: str | None
    email_consented_at: str | None
    email_suppression: str | None
    sms_permission: bool
    sms_consent: str | None
    sms_consented_at: str | None
    whatsapp_permission: bool
    whatsapp_consent: str | None
    push_permission: bool
    properties: dict[str, Any]


class SavedProfile(FlatProfile):
    """`status`: created or updated."""

    status: str


def identifiers_in(arguments: dict[str, Any]) -> dict[str, str]:
    """Return Klaviyo's field -> value of the arguments that identify a person. Raises InvalidInput if there is none."""
    identifiers = {field: arguments[name] for name, field in FIELDS.items() if name in arguments}
    if not identifiers:
        raise invalid("email", "at least one of email, phone_number, external_id and profile_id", None)
    return identifiers


def only_identifier(arguments: dict[str, Any], names: tuple[str, ...] = tuple(FIELDS)) -> tuple[str, str]:
    """Return the argument that identifies a person, as name and value. Raises InvalidInput unless it is one."""
    filled = [name for name in names if name in arguments]
    if len(filled) != 1:
        expected = f"exactly one of {', '.join(names[:-1])} and {names[-1]}"
        raise invalid(names[0], expected, ", ".join(filled))
    return filled[0], arguments[filled[0]]


def find_profile(auth: klaviyo, name: str, value: str) -> Any:
    """Return the profile that an argument identifies, with its subscriptions, None if there is none."""
    values = list(dict.fromkeys([value, value.lower()])) if name == "email" else [value]
    query = {"filter": any_of(FIELDS[name], values), "additional-fields[profile]": ["subscriptions"]}
    return next(iter(read(auth, "/api/profiles", query)["data"]), None)


def demand_profile(auth: klaviyo, name: str, value: str) -> Any:
    """Return the profile that an argument identifies. Raises InvalidInput if there is none."""
    profile = find_profile(auth, name, value)
    if profile is None:
        raise invalid(name, "somebody who has a profile in Klaviyo", value)
    return profile


def flat_profile(resource: Any) -> FlatProfile:
    """Return a profile as a flat object."""
    attributes = resource["attributes"]
    location = attributes.get("location") or {}
    subscriptions = attributes.get("subscriptions") or {}
    email = marketing_of(subscriptions, "email")
    sms = marketing_of(subscriptions, "sms")
    whatsapp = marketing_of(subscriptions, "whatsapp")
    push = marketing_of(subscriptions, "mobile_push")
    return FlatProfile(
        id=resource["id"],
        email=attributes.get("email"),
        phone_number=attributes.get("phone_number"),
        external_id=attributes.get("external_id"),
        first_name=attributes.get("first_name"),
        last_name=attributes.get("last_name"),
        organization=attributes.get("organization"),
        title=attributes.get("title"),
        locale=attributes.get("locale"),
        image=attributes.get("image"),
        address1=location.get("address1"),
        address2=location.get("address2"),
        city=location.get("city"),
        region=location.get("region"),
        zip=location.get("zip"),
        country=location.get("country"),
        timezone=location.get("timezone"),
        created=attributes.get("created"),
        updated=attributes.get("updated"),
        last_event_date=attributes.get("last_event_date"),
        email_permission=bool(email.get("can_receive_email_marketing")),
        email_consent=email.get("consent"),
        email_consented_at=email.get("consent_timestamp"),
        email_suppression=", ".join(entry["reason"] for entry in email.get("suppression") or []) or None,
        sms_permission=bool(sms.get("can_receive_sms_marketing")),
        sms_consent=sms.get("consent"),
        sms_consented_at=sms.get("consent_timestamp"),
        whatsapp_permission=bool(whatsapp.get("can_receive")),
        whatsapp_consent=whatsapp.get("consent"),
        push_permission=bool(push.get("can_receive_push_marketing")),
        properties=attributes.get("properties") or {},
    )


def marketing_of(subscriptions: dict[str, Any], channel: str) -> dict[str, Any]:
    return (subscriptions.get(channel) or {}).get("marketing") or {}


class Person(NamedTuple):
    """Somebody in a list of people: the text, and the field that it is a value of."""

    text: str
    field: str


def read_people(people: list[str]) -> list[Person]:
    """Return who is meant: a text with @ is an email address, one with + at its start a phone number, others are IDs.

    Raises InvalidInput for what is none of these, and for somebody who is named twice.
    """
    persons: list[Person] = []
    faults = []
    for position, text in enumerate(people):
        person = Person(text.strip(), field_of(text.strip()))
        if not re.search(PATTERNS[person.field], person.text):
            expected = "an email address, a phone number or the ID of a profile"
            faults.append(argument_fault(("people", position), expected, text))
        elif person in persons:
            faults.append(argument_fault(("people", position), "somebody who is not named above", text))
        persons.append(person)
    if faults:
        raise InvalidInput(faults)
    return persons


PATTERNS = {"email": str(EMAIL["pattern"]), "phone_number": str(PHONE_NUMBER["pattern"]), "id": r"^\w+\Z"}


def field_of(text: str) -> str:
    if "@" in text:
        return "email"
    return "phone_number" if text.startswith("+") else "id"


def find_people(auth: klaviyo, persons: list[Person]) -> dict[Person, Any]:
    """Return the profiles of those who have one."""
    profiles: dict[Person, Any] = {}
    for field in ("email", "phone_number", "id"):
        asked = [person for person in persons if person.field == field]
        for start in range(0, len(asked), PAGE // 2):  # an address may be looked up in two spellings
            some = asked[start : start + PAGE // 2]
            spellings = dict.fromkeys(text for person in some for text in (person.text, lower(person)))
            query = {
                "filter": any_of(field, [*spellings]),
                "fields[profile]": ["email", "phone_number"],
                "page[size]": PAGE,
            }
            pages = read_pages(auth, "/api/profiles", query, PAGE)
            found = {key(resource, field): resource for page in pages for resource in page["data"]}
            profiles |= {person: found[lower(person)] for person in some if lower(person) in found}
    return profiles


def lower(person: Person) -> str:
    return person.text.lower() if person.field == "email" else person.text


def key(resource: Any, field: str) -> str:
    """Return the value of a profile's field, as `lower` spells it."""
    value = resource["id"] if field == "id" else resource["attributes"].get(field) or ""
    return value.lower() if field == "email" else str(value)


def refuse_unknown(persons: list[Person], profiles: dict[Person, Any], expected: str) -> None:
    """Raise InvalidInput if somebody has no profile."""
    faults = [
        argument_fault(("people", position), expected, person.text)
        for position, person in enumerate(persons)
        if person not in profiles
    ]
    if faults:
        raise InvalidInput(faults)
