"""The bundler: a script has the definitions of its modules unchanged, and stops where it could not."""

import ast
import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from workbench.codegen import bulk
from workbench.codegen.bundle import BundleError, add_contents, bundle, parse_module
from workbench.collection import ROOT

ENTRY = '''# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# ///
"""Greets

More about it.
"""

from __future__ import annotations

from datetime import UTC

from workbench.letters.words import greet
from workbench.shared.output import run


def main(name: str) -> str:
    """Return a greeting."""
    return greet(name, UTC)


if __name__ == "__main__":
    run(main)
'''
WORDS = '''"""What is said.

And what is not.
"""

from datetime import tzinfo

from workbench.shared.output import decorate

# Comes first.
HELLO = "Hello"
GREETING = f"{HELLO} {{}}"


@decorate
def greet(name: str, zone: tzinfo) -> str:
    return GREETING.format(name)  # unchanged


def leave() -> str:
    return "unused"
'''
OUTPUT = '''"""How it comes out."""

import sys
from collections.abc import Callable
from typing import Any

MARK = "!"


def decorate(function: Callable[..., str]) -> Callable[..., str]:
    return lambda *arguments: add_mark(function(*arguments))


def add_mark(text: str) -> str:
    return text + MARK


def run(main: Callable[..., Any]) -> None:
    print(main(sys.argv[1]))
'''


@pytest.fixture
def tree(tmp_path: Path) -> Any:
    """Return a function that writes the modules with changes, and returns the script of the entry."""

    def build(entry: str = ENTRY, words: str = WORDS, output: str = OUTPUT) -> str:
        for path, text in [("letters/hello", entry), ("letters/words", words), ("shared/output", output)]:
            file = tmp_path / f"workbench/{path}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return bundle("workbench.letters.hello", root=tmp_path)

    return build


