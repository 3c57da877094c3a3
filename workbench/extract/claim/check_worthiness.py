"""Rate how much a sentence is worth checking, as named parts that a reader can weigh herself.

A desk has more sentences than hours. No part is learned from labels: each says what makes a sentence checkable (a
figure, a measure that offices publish, a period, a place) or not (a promise, an opinion, a question). The weights are
listed here openly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import inf

from workbench.core.claim import ClaimKind
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.quantity import Amount, Dimension
from workbench.core.score import ScorePart
from workbench.extract.claim.assertion_score import assertion, on_record
from workbench.extract.claim.claim_kinds import is_question
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.lowercase_words import plain_words
from workbench.extract.words.stated_or_wished import Attitude, attitude_of
from workbench.extract.words.structure_words import words

WEIGHTS: Mapping[str, float] = {
    "figure": 0.25,
    "assertion": 0.28,
    "measure": 0.13,
    "relation": 0.11,
    "record": 0.09,
    "period": 0.05,
    "name": 0.05,
    "place": 0.02,
    "speaker": 0.02,
}
"""Weights of the parts, which sum to 1."""


def weights_with(changed: Mapping[str, float]) -> Mapping[str, float]:
    """Replace some of our weights by those of a team, and scale them all to sum to 1 again.

    >>> round(weights_with({"figure": 0.52, "speaker": 0})["figure"], 3)
    0.416
    >>> weights_with({}) == WEIGHTS
    True

    Args:
        changed: New weights by the name of the part, each 0 or more; the other parts keep ours.

    Raises:
        UnknownNameError: No part has that name.
        UsageError: A weight is below 0 or not a number, or all weights are 0.
    """
    for name, weight in changed.items():
        if name not in WEIGHTS:
            raise UnknownNameError("part of the worth", name, list(WEIGHTS))
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < inf:
            raise UsageError(
                f"The weight of {name} is {weight!r}.", "Give a number from 0 upwards, as in figure = 0.4."
            )
    mixed = {**WEIGHTS, **changed}
    whole = sum(mixed.values())
    if whole <= 0:
        raise UsageError("All weights of the worth are 0.", "Leave one above 0.")
    return mixed if not changed else {name: weight / whole for name, weight in mixed.items()}


_MEASURES = words("check_worthiness", "measures")
_STEMS = tuple(sorted(words("check_worthiness", "stems")))
_WANTED = re.compile(
    r"\b(?:I|[Ww]e)\s(?:want|need|would|should|must|ask)\b|\b[Ll]et['’]?s\b|\bgoing\sto\b|\bwant\sto\b"
)
_MOVES = words("check_worthiness", "moves")
_COMPARES = words("check_worthiness", "compares")
_UNIQUE = (
    r"first\stime|every\ssingle|in\s(?:\w+\s)?history|only\s(?:country|one|nation|state|president)|one\sof\sthe\sfew"
)
_WENT_UP = r"(?:gone|went)\s(?:up|down)"
_MORE_THAN = r"(?:more|less|better|worse|larger|smaller)\s(?:\w+\s){0,3}than"
_COMPARED = re.compile(rf"\b(?:{_UNIQUE}|{_WENT_UP}|{_MORE_THAN})\b", re.IGNORECASE)
_MORE = frozenset({"more", "less", "most", "least", "many", "every"})
_WANTS = frozenset({"want", "need", "would", "should", "must", "ask", "let", "lets", "going"})
"""Words without which `_WANTED` matches nothing."""
_NAME = re.compile(
    # The capital comes first to make the scan quick; the lookbehind and the exceptions follow.
    r"[A-Z](?<=[a-z,] [A-Z])(?!(?<=A)merica|(?<=U)nited\b|(?<=S)tates\b|(?<=G)od\b|(?<=I)(?:\b|['’]))[\w’'-]+"
)
_LARGE = 12


def worth_parts(
    reading: SentenceReading, kind: ClaimKind, *, official: bool, weights: Mapping[str, float] = WEIGHTS
) -> tuple[ScorePart, ...]:
    """List the reasons why a sentence is worth a check; their weights sum to 1.

    >>> from workbench.core.document import Sentence, Span
    >>> said = "We hired teachers."
    >>> parts = worth_parts(SentenceReading(said, Sentence(Span(0, len(said)), 0)), ClaimKind.STATEMENT, official=False)
    >>> parts[0].name, parts[0].value, parts[0].because
    ('figure', 0.0, 'states no figure')

    Args:
        reading: The sentence and what was read in it.
        kind: The kind of what it says.
        official: Whether somebody with an office says it.
        weights: The weight of each part, as `weights_with` gives them.
    """
    said = reading.words
    tokens, used = plain_words(said)
    attitude = attitude_of(tokens)
    values = {
        "figure": _figure(reading, kind, attitude),
        "assertion": assertion(said, used, attitude),
        "measure": _measure(used),
        "relation": _relation(reading, kind, used),
        "record": on_record(said, used),
        "period": (1.0, "names a period") if reading.periods else (0.0, "names no period"),
        "name": _names(said),
        "place": (1.0, "names a place") if reading.places else (0.0, "names no place"),
        "speaker": (1.0, "said by somebody in office") if official else (0.0, "no office of the speaker is known"),
    }
    return tuple([_part(name, values[name][0], weight, values[name][1]) for name, weight in weights.items()])


@lru_cache(maxsize=4096, typed=True)  # most sentences share most parts
def _part(name: str, value: float, weight: float, because: str) -> ScorePart:
    return ScorePart(name, value, weight, because)


def most_worth(reading: SentenceReading, weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return an upper bound for the worth of a sentence without claims, by what it does not name.

    This is quicker than working out its worth.

    >>> from workbench.core.document import Sentence, Span
    >>> said = "We hired teachers."
    >>> round(most_worth(SentenceReading(said, Sentence(Span(0, len(said)), 0))), 2)
    0.66

    Args:
        reading: The sentence and what was read in it.
        weights: The weight of each part, as `weights_with` gives them.
    """
    absent = {
        "figure": not reading.amounts and not reading.changes,
        "period": not reading.periods,
        "place": not reading.places,
        "speaker": True,
    }
    # summed in the order of `total`, so that rounding cannot make a sum of smaller parts exceed this
    return round(sum([0.0 if absent.get(name, False) else weight for name, weight in weights.items()]), 4)


