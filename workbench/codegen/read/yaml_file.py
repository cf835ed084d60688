"""YAML files whose values know their line, so that a fault in one can be found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Keys = tuple[str | int, ...]  # that lead to a value


@dataclass(frozen=True)
class YamlFile:
    """`content` of a file; `lines`: the keys that lead to a value -> its line; `faults` that reading it met."""

    name: str
    content: dict[str, Any] = field(default_factory=dict)
    lines: dict[Keys, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, keys: Keys, message: str) -> str:
        """Return a message with file and line of a value, or of the nearest one around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return f"{self.name}:{self.lines.get(keys, 1)}: {message}"


def read_yaml(file: Path, name: str) -> YamlFile:
    """Read a file that holds a mapping; `name` is what faults call the file."""
    loader = yaml.SafeLoader(file.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            return YamlFile(name, faults=[f"{name}:1: the file has to be a mapping of names to values"])
        lines: dict[Keys, int] = {}
        repeated: dict[Keys, int] = {}
        for keys, line in iterate_lines(node, ()):
            if keys in lines and keys[:-1] not in repeated:
                repeated[keys] = line
            lines.setdefault(keys, line)
        faults = [f'{name}:{line}: "{keys[-1]}" is already in line {lines[keys]}' for keys, line in repeated.items()]
        return YamlFile(name, loader.construct_document(node), lines, faults)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return YamlFile(name, faults=[f"{name}:{line}: the file is not YAML: {error.problem}"])
    finally:
        loader.dispose()


def iterate_lines(node: yaml.Node, keys: Keys) -> Iterator[tuple[Keys, int]]:
    """Yield keys and line of everything below `node`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*keys, key.value), key.start_mark.line + 1
            yield from iterate_lines(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*keys, index), item.start_mark.line + 1
            yield from iterate_lines(item, (*keys, index))
