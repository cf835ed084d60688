"""Stage 3, render: an Endpoint becomes the texts of its files. Nothing is decided here."""

import json

from workbench.codegen.decide import Endpoint
from workbench.codegen.render.form import render_metadata
from workbench.codegen.render.script import render_script


def render(endpoint: Endpoint) -> dict[str, str]:
    """Return path -> text of all files of an endpoint."""
    return {
        f"f/klaviyo/{endpoint.stem}.py": render_script(endpoint),
        f"f/klaviyo/{endpoint.stem}.script.yaml": render_metadata(endpoint),
        f"f/klaviyo/{endpoint.stem}.script.lock": endpoint.lock,
        f"schemas/{endpoint.stem}.json": json.dumps(endpoint.schema, ensure_ascii=False, indent=2) + "\n",
    }
