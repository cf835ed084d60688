"""The page of forms: gives out schemas, runs scripts. Nobody but the page that it served can make it run anything."""

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
MODULES = ROOT / "workbench/node_modules"
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"


def bundle(source: Path, to: Path) -> None:
    """One script of a page and all that it imports."""
    command = [
        str(MODULES / ".bin/esbuild"),
        str(source),
        "--bundle",
        "--jsx=automatic",
        "--minify",
        "--log-level=error",
    ]
    command += ['--define:process.env.NODE_ENV="production"', f"--outfile={to}"]
    subprocess.run(command, env=os.environ | {"NODE_PATH": str(MODULES)}, check=True)  # noqa: S603


class Forms(LoopbackServer):
    """A context manager: the page at `url`, its scripts running against a sandbox of its own.

    `script`: the bundled page; `key`: Klaviyo's private API key, with which the page may be switched to Klaviyo itself.
    """

    def __init__(self, script: bytes, key: str | None = None) -> None:
        super().__init__(self._serve)
        self.token = secrets.token_urlsafe()
        self.sandbox = Sandbox()
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
            # Another name for this machine in Host is a site that has its name lead here.
            if request.headers.get("Host") != self.url.removeprefix("http://"):
                raise Forbidden("not the address of this page")
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
        """Only the page itself: it knows the token, and a browser says where a request comes from."""
        if not secrets.compare_digest(request.headers.get("X-Token", ""), self.token):
            raise Forbidden("not from this page")
        if request.headers.get("Origin", self.url) != self.url:
            raise Forbidden("from another site")

    def _page(self, request: Request) -> Response:
        template = jinja2.Template((FOLDER / "page.html").read_text(encoding="utf-8"), autoescape=True)
        page = template.render(config={"token": self.token, "live": self._key is not None})
        return Response(page, content_type="text/html; charset=utf-8")

    def _javascript(self, request: Request) -> Response:
        return Response(self._script, content_type="text/javascript; charset=utf-8")

    def _css(self, request: Request) -> Response:
        return Response((FOLDER / "page.css").read_bytes(), content_type="text/css; charset=utf-8")

    def _operations(self, request: Request) -> Response:
        return answered([listed(operation) for operation in load_index()["operations"]])

    def _schema(self, request: Request, name: str) -> Response:
        operation = named(name)
        return answered({"method": operation["method"], "path": operation["path"], "schema": load_schema(operation)})

    def _run(self, request: Request) -> Response:
        asked = request.get_json()
        match asked:
            case {"operation": str(name), "arguments": dict(arguments), "live": bool(live)}:
                operation = named(name)
            case _:
                raise BadRequest("expected operation, arguments and live")
        if live and self._key is None:
            raise BadRequest("there is no KLAVIYO_API_KEY")
        with self._one_at_a_time:
            return answered(self._outcome(operation, arguments, live))

    def _outcome(self, operation: Operation, arguments: dict[str, Any], live: bool) -> dict[str, Any]:
        """What the script did: `sent` (to the sandbox), `log`, and `answer` or `error`."""
        script, key = load_script(operation), self._key if live and self._key else API_KEY
        if not live:
            script.API = self.sandbox.url
        self.sandbox.received.clear()
        # What is missing arrives as None, as in Windmill; a key comes from here alone.
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
                    "places": places(error, operation),
                }
            except TypeError as error:  # an argument that main does not have
                outcome["error"] = {"name": "TypeError", "message": str(error).replace(key, "***"), "places": []}
        sent = [shown(received, key) for received in self.sandbox.received]
        return {"sent": sent, "log": log.getvalue(), **outcome}


def named(name: str) -> Operation:
    try:
        return load_operation(name)
    except KeyError:
        raise NotFound(f"no operation {name}") from None


def listed(operation: Operation) -> dict[str, Any]:
    text = load_schema(operation)["description"].partition("\n\n")[0]
    return {
        "operation": operation["operation"],
        "category": operation["category"],
        "path": operation["path"],
        "summary": text,
    }


def answered(value: Any) -> Response:
    return Response(json.dumps(value), content_type="application/json")


def shown(received: Received, key: str) -> dict[str, Any]:
    names = ("Authorization", "revision", "Accept", "Content-Type")
    return {
        "method": received.method,
        "target": received.target,
        "headers": [(name, value.replace(key, "***")) for name, value in received.headers if name in names],
        "body": received.body[:100_000].decode(errors="replace").replace(key, "***"),
        "status": received.status,
    }


def places(error: Any, operation: Operation) -> list[dict[str, Any]]:
    """Where in the form the faults are: `at`, the way to the field, and `message`."""
    found = []
    for fault in getattr(error, "faults", []):
        found.append({"at": steps(fault["pointer"]), "message": f"expected {fault['expected']}"})
    for entry in getattr(error, "errors", []):
        source = entry.get("source") or {}
        message = str(entry.get("detail") or entry.get("title") or "refused by Klaviyo")
        if source.get("pointer"):
            found.append({"at": ["body", *steps(source["pointer"])], "message": message})
        elif source.get("parameter") in operation["query"]:
            found.append({"at": [operation["query"][source["parameter"]]], "message": message})
    return found


def steps(pointer: str) -> list[str | int]:
    """A JSON pointer in its parts, list positions as numbers."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.strip("/").split("/")]
    return [int(part) if part.isdecimal() else part for part in parts if part]
