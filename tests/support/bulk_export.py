"""Runs of the export: the script, accounts to export, what was written."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import duckdb
from pyrate_limiter import Duration, Rate

from tests.support.bulk_import import Clock
from tests.support.collection import AUTH, REVISION
from workbench import export_file
from workbench.collection import ROOT
from workbench.sandbox import Sandbox

EXPORT = ROOT / "f/klaviyo/bulk/export.py"
JSON = dict[str, Any]


def load_export(sandbox: Sandbox | None = None) -> Any:
    """Return the module of the script, without waits and rate limit, pointed at the sandbox."""
    module = export_file.load_export()
    module.time = Clock()
    module.limit_rates = lambda rates: [Rate(1_000_000, Duration.SECOND)]
    if sandbox:
        module.API = sandbox.url
    return module


def run_export(module: Any, read: str, to: Any = None, **options: Any) -> JSON:
    summary: JSON = module.main(AUTH, REVISION, read, str(to) if isinstance(to, Path) else to, **options)
    return summary


def profile(number: int, updated: Any = "2026-11-01T00:00:00+00:00", **attributes: Any) -> tuple[str, JSON]:
    """Return id and attributes of a profile."""
    held = {"email": f"c{number}@example.com", "created": updated, "updated": updated, "properties": {"Tier": "gold"}}
    return f"P{number:06}", {**held, **attributes}


def event(number: int, properties: JSON | None = None, datetime: str = "2026-11-01T00:00:00+00:00") -> tuple[str, JSON]:
    """Return id and attributes of an event."""
    return f"E{number:07}", {
        "timestamp": number,
        "datetime": datetime,
        "uuid": f"u{number}",
        "event_properties": {"$value": number, **(properties or {})},
    }


def read_rows(path: Path) -> list[JSON]:
    """Return the items of a file, by column for CSV and Parquet."""
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8", newline="\n") as lines:
            return list(map(json.loads, lines))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    relation = duckdb.connect().read_parquet(str(path))
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def ids_in(path: Path) -> list[str]:
    return [row["id"] for row in read_rows(path)]


PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from tests.support.bulk_export import load_export, run_export
module = load_export()
module.API, module.TIMEOUT = sys.argv[2], (1, 1)
for name, value in json.loads(sys.argv[3]).items():
    setattr(module, name, value)
print(json.dumps(run_export(module, **json.loads(sys.argv[4]))))
"""


def export_command(sandbox: Sandbox, read: str, constants: JSON | None = None, **options: Any) -> list[str]:
    """Return the command that runs an export in its own process, with these constants in place of the script's."""
    arguments = [sandbox.url, json.dumps(constants or {}), json.dumps({"read": read, **options})]
    return [sys.executable, "-c", PROGRAM, str(ROOT), *arguments]
