"""Which parts of a schema become types of their own in a script, and the shortest names that are unique there."""

import hashlib
import itertools
import json
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.codegen.decide.schemas import COMPONENT
from workbench.codegen.json_schema import Schema, ref_name, transform

NAMED = "x-type"  # keyword for the name of the type that describes a value
MEMBER = "x-member"  # marks a member of a union
ARGUMENTS = "Arguments"
IGNORED = {"description", "default", "examples", "title", "additionalProperties", "contentEncoding", COMPONENT, MEMBER}
NULL = {"type": "null"}
STRUCTURE = ("properties", "required", "enum", "oneOf")
MAX_LITERAL = 80  # columns for the values of an enum and the name of the field; more get a name
MAX_UNION = 60  # columns for the names of the members of a union; more get a name
MAX_JOINED = 3  # names that become the name of one type
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


@dataclass(frozen=True)
class Use:
    """A place of a structure: the property, the structure that has it, and the component that describes it there."""

    key: str
    parent: str
    name: str  # that suits it there
    component: str

    @property
    def names(self) -> tuple[str, str]:
        return self.name, self.component

    def name_in(self, parent: str) -> str:
        is_part = self.key in RESOURCE_PARTS and parent not in (ARGUMENTS, "Body")
        return parent + self.name if is_part else self.name


@dataclass
class Structures:
    """What becomes a type in one script: each object, and each enum or union that is too long for a line.

    A structure is known by a key made of its properties, values or members. So one that several places or components
    of the description repeat is one type.
    """

    definitions: Schema
    types: dict[str, Schema] = field(default_factory=dict)  # with keys in NAMED, in the order of the script
    uses: dict[str, list[Use]] = field(default_factory=dict)  # in the order in which a reader meets them
    open: list[str] = field(default_factory=list)  # the $defs that are being added
    referred: dict[str, Schema] = field(default_factory=dict)  # key -> what the object that is being added refers to
    recursive: dict[str, str] = field(default_factory=dict)  # name in $defs -> key
    digests: dict[str, str] = field(default_factory=dict)  # name in $defs -> digest of its schema

    def add_object(self, key: str, schema: Schema) -> None:
        """Add an object, then the structures that its properties refer to."""
        if key in self.types:
            return
        self.types[key] = {"properties": {}, "required": schema.get("required", [])}
        self.open.append(schema.get(COMPONENT, ""))
        for name, subschema in schema["properties"].items():
            self.types[key]["properties"][name] = self.replace(subschema, name, key)
        referred, self.referred = self.referred, {}
        for referred_key, definition in referred.items():
            if "properties" in definition:
                self.add_object(referred_key, definition)
            else:
                self.types.setdefault(referred_key, definition)
        self.open.pop()

    def replace(self, schema: Schema, name: str, parent: str) -> Schema:
        """Return the schema of a property, with a key in the place of each structure."""
        if "$ref" in schema:
            if ref_name(schema) in self.open:  # it contains itself: the validator resolves the reference
                self.recursive[ref_name(schema)] = self.key_of(schema)
                return {"$ref": schema["$ref"]}
            member = {MEMBER: True} if MEMBER in schema else {}
            schema = {**self.definitions[ref_name(schema)], COMPONENT: ref_name(schema), **member}
        replaced = {
            keyword: value for keyword, value in schema.items() if keyword not in {*IGNORED, "properties", "required"}
        }
        types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
        if "oneOf" in schema:
            members = [self.replace({**member, MEMBER: True}, name, parent) for member in schema["oneOf"]]
            replaced["oneOf"] = list({json.dumps(member): member for member in members}.values())
            return self.name_union(replaced, schema, name, parent)
        if "enum" in schema and "boolean" not in types:
            return self.name_enum(replaced, schema, name, parent)
        if "array" in types:
            replaced["items"] = self.replace(schema["items"], singular(name), parent)
        if "object" in types and schema.get("properties"):
            replaced[NAMED] = self.refer(schema, use_of(schema, name, parent))
        return replaced

    def name_union(self, replaced: Schema, schema: Schema, name: str, parent: str) -> Schema:
        """Return a union, with a name for its members if there are too many for a line."""
        members = [member for member in replaced["oneOf"] if member != NULL]
        names = [max(self.uses[member[NAMED]][0].names, key=len) if NAMED in member else "" for member in members]
        if len(members) <= 2 or len(" | ".join(names)) <= MAX_UNION:
            return replaced
        not_null = {**schema, "oneOf": [member for member in schema["oneOf"] if member != NULL]}
        use = Use(name, parent, pascal(singular(name)), schema.get(COMPONENT, ""))
        key = self.refer(not_null, use)
        self.referred[key] = {"oneOf": members}
        return {**replaced, "oneOf": [{NAMED: key}, *[NULL] * (NULL in replaced["oneOf"])]}

    def name_enum(self, replaced: Schema, schema: Schema, name: str, parent: str) -> Schema:
        """Return an enum, with a name if its values are too many for a line."""
        if len(name) + len(", ".join(map(json.dumps, schema["enum"]))) <= MAX_LITERAL:
            return replaced
        key = self.refer(schema, Use(name, parent, pascal(singular(name)), schema.get(COMPONENT, "")))
        self.referred[key] = {"enum": schema["enum"]}
        return {
            NAMED: key,
            **{keyword: value for keyword, value in replaced.items() if keyword not in ("type", "enum")},
        }

    def refer(self, schema: Schema, use: Use) -> str:
        """Return the key of a structure, and note where it is used."""
        key = self.key_of(schema)
        self.uses.setdefault(key, []).append(use)
        self.referred[key] = schema
        return key

    def key_of(self, schema: Schema) -> str:
        """Return the key of a structure. Names of components and whether it may be null make no difference."""
        if "$ref" in schema:
            schema = self.definitions[ref_name(schema)]
        return digest(
            {keyword: self.distinctive(keyword, schema[keyword]) for keyword in STRUCTURE if keyword in schema}
        )

    def distinctive(self, keyword: str, value: Any) -> Any:
        """Return the value of a keyword, with digests in the place of schemas, and in an order that says nothing."""
        match keyword:
            case "properties":
                return {name: self.digest_schema(subschema) for name, subschema in value.items()}
            case "items":
                return self.digest_schema(value)
            case "oneOf":
                return sorted(map(self.digest_schema, value))
            case "required" | "enum":
                return sorted(map(json.dumps, value))
        return value

    def digest_schema(self, schema: Schema) -> str:
        """Return the same text for schemas that say the same, be it through references."""
        name = ref_name(schema) if "$ref" in schema else ""
        if name and name not in self.digests:
            self.digests[name] = name  # where it contains itself
            self.digests[name] = self.digest_schema(self.definitions[name])
        if name:
            return self.digests[name]
        keywords = {keyword: value for keyword, value in schema.items() if keyword not in IGNORED}
        return digest({keyword: self.distinctive(keyword, value) for keyword, value in keywords.items()})


def digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def define_types(arguments: Schema, definitions: Schema, reserved: set[str]) -> tuple[list[NamedType], dict[str, str]]:
    """Return the types of the arguments of `main`, beginning with Arguments, and those that contain themselves."""
    structures = Structures(definitions)
    structures.add_object(ARGUMENTS, arguments)
    names = choose_names(structures, reserved)

    def with_name(schema: Schema) -> Schema:
        return {**schema, NAMED: names[schema[NAMED]]} if NAMED in schema else schema

    types = [NamedType(names[key], transform(schema, with_name)) for key, schema in structures.types.items()]
    recursive = {name: names[key] for name, key in structures.recursive.items()}
    return sorted(types, key=lambda definition: definition.position), recursive


def choose_names(structures: Structures, reserved: set[str]) -> dict[str, str]:
    """Return the name of each structure by its key: the first of those that suit it that is free."""
    names = {ARGUMENTS: ARGUMENTS}
    for key, uses in structures.uses.items():
        if (uses[0].parent, uses[0].key) == (ARGUMENTS, "body"):
            names[key] = "Body"
        else:
            used = {*names.values(), *reserved}
            names[key] = next(name for name in suitable_names(uses, names) if name and name not in used)
    return names


def suitable_names(uses: list[Use], names: dict[str, str]) -> Iterator[str]:
    """Yield names of a structure: the shortest first, then those with what the structure is part of."""
    own_names = list(dict.fromkeys(use.name_in(names.get(use.parent, "")) for use in uses))
    components = list(dict.fromkeys(use.component for use in uses))
    if len(own_names) == 1:
        yield own_names[0]
    if len(components) == 1:
        yield components[0]
    yield common_words(own_names)
    yield common_words(components)
    yield join_names(own_names)
    yield join_names(components)
    yield from (names.get(use.parent, "") + use.name for use in uses)
    yield from (f"{use.name}Of{names[use.parent]}" for use in uses if use.parent in names)


def common_words(names: list[str]) -> str:
    """Return the words that all names begin with and those that all end with: NoMarketing of NoSMSMarketing, …"""
    words = list(map(split_words, names))
    beginning = common_prefix(words)
    end = common_prefix([each[len(beginning) :][::-1] for each in words])[::-1]
    return "".join([*beginning, *end])


def join_names(names: list[str]) -> str:
    """Return AllowOrDenyList of AllowList and DenyList; of many names, only the first."""
    end = "".join(common_prefix([split_words(name)[::-1] for name in names])[::-1])
    beginnings = [name.removesuffix(end) for name in names]
    return "Or".join(beginnings if len(names) <= MAX_JOINED else [beginnings[0], "Other"]) + end


def split_words(name: str) -> list[str]:
    return re.findall(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+", name)


def common_prefix(lists: list[list[str]]) -> list[str]:
    return [items[0] for items in itertools.takewhile(lambda items: len(set(items)) == 1, zip(*lists, strict=False))]


def use_of(schema: Schema, key: str, parent: str) -> Use:
    """Return a use of an object as the property `key`. JSON:API's constant makes the best name."""
    component = schema.get(COMPONENT, "")
    if list(schema["properties"]) == ["data"]:  # JSON:API's wrapper
        return Use(key, parent, pascal(key) + "Data", "")
    if constant := constant_of(schema["properties"].get("type", {})):
        return Use(key, parent, pascal(constant), "" if resource_type(schema) else component)
    if key in RESOURCE_PARTS:
        return Use(key, parent, pascal(key), "")
    return Use(key, parent, component if MEMBER in schema and component else pascal(key), component)


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
