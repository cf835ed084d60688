"""State: what a trigger keeps between its runs"""

import json
import os
from pathlib import Path
from typing import Any

import wmill

from workbench.triggers.workspace import read_or_none

STATE_FOLDER = Path()  # by hand, where the file with the state is


def load_state() -> Any:
    """Return what the last run saved, None if there was none: Windmill's state or, by hand, a file.

    Raises KlaviyoError if Windmill cannot be asked: wmill.get_state would say that there is none.
    """
    if runs_in_windmill():
        return read_or_none(lambda: wmill.get_resource(wmill.get_state_path()))
    file = state_file()
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def save_state(state: Any) -> None:
    """Keep a JSON value for the next run."""
    if runs_in_windmill():
        wmill.set_state(state)
        return
    file = state_file()
    new = file.with_suffix(".new")
    new.write_text(json.dumps(state, indent=1), encoding="utf-8")
    new.replace(file)  # at once: a killed run leaves the old state or the new one


def runs_in_windmill() -> bool:
    return "WM_STATE_PATH" in os.environ or "WM_STATE_PATH_NEW" in os.environ


def state_file() -> Path:
    """Return the file for the state of a run by hand: new_events.state.json of new_events.py."""
    return STATE_FOLDER / f"{Path(__file__).stem}.state.json"


def job_id() -> str | None:
    """Return the ID of this job of Windmill: the same one if Windmill starts a job again whose worker has died."""
    return os.environ.get("WM_JOB_ID")
