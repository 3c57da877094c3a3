"""Claims out of many documents, in order, by as many processes as are wanted, with little in memory at a time."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from workbench.core.claim import Claim
from workbench.core.text import Document
from workbench.desk.crew import side_by_side
from workbench.desk.intake import read_claims
from workbench.desk.rows import declared
from workbench.extract.claim.worth import WEIGHTS
from workbench.ports import Form, Former

CHUNK = 250
"""How many documents are handed to a process at once."""

CHUNK_CHARACTERS = 400_000
"""How much text is handed to a process at once, where documents are long."""

SELDOM = 100_000
"""Garbage collector threshold during an import: new objects before a collection."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A document whose claims are to be read.

    Attributes:
        document: The document.
        row: Whether it is a row of a table, declared a claim by whoever listed it.
        position: How far into its file the import is behind it.
    """

    document: Document
    row: bool
    position: int = 0


@dataclass(frozen=True, slots=True)
class Harvested:
    """Documents with their claims in the store's form, and how far into its file the import is behind them."""

    forms: tuple[Form, ...]
    position: int


def harvest(
    pending: Iterable[Pending], jobs: int, former: Former, weights: Mapping[str, float] = WEIGHTS
) -> Generator[Harvested, None, None]:
    """Reads the claims of documents and puts both into the store's form, chunk by chunk, in the order of the documents.

    Processes are started only where there is more than one chunk.

    Raises:
        StoppedProcessError: The system stopped a process.
    """
    chunks = _chunks(pending)
    first = list(islice(chunks, 2))
    if jobs <= 1 or len(first) <= 1:
        yield from (_harvested(chunk, _formed(chunk, former, weights)) for chunk in chain(first, chunks))
        return
    for chunk, forms in side_by_side(
        partial(_formed, former=former, weights=weights), chain(first, chunks), jobs, _sweep_seldom
    ):
        yield _harvested(chunk, forms)


def _sweep_seldom() -> None:
    gc.set_threshold(SELDOM)


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Looks for rings of garbage seldom: nouns hold on to no one, and going through thousands of them costs time."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _chunks(pending: Iterable[Pending]) -> Iterator[list[Pending]]:
    chunk: list[Pending] = []
    size = 0
    for each in pending:
        chunk.append(each)
        size += len(each.document.text)
        if len(chunk) >= CHUNK or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _harvested(chunk: Sequence[Pending], forms: tuple[Form, ...]) -> Harvested:
    return Harvested(forms, chunk[-1].position)


def _formed(chunk: Sequence[Pending], former: Former, weights: Mapping[str, float]) -> tuple[Form, ...]:
    return tuple(former(each.document, _claims(each, weights)) for each in chunk)


def _claims(pending: Pending, weights: Mapping[str, float]) -> tuple[Claim, ...]:
    found = read_claims(pending.document, weights).claims
    return declared(pending.document, found) if pending.row else found
