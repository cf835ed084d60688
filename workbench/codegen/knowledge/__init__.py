"""What Klaviyo's description does not say: our words, limits, examples, extra checks; one file for each category."""

from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from workbench.codegen.description import DescriptionError, Operation

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Knowledge:
    """`operations`: by name; `parameters`: words by name or pattern; `lock`: the pinned dependencies of all scripts."""

    operations: dict[str, Any]
    parameters: dict[str, str]
    lock: str

    def of(self, operation: Operation) -> dict[str, Any]:
        found: dict[str, Any] = self.operations.get(operation.name, {})
        return found

    def description(self, operation: Operation) -> str:
        """One or two sentences; of an operation that nobody has described yet, what it calls and what comes back."""
        status, content = operation.success
        call = f"{operation.method} {operation.path}"
        default = f"Calls {call}, which answers {status} with {'JSON' if content else 'no content'}."
        found: str = self.of(operation).get("description", default)
        return found

    def text(self, operation: Operation) -> str:
        """The docstring's paragraph."""
        found: str = self.of(operation).get("text") or self.description(operation)
        return found.strip()

    def limits(self, operation: Operation) -> dict[str, Any]:
        """`text`, `payload_bytes`, `string_bytes`, each where there is one."""
        found: dict[str, Any] = self.of(operation).get("limits", {})
        return found

    def example(self, operation: Operation) -> dict[str, Any] | None:
        found: dict[str, Any] | None = self.of(operation).get("example")
        return found

    def checks(self, operation: Operation) -> str:
        """Python for limits that JSON Schema cannot say; it defines `limit_faults`."""
        file = FOLDER / "checks" / f"{operation.name}.py.txt"
        return file.read_text(encoding="utf-8").strip() if file.exists() else ""

    def add_words(self, operation: Operation, schema: dict[str, Any]) -> None:
        """Descriptions and limits, each where it belongs; a field that is not there is an error, as words go stale."""
        revision = schema["properties"]["revision"]["default"]
        for name, subschema in schema["properties"].items():
            for pattern, words in self.parameters.items():
                if fnmatch(name, pattern):
                    resource = name.removeprefix(pattern.removesuffix("*")).replace("_", "-")
                    parent = operation.path.partition(f"/{{{name}}}")[0]
                    description = words.format(revision=revision, resource=resource, parent=parent)
                    schema["properties"][name] = {**subschema, "description": description}
        for path, words in self.of(operation).get("fields", {}).items():
            node = schema
            for part in path.replace("[]", ".[]").split("."):
                try:
                    node = node["items"] if part == "[]" else node["properties"][part]
                except KeyError:
                    raise DescriptionError(
                        f"{operation.name} has no field {path}, which knowledge/ describes"
                    ) from None
            node |= {"description": words} if isinstance(words, str) else words


def load() -> Knowledge:
    """All files of this folder, put together."""
    operations: dict[str, Any] = {}
    for file in sorted((FOLDER / "operations").glob("*.yaml")):
        operations |= yaml.safe_load(file.read_text(encoding="utf-8"))
    parameters = yaml.safe_load((FOLDER / "parameters.yaml").read_text(encoding="utf-8"))
    lock = (FOLDER / "script.lock").read_text(encoding="utf-8")
    return Knowledge(operations, parameters, lock)
