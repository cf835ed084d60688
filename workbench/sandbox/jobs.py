"""Klaviyo's profile import jobs: what was given to them, how far they are, what they could not import."""

import json
import time
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
    created: float = field(default_factory=time.time)


@dataclass
class ImportJobs:
    """`duration`: seconds until a job is complete. `refused`: email -> why a profile cannot be imported.

    `jobs` by id; one that it was never given is complete and empty. `cancelled`, `forgotten`: ids of those that were
    stopped, and of those that it does not know any more.
    """

    duration: float = 0.5
    refused: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)

    def answer(self, operation: str, values: Mapping[str, str], request: Request) -> dict[str, Any] | None:
        """The document that one of the jobs' endpoints answers; None for all other endpoints.

        KeyError where it does not know the job any more.
        """
        match operation:
            case "bulk_import_profiles":
                data = json.loads(request.get_data())["data"]
                name = uuid.uuid4().hex
                lists = data.get("relationships", {}).get("lists", {}).get("data", [])
                self.jobs[name] = Job(data["attributes"]["profiles"]["data"], lists)
                return {"data": self.resource(name)}
            case "get_bulk_import_profiles_job":
                return {"data": self.resource(values["job_id"])}
            case "get_errors_for_bulk_import_profiles_job":
                return self.page(values["id"], request)
        return None

    def resource(self, name: str) -> dict[str, Any]:
        job = self.job(name)
        age = time.time() - job.created
        complete = age >= self.duration
        failed = len(self.errors(job)) if complete else 0
        attributes = {
            "status": "complete" if complete else "processing" if age > self.duration / 2 else "queued",
            "created_at": datetime.fromtimestamp(job.created, UTC).isoformat(),
            "total_count": len(job.profiles),
            "completed_count": len(job.profiles) - failed if complete else 0,
            "failed_count": failed,
        }
        if name in self.cancelled:
            attributes["status"] = "cancelled"
        return {"type": "profile-bulk-import-job", "id": name, "attributes": attributes}

    def job(self, name: str) -> Job:
        if name in self.forgotten:
            raise KeyError(name)
        return self.jobs.get(name) or Job([], [], created=0)

    def errors(self, job: Job) -> list[dict[str, Any]]:
        """The import errors, as resources."""
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

    def page(self, name: str, request: Request) -> dict[str, Any]:
        errors = self.errors(self.job(name))
        size, cursor = int(request.args.get("page[size]", 20)), request.args.get("page[cursor]", "")
        start = int(cursor) if cursor.isdecimal() else 0
        more = f"https://a.klaviyo.com{PATH}/{name}/import-errors?page[cursor]={start + size}&page[size]={size}"
        return {
            "data": errors[start : start + size],
            "links": {"next": more if start + size < len(errors) else None},
        }
