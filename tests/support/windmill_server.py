"""A local server that answers Windmill's CLI, records its calls and keeps what it deploys."""

import copy
import io
import json
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

from tests.support.flow_run import iterate_modules
from workbench.loopback import LoopbackServer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class WindmillServer(LoopbackServer):
    """A context manager. `files`: the workspace as in its tarball. `calls`: every call that is not a GET, in order."""

    def __init__(self, files: dict[str, str]) -> None:
        super().__init__(self._serve)
        self.files = dict(files)
        self.calls: list[tuple[str, str, Any]] = []

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        path = request.path.removeprefix("/api").removeprefix("/w/test")
        response = self._get(path) if request.method == "GET" else self._change(request, path)
        return response(environ, start_response)

    def _get(self, path: str) -> Response:
        match path:
            case "/version":
                return Response("CE v1.819.0")
            case "/users/whoami":
                user = {"email": "a@example.com", "username": "a", "is_admin": True, "groups": [], "folders": []}
                return json_response(user)
            case "/workspaces/tarball":
                return Response(zip_files(self.files), content_type="application/zip")
            case "/resources/type/get/klaviyo" if "klaviyo.resource-type.json" in self.files:
                return json_response(json.loads(self.files["klaviyo.resource-type.json"]))
            case "/folders/get/klaviyo" if "f/klaviyo/folder.meta.json" in self.files:
                return json_response(json.loads(self.files["f/klaviyo/folder.meta.json"]))
            case _:
                return json_response({}, 404) if "/get/" in path else json_response([])

    def _change(self, request: Request, path: str) -> Response:
        content: Any = request.get_json(silent=True)
        self.calls.append((request.method, path, content))
        match path:
            case "/scripts/create":
                names = ("summary", "description", "schema", "lock", "kind", "labels")
                stored = {name: content[name] for name in names if name in content}
                self.files[f"{content['path']}.py"] = content["content"]
                self.files[f"{content['path']}.script.json"] = json.dumps(stored)
            case "/flows/create":
                stored = {name: content[name] for name in ("summary", "description", "value", "schema")}
                self.files[f"{content['path']}.flow.json"] = json.dumps(lock_flow(stored))
            case "/folders/create":
                # Windmill makes whoever creates a folder its owner.
                folder = without(content, "name") | {"owners": ["u/a"], "extra_perms": {"u/a": True}}
                self.files[f"f/{content['name']}/folder.meta.json"] = json.dumps(folder)
            case "/resources/type/create":
                resource_type = {"format_extension": None, "is_fileset": False} | without(content, "name")
                self.files[f"{content['name']}.resource-type.json"] = json.dumps(resource_type)
        return json_response("hash", 201)


def lock_flow(flow: Any) -> Any:
    """Return a flow as Windmill stores it after its dependency job: with locks and with the defaults of its types.

    An inline script that already has a lock keeps it (backend/windmill-worker/src/worker_lockfiles.rs).
    """
    flow = copy.deepcopy(flow)
    for module in iterate_modules(flow["value"]):
        step = module["value"]
        match step["type"]:
            case "rawscript":
                step["lock"] = step.get("lock") or "# py: 3.12"
            case "whileloopflow":
                step.setdefault("skip_failures", False)
            case "forloopflow":
                step.update({"skip_failures": True, "parallel": False} | step)
            case "branchone" | "branchall":
                for branch in step["branches"]:
                    branch.update({"skip_failure": True, "parallel": True} | branch)
        if "exponential" in module.get("retry", {}):
            module["retry"]["exponential"].setdefault("random_factor", None)
    return flow


def json_response(content: Any, status: int = 200) -> Response:
    return Response(json.dumps(content), status, content_type="application/json")


def without(content: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != name}


def zip_files(files: dict[str, str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return archive.getvalue()
