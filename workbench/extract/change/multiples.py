"""Changes told as a multiple: "doubled", "three times as many", "a tenfold drop", "three times lower".

"doubled" is as exact as "rose by 100 percent". A fall keeps the factor that was said ("reduced threefold" is 3, down), since a hedge is
one on how far it fell: "more than halved" leaves less than a half. A plain "halved" is the half that is left.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from workbench.core.claim import AS_MUCH, Change, ChangeMode, Direction, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.text import Span
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.change.base_period import base_behind, stands_behind
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.units.unit_table import FOLD
from workbench.extract.words.change_words import multiples, ways, word_set
from workbench.extract.words.lexer import word_at
from workbench.extract.words.word_files import tables

_FACTOR = Unit(Dimension.UNKNOWN, "time")
_THAN = 14
_ASIDE = 8
"""Words before a multiple in which its verb is looked for."""
_TIMES = {"twice": "2", "thrice": "3", "half": "0.5"}
_AS = frozenset({"as", "the"})
_DOUBTFUL = frozenset({"double", "doubles", "triple", "quadruple", "halve"})
_BEFORE_VERB = frozenset({"to", "will", "would", "could", "can", "may", "than", "nearly", "almost", "must", "should"})


def multiplied(scene: SentenceTokens) -> list[Mention[Change]]:
    """Doubled, tripled, halved, a threefold increase, reduced threefold.

    >>> from workbench.extract.words.lexer import lex
    >>> [m.value.amount.value.low for m in multiplied(SentenceTokens.of(lex("Exports doubled, then fell fourfold."), [], []))]
    [Decimal('2'), Decimal('4')]
    """
    found = []
    for i, token in enumerate(scene.tokens):
        factor = multiples(scene.tokens.language).get(token.low)
        if factor is None or not _multiplies(scene, i):
            continue
        helped = word_at(scene.tokens, i - 1) in word_set("bare", "auxiliaries", scene.tokens.language)
        hedge = hedge_before(scene.tokens, i) or hedge_before(scene.tokens, i - helped)  # "повеќе од се преполови"
        size, first = Decimal(factor), hedge[1] if hedge else i
        falls = token.low.endswith(_folds(scene.tokens.language)) and _goes_down(scene, first, i + 1)
        if hedge and size < 1:
            size, falls = 1 / size, True
        found.append(_multiple(scene, (i, i + 1), size, hedge[0] if hedge else Relation.IS, falls=falls))
    return found


def _multiplies(scene: SentenceTokens, i: int) -> bool:
    """Whether a word multiplies: "to double exports", but no "double room", "double digits", "doubled down"."""
    after = word_at(scene.tokens, i + 1)
    if after in word_set("bare", "not_multiplied", scene.tokens.language):
        return False
    return scene.tokens[i].low not in _DOUBTFUL or word_at(scene.tokens, i - 1) in _BEFORE_VERB


@cache
def _folds(language: str) -> tuple[str, ...]:
    return tuple(tables(language)["units"]["special"]["times"])


def _goes_down(scene: SentenceTokens, first: int, end: int) -> bool:
    """Whether a fall is multiplied: "reduced threefold", "a tenfold drop", "fell, get this, sevenfold"."""
    verbs, nouns = ways("verbs", scene.tokens.language), ways("nouns", scene.tokens.language)
    behind = nouns.get(word_at(scene.tokens, end))
    before = (verbs.get(word_at(scene.tokens, k)) for k in range(first - 1, max(-1, first - _ASIDE), -1))
    return (behind or next((way for way in before if way is not None), None)) is Direction.DOWN


def _multiple(
    scene: SentenceTokens,
    at: tuple[int, int],
    factor: Decimal,
    relation: Relation,
    *,
    falls: bool = False,
    rule: str = "multiple",
) -> Mention[Change]:
    span = scene.span(*at)
    amount = Amount(relation, factor, None, Decimal(1) if factor >= 1 else Decimal("0.1"), _FACTOR)
    way = Direction.DOWN if falls or factor < 1 else Direction.UP
    change = Change(way, ChangeMode.MULTIPLE, Mention(span, amount, "multiple"), _base_of_multiple(scene, at[1]))
    return Mention(span, change, rule)


def _base_of_multiple(scene: SentenceTokens, j: int) -> Period | None:
    """The period behind a multiple; "as many as in 2019" names it with a second "as"."""
    base = base_behind(scene, j)
    if base is not None:
        return base
    other = (k for k in range(j + 1, j + _THAN) if word_at(scene.tokens, k) == "as")
    return next((found for k in other if (found := stands_behind(scene, k + 1)) is not None), None)


def twice_as_much(scene: SentenceTokens) -> list[Mention[Change]]:
    """Twice as many, half as much, twice the level of.

    >>> from workbench.extract.words.lexer import lex
    >>> twice_as_much(SentenceTokens.of(lex("twice as many doctors as in 2019"), [], []))[0].value.amount.value.low
    Decimal('2')
    """
    found: list[Mention[Change]] = []
    if _TIMES.keys().isdisjoint(scene.tokens.words) and "half" not in scene.tokens.words:
        return found
    for i, token in enumerate(scene.tokens):
        factor = _TIMES.get(token.low)
        after = word_at(scene.tokens, i + 1)
        if token.low == "half" and word_at(scene.tokens, i - 1) == "in" and _was_cut(scene, i - 2):
            found.append(_multiple(scene, (i, i + 1), Decimal(factor or 1), Relation.IS))
            continue
        if factor is None or not (_is_that(scene, i + 1) or after == "as" or (after == "the" and token.low != "half")):
            continue
        if not _is_that(scene, i + 1) and word_at(scene.tokens, i + 2) not in word_set(
            "bare", "sizes", scene.tokens.language
        ):
            continue
        hedge = hedge_before(scene.tokens, i)
        found.append(_multiple(scene, (i, i + 1), Decimal(factor), hedge[0] if hedge else Relation.IS, rule=AS_MUCH))
    return found


def _is_that(scene: SentenceTokens, i: int) -> bool:
    """Whether another's figure stands there: "twice that of Italy", "half those in France"."""
    return word_at(scene.tokens, i) in {"that", "those"} and word_at(scene.tokens, i + 1) in {"of", "in"}


