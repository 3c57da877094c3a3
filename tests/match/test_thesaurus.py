"""What people say finds what tables write."""

from __future__ import annotations

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text
from workbench.match.words.normalisation import keys
from workbench.match.words.thesaurus import LEXICON, MOST_WAYS, thesaurus

TITLES = (
    "Unemployment, total (% of total labor force)", "Mortality rate, infant (per 1,000 live births)",
    "Intentional homicides (per 100,000 people)", "Physicians (per 1,000 people)", "Military expenditure (% of GDP)",
    "Literacy rate, adult total (% of people ages 15 and above)", "Individuals using the Internet (% of population)",
    "Mortality caused by road traffic injury (per 100,000 population)", "Prevalence of undernourishment (% of population)",
    "Market capitalization of listed domestic companies (% of GDP)", "Capture fisheries production (metric tons)",
    "Number of earthquakes", "Aquaculture production (metric tons)", "International tourism, receipts (current US$)",
    "Account ownership at a financial institution (% of population ages 15+)", "Life expectancy at birth, total (years)",
    "PM2.5 air pollution, mean annual exposure", "Immunization, measles (% of children ages 12-23 months)",
    "Bank nonperforming loans to total gross loans (%)", "Container port traffic (TEU)", "Suicide mortality rate",
    "Motor vehicle thefts", "Percentage of people with coronary heart disease", "School enrollment, preprimary (% gross)",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> TitleIndex:
    return TitleIndex([Series(ref=SeriesRef("mine", title), title=title) for title in TITLES])


@pytest.mark.parametrize(
    ("said", "beginning"),
    [
        ("jobless people", "Unemployment"), ("babies dying before their first birthday, deaths of infants", "Mortality rate, infant"),
        ("murders", "Intentional"), ("doctors per head", "Physicians"), ("the defence budget", "Military"),
        ("people who can read and write", "Literacy"), ("people online", "Individuals"), ("killed in traffic", "Mortality caused"),
        ("hunger", "Prevalence"), ("stock market value", "Market"), ("fish catch", "Capture"), ("tremors", "Number of earth"),
        ("farmed fish", "Aquaculture"), ("spending by foreign visitors", "International"), ("people with a bank account", "Account"),
        ("average lifespan", "Life"), ("fine dust", "PM2.5"), ("children who got their jabs against measles", "Immunization"),
        ("bad loans", "Bank"), ("containers handled", "Container"), ("people who took their own lives", "Suicide"),
        ("car theft", "Motor"), ("people with CHD", "Percentage"), ("enrolled in kindergarten", "School"),
    ],
)  # fmt: skip
def test_what_people_say_finds_what_tables_write(index: TitleIndex, said: str, beginning: str):
    assert index.rank(query_of_text(said), 1)[0].series.title.startswith(beginning)


def test_no_phrase_has_more_ways_than_are_looked_for_nor_an_empty_one():
    assert len(LEXICON) == 6
    for entry in thesaurus().entries.values():
        assert 1 <= len(entry.written) <= MOST_WAYS
        assert all(entry.means)


def test_what_grammar_leaves_of_a_phrase_is_met_by_nothing():
    """People in work are employed; the word "work" alone stands in the title of anything."""
    entry = thesaurus().entries[("employ",)]
    assert ("work",) not in entry.means
    assert tuple(keys("employment")) in entry.means
