"""What the README shows is what happens."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import attributes_of, example_body
from tests.test_windmill import Wmill, checkout, windmill, wmill  # noqa: F401  # fixtures
from workbench.collection import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return found


def environment() -> dict[str, str]:
    hidden = {"KLAVIYO_API_KEY", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


def make_run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """As typed in a shell, not in the `make` that runs the tests."""
    command = ["make", "run", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, encoding="utf-8", check=False)


def test_make_run_prints_what_the_readme_shows() -> None:
    assert blocks("console")[0] == "$ make run\n" + make_run().stdout


def test_a_wrong_body_is_refused_as_the_readme_shows(tmp_path: Path) -> None:
    body = example_body()
    attributes_of(body).update(time="yesterday", value="25 CHF")
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(body))
    done = make_run(f"ARGS={wrong}")
    assert done.returncode != 0
    *shown, last = blocks("console")[1].splitlines(keepends=True)
    assert "".join(shown) == "$ make run ARGS=wrong.json\n" + done.stdout + done.stderr.rpartition("make: ***")[0]
    assert last == "make: ***" + done.stderr.rpartition("make: ***")[2]


def test_make_import_prints_what_the_readme_shows(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    rows = subprocess.run([sys.executable, "-m", "workbench.rows", "5000"], cwd=ROOT, capture_output=True, check=True)
    file.write_bytes(rows.stdout)
    command = ["make", "import", f"FILE={file}", "METRIC=Placed Order"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, encoding="utf-8", check=True)
    shown = '$ make import FILE=orders.csv METRIC="Placed Order"\n' + done.stderr + done.stdout
    timed = re.compile(r'"seconds": [\d.]+')
    assert timed.sub("", blocks("console")[2]) == timed.sub("", shown)


def test_the_flow_is_one(checkout: Path, wmill: Wmill) -> None:  # noqa: F811
    [flow] = blocks("yaml")
    folder = checkout / "f/klaviyo/record__flow"
    folder.mkdir()
    (folder / "flow.yaml").write_text(flow)
    assert "Lint passed (3 file(s) validated, 3 valid)" in wmill("lint")
    (folder / "flow.yaml").write_text(flow.replace("retry_if:", "retry_when:").replace("modules:", "steps:"))
    with pytest.raises(AssertionError):
        wmill("lint")
