"""Changes given by a word for a multiple: "doubled", "halved", "a tenfold drop", "reduced threefold".

"doubled" is as exact as "rose by 100 percent". A fall keeps the factor that was said ("reduced threefold" is 3, down),
because a hedge is about how far it fell: "more than halved" leaves less than a half. A plain "halved" has the factor
0.5, the half that is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from workbench.core.claim import AS_MUCH, Change, ChangeMode, Direction, Mention
from workbench.core.quantity import Amount, Relation
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.change.base_period import base_behind, base_of_multiple
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.units.unit_words import FACTOR
from workbench.extract.words.change_words import multiples, ways, word_set
from workbench.extract.words.lexer import is_capital, word_at
from workbench.extract.words.word_files import tables

_ASIDE = 8
"""Words before a multiple in which its verb is looked for."""
_HELPERS = 4
"""Words behind a multiple in which its verb is looked for, past its helpers."""
_DOUBTFUL = frozenset({"double", "doubles", "triple", "quadruple", "halve"})
_NOT_COMPARED = frozenset({"up", "down", "above", "below", "extra", "off"})
"""Comparatives behind a multiple that begin no comparison: "four times up"."""
_LEADS = frozenset({"the", "that", "those", "what", "our", "their", "its"})
_BEFORE_MULTIPLE = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "than",
        "nearly",
        "almost",
        "about",
        "roughly",
        "just",
        "over",
        ",",
        "–",
        "—",
    }
)
_PAUSES = frozenset(",;:.!?()–—")
_AFTER_HALF = frozenset(
    {"", ".", ",", ";", "!", ":", ")", "–", "—", "in", "between", "from", "since", "within", "by", "and", "be"}
)
"""What may stand behind the half that something fell to."""
_NOT_SO = frozenset({"not", "never", "no", "could", "would", "should", "might", "may", "must", "can", "will"})
_BEFORE_VERB = frozenset({"to", "will", "would", "could", "can", "may", "than", "nearly", "almost", "must", "should"})


def multiplied(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find changes given by a word for a multiple.

    Examples: "doubled", "tripled", "halved", "a threefold increase", "reduced threefold".

    >>> from workbench.extract.words.lexer import lex
    >>> [m.value.amount.value.low for m in multiplied(SentenceTokens.of(lex("Exports doubled, then fell fourfold."), [], []))]
    [Decimal('2'), Decimal('4')]
    """
    found = []
    for i, token in enumerate(sentence.tokens):
        factor = multiples(sentence.tokens.language).get(token.low)
        compared = factor is not None and (compares(sentence, i + 1) or _is_of_another(sentence, i))
        if factor is None or not (compared or _multiplies(sentence, i)):
            continue
        hedge = hedge_before(sentence.tokens, i) or _before_helper(sentence, i)
        size, first = Decimal(factor), hedge[1] if hedge else i
        falls = token.low.endswith(_folds(sentence.tokens.language)) and goes_down(sentence, first, i + 1)
        falls = falls or compares_down(sentence, i + 1)
        if hedge and size < 1:
            size, falls = 1 / size, True
        rule = AS_MUCH if compared else "multiple"
        relation = hedge[0] if hedge else Relation.IS
        found.append(multiple_of(sentence, (i, i + 1), size, relation, falls=falls, rule=rule))
    return [*found, *_to_half(sentence)] if "half" in sentence.tokens.words else found


def _to_half(sentence: SentenceTokens) -> Iterator[Mention[Change]]:
    """Yield falls to half: "fell to half between 2010 and 2015", "sank auf die Hälfte", "се сведе на половина".

    Half of something else, or half a number, is no multiple of what it was: "fell to half a million", "to half of that".
    """
    tokens, verbs = sentence.tokens, ways("verbs", sentence.tokens.language)
    denied = _NOT_SO | word_set("bare", "denied", tokens.language)
    for i, token in enumerate(tokens):
        to = i - 1 - (word_at(tokens, i - 1) == "the")
        read = any(m.span.start <= token.start < m.span.end for m in sentence.amounts)
        if token.low != "half" or word_at(tokens, to) != "to" or read:
            continue
        near = [word_at(tokens, k) for k in range(max(0, to - _ASIDE), to)]
        last = max((k + 1 for k, word in enumerate(near) if word in _PAUSES), default=0)
        behind = word_at(tokens, i + 1)
        ahead = [verbs[word] for word in near[last:] if word in verbs]
        way = ahead[-1] if ahead else verbs.get(behind)
        ends = behind in _AFTER_HALF or behind in verbs
        if way is Direction.DOWN and ends and denied.isdisjoint(near[last:]):
            yield multiple_of(sentence, (i, i + 1), Decimal("0.5"), Relation.IS)


