# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Forget Person: delete a person's data

Requests the deletion of all profiles with this email address, phone number or ID, as privacy laws demand it. **It
cannot be undone.** Therefore the identifier has to be entered twice. Klaviyo sends no confirmation.

Scopes: data-privacy:write.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.constants import EMAIL, ID, PHONE_NUMBER
from workbench.everyday.arguments import ACCOUNT, TEXT, check_arguments, invalid, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import (
    RequestProfileDeletionBody,
    RequestProfileDeletionProfile,
    klaviyo,
    request_profile_deletion,
)
from workbench.everyday.people import only_identifier

IDENTIFYING = ("email", "phone_number", "profile_id")


def main(
    auth: klaviyo, email: str | None, phone_number: str | None, profile_id: str | None, confirm: str
) -> ForgottenPerson:
    """Return who is deleted. Exactly one identifier is needed, and `confirm`.

    Args:
        auth: Klaviyo resource with a private API key.
        email: Email address of the person.
        phone_number: Phone number of the person, in E.164 format.
        profile_id: ID of the person's profile in Klaviyo.
        confirm: The same identifier again.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "email": email,
            "phone_number": phone_number,
            "profile_id": profile_id,
            "confirm": confirm,
        },
        Arguments,
    )
    name, value = only_identifier(arguments, IDENTIFYING)
    if value != confirm:
        raise invalid("confirm", f"the {name} again, {value}", confirm)
    profile: RequestProfileDeletionProfile = {"type": "profile", "attributes": {}}
    if name == "profile_id":
        profile["id"] = value
    elif name == "email":
        profile["attributes"]["email"] = value
    else:
        profile["attributes"]["phone_number"] = value
    body: RequestProfileDeletionBody = {
        "data": {"type": "data-privacy-deletion-job", "attributes": {"profile": {"data": profile}}}
    }
    with report_by_argument({"/body/data/attributes/profile/data/attributes": ""}):
        request_profile_deletion(auth, body)
    return ForgottenPerson(
        email=arguments.get("email"),
        phone_number=arguments.get("phone_number"),
        profile_id=arguments.get("profile_id"),
        status="deletion requested",
    )


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    email: NotRequired[Annotated[str, EMAIL]]
    phone_number: NotRequired[Annotated[str, PHONE_NUMBER]]
    profile_id: NotRequired[Annotated[str, ID]]
    confirm: Annotated[str, TEXT]


class ForgottenPerson(TypedDict):
    email: str | None
    phone_number: str | None
    profile_id: str | None
    status: str


if __name__ == "__main__":
    run_by_hand(main)
