"""Finds the periods that a sentence names.

A figure without its period cannot be compared. Phrases are found first, without any date; then each is resolved from
the day of the speech and the other periods of the sentence. Where that day is needed and unknown, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.extract.time import beginning_middle_end, day_before_yesterday, decades, holidays, since, weeks
from workbench.extract.time import lengths_with_end as ending
from workbench.extract.time import parts_of_period as shares
from workbench.extract.time import parts_of_year as parts
from workbench.extract.time import relative_to_speech as relative
from workbench.extract.time import same_period as same
from workbench.extract.time import weekdays as days
from workbench.extract.time.a_year_later import unit_after
from workbench.extract.time.abbreviated_years import KIND_WORDS, quarter_number
from workbench.extract.time.begun_and_ended import begun_or_ended, year_begins_or_ends
from workbench.extract.time.counted_times import counted_time
from workbench.extract.time.dates import calendar_at, may_be_calendar
from workbench.extract.time.future_appointments import without_appointments
from workbench.extract.time.lengths import length_at
from workbench.extract.time.month_before import month_before, previous_month, unit_before
from workbench.extract.time.named_periods import NAMED_PARTS, spoken_year
from workbench.extract.time.numeric_dates import may_be_short_date, short_date
from workbench.extract.time.one_word import ago_first, named_time
from workbench.extract.time.quarters_by_month import quarter_to_month
from workbench.extract.time.relative_to_period import back_from
from workbench.extract.time.since_events import since_events
from workbench.extract.time.spans_between_times import span_between_times
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, lex, text_parts
from workbench.extract.words.time_phrases import DEPENDENT_RULES, TimeContext, TimePhrase
from workbench.extract.words.word_tables import number_words, period_words

Rule = Callable[[Tokens, int], TimePhrase | None]

_DATED: tuple[Rule, ...] = (span_between_times, calendar_at)
_OF_YEAR = frozenset({"'", "’"})
_COUNTED: tuple[Rule, ...] = (counted_time,)


def before_count(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "ten years ago" in languages where "ago" comes first.

    >>> str(before_count(lex("vor zehn Jahren", "de"), 0).rule), before_count(lex("before ten years"), 0)
    ('ago', None)
    """
    found, length = ago_first(tokens, i, parts.count_at(tokens, i + 1)), length_at(tokens, i + 1)
    # more than one length: "vor zwei Jahren und drei Monaten"
    if found is not None and length is not None and length.end > found.end:
        return TimePhrase(i, length.end, "ago", back_from(length.count, length.unit))
    return found


@cache
def _rules(language: str) -> dict[str, tuple[Rule, ...]]:
    """Index the rules by the word that they begin with; the first rule that reads something is taken."""
    table: dict[str, tuple[Rule, ...]] = {}
    for rules, starts in (*_near_by(language), *_by_name(language)):
        for word in starts:
            table[word] = (*table.get(word, ()), *rules)
    return table


Entries = Iterator[tuple[tuple[Rule, ...], tuple[str, ...]]]


def _near_by(language: str) -> Entries:
    """Yield rules for days, weeks and times counted from the speech, each with the words it may begin with."""
    words, numbers = period_words(language), number_words(language)
    yield (holidays.holiday,), (*holidays.first_words(language),)
    yield (day_before_yesterday.part_of_day,), ("last",)
    yield (shares.listed_part,), (*numbers.ordinals,)
    yield (shares.part_of_period,), (*numbers.ordinals, "last", "final", "closing")
    yield (weeks.nth_week,), ("last", "final")
    yield (days.week_then_weekday, days.weekday), (*words.sides,)
    yield (days.weekday,), (*words.weekdays, *words.short_weekdays)
    yield (weeks.weekend,), (*words.sides, "the")
    yield (days.numbered_day,), ("the",)
    yield (weeks.numbered_week, weeks.week_of), ("week",)
    yield (since.so_far,), ("so", "this", "ytd", "qtd", "mtd", "week", "month", "quarter", "year", "decade")
    yield (since.since,), ("since",)
    yield (since.part_so_far,), ("earlier", "later")
    yield (since.rest,), ("rest", "remainder")
    yield (quarter_number,), ("quarter",)


