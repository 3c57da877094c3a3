"""Population groups in words: women, children, people in towns, age groups, income quintiles.

The words are the English ones of titles; a claim in another language is translated first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from workbench.match.words.english_stems import stem

EVERYBODY = "people from there, wherever they are"
"""Group whose name titles use for a part, and speakers for everybody: "Turkish citizens"."""

_MARKS = {
    "women": "female females woman women girl girls",
    "men": "male males man men boy boys",
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
    "children": "birth births born fertility maternal school pupils childhood immunization vaccination",
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

AN_AGE = "an age group"

Ages = tuple[int, int]
"""First and last age, both included."""

OLDEST = 199
_TO = r"(\d{1,2})\s?(?:-|–|to|and)\s?(\d{1,2})"
_AGED_FROM_TO = rf"\b(?:ages?|aged)(?: from)? {_TO}\b"
_FROM_TO_YEARS = rf"\b{_TO}(?:[ -]years?\b|[ -]year-olds?\b)"
_PLUS = r"\b(\d{1,2})\+"
_AND_OVER = r"\b(\d{1,2})(?: years?)?(?: of age)?,? (?:and|or) (?:over|older|above)\b"
_NO_AGE = r"(?![.,]?\d)(?! ?(?:%|per|[a-z]*dollar|euro|\$|point))"
_UNDER = (
    r"\b(?:under|below|younger than)(?:-| )(?:age |the age of )?(\d{1,2})"
    rf"(?: years?\b| year-olds?\b|\b{_NO_AGE})"
)
_RANGES = re.compile(rf"{_AGED_FROM_TO}|{_FROM_TO_YEARS}|{_PLUS}|{_AND_OVER}|{_UNDER}", re.IGNORECASE)
_IN_WORDS = re.compile(r"\b(under)[ -]five\b", re.IGNORECASE)
"""The only age group that titles write in words: "Under-five mortality rate"."""

_GROWN, _WIDE = 25, 30


@lru_cache(maxsize=20_000)
def ages(text: str) -> frozenset[Ages]:
    """Read the ages that some words name.

    >>> sorted(ages("people aged 25 to 54 years, 65 years or over, under-5 mortality"))
    [(0, 4), (25, 54), (65, 199)]
    """
    figures = _IN_WORDS.sub(r"\1 5", text)
    if not any(sign.isdigit() for sign in figures):
        return frozenset()
    return frozenset(_range(*found.groups()) for found in _RANGES.finditer(figures))


def _range(*found: str | None) -> Ages:
    low, high, other_low, other_high, plus, over, under = (int(age) if age else 0 for age in found)
    if under:
        return 0, under - 1
    return (low or other_low or plus or over), (high or other_high or OLDEST)


def narrow(between: Ages) -> bool:
    """Check whether an age range is a group of its own; all adults, or all of working age, are simply the people that a measure is about.

    >>> narrow((15, 24)), narrow((65, OLDEST)), narrow((15, OLDEST)), narrow((15, 64))
    (True, True, False, False)
    """
    low, high = between
    return low > _GROWN or high - low < _WIDE


def same_ages(one: Ages, other: Ages) -> bool:
    """Check whether two age groups are the same: for work and youth, "under 25" begins at the age from which statistics count.

    >>> same_ages((0, 24), (15, 24)), same_ages((0, 4), (0, 14)), same_ages((25, 34), (15, 199))
    (True, False, False)
    """
    lows = {one[0], other[0]}
    return one[1] == other[1] and (len(lows) == 1 or (0 in lows and max(lows) in _OF_WORK and one[1] > max(_OF_WORK)))


_OF_WORK = frozenset({15, 16})
"""Ages from which labour force surveys ask people."""

_OR_OVER = r"(?:\+|,? (?:and|or) (?:over|older|above))"
_OF_WHOM = re.compile(
    r",? (?:(?:persons|people|population) )?(?:ages?|aged) "
    rf"(?:{_TO}|(\d{{1,2}})(?: years?)?{_OR_OVER})(?: years?\b)?",
    re.IGNORECASE,
)


def without_wide_ages(title: str) -> str:
    """Remove the wide age ranges from a title.

    >>> without_wide_ages("Employed persons aged 15 to 64, total"), without_wide_ages("Deaths of persons aged 65 and over")
    ('Employed, total', 'Deaths of persons aged 65 and over')
    """
    line = " ".join(title.split())
    return _OF_WHOM.sub(lambda found: found[0] if any(map(narrow, ages(found[0]))) else "", line)


def words_of_groups() -> frozenset[str]:
    """List all words that name a group of people.

    >>> {"girls", "elderly"} <= words_of_groups(), "drunk" in words_of_groups()
    (True, False)
    """
    return frozenset(_GROUPS)


def groups(said: Iterable[str]) -> frozenset[str]:
    """Find the groups of people that some words name: women, children, people in towns."""
    return frozenset(_GROUPS[word] for word in said if word in _GROUPS)


def implied(said: Iterable[str]) -> frozenset[str]:
    """Find the groups that some words count without naming them.

    >>> sorted(implied(["births", "outside", "marriage"]))
    ['children']
    """
    found = frozenset(said)
    return frozenset(group for group, marks in _IMPLIED.items() if found.intersection(marks.split()))


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
