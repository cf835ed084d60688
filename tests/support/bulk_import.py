"""Runs of the bulk imports: the scripts, files of rows, what was rejected, runs that are killed."""

import contextlib
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyrate_limiter import Duration, Rate

from tests.support.collection import AUTH, REVISION
from tests.support.events import events_of, groups_of
from workbench import import_file
from workbench.bulk.errors import RowError
from workbench.bulk.imports.columns import match_columns
from workbench.bulk.imports.database import Store
from workbench.bulk.imports.records import Draft, Records
from workbench.collection import ROOT
from workbench.sandbox import Fault, Sandbox

Import = Callable[..., Any]


class Clock:
    """Replaces the module `time` in a script: `sleep` returns at once, and `monotonic` goes on as if it had not."""

    def __init__(self) -> None:
        self.slept = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self.slept

    def time(self) -> float:
        return time.time() + self.slept

    def sleep(self, seconds: float) -> None:
        self.slept += seconds
        time.sleep(0)  # lets other threads run


def load_import(kind: str, sandbox: Sandbox | None = None) -> Any:
    """Return the module of an import, such as `events`, without waits and rate limit, pointed at the sandbox."""
    module = import_file.load_import(kind)
    module.time = Clock()
    module.RATES = [Rate(1_000_000, Duration.SECOND)]
    if sandbox:
        module.API = sandbox.url
    return module


def run_import(module: Any) -> Import:
    """Return a function that calls `main` with a source and options."""

    def call(source: Any, **options: Any) -> Any:
        if hasattr(module, "Events"):
            options = {"backfill": False, **options}  # the rows are some days old
        return module.main(AUTH, REVISION, str(source) if isinstance(source, Path) else source, **options)

    return call


def prepare_bodies(module: Any, records: Any, rows: list[dict[str, Any]]) -> list[bytes]:
    """Return the bodies that an import would send for rows; nothing if it refuses to begin."""
    checked = module.check_options(AUTH, REVISION, None, False, None, None)
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        folder, source = Path(name), module.Source("rows", rows=rows)
        store = module.Store(folder, [])
        with store, module.Rejects(Path("rejects.jsonl"), folder, [], "") as rejects:
            store.add_rows((None, row) for row in rows)
            journal = module.Journal(store, Path("journal"), None, "")
            try:
                module.prepare_records(checked, records, source, "", store, journal, rejects, module.Summary())
            except module.BulkFailed:
                return []
            batches = module.make_batches(store, False, records.max_records, records.max_bytes)
            return [records.payload(batch.records) for batch in batches]


def build_drafts(
    records: Records, rows: list[dict[str, Any]], mapping: dict[str, str] | None = None
) -> list[Draft | RowError]:
    """Return what a program makes of rows, or why it rejects them, without a run."""
    drafts: list[Draft | RowError] = []
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder), []) as store:
        store.add_rows((None, row) for row in rows)
        columns = match_columns([*store.columns], records.headers, mapping or {})
        records.choose(columns, store, "")
        for number, group in store.groups():
            try:
                drafts.append(records.build([json.loads(cells) for _, _, cells, _ in group], f"hash {number}"))
            except RowError as error:
                drafts.append(error)
    return drafts


def order_row(number: int, **changes: Any) -> dict[str, Any]:
    """Return a row of a shop's export of orders; seven customers take turns."""
    return {
        "Email": f"c{number % 7}@example.com",
        "Phone": "",
        "Created at": "2026-11-20 09:30:00 +0100",
        "Total": f"{number}.50",
        "Currency": "CHF",
        "Order id": str(number),
        "City": "Zürich",
        **changes,
    }


def write_csv(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Write a CSV file with the columns of the first row, or with a header alone. Returns its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0] if rows else ["Email", "Order id"])
        writer.writeheader()
        writer.writerows(rows)
    return path


def read_rejects(path: Path = Path("orders.csv.rejects.csv")) -> dict[int, str]:
    """Return row -> reason."""
    with path.open(encoding="utf-8", newline="") as file:
        separator = file.readline()[len("rejected_row")]
        file.seek(0)
        lines = map(json.loads, file) if path.suffix == ".jsonl" else csv.DictReader(file, delimiter=separator)
        return {int(line["rejected_row"]): line["rejected_reason"] for line in lines}


def count_recorded(sandbox: Sandbox) -> Counter[str]:
    """Return how often the sandbox accepted each unique_id."""
    counts: Counter[str] = Counter()
    for received in sandbox.received:
        if received.status == 202:
            for group in groups_of(json.loads(received.body)):
                counts.update(event["attributes"]["unique_id"] for event in events_of(group))
    return counts


PROGRAM = """
import json, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, sys.argv[1])
from tests.support.bulk_import import AUTH, REVISION, load_import
module = load_import(sys.argv[2])
module.API, module.TIMEOUT = sys.argv[3], (1, 1)
for name, value in json.loads(sys.argv[4]).items():
    setattr(getattr(module, sys.argv[2].title()) if name == "max_records" else module, name, value)
print(json.dumps(module.main(AUTH, REVISION, **json.loads(sys.argv[5]))))
"""


def import_command(kind: str, sandbox: Sandbox, constants: dict[str, Any], **options: Any) -> list[str]:
    """Return the command that runs an import in its own process, with these constants in place of the script's."""
    if kind == "events":
        options = {"backfill": False, **options}  # the rows are some days old
    return [sys.executable, "-c", PROGRAM, str(ROOT), kind, sandbox.url, json.dumps(constants), json.dumps(options)]


def wait_for_requests(sandbox: Sandbox, process: "subprocess.Popen[Any]", count: int) -> None:
    """Wait until the sandbox has received so many requests in all, or the process has ended."""
    deadline = time.monotonic() + 20
    while len(sandbox.received) < count and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)


NETWORK_FAULTS = [
    Fault(reset=True),
    Fault(status=503),
    Fault(status=500, body=b"<html>"),
    Fault(status=202, body=b"x", promised=99),
    Fault(status=429, headers={"Retry-After": "1"}),
    Fault(status=429, headers={"Retry-After": "0"}),
    Fault(delay=1.5),
]


def run_after_kills(
    kind: str, sandbox: Sandbox, file: Path, network_is_broken: bool, **options: Any
) -> tuple[dict[str, Any], int]:
    """Kill up to 10 runs at random moments, then let one end. Returns its summary and how many were killed."""
    chance = random.Random(7)  # noqa: S311
    command = import_command(kind, sandbox, {"max_records": 25}, source=str(file), **options)
    kills = 0
    for _ in range(10):
        if network_is_broken:
            sandbox.faults.extend(chance.sample(NETWORK_FAULTS, 3))
        process = subprocess.Popen(command, cwd=file.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_requests(sandbox, process, len(sandbox.received) + 1)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.communicate()
        if process.returncode == 0:
            break
        kills += 1
    assert kills, "every run ended before it was killed"
    sandbox.faults.clear()  # those left by the killed runs: a run gives up after six without an answer in a row
    if network_is_broken:
        sandbox.faults.extend(NETWORK_FAULTS)
    done = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    summary: dict[str, Any] = json.loads(done.stdout)
    return summary, kills