def _by_name(language: str) -> Entries:
    """Yield rules for parts of the calendar and times named by their distance."""
    words, numbers = period_words(language), number_words(language)
    yield (same.same_period,), (*words.same,)
    yield (quarter_to_month,), (*words.months,)
    yield (month_before,), (*words.months, *words.seasons)
    yield (previous_month,), ("previous", "preceding", "prior")
    yield (same.that_unit,), ("that",)
    yield (same.those_units,), ("those", "these")
    yield (beginning_middle_end.edge_of,), (*words.edges,)
    yield (begun_or_ended,), (*words.edge_verbs, *words.into_verbs)
    yield (
        (beginning_middle_end.unit_end,),
        (*(word for word, unit in words.spans.items() if unit in {"month", "quarter", "year"}),),
    )
    yield (decades.turn_of_century,), ("turn", *words.named)
    yield (ending.year_to,), (*ending.begins_with_unit(language),)
    yield (ending.week_mark,), ("w",)
    yield (unit_after, unit_before), (*words.spans, *words.year_nouns)
    yield (day_before_yesterday.next_but_one,), ("day", "week", "month", "quarter", "year")
    yield (weeks.nth_week,), (*numbers.ordinals,)
    yield (decades.century,), (*numbers.ordinals, "twenty")
    yield (parts.ordinal_part,), (*numbers.ordinals, "last", "final", "closing", "opening")
    yield (shares.year_then_part,), (*words.sides, "the")
    yield (parts.named_year,), (*words.sides, "the", "year")
    yield (relative.relative,), (*words.sides,)
    yield (parts.season, day_before_yesterday.the_season), (*words.seasons,)
    yield (decades.named_decade,), (*words.decades,)
    yield (relative.today,), ("today", "yesterday", "tomorrow")
    yield (named_time,), (*words.named,)
    yield (before_count,), ("before",)
    yield (spoken_year,), ("nineteen", "two", "oh", *numbers.tens)
    yield _COUNTED, ("a", "an", "half", *numbers.small, *numbers.tens)
    yield _DATED, ("from", "between", *words.months, *NAMED_PARTS)
    yield (calendar_at,), (*numbers.ordinals, "twenty", "thirty", *KIND_WORDS)


@cache
def _behind_the(language: str) -> frozenset[str]:
    return frozenset(
        {"year", "weekend", "twenty", "thirty", *period_words(language).sides, *number_words(language).ordinals}
    )


def _may_follow_the(word: str, language: str) -> bool:
    """Check whether a time may begin with "the" and this word.

    Example: "the" is the commonest word, and mostly begins no time.
    """
    return word in _behind_the(language) or word[:1].isdigit()


def _rules_at(tokens: Tokens, i: int) -> tuple[Rule, ...]:
    token = tokens[i]
    if token.kind is TokenKind.WORD:
        if token.low == "the" and not _may_follow_the(tokens.lows[i + 1], tokens.language):
            return ()
        return _rules(tokens.language).get(token.low) or ((calendar_at,) if token.low[-1].isdigit() else ())
    return () if token.kind is TokenKind.SIGN or len(token.low) > 10 else _rules_at_figure(tokens, i)


def _rules_at_figure(tokens: Tokens, i: int) -> tuple[Rule, ...]:
    """Choose the rules for a figure by the word behind it: most figures are no time, and need no rule at all."""
    after, words = tokens.lows[i + 1], period_words(tokens.language)
    dated = _DATED if may_be_calendar(tokens, i) else ()
    if after in words.edge_verbs:
        return (year_begins_or_ends, *dated)
    if after in words.spans or after in words.sides or after in {"hours", "and"} or after in HYPHENS:
        return (*_COUNTED, *dated)
    if after in _OF_YEAR or after in number_words(tokens.language).ordinals:
        return (shares.year_then_part, *dated)
    if after == "/" and may_be_short_date(tokens, i):
        return (*dated, short_date)
    ranked = after in number_words(tokens.language).ordinal_suffixes
    return (*dated, decades.century, shares.part_of_period, parts.ordinal_part, weeks.nth_week) if ranked else dated


