"""Runs a flow as Windmill would: evaluates transforms with Node, calls the steps, follows branches and loops."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.support.collection import NODE
from workbench.collection import ROOT, load_module


def read_flow(folder: Path) -> Any:
    return yaml.safe_load((folder / "flow.yaml").read_text(encoding="utf-8"))


def evaluate(expressions: dict[str, str], **scope: Any) -> dict[str, Any]:
    """Return the values of JavaScript expressions with these names in scope; undefined is left out."""
    values = ", ".join(f"{json.dumps(name)}: ({expression})" for name, expression in expressions.items())
    program = f"const {{{', '.join(scope)}}} = JSON.parse(process.argv[1]); console.log(JSON.stringify({{{values}}}))"
    command = [str(NODE), "-e", program, json.dumps(scope)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


class FlowRun:
    """One run of a flow: `results` by step, `waits` in seconds before a step, `failed` with which step's error.

    `prepare` is called with the module of every script before its main. With `event`, the flow's preprocessor makes
    the input of what a trigger received.
    """

    def __init__(
        self, folder: Path, prepare: Callable[[Any], None], flow_input: dict[str, Any] | None = None, event: Any = None
    ) -> None:
        self.folder, self.prepare = folder, prepare
        self.results: dict[str, Any] = {}
        self.waits: dict[str, Any] = {}
        self.failed: str | None = None
        value = read_flow(folder)["value"]
        if event is not None:
            preprocessor = self._load(value["preprocessor_module"]["value"])
            flow_input = json.loads(json.dumps(preprocessor.preprocessor(event)))
        self.flow_input = flow_input or {}
        self._run_all(value["modules"])

    @property
    def result(self) -> Any:
        """What the flow returns: the result of its last step, or of the step that failed."""
        return list(self.results.values())[-1]

    def _run_all(self, modules: list[Any]) -> None:
        for module in modules:
            if self.failed is None:
                self._run(module)

    def _run(self, module: Any) -> None:
        name, value = module["id"], module["value"]
        match value["type"]:
            case "branchone":
                conditions = {str(at): branch["expr"] for at, branch in enumerate(value["branches"])}
                true = [at for at, holds in self._evaluate(conditions).items() if holds]
                self._run_all(value["branches"][int(true[0])]["modules"] if true else value["default"])
            case "forloopflow":
                items = self._transform({"iterator": value["iterator"]})["iterator"]
                self.results[name] = [self._iterate(value, {"value": item}) for item in items]
            case "whileloopflow":
                self.results[name] = []
                while self.failed is None:
                    number = len(self.results[name])
                    self.results[name].append(self._iterate(value, {"value": number, "index": number}))
                    if self._stops(value["modules"]):
                        break
            case _:
                if "sleep" in module:
                    self.waits[name] = self._transform({"sleep": module["sleep"]})["sleep"]
                self.results[name] = self._call(value)
                if isinstance(self.results[name], dict) and "error" in self.results[name]:
                    self.failed = None if module.get("continue_on_error") else name

    def _call(self, value: Any) -> Any:
        """Return the result of a script, or its error as Windmill describes it."""
        arguments = self._transform(value["input_transforms"])
        try:
            return json.loads(json.dumps(self._load(value).main(**arguments)))
        except Exception as error:
            return {"error": {"message": str(error), "name": type(error).__name__, "extra": vars(error)}}

    def _iterate(self, loop: Any, iteration: Any) -> Any:
        """Return the result of the loop's last step."""
        outside, self.flow_input = self.flow_input, {**self.flow_input, "iter": iteration}
        self._run_all(loop["modules"])
        self.flow_input = outside
        if loop.get("skip_failures"):
            self.failed = None
        return self.results[loop["modules"][-1]["id"]]

    def _stops(self, modules: list[Any]) -> bool:
        """Return whether one of the steps has ended its loop."""
        stops = {module["id"]: module["stop_after_if"]["expr"] for module in modules if "stop_after_if" in module}
        return any(evaluate({name: expr}, result=self.results[name])[name] for name, expr in stops.items())

    def _transform(self, transforms: dict[str, Any]) -> dict[str, Any]:
        static = {name: entry["value"] for name, entry in transforms.items() if entry["type"] == "static"}
        return static | self._evaluate({name: entry["expr"] for name, entry in transforms.items() if "expr" in entry})

    def _evaluate(self, expressions: dict[str, str]) -> dict[str, Any]:
        if not expressions:
            return {}
        return evaluate(expressions, results=self.results, flow_input=self.flow_input)

    def _load(self, value: Any) -> Any:
        if value["type"] == "script":
            path = ROOT / f"{value['path']}.py"
        else:
            path = self.folder / value["content"].removeprefix("!inline ")
        script = load_module(path)
        self.prepare(script)
        return script
