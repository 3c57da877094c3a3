"""A speaker's spare words bar nothing; what they leave in doubt decides nothing."""

from __future__ import annotations

import pytest

from workbench.core.candidate import Usability
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.match import also_said, query_of_text, rank_series
from workbench.match.memory.series_memory import NOTHING
from workbench.report.json_records import candidate_record

COUNT = Unit(Dimension.COUNT, "person")
EURO = Unit(Dimension.MONEY, "euro", "EUR")


def named(title: str, unit: Unit = PERCENT) -> Series:
    return Series(ref=SeriesRef("mine", title), title=title, unit=unit)


SPARE = [
    "I can confirm that {}.",
    "Let me say to this chamber, and to those who sit at home, that {}.",
    "The honourable member, whose party spent a whole decade in government, knows that {}.",
    "It is a matter of record that {}.",
]
MEASURED = [
    ("the unemployment rate was 4 percent in 2021", "Unemployment rate"),
    ("the unemployment rate was 4 percent in 2021", "Unemployment rate, persons aged 15 and over"),
    ("the economy grew by 4 percent in 2021", "GDP growth"),
    ("women held 38 percent of the seats in parliament in 2021", "Seats held by women in national parliaments"),
    ("the inflation rate was 4 percent in 2021", "Inflation"),
]


@pytest.mark.parametrize("spare", SPARE)
@pytest.mark.parametrize(("said", "title"), MEASURED)
def test_spare_words_neither_bar_the_right_series_nor_put_another_before_it(hear, spare, said, title):
    others = [named("Wages in industry"), named("Renewable energy share"), named("Literacy of adults")]
    first = rank_series(hear(spare.format(said))[-1], [*others, named(title)])[0]
    assert first.series.title == title
    assert first.barred is None


@pytest.mark.parametrize("spare", ["{}.", SPARE[0], SPARE[3]])
@pytest.mark.parametrize(("said", "title"), MEASURED)
def test_a_few_spare_words_leave_no_doubt(hear, spare, said, title):
    (found,) = rank_series(hear(spare.format(said))[-1], [named(title)])
    assert found.usability is Usability.USABLE, found.doubt


OTHERS = [
    ("Wages growth slowed to 4 percent in 2023.", named("GDP growth")),
    ("Bread cost 45 euro in 2023.", named("Gross domestic product at current prices", EURO)),
    ("The budget surplus was 64 billion euro in 2018.", named("Balance of trade in goods", EURO)),
    ("Youth unemployment was 51 percent in 2014.", named("Unemployment rate")),
    ("Unemployment was 12 percent in 2014.", named("Unemployment, female")),
    ("GDP was 12 billion euro in 2021.", named("Remittances as a share of GDP", EURO)),
    ("Two to three percent of GDP went on research in 2018.", named("Remittances as a share of GDP")),
]


@pytest.mark.parametrize(("speech", "series"), OTHERS)
def test_another_thing_is_shown_and_decides_nothing(hear, speech, series):
    for claim in hear(speech):
        (found,) = rank_series(claim, [series])
        assert found.usability is Usability.WEAK
        assert found.doubt


def test_only_what_contradicts_the_claim_bars(hear, headlines):
    """Over every series of the starter lists: what bars is in a slot, never that few words are shared."""
    claim = hear("I can confirm that unemployment is 4 percent.")[0]
    found = rank_series(claim, headlines, limit=len(headlines))
    for each in found:
        assert (each.barred is None) == (each.usability is not Usability.EXCLUDED)
        assert not (each.barred or "").startswith(("shares", "speaks"))
    assert {Usability.USABLE, Usability.WEAK} <= {each.usability for each in found}
    assert found == tuple(sorted(found, key=lambda each: each.order))
    assert NOTHING.ranked(found, 10) == found[:10]


def test_scripts_are_told_the_class(hear):
    claim = hear("Youth unemployment was 51 percent in 2014.")[0]
    there = [named("Youth unemployment"), named("Unemployment rate"), named("Youth unemployment, persons", COUNT)]
    told = [candidate_record(each) for each in rank_series(claim, there)]
    assert [each["class"] for each in told] == ["usable", "weak", "excluded"]
    assert told[1]["doubt"] == "does not count the young apart"
    assert told[2]["barred"] == "the claim is in percent, the series in a count (persons)"


ALSO = [
    ("Of all deaths 9,000 were in the capital region", "Deaths", "Deaths, capital region", True),
    ("imported more plastic waste than was exported", "Plastic waste imports", "Plastic waste exports", True),
    ("Of all deaths 9,000 were in winter", "Deaths", "Deaths, capital region", False),
    ("exported plastic waste", "Plastic waste exports", "Plastic waste imports", False),
    ("unemployment among the young", "Youth unemployment", "Unemployment", False),
    ("deaths and births in the capital region", "Births", "Deaths, capital region", False),
]


@pytest.mark.parametrize(("said", "best", "other", "also"), ALSO)
def test_a_series_that_the_claim_tells_from_the_best_one(said, best, other, also):
    found = also_said([query_of_text(said)], named(best), [named(other)])
    assert (found is not None) == also
