"""The types of the scripts: each structure once, with a name that says what it is."""

import re

from tests.support.collection import WITH_BODY
from workbench.collection import COLLECTION, Operation

TYPE = re.compile(
    r"^(?:class (\w+)\(TypedDict(.*?)\n(?:\n|(?=#))|(\w+) = (TypedDict|Literal|\()(.*?)\n(?=\S))", re.M | re.S
)


def types_of(operation: Operation) -> dict[str, str]:
    """Return the text of each type of a script, without its name."""
    source = (COLLECTION / operation["script"]).read_text(encoding="utf-8").partition("# ---- Shared")[0]
    types = {}
    for match in TYPE.finditer(source):
        name = match[1] or match[3]
        types[name] = re.sub(rf"\b{name}\b", "", match[0])
    return types


@WITH_BODY
def test_no_two_types_say_the_same(operation: Operation) -> None:
    types = types_of(operation)
    assert "Body" in types
    assert len(set(types.values())) == len(types)


@WITH_BODY
def test_no_two_types_are_told_apart_by_a_number(operation: Operation) -> None:
    types = types_of(operation)
    assert [name for name in types if name.rstrip("0123456789") in types.keys() - {name}] == []
