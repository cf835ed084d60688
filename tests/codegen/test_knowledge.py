"""What is wrong in knowledge/ is an error with file and line, and all errors are reported at once."""

import shutil
from pathlib import Path

import pytest

from tests.support.descriptions import stored_description, stored_knowledge
from workbench.codegen.decide import decide_endpoints
from workbench.codegen.read import KNOWLEDGE, KnowledgeError, read_knowledge

# File, what stands there, what somebody writes instead, and the message.
FAULTS = [
    (
        "limits.yaml",
        "coupon codes per job, max: 1000, keyword: maxItems",
        "coupon codes per job, max: 1000, keyword: maxItem",
        'did you mean "maxItems"?',
    ),
    (
        "limits.yaml",
        "records per request, max: 500, keyword: maxItems",
        "records per request, max: 500, keywords: maxItems",
        '"keywords" is not known here; did you mean "keyword"?',
    ),
    (
        "limits.yaml",
        "{what: tags per account, max: 500,",
        "{what: tags per account, max: many,",
        "max has to be a whole",
    ),
    ("limits.yaml", "check: one_identifier", "check: one_identifer", 'did you mean "one_identifier"?'),
    (
        "limits.yaml",
        "at: body.data.attributes.recipients",
        "at: body.data.attributes.recipient",
        'create_template_preview_send_job has no field body.data.attributes.recipient: no "recipient"',
    ),
    ("limits.yaml", "  create_tag_group:", "  create_tag_groups:", 'there is no operation "create_tag_groups"'),
    ("operations/tags.yaml", "get_tags:", "get_tag_list:", 'there is no operation "get_tag_list"'),
    ("operations/lists.yaml", "create_list:\n  description:", "create_list:\n  desciption:", "did you mean"),
    ("operations/events.yaml", "        type: event\n", "        type: evnt\n", '"evnt" is not one of its values'),
    ("glossary.yaml", "\nanimation:", "\nanimatoin:", 'the description has no "animatoin"'),
    ("answers.yaml", "\nchurn_probability:", "\nchurn_probabilities:", 'the description has no "churn_probabilities"'),
    ("parameters.yaml", "page_size:", "pages_size:", 'the description has no "pages_size"'),
    ("values.yaml", "  web-feeds: {noun", "  web-feed: {noun", 'the description has no "web-feed"'),
    ("values.yaml", "  webhooks: {noun: the webhook,", "  webhooks: {nuon: the webhook,", '"nuon" is not known here'),
    ("values.yaml", "  coupon.id: ", "  coupon.ids: ", 'the description has no "coupon.ids"'),
]


def change(folder: Path, name: str, right: str, wrong: str) -> str:
    """Write a fault into a file; return the file and the line that differs."""
    path = folder / name
    before = path.read_text(encoding="utf-8")
    assert right in before, right
    after = before.replace(right, wrong, 1)
    path.write_text(after, encoding="utf-8")
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    line = next(number for number, (old, new) in enumerate(lines, start=1) if old != new)
    return f"{path}:{line}: "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the knowledge."""
    return Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))


def test_the_committed_knowledge_has_no_faults() -> None:
    assert stored_knowledge().faults == []


def test_every_misspelt_key_name_and_value_is_an_error_with_file_and_line(folder: Path) -> None:
    places = [change(folder, name, right, wrong) for name, right, wrong, _ in FAULTS]
    with pytest.raises(KnowledgeError) as raised:
        decide_endpoints(stored_description(), read_knowledge(stored_description(), folder))
    faults = raised.value.faults
    for place, (_, _, _, message) in zip(places, FAULTS, strict=True):
        assert [fault for fault in faults if fault.startswith(place) and message in fault], (place, message, faults)
    assert len(faults) == len(FAULTS), faults


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("glossary.yaml", "a: [", "glossary.yaml:1: the file is not YAML"),
        ("glossary.yaml", "- a", "glossary.yaml:1: the file has to be a mapping of names to values"),
        ("glossary.yaml", "email: One.\nname: Two.\nemail: Three.", 'glossary.yaml:3: "email" is already in line 1'),
        ("glossary.yaml", "email: 7", "glossary.yaml:1: email has to be a text, not 7"),
        ("values.yaml", "resources: []", "values.yaml:1: resources has to be a mapping"),
        ("values.yaml", "resource: {}", 'values.yaml:1: "resource" is not known here; did you mean "resources"?'),
        ("limits.yaml", "operations:\n  create_tag: [7]", "limits.yaml:2: an entry has to be a mapping"),
        (
            "limits.yaml",
            "operations:\n  create_tag:\n    - {what: tags, max: 5}",
            "limits.yaml:3: exactly one of keyword, check and why is needed",
        ),
        (
            "limits.yaml",
            "kinds:\n  tag: {why: only the account knows}\noperations: {}",
            'limits.yaml:2: no limit is of the kind "tag"',
        ),
    ],
)
def test_a_file_of_another_shape_is_an_error(folder: Path, name: str, text: str, message: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    faults = read_knowledge(stored_description(), folder).faults
    assert [fault for fault in faults if message in fault], faults


def test_a_limit_is_written_once() -> None:
    """The number that is enforced, and the one that people read, follow from the one in the description."""
    limits = {limit.what: limit for limit in stored_knowledge().limits["bulk_create_events"]}
    name = limits["characters, exclusive"]
    assert (name.max, name.keywords, name.sentence) == (
        128,
        {"maxLength": 127},
        "at most 127 characters per metric name",
    )
    assert limits["year, exclusive"].sentence == "event times from 1991 on"
    [title] = stored_knowledge().limits["create_data_source"]
    assert (title.keywords, title.sentence) == ({"maxLength": 255, "minLength": 1}, "a title of 1 to 255 characters")
