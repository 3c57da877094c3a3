"""Reads the claims of many documents, in order, with several processes and little memory."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.desk.importing.dask_cluster import run_on_cluster
from workbench.desk.importing.document_import import read_claims
from workbench.desk.importing.table_rows import declared
from workbench.desk.importing.worker_pool import run_in_pool
from workbench.extract.claim.check_worthiness import WEIGHTS
from workbench.ports import DocumentEncoder, EncodedDocument

CHUNK = 250
"""Documents in a task of a worker process."""

CHUNK_CHARACTERS = 400_000
"""Characters of text in a task of a worker process, where documents are long."""

GARBAGE_THRESHOLD = 100_000
"""Garbage collector threshold during an import: new objects before a collection."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A document whose claims are to be read.

    Attributes:
        document: The document.
        row: Whether it is a row of a table, declared a claim by whoever listed it.
        position: The position in its file after it, for progress.
    """

    document: Document
    row: bool
    position: int = 0


@dataclass(frozen=True, slots=True)
class ReadDocuments:
    """Documents with their claims in the store's form, and the position in their file after them."""

    forms: tuple[EncodedDocument, ...]
    position: int


def read_in_parallel(
    pending: Iterable[Pending],
    jobs: int,
    document_encoder: DocumentEncoder,
    weights: Mapping[str, float] = WEIGHTS,
    *,
    cluster: str = "",
) -> Generator[ReadDocuments, None, None]:
    """Read the claims of documents and encode both for the store, chunk by chunk, in the order of the documents.

    Processes are started only where there is more than one chunk; a cluster, where its address is given, is used from the first chunk on.

    Raises:
        StoppedProcessError: The system stopped a process.
        ClusterError: The cluster fails.
    """
    chunks = chunked(pending)
    first = list(islice(chunks, 2))
    if not first or (not cluster and (jobs <= 1 or len(first) <= 1)):
        yield from (_read_chunk(chunk, _encoded(chunk, document_encoder, weights)) for chunk in chain(first, chunks))
        return
    read, tasks = partial(_encoded, document_encoder=document_encoder, weights=weights), chain(first, chunks)
    done = (
        run_on_cluster(read, tasks, cluster, _sweep_seldom)
        if cluster
        else run_in_pool(read, tasks, jobs, _sweep_seldom)
    )
    with closing(done):
        for chunk, forms in done:
            yield _read_chunk(chunk, forms)


def _sweep_seldom() -> None:
    gc.set_threshold(GARBAGE_THRESHOLD)


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Run the garbage collector less often: frozen values form no cycles, and scanning thousands of them costs time."""
    before = gc.get_threshold()
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def chunked(pending: Iterable[Pending]) -> Iterator[list[Pending]]:
    """Group documents into tasks, by their number and length."""
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


def _read_chunk(chunk: Sequence[Pending], forms: tuple[EncodedDocument, ...]) -> ReadDocuments:
    return ReadDocuments(forms, chunk[-1].position)


def _encoded(
    chunk: Sequence[Pending], document_encoder: DocumentEncoder, weights: Mapping[str, float]
) -> tuple[EncodedDocument, ...]:
    return tuple(document_encoder(each.document, _claims(each, weights)) for each in chunk)


def _claims(pending: Pending, weights: Mapping[str, float]) -> tuple[Claim, ...]:
    found = read_claims(pending.document, weights).claims
    return declared(pending.document, found) if pending.row else found
