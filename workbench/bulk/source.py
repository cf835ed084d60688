"""The source of rows: a file, a URL, an S3 object or a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import wmill

from workbench.bulk.client import TIMEOUT
from workbench.bulk.errors import BulkFailed

SPREADSHEETS = (".xlsx", ".xls", ".ods")
SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", *SPREADSHEETS)
# Of what an address without an ending serves, such as an export of Google Sheets.
SUFFIX_OF_CONTENT = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".ndjson",
    "application/vnd.apache.parquet": ".parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/x-vnd.oasis.opendocument.spreadsheet": ".ods",
}


@dataclass
class Source:
    """A local file, or a list of rows. `name`: what the journal and the rejects are named after.

    `sheet`: of a spreadsheet; the first if it is empty.
    """

    name: str
    path: Path = Path()
    rows: list[Any] = field(default_factory=list)
    sheet: str = ""

    @property
    def suffix(self) -> str:
        """One of SUFFIXES; empty for a list."""
        return suffix_of(self.path.name)


def suffix_of(name: str) -> str:
    return Path(name.lower().removesuffix(".gz")).suffix


def find_source(source: Any, folder: Path) -> Source:
    """The source as a local file or a list. What is elsewhere is downloaded into `folder`."""
    if isinstance(source, list):
        if not any(is_s3_object(item) for item in source):
            return Source("rows", rows=source)
        if len(source) > 1:
            raise BulkFailed(
                f"source is a list of {len(source)}, of which one or more are S3 objects: import each alone"
            )
        [source] = source
    address = source.get("s3") if isinstance(source, dict) else source
    if not isinstance(address, str) or not address:
        raise BulkFailed("source must be the path or URL of a file, an S3 object, or a list of objects")
    is_s3 = isinstance(source, dict) or address.startswith("s3://")
    name = Path(urlsplit(address).path if "://" in address else address).name
    if isinstance(source, dict) and suffix_of(name) not in SUFFIXES:
        name = Path(str(source.get("filename") or name)).name
    is_url = address.startswith(("http://", "https://"))
    if suffix_of(name) not in SUFFIXES and not is_url:
        hint = "; an S3 object may say so in `filename`" if is_s3 else ""
        raise BulkFailed(f"{name} does not end in {', '.join(SUFFIXES)}, with or without .gz{hint}")
    if is_s3 or is_url:
        path = folder / "download"
        try:
            headers = download(source if is_s3 else address, path)
        except Exception as error:  # Windmill's client raises what it likes
            message = re.sub(
                r"\?\S+|(?<=//)[^/\s@]*@", "", f"{address} cannot be read: {error}"
            )  # signatures, passwords
            raise BulkFailed(message) from None
        name = name if suffix_of(name) in SUFFIXES else name_content(name, headers)
        path = path.rename(folder / name)
    else:
        name, path = address, Path(address)
    if not path.exists():
        raise BulkFailed(f"{name} cannot be read: there is no such file")
    if not path.stat().st_size:
        raise BulkFailed(f"{name} is empty")
    return Source(name, path)


def is_s3_object(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("s3"), str) and value.keys() <= S3_KEYS


S3_KEYS = {"s3", "filename", "storage", "presigned"}


def name_content(name: str, headers: Mapping[str, str]) -> str:
    """A name with an ending, of what an address without one serves. BulkFailed if it is nothing that can be read."""
    content = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    suffix = SUFFIX_OF_CONTENT.get(content)
    if not suffix:
        what = "a web page, such as one to sign in" if content == "text/html" else content or "of no known kind"
        raise BulkFailed(f"what {name or 'the address'} serves is {what}, not a file of rows")
    given = re.search(r'filename="([^"]+)"', headers.get("Content-Disposition", ""))
    return f"{Path(given[1] if given else name or 'download').name.removesuffix(suffix)}{suffix}"


def download(source: Any, path: Path) -> Mapping[str, str]:
    """Write a file. Returns the headers of the response, of an S3 object none."""
    with path.open("wb") as copy:
        if isinstance(source, dict) or source.startswith("s3://"):
            with wmill.load_s3_file_reader(source) as reader:
                while chunk := reader.read(1_000_000):
                    copy.write(chunk)
            return {}
        with requests.get(source, stream=True, timeout=TIMEOUT) as response:
            response.raise_for_status()
            for chunk in response.iter_content(1_000_000):
                copy.write(chunk)
            return response.headers
