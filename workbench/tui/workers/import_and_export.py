"""Slow work of the screens: import, export, recompute. Each job runs in a thread and returns a message."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import expanduser
from pathlib import Path, PurePath

from workbench.core.errors import UsageError
from workbench.desk import Desk
from workbench.desk.publication.formats_by_suffix import ending_of, format_of, suffixes
from workbench.ports import ClaimFilter, Imported, Rejected, Tell
from workbench.tui.counted import counted


def import_path(desk: Desk, path: str, tell: Tell) -> str:
    """Import a file, a folder or a table of claims; importing the same again adds nothing. Raises ReadingError."""
    from workbench.desk.importing.bulk_import import ImportPlan  # noqa: PLC0415  (reading costs 1 s that the first paint does not need)

    imported, rejected = desk.import_bulk(ImportPlan(paths=(at_home(path),)), tell)
    return _imported(imported, rejected)


def export_claims(desk: Desk, wanted: ClaimFilter, path: str) -> str:
    """Export the claims that match, in the format of the path's suffix.

    A file name that ends in ``-drafts`` includes unpublished claims.

    Raises:
        WritingError: The file cannot be written.
        UsageError: No format has that suffix, or no claim may be exported in it; then nothing was written.
    """
    form = format_of(desk.exporters, path)
    if form is None:
        known = ", ".join(f".{suffix}" for suffix in suffixes(desk.exporters))
        raise UsageError(f"{path}: no format has this suffix.", f"There is: {known}.")
    given = desk.export_report(desk.report(wanted), form, drafts=has_drafts(path))
    drafted = "A name that ends in -drafts has them too, marked."
    given.going.check(drafted)
    desk.save(at_home(path), given.body)
    count = counted(len(given.going.report.entries), "claim")
    message = f"{count} written to {path} ({form}, {len(given.body):,} bytes)."
    return " ".join((message, *given.going.notices(drafted)))


def has_drafts(path: str) -> bool:
    """Check whether a file's name asks for drafts: ``claims-drafts.md``, ``claim-1-draft.html``."""
    return PurePath(path.strip()).name.casefold().partition(".")[0].endswith(("-draft", "-drafts"))


def next_format(known: Sequence[str], path: str) -> str:
    """Return the path with the next format's suffix."""
    now = ending_of(known, path)
    stem = path[: -len(now) - 1] if now else path
    after = known[(known.index(now) + 1) % len(known)] if now else known[0]
    return f"{stem}.{after}"


def at_home(path: str) -> str:
    """Strip a path and expand ``~``, as a shell does."""
    return str(PurePath(expanduser(path.strip())))  # noqa: PTH111  (words only; the disk is the desk's)


def is_there(path: str) -> bool:
    """Check whether a file of that name exists."""
    return Path(at_home(path)).exists()


def _imported(imported: Imported, rejected: Sequence[Rejected]) -> str:
    parts = [f"{counted(imported.documents, 'document')} with {counted(imported.claims, 'claim')} taken in"]
    parts += [f"{imported.already:,} here already"] if imported.already else []
    parts += [f"{imported.rejected:,} rejected, first: {rejected[0].message} {rejected[0].hint}"] if rejected else []
    if out := imported.left_out:
        parts.append(f"{counted(len(out), 'file')} left out: {PurePath(out[0].where).name}: {out[0].message[10:]}")
    return " · ".join(parts)
