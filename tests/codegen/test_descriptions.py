"""The descriptions: of everything, our own, spelled right, and saying more than a name."""

import ast
import functools
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.support.collection import INDEX, OPERATIONS
from tests.support.descriptions import stored_description, stored_knowledge
from tests.support.windmill_form import metadata_of
from workbench.codegen.coverage import coverage, iterate_properties
from workbench.codegen.read import KNOWLEDGE
from workbench.collection import COLLECTION, ROOT, Operation, load_schema

SDK = ROOT / ".venv/sdk/openapi_client"

needs_sdk = pytest.mark.skipif(not SDK.exists(), reason=f"Klaviyo's SDK is not in {SDK}; make test puts it there")


def split_words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower().replace("_", " "))


def test_the_report_says_that_nothing_is_missing() -> None:
    lines = coverage(stored_description(), stored_knowledge())
    counts = {
        row: (int(covered), int(count))
        for row, covered, count in re.findall(r"^(\S.+): (\d+)/(\d+)$", "\n".join(lines), re.M)
    }
    enforced = counts.pop("of these, enforced before anything is sent")
    assert len(counts) == 8
    assert all(covered == count for covered, count in counts.values()), lines
    assert counts["operations described"] == (INDEX["count"], INDEX["count"])
    unenforced = [line for line in lines if line.startswith("  not ")]
    assert len(unenforced) == enforced[1] - enforced[0]
    assert all(line.endswith(")") for line in unenforced), "every limit that is not enforced says why"


@OPERATIONS
def test_everything_is_described(operation: Operation) -> None:
    schema = load_schema(operation)
    assert all("description" in subschema for subschema in schema["properties"].values())
    assert ["/".join(path) for path, subschema in iterate_properties(schema) if "description" not in subschema] == []


@OPERATIONS
def test_a_description_is_the_same_everywhere(operation: Operation) -> None:
    """The docstring, the form, the schema and the index have it from one source."""
    schema = load_schema(operation)
    source = (COLLECTION / operation["script"]).read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    form = metadata_of(operation["script"])
    title = f"{schema['title']}: {operation['method']} {operation['path']}"
    generated = f"Generated from Klaviyo's API description, revision {INDEX['revision']}. A copy may be changed freely."
    assert " ".join(docstring.split()) == " ".join(f"{title} {schema['description']} {generated}".split())
    text, facts = schema["description"].split("\n\n")
    assert (form["summary"], plain_text(form["description"])) == (schema["title"], f"{text} {' '.join(facts.split())}")
    for rate in operation["rate_limits"].values():
        assert rate in facts
    for scope in operation["scopes"]:
        assert scope in facts
    assert facts.endswith(f"Reference: https://developers.klaviyo.com/en/reference/{operation['operation']}")
    readme = (COLLECTION / "f/klaviyo/README.md").read_text(encoding="utf-8")
    [row] = [line for line in readme.splitlines() if f"]({operation['category']}/{operation['operation']}.py)" in line]
    first = row.rpartition(" | ")[2].removesuffix(" |")
    assert " ".join(text.split()).startswith(first)
    assert len(split_words(first)) >= 4


def plain_text(markdown: str) -> str:
    """Return a description in Markdown as one line of text, a list as a sentence, a link as its address."""
    lines = []
    for paragraph in markdown.split("\n\n"):
        items = re.findall(r"^- (.+)$", paragraph, re.MULTILINE)
        assert len(paragraph.splitlines()) == max(1, len(items)), "a line feed alone does not begin a new line"
        lines.append(f"{'; '.join(items)}." if items else paragraph)
    return re.sub(r"\[Klaviyo's reference\]\((.+)\)$", r"Reference: \1", " ".join(lines))


def test_no_two_operations_are_described_alike() -> None:
    texts = Counter(load_schema(operation)["description"].split("\n\n")[0] for operation in INDEX["operations"])
    assert [text for text, count in texts.items() if count > 1] == []


