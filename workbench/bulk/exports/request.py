"""What is read: an endpoint with its parameters."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from pyrate_limiter import Duration, Rate

from workbench.bulk.arguments import check_account, check_revision, text
from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.endpoints import ENDPOINTS, Endpoint, Rates
from workbench.bulk.exports.flatten import Column, chosen_columns, documented_columns
from workbench.bulk.exports.suggestions import suggest

OVERLAPS = {"event": 7}  # days that are read again; of other types 1
CURSOR = "page[cursor]"


@dataclass(frozen=True)
class Request:
    """An endpoint with its parameters.

    `since`: what the mark of the last run is kept of; `overlap` in days. `columns`: those of a table; none are added if
    `columns_are_chosen`.
    """

    name: str
    authorization: str
    revision: str
    endpoint: Endpoint
    path: str
    query: dict[str, str]
    rates: list[Rate]
    since: str
    operator: str
    overlap: float
    columns: list[Column]
    columns_are_chosen: bool

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """What tells an export from others: a page may become larger."""
        return sorted(pair for pair in self.query.items() if pair[0] != "page[size]")

    def target(self, mark: str, cursor: str) -> str:
        """Path and query of a page. `mark`: how far the last run came; empty for all items."""
        query = dict(self.query)
        if start := self.window_text(mark):
            condition = f"{self.operator}({self.since},{start})"
            query["filter"] = f"{query['filter']},{condition}" if query.get("filter") else condition
        if cursor:
            query[CURSOR] = cursor
        return self.path + (f"?{urlencode(query)}" if query else "")

    def window(self, mark: str) -> datetime:
        """The time from which items are read again."""
        # Without greater-or-equal, a second earlier: the items of that second would be lost.
        earlier = timedelta(days=self.overlap, seconds=self.operator == "greater-than")
        return datetime.fromisoformat(mark) - earlier

    def window_text(self, mark: str) -> str | None:
        return self.window(mark).strftime("%Y-%m-%dT%H:%M:%SZ") if mark else None


def check_request(
    auth: Any,
    revision: Any,
    name: Any,
    id_: Any,
    filter_: Any,
    fields: Any,
    include: Any,
    additional_fields: Any,
    parameters: Any,
    columns: Any,
    since: Any,
    overlap: Any,
) -> Request:
    """BulkFailed if an argument is wrong, or the read does not take it."""
    if name not in ENDPOINTS:
        raise BulkFailed(f"there is no read {name!s:.60}{suggest(name, ENDPOINTS)}")
    endpoint = ENDPOINTS[name]
    client = endpoint.path.startswith("/client/")
    authorization = "" if client else check_account(auth)
    revision = check_revision(revision)
    id_ = text("id", id_)
    if ("{id}" in endpoint.path) != bool(id_):
        raise BulkFailed(f"{name} needs id, as in {endpoint.path}" if not id_ else f"{name} takes no id")
    if id_ in (".", ".."):
        raise BulkFailed(f"id cannot be {id_}")
    if parameters and not isinstance(parameters, dict):
        raise BulkFailed('parameters must be an object such as {"sort": "-created"}')
    chosen = {str(label): comma_separated(f"parameters.{label}", value) for label, value in (parameters or {}).items()}
    named = {"filter": text("filter", filter_), "include": comma_separated("include", include)}
    for type_, names in (fields if isinstance(fields, dict) else {endpoint.type: fields}).items():
        named[f"fields[{type_}]"] = comma_separated("fields", names)
    chosen |= {label: value for label, value in named.items() if value}
    field, operator = endpoint.since
    if since not in (None, "", "last"):
        raise BulkFailed(f"since must be last, not {since!s:.40}; for what is new since a time, use filter")
    if since and not field:
        able = ", ".join(other for other, entry in ENDPOINTS.items() if entry.since[0])
        raise BulkFailed(f"{name} cannot tell what is new; since can be last for {able}")
    own = f"fields[{endpoint.type}]"
    if since:
        if chosen.get(own) and field not in chosen[own].split(","):
            chosen[own] += f",{field}"  # or there would be no mark
        if "sort" in endpoint.parameters:
            chosen.setdefault("sort", field)
    chosen = {label: value for label, value in chosen.items() if value}
    check_parameters(name, endpoint, chosen)
    extra, rates = choose_extra(name, endpoint, additional_fields, chosen.get(own))
    if extra:
        chosen[f"additional-fields[{endpoint.type}]"] = extra
    days = number_of_days("overlap", overlap, OVERLAPS.get(endpoint.type, 1))
    path = endpoint.path.replace("{id}", quote(id_, safe=""))
    query = chosen | ({"page[size]": str(endpoint.max_page_size)} if endpoint.max_page_size else {})
    if not since:
        field = operator = ""
    names = column_names(columns)
    documented = documented_columns(endpoint, query)
    table = chosen_columns(names, documented) if names else documented
    return Request(
        name=name,
        authorization=authorization,
        revision=revision,
        endpoint=endpoint,
        path=path,
        query=query,
        rates=limit_rates(rates),
        since=field,
        operator=operator,
        overlap=days,
        columns=table,
        columns_are_chosen=bool(names),
    )


def column_names(columns: Any) -> list[str]:
    """Return the names of columns in a list, or in a text with commas."""
    names = columns.split(",") if isinstance(columns, str) else columns or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BulkFailed(f'columns must be a list of names such as ["email", "properties.Tier"], not {columns!s:.40}')
    return [name.strip() for name in names if name.strip()]


def choose_extra(name: str, endpoint: Endpoint, wanted: Any, fields: str | None) -> tuple[str, Rates]:
    """Which additional fields are read, by default all that lower no rate, and at which rates."""
    known = dict(endpoint.additional_fields)
    names = [entry for entry in comma_separated("additional_fields", wanted).split(",") if entry]
    for entry in names:
        if entry not in known:
            raise BulkFailed(f"{name} has no additional field {entry}{suggest(entry, known)}")
    if not names and fields:
        tops = {field.partition(".")[0] for field in fields.split(",")}
        names = [entry for entry in known if entry in tops]
    elif not names:
        names = [entry for entry, rates in known.items() if not rates]
    lower = [known[entry] for entry in names if known[entry]]
    return ",".join(names), lower[0] if lower else endpoint.rates


def check_parameters(name: str, endpoint: Endpoint, chosen: dict[str, str]) -> None:
    for label in chosen:
        if label not in endpoint.parameters:
            raise BulkFailed(f"{name} takes no {label}{suggest(label, endpoint.parameters)}")
    for label in endpoint.required:
        if label not in chosen:
            raise BulkFailed(f'{name} needs {label}, in parameters: {{"{label}": "…"}}')


def comma_separated(name: str, value: Any) -> str:
    """A list, as the query has it; empty if there is nothing."""
    entries = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, str | int | float | None) for entry in entries):
        raise BulkFailed(f"{name} must be text or a list of texts, not {value!s:.40}")
    texts = (str(entry).lower() if isinstance(entry, bool) else str(entry) for entry in entries if entry is not None)
    return ",".join(entry.strip() for entry in texts if entry.strip())


def number_of_days(name: str, value: Any, default: float) -> float:
    digits = str(default if value in (None, "") else value)
    if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?", digits):
        raise BulkFailed(f"{name} must be a number of days, not {value!s:.40}")
    return float(digits)


def limit_rates(rates: Rates) -> list[Rate]:
    return [Rate(requests, seconds * Duration.SECOND) for requests, seconds in rates]
