"""The schemas of answers: complete, described, with an example that fits what a call returns."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.support.ajv import validate_examples
from tests.support.collection import INDEX
from workbench.codegen.coverage import MAX_LEVEL, iterate_answer
from workbench.collection import COLLECTION, load_answer, load_operation

WITH_ANSWER = [operation for operation in INDEX["operations"] if operation["success"]["content"]]


def test_every_answer_with_content_has_a_schema_and_no_other() -> None:
    assert len(WITH_ANSWER) == 359
    files = {str(path.relative_to(COLLECTION)) for path in COLLECTION.glob("schemas/answers/*/*.json")}
    assert {entry["answer"] for entry in [*WITH_ANSWER, *INDEX["everyday"], *INDEX["triggers"]]} == files
    assert not [
        operation for operation in INDEX["operations"] if operation not in WITH_ANSWER and "answer" in operation
    ]


def test_ajv_in_strict_mode_accepts_every_schema_and_its_example() -> None:
    paths = [entry["answer"] for entry in [*WITH_ANSWER, *INDEX["everyday"], *INDEX["triggers"]]]
    assert validate_examples(paths, refusing=False) == len(paths)


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
