"""The words of a stretch without who tells it: "…, complained the deputy" names no seats in parliament."""

from __future__ import annotations

from workbench.core.document import Span
from workbench.extract.claim.sentence_mentions import SentenceReading


def words_without_teller(reading: SentenceReading, stretch: Span) -> str:
    """Return the words of a stretch with forms of address and who tells it blanked out."""
    said, told = reading.words_in(stretch), reading.qualifying("told_by")
    for each in told:
        start, end = (min(max(at - stretch.start, 0), len(said)) for at in each.span())
        said = f"{said[:start]}{' ' * (end - start)}{said[end:]}"
    return said
