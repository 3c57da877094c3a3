"""Give a figure the unit of its neighbour: "from 4.8 to 4.7 percent", "16,000, almost 10,000 fewer than".

Speakers say a unit once. A figure left without one could be compared with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from workbench.core.changed_copy import changed_copy
from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.amounts.range_ends import is_size
from workbench.extract.amounts.scale_sharing import same_scale
from workbench.extract.amounts.unhedged_amounts import HUNDRED, UnhedgedAmount, rule_for
from workbench.extract.amounts.unit_context import number_of, points, population, rate_said, said_in
from workbench.extract.amounts.unit_from_another_time import at_another_time
from workbench.extract.units.counted_nouns import counted
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, word_at
from workbench.extract.words.word_tables import noun_words

_NEAR, _NEXT = 12, 4
_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS})
_WHOLES = frozenset({"the", "these", "those", "our", "their", "its", "his", "her", "all"})
_NO_VERBS = frozenset(
    ["of", "in", "on", "at", "to", "from", "by", "for", "with", "than", "as", "and", "or", "the", "a", "an", "this",
     "that"]
)  # fmt: skip
_WHERE = frozenset({"in", "from", "for", "at", "to"})
_ENDS = frozenset({".", ";", ":", "?", "!"})
_CLOSING = frozenset({"and", "or"})
_JOINTS = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or")})
_IN_OTHER_WORDS = (",", "or")
"""Link between two figures that give one amount twice: "5 billion, or 40 percent of GDP"."""

Rule = Callable[[Tokens, Sequence[UnhedgedAmount], int], Unit | None]


def share_units(tokens: Tokens, found: Sequence[UnhedgedAmount]) -> list[UnhedgedAmount]:
    """Give every figure without a unit the one that the sentence means, where a rule can tell.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("Growth slowed from 4.8 to 4.7 percent.")]
    ['4.8 percentage', '4.7 percentage']
    """
    shared = list(found)
    for k in range(len(shared)):
        one = shared[k]
        listed = _end_of_list(tokens, shared, k) if one.unit is UNKNOWN_UNIT and one.high is None else None
        shared[k] = one = same_scale(tokens, shared, k, listed)
        unit = _shared(tokens, shared, k)
        if unit is not None:
            shared[k] = changed_copy(one, unit=unit, rule=rule_for(unit))
    return shared


def _shared(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    unit = found[k].unit
    if unit.name == "point":
        return points(tokens, found, k)
    if unit is UNKNOWN_UNIT:
        return next((meant for rule in _RULES if (meant := rule(tokens, found, k)) is not None), None)
    other = set_against(tokens, found, k) if unit.per and not unit.name else None
    return None if other is None else changed_copy(other, per=unit.per, dimension=Dimension.RATE)


def from_behind(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the unit of the figure after: "from 4.8 to 4.7 percent", "15, 20 or 25 percent".

    Not so in "of the 15, 20 percent".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "10, 15, 20 and 25 percent", "15, 20 or 25 percent", "of the 15, 20 percent"
    >>> [[m.value.unit.name[:7] for m in find_amounts(text)] for text in said]
    [['percent', 'percent', 'percent', 'percent'], ['percent', 'percent'], ['', 'percent']]
    """
    last = _end_of_list(tokens, found, k)
    if last is not None:
        return last.unit
    if k + 1 >= len(found) or found[k + 1].unit is UNKNOWN_UNIT:
        return None
    one, other = found[k], found[k + 1]
    i = _past_hedge(tokens, other.first)
    joiner = word_at(tokens, i - 1)
    near = i - one.end <= 2 and (word_at(tokens, i - 2), joiner) != _IN_OTHER_WORDS
    moves = joiner in {"up", "down"} and one.end == other.first - 1
    if moves and other.unit.dimension in {Dimension.INDEX, Dimension.MONEY}:  # "(16,369.03 up 58.06 points)"
        return other.unit
    if not near or joiner not in {"to", "or", "and", "but"}:
        return None
    return _counted_behind(tokens, other) if joiner == "or" and _are_one_change(one, other) else other.unit


