"""The period that a change is measured from: "compared with 2019", "than a year earlier", "year on year".

A change cannot be checked without its base period. Speakers name it behind the change, or mean the year before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from workbench.core.claim import Change, Mention
from workbench.core.period import Period, month, year
from workbench.core.quantity import Amount
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.relations.period_on_period import step_at
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.lexer import TokenKind, word_at
from workbench.extract.words.time_phrases import sane
from workbench.extract.words.word_files import ENGLISH, file_for
from workbench.extract.words.word_tables import period_words

_RELATIVE_RULES = frozenset({"same-period", "earlier", "ago", "year-before"})
_NEW_CLAUSE = frozenset({";", ":", "but", "while", "whereas"})
_CLAUSES = frozenset({",", ";", "and", "but", "while", "which"})
_COMPARING = frozenset({"as", "than"})
_HEADS = frozenset({":", "+", "-", "−", "–", "(", "is", "was", ","})
"""What stands between a heading and its figure."""
_FURTHEST = 14
_LEAD = 4
_FIRST = 8
"""Words at the head of a sentence in which its base is named: "Compared with where we stood in 2011"."""
_UNITS = frozenset({"year", "month", "quarter", "nth-quarter"})
_BEFORE_PERIOD = frozenset({"in", "the", "of", "at", "(", ",", "during"})
_AHEAD = frozenset({"compared", "comparison", "relation", "relative", "against", "versus", "measured"})
_BETWEEN_AHEAD = frozenset(
    {"with", "on", "to", "against", "the", "of", "in", "figure", "level", "that", "year", "where"}
)
"""What may stand between "compared" and the base period."""
_AS_IN = ("as", "in")
_SELF = frozenset({"it", "they", "we", "he", "she"})
_NOUN, _OWN_CLAUSE = 6, 7
"""``_NOUN``: most words from "the" to the pronoun in "the energy it", and one.

