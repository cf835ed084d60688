"""URL CALLS: call create_segment with 1 MB of conditions, a body of nested unions."""

import copy
import json
import sys

from workbench.bench.calls import report
from workbench.collection import ROOT, load_module

url, calls = sys.argv[1:]
script = load_module(ROOT / "f/klaviyo/segments/create_segment.py")
script.API = url
body = json.loads((ROOT / "schemas/segments/create_segment.json").read_text(encoding="utf-8"))["examples"][0]["body"]
groups = body["data"]["attributes"]["definition"]["condition_groups"]
groups *= 1_000_000 // len(json.dumps(groups))
report(lambda: script.main({"apiKey": "pk_bench"}, "2026-10-15", copy.deepcopy(body)), int(calls))