def _are_one_change(one: UnhedgedAmount, other: UnhedgedAmount) -> bool:
    """Check whether a number and a share give one change in two ways: "18,534 or 14.3 % fewer"."""
    return other.unit.dimension in _SHARES and one.low >= HUNDRED > other.low


def _counted_behind(tokens: Tokens, one: UnhedgedAmount) -> Unit | None:
    """Find the thing counted after a share and its comparative: "14.3 % fewer arrivals"."""
    things = counted(tokens, one.end + 1) if word_at(tokens, one.end) in ways("behind", tokens.language) else None
    return None if things is None else things[0]


def _end_of_list(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> UnhedgedAmount | None:
    """Find the figure that closes a list with "and" or "or", where its unit holds for the whole list."""
    for one, other in pairwise(found[k : k + _NEAR]):
        joint = tuple(word_at(tokens, j) for j in range(one.end, other.first))
        if joint not in _JOINTS or (one is found[k] and joint == _IN_OTHER_WORDS):
            return None
        inside = {word_at(tokens, j) for j in range(other.first, other.end)} if other.high is not None else set()
        if joint[-1] in _CLOSING or not _CLOSING.isdisjoint(inside):
            return None if other.unit is UNKNOWN_UNIT or _are_one_change(one, other) else other
        if other.unit is not UNKNOWN_UNIT:
            return None
    return None


def from_before(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the unit of the figure before, where a change links the two.

    Examples: "from 27 percent in 2015 to 16", "raised by 2,200 denars to 35,000", "3.9 million headsets, up from 2.4
    million".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("Pay was raised by 2,200 denars to 35,000.")]
    ['2200 denar', '35000 denar']
    >>> [[str(m.value) for m in find_amounts(f"3.9 million headsets, {link} 2.4 million")] for link in ("up from", "not")]
    [['3900000 headset', '2400000 headset'], ['3900000 headset', '2400000']]
    """
    if k == 0:
        return None
    one, other = found[k], found[k - 1]
    i, start = _past_hedge(tokens, one.first), _past_hedge(tokens, other.first)
    joiner, before = word_at(tokens, i - 1), word_at(tokens, i - 2)
    if joiner == "to" and word_at(tokens, start - 1) == "from" and one.first - other.end < 8:
        return other.unit
    if joiner == "to" and i - 1 == other.end and _is_own_size(tokens, other):
        return other.unit
    # "to 4.5 billion euros, from 3.9 billion"
    reached = word_at(tokens, start - 1) == "to" and one.first - other.end < 8
    return other.unit if joiner == "from" and (before in {"up", "down"} or reached) else None


def _is_own_size(tokens: Tokens, one: UnhedgedAmount) -> bool:
    """Check whether a figure gives the size of a change in the unit of the thing itself (no percent, no points)."""
    return one.unit.dimension not in _SHARES and is_size(tokens, one.first)


def _past_hedge(tokens: Tokens, i: int) -> int:
    """Find the start of the hedge before a figure, or of the figure itself: "from | about 14 to | nearly 24"."""
    hedge = hedge_before(tokens, i)
    return i if hedge is None else hedge[1]


def set_against(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the unit of the figure that this one is compared with.

    Examples: "340 accidents, compared with 410 in 2019", "22 burglaries, against an average of 20 a week".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(f"340 accidents, {link} 410")] for link in ("compared with", "in room")]
    [['340 accident', '410 accident'], ['340 accident']]
    """
    if k == 0 or found[k - 1].unit is UNKNOWN_UNIT or not found[k - 1].unit.name:
        return None
    i = _past_hedge(tokens, found[k].first)
    i -= 2 if word_at(tokens, i - 1) == "of" and word_at(tokens, i - 2) in {"average", "total"} else 0
    i -= word_at(tokens, i - 1) in {"a", "an", "the", "only", "just"}
    i -= word_at(tokens, i - 1) in {"with", "to"}
    near = found[k].first - found[k - 1].end <= _NEAR
    links = word_set("links", "base", tokens.language)
    return found[k - 1].unit if near and word_at(tokens, i - 1) in links - {"than"} else None


def compared(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the thing counted last: "16,000 attempts, almost 10,000 fewer than before".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("16,000 attempts, almost 10,000 fewer than before")]
    ['16000 attempt', 'nearly 10000 attempt']
    """
    if k == 0:
        return None
    part = word_at(tokens, found[k].first - 1) == "including" and word_at(tokens, found[k].end) in {"in", "from", "at"}
    behind = word_at(tokens, found[k].end)
    if not part and behind not in {"more", "fewer", "less", "were", "of", "who", "whom"}:
        return None
    if word_at(tokens, found[k].end) in {"were", "of"} and word_at(tokens, found[k].end + 1) not in {
        "them",
        "which",
        "whom",
    }:
        return None
    return next(
        (one.unit for one in reversed(found[max(0, k - _NEAR) : k]) if one.unit.dimension is Dimension.COUNT), None
    )


def part_of_whole(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the unit of the whole that a figure is a part of: "five of the 7 seats", "90 of its 120 members".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(said)] for said in ("five of the 7 seats", "five in the 7 seats")]
    [['5 seat', '7 seat'], ['5', '7 seat']]
    """
    i = found[k].end
    if k + 1 >= len(found) or word_at(tokens, i) != "of" or word_at(tokens, i + 1) not in _WHOLES:
        return None
    other = found[k + 1]
    return other.unit if other.first - i <= _NEXT and other.unit.dimension is Dimension.COUNT else None


def parallel(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the unit of the figure before, where the same verb stands before both.

    Example: "One has 370 delegates, another has 163 and a third has 63".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("One party has 370 delegates, another has 163.")]
    ['1 party', '370 delegate', '163 delegate']
    """
    if k == 0 or found[k - 1].unit.dimension is not Dimension.COUNT or not _stands_alone(tokens, found[k].end):
        return None
    verb = word_at(tokens, _past_hedge(tokens, found[k].first) - 1)
    before = _past_hedge(tokens, found[k - 1].first) - 1
    alike = verb == word_at(tokens, before) and is_kind(tokens, before, TokenKind.WORD) and verb not in _NO_VERBS
    return found[k - 1].unit if alike and found[k].first - found[k - 1].end <= _NEAR else None


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """Check that no noun follows a figure."""
    return not is_kind(tokens, i, TokenKind.WORD) or word_at(tokens, i) in noun_words(tokens.language).stops


def by_place(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the unit of the figure before, where both are followed by a place.

    Examples: "10,894 people from Iraq, 10,275 from Turkey", "451 cases in Leeds, 292 in York".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(f"451 cases in Leeds, 292 {where}")] for where in ("in York", "at noon")]
    [['451 case', '292 case'], ['451 case', '292']]
    """
    i = found[k].end
    if k == 0 or word_at(tokens, i) not in _WHERE or not is_capital(tokens, i + 1 + (word_at(tokens, i + 1) == "the")):
        return None
    other = found[k - 1]
    where = {word_at(tokens, j) for j in range(other.end, found[k].first)}
    near = found[k].first - other.end <= _NEAR and word_at(tokens, i) in where
    return other.unit if near and other.unit.dimension is Dimension.COUNT and _ENDS.isdisjoint(where) else None


def or_two(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Take the thing named in the singular before "or": "a visit or two", "another bus or three".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(said)] for said in ("It took a visit or two.", "It took the visit or two.")]
    [['2 visit'], ['2']]
    """
    i = found[k].first - 1
    if word_at(tokens, i) != "or" or not is_kind(tokens, i - 1, TokenKind.WORD):
        return None
    one = word_at(tokens, i - 2) in {"a", "an", "another"} or word_at(tokens, i - 3) in {"a", "an", "another"}
    things = counted(tokens, i - 1, single=True) if one else None
    return things[0] if things is not None else None


_RULES: tuple[Rule, ...] = (
    from_before,
    from_behind,
    part_of_whole,
    set_against,
    compared,
    parallel,
    by_place,
    or_two,
    at_another_time,
    population,
    number_of,
    rate_said,
    said_in,
)
