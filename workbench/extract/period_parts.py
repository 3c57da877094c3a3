"""Parts of a year and times that lean on the day of the speech or on another period.

Why this room exists: "the first nine months", "the same period in 2020", "last year" and "so far this year" are what speakers
say where a table has a column head.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from workbench.core.period import Frequency, Period, add_months, day, month, span, year
from workbench.extract.lexer import Kind, Tokens, past_hyphen, word_at
from workbench.extract.lexicon import lexicon
from workbench.extract.numbers import read_number
from workbench.extract.period_dates import calendar_at, part_of_year, year_at
from workbench.extract.phrases import NOWHERE, Around, Phrase, Resolve, fixed, sane

_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}


def count_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A small whole number in digits or words, and the index behind it."""
    if word_at(tokens, i) in {"a", "an", "one"} and word_at(tokens, i + 1) in lexicon().spans:
        return 1, i + 1
    number = read_number(tokens, i)
    if number is None or number.value != number.value.to_integral_value() or not 0 < number.value < 1000:  # noqa: PLR2004
        return None
    return int(number.value), number.end


def year_of(tokens: Tokens, i: int) -> tuple[Resolve, int] | None:
    """The year that a part belongs to: "of 2021", "2021", "of this year", "of last year", "of the year"."""
    j = i + (word_at(tokens, i) in {"of", "in", ",", "for", "-"})
    y = year_at(tokens, j)
    if y is not None:
        return fixed(year(y)), j + 1
    if word_at(tokens, j) == "the" and word_at(tokens, j + 1) == "year" and j > i and word_at(tokens, j + 2) != "before":
        return relative_year(0), j + 2
    found = named_year(tokens, j)
    return (found.resolve, found.end) if found else None


def relative_year(back: int) -> Resolve:
    """The calendar year some years before that of the speech."""

    def resolve(around: Around) -> tuple[Period, ...]:
        if around.said is None or not sane(around.said.year - back):
            return NOWHERE
        return (year(around.said.year - back),)

    return resolve


def named_year(tokens: Tokens, i: int) -> Phrase | None:
    """This year, last year, the previous year, the year before, next year."""
    lex_ = lexicon()
    j = i + (word_at(tokens, i) in {"the", "of"})
    word = word_at(tokens, j)
    if word_at(tokens, j + 1) == "year":
        for words, back in ((lex_.this, 0), (lex_.last, 1), (lex_.next, -1)):
            if word in words:
                return Phrase(i, j + 2, "relative-year", relative_year(back))
    if word == "year" and j > i and word_at(tokens, j + 1) in {"before", "earlier"}:
        return Phrase(i, j + 2, "relative-year", relative_year(1))
    return None


def _within(months: tuple[int, int], owner: Resolve) -> Resolve:
    first, length = months

    def resolve(around: Around) -> tuple[Period, ...]:
        return tuple(
            span(add_months(p.start, first), add_months(p.start, first + length)) for p in owner(around)[:1]
        )

    return resolve


def ordinal_part(tokens: Tokens, i: int) -> Phrase | None:
    """The first nine months of 2021, the third quarter of 2023, the second half of last year.

    >>> from workbench.extract.lexer import lex
    >>> str(ordinal_part(lex("first 9 months of 2021"), 0).resolve(Around())[0])
    'Jan–Sep 2021'
    """
    lex_ = lexicon()
    word = word_at(tokens, i)
    if not word:
        return None
    place = lex_.ordinals.get(word)
    j = i + 1
    if place is None and tokens[i].kind is Kind.NUMBER and word.isdigit() and word_at(tokens, j) in {"st", "nd", "rd", "th"}:
        place, j = int(word[:3]), j + 1
    if place is None and word not in {"last", "final", "opening"}:
        return None
    count = 1
    if place in {1, None} and (found := count_at(tokens, j)):
        count, j = found
    unit = lex_.spans.get(word_at(tokens, past_hyphen(tokens, j)))
    length = _MONTHS_OF.get(unit or "", 0)
    if not length or length > 6 or length * count > 12:  # noqa: PLR2004
        return None
    j = past_hyphen(tokens, j) + 1
    first = (12 - length * count) if place is None else length * (place - 1)
    if first < 0 or first + length * count > 12:  # noqa: PLR2004
        return None
    owner = year_of(tokens, j)
    rule = "first-months" if count > 1 else f"nth-{unit}"
    if owner is not None:
        return Phrase(i, owner[1], rule, _within((first, length * count), owner[0]))
    if place is None:
        return None
    return Phrase(i, j, rule, part_of_year(None, first + 1, length * count))


