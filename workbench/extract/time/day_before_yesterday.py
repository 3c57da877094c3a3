"""Units of time next to that of the speech: "the day before yesterday", "the week after next", "the year before last", "last night".

Each name combines one step with another.
"""

from __future__ import annotations

from datetime import timedelta

from workbench.core.period import Period
from workbench.extract.time.period_resolution import (
    DAYS_OF,
    MONTHS_OF,
    calendar_unit_near,
    month_on_side,
    nearest,
    reachable,
    shifted_day,
)
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_tables import period_words

_DAY_SHIFTS = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}
_UNIT_SHIFTS = {("before", "last"): -2, ("after", "next"): 2}
_PARTS_OF_DAY = frozenset({"night", "evening"})
_OVER = frozenset({"over", "during", "in", "since", "through", "throughout", "by", "until", "before", "after"})


def next_but_one(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the day before yesterday", "the week after next", "the year before last".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> said = TimeContext(date(2021, 12, 2))
    >>> [str(next_but_one(lex(t), 0).resolve(said)[0]) for t in ("day before yesterday", "month before last", "year after next")]
    ['30 Nov 2021', 'Oct 2021', '2023']
    """
    unit, pair = word_at(tokens, i), (word_at(tokens, i + 1), word_at(tokens, i + 2))
    if unit == "day":
        shift = _DAY_SHIFTS.get(pair)
        return None if shift is None else TimePhrase(i, i + 3, "today", shifted_day(shift))
    shift = _UNIT_SHIFTS.get(pair)
    if shift is None or unit not in period_words(tokens.language).spans or is_kind(tokens, i + 3, TokenKind.NUMBER):
        return None
    return TimePhrase(i, i + 3, f"{pair[1]}-{unit}", units_on(period_words(tokens.language).spans[unit], shift))


def units_on(unit: str, shift: int) -> Resolve:
    """Resolve the week, month, quarter or year that lies so many units from that of the speech.

    >>> from datetime import date
    >>> [str(period) for period in units_on("month", -2)(TimeContext(date(2021, 12, 2)))]
    ['Oct 2021']
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if said is None or not reachable(said, MONTHS_OF.get(unit, 1) * 3):
            return NOWHERE
        if unit in DAYS_OF:
            monday = said - timedelta(days=said.weekday()) + timedelta(days=shift * DAYS_OF[unit])
            return (Period(monday, monday + timedelta(days=DAYS_OF[unit])),)
        return (calendar_unit_near(said, shift, MONTHS_OF[unit]),)

    return resolve


def part_of_day(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "last night" as the day before the speech; "tonight" is the day of the speech and no time of a figure.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> str(part_of_day(lex("last night"), 0).resolve(TimeContext(date(2021, 12, 2)))[0])
    '1 Dec 2021'
    """
    named = word_at(tokens, i) == "last" and word_at(tokens, i + 1) in _PARTS_OF_DAY
    return TimePhrase(i, i + 2, "today", shifted_day(-1)) if named else None


def the_season(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "over the summer", "during the winter", "in the spring": the last such season that had begun, or the next.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in the_season(lex("over the summer"), 2).resolve(TimeContext(date(2021, 12, 2)))]
    ['Jun–Aug 2021', 'Jun–Aug 2022']
    """
    first = period_words(tokens.language).seasons.get(word_at(tokens, i))
    before = (word_at(tokens, i - 2), word_at(tokens, i - 1))
    if first is None or before[1] != "the" or before[0] not in _OVER:
        return None
    closed = not is_kind(tokens, i + 1, TokenKind.WORD) or word_at(tokens, i + 1) in {"and", "but", "when", "as", "to"}
    if word_at(tokens, i + 1) in {"of", "in"} or (word_at(tokens, i) == "fall" and not closed):
        return None
    here, back = month_on_side(first, 3, "this"), month_on_side(first, 3, "last")

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        found = [*here(around), *back(around)]
        return nearest([*dict.fromkeys(found), found[0].moved(12)], around.said)

    return TimePhrase(i, i + 1, "season", resolve)