def _before_helper(sentence: SentenceTokens, i: int) -> tuple[Relation, int] | None:
    """Find the hedge before a helper of the verb: "повеќе од | се преполови".

    A hedge of one word is not read there, where it is a pronoun: "ни | беше двојно поголема".
    """
    if word_at(sentence.tokens, i - 1) not in word_set("bare", "auxiliaries", sentence.tokens.language):
        return None
    hedge = hedge_before(sentence.tokens, i - 1)
    return hedge if hedge is not None and hedge[1] < i - 2 else None


def compares(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a comparative behind a multiple makes it a comparison: "двојно повеќе", "three times higher".

    >>> from workbench.extract.words.lexer import lex
    >>> compares(SentenceTokens.of(lex("двојно повеќе од нас", "mk"), [], []), 1)
    True
    """
    word = word_at(sentence.tokens, i)
    return word in ways("behind", sentence.tokens.language) and word not in _NOT_COMPARED


def compares_down(sentence: SentenceTokens, i: int) -> bool:
    """Check whether the comparative behind a multiple means that many times less.

    Examples: "двојно помалку", "three times lower".

    >>> from workbench.extract.words.lexer import lex
    >>> compares_down(SentenceTokens.of(lex("двојно помалку од нас", "mk"), [], []), 1)
    True
    """
    way = ways("behind", sentence.tokens.language).get(word_at(sentence.tokens, i))
    return way is Direction.DOWN and compares(sentence, i)


def _is_of_another(sentence: SentenceTokens, i: int) -> bool:
    """Check whether "double" is no verb and stands before the figure of another: "nearly double Germany's 3.4".

    So does "triple" in "was triple what it had been".
    """
    leads = word_at(sentence.tokens, i + 1) in _LEADS or is_capital(sentence.tokens, i + 1)
    return sentence.tokens[i].low in _DOUBTFUL and leads and word_at(sentence.tokens, i - 1) in _BEFORE_MULTIPLE


def _multiplies(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a word states a multiple: "to double exports".

    "double room", "double digits" and "doubled down" state none.
    """
    after = word_at(sentence.tokens, i + 1)
    if after in word_set("bare", "not_multiplied", sentence.tokens.language):
        return False
    return sentence.tokens[i].low not in _DOUBTFUL or word_at(sentence.tokens, i - 1) in _BEFORE_VERB


@cache
def _folds(language: str) -> tuple[str, ...]:
    return tuple(tables(language)["units"]["special"]["times"])


def goes_down(sentence: SentenceTokens, first: int, end: int) -> bool:
    """Check whether a multiple is the size of a fall.

    Examples: "reduced threefold", "a tenfold drop", "fell, get this, sevenfold".

    >>> from workbench.extract.words.lexer import lex
    >>> goes_down(SentenceTokens.of(lex("a tenfold drop"), [], []), 1, 2)
    True

    Args:
        sentence: The sentence.
        first: The index of the first token of the multiple, its hedge with it.
        end: The index behind its last token.
    """
    verbs, nouns = ways("verbs", sentence.tokens.language), ways("nouns", sentence.tokens.language)
    behind = nouns.get(word_at(sentence.tokens, end))
    before = (verbs.get(word_at(sentence.tokens, k)) for k in range(first - 1, max(-1, first - _ASIDE), -1))
    after = (verbs.get(word_at(sentence.tokens, k)) for k in range(end, end + _HELPERS))  # "четирикратно го | намали"
    return (behind or next((way for way in (*before, *after) if way is not None), None)) is Direction.DOWN


def multiple_of(
    sentence: SentenceTokens,
    at: tuple[int, int],
    factor: Decimal,
    relation: Relation,
    *,
    falls: bool = False,
    rule: str = "multiple",
) -> Mention[Change]:
    """Build the change for a factor, with the period that it is measured from.

    >>> from workbench.extract.words.lexer import lex
    >>> change = multiple_of(SentenceTokens.of(lex("it halved"), [], []), (1, 2), Decimal("0.5"), Relation.IS).value
    >>> change.direction.value, str(change.amount.value)
    ('down', '0.5 time')

    Args:
        sentence: The sentence.
        at: The index of the first token of the factor, and the index behind its last.
        factor: The factor; below 1 for what is less.
        relation: How it is hedged.
        falls: Whether a factor above 1 is the size of a fall.
        rule: The name of the rule that read it.
    """
    span = sentence.span(*at)
    amount = Amount(relation, factor, None, Decimal(1) if factor >= 1 else Decimal("0.1"), FACTOR)
    way = Direction.DOWN if falls or factor < 1 else Direction.UP
    base = base_of_multiple(sentence, at[1]) if rule == AS_MUCH else base_behind(sentence, at[1])
    change = Change(way, ChangeMode.MULTIPLE, Mention(span, amount, "multiple"), base)
    return Mention(span, change, rule)