def same_period(tokens: Tokens, i: int) -> Phrase | None:
    """The same period in 2020, the same quarter last year, the same time a year ago.

    >>> from workbench.extract.lexer import lex
    >>> nine = Period(date(2021, 1, 1), date(2021, 10, 1))
    >>> str(same_period(lex("same period in 2020"), 0).resolve(Around(None, nine))[0])
    'Jan–Sep 2020'
    """
    lex_ = lexicon()
    if word_at(tokens, i) not in lex_.same:
        return None
    j = i + 1
    found = count_at(tokens, j)
    j = found[1] if found else j
    if word_at(tokens, j) not in lex_.same_spans:
        return None
    j += 1
    owner = year_of(tokens, j)
    if owner is not None:
        return Phrase(i, owner[1], "same-period", _moved_into(owner[0]), leans=True)
    k = j + (word_at(tokens, j) in {"of", "in", ",", "the"})
    back = earlier(tokens, k)
    if back is not None:
        return Phrase(i, back.end, "same-period", _moved_into(relative_year(1)), leans=True)
    return None


def _moved_into(owner: Resolve) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        years = owner(around)
        main = around.main
        if main is None:
            if not years:
                return NOWHERE
            return _to_date(years[0], around.said)
        if not years:
            return (main.year_ago(),)
        target = years[0].start.year
        if target == main.start.year and around.said is not None and target != around.said.year:
            return (main,)
        return (main.moved(12 * (target - main.start.year)),)

    return resolve


def _to_date(whole: Period, said: date | None) -> tuple[Period, ...]:
    """A year up to the day of the speech, and the whole of it."""
    if said is None:
        return (whole,)
    back = add_months(said, 12 * (whole.start.year - said.year))
    return (span(whole.start, back), whole) if whole.start < back else (whole,)


def so_far(tokens: Tokens, i: int) -> Phrase | None:
    """So far this year, this year so far, year to date, since the beginning of the year.

    >>> from workbench.extract.lexer import lex
    >>> str(so_far(lex("so far this year"), 0).resolve(Around(date(2021, 11, 13)))[0])
    '1 Jan 2021–12 Nov 2021'
    """
    words = [word_at(tokens, k) for k in range(i, i + 7)]
    if words[:2] == ["so", "far"] and words[2] in {"this", "in"} and (owner := year_of(tokens, i + 2)):
        return Phrase(i, owner[1], "so-far", _until_said(owner[0]))
    if words[:4] == ["this", "year", "so", "far"]:
        return Phrase(i, i + 4, "so-far", _until_said(relative_year(0)))
    if words[:3] == ["year", "to", "date"]:
        return Phrase(i, i + 3, "so-far", _until_said(relative_year(0)))
    if words[0] == "since" and words[1] == "the" and words[2] in {"beginning", "start"} and words[3] == "of":
        owner = year_of(tokens, i + 3)
        return Phrase(i, owner[1], "since", _until_said(owner[0])) if owner else None
    return None


def _until_said(owner: Resolve) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        said = around.said
        if said is None:
            return NOWHERE
        starts = [p.start for p in owner(around) if p.start < said]
        if not starts:
            return NOWHERE
        return (
            span(starts[0], said),
            span(starts[0], said + timedelta(days=1)),
            span(starts[0], year(said.year).end),
        )

    return resolve


def since(tokens: Tokens, i: int) -> Phrase | None:
    """Since 2015, since last year: from there to the day of the speech.

    >>> from workbench.extract.lexer import lex
    >>> str(since(lex("since 2015"), 0).resolve(Around(date(2021, 6, 10)))[0])
    '1 Jan 2015–9 Jun 2021'
    """
    if word_at(tokens, i) != "since":
        return None
    j = i + 1
    j += word_at(tokens, j) in {"the", "early", "late", "mid", "about", "around", "at"}
    start = calendar_at(tokens, j) or relative(tokens, j) or ordinal_part(tokens, j)
    return Phrase(i, start.end, "since", _until_said(start.resolve)) if start else None


def end_of(tokens: Tokens, i: int) -> Phrase | None:
    """The end of 2021, the beginning of last year, by the end of the year: the year that is meant.

    >>> from workbench.extract.lexer import lex
    >>> str(end_of(lex("end of 2021"), 0).resolve(Around())[0])
    '2021'
    """
    word = word_at(tokens, i)
    if word not in {"end", "beginning", "start", "close", "middle", "course"} or word_at(tokens, i + 1) != "of":
        return None
    owner = year_of(tokens, i + 1)
    if owner is not None:
        return Phrase(i, owner[1], "end-of", owner[0])
    inner = calendar_at(tokens, i + 2 + (word_at(tokens, i + 2) == "the"))
    return Phrase(i, inner.end, "end-of", inner.resolve) if inner else None


