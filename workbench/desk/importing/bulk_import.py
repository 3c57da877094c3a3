"""Bulk import: files, folders, CSV, Excel and JSON Lines, idempotent and resumable.

Documents are stored in batches, each in one transaction. An import that is stopped, even killed, loses at most the current batch;
running it again skips what is there and adds the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from workbench.core.errors import Problem, ReadingError, printable
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.importing.columns import Wanted, read_wanted
from workbench.desk.importing.import_progress import Ticker
from workbench.desk.importing.import_run import BATCH, Run
from workbench.desk.importing.parallel_reading import fewer_collections
from workbench.desk.importing.reading_later import Later
from workbench.desk.importing.rejected_rows import rejects_csv
from workbench.desk.importing.skipped_files import NoTextColumnError, about_the_folder, figures_alone
from workbench.ports import Imported, Rejected, Tell

__all__ = ["BATCH", "TABLES", "ImportPlan", "import_bulk", "rejects_csv"]

TABLES = {"csv": "csv", "tsv": "csv", "tab": "csv", "jsonl": "jsonl", "ndjson": "jsonl", "xlsx": "xlsx", "xlsm": "xlsx"}
"""Suffixes of files that are read row by row, with the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What to import and how.

    Attributes:
        paths: Files and folders.
        form: ``auto`` or the name of a reader, ``csv``, ``jsonl`` or ``xlsx``.
        columns: For tables: which column holds what (``text``, ``date``, ``place``, ``speaker``, ``id``, ``url``, …), and
            ``dates=dmy`` or ``dates=mdy`` for dates between slashes.
        dry_run: Read and count, and store nothing.
        jobs: How many processes read claims.
        cluster: The address of a Dask cluster whose workers read them instead; empty for none.
    """

    paths: tuple[str, ...]
    form: str = "auto"
    columns: dict[str, str] = field(default_factory=dict)
    dry_run: bool = False
    jobs: int = 1
    cluster: str = ""


def import_bulk(
    ports: DeskPorts, plan: ImportPlan, tell: Tell, later: Later | None = None
) -> tuple[Imported, Sequence[Rejected]]:
    """Import everything that the plan names, and return what was done and which rows and files were refused.

    With ``later`` new documents are given to it, and neither read nor stored here; an export of a workbench is imported in any case.

    If one of several files cannot be read, it is refused as a whole (line 0) and the others are read. Files in a folder that are no
    speeches are left out, and listed among the problems.

    Raises:
        ReadingError: A path does not exist, or the only named file cannot be read.
        UsageError: A format, a column or a field does not exist.
        StoreError: The database refuses; batches before it are stored.
        ClusterError: The cluster fails; batches before it are stored.
    """
    wanted = read_wanted(plan.columns)
    run = Run(ports, Ticker(tell), jobs=plan.jobs, dry=plan.dry_run, cluster=plan.cluster, later=later)
    paths = [path for named in plan.paths for path in ports.files.under(named)]
    if not paths:
        run.counts.problems.append(_nothing(plan))
    try:
        with fewer_collections():
            _import(run, plan, paths, wanted)
    except BaseException:
        run.ticker.failed(f"{run.counts.documents:,} documents were kept; run it again for the rest.")
        raise
    return run.counts.imported(), tuple(run.counts.rejected)


def _import(run: Run, plan: ImportPlan, paths: Sequence[str], wanted: Wanted) -> None:
    def refuse(path: str, error: ReadingError) -> None:
        if tuple(paths) == plan.paths and len(paths) == 1:
            raise error
        run.counts.rejected.append(Rejected(printable(path, 4096), 0, error.message, error.hint))

    in_folders = frozenset(paths) - frozenset(plan.paths)
    about = {path: notice for path in paths if path in in_folders and (notice := about_the_folder(path))}
    run.counts.problems.extend(about.values())
    speeches = [path for path in paths if path not in about]
    own = {path for path in speeches if _is_own(run, path, plan.form, refuse)}
    speeches = [path for path in speeches if path not in own]
    for path in speeches:
        if form := _table_form(path, plan.form):
            try:
                run.table(path, form, wanted)
            except NoTextColumnError as error:
                if path in in_folders:
                    run.counts.problems.append(figures_alone(path))
                else:
                    refuse(path, error)
            except ReadingError as error:
                refuse(path, error)
    run.statements([path for path in speeches if not _table_form(path, plan.form)], plan.form, refuse, in_folders)


def _is_own(run: Run, path: str, form: str, refuse: Callable[[str, ReadingError], None]) -> bool:
    """Import a file if it is an export of a workbench; return whether it was one. An unreadable export is refused, and counts as one."""
    try:
        return run.own(path, form)
    except ReadingError as error:
        refuse(path, error)
        return True


def _table_form(path: str, form: str) -> str:
    """Find the format in which a file is read row by row; empty for documents."""
    if form == "auto":
        return TABLES.get(PurePath(path).suffix.lstrip(".").lower(), "")
    return form if form in TABLES.values() else ""


def _nothing(plan: ImportPlan) -> Problem:
    return Problem(", ".join(plan.paths), "There is no file in it.", "Give a folder with statements.", "empty-folder")
