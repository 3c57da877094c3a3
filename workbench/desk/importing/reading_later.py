"""Documents that are read into claims later, on another machine: handed over as they were imported, and stored with their claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.desk.desk_ports import DeskPorts
from workbench.desk.importing.parallel_reading import Pending, read_in_parallel
from workbench.extract.claim.check_worthiness import weights_with

Later = Callable[[Sequence[Pending]], bool]
"""Function that takes over documents to be read later; it returns whether they were not waiting already."""


def read_pending(ports: DeskPorts, pending: Sequence[Pending]) -> int:
    """Read the claims of documents and store both in one transaction; those that are stored already are left alone.

    Returns:
        How many documents were added.
    """
    there = ports.store.which_documents([each.document.id for each in pending])
    new = [each for each in pending if each.document.id not in there]
    encoder, weights = ports.store.document_encoder, weights_with(ports.worth)
    forms = [form for read in read_in_parallel(new, 1, encoder, weights) for form in read.forms]
    return ports.store.add_encoded(forms).documents if forms else 0
