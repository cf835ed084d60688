"""FILE URL READ limited|free: export a read with the script, at Klaviyo's pace or as fast as it can."""

import sys

from pyrate_limiter import Duration, Rate

from workbench.bench.calls import report_file
from workbench.collection import ROOT, load_index, load_module

file, url, read, pace = sys.argv[1:]
script = load_module(ROOT / "f/klaviyo/bulk/export.py")
script.API = url
if pace == "free":
    script.limit_rates = lambda rates: [Rate(1_000_000, Duration.SECOND)]
report_file(lambda: script.main({"apiKey": "pk_sandbox"}, load_index()["revision"], read, file)["items"])
