"""The `.script.yaml` of an endpoint: metadata, and the form, shaped for Windmill's form component.

The component sends something for every field that it shows. Optional fields are shaped so that nothing is sent for them
until somebody fills them in: texts and lists are `nullable`, booleans are a choice of true and false (a toggle always
sends one of them), objects of any content are JSON text (an editor always sends something), and in an optional section
only the `type` of a resource with attributes is selected beforehand. An optional reference is two tabs, the reference
and `Leave out`; the script takes the tag `kind` that says which of them was chosen. A union of objects is one section
with the fields of all members.

A value that the component was opened with ("Run again", a saved input) has to come out unchanged. So times are texts:
the component's picker knows minutes only, and writes what it is given back in UTC.
"""

import copy
import json
from dataclasses import dataclass
from typing import Any

import yaml

from workbench.codegen.decide import Endpoint
from workbench.codegen.decide.schemas import JSON_SCHEMA
from workbench.codegen.decide.types import constant_of
from workbench.codegen.render.patterns import without_lookaround

LARGE = 64_000  # characters of a whole form
DEEPEST = 4  # unions inside of unions that are put together
COPIED = ("title", "format", "contentEncoding", "maxLength", "maxProperties", "minItems", "default")
KINDS = ("object", "array", "string", "number", "integer", "boolean", "null")  # the widest first
LEAVE_OUT = "Leave out"  # the tab of an optional reference that sends none
ACCOUNT = "$res:f/klaviyo/account"  # the resource that a form starts with
DATE, TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?"
TEXT_FORMATS = {  # written as texts: a picker changes what it is opened with
    "date-time": {
        "placeholder": "2026-10-20T08:15:30+00:00",
        "pattern": f"^{DATE}([Tt]{TIME}([Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?$",
        "customErrorMessage": "A time such as 2026-10-20T08:15:30+00:00, or a date such as 2026-10-20",
    },
    "time": {"placeholder": "08:15:30"},
}


class Dumper(yaml.SafeDumper):
    """Lists indented under their key, no anchors: as Windmill's CLI writes YAML."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def represent_text(dumper: Dumper, text: str) -> yaml.ScalarNode:
    """Return a text of several lines as a block, the way people write YAML."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Dumper.add_representer(str, represent_text)


def render_metadata(endpoint: Endpoint) -> str:
    """Return the `.script.yaml`: the arguments of the schema and auth, as Windmill's form draws them."""
    properties: dict[str, Any] = {}
    room = LARGE - 1000
    for argument in sorted(endpoint.arguments, key=lambda argument: argument.place == "body"):
        schema = argument.schema
        if argument.place == "auth":
            field = {
                "type": "object",
                "format": "resource-klaviyo",
                "description": schema["description"],
                "default": ACCOUNT,
            }
        else:
            field = shape_argument(schema, endpoint.schema.get("$defs", {}), room)
        # Nullable: nothing is sent until it is filled in. The component cannot draw a nullable multiselect.
        if argument.has_default and field["type"] in ("string", "array") and not is_multiselect(field):
            field["nullable"] = True
        if "enum" in schema:
            field["originalType"] = "string"
        properties[argument.name] = field
        room -= len(json.dumps(field))
    order = [argument.name for argument in endpoint.arguments]
    content = {
        "summary": endpoint.title,
        "description": f"{endpoint.description}\n\n{endpoint.facts.markdown}",
        "lock": f"!inline f/klaviyo/{endpoint.stem}.script.lock",
        "kind": "script",
        "labels": ["klaviyo", endpoint.category, endpoint.access],
        "schema": {
            "$schema": JSON_SCHEMA,
            "type": "object",
            "order": order,
            "properties": {name: properties[name] for name in order},
            "required": [argument.name for argument in endpoint.arguments if argument.required],
        },
    }
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000)


def shape_argument(schema: dict[str, Any], definitions: dict[str, Any], room: int) -> dict[str, Any]:
    """Return the form of one argument in `room` characters; where it takes more, the deepest parts are JSON editors."""
    for depth in (100, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3):
        field = shape(schema, Context(definitions, depth))
        if len(json.dumps(field)) <= room:
            return field
    raise ValueError("no form of this schema is small enough")


@dataclass(frozen=True)
class Context:
    """Where in a form: the definitions in sight, levels above JSON editors, whether in an optional section."""

    definitions: dict[str, Any]
    depth: int
    in_optional: bool = False

    def below(self, in_optional: bool) -> "Context":
        return Context(self.definitions, self.depth - 1, in_optional)


