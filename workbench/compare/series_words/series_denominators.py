"""The denominators of series: an inhabitant, a household, or none named."""

from __future__ import annotations

import re

from workbench.compare.series_words.word_beginnings import all_words, stem, stems
from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.core.units import are_newborn

_PERSONS = frozenset(
    {
        "capita",
        "head",
        "heads",
        "soul",
        "souls",
        "inhabitant",
        "person",
        "resident",
        "citizen",
        "individual",
        "people",
        "population",
    }
)
_PER = re.compile(r"\b(?:per|for each|for every|by)\s(?:[\d.,]+\s)?(?:the\s)?(?P<what>[a-z][\w -]*)", re.IGNORECASE)
_PER_PERSON = re.compile(
    r"\b(?:per|for each|for every)\s(?:capita|head|person|inhabitant|resident|citizen)\b", re.IGNORECASE
)
_A_MEAN = re.compile(r"\b(?:average|mean|median)\b", re.IGNORECASE)


def denominators(series: Series) -> list[str]:
    """List the denominators that a series names, in order.

    >>> from workbench.core.series import SeriesRef
    >>> denominators(Series(ref=SeriesRef("mine", "x"), title="Emissions per capita"))
    ['capita']
    """
    return [found["what"].strip() for found in _PER.finditer(all_words(series))]


def is_mean(series: Series) -> bool:
    """Check whether a series says that its figures are averages."""
    return _A_MEAN.search(all_words(series)) is not None


def is_per_person(series: Series) -> bool:
    """Check whether a series says that its figures are per inhabitant."""
    return _PER_PERSON.search(all_words(series)) is not None


def is_person(what: str) -> bool:
    """Check whether a denominator is a person, for which figures per head of a population need no other name.

    >>> is_person("inhabitant"), is_person("household")
    (True, False)
    """
    return what in _PERSONS


_SAME = (
    frozenset({"birth", "born"}),
    frozenset({"adult", "grown-up", "grownup"}),
    frozenset({"women", "woman", "female"}),
)
"""Other words for the same denominator."""


def same_denominator(one: str, other: str) -> bool:
    """Check whether two denominators are the same.

    Examples: "inhabitant" and "capita", "household" and "households of two", "babies" and "live births".

    >>> same_denominator("inhabitant", "capita"), same_denominator("household", "worker"), same_denominator("babies", "live births")
    (True, False, True)
    """
    ours, theirs = stems(one), stems(other)
    alike = ({stem(word) for word in same} for same in (_PERSONS, *_SAME))
    return (
        bool(ours & theirs)
        or (are_newborn(one) and are_newborn(other))
        or any(ours & same and theirs & same for same in alike)
    )


def counts_people(per: str) -> bool:
    """Check whether a denominator is a number of people of a population: "100,000 inhabitants", "1,000 people".

    >>> counts_people("100,000 inhabitants"), counts_people("resident"), counts_people("1,000 live births"), counts_people("")
    (True, True, False, False)
    """
    thing = per.lstrip("0123456789., ")
    return bool(per) and (stem(thing) in {stem(word) for word in _PERSONS} if thing else False)


_WHICH_POPULATION = r"(?:total |resident |mid-?year |estimated )*population"
_OF_WHEN_AND_WHOM = r"(?:,? (?:total|size|in total))?(?:,? on 1 january)?(?: \([^)]*\))?"
_POPULATION = re.compile(
    rf"\A{_WHICH_POPULATION}{_OF_WHEN_AND_WHOM}\Z",
    re.IGNORECASE,
)


def is_population(series: Series) -> bool:
    """Check whether a series counts all inhabitants, and not a part of them.

    >>> from workbench.core.quantity import Dimension, Unit
    >>> from workbench.core.series import SeriesRef
    >>> people = Unit(Dimension.COUNT, "person")
    >>> titles = "Population, total", "Rural population", "Resident population on 1 January, men"
    >>> [is_population(Series(ref=SeriesRef("mine", "x"), title=title, unit=people)) for title in titles]
    [True, False, False]
    """
    return series.unit.dimension is Dimension.COUNT and _POPULATION.match(series.title.strip()) is not None
