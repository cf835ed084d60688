"""Fixtures: the sandbox on a real socket, and Bulk Create Events pointed at it."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.support.collection import BULK_CREATE_EVENTS, INDEX, unthrottled
from tests.support.events import example_body
from workbench.collection import load_script
from workbench.sandbox import Sandbox

# A proxy of the machine must not see what goes to the sandbox.
os.environ["NO_PROXY"] = "127.0.0.1"

settings.register_profile(
    "repository",
    max_examples=int(os.environ.get("EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("repository")


@pytest.fixture(scope="module")
def listening() -> Iterator[Sandbox]:
    """One sandbox for all tests of a module."""
    with Sandbox(unthrottled(INDEX), account=False) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(listening: Sandbox) -> Sandbox:
    """The module's sandbox, with nothing received and no faults pending."""
    listening.received.clear()
    listening.faults.clear()
    return listening


@pytest.fixture
def script(sandbox: Sandbox) -> Any:
    """The module of Bulk Create Events, sending to the sandbox."""
    module = load_script(BULK_CREATE_EVENTS)
    module.API = sandbox.url
    return module


@pytest.fixture
def body() -> Any:
    """The body of the example of Bulk Create Events, free to be changed."""
    return example_body()
