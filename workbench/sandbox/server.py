"""The sandbox's socket: serves `answers` on a free port of 127.0.0.1, keeps what it received, commits faults."""

import threading
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from workbench.collection import Index, load_index
from workbench.sandbox.answers import Klaviyo
from workbench.sandbox.faults import Fault, commit

API_KEY = "pk_sandbox"


@dataclass
class Received:
    """One request as it came.

    `target` is path and query before any decoding, `status` what was answered, None where nothing was.
    """

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    status: int | None = None


class Sandbox:
    """A context manager: listening inside, gone after it. Append to `faults` to have the next requests fail."""

    def __init__(self, index: Index | None = None, api_key: str = API_KEY) -> None:
        self.received: list[Received] = []
        self.faults: deque[Fault] = deque()
        self._klaviyo = Klaviyo(index or load_index(), api_key)
        self._server = make_server("127.0.0.1", 0, self._serve, threaded=True, request_handler=QuietHandler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _serve(self, environ: dict[str, Any], start_response: Any) -> Any:
        request = Request(environ)
        received = Received(request.method, environ["RAW_URI"], environ["sandbox.headers"], request.get_data())
        self.received.append(received)
        response = self._respond(request)
        received.status = response.status_code
        return response(environ, start_response)

    def _respond(self, request: Request) -> Response:
        fault = self.faults.popleft() if self.faults else None
        return (fault and commit(fault, request)) or self._klaviyo.answer(request)


class QuietHandler(WSGIRequestHandler):
    """Logs nothing, as what came is in `received`; keeps the headers as they were written, which WSGI does not."""

    def make_environ(self) -> dict[str, Any]:
        return super().make_environ() | {"sandbox.headers": self.headers.items()}

    def log(self, *_: Any) -> None:
        pass
