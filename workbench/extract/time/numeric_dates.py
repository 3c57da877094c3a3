"""Dates in figures: 2021-12-02, 02/12/2021, 2.12.2021, 23/08/39, 12/2015, on 22/04.

"5/7/2019" is in May in Washington and in July in London. The country of the speech decides which comes first. Where it
is unknown, the day does, as in most of the world, and the other order is a second reading.
"""

from __future__ import annotations

from workbench.core.period import Period, month
from workbench.extract.time.days_to_dates import days_in, safe_day
from workbench.extract.time.named_periods import year_behind
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.words.lexer import HYPHENS, Tokens, glued, word_at
from workbench.extract.words.time_phrases import Resolve, TimeContext, TimePhrase, fixed
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import period_words

_MONTH_FIRST = frozenset({"USA", "PRI", "GUM", "VIR", "ASM", "MNP", "FSM", "MHL", "PLW", "PHL"})
_BEFORE_SHORT = frozenset({"on", "since", "until", "till", "dated", "this", "next", "from", "between", "through"})
_BEFORE_DAYS = frozenset({"on", "from", "of", "since", "until", "to", "the", "and"})
_LISTED = frozenset({",", "or", "and", "&", "to"})
_NO_DATES = frozenset({("9", "11"), ("24", "7"), ("50", "50")})
_PIVOT = 50
_LONGEST_LIST = 40


