"""`python -m workbench.codegen [--spec FILE_OR_URL]`: write every generated file, and print what changed."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.codegen import tree
from workbench.codegen.bundle import BundleError
from workbench.codegen.changes import list_changes
from workbench.codegen.coverage import coverage, list_missing
from workbench.codegen.read import DescriptionError, read_description, read_knowledge
from workbench.collection import ROOT


def command(
    spec: Annotated[
        str | None,
        typer.Option(help="Klaviyo's OpenAPI description, a file or URL; it is stored in place of the one used now."),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder with f/klaviyo and schemas that is written.")] = ROOT,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if the tree differs.")] = False,
    report: Annotated[
        bool, typer.Option("--coverage", help="Write nothing; print what is described and limited.")
    ] = False,
) -> None:
    """Generate the scripts, forms and schemas of all operations."""
    try:
        description = read_description(spec or str(tree.stored_description()))
        knowledge = read_knowledge(description)
        if report:
            typer.echo("\n".join(coverage(description, knowledge)))
            return
        files = tree.build(description, knowledge)
    except (DescriptionError, BundleError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    changes = list_changes(tree.read_tree(out), files)
    for line in [*changes, *list_missing(files)]:
        typer.echo(line)
    typer.echo(f"{len(description.operations)} operations of revision {description.revision}")
    if check:
        raise typer.Exit(1 if changes else 0)
    tree.write_tree(files, out)


if __name__ == "__main__":
    typer.run(command)
