"""A local stand-in for the parts of Windmill that a running script calls: state, S3 storage, variables, flows."""

import json
import re
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

from workbench.loopback import LoopbackServer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class Workspace(LoopbackServer):
    """A context manager. `resources`: by path. `objects`: in the S3 storage, by key. `progress`: the values set.
    `table`: the data table. `variables`: by path. `flows`: paths and arguments of those that were started.

    Paths that begin with one of `broken` are answered with 500.
    """

    def __init__(self) -> None:
        super().__init__(self._serve)
        self.resources: dict[str, Any] = {}
        self.objects: dict[str, bytes] = {}
        self.progress: list[int] = []
        self.variables: dict[str, str] = {}
        self.flows: list[tuple[str, Any]] = []
        self.table = sqlite3.connect(":memory:", check_same_thread=False)
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
            case "get_value":
                return json_response(self.resources[name]) if name in self.resources else Response(status=404)
            case "get_value_interpolated" if name in self.resources:
                return json_response(self._interpolate(self.resources[name]))
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
        variable = re.fullmatch("variables/(get|get_value|update)/(.+)", path)
        if variable and variable[2] not in self.variables:
            return Response("Not found", status=404)
        if variable and variable[1] == "update":
            self.variables[variable[2]] = json.loads(request.get_data())["value"]
            return Response("updated")
        if variable:
            return json_response(self.variables[variable[2]])
        match path:
            case "variables/create":
                content = json.loads(request.get_data())
                assert content["is_secret"]
                self.variables[content["path"]] = content["value"]
                return Response(status=201)
            case "jobs/run_inline/preview" | "jobs/run_wait_result/preview":
                query = json.loads(request.get_data())
                values = [value for name, value in query["args"].items() if name != "database"]
                self.table.execute(query["content"], {str(number): value for number, value in enumerate(values, 1)})
                return json_response(None)
            case _ if path.startswith("jobs/run/f/"):
                self.flows.append((path.removeprefix("jobs/run/f/"), json.loads(request.get_data())))
                return Response("job-2", status=201)
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

    def _interpolate(self, value: Any) -> Any:
        """Return a value with variables in the place of references to them."""
        match value:
            case dict():
                return {key: self._interpolate(item) for key, item in value.items()}
            case str() if value.startswith("$var:"):
                return self.variables[value.removeprefix("$var:")]
        return value


def json_response(content: Any) -> Response:
    return Response(json.dumps(content), content_type="application/json")
