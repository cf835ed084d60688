"""Stage 1, read: Klaviyo's OpenAPI description and our knowledge become data classes, as they are."""

from workbench.codegen.read.description import (
    JSON_API,
    MULTIPART,
    Body,
    Description,
    DescriptionError,
    FilterField,
    Operation,
    Parameter,
    argument_name,
    read_description,
)
from workbench.codegen.read.knowledge import (
    KNOWLEDGE,
    FlatKnowledge,
    Knowledge,
    KnowledgeError,
    Limit,
    OperationKnowledge,
    Resource,
    read_knowledge,
)

__all__ = [
    "JSON_API",
    "KNOWLEDGE",
    "MULTIPART",
    "Body",
    "Description",
    "DescriptionError",
    "FilterField",
    "FlatKnowledge",
    "Knowledge",
    "KnowledgeError",
    "Limit",
    "Operation",
    "OperationKnowledge",
    "Parameter",
    "Resource",
    "argument_name",
    "read_description",
    "read_knowledge",
]
