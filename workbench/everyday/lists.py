"""Lists: the picker of lists"""

from typing import Any

from workbench.everyday.names import LISTS, Choice, Named, find_named, find_named_unless, list_choices
from workbench.everyday.operations import klaviyo


def choose_list(auth: Any, typed: str | None, *others: Choice) -> list[Choice]:
    """Return the entries of a picker of lists. `others`: entries that come last."""
    return list_choices(auth, typed, LISTS, *others)


def find_list(auth: klaviyo, value: Any) -> Named:
    """Return the list that an argument names. Raises InvalidInput if it is blank, or names none or several."""
    return find_named(auth, value, LISTS, "list_id")


def find_list_unless(word: str, auth: klaviyo, value: Any) -> Named | None:
    """Return the list that an argument names, None if it is the word that stands for no list, such as all.

    Raises InvalidInput if it is blank, or names none or several.
    """
    return find_named_unless(word, auth, value, LISTS, "list_id")
