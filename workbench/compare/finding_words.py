"""Sentences for readers: what was counted, how it changed, and how that compares with the claim."""

from __future__ import annotations

from decimal import Decimal

from workbench.compare.claimed_figure import Claimed
from workbench.compare.questions.question import TIMES, Question
from workbench.core.claim import ChangeMode
from workbench.core.finding import Agreement
from workbench.core.number import plain, shown
from workbench.core.period import Period
from workbench.core.place import place_name
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.series import Series

_HEDGE = {
    Relation.IS: "",
    Relation.BETWEEN: "",
    Relation.ABOUT: "about ",
    Relation.NEARLY: "nearly ",
    Relation.MORE_THAN: "more than ",
    Relation.JUST_OVER: "just over ",
    Relation.AT_LEAST: "at least ",
    Relation.LESS_THAN: "less than ",
    Relation.AT_MOST: "at most ",
}
_STANDS = {
    Agreement.EXACT: "exactly what the claim says",
    Agreement.ROUNDS_TO: "in line with the claimed {}",
    Agreement.NEAR: "close to the claimed {}",
    Agreement.APART: "where the claim says {}",
    Agreement.OPPOSITE: "where the claim says {}",
    Agreement.UNDECIDED: "beside the claimed {}",
}
_IRREGULAR = {"child": "children", "man": "men", "woman": "women", "person": "persons"}
_PLURALS = frozenset(_IRREGULAR.values())
_AS_IT_IS = {"%", "times", "percentage points", ""}
_MOST_PLACES = 6
_WHOLE_FROM = 1000


def unit_words(unit: Unit) -> str:
    """Word a unit as in findings: "%", "percentage points", "times", or the thing counted."""
    if unit.dimension is Dimension.SHARE and unit.code in {"%", ""} and unit.name in {"percentage", "percent", ""}:
        return "%"
    return "percentage points" if unit.dimension is Dimension.POINTS else str(unit)


def counted(value: Decimal, unit: Unit, places: int | None = None) -> str:
    """Word a figure with its unit: "151 applications", "39.7 %", "2.1 times"."""
    words = unit_words(unit)
    name = words if words == "%" or unit == TIMES or value == 1 else plural(words)
    return f"{shown(value, places)} {name}".strip()


def short_figure(value: Decimal) -> str:
    """Word a figure in brackets, with as many decimals as a reader needs."""
    return shown(value, places_for(value, None))


def with_unit(figure: str, value: Decimal, unit: str) -> str:
    """Word a written figure with its unit, in the plural unless it is one.

    >>> with_unit("91", Decimal(91), "application"), with_unit("15.4", Decimal("15.4"), "%"), with_unit("1", Decimal(1), "case")
    ('91 applications', '15.4 %', '1 case')
    """
    return f"{figure} {unit if unit in _AS_IT_IS or abs(value) == 1 else plural(unit)}".strip()


def plural(words: str) -> str:
    """Form the plural of a unit's head noun; a noun in another script than Latin stays unchanged.

    >>> plural("attempt of illegal migration"), plural("country"), plural("Persons"), plural("денар")
    ('attempts of illegal migration', 'countries', 'Persons', 'денар')
    """
    for joint in (" of ", " per ", ", ", " ("):
        head, found, rest = words.partition(joint)
        if found:
            return f"{plural(head)}{found}{rest}"
    if words in _IRREGULAR:
        return _IRREGULAR[words]
    kept = words in _PLURALS or not words.isascii()
    if kept or not words or words[-1] == "s" or not words[-1].isalpha():
        return words
    if words.endswith(("ch", "sh", "x")):
        return f"{words}es"
    return f"{words[:-1]}ies" if words.endswith("y") and words[-2:-1] not in set("aeiou") else f"{words}s"


def places_for(value: Decimal, amount: Amount | None) -> int | None:
    """Choose the decimals to print: one more than the claim has, none from a thousand on; None for a short value."""
    written = plain(value).partition(".")[2]
    step = amount.step.as_tuple().exponent if amount else -1
    wanted = min(max(1, 1 - step), _MOST_PLACES) if isinstance(step, int) else 1
    if abs(value) >= _WHOLE_FROM and wanted == 1:
        wanted = 0
    return None if len(written) <= wanted else wanted


def said(amount: Amount, unit: Unit) -> str:
    """Word an amount as the claim said it, without its sign: "nearly 50 %", "3 to 5 %"."""
    low, high = shown(abs(amount.low)), amount.high
    number = low if high is None else f"{low} to {shown(high)}"
    one = abs(amount.low) == 1 and high is None
    words = unit_words(unit)
    kept = one or words in {"%", "times"} or not _is_english(words)
    return f"{_HEDGE[amount.relation]}{number} {words if kept else plural(words)}".strip()


