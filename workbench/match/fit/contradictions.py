"""Contradictions between a title and a claim: another statistic, another part, the other of two opposites.

Few shared words make a series unlikely; a contradiction counts against it however many words they share. Such a series is shown with
the reason and may not decide alone: titles are short, and sometimes the series is meant all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.core.claim import ChangeMode, ClaimKind
from workbench.core.place import places
from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.core.source_coverage import covers
from workbench.match.fit.exclusive_categories import opposite_sides
from workbench.match.fit.fit_group import counts_ages
from workbench.match.fit.fit_level_or_change import grows, growth_only_in_title
from workbench.match.fit.fit_statistic import reversed_in
from workbench.match.fit.growth_at_prices import at_prices_of_the_time
from workbench.match.fit.partner_countries import of_all_partners
from workbench.match.fit.poverty_lines import up_to_a_line
from workbench.match.fit.title_comparison import TitleComparison
from workbench.match.query.likelihood import TitleMatch
from workbench.match.query.query import Query
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.titles.title_units import unit_of
from workbench.match.titles.title_words import without_brackets
from workbench.match.words.normalisation import keys, naming, words
from workbench.match.words.population_groups import AGED, AN_AGE, EVERYBODY, groups, implied, parted_alike
from workbench.match.words.statistic_words import RATED, marks_of

_OUTPUT = frozenset(keys("GDP gross domestic product national income GNI"))
_RATES = frozenset({Dimension.SHARE, Dimension.RATE})
_SHARE = frozenset({"share", "proportion", "percentage"})
_GROWN = frozenset({ChangeMode.RELATIVE, ChangeMode.MULTIPLE})
_WHICH_OF_MANY = {
    "median": "median",
    "mean": "mean",
    "average": "mean",
    "averaged": "mean",
    "minimum": "minimum",
    "maximum": "maximum",
}
"""Words that say which of many figures is given."""


def contradiction(query: Query, series: Series, agreed: TitleMatch) -> str | None:
    """Find a contradiction between title and claim; None where there is none."""
    compared = TitleComparison(query, series, agreed, marks_of(series.title))
    return next((says for rule in _RULES if (says := rule(compared)) is not None), None)


def _named_before(compared: TitleComparison) -> str | None:
    """Contradict a claim such as "106 of these deaths": a group that its text named before is not all."""
    if compared.query.kind is ClaimKind.COMPARISON or not compared.query.named_before:
        return None
    return "the claim speaks of some that its text has named before, and not of all"


def _of_its_base(compared: TitleComparison) -> str | None:
    """Contradict where the claim is a share of a base that the title measures: "10 percent of GDP on pensions" is no growth of GDP."""
    if not compared.query.base & _OUTPUT:
        return None
    head = naming(keys(without_brackets(compared.series.title)))
    if not head or not head <= _OUTPUT:
        return None
    return "measures what the claim's figure is a share of, and not the share"


def _against_another(compared: TitleComparison) -> str | None:
    """Contradict where the title is a share and the claim an amount of money or a growth: "Fuel imports (% of merchandise imports)"."""
    query = compared.query
    money = query.unit is not None and query.unit.dimension is Dimension.MONEY
    if not (query.change in _GROWN or money) or set(compared.marks.base) <= query.claimed or not compared.sorts & RATED:
        return None
    return "is a share or a rate of something of which the claim does not speak"


def _of_another_sort(compared: TitleComparison) -> str | None:
    """Contradict where one is a count and the other a rate or share; the unit of a title is often known only from its words."""
    query, unit, has, rated = (
        compared.query,
        compared.query.unit,
        unit_of(compared.series).dimension,
        bool(compared.sorts & RATED),
    )
    counts = not rated and (has is Dimension.COUNT or (has is Dimension.UNKNOWN and "a count" in compared.sorts))
    if _SHARE & frozenset(words(query.text)) and (counts or grows(compared.series.title)):
        return "gives a number, the claim speaks of a share"
    if unit is None or query.change in _GROWN:
        return None
    if query.per_many:
        return None if rated or has in _RATES else "gives a number, the claim a rate"
    if unit.dimension is Dimension.COUNT and unit.name and rated:
        return "gives a rate or a share, the claim counts"
    if unit.dimension is Dimension.UNKNOWN and has is Dimension.SHARE and not query.of_rate:
        return "gives a share, the claim says a bare number"
    if unit.dimension is Dimension.SHARE and query.change is None and counts:
        return "gives a number, the claim is in percent"
    return None


def _itself_a_change(compared: TitleComparison) -> str | None:
    """Contradict where the title gives the growth of a thing and the claim its level."""
    level = compared.query.kind in {ClaimKind.LEVEL, ClaimKind.SHARE} and compared.query.change is None
    return (
        "is itself a change, the claim speaks of a level"
        if level and growth_only_in_title(compared.query, compared.series)
        else None
    )


def _another_of_many(compared: TitleComparison) -> str | None:
    return other_of_many(compared.query, compared.series)


def other_of_many(query: Query, series: Series) -> str | None:
    """Contradict where one is a median and the other a mean: the average age is not the median age, a minimum wage no average one."""
    asks, gives = query.said & _WHICH_OF_MANY.keys(), frozenset(words(series.title)) & _WHICH_OF_MANY.keys()
    if not (asks and gives) or {_WHICH_OF_MANY[word] for word in asks} & {_WHICH_OF_MANY[word] for word in gives}:
        return None
    return f"gives the {_WHICH_OF_MANY[min(gives)]}, the claim speaks of the {_WHICH_OF_MANY[min(asks)]}"


def share_of_output(query: Query, series: Series) -> str | None:
    """Contradict where a thing itself is said to have grown by so many percent, and the series gives its share of GDP.

    `_against_another` says so of any share or rate; a title of the user's own files has so few words that only GDP is sure.
    """
    base = _OUTPUT.intersection(marks_of(series.title).base)
    if not base or query.change not in _GROWN or query.said & _SHARE or not base.isdisjoint(keys(" ".join(query.said))):
        return None
    return "gives a share of GDP, the claim says by how much the thing itself changed"


def share_of_unnamed(query: Query, series: Series) -> str | None:
    """Contradict where a percentage is claimed, its sentence says nothing of output, and the series gives a share of GDP.

    Debts, balances and taxes are told in percent of GDP without saying so ("the deficit was 3 percent"); other things are then told of
    another whole: "of each pound that was spent, 9 percent".
    """
    base = _OUTPUT.intersection(marks_of(series.title).base)
    unit = query.unit
    if not base or query.change is not None or unit is None or unit.dimension is not Dimension.SHARE:
        return None
    told = {*query.base, *query.stems, *(stem for each in query.concepts for way in each.ways for stem in way.stems)}
    if not _ELLIPTIC.isdisjoint(keys(series.title)) or not told.isdisjoint(_OUTPUT):
        return None
    return "gives a share of GDP, of which the claim says nothing"


_ELLIPTIC = frozenset(keys("debt deficit surplus balance tax taxes revenue lending borrowing"))
"""Stems of what is told in percent of GDP without saying so."""


def _of_whom_alone(compared: TitleComparison) -> str | None:
    """Contradict where the claim only names a group ("10 million children") and the title counts something that happens to some of them."""
    asked = [each for each in compared.query.concepts if each.share == 1 and not each.hint and not each.frame]
    if not asked or not compared.agreed.strange or not all(groups(concept.said.split()) for concept in asked):
        return None
    return "the claim names whom it counts, and not this of them"


def _of_all(compared: TitleComparison) -> str | None:
    """Contradict where the claim names a group near its figure ("half of them were women") and the title counts all."""
    left = not_counted(compared.query, compared.series)
    return f"does not count {' and '.join(left)} apart" if left else None


def not_counted(query: Query, series: Series) -> list[str]:
    """Find the groups that the words near a claim's figure name and that a series does not count separately."""
    if not query.groups_around:
        return []
    share = query.kind is ClaimKind.SHARE
    title = words(without_breakdown(series.title) if share else series.title)
    counted = groups(title) | implied(title)
    around = query.groups_around - {EVERYBODY} - (AGED | {AN_AGE} if counts_ages(query, series) else frozenset())
    return sorted(group for group in around if not parted_alike(group, counted))


