# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Unsuppress: lift a suppression

Lifts what suppress has done. It neither subscribes anybody nor lifts an unsubscription, a spam report or a bounce. For
many people, use import_subscriptions.

Klaviyo does it in a job, which takes some seconds; the answer has its ID.

Scopes: subscriptions:write.
"""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from workbench.codegen.parts.constants import EMAIL
from workbench.everyday.arguments import ACCOUNT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import BulkUnsuppressProfilesBody, bulk_unsuppress_profiles, klaviyo
from workbench.everyday.suppressions import Suppression, describe_job


def main(auth: klaviyo, emails: list[str]) -> Suppression:
    """Return the job that Klaviyo has started.

    Args:
        auth: Klaviyo resource with a private API key.
        emails: Email addresses of the people whose suppression is lifted.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    check_arguments({"auth": auth, "emails": emails}, Arguments)
    body: BulkUnsuppressProfilesBody = {
        "data": {
            "type": "profile-suppression-bulk-delete-job",
            "attributes": {
                "profiles": {"data": [{"type": "profile", "attributes": {"email": email}} for email in emails]}
            },
        }
    }
    return describe_job(bulk_unsuppress_profiles(auth, body), emails)


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    emails: Annotated[list[Annotated[str, EMAIL]], {"minItems": 1, "maxItems": 100, "uniqueItems": True}]


if __name__ == "__main__":
    run_by_hand(main)
