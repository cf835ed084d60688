"""Where an import keeps its rejects and its journal."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from workbench.bulk.arguments import Options
from workbench.bulk.errors import BulkFailed
from workbench.bulk.source import SUFFIXES, Source, suffix_of
from workbench.bulk.text import digest
from workbench.bulk.windmill import STATE


class Paths(NamedTuple):
    """Two files, and the path of Windmill's state, which outlives a job; None if the file `journal` does."""

    rejects: Path
    journal: Path
    state: str | None


def choose_paths(options: Options, source: Source, folder: Path) -> Paths:
    """Return where an import keeps what it keeps: as the options say, else beside the source.

    In Windmill the files are in `folder`, which goes away, and so is the journal of a dry run, a copy. Raises
    BulkFailed if one would overwrite another file.
    """
    part = part_suffix(options)
    beside, name = (folder, Path(source.name).name) if STATE else (Path(), source.name)
    ending = source.suffix if source.suffix in (".csv", ".tsv") else ".jsonl"
    if options.rejects and suffix_of(options.rejects) in SUFFIXES and suffix_of(options.rejects) != ending:
        raise BulkFailed(f"rejects must end in {ending}, as the rejected rows are written like those of the source")
    rejects = beside / f"{name}{part}.rejects{ending}"
    if options.rejects and not STATE:
        rejects = name_part(Path(options.rejects), part)
    journal = name_part(Path(options.journal), part) if options.journal else beside / f"{name}{part}.journal"
    check_paths(rejects, journal, source)
    if options.dry_run:
        copy = folder / "dry.journal"
        if journal.exists():
            shutil.copy(journal, copy)
        journal = copy
    return Paths(rejects, journal, state_path(source, part) if STATE and not options.journal else None)


def part_suffix(options: Options) -> str:
    """Return what tells the files of one of several runs apart, such as `.1of4`."""
    return f".{options.part}of{options.parts}" if options.parts > 1 else ""


def name_part(path: Path, part: str) -> Path:
    """Return the path of a file for one of several runs, such as bad.1of4.csv."""
    return path.with_name(f"{path.stem}{part}{path.suffix}")


def check_paths(rejects: Path, journal: Path, source: Source) -> None:
    used = [path.resolve() for path in (source.path, journal) if path != Path()]
    if rejects.resolve() in used:
        raise BulkFailed(f"the rejects cannot be {rejects}, which is the source or the journal")
    if source.suffix and journal.resolve() == source.path.resolve():
        raise BulkFailed(f"the journal cannot be {journal}, which is the source")
    if not journal.parent.is_dir():
        raise BulkFailed(f"the journal {journal} cannot be written: there is no folder {journal.parent}")


def state_path(source: Source, part: str) -> str:
    """Return the path of the state for a source: each file has its own."""
    text = source.name + json.dumps(source.rows, sort_keys=True, default=str)
    return f"{STATE}_{digest(text)[:12]}{part.replace('.', '_')}"
