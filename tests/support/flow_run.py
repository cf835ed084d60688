"""Runs a flow as Windmill would: evaluates expressions with Node, calls the steps, follows loops, retries."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.support import worker
from tests.support.collection import NODE
from workbench.collection import ROOT, load_module


def read_flow(folder: Path) -> Any:
    return yaml.safe_load((folder / "flow.yaml").read_text(encoding="utf-8"))


def iterate_modules(value: Any) -> Iterator[Any]:
    """Yield all modules of a flow's value, or of a loop or branch in it."""
    special = [value[name] for name in ("preprocessor_module", "failure_module") if name in value]
    for module in [*special, *value.get("modules", []), *value.get("default", [])]:
        yield module
        for inner in [module["value"], *module["value"].get("branches", [])]:
            yield from iterate_modules(inner)


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
    """One run of a flow: `results` by step, `retries` in seconds waited before each, `failed` with which step's error,
    `ended` after which step if that has ended it early, `status` of the answer to whoever waits for the result.

    `prepare` is called with the module of every script before its main. `resources`: by path. With `event`, the
    flow's preprocessor makes the input from what a trigger received.
    """

    def __init__(
        self,
        folder: Path,
        prepare: Callable[[Any], None],
        flow_input: dict[str, Any] | None = None,
        event: Any = None,
        resources: dict[str, Any] | None = None,
    ) -> None:
        self.folder, self.prepare, self.resources = folder, prepare, resources or {}
        self.results: dict[str, Any] = {}
        self.retries: dict[str, list[int]] = {}
        self.failed: str | None = None
        self.ended: str | None = None
        self.status = 200
        value = read_flow(folder)["value"]
        if event is not None:
            preprocessor = self._load(value["preprocessor_module"]["value"])
            flow_input = json.loads(json.dumps(preprocessor.preprocessor(event)))
        self.flow_input = flow_input or {}
        for module in value["modules"]:
            self._run_all([module])
            if self.failed is None and module["value"]["type"] != "whileloopflow" and self._stops([module]):
                self.ended = module["id"]
                # Windmill calls a flow skipped that ends early with skip_if_stopped, and answers as to a failed one.
                self.status = 422 if module["stop_after_if"].get("skip_if_stopped") else 200
                break
        self.status = 422 if self.failed else self.status

    @property
    def result(self) -> Any:
        """What the flow returns: the result of its last step, or of the step that failed or ended it."""
        return self.results[self.failed or self.ended or read_flow(self.folder)["value"]["modules"][-1]["id"]]

    def _run_all(self, modules: list[Any]) -> None:
        for module in modules:
            if self.failed is None:
                self._run(module)

    def _run(self, module: Any) -> None:
        name, value = module["id"], module["value"]
        match value["type"]:
            case "forloopflow":
                items = self._transform({"iterator": value["iterator"]})["iterator"]
                self.results[name] = [self._iterate(value, {"value": item}) for item in items]
            case "whileloopflow":
                self.results[name] = []
                while self.failed is None:
                    index = len(self.results[name])
                    self.results[name].append(self._iterate(value, {"value": index, "index": index}))
                    if self._stops(value["modules"]):
                        break
            case _:
                self.results[name] = self._call_with_retries(module)
                if is_error(self.results[name]) and not module.get("continue_on_error"):
                    self.failed = name

    def _call_with_retries(self, module: Any) -> Any:
        value, retry = module["value"], module.get("retry", {})
        arguments = self._transform(value["input_transforms"])
        result = self._call(value, arguments)
        for _ in range(retry.get("constant", {}).get("attempts", 0)):
            if not is_error(result):
                break
            condition = {"holds": retry.get("retry_if", {"expr": "true"})["expr"]}
            if not evaluate(condition, result=result, error=result["error"], flow_input=self.flow_input)["holds"]:
                break
            self.retries.setdefault(module["id"], []).append(retry["constant"]["seconds"])
            result = self._call(value, arguments)
        return result

    def _call(self, value: Any, arguments: dict[str, Any]) -> Any:
        """Return the result of a script, or its error as Windmill describes it."""
        resolved = {name: self._resolve(argument) for name, argument in arguments.items()}
        try:
            function = self._load(value).main
            return json.loads(json.dumps(function(**worker.fill_in(function, resolved))))
        except Exception as error:
            return {"error": {"message": str(error), "name": type(error).__name__, "extra": vars(error)}}

    def _resolve(self, argument: Any) -> Any:
        """Return the resource that an argument names, or the argument."""
        if isinstance(argument, str) and argument.startswith("$res:"):
            return self.resources[argument.removeprefix("$res:")]
        return argument

    def _iterate(self, loop: Any, iteration: Any) -> Any:
        """Return the result of the loop's last step."""
        outside, self.flow_input = self.flow_input, {**self.flow_input, "iter": iteration}
        self._run_all(loop["modules"])
        self.flow_input = outside
        if loop["skip_failures"]:
            self.failed = None
        return self.results[loop["modules"][-1]["id"]]

    def _stops(self, modules: list[Any]) -> bool:
        """Return whether one of the steps has ended its loop."""
        stops = {module["id"]: module["stop_after_if"]["expr"] for module in modules if "stop_after_if" in module}
        return any(evaluate({name: expr}, result=self.results[name])[name] for name, expr in stops.items())

    def _transform(self, transforms: dict[str, Any]) -> dict[str, Any]:
        static = {name: entry["value"] for name, entry in transforms.items() if entry["type"] == "static"}
        expressions = {name: entry["expr"] for name, entry in transforms.items() if entry["type"] == "javascript"}
        return static | evaluate(expressions, results=self.results, flow_input=self.flow_input)

    def _load(self, value: Any) -> Any:
        if value["type"] == "script":
            path = ROOT / f"{value['path']}.py"
        else:
            path = self.folder / value["content"].removeprefix("!inline ")
        script = load_module(path)
        self.prepare(script)
        return script


def is_error(result: Any) -> bool:
    return isinstance(result, dict) and "error" in result
