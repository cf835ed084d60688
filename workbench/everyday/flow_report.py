# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Flow Report: the results of flows

Returns a row for each message of each flow, with names, sums and rates, and one for all together. Windmill shows a
table. **The numbers of the last days still change**: Klaviyo attributes orders and clicks to a message for some days
after it. `final` says whether the timeframe has ended long enough ago. Without a timeframe, it is the last 30 days; a
period is at most a year. Klaviyo answers two reports a minute and 225 a day.

Scopes: flows:read, metrics:read.
"""

from __future__ import annotations

import sys
from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.cursor import parse_cursor
from workbench.everyday.arguments import ACCOUNT, DATE_TIME, NAME_OR_ID, check_arguments, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import FLOWS, METRICS, Choice, find_named, list_choices, read_names
from workbench.everyday.operations import (
    FlowValuesReportAttributes,
    QueryFlowValuesBody,
    klaviyo,
    query_flow_values,
)
from workbench.everyday.reports import (
    STATISTICS,
    FlowResults,
    TimeframeName,
    add_up,
    conversion_metric_of,
    timeframe_of,
)
from workbench.everyday.request import next_link, quoted

DynSelect_flow = str
DynSelect_conversion_metric = str
MAX_ANSWERS = 50


def main(
    auth: klaviyo,
    flow: DynSelect_flow | None = None,
    timeframe: str | None = None,
    start: str | None = None,
    end: str | None = None,
    conversion_metric: DynSelect_conversion_metric | None = None,
) -> list[FlowResults]:
    """Return a row for each flow, message and channel and, if there are several, one for all.

    Args:
        auth: Klaviyo resource with a private API key.
        flow: Only this flow, by name or ID. A text.
        timeframe: When the messages were sent; the last 30 days if empty.
        start: Start of a period in place of a timeframe.
        end: End of a period in place of a timeframe; now if empty.
        conversion_metric: Metric that counts as a conversion, by name or ID; Placed Order if empty. A text.
    Raises: InvalidInput before anything is counted, KlaviyoError if a request fails.
    """
    arguments = check_arguments(
        {
            "auth": auth,
            "flow": flow,
            "timeframe": timeframe,
            "start": start,
            "end": end,
            "conversion_metric": conversion_metric,
        },
        Arguments,
    )
    period, final = timeframe_of(arguments)
    attributes: FlowValuesReportAttributes = {
        "statistics": STATISTICS,
        "timeframe": period,
        "conversion_metric_id": conversion_metric_of(auth, arguments.get("conversion_metric")),
        "group_by": ["flow_id", "flow_message_id", "flow_message_name", "send_channel"],
    }
    if "flow" in arguments:
        chosen = find_named(auth, arguments["flow"], FLOWS, "flow")
        attributes["filter"] = f"equals(flow_id,{quoted(chosen.id)})"
    body: QueryFlowValuesBody = {"data": {"type": "flow-values-report", "attributes": attributes}}
    with report_by_argument({"/body/data/attributes": "", "/body/data/attributes/timeframe": "/start"}):
        results = read_results(auth, body)
    if not final:
        print("The numbers of the last days still change.", file=sys.stderr)
    return list_results(auth, results, final)


def flow(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return list_choices(auth, filterText, FLOWS)


def conversion_metric(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803
    """Return what the picker offers."""
    return list_choices(auth, filterText, METRICS)


def read_results(auth: klaviyo, body: QueryFlowValuesBody) -> list[Any]:
    """Return the results of all pages."""
    results: list[Any] = []
    cursor = None
    for _ in range(MAX_ANSWERS):
        answer = query_flow_values(auth, body, params={"page_cursor": cursor})
        results += answer["data"]["attributes"]["results"]
        cursor = parse_cursor(next_link(answer), "page_cursor")
        if not cursor:
            break
    return results


def list_results(auth: klaviyo, results: list[Any], final: bool) -> list[FlowResults]:
    """Return a row for each message and channel, most recipients first, and one for all if there are several."""
    names = read_names(auth, FLOWS, {result["groupings"]["flow_id"] for result in results})
    groups: dict[tuple[str, str, str], list[Any]] = {}
    for result in results:
        grouping = result["groupings"]
        message = grouping.get("flow_message_name") or grouping.get("flow_message_id") or ""
        key = (names[grouping["flow_id"]], message, grouping.get("send_channel") or "")
        groups.setdefault(key, []).append(result["statistics"])
    rows = [
        FlowResults(flow=flow, final=final, channel=channel or None, message=message or None, **add_up(statistics))
        for (flow, message, channel), statistics in groups.items()
    ]
    rows.sort(key=lambda row: (row["flow"], -row["recipients"]))
    if len(rows) > 1:
        total = add_up([result["statistics"] for result in results])
        rows.append(FlowResults(flow="All flows", final=final, channel=None, message=None, **total))
    return rows


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    flow: NotRequired[Annotated[str | dict[str, Any], NAME_OR_ID]]
    timeframe: NotRequired[TimeframeName]
    start: NotRequired[Annotated[str, DATE_TIME]]
    end: NotRequired[Annotated[str, DATE_TIME]]
    conversion_metric: NotRequired[Annotated[str | dict[str, Any], NAME_OR_ID]]


if __name__ == "__main__":
    run_by_hand(main)