def iso_date(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a date with the year first: "2021-12-02", "2021/12/02", "2021-Dec-02".

    >>> from workbench.extract.words.lexer import lex
    >>> [str(iso_date(lex(t), 0).resolve(TimeContext())[0]) for t in ("2021-12-02", "2021-Dec-2")]
    ['2 Dec 2021', '2 Dec 2021']
    """
    y, mark = year_at(tokens, i), word_at(tokens, i + 1)
    m, d = word_at(tokens, i + 2), word_at(tokens, i + 4)
    if y is None or mark not in HYPHENS | {"/"} or word_at(tokens, i + 3) != mark or not glued(tokens, i + 4):
        return None
    number = int(m) if _is_short(m) else period_words(tokens.language).months.get(m)
    if number is None or not _is_short(d):
        return None
    found = safe_day(y, number, int(d))
    return TimePhrase(i, i + 5, "iso-date", fixed(found)) if found else None


def _is_short(low: str) -> bool:
    return low.isascii() and low.isdigit() and len(low) <= 2


def slashed_date(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "02/12/2021", "2-12-2021", "23/08/39", in the order of the country; the other order is the second reading.

    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in slashed_date(lex("02/12/2021"), 0).resolve(TimeContext())]
    ['2 Dec 2021', '12 Feb 2021']
    >>> [str(p) for p in slashed_date(lex("02/12/2021"), 0).resolve(TimeContext(place="USA"))]
    ['12 Feb 2021', '2 Dec 2021']
    """
    mark = word_at(tokens, i + 1)
    first, second = word_at(tokens, i), word_at(tokens, i + 2)
    tied = all(glued(tokens, k) for k in range(i + 1, i + 5))
    if mark not in {"/", "-"} or word_at(tokens, i + 3) != mark or not tied:
        return None
    coded = glued(tokens, i) and word_at(tokens, i - 1) == mark  # a number of another kind: "133-03-03-2020"
    if not (_is_short(first) and _is_short(second)) or coded:
        return None
    years = _years_at(tokens, i + 4, short=mark == "/")
    found = [_in_both_orders(y, int(first), int(second)) for y in years]
    if not any(one or other for one, other in found):
        return None
    return TimePhrase(i, i + 5, "date", _in_order(found))


def _years_at(tokens: Tokens, i: int, *, short: bool) -> tuple[int, ...]:
    """Read the year of a date in figures; two digits are of this century, or of the last where that lies far ahead."""
    y = year_at(tokens, i)
    if y is not None:
        return (y,)
    low, behind = word_at(tokens, i), word_at(tokens, i + 1)
    plain = short and len(low) == 2 and _is_short(low) and not is_plural(behind, tokens.language)
    if not plain or (behind in {"/", "-"} and glued(tokens, i + 1)):
        return ()
    old, new = 1900 + int(low), 2000 + int(low)
    return (new,) if int(low) < _PIVOT // 2 else (new, old) if int(low) < _PIVOT else (old,)


def _in_both_orders(y: int, first: int, second: int) -> tuple[Period | None, Period | None]:
    """Resolve both orders, day first, then month first; None for an order that gives no day."""
    return safe_day(y, second, first), safe_day(y, first, second)


def _in_order(pairs: list[tuple[Period | None, Period | None]]) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        turned = around.place in _MONTH_FIRST
        return tuple(p for pair in pairs for p in (pair[::-1] if turned else pair) if p is not None)

    return resolve


def dotted_date(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "2.12.2021", which the lexer splits into "2.12", a full stop and "2021".

    >>> from workbench.extract.words.lexer import lex
    >>> str(dotted_date(lex("2.12.2021"), 0).resolve(TimeContext())[0])
    '2 Dec 2021'
    """
    head, dot, tail = word_at(tokens, i).partition(".")
    y = year_at(tokens, i + 2)
    if not dot or y is None or word_at(tokens, i + 1) != "." or not (glued(tokens, i + 1) and glued(tokens, i + 2)):
        return None
    found = safe_day(y, int(tail), int(head)) if _is_short(head) and _is_short(tail) else None
    return TimePhrase(i, i + 3, "date", fixed(found)) if found else None


def month_figure_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a month in figures before its year: "12/2015", "12-2015".

    >>> from workbench.extract.words.lexer import lex
    >>> str(month_figure_year(lex("12/2015"), 0).resolve(TimeContext())[0])
    'Dec 2015'
    """
    if word_at(tokens, i + 1) not in {"/", "-"}:
        return None
    low, y = word_at(tokens, i), year_at(tokens, i + 2)
    tied = glued(tokens, i + 1) and glued(tokens, i + 2)
    alone = word_at(tokens, i - 1) not in HYPHENS | {"/"} and word_at(tokens, i + 3) not in HYPHENS | {"/"}
    if y is None or not (tied and alone and _is_short(low)) or not 1 <= int(low) <= 12:
        return None
    return TimePhrase(i, i + 3, "month", fixed(month(y, int(low))))


def may_be_short_date(tokens: Tokens, i: int) -> bool:
    """Check whether a figure with a slash stands where dates stand.

    Examples: "on 22/04", "Friday 5/12", "on 11/20, 11/22 or 11/25".

    >>> from workbench.extract.words.lexer import lex
    >>> [may_be_short_date(lex(t), 1) for t in ("on 22/04", "by 1/3")]
    [True, False]
    """
    k = i
    while word_at(tokens, k - 1) in _LISTED and word_at(tokens, k - 3) == "/" and i - k < _LONGEST_LIST:
        k -= 4
    before = word_at(tokens, k - 1)
    return before in _BEFORE_SHORT or before in period_words(tokens.language).weekdays


def short_date(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a day and a month in figures, in either order, behind "on" or similar words: "on 22/04", "from 10/1".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in short_date(lex("on 22/04"), 1).resolve(TimeContext(date(2016, 11, 7)))]
    ['22 Apr 2016', '22 Apr 2017']
    """
    first, second = word_at(tokens, i), word_at(tokens, i + 2)
    tied = word_at(tokens, i + 1) == "/" and glued(tokens, i + 1) and glued(tokens, i + 2)
    if not (tied and _is_short(first) and _is_short(second)) or (first, second) in _NO_DATES:
        return None
    y, end = year_behind(tokens, i + 3) if word_at(tokens, i + 3) == "," else (None, i + 3)
    if word_at(tokens, end) in {"/", "of"} or not any(1 <= int(m) <= 12 for m in (first, second)):
        return None
    day_first, month_first = (
        days_in(y, int(m), int(d), int(d)) if 1 <= int(m) <= 12 else None for d, m in ((first, second), (second, first))
    )

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        readers = (month_first, day_first) if around.place in _MONTH_FIRST else (day_first, month_first)
        return tuple(p for order in readers if order is not None for p in order(around))

    return TimePhrase(i, end, "date", resolve)


def dotted_day(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a day and its month with full stops, in languages that write dates so: "am 22.04.", "на 22.04.".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in dotted_day(lex("am 22.04.", "de"), 1).resolve(TimeContext(date(2016, 11, 7)))]
    ['22 Apr 2016', '22 Apr 2017']
    """
    if tokens.language == ENGLISH:
        return None
    head, dot, tail = word_at(tokens, i).partition(".")
    if not dot or not (_is_short(head) and _is_short(tail)):
        return None
    stops = word_at(tokens, i + 1) == "." and glued(tokens, i + 1) and word_at(tokens, i - 1) in _BEFORE_DAYS
    if not stops or not 1 <= int(tail) <= 12 or len(tail) != 2:
        return None
    return TimePhrase(i, i + 2, "date", days_in(None, int(tail), int(head), int(head)))
