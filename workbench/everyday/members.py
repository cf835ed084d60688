"""Members: the answer"""

from typing import Any, TypedDict

from workbench.everyday.names import Named
from workbench.everyday.people import Person


class Member(TypedDict):
    id: str
    list: str
    email: str | None
    status: str
    phone_number: str | None


def list_members(target: Named, profiles: dict[Person, Any], statuses: dict[Person, str]) -> list[Member]:
    """Return a row for each person who has a status."""
    return [
        Member(
            id=profiles[person]["id"],
            list=target.name,
            email=profiles[person]["attributes"].get("email"),
            status=status,
            phone_number=profiles[person]["attributes"].get("phone_number"),
        )
        for person, status in statuses.items()
    ]
