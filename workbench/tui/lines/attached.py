"""Lines about attached evidence, in the series pane: the quote, its place, and who attached it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.attachment import Attachment, standing_attachments
from workbench.report.attachment_records import attached_citation
from workbench.tui.lines.line import Line, line, say
from workbench.tui.lines.verdict import event_line

SIGN = "§ "


def attached_lines(given: Sequence[Attachment]) -> Iterator[Line]:
    """Yield a line for each attachment that was not taken back, newest first."""
    for each in reversed(standing_attachments(given)):
        cited = attached_citation(each)
        words = f"“{cited.quote}” " if cited.quote else ""
        head = ", ".join(part for part in (cited.title, cited.where) if part)
        sample = say(" ! sample, not live", "caveat") if cited.sample else say("")
        by = say(f" · {each.reviewer} {each.at:%Y-%m-%d}", "dim")
        yield line(say(SIGN, "head"), words, say(head, "dim"), f"{' ' if head else ''}{cited.note}", sample, by)


def attachment_history(given: Sequence[Attachment]) -> Iterator[Line]:
    """Yield a line for each attachment, oldest first; those taken back are marked."""
    gone = {each.undoes: each for each in given if each.undoes}
    for each in (each for each in given if not each.undoes):
        cited = attached_citation(each)
        what = f"attached {each.kind.value}: {cited.title or cited.note}"
        yield event_line(what, each, gone.get(each.id))
