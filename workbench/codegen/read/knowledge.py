"""The files of `knowledge/` become typed models. What is misspelt there is an error with file and line, all at once."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, model_validator

from workbench.codegen.modules import CATEGORIES, imported_operations, list_scripts
from workbench.codegen.read.described_names import DescribedNames
from workbench.codegen.read.description import Description, DescriptionError, Operation
from workbench.codegen.read.yaml_file import Keys, YamlFile, read_yaml
from workbench.collection import ROOT
from workbench.messages import suggest

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
EXCLUSIVE = ", exclusive"
Keyword = Literal["maxItems", "minItems", "maxLength", "minLength", "maxProperties", "maximum"]
CheckName = Literal[
    "bytes",
    "consents",
    "event_identifiers",
    "event_times",
    "event_uniqueness",
    "events",
    "file_bytes",
    "identifiers",
    "list_values",
    "one_identifier",
    "string_bytes",
    "timeframe",
    "times",
]
MODEL = ConfigDict(extra="forbid", frozen=True, strict=True)
Value = TypeVar("Value")


class KnowledgeError(DescriptionError):
    """Our knowledge is wrong or about what does not exist; the message names file and line of each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Limit(BaseModel):
    """A limit that Klaviyo states in prose.

    `what`, `max` and `min` are as in its description, so that the two can be compared. Either `keyword` of JSON Schema
    or a `check` of `decide/checks.py` enforces it at the field `at`, or `why` says why nothing can.
    """

    model_config = MODEL

    what: str
    max: int | None = None
    min: int | None = None
    keyword: Keyword | None = None
    check: CheckName | None = None
    at: str = "body"
    text: str | None = None  # for people, with {max} and {min}
    shown: bool = True  # to people
    why: str | None = None
    source: str = "description"

    @property
    def highest(self) -> int | None:
        """The highest number that is allowed."""
        return self.max - 1 if self.max is not None and self.what.endswith(EXCLUSIVE) else self.max

    @property
    def lowest(self) -> int | None:
        """The lowest number that is allowed."""
        return self.min + 1 if self.min is not None and self.what.endswith(EXCLUSIVE) else self.min

    @property
    def keywords(self) -> dict[str, int]:
        """The keywords of JSON Schema: two, if the limit has a maximum and a minimum."""
        numbers = {"max": self.highest, "min": self.lowest}
        what = self.keyword[3:] if self.keyword else ""  # "Items" of maxItems, "imum" of maximum
        return {f"{bound}{what}": number for bound, number in numbers.items() if what and number is not None}

    @property
    def sentence(self) -> str:
        """What people read after "Limits:"."""
        default = "at most {max} {what}" if self.max is not None else "at least {min} {what}"
        numbers = {"max": f"{self.highest:,}" if self.max is not None else "", "min": f"{self.lowest}"}
        return (self.text or default).format(**numbers, what=self.what.removesuffix(EXCLUSIVE))

    @model_validator(mode="after")
    def check_numbers(self) -> Self:
        if self.max is None and self.min is None:
            raise ValueError("max or min is missing")
        if sum(value is not None for value in (self.keyword, self.check, self.why)) != 1:
            raise ValueError("exactly one of keyword, check and why is needed")
        if self.keyword and (self.max if self.keyword.startswith("max") else self.min) is None:
            raise ValueError(f"{self.keyword} needs {self.keyword[:3]}")
        return self


class LimitKind(BaseModel):
    """What all limits with the same `what` have in common."""

    model_config = MODEL

    keyword: Keyword | None = None
    check: CheckName | None = None
    at: str | None = None
    text: str | None = None
    why: str | None = None


class OperationKnowledge(BaseModel):
    """What we say of an operation. `example`: argument -> value; `smallest`: a body with what is needed at least."""

    model_config = MODEL

    description: str
    example: dict[str, Any] = {}
    smallest: dict[str, Any] | None = None
    fields: dict[str, str] = {}  # path of a field -> its description
    filter: str | None = None


class FlatKnowledge(BaseModel):
    """What we say of a flat script: an example of its arguments, the answer to it, and the fields of answers.

    `reads`: the operations without a body that it calls; it imports the others.
    """

    model_config = MODEL

    reads: list[str] = []
    example: dict[str, Any]
    answer: Any
    fields: dict[str, str] = {}


