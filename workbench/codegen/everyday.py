"""The everyday scripts: each is a module of `workbench/everyday` with what it uses, and its form and schemas.

What a script says stands once, in its module: the title and the description in its docstring, the arguments in their
TypedDict and in the docstring of `main`, the answer in the type that `main` returns. `knowledge/everyday.yaml` has the
examples, and describes the fields of answers.
"""

import inspect
import re
import sys
import types
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from workbench.codegen.decide.schemas import JSON_SCHEMA
from workbench.codegen.operations import WORKBENCH, imported_operations
from workbench.codegen.read import DescriptionError, Knowledge, read_yaml
from workbench.codegen.render import to_json
from workbench.codegen.render.form import Dumper, is_multiselect, shape_argument
from workbench.codegen.render.tools import describe_tool

CATEGORY = "everyday"
FOLDER = WORKBENCH / CATEGORY
PICKER = "dynselect-"  # the format by which Windmill's form asks a function of the script for choices
READS = ("find_", "recent_", "count_", "campaign_report", "flow_report")
DESTRUCTIVE = ("unsubscribe", "suppress", "remove_", "forget_", "save_")


@dataclass(frozen=True)
class Script:
    """What the files of one script say. `pickers`: arguments that are chosen from what a function returns."""

    name: str
    title: str
    summary: str
    description: str
    scopes: list[str]
    text: str
    pickers: list[str]
    schema: dict[str, Any]
    account: str
    answer: dict[str, Any]
    defaults: dict[str, Any]

    @property
    def stem(self) -> str:
        return f"{CATEGORY}/{self.name}"

    @property
    def access(self) -> str:
        return "read" if self.name.startswith(READS) else "write"

    @property
    def is_destructive(self) -> bool:
        return self.name.startswith(DESTRUCTIVE)


ORDER = ["track_event", "save_profile", "find_profile", "subscribe", "unsubscribe", "suppress", "unsuppress"]
ORDER += ["add_to_list", "remove_from_list", "recent_events", "count_events", "campaign_report", "flow_report"]
ORDER += ["add_coupon_codes", "upload_image", "forget_person"]


def list_entries(names: set[str]) -> dict[str, str]:
    """Return script -> module of those whose operations are among these names, in the order of README and index."""
    files = [file for file in FOLDER.glob("*.py") if "\ndef main(" in file.read_text(encoding="utf-8")]
    stems = [file.stem for file in files if imported_operations(file) <= names]
    stems.sort(key=lambda stem: (ORDER.index(stem) if stem in ORDER else len(ORDER), stem))
    return {f"f/klaviyo/{CATEGORY}/{stem}.py": f"workbench.{CATEGORY}.{stem}" for stem in stems}


def list_left_out(names: set[str]) -> list[str]:
    """Return a line for each module that needs an operation that is not among these names."""
    missing = {file.stem: sorted(imported_operations(file) - names) for file in sorted(FOLDER.glob("*.py"))}
    return [f"no script {CATEGORY}/{stem} without {', '.join(lacking)}" for stem, lacking in missing.items() if lacking]


def decide_scripts(texts: dict[str, str]) -> list[Script]:
    """Return what the scripts say. `texts`: path -> text, as it will be written. Raises DescriptionError."""
    knowledge = read_yaml("everyday.yaml")
    return [decide_script(Path(path).stem, text, knowledge) for path, text in texts.items()]


def decide_script(name: str, text: str, knowledge: dict[str, Any]) -> Script:
    module = load(name, text)
    headline, _, rest = inspect.cleandoc(module.__doc__ or "").partition("\n")
    title, _, summary = headline.partition(": ")
    *paragraphs, scopes = [" ".join(paragraph.split("\n")) for paragraph in rest.strip().split("\n\n")]
    words = argument_words(module.main)
    schema = module.schema_of(module.Arguments)
    for argument, subschema in schema["properties"].items():
        subschema["description"] = words[argument]
        for part in (subschema, subschema.get("items", {})):
            if "enum" in part:  # the types of Python imply it
                part["type"] = "string"
    account = schema["properties"].pop("auth")["description"]
    schema["required"] = [argument for argument in words if argument in schema["required"] and argument != "auth"]
    schema["properties"] = {argument: schema["properties"][argument] for argument in words if argument != "auth"}
    parameters = inspect.signature(module.main).parameters
    defaults = {key: entry.default for key, entry in parameters.items() if entry.default not in (None, entry.empty)}
    for argument, default in defaults.items():
        schema["properties"][argument]["default"] = default
    described = {"$schema": JSON_SCHEMA, "title": title, "description": "\n\n".join([*paragraphs, scopes])}
    known = knowledge["scripts"].get(name, {})
    schema = described | schema | {"examples": [known["example"]]}
    answer = answer_of(module, name, title, known, knowledge["answers"])
    for what, value in ((schema, known["example"]), (answer, known["answer"])):
        if errors := list(Draft202012Validator(what).iter_errors(value)):
            raise DescriptionError(f"everyday.yaml: {name}: {errors[0].json_path}: {errors[0].message[:200]}")
    return Script(
        name=name,
        title=title,
        summary=summary,
        description="\n\n".join([*paragraphs, scopes]),
        scopes=re.findall(r"[a-z-]+:(?:read|write)", scopes),
        text=text,
        pickers=[argument for argument in words if hasattr(module, f"DynSelect_{argument}")],
        schema=schema,
        account=account,
        answer=answer,
        defaults=defaults,
    )


