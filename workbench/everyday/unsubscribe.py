# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Unsubscribe: record that somebody no longer wants messages

Unsubscribes one person from the channels that are named: from a list or, with "all", from everything. One of the two
has to be chosen. Klaviyo would unsubscribe a person who is not on the list from everything. Therefore the script looks
up who is on it, and sends nothing for somebody who is not. For many people, use import_subscriptions.

Scopes: lists:read, lists:write, profiles:read, profiles:write, subscriptions:write.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, PHONE_NUMBER
from workbench.codegen.parts.errors import InvalidInput
from workbench.everyday.arguments import (
    ACCOUNT,
    NAME_OR_ID,
    argument_fault,
    check_arguments,
    invalid,
    report_by_argument,
)
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.consents import ChannelName, refuse_unneeded, subscriptions_of
from workbench.everyday.lists import choose_list, find_list_unless
from workbench.everyday.names import Choice, Named
from workbench.everyday.operations import (
    BulkUnsubscribeProfilesBody,
    BulkUnsubscribeProfilesProfileAttributes,
    bulk_unsubscribe_profiles,
    klaviyo,
)
from workbench.everyday.request import any_of, read

DynSelect_list_id = str
EVERYTHING = "all"


def main(
    auth: klaviyo,
    email: str | None,
    phone_number: str | None,
    channels: list[str],
    list_id: DynSelect_list_id,
) -> Unsubscription:
    """Return what was sent, with the list's name.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address, which the channel email needs.
        phone_number: Phone number in E.164 format, which the other channels need.
        channels: What the person no longer wants. Transactional messages are those about orders.
        list_id: List to unsubscribe from, by name or ID, or "all" for everything. A text.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "channels": channels,
            "list_id": list_id,
        },
        Arguments,
    )
    refuse_unneeded(arguments)
    target = find_list_unless(EVERYTHING, auth, list_id)
    if target:
        refuse_others(auth, arguments, target)
    with report_by_argument({"/body/data/attributes/profiles/data/0/attributes": ""}):
        bulk_unsubscribe_profiles(auth, body_of(arguments, target))
    return Unsubscription(
        email=arguments.get("email"),
        phone_number=arguments.get("phone_number"),
        channels=arguments["channels"],
        list=target.name if target else EVERYTHING,
        list_id=target.id if target else None,
        status="unsubscribed",
    )


def list_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return choose_list(auth, filterText, Choice(value=EVERYTHING, label="Everything, not only one list (all)"))


def refuse_others(auth: klaviyo, arguments: dict[str, Any], target: Named) -> None:
    """Raise InvalidInput unless the identifiers are those of one person on the list."""
    members: dict[str, str] = {}
    faults = []
    for name in ("email", "phone_number"):
        if value := arguments.get(name):
            spellings = list(dict.fromkeys([value, value.lower()]))
            query = {"filter": any_of(name, spellings), "fields[profile]": [name]}
            data = read(auth, f"/api/lists/{target.id}/profiles", query)["data"]
            if data:
                members[name] = data[0]["id"]
            else:
                expected = f"somebody on the list {target.name}; others would be unsubscribed from everything"
                faults.append(argument_fault((name,), expected, value))
    if faults:
        raise InvalidInput(faults)
    if len(set(members.values())) > 1:
        expected = f"the phone number of the person with the email address {arguments['email']}"
        raise invalid("phone_number", expected, arguments["phone_number"])


def body_of(arguments: dict[str, Any], target: Named | None) -> BulkUnsubscribeProfilesBody:
    attributes: BulkUnsubscribeProfilesProfileAttributes = {
        "subscriptions": subscriptions_of(arguments["channels"], {"consent": "UNSUBSCRIBED"})
    }
    if "email" in arguments:
        attributes["email"] = arguments["email"]
    if "phone_number" in arguments:
        attributes["phone_number"] = arguments["phone_number"]
    body: BulkUnsubscribeProfilesBody = {
        "data": {
            "type": "profile-subscription-bulk-delete-job",
            "attributes": {"profiles": {"data": [{"type": "profile", "attributes": attributes}]}},
        }
    }
    if target:
        body["data"]["relationships"] = {"list": {"data": {"type": "list", "id": target.id}}}
    return body


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    channels: Annotated[list[ChannelName], {"minItems": 1, "uniqueItems": True}]
    list_id: Annotated[str | dict[str, Any], NAME_OR_ID]


class Unsubscription(TypedDict):
    email: str | None
    phone_number: str | None
    channels: list[str]
    list: str
    list_id: str | None
    status: str


if __name__ == "__main__":
    run_by_hand(main)
