"""A local server that answers the Windmill CLI and records what it would deploy; its workspace fills as it is pushed to."""

import io
import json
import threading
import zipfile
from types import TracebackType
from typing import Any, Self

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response


class WindmillServer:
    """A context manager. `files`: the workspace as its tarball has it. `calls`: every call that is no GET, in order."""

    def __init__(self, files: dict[str, str] | None = None) -> None:
        self.files = dict(files or {})
        self.calls: list[tuple[str, str, Any]] = []
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
        path = request.path.removeprefix("/api").removeprefix("/w/test")
        response = self._get(path) if request.method == "GET" else self._change(request, path)
        return response(environ, start_response)

    def _get(self, path: str) -> Response:
        match path:
            case "/version":
                return Response("CE v1.819.0")
            case "/users/whoami":
                return as_json(
                    {"email": "a@example.com", "username": "a", "is_admin": True, "groups": [], "folders": []}
                )
            case "/workspaces/tarball":
                return Response(zipped(self.files), content_type="application/zip")
            case _ if "/get" in path:
                return as_json({}, 404)
            case _:
                return as_json([])

    def _change(self, request: Request, path: str) -> Response:
        content = request.get_json(silent=True)
        self.calls.append((request.method, path, content))
        match path:
            case "/scripts/create":
                self._create_script(content)
            case "/folders/create":
                self.files[f"f/{content['name']}/folder.meta.json"] = json.dumps(without(content, "name"))
            case "/resources/type/create":
                self.files[f"{content['name']}.resource-type.json"] = json.dumps(without(content, "name"))
        return as_json("hash", 201)

    def _create_script(self, script: dict[str, Any]) -> None:
        self.files[f"{script['path']}.py"] = script["content"]
        kept = {name: script[name] for name in ("summary", "description", "schema", "lock", "kind")}
        self.files[f"{script['path']}.script.json"] = json.dumps(kept)


class QuietHandler(WSGIRequestHandler):
    def log(self, *_: Any) -> None:
        pass


def as_json(content: Any, status: int = 200) -> Response:
    return Response(json.dumps(content), status, content_type="application/json")


def without(content: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != name}


def zipped(files: dict[str, str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in (files or {"README": ""}).items():
            file.writestr(name, content)
    return archive.getvalue()
