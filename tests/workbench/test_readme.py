"""The READMEs show what is really printed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.collection import FLOWS
from tests.support.windmill_cli import copy_collection, run_wmill
from tests.support.windmill_server import WindmillServer
from workbench.collection import ROOT, load_operation, load_script
from workbench.sandbox import Sandbox

READMES = [
    ROOT / "README.md",
    ROOT / "f/klaviyo/bulk/README.md",
    ROOT / "f/klaviyo/triggers/README.md",
    ROOT / "workbench/README.md",
]
README = "\n".join(readme.read_text(encoding="utf-8") for readme in READMES)


def blocks(language: str) -> list[str]:
    """Return the blocks of code in a language."""
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


def test_wrong_arguments_are_refused_as_the_readme_shows() -> None:
    command = "make run SCRIPT=events/create_event ARGS=f/klaviyo/examples/wrong_event.json"
    done = make(*command.split()[1:])
    assert done.returncode != 0
    assert shown_output(command) == done.stdout + done.stderr


def test_the_loop_in_the_readme_gets_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    link = "https://a.klaviyo.com/api/profiles?page%5Bcursor%5D=second"
    pages = {None: {"data": [1], "links": {"next": link}}, "second": {"data": [2], "links": {"next": None}}}
    script = load_script(load_operation("get_profiles"))
    monkeypatch.setattr(script, "send", lambda *_, params, **__: pages[params.get("page[cursor]")])
    monkeypatch.setitem(sys.modules, "get_profiles", script)
    [loop] = blocks("python")
    variables: dict[str, Any] = {}
    exec(loop.replace("pk_…", "pk_x"), variables)  # noqa: S102  # our own README
    assert variables["profiles"] == [1, 2]


def test_the_readme_is_short() -> None:
    assert len(READMES[0].read_text(encoding="utf-8").splitlines()) < 200


def test_links_in_the_readmes_lead_to_files() -> None:
    for readme in READMES:
        links = re.findall(r"\]\(([^)#]+)\)", readme.read_text(encoding="utf-8"))
        assert [link for link in links if "://" not in link and not (readme.parent / link).exists()] == []


def check_output(command: str, folder: Path) -> None:
    """Run a command of the README with its files in the folder; it must print what the README shows."""
    words = [re.sub(r"^(FILE|TO)=", rf"\1={folder}/", word) for word in shlex.split(command)[1:]]
    done = make(*words, f"STATE={folder}/sandbox.sqlite")
    seconds = re.compile(r'"seconds": [\d.]+')
    printed = (done.stderr + done.stdout).replace(f"{folder}/", "")
    assert seconds.sub("", shown_output(command)) == seconds.sub("", printed)


def test_make_import_prints_what_the_readme_shows(tmp_path: Path) -> None:
    rows = subprocess.run([sys.executable, "-m", "workbench.rows", "5000"], cwd=ROOT, capture_output=True, check=True)
    (tmp_path / "orders.csv").write_bytes(rows.stdout)
    check_output('make import FILE=orders.csv METRIC="Placed Order" BACKFILL=true', tmp_path)


def test_importing_consents_prints_what_the_readme_shows_and_the_sandbox_keeps_them(tmp_path: Path) -> None:
    [text] = re.findall(r"^cat > newsletter.csv <<END\n(.*?)^END$", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "newsletter.csv").write_text(text)
    check_output("make import FILE=newsletter.csv WHAT=subscriptions ACTION=subscribe LIST_ID=Y6nRLr", tmp_path)
    with Sandbox(state=f"{tmp_path}/sandbox.sqlite") as sandbox:
        emails = {resource.attributes["email"] for resource in sandbox.newest_resources("profile", 2)}
    assert emails == {"lea@example.com", "kim@example.com"}


def test_make_export_prints_what_the_readme_shows(tmp_path: Path) -> None:
    check_output("make export READ=profiles/get_profiles TO=profiles.csv", tmp_path)


def test_windmill_accepts_the_flow_in_the_readme(tmp_path: Path) -> None:
    [flow] = blocks("yaml")
    checkout = copy_collection(tmp_path / "checkout")
    folder = checkout / "f/klaviyo/record__flow"
    folder.mkdir()
    with WindmillServer({}) as server:
        (folder / "flow.yaml").write_text(flow)
        printed = run_wmill(checkout, server, "lint")
        assert "Lint passed" in printed
        before = len([*FLOWS, *ROOT.glob("f/klaviyo/*/*.schedule.yaml"), *ROOT.glob("f/klaviyo/*/*.http_trigger.yaml")])
        assert f"({before + 1} file(s) validated, {before + 1} valid)" in printed
        (folder / "flow.yaml").write_text(flow.replace("retry_if:", "retry_when:").replace("modules:", "steps:"))
        with pytest.raises(AssertionError):
            run_wmill(checkout, server, "lint")
