"""BODY.json URL CALLS: the script's work in pieces, the median seconds of each as JSON."""

import json
import statistics
import sys
import time

from workbench.bench.calls import body_url_calls, timed
from workbench.collection import load_operation, load_script

body, url, calls = body_url_calls()
start = time.perf_counter()
script = load_script(load_operation("bulk_create_events"))
stages = {"import": time.perf_counter() - start}
script.API = url
revision = script.SCHEMA["properties"]["revision"]["default"]
arguments = {"revision": revision, "body": body}
payload = script.payload(body, "pk_bench")
for stage, work in {
    "check: what JSON can say": lambda: script.plain(arguments, [], []),
    "check: schema (jsonschema)": lambda: list(script.schema_faults(arguments)),
    "check: limits": lambda: [*script.batch(body), *script.identifiers(body), *script.times(body)],
    "check: unknown properties": lambda: list(script.unknown_properties(arguments, script.SCHEMA, ())),
    "encode": lambda: script.payload(body, "pk_bench"),
    "send": lambda: script.send("POST", url, "pk_bench", headers={}, data=payload),
}.items():
    stages[stage] = statistics.median(timed(work, calls))
json.dump(stages, sys.stdout)
