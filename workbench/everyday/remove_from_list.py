# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Remove from List: take people off a list

Removes up to 1,000 people from a list. It unsubscribes nobody: use unsubscribe for people who want no more messages.
Somebody without a profile is a fault, and nobody is removed then. Who is not on the list stays off it.

Scopes: lists:read, lists:write, profiles:read, profiles:write.
"""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from workbench.everyday.arguments import ACCOUNT, NAME_OR_ID, TEXT, check_arguments, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.lists import choose_list, find_list
from workbench.everyday.members import Member, list_members
from workbench.everyday.names import Choice
from workbench.everyday.operations import klaviyo, remove_profiles_from_list
from workbench.everyday.people import find_people, read_people, refuse_unknown

DynSelect_list_id = str


def main(auth: klaviyo, list_id: DynSelect_list_id, people: list[str]) -> list[Member]:
    """Return a row for each person.

    Args:
        auth: Klaviyo resource with a private API key.
        list_id: List that the people are removed from, by name or ID. A text.
        people: The people, each by email address, phone number in E.164 format or ID of the profile.
    Raises: InvalidInput before anybody is removed, KlaviyoError if a request fails.
    """
    check_arguments({"auth": auth, "list_id": list_id, "people": people}, Arguments)
    persons = read_people(people)
    target = find_list(auth, list_id)
    profiles = find_people(auth, persons)
    refuse_unknown(persons, profiles, "somebody who has a profile")
    with report_by_argument({"/body/data": "/people"}):
        remove_profiles_from_list(
            auth, target.id, {"data": [{"type": "profile", "id": profiles[person]["id"]} for person in persons]}
        )
    return list_members(target, profiles, dict.fromkeys(persons, "removed"))


def list_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return choose_list(auth, filterText)


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    list_id: Annotated[str | dict[str, Any], NAME_OR_ID]
    people: Annotated[list[Annotated[str, TEXT]], {"minItems": 1, "maxItems": 1000}]


if __name__ == "__main__":
    run_by_hand(main)