def earlier(tokens: Tokens, i: int) -> Phrase | None:
    """A year earlier, five years ago, three months before.

    >>> from workbench.extract.lexer import lex
    >>> str(earlier(lex("a year earlier"), 0).resolve(Around(date(2023, 2, 1)))[0])
    '2022'
    """
    found = count_at(tokens, i)
    if found is None:
        return None
    count, j = found
    unit = lexicon().spans.get(word_at(tokens, past_hyphen(tokens, j)))
    j = past_hyphen(tokens, j) + 1
    if unit is None or word_at(tokens, j) not in lexicon().ago:
        return None
    how = "ago" if word_at(tokens, j) in {"ago", "back"} else "earlier"
    return Phrase(i, j + 1, how, _earlier(count, unit), leans=how == "earlier")


def _earlier(count: int, unit: str) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        if around.main is not None and unit in _MONTHS_OF and _reachable(around.main.start, count * _MONTHS_OF[unit]):
            return (around.main.moved(-count * _MONTHS_OF[unit]),)
        said = around.said
        if said is None:
            return NOWHERE
        if unit in _DAYS_OF:
            return (day(said - timedelta(days=count * _DAYS_OF[unit])),)
        months = count * _MONTHS_OF[unit]
        if not _reachable(said, months):
            return NOWHERE
        then = add_months(said, -months)
        whole = year(then.year) if months % 12 == 0 else month(then.year, then.month)
        before = (year(then.year - 1),) if months == 12 else ()  # noqa: PLR2004
        return (whole, day(then), *before)

    return resolve


