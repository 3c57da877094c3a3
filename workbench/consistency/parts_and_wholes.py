"""Parts and wholes within one sentence: no part is larger than its whole, and shares of one whole add up to 100 per cent.

The words between two figures show which is a part of which, and only clear wordings are used: "40 of the 35", "100, of whom 60 …",
"of the 35 cases, 40 …", "the remaining 20 per cent". Categories may overlap ("60 per cent are men, 50 per cent are young"), so parts
are added only where the words themselves divide the whole.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.claimed_figure import Claimed
from workbench.compare.finding_words import said, unit_words
from workbench.consistency import finding_without_series
from workbench.consistency.counted_nouns import PEOPLE, head_noun
from workbench.consistency.levels_in_sentence import Level, SpokenLevels
from workbench.core.claim import Claim
from workbench.core.finding import Agreement, Finding
from workbench.core.interval import Interval
from workbench.core.number import EXACT, shown
from workbench.core.quantity import Dimension

ALL = Decimal(100)
_NO_PART = r"(?:instead|because|ahead|short|outside|inside|regardless|excess|on|in|as|up|made)\b"
_PART_WORD = rf"\s+(?!{_NO_PART})[^\W\d_]+"
_OF_THE = r"(?:out\s+)?of\s+(?:the|these|those|all|our|its|their)\s+"
_OF = re.compile(rf"^(?:{_PART_WORD}){{0,2}}?\s+{_OF_THE}(?:total\s+(?:of\s+)?)?$", re.IGNORECASE)
_OF_FIRST = re.compile(rf"(?:^|[.;:,]\s*){_OF_THE}$", re.IGNORECASE)
_AMONG = re.compile(
    r"\b(?:of\s+(?:whom|which|them|these|those)|including|among\s+(?:them|whom|these|those))\b", re.IGNORECASE
)
_REST = re.compile(r"\b(?:remaining|rest(?:\s+of\s+\w+)?|other|others)\b[^,;:]{0,30}$", re.IGNORECASE)
_DIVIDED_WHOLES = (
    r"votes?|vote|seats?|budget|spending|expenditure|revenues?|market|electricity|energy|exports|imports|total"
    r"|turnover|emissions"
)
_DIVIDED = re.compile(rf"^\s+of\s+(?:the|all|our|its|their)\s+(?:valid\s+)?(?:{_DIVIDED_WHOLES})\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s+(?:of|in)\b", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"\b(?:men|women|boys|girls|males?|females?)\b", re.IGNORECASE)
_BARE = "bare-number"
"""Name of the rule for a figure without a noun; the claim's measure says what it counts."""
_LONGEST = 60
_COLON = re.compile(r"^[^:;.]{0,40}:\s*$")
_COUNTED = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL, Dimension.UNKNOWN}


