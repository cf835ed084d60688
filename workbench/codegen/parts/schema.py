"""Makes the JSON Schema of a body from its documented types."""

import typing
from types import UnionType
from typing import Annotated, Any, Literal, NotRequired

from workbench.codegen.parts.constants import JSON_TYPES


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        # A copy of globals(), or typing would reuse what the same name meant in another script.
        hints = typing.get_type_hints(annotation, localns=dict(globals()), include_extras=True)
        properties = {name: schema_of(hint) for name, hint in hints.items()}
        # Where annotations are not evaluated, __required_keys__ has those under NotRequired, too.
        optional = {name for name, hint in hints.items() if typing.get_origin(hint) is NotRequired}
        return {"type": "object", "properties": properties, "required": sorted(annotation.__required_keys__ - optional)}
    if origin in (NotRequired, Annotated):
        return schema_of(arguments[0]) | dict(*arguments[1:])
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin in (typing.Union, UnionType):
        members = [schema_of(argument) for argument in arguments]
        if sum("properties" in member for member in members) > 1 or any("enum" in member for member in members):
            return {"oneOf": members}
        keywords = {keyword: value for member in members for keyword, value in member.items()}
        return keywords | {"type": [member["type"] for member in members]}
    return {} if annotation is Any else {"type": JSON_TYPES[origin or annotation]}
