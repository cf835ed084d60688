"""Fixtures: a copy of the collection and Windmill's CLI in it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.support.windmill_cli import OTHER_FILES, copy_collection, run_wmill
from tests.support.windmill_server import WindmillServer


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copy_collection(tmp_path / "checkout")


@pytest.fixture
def windmill() -> Iterator[WindmillServer]:
    with WindmillServer(OTHER_FILES) as server:
        yield server


@pytest.fixture
def wmill(checkout: Path, windmill: WindmillServer) -> Callable[..., str]:
    """Runs the CLI with these arguments; returns what it prints."""
    return partial(run_wmill, checkout, windmill)