@lru_cache(maxsize=16)
def find_phrases(text: str, language: str = "en") -> tuple[TimePhrase, ...]:
    """Find every phrase of time in a text, in order, without overlaps and not yet resolved.

    >>> said = "Births fell in March 2021, and in the first nine months they may rise."
    >>> [phrase.rule for phrase in find_phrases(said)]
    ['month', 'first-months']
    """
    tokens = lex(text, language)
    starts = _rules(tokens.language)
    found: list[TimePhrase] = []
    behind = 0
    for i in [k for k, (_, _, _, low, _) in enumerate(tokens) if low in starts or low[-1].isdigit()]:
        if i < behind:
            continue
        phrase = next((p for rule in _rules_at(tokens, i) if (p := rule(tokens, i)) is not None), None)
        if phrase is None:
            continue
        found.append(_in_context(tokens, phrase))
        behind = phrase.end
    return tuple(found)


def _in_context(tokens: Tokens, phrase: TimePhrase) -> TimePhrase:
    """Adjust a day to its context: the weekday before it, or an appointment."""
    if phrase.rule == "date":
        return days.on_weekday(tokens, phrase)
    return without_appointments(tokens, phrase)


def find_periods(
    text: str, said: date | None, language: str = "en", place: str | None = None, before: Period | None = None
) -> list[Mention[Period]]:
    """Find the periods that a text names, each with its most likely reading first.

    Args:
        text: The words.
        said: The day of the speech; None leaves relative periods unread.
        language: Two letters.
        before: The period of the sentence before, for "the same period last year" in a sentence without its own.
        place: The country of the speech, ISO 3166 alpha-3, for holidays, the fiscal year and the order of day and
            month.

    >>> [str(m.value) for m in find_periods("Down on the same period in 2020, in the first nine months of 2021.", None)]
    ['Jan–Sep 2020', 'Jan–Sep 2021']
    """
    around = TimeContext(said, place=place)
    parts = text_parts(text)
    return [_moved(mention, by) for by, part in parts for mention in _periods_of(part, around, language, before)]


def _moved(mention: Mention[Period], by: int) -> Mention[Period]:
    return Mention(mention.span.shift(by), mention.value, mention.rule, mention.alternatives) if by else mention


def _periods_of(text: str, around: TimeContext, language: str, before: Period | None) -> list[Mention[Period]]:
    phrases, tokens = find_phrases(text, language), lex(text, language)
    if not phrases:
        return []
    firm = _firm(phrases, around)
    mains = _mains(firm)
    found = []
    for k, phrase in enumerate(phrases):
        readings = _relative_readings(phrase, replace(around, main=mains[k]), before) if phrase.dependent else firm[k]
        if readings:
            place = Span(tokens[phrase.first].start, tokens[phrase.end - 1].end)
            found.append(Mention(place, readings[0], phrase.rule, readings[1:]))
    return since_events(text, found, around, language) if "since" in tokens.words else found


def _relative_readings(phrase: TimePhrase, around: TimeContext, before: Period | None) -> tuple[Period, ...]:
    """Resolve a phrase that depends on a period of this sentence or the one before, then also without the latter."""
    alone = _readings(phrase, around)
    if around.main is not None or before is None or phrase.rule not in DEPENDENT_RULES:
        return alone
    return tuple(dict.fromkeys((*_readings(phrase, replace(around, main=before)), *alone)))


def _firm(phrases: Sequence[TimePhrase], around: TimeContext) -> list[tuple[Period, ...]]:
    """Resolve every phrase that depends on no other; a month without a year takes it from the period behind."""
    firm: list[tuple[Period, ...]] = []
    behind: Period | None = None
    for phrase in reversed(phrases):
        readings = (
            () if phrase.dependent else _readings(phrase, around if behind is None else replace(around, behind=behind))
        )
        firm.append(readings)
        if readings and not phrase.yearless:
            behind = readings[0]
    return firm[::-1]


def _readings(phrase: TimePhrase, around: TimeContext) -> tuple[Period, ...]:
    try:
        return tuple(dict.fromkeys(phrase.resolve(around)))
    except (ValueError, OverflowError):  # beyond the calendar's first or last year
        return ()


def _mains(firm: Sequence[tuple[Period, ...]]) -> list[Period | None]:
    """Find for each phrase the period it would depend on: the nearest resolved one before it, else behind it."""
    mains: list[Period | None] = []
    near: Period | None = None
    for readings in firm:
        mains.append(near)
        near = readings[0] if readings else near
    near = None
    for k in range(len(firm) - 1, -1, -1):
        mains[k] = mains[k] or near
        near = firm[k][0] if firm[k] else near
    return mains
