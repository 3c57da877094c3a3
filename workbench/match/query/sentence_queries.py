"""Makes the query of a claim's whole sentence from what was read of its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workbench.core.claim import Claim, Mention, Reading
from workbench.core.document import Span
from workbench.match.query.query import Query, query_of_text


class SentenceQueries:
    """The queries of the sentences of one text, each made once for all claims of the sentence."""

    def __init__(self, reading: Reading) -> None:
        """Make queries from `reading`, which holds the claims that are asked about."""
        self._reading = reading
        self._made: dict[Span, Query] = {}

    def query_of(self, claim: Claim) -> Query:
        """Return the query of a claim's sentence: its words, and the slots of its first claim."""
        sentence = claim.sentence
        if sentence not in self._made:
            self._made[sentence] = query_of_text(claim.context, _within(self._reading, sentence), sentence.start)
        return self._made[sentence]


def _within(reading: Reading, sentence: Span) -> Reading:
    """Keep what was read in one sentence."""
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.sentence == sentence),
        amounts=_mentions(reading.amounts, sentence),
        periods=_mentions(reading.periods, sentence),
        places=_mentions(reading.places, sentence),
        changes=_mentions(reading.changes, sentence),
    )


def _mentions(found: Iterable[Mention[Any]], sentence: Span) -> tuple[Mention[Any], ...]:
    return tuple(each for each in found if sentence.covers(each.span))
