"""The account of a request: one field of the resource, and the header that it becomes."""

from typing import Any

import pytest

from workbench.codegen.parts.account import authorization
from workbench.codegen.parts.constants import FORMATS


@pytest.mark.parametrize(
    ("auth", "header"),
    [
        ({"apiKey": "pk_1"}, "Klaviyo-API-Key pk_1"),
        ({"apiKey": "pk_1", "token": ""}, "Klaviyo-API-Key pk_1"),
        ({"apiKey": " ", "token": "t.1-~"}, "Bearer t.1-~"),
        ({"apiKey": None, "token": "t", "other": 7}, "Bearer t"),
    ],
)
def test_the_field_that_is_filled_in_is_sent(auth: Any, header: str) -> None:
    assert FORMATS.conforms(auth, "account")
    assert authorization(auth) == header


@pytest.mark.parametrize(
    "auth",
    [
        None,
        "pk_1",
        [],
        {},
        {"apikey": "pk_1"},
        {"apiKey": ""},
        {"apiKey": 7},
        {"apiKey": "pk_1", "token": "t"},
        {"apiKey": "pk_1\n"},
        {"apiKey": " pk_1"},
        {"token": "p\u00e4"},
        {"token": "a b"},
    ],
)
def test_what_is_not_one_key_or_token_is_refused(auth: Any) -> None:
    assert not FORMATS.conforms(auth, "account")
