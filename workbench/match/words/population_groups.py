"""Population groups in words: women, children, people in towns, age groups, income quintiles.

The words are the English ones of titles; a claim in another language is translated first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workbench.match.words.english_stems import stem

EVERYBODY = "people from there, wherever they are"
"""Group whose name titles use for a part, and speakers for everybody: "Turkish citizens"."""

_MARKS = {
    "women": "female females woman women girl girls lady ladies",
    "men": "male males man men boy boys gentleman gentlemen",
    "the young": "youth youths young youngster youngsters adolescent adolescents teenager teenagers teenage teen teens",
    "children": "child children kids infant infants baby babies schoolchild schoolchildren schoolkid schoolkids toddler toddlers newborn newborns",
    "older people": "elderly older pensioner pensioners seniors retiree retirees",
    "an age group": "age ages aged",
    "people in towns": "urban city cities",
    "people in the country": "rural countryside village villages",
    "people in a part of the country": "district districts county counties municipality municipalities canton province borough "
    "boroughs region regions",
    "a part of the people": "aboriginal aboriginals indigenous foreigner foreigners roma romani migrant migrants immigrant immigrants blacks disabled graduate graduates",
    "people of one sector": "sector",
    "those who are missing": "missing lacking shortage vacancies vacant unfilled",
    EVERYBODY: "origin nationals citizens emigrants emigrated abroad",
    "a part of all incomes": "q1 q2 q3 q4 q5 quintile quintiles decile deciles poorest richest",
}
_GROUPS = {word: group for group, marks in _MARKS.items() for word in marks.split()}

WHOM = frozenset(
    stem(word)
    for word in [
        "women",
        "woman",
        "men",
        "man",
        "boys",
        "girls",
        "children",
        "child",
        "kids",
        "babies",
        "baby",
        "infants",
        "infant",
        "youth",
        "young",
        "youngsters",
        "teenagers",
        "older",
        "elderly",
        "seniors",
        "pensioners",
        "residents",
        "citizens",
        "households",
        "families",
        "per",
        "capita",
    ]
)
"""Stems of words for people: they say who is counted, and are no measure by themselves ("18,000 women lost their jobs")."""

ANYBODY = frozenset(stem(word) for word in ("person", "people", "individual"))
"""Stems for persons of any kind: "450 persons" may be "450 applicants"."""

_IMPLIED = {
    "children": "birth births born neonatal perinatal stillbirth stillbirths fertility maternal school pupils childhood immunization vaccination",
    "women": "maternal pregnant pregnancy fertility mothers gender sex",
    "men": "gender sex",
    "the young": "school pupils students tertiary",
    "a part of the people": "refugees refugee asylum migration immigration foreign",
}
"""Groups that a title counts without naming them: those who are born are children."""

_AXES = (
    frozenset({"women", "men"}),
    frozenset({"the young", "children", "older people", "an age group"}),
    frozenset({"people in towns", "people in the country", "people in a part of the country"}),
)
"""Sets of groups that divide all people by one criterion: counting women is another criterion than counting by age."""

AGED = frozenset({"the young", "children", "older people"})
"""Groups that are defined by age."""

SUBGROUPS = AGED | {"women", "men", "people in towns", "people in the country", "a part of the people"}
"""Groups with figures of their own: a figure of everybody does not confirm a claim about them."""

_WHOLE = re.compile(r"\b(?:of|in) (?:the )?(?:total |general |resident )?population\b", re.IGNORECASE)

AN_AGE, CHILDREN, WOMEN, YOUNG = "an age group", "children", "women", "the young"


def everybody_named(title: str) -> str:
    """Return the words of a title that name everybody as those whom it is of; empty where there are none.

    >>> everybody_named("Median age of the population"), everybody_named("Population density")
    ('of the population', '')
    """
    return " ".join(_WHOLE.findall(title))


def words_of_groups() -> frozenset[str]:
    """List all words that name a group of people.

    >>> {"girls", "elderly"} <= words_of_groups(), "drunk" in words_of_groups()
    (True, False)
    """
    return frozenset(_GROUPS)


def groups(said: Iterable[str]) -> frozenset[str]:
    """Find the groups of people that some words name: women, children, people in towns."""
    return frozenset(_GROUPS[word] for word in said if word in _GROUPS)


@cache
def sex_of(word: str) -> frozenset[str]:
    """List the stems of all words for the sex that a word names; empty for any other word.

    >>> stem("males") in sex_of("boy"), stem("women") in sex_of("boy"), sex_of("child")
    (True, False, frozenset())
    """
    group = _GROUPS.get(word)
    return frozenset(map(stem, _MARKS[group].split())) if group in {"women", "men"} else frozenset()


def implied(said: Iterable[str]) -> frozenset[str]:
    """Find the groups that some words count without naming them.

    >>> sorted(implied(["births", "outside", "marriage"]))
    ['children']
    """
    found = frozenset(said)
    return frozenset(group for group, marks in _IMPLIED.items() if found.intersection(marks.split()))


def are_births(said: Iterable[str]) -> bool:
    """Check whether words speak of births, which are by women, and not of what is counted from birth on.

    >>> are_births(["teenage", "birth", "rate"]), are_births(["life", "expectancy", "at", "birth"])
    (True, False)
    """
    found = frozenset(said)
    return not _BIRTHS.isdisjoint(found) or {"birth", "rate"} <= found


_BIRTHS = frozenset({"births", "fertility", "motherhood"})


def counts_countries(name: str) -> bool:
    """Check whether a unit counts countries, as in a rank: "among the bottom 5 countries".

    >>> counts_countries("EU countries"), counts_countries("country house")
    (True, False)
    """
    return name.endswith(("country", "countries"))


def parted_alike(group: str, others: Iterable[str]) -> bool:
    """Check whether one of some other groups divides people by the same criterion as this one.

    >>> parted_alike("women", ["men"]), parted_alike("women", ["the young"])
    (True, False)
    """
    axis = next((axis for axis in _AXES if group in axis), frozenset({group}))
    return any(other in axis for other in others)