class Resource(BaseModel):
    """What to call a resource of a collection, and an ID that looks like the real ones; `hint`: how IDs are formed."""

    model_config = MODEL

    noun: str
    id: str
    hint: str | None = None


@dataclass(frozen=True)
class Knowledge:
    """The files of `knowledge/`, which say what is in them."""

    operations: dict[str, OperationKnowledge] = field(default_factory=dict)
    limits: dict[str, list[Limit]] = field(default_factory=dict)
    glossary: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    answer_values: dict[str, Any] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    resources: dict[str, Resource] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    flat: dict[str, FlatKnowledge] = field(
        default_factory=dict
    )  # stem -> script, in the order in which they are listed
    lock: str = ""  # pinned dependencies of a script
    locks: dict[str, str] = field(default_factory=dict)  # category -> those of its scripts, if they have others
    files: dict[str, YamlFile] = field(default_factory=dict)  # operation -> file that describes it
    faults: list[str] = field(default_factory=list)

    def example_fault(self, operation: str, keys: Keys, message: str) -> str:
        """Return a fault of the example of an operation, at its line."""
        return self.files[operation].fault((operation, *keys), message)


def read_knowledge(description: Description, folder: Path = KNOWLEDGE) -> Knowledge:
    """Read all files. What is wrong in them is not in the result, but in its `faults`."""
    return Reader(description, folder).read()


