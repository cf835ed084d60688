"""Klaviyo's official SDK against the sandbox: its models parse the answers, and its calls find what they have made."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.collection import AUTH, INDEX, REVISION, unthrottled
from workbench.collection import ROOT, Operation, load_schema, load_script
from workbench.sandbox import API_KEY, Sandbox

SDK = ROOT / ".venv/sdk"
SUPPORT = Path(__file__).parent.parent / "support"
NOT_IN_THE_SDK = {"get_client_geofences", "get_client_review_values_reports", "get_client_reviews"}

pytestmark = pytest.mark.skipif(not SDK.exists(), reason=f"Klaviyo's SDK is not in {SDK}; make test puts it there")


def run_with_sdk(program: str, *arguments: str, stdin: str = "") -> str:
    done = subprocess.run(
        [sys.executable, str(SUPPORT / program), *arguments],
        env=os.environ | {"PYTHONPATH": str(SDK)},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def answer_of(operation: Operation, sandbox: Sandbox, stateless: Sandbox) -> Any:
    """Return what a sandbox answers to the operation's example; the second, if the first has it already."""
    auth = {"auth": AUTH} if operation["needs_key"] else {}
    script = load_script(operation)
    for script.API in (sandbox.url, stateless.url):
        try:
            return script.main(**auth, **load_schema(operation)["examples"][0] | {"revision": REVISION})
        except Exception as error:
            if getattr(error, "status", None) != 409:
                raise
    raise AssertionError(f"{operation['operation']} conflicts with nothing")


def test_the_models_of_the_sdk_parse_the_answers() -> None:
    with_content = [operation for operation in INDEX["operations"] if operation["success"]["content"]]
    with_content.sort(key=lambda operation: ["GET", "POST", "PATCH"].index(operation["method"]))
    with Sandbox(unthrottled(INDEX)) as sandbox, Sandbox(unthrottled(INDEX), state=None) as stateless:
        answers = {operation["operation"]: answer_of(operation, sandbox, stateless) for operation in with_content}
        assert len(stateless.received) < 20
    errors = json.loads(run_with_sdk("parse_with_sdk.py", stdin=json.dumps(answers)))
    assert len(errors) == 359
    assert {operation for operation, error in errors.items() if error} == NOT_IN_THE_SDK


def test_what_the_sdk_creates_changes_and_deletes_comes_back() -> None:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        assert int(run_with_sdk("sdk_calls.py", sandbox.url, API_KEY)) >= 40
