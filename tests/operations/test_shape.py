"""How each script reads: what is particular to the endpoint first, one dividing line, then the shared parts."""

import ast
import functools
import re
from typing import Any

from tests.operations.conftest import Load
from tests.support.collection import INDEX, OPERATIONS, REVISION
from workbench.codegen.render.parts import OPERATION_PARTS
from workbench.collection import COLLECTION, Operation, load_schema

DIVIDER = "\n# ---- Shared by all scripts: errors, validation, the request ----\n"
ANNOTATIONS = {
    "description",
    "expected",
    "default",
    "examples",
    "title",
    "additionalProperties",
    "contentEncoding",
    "$schema",
    "$defs",
}


@functools.cache
def source_of(path: str) -> str:
    return (COLLECTION / path).read_text(encoding="utf-8")


@OPERATIONS
def test_a_script_has_two_halves(operation: Operation) -> None:
    source = source_of(operation["script"])
    own, shared = source.split(DIVIDER)
    assert f"\nGenerated from Klaviyo's API description, revision {REVISION}. A copy may be changed freely.\n" in own
    assert max(map(len, source.splitlines())) <= 120
    assert all(
        definition.text in own
        for definition in OPERATION_PARTS.definitions
        if any(f"def {name}(" in own for name in definition.defines)
    )
    code = shared.partition('\n\nif __name__ == "__main__":\n')[0]
    names = {
        name for definition in OPERATION_PARTS.definitions if definition.text in code for name in definition.defines
    }
    for definition in OPERATION_PARTS.definitions:
        code = code.replace(definition.text, "")
    assert re.sub(r"(?m)^(SCHEMA|BODY|KEYWORDS|VALIDATOR)\b.* = .+$", "", code).strip() == "", "only the text of parts"
    used = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    decorated = {"is_account", "is_date_time", "is_date"}
    assert names - used - decorated == set() or all(name in own for name in names - used - decorated)


def resolve(schema: Any, root: Any) -> Any:
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def differences(a: Any, b: Any, roots: tuple[Any, Any], at: str = "", seen: frozenset[Any] = frozenset()) -> list[str]:
    """Return where two schemas demand different things; references are followed, unions are in any order."""
    a, b = resolve(a, roots[0]), resolve(b, roots[1])
    if (id(a), id(b)) in seen:
        return []
    seen |= {(id(a), id(b))}
    a, b = (normalize(schema, root) for schema, root in zip((a, b), roots, strict=True))
    differing = [f"{at}: {key}" for key in a.keys() ^ b.keys()]
    for key in a.keys() & b.keys():
        if key == "properties":
            differing += [f"{at}/{name}" for name in a[key].keys() ^ b[key].keys()]
            for name in a[key].keys() & b[key].keys():
                differing += differences(a[key][name], b[key][name], roots, f"{at}/{name}", seen)
        elif key == "items":
            differing += differences(a[key], b[key], roots, f"{at}/*", seen)
        elif key == "oneOf":
            differing += [f"{at}: {key}"] * (len(a[key]) != len(b[key]))
            for member in a[key]:
                if all(differences(member, other, roots, at, seen) for other in b[key]):
                    differing.append(f"{at}: a member of oneOf")
        elif a[key] != b[key]:
            differing.append(f"{at}: {key}")
    return differing


def normalize(schema: Any, root: Any) -> Any:
    """Return the schema without annotations, and in one of several ways to say the same."""
    schema = {key: value for key, value in schema.items() if key not in ANNOTATIONS}
    members = [resolve(member, root) for member in schema.get("oneOf", [])]
    if len(members) == 2 and {"type": "null"} in members:
        [other] = [member for member in members if member != {"type": "null"}]
        schema = {key: value for key, value in other.items() if key not in ANNOTATIONS} | {
            "type": [other["type"], "null"]
        }
    if "enum" in schema:
        schema.pop("type", None)  # implied
    if "pattern" in schema:
        schema["pattern"] = schema["pattern"].replace("\\Z", "$")  # the end of a text in Python and in ECMAScript
    if "type" in schema:
        schema["type"] = sorted([schema["type"]] if isinstance(schema["type"], str) else schema["type"])
    if "required" in schema:
        schema["required"] = sorted(schema["required"])
    return {key: value for key, value in schema.items() if value != []}


@OPERATIONS
def test_the_types_are_the_committed_schema(operation: Operation, load: Load) -> None:
    committed, own = load_schema(operation), load(operation).SCHEMA
    if operation["needs_key"]:
        own = {**own, "properties": dict(own["properties"]), "required": [*own["required"]]}
        assert own["properties"].pop("auth") == {"format": "account"}
        own["required"].remove("auth")
    assert differences(own, committed, (own, committed)) == []


def test_a_type_that_differs_is_noticed() -> None:
    schema = load_schema(INDEX["operations"][0])
    other = load_schema(INDEX["operations"][0])
    other["properties"]["revision"]["pattern"] = "x"
    assert differences(schema, other, (schema, other)) == ["/revision: pattern"]


@OPERATIONS
def test_the_files_of_an_operation_are_named_after_it(operation: Operation) -> None:
    stem = f"{operation['category']}/{operation['operation']}"
    assert (operation["script"], operation["schema"]) == (f"f/klaviyo/{stem}.py", f"schemas/{stem}.json")
    for end in ("py", "script.yaml", "script.lock"):
        assert (COLLECTION / f"f/klaviyo/{stem}.{end}").is_file()


def test_there_is_no_script_or_schema_that_is_not_in_the_index() -> None:
    by_hand = re.compile("^(bulk|examples)$|__flow$")
    folders = [folder for folder in (COLLECTION / "f/klaviyo").iterdir() if not by_hand.search(folder.name)]
    generated = {str(path.relative_to(COLLECTION)) for folder in folders for path in folder.glob("*.py")}
    indexed = [*INDEX["operations"], *INDEX["everyday"], *INDEX["triggers"]]
    assert generated == {entry["script"] for entry in indexed}
    files = [path.relative_to(COLLECTION) for path in (COLLECTION / "schemas").glob("*/*.json")]
    schemas = {str(path) for path in files if path.parent.name != "tools"}
    assert schemas == {entry["schema"] for entry in indexed}
    assert INDEX["count"] == len(INDEX["operations"])