``_OWN_CLAUSE``: most words from the pronoun to the period in "it had been using in 1990", and one.
"""
_ARTICLES = frozenset({"the", "a", "an", "that", "its", "those"})


def base_behind(sentence: SentenceTokens, end: int) -> Period | None:
    """Find the base period of a change, named behind the token before `end` or at the head of the sentence.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "fell by 5 percent compared with 2019", "fell by 5 percent in 2019"
    >>> [str(base_behind(SentenceTokens.of(lex(text), [], find_periods(text, None)), 4)) for text in said]
    ['2019', 'None']
    """
    for i, mention in sentence.periods_from(end, _FURTHEST):
        between = [word_at(sentence.tokens, k) for k in range(end, i)]
        if mention.rule == "since" and not _CLAUSES.intersection(between):
            return _first_of(sentence, mention)
        if mention.rule == "from-to" and between[-1:] in (["from"], ["between"]):
            return _first_of(sentence, mention)
        if _is_base(between, mention.rule, sentence.tokens.language):
            return mention.value
    return _base_at_head(sentence) or _base_before_verb(sentence, end) or _since_ahead(sentence, end)


def base_of_multiple(sentence: SentenceTokens, end: int) -> Period | None:
    """Find the period whose figure a multiple or a part refers to: "as many as in 2019", "the amount of 2000", "what it had cost in 2010".

    Between the words of comparison and the period no other place or thing may be named: then the figure would be of
    that.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "twice the amount of 2019", "twice as much as the army paid in 2019"
    >>> [str(base_of_multiple(SentenceTokens.of(lex(text), [], find_periods(text, None)), 1)) for text in said]
    ['2019', 'None']

    Args:
        sentence: The sentence.
        end: The index behind the words of the multiple.
    """
    base = base_behind(sentence, end)
    if base is not None:
        return base
    plain = word_set("bare", "stands_for", sentence.tokens.language)
    for i, mention in sentence.periods_from(end, _FURTHEST):
        between = sentence.tokens.lows[end:i]
        link = max((k for k, word in enumerate(between) if word in _COMPARING), default=-1)
        if between and plain.issuperset(between[link + 1 :]):
            return mention.value  # the claim's own period may stand before the base: "as many in 2018 as in 2005"
    return base_of_own(sentence, end) or _behind_second_as(sentence, end)


def _behind_second_as(sentence: SentenceTokens, end: int) -> Period | None:
    """Find the period right behind the second "as" of a clause, however many words stand between.

    An example is "as many tonnes of phones and chargers … as in 2008".
    """
    second = range(end + _FURTHEST // 2, min(end + 2 * _FURTHEST, len(sentence.tokens)))
    at = next((k for k in second if sentence.tokens.lows[k : k + 2] == _AS_IN), None)
    if at is None or sentence.tokens.language != ENGLISH:
        return None
    i, mention = next(sentence.periods_from(at, len(_AS_IN)), (0, None))
    return None if mention is None or i > at + len(_AS_IN) else mention.value


def base_of_own(sentence: SentenceTokens, end: int) -> Period | None:
    """Find the period of an earlier figure of the same subject: "half | the energy it had used in 1990".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "half the energy it had used in 1990", "half the energy the army used in 1990"
    >>> [str(base_of_own(SentenceTokens.of(lex(text), [], find_periods(text, None)), 1)) for text in said]
    ['1990', 'None']

    Args:
        sentence: The sentence.
        end: The index behind the words of the multiple.
    """
    if word_at(sentence.tokens, end) != "the" or sentence.tokens.language != ENGLISH:
        return None
    owner = next((k for k in range(end + 2, end + _NOUN) if word_at(sentence.tokens, k) in _SELF), None)
    if owner is None:
        return None
    i, mention = next(sentence.periods_from(owner, _OWN_CLAUSE), (0, None))
    plain = (
        all(word.isalpha() for word in sentence.tokens.lows[end:i])
        and word_at(sentence.tokens, i - 1) in _BEFORE_PERIOD
    )
    return mention.value if mention is not None and plain else None


def _since_ahead(sentence: SentenceTokens, end: int) -> Period | None:
    """Find the base in a "since" before the change: "Since 2010 they have brought it down by 7 points"."""
    ahead = [mention for i, mention in sentence.periods_from(0, end) if mention.rule == "since"]
    if len(ahead) != 1 or len(sentence.periods) != 1:
        return None
    between = (word_at(sentence.tokens, k) for k in range(sentence.tokens_of(ahead[0].span)[1], end))
    return None if _NEW_CLAUSE.intersection(between) else _first_of(sentence, ahead[0])


def _base_at_head(sentence: SentenceTokens) -> Period | None:
    """Find the base at the head of a sentence: "Compared with 2010, emissions were 15 % lower in 2019", "Against 2014 it had fallen"."""
    opened = word_at(sentence.tokens, 0) == "in"  # "in comparison with 2010"
    first = 1 + (opened and word_at(sentence.tokens, 1) in _AHEAD)
    if word_at(sentence.tokens, first - 1) not in _AHEAD or sentence.tokens.language != ENGLISH:
        return None
    i, mention = next(sentence.periods_from(first, _FIRST), (0, None))
    plain = _BETWEEN_AHEAD | word_set("bare", "stands_for", ENGLISH)
    if mention is None or not plain.issuperset(sentence.tokens.lows[first:i]):
        return None
    return mention.value


def _base_before_verb(sentence: SentenceTokens, end: int) -> Period | None:
    """Find the base before the change, in languages with the verb last: "gegenüber dem Vorjahr um 5 Prozent gestiegen"."""
    if sentence.tokens.language == ENGLISH:
        return None
    links = word_set("links", "base", sentence.tokens.language)
    for i, mention in sentence.periods_from(max(0, end - 2 * _FURTHEST), 2 * _FURTHEST):
        back = (sentence.tokens[k] for k in range(i - 1, max(-1, i - 1 - _LEAD), -1))
        lead = (each.low for each in takewhile(lambda each: each.kind is not TokenKind.NUMBER, back))
        if i < end and not links.isdisjoint(lead):
            return mention.value
    return None


def base_ahead(sentence: SentenceTokens, i: int) -> Period | None:
    """Find the base period in the heading right before a figure: "Change on October 2019: +6.1 %".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> text = "Change on October 2019: +6.1 %"
    >>> str(base_ahead(SentenceTokens.of(lex(text), [], find_periods(text, None)), 6))
    'Oct 2019'

    Args:
        sentence: The sentence.
        i: The index of the figure, behind its sign.
    """
    nouns = (
        word_set("links", "neutral_nouns", sentence.tokens.language) | ways("nouns", sentence.tokens.language).keys()
    )
    for at, mention in sentence.periods_from(max(0, i - _FURTHEST), _FURTHEST):
        noun = next((k for k in reversed(range(at)) if word_at(sentence.tokens, k) in nouns), None)
        if noun is None or not _HEADS.issuperset(sentence.tokens.lows[sentence.tokens_of(mention.span)[1] : i]):
            continue
        if _is_base(list(sentence.tokens.lows[noun + 1 : at]), mention.rule, sentence.tokens.language):
            return mention.value
    return None


def _first_of(sentence: SentenceTokens, mention: Mention[Period]) -> Period:
    """Find the month or year that a "since" starts with: "since 2015" measures from 2015."""
    start, at = mention.value.start, sentence.tokens_of(mention.span)
    months = period_words(sentence.tokens.language).months
    named = any(word_at(sentence.tokens, k) in months for k in range(*at))
    return month(start.year, start.month) if named or start.month > 1 else year(start.year)


def _is_base(between: list[str], rule: str, language: str) -> bool:
    """Return whether the words between a change and a period make it the change's base."""
    links = word_set("links", "base", language)
    words = [word for word in between if word not in _ARTICLES]
    last = words[-1] if words else ""
    if "average" in words and last == "in":  # "higher than the EU average in 2021" compares places, not times
        return False
    if not links.isdisjoint(words):
        return True
    if last == "from" or (last == "of" and ("from" in words or "that" in between)):  # "above that of 2015"
        return True
    if words == ["on"] and rule in _UNITS:  # "up 4 percent on 2021"
        return True
    if last == "on" or not words:
        return rule in _RELATIVE_RULES or (last == "on" and rule in {"relative-year", "last-month", "last-quarter"})
    return False


