"""Makes the bodies of both calls of an order as Shopify's orders/create webhook sends it."""

from typing import Any


def main(order: dict[str, Any]) -> dict[str, Any]:
    """Return `profile` and `event`: the bodies of create_or_update_profile and create_event."""
    customer = order.get("customer") or {}
    address = order.get("billing_address") or {}
    identifiers = without_empty(
        {
            "email": order.get("email") or customer.get("email"),
            "phone_number": order.get("phone") or customer.get("phone"),
            "external_id": str(customer["id"]) if customer.get("id") else None,
        }
    )
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
    lines = [
        {
            "sku": line.get("sku"),
            "title": line.get("title"),
            "quantity": line["quantity"],
            "price": float(line["price"]),
        }
        for line in order["line_items"]
    ]
    return {
        "profile": {"data": {"type": "profile", "attributes": attributes}},
        "event": {
            "data": {
                "type": "event",
                "attributes": {
                    "metric": {"data": {"type": "metric", "attributes": {"name": "Placed Order"}}},
                    "profile": {"data": {"type": "profile", "attributes": identifiers}},
                    "time": order["created_at"],
                    "value": float(order["total_price"]),
                    "value_currency": order["currency"],
                    "properties": {"order_number": order.get("order_number"), "lines": lines},
                    # Shopify may send the webhook twice; Klaviyo records the order once.
                    "unique_id": str(order["id"]),
                },
            }
        },
    }


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
