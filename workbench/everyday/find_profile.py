# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Find Profile: look up a person

Returns the profile with exactly this email address, phone number, external ID or ID, with its custom properties and
what the person is subscribed to. Returns null if there is none, which is no error.

Scopes: profiles:read, subscriptions:read.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, ID, PHONE_NUMBER
from workbench.everyday.arguments import ACCOUNT, TEXT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import klaviyo
from workbench.everyday.people import FlatProfile, find_profile, flat_profile, only_identifier


def main(
    auth: klaviyo,
    email: str | None = None,
    phone_number: str | None = None,
    external_id: str | None = None,
    profile_id: str | None = None,
) -> FlatProfile | None:
    """Return the profile, null if there is none. Exactly one identifier is needed.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address of the person.
        phone_number: Phone number of the person, in E.164 format.
        external_id: ID of the person in your own system.
        profile_id: ID of the profile in Klaviyo.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "external_id": external_id,
            "profile_id": profile_id,
        },
        Arguments,
    )
    profile = find_profile(auth, *only_identifier(arguments))
    return flat_profile(profile) if profile else None


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    external_id: NotRequired[Annotated[str, TEXT]]
    profile_id: NotRequired[Annotated[str, ID]]


if __name__ == "__main__":
    run_by_hand(main)
