"""The API description and the knowledge that the committed files are generated from."""

import functools
import json
from typing import Any

from workbench.codegen import tree
from workbench.codegen.read import Description, Knowledge, read_description, read_knowledge

STORED = tree.stored_description()


@functools.cache
def stored_description() -> Description:
    return read_description(str(STORED))


@functools.cache
def stored_knowledge() -> Knowledge:
    return read_knowledge(stored_description())


@functools.cache
def stored_document() -> Any:
    """Return the description as JSON. Copy it before a change."""
    return json.loads(STORED.read_bytes())
