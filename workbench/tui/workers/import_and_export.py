"""Slow work of the screens: import, export, recompute. Each job runs in a thread and returns a message."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import expanduser
from pathlib import Path, PurePath

from workbench.core.attachment import Attachment
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.errors import UsageError
from workbench.core.reviewers.series_choice import Choice
from workbench.core.reviews.undo_message import taken_back
from workbench.core.series import SeriesRef
from workbench.desk import Desk
from workbench.desk.importing.bulk_import import ImportPlan
from workbench.desk.publication.formats_by_suffix import ending_of, format_of, suffixes
from workbench.desk.reviewing.exclude_and_undo import Undone
from workbench.ports import ClaimFilter, Imported, Rejected, Tell
from workbench.report.amendment_words import amended_words
from workbench.report.decision_words import done_words
from workbench.tui.lines.verdict import is_rated


def import_path(desk: Desk, path: str, tell: Tell) -> str:
    """Import a file, a folder or a table of claims; importing the same again adds nothing. Raises ReadingError."""
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


def recompute(desk: Desk, claim: str) -> str:
    """Recompute every figure of a claim from the archive, and describe the result."""
    replayed = list(desk.replay(claim))
    differing = [each for each in replayed if not each.same]
    if differing:
        return f"! {len(differing)} of {len(replayed)} differ: {differing[0].title}: {differing[0].why}."
    return f"{counted(len(replayed), 'finding')} recomputed: all came out the same again from the archive."


def keep_note(desk: Desk, claim: str, text: str, on: SeriesRef | None = None) -> bool:
    """Save a note at once: with the reviewer's current rating, or by itself. Return whether a rating has it already."""
    verdict = desk.verdict(claim)
    mine = next((r.rating for r in verdict.ratings if r.who == desk.reviewer.casefold()), None)
    if is_rated(verdict) and mine is not None:
        desk.rate(claim, mine, text, on=on)
        return True
    desk.comment(claim, text)
    return False


def took_back(desk: Desk, undone: Undone) -> str:
    """Describe what undo took back and what counts now, without the full stop."""
    scale = desk.scale
    if isinstance(undone, Amendment):
        return f"Took back “{amended_words(undone)}”"
    if isinstance(undone, Correction):
        return f"Took back “{undone.slot.value} {undone.after or 'nothing'}”; {f'“{undone.before}”' if undone.before else 'nothing'} stands"
    if isinstance(undone, Choice):
        return f"Took back “{done_words(undone, scale)}”"
    if isinstance(undone, Attachment):
        return f"Took back the {undone.kind.value} “{undone.title or undone.note}”"
    gone = taken_back(undone, desk.history(undone.claim))
    since = gone.since(lambda key: f"“{scale.label(key)}”")
    return f"Took back {gone.what(f'“{done_words(undone, scale)}”')}" + (f"; {since}" if since else "")


def undone_on(desk: Desk, undone: Undone) -> str:
    """Return the words of the claim, or the title of the document, to which the undone action belonged."""
    return desk.document(undone.document).title if isinstance(undone, Amendment) else desk.claim(undone.claim).quote


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


def counted(count: int, thing: str) -> str:
    """Format a count with its noun: ``1 claim``, ``12,345 claims``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _imported(imported: Imported, rejected: Sequence[Rejected]) -> str:
    parts = [f"{counted(imported.documents, 'document')} with {counted(imported.claims, 'claim')} taken in"]
    parts += [f"{imported.already:,} here already"] if imported.already else []
    parts += [f"{imported.rejected:,} rejected, first: {rejected[0].message} {rejected[0].hint}"] if rejected else []
    if out := imported.left_out:
        parts.append(f"{counted(len(out), 'file')} left out: {PurePath(out[0].where).name}: {out[0].message[10:]}")
    return " · ".join(parts)
