"""Finds whether a series' yearly figure is one of a day in the year, so that it is known before the year has ended.

That are stocks (seats held, a number on a register, a population on 1 January) and scores that are published in the year that
they are dated by. Flows and means of a year are known only after it.
"""

from __future__ import annotations

import re

from workbench.core.series import Additivity, Series

_SEATS = r"seats? (?:held|in)|held by \w+ in|members? of (?:the )?(?:national )?parliament"
_COUNTED = r"number|persons?|people|entries|vehicles|cars|firms|enterprises|voters"
_REGISTER = rf"(?:{_COUNTED}) (?:on|in) (?:the|a) (?:\w+ )?(?:register|roll)"
_DAY = r"(?:on|at|as of|as at) (?:1(?:st)?|30(?:th)?) (?:january|june|july)"
_BEGINNING = r"(?:at|on) (?:the )?(?:beginning|start)|beginning of (?:the )?(?:year|period)"
_SCORE = r"corruption perceptions? index|(?:index|country|global|overall) score|index rank|ranking"
_STOCK = r"stocks? of|stock at"
_AT_A_TIME = re.compile(rf"\b(?:{_SEATS}|{_REGISTER}|{_DAY}|{_BEGINNING}|{_SCORE}|{_STOCK})\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:end of (?:the )?(?:year|period)|31(?:st)? december|year[- ]end)\b", re.IGNORECASE)
"""What is counted on the last day is not known before it."""


def is_counted_at_a_time(series: Series) -> bool:
    """Check whether a series counts what is there at a time within the period that its figure is dated by.

    >>> from workbench.core.series import SeriesRef
    >>> titles = "Seats held by women in parliament", "Population on 1 January", "Population at the end of the year", "Exports"
    >>> [is_counted_at_a_time(Series(ref=SeriesRef("mine", "x"), title=title)) for title in titles]
    [True, True, False, False]
    """
    if series.adds is Additivity.SUM or _ENDED.search(series.title):
        return False
    return _AT_A_TIME.search(series.title) is not None
