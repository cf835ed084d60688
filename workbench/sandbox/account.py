"""The account that a sandbox starts with: a small shop for tea and coffee. Examples of the scripts refer to its ids."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.sandbox.facts import JSON
from workbench.sandbox.profiles import BY_API, event_attributes
from workbench.sandbox.store import Store

ACCOUNT = "Ue7Vk2"
TEA_LETTER, TASTINGS, WHOLESALE, CLUB = "Y6nRLr", "TgK3vB", "Rb8mQz", "XtK3vP"
VIEWED, ORDERED, STARTED, OPENED, CLICKED, BOOKED = "RxK3mQ", "SxR9Lh", "RtVw4Y", "VpK3wT", "RbK4sW", "TqN7cD"
SEASON, SPRING, WINTER = (
    "9b1e4d7c-3f52-4a86-8e0d-6c2a5f8b7d13",
    "5c1f8b1e-6a0d-4d7e-9f43-2b8a7e6d9c10",
    "7c4f2a9e-3b1d-4e68-9a57-c20f8d6b41e3",
)
MINA = "01JCQ7V5Z0M8T2K4N6R9W3XAYB"
SHOPIFY = {"object": "integration", "id": "0eMvjm", "name": "Shopify", "category": "eCommerce"}
KLAVIYO = {"object": "integration", "id": "7FtS4J", "name": "Klaviyo", "category": "Internal"}

PROFILES = """
01JCQ7V5Z0M8T2K4N6R9W3XAYB Mina Okafor Portland Maine US +12025550101
01JCQ7W1D3F5H7J9K2M4P6R8TV Nina Okafor Boston Massachusetts US
01JCQ7X2E4G6J8K1M3N5P7Q9RS Ada Herrera Austin Texas US +12025550103
01JCQ7X3F5H7K9M2N4P6Q8R1ST Priya Raman Seattle Washington US +12025550104
01JCQ7X4G6J8M1N3P5Q7R9S2TV Noah Bergmann Hamburg Hamburg DE
01JCQ7X5H7K9N2P4Q6R8S1T3VW Aiko Tanaka Kyoto Kyoto JP
01JCQ7X6J8M1P3Q5R7S9T2V4WX Chloe Marchand Lyon Rhône FR +33612345606
01JCQ7X7K9N2Q4R6S8T1V3W5XY Samuel Adeyemi London England GB +447700900107
01JCQ7X8M1P3R5S7T9V2W4X6YZ Ingrid Solheim Bergen Vestland NO
01JCQ7X9N2Q4S6T8V1W3X5Y7ZA Luca Moretti Zürich Zürich CH +41791234509
01JCQ7XAP3R5T7V9W2X4Y6Z8AB Grace Whitmore Portland Maine US +12025550110
01JCQ7XBQ4S6V8W1X3Y5Z7A9BC Daniel Osei Toronto Ontario CA +14165550111
"""

# Email, text messages, why email is suppressed. Each change of consent was 30 days after the profile was created.
CONSENTS = """
Mina SUBSCRIBED SUBSCRIBED
Nina UNSUBSCRIBED NEVER_SUBSCRIBED UNSUBSCRIBE
Ada SUBSCRIBED UNSUBSCRIBED
Priya NEVER_SUBSCRIBED SUBSCRIBED
Noah SUBSCRIBED NEVER_SUBSCRIBED USER_SUPPRESSED
Aiko UNSUBSCRIBED NEVER_SUBSCRIBED UNSUBSCRIBE
Chloe SUBSCRIBED SUBSCRIBED SPAM_COMPLAINT
Samuel SUBSCRIBED UNSUBSCRIBED
Ingrid SUBSCRIBED NEVER_SUBSCRIBED HARD_BOUNCE
Luca NEVER_SUBSCRIBED NEVER_SUBSCRIBED
Grace UNSUBSCRIBED UNSUBSCRIBED UNSUBSCRIBE
Daniel NEVER_SUBSCRIBED NEVER_SUBSCRIBED USER_SUPPRESSED
"""

# Attributes by type and id. What an example of a type has beyond these is taken over from the example.
RESOURCES: dict[str, dict[str, JSON]] = {
    "account": {
        ACCOUNT: {
            "test_account": False,
            "industry": "Food & Beverage",
            "preferred_currency": "USD",
            "public_api_key": ACCOUNT,
            "contact_information": {
                "default_sender_name": "Harbour Tea & Coffee",
                "default_sender_email": "letters@example.com",
                "website_url": "https://www.example.com",
                "organization_name": "Harbour Tea & Coffee",
                "street_address": {
                    "address1": "12 Quay Street",
                    "address2": None,
                    "city": "Portland",
                    "region": "Maine",
                    "country": "United States",
                    "zip": "04101",
                },
            },
        }
    },
    "list": {
        TEA_LETTER: {"name": "Newsletter", "opt_in_process": "double_opt_in"},
        TASTINGS: {"name": "Tasting workshops", "opt_in_process": "single_opt_in"},
        WHOLESALE: {"name": "Wholesale customers", "opt_in_process": "single_opt_in"},
        CLUB: {"name": "Tea of the month", "opt_in_process": "double_opt_in"},
    },
    "segment": {
        "TnP4wZ": {"name": "Ordered in the last 90 days", "is_active": True, "is_starred": True},
        "XkT5nB": {"name": "Coffee lovers near the museum", "is_active": True, "is_starred": False},
        "H7sDcX": {"name": "Green tea drinkers", "is_active": True, "is_starred": False},
        "WpQ4zN": {"name": "No order for a year", "is_active": False, "is_starred": False},
    },
    "metric": {
        VIEWED: {"name": "Viewed Product", "integration": SHOPIFY},
        ORDERED: {"name": "Placed Order", "integration": SHOPIFY},
        STARTED: {"name": "Started Checkout", "integration": SHOPIFY},
        OPENED: {"name": "Opened Email", "integration": KLAVIYO},
        CLICKED: {"name": "Clicked Email", "integration": KLAVIYO},
        BOOKED: {"name": "Booked Workshop", "integration": BY_API},
    },
    "tag-group": {
        "2f8d6c1e-7a4b-4e39-9c05-b1d3e7f9a246": {"name": "Default", "exclusive": False, "default": True},
        "3f8b6c1e-52d7-4a09-b9e4-7d10c6a2f58b": {"name": "Season", "exclusive": True, "default": False},
    },
    "tag": {
        SEASON: {"name": "Tea, all year"},
        SPRING: {"name": "Spring 2026"},
        WINTER: {"name": "Winter 2026"},
    },
    "campaign": {
        "01JCR2A3T6V9W2X5Y8Z1A4B7CD": {"definition": {"name": "Spring sale, first flush teas"}},
        "01JD5A6F8X3B9M2T7KVW4QRZNC": {"definition": {"name": "December roasts"}},
        "01JD7H3C9P5N2V8T4KXW6RZQMB": {"definition": {"name": "Gift tins"}},
        "01K9C4T7XW2M8R5ZQ3HVB6NJDE": {"definition": {"name": "Autumn blends"}},
        "01K9F8N3PB7VZ2XK5TQ6HMWRDC": {"definition": {"name": "Winter tastings"}},
    },
    "campaign-audience": {
        "01JCR2A5B8C1D4E7F0G3H6J9KM": {"definition": {"name": "Tea drinkers", "included": [TEA_LETTER]}},
        "01JD5A7R2M8K4W9X3ZT6VQNBYC": {"definition": {"name": "Espresso buyers", "included": [CLUB]}},
        "01JD7H5M3Q8R2C6V9BKTX4WNZY": {"definition": {"name": "Everyone", "included": [TEA_LETTER, CLUB]}},
    },
    "campaign-message": {
        "01JCR2A7M4N7P0Q3R6S9T2V5WX": {"definition": {"name": "Spring sale, by email"}},
        "01JD5A8V6N4C2R9Q7TBX3MWKZY": {"definition": {"name": "December roasts, by email"}},
        "01JD5A9K2W7Q4M8X3RTB6VNZCY": {"definition": {"name": "Gift tins, by email"}},
    },
    "campaign-variation": {"01JCR2A9Y2Z5A8B1C4D7E0F3GH": {}, "01JD5AB4T9V6K2N8Q3XWM7RCZY": {}},
    "flow": {
        "XVTP5Q": {
            "name": "Abandoned cart, tea and coffee",
            "status": "live",
            "archived": False,
            "trigger_type": "Metric",
        },
        "RmW8kd": {
            "name": "Welcome to the newsletter",
            "status": "draft",
            "archived": False,
            "trigger_type": "Added to List",
        },
        "Y6nRLr": {
            "name": "Thanks for the first order",
            "status": "manual",
            "archived": False,
            "trigger_type": "Metric",
        },
    },
    "flow-action": {"01JCY4P6R9S2T5V8W1X4Y7Z0AB": {}, "86432198": {}},
    "flow-message": {"VkQ8tX": {}},
    "catalog-category": {
        "$custom:::$default:::TEAS": {"external_id": "TEAS", "name": "Teas"},
        "$custom:::$default:::TEA-BLACK": {"external_id": "TEA-BLACK", "name": "Black tea"},
        "$custom:::$default:::TEA-GREEN": {"external_id": "TEA-GREEN", "name": "Green tea"},
        "$custom:::$default:::COFFEE-BEANS": {"external_id": "COFFEE-BEANS", "name": "Whole coffee beans"},
        "$custom:::$default:::GIFTS": {"external_id": "GIFTS", "name": "Gifts"},
        "$custom:::$default:::ORGANIC": {"external_id": "ORGANIC", "name": "Organic"},
        "$custom:::$default:::SALE-WINTER-2026": {"external_id": "SALE-WINTER-2026", "name": "Winter sale 2026"},
    },
    "coupon": {
        "SPRING26": {"external_id": "SPRING26", "description": "15% off any loose leaf tea over $40"},
        "WINTER26": {"external_id": "WINTER26", "description": "10% off all roasts"},
        "FREESHIP": {"external_id": "FREESHIP", "description": "Free shipping"},
    },
    "coupon-code": {"SPRING26-8F3K2Q9T": {"unique_code": "8F3K2Q9T", "status": "ASSIGNED_TO_PROFILE"}},
    "template": {
        "RmQ5xJ": {"name": "Tea letter"},
        "TkV4wP": {"name": "Tea letter, December 2026"},
        "VkT5eB": {"name": "Welcome, coffee lovers"},
    },
    "object-record": {
        "01JCT6FBT3V6W9X2Y5Z8A1B4CD:::booking-2207": {},
        "01JR3TC4E8GZ6P2YQ7W1N5KXMB:::BK-2041": {},
        "01JR3TC4E8GZ6P2YQ7W1N5KXMB:::BK-2042": {},
    },
    "review": {
        "2925295": {"rating": 5, "status": {"value": "published"}},
        "925e385b52fb405715f3616c337cc65c": {"rating": 2},
    },
}

# Title, price and category of each item, by external id.
ITEMS: dict[str, tuple[str, float, str]] = {
    "TEA-EARL": ("Earl Grey", 12.5, "TEAS"),
    "TEA-DARJEELING": ("Darjeeling First Flush", 18, "TEAS"),
    "TEA-ASSAM": ("Assam", 11.5, "TEAS"),
    "TEA-BREAKFAST": ("Breakfast blend", 10, "TEAS"),
    "COFFEE-HOUSE": ("House blend", 14, "COFFEE-BEANS"),
    "COFFEE-DECAF": ("Decaf beans", 14, "COFFEE-BEANS"),
}

# Further ids, whose attributes are all those of the example of their type.
FURTHER = {
    "billing-usage": "active_profiles",
    "brand-button": "01JCQ7V5Z0M8T2K4N6R9W3XAYB 01JCR2B6K8W4N9T7Q3XZ5VYDME",
    "brand-color": "01JCQ7V60DQ5H8M2S4W7Z9X1CE 01JCR2D9M3X7P5T8V6K4W2QZNA",
    "brand-email-default": "Ue7Vk2 01JCR2F4Q6Z8R1V3X5M7N9PTKB",
    "brand-logo": "01JCQ7V62FS1M6P9W3Z5C8E0HJ 01JCR2H7T5V9W3Y1Z6A8B4CDEF",
    "brand-social-group": "01JCQ7V63GT4N9R2X6A8D1F3KM 01JCR2K1N4P6Q8R2S5T7V9WXYZ",
    "brand-voice": "Ue7Vk2 01JCR2M8P3R5T7V9X1Z4B6D2FG",
    "campaign-recipient-estimation": "01JCR2A3T6V9W2X5Y8Z1A4B7CD 01JD5A6F8X3B9M2T7KVW4QRZNC",
    "campaign-recipient-estimation-job": "01JCR2A3T6V9W2X5Y8Z1A4B7CD",
    "campaign-send-job": "01JCR2A3T6V9W2X5Y8Z1A4B7CD 01JD5A6F8X3B9M2T7KVW4QRZNC",
    "catalog-category-bulk-create-job": "01JCS4D6F9G2H5J8K1M4N7P0QR",
    "catalog-category-bulk-delete-job": "01JCS4D7H3J6K9M2N5P8Q1R4ST",
    "catalog-category-bulk-update-job": "01JCS4D8K7M0N3P6Q9R2S5T8VW",
    "catalog-item-bulk-create-job": "01JCS4D9N1P4Q7R0S3T6V9W2XY",
    "catalog-item-bulk-delete-job": "01JCS4DAR5S8T1V4W7X0Y3Z6AB",
    "catalog-item-bulk-update-job": "01JCS4DBV9W2X5Y8Z1A4B7C0DE",
    "catalog-variant-bulk-create-job": "01JCS4DCY3Z6A9B2C5D8E1F4GH",
    "catalog-variant-bulk-delete-job": "01JCS4DDB7C0D3E6F9G2H5J8KM",
    "catalog-variant-bulk-update-job": "01JCS4DEE1F4G7H0J3K6M9N2PQ",
    "conversation": "01JD4M8QZ6T2VB9K3XW7R5NYHC",
    "coupon-code-bulk-create-job": "01JCS4DFH5J8K1M4N7P0Q3R6ST",
    "custom-metric": "925e385b52fb405715f3616c337cc65c 4d1f7a90c2e84b6fa35d8e71b09c26f3",
    "data-source": "01JCT6F8G1H4J7K0M3N6P9Q2RS 01JR3T7K2M9QX4V8N6BZ5WDHFC",
    "form": "Sm7Qk4 RkT8mX",
    "form-version": "2048113",
    "image": "73194520 84213579 84213602 184302957 184620357",
    "mapped-metric": "revenue",
    "metric-property": "3f1c9a7e5b2d4c8e9a0f6b7d1e2c3a4f",
    "object-schema": "01JCT6FAQ9R2S5T8V1W4X7Y0ZA 01JR3TC5F2HV9R4SD8X3M6QYNA 01JR3TH8N5KA7W2BG4Z9P6VDXE",
    "object-type": "01JCT6FBT3V6W9X2Y5Z8A1B4CD 01JR3TC4E8GZ6P2YQ7W1N5KXMB",
    "profile-bulk-import-job": "01JCV8H0J3K6M9N2P5Q8R1S4TV",
    "profile-suppression-bulk-create-job": "01JCV8H1M7N0P3Q6R9S2T5V8WX",
    "profile-suppression-bulk-delete-job": "01JCV8H2Q1R4S7T0V3W6X9Y2ZA",
    "push-token": "dQw7rT2kXb0aF5sLm9YzHc",
    "source-mapping": "01JCT6FCW7X0Y3Z6A9B2C5D8EF 01JR3TC5F9MQ3X7YB2K8T4WZHD",
    "template-universal-content": "01JCW0K2M5N8P1Q4R7S0T3V6WX 01JCS5W2X8Y4Z6A9B3C7D1EFGH",
    "text-messaging-configuration": "Ue7Vk2",
    "text-messaging-sender": "01JCW0K4V3W6X9Y2Z5A8B1C4DE 01JS8B4N6T2XQ9VK7M3Z5WGHRD",
    "text-messaging-sender-registration": "01JCW0K3R9S2T5V8W1X4Y7Z0AB",
    "tracking-setting": "Ue7Vk2 Q4mT8w",
    "translation": "01JCW0K5Y7Z0A3B6C9D2E5F8GH 01JCQ7V5Z0M8T2K4N6R9W3XAYB",
    "web-feed": "01JCX2M4N7P0Q3R6S9T2V5W8XY 01JCQ8F2N4W6B9D1H3K5M7P0RT",
    "webhook": "01JCX2M5R1S4T7V0W3X6Y9Z2AB 01K8W5R2NQ7TB4XZ9MHE3VJCPD",
    "webhook-topic": "event:klaviyo.sent_sms event:klaviyo.received_sms event:klaviyo.bounced_email",
}

# Type, id and relationship -> ids.
RELATIONSHIPS = {
    ("tag", SEASON, "tag-group"): "2f8d6c1e-7a4b-4e39-9c05-b1d3e7f9a246",
    ("tag-group", "3f8b6c1e-52d7-4a09-b9e4-7d10c6a2f58b", "tags"): f"{SPRING} {WINTER}",
    ("tag", SEASON, "lists"): f"{TEA_LETTER} {TASTINGS}",
    ("tag", SEASON, "segments"): "TnP4wZ H7sDcX",
    ("tag", SEASON, "flows"): "XVTP5Q RmW8kd",
    ("tag", SEASON, "campaigns"): "01JCR2A3T6V9W2X5Y8Z1A4B7CD 01K9F8N3PB7VZ2XK5TQ6HMWRDC",
    ("tag", WINTER, "campaigns"): "01JD5A6F8X3B9M2T7KVW4QRZNC",
    ("list", TEA_LETTER, "flow-triggers"): "RmW8kd",
    ("segment", "TnP4wZ", "flow-triggers"): "XVTP5Q",
    ("metric", VIEWED, "flow-triggers"): "XVTP5Q",
    ("metric", VIEWED, "metric-properties"): "3f1c9a7e5b2d4c8e9a0f6b7d1e2c3a4f",
    ("custom-metric", "925e385b52fb405715f3616c337cc65c", "metrics"): ORDERED,
    ("mapped-metric", "revenue", "metric"): ORDERED,
    ("mapped-metric", "revenue", "custom-metric"): "925e385b52fb405715f3616c337cc65c",
    ("flow", "XVTP5Q", "flow-actions"): "01JCY4P6R9S2T5V8W1X4Y7Z0AB 86432198",
    ("flow-action", "01JCY4P6R9S2T5V8W1X4Y7Z0AB", "flow-messages"): "VkQ8tX",
    ("flow-message", "VkQ8tX", "template"): "RmQ5xJ",
    ("form", "Sm7Qk4", "form-versions"): "2048113",
    ("coupon", "SPRING26", "coupon-codes"): "SPRING26-8F3K2Q9T",
    ("coupon-code", "SPRING26-8F3K2Q9T", "profile"): MINA,
    ("campaign", "01JCR2A3T6V9W2X5Y8Z1A4B7CD", "campaign-messages"): "01JCR2A7M4N7P0Q3R6S9T2V5WX",
    ("campaign", "01JCR2A3T6V9W2X5Y8Z1A4B7CD", "campaign-audiences"): "01JCR2A5B8C1D4E7F0G3H6J9KM",
    ("campaign", "01JD5A6F8X3B9M2T7KVW4QRZNC", "campaign-messages"): "01JD5A8V6N4C2R9Q7TBX3MWKZY",
    ("campaign", "01JD5A6F8X3B9M2T7KVW4QRZNC", "campaign-audiences"): "01JD5A7R2M8K4W9X3ZT6VQNBYC",
    ("campaign", "01JD7H3C9P5N2V8T4KXW6RZQMB", "campaign-messages"): "01JD5A9K2W7Q4M8X3RTB6VNZCY",
    ("campaign", "01JD7H3C9P5N2V8T4KXW6RZQMB", "campaign-audiences"): "01JD7H5M3Q8R2C6V9BKTX4WNZY",
    ("campaign-audience", "01JCR2A5B8C1D4E7F0G3H6J9KM", "campaign-messages"): "01JCR2A7M4N7P0Q3R6S9T2V5WX",
    ("campaign-message", "01JCR2A7M4N7P0Q3R6S9T2V5WX", "campaign-variations"): "01JCR2A9Y2Z5A8B1C4D7E0F3GH",
    ("campaign-message", "01JD5A8V6N4C2R9Q7TBX3MWKZY", "campaign-variations"): "01JD5AB4T9V6K2N8Q3XWM7RCZY",
    ("campaign-message", "01JCR2A7M4N7P0Q3R6S9T2V5WX", "template"): "RmQ5xJ",
    ("campaign-message", "01JCR2A7M4N7P0Q3R6S9T2V5WX", "image"): "73194520",
    ("campaign-message", "01JCR2A7M4N7P0Q3R6S9T2V5WX", "tags"): SEASON,
    ("campaign-variation", "01JCR2A9Y2Z5A8B1C4D7E0F3GH", "image"): "73194520",
    ("campaign-variation", "01JCR2A9Y2Z5A8B1C4D7E0F3GH", "translation"): "01JCW0K5Y7Z0A3B6C9D2E5F8GH",
    ("translation", "01JCW0K5Y7Z0A3B6C9D2E5F8GH", "flow-message"): "VkQ8tX",
    ("translation", "01JCW0K5Y7Z0A3B6C9D2E5F8GH", "template"): "RmQ5xJ",
    ("translation", "01JCW0K5Y7Z0A3B6C9D2E5F8GH", "template-universal-content"): "01JCW0K2M5N8P1Q4R7S0T3V6WX",
    ("push-token", "dQw7rT2kXb0aF5sLm9YzHc", "profile"): MINA,
    ("profile", MINA, "conversations"): "01JD4M8QZ6T2VB9K3XW7R5NYHC",
    ("profile", MINA, "conversation"): "01JD4M8QZ6T2VB9K3XW7R5NYHC",
    ("brand-logo", "01JCQ7V62FS1M6P9W3Z5C8E0HJ", "image"): "84213579",
    ("object-type", "01JCT6FBT3V6W9X2Y5Z8A1B4CD", "current-schema"): "01JCT6FAQ9R2S5T8V1W4X7Y0ZA",
    ("object-type", "01JCT6FBT3V6W9X2Y5Z8A1B4CD", "draft-schema"): "01JR3TC5F2HV9R4SD8X3M6QYNA",
    (
        "object-type",
        "01JCT6FBT3V6W9X2Y5Z8A1B4CD",
        "schema-versions",
    ): "01JCT6FAQ9R2S5T8V1W4X7Y0ZA 01JR3TC5F2HV9R4SD8X3M6QYNA",
    ("object-type", "01JCT6FBT3V6W9X2Y5Z8A1B4CD", "object-records"): "01JCT6FBT3V6W9X2Y5Z8A1B4CD:::booking-2207",
    ("object-schema", "01JCT6FAQ9R2S5T8V1W4X7Y0ZA", "source-mapping"): "01JCT6FCW7X0Y3Z6A9B2C5D8EF",
    ("text-messaging-sender", "01JCW0K4V3W6X9Y2Z5A8B1C4DE", "text-messaging-sender-registration"): (
        "01JCW0K3R9S2T5V8W1X4Y7Z0AB"
    ),
    ("webhook", "01JCX2M5R1S4T7V0W3X6Y9Z2AB", "webhook-topics"): "event:klaviyo.sent_sms",
    ("review", "2925295", "item"): "$custom:::$default:::TEA-EARL",
    ("profile-bulk-import-job", "01JCV8H0J3K6M9N2P5Q8R1S4TV", "lists"): TEA_LETTER,
    ("profile-bulk-import-job", "01JCV8H0J3K6M9N2P5Q8R1S4TV", "profiles"): MINA,
}


def start_account(store: Store, *, filled: bool) -> None:
    """Replace all that is in the store by the shop, or by nothing."""
    with store.database:
        store.clear()
        if filled:
            fill(store)


def fill(store: Store) -> None:
    """Store the resources of the shop."""
    resources = RESOURCES | {type_: {id_: {} for id_ in ids.split()} for type_, ids in FURTHER.items()}
    for type_, by_id in resources.items():
        example = store.facts.examples.get(type_, {}).get("attributes", {})
        done = {"status": "complete", "failed_count": 0, "errors": []} if type_.endswith("-job") else {}
        done = {name: value for name, value in done.items() if name in example}
        for id_, attributes in by_id.items():
            store.put(type_, id_, completed(example, done | attributes))
    fill_catalog(store)
    fill_profiles(store)
    for (type_, id_, name), ids in RELATIONSHIPS.items():
        target = store.facts.relations[type_][name].type
        store.relate((type_, id_), name, [(target, other) for other in ids.split()])


def completed(example: JSON, attributes: JSON) -> JSON:
    """Return the example with other attributes in place of its own."""
    result = dict(example)
    for name, value in attributes.items():
        is_part = name == "definition" and isinstance(example.get(name), dict)
        result[name] = {**example[name], **value} if is_part else value
    return result


def fill_catalog(store: Store) -> None:
    base = "$custom:::$default:::"
    for external_id, (title, price, category) in ITEMS.items():
        page = f"https://www.example.com/{external_id.lower()}"
        image = {"image_full_url": f"{page}-1200.jpg", "image_thumbnail_url": f"{page}-200.jpg"}
        shared: dict[str, Any] = {"title": title, "price": price, "url": page, "published": True, **image}
        for type_, suffix, own in (
            ("catalog-item", "", {"description": f"{title}, from our own shelves"}),
            ("catalog-variant", "-100", {"title": f"{title}, 100 g", "sku": f"{external_id}-100"}),
        ):
            example = store.facts.examples[type_]["attributes"]
            attributes = {**example, **shared, **own, "external_id": f"{external_id}{suffix}", "custom_metadata": {}}
            store.put(type_, f"{base}{external_id}{suffix}", attributes)
        item = ("catalog-item", f"{base}{external_id}")
        store.relate(item, "categories", [("catalog-category", f"{base}{category}")])
        store.relate(item, "variants", [("catalog-variant", f"{base}{external_id}-100")])


def fill_profiles(store: Store) -> None:
    """Store the customers, who is on which list, and 40 events of the last weeks."""
    now, chance = datetime.now(UTC).replace(microsecond=0), random.Random(26)  # noqa: S311
    lists, profiles = (TEA_LETTER, TASTINGS, CLUB, WHOLESALE), PROFILES.strip().splitlines()
    consents = [line.split(" ") for line in CONSENTS.strip().splitlines()]
    for number, line in enumerate(profiles):
        id_, first, last, city, region, country, *phone = line.split(" ")
        created = now - timedelta(days=200 - 10 * number)
        attributes = {
            "email": f"{first}@example.com".lower(),
            "phone_number": phone[0] if phone else None,
            "external_id": f"CUST-{20417 + number}",
            "first_name": first,
            "last_name": last,
            "created": created.isoformat(),
            "updated": created.isoformat(),
            "location": {"city": city, "region": region, "country": country},
            "properties": {"Favourite drink": "Coffee" if number % 3 else "Earl Grey"},
            "subscriptions": subscriptions(*consents[number][1:], time=created + timedelta(days=30)),
        }
        store.put("profile", id_, attributes)
        store.relate(("list", lists[number % 4]), "profiles", [("profile", id_)])
        store.relate(("segment", "TnP4wZ" if number % 2 == 0 else "XkT5nB"), "profiles", [("profile", id_)])
    for number in range(40):
        time = now - timedelta(days=28 - 0.7 * number, minutes=chance.randrange(600))
        external_id, (title, price, _) = chance.choice([*ITEMS.items()])
        metric = chance.choice((VIEWED, VIEWED, ORDERED, STARTED, OPENED, CLICKED, BOOKED))
        event = {"time": time.isoformat(), "properties": {"ProductName": title, "SKU": external_id}, "value": price}
        id_ = "4vRpBT8kQz2" if number == 0 else f"4vRpBT8k{number:03}"
        store.put("event", id_, event_attributes(event))
        store.relate(("event", id_), "profile", [("profile", profiles[number % len(profiles)].split(" ")[0])])
        store.relate(("event", id_), "metric", [("metric", metric)])


def subscriptions(email: str, sms: str, *reasons: str, time: datetime) -> JSON:
    """Return the subscriptions of a profile: its consents and the reasons of its suppressions, all since `time`."""
    marketing = {
        "can_receive_email_marketing": email != "UNSUBSCRIBED" and not reasons,
        **describe_consent(email, time),
        "suppression": [{"reason": reason, "timestamp": time.isoformat()} for reason in reasons],
        "list_suppressions": [],
    }
    sms_marketing = {"can_receive_sms_marketing": sms == "SUBSCRIBED", **describe_consent(sms, time)}
    return {"email": {"marketing": marketing}, "sms": {"marketing": sms_marketing}}


def describe_consent(consent: str, time: datetime) -> JSON:
    """Return what both channels say about a consent."""
    if consent == "NEVER_SUBSCRIBED":
        return {"consent": consent, "consent_timestamp": None, "last_updated": None}
    method = {"method": "PREFERENCE_PAGE", "method_detail": ""}
    return {"consent": consent, "consent_timestamp": time.isoformat(), "last_updated": time.isoformat(), **method}
