"""Klaviyo's documented answers to a request, from `schemas/index.json` and the schemas alone."""

import json
import math
import time
import uuid
from typing import Any

import limits
from jsonschema import Draft202012Validator, ValidationError
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from workbench.collection import Index, Operation, load_schema

JSON_API = "application/vnd.api+json"
MAX_BODY_BYTES = 5_000_000
PERIODS = {"s": "second", "m": "minute", "h": "hour", "d": "day"}


class Klaviyo:
    """What a Klaviyo account answers; the state is what has been used of its rate limits."""

    def __init__(self, index: Index, api_key: str) -> None:
        self.revision = index["revision"]
        self.api_key = api_key
        self.operations = {operation["operation"]: operation for operation in index["operations"]}
        self.routes = Map(
            [
                Rule(
                    operation["path"].replace("{", "<").replace("}", ">"),
                    methods=[operation["method"]],
                    endpoint=operation["operation"],
                )
                for operation in index["operations"]
            ],
            strict_slashes=False,
        )
        self.limiter = limits.strategies.MovingWindowRateLimiter(limits.storage.MemoryStorage())

    def answer(self, request: Request) -> Response:
        """The checks in Klaviyo's order: who asks, which endpoint, what format, how often, what content."""
        if request.headers.get("Authorization") != f"Klaviyo-API-Key {self.api_key}":
            return error(401, "not_authenticated", "A valid private API key is needed in the Authorization header.")
        try:
            name, _ = self.routes.bind_to_environ(request.environ).match()
        except NotFound:
            return error(404, "not_found", f"{request.path} is no endpoint.")
        except MethodNotAllowed:
            return error(405, "method_not_allowed", f"{request.path} does not take {request.method}.")
        operation = self.operations[name]
        revision = request.headers.get("revision")
        if not revision:
            return error(400, "invalid", "The revision header is missing.")
        if revision != self.revision:
            return error(404, "not_found", f"No valid revisions found for method, asked for {revision}.")
        if request.mimetype != operation["content_type"]:
            return error(415, "unsupported_media_type", f"Content-Type has to be {operation['content_type']}.")
        if len(request.get_data()) > MAX_BODY_BYTES:
            return error(413, "payload_too_large", f"A body may have at most {MAX_BODY_BYTES:,} bytes.")
        wait, headers = self.use(operation)
        if wait:
            response = error(429, "throttled", f"Too many requests, try again in {wait} s.")
            response.headers["Retry-After"] = str(wait)
            return response
        errors = body_errors(request.get_data(), load_schema(operation)["properties"]["body"])
        response = error_document(400, errors) if errors else success(operation)
        response.headers.update(headers)
        return response

    def use(self, operation: Operation) -> tuple[int, dict[str, str]]:
        """Count a request. Seconds to wait where a limit is reached, else 0 and the headers that say what is left."""
        windows = [limits.parse(rate_in_words(rate)) for rate in operation["rate_limits"].values()]
        keys = (self.api_key, operation["operation"])
        for window in windows:
            if not self.limiter.test(window, *keys):
                reset = self.limiter.get_window_stats(window, *keys).reset_time
                return max(1, math.ceil(reset - time.time())), {}
        headers = {}
        for window in windows:
            self.limiter.hit(window, *keys)
        if windows:
            tightest = min(windows, key=lambda window: self.limiter.get_window_stats(window, *keys).remaining)
            stats = self.limiter.get_window_stats(tightest, *keys)
            headers = {
                "RateLimit-Limit": str(tightest.amount),
                "RateLimit-Remaining": str(stats.remaining),
                "RateLimit-Reset": str(max(0, math.ceil(stats.reset_time - time.time()))),
            }
        return 0, headers


def rate_in_words(rate: str) -> str:
    """`150/m` as the limits library reads it: `150/minute`."""
    amount, period = rate.split("/")
    return f"{amount}/{PERIODS[period]}"


def success(operation: Operation) -> Response:
    status = operation["success"]["status"]
    if operation["success"]["content"]:
        return Response(json.dumps({"data": []}), status, content_type=JSON_API)
    return Response(status=status)


def body_errors(content: bytes, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """JSON:API error objects for what is wrong with a body."""
    try:
        body = json.loads(content)
    except ValueError as fault:
        return [error_object(400, "invalid", f"The body is not JSON: {fault}")]
    return [invalid_input(fault) for fault in Draft202012Validator(schema).iter_errors(body)]


def invalid_input(fault: ValidationError) -> dict[str, Any]:
    pointer = "".join(f"/{part}" for part in fault.absolute_path)
    return error_object(400, "invalid", fault.message[:200], {"pointer": pointer})


def error(status: int, code: str, detail: str) -> Response:
    return error_document(status, [error_object(status, code, detail)])


def error_document(status: int, errors: list[dict[str, Any]]) -> Response:
    return Response(json.dumps({"errors": errors}), status, content_type=JSON_API)


def error_object(status: int, code: str, detail: str, source: dict[str, str] | None = None) -> dict[str, Any]:
    title = "Invalid input." if code == "invalid" else code.replace("_", " ").capitalize() + "."
    return {
        "id": str(uuid.uuid4()),
        "status": status,
        "code": code,
        "title": title,
        "detail": detail,
        "source": source or {"pointer": "/data/"},
        "links": {},
        "meta": {},
    }
