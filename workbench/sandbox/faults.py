"""What can go wrong between a caller and Klaviyo, as data."""

import os
import socket
import struct
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import NoReturn

from werkzeug.wrappers import Request, Response


@dataclass(frozen=True)
class Fault:
    """Given instead of the answer to one request.

    `delay`: seconds before anything is sent; with nothing else, the documented answer follows.
    `status`, `headers`, `body`: a canned answer. `promised`: a Content-Length larger than the body, so that the
    answer breaks off. `reset`: no answer at all, the connection is reset.
    """

    delay: float = 0
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    promised: int | None = None
    reset: bool = False


def commit(fault: Fault, request: Request) -> Response | None:
    """The fault's answer; None where the documented one follows. Raises where there is to be none."""
    time.sleep(fault.delay)
    if fault.reset:
        reset(request.environ["loopback.handler"])
    if fault.status is None:
        return None
    response = Response(fault.body, fault.status, fault.headers)
    if fault.promised is not None:
        response.headers["Content-Length"] = str(fault.promised)
        response.automatically_set_content_length = False
    return response


def reset(handler: BaseHTTPRequestHandler) -> NoReturn:
    # Closed with a linger time of 0, TCP sends RST, not FIN. detach, as the server still holds the socket open.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(handler.connection.detach())
    handler.close_connection = True
    raise ConnectionAbortedError("reset on demand")
