"""The Jinja templates of the generated files."""

from pathlib import Path

import jinja2

TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes Python and Markdown, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent.parent / "templates"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
