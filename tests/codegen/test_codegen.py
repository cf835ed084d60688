"""The generator: the same tree from the same description, strict about what it reads; it prints what changed."""

import copy
import dataclasses
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.collection import INDEX
from tests.support.descriptions import CURRENT, FORMER, needs_current, needs_former
from workbench.codegen import bulk, tree
from workbench.codegen.changes import asserting, list_changes
from workbench.codegen.coverage import list_missing
from workbench.codegen.read import DescriptionError, Limit, read_description, read_knowledge
from workbench.codegen.render import parts
from workbench.collection import ROOT, load_schema

PROSE = "Sends a pigeon with the message tied to one leg."

DESCRIPTION = {
    "openapi": "3.0.2",
    "info": {"title": "Klaviyo API", "version": "2026-10-15", "description": PROSE},
    "paths": {
        "/api/pigeons/{id}": {
            "get": {
                "operationId": "get_pigeon",
                "summary": "Get Pigeon",
                "description": PROSE,
                "tags": ["Pigeon Post"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "description": PROSE},
                    {
                        "name": "fields[pigeon]",
                        "in": "query",
                        "schema": {"type": "array", "items": {"type": "string", "enum": ["name"]}},
                        "explode": False,
                    },
                    {
                        "name": "revision",
                        "in": "header",
                        "required": True,
                        "schema": {"type": "string", "default": "2026-10-15"},
                    },
                ],
                "responses": {"200": {"description": PROSE, "content": {"application/vnd.api+json": {}}}},
            }
        },
        "/api/pigeon-portraits": {
            "post": {
                "operationId": "upload_pigeon_portrait_beta",
                "summary": "Upload Pigeon Portrait",
                "tags": ["Pigeon Post"],
                "x-klaviyo-pre-release": "BETA",
                "parameters": [
                    {
                        "name": "revision",
                        "in": "header",
                        "required": True,
                        "schema": {"type": "string", "default": "2026-10-15.pre"},
                    }
                ],
                "requestBody": {
                    "description": PROSE,
                    "required": True,
                    "content": {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Portrait"}}},
                },
                "responses": {"201": {"description": PROSE, "content": {"application/vnd.api+json": {}}}},
            }
        },
        "/api/pigeons": {
            "post": {
                "operationId": "create_pigeon",
                "summary": "Create Pigeon",
                "tags": ["Pigeon Post"],
                "parameters": [
                    {
                        "name": "revision",
                        "in": "header",
                        "required": True,
                        "schema": {"type": "string", "default": "2026-10-15"},
                    }
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/vnd.api+json": {"schema": {"$ref": "#/components/schemas/Pigeon"}}},
                },
                "responses": {"204": {"description": PROSE}},
            }
        },
    },
    "components": {
        "schemas": {
            "Portrait": {
                "type": "object",
                "properties": {
                    "title": {"description": PROSE, "type": "string"},
                    "file": {"description": PROSE, "type": "string", "format": "binary"},
                    "tame": {"type": "boolean"},
                },
                "required": ["title", "file"],
            },
            "Pigeon": {
                "type": "object",
                "description": PROSE,
                "properties": {
                    "name": {"type": "string", "description": PROSE, "example": PROSE},
                    "mate": {"$ref": "#/components/schemas/Pigeon"},
                    "born": {"type": "string", "format": "date", "nullable": True},
                },
                "required": ["name"],
            },
        }
    },
}


def build(tmp_path: Path, change: Any = None) -> dict[str, str]:
    """Return the files of the description of pigeons, after a change."""
    description: Any = copy.deepcopy(DESCRIPTION)
    if change:
        change(description)
    file = tmp_path / "description.json"
    file.write_text(json.dumps(description))
    return tree.build(read_description(str(file)), dataclasses.replace(read_knowledge(), operations={}, limits={}))


