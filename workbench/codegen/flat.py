"""The flat scripts: each is a module of `workbench/everyday` or `workbench/triggers` with what it uses.

What a script says stands once, in its module: the title and the description in its docstring, the arguments in their
TypedDict and in the docstring of `main`, the answer in the type that `main` returns. `knowledge/everyday.yaml` and
`knowledge/triggers.yaml` have the examples, and describe the fields of answers.
"""

import copy
import inspect
import re
import sys
import types
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from workbench.codegen.decide import publish
from workbench.codegen.decide.schemas import JSON_SCHEMA
from workbench.codegen.json_schema import Schema, transform
from workbench.codegen.read import DescriptionError, FlatKnowledge, Knowledge

POLLS = ("new_", "updated_", "consent_changes")  # which start flows with what they return
RECEIVES = "receive_"
READS = ("find_", "recent_", "count_", "campaign_report", "flow_report", *POLLS)
OVERWRITES = ("unsubscribe", "suppress", "remove_", "forget_", "save_")
NOT_REPEATABLE = ("upload_image", "track_event", "set_up_webhook")  # which do more if they are called again


@dataclass(frozen=True)
class FlatScript:
    """What the files of one script say.

    `stem`: its category and name. `text`: its Python. `account`: what it says of auth, if it takes it. `arguments`: the
    schema of the others as the script checks them, from which forms are made; `schema` and `answer` are as they are
    published. `pickers`: arguments that are chosen from what a function returns. `defaults`: of arguments.
    """

    stem: str
    title: str
    summary: str
    description: str
    scopes: list[str]
    text: str
    account: str | None
    arguments: Schema
    pickers: list[str]
    defaults: dict[str, Any]
    schema: Schema
    answer: Schema

    @property
    def category(self) -> str:
        return self.stem.partition("/")[0]

    @property
    def name(self) -> str:
        return self.stem.partition("/")[2]

    @property
    def kind(self) -> str:
        """What Windmill takes it as."""
        return "trigger" if self.name.startswith(POLLS) else "script"

    @property
    def access(self) -> str:
        return "read" if self.name.startswith(READS) else "write"

    @property
    def is_destructive(self) -> bool:
        return self.name.startswith(OVERWRITES)

    @property
    def is_idempotent(self) -> bool:
        return self.name not in NOT_REPEATABLE

    @property
    def is_tool(self) -> bool:
        """Whether an agent can do something with it: not if it answers requests of Klaviyo."""
        return not self.name.startswith(RECEIVES)


def list_entries(knowledge: Knowledge) -> dict[str, str]:
    """Return path of each script -> module, in the order in which they are listed."""
    return {f"f/klaviyo/{stem}.py": f"workbench.{stem.replace('/', '.')}" for stem in knowledge.flat}


def decide_scripts(texts: dict[str, str], knowledge: Knowledge) -> list[FlatScript]:
    """Return what the scripts say. `texts`: path -> text, as it will be written. Raises DescriptionError."""
    return [decide_script(stem, texts[f"f/klaviyo/{stem}.py"], known) for stem, known in knowledge.flat.items()]


def decide_script(stem: str, text: str, known: FlatKnowledge) -> FlatScript:
    module = load(stem, text)
    headline, _, rest = inspect.cleandoc(module.__doc__ or "").partition("\n")
    title, _, summary = headline.partition(": ")
    *paragraphs, scopes = [" ".join(paragraph.split("\n")) for paragraph in rest.strip().split("\n\n")]
    description = "\n\n".join([*paragraphs, scopes])
    words = describe_arguments(module.main)
    account = words.pop("auth", None)
    parameters = inspect.signature(module.main).parameters
    defaults = {key: entry.default for key, entry in parameters.items() if entry.default not in (None, entry.empty)}
    arguments = decide_arguments(module, words, defaults)
    head = {"$schema": JSON_SCHEMA, "title": title, "description": description}
    schema = transform({**head, **arguments, "examples": [known.example]}, publish)
    answer = transform(decide_answer(module, stem, title, known), publish)
    for what, value in ((schema, known.example), (answer, known.answer)):
        for error in Draft202012Validator(what).iter_errors(value):
            raise DescriptionError(f"{stem}: {error.json_path}: {error.message[:200]}")
    return FlatScript(
        stem=stem,
        title=title,
        summary=summary,
        description=description,
        scopes=re.findall(r"[a-z-]+:(?:read|write)", scopes),
        text=text,
        account=account,
        arguments=arguments,
        pickers=[argument for argument in words if hasattr(module, f"DynSelect_{argument}")],
        defaults=defaults,
        schema=schema,
        answer=answer,
    )


def load(stem: str, text: str) -> Any:
    """Return the module of a script that is not written yet."""
    module = types.ModuleType(stem.replace("/", "_"))
    sys.modules[module.__name__] = module  # where typing looks up names
    exec(compile(text, f"{stem}.py", "exec"), module.__dict__)  # noqa: S102  # it is our own script
    return module


def describe_arguments(main: Any) -> dict[str, str]:
    """Return argument -> what the docstring of `main` says about it. Raises DescriptionError unless it has them all."""
    section = (inspect.getdoc(main) or "").partition("Args:\n")[2].partition("\nRaises:")[0]
    words = dict(re.findall(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", section, re.MULTILINE))
    names = list(inspect.signature(main).parameters)
    if list(words) != names:
        raise DescriptionError(f"{main.__module__}: the docstring of main describes {list(words)}, not {names}")
    return {name: " ".join(text.split()) for name, text in words.items()}


def decide_arguments(module: Any, words: dict[str, str], defaults: dict[str, Any]) -> Schema:
    """Return the schema of the arguments but auth, with descriptions and defaults."""
    documented = with_types(copy.deepcopy(module.schema_of(module.Arguments)))
    properties = {name: documented["properties"][name] | {"description": text} for name, text in words.items()}
    for name, default in defaults.items():
        properties[name]["default"] = default
    required = [name for name in words if name in documented["required"]]
    return {"type": "object", "properties": properties, "required": required}


def with_types(schema: Schema) -> Schema:
    """Return the schema with the type of each enum, which Python's types imply."""
    return typing.cast("Schema", transform(schema, lambda part: {"type": "string", **part} if "enum" in part else part))


def decide_answer(module: Any, stem: str, title: str, known: FlatKnowledge) -> Schema:
    """Return the JSON Schema of what `main` returns. Raises DescriptionError for a field that is not described."""
    returned = typing.get_type_hints(module.main, localns=vars(module), include_extras=True)["return"]
    answer: Schema = copy.deepcopy(module.schema_of(returned))
    for field, subschema in answer.get("items", answer)["properties"].items():
        text = known.fields.get(field)
        if text is None:
            raise DescriptionError(f"{stem}: the field {field} of the answer has no description")
        subschema["description"] = text
    head = {"$schema": JSON_SCHEMA, "title": f"Answer of {title}", "description": f"What {Path(stem).name} returns."}
    return head | answer | {"examples": [known.answer]}
