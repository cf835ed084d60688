"""BODY.json URL CALLS: call the script."""

from workbench.bench.calls import body_url_calls, report
from workbench.collection import ROOT, load_module

body, url, calls = body_url_calls()
script = load_module(ROOT / "f/klaviyo/events/bulk_create_events.py")  # without the index, which the SDK does not read
script.API = url
report(lambda: script.main({"apiKey": "pk_bench"}, "2026-10-15", body), calls)
