"""Times up to the day of the speech or from it on: since 2015, so far this year, later this month.

Speakers state what has happened up to now. Without the day of the speech that is not read.
"""

from __future__ import annotations

from workbench.extract.time.anchors import anchor_at
from workbench.extract.time.beginning_middle_end import edge
from workbench.extract.time.parts_of_year import year_of
from workbench.extract.time.period_resolution import calendar_unit, rest_of, up_to_said
from workbench.extract.words.lexer import Tokens, past_hyphen, word_at
from workbench.extract.words.time_phrases import Resolve, TimePhrase
from workbench.extract.words.word_tables import period_words

_SHORT = {"ytd": "year", "qtd": "quarter", "mtd": "month"}
_UNITS = frozenset({"day", "week", "month", "quarter", "half", "year", "decade", "century"})


def since(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "since 2015", "since last year", "since the beginning of the year": from there to the day of the speech.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(since(lex("since 2015"), 0).resolve(TimeContext(date(2021, 6, 10)))[0])
    '1 Jan 2015–9 Jun 2021'
    """
    if word_at(tokens, i) != "since":
        return None
    j = i + 1 + (word_at(tokens, i + 1) in {"about", "around", "at", "early", "as"} and not anchor_at(tokens, i + 1))
    j += word_at(tokens, j) == "least"
    start = anchor_at(tokens, j)
    return None if start is None else TimePhrase(i, start.end, "since", up_to_said(start.resolve))


def so_far(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "so far this year", "this month so far", "year to date", "YTD": from its start to the day of the speech.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(so_far(lex(t), 0).resolve(TimeContext(date(2021, 11, 13)))[0]) for t in ("so far this year", "month-to-date")]
    ['1 Jan 2021–12 Nov 2021', '1 Nov 2021–12 Nov 2021']
    """
    low = word_at(tokens, i)
    if low == "so":
        owner = _owner(tokens, i + 2) if word_at(tokens, i + 1) == "far" else None
        return None if owner is None else TimePhrase(i, owner[1], "so-far", up_to_said(owner[0]))
    if low in _SHORT:
        return TimePhrase(i, i + 1, "so-far", up_to_said(calendar_unit("this", _SHORT[low])))
    j = i + (low == "this")
    unit = period_words(tokens.language).spans.get(word_at(tokens, j), "")
    if unit not in _UNITS or word_at(tokens, j) != unit:
        return None
    end = _past_so_far(tokens, j + 1)
    return None if end is None else TimePhrase(i, end, "so-far", up_to_said(calendar_unit("this", unit)))


def _past_so_far(tokens: Tokens, i: int) -> int | None:
    """Find the index behind "so far" or "to date", past hyphens."""
    j = past_hyphen(tokens, i)
    k = past_hyphen(tokens, j + 1)
    return k + 1 if (word_at(tokens, j), word_at(tokens, k)) in {("so", "far"), ("to", "date")} else None


def _owner(tokens: Tokens, i: int) -> tuple[Resolve, int] | None:
    """Read the period of "so far", which has begun and may not be over.

    Examples: "this year", "in 2021", "in the third quarter".
    """
    j = i + (word_at(tokens, i) in {"in", "during"})
    k = j + (word_at(tokens, j) in {"this", "the"})
    whole = year_of(tokens, j)
    if whole is not None:
        return whole[0], whole[1]
    unit = period_words(tokens.language).spans.get(word_at(tokens, k), "")
    if k > j and unit in _UNITS:
        return calendar_unit("this", unit), k + 1
    found = anchor_at(tokens, j) if j > i else None
    return None if found is None else (found.resolve, found.end)


def part_so_far(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "earlier this year", "later this month", "earlier in the week": up to the speech, or from it on.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(part_so_far(lex("earlier this year"), 0).resolve(TimeContext(date(2018, 5, 28)))[0])
    '1 Jan 2018–27 May 2018'
    """
    word = word_at(tokens, i)
    if word not in {"earlier", "later"} or word_at(tokens, i + 1) not in {"this", "in"}:
        return None
    owner = _owner(tokens, i + 1)
    if owner is None:
        return None
    return TimePhrase(i, owner[1], word, _before_speech(owner[0]) if word == "earlier" else _after_speech(owner[0]))


def _before_speech(owner: Resolve) -> Resolve:
    return lambda around: (*up_to_said(owner)(around), *edge(owner, "begin")(around)[1:])


def _after_speech(owner: Resolve) -> Resolve:
    return lambda around: (*rest_of(owner)(around), *edge(owner, "end")(around)[1:])


def rest(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the rest of the year", "the remainder of this month": from the day of the speech to its end.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(rest(lex("rest of the year"), 0).resolve(TimeContext(date(2021, 11, 13)))[0])
    '13 Nov 2021–31 Dec 2021'
    """
    if word_at(tokens, i + 1) != "of":
        return None
    owner = _owner(tokens, i + 2)
    if owner is not None:
        return TimePhrase(i, owner[1], "rest", rest_of(owner[0]))
    found = anchor_at(tokens, i + 2)
    return None if found is None else TimePhrase(i, found.end, "rest", rest_of(found.resolve))
