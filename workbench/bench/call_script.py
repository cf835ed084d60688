"""BODY.json URL CALLS: call the script."""

from workbench.bench.calls import body_url_calls, report
from workbench.collection import load_index, load_script

body, url, calls = body_url_calls()
index = load_index()
script = load_script(index["operations"][0])
script.API = url
report(lambda: script.main({"apiKey": "pk_bench"}, index["revision"], body), calls)
