"""The pages of an endpoint, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from tqdm import tqdm

from workbench.bulk.client import Client, inside, json_of, objects_of
from workbench.bulk.errors import BulkFailed
from workbench.bulk.exports.database import Staging
from workbench.bulk.exports.request import CURSOR, Request
from workbench.bulk.exports.windmill_state import Kept

Answer = Future[tuple[requests.Response | None, bool]]


def read_pages(client: Client, request: Request, staging: Staging, kept: Kept, bar: tqdm[Any], limit: int) -> None:
    """Read the pages that are missing. The next one is on its way while a page is kept. `limit`: of characters."""
    restarted = False
    with ThreadPoolExecutor(1) as pool:

        def ask(cursor: str) -> Answer:
            target = request.target(staging.facts["mark"], cursor)
            return pool.submit(partial(client.request, "GET", target, final=(404, 410)))

        try:
            waiting: Answer | None = None if staging.run["complete"] else ask(staging.run["cursor"])
            while waiting:
                response, _ = waiting.result()
                if response is None:
                    raise BulkFailed(client.stopped, temporary=client.temporary)
                number = staging.run["pages"] + 1
                if response.status_code != 200:
                    refusal = f"Klaviyo refuses page {number:,}: {client.quote(response)}"
                    if restarted or not staging.run["cursor"]:
                        raise BulkFailed(refusal)
                    # A cursor does not live forever. Without it, the next run would be refused, too.
                    print(f"{refusal}\nReading from the first page again", file=sys.stderr)
                    staging.restart()
                    restarted, waiting = True, ask("")
                    continue
                items, following = parse_page(response, client, number)
                if following and staging.has_read(following):
                    raise BulkFailed(f"page {number:,} leads back to a page that was read before")
                waiting = ask(following) if following else None
                staging.add_page(items, following)
                kept.save(staging)
                bar.update(len(items))
                if limit and staging.run["size"] > limit:
                    raise BulkFailed("There is too much for a result: name a file or an S3 object in to")
        except BaseException as error:
            client.stop("Stopped by Ctrl-C" if isinstance(error, KeyboardInterrupt) else "Stopped")
            raise


def parse_page(response: requests.Response, client: Client, number: int) -> tuple[list[dict[str, Any]], str]:
    """The items of a page, with what was included in them, and the cursor of the next page."""
    document = json_of(response)
    items, link = objects_of(response, "data"), inside(document, "links", "next") or ""
    if not isinstance(inside(document, "data"), list) or len(items) != len(document["data"]):
        raise BulkFailed(f"Klaviyo's answer is no page of items, page {number:,}: {client.quote(response)}")
    if not all(isinstance(item.get("id"), str) and isinstance(item.get("type"), str) for item in items):
        raise BulkFailed(f"an item of page {number:,} has no id and type: {client.quote(response)}")
    try:
        following = parse_qs(urlsplit(link).query)[CURSOR][0] if link else ""
    except (ValueError, TypeError, AttributeError, KeyError):
        raise BulkFailed(f"page {number:,} has a link to the next page without a cursor: {link!s:.200}") from None
    included = {(str(other.get("type")), str(other.get("id"))): other for other in objects_of(response, "included")}
    if included:
        used: set[tuple[str, str]] = set()
        items = [embed(item, included, used, ()) for item in items]
        if missing := len(included.keys() - used):
            print(f"page {number:,}: {missing:,} included resources belong to no item and are omitted", file=sys.stderr)
    return items, following


def embed(
    item: dict[str, Any],
    included: dict[tuple[str, str], dict[str, Any]],
    used: set[tuple[str, str]],
    above: tuple[tuple[str, str], ...],
) -> dict[str, Any]:
    """A copy of the item with included resources in the place of references to them; `above`: those that it is in."""
    here = (*above, (str(item.get("type")), str(item.get("id"))))

    def resolve(reference: Any) -> Any:
        key = (str(inside(reference, "type")), str(inside(reference, "id")))
        if key not in included or key in here:
            return reference
        used.add(key)
        return embed(included[key], included, used, here)

    def pairs() -> Iterator[tuple[str, Any]]:
        for name, relationship in item["relationships"].items():
            data = inside(relationship, "data")
            if data:
                data = list(map(resolve, data)) if isinstance(data, list) else resolve(data)
                relationship = {**relationship, "data": data}
            yield name, relationship

    return {**item, "relationships": dict(pairs())} if isinstance(item.get("relationships"), dict) else item
