# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests", "wmill"]
# ///
"""New Segment Members: people who joined a segment since the last run

Returns the profiles that joined the segment, by the time at which they joined, also if they were created long before.
Who leaves it and joins again is returned again.

A trigger for a flow on a schedule: each run returns what is new since the last one, each item once. The first run
returns nothing, unless `since` says from when on. How far a run came is in the state of the step, which is saved when
all is read, just before the script ends: a run that fails saves nothing, and the next one returns the same. Whether the
steps behind it succeed is not known here: let the flow look at their results. Windmill's state has no lock, so switch
on no_flow_overlap in the schedule. A step, a flow or a schedule with another name begins anew. By hand, the state is in
the file new_segment_members.state.json.

Scopes: segments:read, profiles:read.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict
from urllib.parse import quote

from workbench.everyday.arguments import ACCOUNT, DATE_TIME, NAME_OR_ID, TEXT, check_arguments
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import SEGMENTS, Choice, find_named, list_choices
from workbench.everyday.operations import klaviyo
from workbench.triggers.polling import LIMIT, OVERLAP, Included, Source, poll
from workbench.triggers.rows import MEMBERS, ProfileRow, describe_profile

DynSelect_segment_id = str


def main(
    auth: klaviyo,
    segment_id: DynSelect_segment_id,
    since: str | None = None,
    limit: int = 1000,
    overlap: int = 60,
    ignore: list[str] | None = None,
) -> list[ProfileRow]:
    """Return what is new, oldest first.

    Args:
        auth: Klaviyo resource with a private API key.
        segment_id: The segment, by name or ID. A text.
        since: Of the first run: from when on. Empty: from now on.
        limit: How many at most, from 1 to 10,000. The next run returns the others.
        overlap: How late something may arrive, in minutes: so far back each run looks. At most 10,080, which is 7 days.
        ignore: Leave out what your own automations wrote: values of the profile's $source.
    Raises: InvalidInput before anything is read or if there is no such segment, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "segment_id": segment_id,
            "since": since,
            "limit": limit,
            "overlap": overlap,
            "ignore": ignore,
        },
        Arguments,
    )
    chosen = find_named(auth, arguments["segment_id"], SEGMENTS, "segment_id")
    path = f"/api/segments/{quote(chosen.id, safe='')}/profiles"
    return poll(auth, [Source(path, "joined_group_at", MEMBERS, row_of)], arguments)


def segment_id(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return list_choices(auth, filterText, SEGMENTS)


def row_of(profile: Any, _: Included) -> ProfileRow:
    return describe_profile(profile, profile["attributes"]["joined_group_at"])


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    segment_id: Annotated[str | dict[str, Any], NAME_OR_ID]
    since: NotRequired[Annotated[str, DATE_TIME]]
    limit: NotRequired[Annotated[int, LIMIT]]
    overlap: NotRequired[Annotated[int, OVERLAP]]
    ignore: NotRequired[list[Annotated[str, TEXT]]]


if __name__ == "__main__":
    run_by_hand(main)
