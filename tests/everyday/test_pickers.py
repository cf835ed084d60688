"""What the pickers offer, called as Windmill's server calls their functions."""

import inspect
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.collection import AUTH, INDEX
from workbench.sandbox import Fault, Sandbox

PICKERS = [(script["name"], picker) for script in INDEX["everyday"] for picker in script["pickers"]]
PAGE_SECONDS = 0.15
Open = Callable[..., list[dict[str, str]]]


@pytest.fixture
def open_picker(shop: Sandbox, scripts: dict[str, Any]) -> Open:
    """Call the function of a picker with those of Windmill's arguments that it has."""

    def call(script: str, picker: str, typed: str = "", auth: Any = AUTH) -> list[dict[str, str]]:
        module = scripts[script]
        module.API = shop.url
        function = getattr(module, picker)
        offered = {"auth": auth, "filterText": typed}
        choices: list[dict[str, str]] = function(
            **{name: offered[name] for name in inspect.signature(function).parameters}
        )
        assert all(isinstance(choice["value"], str) and choice["label"] for choice in choices)
        if typed:  # Windmill shows no others
            choices = [choice for choice in choices if typed.casefold() in choice["label"].casefold()]
        return choices

    return call


def labels(choices: list[dict[str, str]]) -> list[str]:
    return [choice["label"] for choice in choices]


def add_lists(shop: Sandbox, count: int) -> None:
    """Put lists in the place of those of the shop; each page takes as long as Klaviyo's."""
    shop.empty_account()
    shop.add("list", [(f"L{number:05}", {"name": f"List {number:04}"}) for number in range(count)])
    shop.faults.extend([Fault(delay=PAGE_SECONDS)] * 400)


@pytest.mark.parametrize("count", [0, 1, 30, 3000])
def test_lists(open_picker: Open, shop: Sandbox, count: int) -> None:
    add_lists(shop, count)
    started = time.monotonic()
    choices = open_picker("unsubscribe", "list_id")
    assert time.monotonic() - started < 1.5
    assert choices.pop() == {"value": "all", "label": "Everything, not only one list (all)"}
    if count == 0:
        assert choices == [{"value": "", "label": "The account has no lists."}]
    elif count < 3000:
        assert len(choices) == count
        assert choices[0] == {"value": "L00000", "label": "List 0000 (L00000)"}
    else:
        assert choices.pop() == {"value": "", "label": "There are more lists: type a name or an ID."}
        assert 30 <= len(choices) <= 70


@pytest.mark.parametrize("typed", ["List 2999", "L02999"])
def test_a_list_is_found_by_name_and_by_id(open_picker: Open, shop: Sandbox, typed: str) -> None:
    add_lists(shop, 3000)
    started = time.monotonic()
    found, more = open_picker("subscribe", "list_id", typed)
    assert time.monotonic() - started < 1.6
    assert found == {"value": "L02999", "label": "List 2999 (L02999)"}
    assert more["label"] == f"There are more lists: type a name or an ID. [{typed}]"


@pytest.mark.parametrize(
    ("script", "picker", "typed", "label"),
    [
        ("campaign_report", "campaign", "roast", "December roasts (01JD5A6F8X3B9M2T7KVW4QRZNC)"),
        ("flow_report", "flow", "CART", "Abandoned cart, tea and coffee (XVTP5Q, live)"),
        ("flow_report", "conversion_metric", "order", "Placed Order (SxR9Lh, Shopify)"),
        ("recent_events", "metric", "SxR9Lh", "Placed Order (SxR9Lh, Shopify)"),
        ("add_coupon_codes", "coupon", "spring", "SPRING26: 15% off any loose leaf tea over $40"),
    ],
)
def test_typed_text_is_looked_up(open_picker: Open, script: str, picker: str, typed: str, label: str) -> None:
    assert labels(open_picker(script, picker, typed)) == [label]


def test_a_new_metric_can_be_chosen(open_picker: Open) -> None:
    assert {"value": "Placed Order", "label": "Placed Order (SxR9Lh, Shopify)"} in open_picker("track_event", "metric")
    assert open_picker("track_event", "metric", "placed order") == [
        {"value": "Placed Order", "label": "Placed Order (SxR9Lh, Shopify)"}
    ]
    assert open_picker("track_event", "metric", "Signed Up") == [
        {"value": "Signed Up", "label": "Signed Up (a new metric)"}
    ]


FAULTS = [
    (Fault(status=401, body=b"{}"), "Klaviyo does not accept the key of this account."),
    (Fault(status=403, body=b"{}"), "The key of this account may not read {}s: it lacks the scope {}s:read."),
    (Fault(status=429, headers={"Retry-After": "7"}), "Too many requests to Klaviyo: open this again in 7 s."),
    (Fault(status=500, body=b"<html>"), "Klaviyo answered with status 500: open this again in a moment."),
    (Fault(reset=True), "Klaviyo cannot be reached: open this again in a moment."),
]


@pytest.mark.parametrize(("script", "picker"), PICKERS)
def test_every_picker_says_what_is_wrong(open_picker: Open, shop: Sandbox, script: str, picker: str) -> None:
    for auth in (None, {}, {"apiKey": ""}):
        assert labels(open_picker(script, picker, auth=auth)) == ["Choose a Klaviyo account first."]
    noun = {"list_id": "list", "conversion_metric": "metric"}.get(picker, picker)
    for fault, text in FAULTS:
        shop.faults.append(fault)
        assert text.format(noun, noun) in labels(open_picker(script, picker))
        assert len(shop.received) == 1, "it is not tried again"
        shop.received.clear()
    shop.faults.append(FAULTS[0][0])
    assert f"{FAULTS[0][1]} [xyz]" in labels(open_picker(script, picker, "xyz"))
