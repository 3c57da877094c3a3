"""What is set beside the speaker's own country, or beside an earlier time, without any figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.match.outcomes import LATER
from workbench.compare import check, outcome
from workbench.core.period import year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Observation, Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english

MARRIAGES = Series(
    ref=SeriesRef("mine", "a"),
    title="Marriages per 1,000 inhabitants",
    unit=Unit(Dimension.RATE, "marriage", "", "1,000 inhabitants"),
)
PEOPLE = Series(ref=SeriesRef("mine", "b"), title="Population", unit=Unit(Dimension.COUNT, "person"))
SEATS = Series(ref=SeriesRef("mine", "c"), title="Proportion of women in parliament", unit=PERCENT)


def outcome_for(said: str, language: str, series: Series, figures: dict[tuple[str, int], str]) -> str:
    """Return the outcome of a sentence said in North Macedonia, beside figures by place and year."""
    rows = [
        Observation(ref=series.ref, place=place, period=year(when), value=Decimal(value))
        for (place, when), value in figures.items()
    ]
    (claim, *_) = read_text(said, said=LATER, place="MKD", language=language).claims
    return outcome(check(in_english(claim), series, rows, today=LATER))[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2017 there were more marriages per thousand inhabitants in Serbia than here."),
        ("en", "In 2017 there were more marriages per thousand inhabitants in Serbia than in our country."),
        ("en", "In 2017 the marriage rate in Serbia was higher than ours."),
        ("de", "2017 gab es in Serbien mehr Eheschließungen je tausend Einwohner als bei uns."),
        ("de", "2017 war die Heiratsrate in Serbien höher als hierzulande."),
        ("mk", "Во Србија во 2017 се склучиле повеќе бракови на илјада жители отколку кај нас."),
    ],
)
def test_here_is_the_speakers_own_country(language, said):
    """There were more marriages in Serbia than here, it was said in Skopje."""
    more, fewer = (
        outcome_for(said, language, MARRIAGES, {("SRB", 2017): serbia, ("MKD", 2017): "6.6"})
        for serbia in ("7.1", "5.1")
    )
    assert (more, fewer) == ("supported", "contradicted")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Italy counted more inhabitants in 2016 than it did in 2010."),
        ("en", "There were more inhabitants in Italy in 2016 than there had been in 2010."),
        ("en", "More people lived in Italy in 2016 than six years earlier."),
        ("de", "In Italien lebten 2016 mehr Einwohner als noch 2010."),
        ("de", "Im Jahr 2016 lebten in Italien mehr Menschen als im Jahr 2010."),
        ("mk", "Во 2016 Италија имаше повеќе жители отколку во 2010 година."),
    ],
)
def test_more_of_them_than_then_is_a_rise(language, said):
    """Italy counted more inhabitants in 2016 than it did in 2010."""
    rose, fell = (
        outcome_for(said, language, PEOPLE, {("ITA", 2010): "60500000", ("ITA", 2016): value})
        for value in ("60700000", "59400000")
    )
    assert (rose, fell) == ("supported", "contradicted")


@pytest.mark.parametrize(("share", "word"), [("12.1", "undecided"), ("22", "supported"), ("5", "contradicted")])
def test_how_many_is_told_by_a_share_only_where_it_moved_far(share, word):
    """More women sat in Hungary's parliament in 2020 than ten years earlier: its seats were halved in between."""
    said = "There were more women in the parliament of Hungary in 2020 than there had been ten years earlier."
    assert outcome_for(said, "en", SEATS, {("HUN", 2010): "11.1", ("HUN", 2020): share}) == word
