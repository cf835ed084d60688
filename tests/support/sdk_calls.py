"""URL KEY: what somebody does with Klaviyo's SDK, and what must come back; prints the number of calls."""

import sys
from typing import Any
from urllib.parse import parse_qs, urlsplit

from klaviyo_api import KlaviyoAPI  # type: ignore[import-not-found]  # in .venv/sdk
from openapi_client.exceptions import ApiException  # type: ignore[import-not-found]

url, key = sys.argv[1:]
klaviyo = KlaviyoAPI(key, test_host=url, max_retries=0)
calls = 0


def call(method: Any, *arguments: Any, **options: Any) -> Any:
    global calls
    calls += 1
    return method(*arguments, **options)


def refusal(method: Any, *arguments: Any) -> tuple[int, str]:
    """Return the status and the body of the error that a call raises."""
    try:
        call(method, *arguments)
    except ApiException as error:
        return error.status, str(error.body)
    raise AssertionError("the call succeeded")


def body(type_: str, id_: str | None = None, **attributes: Any) -> dict[str, Any]:
    return {"data": {"type": type_, "attributes": attributes} | ({"id": id_} if id_ else {})}


def try_resource(
    name: str,
    create: Any,
    get: Any,
    get_all: Any,
    update: Any,
    delete: Any,
    type_: str,
    new: Any,
    change: Any,
    **options: Any,
) -> str:
    """Create, read, update and delete a resource of one kind; returns the id that it had."""
    id_: str = call(create, body(type_, **new)).data.id
    assert call(get, id_).data.id == id_, name
    assert id_ in [item.id for item in call(get_all, **options).data], name
    call(update, id_, body(type_, id_, **change))
    for attribute, value in change.items():
        assert getattr(call(get, id_).data.attributes, attribute) == value, (name, attribute)
    call(delete, id_)
    assert refusal(get, id_)[0] == 404, name
    return id_


tags, lists, coupons, templates, catalogs = (
    klaviyo.Tags,
    klaviyo.Lists,
    klaviyo.Coupons,
    klaviyo.Templates,
    klaviyo.Catalogs,
)
profiles = klaviyo.Profiles
try_resource(
    "list", lists.create_list, lists.get_list, lists.get_lists, lists.update_list, lists.delete_list, "list",
    {"name": "Tea lovers"}, {"name": "Tea friends"}, filter='equals(name,"Tea lovers")',
)  # fmt: skip
try_resource(
    "tag", tags.create_tag, tags.get_tag, tags.get_tags, tags.update_tag, tags.delete_tag, "tag",
    {"name": "Spring"}, {"name": "Spring 2027"}, filter='equals(name,"Spring")',
)  # fmt: skip
try_resource(
    "coupon", coupons.create_coupon, coupons.get_coupon, coupons.get_coupons, coupons.update_coupon,
    coupons.delete_coupon, "coupon", {"external_id": "AUTUMN", "description": "10 % off"}, {"description": "15 % off"},
)  # fmt: skip
try_resource(
    "template", templates.create_template, templates.get_template, templates.get_templates, templates.update_template,
    templates.delete_template, "template", {"name": "Plain", "editor_type": "CODE", "html": "<p>Hello</p>"},
    {"name": "Plainer"},
)  # fmt: skip
item = {"external_id": "MUG-1", "title": "Mug", "description": "Blue", "url": "https://shop.example.com/mug"}
try_resource(
    "item", catalogs.create_catalog_item, catalogs.get_catalog_item, catalogs.get_catalog_items,
    catalogs.update_catalog_item, catalogs.delete_catalog_item, "catalog-item", item, {"title": "Large mug"},
)  # fmt: skip

made = [call(profiles.create_profile, body("profile", email=f"p{number}@example.org")).data.id for number in range(5)]
matching = call(profiles.get_profiles, filter='equals(email,"p3@example.org")').data
assert [profile.id for profile in matching] == [made[3]]
call(profiles.update_profile, made[0], body("profile", made[0], first_name="Zoë"))
assert call(profiles.get_profile, made[0]).data.attributes.first_name == "Zoë"
status, error = refusal(profiles.create_profile, body("profile", email="p1@example.org"))
assert (status, made[1] in error) == (409, True)
members: str = call(lists.create_list, body("list", name="Members")).data.id
references = {"data": [{"type": "profile", "id": id_} for id_ in made]}
call(lists.add_profiles_to_list, members, references)
seen: list[str] = []
page = call(lists.get_profiles_for_list, members, page_size=2)
while True:
    seen += [profile.id for profile in page.data]
    if not page.links.next:
        break
    [cursor] = parse_qs(urlsplit(page.links.next).query)["page[cursor]"]
    page = call(lists.get_profiles_for_list, members, page_size=2, page_cursor=cursor)
assert sorted(seen) == sorted(made)
call(lists.remove_profiles_from_list, members, {"data": references["data"][:2]})
assert len(call(lists.get_profile_ids_for_list, members).data) == 3
call(
    tags.tag_lists,
    call(tags.create_tag, body("tag", name="Inner circle")).data.id,
    {"data": [{"type": "list", "id": members}]},
)
assert [tag.attributes.name for tag in call(lists.get_tags_for_list, members).data] == ["Inner circle"]
event: dict[str, Any] = {
    "metric": {"data": {"type": "metric", "attributes": {"name": "Visited shop"}}},
    "profile": {"data": {"type": "profile", "attributes": {"email": "p4@example.org"}}},
    "properties": {"city": "Bern"},
}
call(klaviyo.Events.create_event, body("event", **event))
events = call(klaviyo.Events.get_events, filter=f'equals(profile_id,"{made[4]}")').data
assert [item.attributes.event_properties["city"] for item in events] == ["Bern"]
assert "Visited shop" in [metric.attributes.name for metric in call(klaviyo.Metrics.get_metrics).data]
print(calls)
