"""The scripts that import files of events and profiles, rendered from templates that share their parts."""

from pathlib import Path

import jinja2

from workbench.codegen.read import KNOWLEDGE

TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes Python, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)
SCRIPTS = ("import_events", "import_profiles")
LOCK = KNOWLEDGE / "import.lock"


def files_of(revision: str) -> dict[str, str]:
    """Return path -> text of their scripts, forms and locks."""
    files = {}
    for name in SCRIPTS:
        stem = f"f/klaviyo/bulk/{name}"
        for kind in ("py", "script.yaml"):
            template = TEMPLATES.get_template(f"bulk/{name}.{kind}.jinja")
            files[f"{stem}.{kind}"] = template.render(revision=revision)
        files[f"{stem}.script.lock"] = LOCK.read_text(encoding="utf-8")
    return files
