"""FILE URL: import a CSV file of orders with the official SDK in a plain loop, 1,000 rows a call."""

import csv
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from klaviyo_api import KlaviyoAPI  # type: ignore[import-not-found]  # in its own environment

from workbench.bench.calls import report_file

file, url, _ = sys.argv[1:]
klaviyo = KlaviyoAPI("pk_sandbox", test_host=url)


def loop() -> int:
    sent = 0
    with Path(file).open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        while batch := list(islice(rows, 1000)):
            attributes = {"events-bulk-create": {"data": [group(row) for row in batch]}}
            klaviyo.Events.bulk_create_events({"data": {"type": "event-bulk-create-job", "attributes": attributes}})
            sent += len(batch)
    return sent


def group(row: dict[str, str]) -> dict[str, Any]:
    profile = {"email": row["Email"]} | ({"phone_number": row["Phone"]} if row["Phone"] else {})
    event = {
        "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
        "time": row["Created at"].replace(" +0000", "+00:00").replace(" ", "T"),
        "value": float(row["Total"]),
        "value_currency": row["Currency"],
        "properties": {name: row[name] for name in ("Name", "Lineitem sku", "Lineitem name", "City", "Country")},
        "unique_id": row["Name"],
    }
    attributes = {
        "profile": {"data": {"type": "profile", "attributes": profile}},
        "events": {"data": [{"type": "event", "attributes": event}]},
    }
    return {"type": "event-bulk-create", "attributes": attributes}


report_file(loop)
