"""Makes the bodies of both calls of an order as Shopify's orders/create webhook sends it."""

from typing import Any

NEEDED = ("id", "created_at", "currency", "total_price", "line_items")


def main(order: Any) -> dict[str, Any]:
    """Return `profile` and `event`: the bodies of create_or_update_profile and create_event.

    Raises ValueError if something that the event needs is missing from the order.
    """
    check_order(order)
    customer = order.get("customer") or {}
    address = order.get("billing_address") or {}
    identifiers = without_empty(
        {
            "email": order.get("email") or customer.get("email"),
            "phone_number": order.get("phone") or customer.get("phone"),
            "external_id": str(customer["id"]) if customer.get("id") else None,
        }
    )
    if not identifiers:
        raise ValueError("The order has no customer: no email, no phone and no customer with an id")
    location = without_empty(
        {
            "address1": address.get("address1"),
            "city": address.get("city"),
            "region": address.get("province"),
            "zip": address.get("zip"),
            "country": address.get("country_code"),
        }
    )
    attributes = without_empty(
        {
            **identifiers,
            "first_name": customer.get("first_name"),
            "last_name": customer.get("last_name"),
            "location": location,
        }
    )
    return {
        "profile": {"data": {"type": "profile", "attributes": attributes}},
        "event": {
            "data": {
                "type": "event",
                "attributes": {
                    "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
                    "profile": {"data": {"type": "profile", "attributes": identifiers}},
                    "time": order["created_at"],
                    "value": to_number(order, "total_price", "The order"),
                    "value_currency": order["currency"],
                    "properties": {
                        "order_number": order.get("order_number"),
                        "lines": [make_line(line) for line in order["line_items"]],
                    },
                    # Shopify may send the webhook twice; Klaviyo records the order once.
                    "unique_id": str(order["id"]),
                },
            }
        },
    }


def check_order(order: Any) -> None:
    """Raise ValueError unless this is an order with everything that the event needs."""
    if not isinstance(order, dict) or not order:
        raise ValueError("There is no order. The body of the webhook, or the input order, is the order as an object")
    missing = [name for name in NEEDED if order.get(name) in (None, "")]
    if missing:
        raise ValueError(
            f"The order has no {' and no '.join(missing)}; Shopify's webhook orders/create sends all of these"
        )
    if not isinstance(order["line_items"], list) or not all(isinstance(line, dict) for line in order["line_items"]):
        raise ValueError("line_items of the order is not a list of objects")


def make_line(line: dict[str, Any]) -> dict[str, Any]:
    return {
        "sku": line.get("sku"),
        "title": line.get("title"),
        "quantity": int(to_number(line, "quantity", "A line of the order")),
        "price": to_number(line, "price", "A line of the order"),
    }


def to_number(values: dict[str, Any], name: str, owner: str) -> float:
    """Return a field as a number; Shopify sends amounts as text. Raises ValueError if it is not a number."""
    value = values.get(name)
    if value is None:
        raise ValueError(f"{owner} has no {name}")
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ValueError(f"{owner} has {value!r} as its {name}, which is not a number") from None


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
