"""The ratio of two counts of which one describes the other: "74 attempts to smuggle 734 migrants" are 9.9 to each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.finding_words import counted, plural
from workbench.consistency import finding_without_series
from workbench.consistency.figure_pairs import level_amount, same_sentence
from workbench.core.claim import Claim, Mention
from workbench.core.finding import Finding
from workbench.core.number import shown
from workbench.core.quantity import Amount, Dimension

_LINK = re.compile(r"\b(of|to|for|with|carrying|involving|by)\b", re.IGNORECASE)
_SEPARATORS = re.compile(r"[.;:,]|\b(and|or|but|while|as)\b", re.IGNORECASE)
_LONGEST_LINK = 40


def ratio_of_counts(claim: Claim, siblings: Sequence[Claim]) -> Iterator[Finding]:
    """Yield the ratio of two counted things: "74 attempts to smuggle 734 migrants"."""
    two = linked(claim, siblings)
    if two is None or two[0].value.low <= 0:
        return
    few, many = (m.value for m in two)
    names = plural(str(many.unit)), str(few.unit)
    sheet = Sheet()
    ends = [sheet.given(a.low, str(a.unit), f"claimed: {counted(a.low, a.unit)}") for a in (many, few)]
    figure = sheet.do("ratio", ends, f"{names[0]} per {names[1]}", f"{shown(many.low)} / {shown(few.low)} = {{}}")
    why = f"{shown(many.low)} {names[0]} in {shown(few.low)} {plural(names[1])} are {_short(figure.value)} to each."
    yield finding_without_series.bare(claim, "how many to each", sheet, f"{names[0]} per {names[1]}", why)


def _short(value: Decimal) -> str:
    return shown(value, 1) if value != value.to_integral_value() else shown(value)


def linked(claim: Claim, siblings: Sequence[Claim]) -> tuple[Mention[Amount], Mention[Amount]] | None:
    """Find two counts of which one describes the other: "35 cases of smuggling of 420 migrants"."""
    counts = [
        m
        for other in same_sentence(claim, siblings)
        for m in level_amount(other)
        if m.value.unit.dimension is Dimension.COUNT
    ]
    for first, second in itertools.pairwise(counts):
        ours = claim.amount is not None and claim.amount.span in {first.span, second.span}
        if ours and first.value.unit != second.value.unit and _is_link(claim, first, second):
            return first, second
    return None


def _is_link(claim: Claim, first: Mention[Amount], second: Mention[Amount]) -> bool:
    start, end = (place - claim.sentence.start for place in (first.span.end, second.span.start))
    words = claim.context[max(0, start) : max(0, end)]
    return 0 < len(words) <= _LONGEST_LINK and bool(_LINK.search(words)) and not _SEPARATORS.search(words)
