"""What a title says and a claim does not mean: another statistic, another part, the other of two opposites.

Few words in common speak against a series by making it unlikely; what stands here speaks against it however many they have in common.
Such a series is shown with its reason and decides nothing: titles are short, and now and then it is meant all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from workbench.core.claim import ChangeMode, ClaimKind
from workbench.core.coverage import covers
from workbench.core.place import place_name, places
from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.match.fit.exclusive_categories import opposite_sides
from workbench.match.fit.fit import grows, growth_only_in_title
from workbench.match.fit.fit_group import counts_ages
from workbench.match.fit.fit_statistic import reversed_in
from workbench.match.query.likelihood import TitleMatch
from workbench.match.query.query import Query
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.titles.texts import without_brackets
from workbench.match.titles.title_units import unit_of
from workbench.match.words.groups import AGED, AN_AGE, EVERYBODY, groups, implied, parted_alike
from workbench.match.words.keys import keys, naming, words
from workbench.match.words.statistic_words import RATED, SORTS, StatisticMarks, marks_of, named
from workbench.match.words.stems import stem

_OUTPUT = frozenset(keys("GDP gross domestic product national income GNI"))
_RATES = frozenset({Dimension.SHARE, Dimension.RATE})
_SHARE = frozenset({"share", "proportion", "percentage"})
_GROWN = frozenset({ChangeMode.RELATIVE, ChangeMode.MULTIPLE})


class TitleComparison(NamedTuple):
    """A claim, the series whose title is compared with it, and the statistic that the title gives."""

    query: Query
    series: Series
    agreed: TitleMatch
    marks: StatisticMarks

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts of statistic that the title names."""
        return named(self.marks.code, SORTS)


def contradiction(query: Query, series: Series, agreed: TitleMatch) -> str | None:
    """Return what a title says and the claim does not mean; None where nothing shows."""
    compared = TitleComparison(query, series, agreed, marks_of(series.title))
    return next((says for rule in _RULES if (says := rule(compared)) is not None), None)


def _named_before(compared: TitleComparison) -> str | None:
    """Say so of "106 of these deaths": those that its text has named before are not all."""
    if compared.query.kind is ClaimKind.COMPARISON or not compared.query.named_before:
        return None
    return "the claim speaks of some that its text has named before, and not of all"


def _of_its_base(compared: TitleComparison) -> str | None:
    """Return shares of a country's output measure no output: "10 percent of GDP on pensions" is no growth of GDP."""
    if not compared.query.base & _OUTPUT:
        return None
    head = naming(keys(without_brackets(compared.series.title)))
    if not head or not head <= _OUTPUT:
        return None
    return "measures what the claim's figure is a share of, and not the share"


def _against_another(compared: TitleComparison) -> str | None:
    """Return a share of something measures neither an amount of money nor how much a thing grew: "Fuel imports (% of merchandise imports)"."""
    query = compared.query
    money = query.unit is not None and query.unit.dimension is Dimension.MONEY
    if not (query.change in _GROWN or money) or set(compared.marks.base) <= query.claimed or not compared.sorts & RATED:
        return None
    return "is a share or a rate of something of which the claim does not speak"


def _of_another_sort(compared: TitleComparison) -> str | None:
    """Return a count is no rate, and a share no number; the unit of a title is often known by its words alone."""
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
    """Return how much a thing grew is not how much of it there is."""
    level = compared.query.kind in {ClaimKind.LEVEL, ClaimKind.SHARE} and compared.query.change is None
    return (
        "is itself a change, the claim speaks of a level"
        if level and growth_only_in_title(compared.query, compared.series)
        else None
    )


def _up_to_a_line(compared: TitleComparison) -> str | None:
    """Return those below one line of money are not those below another: "below $8.30 a day"."""
    lines = frozenset(_LINE.findall(compared.series.title))
    if not lines or lines & compared.query.said:
        return None
    return f"is of ${min(lines)} a day, which the claim does not name"


def _of_all_partners(compared: TitleComparison) -> str | None:
    """Export to one country are not all exports, and refugees from one not all refugees."""
    partner = partner_alone(compared.query, compared.series, compared.query.claimed)
    return f"is of all partners, the claim of {partner} alone" if partner else None


