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

# Lines 19-145: this program, workbench/everyday/flow_report.py in the repository.
# Lines 148-1240: definitions shared with other programs; each section names its module.
# The modules are in workbench/codegen/parts, workbench/everyday: edit them, and generate this file.

from __future__ import annotations

import functools
import inspect
import json
import math
import re
import sys
import time
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher, get_close_matches
from email.utils import parsedate_to_datetime
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, NamedTuple, NotRequired, TypedDict
from urllib.parse import parse_qs, quote

import requests
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import create

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


# ---- workbench/everyday/command_line.py ------------------------------------------------------------------------------
# Command line: arguments as JSON on stdin, the answer as JSON on stdout


def run_by_hand(main: Callable[..., Any]) -> None:
    """Call `main` with the JSON object on stdin, and print what it returns. Exits with a message if it fails."""
    try:
        print(json.dumps(main(**read_arguments(main)), indent=2, ensure_ascii=False))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


# ---- workbench/everyday/reports.py -----------------------------------------------------------------------------------
# Reports: timeframes, the metric of conversions, sums and rates


CONVERSION = "Placed Order"  # the metric of conversions, unless another one is named
DEFAULT_TIMEFRAME = "last_30_days"
TimeframeName = Literal[
    "today",
    "yesterday",
    "this_week",
    "last_week",
    "last_7_days",
    "this_month",
    "last_month",
    "last_30_days",
    "last_90_days",
    "last_3_months",
    "this_year",
    "last_12_months",
    "last_365_days",
    "last_year",
]
STATISTICS: Any = [
    "recipients",
    "delivered",
    "bounced",
    "opens_unique",
    "clicks_unique",
    "conversions",
    "conversion_uniques",
    "conversion_value",
    "unsubscribe_uniques",
    "spam_complaints",
]


class Numbers(TypedDict):
    """Opens, clicks, buyers and unsubscribes count people; rates are shares from 0 to 1, null if they have no base.

    The rates of opens, clicks, buyers and unsubscribes are of what was delivered, that of bounces of the recipients.
    """

    opens: float
    clicks: float
    buyers: float
    bounced: float
    revenue: float
    delivered: float
    open_rate: float | None
    click_rate: float | None
    recipients: float
    bounce_rate: float | None
    buyer_rate: float | None
    conversions: float
    unsubscribes: float
    spam_complaints: float
    unsubscribe_rate: float | None


class FlowResults(Numbers):
    flow: str
    final: bool
    channel: str | None
    message: str | None


def add_up(statistics: list[Any]) -> Numbers:
    """Return the sums of Klaviyo's statistics, and the rates that follow from these."""
    sums = {name: sum(each.get(name) or 0 for each in statistics) for name in STATISTICS}
    return Numbers(
        opens=tidy(sums["opens_unique"]),
        clicks=tidy(sums["clicks_unique"]),
        buyers=tidy(sums["conversion_uniques"]),
        bounced=tidy(sums["bounced"]),
        revenue=tidy(round(sums["conversion_value"], 2)),
        delivered=tidy(sums["delivered"]),
        open_rate=share(sums["opens_unique"], sums["delivered"]),
        click_rate=share(sums["clicks_unique"], sums["delivered"]),
        recipients=tidy(sums["recipients"]),
        bounce_rate=share(sums["bounced"], sums["recipients"]),
        buyer_rate=share(sums["conversion_uniques"], sums["delivered"]),
        conversions=tidy(sums["conversions"]),
        unsubscribes=tidy(sums["unsubscribe_uniques"]),
        spam_complaints=tidy(sums["spam_complaints"]),
        unsubscribe_rate=share(sums["unsubscribe_uniques"], sums["delivered"]),
    )


def tidy(number: float) -> float:
    """Return a number without a fraction as an integer."""
    return int(number) if float(number).is_integer() else number


def share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def timeframe_of(arguments: dict[str, Any]) -> tuple[Any, bool]:
    """Return Klaviyo's timeframe, and whether its numbers are final. Raises InvalidInput if it is given twice."""
    dates = [name for name in ("start", "end") if name in arguments]
    if dates and "timeframe" in arguments:
        raise invalid("timeframe", f"nothing beside {' and '.join(dates)}", arguments["timeframe"])
    if dates:
        start, end = period_of(arguments.get("start"), arguments.get("end"))
        return {"start": start.isoformat(), "end": end.isoformat()}, is_final(end)
    name = arguments.get("timeframe", DEFAULT_TIMEFRAME)
    # Only the calendar periods that have ended are over, and in their first days the numbers still change.
    today = datetime.now(UTC)
    is_over = (name == "last_month" and today.day > 6) or (name == "last_year" and today.timetuple().tm_yday > 6)
    return {"key": name}, is_over


def conversion_metric_of(auth: klaviyo, value: Any) -> str:
    """Return the ID of the metric that counts as a conversion. Raises InvalidInput if none is named or known."""
    if value:
        return find_named(auth, value, METRICS, "conversion_metric").id
    try:
        return find_named(auth, {"name": CONVERSION}, METRICS, "conversion_metric").id
    except InvalidInput as error:
        expected = error.faults[0]["expected"]
    raise invalid("conversion_metric", f"{expected}; if it is empty, {CONVERSION}", None)


# ---- workbench/everyday/names.py -------------------------------------------------------------------------------------
# Names: what pickers offer, and what a name or an ID stands for


