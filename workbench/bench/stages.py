"""BODY.json URL CALLS: the stages of the script's work, the median seconds of each as JSON."""

import json
import statistics
import sys
import time

from workbench.bench.calls import body_url_calls, time_calls
from workbench.collection import load_index, load_operation, load_script

body, url, calls = body_url_calls()
start = time.perf_counter()
script = load_script(load_operation("bulk_create_events"))
stages = {"import": time.perf_counter() - start}
arguments = {"auth": {"apiKey": "pk_bench"}, "revision": load_index()["revision"], "body": body}
payload = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
for stage, work in {
    "drop empty objects": lambda: script.drop_empty_objects(body, script.SCHEMA["properties"]["body"], set()),
    "validate": lambda: script.validate(arguments, script.VALIDATOR),
    "check limits of events": lambda: list(
        script.find_event_faults(body, script.MAX_EVENTS, script.EARLIEST, script.MAX_AHEAD)
    ),
    "check limits of strings": lambda: list(script.find_long_strings(body, payload, script.MAX_STRING_BYTES)),
    "encode": lambda: json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(),
    "send": lambda: script.send("POST", url, script.RETRY_STATUSES, headers={}, data=payload),
}.items():
    stages[stage] = statistics.median(time_calls(work, calls))
json.dump(stages, sys.stdout)