def load(script: str, path: Path) -> Any:
    path.write_text(script, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("bundled", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_script_is_its_module_and_what_that_uses(tree: Any, tmp_path: Path) -> None:
    script = tree()
    assert load(script, tmp_path / "script.py").main("Ada") == "Hello Ada!"
    assert script.startswith(ENTRY[: ENTRY.index("from __future__")])
    assert script.endswith('if __name__ == "__main__":\n    run(main)\n')
    sections = re.findall(r"^# ---- (\S+) -+\n# (.*)$", script, re.MULTILINE)
    assert sections == [
        ("workbench/shared/output.py", "How it comes out."),  # `greet` is decorated when the script loads
        ("workbench/letters/words.py", "What is said."),
    ]
    assert "workbench." not in script
    assert "def run(main" in script, "the guard uses it"
    assert "unused" not in script
    assert '# Comes first.\nHELLO = "Hello"\nGREETING = ' in script


def test_what_adds_to_a_constant_comes_with_it(tree: Any, tmp_path: Path) -> None:
    script = tree(words=WORDS.replace('HELLO = "Hello"\n', 'HELLO = "Hel"\nHELLO += "lo"\n'))
    assert load(script, tmp_path / "script.py").main("Ada") == "Hello Ada!"


def test_general_modules_come_last(tree: Any) -> None:
    script = tree(words=WORDS.replace("@decorate\n", "").replace("GREETING.format(name)", "add_mark(name)"
        ).replace("import decorate", "import add_mark"))  # fmt: skip
    assert script.index("# ---- workbench/letters/words.py") < script.index("# ---- workbench/shared/output.py")
    assert "HELLO" not in script


def test_the_contents_tell_the_lines(tree: Any) -> None:
    script = add_contents(tree(), "workbench.letters.hello")
    lines = script.splitlines()
    [own, shared] = [list(map(int, pair)) for pair in re.findall(r"^# Lines (\d+)-(\d+):", script, re.MULTILINE)]
    assert lines[own[0] - 1] == "from __future__ import annotations"
    assert lines[own[1] - 1] == "    return greet(name, UTC)"
    assert lines[shared[0] - 1].startswith("# ---- workbench/shared/output.py")
    assert lines[shared[1] - 1] == "    return GREETING.format(name)  # unchanged"
    assert lines[own[0] - 3].startswith("# The modules are in workbench/letters, workbench/shared:")


FAULTS = [
    (
        {"words": WORDS.replace("import decorate", "import decorate as frame").replace("@decorate", "@frame")},
        "workbench/letters/words.py:8: modules of workbench are imported by `from module import name`, without `as`",
    ),
    (
        {"words": WORDS.replace("from workbench.shared.output import decorate", "import workbench.shared.output")},
        "workbench/letters/words.py:8: modules of workbench are imported by",
    ),
    (
        {"words": WORDS.replace("    return GREETING", "    from workbench.shared import output\n    return GREETING")},
        "workbench/letters/words.py:17: an import of workbench in a function",
    ),
    (
        {"words": WORDS.replace("HELLO", "MARK")},
        "MARK is defined in workbench/letters/words.py:11 and in workbench/shared/output.py:7: rename one of them",
    ),
    (
        {"output": OUTPUT.replace("import sys\n", "import sys as UTC\nimport sys\n").replace("+ MARK", "+ str(UTC)")},
        "UTC is defined in",
    ),
    (
        {"entry": ENTRY.replace("\n\ndef main", '\nWORDS = greet("you", UTC)\n\n\ndef main')},
        "workbench/letters/hello.py:17: greet is needed while the script loads, but stands below",
    ),
    (
        {"words": WORDS.replace("import decorate", "import frame").replace("@decorate", "@frame")},
        "workbench/letters/words.py: workbench/shared/output.py does not define frame",
    ),
    ({"words": WORDS.replace("HELLO =", "print()\nHELLO =")}, "workbench/letters/words.py:11: this statement defines"),
    ({"words": f"{WORDS}\n\nimport os\n"}, "workbench/letters/words.py:24: imports come before everything else"),
    ({"words": WORDS.partition('"""\n\n')[2]}, "workbench/letters/words.py: a docstring is missing"),
    (
        {"output": OUTPUT.replace("import sys\n", "import sys\n\nimport tqdm\n").replace("+ MARK", "+ str(tqdm)")},
        "workbench/letters/hello.py: the header lacks tqdm, which the script imports",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_what_a_script_could_not_repeat_is_an_error(tree: Any, changes: dict[str, str], message: str) -> None:
    with pytest.raises(BundleError, match=f"^{re.escape(message)}"):
        tree(**changes)


@pytest.mark.parametrize("path", bulk.ENTRIES)
def test_definitions_are_unchanged(path: str) -> None:
    """Every statement of a section stands in its module, with its comments."""
    script = (ROOT / path).read_text(encoding="utf-8")
    head, *sections = re.split(
        r"^# ---- (\S+\.py) -+\n", script.partition('\n\n\nif __name__ == "__main__":')[0], flags=re.M
    )
    own = (ROOT / bulk.ENTRIES[path].replace(".", "/")).with_suffix(".py").read_text(encoding="utf-8")
    defined = head[head.index("\n\n", head.index("import wmill") if "import wmill" in head else head.index("class ")) :]
    assert defined.strip() in own
    for module, text in zip(sections[::2], sections[1::2], strict=True):
        source = (ROOT / module).read_text(encoding="utf-8")
        written = {
            definition.text for definition in parse_module(module[:-3].replace("/", "."), source, True).definitions
        }
        bundled = parse_module("x", f'"""x"""\n{text.partition(chr(10))[2]}', True).definitions
        assert {definition.text for definition in bundled} <= written


def test_every_name_of_a_script_is_defined_once() -> None:
    for path in bulk.ENTRIES:
        statements = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
        names = [node.name for node in statements if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
        assert len(names) == len(set(names)), path