def partner_alone(query: Query, series: Series, said: frozenset[str]) -> str | None:
    """Return the other country of what goes from one to another, which a claim names and a series does not; None where there is none.

    Args:
        query: The query of the claim.
        series: The series.
        said: The stems of the claim's words, which tell whether anything goes from one to another.
    """
    if len(query.places) < 2 or query.kind in {ClaimKind.COMPARISON, ClaimKind.RANK} or _BETWEEN.isdisjoint(said):
        return None
    partner, place = place_name(query.places[1]), places().get(query.places[1])
    if place is not None and query.places[0] in {code for code, *_ in place.members}:
        return None  # "Norway in Europe"
    return None if partner.casefold() in series.title.casefold() else partner


def _of_whom_alone(compared: TitleComparison) -> str | None:
    """Return a claim that names whom it counts and nothing else ("10 million children") is not measured by what befalls some of them."""
    asked = [each for each in compared.query.concepts if each.share == 1 and not each.hint and not each.frame]
    if not asked or not compared.agreed.strange or not all(groups(concept.said.split()) for concept in asked):
        return None
    return "the claim names whom it counts, and not this of them"


def _of_all(compared: TitleComparison) -> str | None:
    """Return a claim that says beside its figure whom it counts ("half of them were women") is not measured by all."""
    left = not_counted(compared.query, compared.series)
    return f"does not count {' and '.join(left)} apart" if left else None


def not_counted(query: Query, series: Series) -> list[str]:
    """Return the groups that the words beside a claim's figure name, and that a series does not count apart."""
    if not query.groups_around:
        return []
    share = query.kind is ClaimKind.SHARE
    title = words(without_breakdown(series.title) if share else series.title)
    counted = groups(title) | implied(title)
    around = query.groups_around - {EVERYBODY} - (AGED | {AN_AGE} if counts_ages(query, series) else frozenset())
    return sorted(group for group in around if not parted_alike(group, counted))


def _the_reverse(compared: TitleComparison) -> str | None:
    """Return those who do not work are not those who do."""
    return "says the reverse of the claim" if reversed_in(compared.query.text, compared.series.title) else None


def _of_the_whole_country(compared: TitleComparison) -> str | None:
    """Return a series of a country does not measure a part of it."""
    part = next(iter(compared.query.places), None)
    has = covers(compared.series)
    if part is None or part in places() or (has is not None and part in has) or "region" in keys(compared.series.title):
        return None
    return (
        None if part.casefold() in compared.series.title.casefold() else f"is of whole countries, the claim of {part}"
    )


def _opposite(compared: TitleComparison) -> str | None:
    """Import are no exports, and what is received is not what is given."""
    sides = opposite_sides(compared.query, compared.series)
    return None if sides is None else f"is of {sides[0]}, the claim of {sides[1]}"


def _of_the_rest(compared: TitleComparison) -> str | None:
    """Return what is left over ("New cases: other") is a part of the whole."""
    if "other" in compared.query.said or _REST.search(compared.series.title) is None:
        return None
    return "is of others alone, which the claim does not name"


def _at_prices_of_the_time(compared: TitleComparison) -> str | None:
    """Return how much an economy grew is measured at constant prices; a title that says nothing of prices does not tell."""
    if compared.query.change is not ChangeMode.RELATIVE:
        return None
    title = frozenset(keys(without_brackets(compared.series.title)))
    product = any(title >= name and not name & set(compared.marks.base) for name in _PRODUCT)
    if not product:
        return None
    real = _REAL.search(f"{compared.series.title} {compared.series.unit}") is not None
    return None if real else "does not say that it is at constant prices, at which growth is measured"


_RULES: tuple[Callable[[TitleComparison], str | None], ...] = (
    _named_before, _of_its_base, _against_another, _of_another_sort, _itself_a_change, _up_to_a_line, _of_all_partners, _of_whom_alone, _of_all,
    _the_reverse, _of_the_whole_country, _opposite, _of_the_rest, _at_prices_of_the_time,
)  # fmt: skip


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_BETWEEN = _stems(
    "export import trade aid investment refugee asylum migrant immigrant emigrant immigration emigration migration tourist visitor"
)
"""What goes from one country to another."""


_LINE = re.compile(r"\$ ?(\d+(?:\.\d+)?)(?= (?:a|per) day| -)")
_REST = re.compile(r"(?:^|[:,–(-])\s*other\b", re.IGNORECASE)
_PRODUCT = (_stems("gdp"), _stems("gross domestic product"))
_REAL = re.compile(r"\b(?:growth|real|constant|volume|chain|chained|deflated|change)\b", re.IGNORECASE)
