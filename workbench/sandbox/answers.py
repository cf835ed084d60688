"""Klaviyo's documented answers to a request, made from `schemas/index.json` and the schemas alone."""

import functools
import json
import math
import re
import threading
import time
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import limits
from jsonschema import Draft202012Validator, ValidationError
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from workbench.collection import Index, Operation
from workbench.sandbox.account import start_account
from workbench.sandbox.checks import FORMATS, find_faults
from workbench.sandbox.facts import JSON, load_facts, load_json, shapes_of
from workbench.sandbox.jobs import ImportJobs
from workbench.sandbox.reads import Reading, document, example_of, page_of_errors, read
from workbench.sandbox.refusals import Refusal
from workbench.sandbox.reports import REPORTS
from workbench.sandbox.store import Resource, Store
from workbench.sandbox.webhooks import Delivery, Webhooks
from workbench.sandbox.writes import write

JSON_API = "application/vnd.api+json"
MAX_BODY_BYTES = 5_000_000
MAX_PENDING = 50_000_000  # bytes of bulk requests that wait to be stored
MAX_EVENTS = 20_000  # that bulk requests can add between two other requests; those beyond are not remembered
STATUS = "sandbox.status"  # in the environment of a request: the status of a success that has several
PERIODS = {"s": "second", "m": "minute", "h": "hour", "d": "day"}


class Klaviyo:
    """A Klaviyo account. Its state: what is in the store, and how much of the rate limits has been used.

    Bulk requests cost next to nothing, as in Klaviyo: what they bring is stored when another request is answered.
    """

    def __init__(self, index: Index, api_key: str, token: str, state: str | None, account: bool) -> None:
        self.revision = index["revision"]
        self.api_key = api_key
        key, access_token = re.escape(api_key), re.escape(token)
        self.authorization = re.compile(f"Klaviyo-API-Key {key}(_[0-9a-f]+)?|Bearer {access_token}")
        self.operations = {operation["operation"]: operation for operation in index["operations"]}
        self.state, self.has_account = state, account
        self.jobs = ImportJobs(lambda: self.store)
        self.webhooks = Webhooks()
        self.lock = threading.Lock()
        self.limiter = limits.strategies.MovingWindowRateLimiter(limits.storage.MemoryStorage())

    @functools.cached_property
    def routes(self) -> Map:
        rules = [
            Rule(
                operation["path"].replace("{", "<").replace("}", ">"),
                methods=[operation["method"]],
                endpoint=operation["operation"],
            )
            for operation in self.operations.values()
        ]
        return Map(rules, strict_slashes=False)

    @functools.cached_property
    def store(self) -> Store:
        store = Store(load_facts(), self.state or ":memory:")
        if store.is_empty():
            start_account(store, filled=self.has_account)
        return store

    def close(self) -> None:
        """Write what is to be remembered to the file, if there is one."""
        if self.state not in (None, ":memory:"):
            with self.lock, self.store.database:
                self.settle()
            self.store.database.close()

    def reset_account(self, *, filled: bool) -> None:
        """Forget all resources, jobs and their settings, and start with the shop or with nothing."""
        with self.lock:
            self.jobs.clear()
            start_account(self.store, filled=filled)

    def account_id(self) -> str:
        """Return the ID of the account: the same as long as its state lasts and nobody resets it."""
        with self.lock:
            return self.store.account_id

    def count_resources(self) -> dict[str, int]:
        """Return how many resources of each type there are."""
        with self.lock, self.store.database:
            self.settle()
            return self.store.count_by_type()

    def newest_resources(self, type_: str, count: int) -> list[Resource]:
        """Return at most `count` resources of a type, newest first."""
        with self.lock, self.store.database:
            self.settle()
            return self.store.newest(type_, count)

    def collect_webhooks(self) -> list[Delivery]:
        """Return what is to be sent to webhooks for the events since the last call."""
        with self.lock, self.store.database:
            self.settle()
            return self.webhooks.collect(self.store)

    def add(self, type_: str, resources: Iterable[tuple[str, JSON]]) -> None:
        """Store resources, by id and attributes."""
        with self.lock, self.store.database:
            self.store.put_all(type_, resources)

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
        header = request.headers.get("Authorization")
        if not (self.authorization.fullmatch(header or "") if operation["needs_key"] else header is None):
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
        schema = load_json(operation["schema"])
        errors = [*find_query_errors(request, operation, schema), *find_body_errors(request, operation, values, schema)]
        if errors:
            response = error_document(400, errors)
        else:
            try:
                response = success(operation, self.respond(operation, values, path, request))
                response.status_code = request.environ.get(STATUS, response.status_code)
            except Refusal as refusal:
                response = error_document(refusal.status, [refusal_object(refusal)])
        response.headers.update(headers)
        return response

    def respond(self, operation: Operation, values: Mapping[str, str], path: str, request: Request) -> JSON | None:
        """Do what a valid request asks for. Returns the document of the answer, if it has one. Raises Refusal."""
        if self.state is None:
            return example_of(operation) if operation["success"]["content"] else None
        if "event-bulk-create" in path:
            with self.lock, self.store.database:
                self.accept(operation, request.get_data())
            return None
        with self.lock, self.store.database:
            values = {name: unquote(value) for name, value in values.items()}
            reading = Reading(self.store, operation, path, request.args)
            resource = None
            match operation["operation"]:
                case "get_bulk_import_profiles_job":
                    self.jobs.poll(values["job_id"])
                case "get_errors_for_bulk_import_profiles_job":
                    return page_of_errors(reading, self.jobs.errors(values["id"]))
                case "bulk_import_profiles":
                    resource = self.jobs.start(json.loads(request.get_data())["data"])
                case name if name in REPORTS:
                    self.settle()
                    report = example_of(operation)
                    data = REPORTS[name](self.store, read_body(request)["data"])
                    return report | {"data": report["data"] | {"attributes": data}}
                case _:
                    self.settle()
                    if operation["method"] != "GET":
                        resource = write(self.store, operation, values, read_body(request))
            if operation["method"] == "GET":
                return read(reading, values)
            if not operation["success"]["content"]:
                return None
            if resource is not None and resource.is_new:
                request.environ[STATUS] = 201
            known = resource is not None and resource.type in shapes_of(operation)
            return document(reading, resource) if known else example_of(operation)

    def accept(self, operation: Operation, body: bytes) -> None:
        """Keep a bulk request, whose events are stored later."""
        database = self.store.database
        [size] = database.execute("SELECT coalesce(sum(length(body)), 0) FROM accepted").fetchone()
        if size < MAX_PENDING:
            database.execute("INSERT INTO accepted (operation, body) VALUES (?, ?)", (operation["operation"], body))

    def settle(self) -> None:
        """Store what bulk requests have brought."""
        self.jobs.settle()
        limit = self.store.count("event") + MAX_EVENTS
        for number, name, body in self.store.database.execute("SELECT * FROM accepted ORDER BY number").fetchall():
            if self.store.count("event") < limit:
                write(self.store, self.operations[name], {}, json.loads(body))
            self.store.database.execute("DELETE FROM accepted WHERE number = ?", (number,))

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
        return Response(json.dumps(document), status, content_type=JSON_API)
    return Response(status=status)


