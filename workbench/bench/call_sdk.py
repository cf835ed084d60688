"""BODY.json URL CALLS: call the official SDK."""

from klaviyo_api import KlaviyoAPI  # type: ignore[import-not-found]  # in its own environment

from workbench.bench.calls import body_url_calls, report

body, url, calls = body_url_calls()
klaviyo = KlaviyoAPI("pk_bench", test_host=url)
report(lambda: klaviyo.Events.bulk_create_events(body), calls)
