"""The local page of forms: serves schemas and runs scripts, for no other page than the one that it served."""

import contextlib
import io
import json
import os
import secrets
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from workbench.collection import ROOT, Operation, load_index, load_operation, load_schema, load_script
from workbench.loopback import LoopbackServer
from workbench.sandbox import API_KEY, Received, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIEnvironment

FOLDER = Path(__file__).parent
NODE_MODULES = ROOT / "workbench/node_modules"
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"


def bundle(source: Path, to: Path) -> None:
    """Write the script of a page, with all that it imports, to one file."""
    command = [
        str(NODE_MODULES / ".bin/esbuild"),
        str(source),
        "--bundle",
        "--jsx=automatic",
        "--minify",
        "--log-level=error",
    ]
    command += ['--define:process.env.NODE_ENV="production"', f"--outfile={to}"]
    subprocess.run(command, env=os.environ | {"NODE_PATH": str(NODE_MODULES)}, check=True)  # noqa: S603


class Forms(LoopbackServer):
    """A context manager that serves the page at `url` and runs scripts against its own sandbox.

    `script`: the bundled page. `key`: a private API key; with it, the page has a switch to send to Klaviyo.
    `state`: a file for the resources of the sandbox.
    """

    def __init__(self, script: bytes, key: str | None = None, state: str = ":memory:") -> None:
        super().__init__(self._serve)
        self.token = secrets.token_urlsafe()
        self.sandbox = Sandbox(state=state)
        self._script = script
        self._key = key
        self._one_at_a_time = threading.Lock()
        pages = ("/", self._page), ("/page.js", self._javascript), ("/page.css", self._css)
        guarded = ("/operations", self._operations), ("/schemas/<name>", self._schema)
        self._routes = Map(
            [
                *(Rule(path, endpoint=(answer, False), methods=["GET"]) for path, answer in pages),
                *(Rule(path, endpoint=(answer, True), methods=["GET"]) for path, answer in guarded),
                Rule("/run", endpoint=(self._run, True), methods=["POST"]),
            ]
        )

    def __enter__(self) -> "Forms":
        self.sandbox.__enter__()
        super().__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        self.sandbox.__exit__(*error)

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        request = Request(environ)
        try:
            # Any other Host is a website whose name was pointed to this machine (DNS rebinding).
            if request.headers.get("Host") != self.url.removeprefix("http://"):
                raise Forbidden("Not the address of this page")
            (answer, is_guarded), values = self._routes.bind_to_environ(environ).match()
            if is_guarded:
                self._guard(request)
            response: Response = answer(request, **values)
        except HTTPException as error:
            response = Response(f"{error.description}", error.code, content_type="text/plain; charset=utf-8")
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-store"
        return response(environ, start_response)

    def _guard(self, request: Request) -> None:
        """Accept only requests of the page itself: it has the token, and browsers send the origin."""
        if not secrets.compare_digest(request.headers.get("X-Token", ""), self.token):
            raise Forbidden("Not from this page")
        if request.headers.get("Origin", self.url) != self.url:
            raise Forbidden("From another site")

    def _page(self, request: Request) -> Response:
        template = jinja2.Template((FOLDER / "page.html").read_text(encoding="utf-8"), autoescape=True)
        page = template.render(config={"token": self.token, "live": self._key is not None})
        return Response(page, content_type="text/html; charset=utf-8")

    def _javascript(self, request: Request) -> Response:
        return Response(self._script, content_type="text/javascript; charset=utf-8")

    def _css(self, request: Request) -> Response:
        return Response((FOLDER / "page.css").read_bytes(), content_type="text/css; charset=utf-8")

    def _operations(self, request: Request) -> Response:
        return json_response([list_entry(operation) for operation in load_index()["operations"]])

    def _schema(self, request: Request, name: str) -> Response:
        operation = find_operation(name)
        return json_response(
            {"method": operation["method"], "path": operation["path"], "schema": load_schema(operation)}
        )

    def _run(self, request: Request) -> Response:
        match request.get_json():
            case {"operation": str(name), "arguments": dict(arguments), "live": bool(live)}:
                operation = find_operation(name)
            case _:
                raise BadRequest("Expected operation, arguments and live")
        if live and self._key is None:
            raise BadRequest("KLAVIYO_API_KEY is not set")
        if unknown := arguments.keys() - load_schema(operation)["properties"]:
            raise BadRequest(f"There is no argument {', '.join(sorted(unknown))}")
        with self._one_at_a_time:
            return json_response(self._run_script(operation, arguments, live))

    def _run_script(self, operation: Operation, arguments: dict[str, Any], live: bool) -> dict[str, Any]:
        """Return `sent` (the requests to the sandbox), `log`, and `answer` or `error`."""
        script, key = load_script(operation), self._key if live and self._key else API_KEY
        if not live:
            script.API = self.sandbox.url
        self.sandbox.received.clear()
        # What is missing arrives as None, as in Windmill.
        arguments = dict.fromkeys(load_schema(operation)["required"]) | arguments
        arguments |= {"auth": {"apiKey": key}} if operation["needs_key"] else {}
        outcome: dict[str, Any] = {}
        with contextlib.redirect_stderr(io.StringIO()) as log:
            try:
                outcome["answer"] = script.main(**arguments)
            except (script.InvalidInput, script.KlaviyoError) as error:
                outcome["error"] = {
                    "name": type(error).__name__,
                    "message": str(error),
                    "places": find_places(error, operation),
                }
        sent = [describe_request(received, key) for received in self.sandbox.received]
        return {"sent": sent, "log": log.getvalue(), **outcome}


def find_operation(name: str) -> Operation:
    try:
        return load_operation(name)
    except KeyError:
        raise NotFound(f"There is no operation {name}") from None


def list_entry(operation: Operation) -> dict[str, Any]:
    text = load_schema(operation)["description"].partition("\n\n")[0]
    return {
        "operation": operation["operation"],
        "category": operation["category"],
        "path": operation["path"],
        "summary": text,
    }


def json_response(value: Any) -> Response:
    return Response(json.dumps(value), content_type="application/json")


def describe_request(received: Received, key: str) -> dict[str, Any]:
    names = ("Authorization", "revision", "Accept", "Content-Type")
    return {
        "method": received.method,
        "target": received.target,
        "headers": [(name, value.replace(key, "***")) for name, value in received.headers if name in names],
        "body": received.body[:100_000].decode(errors="replace").replace(key, "***"),
        "status": received.status,
    }


def find_places(error: Any, operation: Operation) -> list[dict[str, Any]]:
    """Return the message of each fault and the path to its field in the form, as `message` and `at`."""
    places: list[dict[str, Any]] = []
    for fault in getattr(error, "faults", []):
        places.append({"at": split_pointer(fault["pointer"]), "message": f"expected {fault['expected']}"})
    for entry in getattr(error, "errors", []):
        source = entry.get("source") or {}
        message = str(entry.get("detail") or entry.get("title") or "Refused by Klaviyo")
        if source.get("pointer"):
            places.append({"at": ["body", *split_pointer(source["pointer"])], "message": message})
        elif source.get("parameter") in operation["query"]:
            places.append({"at": [operation["query"][source["parameter"]]], "message": message})
    return places


def split_pointer(pointer: str) -> list[str | int]:
    """Return the parts of a JSON pointer, positions in lists as numbers."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.strip("/").split("/")]
    return [int(part) if part.isdecimal() else part for part in parts if part]
