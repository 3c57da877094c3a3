"""The numbers of the library, counted beside its lists: how many documents and claims there are, and how many match."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from textual.message import Message

from workbench.desk import Desk
from workbench.ports import ClaimFilter

PATIENCE = 0.03
"""Seconds that a picture waits for its numbers; one that is painted without them says that it is counting."""

COUNTING = "counting…"


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """The numbers for a filter.

    Attributes:
        documents: How many documents have its words.
        claims: How many claims pass it.
        kept: How many documents there are.
        open: How many claims are open.
    """

    documents: int
    claims: int
    kept: int
    open: int


@dataclass
class LibraryCounted(Message):
    """The numbers that were asked for are there, or could not be counted."""

    asked: Future[LibraryCounts]


def count_library(desk: Desk, wanted: ClaimFilter) -> LibraryCounts:
    """Count what the library shows for a filter."""
    return LibraryCounts(
        documents=desk.count_documents(wanted.words),
        claims=desk.count_claims(wanted),
        kept=desk.count_documents(),
        open=desk.count_claims(ClaimFilter(stages=("open",))),
    )
