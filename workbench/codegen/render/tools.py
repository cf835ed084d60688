"""The scripts as tools for AI agents, in the terms of the Model Context Protocol."""

import json
import re
from itertools import groupby
from typing import Any

import yaml

from workbench.codegen.decide import Endpoint
from workbench.codegen.flat import FlatScript
from workbench.codegen.render.tool_schema import write_tool_schema

REMOVES = re.compile("delet|remove|unsubscribe|unregister|(?<!un)suppress|merge|cancel")
OVERWRITES = re.compile("_update_|^bulk_import_|^assign_")  # of POST requests; so do those called Create or Update
FOLDER = "schemas/tools"
# Of the scripts for files, by name: whether a run overwrites or removes something. None of them does more if it is run
# again with the same arguments: what is done is not done twice.
DESTRUCTIVE_FILES = {"import_events": False, "import_profiles": True, "import_subscriptions": True, "export": False}
ROWS: dict[str, Any] = {  # a file, as a tool can name it
    "anyOf": [
        {"type": "string", "description": "URL or path."},
        {
            "type": "object",
            "properties": {"s3": {"type": "string", "description": "Key of an object in Windmill's S3 storage."}},
            "required": ["s3"],
        },
        {"type": "array", "description": "Rows.", "items": {"type": "object"}},
    ]
}


def render_tools(
    scripts: list[FlatScript], endpoints: list[Endpoint], forms: dict[str, str], revision: str
) -> dict[str, str]:
    """Return path -> text: one file a category, the flat scripts first, one of those for files, and the index.

    `forms`: name -> `.script.yaml` of the scripts for files.
    """
    categories = {
        category: (category.capitalize(), list(map(render_flat_tool, members)))
        for category, members in groupby(filter(lambda script: script.is_tool, scripts), lambda script: script.category)
    }
    categories |= {
        category: (members[0].tag, list(map(render_tool, members)))
        for category, group in groupby(endpoints, key=lambda endpoint: endpoint.category)
        if (members := list(group))
    }
    categories["bulk"] = ("Files", [render_file_tool(name, yaml.safe_load(text)) for name, text in forms.items()])
    index = {
        "revision": revision,
        "files": [
            {"file": f"{category}.json", "title": title, "tools": [tool["name"] for tool in tools]}
            for category, (title, tools) in categories.items()
        ],
    }
    files = {f"{FOLDER}/{category}.json": {"tools": tools} for category, (_, tools) in categories.items()}
    texts = {path: json.dumps(content, ensure_ascii=False, indent=1) for path, content in files.items()}
    return {path: f"{text}\n" for path, text in texts.items()} | {
        f"{FOLDER}/index.json": json.dumps(index, ensure_ascii=False, indent=1) + "\n"
    }


def render_tool(endpoint: Endpoint) -> dict[str, Any]:
    """Return a tool: its arguments are those of `main` without auth and revision, which whoever runs it adds.

    The hints are those of MCP. A tool is destructive if it overwrites or removes something, and idempotent if calling
    it again with the same arguments changes nothing more.
    """
    overwrites = bool(OVERWRITES.search(endpoint.name)) or "Create or Update" in endpoint.title
    is_update = endpoint.method in ("PATCH", "DELETE") or overwrites
    reads = endpoint.access == "read"
    return {
        "name": endpoint.name,
        "title": endpoint.title,
        "description": endpoint.description + "\n\n" + "\n".join(endpoint.facts.lines),
        "inputSchema": write_input(endpoint.schema, f"schemas/{endpoint.stem}.json"),
        "annotations": {
            "title": endpoint.title,
            "readOnlyHint": reads,
            "destructiveHint": not reads and (is_update or bool(REMOVES.search(endpoint.name))),
            "idempotentHint": reads or is_update,
            "openWorldHint": True,
        },
    }


def render_flat_tool(script: FlatScript) -> dict[str, Any]:
    reads = script.access == "read"
    return {
        "name": script.name,
        "title": script.title,
        "description": script.description,
        "inputSchema": write_input(script.schema, f"schemas/{script.stem}.json"),
        "annotations": {
            "title": script.title,
            "readOnlyHint": reads,
            "destructiveHint": script.is_destructive,
            "idempotentHint": script.is_idempotent,
            "openWorldHint": True,
        },
    }


def render_file_tool(name: str, metadata: dict[str, Any]) -> dict[str, Any]:
    """Return the tool of a script for files, made of its form."""
    form = metadata["schema"]
    properties = {
        name: {**ROWS, "description": field["description"]} if field.get("format") == "resource-s3_object" else field
        for name, field in form["properties"].items()
    }
    return {
        "name": name,
        "title": metadata["summary"],
        "description": metadata["description"],
        "inputSchema": write_input({**form, "properties": properties}, f"f/klaviyo/bulk/{name}.script.yaml"),
        "annotations": {
            "title": metadata["summary"],
            "readOnlyHint": False,
            "destructiveHint": DESTRUCTIVE_FILES[name],
            "idempotentHint": True,
            "openWorldHint": True,
        },
    }


def write_input(schema: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the input schema of a tool: the arguments without auth and revision. `file` has the complete schema."""
    arguments = {name: part for name, part in schema["properties"].items() if name not in ("auth", "revision")}
    required = [name for name in schema["required"] if name in arguments]
    return {"type": "object", "properties": {}} | write_tool_schema(
        {"type": "object", "properties": arguments, "required": required, "$defs": schema.get("$defs", {})}, file
    )