PICKER_SECONDS = 1.0  # no further page is read after that
PICKER_TIMEOUT = (3, 5)  # seconds to connect, seconds to wait for data
MAX_PAGES = 300  # that are read for a name
IDS = 50  # in a filter
ID_FORM = re.compile(r"[\w-]{5,36}")


class Choice(TypedDict):
    """An entry of a picker: what `main` gets, and what people see."""

    value: str
    label: str


class Collection(NamedTuple):
    """What is chosen by name.

    `noun`: one of them. `scope`: what the key needs. `name`: where its name stands in the attributes; not for coupons,
    whose ID is the name. `by_name`: the filter for a name, if there is one. `detail`: where something stands that tells
    equal names apart.
    """

    noun: str
    path: str
    scope: str
    query: dict[str, Any]
    name: str = "name"
    by_name: str = ""
    detail: str = ""


METRICS = Collection(
    "metric",
    "/api/metrics",
    "metrics:read",
    {"fields[metric]": ["name", "integration"]},
    detail="integration.name",
)
FLOWS = Collection(
    "flow",
    "/api/flows",
    "flows:read",
    {"fields[flow]": ["name", "status"], "sort": "name"},
    by_name="contains(name,{})",
    detail="status",
)


class Named(NamedTuple):
    id: str
    name: str
    attributes: dict[str, Any]


def named(resource: Any, collection: Collection) -> Named:
    """Return a resource with its name, which is its ID if it has none."""
    attributes = resource.get("attributes") or {}
    name = inside(attributes, collection.name) if collection.name else None
    return Named(resource["id"], str(name or resource["id"]), attributes)


def inside(value: Any, path: str) -> Any:
    """Return what is at a path such as definition.name, None if there is nothing."""
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def label(entry: Named, collection: Collection) -> str:
    """Return the name with the ID, by which it can be searched, and what tells it from others of the same name."""
    detail = inside(entry.attributes, collection.detail) if collection.detail else None
    if entry.name == entry.id:
        return f"{entry.id}: {detail}" if detail else entry.id
    return f"{entry.name} ({entry.id}{f', {detail}' if detail else ''})"


def list_choices(
    auth: Any, typed: str | None, collection: Collection, *others: Choice, by_name: bool = False
) -> list[Choice]:
    """Return the entries of a picker, or one that says what is wrong.

    Args:
        typed: What has been typed into the picker; looked up as a name and as an ID.
        others: Entries that come last.
        by_name: The value of an entry is its name, not its ID.
    """
    typed = (typed or "").strip()
    if not is_account(auth):
        return [remark("Choose a Klaviyo account first.", typed)]
    entries: dict[str, Named] = {}
    remarks = []
    try:
        is_complete = read_for_a_second(auth, collection, typed, entries)
        if not is_complete:
            remarks.append(remark(f"There are more {collection.noun}s: type a name or an ID.", typed))
        elif not entries:
            remarks.append(remark(f"The account has no {collection.noun}s.", typed))
    except KlaviyoError as error:
        remarks.append(remark(explain(error, collection), typed))
    choices = [
        Choice(value=entry.name if by_name else entry.id, label=label(entry, collection)) for entry in entries.values()
    ]
    return [*choices, *remarks, *others]


def remark(text: str, typed: str) -> Choice:
    """Return an entry that says something; its value is blank. Windmill shows only labels with the typed text."""
    return Choice(value="", label=f"{text} [{typed}]" if typed else text)


def explain(error: KlaviyoError, collection: Collection) -> str:
    """Return in words why a picker cannot be filled."""
    match error.status:
        case 401:
            return "Klaviyo does not accept the key of this account."
        case 403:
            return f"The key of this account may not read {collection.noun}s: it lacks the scope {collection.scope}."
        case 429:
            wait = f"in {error.retry_after} s" if error.retry_after else "in a moment"
            return f"Too many requests to Klaviyo: open this again {wait}."
        case None:
            return "Klaviyo cannot be reached: open this again in a moment."
    return f"Klaviyo answered with status {error.status}: open this again in a moment."


def read_for_a_second(auth: Any, collection: Collection, typed: str, entries: dict[str, Named]) -> bool:
    """Add what the typed text means, then the entries of pages. Returns whether that is all. Raises KlaviyoError."""
    end = time.monotonic() + PICKER_SECONDS
    if typed and collection.by_name:
        query = collection.query | {"filter": collection.by_name.format(quoted(typed))}
        add(entries, read_once(auth, collection.path, query), collection)
    if typed and ID_FORM.fullmatch(typed):
        fields = {name: value for name, value in collection.query.items() if name.startswith("fields")}
        try:
            add(entries, read_once(auth, f"{collection.path}/{quote(typed, safe='')}", fields), collection)
        except KlaviyoError as error:
            if error.status != 404:
                raise
    cursor = None
    while time.monotonic() < end:
        page = read_once(auth, collection.path, collection.query | {"page[cursor]": cursor})
        add(entries, page, collection)
        if not (link := next_link(page)):
            return True
        cursor = parse_cursor(link, "page[cursor]")
    return False


