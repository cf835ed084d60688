"""FILE URL READ: export events with the official SDK in a plain loop, to JSON Lines."""

import json
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from klaviyo_api import KlaviyoAPI  # type: ignore[import-not-found]  # in its own environment

from workbench.bench.calls import report_file

file, url, _, _ = sys.argv[1:]
klaviyo = KlaviyoAPI("pk_sandbox", test_host=url)


def loop() -> int:
    count, cursor = 0, None
    with Path(file).open("w", encoding="utf-8") as lines:
        while True:
            page = klaviyo.Events.get_events(page_size=1000, page_cursor=cursor)
            lines.writelines(json.dumps(event.to_dict(), default=str) + "\n" for event in page.data)
            count += len(page.data)
            if not page.links.next:
                return count
            cursor = parse_qs(urlsplit(page.links.next).query)["page[cursor]"][0]


report_file(loop)
