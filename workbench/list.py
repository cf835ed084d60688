"""`make list`: the scripts that have the words of SEARCH in their name or description."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from workbench.messages import fail
from workbench.search import search_scripts


def command(search: Annotated[str, typer.Argument(help="Words, such as: delete profile")] = "") -> None:
    """List the scripts that have all these words in their name or description; without words, all of them."""
    scripts = search_scripts(search)
    if not scripts:
        fail(f'No script has "{search}" in its name or description')
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    for script in scripts:
        table.add_row(script.name, script.summary)
    Console(highlight=False, markup=False).print(table)


if __name__ == "__main__":
    typer.run(command)