def parts_and_wholes(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield every part in the claim's sentence that is larger than its whole, and parts or shares that add up to more than all."""
    for whole, parts, divided in _divisions(sentence):
        if claim.id in {level.owner.id for level in (whole, *parts)}:
            yield from _too_large(claim, whole, parts)
            if divided and len(parts) > 1:
                yield from _too_many(claim, whole, parts)
    yield from _shares(claim, sentence)


def divisions_of(sentence: SpokenLevels) -> Iterator[tuple[Level, Level]]:
    """Yield each whole with one of its parts, by the words."""
    for whole, parts, _ in _divisions(sentence):
        yield from ((whole, part) for part in parts)


def _divisions(sentence: SpokenLevels) -> Iterator[tuple[Level, tuple[Level, ...], bool]]:
    """Yield a whole, its parts, and whether the words divide it without overlap."""
    levels = sentence.levels
    if sentence.these is not None and levels and _one_kind(sentence.these, levels[0]):
        parts = tuple(p for p in (levels[0], *sentence.following(levels[0])) if _one_kind(sentence.these, p))
        yield sentence.these, parts, _exclusive(sentence, parts)
    for first, second in itertools.pairwise(levels):
        words = sentence.between(first, second)
        if not _one_kind(first, second):
            continue
        if _OF.match(words):
            yield second, (first,), False
        elif _OF_FIRST.search(sentence.before(first)) and "," in words:
            yield first, (second,), False
        elif _AMONG.search(words):
            parts = tuple(p for p in sentence.following(first) if _one_kind(first, p))
            yield first, parts, _exclusive(sentence, parts)
        elif _COLON.match(words):
            parts = _listed(sentence, second, first)
            yield first, parts, len(parts) > 1


def _one_kind(whole: Level, part: Level) -> bool:
    """Check whether a part can be a part of the whole: the same thing, or a bare number; 35 cases may well be of 420 migrants."""
    kinds = {whole.dimension, part.dimension}
    if not kinds <= _COUNTED or whole.amount.unit.per or part.amount.unit.per:
        return False
    if part.mention.rule == _BARE or part.dimension is Dimension.UNKNOWN or not part.amount.unit.name:
        return True
    names = {head_noun(level.amount.unit.name) for level in (whole, part)}
    return len(kinds) == 1 and (len(names) == 1 or names <= PEOPLE)


def _exclusive(sentence: SpokenLevels, parts: Sequence[Level]) -> bool:
    """Check whether the parts have names that exclude each other: men and women, or the rest."""
    names = []
    for n, part in enumerate(parts):
        tail = sentence.between(part, parts[n + 1]) if n + 1 < len(parts) else sentence.after(part)
        rest = bool(_REST.search(sentence.before(part))) and n > 0
        found = _EXCLUSIVE.search(tail)
        names.append("rest" if rest else found[0].lower() if found else "")
    return all(names) and len(set(names)) == len(names)


def _listed(sentence: SpokenLevels, first: Level, whole: Level) -> tuple[Level, ...]:
    """Find the items of a list after a colon: only commas and "and" between one and the next."""
    items = [first]
    for other in sentence.following(first):
        if not re.search(r"(?:,|\band)\s+$", sentence.between(items[-1], other)) or not _one_kind(whole, other):
            break
        items.append(other)
    return tuple(items)


def _too_large(claim: Claim, whole: Level, parts: Sequence[Level]) -> Iterator[Finding]:
    for part in parts:
        if not above(part.amount.interval(), whole.amount.interval()) or whole.amount.low <= 0:
            continue
        sheet = Sheet()
        ends = [_given(sheet, level) for level in (part, whole)]
        line = f"{shown(part.amount.low)} / {shown(whole.amount.low)} × 100 = {{}} %"
        share = sheet.do("share", ends, "%", line)
        why = (
            f"{_words(part)} cannot be a part of {_words(whole)}: that would be {shown(share.value, 1)} % of the whole."
        )
        yield _more_than(claim, "a part of more than the whole", sheet, ALL, unit="%", why=why)


def _too_many(claim: Claim, whole: Level, parts: Sequence[Level]) -> Iterator[Finding]:
    low = _least(parts)
    high = whole.amount.interval().high
    if low is None or high is None or low <= high:
        return
    sheet = Sheet()
    given = [_given(sheet, part) for part in parts]
    unit = unit_words(whole.amount.unit)
    total = sheet.do("sum", given, unit, f"{_plus(parts)} = {{}}")
    why = f"The parts make {shown(total.value)} together, and the whole is {_words(whole)}."
    yield _more_than(claim, "parts of more than the whole", sheet, whole.amount.low, unit=unit, why=why)


# --- shares --------------------------------------------------------------------------------------------


def _shares(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield shares that divide one whole and add up to more than 100 per cent, or, with "the remaining", also to less.

    Less than 100 counts only where all shares of the sentence are in the list: another one may belong to the whole as well.
    """
    shares = [level for level in sentence.levels if level.dimension is Dimension.SHARE]
    if len(shares) < 2 or claim.id not in {level.owner.id for level in shares}:
        return
    rest = bool(_REST.search(sentence.between(shares[-2], shares[-1])))
    row = _in_a_row(sentence, shares) if rest else _of_one_whole(sentence, shares)
    if len(row) < 2:
        return
    least, most = _least(row), _most(row)
    over = least is not None and least > ALL
    if not over and not (rest and row == shares and most is not None and most < ALL):
        return
    sheet = Sheet()
    given = [_given(sheet, share) for share in row]
    total = sheet.do("sum", given, "%", f"{_plus(row)} = {{}} %")
    why = f"The shares make {shown(total.value)} % together, {'more' if over else 'less'} than the whole that they are said to divide."
    yield _more_than(
        claim, f"shares of {'more' if over else 'less'} than all", sheet, ALL, unit="%", why=why, exact=not over
    )


def _of_one_whole(sentence: SpokenLevels, shares: Sequence[Level]) -> list[Level]:
    """Find the first shares that divide one named whole ("60 per cent of the vote, and the opposition 45"); none of another whole."""
    if not (whole := _DIVIDED.match(sentence.after(shares[0]))):
        return []
    row = [shares[0]]
    for level in shares[1:]:
        same = sentence.after(level).lower().startswith(whole[0].lower())
        if not same and _OF_ANOTHER.match(sentence.after(level)):
            break
        row.append(level)
    return row


def _in_a_row(sentence: SpokenLevels, shares: Sequence[Level]) -> list[Level]:
    """Find the last shares that form a list: a comma or "and" between one and the next."""
    row = [shares[-1]]
    for level in reversed(shares[:-1]):
        words = sentence.between(level, row[0])
        if len(words) > _LONGEST or not re.search(r",|\band\b", words):
            break
        row.insert(0, level)
    return row


def _least(levels: Sequence[Level]) -> Decimal | None:
    """Add up the lower bounds of some levels; None where one has none."""
    return _total([level.amount.interval().low for level in levels])


def _most(levels: Sequence[Level]) -> Decimal | None:
    return _total([level.amount.interval().high for level in levels])


def _total(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [end for end in ends if end is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None


def above(one: Interval, other: Interval) -> bool:
    """Check whether one range is wholly above another.

    >>> above(Interval(Decimal(36), None), Interval(Decimal(30), Decimal(35)))
    True
    """
    return one.low is not None and other.high is not None and one.low >= other.high and not one.meets(other)


def _given(sheet: Sheet, level: Level) -> SheetFigure:
    return sheet.given(level.amount.low, unit_words(level.amount.unit), f"claimed: {_words(level)}")


def _words(level: Level) -> str:
    return said(level.amount, level.amount.unit)


def _plus(levels: Sequence[Level]) -> str:
    return " + ".join(shown(level.amount.low) for level in levels)


def _more_than(
    claim: Claim, what: str, sheet: Sheet, most: Decimal, *, unit: str, why: str, exact: bool = False
) -> Finding:
    """Make the finding of a contradiction: `measured` is the sum of the parts, `claimed` the whole."""
    line = Claimed(most, Interval(most if exact else None, most, high_in=True), Decimal(0))
    made = finding_without_series.bare(claim, what, sheet, unit, why)
    return finding_without_series.against(
        made, line, Agreement.APART, EXACT.subtract(made.measured or Decimal(0), most)
    )
