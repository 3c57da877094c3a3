"""A series of other ages than the claim names is never sure, be the ages words of its title or a member of its table."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match.query.query import query_of
from workbench.match.ranking.rank_series import TitleIndex

AGES = [("15", "24"), ("21", "34"), ("30", "34"), ("55", "64")]
TITLES = [
    "Part-time employment, aged {} to {}",
    "Part-time employment; Age: From {} to {} years; Sex: Male; Worker status: Employees",
    "Part-time employment of persons aged {}-{}",
]


@each(("title", "mine", "theirs"), product(TITLES, AGES, AGES))
def test_only_a_series_of_the_same_ages_is_usable(title: str, mine: tuple[str, str], theirs: tuple[str, str]):
    """In Spain, part-time employment of people aged 21 to 34 rose."""
    series = Series(ref=SeriesRef("mine", "a"), title=title.format(*theirs))
    said = f"In Spain, part-time employment of men aged {mine[0]} to {mine[1]} was 28 percent in 2014."
    (found,) = TitleIndex([series]).rank(query_of(read_text(said).claims[0]))
    if mine != theirs:
        assert not found.usable
        assert f"aged {theirs[0]} to {theirs[1]}" in (found.doubt or found.barred or "")


@each("group", ["people", "South Africans", "those in the labour force"])
@each(("group_of_title", "ages"), [("Youth", ("15", "24")), ("Child", ("5", "14")), ("Older people's", ("65", "74"))])
def test_those_of_the_very_ages_of_a_series_are_its_group(group: str, group_of_title: str, ages: tuple[str, str]):
    """Joblessness among South Africans aged 15-24 was 33.4 percent in 2018."""
    title = f"{group_of_title} unemployment rate, persons aged {ages[0]} to {ages[1]}"
    said = f"Joblessness among {group} aged {ages[0]}-{ages[1]} was 33.4 percent in 2018."
    (found,) = TitleIndex([Series(ref=SeriesRef("mine", "a"), title=title)]).rank(query_of(read_text(said).claims[0]))
    assert "whom the claim does not name" not in (found.doubt or found.barred or "")


EXPECTED = {
    "en": (
        "Life expectancy at 65 was 81.2 years in Germany in 2018.",
        "Life expectancy at age 65 in Germany was 81.2 years in 2018.",
        "In Germany the life expectancy of people older than 65 was 81.2 years in 2018.",
        "In Germany the life expectancy of those aged 30 to 34 was 81.2 years in 2018.",
    ),
    "de": (
        "Die Lebenserwartung mit 65 lag 2018 in Deutschland bei 81,2 Jahren.",
        "Die Lebenserwartung der Menschen über 65 Jahren lag 2018 in Deutschland bei 81,2 Jahren.",
    ),
    "mk": ("Очекуваниот животен век на 65 години во Германија во 2018 беше 81,2 години.",),
}


@each(("language", "said"), [(language, said) for language, every in EXPECTED.items() for said in every])
def test_what_is_expected_at_birth_is_not_expected_at_another_age(language: str, said: str):
    """A title that speaks of birth speaks of an age, and it is not any age."""
    claim = next(each for each in read_text(said, language=language).claims if each.amount.value.low == Decimal("81.2"))
    titles = [Series(ref=SeriesRef("mine", "a"), title="Life expectancy at birth")]
    assert [found.usable for found in TitleIndex(titles).rank(query_of(claim))] in ([False], [])


@each("ages", ["children under five", "people under the age of 5", "boys aged 1 to 4"])
def test_a_title_that_names_children_may_be_of_their_ages(ages: str):
    said = f"In Kenya, mortality of {ages} was 43 per thousand in 2018."
    titles = [Series(ref=SeriesRef("mine", "a"), title="Child mortality rate")]
    (found,) = TitleIndex(titles).rank(query_of(read_text(said).claims[0]))
    assert "does not count those" not in (found.doubt or found.barred or "")
