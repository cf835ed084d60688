"""Runs Windmill's CLI in a copy of what it reads, against a server that records what it deploys."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.support.collection import NODE, NODE_MODULES
from tests.support.windmill_server import WindmillServer
from workbench.collection import ROOT

# A workspace in which somebody else works, too.
OTHER_FILES = {
    "f/other/report.py": "def main(): pass",
    "f/other/report.script.json": json.dumps({"summary": "", "description": "", "schema": {}, "kind": "script"}),
    "f/other/secret.variable.json": json.dumps({"value": "x", "is_secret": False, "description": ""}),
    "u/a/account.resource.json": json.dumps({"value": {}, "resource_type": "slack", "description": ""}),
    "slack.resource-type.json": json.dumps({"description": "", "schema": {}}),
    "f/other/every_day.schedule.json": json.dumps({"schedule": "0 0 12 * * *", "enabled": True}),
}


def copy_collection(folder: Path) -> Path:
    """Copy the scripts, flows and settings into a new folder and return it."""
    shutil.copytree(ROOT / "f", folder / "f", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("wmill.yaml", "wmill-lock.yaml", "klaviyo.resource-type.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder


def run_wmill(checkout: Path, server: WindmillServer, *arguments: str) -> str:
    """Run the CLI with these arguments in the folder, connected to the server; return what it prints."""
    connection = ["--base-url", server.url, "--token", "t", "--workspace", "test"]
    command = [str(NODE), str(NODE_MODULES / "windmill-cli/esm/main.js"), *arguments, *connection]
    command += ["--config-dir", f"{checkout}.config"]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
