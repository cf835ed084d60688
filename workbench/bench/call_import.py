"""FILE URL limited|free: import a file of events with the script, at Klaviyo's pace or as fast as it can."""

import sys

from pyrate_limiter import Duration, Rate

from workbench.bench.calls import report_file
from workbench.collection import ROOT, load_module

file, url, pace = sys.argv[1:]
script = load_module(ROOT / "f/klaviyo/bulk/import_events.py")
script.API = url
if pace == "free":
    script.RATES = [Rate(1_000_000, Duration.SECOND)]
options = {"metric": "Placed Order", "backfill": True}
report_file(lambda: script.main({"apiKey": "pk_sandbox"}, "2026-10-15", file, **options)["sent"])
