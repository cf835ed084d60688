"""The scripts for files: each is a module of `workbench/bulk`, bundled with what it uses of the others."""

from pathlib import Path

import jinja2

from workbench.codegen.bundle import bundle
from workbench.codegen.decide import Endpoint
from workbench.codegen.read import KNOWLEDGE, Description
from workbench.codegen.reads import names_of_reads

TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes YAML, not HTML
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates/bulk"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)
REVISION_MODULE = "workbench/bulk/revision.py"
SCRIPTS = ("import_events", "import_profiles", "import_subscriptions", "export")
ENTRIES = {f"f/klaviyo/bulk/{name}.py": f"workbench.bulk.{name}" for name in SCRIPTS}  # script -> its module
LOCK = KNOWLEDGE / "import.lock"


def files_of(endpoints: list[Endpoint], description: Description, generated: dict[str, str]) -> dict[str, str]:
    """Return path -> text of their scripts, forms and locks. `generated`: modules that are about to be written."""
    files, facts = {}, {"revision": description.revision, "reads": names_of_reads(endpoints)}
    for name in SCRIPTS:
        stem = f"f/klaviyo/bulk/{name}"
        files[f"{stem}.py"] = bundle(f"workbench.bulk.{name}", generated)
        files[f"{stem}.script.yaml"] = TEMPLATES.get_template(f"{name}.script.yaml.jinja").render(facts)
        files[f"{stem}.script.lock"] = LOCK.read_text(encoding="utf-8")
    return files


def write_revision(description: Description) -> str:
    """Return the module of the revision that is called where an argument does not name one."""
    docstring = '"""The revision of Klaviyo\'s API that the scripts are made for. Generated."""'
    return f'{docstring}\n\nREVISION = "{description.revision}"\n'
