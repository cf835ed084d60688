"""Fixtures: a shop in the sandbox, a workspace of Windmill, and the triggers as jobs in it."""

import inspect
import itertools
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.collection import AUTH, INDEX, unthrottled
from tests.support.windmill_workspace import Workspace
from workbench.collection import COLLECTION, load_module
from workbench.sandbox import Sandbox

Poll = Callable[..., Any]


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
def listening_workspace() -> Iterator[Workspace]:
    with Workspace() as workspace:
        yield workspace


@pytest.fixture
def workspace(listening_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The workspace without any state; this process has the environment of a job in it."""
    listening_workspace.resources.clear()
    listening_workspace.variables.clear()
    listening_workspace.flows.clear()
    listening_workspace.broken.clear()
    for name, value in listening_workspace.environment.items():
        monkeypatch.setenv(name, value)
    return listening_workspace


@pytest.fixture(scope="package")
def scripts() -> dict[str, Any]:
    """The modules of all triggers, by name."""
    return {script["name"]: load_module(COLLECTION / script["script"]) for script in INDEX["triggers"]}


@pytest.fixture
def poll(
    shop: Sandbox, workspace: Workspace, scripts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """Run a trigger as a job of its own: what is missing is null, or what the signature says. Nobody waits."""
    jobs = itertools.count(1)

    def run(script: str, /, job: str | None = None, **arguments: Any) -> Any:
        monkeypatch.setenv("WM_JOB_ID", job or f"job-{next(jobs)}")
        module = scripts[script]
        module.API = shop.url
        module.time = SimpleNamespace(sleep=lambda _: None)
        parameters = inspect.signature(module.main).parameters
        missing = {key: None for key, parameter in parameters.items() if parameter.default is parameter.empty}
        auth = {"auth": AUTH} if "auth" in parameters else {}
        return module.main(**{**missing, **auth, **arguments})

    return run
