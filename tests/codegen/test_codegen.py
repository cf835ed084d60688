"""The generator: the same tree from the same description, strict about what it reads; it prints what changed."""

import copy
import dataclasses
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.support.collection import INDEX
from tests.support.descriptions import STORED, stored_document, stored_knowledge
from workbench.codegen import __main__, bulk, tree
from workbench.codegen.changes import asserting, list_changes
from workbench.codegen.coverage import list_missing
from workbench.codegen.decide import decide_endpoints
from workbench.codegen.read import DescriptionError, Knowledge, read_description, read_knowledge
from workbench.codegen.render import parts
from workbench.collection import ROOT, load_operation, load_schema

DESCRIPTION_PATH = f"{tree.DESCRIPTIONS}/2026-10-15.json"
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
    return tree.build(read_description(str(file)), words_for_pigeons())


def words_for_pigeons() -> Knowledge:
    """Return what we know of fields and parameters, without what is about Klaviyo's operations."""
    return dataclasses.replace(stored_knowledge(), operations={}, limits={}, flat={})


def codegen(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "workbench.codegen", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def generate_pigeons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, list[str]]]:
    """Return the command with the description of pigeons: a function that returns exit code and printed lines."""
    file = tmp_path / "description.json"
    file.write_text(json.dumps(DESCRIPTION))
    monkeypatch.setattr(__main__, "read_knowledge", lambda _: words_for_pigeons())

    def generate(check: bool = False) -> tuple[int, list[str]]:
        code = 0
        try:
            __main__.command(str(file), tmp_path / "out", check=check)
        except typer.Exit as end:
            code = end.exit_code
        return code, capsys.readouterr().out.splitlines()

    return generate


def test_the_committed_tree_is_what_the_description_gives() -> None:
    done = codegen("--check")
    assert (done.returncode, done.stdout) == (0, f"{INDEX['count']} operations of revision {INDEX['revision']}\n")


def test_the_index_has_the_hash_of_the_committed_description() -> None:
    assert STORED.stem == INDEX["revision"]
    assert INDEX["sha256"] == hashlib.sha256(STORED.read_bytes()).hexdigest()


def test_another_description_is_stored_in_place_of_the_one_before(
    tmp_path: Path, generate_pigeons: Callable[..., tuple[int, list[str]]]
) -> None:
    folder = tmp_path / "out" / tree.DESCRIPTIONS
    folder.mkdir(parents=True)
    (folder / "2026-07-15.json").write_text("{}")
    generate_pigeons()
    assert [path.name for path in folder.iterdir()] == ["2026-10-15.json"]
    assert (folder / "2026-10-15.json").read_bytes() == (tmp_path / "description.json").read_bytes()


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
    assert [path for path, text in build(tmp_path).items() if "pigeon with" in text] == [DESCRIPTION_PATH]


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


def test_with_prose_and_without_extensions_the_inputs_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "description.json"
    file.write_text(json.dumps(with_prose(stored_document())))
    description = read_description(str(file))
    for endpoint in decide_endpoints(description, read_knowledge(description)):
        assert "pigeon" not in repr(endpoint)
        assert asserting(endpoint.schema) == asserting(load_schema(load_operation(endpoint.name)))


def test_a_change_of_a_part_changes_all_scripts_that_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build(tmp_path)
    changed = [
        dataclasses.replace(definition, text=definition.text.replace("TIMEOUT = (10, 60)", "TIMEOUT = (10, 90)"))
        for definition in parts.OPERATION_PARTS.definitions
    ]
    monkeypatch.setattr(parts.OPERATION_PARTS, "definitions", changed)
    after = build(tmp_path)
    differing = [path for path in before if before[path] != after[path]]
    assert differing == [path for path in before if re.match(r"f/klaviyo/(?!bulk/).*[.]py$", path)]
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

    missing = "no description in the glossary of born, file, mate, tame, title, wingspan"
    assert list_missing(build(tmp_path, change)) == [missing]


def test_check_fails_where_the_tree_differs_and_writes_nothing(
    tmp_path: Path, generate_pigeons: Callable[..., tuple[int, list[str]]]
) -> None:
    assert generate_pigeons(check=True)[0] == 1
    assert not (tmp_path / "out").exists()
    code, lines = generate_pigeons()
    assert code == 0
    assert lines[-2:] == [
        "no description in the glossary of born, file, mate, tame, title",
        "3 operations of revision 2026-10-15",
    ]
    assert generate_pigeons(check=True)[0] == 0
    changed = tmp_path / "out/f/klaviyo/pigeon_post/get_pigeon.py"
    changed.write_text(changed.read_text() + "# by hand\n")
    code, lines = generate_pigeons(check=True)
    assert (code, lines[0]) == (1, "1 files differ")


def change_revision(document: Any) -> None:
    """Make a later revision: another date, a new operation, a new field with a limit."""
    document["info"]["version"] = "2027-01-15"
    for item in document["paths"].values():
        for entry in item.values():
            for parameter in entry["parameters"]:
                if parameter["name"] == "revision":
                    parameter["schema"]["default"] = parameter["schema"]["default"].replace("2026-10-15", "2027-01-15")
    tags = document["paths"]["/api/tags"]
    document["paths"]["/api/labels"] = copy.deepcopy({"post": tags["post"]})
    document["paths"]["/api/labels"]["post"] |= {"operationId": "create_label", "summary": "Create Label"}
    tag = document["components"]["schemas"]["TagResponseObjectResourceAttributes"]
    tag["properties"]["plumage"] = {"type": "string", "maxLength": 20}


def test_the_tree_of_a_later_revision_passes_the_same_suite(tmp_path: Path) -> None:
    document = copy.deepcopy(stored_document())
    change_revision(document)
    file = tmp_path / "later.json"
    file.write_text(json.dumps(document))
    out = tmp_path / "out"
    done = codegen("--spec", str(file), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert "no description in the glossary of plumage" in done.stdout
    assert "plumage: NotRequired[" in (out / "f/klaviyo/tags/create_label.py").read_text()
    suite = ["tests/operations/test_requests.py", "tests/operations/test_shape.py"]
    options = [
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "-k",
        "(test_the_example or test_the_types) and (label or tag)",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *suite],
        cwd=ROOT,
        env=os.environ | {"KLAVIYO_COLLECTION": str(out)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert re.search(r"^\d{2,} passed", done.stdout, re.MULTILINE)