def _figure(reading: SentenceReading, kind: ClaimKind, attitude: Attitude) -> tuple[float, str]:
    if not reading.amounts and not reading.changes:
        return 0.0, "states no figure"
    sure = _sureness(reading.words, kind, attitude)
    if any(_weighty(mention.value) for mention in reading.amounts):
        return sure, "states a figure" if sure == 1.0 else "states a figure that is asked, wished for or to come"
    return (0.8 * sure, "states a change in words") if reading.changes else (0.4 * sure, "states a small count")


def _sureness(said: str, kind: ClaimKind, attitude: Attitude) -> float:
    """Rate how firmly a figure is claimed: less where it is asked, wished for or still to come."""
    if attitude.wished or is_question(said):
        return 0.5
    if not _WANTS.isdisjoint(plain_words(said).used) and _WANTED.search(said):
        return 0.5
    return 0.6 if kind is ClaimKind.PROMISE else 1.0


def _weighty(amount: Amount) -> bool:
    """Check whether an amount is more than a small count or a stretch of time, which speeches are full of."""
    dimension = amount.unit.dimension
    if dimension is Dimension.DURATION:
        return False
    return dimension not in {Dimension.COUNT, Dimension.UNKNOWN} or amount.low > _LARGE


def _measure(used: frozenset[str]) -> tuple[float, str]:
    found = set(filter(_is_counted, used))
    if not found:
        return 0.0, "names nothing that offices count"
    return min(1.0, 0.6 + 0.2 * (len(found) - 1)), f"speaks of {', '.join(sorted(found)[:3])}"


@lru_cache(maxsize=4096)  # the same words recur
def _is_counted(word: str) -> bool:
    """Check whether a word names something that offices count."""
    return word in _MEASURES or word.startswith(_STEMS)


def _relation(reading: SentenceReading, kind: ClaimKind, used: frozenset[str]) -> tuple[float, str]:
    if reading.changes:
        return 1.0, "says how something changed"
    match kind:
        case ClaimKind.RANK | ClaimKind.COMPARISON:
            return 1.0, "compares or ranks"
        case ClaimKind.SHARE:
            return 0.7, "gives a part of a whole"
        case _:
            return _moved(reading.words, used)


def _moved(said: str, used: frozenset[str]) -> tuple[float, str]:
    """Check whether words compare with another time or with the rest, where no change or rank was read."""
    if moved := used & _MOVES:
        return 0.7, f"says “{min(moved)}”"
    if not _COMPARES.isdisjoint(used) and (compared := _COMPARED.search(said)):
        return 0.7, f"says “{compared[0]}”"
    more = used & _MORE
    return (0.2, f"says “{min(more)}”") if more else (0.0, "compares nothing")


def _names(said: str) -> tuple[float, str]:
    found = _NAME.findall(said)
    return (min(1.0, 0.4 + 0.2 * len(found)), f"names {found[0]}") if found else (0.0, "names nobody and nothing")
