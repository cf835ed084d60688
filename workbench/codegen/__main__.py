"""`python -m workbench.codegen --spec FILE_OR_URL`: write every generated file, say what changed."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.codegen import knowledge, tree
from workbench.codegen.changes import changes
from workbench.codegen.coverage import coverage, left_to_write
from workbench.codegen.description import DescriptionError, read
from workbench.collection import ROOT

PUBLISHED = "https://raw.githubusercontent.com/klaviyo/openapi/main/openapi/stable.json"


def command(
    spec: Annotated[str, typer.Option(help="Klaviyo's OpenAPI description: a file or a URL.")] = PUBLISHED,
    out: Annotated[Path, typer.Option(help="Where f/klaviyo and schemas are written.")] = ROOT,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where the tree differs.")] = False,
    report: Annotated[bool, typer.Option("--coverage", help="Write nothing; say what has words and limits.")] = False,
) -> None:
    """Generate the scripts, forms and schemas of all operations."""
    try:
        description = read(spec)
        known = knowledge.load()
        if report:
            for row in coverage(description, known):
                typer.echo(row)
                for name in row.missing:
                    typer.echo(f"  not {name}")
            return
        files = tree.build(description, known)
    except (DescriptionError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    found = changes(tree.present(out), files)
    for line in found:
        typer.echo(line)
    for line in left_to_write(files, known):
        typer.echo(line)
    for path in tree.left_behind(out, description.revision):
        typer.echo(f"another revision in {path}")
    typer.echo(f"{len(description.operations)} operations of revision {description.revision}")
    if check:
        raise typer.Exit(1 if found else 0)
    tree.write(files, out)


if __name__ == "__main__":
    typer.run(command)
