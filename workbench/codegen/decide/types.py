"""The JSON Schema of a body becomes TypedDicts, one to one, with the shortest names that are unique in the script."""

import json
import keyword
import re
from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.decide.schemas import COMPONENT, Schema, ref_name
from workbench.codegen.parts import constants

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
MEMBER = "x-member"  # marks a member of a union
IGNORED = {"description", "default", "examples", "title", "additionalProperties", "contentEncoding", COMPONENT, MEMBER}
STRUCTURE = {"type", "enum", "properties", "required", "items", "oneOf", "$ref", *IGNORED}
CONSTANTS = {
    json.dumps({key: argument for key, argument in value.items() if key not in IGNORED}): name
    for name, value in vars(constants).items()
    if name.isupper() and isinstance(value, dict) and all(isinstance(key, str) for key in value)
}
ROOM = 80  # columns for the members of a Literal and the name of the field
RESOURCE_PARTS = ("attributes", "relationships", "meta", "links")


@dataclass(frozen=True)
class TypedDictDefinition:
    name: str
    fields: dict[str, str]  # name -> annotation
    total: bool  # False: all fields are optional, and have no NotRequired

    @property
    def is_class(self) -> bool:
        """Whether it is a class: not with names such as tag-group, a single field, or those of a reference."""
        is_short = len(self.fields) == 1 or list(self.fields) == ["type", "id"]
        are_names = all(name.isidentifier() and not keyword.iskeyword(name) for name in self.fields)
        return are_names and (self.name == "Body" or not is_short)


@dataclass(frozen=True)
class Alias:
    """A name for a Literal or a union that does not fit on a line."""

    name: str
    kind: str  # Literal or Union
    members: list[str]


@dataclass
class Types:
    """The types of one script, in the order in which they are first referred to."""

    definitions: Schema
    names: dict[str, str] = field(default_factory=dict)  # name -> key of what it names
    types: dict[str, TypedDictDefinition | Alias] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)  # the $defs that are being defined
    recursive: dict[str, str] = field(default_factory=dict)  # name in $defs -> name of the type


def define_types(
    arguments: Schema, definitions: Schema, reserved: set[str]
) -> tuple[list[TypedDictDefinition | Alias], dict[str, str]]:
    """Return the types of the arguments of `main`, beginning with Arguments, and those that contain themselves."""
    types = Types(definitions, dict.fromkeys(reserved, ""))
    define("Arguments", arguments, types)
    return sorted(types.types.values(), key=rank), types.recursive


def rank(definition: TypedDictDefinition | Alias) -> int:
    """Return 0 for classes and what belongs to them, 1 for TypedDicts on one line, 2 for unions, which need both."""
    if isinstance(definition, Alias):
        return 2 if definition.kind == "Union" else 0
    return 0 if definition.is_class else 1


def define(name: str, schema: Schema, types: Types) -> None:
    """Add the TypedDict of an object, then those of its properties."""
    if name in types.types:
        return
    fields: dict[str, str] = {}
    total = bool(schema.get("required"))
    types.types[name] = TypedDictDefinition(name, fields, total)
    later: list[tuple[str, Schema | Alias]] = []
    for key, subschema in schema["properties"].items():
        annotation = (
            'Annotated[Any, {"format": "account"}]' if key == "auth" else annotate(subschema, key, name, types, later)
        )
        optional = key not in schema.get("required", [])
        annotation = quote(annotation)
        fields[key] = f"NotRequired[{annotation}]" if optional and total else annotation
    for later_name, definition in later:
        if isinstance(definition, Alias):
            types.types[later_name] = definition
        else:
            types.open.append(definition.get(COMPONENT, ""))
            define(later_name, definition, types)
            types.open.pop()


def quote(annotation: str) -> str:
    """Return the annotation as a string if it refers to what comes later in the script."""
    names = re.findall(r"[A-Z]\w*", re.sub(r'"(?:[^"\\]|\\.)*"', "", annotation))
    if not set(names) - {"Annotated", "Any", "Literal", "None"}:
        return annotation
    return repr(annotation) if re.search(r"['\\]", annotation) else '"' + annotation.replace('"', "'") + '"'


def annotate(schema: Schema, key: str, parent: str, types: Types, later: list[Any]) -> str:
    """Return the annotation of a value; what it refers to is added to `later`."""
    structure = STRUCTURE - {"enum"} if "boolean" in schema.get("type", ()) else STRUCTURE
    keywords = {name: value for name, value in schema.items() if name not in structure}
    annotation = annotate_type(schema, key, parent, types, later)
    if not keywords:
        return annotation
    texts = [f'"{name}": {literal(value)}' for name, value in keywords.items()]
    return f"Annotated[{annotation}, {CONSTANTS.get(json.dumps(keywords), '{' + ', '.join(texts) + '}')}]"


