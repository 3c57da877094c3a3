"""Appointments: a day ahead with its hour ("tomorrow at 8 am", "Tuesday from 7 to 7:30", "9am on Monday").

No figure is for an hour in the future. Such a day is skipped, so that no claim of the sentence takes it as its period.
A day with its hour in the past ("last night at eight they counted 500") stays.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.time_phrases import TimePhrase, fixed
from workbench.extract.words.word_tables import label_words, number_words

_RULES = frozenset({"today", "weekday"})
_LINKS = frozenset({"at", "before", "after", "from", "by", "around", "between", ",", "on", "or", "later", "morning", "afternoon",
                    "evening", "night", "early", "late"})  # fmt: skip
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_DONE = frozenset({"was", "were", "had", "did", "has", "have", "been", "said", "as"})
_FURTHEST, _NEAR = 4, 12
_HOURS = 24


def without_appointments(tokens: Tokens, phrase: TimePhrase) -> TimePhrase:
    """Empty the readings of a phrase that is an appointment; return any other unchanged.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.weekdays import weekday
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> words, said = lex("We meet Tuesday at 9 am"), TimeContext(date(2021, 12, 2))
    >>> without_appointments(words, weekday(words, 2)).resolve(said)
    ()
    """
    if phrase.rule not in _RULES or _is_over(tokens, phrase.first):
        return phrase
    hour = _hour_behind(tokens, phrase.end) or _hour_before(tokens, phrase.first)
    return replace(phrase, resolve=fixed()) if hour else phrase


def _is_over(tokens: Tokens, i: int) -> bool:
    """Check whether the sentence is in the past tense."""
    near = (word_at(tokens, k) for k in range(max(0, i - _NEAR), min(len(tokens), i + _NEAR)))
    return any(word in _DONE or (word.endswith("ed") and len(word) > 4) for word in near)


def _hour_behind(tokens: Tokens, i: int) -> bool:
    j = i
    while j < i + _FURTHEST and word_at(tokens, j) in _LINKS:
        j += 1
    if j > i and word_at(tokens, j - 1) in _PARTS:
        return True
    return _is_hour(tokens, j, sure=j > i and word_at(tokens, j - 1) in {"at", "around", "from", "between"})


def _hour_before(tokens: Tokens, i: int) -> bool:
    j = i - 1
    while j > i - _FURTHEST and word_at(tokens, j) in _LINKS:
        j -= 1
    if word_at(tokens, j) in label_words(tokens.language).clock:
        return True
    minutes = word_at(tokens, j - 1) == ":" and len(word_at(tokens, j)) == 2  # but not "a 1:1 on Monday"
    return minutes or (word_at(tokens, j), word_at(tokens, j - 1)) == (".", "m")


def _is_hour(tokens: Tokens, i: int, *, sure: bool) -> bool:
    """Check whether an hour stands at a token: "8 am", "19:00", or behind "at" a small number alone."""
    low, after = word_at(tokens, i), word_at(tokens, i + 1)
    if is_kind(tokens, i, TokenKind.NUMBER):
        if after in {":", "a", "p"} or after in label_words(tokens.language).clock:
            return True
        alone = not is_kind(tokens, i + 1, TokenKind.WORD) or after in {"to", "and", "until", "till"}
        return sure and low.isdigit() and int(low[:3]) <= _HOURS and alone
    small = number_words(tokens.language).small.get(low, 0)
    return 0 < small <= 12 and (sure or after in label_words(tokens.language).clock)
