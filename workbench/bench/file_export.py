"""Measures the export: beside a plain loop over the official SDK, and killed and resumed at Klaviyo's limits."""

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import duckdb
from rich.console import Console
from rich.progress import track
from werkzeug.wrappers import Request, Response

from workbench.bench.file_import import ROUNDS, Counting, Figures, call_program, start_program, tabulate
from workbench.collection import load_operation
from workbench.loopback import LoopbackServer
from workbench.sandbox import Fault

FREE = 100_000  # events, in pages of 1,000
CONTENDERS = {
    "script, JSON Lines": ("export", "jsonl"),
    "script, CSV": ("export", "csv"),
    "script, Parquet": ("export", "parquet"),
    "SDK, JSON Lines": ("sdk_export", "jsonl"),
}
ACCOUNTS = {"get_profiles": ("profile", 200_000, 100, "csv"), "get_events": ("event", 1_000_000, 1000, "parquet")}
KILL_AFTER = 0.1  # of the pages
FAULTS = [Fault(), Fault(status=429, headers={"Retry-After": "1"}), Fault(status=200, body=b"{", promised=9)]
FAULTS += [Fault(), Fault(status=503)]


def measure(console: Console) -> None:
    with tempfile.TemporaryDirectory() as folder:
        figures: dict[str, Figures] = {name: [] for name in CONTENDERS}
        with LoopbackServer(Pages(FREE).answer) as server:
            title = f"{FREE:,} events, a server that answers at once"
            for _ in track(range(ROUNDS), title, console=Console(stderr=True), transient=True):
                for name, (contender, ending) in CONTENDERS.items():
                    file = Path(folder) / f"events.{ending}"
                    figures[name].append(call_program(contender, folder, file, server.url, "get_events", "free"))
        console.print(tabulate(title, figures))
        for read, (type_, count, size, ending) in ACCOUNTS.items():
            with console.status(f"{read}, {count:,} at Klaviyo's pace"), Counting(account=False) as sandbox:
                for start in range(0, count, 10_000):
                    sandbox.add(type_, (resource(type_, number) for number in range(start, min(start + 10_000, count))))
                pages = count // size
                console.print(measure_at_limits(sandbox, read, pages, count, Path(folder) / f"{read}.{ending}"))


def measure_at_limits(sandbox: Counting, read: str, pages: int, count: int, file: Path) -> str:
    """Kill an export, run it again. Returns its pace and its memory, as text; fails if an item is missing."""
    process = start_program("export", str(file.parent), file, sandbox.url, read, "limited")
    start = time.monotonic()
    while len(sandbox.accepted) < KILL_AFTER * pages and process.poll() is None:
        time.sleep(0.1)
    process.kill()
    process.communicate()
    seconds = time.monotonic() - start
    sandbox.faults.extend(FAULTS)
    figures = call_program("export", str(file.parent), file, sandbox.url, read, "limited")
    if failed := figures.get("failed"):
        return f"{read}: {failed}"
    rows = duckdb.connect().execute(f"SELECT count(*), count(DISTINCT id) FROM '{file}'").fetchone()  # noqa: S608
    if rows != (count, count):
        raise AssertionError(f"{file.name} has {rows}, not {count:,} items")
    reading = sandbox.accepted[-1] - sandbox.accepted[0]
    allowed = int(load_operation(read)["rate_limits"]["steady"].partition("/")[0]) / 60
    rate = f"{len(sandbox.accepted) / reading:.1f} pages a second, {allowed:.1f} are allowed"
    return (
        f"At Klaviyo's limits, {read}: {count:,} items in {seconds + figures['seconds']:.0f} s, killed after"
        f" {KILL_AFTER:.0%} of the pages and resumed, each once; {rate}, {sandbox.refused} throttled or failed;"
        f" {figures['cores']:.2f} cores, {figures['peak_megabytes']:.0f} MB, {file.stat().st_size / 1e6:.0f} MB written"
    )


def resource(type_: str, number: int) -> tuple[str, dict[str, Any]]:
    """Return id and attributes of a realistic resource."""
    time = f"2026-{1 + number % 10:02}-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:00+00:00"
    if type_ == "event":
        items = [{"sku": "TEA-EARL-100", "quantity": 2, "price": 12.5}, {"sku": "CUP-BLUE", "quantity": 1}]
        properties = {"$value": 34.99, "order_id": number, "items": items, "note": "Please leave at the door"}
        attributes = {"timestamp": 1_790_000_000 + number, "datetime": time, "uuid": f"uuid-{number}"}
        return f"EVENT{number:08}", {**attributes, "event_properties": properties}
    consent = {"consent": "SUBSCRIBED", "can_receive_email_marketing": True, "consent_timestamp": time, "method": "API"}
    attributes = {"email": f"customer{number}@example.com", "first_name": "Zoë", "created": time, "updated": time}
    attributes |= {"location": {"city": "Boston", "country": "US"}, "properties": {"plan": "gold", "visits": number}}
    return f"PROFILE{number:08}", {**attributes, "subscriptions": {"email": {"marketing": consent}}}


class Pages:
    """Answers with pages of events that were written before."""

    def __init__(self, count: int) -> None:
        self.pages = list(write_pages(count))

    @property
    def answer(self) -> Any:
        @Request.application
        def application(request: Request) -> Response:
            cursor = parse_qs(request.query_string.decode()).get("page[cursor]", ["0"])[0]
            return Response(self.pages[int(cursor)], content_type="application/vnd.api+json")

        return application


def write_pages(count: int) -> Iterator[bytes]:
    api = "https://a.klaviyo.com/api/events"
    for start in range(0, count, 1000):
        events = [
            {"type": "event", "id": id_, "attributes": attributes, "links": {"self": f"{api}/{id_}/"}}
            for id_, attributes in (resource("event", number) for number in range(start, start + 1000))
        ]
        following = f"{api}?page%5Bcursor%5D={start // 1000 + 1}" if start + 1000 < count else None
        yield json.dumps({"data": events, "links": {"self": api, "next": following, "prev": None}}).encode()