def read_once(auth: Any, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET that nobody wants to wait for. Raises KlaviyoError."""
    headers, params = headers_of(auth), query_params(query)
    try:
        # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
        with requests.get(
            f"{API}{path}",
            params,
            headers=headers,
            timeout=PICKER_TIMEOUT,
            allow_redirects=False,
            stream=True,
            auth=lambda r: r,
        ) as response:
            return decode(response, True)
    except (OSError, ValueError):
        failure = KlaviyoError("no response")
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def add(entries: dict[str, Named], page: Any, collection: Collection) -> None:
    """Add the resources of a page, or the only one, by their ID."""
    data = page["data"]
    for resource in data if isinstance(data, list) else [data]:
        entries.setdefault(resource["id"], named(resource, collection))


def find_named(auth: klaviyo, value: Any, collection: Collection, argument: str) -> Named:
    """Return what a name or an ID stands for. Raises InvalidInput, which lists the nearest, if it is not one."""
    reference = reference_of(value, argument)
    if not reference.is_name and ID_FORM.fullmatch(reference.text):
        fields = {name: value for name, value in collection.query.items() if name.startswith("fields")}
        if resource := read_resource(auth, collection.path, reference.text, fields):
            return named(resource, collection)
    named_so = [] if reference.is_id or not collection.by_name else read_by_name(auth, reference.text, collection)
    entries = [entry for entry in named_so if entry.name == reference.text] or read_all(auth, collection)
    matches = [] if reference.is_id else [entry for entry in entries if same(entry.name, reference.text)]
    exact = [entry for entry in matches if entry.name == reference.text] or matches
    if len(exact) > 1:
        labels = "; ".join(label(entry, collection) for entry in exact[:10])
        raise invalid(argument, f"one {collection.noun}: there are several of this name, {labels}", reference.text)
    if not exact:
        raise invalid(argument, describe_nearest(reference.text, entries, collection), reference.text)
    return exact[0]


def same(name: str, text: str) -> bool:
    return name.strip().casefold() == text.casefold()


def read_by_name(auth: klaviyo, text: str, collection: Collection) -> list[Named]:
    """Return those that Klaviyo finds by the name."""
    query = collection.query | {"filter": collection.by_name.format(quoted(text))}
    pages = read_pages(auth, collection.path, query, MAX_PAGES)
    return [named(resource, collection) for page in pages for resource in page["data"]]


def read_all(auth: klaviyo, collection: Collection) -> list[Named]:
    pages = read_pages(auth, collection.path, collection.query, MAX_PAGES)
    return [named(resource, collection) for page in pages for resource in page["data"]]


def describe_nearest(text: str, entries: list[Named], collection: Collection) -> str:
    """Return what is expected in place of a name or an ID that there is not: the nearest that there are."""
    by_name = {entry.name.casefold(): entry for entry in entries}
    by_id = {entry.id.casefold(): entry for entry in entries}
    text = text.casefold()
    close = [name for name in by_name if text in name] + get_close_matches(text, by_name, 5, 0.3)
    near = [by_name[name] for name in close] + [by_id[id_] for id_ in get_close_matches(text, by_id, 2, 0.6)]
    labels = "; ".join(dict.fromkeys(label(entry, collection) for entry in near[:5]))
    return f"the name or ID of a {collection.noun}{f'; the nearest are {labels}' if labels else ''}"


def read_names(auth: klaviyo, collection: Collection, ids: set[str]) -> dict[str, str]:
    """Return the name of each ID; of what has been deleted since, the ID."""
    names = {id_: id_ for id_ in ids}
    for start in range(0, len(ids), IDS):
        query = collection.query | {"filter": any_of("id", sorted(ids)[start : start + IDS])}
        for page in read_pages(auth, collection.path, query, MAX_PAGES):
            names |= {resource["id"]: named(resource, collection).name for resource in page["data"]}
    return names


# ---- workbench/everyday/request.py -----------------------------------------------------------------------------------
# Requests: one page, or all pages


def read(auth: klaviyo, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET. Raises KlaviyoError."""
    return send("GET", f"{API}{path}", True, headers=headers_of(auth), params=query_params(query))


def read_resource(auth: klaviyo, path: str, id: str, query: dict[str, Any]) -> Any:
    """Return the resource with an ID in a collection, None if there is none."""
    try:
        return read(auth, f"{path}/{quote(id, safe='')}", query)["data"]
    except KlaviyoError as error:
        if error.status == 404:
            return None
        raise


def read_pages(auth: klaviyo, path: str, query: dict[str, Any], max_pages: int) -> list[Any]:
    """Return the documents of up to `max_pages` pages."""
    pages = [read(auth, path, query)]
    while (link := next_link(pages[-1])) and len(pages) < max_pages:
        pages.append(read(auth, path, query | {"page[cursor]": parse_cursor(link, "page[cursor]")}))
    return pages


def next_link(page: Any) -> Any:
    """Return the address of the page that follows, None after the last one."""
    return (page.get("links") or {}).get("next")


def quoted(text: str) -> str:
    """Return a text as it is written in a filter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def any_of(field: str, values: list[str]) -> str:
    """Return the filter for resources whose field has one of the values."""
    return f"any({field},[{','.join(map(quoted, values))}])"


# ---- workbench/everyday/operations.py --------------------------------------------------------------------------------
# Operations: the requests with a body that the modules here make, with the types and checks of the endpoints' scripts.


API = "https://a.klaviyo.com"
REVISION = "2026-10-15"


class klaviyo(TypedDict, total=False):  # one of the two; in lower case, as it is a resource type in Windmill
    apiKey: str
    token: str


def headers_of(auth: klaviyo) -> dict[str, str]:
    """Return the headers of every request."""
    return {"Authorization": authorization(auth), "revision": REVISION, "Accept": "application/vnd.api+json"}


Statistic = Literal[
    "average_order_value", "bounce_rate", "bounced", "bounced_or_failed", "bounced_or_failed_rate", "click_rate",
    "click_to_open_rate", "clicks", "clicks_unique", "conversion_rate", "conversion_uniques", "conversion_value",
    "conversions", "delivered", "delivery_rate", "failed", "failed_rate", "message_segment_count_sum", "open_rate",
    "opens", "opens_unique", "recipients", "revenue_per_recipient", "spam_complaint_rate", "spam_complaints",
    "text_message_credit_usage_amount", "text_message_roi", "text_message_spend", "unsubscribe_rate",
    "unsubscribe_uniques", "unsubscribes"
]  # fmt: skip
Key = Literal[
    "last_12_months", "last_30_days", "last_365_days", "last_3_months", "last_7_days", "last_90_days", "last_month",
    "last_week", "last_year", "this_month", "this_week", "this_year", "today", "yesterday"
]  # fmt: skip


class CustomTimeframe(TypedDict):
    start: Annotated[str, {"format": "date-time"}]
    end: Annotated[str, {"format": "date-time"}]


Timeframe = TypedDict("Timeframe", {"key": "Key"})


def query_flow_values(auth: klaviyo, body: "QueryFlowValuesBody", **request: Any) -> Any:
    """POST /api/flow-values-reports, as in reporting/query_flow_values.py.

    Return the JSON of the answer. `request`: further arguments of requests.request. Raises InvalidInput before anything
    is sent, KlaviyoError.
    """
    payload = validate({"body": body}, validator_of(QueryFlowValuesArguments, oneOf=one_of))["body"]
    if faults := [*find_long_timeframe(body, 366), *find_long_lists(body, "data/attributes/filter", 100)]:
        raise InvalidInput(faults)
    headers = {**headers_of(auth), "Content-Type": "application/vnd.api+json"}
    return send("POST", f"{API}/api/flow-values-reports", True, headers=headers, data=payload, **request)


class QueryFlowValuesArguments(TypedDict):
    body: "QueryFlowValuesBody"


class QueryFlowValuesBody(TypedDict):
    data: "FlowValuesReport"


class FlowValuesReport(TypedDict):
    type: Literal["flow-values-report"]
    attributes: "FlowValuesReportAttributes"


class FlowValuesReportAttributes(TypedDict):
    statistics: "list[Statistic]"
    timeframe: "Timeframe | CustomTimeframe"
    conversion_metric_id: "Annotated[str, ID]"
    group_by: NotRequired["list[QueryFlowValuesGroupBy] | None"]
    filter: NotRequired[str | None]


QueryFlowValuesGroupBy = Literal[
    "flow_id", "flow_message_id", "flow_message_name", "flow_name", "send_channel", "tag_id", "tag_name",
    "text_message_format", "variation", "variation_name"
]  # fmt: skip


# ---- workbench/everyday/periods.py -----------------------------------------------------------------------------------
# Periods: from when to when


LAST_DAYS = 30  # if no start is given
SETTLED = timedelta(days=5)  # Klaviyo attributes what happens in this time after a message to it


def period_of(start: str | None, end: str | None) -> tuple[datetime, datetime]:
    """Return start and end; by default, the last 30 days until now. Raises InvalidInput if the end is not later."""
    now = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=1)  # the end itself is not counted
    until = parse_time(end) if end else now
    since = parse_time(start) if start else until - timedelta(days=LAST_DAYS)
    if since >= until:
        raise invalid("start", f"a time before the end, {until.isoformat()}", since.isoformat())
    return since, until


def is_final(end: datetime) -> bool:
    """Return whether the numbers until then no longer change."""
    return end < datetime.now(UTC) - SETTLED


# ---- workbench/everyday/arguments.py ---------------------------------------------------------------------------------
# Arguments: checked before anything is sent


ACCOUNT = {"format": "account"}
DATE_TIME = {"format": "date-time"}
NAME_OR_ID = {"expected": 'a name or an ID, as a text or an object such as {"id": "Y6nRLr"}'}


def check_arguments(arguments: dict[str, Any], documented: Any) -> dict[str, Any]:
    """Return the arguments that are not blank. `documented`: their TypedDict. Raises InvalidInput."""
    filled = {name: value for name, value in arguments.items() if not is_empty(value)}
    validate(filled, validator_of(documented))
    return filled


def is_empty(value: Any) -> bool:
    """Return whether an argument is as good as left out; an empty object is, too: Windmill's form sends it."""
    return is_blank(value) or value == {}


def validator_of(documented: Any, **keywords: Any) -> Any:
    """Return the validator of a TypedDict. `keywords`: our own of JSON Schema."""
    known = {**Draft202012Validator.VALIDATORS, **keywords}
    validator = create(Draft202012Validator.META_SCHEMA, known)
    return validator(schema_of(documented), format_checker=format_checker())


def format_checker() -> FormatChecker:
    """Return the checks of the formats that the types have."""
    checker = FormatChecker(formats=())
    checker.checks("account")(is_account)
    checker.checks("date-time", raises=ValueError)(is_date_time)
    return checker


def invalid(argument: str, expected: str, actual: Any) -> InvalidInput:
    """Return the error for one argument."""
    return InvalidInput([argument_fault((argument,), expected, actual)])


def argument_fault(path: tuple[Any, ...], expected: str, actual: Any) -> dict[str, str]:
    """Return the fault of an argument, or of an item of one."""
    return fault(path, expected, "missing" if is_empty(actual) else describe_value(actual))


class Reference(NamedTuple):
    """What somebody calls a list, a metric, a campaign, a flow or a coupon: a text, which is a name or an ID."""

    text: str
    is_name: bool = False
    is_id: bool = False


def reference_of(value: Any, argument: str) -> Reference:
    """Return a reference: a text, {"id": …}, {"value": …} as pickers have it, or {"name": …}. Raises InvalidInput."""
    if isinstance(value, str) and value.strip():
        return Reference(value.strip())
    if isinstance(value, dict):
        for key in ("id", "value", "name"):
            text = value.get(key)
            if isinstance(text, str) and text.strip():
                return Reference(text.strip(), is_name=key == "name", is_id=key == "id")
    raise invalid(argument, NAME_OR_ID["expected"], value)


@contextmanager
def report_by_argument(places: dict[str, str]) -> Iterator[None]:
    """Report the faults of a body by the arguments that it is made of.

    Args:
        places: The beginning of a pointer in the body -> what stands for it, such as "/time".
    """
    try:
        yield
    except InvalidInput as error:
        faults = [{**each, "pointer": rename(each["pointer"], places)} for each in error.faults]
        raise InvalidInput(faults, error.count) from None


def rename(pointer: str, places: dict[str, str]) -> str:
    """Return a pointer with its longest beginning that is in `places` replaced."""
    known = [place for place in places if re.match(rf"{re.escape(place)}(/|$)", pointer)]
    longest = max(known, key=len, default="")
    return places.get(longest, "") + pointer.removeprefix(longest)


# ---- workbench/codegen/parts/cursor.py -------------------------------------------------------------------------------
# The cursor of a page.


def parse_cursor(cursor_or_link: str | None, name: str) -> str | None:
    """Return the cursor, which may also be given as the complete `links.next` of the previous page."""
    return parse_qs((cursor_or_link or "").partition("?")[2]).get(name, [cursor_or_link])[0]


# ---- workbench/codegen/parts/validation.py ---------------------------------------------------------------------------
# Checks the arguments of `main` against their schema before anything is sent.


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    optional = arguments.keys() - validator.schema["required"]
    arguments = {
        name: value
        for name, value in arguments.items()
        if value is not None and not (name in optional and is_blank(value))
    }
    encoded = {name: encode(name, value) for name, value in arguments.items()}
    try:
        errors = list(islice(validator.iter_errors(arguments), MAX_COUNTED))
    except RecursionError:
        raise InvalidInput([fault((), "arguments with fewer levels", "nested so deeply")]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:MAX_FAULTS])), len(errors))
    return encoded


