"""Changes given by their two ends alone: "from 48.8 % of GDP in 2019 to 60.2 % in 2020", "went from 27 to 16".

A speaker who gives both ends need not say "rose": the two values give the direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.core.claim import Change, ChangeMode, Direction, Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.change.base_period import origin_period
from workbench.extract.change.level_descriptions import past_level
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.words.change_words import is_change_word, ways, word_set
from workbench.extract.words.lexer import word_at
from workbench.extract.words.word_tables import number_words

_FURTHEST, _NEXT_TO, _CLAUSE, _RIGHT_BEHIND = 16, 2, 30, 4
_ENDS = frozenset({";", ".", "?", "!", "from"})


def leads_to(sentence: SentenceTokens, origin: Mention[Amount], i: int) -> bool:
    """Check whether the amount at a token is the end of a change that starts with an earlier amount.

    It stands behind "to", and no other clause may stand between the two.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> text = "from 8.3 % (of men) in 2008 to 4.9 %"; both = find_amounts(text)
    >>> sentence = SentenceTokens.of(lex(text), both, []); leads_to(sentence, both[0], sentence.tokens_of(both[1].span)[0])
    True
    """
    hedge = hedge_before(sentence.tokens, i)
    k = past_level(sentence.tokens, (hedge[1] if hedge else i) - 1)
    j = sentence.tokens_of(origin.span)[1]
    if word_at(sentence.tokens, k) != "to" or not j <= k <= j + _FURTHEST or _joins_range(sentence, k):
        return False
    k -= word_at(sentence.tokens, k - 1) in {"up", "down"}
    between = [word_at(sentence.tokens, at) for at in range(j, k)]
    return _ENDS.isdisjoint(between) and not any(is_change_word(word, sentence.tokens.language) for word in between)


def words_to(sentence: SentenceTokens, word: int, target: Mention[Amount]) -> int:
    """Count the words from a word of change to the value that it goes to, times between them and the value's hedge left out.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.time.periods import find_periods
    >>> from workbench.extract.words.lexer import lex
    >>> text = "It fell in March 2021 to just under 4 %."
    >>> sentence = SentenceTokens.of(lex(text), find_amounts(text), find_periods(text, None))
    >>> words_to(sentence, 1, sentence.amounts[0])
    3
    """
    first = sentence.tokens_of(target.span)[0]
    hedge = hedge_before(sentence.tokens, first)
    end = hedge[1] if hedge else first
    spans = [sentence.tokens_of(m.span) for _, m in sentence.periods_from(word + 1, end - word)]
    return end - word - len({k for start, stop in spans for k in range(start, min(stop, end))})


def spanned(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find changes given by both their ends, with a verb of movement before them ("went from") or a period beside them.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> text = "It went from 27 % to 16 %."
    >>> [m.value.direction.value for m in spanned(SentenceTokens.of(lex(text), find_amounts(text), []))]
    ['down']
    """
    found = []
    for origin, target in pairwise(sentence.amounts):
        base = origin_period(sentence, origin, target)
        if _is_pair(sentence, origin, target) and (base is not None or _moves(sentence, origin)):
            first, end = sentence.tokens_of(origin.span)[0] - 1, sentence.tokens_of(target.span)[1]
            change = Change(way_between(origin.value, target.value), ChangeMode.ABSOLUTE, None, base, origin, target)
            found.append(Mention(sentence.span(max(first, 0), end), change, "from-to"))
    return found


def unread_pairs(sentence: SentenceTokens, found: Sequence[Mention[Change]]) -> Iterator[Mention[Change]]:
    """Yield changes by their two ends whose figures no other change has: "from 30,000 to 51,000, | 70 percent more".

    Args:
        sentence: The sentence.
        found: Its other changes.
    """
    read = {figure.span for each in found for figure in each.value.figures}
    for each in spanned(sentence):
        if read.isdisjoint(figure.span for figure in each.value.figures) and not any(
            each.span.overlaps(other.span) for other in found
        ):
            yield each


def with_ends_behind(sentence: SentenceTokens, found: Sequence[Mention[Change]]) -> list[Mention[Change]]:
    """Add to changes the two ends right behind them: "halved from 10 to 5", "rose by 40 percent: from 100 to 140".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.change.doubled_and_halved import multiplied
    >>> from workbench.extract.words.lexer import lex
    >>> text = "Cases halved: from 561 to 263."
    >>> sentence = SentenceTokens.of(lex(text), find_amounts(text), [])
    >>> [str(m.value.target.value.low) for m in with_ends_behind(sentence, multiplied(sentence))]
    ['263']
    """
    read = {figure.span for each in found for figure in each.value.figures}
    ended = list(found)
    for origin, target in pairwise(sentence.amounts):
        if read.isdisjoint({origin.span, target.span}) and _is_pair(sentence, origin, target):
            way = way_between(origin.value, target.value)
            k = next(
                (
                    k
                    for k, each in enumerate(ended)
                    if _leads_up(sentence, each, origin) and each.value.direction is way
                ),
                None,
            )
            if k is not None:
                ended[k] = _ending(sentence, ended[k], origin, target)
    return ended