def shape(schema: dict[str, Any], context: Context, optional: bool = False) -> dict[str, Any]:
    """Return a field: one type, `nullable`, `order`, defaults; a JSON editor where the component has nothing better."""
    schema = without_union(schema, context.definitions)
    kind = widest_type(schema)
    optional = optional or context.in_optional
    field: dict[str, Any] = {"type": kind}
    field |= {keyword: copy.deepcopy(schema[keyword]) for keyword in ("description", *COPIED) if keyword in schema}
    field |= shape_text(schema)
    if field.get("format") == "date":
        field["dateFormat"] = "yyyy-MM-dd"
    if field.get("format") in TEXT_FORMATS:
        field |= TEXT_FORMATS[field.pop("format")]
    choices = [value for value in schema.get("enum", []) if value is not None]
    if kind == "boolean" and optional:
        field |= {"type": "string", "enum": ["true", "false"], "disableCreate": True}
    elif kind == "object" and optional and "properties" not in schema and ANY_OF not in schema:
        field["type"] = "string"
        describe(field, 'As JSON text, such as {"color": "blue"}.')
    elif choices and kind == "string":
        field["enum"] = choices
        if len(choices) == 1 and not optional:
            field |= {"default": choices[0], "disableCreate": True}
    elif optional and is_to_one(schema):
        field["oneOf"] = shape_reference(schema, context)
        describe(field, f"Choose {LEAVE_OUT} to send no reference.")
    elif kind == "object":
        shape_object(schema, context, optional, field)
    elif kind == "array":
        shape_array(schema, context, optional, field)
    nullable = optional or "null" in schema.get("type", ())
    if field["type"] in ("string", "array") and nullable and not is_multiselect(field):
        field["nullable"] = True
    if optional and kind != "object" and "default" in field:
        describe(field, f"Klaviyo's default: {json.dumps(field.pop('default'))}.")
    return field


def describe(field: dict[str, Any], sentence: str) -> None:
    """Add a sentence to the description."""
    field["description"] = f"{field.get('description', '')} {sentence}".strip()


def shape_text(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the keywords that check a text while it is typed: its pattern, and the words for what does not match.

    A pattern without words is left to the script: the component would show the regular expression.
    """
    words = schema.get("expected", "")
    if "pattern" not in schema or not words:
        return {}
    return {"pattern": without_lookaround(schema["pattern"]), "customErrorMessage": words[:1].upper() + words[1:]}


def is_multiselect(field: dict[str, Any]) -> bool:
    return "enum" in field.get("items", {})


def widest_type(schema: dict[str, Any]) -> str:
    types = schema.get("type", "object")
    return min(types, key=KINDS.index) if isinstance(types, list) else str(types)


def without_union(schema: dict[str, Any], definitions: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return the schema without $ref and oneOf: the fields of all objects of a union, or else its widest member."""
    if "$ref" in schema:
        target = definitions[schema["$ref"].rpartition("/")[2]]
        return without_union({**target, **without(schema, "$ref")}, definitions, depth)
    if "oneOf" not in schema:
        return schema
    members = [without_union(member, definitions, depth) for member in schema["oneOf"]]
    chosen = merge_members([member for member in members if widest_type(member) != "null"], definitions, depth)
    if chosen is None:
        chosen = min(members, key=lambda member: KINDS.index(widest_type(member)))
    nullable = any("null" in member.get("type", ()) for member in members)
    types = [widest_type(chosen), "null"] if nullable else widest_type(chosen)
    return {**chosen, "type": types, **without(schema, "oneOf")}


def merge_members(members: list[dict[str, Any]], definitions: dict[str, Any], depth: int) -> dict[str, Any] | None:
    """Return one schema for what any of these takes; None if there is none."""
    distinct = {json.dumps(without(member, "description"), sort_keys=True): member for member in members}
    objects = [member for member in members if "properties" in member]
    if len(distinct) == 1:
        return members[0]
    described = {"description": members[0]["description"]} if "description" in members[0] else {}
    if len(objects) > 1:
        fields = merge_objects(objects, definitions, depth + 1) if depth < DEEPEST else {"type": "object"}
        return {**fields, **described}
    if all(widest_type(member) == "string" for member in members):
        choices = list(dict.fromkeys(value for member in members for value in member.get("enum", [None])))
        return {"type": "string", **described, **({"enum": choices} if None not in choices else {})}
    if all("items" in member for member in members):
        return {"type": "array", **described, "items": {"oneOf": [member["items"] for member in members]}}
    return members[0] if len(set(map(widest_type, members))) == 1 else None


def without(schema: dict[str, Any], keyword: str) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != keyword}