def _the_reverse(compared: TitleComparison) -> str | None:
    """Contradict where one is the reverse of the other: those who do not work are not those who do."""
    return "says the reverse of the claim" if reversed_in(compared.query.text, compared.series.title) else None


def _of_the_whole_country(compared: TitleComparison) -> str | None:
    """Contradict where the claim is about a part of a country and the series about the whole country."""
    part = next(iter(compared.query.places), None)
    has = covers(compared.series)
    if part is None or part in places() or (has is not None and part in has) or "region" in keys(compared.series.title):
        return None
    return (
        None if part.casefold() in compared.series.title.casefold() else f"is of whole countries, the claim of {part}"
    )


def _opposite(compared: TitleComparison) -> str | None:
    """Contradict where the two name exclusive categories: imports and exports, received and given."""
    sides = opposite_sides(compared.query, compared.series)
    return None if sides is None else f"is of {sides[0]}, the claim of {sides[1]}"


def _of_the_rest(compared: TitleComparison) -> str | None:
    """Contradict where the title counts only a remainder ("New cases: other")."""
    if "other" in compared.query.said or _REST.search(compared.series.title) is None:
        return None
    return "is of others alone, which the claim does not name"


_RULES: tuple[Callable[[TitleComparison], str | None], ...] = (
    _named_before, _of_its_base, _against_another, _of_another_sort, _itself_a_change, up_to_a_line, of_all_partners, _of_whom_alone, _another_of_many,
    _of_all, _the_reverse, _of_the_whole_country, _opposite, _of_the_rest, at_prices_of_the_time,
)  # fmt: skip
_REST = re.compile(r"(?:^|[:,–(-])\s*other\b", re.IGNORECASE)
