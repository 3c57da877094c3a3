"""Which series measures what was said. A test's docstring is the speech."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import TitleIndex, query_of, query_of_text, rank_series, search_words
from workbench.match.words.english_stems import stem

Speech = tuple[Claim, ...]


def usable(candidates: Sequence[Candidate]) -> list[str]:
    return [str(c.series.ref) for c in candidates if c.usable]


def named(title: str, unit: Unit = Unit(Dimension.UNKNOWN, "")) -> Series:  # noqa: B008  (a frozen noun)
    return Series(ref=SeriesRef("mine", title), title=title, unit=unit)


# --- what is found -----------------------------------------------------------------------------------


def test_applications_lodged_here_come_first(speech: Speech, headlines: list[Series]):
    """Asylum applications are down 70 percent this year."""
    found = rank_series(speech[0], headlines)
    assert usable(found)[0] == "unhcr:asylum-applications.coa"
    assert "unhcr:population.refugees.coa" not in usable(found)


def test_applications_by_our_citizens_are_another_series(speech: Speech, headlines: list[Series]):
    """Asylum applications by our nationals fell by 10 percent in 2020."""
    assert usable(rank_series(speech[0], headlines))[0] == "unhcr:asylum-applications.coo"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The jobless rate was 14.5 percent in 2022.", "worldbank:SL.UEM.TOTL"),
        ("The jobless rate among young people was 32 percent in 2022.", "worldbank:SL.UEM.1524"),
        ("Murders doubled in 2020.", "worldbank:VC.IHR.PSRC.P5"),
        ("Inflation reached 14.2 percent in 2022.", "worldbank:FP.CPI.TOTL.ZG"),
        ("Our population is 1.8 million.", "worldbank:SP.POP.TOTL"),
        ("Remittances were 400 million dollars in 2020.", "worldbank:BX.TRF.PWKR.CD.DT"),
        ("Life expectancy is 76 years.", "worldbank:SP.DYN.LE00.IN"),
        ("Exports of goods and services were 66 percent of GDP in 2021.", "worldbank:NE.EXP.GNFS.ZS"),
        ("The military expenditure was 1.5 percent of GDP in 2021.", "worldbank:MS.MIL.XPND.GD.ZS"),
    ],
)
def test_everyday_words_find_the_headline_series(
    hear: Callable[[str], Speech], headlines: list[Series], text: str, first: str
):
    best = usable(rank_series(hear(text)[0], headlines))[0]
    assert best in {first, f"{first}.ZS", f"{first}.NE.ZS"}  # the ILO's estimate or the country's own


def test_growth_is_measured_at_constant_prices(speech: Speech, headlines: list[Series]):
    """GDP grew by 4 percent in 2021."""
    ranked = usable(rank_series(speech[0], headlines, limit=100))
    assert ranked.index("worldbank:NY.GDP.MKTP.KD") < ranked.index("worldbank:NY.GDP.MKTP.CD")


# --- what is honestly not found ------------------------------------------------------------------------


def test_no_series_counts_messages(speech: Speech, headlines: list[Series]):
    """Through SIENNA around 800 messages and responses were exchanged over the past year."""
    assert speech
    for claim in speech:
        assert usable(rank_series(claim, headlines)) == []


def test_migrants_smuggled_are_not_the_population(speech: Speech, headlines: list[Series]):
    """In the first 9 months of 2021, 16,000 attempts of illegal migration have been halted, as well as 35 cases of smuggling of 420 migrants."""
    assert len(speech) >= 2
    for claim in speech:
        found = rank_series(claim, headlines)
        assert usable(found) == []
        assert not any(c.usable for c in found)


def test_a_title_that_is_wholly_said_is_usable_in_a_long_claim(hear: Callable[[str], Speech]):
    claim = hear(
        "In Latvia, the share of the population connected to tertiary waste water treatment was 28 percent in 2012."
    )[0]
    assert usable(rank_series(claim, [named("Tertiary treatment", PERCENT)]))
    assert not usable(rank_series(claim, [named("Tertiary education of the young", PERCENT)]))


def test_what_it_is_measured_against_is_not_what_is_measured(speech: Speech, headlines: list[Series]):
    """GDP was 12 billion dollars in 2021."""
    found = {str(c.series.ref): c for c in rank_series(speech[0], headlines, limit=500)}
    expense = found["worldbank:GC.XPN.TOTL.GD.ZS"]
    assert expense.doubt == "speaks of “gdp” only beside what it measures"


def test_a_percentage_is_not_measured_by_a_count(speech: Speech):
    """Unemployment was 14 percent in 2021."""
    people, share = named("Unemployment, persons", Unit(Dimension.COUNT, "person")), named("Unemployment", PERCENT)
    found = rank_series(speech[0], [people, share])
    assert [c.series for c in found] == [share, people]
    assert found[1].barred == "the claim is in percent, the series in a count (persons)"


def test_a_fall_in_percent_is_measured_by_a_count(speech: Speech):
    """Asylum applications fell by 70 percent in 2021."""
    found = rank_series(speech[0], [named("Asylum applications", Unit(Dimension.COUNT, "asylum application"))])
    assert found[0].barred is None


# --- the shape of the answer ---------------------------------------------------------------------------


def test_every_series_asked_for_alone_is_answered(speech: Speech, headlines: list[Series]):
    """Asylum applications are down 70 percent this year."""
    for series in headlines[::40]:
        (answer,) = rank_series(speech[0], [series], limit=1)
        assert answer.series is series
        assert answer.barred or answer.doubt or answer.score > 0


def test_scores_are_their_parts_and_usable_ones_come_first(speech: Speech, headlines: list[Series]):
    """The unemployment rate was 14 percent in 2021."""
    found = rank_series(speech[0], headlines, limit=50)
    order = [c.order for c in found]
    assert order == sorted(order)
    for candidate in found:
        assert sum(part.weight for part in candidate.parts) == pytest.approx(1)
        assert all(0 <= part.value <= 1 and part.because for part in candidate.parts)


@pytest.fixture(scope="module")
def ranked(hear: Callable[[str], Speech], headlines: list[Series]) -> tuple[Claim, list[Candidate]]:
    """Return a claim with a figure, and what is found for it."""
    claim = hear("The unemployment rate was 14.5 percent in 2021.")[0]
    return claim, rank_series(claim, headlines[:80])


@settings(max_examples=40, deadline=None)
@given(value=st.decimals("0.1", "1000000", places=1), sooner=st.booleans())
def test_no_figure_moves_a_candidate(
    ranked: tuple[Claim, list[Candidate]], headlines: list[Series], value: Decimal, *, sooner: bool
):
    """Whatever number is claimed, the order, the scores and the reasons are the same."""
    claim, found = ranked
    amount = replace(
        claim.amount, value=replace(claim.amount.value, low=value, step=Decimal("0.1") if sooner else Decimal(1))
    )
    other = replace(claim, amount=amount, amounts=(amount,))
    assert rank_series(other, headlines[:80]) == found


@settings(max_examples=examples(60), deadline=None)
@given(titles=st.lists(st.text(max_size=300), max_size=6), text=st.text(max_size=300))
def test_no_title_and_no_phrase_crashes(titles: list[str], text: str):
    index = TitleIndex([Series(ref=SeriesRef("any", str(n)), title=title) for n, title in enumerate(titles)])
    assert len(index.rank(query_of_text(text), 3)) <= 3


def test_a_title_of_four_thousand_letters_is_ranked(speech: Speech):
    """Asylum applications are down 70 percent this year."""
    long = named("Asylum applications " + "and so on " * 400)
    assert rank_series(speech[0], [long])[0].series is long


def test_a_catalogue_is_searched_for_what_tables_say(speech: Speech):
    """The jobless rate was 14.5 percent in 2021."""
    said = search_words(speech[0]).split()
    assert said[:2] == ["unemployment", "rate"]


def test_ages_stay_in_the_words_and_claimed_figures_do_not(hear: Callable[[str], Speech]):
    query = query_of(hear("Unemployment among people aged 25 to 54 years was 12.5 percent in Austria in 2020.")[0])
    assert query.places[0] == "AUT"
    said = {concept.said for concept in query.concepts}
    assert not said & {"12.5", "2020", "austria"}


def test_figures_are_out_of_reach():
    """No module of this room knows observations, evidence or traces: a score cannot use what it cannot see."""
    room = importlib.import_module("workbench.match")
    names = [name for _, name, _ in pkgutil.walk_packages(room.__path__, "workbench.match.")]
    assert len(names) > 50
    for module in map(importlib.import_module, names):
        reached = {getattr(value, "__module__", "") for value in vars(module).values()}
        assert not reached & {"workbench.core.evidence", "workbench.core.trace", "workbench.core.finding"}, module
        assert "Observation" not in vars(module), module


@pytest.mark.parametrize("part", ["Latin America", "Eastern Asia", "Africa", "the Caribbean"])
def test_parts_of_the_world_are_words_of_what_is_measured_and_countries_are_not(part: str):
    """Titles name a part of the world ("born in Latin America"); a country is one of a series' many places."""
    of_part, of_country = (f"number of households born in {place}" for place in (part, "France"))
    stems = {
        said: {s for c in query_of_text(said, read_text(said)).concepts for w in c.ways for s in w.stems}
        for said in (of_part, of_country)
    }
    assert {stem(word) for word in part.lower().split() if word != "the"} <= stems[of_part]
    assert "franc" not in stems[of_country]
