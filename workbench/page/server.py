"""The local page of forms: serves schemas and runs scripts, for no other page than the one that it served."""

import contextlib
import json
import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import send_file
from werkzeug.wrappers import Request, Response

from workbench.collection import load_index
from workbench.loopback import LoopbackServer
from workbench.page.confirmations import Confirmations
from workbench.page.files import Files
from workbench.page.progress import Progress
from workbench.page.running import MASK, Runner, replace_text
from workbench.page.scripts import Script, describe_script, get_script, is_read, list_scripts
from workbench.sandbox import API_KEY, Sandbox
from workbench.search import load_synonyms

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

FOLDER = Path(__file__).parent
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
MAX_LISTED = 200  # resources of a type


class Forms(LoopbackServer):
    """A context manager that serves the page at `url` and runs scripts against its own sandbox.

    `script`, `style`: the bundled page. `key`: a private API key; with it, the page has a switch to send to Klaviyo.
    `state`: a file for the resources of the sandbox. `klaviyo`: the address that the switch sends to.
    """

    def __init__(
        self,
        script: bytes,
        style: bytes = b"",
        *,
        key: str | None = None,
        state: str = ":memory:",
        klaviyo: str = "https://a.klaviyo.com",
    ) -> None:
        super().__init__(self._serve)
        self.token = secrets.token_urlsafe()
        self.sandbox = Sandbox(state=state)
        self._secret = secrets.token_urlsafe()
        self._script, self._style = script, style
        self._key = (key or "").strip() or None
        self._klaviyo = klaviyo
        self._account: dict[str, Any] | None = None
        self._confirmations = Confirmations()
        self._runs: dict[str, Progress] = {}
        self._stack = contextlib.ExitStack()
        pages = [("/", self._page), ("/page.js", self._javascript), ("/page.css", self._css)]
        guarded = [
            ("GET", "/operations", self._operations),
            ("GET", "/schemas/<name>", self._schema),
            ("POST", "/preview", self._preview),
            ("POST", "/choices", self._choices),
            ("POST", "/confirmations", self._confirm),
            ("POST", "/dry-run", self._dry_run),
            ("POST", "/run", self._run),
            ("GET", "/runs/<id_>", self._read_progress),
            ("POST", "/runs/<id_>/stop", self._stop_run),
            ("GET", "/account", self._read_account),
            ("GET", "/sandbox", self._count_resources),
            ("GET", "/sandbox/<type_>", self._list_resources),
            ("POST", "/sandbox", self._reset_sandbox),
            ("POST", "/files", self._upload),
            ("GET", "/files/<name>", self._download),
        ]
        self._routes = Map(
            [
                *(Rule(path, endpoint=(answer, False), methods=["GET"]) for path, answer in pages),
                *(Rule(path, endpoint=(answer, True), methods=[method]) for method, path, answer in guarded),
            ],
            merge_slashes=False,
        )

    @property
    def address(self) -> str:
        """The address to open: with a secret, so that no other program of this machine gets the page and its token."""
        return f"{self.url}/?secret={self._secret}"

    def __enter__(self) -> "Forms":
        with contextlib.ExitStack() as stack:
            stack.enter_context(self.sandbox)
            self._files = Files(Path(stack.enter_context(tempfile.TemporaryDirectory())))
            self._runner = stack.enter_context(Runner(self.sandbox, self._files, self._klaviyo))
            self._stack = stack.pop_all()
        super().__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        self._stack.close()

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        try:
            response = self._respond(Request(environ))
        except HTTPException as error:
            response = self._error(error.code or 500, error.name, str(error.description))
        except Exception as error:  # a page can show only JSON
            response = self._error(500, type(error).__name__, str(error))
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response(environ, start_response)

    def _respond(self, request: Request) -> Response:
        # Any other Host is a website whose name was pointed to this machine (DNS rebinding).
        if request.headers.get("Host") != self.url.removeprefix("http://"):
            raise Forbidden("Not the address of this page")
        (answer, is_guarded), values = self._routes.bind_to_environ(request.environ).match()
        if is_guarded:
            self._guard(request)
        response: Response = answer(request, **values)
        return response

    def _guard(self, request: Request) -> None:
        """Accept only requests of the page itself: it has the token, and browsers send the origin."""
        if not is_same(request.headers.get("X-Token", ""), self.token):
            raise Forbidden("Not from this page")
        if request.headers.get("Origin", self.url) != self.url:
            raise Forbidden("From another site")

    def _error(self, status: int, name: str, message: str) -> Response:
        return json_response(self._without_keys({"error": {"name": name, "message": message, "places": []}}), status)

    def _without_keys(self, value: Any) -> Any:
        return replace_text(value, {key: MASK for key in (API_KEY, self._key) if key})

    def _page(self, request: Request) -> Response:
        """Return the page to a browser with the cookie, which it gets at the address that has the secret."""
        cookie = f"secret-{self._server.port}"  # browsers send the cookies of all ports
        if is_same(request.args.get("secret", ""), self._secret):
            response = Response(status=303, headers={"Location": "/"})
            response.set_cookie(cookie, self._secret, httponly=True, samesite="Strict")
            return response
        if not is_same(request.cookies.get(cookie, ""), self._secret):
            raise Forbidden("Open the address that make page has printed")
        template = jinja2.Template((FOLDER / "page.html").read_text(encoding="utf-8"), autoescape=True)
        page = template.render(config={"token": self.token, "live": self._key is not None})
        return Response(page, content_type="text/html; charset=utf-8")

    def _javascript(self, request: Request) -> Response:
        return Response(self._script, content_type="text/javascript; charset=utf-8")

    def _css(self, request: Request) -> Response:
        return Response(self._style, content_type="text/css; charset=utf-8")

    def _operations(self, request: Request) -> Response:
        revision = load_index()["revision"]
        facts = {"revision": revision, "live": self._key is not None, "synonyms": load_synonyms()}
        return json_response({**facts, "operations": list_scripts()})

    def _schema(self, request: Request, name: str) -> Response:
        return json_response(describe_script(find_script(name)))

    def _preview(self, request: Request) -> Response:
        match read_json(request):
            case {"operation": str(name), "arguments": dict(arguments)}:
                script = find_script(name, arguments)
            case _:
                raise BadRequest("Expected operation and arguments")
        return self._outcome(self._runner.preview(script, arguments))

    def _choices(self, request: Request) -> Response:
        match read_json(request):
            case {"operation": str(name), "argument": str(argument), "typed": str(typed), "live": bool(live)}:
                script = find_script(name)
            case _:
                raise BadRequest("Expected operation, argument, typed and live")
        if argument not in script.pickers:
            raise BadRequest(f"{argument} of {name} is not chosen from a list")
        key = self._live_key() if live else None
        return json_response(self._without_keys(self._runner.list_choices(script, argument, typed, key)))

    def _run(self, request: Request) -> Response:
        script, arguments, live, body = read_run(request)
        if live and not (is_read(script) or arguments.get("dry_run") is True):
            self._confirmations.use(body.get("confirmation"), script.name, arguments)
        progress, id_ = Progress(), str(body.get("run", ""))
        self._runs[id_] = progress
        try:
            return self._outcome(self._execute(script, arguments, live, progress))
        finally:
            self._runs.pop(id_, None)

    def _dry_run(self, request: Request) -> Response:
        """Say what an import would send. It only reads, so a live one needs no confirmation."""
        script, arguments, live, _ = read_run(request)
        if "dry_run" not in script.schema["properties"]:
            raise BadRequest(f"{script.name} has no dry run")
        return self._outcome(self._execute(script, arguments | {"dry_run": True}, live, Progress()))

    def _execute(self, script: Script, arguments: dict[str, Any], live: bool, progress: Progress) -> dict[str, Any]:
        if live:
            return self._runner.run_live(script, arguments, self._live_key(), progress)
        return self._runner.run_in_sandbox(script, arguments, progress)

    def _confirm(self, request: Request) -> Response:
        """Prepare a live run: the response says what it would do, and has the token that it needs."""
        match read_json(request):
            case {"operation": str(name), "arguments": dict(arguments)}:
                script = find_script(name, arguments)
            case _:
                raise BadRequest("Expected operation and arguments")
        prepared = self._runner.prepare(script, arguments, self._live_key())
        return json_response(self._without_keys({"token": self._confirmations.add(name, arguments), **prepared}))

    def _read_progress(self, request: Request, id_: str) -> Response:
        """Return how far a run has come; nothing if it has not begun, or has ended."""
        return json_response(self._runs[id_].shown if id_ in self._runs else {})

    def _stop_run(self, request: Request, id_: str) -> Response:
        if id_ in self._runs:
            self._runs[id_].stop()
        return json_response({})

    def _outcome(self, outcome: dict[str, Any]) -> Response:
        """Return the response to a run, also if its answer cannot be written as JSON: it may have changed something."""
        try:
            return json_response(self._without_keys(outcome))
        except (RecursionError, ValueError) as error:
            del outcome["answer"]
            message = f"The response cannot be shown: {error}"
            return json_response(
                self._without_keys(
                    {
                        **outcome,
                        "error": {"name": type(error).__name__, "message": message, "status": None, "places": []},
                    }
                )
            )

    def _live_key(self) -> str:
        if self._key is None:
            raise BadRequest("KLAVIYO_API_KEY is not set")
        return self._key

    def _read_account(self, request: Request) -> Response:
        account = self._account or self._without_keys(self._runner.read_account(self._live_key()))
        if "error" not in account:
            self._account = account
        return json_response(account)

    def _count_resources(self, request: Request) -> Response:
        counts = self.sandbox.count_resources()
        return json_response([{"type": type_, "count": count} for type_, count in counts.items()])

    def _list_resources(self, request: Request, type_: str) -> Response:
        resources = self.sandbox.newest_resources(type_, MAX_LISTED)
        return json_response([{"type": type_, "id": entry.id, "attributes": entry.attributes} for entry in resources])

    def _reset_sandbox(self, request: Request) -> Response:
        match read_json(request):
            case {"action": "empty"}:
                self._runner.reset(self.sandbox.empty_account)
            case {"action": "start over"}:
                self._runner.reset(self.sandbox.reset_account)
            case _:
                raise BadRequest("Expected action: empty or start over")
        return self._count_resources(request)

    def _upload(self, request: Request) -> Response:
        return json_response(self._files.save(request.args.get("name", ""), request.stream))

    def _download(self, request: Request, name: str) -> Response:
        path = self._files.find(name)
        return send_file(path, request.environ, as_attachment=True, download_name=path.name)


