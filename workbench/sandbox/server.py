"""Klaviyo's answers on a socket: keeps what it received, commits faults."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from workbench.collection import Index, load_index
from workbench.loopback import LoopbackServer
from workbench.sandbox.answers import Klaviyo
from workbench.sandbox.faults import Fault, commit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

API_KEY = "pk_sandbox"


@dataclass
class Received:
    """One request as it came.

    `target` is path and query before any decoding; `status` and `answer` what it got, None where it got nothing.
    """

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    status: int | None = None
    answer: bytes | None = None


class Sandbox(LoopbackServer):
    """A context manager, listening inside. Append to `faults` to have the next requests fail, one each.

    `jobs` are the imports of profiles that it was given.
    """

    def __init__(self, index: Index | None = None, api_key: str = API_KEY) -> None:
        super().__init__(self._serve)
        self.received: list[Received] = []
        self.faults: deque[Fault] = deque()
        self._klaviyo = Klaviyo(index or load_index(), api_key)
        self.jobs = self._klaviyo.jobs

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        # All of a body is read, even one that is too large: who is still sending does not see an answer.
        headers = environ["loopback.handler"].headers.items()
        received = Received(request.method, environ["RAW_URI"], headers, request.get_data())
        self.received.append(received)
        response = self._respond(request)
        received.status, received.answer = response.status_code, response.data
        return response(environ, start_response)

    def _respond(self, request: Request) -> Response:
        fault = self.faults.popleft() if self.faults else None
        return (fault and commit(fault, request)) or self._klaviyo.answer(request)