class Reader:
    """Reads the files of a folder, and collects what is wrong in them or about what the description does not have."""

    def __init__(self, description: Description, folder: Path) -> None:
        self.names = DescribedNames(description)
        self.operations = {operation.name: operation for operation in description.operations}
        self.folder = folder
        self.faults: list[str] = []

    def read(self) -> Knowledge:
        operations: dict[str, OperationKnowledge] = {}
        files: dict[str, YamlFile] = {}
        for path in sorted((self.folder / "operations").glob("*.yaml")):
            file = self.open(f"operations/{path.name}")
            for name in file.content.keys() & operations.keys():
                self.add(file, (name,), f"{name} is already described in {files[name].name}")
            described = self.read_operations(file)
            operations |= described
            files |= dict.fromkeys(described, file)
        flat = {category: self.open(f"{category}.yaml") for category in CATEGORIES}
        values = self.open("values.yaml")
        self.check_keys(values, {"resources", "filters", "answers"})
        return Knowledge(
            operations=operations,
            limits=self.read_limits(self.open("limits.yaml")),
            glossary=self.read_texts(self.open("glossary.yaml"), (), self.names.has_property),
            answers=self.read_texts(self.open("answers.yaml"), (), self.names.has_property),
            answer_values=self.read_section(values, "answers", TypeAdapter(Any), self.names.has_property),
            parameters=self.read_texts(self.open("parameters.yaml"), (), self.has_argument),
            resources=self.read_section(values, "resources", TypeAdapter(Resource), self.names.has_collection),
            filters=self.read_section(values, "filters", TypeAdapter(str), self.names.has_filter),
            flat={stem: known for name, file in flat.items() for stem, known in self.read_flat(name, file).items()},
            lock=(self.folder / "script.lock").read_text(encoding="utf-8"),
            locks={"triggers": (self.folder / "trigger.lock").read_text(encoding="utf-8")},
            files=files,
            faults=self.faults,
        )

    def open(self, name: str) -> YamlFile:
        path = self.folder / name
        file = read_yaml(path, str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path))
        self.faults += file.faults
        return file

    def add(self, file: YamlFile, keys: Keys, message: str) -> None:
        self.faults.append(file.fault(keys, message))

    def validate(self, file: YamlFile, keys: Keys, value: Any, model: TypeAdapter[Value]) -> Value | None:
        """Return a value as the model has it; None if it does not fit."""
        try:
            return model.validate_python(value)
        except ValidationError as error:
            for fault in without_consequences(error):
                place = (*keys, *fault["loc"])
                self.add(file, place, describe_fault(fault, name_of(place), error.title))
        return None

    def check_keys(self, file: YamlFile, known: set[str]) -> None:
        for key in file.content.keys() - known:
            self.add(file, (key,), f'"{key}" is not known here{suggest(key, known)}')

    def read_operations(self, file: YamlFile) -> dict[str, OperationKnowledge]:
        described = {}
        for name, value in file.content.items():
            known = self.validate(file, (name,), value, OPERATION)
            operation = self.find_operation(file, (name,), name)
            if known and operation:
                described[name] = self.check_operation(file, operation, known)
        return described

    def find_operation(self, file: YamlFile, keys: Keys, name: str) -> Operation | None:
        if name not in self.operations:
            self.add(file, keys, f'there is no operation "{name}"{suggest(name, self.operations)}')
        return self.operations.get(name)

    def check_operation(self, file: YamlFile, operation: Operation, known: OperationKnowledge) -> OperationKnowledge:
        """Return the knowledge without what is about fields, arguments and filters that the operation does not have."""
        fields = {
            path: text
            for path, text in known.fields.items()
            if self.check_field(file, (operation.name, "fields", path), operation, path)
        }
        arguments = self.names.arguments(operation)
        for name in known.example.keys() - arguments:
            message = f'{operation.name} has no argument "{name}"{suggest(name, arguments)}'
            self.add(file, (operation.name, "example", name), message)
        example = {name: value for name, value in known.example.items() if name in arguments}
        if known.filter and operation.filters and not any(name in known.filter for name in operation.filters):
            message = f"the filter names no field that {operation.name} filters by"
            self.add(file, (operation.name, "filter"), message)
        return known.model_copy(update={"fields": fields, "example": example})

    def check_field(self, file: YamlFile, keys: Keys, operation: Operation, path: str) -> bool:
        """Return whether there is such a field; if there is not, it is a fault."""
        missing = self.names.missing_part(operation, path)
        if missing:
            name, names = missing
            self.add(file, keys, f'{operation.name} has no field {path}: no "{name}"{suggest(name, names)}')
        return not missing

    def read_flat(self, category: str, file: YamlFile) -> dict[str, FlatKnowledge]:
        """Return what is said of flat scripts, each of which has a module and calls operations that exist."""
        self.check_keys(file, {"answers", "scripts"})
        words = self.read_section(file, "answers", TypeAdapter(str), lambda _: True)
        modules = list_scripts(category)
        described = {}
        for name, value in self.mapping(file, ("scripts",), file.content.get("scripts", {})).items():
            known = self.validate(file, ("scripts", name), value, FLAT_SCRIPT)
            if name not in modules:
                message = f'there is no module "{name}" in workbench/{category}{suggest(name, modules)}'
                self.add(file, ("scripts", name), message)
            elif known:
                for operation in [*known.reads, *sorted(imported_operations(modules[name]))]:
                    self.find_operation(file, ("scripts", name), operation)
                described[f"{category}/{name}"] = known.model_copy(update={"fields": words | known.fields})
        for name in modules.keys() - file.content.get("scripts", {}).keys():
            self.add(file, ("scripts",), f"workbench/{category}/{name}.py is not described")
        return described

    def read_limits(self, file: YamlFile) -> dict[str, list[Limit]]:
        """Return the limits of each operation. An entry has what is said of its kind, unless it says otherwise."""
        self.check_keys(file, {"kinds", "operations"})
        kinds = self.mapping(file, ("kinds",), file.content.get("kinds", {}))
        unusable = {name for name, kind in kinds.items() if not self.validate(file, ("kinds", name), kind, KIND)}
        limits: dict[str, list[Limit]] = {}
        used = set()
        for name, entries in self.mapping(file, ("operations",), file.content.get("operations", {})).items():
            operation = self.find_operation(file, ("operations", name), name)
            for index, entry in enumerate(entries if isinstance(entries, list) else [entries]):
                keys = ("operations", name, index)
                entry = self.mapping(file, keys, entry)
                kind = str(entry.get("what"))
                used.add(kind)
                complete = with_kind(entry, kinds.get(kind, {}))
                limit = None if kind in unusable else self.validate(file, keys, complete, LIMIT)
                place = (*keys, "at") if "at" in entry else keys
                if limit and operation and (limit.why or self.check_field(file, place, operation, limit.at)):
                    limits.setdefault(name, []).append(limit)
        for kind in kinds.keys() - used:
            self.add(file, ("kinds", kind), f'no limit is of the kind "{kind}"{suggest(kind, used)}')
        return limits

    def mapping(self, file: YamlFile, keys: Keys, value: Any) -> dict[str, Any]:
        """Return a mapping; an empty one, and a fault, if the value is something else."""
        if isinstance(value, dict):
            return value
        self.add(file, keys, f"{name_of(keys)} has to be a mapping")
        return {}

    def read_texts(self, file: YamlFile, keys: Keys, exists: Callable[[str], bool]) -> dict[str, str]:
        return self.read_entries(file, keys, file.content, TypeAdapter(str), exists)

    def read_section(
        self, file: YamlFile, section: str, model: TypeAdapter[Value], exists: Callable[[str], bool]
    ) -> dict[str, Value]:
        return self.read_entries(file, (section,), file.content.get(section, {}), model, exists)

    def read_entries(
        self, file: YamlFile, keys: Keys, entries: Any, model: TypeAdapter[Value], exists: Callable[[str], bool]
    ) -> dict[str, Value]:
        """Return the entries that fit, and are about what exists."""
        values = {}
        for name, entry in self.mapping(file, keys, entries).items():
            value = self.validate(file, (*keys, name), entry, model)
            if not exists(name):
                self.add(file, (*keys, name), f'the description has no "{name}"')
            elif value is not None:
                values[name] = value
        return values

    def has_argument(self, pattern: str) -> bool:
        return any(fnmatch(name, pattern) for name in self.names.all_arguments)


