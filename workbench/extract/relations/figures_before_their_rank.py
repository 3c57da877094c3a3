"""A figure that opens its sentence and whose time the rank behind it names: "At 15,391, the number was higher in 2014 than at any time since 2011"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import UNREAD_PERIOD, Claim, Mention
from workbench.core.document import Span
from workbench.core.period import year

_LEAD = re.compile(r"\W*[^\W\d_]+\s\Z")
"""One word before the figure: "At", "With"."""

_ASSUMED = frozenset({UNREAD_PERIOD, "assumed-place"})


def with_year_of_rank(claims: Sequence[Claim]) -> list[Claim]:
    """Give the figure that opens a sentence the time and the place of the one rank behind it, where it has none of its own.

    >>> from workbench.extract import read_text
    >>> said = "At 9,400, the number of nurses in Malta was higher in 2014 than at any time since 2009."
    >>> [(claim.quote, claim.period and str(claim.period.value), claim.place) for claim in read_text(said).claims][0]
    ('9,400', '2014', 'MLT')
    """
    ranks = [each for each in claims if each.rank is not None and not each.amounts]
    if len(ranks) != 1 or len(claims) != 2 or not _opens(claims[0]):
        return list(claims)
    figure, rank = claims[0], ranks[0]
    dated = _year_in(rank)
    if figure.period is not None or rank.rank is None or rank.rank.year is None or dated is None:
        return list(claims)
    period = Mention(dated, year(rank.rank.year), "rank")
    notes = tuple(note for note in figure.notes if note.kind not in _ASSUMED)
    named = replace(figure, period=period, periods=(period, *figure.periods), notes=notes)
    if not figure.places and rank.place is not None:
        named = replace(named, place=rank.place, places=rank.places)
    return [named, rank]


def _opens(claim: Claim) -> bool:
    """Check whether a level opens its sentence, with a comma behind it."""
    start, end = (at - claim.sentence.start for at in (claim.span.start, claim.span.end))
    level = claim.amount is not None and claim.change is None and claim.rank is None
    return level and _LEAD.fullmatch(claim.context[:start]) is not None and claim.context[end : end + 1] == ","


def _year_in(rank: Claim) -> Span | None:
    """Find where a rank's sentence names its year."""
    said = "" if rank.rank is None else str(rank.rank.year)
    at = rank.context.find(said)
    return Span(at, at + len(said)).shift(rank.sentence.start) if said.isdigit() and at >= 0 else None
