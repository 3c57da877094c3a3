"""What undo took back, in the words of the message: the action, and what counts now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.attachment import Attachment
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.reviewers.series_choice import Choice
from workbench.core.reviews.undo_message import taken_back
from workbench.desk import Desk
from workbench.report.amendment_words import amended_words
from workbench.report.decision_words import done_words

if TYPE_CHECKING:
    from workbench.desk.reviewing.exclude_and_undo import Undone


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