def encode(name: str, value: Any) -> bytes:
    """Return an argument as JSON. Raises InvalidInput for what JSON does not have."""
    try:
        return json.dumps(value, **COMPACT).encode()
    except RecursionError:
        expected, actual = "fewer levels", "nested so deeply"
    except (TypeError, ValueError):  # a Decimal, NaN, half a surrogate pair, a number of 5,000 digits
        expected, actual = "text, finite numbers, true, false, null, lists and objects of these", "other values"
    raise InvalidInput([fault((name,), expected, actual)])


# ---- workbench/codegen/parts/unions.py -------------------------------------------------------------------------------
# Unions of objects: which member a value is meant to be.


def one_of(validator: Any, members: list[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword `oneOf`, with the faults of the member that is meant."""
    candidates = [member for member in members if constants_fit(value, member)]
    valid = [member for member in candidates if next(validator.descend(value, member), None) is None]
    if len(valid) == 1:
        return
    if valid:
        yield ValidationError(f"what fits only one of the {len(members)} kinds of values")
        return
    objects = [member for member in members if "properties" in member]
    if not isinstance(value, dict) or not objects:
        same_type = [member for member in members if type_fits(validator, value, member)]
        yield from validator.descend(value, same_type[0]) if len(same_type) == 1 else [ValidationError("")]
    elif name := find_wrong_constant(value, objects):
        choices = list(dict.fromkeys(choice for member in objects for choice in member["properties"][name]["enum"]))
        yield ValidationError("", "enum", [name], instance=value[name], schema={"enum": choices})
    else:
        yield from validator.descend(value, choose_member(value, objects))


def constants_fit(value: Any, schema: Any) -> bool:
    """Return whether no enum of a property contradicts the value."""
    if not isinstance(value, dict):
        return True
    properties = schema.get("properties", {})
    return all(item in properties.get(name, {}).get("enum", [item]) for name, item in value.items())


def type_fits(validator: Any, value: Any, schema: Any) -> bool:
    return any(validator.is_type(value, name) for name in types_of(schema))


def find_wrong_constant(value: dict[str, Any], members: list[Any]) -> str | None:
    """Return the name of a property that tells the members apart, if its value is that of none of them."""
    for name, item in value.items():
        enums = [member["properties"].get(name, {}).get("enum") for member in members]
        if all(enums) and not any(item in enum for enum in enums):
            return name
    return None


def choose_member(value: dict[str, Any], members: list[Any]) -> Any:
    """Return the member that the value is meant to be: the one with its constants, else the one with its keys."""

    def likeness(member: Any) -> tuple[int, int, int]:
        properties = member["properties"]
        constants = {name: part["enum"] for name, part in properties.items() if len(part.get("enum", ())) == 1}
        wrong = sum(value[name] not in enum for name, enum in constants.items() if name in value)
        return -wrong, len(value.keys() & properties.keys()), -len(set(member["required"]) - value.keys())

    return max(members, key=likeness)


def types_of(schema: Any) -> list[str]:
    """Return the names of the types that a schema allows; an enum has texts."""
    types = schema.get("type", "string" if "enum" in schema else "object")
    return [types] if isinstance(types, str) else types


# ---- workbench/codegen/parts/limits.py -------------------------------------------------------------------------------
# Limits that Klaviyo documents in prose only. Each function yields a fault for whatever exceeds one.


def select(value: Any, path: str, place: tuple[Any, ...] = ("body",)) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield place and value of all that is at `path`, such as data/attributes/profiles/data/*, and not null."""
    name, _, rest = path.partition("/")
    if not path:
        yield place, value
    elif name == "*" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from select(item, rest, (*place, index))
    elif isinstance(value, dict) and value.get(name) is not None:
        yield from select(value[name], rest, (*place, name))


def find_long_lists(body: Any, filter: str, max_values: int) -> Iterator[dict[str, str]]:
    for place, text in select(body, filter):
        unquoted = re.sub(r"""(?s)"(?:[^"\\]|\\.?)*+(?:"|\Z)|'(?:[^'\\]|\\.?)*+(?:'|\Z)""", "_", text)
        for values in re.findall(r"\[([^\[\]]*)\]", unquoted):
            if values.count(",") >= max_values:
                yield fault(place, f"at most {max_values} values in a list", f"{values.count(',') + 1}")


def find_long_timeframe(body: Any, max_days: int) -> Iterator[dict[str, str]]:
    """Yield a fault if a timeframe is longer. It has start and end, or a key."""
    timeframe = body["data"]["attributes"]["timeframe"]
    start, end, key = (str(timeframe.get(name)) for name in ("start", "end", "key"))
    days: float = KEY_DAYS.get(key, 0)
    if FORMATS.conforms(start, "date-time") and FORMATS.conforms(end, "date-time"):
        days = (parse_time(end) - parse_time(start)) / timedelta(days=1)
    if days > max_days:
        place = ("body", "data", "attributes", "timeframe")
        yield fault(place, f"at most {max_days} days", key if key in KEY_DAYS else f"{days:,.1f}")


# ---- workbench/codegen/parts/arguments.py ----------------------------------------------------------------------------
# The arguments of `main`: which of them are left out, and how they come from a shell.


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text of nothing but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_arguments(main: Callable[..., Any]) -> dict[str, Any]:
    """Return the arguments on stdin; null for those that are missing, as in Windmill. Exits if there are none."""
    names = list(inspect.signature(main).parameters)
    try:
        arguments = json.load(sys.stdin.buffer)
    except (ValueError, RecursionError):
        arguments = None
    if not isinstance(arguments, dict):
        sys.exit(f"Standard input must be a JSON object with the arguments {', '.join(names)}.")
    for name in arguments.keys() - names:
        similar = "".join(f" Did you mean {match}?" for match in get_close_matches(name, names, 1))
        sys.exit(f"There is no argument {name}.{similar} The arguments are {', '.join(names)}.")
    return dict.fromkeys(names) | arguments


# ---- workbench/codegen/parts/words.py --------------------------------------------------------------------------------
# Says in words what a schema asks for, and what is there instead.


TYPES = {"string": "a text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
TYPES |= {"null": "null", "array": "a list", "object": "an object"}
FORMATS_IN_WORDS = {"date-time": "a time such as 2026-10-15T09:30:00Z", "date": "a date such as 2026-10-15"}
FORMATS_IN_WORDS |= {"account": "a resource with either apiKey, a private API key, or token, an access token"}
LIMITS = {"maximum": "at most {}", "minimum": "at least {}"}
LIMITS |= {"maxItems": "at most {:,} items", "minItems": "at least {:,} item"}
LIMITS |= {"maxLength": "at most {:,} characters", "minLength": "at least {:,} character"}
LIMITS |= {"maxProperties": "at most {:,} properties"}


def describe(error: Any) -> dict[str, str]:
    """Return the fault of an error of jsonschema."""
    path, schema, value = list(error.absolute_path), error.schema, error.instance
    if path == ["auth"]:  # what is there may be a key, and is not shown
        return fault(path, describe_schema(schema), describe_account(value))
    if error.validator == "required":
        name = error.message.removesuffix(" is a required property").strip("'")
        return fault([*path, name], describe_schema(schema["properties"][name]), "missing")
    if error.validator in LIMITS:
        return fault(path, LIMITS[error.validator].format(error.validator_value), describe_size(value))
    if error.validator == "oneOf" and error.message:
        return fault(path, error.message, describe_value(value))
    return fault(path, describe_schema(schema, value), describe_value(value))


def describe_schema(schema: Any, value: Any = None) -> str:
    """Return what a schema asks for; of an enum, what is most similar to the value comes first."""
    types = schema.get("type", [])
    or_null = " or null" if "null" in types and types != "null" else ""
    if "expected" in schema:
        return f"{schema['expected']}{or_null}"
    if "format" in schema:
        return FORMATS_IN_WORDS[schema["format"]] + or_null
    if "enum" in schema:
        return describe_choices(schema["enum"], value)
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(describe_schema(member) for member in schema["oneOf"]))
    if "id" in schema.get("properties", ()):
        return f"an object with {describe_schema(schema['properties']['id'])}"
    return " or ".join(TYPES[name] for name in ([types] if isinstance(types, str) else types)) or "a value"


def describe_choices(choices: list[Any], value: Any) -> str:
    """Return the values that there are, at most ten of them, the most similar first."""
    if value is not None:
        text = str(value)[:100]
        similarity = {choice: SequenceMatcher(None, str(choice), text).ratio() for choice in choices}
        choices = sorted(choices, key=lambda choice: (choice is None, -similarity[choice]))
    names = list(map(describe_value, choices))
    if len(names) > 10:
        return f"one of {', '.join(names[:10])} and {len(names) - 10} more"
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def describe_value(value: Any) -> str:
    """Return what a value of JSON is."""
    if isinstance(value, str):
        text = value if len(value) <= 60 else f"{value[:40]}…"
        return f"'{text}'" if value.strip() else "blank"
    if isinstance(value, dict):
        names = [f"{str(name)[:20]}" for name in list(value)[:3]]
        return f"an object with {', '.join(names)}{', …' * (len(value) > 3)}" if value else "an empty object"
    if isinstance(value, list):
        return f"a list of {len(value):,}" if value else "an empty list"
    texts = {None: "null", True: "true", False: "false"}
    return texts[value] if value is None or isinstance(value, bool) else str(value)


def describe_size(value: Any) -> str:
    """Return a number, or how long a text, a list or an object is."""
    units: Any = {str: "characters", list: "items", dict: "properties"}
    return f"{len(value):,} {units[type(value)]}" if type(value) in units else str(value)


def describe_account(auth: Any) -> str:
    """Return which fields of the account are filled in; never what is in them."""
    if not isinstance(auth, dict):
        return "null" if auth is None else "a text" if isinstance(auth, str) else "another value"
    names = [name for name in ("apiKey", "token") if auth.get(name)]
    if len(names) == 1:
        return f"{names[0]} with spaces or other special characters"
    return "both" if names else "an object without them"


# ---- workbench/codegen/parts/errors.py -------------------------------------------------------------------------------
# The two exceptions that leave `main`.


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent.

    `faults`: the first of them, each with `pointer` (of JSON), `expected` and `actual` in words. `count`: of all.
    """

    def __init__(self, faults: list[dict[str, str]], count: int = 0) -> None:
        self.faults, self.count = faults[:MAX_FAULTS], max(count, len(faults))
        more = " or more" if self.count >= MAX_COUNTED else ""
        lines = [f"Request not sent. Faults in the arguments: {self.count:,}{more}", *map(sentence, self.faults)]
        super().__init__("\n".join(lines))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made.

    `status`: of the response, None if there was none. `errors`: Klaviyo's error objects. `retry_after`: in seconds.
    """

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: int | None = None) -> None:
        super().__init__(text[:2000])
        self.status, self.retry_after = status, retry_after
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def fault(path: Any, expected: str, actual: str) -> dict[str, str]:
    """Return a fault as data. `path`: names and indexes that lead to the place, from the arguments on."""
    pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
    return {"pointer": pointer[:500], "expected": expected[:300], "actual": actual[:100]}


def sentence(fault: dict[str, str]) -> str:
    """Return a fault in words, such as /id: an ID, not blank."""
    contrast = "but it is missing" if fault["actual"] == "missing" else f"not {fault['actual']}"
    return "{pointer}: {expected}, ".format(**fault) + contrast


# ---- workbench/codegen/parts/schema.py -------------------------------------------------------------------------------
# Makes the JSON Schema of a body from its documented types.


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):  # written in quotes; typing.get_type_hints would take far longer
        return schema_of(eval(annotation))
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        return schema_of_object(annotation)
    if origin in (NotRequired, Annotated):
        return schema_of(arguments[0]) | dict(*arguments[1:])
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin in (typing.Union, UnionType):
        members = [schema_of(argument) for argument in arguments]
        if sum("properties" in member for member in members) > 1 or any("enum" in member for member in members):
            return {"oneOf": members}
        keywords = {keyword: value for member in members for keyword, value in member.items()}
        return keywords | {"type": [member["type"] for member in members]}
    return {} if annotation is Any else {"type": JSON_TYPES[origin or annotation]}


