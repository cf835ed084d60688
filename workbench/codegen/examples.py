"""A smallest realistic value of a JSON Schema, where nobody has written an example."""

from typing import Any

from jsonschema import Draft202012Validator

# By the name of a property or parameter; checked against the schema, so a name may mean different things.
BY_NAME: dict[str, list[Any]] = {
    "id": ["01JA6W3N8ZP4QK7XV2T5RB9YDM"],
    "email": ["ada@example.com"],
    "phone_number": ["+12025550142"],
    "name": ["Spring sale"],
    "url": ["https://www.example.com/spring"],
    "company_id": ["SiTeId"],
    "timezone": ["Europe/Zurich"],
    "currency": ["EUR"],
    "value_currency": ["EUR"],
}
BY_FORMAT = {
    "date-time": "2026-10-20T08:15:30+00:00",
    "date": "2026-10-20",
    "time": "08:15:30",
    "base64": "iVBORw0KGgo=",
}


def example(schema: dict[str, Any], definitions: dict[str, Any], name: str = "") -> Any:
    """A value that validates; ValueError where none is found."""
    validator = Draft202012Validator({"$defs": definitions, **schema})
    for value in candidates(schema, definitions, name):
        if validator.is_valid(value):
            return value
    raise ValueError(f"no example of {name} found")


def candidates(schema: dict[str, Any], definitions: dict[str, Any], name: str) -> list[Any]:
    if "$ref" in schema:
        return candidates(definitions[schema["$ref"].rpartition("/")[2]], definitions, name)
    if "oneOf" in schema:
        return [value for member in schema["oneOf"] for value in candidates(member, definitions, name)]
    if "enum" in schema:
        return list(schema["enum"])
    types = schema.get("type", "string")
    kind = types[0] if isinstance(types, list) else types
    match kind:
        case "object":
            properties = schema.get("properties", {})
            wanted = (
                schema.get("required")
                or [key for key, subschema in properties.items() if "string" in str(subschema.get("type"))][:2]
            )
            return [{key: example(properties[key], definitions, key) for key in wanted}]
        case "array":
            return [[example(schema["items"], definitions, name.removesuffix("s"))]] if "items" in schema else [[]]
        case "string":
            by_format = BY_FORMAT.get(schema.get("format", schema.get("contentEncoding", "")))
            by_default = [schema["default"]] if "default" in schema else []
            return (
                [by_format]
                if by_format
                else [*by_default, *BY_NAME.get(name, []), f"{name or 'text'}-1"[: schema.get("maxLength")]]
            )
        case "integer" | "number":
            return [schema.get("default", max(1, schema.get("minimum", 1)))]
        case "boolean":
            return [schema.get("default", True)]
    return [None]
