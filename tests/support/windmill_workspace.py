"""A local stand-in for the parts of Windmill that a running script calls: state, S3 storage, progress."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

from workbench.loopback import LoopbackServer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class Workspace(LoopbackServer):
    """A context manager. `resources`: by path. `objects`: in the S3 storage, by key. `progress`: the values set.

    Paths that begin with one of `broken` are answered with 500.
    """

    def __init__(self) -> None:
        super().__init__(self._serve)
        self.resources: dict[str, Any] = {}
        self.objects: dict[str, bytes] = {}
        self.progress: list[int] = []
        self.broken: set[str] = set()

    @property
    def environment(self) -> dict[str, str]:
        """The variables that Windmill's worker sets for a job."""
        return {
            "BASE_INTERNAL_URL": self.url,
            "WM_TOKEN": "token",
            "WM_WORKSPACE": "test",
            "WM_JOB_ID": "job-1",
            "WM_STATE_PATH": "u/a/import_events",
        }

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        return self._answer(request, request.path.removeprefix("/api/w/test/"))(environ, start_response)

    def _answer(self, request: Request, path: str) -> Response:
        if request.headers["Authorization"] != "Bearer token" or path.startswith(tuple(self.broken)):
            return Response("broken", 500)
        what, _, name = path.removeprefix("resources/").partition("/")
        match what:
            case "exists":
                return json_response(name in self.resources)
            case "get" | "get_value_interpolated":
                return json_response(self.resources[name]) if name in self.resources else Response(status=404)
            case "create":
                content = json.loads(request.get_data())
                self.resources[content["path"]] = content["value"]
                return Response(status=201)
            case "update_value":
                self.resources[name] = json.loads(request.get_data())["value"]
                return Response("updated")
        match path:
            case "job_helpers/download_s3_file" if request.args["file_key"] in self.objects:
                return Response(self.objects[request.args["file_key"]])
            case "job_helpers/upload_s3_file":
                self.objects[request.args["file_key"]] = request.get_data()
                return json_response({"file_key": request.args["file_key"]})
            case "job_helpers/delete_s3_file" if request.args["file_key"] in self.objects:
                del self.objects[request.args["file_key"]]
                return Response("deleted")
            case "jobs_u/get/job-1":
                return json_response({"id": "job-1"})
            case "job_metrics/set_progress/job-1":
                self.progress.append(json.loads(request.get_data())["percent"])
                return Response("ok")
        return Response(status=404)


def json_response(content: Any) -> Response:
    return Response(json.dumps(content), content_type="application/json")
