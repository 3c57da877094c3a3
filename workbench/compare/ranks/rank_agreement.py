"""Judges ranks: among years ("the lowest since 1974") and among places ("third highest in the EU").

Rules, in the order they are tried:

1. The claimed rank and the measured one are equal: EXACT. With a tie it is ROUNDS TO, and the finding names the tie.
2. "Among the ten highest": any better rank is ROUNDS TO.
3. More than a tenth of the row is unknown (places without a figure, years before the series begins), or the unknown
   figures could make the difference: UNDECIDED. But where the known figures refute the rank, they do.
4. The rounding of the published figures allows the claimed rank: NEAR.
5. Claimed to be first and measured as the last of three or more: OPPOSITE. Anything else: APART, naming those ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.arithmetic.rank_of_figure import RankStanding, standing
from workbench.compare.judging.answer_question import ComparisonCase, question_caveats
from workbench.compare.questions.question import Question
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.number import EXACT
from workbench.core.period import Period
from workbench.core.quantity import Dimension
from workbench.core.relations import Rank

_ROW = 3
"""Fewest figures among which one can be called the last."""

_NAMED = 3

MOST_UNKNOWN = 10
"""A row in which more than one figure in this many is missing settles no rank, unless the known figures refute it."""


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A row of figures on a sheet, the claim's own first.

    Attributes:
        sheet: The sheet with the figures.
        own: The figure to rank.
        others: The other figures.
        names: The names of the others for readers: years or places.
        period: The period of the own figure.
        row: The row in words for readers ("since 1975", "among 27 members of the European Union").
        unknown: The number of figures of the row that are not known.
        caveats: Caveats about the row.
    """

    sheet: Sheet
    own: SheetFigure
    others: tuple[SheetFigure, ...]
    names: tuple[str, ...]
    period: Period
    row: str
    unknown: int = 0
    caveats: tuple[Caveat, ...] = ()


def judge_rank(case: ComparisonCase, question: Question, rank: Rank, line: RankedRow) -> Finding:
    """Judge a claimed rank in a row."""
    found = standing(line.sheet, line.own, line.others, highest=rank.highest)
    how, doubt = _agreement(rank, found, line.unknown)
    measured = found.place.value
    cautions = (*doubt, *line.caveats, *_ties(found, line))
    return Finding(
        claim=case.claim.id,
        series=case.where.series,
        title=finding_words.title(case.where.series, case.where.place, line.period, None),
        agreement=how,
        claimed=question.claimed.value,
        claimed_range=question.claimed.range,
        measured=measured,
        difference=EXACT.subtract(measured, Decimal(rank.place)),
        unit=finding_words.unit_words(question.unit),
        trace=line.sheet.trace(),
        why=_why(case, rank, found, line, how),
        caveats=tuple(dict.fromkeys((*cautions, *question_caveats(case, question)))),
        place=case.where.place,
        period=line.period,
        observations=case.where.rows,
        reading=question.reading,
    )


def _agreement(rank: Rank, found: RankStanding, unknown: int) -> tuple[Agreement, tuple[Caveat, ...]]:
    place, wanted = int(found.place.value), rank.place
    if place == wanted or (rank.upto and place < wanted):
        if unknown * MOST_UNKNOWN > found.of and not (rank.upto and place + unknown <= wanted):
            return Agreement.UNDECIDED, _incomplete(unknown)
        exact = place == wanted and not found.level
        return (Agreement.EXACT if exact else Agreement.ROUNDS_TO), ()
    if found.best <= wanted <= found.worst:
        return Agreement.NEAR, ()
    if place < wanted <= place + unknown:
        return Agreement.UNDECIDED, _incomplete(unknown)
    last = wanted == 1 and place + len(found.level) == found.of >= _ROW
    return (Agreement.OPPOSITE if last else Agreement.APART), ()


def _incomplete(unknown: int) -> tuple[Caveat, ...]:
    return (Caveat("row-incomplete", f"{unknown} of the row have no figure here: the place in it cannot be told."),)


def _ties(found: RankStanding, line: RankedRow) -> tuple[Caveat, ...]:
    if not found.level:
        return ()
    return (Caveat("tie", f"It shares the place with {_listed([line.names[n] for n in found.level])}."),)


def _why(case: ComparisonCase, rank: Rank, found: RankStanding, line: RankedRow, how: Agreement) -> str:
    unit = case.where.series.unit
    figure = finding_words.counted(line.own.value, unit, finding_words.places_for(line.own.value, None))
    verb = "counts" if unit.dimension is Dimension.COUNT else "gives"
    facts = f"{finding_words.publisher(case.where.series)} {verb} {figure} in {line.period.label}"
    stands = f"{facts}, {in_words(int(found.place.value), highest=rank.highest)} {line.row}"
    if how in {Agreement.EXACT, Agreement.ROUNDS_TO}:
        return f"{stands}, as the claim says."
    ahead = [f"{line.names[n]} ({finding_words.short_figure(line.others[n].value)})" for n in found.ahead]
    before = f" {'Higher' if rank.highest else 'Lower'}: {_listed(ahead)}." if ahead else ""
    return f"{stands}, where the claim says “{rank.words}”.{before}"


def in_words(place: int, *, highest: bool) -> str:
    """Word a rank for readers.

    >>> in_words(1, highest=False), in_words(3, highest=True), in_words(22, highest=True)
    ('the lowest', 'the 3rd highest', 'the 22nd highest')
    """
    end = "highest" if highest else "lowest"
    if place == 1:
        return f"the {end}"
    teen = 10 < place % 100 < 14
    suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"the {place}{suffix} {end}"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(shown)}{more}"
