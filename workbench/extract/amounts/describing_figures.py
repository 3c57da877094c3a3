"""Find figures that describe who or what is counted: "unemployed for 6 to 11 months", "couples with two children".

"59 % of those unemployed for one year or more" claims 59 %, not one year. The year belongs to the words for the
measure, since another series counts those unemployed for a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.claim import MEDIAN_AGE, Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.words.phrase_prefilter import PrefilteredPattern, join_alternatives
from workbench.extract.words.superlatives import OF_FIGURES

_AGED = (
    r"\b(?:aged?|ages)\s(?:between\s|from\s|of\s|under\s|over\s)?\d{1,3}(?:\s?(?:to|and|-|–)\s?\d{1,3})?"
    r"(?:\syears?\b)?(?:\s(?:and|or)\s(?:over|older|above|under|younger|more)\b)?"
)
_YEAR_OLDS = r"\b\d{1,3}\s?[-–]\s?(?:to[-–\s])?\d{1,3}[-–\s]years?[-–\s]olds?\b"
_AND_OLDER = r"\b\d{1,3}(?:\syears?)?\s(?:and|or)\s(?:over|older|above|under|younger)\b"
_PLURAL_AGES = r"\b\d\d[-–\s]?(?:to|[-–])[-–\s]?\d\ds\b|\b(?:over|under)[-–\s]\d\ds\b"
_UNDER_AGE = r"\b[Uu]nder[-–](?:five|5|one|1)\b"
_AGES = (_AGED, _YEAR_OLDS, _AND_OLDER, _PLURAL_AGES, _UNDER_AGE)
_AGE = PrefilteredPattern(re.compile(join_alternatives(_AGES)), _AGES)
_ACTIVITY = (
    r"unemployed|employed|jobless|work(?:s|ed|ing)?|tenures?|duration|lasting|spells?|hospitali[sz]ed|resident"
    r"|(?:hour|age)\sbands?"
)
_FOR = r"for\s|of\s|between\s|from\s|(?:more|less|longer|fewer|shorter)\sthan\s|at\sleast\s|under\s|over\s|up\sto\s"
_DOING = re.compile(rf"\b(?:{_ACTIVITY})\s(?:{_FOR})*\Z")
_PERSONS = r"males|females|men|women|boys|girls|people|persons|children|adults|youth|workers|employees"
_UNDER = re.compile(rf"\b(?:{_PERSONS})\s(?:aged\s)?(?:under|over|below|above)\s\Z")
_OR_MORE = re.compile(r"\s(?:or|and)\s(?:more|less|longer|over|under|fewer)\b")
_BEST = r"\w+est|best|worst|high|low|record|peak|first\stime|time"
_HEDGED = r"(?:\w+\sthan\s|over\s|nearly\s|almost\s|about\s)?"
_RECORD = re.compile(rf"\b(?:{_BEST})\s(?:level\s|rate\s)?(?:in|for)\s(?:the\s(?:last|past)\s)?{_HEDGED}\Z")
_HAVING = re.compile(r"\b(?:with|having|raising|of|for|to|from)\s(?:at\sleast\s|only\s|more\sthan\s|the\s)?\Z")
_FAMILY = frozenset(
    {"child", "dependant", "dependent", "adult", "parent", "earner", "partner", "employee", "worker", "person"}
)
_RANKED = re.compile(rf"\b(?:top|bottom|{OF_FIGURES})\s\Z")
_SPANNED = re.compile(r"\s(?:from|between)\s(?:[a-z]+\s){0,2}(?:19|20)\d\d\b")
"""Behind a length of time, the span that it tells the length of: "the five years | from 2010 | to 2015"."""
_MEMBERS = re.compile(r"[A-Z][\w.]*\s\(\Z")
_FEW = 20
_BROAD = frozenset({Dimension.SHARE, Dimension.POINTS, Dimension.MONEY, Dimension.RATE, Dimension.INDEX})


def find_describing(text: str, sentence: Span, amounts: tuple[Mention[Amount], ...]) -> tuple[Span, ...]:
    """Find the stretches of a sentence whose figures say who or what is counted, in order.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Of males unemployed for 6 to 11 months, 8% had two children."
    >>> [span.cut(said) for span in find_describing(said, Span(0, len(said)), tuple(find_amounts(said)))]
    ['6 to 11 months']
    """
    ages = _AGE.on(sentence.cut(text))
    found = [Span(*one.span()) for one in ages.finditer(text, sentence.start, sentence.end)] if ages else []
    found += (m.span for m in amounts if _is_place_in_a_row(text, m) or _is_length(text, m))
    if len(amounts) > 1:
        found += _described(text, sentence, amounts)
    medians = [m.span for m in amounts if m.rule == MEDIAN_AGE]
    found = [one for one in found if not any(one.overlaps(median) for median in medians)] if medians else found
    return tuple(sorted(found))


def _is_place_in_a_row(text: str, mention: Mention[Amount]) -> bool:
    """Check whether a count only says how many stand at one end of a ranking: "among the bottom 5 countries"."""
    counts = mention.value.unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN}
    return counts and bool(_RANKED.search(text, max(0, mention.span.start - 10), mention.span.start))


def _is_length(text: str, mention: Mention[Amount]) -> bool:
    """Check whether a length of time only tells how long a span of years is."""
    if mention.value.unit.dimension is not Dimension.DURATION:
        return False
    return _SPANNED.match(text, mention.span.end) is not None


def _described(text: str, sentence: Span, amounts: tuple[Mention[Amount], ...]) -> Iterator[Span]:
    """Yield the spans of amounts that only describe, provided that the sentence has another amount to claim."""
    lasting = sum(m.value.unit.dimension is not Dimension.DURATION for m in amounts)
    last = max((m.span.start for m in amounts if m.value.unit.dimension in _BROAD), default=-1)
    for mention in amounts:
        others = lasting - (mention.value.unit.dimension is not Dimension.DURATION)
        if others and _describes(text, sentence, mention, past_figure=last > mention.span.start):
            more = _OR_MORE.match(text, mention.span.end)
            yield Span(mention.span.start, more.end() if more else mention.span.end)


def _describes(text: str, sentence: Span, mention: Mention[Amount], *, past_figure: bool) -> bool:
    """Check whether an amount only describes.

    `past_figure` says whether a later amount may be what the sentence claims.
    """
    unit, start = mention.value.unit, mention.span.start
    first = max(sentence.start, start - 40)
    if unit.dimension is Dimension.DURATION:
        return bool(
            _UNDER.search(text, first, start) or _DOING.search(text, first, start) or _RECORD.search(text, first, start)
        )
    if unit.dimension is Dimension.PHYSICAL:
        return text[first:start].endswith((" within ", " within up to "))
    if unit.dimension is not Dimension.COUNT or (mention.value.low > _FEW and unit.name != "country"):
        return False
    if unit.name == "country" and _MEMBERS.search(text, first, start):  # "the European Union (27 countries)"
        return True
    family = not _FAMILY.isdisjoint(unit.name.split())
    return family and past_figure and bool(_HAVING.search(text, first, start))
