"""Differences between two claims about one thing: figure, period, place, direction.

Slots decide between a repeat, a variant and a reversal. Before that, words decide whether two claims are about one thing at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.core.candidate import Relationship
from workbench.core.claim import MODIFIED, PREDICATE, SPOKEN_OF, ChangeMode, Claim, Direction, Reading
from workbench.core.number import plain
from workbench.core.period import Period
from workbench.core.place import place_name
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.match.query.claim_units_in_english import in_english
from workbench.match.words.english_stems import stem
from workbench.match.words.glossary import languages
from workbench.match.words.normalisation import words
from workbench.match.words.population_groups import ANYBODY, groups
from workbench.match.words.translation import language_of, said_in

_PARTING = frozenset({MODIFIED, PREDICATE, SPOKEN_OF})
"""Rules of the words that make a figure one of a part or of another measure."""

_PROPORTIONS = {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}
"""Changes that say one thing in two ways ("halved", "fell by 50 %")."""


@dataclass(frozen=True, slots=True)
class ComparedSlots:
    """The slots of a claim that are compared.

    Attributes:
        amounts: The figures, the claimed one first.
        period: The period; None where unknown.
        places: Codes of its places.
        direction: The direction of a claimed change.
        negated: Whether it denies.
        groups: Whom it counts, where it names a group of people.
        change: How a claimed change is measured; None for a level.
        parting: The words that make the figure one of a part or of another measure: "900 dentists | left |", "| very | poor".
    """

    amounts: tuple[Amount, ...] = ()
    period: Period | None = None
    places: frozenset[str] = frozenset()
    direction: Direction | None = None
    negated: bool = False
    groups: frozenset[str] = frozenset()
    change: ChangeMode | None = None
    parting: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """How one claim relates to another: what differs, and a sentence that says so."""

    differs: tuple[str, ...]
    relationship: Relationship
    because: str

    @property
    def agreement(self) -> float:
        """1 for equal slots, less for each that differs."""
        return max(0.0, 1.0 - len(self.differs) / 4)


def slots_of(claim: Claim) -> ComparedSlots:
    """Return the slots of a claim."""
    language = language_of(claim.context, claim.language)
    claim = in_english(claim)
    change = claim.change.value if claim.change else None
    figure = claim.amount or (change.amount if change else None)
    main = (figure.value,) if figure else tuple(mention.value for mention in claim.amounts)
    return ComparedSlots(
        amounts=main,
        period=claim.period.value if claim.period else None,
        places=_own_places(claim),
        direction=(change.denied or change.direction) if change else None,
        negated=claim.denied or (change is not None and change.denied is not None),
        groups=_groups(claim.measure or claim.quote, language, claim.context),
        change=change.mode if change else None,
        parting=frozenset(each.value.lower() for each in claim.unread if each.rule in _PARTING),
    )


def _own_places(claim: Claim) -> frozenset[str]:
    """Select the claim's own place where it names it, whatever other places are near; else all that it names."""
    named = frozenset(mention.value for mention in claim.places)
    if claim.place is not None and (claim.place in named or not named):
        return frozenset({claim.place})
    return named


def slots_of_reading(text: str, reading: Reading) -> ComparedSlots:
    """Take the slots of a record: of the claim in it where one was read, else of everything in it."""
    if len(reading.claims) == 1:
        return slots_of(reading.claims[0])
    language = language_of(text, reading.claims[0].language if reading.claims else "en")
    return ComparedSlots(
        amounts=tuple(mention.value for mention in reading.amounts),
        period=reading.periods[0].value if reading.periods else None,
        places=frozenset(mention.value for mention in reading.places),
        direction=(reading.changes[0].value.denied or reading.changes[0].value.direction) if reading.changes else None,
        negated=reading.denied,
        groups=_groups(text, language, text),
        change=reading.changes[0].value.mode if reading.changes else None,
    )


def _groups(text: str, language: str, context: str) -> frozenset[str]:
    """Find the groups of people that a text names, under their English names in titles."""
    return groups(said_in(text, language, context) if language in languages() else words(text))


