# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Suppress: stop marketing emails to people

Suppressed people get no marketing emails, whatever they have consented to. Consents stay as they are; unsuppress
lifts it. For many people, use import_subscriptions.

Klaviyo does it in a job, which takes some seconds; the answer has its ID.

Scopes: profiles:write, subscriptions:write.
"""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from workbench.codegen.parts.constants import EMAIL
from workbench.everyday.arguments import ACCOUNT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import BulkSuppressProfilesBody, bulk_suppress_profiles, klaviyo
from workbench.everyday.suppressions import Suppression, describe_job


def main(auth: klaviyo, emails: list[str]) -> Suppression:
    """Return the job that Klaviyo has started.

    Args:
        auth: Klaviyo resource with a private API key.
        emails: Email addresses of the people who get no marketing emails any more.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    check_arguments({"auth": auth, "emails": emails}, Arguments)
    body: BulkSuppressProfilesBody = {
        "data": {
            "type": "profile-suppression-bulk-create-job",
            "attributes": {
                "profiles": {"data": [{"type": "profile", "attributes": {"email": email}} for email in emails]}
            },
        }
    }
    return describe_job(bulk_suppress_profiles(auth, body), emails)


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    emails: Annotated[list[Annotated[str, EMAIL]], {"minItems": 1, "maxItems": 100, "uniqueItems": True}]


if __name__ == "__main__":
    run_by_hand(main)
