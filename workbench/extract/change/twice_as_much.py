"""Multiples and parts of another figure: "twice as many as", "five times our own 4 percent", "a sixth of what it was".

The other figure may be that of another time, another place or another measure. Which one it is must be read first;
without it the multiple cannot be checked.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from workbench.core.claim import AS_MUCH, Change, ChangeMode, Direction, Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension, Relation
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.change.base_period import base_behind, base_of_multiple, base_of_own
from workbench.extract.change.doubled_and_halved import compares, compares_down, goes_down, multiple_of
from workbench.extract.change.tokens_and_amounts import PAUSES, SentenceTokens
from workbench.extract.units.unit_words import FACTOR, FOLD
from workbench.extract.words.change_words import factors, leads_to_another, ways, word_set
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import TokenKind, is_capital, is_kind, past_hyphen, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import noun_words

_TIMES = frozenset({"time", "times"})
_OWNERS = frozenset({"our", "their", "its", "his", "her", "my", "your"})
_HUNDRED = Decimal(100)
_BEFORE_PART = frozenset({",", "is", "are", "was", "were", "be", "been", "at", "to", "only", "just", "(", "–", "—"})
_NAMED_BEHIND = 3
_AGAIN = 7
"""Words behind a part in which "again" adds it to the whole."""


def as_much(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find the changes stated as a multiple or a part of another figure that the sentence names.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> text = "It was three times as high as in Italy, and half as high as in Malta."
    >>> [str(m.value.amount.value) for m in as_much(SentenceTokens.of(lex(text), find_amounts(text), []))]
    ['3 time', '0.5 time']
    """
    return [*times_as_much(sentence), *twice_as_much(sentence), *part_of_that(sentence)]


