"""What can go wrong between a client and Klaviyo, as data."""

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
    """What one request gets instead of the documented answer.

    `delay`: seconds before the answer, which is the documented one if nothing else is set. `status`, `headers`,
    `body`: the answer. `promised`: a Content-Length larger than the body, so that the answer breaks off. `reset`: no
    answer, the connection is reset.
    """

    delay: float = 0
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    promised: int | None = None
    reset: bool = False


def apply(fault: Fault, request: Request) -> Response | None:
    """Return the fault's answer, None for the documented one. Raises ConnectionAbortedError if there is to be none."""
    time.sleep(fault.delay)
    if fault.reset:
        reset_connection(request.environ["loopback.handler"])
    if fault.status is None:
        return None
    response = Response(fault.body, fault.status, fault.headers)
    if fault.promised is not None:
        response.headers["Content-Length"] = str(fault.promised)
        response.automatically_set_content_length = False
    return response


def reset_connection(handler: BaseHTTPRequestHandler) -> NoReturn:
    # Closed with a linger time of 0, TCP sends RST, not FIN. detach, as the server still holds the socket open.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(handler.connection.detach())
    handler.close_connection = True
    raise ConnectionAbortedError("reset on demand")
