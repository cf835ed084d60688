"""Suppressions: the answer"""

from typing import Any, TypedDict


class Suppression(TypedDict):
    id: str
    emails: list[str]
    status: str
    created: str | None


def describe_job(answer: Any, emails: list[str]) -> Suppression:
    """Return the job as a flat object."""
    job = answer["data"]
    attributes = job.get("attributes") or {}
    return Suppression(
        id=job["id"],
        emails=emails,
        status=attributes.get("status") or "queued",
        created=attributes.get("created_at"),
    )
