"""Changes told by their two ends alone: "from 48.8 % of GDP in 2019 to 60.2 % in 2020", "went from 27 to 16".

Why this room exists: a speaker who gives both ends need not say "rose". The values tell which way it went.
"""

from __future__ import annotations

from itertools import pairwise

from workbench.core.claim import Change, ChangeMode, Direction, Mention
from workbench.core.quantity import Amount, Dimension
from workbench.extract.change_base import period_beside
from workbench.extract.change_words import is_change_word, word_set
from workbench.extract.hedges import hedge_before
from workbench.extract.lexer import word_at
from workbench.extract.scene import Scene

_FURTHEST = 16
_ENDS = frozenset({";", ".", "?", "!", "from"})


def leads_to(scene: Scene, origin: Mention[Amount], i: int) -> bool:
    """Whether the amount that begins at a token is what an earlier one leads to: "… to", with no other clause between.

    >>> from workbench.extract.amounts import find_amounts
    >>> from workbench.extract.lexer import lex
    >>> text = "from 8.3 % (of men) in 2008 to 4.9 %"; both = find_amounts(text)
    >>> scene = Scene.of(lex(text), both, []); leads_to(scene, both[0], scene.tokens_of(both[1].span)[0])
    True
    """
    hedge = hedge_before(scene.tokens, i)
    k = (hedge[1] if hedge else i) - 1
    j = scene.tokens_of(origin.span)[1]
    if word_at(scene.tokens, k) != "to" or not j <= k <= j + _FURTHEST:
        return False
    between = [word_at(scene.tokens, at) for at in range(j, k)]
    return _ENDS.isdisjoint(between) and not any(is_change_word(word, scene.tokens.language) for word in between)


def spanned(scene: Scene) -> list[Mention[Change]]:
    """Changes whose two ends stand in the sentence, with a word of moving on before them or a period beside them.

    >>> from workbench.extract.amounts import find_amounts
    >>> from workbench.extract.lexer import lex
    >>> text = "It went from 27 % to 16 %."
    >>> [m.noun.direction.value for m in spanned(Scene.of(lex(text), find_amounts(text), []))]
    ['down']
    """
    found = []
    for origin, target in pairwise(scene.amounts):
        base = period_beside(scene, origin, target)
        if _is_pair(scene, origin, target) and (base is not None or _moves(scene, origin)):
            first, end = scene.tokens_of(origin.span)[0] - 1, scene.tokens_of(target.span)[1]
            change = Change(_way(origin.noun, target.noun), ChangeMode.ABSOLUTE, None, base, origin, target)
            found.append(Mention(scene.span(max(first, 0), end), change, "from-to"))
    return found


def _is_pair(scene: Scene, origin: Mention[Amount], target: Mention[Amount]) -> bool:
    """From A to B, both single values of one kind."""
    first = scene.tokens_of(origin.span)[0]
    hedge = hedge_before(scene.tokens, first)
    one, other = origin.noun, target.noun
    alike = one.unit.dimension == other.unit.dimension or Dimension.UNKNOWN in {
        one.unit.dimension,
        other.unit.dimension,
    }
    single = one.high is None and other.high is None and one.unit.dimension is not Dimension.DURATION
    opened = word_at(scene.tokens, (hedge[1] if hedge else first) - 1) == "from"
    return opened and single and alike and leads_to(scene, origin, scene.tokens_of(target.span)[0])


def _moves(scene: Scene, origin: Mention[Amount]) -> bool:
    """Whether a word of moving on stands right before "from": "went from", "has gone up from", "moved on from"."""
    first = scene.tokens_of(origin.span)[0]
    return any(
        word_at(scene.tokens, k) in word_set("spans", "moves", scene.tokens.language)
        for k in range(max(0, first - 6), first)
    )


def _way(origin: Amount, target: Amount) -> Direction:
    if origin.low == target.low:
        return Direction.FLAT
    return Direction.UP if target.low > origin.low else Direction.DOWN
