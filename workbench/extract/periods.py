"""The periods that a sentence names, worked out against the day the words were said.

Why this room exists: a figure without its period compares with nothing. Phrases are found first, without any date; then each
is worked out from the day of the speech and from the other periods of the sentence. Where the day is needed and unknown,
nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from workbench.core.claim import Mention
from workbench.core.period import Period
from workbench.core.text import Span
from workbench.extract import period_parts as parts
from workbench.extract.lexer import Kind, Tokens, lex
from workbench.extract.lexicon import lexicon
from workbench.extract.period_dates import calendar_at, stretch
from workbench.extract.phrases import Around, Phrase

Rule = Callable[[Tokens, int], Phrase | None]

_ON_NUMBER: tuple[Rule, ...] = (parts.year_to, parts.earlier, parts.ordinal_part, stretch, calendar_at)
_ON_WORD: tuple[Rule, ...] = (
    parts.so_far,
    parts.since,
    parts.same_period,
    parts.end_of,
    parts.year_to,
    parts.earlier,
    parts.ordinal_part,
    parts.named_year,
    parts.relative,
    parts.season,
    parts.today,
    stretch,
    calendar_at,
)


@lru_cache(maxsize=1)
def _triggers() -> frozenset[str]:
    lex_ = lexicon()
    words = {"so", "year", "since", "end", "beginning", "start", "middle", "course", "the", "a", "an", "final", "today"}
    words |= {"yesterday", "tomorrow", "from", "between", "q1", "q2", "q3", "q4", "h1", "h2", "opening", "quarter"}
    words |= set(lex_.months) | set(lex_.seasons) | lex_.last | lex_.this | lex_.next | lex_.same | set(lex_.ordinals)
    return frozenset(words | set(lex_.small) | set(lex_.tens))


@lru_cache(maxsize=16)
def find_phrases(text: str) -> tuple[Phrase, ...]:
    """Every phrase of time in a text, in order, without overlaps."""
    tokens, triggers = lex(text), _triggers()
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        rules = _ON_NUMBER if token.kind is Kind.NUMBER else _ON_WORD if token.low in triggers else ()
        phrase = next((p for rule in rules if (p := rule(tokens, i)) is not None), None)
        if phrase is None:
            i += 1
            continue
        found.append(phrase)
        i = phrase.end
    return tuple(found)


def find_periods(text: str, said: date | None) -> list[Mention[Period]]:
    """Gives the periods that a text names, likeliest reading first.

    >>> [str(m.noun) for m in find_periods("Down on the same period in 2020, in the first nine months of 2021.", None)]
    ['Jan–Sep 2020', 'Jan–Sep 2021']
    """
    phrases, tokens = find_phrases(text), lex(text)
    if not phrases:
        return []
    firm = [None if p.leans else _readings(p, Around(said)) for p in phrases]
    found = []
    for k, phrase in enumerate(phrases):
        readings = firm[k] if firm[k] is not None else _readings(phrase, Around(said, _main(k, firm)))
        if readings:
            place = Span(tokens[phrase.first].start, tokens[phrase.end - 1].end)
            found.append(Mention(place, readings[0], phrase.rule, readings[1:]))
    return found


def _readings(phrase: Phrase, around: Around) -> tuple[Period, ...]:
    try:
        return tuple(dict.fromkeys(phrase.resolve(around)))
    except (ValueError, OverflowError):
        return ()


def _main(k: int, firm: Sequence[tuple[Period, ...] | None]) -> Period | None:
    """The period that a leaning phrase leans on: the nearest before it, else the nearest behind."""
    for readings in (*reversed(firm[:k]), *firm[k + 1 :]):
        if readings:
            return readings[0]
    return None
