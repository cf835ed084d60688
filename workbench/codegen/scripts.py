"""An operation -> all that its files say: decide names, put the schema together, render the templates."""

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import jinja2
import yaml

from workbench.codegen import examples, forms, schemas, types
from workbench.codegen.arguments import HEADER, IDENTIFIER, REVISION, Argument, arguments, is_file, parameter_of
from workbench.codegen.description import MULTIPART, Description, DescriptionError, Operation
from workbench.codegen.knowledge import Knowledge, Limit, allowed

FOLDER = Path(__file__).parent
TEMPLATES = jinja2.Environment(  # noqa: S701  # it writes Python, not HTML
    loader=jinja2.FileSystemLoader(FOLDER / "templates"),
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)
JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def files_of(operation: Operation, description: Description, knowledge: Knowledge) -> dict[str, str]:
    """Path -> text of everything that an operation becomes."""
    taken = arguments(operation, description)
    schema = inputs_schema(operation, description, taken, knowledge)
    stem = f"{operation.category}/{operation.name}"
    lock = knowledge.lock
    return {
        f"f/klaviyo/{stem}.py": script(operation, description, taken, schema, knowledge),
        f"f/klaviyo/{stem}.script.yaml": metadata(operation, taken, schema),
        f"f/klaviyo/{stem}.script.lock": lock,
        f"schemas/{stem}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n",
    }


def inputs_schema(
    operation: Operation, description: Description, taken: list[Argument], knowledge: Knowledge
) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    if operation.body is not None and operation.body.content_type != MULTIPART:
        _, definitions = schemas.body_schema(operation.body.schema, description, operation.name)
    schema: dict[str, Any] = {
        "$schema": JSON_SCHEMA,
        "title": operation.summary,
        "description": "\n\n".join(paragraphs(operation, knowledge)),
        "type": "object",
        "properties": {entry.name: entry.schema for entry in taken},
        "required": [entry.name for entry in taken if entry.required],
    }
    if definitions:
        schema["$defs"] = definitions
    knowledge.add_words(operation, schema)
    knowledge.add_limits(operation, schema)
    try:
        schema["examples"] = examples.of_operation(operation, taken, schema, knowledge)
    except ValueError as error:
        raise DescriptionError(f"{operation.name}: {error}") from None
    return ordered(schema)


def paragraphs(operation: Operation, knowledge: Knowledge) -> list[str]:
    """All that is said about an operation: what it does, limits, rates, scopes, where Klaviyo describes it."""
    status, content = operation.success
    call = f"{operation.method} {operation.path}"
    default = f"Calls {call}, which answers {status} with {'JSON' if content else 'no content'}."
    limits = [
        limit.words or f"{limit.most:,} {limit.what}" for limit in knowledge.limits_of(operation) if limit.words != ""
    ]
    rates = [f"{rate} {window}" for window, rate in operation.rate_limits.items()]
    for other in operation.other_rates:
        rates.append(f"with {other['when']} " + ", ".join(rate for window, rate in other.items() if window != "when"))
    found = [
        ("Limits", "; ".join(limits)),
        ("Rate", ", ".join(rates)),
        ("Scopes", ", ".join(operation.scopes)),
        ("No key", "" if operation.needs_key else "company_id says whose account it is"),
    ]
    facts = [f"{name}: {words}." for name, words in found if words]
    reference = f"Reference: https://developers.klaviyo.com/en/reference/{operation.name}"
    return [knowledge.description(operation) or default, "\n".join([*facts, reference])]


