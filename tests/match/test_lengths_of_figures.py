"""A series whose figures are too long for a claim's period never leads one whose figures are not: a yearly one tells nothing of March."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.each import each
from workbench.catalogue import starter
from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.period import Frequency, Period, month, quarter, year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.reviewers.series_choice import Choice, ChoiceKind
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import Query, TitleIndex, query_of, rank_series
from workbench.match.fit.fit_period import fit_period
from workbench.match.memory.series_memory import Memory, sought_for, words_for

Rank = Callable[[Claim], Sequence[Candidate]]

ENGLISH = (
    ("Germany", "France", "the United Kingdom", "the United States", "Brazil", "North Macedonia"),
    ("in March 2022", "in the first quarter of 2022", "in 2022"),
    (
        "Inflation in {c} was 5.3 percent {p}.",
        "The unemployment rate in {c} was 7.1 percent {p}.",
        "There were 310,000 unemployed people in {c} {p}.",
        "Youth unemployment in {c} was 17 percent {p}.",
        "The employment rate in {c} was 61.4 percent {p}.",
        "The economy of {c} grew by 0.4 percent {p}.",
        "House prices in {c} rose by 8 percent {p}.",
        "Government debt in {c} was 61 percent of GDP {p}.",
        "{c} received 2,500 asylum applications {p}.",
        "Industrial production in {c} fell by 3 percent {p}.",
    ),
)
GERMAN = (
    ("Deutschland", "Frankreich", "Großbritannien", "Spanien", "Brasilien", "Nordmazedonien"),
    ("im März 2022", "im ersten Quartal 2022"),
    (
        "Die Inflation lag {p} in {c} bei 5,3 Prozent.",
        "Die Arbeitslosenquote lag {p} in {c} bei 7,1 Prozent.",
        "Die Jugendarbeitslosigkeit lag {p} in {c} bei 17 Prozent.",
        "Die Beschäftigungsquote lag {p} in {c} bei 61,4 Prozent.",
        "Die Immobilienpreise in {c} stiegen {p} um 8 Prozent.",
        "Die Staatsverschuldung in {c} lag {p} bei 61 Prozent des BIP.",
    ),
)
MACEDONIAN = (
    ("Германија", "Франција", "Велика Британија", "Шпанија", "Бразил", "Северна Македонија"),
    ("во март 2022 година", "во првиот квартал од 2022 година"),
    (
        "Инфлацијата во {c} {p} беше 5,3 проценти.",
        "Стапката на невработеност во {c} {p} беше 7,1 проценти.",
        "Невработеноста на младите во {c} {p} беше 17 проценти.",
        "Стапката на вработеност во {c} {p} беше 61,4 проценти.",
        "Цените на становите во {c} {p} пораснаа за 8 проценти.",
        "Јавниот долг на {c} {p} беше 61 процент од БДП.",
    ),
)


def claims(said: tuple[Sequence[str], Sequence[str], Sequence[str]], language: str) -> list[Claim]:
    countries, periods, sentences = said
    texts = [each.format(c=country, p=period) for each in sentences for country in countries for period in periods]
    found = [read_text(each, said=date(2023, 6, 1), language=language).claims for each in texts]
    return [each[0] for each in found if each]


@pytest.fixture(scope="module")
def rank() -> Rank:
    titles = TitleIndex(starter())
    return lambda claim: titles.rank(query_of(claim), 12)


def too_long(candidate: Candidate, period: Period) -> bool:
    lasts = candidate.series.frequency.months if candidate.series.frequency else None
    return lasts is not None and period.months is not None and period.months % lasts != 0


@pytest.mark.parametrize(("said", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (MACEDONIAN, "mk")])
def test_too_long_figures_never_lead_those_that_make_the_period_up(rank: Rank, said: tuple, language: str):
    led_by_score = 0
    for claim in claims(said, language):
        period = claim.period.value
        usable = [each for each in rank(claim) if each.usable]
        long = [too_long(each, period) for each in usable]
        assert long == sorted(long), claim.context
        for one, is_long in zip(usable, long, strict=True):
            assert (one.coarse is not None) == is_long, (claim.context, one.series.ref)
        best = max(usable, key=lambda each: each.score, default=None)
        led_by_score += best is not None and too_long(best, period) and not all(long)
    assert led_by_score > 5, "a yearly series has the best score often enough for the order to matter"


def test_claims_of_a_year_are_ranked_by_score_alone(rank: Rank):
    countries, _, sentences = ENGLISH
    for claim in claims((countries, ("in 2022",), sentences), "en"):
        found = rank(claim)
        assert not any(each.coarse for each in found), claim.context
        usable = [each for each in found if each.usable]
        orders = [each.order for each in usable]  # by score, in which the country's own office is a little ahead
        assert orders == sorted(orders), claim.context


# --- what too long is, and what is said of it ------------------------------------------------------------


def series(name: str, often: Frequency | None, title: str = "Unemployment rate", unit: Unit = PERCENT) -> Series:
    return Series(ref=SeriesRef("office", name), title=title, unit=unit, frequency=often)


YEARLY, QUARTERLY, MONTHLY = (series(each, Frequency(each)) for each in ("year", "quarter", "month"))


def refs(found: Sequence[Candidate]) -> list[str]:
    return [each.series.ref.key for each in found]


OF_A_MONTH, OF_A_QUARTER = ["quarter", "year"], ["year"]


@each(
    ("text", "language", "behind"),
    [
        ("Unemployment was 5 percent in March 2022.", "en", OF_A_MONTH),
        ("Unemployment was 5 percent in the first quarter of 2022.", "en", OF_A_QUARTER),
        ("Unemployment was 5 percent last month.", "en", OF_A_MONTH),
        ("So far this year unemployment was 5 percent.", "en", OF_A_MONTH),
        ("Unemployment rose by 0.3 percentage points compared with the month before.", "en", OF_A_MONTH),
        ("Unemployment rose by 2 percent on the month.", "en", OF_A_MONTH),
        ("Unemployment rose by 2 percent quarter on quarter.", "en", OF_A_QUARTER),
        ("Unemployment rose by 2 percent compared with the previous quarter.", "en", OF_A_QUARTER),
        ("Gegenüber dem Vormonat stieg die Arbeitslosenquote um 2 Prozent.", "de", OF_A_MONTH),
        ("Im Vergleich zum Vorquartal stieg die Arbeitslosenquote um 2 Prozent.", "de", OF_A_QUARTER),
        ("Во однос на претходниот месец стапката на невработеност порасна за 2 проценти.", "mk", OF_A_MONTH),
        ("Во однос на претходното тримесечје стапката на невработеност порасна за 2 проценти.", "mk", OF_A_QUARTER),
        ("Unemployment rose by 2 percent compared with the year before.", "en", []),
        ("Unemployment was 5 percent in 2021.", "en", []),
    ],
)
def test_too_long_ones_stand_behind_the_shorter_first(text: str, language: str, behind: list[str]):
    claim = read_text(text, said=date(2022, 6, 1), language=language).claims[0]
    found = rank_series(claim, [YEARLY, QUARTERLY, MONTHLY])
    assert all(each.usable for each in found)
    assert refs([each for each in found if each.coarse]) == behind
    assert refs(found)[len(found) - len(behind) :] == behind


@each(
    ("period", "often", "coarse"),
    [
        (month(2022, 3), Frequency.YEAR, True),
        (month(2022, 3), Frequency.MONTH, False),
        (month(2022, 3), None, False),  # how long its figures last is not known
        (quarter(2022, 1), Frequency.MONTH, False),
        (quarter(2022, 1), Frequency.HALF, True),
        (Period(date(2022, 2, 1), date(2022, 5, 1)), Frequency.QUARTER, True),  # February to April is no quarter
        (Period(date(2022, 1, 1), date(2022, 10, 1)), Frequency.HALF, True),
        (year(2022), Frequency.YEAR, False),
        (Period(date(2021, 4, 1), date(2022, 4, 1)), Frequency.YEAR, False),  # an office may count so itself
        (Period(date(2015, 1, 1), date(2022, 4, 1)), Frequency.YEAR, False),  # since 2015
        (Period(date(2022, 3, 1), date(2022, 3, 2)), Frequency.YEAR, False),  # a yearly stock may be of that very day
    ],
)
def test_what_is_too_long(period: Period, often: Frequency | None, *, coarse: bool):
    assert fit_period(Query("", (), period=period), series("x", often)).coarse is coarse


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Unemployment was 5 percent in March 2022.", "a yearly series has no figure for Mar 2022 alone"),
        ("Unemployment rose by 2 percent compared with the month before.", "a yearly series has no figure for one month alone"),
        ("Unemployment was 5 percent in 2022.", None),
        ("Unemployment was 5 percent.", None),
    ],
)  # fmt: skip
def test_the_candidate_says_why(text: str, why: str | None):
    (found,) = rank_series(read_text(text, said=date(2022, 6, 1)).claims[0], [YEARLY])
    assert found.coarse == why
    assert found.usable, "it is asked where nothing shorter is there"
    if why:
        assert why in {part.because for part in found.parts}


def test_an_own_file_of_yearly_figures_stands_behind_monthly_ones():
    claim = read_text("Unemployment was 5 percent in March 2022.", said=date(2022, 6, 1)).claims[0]
    own = replace(YEARLY, ref=SeriesRef("mine", "year"))
    assert refs(rank_series(claim, [own, MONTHLY], own=["mine"])) == ["month", "year"]
    whole = read_text("Unemployment was 5 percent in 2022.", said=date(2022, 6, 1)).claims[0]
    assert refs(rank_series(whole, [own, MONTHLY], own=["mine"])) == ["year", "month"]


@pytest.mark.parametrize(("picked_for", "first"), [("this", "year"), ("another", "month")])
def test_memory_puts_too_long_figures_first_for_the_very_claim_alone(picked_for: str, first: str):
    """Whoever picks a yearly series for a claim of March knows what they do; who picked it for a claim of a year said nothing of March."""
    claim = read_text("Unemployment was 5 percent in March 2022.", said=date(2022, 6, 1)).claims[0]
    key = claim.id if picked_for == "this" else "c0ffee"
    at = datetime(2022, 6, 1, tzinfo=UTC)
    words = words_for(claim)
    pick = Choice(kind=ChoiceKind.PICKED, words=words, series=YEARLY.ref, reviewer="ana", at=at, claim=key)
    recalled = Memory([pick]).recall(sought_for(claim))
    found = recalled.ranked(rank_series(claim, [MONTHLY, YEARLY], picked=[YEARLY]), 2)
    assert refs(found)[0] == first


@pytest.mark.parametrize("country", ["the United Kingdom", "Germany", "Canada"])
def test_a_seasonally_adjusted_series_is_sure_and_leads(rank: Rank, country: str):
    """How figures were adjusted names nothing that is measured; else the yearly series alone would be sure."""
    text = f"There were 310,000 unemployed people in {country} in March 2022."
    best = rank(read_text(text, said=date(2022, 6, 1)).claims[0])[0]
    assert best.usable
    assert best.series.frequency is Frequency.MONTH
    assert best.series.title.startswith("Unemployed persons, seasonally adjusted")


def test_seasonal_work_is_another_thing():
    claim = read_text("There were 310,000 unemployed people in March 2022.", said=date(2022, 6, 1)).claims[0]
    seasonal = series("x", Frequency.MONTH, "Unemployed persons, seasonal work", Unit(Dimension.COUNT, "person"))
    (found,) = rank_series(claim, [seasonal], own=())
    assert "seasonal" in (found.doubt or "")
