"""Rows that are not sent"""

import csv
import json
import re
import shutil
import sys
from itertools import islice
from pathlib import Path
from typing import Any, Self

import wmill

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.database import REPEATED
from workbench.bulk.imports.rows import REJECTED
from workbench.bulk.windmill import STATE, attempt

MAX_REASONS = 20


class Rejects:
    """A file of the rows that are not sent, each with its number, line and reason.

    It is CSV with the source's columns and separator, or JSON Lines: once corrected, it can be imported itself. In
    Windmill it becomes an S3 object. Until `publish`, it is written in `folder`: a run that does not even begin leaves
    the file of the run before, which may hold corrections.
    """

    def __init__(self, path: Path, folder: Path, columns: list[str], separator: str) -> None:
        """BulkFailed if a file that is no rejects file is in the way. `separator`: empty for JSON Lines."""
        self.path, self.count = path, 0
        self.reasons: dict[str, dict[str, int | None]] = {}  # how many rows, and the first of them
        self._columns, self._separator = columns, separator
        self._draft = folder / "rejects"
        try:
            if path.exists():
                with path.open("rb") as file:
                    head = file.read(100).lstrip(b'\xef\xbb\xbf{"')
                if head and not head.startswith(REJECTED[0].encode()):
                    raise BulkFailed(
                        f"the rejects cannot be {path}: it holds something else, which they would overwrite"
                    )
            if not path.parent.is_dir():
                raise FileNotFoundError(f"there is no folder {path.parent}")
        except OSError as error:
            raise BulkFailed(f"the rejects {path} cannot be written: {error}") from None
        self._file = self._draft.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        if separator:
            self._write([*REJECTED, *columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def publish(self) -> None:
        """Replace the file of the run before, whose rows have been checked again."""
        self._file.close()
        shutil.move(self._draft, self.path)
        self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace", newline="")

    def add(self, rows: list[tuple[Any, ...]], reason: str) -> None:
        """`rows`: number, line and cells of each; the cells, as JSON, are a list if the row could not be read."""
        kind = re.sub(r"(?<= )\d+(?:,\d{3})*(?![\w.-])", "N", reason.removeprefix(REPEATED).partition(": ")[0])
        reason = reason.encode(errors="replace").decode()
        for number, line, text in rows:
            self.count += 1
            cells = json.loads(text)
            if kind in self.reasons or len(self.reasons) < MAX_REASONS:
                reasons = self.reasons.setdefault(kind, {"rows": 0, "first": number})
                reasons["rows"] = (reasons["rows"] or 0) + 1
            head = [number, line, reason]
            if self._separator:
                own = [cells.get(column, "") for column in self._columns] if isinstance(cells, dict) else cells
                self._write([*head, *own])
            else:
                own = cells if isinstance(cells, dict) else {"text": cells[0] if cells else ""}
                json.dump(dict(zip(REJECTED, head, strict=True)) | own, self._file, ensure_ascii=False)
                self._file.write("\n")
        self._file.flush()

    def _write(self, cells: list[Any]) -> None:
        csv.writer(self._file, delimiter=self._separator).writerow(cells)

    def keep(self, key: str) -> str | dict[str, str] | None:
        """Where they are: the file's path; in Windmill the S3 object, or, without object storage, the log."""
        if not self.count:
            self._file.close()
            self.path.unlink()
            return None
        if not STATE:
            return str(self.path)
        with self.path.open("rb") as file:
            if attempt("keep the rejects", lambda: wmill.write_s3_file({"s3": key}, file)):
                return {"s3": key}
        with self.path.open(encoding="utf-8") as lines:
            print("The first of them:", *map(str.rstrip, islice(lines, 101)), sep="\n", file=sys.stderr)
        return None
