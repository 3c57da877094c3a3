"""One thing said twice in a sentence: "120 of the 400, or 40 per cent", "4 million for 2,000 people, 3,000 each".

One figure follows from the others, so that the sentence can be checked by itself, with the intervals that rounding and hedges
allow. A figure that fits supports nothing; one that does not is a contradiction.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.claimed_figure import claimed_level
from workbench.compare.finding_words import plural, said, unit_words
from workbench.consistency import change_in_words, finding_without_series
from workbench.consistency.change_in_words import fit_in_words
from workbench.consistency.counted_nouns import PEOPLE, head_noun
from workbench.consistency.levels_in_sentence import Level, SpokenLevels
from workbench.consistency.parts_and_wholes import above, divisions_of
from workbench.consistency.within_rounding_and_hedges import compare_implied, within_hedges
from workbench.core.claim import Claim
from workbench.core.conventions.hedge_tolerance import ABOUT_SHARE
from workbench.core.errors import ComparisonError
from workbench.core.finding import Agreement, Finding
from workbench.core.number import EXACT, shown
from workbench.core.quantity import Dimension, Unit
from workbench.core.trace import apply_operation

_AGAIN = re.compile(
    r"\b(?:or|that\s+is|which\s+is|i\.e\.|making|meaning|equal\s+to|equivalent\s+to|amounting\s+to|a\s+share\s+of)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"^[^.;:\d]{0,40},?\s+(?:or|that\s+is|which\s+is|i\.e\.)\s*,?\s*(?:\w+\s+){0,2}$", re.IGNORECASE)
_THAT_IS = re.compile(r"\b(?:that\s+is|which\s+is|i\.e\.)", re.IGNORECASE)
_PERCENT = re.compile(r"%|per\s*cent", re.IGNORECASE)
_LONGEST = 90
_NUMBER = re.compile(r"\d[\d,]*")
_HUNDRED = Decimal(100)
_COUNTED = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}


def restated(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield every figure of the claim's sentence that others there imply, compared with them."""
    yield from _share_of_counts(claim, sentence)
    yield from _share_of_share(claim, sentence)
    yield from _per_head(claim, sentence)


def _concerns(claim: Claim, *levels: Level) -> bool:
    return claim.id in {level.owner.id for level in levels}


