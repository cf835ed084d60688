"""Runs scripts: against the sandbox, against Klaviyo, and against a recorder that shows what would be sent."""

import functools
import inspect
import json
import threading
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Request, Response

from workbench.collection import COLLECTION, load_module
from workbench.loopback import LoopbackServer
from workbench.page.copies import copy_all, shown_headers
from workbench.page.errors import describe_error
from workbench.page.files import Files, clean_name
from workbench.page.log import LOG
from workbench.page.progress import Progress
from workbench.page.rejects import read_rejects
from workbench.page.scripts import Script, get_script
from workbench.sandbox import Received, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Arguments = dict[str, Any]
Outcome = dict[str, Any]
MASK = "***"  # in place of a key
FILES = ("source", "to", "rejects")  # arguments of bulk scripts
SANDBOX = ".sandbox"  # in the names of journals
MAX_SHOWN = 5  # requests of a bulk script
MAX_CHARACTERS = 100_000  # of a body that is not JSON, or one of many


def name_export(arguments: Arguments) -> str:
    """Return a name for the journal of an export, the same for the same items, file and columns."""
    items = {key: value for key, value in arguments.items() if value and key not in ("overlap", "journal")}
    return clean_name(f"{items['read']}.{sha256(json.dumps(items, sort_keys=True).encode()).hexdigest()[:12]}")