def _reachable(start: date, months: int) -> bool:
    return sane(start.year - months // 12 - 1) and sane(start.year)


def relative(tokens: Tokens, i: int) -> Phrase | None:
    """Last year, the past decade, the last 8 months, this quarter, next week.

    >>> from workbench.extract.lexer import lex
    >>> str(relative(lex("last month"), 0).resolve(Around(date(2021, 12, 2)))[0])
    'Nov 2021'
    """
    lex_ = lexicon()
    word = word_at(tokens, i)
    side = next((s for s, words in (("last", lex_.last), ("this", lex_.this), ("next", lex_.next)) if word in words), None)
    if side is None:
        return None
    j = i + 1
    if word_at(tokens, j) in {"few", "couple", "several"}:
        return None
    found = count_at(tokens, j)
    count, j = found or (1, j)
    j += word_at(tokens, j) in {"calendar", "full", "whole", "fiscal", "financial", "school", "academic"}
    unit = lex_.spans.get(word_at(tokens, j))
    if unit is None:
        return _last_named(tokens, i, side)
    if unit == "half":
        return None
    if found or word_at(tokens, j) != unit:
        plain = found is not None and (count > 1 or word_at(tokens, j) == unit)
        return Phrase(i, j + 1, f"{side}-{unit}s", _rolling(side, count, unit)) if plain and side != "this" else None
    rule = "past-year" if word == "past" and unit == "year" else f"{side}-{unit}"
    return Phrase(i, j + 1, rule, _past(unit) if word == "past" else _single(side, unit))


def _last_named(tokens: Tokens, i: int, side: str) -> Phrase | None:
    """Last March, this summer, next December."""
    lex_ = lexicon()
    word = word_at(tokens, i + 1)
    m = lex_.months.get(word) or lex_.seasons.get(word)
    if m is None or (word in lex_.seasons and word == "fall" and side == "this"):
        return None
    length = 1 if word in lex_.months else 3

    def resolve(around: Around) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        start = date(around.said.year, m, 1)
        here = span(start, add_months(start, length))
        if side == "this":
            return (here,)
        if side == "next":
            return (here if here.start > around.said else here.moved(12),)
        return (here.moved(-12), here) if here.start <= around.said else (here.moved(-12),)

    return Phrase(i, i + 2, f"{side}-month", resolve)


def _single(side: str, unit: str) -> Resolve:
    shift = {"last": -1, "this": 0, "next": 1}[side]

    def resolve(around: Around) -> tuple[Period, ...]:
        said = around.said
        if said is None or not sane(said.year - 100) or not sane(said.year + 100):
            return NOWHERE
        return (_CALENDAR[unit](said, shift),)

    return resolve


def _week(said: date, shift: int) -> Period:
    start = said - timedelta(days=said.weekday()) + timedelta(days=7 * shift)
    return Period(start, start + timedelta(days=7), Frequency.WEEK)


def _months_grid(length: int) -> Callable[[date, int], Period]:
    def build(said: date, shift: int) -> Period:
        if length > 12:  # noqa: PLR2004
            years = length // 12
            start = date(said.year // years * years + shift * years, 1, 1)
            return span(start, date(start.year + years, 1, 1))
        start = date(said.year, (said.month - 1) // length * length + 1, 1)
        start = add_months(start, shift * length)
        return span(start, add_months(start, length))

    return build


_CALENDAR: dict[str, Callable[[date, int], Period]] = {
    "day": lambda said, shift: day(said + timedelta(days=shift)),
    "week": _week,
    "fortnight": _week,
    **{unit: _months_grid(length) for unit, length in _MONTHS_OF.items()},
}


def _past(unit: str) -> Resolve:
    """The past year: the calendar year before, or the twelve months up to the speech."""
    calendar, rolling = _single("last", unit), _rolling("last", 1, unit)
    return lambda around: (*calendar(around), *rolling(around))


def _rolling(side: str, count: int, unit: str) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        said = around.said
        if said is None:
            return NOWHERE
        if unit in _DAYS_OF:
            length = timedelta(days=count * _DAYS_OF[unit])
            tomorrow = said + timedelta(days=1)
            return (span(said - length, said),) if side == "last" else (span(tomorrow, tomorrow + length),)
        months = count * _MONTHS_OF[unit]
        if not (_reachable(said, months) and sane(said.year + months // 12 + 1)):
            return NOWHERE
        return _rolling_months(said, months if side == "next" else -months, unit)

    return resolve


def _rolling_months(said: date, months: int, unit: str) -> tuple[Period, ...]:
    rolled = sorted((said, add_months(said, months)))
    first = said.replace(day=1) if unit != "year" else said.replace(month=1, day=1)
    whole = sorted((first, add_months(first, months)))
    monthly = sorted((said.replace(day=1), add_months(said.replace(day=1), months)))
    periods = (span(*rolled), span(*whole), span(*monthly))
    return tuple(dict.fromkeys(periods))


def today(tokens: Tokens, i: int) -> Phrase | None:
    """Today, yesterday, tomorrow.

    >>> from workbench.extract.lexer import lex
    >>> str(today(lex("yesterday"), 0).resolve(Around(date(2021, 12, 2)))[0])
    '1 Dec 2021'
    """
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(word_at(tokens, i))
    return None if shift is None else Phrase(i, i + 1, "today", _single_day(shift))


def _single_day(shift: int) -> Resolve:
    return lambda around: NOWHERE if around.said is None else (day(around.said + timedelta(days=shift)),)


def year_to(tokens: Tokens, i: int) -> Phrase | None:
    """The year to March 2021, the twelve months to June 2021, the year ending in March 2021.

    >>> from workbench.extract.lexer import lex
    >>> str(year_to(lex("year to March 2021"), 0).resolve(Around())[0])
    'Apr 2020–Mar 2021'
    """
    found = (1, i) if word_at(tokens, i) in {"year", "quarter"} else count_at(tokens, i)
    if found is None:
        return None
    count, j = found
    length = _MONTHS_OF.get(lexicon().spans.get(word_at(tokens, j), ""), 0) * count
    j += 1
    if not 0 < length <= 120 or word_at(tokens, j) not in {"to", "ending", "ended", "through"}:  # noqa: PLR2004
        return None
    j += 1 + (word_at(tokens, j + 1) in {"in", "on", "with", "the"})
    last = calendar_at(tokens, j)
    if last is None or last.rule not in {"month", "date"}:
        return None

    def resolve(around: Around) -> tuple[Period, ...]:
        return tuple(span(add_months(p.end, -length), p.end) for p in last.resolve(around) if p.end.year > 1900)

    return Phrase(i, last.end, "year-to", resolve)


def season(tokens: Tokens, i: int) -> Phrase | None:
    """Summer 2021, the winter of 2020: three months; winter runs into the next year.

    >>> from workbench.extract.lexer import lex
    >>> str(season(lex("summer of 2021"), 0).resolve(Around())[0])
    'Jun–Aug 2021'
    """
    first = lexicon().seasons.get(word_at(tokens, i))
    if first is None:
        return None
    j = i + 1 + (word_at(tokens, i + 1) in {"of", "in"})
    y = year_at(tokens, j)
    return None if y is None else Phrase(i, j + 1, "season", part_of_year(y, first, 3))