def same_sort(new: ComparedSlots, old: ComparedSlots) -> bool:
    """Check whether two claims can be about the same figure: both a level or both a change, in one dimension, of one thing.

    "A fall of 36.5 %" is no variant of "16,000 attempts", nor "420 migrants" of "35 cases".
    """
    if new.change != old.change and not {new.change, old.change} <= _PROPORTIONS:
        return False
    if not new.amounts or not old.amounts:
        return True
    one, other = new.amounts[0].unit, old.amounts[0].unit
    if Dimension.UNKNOWN in {one.dimension, other.dimension}:
        return True
    return one.dimension is other.dimension and (one.dimension is not Dimension.COUNT or _one_thing(one, other))


def _one_thing(one: Unit, other: Unit) -> bool:
    mine, theirs = ({stem(word) for word in words(unit.name)} for unit in (one, other))
    return not mine or not theirs or bool(mine & theirs) or bool((mine | theirs) & ANYBODY)


def difference(new: ComparedSlots, old: ComparedSlots) -> Difference:
    """Compare a claim with an earlier one about the same thing. A slot that is empty in either does not differ."""
    says = {
        "measure": _whom(new.groups, old.groups) or _parted(new.parting, old.parting),
        "amount": _amounts(new.amounts, old.amounts),
        "period": _period(new.period, old.period),
        "place": _places(new.places, old.places),
    }
    differs = tuple(slot for slot, text in says.items() if text)
    turned = _turned(new, old)
    sentences = [text for text in (turned, *says.values()) if text]
    if turned:
        return Difference(differs, Relationship.REVERSED, _sentence(sentences))
    if differs:
        return Difference(differs, Relationship.VARIANT, _sentence(sentences))
    return Difference((), Relationship.REPEAT, "Nothing that both claims name differs.")


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return text[0].upper() + text[1:] + "."


def _turned(new: ComparedSlots, old: ComparedSlots) -> str:
    ways = {new.direction, old.direction}
    if ways == {Direction.UP, Direction.DOWN}:  # "has not fallen" does not reverse "has risen"
        return "" if new.negated or old.negated else f"it goes {new.direction} here and {old.direction} there"
    if new.negated != old.negated and new.direction == old.direction:
        return "one of the two denies what the other says"
    return ""


def _amounts(new: tuple[Amount, ...], old: tuple[Amount, ...]) -> str:
    if not new or not old or any(_same(one, other) for one in new for other in old):
        return ""
    return f"{_figure(new[0])} here, {_figure(old[0])} there"


def _same(one: Amount, other: Amount) -> bool:
    return one.low == other.low and one.high == other.high and one.unit.dimension is other.unit.dimension


def _figure(amount: Amount) -> str:
    value = _grouped(amount.low) if amount.high is None else f"{_grouped(amount.low)} to {_grouped(amount.high)}"
    return f"{value} %" if amount.unit.dimension is Dimension.SHARE else value


def _grouped(value: Decimal) -> str:
    whole, point, rest = plain(value).partition(".")
    return f"{int(whole):,}{point}{rest}"


def _whom(new: frozenset[str], old: frozenset[str]) -> str:
    if new == old:
        return ""
    return f"{' and '.join(sorted(new)) or 'all people'} here, {' and '.join(sorted(old)) or 'all people'} there"


def _parted(new: frozenset[str], old: frozenset[str]) -> str:
    here, there = (", ".join(f"“{word}”" for word in sorted(each)) for each in (new - old, old - new))
    return "; ".join(f"{words} is said only {where}" for words, where in ((here, "here"), (there, "there")) if words)


def _period(new: Period | None, old: Period | None) -> str:
    if new is None or old is None or (new.start, new.end) == (old.start, old.end):
        return ""
    return f"{new.label} here, {old.label} there"


def _places(new: frozenset[str], old: frozenset[str]) -> str:
    if not new or not old or new & old:
        return ""
    return f"{_listed(new)} here, {_listed(old)} there"


def _listed(codes: frozenset[str]) -> str:
    return " and ".join(sorted(place_name(code) for code in codes))
