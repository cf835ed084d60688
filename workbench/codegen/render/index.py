"""The index of all operations, on which anything may build."""

from typing import Any

from workbench.codegen.decide import Endpoint
from workbench.codegen.flat import FlatScript
from workbench.codegen.read import Description
from workbench.codegen.render.json_text import to_json


def render_index(scripts: list[FlatScript], endpoints: list[Endpoint], description: Description) -> str:
    return to_json(
        {
            "revision": description.revision,
            "sha256": description.sha256,
            "count": len(endpoints),
            "everyday": [render_flat_entry(script) for script in scripts if script.category == "everyday"],
            "triggers": [render_flat_entry(script) for script in scripts if script.category == "triggers"],
            "operations": list(map(render_entry, endpoints)),
        }
    )


def render_flat_entry(script: FlatScript) -> dict[str, Any]:
    return {
        "name": script.name,
        "kind": script.kind,
        "needs_key": script.account is not None,
        "title": script.title,
        "summary": script.summary,
        "script": f"f/klaviyo/{script.stem}.py",
        "schema": f"schemas/{script.stem}.json",
        "answer": f"schemas/answers/{script.stem}.json",
        "scopes": script.scopes,
        "pickers": script.pickers,
    }


def render_entry(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "operation": endpoint.name,
        "category": endpoint.category,
        "method": endpoint.method,
        "path": endpoint.path,
        "script": f"f/klaviyo/{endpoint.stem}.py",
        "schema": f"schemas/{endpoint.stem}.json",
        "needs_key": endpoint.needs_key,
        "scopes": endpoint.scopes,
        "rate_limits": endpoint.rates,
        "query": {argument.api_name: argument.name for argument in endpoint.query_params},
        "content_type": endpoint.content_type,
        "success": {"status": endpoint.status, "content": endpoint.answer is not None},
        **({"answer": f"schemas/answers/{endpoint.stem}.json"} if endpoint.answer else {}),
        **({"filters": endpoint.filters} if endpoint.filters else {}),
        **({"max_bytes": endpoint.max_bytes} if endpoint.max_bytes else {}),
        **({"counts": endpoint.counts} if endpoint.counts else {}),
    }