def _is_english(words: str) -> bool:
    """Check whether a counted noun may take an English plural: a claim's noun is in small letters, a German one not."""
    return words.isascii() and words.islower()


def title(series: Series, place: str | None, period: Period | None, base: Period | None) -> str:
    """Word the title of a finding: "Asylum applications, North Macedonia, 2020 to 2021"."""
    when = f"{base.label} to {period.label}" if base and period else period.label if period else ""
    return ", ".join(part for part in (series.title, place_name(place), when) if part)


def publisher(series: Series) -> str:
    """Name the publisher for sentences."""
    return series.publisher or series.ref.source


def level_sentence(series: Series, question: Question, measured: Decimal, period: Period, how: Agreement) -> str:
    """Word a level: "UNHCR counts 91 applications in 2021, close to the claimed 90 applications"."""
    verb = "counts" if question.unit.dimension is Dimension.COUNT else "gives"
    figure = counted(measured, question.unit, places_for(measured, question.amount))
    return f"{publisher(series)} {verb} {figure} in {period.label}, {stands(question, how)}."


def change_sentence(
    series: Series,
    question: Question,
    *,
    ends: tuple[Decimal, Decimal],
    when: tuple[Period, Period],
    measured: Decimal,
    how: Agreement,
) -> str:
    """Word a change with both figures.

    Example: "UNHCR counts 151 applications in 2020 and 91 in 2021: a fall of 39.7 %, where the claim says 70 %".
    """
    verb = "counts" if series.unit.dimension is Dimension.COUNT else "gives"
    old, new = ends
    converted = question.fit.factor not in {None, 1}
    first = counted(old, question.unit if converted else series.unit, places_for(old, None))
    second = shown(new, places_for(new, None))
    moved = movement(measured, question)
    facts = f"{publisher(series)} {verb} {first} in {when[0].label} and {second} in {when[1].label}: {moved}"
    return f"{facts}, {stands(question, how)}."


def movement(measured: Decimal, question: Question) -> str:
    """Word a change: "a fall of 39.7 %", "2.1 times as much", "no change"."""
    places = places_for(measured, question.amount)
    if question.mode is ChangeMode.MULTIPLE:
        return f"{shown(measured, places)} times as {'little' if question.inverse else 'much'}"
    if measured == 0:
        return "no change"
    way = "rise" if measured > 0 else "fall"
    return f"a {way} of {counted(abs(measured), question.unit, places)}"


def stands(question: Question, how: Agreement) -> str:
    """Word the agreement of a figure with the claim: "in line with the claimed 70 %", "where the claim says a fall"."""
    """How a figure stands to the claimed one: "in line with the claimed 39.7 %", "where the claim says a rise"."""
    if question.amount is None and how in {Agreement.EXACT, Agreement.ROUNDS_TO}:
        return "as the claim says"
    return _STANDS[how].format(claim_words(question, whole=how is Agreement.OPPOSITE))


def claim_words(question: Question, *, whole: bool = True) -> str:
    """Word the claimed figure: "a fall of 70 %" (``whole``) or "70 %", "16,000 attempts", "a rise"."""
    if question.compared_place is not None:
        return _comparison_words(question)
    change = _way_words(question.claimed)
    if question.amount is None or question.claimed.value == 0:
        return change if question.mode else counted(Decimal(0), question.unit)
    words = said(question.amount, question.unit)
    if question.part != "change":
        return f"−{words}" if question.amount.low < 0 else words
    return f"{change} of {words}" if whole and question.mode is not ChangeMode.MULTIPLE else words


def _way_words(claimed: Claimed) -> str:
    """Word the claimed direction: "a rise", or "no fall" where a fall is denied and no change would also do."""
    if claimed.value is None and claimed.pivot in claimed.range:
        return {1: "no fall", -1: "no rise", 0: "no change"}[claimed.way]
    return {1: "a rise", -1: "a fall", 0: "no change"}[claimed.way]


def _comparison_words(question: Question) -> str:
    """Word a comparison with another place: "20 % more", "twice as much", "less"."""
    way = {1: "more", -1: "less", 0: "the same"}[question.claimed.way]
    if question.amount is None or question.claimed.value == 0:
        return way
    words = said(question.amount, question.unit)
    return words if question.mode is ChangeMode.MULTIPLE else f"{words} {way}"