def ordered(schema: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = schemas.ordered(schema)
    return result


def script(
    operation: Operation, description: Description, taken: list[Argument], schema: dict[str, Any], knowledge: Knowledge
) -> str:
    has_body = any(entry.place == "body" for entry in taken)
    fields = [entry for entry in taken if entry.place == "field"]
    keyed = operation.needs_key
    keywords, formats = used(schema)
    if not has_body:
        keywords.discard("required")  # main gives every argument
    limits = knowledge.limits_of(operation)
    of_kind = {limit.enforced: limit.most for limit in limits if limit.at in ("body", "file")}
    checks = checks_of(limits)
    patterns = PATTERNS | {entry["pattern"]: entry["words"] for entry in knowledge.patterns.values()}
    compact = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    if '"""' in compact:
        raise DescriptionError(f"{operation.name}: three quotes in a row cannot stand in a script")
    query = [entry for entry in taken if entry.place == "query"]
    classes = types.classes(operation.body.schema, description) if operation.body and has_body else {}
    return TEMPLATES.get_template("script.py.jinja").render(
        title=operation.summary,
        method=operation.method,
        path=operation.path,
        text=wrapped(paragraphs(operation, knowledge)),
        signature=", ".join(([] if not keyed else ["auth: klaviyo"]) + [parameter_of(entry) for entry in taken]),
        answers=answers(operation),
        given=", ".join(f'"{entry.name}": {checked(entry)}' for entry in taken),
        url=url(operation, taken),
        headers=[{"name": entry.api_name, "argument": entry.name} for entry in taken if entry.place == "header"],
        query=[{"name": entry.api_name, "value": query_value(entry, keyed)} for entry in query],
        cursor=next((entry.api_name for entry in query if entry.name == "page_cursor"), None),
        body=has_body,
        files=next(({"name": entry.name} for entry in fields if is_file(entry)), None),
        fields=[{"name": entry.name, "value": field_value(entry)} for entry in fields if not is_file(entry)],
        keyed=keyed,
        key_parameter=", key: str" if keyed else "",
        key_argument=", key" if keyed else "",
        writes=operation.method != "GET",
        classes=[
            {"name": name, "plain": all(map(types.is_plain, entries)), "fields": entries}
            for name, entries in classes.items()
        ],
        keywords=keywords,
        expectations=expectations(keywords, formats),
        expected={keyword: text for keyword, text in EXPECTED.items() if keyword in keywords},
        formats={name: kind for name, kind in FORMAT_TYPES.items() if name in formats},
        definitions="$defs" in schema,
        checks=checks,
        parts=any("parts(body" in code for code in checks.values()),
        string_bytes=of_kind.get("string_bytes"),
        payload_bytes=of_kind.get("bytes"),
        file_bytes=of_kind.get("file_bytes"),
        fast=of_kind.get("bytes", 0) > 1_000_000,  # a body with such a limit is one that can be large
        filters=allowed(operation),
        filter_example=knowledge.filter_example(operation) if operation.filters else "",
        filter_needs=next((limit.what.split(" or ") for limit in limits if limit.enforced == "filter_needs"), None),
        patterns={pattern: words for pattern, words in patterns.items() if json.dumps(pattern) in compact},
        hide=lambda text: f'{text}.replace(key, "***")' if keyed else text,
        grouped=lambda number: f"{number:_}",
        schema=compact,
    )


FORMAT_TYPES = {"date-time": "datetime", "date": "date"}

# What can fail, and how a person is told what was expected instead.
EXPECTATIONS = {
    "type": ['return " or ".join([value] if isinstance(value, str) else value)'],
    "enum": ['return " or ".join(json.dumps(member) for member in value)'],
    "required": [
        """missing = [f'"{name}"' for name in value if name not in error.instance]""",
        'return ("the properties " if missing[1:] else "the property ") + " and ".join(missing)',
    ],
    "oneOf": ['return " or ".join(list(dict.fromkeys(in_words(member, error.instance) for member in value))[:5])'],
    "pattern": ["return PATTERNS[value]"],
    "minLength": ["return f\"at least {value:,} character{'s' * (value > 1)}\""],
    "maxLength": ['return f"at most {value:,} characters"'],
    "minimum": ['return f"at least {value:,}"'],
    "maximum": ['return f"at most {value:,}"'],
    "maxItems": ["return f\"at most {value:,} item{'s' * (value > 1)}\""],
    "format": [],
    "maxProperties": ['return f"at most {value:,} properties"'],
}
# What a text that has to match a pattern is.
PATTERNS = {
    REVISION["pattern"]: "a date such as 2026-10-15",
    IDENTIFIER["pattern"]: "an id, not . or ..",
    HEADER["pattern"]: "one line of printable ASCII",
}
# The same where there is no body, and so no union and one type.
EXPECTED = {
    "type": "{}",
    "enum": "one of {}",
    "minLength": "at least {} character",
    "minimum": "at least {:,}",
    "maximum": "at most {:,}",
    "maxLength": "at most {:,} characters",
    "maxItems": "at most {:,} items",
    "format": "a {}",
}
FORMAT_EXAMPLES = {"date-time": "2026-10-15T09:30:00+00:00", "date": "2026-10-15"}


def expectations(keywords: set[str], formats: set[str]) -> dict[str, list[str]]:
    """The cases of `expectation`, the most frequent first."""
    found = {keyword: lines for keyword, lines in EXPECTATIONS.items() if keyword in keywords}
    checked = [name for name in FORMAT_TYPES if name in formats]
    found.pop("format", None)
    if checked:
        sample = " or ".join(FORMAT_EXAMPLES[name] for name in checked)
        found = {"format": [f'return f"a {{value}}, such as {sample}"'], **found}
    return found


def used(schema: Any) -> tuple[set[str], set[str]]:
    """All keywords of a schema that can fail, and all its formats."""
    keywords: set[str] = set()
    formats: set[str] = set()
    pending = [schema]
    while pending:
        node = pending.pop()
        keywords |= node.keys()
        if "format" in node:
            formats.add(node["format"])
        pending.extend(node.get("properties", {}).values())
        pending.extend(node.get("$defs", {}).values())
        pending.extend(node.get("oneOf", []))
        if "items" in node:
            pending.append(node["items"])
    return keywords, formats


def checked(entry: Argument) -> str:
    """What stands for an argument where it is checked: bytes are no JSON, and cannot be wrong."""
    return f'"bytes" if isinstance({entry.name}, bytes) else {entry.name}' if is_file(entry) else entry.name


def url(operation: Operation, taken: list[Argument]) -> str:
    """The f-string of the URL."""
    names = {entry.api_name: entry.name for entry in taken if entry.place == "path"}
    path = re.sub(r"{(.+?)}", lambda match: "{quote(given['" + names[match[1]] + "'], safe='')}", operation.path)
    return f'f"{{API}}{path}"'  # a slash in an id must not make two segments of one


def query_value(entry: Argument, keyed: bool) -> str:
    value = f'given["{entry.name}"]' if entry.required else f'given.get("{entry.name}")'
    if entry.schema["type"] == "array":
        return f'",".join({value})' if entry.required else f'",".join(given.get("{entry.name}", [])) or None'
    if entry.schema["type"] == "integer":  # 20.0 is one, too, to JSON Schema
        return f"int({value})" if entry.required else f'int(given["{entry.name}"]) if "{entry.name}" in given else None'
    if entry.name == "page_cursor":
        return f"cursor_of({value}{', key' if keyed else ''})"
    return value


def field_value(entry: Argument) -> str:
    """A field of a form: booleans as JSON writes them."""
    value = f'given.get("{entry.name}")'
    return f'json.dumps({value}) if "{entry.name}" in given else None' if entry.schema["type"] == "boolean" else value


def answers(operation: Operation) -> str:
    _, content = operation.success
    return "Return Klaviyo's answer." if content else "Return None, as Klaviyo sends nothing."


def wrapped(found: list[str]) -> str:
    """Paragraphs as they stand in a docstring."""
    lines = [line for paragraph in found for line in [*paragraph.split("\n"), ""]]
    return "\n".join(textwrap.fill(line, 116, break_long_words=False, break_on_hyphens=False) for line in lines).strip()


def checks_of(limits: list[Limit]) -> dict[str, str]:
    """Name and code of what sees to the limits that JSON Schema cannot say."""
    found: dict[str, str] = {}
    for limit in limits:
        name = "sizes" if limit.enforced == "bytes" and limit.at != "body" else limit.enforced
        if (file := FOLDER / f"knowledge/checks/{name}.py.jinja").exists():
            template = TEMPLATES.from_string(file.read_text(encoding="utf-8"))
            found[str(name)] = template.render(
                place=tuple(limit.at.replace("[]", ".*").split(".")[1:]),
                most=limit.most,
                intervals=any("interval" in other.what for other in limits),
                grouped=lambda number: f"{number:_}",
            ).strip()
    return found


class Dumper(yaml.SafeDumper):
    """Lists indented under their key, no anchors: as Windmill's CLI writes YAML."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def metadata(operation: Operation, taken: list[Argument], schema: dict[str, Any]) -> str:
    """The `.script.yaml`: the same inputs as the schema, and auth, as Windmill's form draws them."""
    definitions = schema.get("$defs", {})
    properties: dict[str, Any] = {}
    if operation.needs_key:
        scopes = f" (scope {', '.join(operation.scopes)})" if operation.scopes else ""
        words = f"Klaviyo account: a resource with a private API key{scopes}."
        properties["auth"] = {"type": "object", "format": "resource-klaviyo", "description": words}
    room = forms.LARGE - 1000
    for entry in sorted(taken, key=lambda entry: entry.place == "body"):
        shaped = forms.form(schema["properties"][entry.name], definitions, room)
        # A field that is left alone is left out; the component cannot draw a multiselect that is.
        if not entry.required and shaped["type"] in ("string", "array") and not forms.is_multiselect(shaped):
            shaped["nullable"] = True
        if entry.place == "query" and "Literal" in entry.annotation:
            shaped["originalType"] = "string"
        properties[entry.name] = shaped
        room -= len(json.dumps(shaped))
    order = [*(["auth"] if operation.needs_key else []), *(entry.name for entry in taken)]
    properties = {name: properties[name] for name in order}
    form = {
        "$schema": JSON_SCHEMA,
        "type": "object",
        "order": order,
        "properties": properties,
        "required": [*(["auth"] if operation.needs_key else []), *schema["required"]],
    }
    content = {
        "summary": operation.summary,
        "description": schema["description"],
        "lock": f"!inline f/klaviyo/{operation.category}/{operation.name}.script.lock",
        "kind": "script",
        "schema": form,
    }
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000)
