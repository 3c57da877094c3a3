"""Times since an event that a clause or a noun dates: "since it was floated in June last year", "seit der Einführung 2015".

The date is that of the event; what is told happened from then up to the day of the speech.
"""

from __future__ import annotations

import re

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.extract.time.period_resolution import up_to_said
from workbench.extract.words.change_words import ways
from workbench.extract.words.time_phrases import TimeContext
from workbench.extract.words.word_patterns import word_pattern


def since_events(text: str, found: list[Mention[Period]], around: TimeContext, language: str) -> list[Mention[Period]]:
    """Extend the periods that date an event named behind "since" up to the day of the speech.

    A clause that tells a change gives a reason, and dates nothing else ("since prices fell in 2015, we need less").

    >>> from datetime import date
    >>> from workbench.extract.time.periods import find_periods
    >>> (floated,) = find_periods("Since it was floated in June 2018", date(2019, 7, 5))
    >>> str(floated.value), floated.rule
    ('1 Jun 2018–4 Jul 2019', 'since')

    Args:
        text: The words.
        found: The periods as named, in order.
        around: The day of the speech.
        language: Two letters.
    """
    opener = word_pattern("tenses", "since_event", language)
    if opener is None:
        return found
    extended, behind = [], 0
    for mention in found:
        led = _led_in(text, opener, behind, mention.span.start)
        told = None if led is None else _since(text, led, mention, around, language)
        extended.append(mention if told is None else told)
        behind = mention.span.end
    return extended


def _led_in(text: str, opener: re.Pattern[str], behind: int, start: int) -> int | None:
    """Find the "since" whose words go on right up to a date."""
    begins = (found.start() for found in opener.finditer(text, behind, start) if found.end() == start)
    return next(begins, None)


def _since(text: str, first: int, event: Mention[Period], around: TimeContext, language: str) -> Mention[Period] | None:
    words = text[first : event.span.start].lower().split()
    if not ways("verbs", language).keys().isdisjoint(words):
        return None
    readings = up_to_said(lambda _: (event.value,))(around)
    return Mention(Span(first, event.span.end), readings[0], "since", readings[1:]) if readings else None
