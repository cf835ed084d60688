"""The README shows what is really printed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.collection import FLOWS
from tests.support.events import attributes_of, example_body
from tests.support.windmill_cli import copy_collection, run_wmill
from tests.support.windmill_server import WindmillServer
from workbench.collection import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the README's blocks of code in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def shown_output(command: str) -> str:
    """Return what the README shows below a command."""
    [block] = [block for block in blocks("console") if block.startswith(f"$ {command}\n")]
    return block.removeprefix(f"$ {command}\n")


def make(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run make as in a new shell, not as part of the make that runs the tests."""
    hidden = {"KLAVIYO_API_KEY", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = ["make", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_make_run_prints_what_the_readme_shows() -> None:
    assert shown_output("make run") == make("run").stdout


def test_an_invalid_body_is_refused_as_the_readme_shows(tmp_path: Path) -> None:
    body = example_body()
    attributes_of(body).update(time="yesterday", value="25 CHF")
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(body))
    done = make("run", f"ARGS={file}")
    assert done.returncode != 0
    assert shown_output("make run ARGS=wrong.json") == done.stdout + done.stderr


def test_make_import_prints_what_the_readme_shows(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    rows = subprocess.run([sys.executable, "-m", "workbench.rows", "5000"], cwd=ROOT, capture_output=True, check=True)
    file.write_bytes(rows.stdout)
    done = make("import", f"FILE={file}", "METRIC=Placed Order")
    shown = shown_output('make import FILE=orders.csv METRIC="Placed Order"')
    seconds = re.compile(r'"seconds": [\d.]+')
    assert seconds.sub("", shown) == seconds.sub("", done.stderr + done.stdout)


def test_windmill_accepts_the_flow_in_the_readme(tmp_path: Path) -> None:
    [flow] = blocks("yaml")
    checkout = copy_collection(tmp_path / "checkout")
    folder = checkout / "f/klaviyo/record__flow"
    folder.mkdir()
    count = len(FLOWS) + 1
    with WindmillServer({}) as server:
        (folder / "flow.yaml").write_text(flow)
        assert f"Lint passed ({count} file(s) validated, {count} valid)" in run_wmill(checkout, server, "lint")
        (folder / "flow.yaml").write_text(flow.replace("retry_if:", "retry_when:").replace("modules:", "steps:"))
        with pytest.raises(AssertionError):
            run_wmill(checkout, server, "lint")
