"""Bundles the TypeScript of a page, with all that it imports, into one file, with esbuild."""

import os
import subprocess
import tempfile
from pathlib import Path

from workbench.collection import ROOT

PAGE = Path(__file__).parent / "app/main.tsx"
NODE_MODULES = ROOT / "workbench/node_modules"
OPTIONS = ["--bundle", "--jsx=automatic", "--minify", "--log-level=error", '--define:process.env.NODE_ENV="production"']


def bundle(source: Path, to: Path) -> None:
    """Write the script of a page; its style sheet, if it has one, gets the same name with `.css`."""
    command = [str(NODE_MODULES / ".bin/esbuild"), str(source), *OPTIONS, f"--outfile={to}"]
    subprocess.run(command, env=os.environ | {"NODE_PATH": str(NODE_MODULES)}, check=True)  # noqa: S603


def bundle_page() -> tuple[bytes, bytes]:
    """Return the script and the style sheet of the page of forms."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "page.js"
        bundle(PAGE, script)
        return script.read_bytes(), script.with_suffix(".css").read_bytes()
