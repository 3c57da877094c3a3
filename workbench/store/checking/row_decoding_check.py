"""Check that every noun can be read, and that it agrees with the columns of its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from workbench.core.attachment import Attachment, identified
from workbench.core.claim import Claim, claim_id
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.encoding.codec import decode
from workbench.core.errors import Problem, StoreError
from workbench.core.finding import Finding
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.verdict import WithheldReview
from workbench.ports import Researched
from workbench.store import series_choices
from workbench.store.advice import BY_HAND, COPY
from workbench.store.compression import unpack
from workbench.store.withheld import review_of


@dataclass(frozen=True, slots=True)
class NounKind:
    """A table of nouns.

    Attributes:
        table: Its name.
        called: The word for one of them.
        fits: Checks that a row's noun agrees with its columns; raises where the noun cannot be read.
    """

    table: str
    called: str
    fits: Callable[[Any], bool]


def _claim(row: Any) -> bool:
    noun = decode(Claim, unpack(row["noun"]))
    made = claim_id(noun.document, noun.span, noun.quote)
    return noun.id == row["id"] and noun.document == row["document"] and (made == noun.id or len(noun.id) != len(made))


def _document(row: Any) -> bool:
    return decode(Document, unpack(row["noun"])).id == str(row["id"])


def _review(row: Any) -> bool:
    noun = review_of(row["noun"])
    return isinstance(noun, WithheldReview) or (noun.id, noun.claim, noun.action, noun.rating) == tuple(
        row[name] for name in ("id", "claim", "action", "rating")
    )


def _research(row: Any) -> bool:
    return decode(Researched, row["noun"]).claim == str(row["claim"])


def _finding(row: Any) -> bool:
    noun = decode(Finding, row["noun"])
    return (noun.id, noun.claim, noun.agreement) == tuple(row[name] for name in ("id", "claim", "agreement"))


def _choice(row: Any) -> bool:
    return series_choices.read(row).id == str(row["id"])


def _formula(row: Any) -> bool:
    noun = decode(SavedFormula, row["noun"])
    return (noun.id, noun.claim) == tuple(row[name] for name in ("id", "claim"))


def _correction(row: Any) -> bool:
    noun = decode(Correction, row["noun"])
    return (noun.id, noun.claim, noun.slot) == tuple(row[name] for name in ("id", "claim", "slot"))


def _amendment(row: Any) -> bool:
    noun = decode(Amendment, row["noun"])
    return (noun.id, noun.document, noun.kind) == tuple(row[name] for name in ("id", "document", "kind"))


def _attachment(row: Any) -> bool:
    noun = decode(Attachment, row["noun"])
    return noun == identified(noun) and (noun.id, noun.claim) == tuple(row[name] for name in ("id", "claim"))


KINDS = (
    NounKind("documents", "document", _document),
    NounKind("claims", "claim", _claim),
    NounKind("reviews", "review", _review),
    NounKind("research", "research", _research),
    NounKind("findings", "finding", _finding),
    NounKind("choices", "choice", _choice),
    NounKind("formulas", "formula", _formula),
    NounKind("corrections", "correction", _correction),
    NounKind("amendments", "amendment", _amendment),
    NounKind("attachments", "attachment", _attachment),
)


def unlike(connection: Connection) -> Iterator[Problem]:
    """Find nouns that cannot be read, or that disagree with the columns of their rows."""
    for kind in KINDS:
        rows = connection.execute(text(f"SELECT * FROM {kind.table} ORDER BY number"))  # noqa: S608  (our own tables' names)
        for row in rows.mappings():
            if (problem := _why(kind, row)) is not None:
                yield problem


def _why(kind: NounKind, row: Any) -> Problem | None:
    where = f"research of claim {row['claim']}" if kind.called == "research" else f"{kind.called} {row['id']}"
    try:
        if kind.fits(row):
            return None
    except (StoreError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError):
        return Problem(where, "It cannot be read.", COPY, f"unreadable-{kind.called}")
    return Problem(where, "Its words are not those that it was made of.", BY_HAND, f"changed-{kind.called}")
