# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Add to List: put people on a list

Adds up to 1,000 people to a list. Being on a list is no consent: use subscribe for people who ask for messages. People
without a profile are a fault and nobody is added, unless `create_profiles` is true. Flows that the list triggers start.

Scopes: lists:read, lists:write, profiles:read, profiles:write.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.everyday.arguments import ACCOUNT, NAME_OR_ID, TEXT, check_arguments, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.lists import choose_list, find_list
from workbench.everyday.members import Member, list_members
from workbench.everyday.names import Choice
from workbench.everyday.operations import add_profiles_to_list, create_or_update_profile, klaviyo
from workbench.everyday.people import Person, find_people, read_people, refuse_unknown

DynSelect_list_id = str


def main(
    auth: klaviyo, list_id: DynSelect_list_id, people: list[str], create_profiles: bool | None = None
) -> list[Member]:
    """Return a row for each person.

    Args:
        auth: Klaviyo resource with a private API key.
        list_id: List that the people are added to, by name or ID. A text.
        people: The people, each by email address, phone number in E.164 format or ID of the profile.
        create_profiles: Whether people who have no profile get one; false if empty.
    Raises: InvalidInput before anybody is added, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {"auth": auth, "list_id": list_id, "people": people, "create_profiles": create_profiles}, Arguments
    )
    persons = read_people(people)
    target = find_list(auth, list_id)
    profiles = find_people(auth, persons)
    missing = [person for person in persons if person not in profiles]
    if arguments.get("create_profiles"):
        refuse_unknown([person for person in persons if person.field == "id"], profiles, "the ID of a profile")
        profiles |= {person: create_profile(auth, person) for person in missing}
    refuse_unknown(persons, profiles, "somebody who has a profile, or create_profiles: true")
    with report_by_argument({"/body/data": "/people"}):
        add_profiles_to_list(
            auth, target.id, {"data": [{"type": "profile", "id": profiles[person]["id"]} for person in persons]}
        )
    return list_members(
        target, profiles, {person: "created and added" if person in missing else "added" for person in persons}
    )


def list_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return choose_list(auth, filterText)


def create_profile(auth: klaviyo, person: Person) -> Any:
    attributes: Any = {person.field: person.text}
    return create_or_update_profile(auth, {"data": {"type": "profile", "attributes": attributes}})["data"]


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    list_id: Annotated[str | dict[str, Any], NAME_OR_ID]
    people: Annotated[list[Annotated[str, TEXT]], {"minItems": 1, "maxItems": 1000}]
    create_profiles: NotRequired[bool]


if __name__ == "__main__":
    run_by_hand(main)
