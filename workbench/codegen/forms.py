"""JSON Schema -> the form in a `.script.yaml`, in the words of Windmill's form component.

A form sends something for every field it shows, touched or not. So what may be left alone is shaped such that it can be
told from what was chosen: optional texts and lists are left out until touched, optional booleans are a choice of true
and false (a toggle cannot be left alone), and in an optional section nothing is chosen beforehand but the `type` of a
resource. A union of objects is one section with the fields of all members.
"""

import copy
import json
from dataclasses import dataclass
from typing import Any

LARGE = 64_000  # characters of a whole form
DEEPEST = 4  # unions inside of unions that are put together
COPIED = ("title", "format", "contentEncoding", "maxLength", "maxProperties", "pattern", "default")


def form(schema: dict[str, Any], definitions: dict[str, Any], room: int = LARGE) -> dict[str, Any]:
    """The form of one argument in `room` characters; where it takes more, the deepest parts are JSON editors."""
    for depth in (100, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3):
        shaped = shape(schema, Context(definitions, depth))
        if len(json.dumps(shaped)) <= room:
            return shaped
    raise ValueError("no form of this schema is small enough")


@dataclass(frozen=True)
class Context:
    """Where in a form: the definitions in sight, levels left above JSON editors, whether in an optional section."""

    definitions: dict[str, Any]
    depth: int
    untouched: bool = False

    def below(self, untouched: bool) -> "Context":
        return Context(self.definitions, self.depth - 1, untouched)


def shape(schema: dict[str, Any], context: Context, optional: bool = False) -> dict[str, Any]:
    """One type, `nullable`, `order`, defaults; a JSON editor where the component draws nothing better."""
    schema = plain(schema, context.definitions)
    types = schema.get("type", "object")
    kind = types[0] if isinstance(types, list) else types
    left_alone = optional or context.untouched
    result: dict[str, Any] = {"type": kind, "description": schema.get("description", "")}
    if not result["description"]:
        del result["description"]
    result |= {keyword: copy.deepcopy(schema[keyword]) for keyword in COPIED if keyword in schema}
    if result.get("format") == "date":
        result["dateFormat"] = "yyyy-MM-dd"
    choices = [value for value in schema.get("enum", []) if value is not None]
    if kind == "boolean" and left_alone:
        result |= {"type": "string", "enum": ["true", "false"], "disableCreate": True}
    elif choices and kind == "string":
        result["enum"] = choices
        if len(choices) == 1 and not left_alone:
            result |= {"default": choices[0], "disableCreate": True}
    if kind == "object":
        shape_object(schema, context, optional, result)
    if kind == "array":
        shape_array(schema, context, left_alone, result)
    if result["type"] in ("string", "array") and (left_alone or "null" in types) and not is_multiselect(result):
        result["nullable"] = True
    if left_alone and kind != "object" and "default" in result:
        result["description"] = (
            f"{result.get('description', '')} Klaviyo's default: {json.dumps(result.pop('default'))}.".strip()
        )
    return result


def is_multiselect(shaped: dict[str, Any]) -> bool:
    return "enum" in shaped.get("items", {})


def plain(schema: dict[str, Any], definitions: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """The schema without $ref and oneOf: of a union of objects the fields of all, of others the widest member."""
    if "$ref" in schema:
        target = definitions[schema["$ref"].rpartition("/")[2]]
        return plain({**target, **without(schema, "$ref")}, definitions, depth)
    if "oneOf" not in schema:
        return schema
    members = [plain(member, definitions, depth) for member in schema["oneOf"]]
    chosen = common([member for member in members if first_type(member) != "null"], definitions, depth)
    if chosen is None:  # any of them will do
        kinds = ("object", "array", "string", "number", "integer", "boolean", "null")
        chosen = min(members, key=lambda member: kinds.index(first_type(member)))
    nullable = any("null" in member.get("type", ()) for member in members)
    types = [first_type(chosen), "null"] if nullable else first_type(chosen)
    return {**chosen, "type": types, **without(schema, "oneOf")}


def common(members: list[dict[str, Any]], definitions: dict[str, Any], depth: int) -> dict[str, Any] | None:
    """One schema for what any of these takes; None where there is none."""
    distinct = {json.dumps(without(member, "description"), sort_keys=True): member for member in members}
    objects = [member for member in members if "properties" in member]
    if len(distinct) == 1:
        return members[0]
    described = {"description": members[0]["description"]} if "description" in members[0] else {}
    if len(objects) > 1:
        fields = merged(objects, definitions, depth + 1) if depth < DEEPEST else {"type": "object"}
        return {**fields, **described}
    if all(first_type(member) == "string" for member in members):
        choices = list(dict.fromkeys(value for member in members for value in member.get("enum", [None])))
        return {"type": "string", **described, **({"enum": choices} if None not in choices else {})}
    if all("items" in member for member in members):
        return {"type": "array", **described, "items": {"oneOf": [member["items"] for member in members]}}
    return members[0] if len(set(map(first_type, members))) == 1 else None


def without(schema: dict[str, Any], keyword: str) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != keyword}