def annotate_type(schema: Schema, key: str, parent: str, types: Types, later: list[Any]) -> str:
    if "$ref" in schema:
        name, target = ref_name(schema), types.definitions[ref_name(schema)]
        if name in types.open:  # a type that contains itself: the validator resolves the reference
            types.recursive[name] = next(key for key, value in types.names.items() if value == name_key(target))
            return f'Annotated[dict[str, Any], {{"$ref": "#/$defs/{name}"}}]'
        return refer(
            {**target, COMPONENT: name} | ({MEMBER: True} if MEMBER in schema else {}), key, parent, types, later
        )
    if "oneOf" in schema:
        members = [annotate({**member, MEMBER: True}, key, parent, types, later) for member in schema["oneOf"]]
        nullable = " | None" if members[-1] == "None" else ""
        union = list(dict.fromkeys(members[:-1] if nullable else members))
        if len(union) > 2 and len(" | ".join(union)) > 60:
            union = [add_alias("Union", union, schema, key, parent, types, later)]
        return " | ".join(union) + nullable
    names = schema.get("type", [])
    names = names if isinstance(names, list) else [names]
    if "boolean" in names and "enum" in schema:  # as Literal[True] has no type, which tells forms' texts from booleans
        return "bool | None" if None in schema["enum"] else "bool"
    if "enum" in schema:
        members = list(map(literal, schema["enum"]))
        if len(key) + len(", ".join(members)) > ROOM:
            return add_alias("Literal", members, schema, key, parent, types, later)
        return f"Literal[{', '.join(members)}]"
    return " | ".join(annotate_one(name, schema, key, parent, types, later) for name in names) or "Any"


def add_alias(
    kind: str, members: list[str], schema: Schema, key: str, parent: str, types: Types, later: list[Any]
) -> str:
    """Give a Literal or a union a name of its own, and return it."""
    name = choose_name([pascal(singular(key)), parent + pascal(singular(key))], name_key(schema), types)
    later.append((name, Alias(name, kind, members)))
    return name


def annotate_one(name: str, schema: Schema, key: str, parent: str, types: Types, later: list[Any]) -> str:
    if name == "array":
        return f"list[{annotate(schema['items'], singular(key), parent, types, later)}]"
    if name == "object":
        return refer(schema, key, parent, types, later) if schema.get("properties") else "dict[str, Any]"
    return SCALARS[name]


def refer(schema: Schema, key: str, parent: str, types: Types, later: list[Any]) -> str:
    """Return the name of an object's TypedDict."""
    properties = schema["properties"]
    if parent == "Arguments":
        types.names["Body"] = name_key(schema)
        later.append(("Body", schema))
        return "Body"
    constant = constant_of(properties.get("type", {}))
    names = [pascal(constant)] if constant else []
    if list(properties) == ["data"]:  # JSON:API's wrapper
        names = [pascal(key) + "Data"]
    elif key in RESOURCE_PARTS and parent not in ("Body", "Arguments"):
        names = [parent + pascal(key)]
    elif not resource_type(schema):
        names += (
            [schema.get(COMPONENT, ""), pascal(key)] if MEMBER in schema else [pascal(key), schema.get(COMPONENT, "")]
        )
    names = [name for name in names if name]
    name = choose_name([*names, parent + names[0]], name_key(schema), types)
    later.append((name, schema))
    return name


def name_key(schema: Schema) -> str:
    return json.dumps(comparable(schema), sort_keys=True)


def choose_name(candidates: list[str], key: str, types: Types) -> str:
    """Return the first name that is free, or that names the same already."""
    numbered = [f"{candidates[0]}{number}" for number in range(2, 100)]
    name = next(name for name in [*candidates, *numbered] if name and types.names.get(name, key) == key)
    types.names[name] = key
    return name


def comparable(schema: Any) -> Any:
    """Return the schema without what makes no difference to its type."""
    if isinstance(schema, list):
        return [comparable(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: comparable(part) for name, part in value.items()} if key == "properties" else comparable(value)
        for key, value in schema.items()
        if key not in IGNORED
    }


def resource_type(schema: Schema) -> str | None:
    """Return the type of a JSON:API resource, or of a reference to one; None for another schema."""
    properties = schema.get("properties", {})
    constant = constant_of(properties.get("type", {}))
    return constant if "id" in properties or "attributes" in properties else None


def constant_of(schema: Schema) -> str | None:
    values = [value for value in schema.get("enum", []) if value is not None]
    return values[0] if len(values) == 1 and isinstance(values[0], str) else None


def literal(value: Any) -> str:
    if isinstance(value, str):
        return f'r"{value}"' if "\\" in value else json.dumps(value, ensure_ascii=False)
    return repr(value)


def pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W|_", name))


def singular(name: str) -> str:
    return name.removesuffix("s") if not name.endswith(("ss", "us", "ies")) else name
