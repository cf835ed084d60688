"""Patterns of the schemas, in the form that a regular expression of any language understands."""

import re

END_OF_TEXT = re.compile(r"\(\?!\\n\)\$|\\Z|\\z")  # Python's $ alone allows a line feed after the text
LOOKAROUND = re.compile(r"\(\?<?[=!]")
# Patterns that cannot be written without lookaround -> what accepts at least as much.
WIDER = {
    r"^(?!\s*$|\.{1,2}$)": r"\S",  # an id in a path
}


def without_lookaround(pattern: str) -> str:
    """Return the pattern without lookaround. ValueError if `WIDER` has no replacement."""
    pattern = END_OF_TEXT.sub("$", WIDER.get(pattern, pattern))
    if LOOKAROUND.search(pattern):
        raise ValueError(f"{pattern} needs lookaround: write what accepts at least as much into WIDER")
    return pattern


def is_anchored(pattern: str) -> bool:
    return pattern.startswith("^") and pattern.endswith("$")