def merge_objects(members: list[dict[str, Any]], definitions: dict[str, Any], depth: int) -> dict[str, Any]:
    """Return one object with the fields of all members; the constant that tells them apart says whose a field is."""
    names = list(dict.fromkeys(name for member in members for name in member["properties"]))
    tag = next((name for name in names if all(constant_at(member, name) for member in members)), None)
    properties = {}
    for name in names:
        having = [member for member in members if name in member["properties"]]
        schemas = [without_union(member["properties"][name], definitions, depth) for member in having]
        field = dict(merge_members(schemas, definitions, depth) or any_of(schemas))
        if tag and len(having) < len(members):
            values = " or ".join(dict.fromkeys(str(constant_at(member, tag)) for member in having))
            if (sentence := f"Only where {tag} is {values}.") not in field.get("description", ""):
                describe(field, sentence)
        properties[name] = field
    required = [name for name in names if all(name in member.get("required", ()) for member in members)]
    return {"type": "object", "properties": properties, "required": required}


def any_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a JSON editor, for what is of another type in each member of a union."""
    names = {"string": "a quoted string", "array": "a list", "boolean": "true or false", "object": "an object"}
    kinds = dict.fromkeys(names.get(widest_type(schema), "a number") for schema in schemas)
    field = {"type": "object", ANY_OF: True, "description": schemas[0].get("description", "")}
    describe(field, f"As JSON: {' or '.join(kinds)}.")
    return field


ANY_OF = "x-any-of"  # marks a JSON editor whose value need not be an object


def constant_at(member: dict[str, Any], name: str) -> str | None:
    return constant_of(member["properties"].get(name, {}))


def shape_object(schema: dict[str, Any], context: Context, optional: bool, field: dict[str, Any]) -> None:
    if not schema.get("properties"):
        field["default"] = {}  # else an editor that nobody uses sends null
    elif context.depth <= 0:
        field["default"] = {}
        names = list(schema["properties"])
        some = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
        describe(field, f"As JSON, an object with {some}.")
    else:
        required = schema.get("required", [])
        field["properties"] = {
            name: shape(subschema, context.below(optional), name not in required)
            for name, subschema in schema["properties"].items()
        }
        field["order"] = list(schema["properties"])
        has_constant_type = constant_at(schema, "type") is not None
        # A reference is left without a type, so that one whose id is missing is a fault and never taken for untouched.
        is_resource = has_constant_type and "attributes" in schema["properties"]
        if optional and is_resource:
            choice = {"default": constant_at(schema, "type"), "disableCreate": True}
            field["properties"]["type"] = without(field["properties"]["type"], "nullable") | choice
        # The component selects the first value of a required enum: not where nothing is chosen yet.
        starred = [name for name in required if not (optional and "enum" in field["properties"][name])]
        if optional and is_resource and "type" in required:
            starred = [name for name in required if name in {*starred, "type"}]
        if starred:
            field["required"] = starred


def is_reference(schema: dict[str, Any]) -> bool:
    """Return whether this is a JSON:API resource identifier: the type and id of another resource."""
    return schema.get("properties", {}).keys() == {"type", "id"} and constant_at(schema, "type") is not None


def is_to_one(schema: dict[str, Any]) -> bool:
    """Return whether this is a relationship to one resource: a reference in `data`."""
    return schema.get("properties", {}).keys() == {"data"} and is_reference(schema["properties"]["data"])


def shape_reference(schema: dict[str, Any], context: Context) -> list[dict[str, Any]]:
    """Return the tabs of an optional reference.

    The component adds the title of the chosen tab as `kind`, and takes a value without one for the first tab, dropping
    what this has no field for. So the reference is the first.
    """
    data = schema["properties"]["data"]
    title = str(constant_at(data, "type")).replace("-", " ").capitalize()
    field = shape(data, Context(context.definitions, context.depth - 1))
    return [shape_tab(title, {"data": field}), shape_tab(LEAVE_OUT, {})]


def shape_tab(title: str, properties: dict[str, Any]) -> dict[str, Any]:
    kind = {"type": "string", "enum": [title]}  # which is not drawn
    names = ["kind", *properties]
    return {
        "type": "object",
        "title": title,
        "properties": {"kind": kind, **properties},
        "order": names,
        "required": names,
    }


def shape_array(schema: dict[str, Any], context: Context, optional: bool, field: dict[str, Any]) -> None:
    items = schema.get("items", {})
    shaped = shape(items, context.below(False))
    if "label" in shaped.get("properties", {}):  # the component drops a property of this name from an item
        shaped = shape(items, Context(context.definitions, 0))
    if shaped["type"] == "string":
        # A multiselect: nothing is selected at first.
        shaped = {key: value for key, value in shaped.items() if key not in ("default", "disableCreate", "nullable")}
        if "enum" in shaped and (optional or "null" in schema["type"]):
            # It cannot be drawn without a value, and an untouched [] would mean something: texts, then.
            describe(field, f"Any of {', '.join(shaped.pop('enum'))}.")
    if shaped["type"] == "object" and "properties" not in shaped and "description" in shaped:
        describe(field, shaped["description"])
    field["items"] = shaped
