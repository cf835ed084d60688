"""Windmill's own programs on the committed scripts: its parser reads them, its CLI deploys and keeps them."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.helpers import INDEX, NODE, OPERATIONS
from tests.windmill_server import WindmillServer
from workbench.collection import COLLECTION, ROOT, Operation, load_schema

NODE_MODULES = ROOT / "workbench/node_modules"

# A workspace in which somebody else works, too.
OTHERS = {
    "f/other/report.py": "def main(): pass",
    "f/other/report.script.json": json.dumps({"summary": "", "description": "", "schema": {}, "kind": "script"}),
    "f/other/secret.variable.json": json.dumps({"value": "x", "is_secret": False, "description": ""}),
    "u/a/account.resource.json": json.dumps({"value": {}, "resource_type": "slack", "description": ""}),
    "slack.resource-type.json": json.dumps({"description": "", "schema": {}}),
    "f/other/every_day.schedule.json": json.dumps({"schedule": "0 0 12 * * *", "enabled": True}),
}

FLOWS = {
    str(folder.relative_to(ROOT)).removesuffix("__flow"): folder for folder in sorted(ROOT.glob("f/klaviyo/*/*__flow"))
}

BULK = [str(path.relative_to(ROOT)).removesuffix(".py") for path in sorted(ROOT.glob("f/klaviyo/bulk/*.py"))]
SCRIPTS = [*(operation["script"] for operation in INDEX["operations"]), *(f"{path}.py" for path in BULK)]

Wmill = Callable[..., str]


def form_of(operation: Operation, root: Path = COLLECTION) -> Any:
    """The whole of the operation's `.script.yaml`."""
    return form_beside(operation["script"], root)