def with_kind(entry: dict[str, Any], kind: dict[str, Any]) -> dict[str, Any]:
    """Return a limit with what is said of its kind. How it is enforced stands in one of the two."""
    enforcements = {"keyword", "check", "why"}
    inherited = {
        key: value for key, value in kind.items() if key not in enforcements or not enforcements & entry.keys()
    }
    return {**inherited, **entry}


def without_consequences(error: ValidationError) -> list[Any]:
    """Return the faults, without keys that are missing because they are misspelt."""
    faults = error.errors()
    unknown = [str(fault["loc"][-1]) for fault in faults if fault["type"] == "extra_forbidden"]
    return [fault for fault in faults if fault["type"] != "missing" or not suggest(str(fault["loc"][-1]), unknown)]


def name_of(keys: Keys) -> str:
    """Return what a message calls the value that keys lead to."""
    return str(keys[-1]) if keys and isinstance(keys[-1], str) else "an entry"


def describe_fault(fault: Any, name: str, model: str) -> str:
    """Return what is wrong with a value of a model, in words."""
    value = fault["input"]
    match fault["type"]:
        case "extra_forbidden":
            known = MODELS[model].model_fields if model in MODELS else []
            return f'"{name}" is not known here{suggest(name, known)}'
        case "missing":
            return f"{name} is missing"
        case "literal_error":
            choices = list(iterate_choices(fault["ctx"]["expected"]))
            return f'"{value}" is not a {name} ({", ".join(choices)}){suggest(str(value), choices)}'
        case "value_error":
            return str(fault["ctx"]["error"])
    return f"{name} has to be {TYPES.get(fault['type'], 'something else')}, not {json.dumps(value, default=str)}"


def iterate_choices(expected: str) -> Iterator[str]:
    """Yield the values in a message such as 'a', 'b' or 'c'."""
    for part in expected.replace(" or ", ", ").split(", "):
        yield part.strip("'")


LIMIT, KIND, OPERATION = TypeAdapter(Limit), TypeAdapter(LimitKind), TypeAdapter(OperationKnowledge)
FLAT_SCRIPT = TypeAdapter(FlatKnowledge)
MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model for model in (FlatKnowledge, Limit, LimitKind, OperationKnowledge, Resource)
}
TYPES = {"int_type": "a whole number", "string_type": "a text", "bool_type": "true or false", "list_type": "a list"}
TYPES |= {"dict_type": "a mapping", "model_type": "a mapping"}
