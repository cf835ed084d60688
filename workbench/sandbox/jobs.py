"""Klaviyo's profile import jobs: their profiles, their status, and the profiles that they could not import."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from werkzeug.wrappers import Request

PATH = "/api/profile-bulk-import-jobs"


@dataclass
class Job:
    profiles: list[dict[str, Any]]
    lists: list[dict[str, Any]]
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    polls: int = 0  # how often its status was asked for


@dataclass
class ImportJobs:
    """All jobs, by id in `jobs`; one that was never created is complete and empty.

    `polls`: how often the status of a job is asked for before it is complete. `refused`: email -> why a profile cannot
    be imported. `cancelled`, `forgotten`: ids of jobs that were cancelled, and of jobs that are answered with 404.
    """

    polls: int = 1
    refused: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)

    def clear(self) -> None:
        """Forget all jobs and settings."""
        self.polls = ImportJobs.polls
        for records in (self.refused, self.jobs, self.cancelled, self.forgotten):
            records.clear()

    def answer(self, operation: str, values: Mapping[str, str], request: Request) -> dict[str, Any] | None:
        """Return the document of an endpoint of jobs, None for other endpoints. Raises KeyError for forgotten jobs."""
        match operation:
            case "bulk_import_profiles":
                data = json.loads(request.get_data())["data"]
                name = uuid.uuid4().hex
                lists = data.get("relationships", {}).get("lists", {}).get("data", [])
                self.jobs[name] = Job(data["attributes"]["profiles"]["data"], lists)
                return {"data": self.resource_of(name)}
            case "get_bulk_import_profiles_job":
                self.find_job(values["job_id"]).polls += 1
                return {"data": self.resource_of(values["job_id"])}
            case "get_errors_for_bulk_import_profiles_job":
                return self.errors_page(values["id"], request)
        return None

    def resource_of(self, name: str) -> dict[str, Any]:
        job = self.find_job(name)
        complete = job.polls > self.polls
        failed = len(self.errors_of(job)) if complete else 0
        attributes = {
            "status": "complete" if complete else "processing" if job.polls else "queued",
            "created_at": job.created.isoformat(),
            "total_count": len(job.profiles),
            "completed_count": len(job.profiles) - failed if complete else 0,
            "failed_count": failed,
        }
        if name in self.cancelled:
            attributes["status"] = "cancelled"
        return {"type": "profile-bulk-import-job", "id": name, "attributes": attributes}

    def find_job(self, name: str) -> Job:
        if name in self.forgotten:
            raise KeyError(name)
        return self.jobs.get(name) or Job([], [], polls=self.polls + 1)

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
            }
            for number, profile in enumerate(job.profiles)
            if profile["attributes"].get("email") in self.refused
        ]

    def errors_page(self, name: str, request: Request) -> dict[str, Any]:
        errors = self.errors_of(self.find_job(name))
        size, cursor = int(request.args.get("page[size]", 20)), request.args.get("page[cursor]", "")
        start = int(cursor) if cursor.isdecimal() else 0
        more = f"https://a.klaviyo.com{PATH}/{name}/import-errors?page[cursor]={start + size}&page[size]={size}"
        return {
            "data": errors[start : start + size],
            "links": {"next": more if start + size < len(errors) else None},
        }