def form_beside(script: str, root: Path = COLLECTION) -> Any:
    return yaml.safe_load((root / script).with_suffix(".script.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def windmill() -> Iterator[WindmillServer]:
    with WindmillServer(OTHERS) as server:
        yield server


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the CLI reads."""
    folder = tmp_path / "checkout"
    shutil.copytree(ROOT / "f", folder / "f", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("wmill.yaml", "wmill-lock.yaml", "klaviyo.resource-type.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def wmill(checkout: Path, windmill: WindmillServer, tmp_path: Path) -> Wmill:
    def run(*arguments: str) -> str:
        connection = ["--base-url", windmill.url, "--token", "t", "--workspace", "test"]
        command = [str(NODE), str(NODE_MODULES / "windmill-cli/esm/main.js"), *arguments, *connection]
        command += ["--config-dir", str(tmp_path / "config")]
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


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
    sources = [operation["script"] for operation in INDEX["operations"]]
    command = [str(NODE), "--input-type=module", "-e", program, str(parser), *sources]
    done = subprocess.run(command, cwd=COLLECTION, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@OPERATIONS
def test_the_parser_reads_the_signature(operation: Operation, signatures: Any) -> None:
    schema = load_schema(operation)
    expected = [("auth", {"resource": "klaviyo"}, False)] if operation["needs_key"] else []
    for name, subschema in schema["properties"].items():
        expected.append((name, parsed_type(name, subschema), name not in schema["required"]))
    arguments = signatures[operation["script"]]["args"]
    assert [(argument["name"], argument["typ"], argument["has_default"]) for argument in arguments] == expected


def parsed_type(name: str, schema: Any) -> Any:
    """A type as the parser calls it."""
    if name == "body":
        return "unknown"  # the one that keeps the committed form
    if "contentEncoding" in schema:
        return "bytes"
    if schema["type"] == "array":
        return {"list": {"str": None}}
    names = {"string": {"str": schema.get("enum")}, "integer": "int", "boolean": "bool"}
    return names[schema["type"]]


def test_push_deploys_what_is_committed_and_touches_nothing_else(windmill: WindmillServer, wmill: Wmill) -> None:
    wmill("sync", "push", "--yes")
    created = {}
    for method, path, content in windmill.calls:
        assert method == "POST"
        assert path in {"/scripts/create", "/flows/create", "/folders/create", "/resources/type/create"}
        created[content.get("path") or content["name"]] = content
    scripts = {operation["script"].removesuffix(".py"): operation for operation in INDEX["operations"]}
    assert created.keys() == {"klaviyo", *scripts, *FLOWS, *BULK}
    for path in BULK:
        assert created[path]["content"] == (ROOT / f"{path}.py").read_text(encoding="utf-8")
        assert created[path]["lock"] == (ROOT / f"{path}.script.lock").read_text(encoding="utf-8")
    for path, folder in FLOWS.items():
        flow = yaml.safe_load((folder / "flow.yaml").read_text(encoding="utf-8"))
        assert created[path]["summary"] == flow["summary"]
        assert created[path]["schema"] == flow["schema"]
    for path, operation in scripts.items():
        form = form_of(operation)
        deployed = created[path]
        assert deployed["content"] == (ROOT / operation["script"]).read_text(encoding="utf-8")
        assert deployed["lock"] == (ROOT / f"{path}.script.lock").read_text(encoding="utf-8")
        assert deployed["language"] == "python3"
        for name in ("summary", "description", "schema", "kind"):
            assert deployed[name] == form[name], name
    for name, content in OTHERS.items():
        assert windmill.files[name] == content


def test_a_second_push_changes_nothing(windmill: WindmillServer, wmill: Wmill) -> None:
    wmill("sync", "push", "--yes")
    windmill.calls.clear()
    wmill("sync", "push", "--yes")
    assert windmill.calls == []


def test_a_push_warns_of_nothing_and_lint_is_clean(wmill: Wmill) -> None:
    output = wmill("sync", "push", "--yes")
    told = "\n".join(line for line in output.splitlines() if "f/klaviyo/" not in line)  # names may be of errors
    assert not re.search(r"warn|error|fail|skip|stale", told, re.IGNORECASE), told
    assert f"Lint passed ({len(FLOWS)} file(s) validated, {len(FLOWS)} valid)" in wmill("lint")


VALIDATE = """
    import {readFileSync} from 'node:fs'
    import {createRequire} from 'node:module'
    const [folder, ...files] = process.argv.slice(1)
    const {WindmillYamlValidator} = createRequire(folder + '/')('windmill-yaml-validator')
    const validator = new WindmillYamlValidator()
    const errors = files.map(file => validator.validate(readFileSync(file, 'utf8'), {type: 'flow'}).errors)
    console.log(JSON.stringify(errors))
"""


def validated(*files: Path) -> Any:
    command = [str(NODE), "--input-type=module", "-e", VALIDATE, str(NODE_MODULES), *map(str, files)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_windmills_validator_takes_the_flows(tmp_path: Path) -> None:
    flows = [folder / "flow.yaml" for folder in FLOWS.values()]
    assert flows
    assert validated(*flows) == [[]] * len(flows)
    wrong = tmp_path / "flow.yaml"
    wrong.write_text(flows[0].read_text(encoding="utf-8").replace("type: rawscript", "type: raw"))
    assert validated(wrong) != [[]]


def test_the_resource_type_asks_for_the_key(windmill: WindmillServer, wmill: Wmill) -> None:
    wmill("sync", "push", "--yes")
    [resource_type] = [content for _, path, content in windmill.calls if path == "/resources/type/create"]
    assert resource_type["name"] == "klaviyo"
    assert list(resource_type["schema"]["properties"]) == ["apiKey"]


def test_generate_metadata_keeps_the_forms(checkout: Path, wmill: Wmill) -> None:
    for script in SCRIPTS:
        with (checkout / script).open("a") as file:
            file.write("# changed, so that the CLI looks at it again\n")
    assert f"Updated {len(SCRIPTS)}" in unstyled(wmill("generate-metadata", "--schema-only", "--yes"))
    for script in SCRIPTS:
        before, after = form_beside(script), form_beside(script, checkout)
        for name, argument in before["schema"]["properties"].items():
            generated = after["schema"]["properties"][name]
            # These two it takes from the signature; what is nested it keeps.
            for keyword in ("default", "originalType"):
                argument.pop(keyword, None)
                generated.pop(keyword, None)
            assert generated == argument, (script, name)
        assert after["schema"]["required"] == before["schema"]["required"]
        assert after["lock"] == before["lock"]


def test_the_lock_file_is_of_the_committed_scripts(checkout: Path, wmill: Wmill) -> None:
    (checkout / "wmill-lock.yaml").unlink()
    wmill("generate-metadata", "rehash")
    assert (checkout / "wmill-lock.yaml").read_text() == (ROOT / "wmill-lock.yaml").read_text()


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_tests_run_with_the_locked_versions(script: str) -> None:
    header, *pins = (ROOT / script).with_suffix(".script.lock").read_text().splitlines()
    assert header == "# py: 3.11"
    [needed] = re.findall(r"^# dependencies = (\[.*\])$", (ROOT / script).read_text(), re.MULTILINE)
    assert set(json.loads(needed)) <= {pin.split("==")[0] for pin in pins}
    for name, pinned in (pin.split("==") for pin in pins):
        assert version(name) == pinned


def unstyled(text: str) -> str:
    return re.sub(r"\x1b\[\d+m", "", text)
