"""Requests: one page, or all pages"""

from typing import Any
from urllib.parse import quote

from workbench.codegen.parts.cursor import parse_cursor
from workbench.codegen.parts.errors import KlaviyoError
from workbench.codegen.parts.request import query_params, send
from workbench.everyday.operations import API, headers_of, klaviyo


def read(auth: klaviyo, path: str, query: dict[str, Any]) -> Any:
    """Return the JSON of a GET. Raises KlaviyoError."""
    return send("GET", f"{API}{path}", True, headers=headers_of(auth), params=query_params(query))


def read_resource(auth: klaviyo, path: str, id: str, query: dict[str, Any]) -> Any:
    """Return the resource with an ID in a collection, None if there is none."""
    try:
        return read(auth, f"{path}/{quote(id, safe='')}", query)["data"]
    except KlaviyoError as error:
        if error.status == 404:
            return None
        raise


def read_pages(auth: klaviyo, path: str, query: dict[str, Any], max_pages: int) -> list[Any]:
    """Return the documents of up to `max_pages` pages."""
    pages = [read(auth, path, query)]
    while (link := next_link(pages[-1])) and len(pages) < max_pages:
        pages.append(read(auth, path, query | {"page[cursor]": parse_cursor(link, "page[cursor]")}))
    return pages


def next_link(page: Any) -> Any:
    """Return the address of the page that follows, None after the last one."""
    return (page.get("links") or {}).get("next")


def quoted(text: str) -> str:
    """Return a text as it is written in a filter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def any_of(field: str, values: list[str]) -> str:
    """Return the filter for resources whose field has one of the values."""
    return f"any({field},[{','.join(map(quoted, values))}])"
