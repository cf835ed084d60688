"""Reports: timeframes, the metric of conversions, sums and rates"""

from datetime import UTC, datetime
from typing import Any, Literal, TypedDict

from workbench.codegen.parts.errors import InvalidInput
from workbench.everyday.arguments import invalid
from workbench.everyday.names import METRICS, find_named
from workbench.everyday.operations import klaviyo
from workbench.everyday.periods import is_final, period_of

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


class CampaignResults(Numbers):
    name: str
    final: bool
    channel: str | None


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