def _share_of_counts(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield the comparison of a part and its whole with the percentage that was said."""
    for whole, part in divisions_of(sentence):
        share = _said_again(sentence, max(whole, part, key=_at))
        if share is None or not _concerns(claim, whole, part, share):
            continue
        what = f"{_words(part)} of {_words(whole)}"
        yield from _held(claim, (part, whole), share, "share", title="percent and numbers", what=what)


def _said_again(sentence: SpokenLevels, after: Level) -> Level | None:
    """Find the percentage after some counts that restates them."""
    repeated = next((level for level in sentence.levels if level.mention.span.start > after.mention.span.end), None)
    if repeated is None or repeated.dimension is not Dimension.SHARE:
        return None
    words = sentence.between(after, repeated)
    return repeated if len(words) <= _LONGEST and _AGAIN.search(words) else None


def _share_of_share(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield the comparison of two forms of one share ("one in five, or 30 per cent"), with a tolerance of a tenth, since words are imprecise."""
    shares = [level for level in sentence.levels if level.dimension is Dimension.SHARE]
    for first, second in itertools.pairwise(shares):
        words = sentence.between(first, second)
        if not _OR.match(words) or not _concerns(claim, first, second):
            continue
        if not _THAT_IS.search(words) and _written(sentence, first) == _written(sentence, second):
            continue  # "6 per cent, or 7" gives alternatives, not a restatement
        ours, theirs = (level.amount.interval() for level in (first, second))
        near = (
            abs(second.amount.low - first.amount.low)
            <= max(abs(first.amount.low), abs(second.amount.low)) * ABOUT_SHARE
        )
        if near or not (above(ours, theirs) or above(theirs, ours)):
            continue
        sheet = Sheet()
        sheet.given(first.amount.low, "%", f"claimed: {_words(first)}")
        why = f"{_words(first)} and {_words(second)} are said of the same thing and are not the same."
        made = finding_without_series.bare(claim, "a share said in two ways", sheet, "%", why)
        difference = EXACT.subtract(first.amount.low, second.amount.low)
        yield finding_without_series.against(made, claimed_level(second.amount), Agreement.APART, difference)


def _written(sentence: SpokenLevels, level: Level) -> bool:
    """Check whether a share is written as a percentage, not as "one in five" or "a third"."""
    return bool(_PERCENT.search(level.mention.span.shift(-sentence.start).cut(sentence.words)))


# --- per head ------------------------------------------------------------------------------------------


def _per_head(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield the comparison of a total and a number of people with the amount per person."""
    for each in sentence.levels:
        if not each.amount.unit.per:
            continue
        heads, total, times = _heads(sentence, each), _total_of(sentence, each), _per(each.amount.unit)
        if heads is None or total is None or not times or not _concerns(claim, each, heads, total):
            continue
        what = f"{_words(total)} for {_words(heads)}"
        yield from _held(claim, (total, heads), each, "per", title="total and amount per head", what=what, times=times)


def _per(unit: Unit) -> Decimal:
    """Read the base of a rate in persons: 1 for "per person", 100,000 for "per 100,000 inhabitants"."""
    found = _NUMBER.search(unit.per)
    return Decimal(found[0].replace(",", "")) if found else Decimal(1)


def _heads(sentence: SpokenLevels, each: Level) -> Level | None:
    """Find the only number of the denominator of an amount, or of people where it is per person or head."""
    per = head_noun(each.amount.unit.per)
    found = [
        level
        for level in sentence.levels
        if level.dimension is Dimension.COUNT
        and not level.amount.unit.per
        and (head_noun(level.amount.unit.name) == per or {per, head_noun(level.amount.unit.name)} <= PEOPLE)
    ]
    return found[0] if len(found) == 1 else None


def _total_of(sentence: SpokenLevels, each: Level) -> Level | None:
    """Find the only amount of the same thing without a denominator."""
    unit = each.amount.unit
    found = [
        level
        for level in sentence.levels
        if level.dimension in _COUNTED
        and not level.amount.unit.per
        and (level.amount.unit.code == unit.code if unit.code else level.amount.unit.name == unit.name)
    ]
    return found[0] if len(found) == 1 else None


# --- holding one against the other ---------------------------------------------------------------------


def _held(
    claim: Claim, ends: tuple[Level, Level], again: Level, op: str, *, title: str, what: str, times: Decimal = _HUNDRED
) -> Iterator[Finding]:
    """Yield the comparison of the result of two figures with the third that restates it."""
    sheet, unit = Sheet(), unit_words(again.amount.unit)
    given = [sheet.given(e.amount.low, unit_words(e.amount.unit), f"claimed: {_words(e)}") for e in ends]
    constants = (times,) if op == "per" else ()
    operands: Sequence[SheetFigure | Decimal] = [*given, *constants]
    words = " / ".join(shown(e.amount.low) for e in ends) + ("" if times == 1 else f" × {shown(times)}")
    try:
        figure = sheet.do(op, operands, unit, f"{words} = {{}} {'%' if op == 'share' else ''}".rstrip())
    except ComparisonError:
        return
    line = claimed_level(again.amount)
    part, whole = (claimed_level(level.amount).range for level in ends)
    made = within_hedges(
        part, whole, lambda one, other: apply_operation(op, one, other, *constants) if other > 0 else None
    )
    how = compare_implied(line, figure.value, made)
    even = figure.value == figure.value.to_integral_value()
    figure_words = shown(figure.value, None if even else change_in_words.places(figure.value)) + (
        " %" if op == "share" else ""
    )
    why = f"{what} are {figure_words}{'' if op == 'share' else f' {plural(unit)}'}, {fit_in_words(how, made)} the {_words(again)} as claimed."
    found = finding_without_series.bare(claim, title, sheet, unit, why)
    difference = None if line.value is None else EXACT.subtract(figure.value, line.value)
    yield finding_without_series.against(found, line, how, difference)


def _words(level: Level) -> str:
    return said(level.amount, level.amount.unit)


def _at(level: Level) -> int:
    return level.mention.span.start
