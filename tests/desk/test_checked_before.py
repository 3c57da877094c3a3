"""Was it said here before: the desk finds earlier claims in its own database, in whatever words."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from workbench.core.candidate import Relationship
from workbench.core.claim import RELATIONS, Claim
from workbench.core.document import Document
from workbench.desk.researching.research import known
from workbench.extract import read_text


def said(key: str, text: str) -> tuple[Document, tuple[Claim, ...]]:
    """Return a statement with its claims."""
    document = Document(id=key, title="", text=text, origin="<stdin>", language="en")
    return document, read_text(text, document=key).claims


@pytest.mark.parametrize(
    ("now", "relationship"),
    [
        ("The jobless rate was 14.5 percent in 2020.", Relationship.REPEAT),
        ("The jobless rate was 15.5 percent in 2020.", Relationship.VARIANT),
        ("Unemployment was not 14.5 percent in 2020.", Relationship.REVERSED),
    ],
)
def test_what_was_said_in_other_words_is_found(ports: SimpleNamespace, now: str, relationship: Relationship):
    """Unemployment was 14.5 percent in 2020."""
    before = str(test_what_was_said_in_other_words_is_found.__doc__)
    others = [said(f"o{n}", f"The ministry repaired {n} bridges in 20{n}.") for n in range(10, 20)]
    new = said("now", now)
    ports.store.add([said("before", before), *others, new])
    found = known(ports, new[1][0])
    assert [(one.text, one.relationship) for one in found] == [("14.5 percent", relationship)]


def test_what_an_earlier_version_kept_is_read_for_what_it_did_not_read(ports: SimpleNamespace):
    """Unemployment was not 14.5 percent in 2020."""
    document, (claim,) = said("before", str(test_what_an_earlier_version_kept_is_read_for_what_it_did_not_read.__doc__))
    others = [said(f"o{n}", f"The ministry repaired {n} bridges in 20{n}.") for n in range(10, 20)]
    new = said("now", "Unemployment was 14.5 percent in 2020.")
    ports.store.add([(document, (replace(claim, denied=False, relations=RELATIONS - 1),)), *others, new])
    assert [one.relationship for one in known(ports, new[1][0])] == [Relationship.REVERSED]
