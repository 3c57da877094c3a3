"""Read the amounts of a sentence, with ambiguous figures decided by how the document writes its figures.

Whether "10.455" is ten thousand or ten depends on what is counted, and what is counted is read together with the
figure. So the sentence is read first, its ambiguous figures are decided, and where that changes a figure the sentence
is read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.core.claim import Mention
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.numbers.decimal_signs import FigureForm, WrittenFigure, is_scaled, rewritten, written_figures
from workbench.extract.numbers.number_conventions import Nature, Writing
from workbench.extract.units.unit_words import units
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH, UNDETERMINED

_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS})
_TIMES = frozenset({"day", "week", "month", "year", "quarter"})
_HEADS = frozenset({"person", "head", "capita", "worker", "employee", "inhabitant"})
_OTHER = {".": ",", ",": "."}
_TWO, _THREE, _TEN, _BACK = 2, 3, 10, 50
_CAPACITIES = frozenset({"w", "kw", "mw", "gw"})
"""Units whose price has no litre's size: a kilowatt of power costs hundreds or thousands."""

_MEANS = frozenset({"average", "averaged", "mean", "durchschnittlich", "durchschnitt", "просек", "просечно"})
_EXCHANGE = frozenset({"exchange", "rate", "kurs", "wechselkurs", "курс", "курсот"})
"""Words before a figure that may have decimals: "an average of 2.345 people", "an exchange rate of 61.695"."""


def read_figures(sentence: str, language: str, writing: Writing, *, most: int) -> tuple[str, list[Mention[Amount]]]:
    """Rewrite a sentence so that the signs in its figures are unambiguous, at the same length, and read its amounts.

    A figure that stays in doubt keeps its other reading among the alternatives of its amount.

    >>> _, (amount,) = read_figures("There were 10.455 crossings.", "en", Writing(), most=9)
    >>> str(amount.value), [str(other) for other in amount.alternatives]
    ('10455 crossing', ['10.455 crossing'])

    Args:
        sentence: The sentence.
        language: The language whose word file it is read by.
        writing: How its document writes figures.
        most: How many amounts are read.
    """
    forms = list(written_figures(sentence, language))
    foreign = (form for form in forms if _is_foreign(sentence, form, language))
    signs = {form: form.sign if form.kind is FigureForm.DECIMAL else "" for form in foreign}
    clear = rewritten(sentence, signs)
    amounts = find_amounts(clear, language, most=most)
    read = list(_settled(clear, forms, amounts, writing, language))
    if not read:
        return clear, amounts
    native = {form: _native(form, language) for form, _, _ in read}
    settled_signs = {form: sign for form, sign, _ in read if sign != native[form]}
    settled = rewritten(sentence, _in_order(signs | settled_signs))
    amounts = amounts if settled == clear else find_amounts(settled, language, most=most)
    doubted = {form: _OTHER[sign] for form, sign, doubt in read if doubt}
    if not doubted:
        return settled, amounts
    others = find_amounts(rewritten(sentence, _in_order(signs | settled_signs | doubted)), language, most=most)
    return settled, list(_both(amounts, others))


def _in_order(signs: Mapping[WrittenFigure, str]) -> dict[WrittenFigure, str]:
    return dict(sorted(signs.items()))


def _is_foreign(sentence: str, form: WrittenFigure, language: str) -> bool:
    """Check whether a figure's form shows which sign is which, and the language's own rules would misread it."""
    own, raw = grammar(language).decimal, sentence[form.start : form.end]
    if form.kind is FigureForm.OPEN or not form.sign:
        return False
    if form.kind is FigureForm.GROUPS:
        return language != ENGLISH and (form.sign == own or not _in_threes(raw, form.sign))
    plain = raw.replace(form.sign, "", 1).isdigit()
    decimals = len(raw) - 1 - raw.rindex(form.sign)
    if language == UNDETERMINED:
        return decimals > _TWO or not _in_threes(raw[: -1 - decimals], ".", ",")
    return form.sign != own and (language == ENGLISH or decimals > _TWO or not plain)


def _in_threes(raw: str, *signs: str) -> bool:
    """Check whether the groups of a figure, separated by the given signs, have three digits each."""
    for sign in signs:
        raw = raw.replace(sign, " ")
    return all(len(group) == _THREE for group in raw.split()[1:])


