"""What a person takes along from the page: the arguments for Windmill, a step of a flow, lines for a shell."""

import json
import re
import shlex
from contextlib import suppress
from typing import Any

import yaml
from werkzeug.wrappers import Request

from workbench.messages import mask_authorization
from workbench.page.scripts import Script
from workbench.sandbox import Received

ACCOUNT = "$res:f/klaviyo/account"
# Set by requests or by curl itself; the boundary of a form is in its Content-Type.
OWN_HEADERS = {"host", "user-agent", "accept-encoding", "connection", "content-length", "transfer-encoding"}


class Dumper(yaml.CSafeDumper):
    """No anchors, and quotes around text that only YAML 1.2, as in Windmill, takes for a number, such as 1e3."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


NUMBER = re.compile(r"[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$")
Dumper.add_implicit_resolver("tag:yaml.org,2002:float", NUMBER, [*"-+.0123456789"])
NO_FOLDING = 1_000_000_000  # characters in a line

Arguments = dict[str, Any]


def copy_all(script: Script, arguments: Arguments, request: Received | None, api: str) -> dict[str, str | None]:
    """Return all texts; None for those that cannot be written, as there is no request or the arguments are not JSON."""
    texts: dict[str, str | None] = {"windmill": None, "flow": None, "uv": None, "curl": None}
    with suppress(RecursionError, UnicodeEncodeError):
        texts["windmill"] = windmill_arguments(script, arguments)
        texts["uv"] = uv_command(script, arguments)
        texts["curl"] = curl_command(request, api) if request else None
        texts["flow"] = flow_step(script, arguments)
    return texts


def windmill_arguments(script: Script, arguments: Arguments) -> str:
    """Return the arguments as Windmill's form takes them as JSON."""
    return to_json(with_auth(script, arguments, ACCOUNT))


def flow_step(script: Script, arguments: Arguments) -> str:
    """Return a module of a flow in YAML, with these arguments."""
    inputs = with_auth(script, arguments, ACCOUNT)
    transforms = {name: {"type": "static", "value": value} for name, value in inputs.items()}
    step = {"type": "script", "path": script.path.removesuffix(".py"), "input_transforms": transforms}
    steps = [{"id": "a", "value": step}]
    return str(yaml.dump(steps, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=NO_FOLDING))


def uv_command(script: Script, arguments: Arguments) -> str:
    """Return a shell command that runs the script, with the arguments on stdin."""
    text = to_json(with_auth(script, arguments, {"apiKey": "KLAVIYO_API_KEY"}))
    # The shell replaces the name of the variable by the key, and would replace what else looks like one.
    text = re.sub(r"[\\$`]", r"\\\g<0>", text).replace('"KLAVIYO_API_KEY"', '"$KLAVIYO_API_KEY"', int(script.needs_key))
    return f"uv run {script.path} <<ARGUMENTS\n{text}\nARGUMENTS\n"


def to_json(value: Any) -> str:
    """Return JSON to read, in which only what no encoding has is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def with_auth(script: Script, arguments: Arguments, auth: Any) -> Arguments:
    return {**({"auth": auth} if script.needs_key else {}), **arguments}


def curl_command(request: Received, api: str) -> str:
    """Return a shell command that sends the request to `api`. The key comes on stdin, not as an argument."""
    headers = shown_headers(request)
    is_form = any(value.startswith("multipart/") for _, value in headers)
    if is_form:
        headers = [(name, value) for name, value in headers if name.lower() != "content-type"]
    lines = [f"curl --request {request.method} {shlex.quote(api + request.target)}"]
    lines += [f"--header {shlex.quote(f'{name}: {value}')}" for name, value in headers if name != "Authorization"]
    lines += form_options(request) if is_form else []
    sources, contents = [], []
    if any(name == "Authorization" for name, _ in headers):
        lines.append("--header @-")
        sources.append("<<KEY")
        contents.append("Authorization: Klaviyo-API-Key $KLAVIYO_API_KEY\nKEY\n")
    if request.body and not is_form:
        lines.append("--data-binary @/dev/fd/3")  # a command line has no room for a large body
        sources.append("3<<'BODY'")
        contents.append(f"{request.body.decode()}\nBODY\n")
    return " \\\n  ".join(lines) + "".join(f" {source}" for source in sources) + "\n" + "".join(contents)


def form_options(request: Received) -> list[str]:
    """Return options for the fields of a multipart body, with FILE in place of the path to a file."""
    content_type = next(value for name, value in request.headers if name.lower() == "content-type")
    form = Request.from_values(method="POST", data=request.body, content_type=content_type)
    files = []
    for name, file in form.files.items():
        filename = (file.filename or "").replace("\\", "\\\\").replace('"', '\\"')
        part = f'{name}=@FILE;type={file.mimetype};filename="{filename}"'
        files.append(f"--form {shlex.quote(part)}")
    return files + [f"--form-string {shlex.quote(f'{name}={value}')}" for name, value in form.form.items()]


def shown_headers(request: Received) -> list[tuple[str, str]]:
    """Return the headers that a script sets, without the key."""
    return [
        (name, mask_authorization(name, value)) for name, value in request.headers if name.lower() not in OWN_HEADERS
    ]
