"""The sandbox remembers: resources, relationships and jobs, read back by a client that uses requests alone."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import requests
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from jsonschema import Draft202012Validator

from tests.support.collection import INDEX, OPERATIONS, REVISION, unthrottled
from workbench.collection import Operation, load_answer, load_schema
from workbench.sandbox import API_KEY, Sandbox, answers
from workbench.sandbox.filters import Field, InvalidFilter, parse_filter

# Examples that create what other examples refer to, and which therefore exists already; an upsert that creates.
EXISTING = ["create_catalog_category", "create_catalog_item", "create_catalog_variant", "create_coupon"]
STATUSES = {**dict.fromkeys([*EXISTING, "create_coupon_code"], 409), "create_or_update_profile": 201}
HEADERS = {"Authorization": f"Klaviyo-API-Key {API_KEY}", "revision": REVISION}
API = "https://a.klaviyo.com"
Query = dict[str, Any]
UNKNOWN = "01JZZZZZZZZZZZZZZZZZZZZZZZ"


class Client:
    """Sends requests to a sandbox, and expects a status of each."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.session = requests.Session()

    def get(self, path: str, query: Query | None = None, status: int = 200) -> Any:
        """Return the document at a path."""
        response = self.session.get(f"{self.sandbox.url}{path}", headers=HEADERS, params=query, timeout=10)
        assert response.status_code == status, response.text
        return response.json()

    def send(self, method: str, path: str, data: Any, status: int) -> Any:
        """Send `data` as that of a body, none if it is None. Return the document of the answer, None if it is empty."""
        body = None if data is None else json.dumps({"data": data})
        headers = HEADERS | ({} if data is None else {"Content-Type": "application/vnd.api+json"})
        response = self.session.request(method, f"{self.sandbox.url}{path}", headers=headers, timeout=10, data=body)
        assert response.status_code == status, response.text
        return response.json() if response.content else None

    def create(self, path: str, type_: str, attributes: Any, status: int = 201) -> Any:
        """Create a resource from attributes; return it, or the first error."""
        document = self.send("POST", path, {"type": type_, "attributes": attributes}, status)
        return document["data"] if status < 400 else document["errors"][0]

    def pages(self, path: str, query: Query | None = None) -> Iterator[list[Any]]:
        """Return the data of each page."""
        while path:
            document = self.get(path, query)
            yield document["data"]
            path, query = document["links"].get("next", "").removeprefix(API), None

    def ids(self, path: str, query: Query | None = None) -> list[str]:
        """Return the ids on all pages."""
        return [resource["id"] for page in self.pages(path, query) for resource in page]


@pytest.fixture(scope="module")
def shop() -> Iterator[Sandbox]:
    with Sandbox(unthrottled(INDEX)) as sandbox:
        yield sandbox


@pytest.fixture
def client(shop: Sandbox) -> Client:
    """A client of the shop's account as it was at first."""
    shop.reset_account()
    return Client(shop)


@pytest.fixture
def empty(sandbox: Sandbox) -> Client:
    """A client of an account without resources."""
    sandbox.reset_account()
    return Client(sandbox)


def references(type_: str, *ids: str) -> list[dict[str, str]]:
    return [{"type": type_, "id": id_} for id_ in ids]


@OPERATIONS
def test_an_example_succeeds_and_its_answer_is_valid(operation: Operation, client: Client) -> None:
    arguments = load_schema(operation)["examples"][0]
    path = re.sub("{(.+?)}", lambda match: quote(arguments[match[1]], safe=""), operation["path"])
    values = {name: arguments[argument] for name, argument in operation["query"].items() if argument in arguments}
    query = {name: ",".join(value) if isinstance(value, list) else value for name, value in values.items()}
    headers: dict[str, str | None] = {**HEADERS}
    if not operation["needs_key"]:
        headers["Authorization"] = None
    content: dict[str, Any] = {}
    if operation["content_type"] == "multipart/form-data":
        content = {"files": {"file": ("tin.png", b"\x89PNG")}}
    elif operation["content_type"]:
        headers["Content-Type"] = operation["content_type"]
        content = {"data": json.dumps(arguments["body"])}
    response = requests.request(
        operation["method"], f"{client.sandbox.url}{path}", params=query, headers=headers, timeout=10, **content
    )
    status = STATUSES.get(operation["operation"], operation["success"]["status"])
    assert response.status_code == status, response.text
    if status < 400 and operation["success"]["content"]:
        assert [*Draft202012Validator(load_answer(operation)).iter_errors(response.json())] == []


EMAILS = st.sampled_from([f"c{number}@example.com" for number in range(4)])
NAMES = st.sampled_from(["Ada", "Björk", '100% (x),"y"'])