def with_step_bases(
    text: str, found: Sequence[Mention[Change]], periods: Sequence[Mention[Period]], language: str
) -> list[Mention[Change]]:
    """Add the period before the claim's own as the base of changes that name only the step: "on the month".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.change.changes import find_changes
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In May 2021 prices rose by 2 percent on the month."
    >>> (change,) = find_changes(said, find_amounts(said), find_periods(said, None), None)
    >>> str(change.value.base)
    'Apr 2021'

    Args:
        text: The sentence.
        found: Its changes.
        periods: Its periods.
        language: Two letters.
    """
    main = next((m.value for m in periods if m.rule not in _RELATIVE_RULES), None)
    if main is None or not sane(main.start.year):
        return list(found)
    return [each if each.value.base is not None else _over_step(text, each, main, language) for each in found]


def _over_step(text: str, change: Mention[Change], main: Period, language: str) -> Mention[Change]:
    at = (change.value.amount or change).span
    step = step_at(text, (at.start, at.end), file_for(language))
    base = None if step is None else step.before(main)
    return change if base is None else replace(change, value=replace(change.value, base=base))


def origin_period(sentence: SentenceTokens, origin: Mention[Amount], target: Mention[Amount] | None) -> Period | None:
    """Find the period of the value that a change starts from.

    Examples are "27.3 % in 2015", "48.8 % of GDP in 2019 to" and "in 2015 from 27.3 %".

    Between the two values any period is the first one's; behind the last value it must follow at once.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "from 27 percent in 2015 to 16 percent in 2021"
    >>> sentence = SentenceTokens.of(lex(said), find_amounts(said), find_periods(said, None))
    >>> str(origin_period(sentence, *sentence.amounts))
    '2015'
    """
    j = sentence.tokens_of(origin.span)[1]
    until = None if target is None or target.span < origin.span else target.span.start
    for i, mention in sentence.periods_from(j, _FURTHEST):
        if until is not None:
            return mention.value if mention.span.end <= until else None
        if all(
            word_at(sentence.tokens, k) in _BEFORE_PERIOD or word_at(sentence.tokens, k - 1) == "of"
            for k in range(j, i)
        ):
            return mention.value
    return None


_BEFORE_BASE = 6
"""Most words between "than" and the time: "than | there had been back in | 1995"."""


def stands_behind(sentence: SentenceTokens, i: int) -> Period | None:
    """Find the period right behind "than" or "as"; "in", articles and words such as "it was" may stand between.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> text = "than it was in 1995"
    >>> str(stands_behind(SentenceTokens.of(lex(text), [], find_periods(text, None)), 1))
    '1995'
    """
    between = word_set("bare", "before_base", sentence.tokens.language)
    for at, mention in sentence.periods_from(i, _BEFORE_BASE):
        if all(word_at(sentence.tokens, k) in between for k in range(i, at)):
            return mention.value
    return None
