"""Values as a reviewer types them: "about 3.4 %", "first nine months of 2020", "Kosovo", "down".

The same rules as for speeches read each value, and they must read all of it: a word that is left over is an error, so
that "12 of May banana" is never taken for a day.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TypeVar

from workbench.core.claim import ClaimKind, Mention
from workbench.core.corrections.correction import Slot
from workbench.core.direction import Direction
from workbench.core.document import Speaker
from workbench.core.errors import UsageError, printable
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.place.written_places import place_written
from workbench.extract.time.periods import find_periods

Kind = TypeVar("Kind", bound=StrEnum)

EXAMPLES = {
    Slot.AMOUNT: "3.4 percent, about 800, more than 1.8 million euros",
    Slot.UNIT: "percent, percentage points, euros, tonnes, people",
    Slot.HEDGE: f"{', '.join(each.value.replace('_', ' ') for each in Relation if each is not Relation.BETWEEN)}",
    Slot.DIRECTION: ", ".join(Direction),
    Slot.PERIOD: "2021, May 2020, the first nine months of 2020, 2021-Q3",
    Slot.BASE: "2020, December 2019, the first quarter of 2021",
    Slot.PLACE: "MKD, Kosovo, Deutschland, the euro area",
    Slot.SPEAKER: "Ana Radeva, or Ana Radeva, finance minister",
    Slot.MEASURE: "asylum applications",
    Slot.KIND: ", ".join(ClaimKind),
    Slot.HEADLINE: "Asylum applications fell by a third in 2021",
    Slot.SUMMARY: "The office counted 91 applications, not 45",
    Slot.CONTEXT: "The figures were given at a conference in Skopje",
    Slot.TAGS: "asylum, migration",
    Slot.ROLE: "interior minister",
    Slot.ADDRESS: "https://checks.example.org/2021/asylum",
}
"""What may be typed for each slot, for messages."""

_LINKS = re.compile(r"(?:\A|\s)(?:in|for|during|over|since|from|of|the|im|in der|во|за)(?=\s|\Z)", re.IGNORECASE)
_SMALLEST = 5


class UnreadValueError(UsageError):
    """What was typed for a slot cannot be read as a value of it."""

    def __init__(self, slot: Slot, typed: str) -> None:
        says = f"“{printable(typed, 60)}” is no {slot.value}." if typed.strip() else f"No {slot.value} is given."
        super().__init__(says, f"Write it like {EXAMPLES[slot]}.")


def amount_typed(typed: str, language: str = "en") -> Amount:
    """Return the amount that was typed, hedge and unit included.

    >>> str(amount_typed("about 3.4 percent")), str(amount_typed("16 000 people"))
    ('about 3.4 percentage', '16000 person')

    Raises:
        UnreadValueError: The text is not exactly one amount.
    """
    found = find_amounts(typed, language) or find_amounts(typed)
    if len(found) != 1 or re.search(r"\w", typed[found[0].span.end :]):
        raise UnreadValueError(Slot.AMOUNT, typed)
    return found[0].value


def unit_typed(typed: str, language: str = "en") -> Unit:
    """Return the unit that was typed: "percentage points", "euros", "tonnes".

    >>> unit_typed("euros").code, unit_typed("percent").dimension.value
    ('EUR', 'share')

    Raises:
        UnreadValueError: No unit has this name.
    """
    found = find_amounts(f"{_SMALLEST} {typed}", language)
    unit = found[0].value.unit if len(found) == 1 else None
    if unit is None or unit.dimension is Dimension.UNKNOWN:
        raise UnreadValueError(Slot.UNIT, typed)
    return unit


def hedge_typed(typed: str, language: str = "en") -> Relation:
    """Read the hedge that was typed: its name, or the words that a speaker would use.

    >>> hedge_typed("at least").value, hedge_typed("roughly").value, hedge_typed("is").value
    ('at_least', 'about', 'is')

    Raises:
        UnreadValueError: The words are no hedge.
    """
    name = "_".join(typed.casefold().split())
    if name in {each.value for each in Relation} - {Relation.BETWEEN.value}:
        return Relation(name)
    found = find_amounts(f"{typed} {_SMALLEST} percent", language)
    if len(found) != 1 or found[0].value.relation in {Relation.IS, Relation.BETWEEN}:
        raise UnreadValueError(Slot.HEDGE, typed)
    return found[0].value.relation


def period_typed(typed: str, slot: Slot, said: date | None, language: str = "en", place: str | None = None) -> Period:
    """Read the period that was typed, counted from the day of the speech where it is relative ("last year").

    >>> str(period_typed("the first nine months of 2020", Slot.PERIOD, None)), str(period_typed("2021-Q3", Slot.BASE, None))
    ('Jan–Sep 2020', '2021-Q3')

    Args:
        typed: The words.
        slot: Period or base, for the error message.
        said: The day of the speech.
        language: Two letters.
        place: The country of the speech, ISO 3166 alpha-3.

    Raises:
        UnreadValueError: The text is not exactly one period.
    """
    for tongue in dict.fromkeys((language, "en")):
        for words in (typed, f"in {typed}"):
            found = find_periods(words, said, tongue, place)
            if len(found) == 1 and not _left(words, found[0]):
                return found[0].value
    raise UnreadValueError(slot, typed)


def _left(words: str, found: Mention[Period]) -> bool:
    """Check whether words are left beside a period, apart from "in" and "the"."""
    rest = f"{words[: found.span.start]} {words[found.span.end :]}"
    return re.search(r"\w", _LINKS.sub(" ", rest)) is not None


def place_typed(typed: str) -> str:
    """Read a place that was typed by its code, or by its name in any language of the place table, as a code.

    >>> place_typed("MKD"), place_typed("Deutschland"), place_typed("the euro area")
    ('MKD', 'DEU', 'EA20')

    Raises:
        UnreadValueError: The table has no such place.
    """
    code = place_written(typed)
    if code is None:
        raise UnreadValueError(Slot.PLACE, typed)
    return code


def speaker_typed(typed: str) -> Speaker:
    """Read the speaker that was typed, with the role behind a comma.

    >>> speaker_typed("Ana Radeva, finance minister")
    Speaker(name='Ana Radeva', role='finance minister', organisation='')

    Raises:
        UnreadValueError: No name was typed.
    """
    name, _, role = (part.strip() for part in " ".join(typed.split()).partition(","))
    if not name:
        raise UnreadValueError(Slot.SPEAKER, typed)
    return Speaker(name, role)


def measure_typed(typed: str) -> str:
    """Return the words for what is measured.

    >>> measure_typed("  asylum   applications ")
    'asylum applications'

    Raises:
        UnreadValueError: Nothing was typed.
    """
    words = " ".join(typed.split())
    if not re.search(r"[^\W\d_]", words):
        raise UnreadValueError(Slot.MEASURE, typed)
    return words


def kind_typed(typed: str) -> ClaimKind:
    """Return the kind of claim that was typed.

    >>> kind_typed("Share").value
    'share'

    Raises:
        UnreadValueError: There is no such kind.
    """
    return _named(ClaimKind, Slot.KIND, typed)


def direction_typed(typed: str) -> Direction:
    """Return the direction that was typed.

    >>> direction_typed("down").value
    'down'

    Raises:
        UnreadValueError: There is no such direction.
    """
    return _named(Direction, Slot.DIRECTION, typed)


def _named(kind: type[Kind], slot: Slot, typed: str) -> Kind:
    try:
        return kind(typed.strip().casefold())
    except ValueError:
        raise UnreadValueError(slot, typed) from None
