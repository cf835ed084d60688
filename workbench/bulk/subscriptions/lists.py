"""The list that people are subscribed to or unsubscribed from"""

import json
from typing import Any
from urllib.parse import quote

import requests

from workbench.bulk.client import Client, inside, json_of, objects_of
from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.batches import Record
from workbench.bulk.subscriptions.actions import ALL
from workbench.bulk.text import compact, fold_identifier


def read_list(client: Client, list_id: str) -> dict[str, Any]:
    """The id, name and opt-in process of a list. BulkFailed if there is no such list, or it cannot be read."""
    path = f"/api/lists/{list_id}?fields[list]=name,opt_in_process"
    response, _ = client.request("GET", path, endpoint="list", final=(404,))
    attributes = inside(json_of(response), "data", "attributes") if response is not None else None
    if response is None or response.status_code != 200 or not isinstance(attributes, dict):
        missing = response is not None and response.status_code == 404
        reason = f"there is no list {list_id}" if missing else client.stopped or client.quote(response)
        raise BulkFailed(f"{reason}. Nothing was sent", temporary=client.temporary)
    return {"id": list_id, "name": attributes.get("name"), "opt_in_process": attributes.get("opt_in_process")}


def describe_list(action: str, list_id: str, klaviyo_list: dict[str, Any] | None, is_historical: bool) -> str:
    """What becomes of people, for the log."""
    if klaviyo_list is None:
        if list_id == ALL:
            return "list_id is all: people are unsubscribed from all lists, and from the rest, on these channels"
        ask = "nobody is asked to confirm" if is_historical else "it may ask people to confirm"
        return f"there is no list_id: the account's opt-in process applies; {ask}"
    process = klaviyo_list["opt_in_process"]
    line = f"the list {list_id} is {klaviyo_list['name']}"
    if action == "unsubscribe":
        return f"{line}; rows that are not on it are rejected"
    if process != "double_opt_in":
        return f"{line}, {process}: people are subscribed at once"
    if is_historical:
        return f"{line}, double opt-in: as the rows have times of consent, nobody is asked to confirm"
    return (
        f"{line}, double opt-in: Klaviyo asks each person to confirm, and subscribes only who does; people who have"
        " consented earlier need the time, in consented_at or in a column"
    )


def find_others(client: Client, list_id: str, records: list[Record]) -> set[Record] | None:
    """Those of whom an identifier is of nobody on the list; None if all has to stop."""
    others: set[Record] = set()
    for name in ("email", "phone_number"):
        asked = {record: value for record in records if (value := json.loads(record.body)["attributes"].get(name))}
        if not asked:
            continue
        query = f"{filter_of(name, list(asked.values()))}&fields[profile]={name}&page[size]=100"
        response, _ = client.request("GET", f"/api/lists/{list_id}/profiles?{query}", endpoint="members")
        if response is None:
            return None
        if not is_page(response):
            client.stop(f"the members of the list {list_id} cannot be read: {client.quote(response)}")
            return None
        members = {
            fold_identifier(name, str(inside(member, "attributes", name))) for member in objects_of(response, "data")
        }
        others |= {record for record, value in asked.items() if fold_identifier(name, value) not in members}
    return others


def filter_of(name: str, values: list[str]) -> str:
    """The query for the profiles with one of these identifiers, also in lower case, in which Klaviyo keeps emails."""
    spellings = dict.fromkeys([*values, *map(str.lower, values)])
    return f"filter={quote(f'any({name},{compact([*spellings])})')}"


def is_page(response: requests.Response) -> bool:
    """Whether it is a page of objects."""
    return response.status_code == 200 and isinstance(inside(json_of(response), "data"), list)