class Account(RuleBasedStateMachine):
    """Any sequence of writes leaves the sandbox as it leaves a model: dictionaries and sets."""

    sandbox: Sandbox

    def __init__(self) -> None:
        super().__init__()
        self.sandbox.reset_account()
        self.client = Client(self.sandbox)
        self.profiles: dict[str, dict[str, str]] = {}
        self.lists: dict[str, list[str]] = {}

    def find(self, email: str) -> str | None:
        return next((id_ for id_, attributes in self.profiles.items() if attributes["email"] == email), None)

    @rule(email=EMAILS, name=NAMES)
    def create_profile(self, email: str, name: str) -> None:
        held = self.find(email)
        made = self.client.create(
            "/api/profiles", "profile", {"email": email, "first_name": name}, 409 if held else 201
        )
        if held:
            assert made["meta"] == {"duplicate_profile_id": held}
        else:
            self.profiles[made["id"]] = {"email": email, "first_name": name}

    @rule(email=EMAILS, name=NAMES)
    def import_profile(self, email: str, name: str) -> None:
        held = self.find(email)
        made = self.client.create(
            "/api/profile-import", "profile", {"email": email, "first_name": name}, 200 if held else 201
        )
        assert held in (None, made["id"])
        self.profiles[made["id"]] = {"email": email, "first_name": name}

    @precondition(lambda self: self.profiles)
    @rule(choice=st.data(), email=EMAILS)
    def update_profile(self, choice: st.DataObject, email: str) -> None:
        id_ = choice.draw(st.sampled_from([*self.profiles]))
        held = self.find(email)
        data = {"type": "profile", "id": id_, "attributes": {"email": email}}
        self.client.send("PATCH", f"/api/profiles/{id_}", data, 200 if held in (None, id_) else 409)
        if held is None:
            self.profiles[id_]["email"] = email

    @precondition(lambda self: self.profiles)
    @rule(choice=st.data())
    def delete_profile(self, choice: st.DataObject) -> None:
        id_ = choice.draw(st.sampled_from([*self.profiles]))
        profile = {"type": "profile", "attributes": {"email": self.profiles[id_]["email"]}}
        data = {"type": "data-privacy-deletion-job", "attributes": {"profile": {"data": profile}}}
        self.client.send("POST", "/api/data-privacy-deletion-jobs", data, 202)
        del self.profiles[id_]
        self.lists = {name: [one for one in members if one != id_] for name, members in self.lists.items()}

    @rule(name=NAMES)
    def create_list(self, name: str) -> None:
        self.lists[self.client.create("/api/lists", "list", {"name": name})["id"]] = []

    @precondition(lambda self: self.lists)
    @rule(choice=st.data())
    def delete_list(self, choice: st.DataObject) -> None:
        id_ = choice.draw(st.sampled_from([*self.lists]))
        self.client.send("DELETE", f"/api/lists/{id_}", None, 204)
        self.client.get(f"/api/lists/{id_}", status=404)
        del self.lists[id_]

    @precondition(lambda self: self.lists and self.profiles)
    @rule(choice=st.data(), is_added=st.booleans())
    def change_members(self, choice: st.DataObject, is_added: bool) -> None:
        id_ = choice.draw(st.sampled_from([*self.lists]))
        changed = choice.draw(st.lists(st.sampled_from([*self.profiles]), min_size=1, max_size=3, unique=True))
        path = f"/api/lists/{id_}/relationships/profiles"
        self.client.send("POST" if is_added else "DELETE", path, references("profile", *changed), 204)
        kept = [one for one in self.lists[id_] if is_added or one not in changed]
        self.lists[id_] = kept + [one for one in changed if is_added and one not in kept]

    @precondition(lambda self: self.profiles)
    @rule(size=st.integers(1, 3), email=EMAILS)
    def read_everything(self, size: int, email: str) -> None:
        page = {"page[size]": size}
        assert self.client.ids("/api/profiles", page) == [*self.profiles]
        assert self.client.ids("/api/profiles", {"sort": "-id", **page}) == sorted(self.profiles, reverse=True)
        held = self.find(email)
        assert self.client.ids("/api/profiles", {"filter": f'equals(email,"{email}")'}) == ([held] if held else [])
        for id_, attributes in self.profiles.items():
            read = self.client.get(f"/api/profiles/{id_}")["data"]["attributes"]
            assert {name: read[name] for name in attributes} == attributes
            memberships = [name for name, members in self.lists.items() if id_ in members]
            assert sorted(self.client.ids(f"/api/profiles/{id_}/lists")) == sorted(memberships)
        for id_, members in self.lists.items():
            assert self.client.ids(f"/api/lists/{id_}/relationships/profiles", page) == members
            assert self.client.ids(f"/api/lists/{id_}/profiles", page) == members


def test_any_sequence_of_writes_agrees_with_a_model(sandbox: Sandbox) -> None:
    Account.sandbox = sandbox
    machine = Account.TestCase
    machine.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
    machine().runTest()


