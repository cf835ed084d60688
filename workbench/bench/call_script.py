"""BODY.json URL CALLS: call the script."""

from workbench.bench.calls import body_url_calls, report
from workbench.collection import load_operation, load_script

body, url, calls = body_url_calls()
operation = load_operation("bulk_create_events")
assert operation  # noqa: S101
script = load_script(operation)
script.API = url
revision = script.SCHEMA["properties"]["revision"]["default"]
report(lambda: script.main({"apiKey": "pk_bench"}, revision, body), calls)