def first_type(schema: dict[str, Any]) -> str:
    types = schema.get("type", "object")
    found: str = types[0] if isinstance(types, list) else types
    return found


def merged(members: list[dict[str, Any]], definitions: dict[str, Any], depth: int) -> dict[str, Any]:
    """One object with the fields of all members; what tells them apart says for which a field is."""
    names = list(dict.fromkeys(name for member in members for name in member["properties"]))
    apart = next((name for name in names if all(constant(member, name) for member in members)), None)
    properties = {}
    for name in names:
        having = [member for member in members if name in member["properties"]]
        fields = [plain(member["properties"][name], definitions, depth) for member in having]
        field = dict(common(fields, definitions, depth) or anything(fields))
        if apart and len(having) < len(members):
            values = " or ".join(dict.fromkeys(str(constant(member, apart)) for member in having))
            only = f"Only where {apart} is {values}."
            if only not in field.get("description", ""):
                field["description"] = f"{field.get('description', '')} {only}".strip()
        properties[name] = field
    required = [name for name in names if all(name in member.get("required", ()) for member in members)]
    return {"type": "object", "properties": properties, "required": required}


def anything(fields: list[dict[str, Any]]) -> dict[str, Any]:
    """A JSON editor, for what is of another type in each member of a union."""
    names = {"string": "a text in quotes", "array": "a list", "boolean": "true or false", "object": "an object"}
    kinds = dict.fromkeys(names.get(first_type(field), "a number") for field in fields)
    return {
        "type": "object",
        "description": f"{fields[0].get('description', '')} As JSON: {' or '.join(kinds)}.".strip(),
    }


def constant(member: dict[str, Any], name: str) -> str | None:
    values = member["properties"].get(name, {}).get("enum", [])
    return values[0] if len(values) == 1 else None


def shape_object(schema: dict[str, Any], context: Context, optional: bool, result: dict[str, Any]) -> None:
    if not schema.get("properties"):
        result["default"] = {}  # else an untouched editor sends null
    elif context.depth <= 0:
        result["default"] = {}
        result["description"] = f"{result.get('description', '')} {contents(schema)}".strip()
    else:
        untouched = optional or context.untouched
        required = schema.get("required", [])
        result["properties"] = {
            name: shape(subschema, context.below(untouched), name not in required)
            for name, subschema in schema["properties"].items()
        }
        if untouched and is_resource(schema):
            choice = schema["properties"]["type"]["enum"][0]
            shaped = result["properties"]["type"]
            result["properties"]["type"] = without(shaped, "nullable") | {"default": choice, "disableCreate": True}
            if "id" in required:
                result["properties"]["id"].pop("nullable", None)  # "" says that nobody named one
        result["order"] = list(schema["properties"])
        # Of a list to choose from that is required, the component takes the first: not where nothing is chosen yet.
        starred = [name for name in required if not (untouched and "enum" in result["properties"][name])]
        if untouched and is_resource(schema) and "type" in required:
            starred = [name for name in required if name in {*starred, "type"}]
        if starred:
            result["required"] = starred


def is_resource(schema: dict[str, Any]) -> bool:
    """A JSON:API resource or its identifier: its type is known beforehand."""
    properties = schema["properties"]
    return bool(constant(schema, "type")) and ("id" in properties or "attributes" in properties)


def contents(schema: dict[str, Any]) -> str:
    """What goes into a JSON editor."""
    names = list(schema["properties"])
    some = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"As JSON, an object with {some}."


def shape_array(schema: dict[str, Any], context: Context, left_alone: bool, result: dict[str, Any]) -> None:
    items = schema.get("items", {})
    shaped = shape(items, context.below(False))
    if "label" in shaped.get("properties", {}):
        # The component drops a property of this name from an item.
        shaped = shape(items, Context(context.definitions, 0))
    if shaped["type"] == "string":
        # A multiselect: nothing is chosen for anyone.
        shaped = {key: value for key, value in shaped.items() if key not in ("default", "disableCreate", "nullable")}
        if "enum" in shaped and (left_alone or "null" in schema["type"]):
            # It cannot be drawn without a value, and [] would mean something where nobody touched it: texts, then.
            choices = shaped.pop("enum")
            result["description"] = f"{result.get('description', '')} Any of {', '.join(choices)}.".strip()
    for name in shaped.get("required", []):
        # The component ignores the item's own `required`, and in a section looks for a list there.
        if "properties" not in shaped["properties"][name]:
            shaped["properties"][name]["required"] = True
    if shaped["type"] == "object" and "properties" not in shaped and "description" in shaped:
        result["description"] = f"{result.get('description', '')} {shaped['description']}".strip()
    result["items"] = shaped
