"""`make bench`: the script and the official SDK in turn, on the same bodies and the same server; then the page."""

import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table
from werkzeug.wrappers import Request, Response

from workbench.bench import file_export, file_import, import_time, page
from workbench.collection import ROOT
from workbench.loopback import LoopbackServer

ROUNDS = 9
WARM_CALLS = 6  # in one process; the first of them is not counted
SHAPES = [(1000, 1), (100, 10)]  # profiles, events of each
AIMS = {"warm call": 0.45, "cold start": 0.55, "peak memory": 0.72}
UNITS = {"warm call": "ms", "cold start": "ms", "peak memory": "MB"}
CONTENDERS = {"script": "call_script", "SDK": "call_sdk"}

Figures = dict[str, dict[str, list[float]]]


def main() -> None:
    console = Console()
    with LoopbackServer(accept) as server, tempfile.TemporaryDirectory() as folder:
        for profiles, events in SHAPES:
            file = Path(folder) / f"{profiles}x{events}.json"
            file.write_text(json.dumps(build_body(profiles, events)))
            title = f"{profiles:,} profiles, {events} event{'s' * (events > 1)} each, {file.stat().st_size:,} bytes"
            figures: Figures = {measure: {name: [] for name in CONTENDERS} for measure in AIMS}
            for _ in track(range(ROUNDS), title, console=Console(stderr=True), transient=True):
                for name in CONTENDERS:
                    measure_once(name, file, server.url, figures)
            console.print(tabulate(title, figures))
            console.print(tabulate_stages(file, server.url))
        seconds = statistics.median(run("bench-script", "call_segment", server.url, WARM_CALLS)["seconds"])
        console.print(f"create_segment with 1 MB of conditions: {seconds:.2f} s (aim 1.00)\n")
    import_time.measure(console)
    page.measure(console)
    file_import.measure(console, accept)
    file_export.measure(console)


@Request.application
def accept(request: Request) -> Response:
    """Answer at once what Klaviyo answers to a valid request, so that the server adds as little time as possible."""
    request.get_data()
    return Response(status=202)


def build_body(profiles: int, events: int) -> dict[str, Any]:
    """Return a body of realistic orders."""
    groups = [build_group(profile, events) for profile in range(profiles)]
    return {"data": {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": groups}}}}


def build_group(profile: int, events: int) -> dict[str, Any]:
    attributes = {
        "email": f"customer{profile}@example.com",
        "external_id": f"customer-{profile}",
        "first_name": "Ada",
        "last_name": "Lovelace",
        "phone_number": "+12025550142",
        "location": {"city": "Boston", "country": "US", "zip": "02110", "timezone": "America/New_York"},
        "properties": {"plan": "gold", "visits": profile},
    }
    return {
        "type": "event-bulk-create",
        "attributes": {
            "profile": {"data": {"type": "profile", "attributes": attributes}},
            "events": {"data": [build_event(f"{profile}-{number}") for number in range(events)]},
        },
    }


def build_event(number: str) -> dict[str, Any]:
    attributes = {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
        "properties": {
            "order_id": number,
            "items": [
                {"sku": "TEA-EARL-100", "quantity": 2, "price": 12.5},
                {"sku": "CUP-BLUE", "quantity": 1, "price": 9.99},
            ],
            "discount_code": "SPRING",
            "note": "Please leave at the door",
        },
        "time": "2026-10-01T12:00:00+00:00",
        "value": 34.99,
        "value_currency": "USD",
        "unique_id": f"order-{number}",
    }
    return {"type": "event", "attributes": attributes}


def measure_once(name: str, file: Path, url: str, figures: Figures) -> None:
    warm = call(name, file, url, WARM_CALLS)
    figures["warm call"][name].append(1000 * statistics.median(warm["seconds"][1:]))
    start = time.perf_counter()
    cold = call(name, file, url, 1)
    figures["cold start"][name].append(1000 * (time.perf_counter() - start))
    figures["peak memory"][name].append(cold["peak_megabytes"])


def call(name: str, file: Path, url: str, calls: int) -> dict[str, Any]:
    return run(f"bench-{name.lower()}", CONTENDERS[name], file, url, calls)


def run(environment: str, module: str, *arguments: Any) -> dict[str, Any]:
    """Return what a module of this package prints, run by the interpreter of its own environment."""
    python = ROOT / ".venv" / environment / "bin/python"
    command = [str(python), "-m", f"workbench.bench.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def tabulate(title: str, figures: Figures) -> Table:
    """Return a table of medians. The ratio is taken per round, so that changes in the machine's speed cancel out."""
    table = Table("median (min to max)", "script", "SDK", "ratio", "aim", title=title, title_justify="left")
    for measure, values in figures.items():
        ratio = statistics.median(a / b for a, b in zip(values["script"], values["SDK"], strict=True))
        cells = [
            f"{statistics.median(values[name]):.0f} ({min(values[name]):.0f} to {max(values[name]):.0f})"
            for name in CONTENDERS
        ]
        table.add_row(f"{measure}, {UNITS[measure]}", *cells, f"{ratio:.2f}", f"{AIMS[measure]:.2f}")
    return table


def tabulate_stages(file: Path, url: str) -> Table:
    """Return a table of where the script's time goes."""
    table = Table("the script's work", "ms")
    for stage, seconds in run("bench-script", "stages", file, url, WARM_CALLS).items():
        table.add_row(stage, f"{1000 * seconds:.1f}")
    return table


if __name__ == "__main__":
    main()
