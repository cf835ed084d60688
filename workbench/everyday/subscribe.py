# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Subscribe: record that somebody consents to messages

Subscribes one person to the channels that are named, and adds the person to the list. **It lifts an earlier
unsubscription, spam report or suppression of the person on these channels**: use it only for people who ask for it now,
or with the time at which they asked. If the list is double opt-in, Klaviyo asks the person to confirm first.

With `consented_at` it is a consent of the past: nobody is asked to confirm, no flows start, and if the person has
unsubscribed or been suppressed since then, nothing is sent. A list has to be chosen, or "none" for a consent without a
list. For many people, use import_subscriptions.

Scopes: lists:read, lists:write, profiles:read, profiles:write, subscriptions:write.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, PHONE_NUMBER
from workbench.codegen.parts.formats import parse_time
from workbench.everyday.arguments import ACCOUNT, DATE_TIME, NAME_OR_ID, check_arguments, invalid, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.consents import ChannelName, find_withdrawal, refuse_unneeded, subscriptions_of
from workbench.everyday.lists import choose_list, find_list_unless
from workbench.everyday.names import Choice, Named
from workbench.everyday.operations import (
    BulkSubscribeProfilesBody,
    BulkSubscribeProfilesProfileAttributes,
    ProfileSubscriptionBulkCreateJobAttributes,
    bulk_subscribe_profiles,
    klaviyo,
)
from workbench.everyday.people import find_profile

DynSelect_list_id = str
NO_LIST = "none"


def main(
    auth: klaviyo,
    email: str | None,
    phone_number: str | None,
    channels: list[str],
    list_id: DynSelect_list_id,
    consented_at: str | None = None,
    source: str | None = None,
) -> Subscription:
    """Return what was sent, with the list's name and whether Klaviyo asks the person to confirm.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address, which the channel email needs.
        phone_number: Phone number in E.164 format, which the other channels need.
        channels: What the person has consented to. Transactional messages are those about orders.
        list_id: List that the person is added to, by name or ID, or "none". A text.
        consented_at: When the person consented, if that was earlier; now if empty.
        source: Where the person consented, such as Stand at the tea fair; stored with the consent.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "channels": channels,
            "list_id": list_id,
            "consented_at": consented_at,
            "source": source,
        },
        Arguments,
    )
    refuse_unneeded(arguments)
    target = find_list_unless(NO_LIST, auth, list_id)
    if "consented_at" in arguments:
        refuse_withdrawn(auth, arguments, target)
    with report_by_argument(PLACES):
        bulk_subscribe_profiles(auth, body_of(arguments, target))
    opt_in = target.attributes.get("opt_in_process") if target else None
    is_confirmed = "consented_at" in arguments or opt_in == "single_opt_in"
    return Subscription(
        email=arguments.get("email"),
        phone_number=arguments.get("phone_number"),
        channels=arguments["channels"],
        list=target.name if target else None,
        list_id=target.id if target else None,
        opt_in=opt_in,
        status="subscribed" if is_confirmed else "asked to confirm" if opt_in else "accepted",
        consented_at=arguments.get("consented_at"),
        source=arguments.get("source"),
    )


def list_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return choose_list(auth, filterText, Choice(value=NO_LIST, label="No list: the consent alone (none)"))


def refuse_withdrawn(auth: klaviyo, arguments: dict[str, Any], target: Named | None) -> None:
    """Raise InvalidInput if the person has withdrawn the consent after it was given."""
    since = parse_time(arguments["consented_at"])
    for name in ("email", "phone_number"):
        profile = find_profile(auth, name, arguments[name]) if name in arguments else None
        withdrawal = find_withdrawal(profile, arguments["channels"], target.id if target else None, since)
        if withdrawal:
            expected = f"a time after {arguments[name]} withdrew the consent ({withdrawal})"
            raise invalid("consented_at", expected, arguments["consented_at"])


def body_of(arguments: dict[str, Any], target: Named | None) -> BulkSubscribeProfilesBody:
    is_historical = "consented_at" in arguments
    consent = {"consent": "SUBSCRIBED", **({"consented_at": arguments["consented_at"]} if is_historical else {})}
    profile_attributes: BulkSubscribeProfilesProfileAttributes = {
        "subscriptions": subscriptions_of(arguments["channels"], consent)
    }
    if "email" in arguments:
        profile_attributes["email"] = arguments["email"]
    if "phone_number" in arguments:
        profile_attributes["phone_number"] = arguments["phone_number"]
    attributes: ProfileSubscriptionBulkCreateJobAttributes = {
        "profiles": {"data": [{"type": "profile", "attributes": profile_attributes}]}
    }
    if is_historical:
        attributes["historical_import"] = True
    if "source" in arguments:
        attributes["custom_source"] = arguments["source"]
    body: BulkSubscribeProfilesBody = {
        "data": {"type": "profile-subscription-bulk-create-job", "attributes": attributes}
    }
    if target:
        body["data"]["relationships"] = {"list": {"data": {"type": "list", "id": target.id}}}
    return body


PLACES = {
    "/body/data/attributes/profiles/data/0/attributes": "",
    "/body/data/attributes/profiles/data/0/attributes/subscriptions": "/consented_at",
    "/body/data/attributes/custom_source": "/source",
}


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    channels: Annotated[list[ChannelName], {"minItems": 1, "uniqueItems": True}]
    list_id: Annotated[str | dict[str, Any], NAME_OR_ID]
    consented_at: NotRequired[Annotated[str, DATE_TIME]]
    source: NotRequired[str]


class Subscription(TypedDict):
    email: str | None
    phone_number: str | None
    channels: list[str]
    list: str | None
    list_id: str | None
    opt_in: str | None
    status: str
    consented_at: str | None
    source: str | None


if __name__ == "__main__":
    run_by_hand(main)
