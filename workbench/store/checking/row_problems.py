"""What to say of a row that another program changed, removed or inserted."""

from __future__ import annotations

from workbench.core.errors import Problem
from workbench.store.advice import BY_HAND
from workbench.store.journal import JournalLine

_NOUN = {"documents": "document", "claims": "claim", "reviews": "review", "research": "research of claim",
         "findings": "finding", "choices": "choice", "formulas": "formula", "corrections": "correction",
         "amendments": "amendment", "attachments": "attachment", "saved_views": "view",
         "published_pages": "page"}  # fmt: skip


def changed(kind: str, line: JournalLine) -> Problem:
    """Say that a row was changed."""
    return _row_problem(kind, line, "Its words are not those that it was made of.", "changed")


def taken_out(kind: str, line: JournalLine) -> Problem:
    """Say that a row was removed."""
    return _row_problem(kind, line, "It was taken out of the database.", "lost")


def put_in(kind: str, line: JournalLine) -> Problem:
    """Say that a row was inserted."""
    return _row_problem(kind, line, "It was put into the database from outside.", "added")


def _row_problem(kind: str, line: JournalLine, message: str, what: str) -> Problem:
    noun = _NOUN[kind]
    return Problem(f"{noun} {line.id}", message, BY_HAND, f"{what}-{noun.partition(' ')[0]}")