def test_the_pages_of_250_profiles_have_each_once(empty: Client) -> None:
    profiles = [{"type": "profile", "attributes": {"email": f"c{number}@example.com"}} for number in range(250)]
    job = {"type": "profile-bulk-import-job", "attributes": {"profiles": {"data": profiles}}}
    name = empty.send("POST", "/api/profile-bulk-import-jobs", job, 202)["data"]["id"]
    pages = [*empty.pages("/api/profiles", {"page[size]": 100, "sort": "-email"})]
    assert [len(page) for page in pages] == [100, 100, 50]
    emails = [profile["attributes"]["email"] for page in pages for profile in page]
    assert emails == sorted({f"c{number}@example.com" for number in range(250)}, reverse=True)
    assert len(empty.ids(f"/api/profile-bulk-import-jobs/{name}/profiles")) == 250
    second = empty.get(empty.get("/api/profiles", {"page[size]": 100})["links"]["next"].removeprefix(API))
    first = empty.get(second["links"]["prev"].removeprefix(API))
    assert [profile["attributes"]["email"] for profile in first["data"]] == [
        f"c{number}@example.com" for number in range(100)
    ]


def test_deleting_each_page_skips_nothing(empty: Client) -> None:
    for number in range(25):
        empty.create("/api/tags", "tag", {"name": f"Tag {number}"})
    path, deleted = "/api/tags", 0
    while path:
        document = empty.get(path)
        for tag in document["data"]:
            empty.send("DELETE", f"/api/tags/{tag['id']}", None, 204)
            deleted += 1
        path = document["links"].get("next", "").removeprefix(API)
    assert deleted == 25


def test_an_invalid_cursor(client: Client) -> None:
    for cursor in ("x", "eyJ9"):
        client.get("/api/profiles", {"page[cursor]": cursor}, status=400)


@pytest.mark.parametrize("name", ["email", "phone_number", "external_id"])
def test_a_duplicate_profile(client: Client, name: str) -> None:
    value = {"email": "x@example.com", "phone_number": "+12025550199", "external_id": "X-1"}[name]
    first = client.create("/api/profiles", "profile", {name: value})
    error = client.create("/api/profiles", "profile", {"first_name": "Ada", name: value}, 409)
    assert (error["code"], error["meta"]) == ("duplicate_profile", {"duplicate_profile_id": first["id"]})


def test_unknown_ids(client: Client) -> None:
    for path in (f"/api/lists/{UNKNOWN}", f"/api/lists/{UNKNOWN}/profiles", f"/api/lists/{UNKNOWN}/relationships/tags"):
        assert client.get(path, status=404)["errors"][0]["code"] == "not_found"
    client.send("DELETE", f"/api/lists/{UNKNOWN}", None, 404)
    path = "/api/lists/Y6nRLr/relationships/profiles"
    [error] = client.send("POST", path, references("profile", UNKNOWN), 404)["errors"]
    assert error["source"] == {"pointer": "/data/0/id"}
    group = {"tag-group": {"data": references("tag-group", UNKNOWN)[0]}}
    tag = {"type": "tag", "attributes": {"name": "Late summer"}, "relationships": group}
    [error] = client.send("POST", "/api/tags", tag, 404)["errors"]
    assert error["source"] == {"pointer": "/data/relationships/tag-group/data"}
    assert "Late summer" not in json.dumps(client.get("/api/tags")), "nothing is created"


def test_a_relationship_to_a_wrong_type(client: Client) -> None:
    path = "/api/lists/Y6nRLr/relationships/profiles"
    [error] = client.send("POST", path, references("tag", UNKNOWN), 400)["errors"]
    assert error["source"] == {"pointer": "/data/0/type"}


def test_both_ends_of_a_relationship_agree(client: Client) -> None:
    tag = client.get("/api/tags")["data"][0]["id"]
    client.send("POST", f"/api/tags/{tag}/relationships/lists", references("list", "Rb8mQz"), 204)
    assert tag in client.ids("/api/lists/Rb8mQz/tags")
    client.send("DELETE", f"/api/tags/{tag}", None, 204)
    assert tag not in client.ids("/api/lists/Rb8mQz/relationships/tags")
    group = client.get("/api/tag-groups")["data"][1]["id"]
    for name in ("First", "Second"):
        relationships = {"tag-group": {"data": references("tag-group", group)[0]}}
        tag = {"type": "tag", "attributes": {"name": name}, "relationships": relationships}
        made = client.send("POST", "/api/tags", tag, 201)["data"]["id"]
        assert client.get(f"/api/tags/{made}/relationships/tag-group")["data"]["id"] == group
        assert made in client.ids(f"/api/tag-groups/{group}/tags")