@functools.cache
def schema_of_object(typed_dict: Any) -> Any:
    """Return the JSON Schema of a TypedDict, the same one wherever the type is used."""
    properties = {name: schema_of(annotation) for name, annotation in typed_dict.__annotations__.items()}
    required = [name for name in typed_dict.__required_keys__ if not is_in_quotes(typed_dict.__annotations__[name])]
    return {"type": "object", "properties": properties, "required": sorted(required)}


def is_in_quotes(annotation: Any) -> bool:
    """Return whether NotRequired is in quotes, as all annotations are that Python does not evaluate."""
    return isinstance(annotation, ForwardRef) and annotation.__forward_arg__.startswith("NotRequired[")


# ---- workbench/codegen/parts/constants.py ----------------------------------------------------------------------------
# What several parts refer to. `expected` says in words what a pattern stands for.


TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
MAX_ATTEMPTS = 7
MAX_RESPONSE_BYTES = 256_000_000
MAX_FAULTS = 20  # that are reported
MAX_COUNTED = 1000  # faults
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}
ID = {"pattern": r"\S", "expected": "an ID"}
# Days that the key of a timeframe spans at least; keys that are not here span fewer than any limit.
KEY_DAYS = {"last_30_days": 30, "last_month": 28, "last_3_months": 89, "last_90_days": 90, "last_12_months": 364}
KEY_DAYS |= {"last_365_days": 364, "last_year": 364}


