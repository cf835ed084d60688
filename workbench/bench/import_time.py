"""How long it takes to import a script, without `requests` and `jsonschema`, which every other client needs as well."""

import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from workbench.collection import ROOT, load_index

ROUNDS = 5
SAMPLE = 10  # every tenth script stands for all
LARGEST = 5
AIMS = {"median": 0.02, "largest": 0.08}  # seconds


def measure(console: Console) -> None:
    """Print the import time of a median script and of the slowest of the largest."""
    index = load_index()
    scripts = [ROOT / entry["script"] for entry in (*index["everyday"], *index["operations"])]
    largest = sorted(scripts, key=lambda script: script.stat().st_size)[-LARGEST:]
    seconds: dict[Path, float] = {}
    with tempfile.TemporaryDirectory() as cache:
        for script in track([*scripts[::SAMPLE], *largest], "imports", console=Console(stderr=True), transient=True):
            # The first import compiles the script, as Python does once.
            seconds[script] = min(import_time(script, cache) for _ in range(ROUNDS))
    figures = {
        "median": statistics.median(seconds[script] for script in scripts[::SAMPLE]),
        "largest": max(seconds[script] for script in largest),
    }
    table = Table("import time", "s", "aim", title="import of a script, without its packages", title_justify="left")
    for name, figure in figures.items():
        table.add_row(name, f"{figure:.3f}", f"{AIMS[name]:.3f}")
    console.print(table)


def import_time(script: Path, cache: str) -> float:
    """Return the seconds that `-X importtime` reports for a script itself."""
    done = subprocess.run(  # noqa: S603
        [
            str(ROOT / ".venv/bench-script/bin/python"),
            *("-X", "importtime", "-c"),
            f"import requests, jsonschema, {script.stem}",
        ],
        env={**os.environ, "PYTHONPATH": str(script.parent), "PYTHONPYCACHEPREFIX": cache},
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    microseconds, _, _ = done.stderr.splitlines()[-1].removeprefix("import time:").split("|")
    return int(microseconds) / 1_000_000
