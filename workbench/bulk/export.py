# /// script
# requires-python = ">=3.11"
# dependencies = ["duckdb", "orjson", "pyrate-limiter", "requests", "tqdm", "wmill"]
# ///
"""Export: all pages of a read of Klaviyo's into a file

Writes CSV, JSON Lines or Parquet, by the ending of `to`: a file, in Windmill an S3 object; without `to`, the items are
in the result. JSON Lines have the items as Klaviyo sends them. CSV and Parquet have columns, the same in every run and
also in a file without items: id, type, the attributes that Klaviyo documents, the relationships. Nested attributes have
dotted names such as location.city and subscriptions.email.marketing.consent. Lists are JSON, and so are objects whose
names each account chooses, such as properties; `columns` names the columns instead, properties.Tier among them.
Attributes that Klaviyo sends and does not document are the last columns, 100 at most, the others together one of JSON.
relationships.profile.id is the ID of a related resource, relationships.tags a list of IDs. Resources that `include`
names take the place of references to them: relationships.profile.email. Empty cells are null or, in CSV, empty texts.
In Parquet, times are timestamps, numbers are numbers. Values are written as they are: one that begins with = is a
formula for a spreadsheet.

Each item is written once, in its last version, even if it appears on two pages. Pages have the largest size, and
requests keep to the rate of the endpoint. Nothing is written at `to` before everything is read. A run that was stopped,
or killed, continues where it was: each page is kept with the cursor of the next, in a journal beside the file or, in
Windmill, in S3 objects and the script's state. If Klaviyo no longer accepts the cursor, it reads from the first page
again. A run that was stopped more than a day ago starts over.

With `since` = last, the first run exports everything, each further one what is new or changed since the one before: it
filters by the latest time that was read, of `updated` for profiles, `datetime` for events, `joined_group_at` for
members. It reads a time before that again, for items that arrive late (`overlap`: 7 days for events, 1 day for others),
but does not write an item again that has not changed itself, whatever was included in it. A time in the future does not
count. What was deleted is not exported. In the name of `to`, {time} becomes the time of the run, so that each run has
its own file.

Scopes: those of the read, such as profiles:read.
Reference: https://developers.klaviyo.com/en/reference/api_overview
"""

from __future__ import annotations

from typing import Any, TypedDict

from workbench.bulk.arguments import text
from workbench.bulk.command_line import run_by_hand
from workbench.bulk.exports.files import check_target
from workbench.bulk.exports.request import check_request
from workbench.bulk.exports.run import run_export


class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    read: str,
    to: str | None = None,
    id: str | None = None,
    filter: str | None = None,
    fields: list[str] | None = None,
    include: list[str] | None = None,
    additional_fields: list[str] | None = None,
    parameters: dict[str, Any] | None = None,
    columns: list[str] | None = None,
    since: str | None = None,
    overlap: float | None = None,
    journal: str | None = None,
) -> dict[str, Any]:
    """Return how many items were written, and where; without `to`, also the items, as `data`.

    BulkFailed says what stopped it, and how to go on. `read`: an operation such as get_profiles. `to`: a file, in
    Windmill the key of an S3 object, or s3://storage/key. `id`: of the list, segment etc. if the path has one.
    `filter`, `include`: as the endpoint takes them. `fields`: of the items, or an object such as {"event":
    ["datetime"], "metric": ["name"]}. `additional_fields`: by default those that do not lower the rate, such as
    subscriptions of profiles. `parameters`: all others that the endpoint takes, such as {"sort": "-created"}.
    `columns`: those of CSV and Parquet, in their order, such as ["email", "properties.Tier"]; by default all that are
    documented. `since`: last, see above. `overlap`: days. `journal`: a file, beside `to` by default.
    """
    request = check_request(
        auth, revision, read, id, filter, fields, include, additional_fields, parameters, columns, since, overlap
    )
    return run_export(request, check_target(to), text("journal", journal))


if __name__ == "__main__":
    run_by_hand(main)
