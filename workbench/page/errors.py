"""Errors as the page shows them: name, message, and the places in the form."""

from collections.abc import Container
from typing import Any

Path = list[str | int]


def describe_error(
    error: BaseException, arguments: Any, query: dict[str, str], options: Container[str]
) -> dict[str, Any]:
    """Return an error of a script.

    `arguments`: those of the run. `query`: the argument of each query parameter. `options`: of a script for files.
    """
    description = {
        "name": type(error).__name__,
        "message": str(error),
        "status": getattr(error, "status", None),
        "retry_after": getattr(error, "retry_after", None),
        "places": [
            *places_of_faults(error, arguments),
            *places_of_refusals(error, arguments, query),
            *places_of_options(error, options),
        ],
    }
    # A bulk script says what it has done until then, and what has to be settled before it begins.
    facts = {name: getattr(error, name, None) for name in ("summary", "questions")}
    return description | {name: fact for name, fact in facts.items() if fact}


def places_of_faults(error: BaseException, arguments: Any) -> list[dict[str, Any]]:
    """Return the path and the message of each fault that the script has found."""
    return [place_of_fault(fault, arguments) for fault in getattr(error, "faults", [])]


def place_of_fault(fault: dict[str, Any], arguments: Any) -> dict[str, Any]:
    """Return the place of a fault; of a property that is missing, its own and not that of the object around it."""
    at = resolve_pointer(fault["pointer"], arguments)
    if fault["actual"] == "missing":
        return {"at": at, "message": f"is missing: {fault['expected']}"}
    return {"at": at, "message": "{expected}, not {actual}".format(**fault)}


def places_of_refusals(error: BaseException, arguments: Any, query: dict[str, str]) -> list[dict[str, Any]]:
    """Return the path and the message of each error object of Klaviyo's that names a field. They may hold anything."""
    places = []
    for entry in getattr(error, "errors", []):
        source = entry.get("source")
        match source:
            case {"pointer": str(pointer)} if pointer:
                at = ["body", *resolve_pointer(pointer, arguments.get("body"))]
            case {"parameter": str(parameter)} if parameter in query:
                at = [query[parameter]]
            case _:
                continue
        places.append({"at": at, "message": str(entry.get("detail") or entry.get("title") or "Refused by Klaviyo")})
    return places


def places_of_options(error: BaseException, options: Container[str]) -> list[dict[str, Any]]:
    """Return the option that the message of a script for files begins with."""
    name, _, message = str(error).partition(" ")
    return [{"at": [name], "message": message}] if name in options else []


def resolve_pointer(pointer: str, value: Any) -> Path:
    """Return the parts of a JSON pointer into the value: positions in lists as numbers, names as text."""
    path: Path = []
    for part in pointer.split("/"):
        name = part.replace("~1", "/").replace("~0", "~")
        if not name and not (isinstance(value, dict) and name in value):
            continue  # the slash in front, or one at the end
        if isinstance(value, list) and name.isdecimal():
            index = int(name[:9])
            path.append(index)
            value = value[index] if index < len(value) else None
        else:
            path.append(name)
            value = value.get(name) if isinstance(value, dict) else None
    return path
