"""Klaviyo's API descriptions, which are not in the repository: beside it, or in the folder KLAVIYO_OPENAPI."""

import os
from pathlib import Path

import pytest

from tests.support.collection import REVISION
from workbench.collection import ROOT

FOLDER = Path(os.environ.get("KLAVIYO_OPENAPI", ROOT.parent / "shared/openapi"))
CURRENT = FOLDER / f"{REVISION}.json"
FORMER = FOLDER / "2026-07-15.json"

needs_current = pytest.mark.skipif(not CURRENT.exists(), reason=f"no description at {CURRENT}")
needs_former = pytest.mark.skipif(not FORMER.exists(), reason=f"no description at {FORMER}")
