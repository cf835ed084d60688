"""BODY.json URL CALLS: call the script."""

from workbench.bench.calls import body_url_calls, report
from workbench.collection import load_index, load_operation, load_script

body, url, calls = body_url_calls()
script = load_script(load_operation("bulk_create_events"))
script.API = url
revision = load_index()["revision"]
report(lambda: script.main({"apiKey": "pk_bench"}, revision, body), calls)