def test_a_relationship_is_replaced(client: Client) -> None:
    base = "$custom:::$default:::"
    path = f"/api/catalog-items/{quote(base)}TEA-EARL/relationships/categories"
    client.send("PATCH", path, references("catalog-category", f"{base}GIFTS"), 204)
    assert client.ids(path) == [f"{base}GIFTS"]
    assert f"{base}TEA-EARL" not in client.ids(f"/api/catalog-categories/{quote(base)}TEAS/items")


def test_include_fields_and_additional_fields(client: Client) -> None:
    event = client.get("/api/events", {"include": "metric,profile", "fields[event]": "datetime", "page[size]": 5})
    assert [resource["attributes"].keys() for resource in event["data"]] == [{"datetime"}] * 5
    related = {(entry["type"], entry["id"]) for entry in event["included"]}
    assert len(related) == len(event["included"]), "each is included once"
    for resource in event["data"]:
        for name in ("metric", "profile"):
            assert tuple(resource["relationships"][name]["data"][key] for key in ("type", "id")) in related
    attributes = client.get("/api/profiles", {"fields[profile]": "email,location.city"})["data"][0]["attributes"]
    assert attributes == {"email": "mina@example.com", "location": {"city": "Portland"}}
    assert "subscriptions" not in client.get("/api/profiles")["data"][0]["attributes"]
    assert (
        "subscriptions"
        in client.get("/api/profiles", {"additional-fields[profile]": "subscriptions"})["data"][0]["attributes"]
    )
    counted = client.get("/api/lists/Y6nRLr", {"additional-fields[list]": "profile_count"})["data"]["attributes"]
    assert counted["profile_count"] == len(client.ids("/api/lists/Y6nRLr/profiles")) > 0


def test_sorting(client: Client) -> None:
    times = [
        event["attributes"]["datetime"] for page in client.pages("/api/events", {"sort": "-datetime"}) for event in page
    ]
    assert len(times) == 40
    assert times == sorted(times, reverse=True)


FILTERS = [
    ("/api/profiles", 'equals(email,"ada@example.com")', 1),
    ("/api/profiles", 'any(email,["ada@example.com","mina@example.com","nobody@example.com"])', 2),
    ("/api/profiles", 'any(email,["Ada@Example.com"])', 1),
    ("/api/profiles", "greater-than(created,2020-01-01T00:00:00Z),less-than(created,2020-01-02T00:00:00Z)", 0),
    ("/api/profiles", "and(greater-than(created,2020-01-01),less-than(created,2100-01-01))", 12),
    ("/api/profiles", 'not(equals(email,"ada@example.com"))', 11),
    ("/api/tags", 'starts-with(name,"tea")', 1),
    ("/api/tags", 'ends-with(name,"2026")', 2),
    ("/api/tags", 'contains(name,"in")', 2),
    ("/api/events", "has(profile)", 40),
    ("/api/events", "greater-than(timestamp,1700000000)", 40),
    ("/api/events", "less-than(timestamp,2023-01-01)", 0),
    ("/api/metrics", 'equals(integration.name,"Shopify")', 3),
    ("/api/flows", 'equals(status,"live"),equals(archived,false)', 1),
    ("/api/catalog-variants", 'equals(item.id,"$custom:::$default:::TEA-EARL")', 1),
    ("/api/catalog-items", 'equals(category.id,"$custom:::$default:::TEAS")', 4),
    ("/api/reviews", "greater-or-equal(rating,3)", 1),
    ("/api/reviews", "less-or-equal(rating,5)", 2),
]


@pytest.mark.parametrize(("path", "text", "count"), FILTERS, ids=[text for _, text, _ in FILTERS])
def test_filters(client: Client, path: str, text: str, count: int) -> None:
    assert len(client.ids(path, {"filter": text})) == count


