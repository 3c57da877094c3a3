"""Times at a distance from another: "two years after 2010", "three days before Christmas", "in two weeks".

Forecasts, deadlines and comparisons name a time by its distance. "In two years" lies ahead of a verb in the future and
behind one in the past; where the sentence does not show which, nothing is read.
"""

from __future__ import annotations

from datetime import timedelta

from workbench.core.period import Frequency, Period, add_months, day, span, year
from workbench.extract.time.anchors import anchor_at
from workbench.extract.time.lengths import Length, length_at
from workbench.extract.time.period_resolution import DAYS_OF, MONTHS_OF, reachable
from workbench.extract.time.rolling import days_ahead, rolling
from workbench.extract.words.change_words import is_change_word, word_set
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase

_BEFORE, _AFTER = frozenset({"before"}), frozenset({"after", "following"})
_FROM_A_DAY = frozenset({"weekday", "date", "iso-date", "today", "holiday"})
_WILL = frozenset(
    {"will", "shall", "won't", "won’t", "would", "going", "must", "should", "let", "want", "wants", "plan", "plans",
     "planned", "expect", "expects", "expected", "aim", "aims", "hope", "hopes", "target", "due", "promise", "forecast",
     "projected"}
)  # fmt: skip
_HAS = frozenset({"has", "have", "had", "was", "were"})
_NOT_BEHIND = frozenset({"of", "old", "ago", "before", "after", "since", "-"})
_RECORDS = frozenset({"first", "record", "most", "least", "worst", "only", "high", "low"})
_NEAR, _NEAR_RECORD = 14, 7


def from_anchor(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "two years after 2010", "three weeks before 4 May", "ten days from Monday".

    "the two years before 2010" is a span.

    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in from_anchor(lex("two years after 2010"), 0).resolve(TimeContext())]
    ['2012']
    >>> str(from_anchor(lex("the two years before 2010"), 1).resolve(TimeContext())[0])
    '2008–2009'
    """
    length = length_at(tokens, i)
    if length is None or length.unit == "half":
        return None
    link = word_at(tokens, length.end)
    if link not in _BEFORE | _AFTER | {"from"}:
        return None
    anchor = anchor_at(tokens, length.end + 1)
    if anchor is None or anchor.dependent or (link == "from" and not _is_from_a_day(tokens, anchor)):
        return None
    sign = -1 if link in _BEFORE else 1
    stretch = word_at(tokens, i - 1) in {"the", "first", "last"} and link != "from"
    resolve = _length_next_to(anchor.resolve, length, sign) if stretch else _at_distance(anchor.resolve, length, sign)
    return TimePhrase(i, anchor.end, "from-anchor", resolve)


def _is_from_a_day(tokens: Tokens, anchor: TimePhrase) -> bool:
    """Check whether "from" counts from a day, and does not begin a span ("from 2010 to 2012")."""
    return anchor.rule in _FROM_A_DAY and word_at(tokens, anchor.end) not in {"to", "until", "till", "through"}


def _at_distance(anchor: Resolve, length: Length, sign: int) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(p for whole in anchor(around) if (p := shifted(whole, length, sign)) is not None)

    return resolve


def shifted(whole: Period, length: Length, sign: int) -> Period | None:
    """Move a day by days, a month by months, a year by years; None where the length is finer than the period.

    >>> str(shifted(year(2019), Length(2, "year", 0), 1)), shifted(year(2019), Length(2, "month", 0), 1)
    ('2021', None)
    """
    if length.unit in DAYS_OF:
        moved = whole.start + timedelta(days=sign * length.count * DAYS_OF[length.unit])
        return day(moved) if whole.frequency is Frequency.DAY else None
    months = sign * length.count * MONTHS_OF[length.unit]
    if not reachable(whole.start, months):
        return None
    fits = whole.frequency is Frequency.DAY or (whole.months or 99) <= MONTHS_OF[length.unit]
    return whole.moved(months) if fits else None


def _length_next_to(anchor: Resolve, length: Length, sign: int) -> Resolve:
    """Resolve a span of some length that ends where a period begins, or begins where it ends."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(p for whole in anchor(around) if (p := _next_to(whole, length, sign)) is not None)

    return resolve


