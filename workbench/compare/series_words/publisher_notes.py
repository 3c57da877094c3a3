"""Kinds of publishers' notes: an uncertain figure, another definition, a rebased series."""

from __future__ import annotations

REBASED = "rebased"
_UNSURE = ("low reliab", "unreliable", "less reliable", "not reliable")
_REBASED = (
    "rebased", "re-based", "rebasing", "rebenchmark", "re-benchmark", "benchmarked to", "intercensal", "population base",
    "based on the census", "census results", "new population estimates",
)  # fmt: skip
"""Words of offices for a rebased series, for example after a census."""

_DIFFERS = ("definition differ", "different definition", "definitions differ", "not comparable", "differing definition")


def kind_of_note(note: str) -> str:
    """Find the kind of a footnote by its words: some offices have no flag for uncertain figures or other definitions.

    >>> kind_of_note("low reliability"), kind_of_note("definition differs"), kind_of_note("Census year")
    ('low-reliability', 'definition', 'footnote')
    >>> kind_of_note("Rebased on the 2021 census")
    'rebased'
    """
    said = note.lower()
    if any(words in said for words in _UNSURE):
        return "low-reliability"
    if any(words in said for words in _REBASED):
        return REBASED
    return "definition" if any(words in said for words in _DIFFERS) else "footnote"