def is_same(text: str, secret: str) -> bool:
    """Compare in a time that does not depend on where they differ."""
    return secrets.compare_digest(text.encode(), secret.encode())


def read_json(request: Request) -> Any:
    """Return the JSON of a request. Raises BadRequest."""
    try:
        return json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"The request is not JSON: {error}") from None


def read_run(request: Request) -> tuple[Script, dict[str, Any], bool, dict[str, Any]]:
    """Return script, arguments, whether it is live, and the whole body of a request to run a script."""
    match body := read_json(request):
        case {"operation": str(name), "arguments": dict(arguments), "live": bool(live)}:
            return find_script(name, arguments), arguments, live, body
    raise BadRequest("Expected operation, arguments and live")


def find_script(name: str, arguments: Iterable[str] = ()) -> Script:
    """Return a script that has these arguments. Raises NotFound or BadRequest."""
    try:
        script = get_script(name)
    except KeyError:
        raise NotFound(f"There is no operation {name}") from None
    if unknown := set(arguments) - script.schema["properties"].keys():
        raise BadRequest(f"There is no argument {', '.join(sorted(unknown))}")
    return script


def json_response(value: Any, status: int = 200) -> Response:
    # Escapes what is not ASCII: half a surrogate pair has no encoding.
    return Response(json.dumps(value, allow_nan=False), status, content_type="application/json")