def _next_to(whole: Period, length: Length, sign: int) -> Period | None:
    near = whole.start if sign < 0 else whole.end
    if length.unit in DAYS_OF:
        far = near + timedelta(days=sign * length.count * DAYS_OF[length.unit])
    elif reachable(near, length.count * MONTHS_OF[length.unit]):
        far = add_months(near, sign * length.count * MONTHS_OF[length.unit])
    else:
        return None
    return span(min(near, far), max(near, far))


def in_time(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "in two weeks", "within three years", "in a fortnight's time": future or past by the verb.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> said = TimeContext(date(2021, 12, 2))
    >>> str(in_time(lex("We will finish in two weeks"), 4).resolve(said)[0])
    '16 Dec 2021'
    >>> str(in_time(lex("Exports have doubled in two years"), 4).resolve(said)[0])
    '2 Dec 2019–1 Dec 2021'
    """
    link = word_at(tokens, i - 1)
    length = length_at(tokens, i) if link in {"in", "within"} else None
    if length is None or length.unit == "half":
        return None
    end = length.end + (word_at(tokens, length.end) in {"'", "’"})
    timed = word_at(tokens, end) == "time"
    if not timed and (word_at(tokens, length.end) in _NOT_BEHIND or _is_record(tokens, i)):
        return None
    ahead = timed or _is_ahead(tokens, i)
    if not ahead and not _has_been(tokens, i):
        return None
    resolve = _ahead(length, within=link == "within") if ahead else rolling("last", length.count, length.unit)
    return TimePhrase(i - 1, end + 1 if timed else length.end, "in-time", resolve)


def _is_record(tokens: Tokens, i: int) -> bool:
    """Check whether the time is the row of a record: "the biggest rise in 18 months", "the first time in ten years"."""
    near = [word_at(tokens, k) for k in range(max(0, i - _NEAR_RECORD), i)]
    return any(word in _RECORDS or (word.endswith("est") and len(word) > 5) for word in near)


def _is_ahead(tokens: Tokens, i: int) -> bool:
    """Check whether the sentence is in the future tense."""
    near = range(max(0, i - _NEAR), min(len(tokens), i + _NEAR))
    return any(word_at(tokens, k) in _WILL or word_at(tokens, k).endswith(("'ll", "’ll")) for k in near)


def _has_been(tokens: Tokens, i: int) -> bool:
    """Check whether the sentence states a change up to now: "have doubled in two years", "fell by half in a year"."""
    near = [word_at(tokens, k) for k in range(max(0, i - _NEAR), min(len(tokens), i + _NEAR))]
    if not word_set("bare", "past", tokens.language).isdisjoint(near):
        return True
    return any(word in _HAS for word in near) and any(is_change_word(word, tokens.language) for word in near)


def _ahead(length: Length, *, within: bool) -> Resolve:
    """Give the day at that distance, its year for years ahead, and the whole span until then.

    The span first for "within".
    """
    until = rolling("next", length.count, length.unit)

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        then = days_ahead(length.count, length.unit, 0)(around)
        if not then:
            return NOWHERE
        whole = (year(then[0].start.year),) if length.unit == "year" else ()
        stretch = until(around)
        return (*_from_today(around, stretch), *then) if within else (*then, *whole, *stretch)

    return resolve


def _from_today(around: TimeContext, stretch: tuple[Period, ...]) -> tuple[Period, ...]:
    """Give the span ahead with today and without its last day, then unchanged."""
    said = around.said
    if said is None or not stretch:
        return stretch
    return (span(said, stretch[0].end - timedelta(days=1)), *stretch)
