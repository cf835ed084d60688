"""The schemas of answers: complete, described, with an example that fits what a call returns."""

import json
import subprocess
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.support.collection import INDEX, NODE
from workbench.codegen.coverage import MAX_LEVEL, iterate_answer
from workbench.collection import COLLECTION, ROOT, load_answer, load_operation

WITH_ANSWER = [operation for operation in INDEX["operations"] if operation["success"]["content"]]
AJV = """
    import {readFileSync} from 'node:fs'
    import {createRequire} from 'node:module'
    const [folder, ...files] = process.argv.slice(1)
    const require = createRequire(folder + '/')
    const Ajv = require('ajv/dist/2020').default
    const addFormats = require('ajv-formats').default
    for (const file of files) {
        const schema = JSON.parse(readFileSync(file, 'utf8'))
        const ajv = new Ajv({strict: true, allowUnionTypes: true, allErrors: true})
        addFormats(ajv)
        const validate = ajv.compile(schema)
        for (const example of schema.examples)
            if (!validate(example)) throw new Error(file + JSON.stringify(validate.errors))
    }
    console.log(files.length)
"""


def test_every_answer_with_content_has_a_schema_and_no_other() -> None:
    assert len(WITH_ANSWER) == 359
    files = {str(path.relative_to(COLLECTION)) for path in COLLECTION.glob("schemas/answers/*/*.json")}
    assert {operation["answer"] for operation in WITH_ANSWER} == files
    assert not [
        operation for operation in INDEX["operations"] if operation not in WITH_ANSWER and "answer" in operation
    ]


def test_ajv_in_strict_mode_accepts_every_schema_and_its_example() -> None:
    files = [str(COLLECTION / operation["answer"]) for operation in WITH_ANSWER]
    command = [str(NODE), "--input-type=module", "-e", AJV, str(ROOT / "workbench/node_modules"), *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout == f"{len(WITH_ANSWER)}\n"


def test_the_fields_are_described() -> None:
    fields = [
        (operation["operation"], path, schema)
        for operation in WITH_ANSWER
        for path, schema in iterate_answer(load_answer(operation))
        if len(path) <= MAX_LEVEL
    ]
    missing = [(name, ".".join(path)) for name, path, schema in fields if "description" not in schema]
    assert len(missing) <= 0.03 * len(fields), missing[:20]


@pytest.mark.parametrize("operation", WITH_ANSWER, ids=[operation["operation"] for operation in WITH_ANSWER])
def test_the_example_is_complete_and_of_the_resource_that_was_asked_for(operation: Any) -> None:
    schema = load_answer(operation)
    [example] = schema["examples"]
    Draft202012Validator(schema).validate(example)
    assert example.keys() == schema["properties"].keys()
    data = schema["properties"].get("data", {})
    resource = data.get("items", data)
    first = example["data"][0] if isinstance(example.get("data"), list) else example.get("data", {})
    if isinstance(first, dict) and "properties" in resource:
        assert first.keys() == resource["properties"].keys()
        assert (
            first.get("attributes", {}).keys()
            == resource["properties"].get("attributes", {}).get("properties", {}).keys()
        )


def test_an_example_has_values_that_a_person_could_believe() -> None:
    [example] = load_answer(load_operation("get_profile"))["examples"]
    profile = example["data"]
    assert profile["attributes"]["email"].endswith("example.com")
    assert profile["links"]["self"] == f"https://a.klaviyo.com/api/profiles/{profile['id']}/"
    texts = json.dumps([load_answer(operation)["examples"] for operation in WITH_ANSWER])
    assert "text-1" not in texts
