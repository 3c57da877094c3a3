"""Changes whose size is a multiple or is not said: "doubled", "three times as many", "has fallen", "unchanged".

Why this room exists: "doubled" is as exact as "rose by 100 percent", and "has not fallen" is a claim too.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.core.claim import Change, ChangeMode, Direction, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.text import Span
from workbench.extract.change_base import base_behind
from workbench.extract.change_words import multiples, ways, word_set
from workbench.extract.hedges import hedge_before
from workbench.extract.lexer import word_at
from workbench.extract.scene import Scene

_FACTOR = Unit(Dimension.UNKNOWN, "time")
_THAN = 14
_TIMES = {"twice": "2", "thrice": "3", "half": "0.5"}
_MORE = frozenset({"more", "higher", "larger", "greater", "bigger", "as", "the"})


def multiplied(scene: Scene) -> list[Mention[Change]]:
    """Doubled, tripled, halved, a threefold increase.

    >>> from workbench.extract.lexer import lex
    >>> multiplied(Scene.of(lex("Exports doubled."), [], []))[0].noun.amount.noun.low
    Decimal('2')
    """
    found = []
    for i, token in enumerate(scene.tokens):
        factor = multiples(scene.tokens.language).get(token.low)
        if factor is None or (
            token.low in {"double", "doubles", "triple", "quadruple", "halve"} and not _is_verb(scene, i)
        ):
            continue
        hedge = hedge_before(scene.tokens, i)
        found.append(_multiple(scene, (i, i + 1), Decimal(factor), hedge[0] if hedge else Relation.IS))
    return found


def _is_verb(scene: Scene, i: int) -> bool:
    return word_at(scene.tokens, i - 1) in {
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "than",
        "nearly",
        "almost",
        "must",
        "should",
    }


def _multiple(scene: Scene, at: tuple[int, int], factor: Decimal, relation: Relation) -> Mention[Change]:
    span = scene.span(*at)
    amount = Amount(relation, factor, None, Decimal(1) if factor >= 1 else Decimal("0.1"), _FACTOR)
    way = Direction.UP if factor > 1 else Direction.DOWN
    change = Change(way, ChangeMode.MULTIPLE, Mention(span, amount, "multiple"), _base_of_multiple(scene, at[1]))
    return Mention(span, change, "multiple")


def _base_of_multiple(scene: Scene, j: int) -> Period | None:
    """The period behind a multiple; "as many as in 2019" names it with a second "as"."""
    base = base_behind(scene, j)
    if base is not None:
        return base
    other = (k for k in range(j + 1, j + _THAN) if word_at(scene.tokens, k) == "as")
    return next((found for k in other if (found := _set_against(scene, k + 1)) is not None), None)


def twice_as_much(scene: Scene) -> list[Mention[Change]]:
    """Twice as many, half as much, twice the level of.

    >>> from workbench.extract.lexer import lex
    >>> twice_as_much(Scene.of(lex("twice as many doctors as in 2019"), [], []))[0].noun.amount.noun.low
    Decimal('2')
    """
    found = []
    for i, token in enumerate(scene.tokens):
        factor = _TIMES.get(token.low)
        after = word_at(scene.tokens, i + 1)
        if factor is None or not (after == "as" or (after == "the" and token.low != "half")):
            continue
        if word_at(scene.tokens, i + 2) not in word_set("bare", "sizes", scene.tokens.language):
            continue
        hedge = hedge_before(scene.tokens, i)
        found.append(_multiple(scene, (i, i + 1), Decimal(factor), hedge[0] if hedge else Relation.IS))
    return found


def times_as_much(scene: Scene) -> list[Mention[Change]]:
    """Three times as many, four times higher, five times the level of 2015."""
    found = []
    for amount in scene.amounts:
        if amount.noun.unit.name not in {"time", "times"} or amount.noun.high is not None or amount.noun.low <= 1:
            continue
        j = scene.tokens_of(amount.span)[1]
        if word_at(scene.tokens, j) not in _MORE:
            continue
        change = Change(Direction.UP, ChangeMode.MULTIPLE, amount, _base_of_multiple(scene, j + 1))
        found.append(Mention(Span(amount.span.start, scene.tokens[j].end), change, "times-as-much"))
    return found


def compared_in_time(scene: Scene) -> list[Mention[Change]]:
    """Lower in 2002 than in 1995; higher than a year earlier: one time is set against another.

    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.periods import find_periods
    >>> text = "It was lower in 2002 than in 1995."
    >>> str(compared_in_time(Scene.of(lex(text), [], find_periods(text, None)))[0].noun.base)
    '1995'
    """
    found = []
    for i, token in enumerate(scene.tokens):
        way = ways("behind", scene.tokens.language).get(token.low)
        if way is None or token.low in {"up", "down", "above", "below", "extra"}:
            continue
        than = next((k for k in range(i + 1, i + _THAN) if word_at(scene.tokens, k) == "than"), None)
        base = None if than is None else _set_against(scene, than + 1)
        if base is not None:
            change = Change(way, ChangeMode.ABSOLUTE, None, base)
            found.append(Mention(Span(token.start, token.end), change, "compared"))
    return found


def _set_against(scene: Scene, i: int) -> Period | None:
    """The period that stands right behind "than", past "in" and articles."""
    for at, mention in scene.periods_from(i, 3):
        if all(word_at(scene.tokens, k) in {"in", "at", "during", "the", "it", "was", "for"} for k in range(i, at)):
            return mention.noun
    return None


def bare_changes(scene: Scene) -> list[Mention[Change]]:
    """Unemployment has fallen; prices did not rise; the rate remained unchanged."""
    found = []
    for i, token in enumerate(scene.tokens):
        way = _bare_way(scene, i)
        if way is not None:
            change = Change(way, ChangeMode.ABSOLUTE, None, base_behind(scene, i + 1))
            found.append(
                Mention(Span(token.start, token.end), change, "unchanged" if way is Direction.FLAT else "verb")
            )
    return found


def _bare_way(scene: Scene, i: int) -> Direction | None:
    low, before = word_at(scene.tokens, i), word_at(scene.tokens, i - 1)
    if low in word_set("bare", "unchanged", scene.tokens.language):
        return (
            Direction.FLAT if before in word_set("bare", "stays", scene.tokens.language) or low == "unchanged" else None
        )
    told = low in word_set("bare", "past", scene.tokens.language) and before not in {
        "a",
        "an",
        "the",
        "of",
        "by",
        "with",
        "and",
        "to",
        "for",
        "",
    }
    perfect = low in word_set("bare", "participles", scene.tokens.language) and before in word_set(
        "bare", "auxiliaries", scene.tokens.language
    )
    if low in ways("verbs", scene.tokens.language) and _is_denied(scene, i):
        return Direction.FLAT
    if not told and not perfect:
        return None
    return (
        None
        if word_at(scene.tokens, i + 1) in word_set("bare", "idioms", scene.tokens.language) - {"in"}
        else ways("verbs", scene.tokens.language).get(low)
    )


def _is_denied(scene: Scene, i: int) -> bool:
    """Whether the verb is said not to have happened: "has not fallen", "didn't rise"; not "could not rise"."""
    before, further = word_at(scene.tokens, i - 1), word_at(scene.tokens, i - 2)
    if before in word_set("bare", "denied", scene.tokens.language):
        return True
    return before in {"not", "never"} and further in word_set("bare", "told", scene.tokens.language)