# ---- workbench/codegen/parts/account.py ------------------------------------------------------------------------------
# The account that a request is for: a resource with an API key or an access token.


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}


def authorizations(auth: Any) -> list[str]:
    """Return the Authorization header for each field of the account that is filled in."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {scheme: fields.get(name) for name, scheme in SCHEMES.items()}
    return [f"{scheme} {secret}" for scheme, secret in secrets.items() if isinstance(secret, str) and secret.strip()]


@FORMATS.checks("account")
def is_account(auth: Any) -> bool:
    """Return whether exactly one field is filled in, with characters that a header can carry."""
    headers = authorizations(auth)
    return len(headers) == 1 and bool(re.fullmatch("[!-~]+ [!-~]+", headers[0]))


def authorization(auth: Any) -> str:
    """Return the Authorization header of a valid account."""
    return authorizations(auth)[0]


# ---- workbench/codegen/parts/request.py ------------------------------------------------------------------------------
# Sends the request and decodes the response.


FAILURES: dict[type[Exception], str] = {
    requests.exceptions.ConnectTimeout: f"no connection within {TIMEOUT[0]} s",
    requests.exceptions.ReadTimeout: f"nothing received for {TIMEOUT[1]} s",
    requests.exceptions.SSLError: "the connection is not secure (TLS)",
    requests.exceptions.ProxyError: "the proxy refused the connection",
    requests.exceptions.ContentDecodingError: "it cannot be decompressed",
}


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, is_read: bool, **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response, None if it is empty. Raises KlaviyoError.

    After a 429, it is sent again: Klaviyo has not processed it. A read is also sent again after a 5xx, half a response
    or none; a write is not, because Klaviyo may have made it.
    """
    for attempt in range(MAX_ATTEMPTS):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            with requests.request(
                method, url, timeout=TIMEOUT, allow_redirects=False, stream=True, auth=lambda r: r, **request
            ) as response:
                return decode(response, is_read)
        except KlaviyoError as error:
            failure = error
        except json.JSONDecodeError as error:
            failure = KlaviyoError(f"incomplete response: {error.doc or 'empty'}")
        except (OSError, ValueError) as error:
            reason = FAILURES.get(type(error), "the connection failed or broke off")
            failure = KlaviyoError(f"no response: {reason}")
        wait = max(2**attempt, failure.retry_after or 0)
        if not can_retry(failure.status, is_read) or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def can_retry(status: int | None, is_read: bool) -> bool:
    """Return whether another attempt does no harm and may succeed."""
    return status == 429 or (is_read and (status is None or status >= 500))


