"""Which parts of a schema become types of their own in a script, and the shortest names that are unique there."""

import json
import keyword
import re
from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.decide.schemas import COMPONENT, Schema, ref_name

NAMED = "x-type"  # keyword for the name of the type that describes a value
MEMBER = "x-member"  # marks a member of a union
IGNORED = {"description", "default", "examples", "title", "additionalProperties", "contentEncoding", COMPONENT, MEMBER}
MAX_LITERAL = 80  # columns for the values of an enum and the name of the field; more get a name
MAX_UNION = 60  # columns for the names of the members of a union; more get a name
RESOURCE_PARTS = ("attributes", "relationships", "meta", "links")


@dataclass(frozen=True)
class NamedType:
    """A type of a script: an object, an enum or a union. In `schema`, NAMED refers to parts that are types, too."""

    name: str
    schema: Schema

    @property
    def is_object(self) -> bool:
        return "properties" in self.schema

    @property
    def is_union(self) -> bool:
        return "oneOf" in self.schema

    @property
    def is_class(self) -> bool:
        """Whether it is a class: not with names such as tag-group, a single field, or those of a reference."""
        names = list(self.schema.get("properties", ()))
        is_short = len(names) == 1 or names == ["type", "id"]
        are_identifiers = all(name.isidentifier() and not keyword.iskeyword(name) for name in names)
        return self.is_object and are_identifiers and (self.name == "Body" or not is_short)

    @property
    def position(self) -> int:
        """0 for classes and the enums that they use, 1 for objects on one line, 2 for unions, which need both."""
        if self.is_union:
            return 2
        return 1 if self.is_object and not self.is_class else 0


@dataclass
class TypeNames:
    """The types of one script, in the order in which they are first referred to."""

    definitions: Schema
    names: dict[str, str]  # name -> key of what it names
    types: dict[str, NamedType] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)  # the $defs that are being defined
    recursive: dict[str, str] = field(default_factory=dict)  # name in $defs -> name of the type

    def define(self, name: str, schema: Schema) -> None:
        """Add the type of an object, then those of its properties."""
        if name in self.types:
            return
        properties: Schema = {}
        self.types[name] = NamedType(name, {"properties": properties, "required": schema.get("required", [])})
        later: list[tuple[str, Schema | NamedType]] = []
        for key, subschema in schema["properties"].items():
            properties[key] = {NAMED: "klaviyo"} if key == "auth" else self.replace(subschema, key, name, later)
        for later_name, definition in later:
            if isinstance(definition, NamedType):
                self.types[later_name] = definition
            else:
                self.open.append(definition.get(COMPONENT, ""))
                self.define(later_name, definition)
                self.open.pop()

    def replace(self, schema: Schema, key: str, parent: str, later: list[Any]) -> Schema:
        """Return the schema of a value with NAMED in the place of what has a name, which is added to `later`."""
        if "$ref" in schema:
            name, target = ref_name(schema), self.definitions[ref_name(schema)]
            if name in self.open:  # a type that contains itself: the validator resolves the reference
                self.recursive[name] = next(key for key, value in self.names.items() if value == name_key(target))
                return {"$ref": schema["$ref"]}
            member = {MEMBER: True} if MEMBER in schema else {}
            return {NAMED: self.name_object({**target, COMPONENT: name, **member}, key, parent, later)}
        replaced = {name: value for name, value in schema.items() if name not in {*IGNORED, "properties", "required"}}
        if replaced.get("format") == "time":
            del replaced["format"]  # not checked
        types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
        if "oneOf" in schema:
            replaced["oneOf"] = self.replace_members(schema, key, parent, later)
            return self.name_union(replaced, schema, key, parent, later)
        if "enum" in schema and "boolean" not in types:
            return self.name_enum(replaced, schema, key, parent, later)
        for type_name in types:
            if type_name == "array":
                replaced["items"] = self.replace(schema["items"], singular(key), parent, later)
            if type_name == "object" and schema.get("properties"):
                replaced[NAMED] = self.name_object(schema, key, parent, later)
        return replaced

    def replace_members(self, schema: Schema, key: str, parent: str, later: list[Any]) -> list[Schema]:
        """Return the members of a union, each once."""
        members = [self.replace({**member, MEMBER: True}, key, parent, later) for member in schema["oneOf"]]
        return list({json.dumps(member): member for member in members}.values())

    def name_union(self, replaced: Schema, schema: Schema, key: str, parent: str, later: list[Any]) -> Schema:
        """Return a union, with a name for its members if there are too many for a line."""
        null = [member for member in replaced["oneOf"] if member == {"type": "null"}]
        members = [member for member in replaced["oneOf"] if member not in null]
        if len(members) <= 2 or len(" | ".join(member.get(NAMED, "") for member in members)) <= MAX_UNION:
            return replaced
        name = self.add({"oneOf": members}, schema, key, parent, later)
        return {**replaced, "oneOf": [{NAMED: name}, *null]}

    def name_enum(self, replaced: Schema, schema: Schema, key: str, parent: str, later: list[Any]) -> Schema:
        """Return an enum, with a name if its values are too many for a line."""
        if len(key) + len(", ".join(map(json.dumps, schema["enum"]))) <= MAX_LITERAL:
            return replaced
        name = self.add({"enum": schema["enum"]}, schema, key, parent, later)
        return {NAMED: name, **{key: value for key, value in replaced.items() if key not in ("type", "enum")}}

    def add(self, definition: Schema, schema: Schema, key: str, parent: str, later: list[Any]) -> str:
        """Give an enum or a union a name of its own, and return it."""
        name = self.choose([pascal(singular(key)), parent + pascal(singular(key))], name_key(schema))
        later.append((name, NamedType(name, definition)))
        return name

    def name_object(self, schema: Schema, key: str, parent: str, later: list[Any]) -> str:
        """Return the name of an object."""
        properties = schema["properties"]
        if parent == "Arguments":
            self.names["Body"] = name_key(schema)
            later.append(("Body", schema))
            return "Body"
        constant = constant_of(properties.get("type", {}))
        names = [pascal(constant)] if constant else []
        if list(properties) == ["data"]:  # JSON:API's wrapper
            names = [pascal(key) + "Data"]
        elif key in RESOURCE_PARTS and parent not in ("Body", "Arguments"):
            names = [parent + pascal(key)]
        elif not resource_type(schema):
            component = schema.get(COMPONENT, "")
            names += [component, pascal(key)] if MEMBER in schema else [pascal(key), component]
        names = [name for name in names if name]
        name = self.choose([*names, parent + names[0]], name_key(schema))
        later.append((name, schema))
        return name

    def choose(self, candidates: list[str], key: str) -> str:
        """Return the first name that is free, or that names the same already."""
        numbered = [f"{candidates[0]}{number}" for number in range(2, 100)]
        name = next(name for name in [*candidates, *numbered] if name and self.names.get(name, key) == key)
        self.names[name] = key
        return name


def define_types(arguments: Schema, definitions: Schema, reserved: set[str]) -> tuple[list[NamedType], dict[str, str]]:
    """Return the types of the arguments of `main`, beginning with Arguments, and those that contain themselves."""
    names = TypeNames(definitions, dict.fromkeys(reserved, ""))
    names.define("Arguments", arguments)
    return sorted(names.types.values(), key=lambda definition: definition.position), names.recursive


def name_key(schema: Schema) -> str:
    return json.dumps(comparable(schema), sort_keys=True)


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


def pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W|_", name))


def singular(name: str) -> str:
    return name.removesuffix("s") if not name.endswith(("ss", "us", "ies")) else name