def load(name: str, text: str) -> Any:
    """Return the module of a script that is not written yet."""
    module = types.ModuleType(f"everyday_{name}")
    sys.modules[module.__name__] = module  # where typing looks up names
    exec(compile(text, f"{name}.py", "exec"), module.__dict__)  # noqa: S102  # it is our own script
    return module


def argument_words(main: Any) -> dict[str, str]:
    """Return argument -> what the docstring of `main` says about it."""
    section = (inspect.getdoc(main) or "").partition("Args:\n")[2].partition("\nRaises:")[0]
    words = dict(re.findall(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", section, re.MULTILINE))
    names = list(inspect.signature(main).parameters)
    if list(words) != names:
        raise DescriptionError(f"{main.__module__}: the docstring of main describes {list(words)}, not {names}")
    return {name: " ".join(text.split()) for name, text in words.items()}


def answer_of(module: Any, name: str, title: str, known: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    """Return the JSON Schema of what `main` returns."""
    returned = typing.get_type_hints(module.main, localns=vars(module), include_extras=True)["return"]
    schema: dict[str, Any] = module.schema_of(returned)
    fields = schema.get("items", schema)
    for field, subschema in fields["properties"].items():
        text = known.get("fields", {}).get(field) or words.get(field)
        if text is None:
            raise DescriptionError(f"everyday.yaml: {name}: the field {field} of the answer has no description")
        subschema["description"] = text
    head = {"$schema": JSON_SCHEMA, "title": f"Answer of {title}", "description": f"What {name} returns."}
    return head | schema | {"examples": [known["answer"]]}


def render_files(script: Script, knowledge: Knowledge) -> dict[str, str]:
    """Return path -> text of the files of a script."""
    return {
        f"f/klaviyo/{script.stem}.py": script.text,
        f"f/klaviyo/{script.stem}.script.yaml": render_form(script),
        f"f/klaviyo/{script.stem}.script.lock": knowledge.lock,
        f"schemas/{script.stem}.json": to_json(script.schema),
        f"schemas/answers/{script.stem}.json": to_json(script.answer),
    }


def render_form(script: Script) -> str:
    """Return the `.script.yaml`."""
    required = script.schema["required"]
    properties = {"auth": {"type": "object", "format": "resource-klaviyo", "description": script.account}}
    for argument, schema in script.schema["properties"].items():
        properties[argument] = shape_field(script, argument, schema)
    content = {
        "summary": f"{script.title}: {script.summary}",
        "description": script.description,
        "lock": f"!inline f/klaviyo/{script.stem}.script.lock",
        "kind": "script",
        "labels": ["klaviyo", CATEGORY, script.access],
        "schema": {
            "$schema": JSON_SCHEMA,
            "type": "object",
            "order": list(properties),
            "properties": properties,
            "required": ["auth", *required],
        },
    }
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000)


def shape_field(script: Script, argument: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the form's field of an argument: a picker, or what Windmill draws for the schema."""
    if argument in script.pickers:
        return {"type": "object", "format": f"{PICKER}{argument}", "description": schema["description"]}
    field = shape_argument(schema, {}, 10_000)
    if field.get("items", {}).get("type") == "string":  # of these, Windmill keeps the type and the enum
        field["items"] = {key: value for key, value in field["items"].items() if key in ("type", "enum")}
    is_optional = argument not in script.schema["required"] and argument not in script.defaults
    if is_optional and field["type"] in ("string", "array") and not is_multiselect(field):
        field["nullable"] = True
    if "enum" in schema:
        field["originalType"] = "string"
    return field


def render_tool(script: Script) -> dict[str, Any]:
    """Return the script as a tool for AI agents."""
    reads = script.access == "read"
    hints = {
        "readOnlyHint": reads,
        "destructiveHint": script.is_destructive,
        "idempotentHint": script.name not in ("upload_image", "track_event"),
        "openWorldHint": True,
    }
    return describe_tool(script.name, script.title, script.description, script.schema, hints)


def index_entry(script: Script) -> dict[str, Any]:
    """Return what anything may build on."""
    return {
        "name": script.name,
        "title": script.title,
        "summary": script.summary,
        "script": f"f/klaviyo/{script.stem}.py",
        "schema": f"schemas/{script.stem}.json",
        "answer": f"schemas/answers/{script.stem}.json",
        "scopes": script.scopes,
        "pickers": script.pickers,
    }


def readme_lines(scripts: list[Script]) -> list[str]:
    """Return the section of the index for people."""
    lines = ["## Everyday", "", "| script | | scopes |", "| --- | --- | --- |"]
    for script in scripts:
        summary = script.summary[:1].upper() + script.summary[1:]
        lines.append(f"| [{script.name}]({script.stem}.py) | {summary} | {', '.join(script.scopes)} |")
    return lines