@OPERATIONS
def test_operations_that_a_description_mentions_exist(operation: Operation) -> None:
    known = {entry["operation"] for entry in INDEX["operations"]}
    named = re.findall(
        r"\b(?:get|create|update|delete|bulk|add|remove|query|tag|clone|cancel)_[a-z]\w+", ours(operation)
    )
    properties_too = {path[-1] for path, _ in iterate_properties(load_schema(operation))}
    assert set(named) - known - properties_too == set()


def ours(operation: Operation) -> str:
    text: str = load_schema(operation)["description"].split("\n\n")[0]
    return text


def written() -> Iterator[tuple[str, str]]:
    """Yield place and text of everything that is written by hand for people."""
    for operation in INDEX["operations"]:
        yield operation["operation"], ours(operation)
        for path, subschema in iterate_properties(load_schema(operation)):
            yield f"{operation['operation']}: {'.'.join(path)}", subschema["description"]
    yield from stored_knowledge().parameters.items()


def test_no_text_is_a_placeholder_or_repeats_its_name() -> None:
    small = {"the", "a", "an", "of", "in", "this", "that", "its", "is", "to", "for", "and", "or"}
    for where, text in written():
        assert not re.search(r"TODO|FIXME|XXX|TBD|lorem|placeholder text|[`<>*]|\.\.\.", text), where
        assert text == text.strip(), where
        assert text.endswith((".", ")")), where
        name = set(split_words(where.rpartition(".")[2].rpartition(": ")[2].replace("-", " ")))
        assert set(split_words(text)) - name - small, f"{where}: {text}"


def test_the_spelling_is_right() -> None:
    files = [str(KNOWLEDGE), str(ROOT / "README.md"), str(ROOT / "f/klaviyo/README.md")]
    done = subprocess.run(
        [str(Path(sys.executable).with_name("codespell")), *files], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def prose_of_klaviyo() -> Iterator[str]:
    """Yield the docstrings and descriptions in Klaviyo's SDK."""
    for file in SDK.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        yield from re.findall(r'description="((?:[^"\\]|\\.)*)"', source)
        if file.parent.name == "api":
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.FunctionDef):
                    yield re.sub("<[^>]+>", " ", ast.get_docstring(node) or "")


LONG = 8  # words


@functools.cache
def runs_of_klaviyo() -> set[tuple[str, ...]]:
    return {run for text in prose_of_klaviyo() for run in runs(text)}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[\w']+", text.lower())
    return (tuple(words[start : start + LONG]) for start in range(len(words) - LONG + 1))


@needs_sdk
def test_no_run_of_eight_words_is_klaviyos() -> None:
    assert len(runs_of_klaviyo()) > 10_000
    shared = {(where, " ".join(run)) for where, text in written() for run in runs(text) if run in runs_of_klaviyo()}
    assert shared == set()


@needs_sdk
def test_a_run_of_klaviyos_would_be_noticed() -> None:
    text = next(text for text in prose_of_klaviyo() if len(text.split()) > 2 * LONG)
    assert set(runs(f"Beforehand: {text}")) & runs_of_klaviyo()


@OPERATIONS
def test_examples_are_complete_and_look_real(operation: Operation) -> None:
    schema = load_schema(operation)
    for example in schema["examples"]:
        Draft202012Validator(schema).validate(example)
    body = schema["examples"][0].get("body", {})
    if operation["path"].endswith("{id}") and isinstance(body.get("data"), dict):
        assert body["data"].get("id") == schema["examples"][0]["id"], "the same resource in path and body"
    text = json.dumps(schema["examples"][0], ensure_ascii=False)
    assert not re.search(r'"(foo|bar|test|text-1|.*lorem.*)"', text, re.IGNORECASE)
    assert all(address.endswith("@example.com") for address in re.findall(r"[\w.+-]+@[\w.-]+", text))
    for number in re.findall(r'"(\+\d{8,})"', text):
        assert re.fullmatch(r"\+\d{8,15}", number)


def test_a_body_with_many_optional_parts_has_a_smallest_example() -> None:
    two = [operation for operation in INDEX["operations"] if len(load_schema(operation)["examples"]) == 2]
    assert len(two) > 40
    for operation in two:
        complete, smallest = (places(example["body"]) for example in load_schema(operation)["examples"])
        assert smallest + 5 <= complete


def places(value: Any) -> int:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(places, parts))