@pytest.mark.parametrize(
    "text",
    [
        "equals(color,1)",
        'contains(email,"ada")',
        "email",
        'equals(email,"ada',
        'equals(email,"a"',
        'equals(email,["a"])',
        'any(email,"a")',
        'equals(email,"a")equals(email,"a")',
        "equals()",
        "and()",
        ")",
    ],
)
def test_invalid_filters(client: Client, text: str) -> None:
    [error] = client.get("/api/profiles", {"filter": text}, status=400)["errors"]
    assert error["source"] == {"parameter": "filter"}
    with pytest.raises(InvalidFilter):
        parse_filter(text, {"email": Field("email", ["equals", "any"], (str,))})


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("/api/profiles", "equals(email,ada@example.com)", "A text is in quotes"),
        ("/api/profiles", "equals(email,12)", "email takes a text in quotes, not a number"),
        ("/api/profiles", 'any(id,["a",2])', "id takes a text in quotes, not a number"),
        ("/api/profiles", 'greater-than(created,"2026-01-01T00:00:00Z")', "created takes a time without quotes"),
        ("/api/profiles", "greater-than(created,yesterday)", "yesterday is neither a number, a time"),
        ("/api/profiles", "greater-than(created,2026-13-01)", "2026-13-01 is neither a number, a time"),
        ("/api/profiles", "greater-than(updated,20260101)", "updated takes a time without quotes"),
        ("/api/flows", 'equals(archived,"false")', "archived takes true or false, not a text"),
        ("/api/reviews", 'greater-or-equal(rating,"3")', "rating takes a number, not a text"),
        ("/api/events", "equals(profile_id,12)", "profile_id takes a text in quotes"),
        ("/api/lists/Y6nRLr/profiles", 'greater-than(joined_group_at,"2026-01-01")', "takes a time without quotes"),
        ("/api/lists/Y6nRLr/relationships/profiles", "equals(email,null)", "null is neither"),
    ],
)
def test_filters_with_values_of_the_wrong_kind(client: Client, path: str, text: str, reason: str) -> None:
    [error] = client.get(path, {"filter": text}, status=400)["errors"]
    assert reason in error["detail"]


def event(unique_id: str, email: str, metric: str = "Poured Tea") -> dict[str, Any]:
    return {
        "metric": {"data": {"type": "metric", "attributes": {"name": metric}}},
        "profile": {"data": {"type": "profile", "attributes": {"email": email}}},
        "properties": {"cups": 2},
        "time": "2026-11-20T09:30:00+00:00",
        "value": 7.5,
        "unique_id": unique_id,
    }


def bulk_events(count: int, name: str = "u") -> Any:
    """Return the data of a bulk request with events of one profile."""
    rows = [event(f"{name}{number}", "") for number in range(count)]
    events = [{"type": "event", "attributes": {key: row[key] for key in row if key != "profile"}} for row in rows]
    profile = {"type": "profile", "attributes": {"email": "c@example.com"}}
    group = {"type": "event-bulk-create", "attributes": {"profile": {"data": profile}, "events": {"data": events}}}
    return {"type": "event-bulk-create-job", "attributes": {"events-bulk-create": {"data": [group]}}}


def test_an_event_brings_its_profile_and_metric(empty: Client) -> None:
    for unique_id in ("o-1", "o-2", "o-1"):
        empty.send("POST", "/api/events", {"type": "event", "attributes": event(unique_id, "c@example.com")}, 202)
    [profile] = empty.ids("/api/profiles", {"filter": 'equals(email,"c@example.com")'})
    [metric] = empty.ids("/api/metrics")
    events = empty.get("/api/events", {"filter": f'equals(metric_id,"{metric}"),equals(profile_id,"{profile}")'})[
        "data"
    ]
    assert [one["attributes"]["event_properties"]["$event_id"] for one in events] == ["o-1", "o-2"]
    assert events[0]["attributes"]["datetime"] == "2026-11-20T09:30:00+00:00"
    assert empty.get(f"/api/events/{events[0]['id']}/profile")["data"]["id"] == profile


