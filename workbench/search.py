"""Finds scripts by words: of their names, titles and descriptions."""

import functools
import json
import re
from dataclasses import dataclass

import yaml

from workbench.collection import COLLECTION, ROOT, FlatScript, Operation, load_index

STEM = 5  # letters: `delete` finds `deletion`
SYNONYMS = ROOT / "workbench/codegen/knowledge/synonyms.yaml"


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


@functools.cache
def load_synonyms() -> dict[str, list[str]]:
    """Return what people call things -> the words that the scripts have for them."""
    synonyms: dict[str, list[str]] = yaml.safe_load(SYNONYMS.read_text(encoding="utf-8"))
    return synonyms


def search_scripts(text: str) -> list[Listed]:
    """Return the scripts that have all words of a text or their synonyms, those with the words in their name first."""
    words = re.findall(r"[\w-]+", text.lower().replace("_", " "))
    meanings = [[word[:STEM], *load_synonyms().get(word, [])] for word in words]
    matches = [
        script for script in list_scripts() if all(any(word in script.text for word in words) for words in meanings)
    ]
    return sorted(matches, key=lambda script: -sum(words[0] in script.name for words in meanings))
