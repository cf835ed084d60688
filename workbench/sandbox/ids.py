"""New ids, in the form of those that Klaviyo gives."""

import random
import re
import string
import time
import uuid

from workbench.sandbox.facts import JSON, Facts

# How ids follow from attributes, where they do; other ids are random.
TEMPLATES = {
    "catalog-category": "{integration_type}:::{catalog_type}:::{external_id}",
    "catalog-item": "{integration_type}:::{catalog_type}:::{external_id}",
    "catalog-variant": "{integration_type}:::{catalog_type}:::{external_id}",
    "coupon": "{external_id}",
    "coupon-code": "{coupon}-{unique_code}",
    "push-token": "{token}",
}
DEFAULTS = {"integration_type": "$custom", "catalog_type": "$default"}
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id(facts: Facts, data: JSON) -> str:
    """Return the id of a resource to be created."""
    if template := TEMPLATES.get(data["type"]):
        coupon = data.get("relationships", {}).get("coupon", {}).get("data", {}).get("id")
        return template.format(**{**DEFAULTS, **data["attributes"], "coupon": coupon})
    return str(data.get("id") or random_id(facts, data["type"]))


def random_id(facts: Facts, type_: str) -> str:
    """Return an id that looks like the one in the type's example."""
    like = facts.examples.get(type_, {}).get("id", "")
    if re.fullmatch(r"01[0-9A-Z]{24}", like):  # a ULID: 48 bits of time, 80 of chance
        number = (int(time.time() * 1000) << 80) | random.getrandbits(80)
        return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
    if "-" in like:
        return str(uuid.uuid4())
    if re.fullmatch(r"[0-9a-f]{32}", like):
        return uuid.uuid4().hex
    alphabet = string.digits if like.isdecimal() else string.ascii_letters + string.digits
    return "".join(random.choices(alphabet, k=max(6, len(like))))  # noqa: S311