class Recorder(LoopbackServer):
    """A context manager that keeps the requests it gets, and answers all of them alike."""

    def __init__(self) -> None:
        super().__init__(self._serve)
        self.received: list[Received] = []

    def _serve(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        request = Request(environ)
        headers = environ["loopback.handler"].headers.items()
        self.received.append(Received(request.method, environ["RAW_URI"], headers, request.get_data()))
        return Response('{"data": []}', content_type="application/vnd.api+json")(environ, start_response)


@functools.lru_cache(maxsize=32)
def load_for_preview(path: str) -> Any:
    """Return the module of a script, made once: it is called at every pause in typing."""
    return load_module(COLLECTION / path)


class Runner:
    """A context manager that runs scripts. `klaviyo`: the address of live runs."""

    def __init__(self, sandbox: Sandbox, files: Files, klaviyo: str) -> None:
        self.sandbox, self.files, self.klaviyo = sandbox, files, klaviyo
        self._recorder = Recorder()
        self._lock_of_recorder, self._lock_of_sandbox = threading.Lock(), threading.Lock()

    def __enter__(self) -> "Runner":
        self._recorder.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._recorder.__exit__(*error)

    def preview(self, script: Script, arguments: Arguments) -> Outcome:
        """Return `request`, as it would be sent, or `error`; `log`, and `copies` of the arguments and the request."""
        request, outcome = self._record(script, arguments, MASK) if script.sends_one_request else (None, {"log": ""})
        outcome.pop("answer", None)
        copies = copy_all(script, arguments, request, self.klaviyo)
        return {"request": describe_request(request) if request else None, **outcome, "copies": copies}

    def _record(self, script: Script, arguments: Arguments, key: str) -> tuple[Received | None, Outcome]:
        with self._lock_of_recorder:
            self._recorder.received.clear()
            module = load_for_preview(script.path)
            outcome = self._call(module, self._recorder.url, key, script, arguments)
            return next(iter(self._recorder.received), None), outcome

    def run_in_sandbox(self, script: Script, arguments: Arguments, progress: Progress) -> Outcome:
        """Return `sent`, `log`, and `answer` or `error`; of a bulk script also `requests`, `files` and `rejected`."""
        with self._lock_of_sandbox:
            received = self.sandbox.received
            received.clear()
            outcome = self._run(script, arguments, self.sandbox.url, self.sandbox.account_key, SANDBOX, progress)
            if script.is_bulk:
                outcome["requests"] = len(received)
            sent = [
                describe_sent(request, script.is_bulk) for request in received[: MAX_SHOWN if script.is_bulk else None]
            ]
        if sent and "error" in outcome:
            sent[-1]["retry_after"] = outcome["error"]["retry_after"]
        return {"sent": sent, **outcome}

    def run_live(self, script: Script, arguments: Arguments, key: str, progress: Progress) -> Outcome:
        """Return the same of a run against Klaviyo; what is sent is seen by sending it to the recorder before."""
        if not script.sends_one_request:
            return {"sent": [], "requests": None, **self._run(script, arguments, self.klaviyo, key, "", progress)}
        request, outcome = self._record(script, arguments, key)
        if request is None:
            return {"sent": [], **outcome}
        outcome = self._run(script, arguments, self.klaviyo, key, "", progress)
        error = outcome.get("error", {})
        result = {"status": error.get("status"), "retry_after": error.get("retry_after")}
        return {"sent": [describe_request(request) | result], **outcome}

    def prepare(self, script: Script, arguments: Arguments, key: str) -> Outcome:
        """Return what a live run would do, for a person to confirm: `request` and `report`, or `error`.

        `request` is None if it does not follow from the arguments alone; `report` is that of a dry run of an import.
        """
        prepared: Outcome = {"request": None, "report": None}
        outcome: Outcome = {}
        if script.sends_one_request:
            request, outcome = self._record(script, arguments, MASK)
            prepared["request"] = describe_request(request) if request else None
        elif "dry_run" in script.schema["properties"]:
            outcome = self._run(script, arguments | {"dry_run": True}, self.klaviyo, key, "", Progress())
            prepared["report"] = outcome.get("answer")
        is_refused = "error" in outcome and not prepared["request"]
        return prepared | ({"error": outcome["error"]} if is_refused else {})

    def _run(
        self, script: Script, arguments: Arguments, api: str, key: str, suffix: str, progress: Progress | None = None
    ) -> Outcome:
        """Run a new module of the script. `suffix`: of the journal, as the sandbox and Klaviyo have different rows."""
        module = load_module(COLLECTION / script.path)
        if hasattr(module, "STATE_FOLDER"):  # of a trigger
            module.STATE_FOLDER = self.files.folder
        if not script.is_bulk:
            return self._call(module, api, key, script, arguments)
        if progress:
            module.tqdm = progress.make_bar
        versions = self.files.versions()
        outcome = self._call(module, api, key, script, self._with_files(script, arguments, suffix))
        outcome = replace_text(outcome, {f"{self.files.folder}/": ""})
        return {**outcome, "files": self.files.written_since(versions), "rejected": self._read_rejects(outcome)}

    def _read_rejects(self, outcome: Outcome) -> list[dict[str, str]]:
        """Return the first rows of the file of rejects that a run has written."""
        done = outcome.get("answer") or outcome.get("error", {}).get("summary") or {}
        name = done.get("rejects") if isinstance(done, dict) else None
        return read_rejects(self.files.path_of(name)) if isinstance(name, str) else []

    def _with_files(self, script: Script, arguments: Arguments, suffix: str) -> Arguments:
        """Return the arguments with the paths of files, all of them in the folder of this server."""
        source = arguments.get("source")
        if not isinstance(source, str | list | None):
            raise BadRequest("source is the name of an uploaded file, or a list")
        texts = {key: text for key, text in arguments.items() if isinstance(text, str) and text}
        name = clean_name(texts.get("source") or "rows")
        journal = name_export(arguments) if "read" in texts else name
        files = {"journal": f"{texts.get('journal', journal).removesuffix('.journal')}{suffix}.journal"}
        if "source" not in texts:
            files["rejects"] = f"{name}.rejects.jsonl"  # for a file, the script takes a name beside it
        files |= {key: texts[key] for key in FILES if key in texts}
        known = files.keys() & script.schema["properties"]
        return arguments | {key: str(self.files.path_of(files[key])) for key in known}

    def _call(self, module: Any, api: str, key: str, script: Script, arguments: Arguments) -> Outcome:
        """Call main, as Windmill does: what is missing arrives as None. Return `log`, and `answer` or `error`."""
        module.API = api
        parameters = inspect.signature(module.main).parameters.values()
        complete: Arguments = {parameter.name: None for parameter in parameters if parameter.default is parameter.empty}
        complete |= arguments
        complete |= {"auth": {"apiKey": key}} if script.needs_key else {}
        outcome: Outcome = {}
        with LOG.recording() as log:
            try:
                outcome["answer"] = module.main(**complete)
            except (Exception, KeyboardInterrupt) as error:  # the page shows whatever it is; the second stops a run
                outcome["error"] = describe_error(
                    error, arguments, script.query, script.schema["properties"] if script.is_bulk else ()
                )
        return {"log": log.getvalue(), **outcome}

    def list_choices(self, script: Script, argument: str, typed: str, key: str | None) -> Any:
        """Return what the picker of an argument offers for a typed text: in the sandbox or, with a key, in Klaviyo."""
        module = load_for_preview(script.path)
        with self._lock_of_sandbox:
            module.API = self.klaviyo if key else self.sandbox.url
            return getattr(module, argument)({"apiKey": key or self.sandbox.account_key}, typed)

    def reset(self, action: Callable[[], None]) -> None:
        """Change what the sandbox holds, between two runs. The journals say what it held."""
        with self._lock_of_sandbox:
            action()
            self.files.delete_journals(SANDBOX)

    def read_account(self, key: str) -> Outcome:
        """Return name and ID of the account that the key belongs to, or `error`."""
        script = get_script("get_accounts")
        outcome = self._run(script, {}, self.klaviyo, key, "")
        match outcome.get("answer"):
            case {"data": [{"id": str(id_), "attributes": {"contact_information": {"organization_name": name}}}, *_]}:
                return {"name": str(name or id_), "id": id_}
        nameless = {"name": "KlaviyoError", "message": "The response names no account", "places": []}
        return {"error": outcome.get("error", nameless)}


def describe_request(request: Received, max_characters: int | None = None) -> Outcome:
    is_json = ("Content-Type", "application/vnd.api+json") in request.headers
    text = request.body.decode(errors="replace")
    return {
        "method": request.method,
        "target": request.target,
        "headers": shown_headers(request),
        "body": text[: max_characters if is_json else MAX_CHARACTERS],
        "bytes": len(request.body),
    }


def describe_sent(request: Received, is_bulk: bool) -> Outcome:
    return describe_request(request, MAX_CHARACTERS if is_bulk else None) | {"status": request.status}


def replace_text(value: Any, replacements: dict[str, str]) -> Any:
    """Return the JSON value with other text in all of its strings."""
    if isinstance(value, dict):
        return {replace_text(key, replacements): replace_text(item, replacements) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [replace_text(item, replacements) for item in value]
    if isinstance(value, str):
        for old, new in replacements.items():
            value = value.replace(old, new)
    return value
