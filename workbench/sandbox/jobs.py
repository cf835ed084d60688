"""Klaviyo's jobs: their status, and the profile imports with the profiles that they could not import."""

import contextlib
import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from workbench.sandbox.facts import JSON
from workbench.sandbox.profiles import upsert_profile
from workbench.sandbox.refusals import Refusal, not_found
from workbench.sandbox.store import Resource, Store, timestamp
from workbench.sandbox.writes import references_in

IMPORT = "profile-bulk-import-job"
NEXT = {"queued": "processing", "processing": "complete"}


def poll(store: Store, job: Resource) -> Resource:
    """Let a job make progress, as it does whenever it is asked for. Returns it as it is then."""
    status = NEXT.get(job.attributes.get("status", ""))
    if status is None or job.type == IMPORT:
        return job
    changes = {"status": status}
    if status == "complete" and "total_count" in job.attributes:
        completed = job.attributes["total_count"] - job.attributes["failed_count"]
        changes |= {"completed_count": completed, "completed_at": timestamp()}
    store.put(*job.reference, job.attributes | changes)
    return replace(job, attributes=job.attributes | changes)


@dataclass
class Job:
    profiles: list[dict[str, Any]]
    lists: list[dict[str, Any]]
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    polls: int = 0  # how often its status was asked for


@dataclass
class ImportJobs:
    """All profile imports, by id in `jobs`.

    `polls`: how often the status of a job is asked for before it is complete. `refused`: email -> why a profile cannot
    be imported. `cancelled`, `forgotten`: ids of jobs that were cancelled, and of jobs that are answered with 404.
    `pending`: ids of jobs whose profiles are not in the store yet.
    """

    polls: int = 1
    refused: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    pending: list[str] = field(default_factory=list)

    def clear(self) -> None:
        """Forget all jobs and settings."""
        self.polls = ImportJobs.polls
        for records in (self.refused, self.jobs, self.cancelled, self.forgotten, self.pending):
            records.clear()

    def start(self, store: Store, data: JSON) -> Resource:
        """Start the job in a body. Raises Refusal for an unknown list."""
        references = references_in(store, data)
        name = uuid.uuid4().hex
        lists = data.get("relationships", {}).get("lists", {}).get("data", [])
        self.jobs[name] = Job(data["attributes"]["profiles"]["data"], lists)
        self.pending.append(name)
        resource = self.refresh(store, name)
        store.relate((IMPORT, name), "lists", references.get("lists", []))
        return resource

    def poll(self, store: Store, name: str) -> None:
        """Let a job make progress. Raises Refusal for a forgotten one."""
        if name in self.forgotten:
            raise not_found(IMPORT, name)
        if name in self.jobs:
            self.jobs[name].polls += 1
            self.refresh(store, name)

    def refresh(self, store: Store, name: str) -> Resource:
        """Store the state of a job. Returns the job."""
        job = self.jobs[name]
        complete = job.polls > self.polls
        failed = len(self.errors_of(job)) if complete else 0
        attributes: JSON = {
            "status": "complete" if complete else "processing" if job.polls else "queued",
            "created_at": job.created.isoformat(),
            "total_count": len(job.profiles),
            "completed_count": len(job.profiles) - failed if complete else 0,
            "failed_count": failed,
        }
        if name in self.cancelled:
            attributes["status"] = "cancelled"
        store.put(IMPORT, name, attributes)
        return Resource(0, IMPORT, name, attributes)

    def errors_of(self, job: Job) -> list[dict[str, Any]]:
        """Return the import errors, as resources."""
        return [
            {
                "type": "import-error",
                "id": str(number),
                "attributes": {
                    "code": "invalid",
                    "title": "Invalid input.",
                    "detail": self.refused[profile["attributes"]["email"]],
                    "source": {"pointer": f"/data/attributes/profiles/data/{number}"},
                    "original_payload": profile["attributes"],
                },
                "links": {"self": f"https://a.klaviyo.com/api/import-errors/{number}/"},
            }
            for number, profile in enumerate(job.profiles)
            if profile["attributes"].get("email") in self.refused
        ]

    def errors(self, name: str) -> list[dict[str, Any]]:
        """Return the import errors of a job. Raises Refusal for a forgotten one."""
        if name in self.forgotten:
            raise not_found(IMPORT, name)
        return self.errors_of(self.jobs[name]) if name in self.jobs else []

    def settle(self, store: Store) -> None:
        """Store the profiles of all pending jobs."""
        for name in self.pending:
            job = self.jobs[name]
            imported = []
            for profile in job.profiles:
                if profile["attributes"].get("email") not in self.refused:
                    with contextlib.suppress(Refusal):
                        imported.append(("profile", upsert_profile(store, profile)[0]))
            for source in [(IMPORT, name), *(("list", entry["id"]) for entry in job.lists)]:
                store.relate(source, "profiles", imported)
        self.pending.clear()
