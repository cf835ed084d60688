"""Klaviyo's jobs: their status, and the profile imports with the profiles that they could not import."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from workbench.sandbox.facts import JSON
from workbench.sandbox.profiles import upsert_profile
from workbench.sandbox.refusals import Refusal, not_found, title_of
from workbench.sandbox.store import Reference, Resource, Store, timestamp
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
    """A profile import. `polls`: how often its status was asked for. `errors`: the import errors, as resources; None
    until its profiles are stored."""

    id: str
    created: str
    profiles: list[JSON]
    lists: list[JSON]
    polls: int
    errors: list[JSON] | None


@dataclass
class ImportJobs:
    """The profile imports in the store.

    `polls`: how often the status of a job is asked for before it is complete. `refused`: email -> why a profile cannot
    be imported. `cancelled`, `forgotten`: ids of jobs that were cancelled, and of jobs that are answered with 404.
    """

    open_store: Callable[[], Store]
    polls: int = 1
    refused: dict[str, str] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)

    @property
    def store(self) -> Store:
        return self.open_store()

    @property
    def jobs(self) -> dict[str, Job]:
        """All jobs by id, the oldest first."""
        return {job.id: job for job in self.select("TRUE")}

    def select(self, condition: str, *values: str) -> list[Job]:
        """Return the jobs that meet a condition in SQL, the oldest first."""
        rows = self.store.database.execute(
            f"SELECT id, created, profiles, lists, polls, errors FROM imports WHERE {condition} ORDER BY number",  # noqa: S608
            values,
        )
        return [
            Job(id_, created, json.loads(profiles), json.loads(lists), polls, errors and json.loads(errors))
            for id_, created, profiles, lists, polls, errors in rows
        ]

    def get(self, id_: str) -> Job | None:
        """Return a job; None if it was not started by a request. Raises Refusal for a forgotten one."""
        if id_ in self.forgotten:
            raise not_found(IMPORT, id_)
        return next(iter(self.select("id = ?", id_)), None)

    def clear(self) -> None:
        """Forget all jobs and settings."""
        self.store.database.execute("DELETE FROM imports")
        self.polls = ImportJobs.polls
        for records in (self.refused, self.cancelled, self.forgotten):
            records.clear()

    def start(self, data: JSON) -> Resource:
        """Start the job in a body. Raises Refusal for an unknown list."""
        references = references_in(self.store, data)
        lists = data.get("relationships", {}).get("lists", {}).get("data", [])
        job = Job(uuid.uuid4().hex, timestamp(), data["attributes"]["profiles"]["data"], lists, 0, None)
        self.store.database.execute(
            "INSERT INTO imports (id, created, profiles, lists, polls) VALUES (?, ?, ?, ?, ?)",
            (job.id, job.created, json.dumps(job.profiles), json.dumps(job.lists), job.polls),
        )
        resource = self.refresh(job)
        self.store.relate(resource.reference, "lists", references.get("lists", []))
        return resource

    def poll(self, id_: str) -> None:
        """Let a job make progress. Raises Refusal for a forgotten one."""
        if job := self.get(id_):
            job.polls += 1
            self.store.database.execute("UPDATE imports SET polls = ? WHERE id = ?", (job.polls, id_))
            self.refresh(job)

    def refresh(self, job: Job) -> Resource:
        """Store the state of a job. Returns it as a resource."""
        is_complete = job.polls > self.polls
        failed = len(self.errors_of(job)) if is_complete else 0
        attributes: JSON = {
            "status": "complete" if is_complete else "processing" if job.polls else "queued",
            "created_at": job.created,
            "total_count": len(job.profiles),
            "completed_count": len(job.profiles) - failed if is_complete else 0,
            "failed_count": failed,
        }
        if job.id in self.cancelled:
            attributes["status"] = "cancelled"
        self.store.put(IMPORT, job.id, attributes)
        return Resource(0, IMPORT, job.id, attributes)

    def errors(self, id_: str) -> list[JSON]:
        """Return the import errors of a job, as resources. Raises Refusal for a forgotten one."""
        job = self.get(id_)
        return self.errors_of(job) if job else []

    def errors_of(self, job: Job) -> list[JSON]:
        """Return the import errors of a job. Its profiles are stored if they are not yet, after those of older jobs."""
        if job.errors is None:
            self.settle()
            [job] = self.select("id = ?", job.id)
        return job.errors or []

    def settle(self) -> None:
        """Store the profiles of all jobs."""
        for job in self.select("errors IS NULL"):
            self.store_profiles(job)

    def store_profiles(self, job: Job) -> None:
        """Store the profiles of a job, and its import errors for those that cannot be stored."""
        imported: list[Reference] = []
        job.errors = []
        for number, profile in enumerate(job.profiles):
            try:
                if reason := self.refused.get(profile["attributes"].get("email")):
                    raise Refusal(400, "invalid", reason)
                imported.append(("profile", upsert_profile(self.store, profile)[0]))
            except Refusal as refusal:
                job.errors.append(describe_import_error(number, profile, refusal))
        for source in [(IMPORT, job.id), *(("list", entry["id"]) for entry in job.lists)]:
            self.store.relate(source, "profiles", imported)
        self.store.database.execute("UPDATE imports SET errors = ? WHERE id = ?", (json.dumps(job.errors), job.id))


def describe_import_error(number: int, profile: JSON, refusal: Refusal) -> JSON:
    """Return the resource that says why a profile could not be imported."""
    return {
        "type": "import-error",
        "id": str(number),
        "attributes": {
            "code": refusal.code,
            "title": title_of(refusal.code),
            "detail": refusal.detail,
            "source": {"pointer": f"/data/attributes/profiles/data/{number}"},
            "original_payload": profile["attributes"],
        },
        "links": {"self": f"https://a.klaviyo.com/api/import-errors/{number}/"},
    }
