"""Serves Klaviyo's answers on a socket, records requests, applies faults."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

from workbench.collection import Index, load_index
from workbench.loopback import LoopbackServer
from workbench.sandbox.answers import Klaviyo
from workbench.sandbox.facts import JSON
from workbench.sandbox.faults import Fault, apply
from workbench.sandbox.store import Resource
from workbench.sandbox.webhooks import send

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

API_KEY = "pk_sandbox"
TOKEN = "token_sandbox"  # noqa: S105  # an access token, which the sandbox accepts in place of the key


@dataclass
class Received:
    """One request. `target`: path and query as sent; `status` and `answer`: None if it got no answer."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    status: int | None = None
    answer: bytes | None = None


class Sandbox(LoopbackServer):
    """A context manager that listens at `url`.

    `state`: a file in which its resources outlast it; by default they are in memory. With None, it remembers nothing:
    each valid request succeeds, with the example of its answer. `account`: whether it starts with the resources of a
    small shop, unless the file has others. `received`: all requests. `faults`: each request takes the first of them.
    `jobs`: the profile imports.
    """

    def __init__(
        self,
        index: Index | None = None,
        api_key: str = API_KEY,
        state: str | None = ":memory:",
        account: bool = True,
        token: str = TOKEN,
    ) -> None:
        super().__init__(self._serve)
        self.received: list[Received] = []
        self.faults: deque[Fault] = deque()
        self._has_account = account
        self._klaviyo = Klaviyo(index or load_index(), api_key, token, state, account)
        self.jobs = self._klaviyo.jobs

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        self._klaviyo.close()

    def reset_limits(self) -> None:
        """Forget how much of the rate limits has been used."""
        self._klaviyo.limiter.storage.reset()

    @property
    def account_id(self) -> str:
        """The ID of the account: the same as long as the file `state` exists and the account is not reset."""
        return self._klaviyo.account_id()

    @property
    def account_key(self) -> str:
        """An API key that no other account has, so that a journal of one is not taken for that of another."""
        return f"{self._klaviyo.api_key}_{self.account_id}"

    def reset_account(self) -> None:
        """Forget what requests have created, changed and deleted, and all jobs."""
        self._klaviyo.reset_account(filled=self._has_account)

    def empty_account(self) -> None:
        """Delete all resources and all jobs."""
        self._klaviyo.reset_account(filled=False)

    def count_resources(self) -> dict[str, int]:
        """Return how many resources of each type there are, by type."""
        return self._klaviyo.count_resources()

    def newest_resources(self, type_: str, count: int) -> list[Resource]:
        """Return at most `count` resources of a type, newest first."""
        return self._klaviyo.newest_resources(type_, count)

    def send_webhooks(self, wait: Callable[[float], None] = time.sleep) -> list[int | None]:
        """Send the webhooks for the events since the last call, to this machine only; return the statuses of attempts.

        `wait`: called with the seconds before the next attempt.
        """
        deliveries = self._klaviyo.collect_webhooks()
        return [status for delivery in deliveries for status in send(delivery, self.account_id, wait)]

    def add(self, type_: str, resources: Iterable[tuple[str, JSON]]) -> None:
        """Store resources, by id and attributes, as if requests had created them."""
        self._klaviyo.add(type_, resources)

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        # A body is read to its end even if it is too large: a client that is still sending does not see the answer.
        headers = environ["loopback.handler"].headers.items()
        received = Received(request.method, environ["RAW_URI"], headers, request.get_data())
        self.received.append(received)
        response = self._respond(request)
        received.status, received.answer = response.status_code, response.data
        return response(environ, start_response)

    def _respond(self, request: Request) -> Response:
        fault = self.faults.popleft() if self.faults else None
        return (fault and apply(fault, request)) or self._klaviyo.answer(request)
