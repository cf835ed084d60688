"""The list of all scripts, for people."""

from itertools import groupby

from workbench.codegen.decide import Endpoint
from workbench.codegen.flat import FlatScript
from workbench.codegen.render.templates import TEMPLATES


def render_readme(scripts: list[FlatScript], endpoints: list[Endpoint], paged_reads: list[str]) -> str:
    """Return a table of the flat scripts, and one of each category with the first sentences of descriptions."""
    categories = [(tag, list(group)) for tag, group in groupby(endpoints, lambda endpoint: endpoint.tag)]
    return TEMPLATES.get_template("README.md.jinja").render(
        count=len(endpoints),
        revision=endpoints[0].revision,
        paged_reads=paged_reads,
        categories=categories,
        everyday=[script for script in scripts if script.category == "everyday"],
        triggers=[script for script in scripts if script.category == "triggers"],
    )
