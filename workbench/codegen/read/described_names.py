"""Which operations, arguments, fields and properties a description has: what our knowledge may be about."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from workbench.codegen.json_schema import Schema, resolve, subschemas, walk
from workbench.codegen.read.description import MULTIPART, Description, Operation, argument_name

WRAPPER = re.compile("data of a (list|resource|reference)")  # in the glossary: JSON:API's data, by what is in it


class DescribedNames:
    """The names in a description."""

    def __init__(self, description: Description) -> None:
        self.operations = description.operations
        self.components = description.components

    def arguments(self, operation: Operation) -> dict[str, Schema]:
        """Return the arguments of `main`, each with its schema."""
        arguments = {argument_name(parameter.name): parameter.schema for parameter in operation.parameters}
        if operation.body and operation.body.content_type == MULTIPART:
            return arguments | self.properties(operation.body.schema)
        return arguments | ({"body": operation.body.schema} if operation.body else {})

    @cached_property
    def all_arguments(self) -> set[str]:
        return {name for operation in self.operations for name in self.arguments(operation)}

    def missing_part(self, operation: Operation, path: str) -> tuple[str, list[str]] | None:
        """Return the first name of a path that does not exist, and those that do; None if the path exists.

        [] behind a name stands for the items of a list. There is no path into the members of a union.
        """
        names = self.arguments(operation)
        for name in path.split("."):
            if name.removesuffix("[]") not in names:
                return name.removesuffix("[]"), list(names)
            schema = resolve(names[name.removesuffix("[]")], self.components)
            if name.endswith("[]") != ("items" in schema) and path.rpartition(".")[2] != name:
                return name, [f"{name.removesuffix('[]')}[]" if "items" in schema else name.removesuffix("[]")]
            names = self.properties(schema.get("items", schema))
        return None

    def has_collection(self, name: str) -> bool:
        """Return whether the path of an operation has a collection of this name."""
        return any(name in operation.path.split("/") for operation in self.operations)

    def has_filter(self, name: str) -> bool:
        """Return whether an operation filters by a field; always, where the description does not tell fields."""
        fields = {field for operation in self.operations for field in operation.filters}
        return not fields or name in fields

    def has_property(self, path: str) -> bool:
        """Return whether there is a property at a path such as attributes.name, anywhere in a body or an answer."""
        first, *names = path.split(".")
        schemas = [*self.properties_by_name[first], *([self.components[first]] if first in self.components else [])]
        for name in names:
            schemas = [
                subschema for schema in schemas for key, subschema in self.iterate_properties(schema) if key == name
            ]
        return bool(schemas) or bool(WRAPPER.fullmatch(path))

    @cached_property
    def properties_by_name(self) -> dict[str, list[Schema]]:
        """Every property of the description, by its name; all bodies and answers under these names."""
        properties: dict[str, list[Schema]] = defaultdict(list)
        properties["body"] = [operation.body.schema for operation in self.operations if operation.body]
        properties["answer"] = [operation.answer for operation in self.operations if operation.answer]
        for schema in [*self.components.values(), *properties["body"], *properties["answer"]]:
            for _, node in walk(schema):
                for name, subschema in node.get("properties", {}).items():
                    properties[name].append(subschema)
        return properties

    def iterate_properties(self, schema: Schema) -> Iterator[tuple[str, Schema]]:
        """Yield name and schema of the properties of an object, of the items of a list, of the members of a union."""
        for names, subschema in subschemas(resolve(schema, self.components)):
            if names:
                yield names[0], subschema
            else:
                yield from self.iterate_properties(subschema)

    def properties(self, schema: Schema) -> dict[str, Schema]:
        properties: dict[str, Schema] = resolve(schema, self.components).get("properties", {})
        return properties