def codegen(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "workbench.codegen", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@needs_current
def test_the_committed_tree_is_what_the_description_gives() -> None:
    done = codegen("--spec", str(CURRENT), "--check")
    assert (done.returncode, done.stdout) == (0, f"{INDEX['count']} operations of revision {INDEX['revision']}\n")


@needs_current
def test_the_manifest_names_the_description() -> None:
    assert INDEX["sha256"] == hashlib.sha256(CURRENT.read_bytes()).hexdigest()


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    files = build(tmp_path)
    tree.write_tree(files, tmp_path / "out")
    assert tree.read_tree(tmp_path / "out") == files
    assert build(tmp_path) == files
    assert list_changes(tree.read_tree(tmp_path / "out"), files) == []


def test_what_the_description_no_longer_has_is_deleted_and_what_is_hand_written_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    tree.write_tree(build(tmp_path), out)
    by_hand = [out / "f/klaviyo/bulk/load.py", out / "f/klaviyo/load__flow/step.py"]
    for path in by_hand:
        path.parent.mkdir(exist_ok=True)
        path.write_text("by hand")
    tree.write_tree(build(tmp_path, lambda description: description["paths"].pop("/api/pigeons")), out)
    operations, endings = ("get_pigeon", "upload_pigeon_portrait_beta"), (".py", ".script.lock", ".script.yaml")
    generated = {f"{name}{ending}" for name in (*operations, *bulk.SCRIPTS) for ending in endings}
    assert {path.name for path in out.glob("f/klaviyo/*/*")} == generated | {"load.py", "step.py"}
    assert [path.read_text() for path in by_hand] == ["by hand"] * 2
    assert not (out / "schemas/pigeon_post/create_pigeon.json").exists()


def test_no_sentence_of_the_description_is_carried_over(tmp_path: Path) -> None:
    assert [path for path, text in build(tmp_path).items() if "pigeon with" in text] == []


def with_prose(node: Any) -> Any:
    """Return the description as Klaviyo publishes it: prose and examples everywhere, none of the extensions."""
    if isinstance(node, list):
        return [with_prose(item) for item in node]
    if not isinstance(node, dict):
        return node
    copied = {key: with_prose(value) for key, value in node.items() if not key.startswith("x-")}
    if isinstance(node.get("type"), str) or "$ref" in node or "operationId" in node or "in" in node:
        copied["description"] = PROSE
    if isinstance(node.get("type"), str):
        copied |= {"example": PROSE, "title": PROSE}
    return copied


@needs_current
def test_with_prose_and_without_extensions_the_inputs_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "description.json"
    file.write_text(json.dumps(with_prose(json.loads(CURRENT.read_bytes()))))
    files = tree.build(read_description(str(file)), read_knowledge())
    assert [path for path, text in files.items() if "pigeon" in text] == []
    for operation in INDEX["operations"]:
        assert asserting(json.loads(files[operation["schema"]])) == asserting(load_schema(operation))


def test_a_change_of_a_part_changes_all_scripts_that_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build(tmp_path)
    changed = [
        dataclasses.replace(definition, text=definition.text.replace("TIMEOUT = (10, 60)", "TIMEOUT = (10, 90)"))
        for definition in parts.OPERATION_PARTS.definitions
    ]
    monkeypatch.setattr(parts.OPERATION_PARTS, "definitions", changed)
    after = build(tmp_path)
    differing = [path for path in before if before[path] != after[path]]
    assert differing == [path for path in before if path.endswith(".py") and "/bulk/" not in path]
    assert all("TIMEOUT = (10, 90)" in after[path] for path in differing)


def test_a_form_becomes_arguments(tmp_path: Path) -> None:
    files = build(tmp_path)
    script = files["f/klaviyo/pigeon_post/upload_pigeon_portrait_beta.py"]
    assert "title: str, file: bytes, tame: bool | None = None" in " ".join(script.split())
    schema = json.loads(files["schemas/pigeon_post/upload_pigeon_portrait_beta.json"])
    assert schema["required"] == ["title", "file"]
    assert schema["properties"]["file"] == {"type": "string", "contentEncoding": "base64", "minLength": 1}


def test_a_recursive_body_has_definitions(tmp_path: Path) -> None:
    schema = json.loads(build(tmp_path)["schemas/pigeon_post/create_pigeon.json"])
    assert schema["$defs"]["Pigeon"]["properties"]["mate"] == {"$ref": "#/$defs/Pigeon"}


def operation(description: Any) -> Any:
    return description["paths"]["/api/pigeons/{id}"]["get"]


def name(description: Any) -> Any:
    return description["components"]["schemas"]["Pigeon"]["properties"]["name"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: operation(d).update(callbacks={}), "get_pigeon: callbacks is not understood"),
        (lambda d: operation(d)["parameters"][1].update(explode=True), "get_pigeon: parameter fields[pigeon]"),
        (lambda d: operation(d)["parameters"][1].update(style="deepObject"), "style deepObject is not understood"),
        (
            lambda d: operation(d)["parameters"][1].update({"in": "cookie"}),
            "get_pigeon: parameter fields[pigeon]: in coo",
        ),
        (lambda d: operation(d)["parameters"][0]["schema"].update(type="object"), "get_pigeon: parameter id"),
        (lambda d: operation(d)["parameters"].pop(0), "get_pigeon: its path parameters are not those of"),
        (
            lambda d: operation(d)["parameters"][1].update(name="id"),
            "get_pigeon: two arguments would be called the same",
        ),
        (lambda d: operation(d).update(operationId="create_pigeon"), "several operations are called create_pigeon"),
        (lambda d: operation(d).update(operationId="../pigeon"), "../pigeon is not a name for a script"),
        (lambda d: operation(d).update(responses={"400": {}}), "get_pigeon has no success"),
        (lambda d: d["paths"]["/api/pigeons"].update(put={}), "/api/pigeons: put is not understood"),
        (lambda d: name(d).update(multipleOf=3), "create_pigeon.name: the keyword multipleOf is not understood"),
        (lambda d: name(d).update(anyOf=[]), "create_pigeon.name: the keyword anyOf is not understood"),
        (
            lambda d: d["paths"]["/api/pigeons"]["post"]["requestBody"].update(content={"text/csv": {"schema": {}}}),
            "create_pigeon: an optional body or one of text/csv is not understood",
        ),
        (lambda d: d.pop("components"), "is not an OpenAPI description of Klaviyo: KeyError('components')"),
    ],
)
def test_what_is_not_understood_is_an_error_that_names_the_operation(tmp_path: Path, change: Any, message: str) -> None:
    with pytest.raises(DescriptionError, match=re.escape(message)):
        build(tmp_path, change)


