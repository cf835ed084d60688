# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Save Profile: create or update a person

Creates the profile, or updates the one with one of the identifiers, in one call; `status` in the answer says which.
What is left empty stays as it is. Custom properties are merged into those that are there. A profile is not a consent:
use subscribe for that. For many people, use import_profiles.

Scopes: profiles:write.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, ID, PHONE_NUMBER
from workbench.everyday.arguments import ACCOUNT, TEXT, check_arguments, is_empty, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import CreateOrUpdateProfileBody, create_or_update_profile, klaviyo
from workbench.everyday.people import SavedProfile, flat_profile, identifiers_in

ATTRIBUTES = ("first_name", "last_name", "organization", "title", "locale", "image", "location", "properties")


def main(
    auth: klaviyo,
    email: str | None = None,
    phone_number: str | None = None,
    external_id: str | None = None,
    profile_id: str | None = None,
    first_name: str | None = None,
    last_name: str | None = None,
    organization: str | None = None,
    title: str | None = None,
    locale: str | None = None,
    image: str | None = None,
    location: dict[str, Any] | None = None,
    properties: dict[str, Any] | None = None,
) -> SavedProfile:
    """Return the profile as it is now, with its subscriptions, and whether it was created or updated.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address of the person; identifies the profile.
        phone_number: Phone number in E.164 format; identifies the profile.
        external_id: ID of the person in your own system; identifies the profile.
        profile_id: ID of a profile in Klaviyo; identifies the profile.
        first_name: First name of the person.
        last_name: Last name of the person.
        organization: Company or organization of the person.
        title: Job title of the person.
        locale: Language and region, such as en-US.
        image: URL of a picture of the person.
        location: Address and time zone of the person.
        properties: Custom properties, such as {"plan": "gold"}.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "external_id": external_id,
            "profile_id": profile_id,
            "first_name": first_name,
            "last_name": last_name,
            "organization": organization,
            "title": title,
            "locale": locale,
            "image": image,
            "location": without_blanks(location),
            "properties": properties,
        },
        Arguments,
    )
    statuses: list[int] = []
    with report_by_argument({"/body/data/attributes": "", "/body/data/id": "/profile_id"}):
        answer = create_or_update_profile(
            auth,
            body_of(arguments),
            params={"additional-fields[profile]": "subscriptions"},
            hooks={"response": lambda response, **_: statuses.append(response.status_code)},
        )
    return SavedProfile(status="created" if statuses[-1] == 201 else "updated", **flat_profile(answer["data"]))


def body_of(arguments: dict[str, Any]) -> CreateOrUpdateProfileBody:
    identifiers = identifiers_in(arguments)
    attributes: Any = {name: value for name, value in identifiers.items() if name != "id"}
    attributes |= {name: arguments[name] for name in ATTRIBUTES if name in arguments}
    body: CreateOrUpdateProfileBody = {"data": {"type": "profile", "attributes": attributes}}
    if "id" in identifiers:
        body["data"]["id"] = identifiers["id"]
    return body


def without_blanks(location: Any) -> Any:
    """Return the fields that are filled in: Windmill's form sends the others, too."""
    if not isinstance(location, dict):
        return location
    return {name: value for name, value in location.items() if not is_empty(value)}


class Address(TypedDict, total=False):
    address1: str
    address2: str
    city: str
    region: str
    zip: str
    country: str
    timezone: str


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    external_id: NotRequired[Annotated[str, TEXT]]
    profile_id: NotRequired[Annotated[str, ID]]
    first_name: NotRequired[str]
    last_name: NotRequired[str]
    organization: NotRequired[str]
    title: NotRequired[str]
    locale: NotRequired[str]
    image: NotRequired[str]
    location: NotRequired[Address]
    properties: NotRequired[dict[str, Any]]


if __name__ == "__main__":
    run_by_hand(main)