def decode(response: requests.Response, is_read: bool) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError, JSONDecodeError for half of a read."""
    text = read_text(response)
    is_success = 200 <= response.status_code < 300
    must_be_json = is_success and is_read
    content: dict[str, Any] | None = None
    try:
        content = json.loads(text) if text or must_be_json else None
        if is_success:
            return content
    except json.JSONDecodeError:  # an error page, perhaps of a proxy, or a response that broke off
        if must_be_json:
            raise
    except (ValueError, RecursionError):  # a number with 5,000 digits, a hundred thousand levels
        pass
    errors = content.get("errors") if isinstance(content, dict) else None
    wait = parse_retry_after(response.headers.get("Retry-After"))
    raise KlaviyoError(f"{response.status_code} {text}", response.status_code, errors, wait)


def read_text(response: requests.Response) -> str:
    """Return the text of a response, without the key if Klaviyo repeats it. Raises KlaviyoError if it is too large."""
    content = bytearray()
    for chunk in response.iter_content(65536):
        content += chunk
        if len(content) > MAX_RESPONSE_BYTES:
            raise KlaviyoError(f"{response.status_code}, more than {MAX_RESPONSE_BYTES:,} bytes", response.status_code)
    text = content.decode("utf-8-sig", errors="replace")
    _, _, key = response.request.headers.get("Authorization", "").partition(" ")
    return text.replace(key, "***") if key else text


def parse_retry_after(header: str | None) -> int | None:
    """Return how many seconds to wait, which may be given as a number or as a date; None if it is neither."""
    try:
        seconds = float(header or "")
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header or "") - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return None
    return math.ceil(min(max(seconds, 0), 999_999_999)) if not math.isnan(seconds) else None


# ---- workbench/codegen/parts/formats.py ------------------------------------------------------------------------------
# The formats that are checked by more than a pattern.


@FORMATS.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """Return whether a string is a time by RFC 3339. Klaviyo also takes a date alone, and a time without a zone."""
    pattern = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value, re.A | re.I) and parse_time(value))


def parse_time(text: str) -> datetime:
    """Return the time; without a zone, it is UTC."""
    moment = datetime.fromisoformat(text.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


if __name__ == "__main__":
    run_by_hand(main)
