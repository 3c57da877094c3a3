"""Times counted from one named before: "a year later", "ten years on", "the year after", "im Jahr darauf".

They are the time of the sentence's own figure, never that of the sentence before. Where no time was named before, they
still count as a time, so that their number is no amount, but no date is guessed.
"""

from __future__ import annotations

import re

from workbench.core.period import Period
from workbench.extract.time.before_or_after_a_time import shifted
from workbench.extract.time.lengths import length_at
from workbench.extract.time.relative_to_period import after_main
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import period_words

_UNITS = frozenset({"week", "month", "quarter", "year"})
_BARE = re.compile(r"['’]")
_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "i", "you", "there", "this", "that", "and", "or", "but"})


def later_than_named_time(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "a year later", "three months afterwards", "ten years on", "two years after that".

    >>> from workbench.core.period import year
    >>> from workbench.extract.words.lexer import lex
    >>> around = TimeContext(None, year(2019))
    >>> [str(later_than_named_time(lex(t), 0).resolve(around)[0]) for t in ("a year later", "Ten years on, it fell", "two years after that")]
    ['2020', '2029', '2021']
    >>> later_than_named_time(lex("a year later than planned"), 0)
    """
    length = length_at(tokens, i)
    end = None if length is None else _end(tokens, i, length.end)
    if length is None or end is None:
        return None

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main = around.main
        if main is not None and around.said is not None and main.start >= around.said:
            return (main,)  # "today, ten years later" tells how long ago the other time was, and no time to come
        moved = None if main is None else shifted(main, length, 1)
        return NOWHERE if moved is None else (moved,)

    return TimePhrase(i, end, "later-than", resolve, dependent=True)


def _end(tokens: Tokens, first: int, j: int) -> int | None:
    """Find the index behind "later" or similar words, which stand behind a length; None where there are none."""
    word, behind = word_at(tokens, j), word_at(tokens, j + 1)
    if word in period_words(tokens.language).hence:
        return None if behind == "than" else j + 1
    if tokens.language != ENGLISH:
        return None
    if word == "after" and behind == "that":
        return j + 2 if _is_over(tokens, j + 2) else None
    opens = first == 0 or is_kind(tokens, first - 1, TokenKind.SIGN) or word_at(tokens, first - 1) in _SUBJECTS
    over = _is_over(tokens, j + 1) if opens else is_kind(tokens, j + 1, TokenKind.SIGN) or j + 1 == len(tokens)
    return j + 1 if word == "on" and over else None  # "it was 5 percent two years on."


def _is_over(tokens: Tokens, i: int) -> bool:
    """Check whether a phrase ends at a token: at a pause, a figure or the subject of a clause."""
    return not is_kind(tokens, i, TokenKind.WORD) or _BARE.split(word_at(tokens, i), maxsplit=1)[0] in _SUBJECTS


def unit_after(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the year after", "im Jahr darauf", "годината потоа": the unit after that of the time named before.

    >>> from workbench.core.period import year
    >>> from workbench.extract.words.lexer import lex
    >>> said = (("im Jahr darauf", "de"), ("во годината потоа", "mk"), ("the year after, it fell", "en"))
    >>> [str(unit_after(lex(*each), 1).resolve(TimeContext(None, year(2019)))[0]) for each in said]
    ['2020', '2020', '2020']
    >>> unit_after(lex("the year after the war"), 1)
    """
    words, low = period_words(tokens.language), word_at(tokens, i)
    unit = "year" if low in words.year_nouns else words.spans.get(low, "")
    if unit not in _UNITS:
        return None
    behind = word_at(tokens, i + 1)
    if tokens.language == ENGLISH:
        that = word_at(tokens, i + 2) == "that"
        follows = behind == "after" and word_at(tokens, i - 1) == "the" and _is_over(tokens, i + 2 + that)
        end = i + 2 + that
    else:
        follows, end = behind in words.hence and behind != word_at(tokens, i - 1), i + 2
    return TimePhrase(i, end, "following-unit", _after(unit), dependent=True) if follows else None


def _after(unit: str) -> Resolve:
    """Resolve the unit after that of the time named before; no reading without such a time."""
    resolve = after_main(unit)
    return lambda around: NOWHERE if around.main is None else resolve(around)
