"""Parts of any period: "the first ten days of May", "the second half of the 19th century", "the second decade of this century".

The parts of a year have their own names; those of a month, a decade or a century are counted.
"""

from __future__ import annotations

from datetime import timedelta

from workbench.core.period import Period, add_months, span, year
from workbench.extract.time.beginning_middle_end import owner_of
from workbench.extract.time.decades import ordinal_at
from workbench.extract.time.parts_of_year import count_at, named_year, ordinal_part
from workbench.extract.time.period_resolution import MONTHS_OF, reachable
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.lexer import Tokens, past_hyphen, word_at
from workbench.extract.words.time_phrases import Resolve, TimeContext, TimePhrase, fixed
from workbench.extract.words.word_tables import number_words, period_words

_LAST = frozenset({"last", "final", "closing"})
_MIDDLE_DAY = 15
_MOST = 400


def part_of_period(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the first 100 days of the year", "the second half of May", "the last five days of the month".

    >>> from workbench.extract.words.lexer import lex
    >>> texts = ("first ten days of May 2021", "second half of the 19th century", "second half of May 2021")
    >>> [str(part_of_period(lex(text), 0).resolve(TimeContext())[0]) for text in texts]
    ['1 May 2021–10 May 2021', '1850–1899', '16 May 2021–31 May 2021']
    """
    place, j = (-1, i + 1) if word_at(tokens, i) in _LAST else ordinal_at(tokens, i)
    counted = count_at(tokens, j) if place in {1, -1} else None
    count, j = counted or (1, j)
    j = past_hyphen(tokens, j)
    unit = period_words(tokens.language).spans.get(word_at(tokens, j), "")
    if (
        not place
        or word_at(tokens, j + 1) != "of"
        or not (unit in {"half", "decade"} or (counted and unit in {"day", "year"}))
    ):
        return None
    owner = owner_of(tokens, j + 2)
    if owner is None or (unit == "half" and owner.rule == "edge-of-year") or count > _MOST or place > 10:
        return None
    resolve = _halves(owner.resolve, place) if unit == "half" else _counted(owner.resolve, place, count, unit)
    return TimePhrase(i, owner.end, "part-of-period", resolve)


def _halves(owner: Resolve, place: int) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(_half(p, last=place in {2, -1}) for p in owner(around) if place in {1, 2, -1})

    return resolve


def _half(whole: Period, *, last: bool) -> Period:
    months = whole.months
    if months == 1:
        middle = whole.start + timedelta(days=_MIDDLE_DAY)
    elif months is not None and months % 2 == 0:
        middle = add_months(whole.start, months // 2)
    else:
        middle = whole.start + (whole.end - whole.start) // 2
    if not whole.start < middle < whole.end:
        return whole
    return span(middle, whole.end) if last else span(whole.start, middle)


def _counted(owner: Resolve, place: int, count: int, unit: str) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(part for p in owner(around) if (part := _part(p, place, count, unit)) is not None)

    return resolve


def _part(whole: Period, place: int, count: int, unit: str) -> Period | None:
    """Give the first or last so many days or years of a period; None where they do not fit."""
    if unit == "day":
        length = timedelta(days=count)
        part = (whole.start, whole.start + length) if place > 0 else (whole.end - length, whole.end)
    else:
        months = MONTHS_OF[unit] * count
        if not reachable(whole.start, months * max(place, 1)):
            return None
        first = add_months(whole.start, months * (place - 1)) if place > 0 else add_months(whole.end, -months)
        part = (first, add_months(first, months))
    return span(*part) if whole.start <= part[0] and part[1] <= whole.end else None


def year_then_part(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year before its part: "this year's first half", "2018's second quarter", "2018 first half".

    >>> from workbench.extract.words.lexer import lex
    >>> str(year_then_part(lex("2018's second quarter"), 0).resolve(TimeContext())[0])
    '2018-Q2'
    """
    ordinals = number_words(tokens.language).ordinals
    if not any(word_at(tokens, k) in ordinals for k in range(i + 1, i + 5)):
        return None
    y = year_at(tokens, i)
    owner = named_year(tokens, i) if y is None else TimePhrase(i, i + 1, "year", fixed(year(y)))
    if owner is None or owner.dependent:
        return None
    j = owner.end + 2 * (word_at(tokens, owner.end) in {"'", "’"} and word_at(tokens, owner.end + 1) == "s")
    part = ordinal_part(tokens, j) if ordinal_at(tokens, j)[0] else None
    if part is None or not part.yearless:
        return None

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        whole = owner.resolve(around)[:1]
        return part.resolve(TimeContext(whole[0].end - timedelta(days=1)))[:1] if whole else ()

    return TimePhrase(i, part.end, part.rule, resolve)


def listed_part(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read the "second" of "the second and third quarters of 2021", whose unit and year stand behind the last ordinal.

    >>> from workbench.extract.words.lexer import lex
    >>> str(listed_part(lex("second and third quarters of 2021"), 0).resolve(TimeContext())[0])
    '2021-Q2'
    >>> str(listed_part(lex("first to third quarter of 2021"), 0).resolve(TimeContext())[0])
    'Jan–Sep 2021'
    """
    place, j = ordinal_at(tokens, i)
    joiner = word_at(tokens, j)
    if not 0 < place <= 12 or joiner not in {"and", "or", "to", "through", "-", "–"}:
        return None
    k = j + 1 + (word_at(tokens, j + 1) == "the")
    if ordinal_at(tokens, k)[0] <= place:
        return None
    last = ordinal_part(tokens, k)
    if last is None or not last.rule.startswith("nth-"):
        return None
    steps = ordinal_at(tokens, k)[0] - place
    length = MONTHS_OF[last.rule.removeprefix("nth-")]
    if joiner in {"and", "or"}:
        return TimePhrase(i, j, last.rule, _back(last.resolve, steps * length, 0))
    return TimePhrase(i, last.end, "from-to", _back(last.resolve, steps * length, steps * length))


def _back(owner: Resolve, months: int, longer: int) -> Resolve:
    """Move a period back by some months and make it longer by some."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(span(add_months(p.start, -months), add_months(p.end, longer - months)) for p in owner(around))

    return resolve
