"""schemas/tools, as an MCP server would serve them: every operation is called once against the sandbox.

Providers of models refuse a request for one schema that they do not understand, and with it all tools. RULES has what
they refuse, each with the place where it was seen.
"""

import asyncio
import inspect
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import Client, ListToolsResult
from mcp.server.lowlevel import Server
from mcp.types import CallToolRequestParams, CallToolResult, TextContent

from tests.support.collection import AUTH, INDEX, unthrottled
from workbench.collection import COLLECTION, ROOT, load_module, load_operation, load_schema, load_script, load_tools
from workbench.sandbox import Sandbox

TOOLS = load_tools()
FILE_TOOLS = json.loads((COLLECTION / "schemas/tools/bulk.json").read_text(encoding="utf-8"))["tools"]
KEYWORDS = {"type", "title", "description", "default", "enum", "properties", "required", "items", "anyOf", "pattern"}
KEYWORDS |= {"format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "maxProperties"}

# What each schema and the schemas in it must be.
RULES: dict[str, Callable[[dict[str, Any]], bool]] = {
    # OpenAI: "regex lookaround is not supported". https://github.com/vercel/ai/pull/21037
    "no lookaround": lambda node: not re.search(r"\(\?<?[=!]", node.get("pattern", "")),
    # OpenAI compiles patterns with Python's re. https://github.com/BerriAI/litellm/pull/40485
    "a pattern that Python compiles": lambda node: bool(re.compile(node.get("pattern", ""))),
    # llama.cpp: "Pattern must start with '^' and end with '$'". https://github.com/ggml-org/llama.cpp/issues/26930
    "an anchored pattern": lambda node: re.fullmatch(r"\^.*\$", node.get("pattern", "^$")) is not None,
    # llama.cpp does not know \\S and the like. https://github.com/aebrer/dreb/pull/422
    "no classes of characters by a letter": lambda node: not re.search(r"\\[a-zA-Z]", node.get("pattern", "")),
    # Gemini: "enum: cannot be empty". https://github.com/anomalyco/opencode/pull/46676
    # Gemini: "only allowed for STRING type". https://github.com/router-for-me/CLIProxyAPI/pull/1076
    "an enum of texts": lambda node: all(isinstance(value, str) and value for value in node.get("enum", [])),
    # Gemini: "didn't specify the schema type field". https://github.com/google-gemini/gemini-cli/issues/4400
    # Gemini: "Invalid value at any_of[0].type", for a list of types. https://github.com/zereight/gitlab-mcp/issues/166
    "one type, or members": lambda node: isinstance(node.get("type"), str) != ("anyOf" in node),
    # Gemini: "only 'enum' and 'date-time' are supported". https://github.com/google-gemini/gemini-cli/issues/2237
    "no format but date-time": lambda node: node.get("format", "date-time") == "date-time",
    # Gemini: 'Unknown name "additionalProperties"'. https://github.com/nanbingxyz/5ire/issues/42
    "no keyword that any of them does not know": lambda node: node.keys() <= KEYWORDS,
    # OpenAI: "array schema missing items". https://github.com/digitalocean-labs/mcp-digitalocean/issues/265
    "items of a list": lambda node: (node.get("type") == "array") == ("items" in node),
}


def iterate_schemas(node: dict[str, Any], at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield place and content of a schema and of all schemas in it."""
    yield at, node
    for name, part in node.get("properties", {}).items():
        yield from iterate_schemas(part, f"{at}/{name}")
    for number, part in enumerate(node.get("anyOf", [])):
        yield from iterate_schemas(part, f"{at}|{number}")
    if "items" in node:
        yield from iterate_schemas(node["items"], f"{at}/*")


@pytest.mark.parametrize("rule", RULES)
def test_every_provider_accepts_the_schemas(rule: str) -> None:
    holds = RULES[rule]
    places = [
        tool["name"] + at for tool in TOOLS for at, node in iterate_schemas(tool["inputSchema"]) if not holds(node)
    ]
    assert places == []


def test_every_provider_accepts_the_tools() -> None:
    for tool in TOOLS:
        schema = tool["inputSchema"]
        Draft202012Validator.check_schema(schema)
        # Anthropic: "does not support oneOf, allOf, or anyOf at the top level".
        # https://github.com/anthropics/claude-code/issues/40075
        assert schema["type"] == "object"
        assert schema.keys() <= {"type", "properties", "required"}
        # Anthropic: "Property keys should match pattern". https://github.com/anthropics/claude-code/issues/79418
        assert all(re.fullmatch(r"[a-zA-Z0-9_.-]{1,64}", name) for name in schema["properties"]), tool["name"]
        # Anthropic: "String should match pattern". https://github.com/cyanheads/atlas-mcp-server/issues/14
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", tool["name"])
        assert len(json.dumps(tool, ensure_ascii=False).encode()) <= 100_000, tool["name"]


def test_what_a_tool_leaves_out_is_where_it_says() -> None:
    """A part that is too deep, or contains itself, is an object whose description names the complete schema."""
    texts = [
        (tool["name"], node["description"])
        for tool in TOOLS
        for _, node in iterate_schemas(tool["inputSchema"])
        if "Its fields are in " in node.get("description", "")
    ]
    assert {name for name, _ in texts} >= {"create_flow", "update_flow_action"}
    for name, text in texts:
        file = text.rpartition("Its fields are in ")[2].removesuffix(".")
        assert (COLLECTION / file).is_file(), name


def test_the_index_lists_every_tool() -> None:
    folder = COLLECTION / "schemas/tools"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in index["files"]} | {"index.json"} == {path.name for path in folder.iterdir()}
    assert [name for entry in index["files"] for name in entry["tools"]] == [tool["name"] for tool in TOOLS]
    assert index["revision"] == INDEX["revision"]


@pytest.mark.parametrize("tool", FILE_TOOLS, ids=lambda tool: tool["name"])
def test_a_tool_for_files_has_the_arguments_of_its_script(tool: dict[str, Any]) -> None:
    function = load_module(ROOT / f"f/klaviyo/bulk/{tool['name']}.py").main
    parameters = {
        name: parameter
        for name, parameter in inspect.signature(function).parameters.items()
        if name not in ("auth", "revision")
    }
    assert tool["inputSchema"]["properties"].keys() == parameters.keys()
    needed = {name for name, parameter in parameters.items() if parameter.default is inspect.Parameter.empty}
    assert set(tool["inputSchema"]["required"]) >= needed


def serve(sandbox: Sandbox) -> "Server[Any]":
    """Return an MCP server of all tools, which adds the key and calls the scripts."""

    async def list_tools(*_: Any) -> ListToolsResult:
        return ListToolsResult.model_validate({"tools": TOOLS})

    async def call_tool(_: Any, call: CallToolRequestParams) -> CallToolResult:
        operation = load_operation(call.name)
        script = load_script(operation)
        script.API = sandbox.url
        auth = {"auth": AUTH} if operation["needs_key"] else {}
        result = await asyncio.to_thread(script.main, **auth, revision=None, **(call.arguments or {}))
        return CallToolResult(content=[TextContent(type="text", text=json.dumps(result))])

    return Server("klaviyo", on_list_tools=list_tools, on_call_tool=call_tool)


async def call_every_tool(sandbox: Sandbox) -> list[str]:
    """Return the names of the tools that were called: all but those for files, which have tests of their own."""
    names = [entry["operation"] for entry in INDEX["operations"]]
    async with Client(serve(sandbox)) as client:
        tools = [tool for tool in (await client.list_tools()).tools if tool.name in names]
        for tool in tools:
            arguments = {**load_schema(load_operation(tool.name))["examples"][0]}
            arguments.pop("revision", None)
            assert arguments.keys() <= tool.input_schema["properties"].keys()
            Draft202012Validator(tool.input_schema).validate(arguments)
            result = await client.call_tool(tool.name, arguments)
            assert not result.is_error, (tool.name, result.content)
        return [tool.name for tool in tools]


def test_every_tool_is_called_by_an_mcp_client() -> None:
    with Sandbox(unthrottled(INDEX), state=None) as sandbox:  # so that the examples may come in any order
        called = asyncio.run(call_every_tool(sandbox))
        assert called == [operation["operation"] for operation in INDEX["operations"]]
        assert len(sandbox.received) == INDEX["count"]


def test_the_tools_ask_for_no_key_and_have_no_examples() -> None:
    for tool in TOOLS:
        properties = tool["inputSchema"]["properties"]
        assert not {"auth", "revision"} & properties.keys()
        assert '"examples":' not in json.dumps(tool["inputSchema"])


def test_the_hints_tell_reads_from_writes_and_what_removes_something() -> None:
    hints = {tool["name"]: tool["annotations"] for tool in TOOLS}
    expected = {  # read only, destructive, idempotent
        "get_profiles": (True, False, True),
        "query_metric_aggregates": (True, False, True),
        "create_profile": (False, False, False),
        "create_or_update_profile": (False, True, True),
        "update_profile": (False, True, True),
        "delete_list": (False, True, True),
        "bulk_unsubscribe_profiles": (False, True, False),
        "bulk_suppress_profiles": (False, True, False),
        "bulk_unsuppress_profiles": (False, False, False),
        "merge_profiles": (False, True, False),
        "request_profile_deletion": (False, True, False),
        "bulk_create_events": (False, False, False),
        "bulk_update_catalog_items": (False, True, True),
        "bulk_import_profiles": (False, True, True),
        "create_client_profile": (False, True, True),
        "unregister_client_push_token": (False, True, False),
        "import_profiles": (False, True, True),
        "import_subscriptions": (False, True, True),
        "import_events": (False, False, True),
        "export": (False, False, True),
    }
    kinds = ("readOnlyHint", "destructiveHint", "idempotentHint")
    assert {name: tuple(hints[name][kind] for kind in kinds) for name in expected} == expected
    for operation in INDEX["operations"]:
        assert hints[operation["operation"]]["readOnlyHint"] or operation["method"] != "GET"
