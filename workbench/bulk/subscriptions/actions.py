"""Actions"""

from typing import NamedTuple

ALL = "all"  # the list_id that unsubscribes from everything


class Action(NamedTuple):
    """`type` of Klaviyo's job. `says`: what columns of consents say in the rows that it is for."""

    type: str
    max_profiles: int
    says: str


ACTIONS = {
    "subscribe": Action("profile-subscription-bulk-create-job", 1000, "yes"),
    "unsubscribe": Action("profile-subscription-bulk-delete-job", 100, "no"),
    "suppress": Action("profile-suppression-bulk-create-job", 100, "no"),
    "unsuppress": Action("profile-suppression-bulk-delete-job", 100, "yes"),
}
SUPPRESSIONS = ("suppress", "unsuppress")
PARTICIPLES = {
    "subscribe": "subscribed",
    "unsubscribe": "unsubscribed",
    "suppress": "suppressed",
    "unsuppress": "unsuppressed",
}
