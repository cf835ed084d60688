"""The imports of whole files: scripts that no description makes, put together from the parts they share."""

from workbench.codegen.knowledge import Knowledge
from workbench.codegen.scripts import TEMPLATES

SCRIPTS = ("import_events", "import_profiles")


def files_of(revision: str, knowledge: Knowledge) -> dict[str, str]:
    """Path -> text of their scripts, forms and locks."""
    files = {}
    for name in SCRIPTS:
        stem = f"f/klaviyo/bulk/{name}"
        for kind in ("py", "script.yaml"):
            template = TEMPLATES.get_template(f"bulk/{name}.{kind}.jinja")
            files[f"{stem}.{kind}"] = template.render(revision=revision)
        files[f"{stem}.script.lock"] = knowledge.import_lock
    return files