def read_body(request: Request) -> JSON:
    """Return the body of a valid request; a form as the resource that it describes."""
    if request.mimetype == "multipart/form-data":
        name = request.form.get("name") or request.files["file"].filename
        return {"data": {"type": "image", "attributes": {"name": name, "hidden": request.form.get("hidden") == "true"}}}
    body: JSON = json.loads(request.get_data() or "{}")
    return body


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


def find_body_errors(
    request: Request, operation: Operation, values: Mapping[str, str], schema: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return an error object for each fault of the body."""
    if request.mimetype == "multipart/form-data":
        return [] if request.files else [error_object(400, "invalid", "The file is missing.")]
    if "body" not in schema["properties"]:
        return [] if not request.get_data() else [error_object(400, "invalid", "This endpoint has no body.")]
    try:
        body = json.loads(request.get_data())
    except ValueError as fault:
        return [error_object(400, "invalid", f"The body is not JSON: {fault}")]
    definitions = {"$defs": schema.get("$defs", {})}
    validator = Draft202012Validator(definitions | schema["properties"]["body"], format_checker=FORMATS)
    if errors := [describe_fault(fault) for fault in validator.iter_errors(body)]:
        return errors
    values = {name: unquote(value) for name, value in values.items()}
    faults = find_faults(operation, values, body)
    return [error_object(400, "invalid", detail, {"pointer": pointer}) for pointer, detail in faults]


def describe_fault(fault: ValidationError) -> dict[str, Any]:
    pointer = "".join(f"/{part}" for part in fault.absolute_path)
    return error_object(400, "invalid", fault.message[:200], {"pointer": pointer})


def error(status: int, code: str, detail: str) -> Response:
    return error_document(status, [error_object(status, code, detail)])


def error_document(status: int, errors: list[dict[str, Any]]) -> Response:
    return Response(json.dumps({"errors": errors}), status, content_type=JSON_API)


def error_object(status: int, code: str, detail: str, source: dict[str, str] | None = None) -> dict[str, Any]:
    return refusal_object(Refusal(status, code, detail, source))


def refusal_object(refusal: Refusal) -> dict[str, Any]:
    return refusal.describe() | {
        "status": refusal.status,
        "source": refusal.source or {"pointer": "/data/"},
        "links": {},
        "meta": refusal.meta,
    }
