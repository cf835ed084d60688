"""Stage 3, render: an Endpoint becomes the texts of its files. Nothing is decided here."""

from workbench.codegen.decide import Endpoint
from workbench.codegen.render.form import render_metadata
from workbench.codegen.render.json_text import to_json
from workbench.codegen.render.script import render_script


def render(endpoint: Endpoint) -> dict[str, str]:
    """Return path -> text of all files of an endpoint."""
    answer = {f"schemas/answers/{endpoint.stem}.json": to_json(endpoint.answer)} if endpoint.answer else {}
    return answer | {
        f"f/klaviyo/{endpoint.stem}.py": render_script(endpoint),
        f"f/klaviyo/{endpoint.stem}.script.yaml": render_metadata(endpoint),
        f"f/klaviyo/{endpoint.stem}.script.lock": endpoint.lock,
        f"schemas/{endpoint.stem}.json": to_json(endpoint.schema),
    }
