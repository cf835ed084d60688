"""Runs a flow as Windmill would: transforms evaluated by Node, steps called, branches and loops taken."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.helpers import NODE
from workbench.collection import ROOT, load_module


def flow_in(folder: Path) -> Any:
    return yaml.safe_load((folder / "flow.yaml").read_text(encoding="utf-8"))


def evaluated(expression: str, results: Any, flow_input: Any) -> Any:
    """What a JavaScript expression gives, with what Windmill has in scope."""
    program = "const [r, f] = process.argv.slice(1).map(JSON.parse);"
    program += "const {results, flow_input} = {results: r, flow_input: f};"
    program += f"console.log(JSON.stringify({{value: ({expression})}}))"
    command = [str(NODE), "-e", program, json.dumps(results), json.dumps(flow_input)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout).get("value")


def transformed(transform: Any, results: Any, flow_input: Any) -> Any:
    if transform["type"] == "static":
        return transform["value"]
    return evaluated(transform["expr"], results, flow_input)


class Run:
    """One run of a flow: `results` by step, `slept` in seconds before a step, `failed` with which step's error.

    `prepare` gets every script before its main is called.
    """

    def __init__(self, folder: Path, flow_input: dict[str, Any], prepare: Callable[[Any], None]) -> None:
        self.folder, self.flow_input, self.prepare = folder, flow_input, prepare
        self.results: dict[str, Any] = {}
        self.slept: dict[str, Any] = {}
        self.failed: str | None = None
        self.all(flow_in(folder)["value"]["modules"])

    def all(self, modules: list[Any]) -> None:
        for module in modules:
            if self.failed is None:
                self.one(module)

    def one(self, module: Any) -> None:
        name, value = module["id"], module["value"]
        if value["type"] == "branchone":
            branches = [
                branch["modules"]
                for branch in value["branches"]
                if evaluated(branch["expr"], self.results, self.flow_input)
            ]
            return self.all(branches[0] if branches else value["default"])
        if value["type"] == "forloopflow":
            items = transformed(value["iterator"], self.results, self.flow_input)
            self.results[name] = [self.iteration(value, item) for item in items]
            return None
        if "sleep" in module:
            self.slept[name] = transformed(module["sleep"], self.results, self.flow_input)
        transforms = value["input_transforms"].items()
        arguments = {key: transformed(transform, self.results, self.flow_input) for key, transform in transforms}
        try:
            self.results[name] = self.function(value)(**arguments)
        except Exception as error:
            described = {"message": str(error), "name": type(error).__name__, "extra": vars(error)}
            self.results[name] = {"error": described}
            if not module.get("continue_on_error"):
                self.failed = name
        return None

    def iteration(self, loop: Any, item: Any) -> Any:
        """The result of the loop's last step for one item."""
        outside, self.flow_input = self.flow_input, {**self.flow_input, "iter": {"value": item}}
        self.all(loop["modules"])
        self.flow_input = outside
        if loop["skip_failures"]:
            self.failed = None
        return self.results[loop["modules"][-1]["id"]]

    def function(self, value: Any) -> Any:
        if value["type"] == "script":
            path = ROOT / f"{value['path']}.py"
        else:
            path = self.folder / value["content"].removeprefix("!inline ")
        script = load_module(path)
        self.prepare(script)
        return script.main
