"""Klaviyo's documented answers to a request, made from `schemas/index.json` and the schemas alone."""

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
from workbench.sandbox.jobs import ImportJobs

JSON_API = "application/vnd.api+json"
MAX_BODY_BYTES = 5_000_000
PERIODS = {"s": "second", "m": "minute", "h": "hour", "d": "day"}


class Klaviyo:
    """A Klaviyo account. Its state: how much of the rate limits has been used, and the import jobs."""

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
        self.jobs = ImportJobs()
        self.limiter = limits.strategies.MovingWindowRateLimiter(limits.storage.MemoryStorage())

    def answer(self, request: Request) -> Response:
        """Return the answer, after checks in Klaviyo's order: endpoint, key, revision, format, rate limit, content."""
        path = request.environ["RAW_URI"].partition("?")[0]  # not decoded: %2F in an id is not a slash
        try:
            name, values = self.routes.bind("").match(path, request.method)
        except NotFound:
            return error(404, "not_found", f"There is no endpoint {path}.")
        except MethodNotAllowed:
            return error(405, "method_not_allowed", f"{path} does not support {request.method}.")
        operation = self.operations[name]
        authorization = request.headers.get("Authorization")
        if authorization != (f"Klaviyo-API-Key {self.api_key}" if operation["needs_key"] else None):
            return error(401, "not_authenticated", "The Authorization header is missing or wrong.")
        revision = request.headers.get("revision")
        if not revision:
            return error(400, "invalid", "The revision header is missing.")
        if revision != self.revision:
            return error(404, "not_found", f"No valid revisions found for method, asked for {revision}.")
        if request.mimetype != (operation["content_type"] or ""):
            return error(415, "unsupported_media_type", f"Content-Type must be {operation['content_type']}.")
        if request.mimetype == JSON_API and len(request.get_data()) > MAX_BODY_BYTES:
            return error(413, "payload_too_large", f"The body is larger than {MAX_BODY_BYTES:,} bytes.")
        wait, headers = self.count_request(operation)
        if wait:
            response = error(429, "throttled", f"Too many requests, try again in {wait} s.")
            response.headers["Retry-After"] = str(wait)
            return response
        schema = load_schema(operation)
        errors = [*find_query_errors(request, operation, schema), *find_body_errors(request, schema)]
        if errors:
            response = error_document(400, errors)
        else:
            try:
                response = success(operation, self.jobs.answer(name, values, request))
            except KeyError:
                response = error(404, "not_found", "There is no such job.")
        response.headers.update(headers)
        return response

    def count_request(self, operation: Operation) -> tuple[int, dict[str, str]]:
        """Count a request. Returns the seconds to wait if a limit is reached, else 0 and the rate limit headers."""
        windows = [parse_rate(rate) for rate in operation["rate_limits"].values()]
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


def parse_rate(rate: str) -> limits.RateLimitItem:
    """Return a rate such as `150/m`."""
    amount, period = rate.split("/")
    return limits.parse(f"{amount}/{PERIODS[period]}")


def success(operation: Operation, document: dict[str, Any] | None) -> Response:
    status = operation["success"]["status"]
    if operation["success"]["content"]:
        return Response(json.dumps(document or {"data": []}), status, content_type=JSON_API)
    return Response(status=status)


def find_query_errors(request: Request, operation: Operation, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return an error object for each query parameter that is unknown, missing or invalid."""
    errors = []
    for name in request.args.keys() - operation["query"].keys():
        errors.append(error_object(400, "invalid", f"{name} is not a parameter of this endpoint.", {"parameter": name}))
    for name, argument in operation["query"].items():
        if name in request.args:
            subschema = schema["properties"][argument]
            faults = Draft202012Validator(subschema).iter_errors(parse_query_value(request.args[name], subschema))
            errors += [error_object(400, "invalid", fault.message[:200], {"parameter": name}) for fault in faults]
        elif argument in schema["required"]:
            errors.append(error_object(400, "invalid", f"{name} is missing.", {"parameter": name}))
    return errors


def parse_query_value(text: str, schema: dict[str, Any]) -> Any:
    """Return the value of a query parameter."""
    match schema["type"]:
        case "array":
            return text.split(",")
        case "integer":
            return int(text) if text.isdecimal() else text
    return text


def find_body_errors(request: Request, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return an error object for each fault of the body."""
    if request.mimetype == "multipart/form-data":
        return [] if request.files else [error_object(400, "invalid", "The file is missing.")]
    if "body" not in schema["properties"]:
        return [] if not request.get_data() else [error_object(400, "invalid", "This endpoint has no body.")]
    try:
        body = json.loads(request.get_data())
    except ValueError as fault:
        return [error_object(400, "invalid", f"The body is not JSON: {fault}")]
    validator = Draft202012Validator({"$defs": schema.get("$defs", {}), **schema["properties"]["body"]})
    return [describe_fault(fault) for fault in validator.iter_errors(body)]


def describe_fault(fault: ValidationError) -> dict[str, Any]:
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
