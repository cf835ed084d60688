"""The source of rows: a file, a URL, an S3 object or a list."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import wmill

from workbench.bulk.client import TIMEOUT
from workbench.bulk.errors import BulkFailed

SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet")


@dataclass
class Source:
    """A local file, or a list of rows. `name`: what the journal and the rejects are named after."""

    name: str
    path: Path = Path()
    rows: list[Any] = field(default_factory=list)

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
    if suffix_of(name) not in SUFFIXES:
        hint = "; an S3 object may say so in `filename`" if is_s3 else ""
        raise BulkFailed(
            f"{name} does not end in {', '.join(SUFFIXES)}, with or without .gz{hint}. Save it as CSV in UTF-8"
        )
    if is_s3 or address.startswith(("http://", "https://")):
        path = folder / name
        try:
            download(source if is_s3 else address, path)
        except Exception as error:  # Windmill's client raises what it likes
            message = re.sub(
                r"\?\S+|(?<=//)[^/\s@]*@", "", f"{address} cannot be read: {error}"
            )  # signatures, passwords
            raise BulkFailed(message) from None
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


def download(source: Any, path: Path) -> None:
    with path.open("wb") as copy:
        if isinstance(source, dict) or source.startswith("s3://"):
            with wmill.load_s3_file_reader(source) as reader:
                while chunk := reader.read(1_000_000):
                    copy.write(chunk)
        else:
            with requests.get(source, stream=True, timeout=TIMEOUT) as response:
                response.raise_for_status()
                for chunk in response.iter_content(1_000_000):
                    copy.write(chunk)
