"""Fixtures: the sandbox on a real socket, and the script under test pointed at it."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.helpers import BULK_CREATE_EVENTS, INDEX, example_body, unthrottled
from workbench.collection import load_script
from workbench.sandbox import Sandbox

# A proxy of the machine must not see what goes to the sandbox.
os.environ["NO_PROXY"] = "127.0.0.1"


@pytest.fixture(scope="module")
def listening() -> Iterator[Sandbox]:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(listening: Sandbox) -> Sandbox:
    """The module's sandbox, with nothing received and no faults pending."""
    listening.received.clear()
    listening.faults.clear()
    return listening


@pytest.fixture
def script(sandbox: Sandbox) -> Any:
    module = load_script(BULK_CREATE_EVENTS)
    module.API = sandbox.url
    return module


@pytest.fixture
def body() -> Any:
    return example_body()
