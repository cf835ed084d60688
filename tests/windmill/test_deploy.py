"""Windmill's own parser reads the committed scripts, and its own CLI deploys them and keeps their forms."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.collection import FLOWS, INDEX, NODE, NODE_MODULES, OPERATIONS
from tests.support.windmill_cli import OTHER_FILES, copy_collection, run_wmill
from tests.support.windmill_form import form_of, metadata_of
from tests.support.windmill_server import WindmillServer
from workbench.collection import COLLECTION, ROOT, FlatScript, Operation, load_schema

BULK = [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("f/klaviyo/bulk/*.py"))]
# One push for all tests of this module.
pytestmark = pytest.mark.xdist_group("deploy")

Wmill = Callable[..., str]

FLAT = [*INDEX["everyday"], *INDEX["triggers"]]
EVERYDAY = [script["script"] for script in INDEX["everyday"]]
TRIGGERS = [script["script"] for script in INDEX["triggers"]]
# What starts them: schedules and routes.
STARTS = sorted([*ROOT.glob("f/klaviyo/*/*.schedule.yaml"), *ROOT.glob("f/klaviyo/*/*.http_trigger.yaml")])
SCRIPTS = [*(operation["script"] for operation in INDEX["operations"]), *EVERYDAY, *TRIGGERS, *BULK]


@pytest.fixture(scope="module")
def signatures() -> Any:
    """What Windmill's parser makes of each script: path -> arguments."""
    program = """
        import {readFileSync} from 'node:fs'
        const [folder, ...sources] = process.argv.slice(1)
        const parser = await import(`${folder}/windmill_parser_wasm.js`)
        parser.initSync({module: readFileSync(`${folder}/windmill_parser_wasm_bg.wasm`)})
        const parse = source => [source, JSON.parse(parser.parse_python(readFileSync(source, 'utf8')))]
        console.log(JSON.stringify(Object.fromEntries(sources.map(parse))))
    """
    parser = NODE_MODULES / "windmill-parser-wasm-py"
    sources = [*(operation["script"] for operation in INDEX["operations"]), *EVERYDAY, *TRIGGERS]
    command = [str(NODE), "--input-type=module", "-e", program, str(parser), *sources]
    done = subprocess.run(command, cwd=COLLECTION, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@OPERATIONS
def test_the_parser_reads_the_signature(operation: Operation, signatures: Any) -> None:
    schema, fields = load_schema(operation), form_of(operation)["properties"]
    expected = [("auth", {"resource": "klaviyo"}, False)] if operation["needs_key"] else []
    arguments = signatures[operation["script"]]["args"]
    types = {argument["name"]: argument["typ"] for argument in arguments}
    for name, subschema in schema["properties"].items():
        type_ = parsed_type(name, subschema)
        if "enum" in subschema and types[name] == {"str": None}:  # too long for the signature
            type_ = {"str": None}
            assert (fields[name]["originalType"], fields[name]["enum"]) == ("string", subschema["enum"])
        expected.append((name, type_, name not in schema["required"]))
    assert [(argument["name"], argument["typ"], argument["has_default"]) for argument in arguments] == expected


@pytest.mark.parametrize("script", FLAT, ids=lambda script: script["name"])
def test_the_parser_reads_the_signature_of_a_flat_script(script: FlatScript, signatures: Any) -> None:
    form = metadata_of(script["script"])["schema"]
    arguments = signatures[script["script"]]["args"]
    assert [argument["name"] for argument in arguments] == form["order"]
    types = {argument["name"]: argument["typ"] for argument in arguments}
    for name in script["pickers"]:
        assert types[name] == {"dynselect": name}
        assert form["properties"][name]["format"] == f"dynselect-{name}"


def parsed_type(name: str, schema: Any) -> Any:
    """Return a type as the parser calls it."""
    if name == "body":
        return "unknown"  # the only one that keeps the committed form
    if "contentEncoding" in schema:
        return "bytes"
    if schema["type"] == "array":
        return {"list": {"str": None}}
    names = {"string": {"str": schema.get("enum")}, "integer": "int", "boolean": "bool"}
    return names[schema["type"]]


@dataclass
class Push:
    """A workspace after the first push; `calls` is what the push sent."""

    server: WindmillServer
    checkout: Path
    output: str
    calls: list[tuple[str, str, Any]]


@pytest.fixture(scope="module")
def first_push(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Push]:
    with WindmillServer(OTHER_FILES) as server:
        checkout = copy_collection(tmp_path_factory.mktemp("push") / "checkout")
        output = run_wmill(checkout, server, "sync", "push", "--yes")
        yield Push(server, checkout, output, [*server.calls])


def test_push_deploys_what_is_committed_and_nothing_else(first_push: Push) -> None:
    deployed = {}
    for method, path, content in first_push.calls:
        assert method == "POST"
        assert path in {"/scripts/create", "/flows/create", "/folders/create", "/resources/type/create"}
        deployed[content.get("path") or content["name"]] = content
    assert deployed.keys() == {"klaviyo", *(script.removesuffix(".py") for script in SCRIPTS), *FLOWS}
    for script in SCRIPTS:
        content, metadata = deployed[script.removesuffix(".py")], metadata_of(script, first_push.checkout)
        file = first_push.checkout / script
        assert content["content"] == file.read_text(encoding="utf-8")
        assert content["lock"] == file.with_suffix(".script.lock").read_text(encoding="utf-8")
        assert content["language"] == "python3"
        for name in ("summary", "description", "schema", "kind", "labels"):
            assert content.get(name) == metadata.get(name), (script, name)
    for path, folder in FLOWS.items():
        flow = yaml.safe_load((folder / "flow.yaml").read_text(encoding="utf-8"))
        for name in ("summary", "description", "schema"):
            assert deployed[path][name] == flow[name]
    for name, text in OTHER_FILES.items():
        assert first_push.server.files[name] == text


def test_labels_say_klaviyo_the_category_and_whether_a_script_writes() -> None:
    for operation in INDEX["operations"]:
        reads = operation["method"] == "GET" or operation["operation"].startswith(("query_", "render_"))
        labels = ["klaviyo", operation["category"], "read" if reads else "write"]
        assert metadata_of(operation["script"])["labels"] == labels


def test_windmill_takes_scripts_that_poll_as_triggers() -> None:
    kinds = {script["name"]: metadata_of(script["script"])["kind"] for script in INDEX["triggers"]}
    polling = {name for name, kind in kinds.items() if kind == "trigger"}
    assert polling == {
        "new_events",
        "new_profiles",
        "updated_profiles",
        "new_list_members",
        "new_segment_members",
        "consent_changes",
    }


def listed(output: str) -> list[str]:
    """Return what the CLI says that it changes."""
    return re.findall(r"^[~+-] (.+)$", re.sub(r"\x1b\[\d+m", "", output), re.MULTILINE)


def test_a_second_push_lists_the_folder_alone(first_push: Push) -> None:
    """Its owners belong to the workspace; whoever creates a folder is one."""
    output = run_wmill(first_push.checkout, first_push.server, "sync", "push", "--yes")
    assert listed(output) == ["folder f/klaviyo/folder.meta.yaml"]
    assert first_push.server.calls == first_push.calls


def test_a_pull_into_a_clone_changes_the_folder_alone(first_push: Push, tmp_path: Path) -> None:
    clone = shutil.copytree(first_push.checkout, tmp_path / "clone")
    before = read_files(clone)
    output = run_wmill(clone, first_push.server, "sync", "pull", "--yes")
    others = "slack.resource-type.yaml"  # the CLI pulls the resource types of the whole workspace
    assert listed(output) == ["folder f/klaviyo/folder.meta.yaml", f"resource-type {others}"]
    after = read_files(clone)
    assert {path for path in before | after if before.get(path) != after.get(path)} == {
        "f/klaviyo/folder.meta.yaml",
        others,
    }


def read_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_push_prints_no_warning(first_push: Push) -> None:
    # Names of scripts contain such words as well.
    others = re.compile("f/klaviyo/|Skipping [0-9] (schedule|trigger) file")  # these are deployed on request
    messages = "\n".join(line for line in first_push.output.splitlines() if not others.search(line))
    assert not re.search(r"warn|error|fail|skip|stale", messages, re.IGNORECASE), messages


def test_lint_accepts_the_flows(wmill: Wmill) -> None:
    count = len(FLOWS) + len(STARTS)
    assert f"Lint passed ({count} file(s) validated, {count} valid)" in wmill("lint")


VALIDATE = """
    import {readFileSync} from 'node:fs'
    import {createRequire} from 'node:module'
    const [folder, ...files] = process.argv.slice(1)
    const {WindmillYamlValidator} = createRequire(folder + '/')('windmill-yaml-validator')
    const validator = new WindmillYamlValidator()
    const kind = file =>
        file.endsWith('.schedule.yaml') ? {type: 'schedule'}
        : file.endsWith('.http_trigger.yaml') ? {type: 'trigger', triggerKind: 'http'}
        : {type: 'flow'}
    const errors = files.map(file => validator.validate(readFileSync(file, 'utf8'), kind(file)).errors)
    console.log(JSON.stringify(errors))
"""


def validate_files(*files: Path) -> Any:
    """Return what Windmill's validator finds wrong with each flow, schedule or route."""
    command = [str(NODE), "--input-type=module", "-e", VALIDATE, str(NODE_MODULES), *map(str, files)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_windmills_validator_accepts_the_flows(tmp_path: Path) -> None:
    flows = [folder / "flow.yaml" for folder in FLOWS.values()]
    assert flows
    assert validate_files(*flows) == [[]] * len(flows)
    invalid = tmp_path / "flow.yaml"
    invalid.write_text(flows[0].read_text(encoding="utf-8").replace("type: rawscript", "type: raw"))
    assert validate_files(invalid) != [[]]


def test_windmills_validator_accepts_schedules_and_routes(tmp_path: Path) -> None:
    assert len(STARTS) == 5
    assert validate_files(*STARTS) == [[]] * len(STARTS)
    invalid = tmp_path / STARTS[0].name
    invalid.write_text(STARTS[0].read_text(encoding="utf-8").replace("script_path:", "path:"))
    assert validate_files(invalid) != [[]]


@pytest.mark.parametrize("file", STARTS, ids=lambda file: file.name)
def test_schedules_and_routes_start_what_is_there_and_are_off(file: Path) -> None:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert content["enabled"] is False
    if content["is_flow"]:
        assert content["no_flow_overlap"] is True
        flow = yaml.safe_load((FLOWS[content["script_path"]] / "flow.yaml").read_text(encoding="utf-8"))
        assert set(flow["schema"]["required"]) <= content["args"].keys() <= flow["schema"]["properties"].keys()
    else:
        assert f"{content['script_path']}.py" in TRIGGERS


def test_the_resource_type_asks_for_the_key(first_push: Push) -> None:
    [resource_type] = [content for _, path, content in first_push.calls if path == "/resources/type/create"]
    assert resource_type["name"] == "klaviyo"
    assert list(resource_type["schema"]["properties"]) == ["apiKey", "token"]


def test_generate_metadata_keeps_forms_locks_and_labels(checkout: Path, wmill: Wmill) -> None:
    for script in SCRIPTS:
        with (checkout / script).open("a") as file:
            file.write("# changed, so that the CLI looks at it again\n")
    output = re.sub(r"\x1b\[\d+m", "", wmill("generate-metadata", "--schema-only", "--yes"))
    assert f"Updated {len(SCRIPTS)}" in output
    for script in SCRIPTS:
        before, after = metadata_of(script), metadata_of(script, checkout)
        for name, argument in before["schema"]["properties"].items():
            generated = after["schema"]["properties"][name]
            # The CLI takes these two from the signature.
            for keyword in ("default", "originalType"):
                argument.pop(keyword, None)
                generated.pop(keyword, None)
            assert generated == argument, (script, name)
        assert after["schema"]["required"] == before["schema"]["required"]
        assert after["lock"] == before["lock"]
        assert after.get("labels") == before.get("labels")


def test_the_lock_file_matches_the_committed_scripts(checkout: Path, wmill: Wmill) -> None:
    (checkout / "wmill-lock.yaml").unlink()
    wmill("generate-metadata", "rehash")
    assert (checkout / "wmill-lock.yaml").read_text() == (ROOT / "wmill-lock.yaml").read_text()


def test_the_tests_run_with_the_locked_versions() -> None:
    locks = {(ROOT / script).with_suffix(".script.lock").read_text() for script in SCRIPTS}
    assert len(locks) == 3, "one for the scripts of all operations, one for triggers, one for bulk"
    for lock in locks:
        header, *pins = lock.splitlines()
        assert header == "# py: 3.11"
        for name, pinned in (pin.split("==") for pin in pins):
            assert version(name) == pinned


@pytest.mark.parametrize("script", [INDEX["operations"][0]["script"], EVERYDAY[0], TRIGGERS[0], *BULK])
def test_the_lock_has_what_the_script_depends_on(script: str) -> None:
    lock = (ROOT / script).with_suffix(".script.lock").read_text()
    [dependencies] = re.findall(r"^# dependencies = (\[.*\])$", (ROOT / script).read_text(), re.MULTILINE)
    assert set(json.loads(dependencies)) <= {line.partition("==")[0] for line in lock.splitlines()}
