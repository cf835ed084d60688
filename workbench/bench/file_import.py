"""Compares import_events with a plain loop over the official SDK, on the same file of events."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.progress import track
from rich.table import Table
from werkzeug.wrappers import Request, Response

from workbench.collection import ROOT
from workbench.loopback import LoopbackServer
from workbench.sandbox import Sandbox

ROUNDS = 3
FREE, LIMITED = 100_000, 450_000  # rows; the second are what Klaviyo takes in three minutes
CONTENDERS = {
    "script, CSV": ("import", "csv"),
    "script, Parquet": ("import", "parquet"),
    "SDK, CSV": ("sdk_import", "csv"),
}

Figures = list[dict[str, Any]]


class Counting(Sandbox):
    """Records when it accepted a request, and no bodies."""

    def __init__(self, account: bool = True) -> None:
        super().__init__(account=account)
        self.accepted: list[float] = []
        self.refused = 0

    def _respond(self, request: Request) -> Response:
        response = super()._respond(request)
        self.received.clear()
        if response.status_code in (200, 202):
            self.accepted.append(time.monotonic())
        else:
            self.refused += 1
        return response


def measure(console: Console, accept: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {kind: Path(folder) / f"orders.{kind}" for kind in ("csv", "parquet")}
        write_orders(files, FREE)
        figures: dict[str, Figures] = {name: [] for name in CONTENDERS}
        with LoopbackServer(accept) as server:
            title = f"{FREE:,} rows, a server that accepts everything at once"
            for _ in track(range(ROUNDS), title, console=Console(stderr=True), transient=True):
                for name, (contender, kind) in CONTENDERS.items():
                    figures[name].append(call(contender, files[kind], server.url, "free", folder))
        console.print(tabulate(title, figures))
        write_orders(files, LIMITED)
        for contender in ("import", "sdk_import"):
            with console.status(f"{LIMITED:,} rows at Klaviyo's pace, {contender}"), Counting() as sandbox:
                console.print(measure_at_limits(contender, sandbox, files["csv"], folder))


def write_orders(files: dict[str, Path], rows: int) -> None:
    with files["csv"].open("wb") as file:
        subprocess.run([sys.executable, "-m", "workbench.rows", str(rows)], cwd=ROOT, stdout=file, check=True)  # noqa: S603
    source = duckdb.read_csv(str(files["csv"]), all_varchar=True)
    source.write_parquet(str(files["parquet"]))


def call(contender: str, file: Path, url: str, pace: str, folder: str) -> dict[str, Any]:
    for journal in Path(folder).glob("*.journal"):
        journal.unlink()
    return call_program(contender, folder, file, url, pace)


def call_program(contender: str, folder: str, *arguments: Any) -> dict[str, Any]:
    """Return the figures that the program of a contender prints, or why it failed."""
    process = start_program(contender, folder, *arguments)
    output, log = process.communicate()
    if process.returncode:
        return {"failed": log.decode().strip().splitlines()[-1][:200]}
    figures: dict[str, Any] = json.loads(output)
    return figures


def start_program(contender: str, folder: str, *arguments: Any) -> "subprocess.Popen[bytes]":
    python = ROOT / f".venv/bench-{'sdk' if 'sdk' in contender else 'import'}/bin/python"
    command = [str(python), "-m", f"workbench.bench.call_{contender}", *map(str, arguments)]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe)  # noqa: S603


def tabulate(title: str, figures: dict[str, Figures]) -> Table:
    """Return a table of medians. The ratio to the SDK is taken per round, so that changes in speed cancel out."""
    columns = ("median (min to max)", "items a second", "ratio", "cores", "peak memory, MB", "ratio")
    table = Table(*columns, title=title, title_justify="left")
    [sdk] = [runs for name, runs in figures.items() if name.startswith("SDK")]
    for name, runs in figures.items():
        cells = []
        for measure in ("rate", "peak_megabytes"):
            values = [run[measure] for run in runs]
            ratio = statistics.median(run[measure] / other[measure] for run, other in zip(runs, sdk, strict=True))
            cells.append(
                (f"{statistics.median(values):,.0f} ({min(values):,.0f} to {max(values):,.0f})", f"{ratio:.2f}")
            )
        cores = statistics.median(run["cores"] for run in runs)
        table.add_row(name, *cells[0], f"{cores:.2f}", *cells[1])
    return table


def measure_at_limits(contender: str, sandbox: Counting, file: Path, folder: str) -> str:
    """Return how much of each minute's allowance was used, as text."""
    figures = call(contender, file, sandbox.url, "limited", folder)
    start = sandbox.accepted[0] if sandbox.accepted else 0
    minutes = [0] * (1 + int((sandbox.accepted[-1] - start) // 60)) if sandbox.accepted else [0]
    for moment in sandbox.accepted:
        minutes[int((moment - start) // 60)] += 1
    shares = ", ".join(f"{requests / 150:.0%}" for requests in minutes)
    result = figures.get("failed") or (
        f"{figures['items']:,} events in {figures['seconds']:.0f} s, {figures['cores']:.2f} cores, "
        f"{figures['peak_megabytes']:.0f} MB"
    )
    used = f"of each minute's 150 requests {shares}; {sandbox.refused} throttled"
    return f"At Klaviyo's limits, {contender}: {result}; {used}"
