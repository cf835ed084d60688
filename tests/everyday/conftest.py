"""Fixtures: a shop in the sandbox, and the scripts pointed at it."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.collection import AUTH, INDEX, unthrottled
from workbench.collection import COLLECTION, load_module
from workbench.sandbox import Sandbox


@pytest.fixture(scope="package")
def listening_shop() -> Iterator[Sandbox]:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@pytest.fixture
def shop(listening_shop: Sandbox) -> Sandbox:
    """The sandbox with its shop as it was at first, nothing received and no faults pending."""
    listening_shop.reset_account()
    listening_shop.received.clear()
    listening_shop.faults.clear()
    return listening_shop


@pytest.fixture(scope="package")
def scripts() -> dict[str, Any]:
    """The modules of all everyday scripts, by name."""
    return {script["name"]: load_module(COLLECTION / script["script"]) for script in INDEX["everyday"]}


@pytest.fixture
def run(shop: Sandbox, scripts: dict[str, Any]) -> Callable[..., Any]:
    """Call a script as Windmill does: what is missing is null, or what the signature says."""

    def call(script: str, /, **arguments: Any) -> Any:
        module = scripts[script]
        module.API = shop.url
        parameters = inspect.signature(module.main).parameters
        missing = {key: None for key, parameter in parameters.items() if parameter.default is parameter.empty}
        return module.main(**{**missing, "auth": AUTH, **arguments})

    return call