def twice_as_much(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find multiples given by one word: "twice as many", "half as much", "twice the level of".

    >>> from workbench.extract.words.lexer import lex
    >>> twice_as_much(SentenceTokens.of(lex("twice as many doctors as in 2019"), [], []))[0].value.amount.value.low
    Decimal('2')
    """
    found: list[Mention[Change]] = []
    table = factors(sentence.tokens.language)
    if table.keys().isdisjoint(sentence.tokens.words):
        return found
    for i, token in enumerate(sentence.tokens):
        factor = table.get(token.low)
        if factor is None:
            continue
        if token.low == "half" and word_at(sentence.tokens, i - 1) == "in" and _was_cut(sentence, i - 2):
            found.append(multiple_of(sentence, (i, i + 1), Decimal(factor), Relation.IS))
            continue
        if not _compares_with(sentence, i + 1, half=token.low == "half") or (
            Decimal(factor) < 1 and compares(sentence, i + 1)
        ):
            continue  # "die Hälfte mehr" ("half more") is the size of a change, not a comparison
        hedge = hedge_before(sentence.tokens, i - _is_noun(sentence, i))
        relation, falls = hedge[0] if hedge else Relation.IS, compares_down(sentence, i + 1)
        size = Decimal(factor) + _is_on_top(sentence, i + 1)
        found.append(multiple_of(sentence, (i, i + 1), size, relation, falls=falls, rule=AS_MUCH))
    return found


def _compares_with(sentence: SentenceTokens, i: int, *, half: bool) -> bool:
    """Check whether the words behind a factor begin a comparison: "as many", "the level", "that of Italy", "what it was"."""
    after, language = word_at(sentence.tokens, i), sentence.tokens.language
    if _is_that(sentence, i) or _is_owned_figure(sentence, i) or after == "what" or _is_noun(sentence, i - 1):
        return True
    if base_of_own(sentence, i) is not None:
        return True
    if after in word_set("bare", "again", language):
        i, after = i + 1, word_at(sentence.tokens, i + 1)
    if language != ENGLISH and compares(sentence, i):  # not in English, where "twice more" means two more times
        return True
    if after not in word_set("bare", "as_much", language) and not (
        after == "the" and not half and not _is_late(language)
    ):
        return False
    return _is_size(sentence, i + 1) or (_is_late(language) and "as" in sentence.tokens.lows[i + 2 : i + 2 + _BEHIND])


_BEHIND = 12


def _is_size(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a word names the quality that is compared: "as | many", "so | hoch".

    In English any content word may ("as | common"); other languages list theirs in the word file.
    """
    word, language = word_at(sentence.tokens, i), sentence.tokens.language
    content_word = is_kind(sentence.tokens, i, TokenKind.WORD) and word not in noun_words(language).stops
    return word in word_set("bare", "sizes", language) or (language == ENGLISH and content_word)


def _is_on_top(sentence: SentenceTokens, i: int) -> bool:
    """Check whether "again" adds the part to the whole: "half as many | again", "half again as many", "half as much energy again"."""
    again = word_set("bare", "again", sentence.tokens.language)
    said = takewhile(lambda word: word not in PAUSES, sentence.tokens.lows[i : i + _AGAIN])
    return not again.isdisjoint(said)


def _is_noun(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a factor is a noun with an article: "auf das Doppelte von 2010".

    Not behind "um": "um das Doppelte" may mean one more than double.
    """
    tokens = sentence.tokens
    named = grammar(tokens.language).noun == "capital" and is_capital(tokens, i) and tokens[i].low != "half"
    return named and word_at(tokens, i - 1) == "the" and word_at(tokens, i - 2) not in {"by", "around"}


def _is_late(language: str) -> bool:
    """Check whether other words may stand between the two words of "as … as" ("so häufig geheiratet wie")."""
    return grammar(language).verbs_last


def _is_that(sentence: SentenceTokens, i: int) -> bool:
    """Check whether the words at a token mean the figure of another: "twice | that of Italy", "half | those in France"."""
    return word_at(sentence.tokens, i) in {"that", "those"} and word_at(sentence.tokens, i + 1) in {"of", "in"}


def _is_owned_figure(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a figure with its owner stands at a token: "our own 4 percent", "the 3.8 percent of Norway"."""
    if word_at(sentence.tokens, i) not in _OWNERS | {"the"}:
        return False
    return any(i < at <= i + _NAMED_BEHIND - 1 for at in (sentence.tokens_of(m.span)[0] for m in sentence.amounts))


def _was_cut(sentence: SentenceTokens, k: int) -> bool:
    """Return whether "in half" is how far something was cut: "the deficit was cut in half", "cut poverty in half"."""
    verbs = ways("verbs", sentence.tokens.language)
    return any(verbs.get(word_at(sentence.tokens, n)) is Direction.DOWN for n in range(max(0, k - 4), k + 1))


def times_as_much(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find multiples given by a number.

    They are read from "three times as many", "four times higher", "three times lower", "a 3-fold rise" and "grew by 5
    times".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> said = "three times as many teachers", "three times a week"
    >>> [[m.value.mode.value for m in times_as_much(SentenceTokens.of(lex(text), find_amounts(text), []))] for text in said]
    [['multiple'], []]
    """
    found = []
    for amount in (_with_times(sentence, one) for one in sentence.amounts):
        i, j = sentence.tokens_of(amount.span)
        multiplies = amount.value.unit.name in _TIMES or _is_factor(sentence, i)
        if not multiplies or amount.value.high is not None or amount.value.low <= 1:
            continue
        way = _way_of_times(sentence, amount, (i, j))
        if way is None:
            continue
        if way is Direction.DOWN:
            rule = AS_MUCH if compares(sentence, j) else "multiple"
            found.append(multiple_of(sentence, (i, j), amount.value.low, amount.value.relation, falls=True, rule=rule))
            continue
        compared = _leads_to_compared(sentence, j) or compares(sentence, j)
        last = sentence.tokens[j if compared else j - 1]
        base = base_behind(sentence, j) or (
            (base_of_multiple(sentence, j + 1) or base_of_own(sentence, j)) if compared else None
        )
        change = Change(way, ChangeMode.MULTIPLE, amount, base)
        rule = AS_MUCH if compared else "multiple"
        found.append(Mention(Span(amount.span.start, max(last.end, amount.span.end)), change, rule))
    return found


def _with_times(sentence: SentenceTokens, amount: Mention[Amount]) -> Mention[Amount]:
    """Add the word for "times" behind a bare figure to it, where the word is no unit of its own: "6 mal", "шест пати"."""
    j = past_hyphen(sentence.tokens, sentence.tokens_of(amount.span)[1])
    if (
        amount.value.unit.dimension is not Dimension.UNKNOWN
        or amount.value.unit.name
        or word_at(sentence.tokens, j) != "times"
    ):
        return amount
    span = Span(amount.span.start, sentence.tokens[j].end)
    return replace(amount, span=span, value=amount.value.in_unit(FACTOR))


def _leads_to_compared(sentence: SentenceTokens, j: int) -> bool:
    """Check whether words that begin the comparison stand at a token: "as many", "the figure", "so hoch", "what it was", "that of Italy"."""
    after = word_at(sentence.tokens, j)
    leads = after in {"as", "the", "what"} or after in word_set("bare", "as_much", sentence.tokens.language)
    return leads or _is_that(sentence, j) or _is_owned_figure(sentence, j)


def _way_of_times(sentence: SentenceTokens, amount: Mention[Amount], at: tuple[int, int]) -> Direction | None:
    """Find the direction of a multiple; None where the figure only counts how often something happens."""
    after = word_at(sentence.tokens, at[1])
    if _leads_to_compared(sentence, at[1]):
        return Direction.UP
    compared = ways("behind", sentence.tokens.language).get(after)
    if compared is not None:
        return compared if compares(sentence, at[1]) else None
    verbs = ways("verbs", sentence.tokens.language)
    if _is_factor(sentence, at[0]):
        return next((verbs[w] for k in range(at[0] - 5, at[0]) if (w := word_at(sentence.tokens, k)) in verbs), None)
    before = word_at(sentence.tokens, at[0] - 1)
    if amount.value.unit == FOLD:
        return Direction.DOWN if goes_down(sentence, at[0], at[1]) else Direction.UP
    return verbs.get(word_at(sentence.tokens, at[0] - 2)) if before == "by" else None


def _is_factor(sentence: SentenceTokens, i: int) -> bool:
    """Return whether a figure is a factor: "rose by a factor of three"."""
    names = word_set("bare", "factors", sentence.tokens.language)
    return word_at(sentence.tokens, i - 1) == "of" and word_at(sentence.tokens, i - 2) in names


def part_of_that(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find parts of another figure, which are no shares of a whole.

    They are read from "a third of what it was in 2010", "a quarter of what China emits" and "a third as many".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.time.periods import find_periods
    >>> from workbench.extract.words.lexer import lex
    >>> said = "It was a quarter of what it was in 2010.", "A quarter of what we earn is gone.", "a third as many"
    >>> read = (part_of_that(SentenceTokens.of(lex(t), find_amounts(t), find_periods(t, None))) for t in said)
    >>> [[(str(m.value.amount.value), str(m.value.base)) for m in found] for found in read]
    [[('0.25 time', '2010')], [], [('0.333333 time', 'None')]]
    """
    found = []
    for amount in sentence.amounts:
        if amount.rule != "fraction" or amount.value.unit.dimension is not Dimension.SHARE:
            continue
        i, j = sentence.tokens_of(amount.span)
        end = _behind_that(sentence, j)
        if end is None:
            continue
        base = base_of_multiple(sentence, end)
        of_that = word_at(sentence.tokens, end - 1) in word_set("bare", "that_of", sentence.tokens.language)
        if of_that and base is None and not _is_of_named_before(sentence, i) and not _was_before(sentence, end):
            continue
        part = as_factor(amount.value)
        way = Direction.DOWN
        if _is_on_top(sentence, j):
            part, way = replace(part, low=part.low + 1), Direction.UP
        part_change = Change(way, ChangeMode.MULTIPLE, replace(amount, value=part), base)
        found.append(Mention(sentence.span(i, end), part_change, AS_MUCH))
    return found


def as_factor(share: Amount) -> Amount:
    """Convert a share in percent to a factor: 42 percent of what it was are 0.42 times that."""
    low = (share.low / _HUNDRED).normalize()
    high = None if share.high is None else (share.high / _HUNDRED).normalize()
    return Amount(share.relation, low, high, share.step / _HUNDRED, FACTOR)


def _behind_that(sentence: SentenceTokens, j: int) -> int | None:
    """Find the index behind the word for the other figure: "of what", "dessen", "од она"; None where there is none."""
    k = j + (word_at(sentence.tokens, j) == "of")
    return k + 1 if leads_to_another(sentence.tokens, k) else None


def _was_before(sentence: SentenceTokens, k: int) -> bool:
    """Check whether the words behind "of what" mean only the same thing at an earlier time: "what | it was", "what | they had been"."""
    plain, past = word_set("bare", "stands_for", sentence.tokens.language), {"was", "were", "had", "used"}
    first = word_at(sentence.tokens, k)
    until = next(
        (n for n in range(k, len(sentence.tokens)) if word_at(sentence.tokens, n) in PAUSES), len(sentence.tokens)
    )
    said = sentence.tokens.lows[k:until]
    return first in {"it", "they"} and plain.issuperset(said) and not past.isdisjoint(said)


def _is_of_named_before(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a part refers to a thing named before it: "was a third of what", "30 tonnes, a third of what".

    A part that begins its sentence refers to nothing before it.
    """
    begins = i - (word_at(sentence.tokens, i - 1) == "the")  # past the article: "die Hälfte dessen"
    hedge = hedge_before(sentence.tokens, begins)
    return word_at(sentence.tokens, (hedge[1] if hedge else begins) - 1) in _BEFORE_PART
