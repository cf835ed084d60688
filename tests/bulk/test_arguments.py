"""The arguments that all scripts for files have."""

from typing import Any

import pytest

from workbench.bulk.arguments import check_account, check_revision
from workbench.bulk.errors import BulkFailed
from workbench.bulk.revision import REVISION


def test_an_account_has_a_key_or_a_token() -> None:
    assert check_account({"apiKey": "pk_1"}) == "Klaviyo-API-Key pk_1"
    assert check_account({"apiKey": "pk_1", "token": ""}) == "Klaviyo-API-Key pk_1"
    assert check_account({"apiKey": None, "token": "abc"}) == "Bearer abc"
    assert check_account({"apiKey": " ", "token": "abc"}) == "Bearer abc"


@pytest.mark.parametrize(
    ("auth", "message"),
    [
        ({}, "auth has neither apiKey, a private API key, nor token"),
        (None, "auth has neither apiKey"),
        ("pk_1", "auth has neither apiKey"),
        ({"apiKey": "", "token": " "}, "auth has neither apiKey"),
        ({"apiKey": "pk_1", "token": "abc"}, "auth has both apiKey and token: one of them must be empty"),
        ({"apiKey": "pk 1"}, "auth.apiKey must consist of printable ASCII characters without blanks"),
        ({"token": "schlüssel"}, "auth.token must consist of"),
        ({"token": 7}, "auth.token must consist of"),
    ],
)
def test_other_accounts_are_refused_without_showing_the_key(auth: Any, message: str) -> None:
    with pytest.raises(BulkFailed) as caught:
        check_account(auth)
    assert str(caught.value).startswith(message)
    assert "pk" not in str(caught.value).replace("apiKey", "")
    assert "schl" not in str(caught.value)


@pytest.mark.parametrize("revision", [None, "", " "])
def test_a_missing_revision_is_that_of_the_script(revision: Any) -> None:
    assert check_revision(revision) == REVISION


def test_a_revision_is_a_date() -> None:
    assert check_revision("2026-10-15.pre") == "2026-10-15.pre"
    for revision in ("latest", "2026-10", 2026):
        with pytest.raises(BulkFailed, match="revision must be a date such as 2026-10-15"):
            check_revision(revision)
