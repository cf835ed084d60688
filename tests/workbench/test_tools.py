"""schemas/tools.json, as an MCP server would serve it: every tool is called once against the sandbox."""

import asyncio
import json
from typing import Any

from mcp import Client, ListToolsResult
from mcp.server.lowlevel import Server
from mcp.types import CallToolRequestParams, CallToolResult, TextContent

from tests.support.collection import AUTH, INDEX, REVISION, unthrottled
from workbench.collection import COLLECTION, load_operation, load_schema, load_script
from workbench.sandbox import Sandbox

TOOLS = json.loads((COLLECTION / "schemas/tools.json").read_text(encoding="utf-8"))


def serve(sandbox: Sandbox) -> "Server[Any]":
    """Return an MCP server of all tools, which adds the key and the revision, and calls the scripts."""

    async def list_tools(*_: Any) -> ListToolsResult:
        return ListToolsResult.model_validate(TOOLS)

    async def call_tool(_: Any, call: CallToolRequestParams) -> CallToolResult:
        operation = load_operation(call.name)
        script = load_script(operation)
        script.API = sandbox.url
        auth = {"auth": AUTH} if operation["needs_key"] else {}
        result = await asyncio.to_thread(script.main, **auth, revision=REVISION, **(call.arguments or {}))
        return CallToolResult(content=[TextContent(type="text", text=json.dumps(result))])

    return Server("klaviyo", on_list_tools=list_tools, on_call_tool=call_tool)


async def call_every_tool(sandbox: Sandbox) -> list[str]:
    """Return the names of the tools that were called."""
    async with Client(serve(sandbox)) as client:
        tools = (await client.list_tools()).tools
        for tool in tools[len(INDEX["everyday"]) :]:  # tests/everyday calls those
            arguments = {**load_schema(load_operation(tool.name))["examples"][0]}
            arguments.pop("revision", None)
            assert arguments.keys() <= tool.input_schema["properties"].keys()
            result = await client.call_tool(tool.name, arguments)
            assert not result.is_error, (tool.name, result.content)
        return [tool.name for tool in tools]


def test_every_tool_is_called_by_an_mcp_client() -> None:
    with Sandbox(unthrottled(INDEX), state=None) as sandbox:  # so that the examples may come in any order
        called = asyncio.run(call_every_tool(sandbox))
        everyday = [script["name"] for script in INDEX["everyday"]]
        assert called == everyday + [operation["operation"] for operation in INDEX["operations"]]
        assert len(sandbox.received) == INDEX["count"]


def test_the_tools_ask_for_no_key_and_have_no_examples() -> None:
    for tool in TOOLS["tools"]:
        properties = tool["inputSchema"]["properties"]
        assert not {"auth", "revision"} & properties.keys()
        assert '"examples":' not in json.dumps(tool["inputSchema"])


def test_the_hints_tell_reads_from_writes_and_what_removes_something() -> None:
    hints = {tool["name"]: tool["annotations"] for tool in TOOLS["tools"]}
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
    }
    kinds = ("readOnlyHint", "destructiveHint", "idempotentHint")
    assert {name: tuple(hints[name][kind] for kind in kinds) for name in expected} == expected
    for operation in INDEX["operations"]:
        assert hints[operation["operation"]]["readOnlyHint"] or operation["method"] != "GET"
