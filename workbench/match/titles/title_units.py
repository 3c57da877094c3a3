"""Unit of a series from its title, where the source gives none.

Titles give it in their unit dimension ("Unit of measure: Percentage of GDP"), in brackets ("(% of GDP)") or, only for percentages,
in their first words ("Percentage of people who …"). Anything less explicit is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series
from workbench.core.units import measure_of_words
from workbench.match.titles.title_dimensions import path_of

_PER = r"\bper (?:1[ ,.]?000(?:[ ,.]?000)?|10[ ,.]?000|100[ ,.]?000|million|thousand|hundred thousand)\b"
_MONEY: Mapping[str, str] = {
    r"US dollars?|US\$|USD|\$": "USD", r"euros?\b|EUR|€": "EUR", r"national currency|local currency|LCU|reported currency": "",
    r"pounds? sterling|GBP|£": "GBP", r"dollars?": "",
}  # fmt: skip
_CURRENCIES = {"USD": "dollar", "EUR": "euro", "GBP": "pound"}
_COUNTED = (
    r"persons?\b|people\b|number|cases\b|enterprises|households|patents|procedures|vessels|beds\b|inhabitants"
    r"|publications|employees"
)
_KINDS: Mapping[str, Dimension] = {
    r"percentage points?": Dimension.POINTS,
    r"percent(?:age)?\b|per cent\b|%|share of|proportion of": Dimension.SHARE,
    _PER: Dimension.RATE,
    r"ind(?:ex|ices)\b|\d{4} ?= ?100|score|scale": Dimension.INDEX,
    _COUNTED: Dimension.COUNT,
}  # fmt: skip
_WORDS = frozenset({"cup", "bit", "rad", "carat", "deg", "ft", "century", "decade"})
"""Units whose names are also ordinary words of titles."""

_BASE = re.compile(r"\bper ((?:\d[\d ,.]*)?\w+(?: births| at risk)?)", re.IGNORECASE)
"""Base of a rate: "1,000 live births", "person"."""
_FIRST_WORDS = re.compile(r"\s*(?:the )?(?:percent(?:age)?|share|proportion) of\b", re.IGNORECASE)
_LAST_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


def unit_of(series: Series) -> Unit:
    """Find the unit of a series: its own, or the one in its title.

    >>> from workbench.core.series import Series, SeriesRef
    >>> unit_of(Series(ref=SeriesRef("mine", "a"), title="Expense (% of GDP)")).dimension.value
    'share'
    """
    if series.unit.dimension is not Dimension.UNKNOWN:
        return series.unit
    return _read(str(series.unit) or _where_said(series.title))


def _where_said(title: str) -> str:
    path = path_of(title)
    if path.unit:
        return path.unit
    if _FIRST_WORDS.match(title):
        return "percent"
    found = _LAST_BRACKETS.search(title)
    return found[1] if found else ""


@lru_cache(maxsize=4_096)
def _read(said: str) -> Unit:
    """Read the unit that some words name; an unknown unit where they name none that is known.

    >>> _read("US dollars per person, PPP converted")
    Unit(dimension=<Dimension.MONEY: 'money'>, name='dollar', code='USD', per='person', prices='')
    """
    if not said:
        return UNKNOWN_UNIT
    per = _BASE.search(said)
    for pattern, code in _MONEY.items():
        if re.match(
            rf"(?:(?:current|constant|real|thousand|million|billion)s?(?: \d{{4}})?(?: of)? ?)*(?:{pattern})",
            said,
            re.IGNORECASE,
        ):
            return Unit(Dimension.MONEY, _CURRENCIES.get(code, "currency"), code, per[1] if per else "")
    if (measured := measure_of_words(said)) is not None and measured[0].code not in _WORDS:
        one, below = measured[0], _BASE.search(measured[1])
        return Unit(one.dimension, one.names[0], one.code, per=below[1] if below else "")
    for pattern, kind in _KINDS.items():
        if re.match(rf"(?:{pattern})" if kind is not Dimension.RATE else rf".*(?:{pattern})", said, re.IGNORECASE):
            return _unit(said, kind, per[1] if per else "")
    return Unit(Dimension.UNKNOWN, said)


def _unit(said: str, kind: Dimension, per: str) -> Unit:
    if kind is Dimension.SHARE:
        return PERCENT
    return Unit(kind, _counted(said) if kind is Dimension.RATE else _name(said, kind), per=per)


def _counted(said: str) -> str:
    """Find the counted thing of a rate, named before "per"; "case" where there is none.

    >>> _counted("deaths per 100,000 people"), _counted("per 1,000 live births")
    ('death', 'case')
    """
    before = re.split(r"\bper\b", said, maxsplit=1, flags=re.IGNORECASE)[0].split()
    return before[-1].lower().strip(",").removesuffix("s") if before else "case"


def _name(said: str, kind: Dimension) -> str:
    """Name the thing counted: for counts the first word, in the singular ("persons employed": "person")."""
    word = re.split(r"[ ,(-]", said.strip().lower(), maxsplit=1)[0]
    return word.removesuffix("s") if kind is Dimension.COUNT else said
