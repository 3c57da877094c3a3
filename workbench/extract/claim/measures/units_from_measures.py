"""Give a bare figure a unit by its measure: "the jobless numbered 45,100" counts persons, although no noun follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Change, Claim, Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.extract.claim.qualifiers import TIMED
from workbench.extract.phrases.headline_expressions import headlines
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.units.counted_nouns import is_plural, singular
from workbench.extract.units.counted_nouns_other_languages import singular_by_ending
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH, file_for

_LINKS = ("of", "attaching", "prepositions", "relatives")
_FEWEST = 2


def with_counted(claim: Claim) -> Claim:
    """Give a claim's bare figures the unit in which its measure is counted; leave it unchanged if not counted.

    Bare figures are whole numbers without a noun, and numbers of a time: "new cars averaged | 3,379 a month".

    >>> from workbench.extract import read_text
    >>> said = "The jobless numbered 45,100 in 2015.", "The index stood at 45,100 in 2015.", "Fires averaged 3.5 a day."
    >>> [str(read_text(each).claims[0].amount.value.unit) for each in said]
    ['person', '', 'fire per day']
    """
    ends = claim.change.value.figures if claim.change else ()
    told = [m for m in (claim.amount, *claim.amounts, *ends) if m is not None]
    bare, paced = [m for m in told if _is_bare(m.value)], [m for m in told if _is_paced(m.value)]
    unit = counted_unit(claim.measure, file_for(claim.language)) if bare or paced else None
    if unit is None:
        return claim
    for per in dict.fromkeys(m.value.unit.per for m in paced):
        of_time = changed_copy(unit, dimension=Dimension.RATE, per=per)
        claim = in_unit(claim, [m for m in paced if m.value.unit.per == per], of_time)
    return in_unit(claim, bare, unit) if bare else claim


def in_unit(claim: Claim, figures: Sequence[Mention[Amount]], unit: Unit) -> Claim:
    """Give some figures of a claim a unit.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("It stood at 45,100 in 2015.").claims
    >>> str(in_unit(claim, [claim.amount], Unit(Dimension.COUNT, "person")).amount.value)
    '45100 person'
    """
    now = {m.span: changed_copy(m, value=changed_copy(m.value, unit=unit)) for m in figures}
    change = claim.change and changed_copy(claim.change, value=_counting(claim.change.value, now))
    return changed_copy(
        claim,
        amount=claim.amount and now.get(claim.amount.span, claim.amount),
        amounts=tuple(now.get(m.span, m) for m in claim.amounts),
        change=change,
        changes=tuple(change if change is not None and m is claim.change else m for m in claim.changes),
    )


def _counting(change: Change, now: Mapping[Span, Mention[Amount]]) -> Change:
    amount, origin, target = (end and now.get(end.span, end) for end in (change.amount, change.origin, change.target))
    return changed_copy(change, amount=amount, origin=origin, target=target)


def _is_bare(amount: Amount) -> bool:
    """Check whether a figure has no unit and may be a count: a whole number of at least two."""
    if amount.unit.dimension is not Dimension.UNKNOWN or amount.unit.name:
        return False
    values = (value for value in (amount.low, amount.high) if value is not None)
    return all(value == value.to_integral_value() and value >= _FEWEST for value in values)


def _is_paced(amount: Amount) -> bool:
    """Check whether a figure is a number of nothing for a time: "3,379 a month"."""
    unit = amount.unit
    return unit.dimension is Dimension.RATE and unit.per in TIMED and not unit.name


@lru_cache(maxsize=1024)
def counted_unit(measure: str, language: str) -> Unit | None:
    """Find the unit in which a measure is counted; None where it is not counted, or not known to be.

    >>> [str(counted_unit(each, "en")) for each in ("women in parliament", "food prices", "births per thousand teenage girls")]
    ['woman', 'None', 'None']
    """
    said = measure.split()
    end = next((k for k, word in enumerate(said) if _is_link(word.lower(), language)), len(said))
    head = said[:end]
    if not head or " per " in f" {measure} ":
        return None
    if language != ENGLISH:
        return Unit(Dimension.COUNT, _named(head, language)) if measure in _counted_headlines(language) else None
    noun = next((word.lower() for word in reversed(head) if word.islower() or word is head[-1]), "")
    counts = is_plural(noun) and noun not in phrase_words(language, "measured_plurals")
    return Unit(Dimension.COUNT, singular(noun)) if counts else None


def _is_link(word: str, language: str) -> bool:
    return any(word in phrase_words(language, key) for key in _LINKS) or word == "out"


@lru_cache(maxsize=8)
def _counted_headlines(language: str) -> frozenset[str]:
    return frozenset(one.name for one in headlines(language) if "count" in one.kinds)


def _named(head: list[str], language: str) -> str:
    """Return the noun of a headline measure in the singular."""
    capital = grammar(language).noun == "capital"
    noun = next((word for word in head if word[0].isupper()), head[-1]) if capital else head[-1].lower()
    return singular_by_ending(noun, language)
