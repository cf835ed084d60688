"""The committed collection, as the tests refer to it."""

import sys
from pathlib import Path

import pytest

from workbench.collection import ROOT, Index, Operation, load_index, load_operation
from workbench.sandbox import API_KEY, TOKEN

INDEX = load_index()
REVISION = INDEX["revision"]
AUTH = {"apiKey": API_KEY}
TOKEN_AUTH = {"token": TOKEN}
BULK_CREATE_EVENTS = load_operation("bulk_create_events")
OPERATIONS = pytest.mark.parametrize("operation", INDEX["operations"], ids=lambda operation: operation["operation"])
WITH_BODY = pytest.mark.parametrize(
    "operation",
    [operation for operation in INDEX["operations"] if operation["content_type"] == "application/vnd.api+json"],
    ids=lambda operation: operation["operation"],
)
FLOWS = {
    str(folder.relative_to(ROOT)).removesuffix("__flow"): folder for folder in sorted(ROOT.glob("f/klaviyo/*/*__flow"))
}
NODE = Path(sys.executable).with_name("node")
NODE_MODULES = ROOT / "workbench/node_modules"


def unthrottled(index: Index) -> Index:
    """Return the index without rate limits, for tests that send more than Klaviyo would accept."""
    operations: list[Operation] = [{**operation, "rate_limits": {}} for operation in index["operations"]]
    return {**index, "operations": operations}
