"""What the tests of imports speak of: the scripts, files of rows, what was rejected, runs that are killed."""

import csv
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyrate_limiter import Duration, Rate

from tests.helpers import AUTH, REVISION
from workbench import imports
from workbench.collection import ROOT
from workbench.sandbox import Fault, Sandbox

Import = Callable[..., Any]


def load(what: str, sandbox: Sandbox | None = None) -> Any:
    """The script without limits of its own, pointed at the sandbox."""
    module = imports.load(what)
    module.RATES = [Rate(1_000_000, Duration.SECOND)]
    if sandbox:
        module.API = sandbox.url
    return module


def runner(module: Any) -> Import:
    def call(source: Any, **options: Any) -> Any:
        return module.main(AUTH, REVISION, str(source) if isinstance(source, Path) else source, **options)

    return call


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A CSV file; its columns are those of the first row, or of nobody."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0] if rows else ["Email", "Order id"])
        writer.writeheader()
        writer.writerows(rows)
    return path


def rejected(path: Path = Path("orders.csv.rejects.csv")) -> dict[int, str]:
    """Row -> reason."""
    with path.open(encoding="utf-8", newline="") as file:
        return {int(line["row"]): line["reason"] for line in csv.DictReader(file)}


PROGRAM = """
import json, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, sys.argv[1])
from tests import imports
module = imports.load(sys.argv[2])
module.API, module.TIMEOUT = sys.argv[3], (1, 1)
vars(module).update(json.loads(sys.argv[4]))
print(json.dumps(module.main(imports.AUTH, imports.REVISION, **json.loads(sys.argv[5]))))
"""


def command(what: str, sandbox: Sandbox, constants: dict[str, Any], **options: Any) -> list[str]:
    """What runs the script in a process of its own, with these constants in place of its own."""
    given = (json.dumps(constants), json.dumps(options))
    return [sys.executable, "-c", PROGRAM, str(ROOT), what, sandbox.url, *given]


BROKEN = [
    Fault(reset=True),
    Fault(status=503),
    Fault(status=500, body=b"<html>"),
    Fault(status=202, body=b"x", promised=99),
    Fault(status=429, headers={"Retry-After": "1"}),
    Fault(status=429, headers={"Retry-After": "0"}),
    Fault(delay=1.5),
]


def killed_again_and_again(
    what: str, sandbox: Sandbox, file: Path, broken: bool, **options: Any
) -> tuple[dict[str, Any], int]:
    """The summary of the run that comes to its end, after 20 that were killed at random moments; and how many were.

    Where the network is broken, it commits a fault of every kind again and again.
    """
    chance = random.Random(7)  # noqa: S311
    run = command(what, sandbox, {"MOST_RECORDS": 25}, source=str(file), **options)
    kills = 0
    while kills < 20:
        if broken:
            sandbox.faults.extend(chance.sample(BROKEN, 3))
        process = subprocess.Popen(run, cwd=file.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seen, until = len(sandbox.received), time.monotonic() + 20
        while len(sandbox.received) == seen and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)  # until it is at work
        time.sleep(chance.random() * 0.1)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        kills += process.returncode != 0
        if process.returncode == 0:
            break
    if broken:
        sandbox.faults.extend(BROKEN)
    done = subprocess.run(run, cwd=file.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    summary: dict[str, Any] = json.loads(done.stdout)
    return summary, kills
