"""The files that the page uploads, and those that scripts write beside them."""

import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import IO, Any

from werkzeug.exceptions import BadRequest, NotFound, RequestEntityTooLarge

MAX_BYTES = 200_000_000  # of an upload
CHUNK = 1_000_000


class Files:
    """A folder of files with names of one part."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, name: str) -> Path:
        """Return the path of a file, whose name is the last part of what is asked for."""
        return self.folder / clean_name(name)

    def find(self, name: str) -> Path:
        path = self.path_of(name)
        if not path.is_file():
            raise NotFound(f"There is no file {path.name}")
        return path

    def save(self, name: str, content: IO[bytes]) -> dict[str, Any]:
        """Keep an upload, in place of one with the same name."""
        path, size = self.path_of(name), 0
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder) / "upload"
            with draft.open("wb") as file:
                while chunk := content.read(CHUNK):  # to its end: a browser that still sends does not see the answer
                    size += len(chunk)
                    if size <= MAX_BYTES:
                        file.write(chunk)
            if size > MAX_BYTES:
                raise RequestEntityTooLarge(f"{path.name} has more than {MAX_BYTES:,} bytes")
            shutil.move(draft, path)
        return entry_of(path)

    def versions(self) -> dict[Path, tuple[int, int]]:
        """Return what tells a file that was written since from one that was not."""
        stats = ((path, path.stat()) for path in self.folder.iterdir())
        return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats}

    def written_since(self, versions: dict[Path, tuple[int, int]]) -> list[dict[str, Any]]:
        """Return the files that a run has written, without its journal."""
        written = (path for path, version in sorted(self.versions().items()) if versions.get(path) != version)
        return [entry_of(path) for path in written if path.suffix != ".journal"]

    def delete_journals(self, suffix: str) -> None:
        for path in self.folder.glob(f"*{suffix}.journal"):
            path.unlink()


def entry_of(path: Path) -> dict[str, Any]:
    return {"name": path.name, "bytes": path.stat().st_size}


def clean_name(name: str) -> str:
    """Return the last part of a path, without characters that cannot be seen. Raises BadRequest."""
    last = name.replace("\\", "/").rpartition("/")[2]
    last = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip()
    if not last.strip(".") or last.startswith(".") or len(last.encode()) > 200:
        raise BadRequest(f"{name[:200]!r} is not the name of a file")
    return last