def _was_cut(scene: SentenceTokens, k: int) -> bool:
    """Whether "in half" is how far something was cut: "the deficit was cut in half", "cut poverty in half"."""
    verbs = ways("verbs", scene.tokens.language)
    return any(verbs.get(word_at(scene.tokens, n)) is Direction.DOWN for n in range(max(0, k - 4), k + 1))


def times_as_much(scene: SentenceTokens) -> list[Mention[Change]]:
    """Three times as many, four times higher, three times lower, a 3-fold rise, grew by 5 times.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> said = "three times as many teachers", "three times a week"
    >>> [[m.value.mode.value for m in times_as_much(SentenceTokens.of(lex(text), find_amounts(text), []))] for text in said]
    [['multiple'], []]
    """
    found = []
    for amount in scene.amounts:
        i, j = scene.tokens_of(amount.span)
        multiplies = amount.value.unit.name in {"time", "times"} or _is_factor(scene, i)
        if not multiplies or amount.value.high is not None or amount.value.low <= 1:
            continue
        way = _way_of_times(scene, amount, (i, j))
        if way is None:
            continue
        if way is Direction.DOWN:
            found.append(_multiple(scene, (i, j), amount.value.low, amount.value.relation, falls=True))
            continue
        compares = word_at(scene.tokens, j) in _AS or word_at(scene.tokens, j) in ways("behind", scene.tokens.language)
        last = scene.tokens[j if compares else j - 1]
        change = Change(way, ChangeMode.MULTIPLE, amount, base_behind(scene, j) or _base_of_multiple(scene, j + 1))
        rule = AS_MUCH if compares else "multiple"
        found.append(Mention(Span(amount.span.start, max(last.end, amount.span.end)), change, rule))
    return found


def _way_of_times(scene: SentenceTokens, amount: Mention[Amount], at: tuple[int, int]) -> Direction | None:
    """Which way a figure multiplies; None where it only counts how often."""
    after = word_at(scene.tokens, at[1])
    compared = (
        Direction.UP if after in _AS or _is_that(scene, at[1]) else ways("behind", scene.tokens.language).get(after)
    )
    if compared is not None:
        return None if after in {"up", "down", "above", "below", "extra", "off"} else compared
    verbs = ways("verbs", scene.tokens.language)
    if _is_factor(scene, at[0]):
        return next((verbs[w] for k in range(at[0] - 5, at[0]) if (w := word_at(scene.tokens, k)) in verbs), None)
    before = word_at(scene.tokens, at[0] - 1)
    if amount.value.unit == FOLD:
        return Direction.DOWN if _goes_down(scene, at[0], at[1]) else Direction.UP
    if before != "by":
        return None
    return verbs.get(word_at(scene.tokens, at[0] - 2))


def _is_factor(scene: SentenceTokens, i: int) -> bool:
    """Whether a figure is a factor: "rose by a factor of three"."""
    factors = word_set("bare", "factors", scene.tokens.language)
    return word_at(scene.tokens, i - 1) == "of" and word_at(scene.tokens, i - 2) in factors
