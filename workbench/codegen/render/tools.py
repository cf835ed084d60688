"""The operations as tools for AI agents, in the terms of the Model Context Protocol."""

import json
import re
from typing import Any

from workbench.codegen.decide import Endpoint

DESTRUCTIVE = re.compile("delet|remove|unsubscribe|(?<!un)suppress|merge|cancel")
UPSERT = "create_or_update_"


def render_tools(endpoints: list[Endpoint]) -> str:
    tools = {"tools": list(map(render_tool, endpoints))}
    return json.dumps(tools, ensure_ascii=False, indent=1) + "\n"


def render_tool(endpoint: Endpoint) -> dict[str, Any]:
    """Return a tool: its arguments are those of `main` without auth and revision, which whoever runs it adds.

    The hints are those of MCP. A tool is destructive if it overwrites or removes something, and idempotent if calling
    it again with the same arguments changes nothing more.
    """
    schema = {
        key: value for key, value in endpoint.schema.items() if key in ("type", "properties", "required", "$defs")
    }
    schema["properties"] = {name: value for name, value in schema["properties"].items() if name != "revision"}
    schema["required"] = [name for name in schema["required"] if name != "revision"]
    is_update = endpoint.method in ("PATCH", "DELETE") or endpoint.name.startswith(UPSERT)
    reads = endpoint.access == "read"
    return {
        "name": endpoint.name,
        "title": endpoint.title,
        "description": endpoint.description + "\n\n" + "\n".join(endpoint.facts.lines),
        "inputSchema": without_examples(schema),
        "annotations": {
            "title": endpoint.title,
            "readOnlyHint": reads,
            "destructiveHint": not reads and (is_update or bool(DESTRUCTIVE.search(endpoint.name))),
            "idempotentHint": reads or is_update,
            "openWorldHint": True,
        },
    }


def without_examples(node: Any) -> Any:
    """Return the schema without its examples; a property may be called so."""
    if isinstance(node, list):
        return [without_examples(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: {name: without_examples(part) for name, part in value.items()}
        if key in ("properties", "$defs")
        else without_examples(value)
        for key, value in node.items()
        if key != "examples"
    }
