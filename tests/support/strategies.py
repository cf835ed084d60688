"""Hypothesis strategies for the values of a schema.

hypothesis-jsonschema 0.23.1 does not run with current versions of hypothesis, and its times are not in Klaviyo's range.
"""

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

TIMES = st.datetimes(datetime(1991, 1, 1), datetime(2026, 10, 15)).map(
    lambda time: time.replace(tzinfo=UTC).isoformat()
)

JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=5,
)

UNJSONABLE: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.floats() | st.binary() | st.dates() | st.text(),
    lambda values: (
        st.lists(values) | st.dictionaries(st.text() | st.integers() | st.none(), values) | st.tuples(values)
    ),
)


def values_of(schema: Any) -> st.SearchStrategy[Any]:
    """Return valid values of a schema of ours, in the range that Klaviyo accepts."""
    if "oneOf" in schema:
        return st.one_of([values_of(member) for member in schema["oneOf"]])
    if isinstance(schema["type"], list):
        return st.one_of([values_of({**schema, "type": type_}) for type_ in schema["type"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema["type"]:
        case "object" if "properties" in schema:
            required = schema.get("required", [])
            known = {name: values_of(subschema) for name, subschema in schema["properties"].items()}
            return st.fixed_dictionaries(
                {name: known[name] for name in required},
                optional={name: strategy for name, strategy in known.items() if name not in required},
            )
        case "object":
            return st.dictionaries(st.text(), JSON_VALUES, max_size=min(4, schema.get("maxProperties", 4)))
        case "array":
            return st.lists(values_of(schema["items"]), min_size=schema.get("minItems", 0), max_size=3)
        case "string" if "pattern" in schema:
            return st.from_regex(schema["pattern"], fullmatch=True)
        case "string":
            return TIMES if schema.get("format") == "date-time" else st.text(max_size=schema.get("maxLength"))
        case "number":
            return st.floats(allow_nan=False, allow_infinity=False) | st.integers()
        case "boolean":
            return st.booleans()
        case "null":
            return st.none()
    raise NotImplementedError(schema)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) in a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, item in items for place in [(value, key), *places(item)]]


@st.composite
def mutations_of(draw: Callable[[Any], Any], values: st.SearchStrategy[Any]) -> Any:
    """Return values with one place dropped or something else in it."""
    value = copy.deepcopy(draw(values))
    container, key = draw(st.sampled_from(places(value)))
    if draw(st.booleans()):
        del container[key]
    else:
        container[key] = draw(JSON_VALUES | UNJSONABLE)
    return value