def test_bulk_events_are_stored_up_to_a_limit(empty: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MAX_EVENTS", 50)
    for number in range(3):
        empty.send("POST", "/api/event-bulk-create-jobs", bulk_events(30, f"r{number}"), 202)
    assert len(empty.ids("/api/events")) == 60, "those of the request that reaches the limit, and no more"
    assert len(empty.ids("/api/profiles")) == 1


def test_consent_and_suppression(client: Client) -> None:
    def marketing() -> Any:
        query = {"filter": 'equals(email,"new@example.com")', "additional-fields[profile]": "subscriptions"}
        [profile] = client.get("/api/profiles", query)["data"]
        return profile["attributes"]["subscriptions"]["email"]["marketing"]

    def change(kind: str, verb: str, status: int = 202) -> None:
        type_ = f"profile-{kind}-bulk-{verb}-job"
        consent = {
            "subscriptions": {"email": {"marketing": {"consent": "SUBSCRIBED" if verb == "create" else "UNSUBSCRIBED"}}}
        }
        attributes = {"email": "new@example.com", **(consent if kind == "subscription" else {})}
        data = {"type": type_, "attributes": {"profiles": {"data": [{"type": "profile", "attributes": attributes}]}}}
        if kind == "subscription":
            data["relationships"] = {"list": {"data": references("list", "Rb8mQz")[0]}}
        client.send("POST", f"/api/{type_}s", data, status)

    before = client.ids("/api/lists/Rb8mQz/profiles")
    change("subscription", "create")
    assert (marketing()["consent"], marketing()["can_receive_email_marketing"]) == ("SUBSCRIBED", True)
    assert len(client.ids("/api/lists/Rb8mQz/profiles")) == len(before) + 1
    change("suppression", "create")
    assert [entry["reason"] for entry in marketing()["suppression"]] == ["USER_SUPPRESSED"]
    change("suppression", "delete")
    assert marketing()["suppression"] == []
    change("subscription", "delete")
    assert [entry["list_id"] for entry in marketing()["list_suppressions"]] == ["Rb8mQz"]
    assert marketing()["consent"] == "SUBSCRIBED", "who is on the list is unsubscribed from it alone"
    assert client.ids("/api/lists/Rb8mQz/profiles") == before
    change("subscription", "delete")
    assert marketing()["consent"] == "UNSUBSCRIBED", "who is not on it, from everything"
    assert [entry["reason"] for entry in marketing()["suppression"]] == ["UNSUBSCRIBE"]
    change("suppression", "create")
    change("suppression", "delete")
    assert (marketing()["consent"], marketing()["can_receive_email_marketing"]) == ("UNSUBSCRIBED", False)
    change("subscription", "create")
    assert (marketing()["consent"], marketing()["list_suppressions"]) == ("SUBSCRIBED", [])


def test_the_shop_has_consents(client: Client) -> None:
    profiles = client.get("/api/profiles", {"additional-fields[profile]": "subscriptions"})["data"]
    email = [profile["attributes"]["subscriptions"]["email"]["marketing"] for profile in profiles]
    assert {consent["consent"] for consent in email} == {"SUBSCRIBED", "UNSUBSCRIBED", "NEVER_SUBSCRIBED"}
    for consent in email:
        assert (consent["consent_timestamp"] is None) == (consent["consent"] == "NEVER_SUBSCRIBED")
        is_permitted = consent["consent"] != "UNSUBSCRIBED" and not consent["suppression"]
        assert consent["can_receive_email_marketing"] == is_permitted
    filtered = 'equals(subscriptions.email.marketing.suppression.reason,"USER_SUPPRESSED")'
    assert len(client.ids("/api/profiles", {"filter": filtered})) == 2


def subscribe(client: Client, status: int, attributes: Any, list_id: str = "Y6nRLr", **options: Any) -> Any:
    """Subscribe one profile to a list, double opt-in by default. Return the error, if there is one."""
    type_ = "profile-subscription-bulk-create-job"
    profile = {"type": "profile", "attributes": attributes}
    data = {"type": type_, "attributes": {"profiles": {"data": [profile]}, **options}}
    data["relationships"] = {"list": {"data": references("list", list_id)[0]}}
    answer = client.send("POST", f"/api/{type_}s", data, status)
    return answer["errors"][0] if answer else None


def test_double_opt_in_waits_unless_the_consent_is_of_the_past(client: Client) -> None:
    def consents() -> Any:
        query = {"filter": 'equals(email,"new@example.com")', "additional-fields[profile]": "subscriptions"}
        [profile] = client.get("/api/profiles", query)["data"]
        return profile["attributes"]["subscriptions"]

    consent = {"consent": "SUBSCRIBED"}
    attributes = {"email": "new@example.com", "subscriptions": {"email": {"marketing": consent}}}
    before = client.ids("/api/lists/Y6nRLr/profiles")
    subscribe(client, 202, attributes)
    assert not consents()
    assert client.ids("/api/lists/Y6nRLr/profiles") == before
    consent["consented_at"] = "2025-03-01T09:30:00+00:00"
    subscribe(client, 202, attributes, historical_import=True, custom_source="Fair")
    marketing = consents()["email"]["marketing"]
    assert (marketing["consent"], marketing["consent_timestamp"]) == ("SUBSCRIBED", "2025-03-01T09:30:00+00:00")
    assert marketing["custom_method_detail"] == "Fair"
    assert len(client.ids("/api/lists/Y6nRLr/profiles")) == len(before) + 1


@pytest.mark.parametrize("time", [None, "2199-01-01T00:00:00+00:00"])
def test_a_consent_of_the_past_needs_its_time(client: Client, time: str | None) -> None:
    consent = {"email": {"marketing": {"consent": "SUBSCRIBED", **({"consented_at": time} if time else {})}}}
    error = subscribe(client, 400, {"email": "new@example.com", "subscriptions": consent}, historical_import=True)
    assert error["source"]["pointer"] == "/data/attributes/profiles/data/0/attributes/subscriptions/email"


def test_a_channel_needs_its_identifier(client: Client) -> None:
    consent = {"sms": {"marketing": {"consent": "SUBSCRIBED"}}}
    error = subscribe(client, 400, {"email": "new@example.com", "subscriptions": consent})
    assert error["source"]["pointer"] == "/data/attributes/profiles/data/0/attributes/phone_number"


def event_with(**changes: Any) -> Any:
    """Return a body of create_event with other attributes."""
    return {"type": "event", "attributes": event("o-1", "c@example.com") | changes}


NOBODY = {"type": "profile", "attributes": {"first_name": "Ada", "email": None}}
MINA = "01JCQ7V5Z0M8T2K4N6R9W3XAYB"
BULK = "/data/attributes/events-bulk-create/data/0/attributes"


@pytest.mark.parametrize(
    ("method", "path", "data", "pointer"),
    [
        ("POST", "/api/events", event_with(profile={"data": NOBODY}), "/data/attributes/profile/data"),
        ("POST", "/api/events", event_with(time="yesterday"), "/data/attributes/time"),
        ("POST", "/api/events", event_with(time="2026-02-30T10:00:00Z"), "/data/attributes/time"),
        ("POST", "/api/events", event_with(time="1989-02-03T10:00:00Z"), "/data/attributes/time"),
        ("POST", "/api/events", event_with(metric={}), "/data/attributes/metric"),
        (
            "POST",
            "/api/events",
            event_with(metric={"data": {"type": "metric", "attributes": {"name": " "}}}),
            "/data/attributes/metric/data/attributes/name",
        ),
        ("POST", "/api/profiles", NOBODY, "/data"),
        ("POST", "/api/profile-import", NOBODY, "/data"),
        (
            "POST",
            "/api/profile-bulk-import-jobs",
            {"type": "profile-bulk-import-job", "attributes": {"profiles": {"data": [NOBODY]}}},
            "/data/attributes/profiles/data/0",
        ),
        ("PATCH", f"/api/profiles/{MINA}", {"type": "profile", "id": UNKNOWN, "attributes": {}}, "/data/id"),
        ("PATCH", "/api/lists/Y6nRLr", {"type": "list", "id": "Rb8mQz", "attributes": {"name": "x"}}, "/data/id"),
        (
            "POST",
            "/api/profile-merge",
            {"type": "profile-merge", "id": MINA, "relationships": {"profiles": {"data": references("profile", MINA)}}},
            "/data/relationships/profiles/data/0/id",
        ),
    ],
)
def test_bodies_that_klaviyo_refuses(client: Client, method: str, path: str, data: Any, pointer: str) -> None:
    [error] = client.send(method, path, data, 400)["errors"]
    assert error["source"] == {"pointer": pointer}


@pytest.mark.parametrize(
    ("part", "value", "pointer"),
    [
        ("profile", {"data": NOBODY}, f"{BULK}/profile/data"),
        ("unique_id", "u0", f"{BULK}/events/data/1/attributes/unique_id"),
        ("time", "now", f"{BULK}/events/data/1/attributes/time"),
    ],
)
def test_bulk_events_that_klaviyo_refuses(client: Client, part: str, value: Any, pointer: str) -> None:
    data = bulk_events(2)
    group = data["attributes"]["events-bulk-create"]["data"][0]["attributes"]
    (group if part == "profile" else group["events"]["data"][1]["attributes"])[part] = value
    [error] = client.send("POST", "/api/event-bulk-create-jobs", data, 400)["errors"]
    assert error["source"] == {"pointer": pointer}


def test_emails_are_compared_without_case(client: Client) -> None:
    error = client.create("/api/profiles", "profile", {"email": "MINA@example.com"}, 409)
    assert error["meta"] == {"duplicate_profile_id": MINA}
    assert client.create("/api/profile-import", "profile", {"email": "Mina@Example.com"}, 200)["id"] == MINA


def test_a_new_list_has_an_opt_in_process(client: Client) -> None:
    made = client.create("/api/lists", "list", {"name": "New"})
    assert made["attributes"]["opt_in_process"] == "double_opt_in"
    made = client.create("/api/lists", "list", {"name": "New", "opt_in_process": "single_opt_in"})
    assert made["attributes"]["opt_in_process"] == "single_opt_in"


def test_a_bulk_job_creates_its_items_and_finishes(client: Client) -> None:
    example = next(entry for entry in INDEX["operations"] if entry["operation"] == "bulk_create_catalog_variants")
    data = load_schema(example)["examples"][0]["body"]["data"]
    variants = data["attributes"]["variants"]["data"]
    variants = [
        entry | {"relationships": {"item": {"data": references("catalog-item", "$custom:::$default:::TEA-EARL")[0]}}}
        for entry in variants
    ]
    data["attributes"]["variants"]["data"] = [*variants, variants[0]]
    job = client.send("POST", "/api/catalog-variant-bulk-create-jobs", data, 202)["data"]["id"]
    read = [client.get(f"/api/catalog-variant-bulk-create-jobs/{job}")["data"]["attributes"] for _ in range(3)]
    assert [attributes["status"] for attributes in read] == ["processing", "complete", "complete"]
    assert (read[1]["completed_count"], read[1]["failed_count"]) == (len(variants), 1)
    made = client.ids("/api/catalog-items/%24custom%3A%3A%3A%24default%3A%3A%3ATEA-EARL/variants")
    assert len(made) == 1 + len(variants)


def test_patched_properties(client: Client) -> None:
    made = client.create(
        "/api/profiles", "profile", {"email": "p@example.com", "properties": {"a": 1, "b": ["x", "y"], "c": 2}}
    )
    changes = {"append": {"b": "z", "d": 1}, "unappend": {"b": "x"}, "unset": "c"}
    data = {"type": "profile", "id": made["id"], "attributes": {}, "meta": {"patch_properties": changes}}
    updated = client.send("PATCH", f"/api/profiles/{made['id']}", data, 200)["data"]["attributes"]
    assert updated["properties"] == {"a": 1, "b": ["y", "z"], "d": [1]}


def test_profiles_are_merged(client: Client) -> None:
    kept, merged = (client.create("/api/profiles", "profile", {"email": f"{name}@example.com"})["id"] for name in "ab")
    client.send("POST", "/api/lists/Rb8mQz/relationships/profiles", references("profile", merged), 204)
    data = {"type": "profile-merge", "id": kept, "relationships": {"profiles": {"data": references("profile", merged)}}}
    assert client.send("POST", "/api/profile-merge", data, 201)["data"]["id"] == kept
    client.get(f"/api/profiles/{merged}", status=404)
    assert kept in client.ids("/api/lists/Rb8mQz/profiles")


def import_profiles(client: Client, profiles: list[Any]) -> str:
    """Start an import of profiles, given by their attributes. Return the ID of the job."""
    entries = [{"type": "profile", "attributes": attributes} for attributes in profiles]
    job = {"type": "profile-bulk-import-job", "attributes": {"profiles": {"data": entries}}}
    return str(client.send("POST", "/api/profile-bulk-import-jobs", job, 202)["data"]["id"])


def test_conflicting_identifiers_are_import_errors(empty: Client) -> None:
    import_profiles(empty, [{"email": "a@example.com", "external_id": "1"}, {"email": "b@example.com"}])
    job = import_profiles(empty, [{"email": "B@example.com", "external_id": "1"}, {"email": "c@example.com"}])
    states = [empty.get(f"/api/profile-bulk-import-jobs/{job}")["data"]["attributes"] for _ in range(2)]
    assert [state["status"] for state in states] == ["processing", "complete"]
    assert (states[1]["completed_count"], states[1]["failed_count"]) == (1, 1)
    [error] = empty.get(f"/api/profile-bulk-import-jobs/{job}/import-errors")["data"]
    assert error["attributes"]["source"] == {"pointer": "/data/attributes/profiles/data/0"}
    assert error["attributes"]["original_payload"]["email"] == "B@example.com"
    assert len(empty.ids("/api/profiles")) == 3


def test_a_file_keeps_everything_even_if_the_sandbox_is_killed(tmp_path: Path) -> None:
    file = str(tmp_path / "shop.sqlite")
    killed = Sandbox(unthrottled(INDEX), state=file)
    with killed:
        client = Client(killed)
        made = client.create("/api/lists", "list", {"name": "Kept"})["id"]
        job = import_profiles(client, [{"email": "kept@example.com"}])
        client.get(f"/api/profile-bulk-import-jobs/{job}")
        profile = {"type": "profile", "attributes": {"email": "mina@example.com"}}
        data = {"type": "profile-suppression-bulk-create-job", "attributes": {"profiles": {"data": [profile]}}}
        suppression = client.send("POST", "/api/profile-suppression-bulk-create-jobs", data, 202)["data"]["id"]
        client.send("POST", "/api/event-bulk-create-jobs", bulk_events(3), 202)
        copy = tmp_path / "copy.sqlite"  # what is in the file before the sandbox ends in order
        copy.write_bytes(Path(file).read_bytes())
        account_id = killed.account_id
    with Sandbox(unthrottled(INDEX), state=str(copy)) as sandbox:
        client = Client(sandbox)
        assert client.get(f"/api/lists/{made}")["data"]["attributes"]["name"] == "Kept"
        assert client.get(f"/api/profile-bulk-import-jobs/{job}")["data"]["attributes"]["status"] == "complete"
        assert client.get(f"/api/profile-suppression-bulk-create-jobs/{suppression}")["data"]["id"] == suppression
        assert len(client.ids("/api/events")) == 43
        assert sandbox.account_id == account_id
        sandbox.reset_account()
        assert sandbox.account_id != account_id
        client.get(f"/api/profile-bulk-import-jobs/{job}", status=404)


def test_without_a_state_nothing_is_remembered() -> None:
    with Sandbox(unthrottled(INDEX), state=None) as sandbox:
        made = Client(sandbox).create("/api/lists", "list", {"name": "Forgotten"})
        assert made["id"] == Client(sandbox).get(f"/api/lists/{UNKNOWN}")["data"]["id"]
