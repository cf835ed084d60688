"""Finds scripts by words: of their names, titles and descriptions."""

import functools
import json
import re
from dataclasses import dataclass

from workbench.collection import COLLECTION, FlatScript, Operation, load_index

STEM = 5  # letters: `delete` finds `deletion`


@dataclass(frozen=True)
class Listed:
    """A script as it is listed. `name`: its folder and its own name, as SCRIPT takes it."""

    name: str
    summary: str
    text: str


@functools.cache
def list_scripts() -> list[Listed]:
    """Return all scripts, those for everyday use first."""
    index = load_index()
    entries: list[FlatScript | Operation] = [*index["everyday"], *index["triggers"], *index["operations"]]
    return [describe(entry) for entry in entries]


def describe(entry: FlatScript | Operation) -> Listed:
    schema = json.loads((COLLECTION / entry["schema"]).read_text(encoding="utf-8"))
    name = entry["script"].removeprefix("f/klaviyo/").removesuffix(".py")
    description = " ".join(schema["description"].partition("\n\n")[0].split())
    summary = re.split(r"(?<=[.?]) ", description)[0]
    return Listed(name, summary, f"{name} {schema['title']} {description}".lower().replace("_", " "))


def search_scripts(text: str) -> list[Listed]:
    """Return the scripts that have all words of a text, those that have them in their name first."""
    stems = [word[:STEM] for word in re.findall(r"\w+", text.lower().replace("_", " "))]
    matches = [script for script in list_scripts() if all(stem in script.text for stem in stems)]
    return sorted(matches, key=lambda script: -sum(stem in script.name for stem in stems))
