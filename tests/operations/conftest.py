"""Scripts that send to one sandbox, each loaded once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.collection import AUTH, INDEX, unthrottled
from workbench.collection import Operation, load_script
from workbench.sandbox import Sandbox

Load = Callable[[Operation], Any]
Call = Callable[..., Any]


@pytest.fixture(scope="session")
def one_sandbox() -> Iterator[Sandbox]:
    """A sandbox that remembers nothing, so that an example succeeds whatever was sent before."""
    with Sandbox(unthrottled(INDEX), state=None) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(one_sandbox: Sandbox) -> Sandbox:
    """The sandbox of all operations, with nothing received and no faults pending."""
    one_sandbox.received.clear()
    one_sandbox.faults.clear()
    return one_sandbox


@pytest.fixture(scope="session")
def load(one_sandbox: Sandbox) -> Load:
    """Return the module of an operation's script, which sends to the sandbox."""
    modules: dict[str, Any] = {}

    def load_once(operation: Operation) -> Any:
        if operation["script"] not in modules:
            modules[operation["script"]] = load_script(operation)
            modules[operation["script"]].API = one_sandbox.url
        return modules[operation["script"]]

    return load_once


@pytest.fixture
def call(load: Load, sandbox: Sandbox) -> Call:
    """Call an operation's script with a key, if it needs one; return the answer or the InvalidInput."""

    def call_once(operation: Operation, arguments: dict[str, Any]) -> Any:
        module = load(operation)
        try:
            return module.main(**({"auth": AUTH} if operation["needs_key"] else {}), **arguments)
        except module.InvalidInput as error:
            assert sandbox.received == [], "nothing is sent"
            return error

    return call_once
