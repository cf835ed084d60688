# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""Updated Profiles: people whose profile changed since the last run

Returns the profiles that were created or changed, each as it is now. One that changed several times between two runs is
returned once. Klaviyo does not say what has changed.

A trigger for a flow on a schedule: each run returns what is new since the last one, each item once. The first run
returns nothing, unless `since` says from when on. How far a run came is in the state of the step, which is saved when
all is read, just before the script ends: a run that fails saves nothing, and the next one returns the same. Whether the
steps behind it succeed is not known here: let the flow look at their results. Windmill's state has no lock, so switch
on no_flow_overlap in the schedule. A step, a flow or a schedule with another name begins anew. By hand, the state is in
the file updated_profiles.state.json.

Scopes: profiles:read.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.everyday.arguments import ACCOUNT, DATE_TIME, TEXT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import klaviyo
from workbench.triggers.polling import LIMIT, OVERLAP, Included, Source, poll
from workbench.triggers.rows import PROFILES, ProfileRow, describe_profile


def main(
    auth: klaviyo,
    since: str | None = None,
    limit: int = 1000,
    overlap: int = 60,
    ignore: list[str] | None = None,
) -> list[ProfileRow]:
    """Return what is new, oldest first.

    Args:
        auth: Klaviyo resource with a private API key.
        since: Of the first run: from when on. Empty: from now on.
        limit: How many at most, from 1 to 10,000. The next run returns the others.
        overlap: How late something may arrive, in minutes: so far back each run looks. At most 10,080, which is 7 days.
        ignore: Leave out what your own automations wrote: values of the profile's $source.
    Raises: InvalidInput before anything is read, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "since": since,
            "limit": limit,
            "overlap": overlap,
            "ignore": ignore,
        },
        Arguments,
    )
    source = Source("/api/profiles", "updated", PROFILES, row_of, has_equal=False)
    return poll(auth, [source], arguments)


def row_of(profile: Any, _: Included) -> ProfileRow:
    return describe_profile(profile, profile["attributes"]["updated"])


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    since: NotRequired[Annotated[str, DATE_TIME]]
    limit: NotRequired[Annotated[int, LIMIT]]
    overlap: NotRequired[Annotated[int, OVERLAP]]
    ignore: NotRequired[list[Annotated[str, TEXT]]]


if __name__ == "__main__":
    run_by_hand(main)
