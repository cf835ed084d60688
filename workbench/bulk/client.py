"""Requests to Klaviyo, at the pace that it allows."""

import re
import threading
import time
from collections.abc import Container
from typing import Any, Self

import requests
from pyrate_limiter import Duration, Limiter, Rate

API = "https://a.klaviyo.com"
RATES = [Rate(10, Duration.SECOND), Rate(150, Duration.MINUTE)]  # of most endpoints that send files
TIMEOUT = (10, 60)  # seconds to connect, to read
MAX_TRIES = 6  # of a request whose outcome is unknown
MAX_WAIT = 300  # seconds in all that Klaviyo may ask for; longer, as a daily cap does, ends the run until later
CONTENT_TYPE = "application/vnd.api+json"


class Client:
    """Sends requests from several threads. `stopped`: why nothing more is sent; `temporary`: whether it may pass.

    `authorization`: the header, empty for endpoints that take none. `rates`: of each endpoint. `parts`: how many runs
    share them.
    """

    def __init__(self, authorization: str, revision: str, rates: list[Rate], parts: int = 1) -> None:
        self.stopped = ""
        self.temporary = False
        self.retries = 0
        self._authorization = authorization
        self._session = requests.Session()
        self._session.headers.update({"Accept": CONTENT_TYPE, "revision": revision})
        self._session.auth = self._authorize
        self._rates = [Rate(max(1, rate.limit // parts), rate.interval) for rate in rates]
        self._limiters: dict[str, Limiter] = {}  # by endpoint
        self._lock = threading.Lock()
        self._resume = 0.0  # monotonic time before which nothing is sent

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the connections, and the limiters' threads: a worker may run many imports."""
        self._session.close()
        for limiter in self._limiters.values():
            for bucket in limiter.buckets():
                limiter.dispose(bucket)

    def _authorize(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.pop("Authorization", None)  # so that a .netrc cannot replace it
        if self._authorization:
            request.headers["Authorization"] = self._authorization
        return request

    def stop(self, reason: str, temporary: bool = False) -> None:
        """Send nothing more. The first reason counts. `temporary`: the same run can succeed later."""
        with self._lock:
            if not self.stopped:
                self.stopped, self.temporary = reason, temporary

    def request(
        self,
        method: str,
        path: str,
        payload: bytes | None = None,
        endpoint: str = "",
        final: Container[int | None] = (),
    ) -> tuple[requests.Response | None, bool]:
        """Klaviyo's answer, a success or a refusal of what was sent; None if all has to stop.

        And whether a try before it may have been accepted as well. `final`: the other statuses that are an answer, in
        them None if a request that got none is not to be repeated.
        """
        success = 202 if method == "POST" else 200  # anything else may come from a proxy
        unsure, failures, waited = False, 0, 0.0
        while True:
            response = self._try(method, path, payload, endpoint)
            status = response.status_code if response is not None else None
            if status in (success, 400, 409, 413, 422) or status in final:
                return response, unsure
            if self.stopped:
                return None, unsure
            asked = response.headers.get("Retry-After") if response is not None else None
            if status == 429:
                pause = parse_seconds(asked, 2)
            elif status is None or status >= 500:
                unsure, failures, pause = True, failures + 1, parse_seconds(asked, 2.0 ** (failures + 1))
            else:
                self.stop(f"Klaviyo answers {status}: {self.quote(response)}")
                return None, unsure
            waited += pause
            if waited > MAX_WAIT:
                self.stop(f"Klaviyo asks to wait {waited:,.0f} seconds", temporary=True)
            elif failures == MAX_TRIES:
                last = f", at last {status}" if status else ""
                self.stop(f"Klaviyo gave no answer in {MAX_TRIES} tries{last}", temporary=True)
            with self._lock:
                self._resume = max(self._resume, time.monotonic() + pause)
                self.retries += not self.stopped

    def _try(self, method: str, path: str, payload: bytes | None, endpoint: str) -> requests.Response | None:
        """The answer to one request; None if none came."""
        with self._lock:
            if endpoint not in self._limiters:
                self._limiters[endpoint] = Limiter(self._rates)
            limiter = self._limiters[endpoint]
        while True:
            self.rest(self._resume - time.monotonic())
            while not (self.stopped or limiter.try_acquire(endpoint, blocking=False)):
                time.sleep(0.05)
            if self.stopped:
                return None
            if self._resume <= time.monotonic():
                break  # nobody was asked to wait in the meantime
        headers = {"Content-Type": CONTENT_TYPE} if payload is not None else {}
        try:
            response = self._session.request(
                method, f"{API}{path}", data=payload, headers=headers, timeout=TIMEOUT, allow_redirects=False
            )
        except requests.RequestException:
            return None
        if response.headers.get("RateLimit-Remaining") == "0" and response.status_code != 429:
            pause = min(MAX_WAIT, parse_seconds(response.headers.get("RateLimit-Reset"), 1))
            if pause > 1:  # the limiters see to the seconds; one more each time would cost a tenth of the rate
                self._resume = max(self._resume, time.monotonic() + pause)
        return response

    def rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (remaining := until - time.monotonic()) > 0 and not self.stopped:
            time.sleep(min(remaining, 1))

    def quote(self, response: requests.Response | None) -> str:
        """What an answer says, without the key or token."""
        return "" if response is None else self.hide_key(response.text)

    def hide_key(self, text: str) -> str:
        secret = self._authorization.partition(" ")[2]
        return (text.replace(secret, "***") if secret else text)[:300]


def parse_seconds(header: str | None, default: float) -> float:
    return max(1, float(header)) if header and re.fullmatch(r"\d{1,9}", header) else default


def json_of(response: requests.Response) -> Any:
    """What an answer says, which may be anything; None if it is not JSON."""
    try:
        return response.json()
    except (ValueError, RecursionError):
        return None


def inside(value: Any, *names: str) -> Any:
    """What an answer has under these names, one in the other; None if it has not."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def objects_of(response: requests.Response, name: str) -> list[dict[str, Any]]:
    """The objects in a list of an answer."""
    entries = inside(json_of(response), name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