def test_a_description_that_cannot_be_downloaded_is_an_error() -> None:
    message = "http://127.0.0.1:9/stable.json cannot be downloaded (no connection); SPEC=file uses a file"
    with pytest.raises(DescriptionError, match=re.escape(message)):
        read_description("http://127.0.0.1:9/stable.json")


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "description.json"
    for content, message in (("{}", "is not an OpenAPI description"), ("<html>", "is not an OpenAPI description")):
        file.write_text(content)
        done = codegen("--spec", str(file), "--out", str(tmp_path / "out"))
        assert done.returncode == 1
        assert message in done.stderr
        assert "Traceback" not in done.stderr
    assert codegen("--spec", str(tmp_path / "nothing.json")).returncode == 1
    assert not (tmp_path / "out").exists()


def rename(description: Any) -> None:
    operation(description)["operationId"] = "read_pigeon"


def test_the_changes_are_told(tmp_path: Path) -> None:
    before = build(tmp_path)
    assert list_changes({}, before)[:2] == [
        "added    create_pigeon: POST /api/pigeons",
        "added    get_pigeon: GET /api/pigeons/{id}",
    ]
    assert list_changes(before, build(tmp_path, rename))[:-1] == ["renamed  get_pigeon -> read_pigeon"]
    removed = build(tmp_path, lambda description: description["paths"].pop("/api/pigeons"))
    assert list_changes(before, removed)[:-1] == ["removed  create_pigeon"]
    longer = build(tmp_path, lambda description: name(description).update(maxLength=3))
    assert list_changes(before, longer)[:-1] == ["changed  create_pigeon: argument body"]
    fewer = build(tmp_path, lambda description: operation(description)["parameters"].pop(1))
    assert list_changes(before, fewer)[:-1] == ["changed  get_pigeon: argument fields_pigeon removed"]
    assert list_changes(fewer, before)[:-1] == ["changed  get_pigeon: new argument fields_pigeon"]


def test_what_is_left_to_write_is_told(tmp_path: Path) -> None:
    def change(description: Any) -> None:
        description["components"]["schemas"]["Pigeon"]["properties"]["wingspan"] = {"type": "number"}

    known = read_knowledge()
    files = build(tmp_path, change)
    assert list_missing(files, known) == ["no description in the glossary of born, file, mate, tame, title, wingspan"]
    example = {"body": {"name": 7}}
    unfit = dataclasses.replace(known, operations={"create_pigeon": {"example": example}})
    assert list_missing(files, unfit)[1:] == ["the example of create_pigeon does not match"]
    file = tmp_path / "description.json"
    assert codegen("--spec", str(file), "--out", str(tmp_path / "out")).stdout.splitlines()[-2:] == [
        "no description in the glossary of born, file, mate, tame, title, wingspan",
        "3 operations of revision 2026-10-15",
    ]


def test_words_for_what_is_not_there_are_an_error(tmp_path: Path) -> None:
    file = tmp_path / "description.json"
    file.write_text(json.dumps(DESCRIPTION))
    for operations, limits in (
        ({"create_pigeon": {"fields": {"body.weight": "How heavy it is, in grams."}}}, {}),
        ({}, {"create_pigeon": [Limit("grams", max=500, enforced="maximum", at="body.weight")]}),
    ):
        known = dataclasses.replace(read_knowledge(), operations=operations, limits=limits)
        with pytest.raises(
            DescriptionError, match="create_pigeon has no field body\\.weight, which knowledge/ describes"
        ):
            tree.build(read_description(str(file)), known)


def test_check_fails_where_the_tree_differs_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "description.json"
    file.write_text(json.dumps(DESCRIPTION))
    # The words that the committed knowledge has are for operations that pigeons lack, so they are not missed.
    arguments = ["--spec", str(file), "--out", str(tmp_path / "out")]
    assert codegen(*arguments, "--check").returncode == 1
    assert not (tmp_path / "out").exists()
    assert codegen(*arguments).returncode == 0
    assert codegen(*arguments, "--check").returncode == 0
    changed = tmp_path / "out/f/klaviyo/pigeon_post/get_pigeon.py"
    changed.write_text(changed.read_text() + "# by hand\n")
    done = codegen(*arguments, "--check")
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "1 files differ")


@needs_former
def test_the_tree_of_the_revision_before_passes_the_same_suite(tmp_path: Path) -> None:
    done = codegen("--spec", str(FORMER), "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    suite = ["tests/operations/test_requests.py", "tests/operations/test_shape.py"]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            "0",
            "-p",
            "no:cacheprovider",
            "-k",
            "test_the_example or test_the_types",
            *suite,
        ],
        cwd=ROOT,
        env=os.environ | {"KLAVIYO_COLLECTION": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert re.search(r"^\d{3} passed", done.stdout, re.MULTILINE)