def _leads_up(sentence: SentenceTokens, mention: Mention[Change], origin: Mention[Amount]) -> bool:
    """Check whether a change without ends stands right before the value that a pair of ends starts from."""
    change, i = mention.value, sentence.tokens_of(origin.span)[0]
    behind = i - sentence.end_of(mention.span.end)
    return change.origin is None and change.target is None and 0 < behind <= _RIGHT_BEHIND


def _ending(
    sentence: SentenceTokens, mention: Mention[Change], origin: Mention[Amount], target: Mention[Amount]
) -> Mention[Change]:
    base = mention.value.base or origin_period(sentence, origin, target)
    change = replace(mention.value, origin=origin, target=target, base=base)
    return replace(mention, span=Span(mention.span.start, target.span.end), value=change)


def set_against_time(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find the changes between a figure and an earlier one: "28 %, compared with 33 % last month".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> text = "It was 28 % in 2020, against 33 % in 2019."
    >>> found = set_against_time(SentenceTokens.of(lex(text), find_amounts(text), find_periods(text, None)))
    >>> [(m.value.direction.value, str(m.value.base)) for m in found]
    [('down', '2019')]
    """
    found = []
    for target, origin in pairwise(sentence.amounts):
        i, j = sentence.tokens_of(origin.span)
        near = i - sentence.tokens_of(target.span)[1] <= _FURTHEST
        base = next((m.value for _, m in sentence.periods_from(j, j + _NEXT_TO)), None)
        if near and base is not None and _are_alike(target.value, origin.value) and _is_compared(sentence, i):
            change = Change(way_between(origin.value, target.value), ChangeMode.ABSOLUTE, None, base, origin, target)
            found.append(Mention(Span(target.span.start, origin.span.end), change, "compared"))
    return found


def _is_compared(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a figure is the one that another is compared with."""
    hedge = hedge_before(sentence.tokens, i)
    k = (hedge[1] if hedge else i) - 1
    k -= word_at(sentence.tokens, k) in {"with", "to", "only", "just"}
    k -= word_at(sentence.tokens, k) in {"with", "to"}
    return word_at(sentence.tokens, k) in word_set("links", "base", sentence.tokens.language) - {"than"}


def _are_alike(one: Amount, other: Amount) -> bool:
    single = one.high is None and other.high is None
    return single and one.unit == other.unit and one.unit.dimension not in {Dimension.DURATION, Dimension.UNKNOWN}


def _is_pair(sentence: SentenceTokens, origin: Mention[Amount], target: Mention[Amount]) -> bool:
    """Check whether two amounts are the ends of one change: "from A to B", both single values of one kind."""
    first = sentence.tokens_of(origin.span)[0]
    hedge = hedge_before(sentence.tokens, first)
    one, other = origin.value, target.value
    alike = one.unit.dimension == other.unit.dimension or Dimension.UNKNOWN in {
        one.unit.dimension,
        other.unit.dimension,
    }
    lasting = one.unit.dimension is Dimension.DURATION and not _moves(sentence, origin)
    single = one.high is None and other.high is None and not lasting
    k = past_level(sentence.tokens, (hedge[1] if hedge else first) - 1)
    opened = "from" in {word_at(sentence.tokens, k), word_at(sentence.tokens, k - 1)}
    return opened and single and alike and leads_to(sentence, origin, sentence.tokens_of(target.span)[0])


def _joins_range(sentence: SentenceTokens, k: int) -> bool:
    return sentence.tokens[k].raw.lower() in number_words(sentence.tokens.language).range_joins


def _parts_ranges(language: str) -> bool:
    return bool(number_words(language).range_joins)


def _moves(sentence: SentenceTokens, origin: Mention[Amount]) -> bool:
    """Check for a verb of movement right before "from" ("went from"), or a verb of change in the same clause.

    Where a language has another word for ranges ("von 5 bis 10"), "from A to B" alone says that something moved.
    """
    first, language = sentence.tokens_of(origin.span)[0], sentence.tokens.language
    if _parts_ranges(language):
        return True
    moves = word_set("spans", "moves", language)
    if any(word_at(sentence.tokens, k) in moves for k in range(max(0, first - 6), first)):
        return True
    verbs = ways("verbs", language)
    return any(word_at(sentence.tokens, k) in verbs for k in range(max(0, first - _CLAUSE), first))


def way_between(origin: Amount, target: Amount) -> Direction:
    """Find the direction from one value to another.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> before, after = (m.value for m in find_amounts("from 27 percent to 16 percent"))
    >>> way_between(before, after).value, way_between(after, after).value
    ('down', 'flat')
    """
    if origin.low == target.low:
        return Direction.FLAT
    return Direction.UP if target.low > origin.low else Direction.DOWN
