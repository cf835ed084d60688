"""What someone may have meant by a name that does not exist."""

import difflib
from typing import Any


def suggest(name: Any, names: Any) -> str:
    """The most similar of the names, as a question, or else all of them if they are few."""
    similar = difflib.get_close_matches(str(name), list(names), n=1)
    if similar:
        return f"; did you mean {similar[0]}?"
    return f"; there are {', '.join(names)}" if 0 < len(names) < 30 else ""