def _settled(
    sentence: str, forms: Sequence[WrittenFigure], amounts: Sequence[Mention[Amount]], writing: Writing, language: str
) -> Iterator[tuple[WrittenFigure, str, bool]]:
    """Yield the figures whose form is ambiguous, each with its decimal sign and whether that is in doubt."""
    k = 0
    for form in forms:
        if form.kind is not FigureForm.OPEN:
            continue
        while k < len(amounts) and amounts[k].span.end <= form.start:
            k += 1
        counted = amounts[k] if k < len(amounts) and amounts[k].span.start <= form.start else None
        yield form, *writing.reads(form, _nature(sentence, form, counted, language))


def _native(form: WrittenFigure, language: str) -> str:
    """Return the decimal sign that the language's own rules assume for an ambiguous figure."""
    return grammar(language).decimal or _OTHER[form.sign]


# --- what is counted ------------------------------------------------------------------------------------


def _nature(sentence: str, form: WrittenFigure, counted: Mention[Amount] | None, language: str) -> Nature:
    """Decide whether what a figure counts suggests a whole number, decimals, or either."""
    tail, head = sentence[form.end - 3 : form.end], sentence[form.start : form.end - 4]
    if tail == "000":
        return Nature.ROUND
    if is_scaled(sentence, form.end, language):
        return Nature.FRACTION if language == ENGLISH else Nature.EITHER
    nature = Nature.EITHER if counted is None else _of_unit(counted.value.unit, int(head), language)
    before = sentence[max(0, form.start - _BACK) : form.start].lower().split()
    if nature is Nature.WHOLE and counted is not None and not _mean(counted.value.unit).isdisjoint(before):
        return Nature.EITHER
    return Nature.WHOLE if nature is Nature.EITHER and tail.endswith("00") else nature


def _mean(unit: Unit) -> frozenset[str]:
    """Return words that allow decimals where whole numbers are expected: a mean of things counted, an exchange rate."""
    return _EXCHANGE if unit.dimension is Dimension.MONEY else _MEANS


def _of_unit(unit: Unit, head: int, language: str) -> Nature:
    """Decide by the unit: persons come in whole numbers, shares do not; money does if more than a litre's price."""
    if unit.dimension in _SHARES or unit.name in {"time", "times"}:
        return Nature.FRACTION
    if unit.dimension is Dimension.COUNT:
        return Nature.WHOLE
    if unit.dimension is Dimension.RATE:
        return _of_rate(unit.per, head)
    if unit.dimension is Dimension.MONEY:
        return _of_money(unit.per, head, language)
    return Nature.EITHER


def _of_rate(per: str, head: int) -> Nature:
    """Decide by the base of a rate: deaths a day are whole numbers, children per woman are not.

    A figure per thousands may be either.
    """
    if per in _TIMES:
        return Nature.WHOLE
    return Nature.FRACTION if head < _TEN and not per[:1].isdigit() else Nature.EITHER


def _of_money(per: str, head: int, language: str) -> Nature:
    if not per:
        return Nature.WHOLE if head >= _TEN else Nature.EITHER
    if per in _TIMES | _HEADS:
        return Nature.WHOLE
    priced = units(language).phrases.get((per,))
    if priced is None or priced.dimension not in {Dimension.PHYSICAL, Dimension.MONEY} or priced.code in _CAPACITIES:
        return Nature.EITHER
    return Nature.FRACTION if head < _TEN or priced.dimension is Dimension.MONEY else Nature.EITHER


# --- both readings --------------------------------------------------------------------------------------


def _both(amounts: Sequence[Mention[Amount]], others: Sequence[Mention[Amount]]) -> Iterator[Mention[Amount]]:
    """Yield the amounts, each with the other reading of the same words."""
    there = {mention.span.start: mention.value for mention in others}
    for mention in amounts:
        other = there.get(mention.span.start)
        if other is None or _alike(mention.value, other):
            yield mention
        else:
            yield replace(mention, alternatives=(*mention.alternatives, other.in_unit(mention.value.unit)))


def _alike(one: Amount, other: Amount) -> bool:
    return (one.low, one.high or Decimal(0)) == (other.low, other.high or Decimal(0))
