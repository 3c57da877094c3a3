"""Time phrases that begin with a count: "twelve months to June", "five years ago", "two years after 2010".

Most counts are not of time, so one look at the next word decides whether any of these rules is tried.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.extract.time.a_year_later import later_than_named_time
from workbench.extract.time.before_or_after_a_time import from_anchor, in_time
from workbench.extract.time.lengths import length_at
from workbench.extract.time.lengths_with_end import starting, year_to
from workbench.extract.time.relative_to_speech import counted_from, counted_relative, earlier
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import TimePhrase
from workbench.extract.words.word_tables import number_words, period_words

_AFTER_ARTICLE = frozenset({"couple", "half", "dozen", "hundred", "thousand"})
_LINKS = frozenset(
    {"to", "ending", "ended", "through", "until", "from", "before", "after", "following", "on", "starting",
     "beginning", "commencing"}
)  # fmt: skip
_RULES: tuple[Callable[[Tokens, int], TimePhrase | None], ...] = (
    year_to,
    starting,
    counted_from,
    from_anchor,
    earlier,
    later_than_named_time,
    in_time,
)


def counted_time(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a counted time at the token where its count begins.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> said = TimeContext(date(2021, 12, 2))
    >>> [str(counted_time(lex(t), 0).resolve(said)[0]) for t in ("five years ago", "half a year ago", "18 months ago")]
    ['2016', 'Jun 2021', 'Jun 2020']
    """
    if not _may_count_time(tokens, i):
        return None
    length = length_at(tokens, i)
    if length is None:
        return counted_relative(tokens, i)
    behind = word_at(tokens, length.end)
    words = period_words(tokens.language)
    linked = behind in _LINKS or behind in words.ago or behind in words.hence or behind in {"'", "’"}
    if not linked and word_at(tokens, i - 1) not in {"in", "within"}:
        return None
    return next((phrase for rule in _RULES if (phrase := rule(tokens, i)) is not None), None)


def _may_count_time(tokens: Tokens, i: int) -> bool:
    low, after = word_at(tokens, i), word_at(tokens, i + 1)
    words = period_words(tokens.language)
    if low in {"a", "an"}:
        return after in words.spans or after in _AFTER_ARTICLE
    near, plain = tokens.lows[i + 1 : i + 6], number_words(tokens.language)
    return ("hours" in near or not words.spans.keys().isdisjoint(near)) and (
        low in plain.small or low in plain.tens or low in {"half", "couple"} or low[:1].isdigit()
    )
