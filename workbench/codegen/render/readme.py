"""The list of all scripts, for people."""

from itertools import groupby

from workbench.codegen.decide import Endpoint
from workbench.codegen.render.templates import TEMPLATES


def render_readme(endpoints: list[Endpoint], paged_reads: list[str]) -> str:
    """Return a table for each category: of each operation the first sentence of its description."""
    categories = [(tag, list(group)) for tag, group in groupby(endpoints, lambda endpoint: endpoint.tag)]
    return TEMPLATES.get_template("README.md.jinja").render(
        count=len(endpoints), revision=endpoints[0].revision, paged_reads=paged_reads, categories=categories
    )
