"""Serves a WSGI application on a socket of 127.0.0.1, in a thread of this process."""

import threading
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class LoopbackServer:
    """A context manager that listens at `url`, on a free port, while its context lasts."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Handler)
        poll = 0.02  # seconds between two looks whether to stop
        self._thread = threading.Thread(target=self._server.serve_forever, args=(poll,), daemon=True)
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


class Handler(WSGIRequestHandler):
    """Logs nothing. Adds itself to the environment as `loopback.handler`, for the headers as written and the socket."""

    def make_environ(self) -> dict[str, Any]:
        return super().make_environ() | {"loopback.handler": self}

    def log(self, *_: Any) -> None:
        pass
