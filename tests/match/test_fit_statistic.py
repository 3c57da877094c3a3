"""How many, how much on average, above or below, with or without: words that name no thing and turn the meaning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text
from workbench.match.fit.fit_statistic import fit_statistic


@each(
    ("asked", "right", "wrong"),
    [
        ("people below the poverty line", "People Below Poverty Level", "People Above Poverty Level"),
        ("median earnings of miners", "Median income of miners", "Number of miners"),
        ("number of miners", "Number of miners", "Median income of miners"),
        ("share of households with a car", "Percentage of households with a car", "Number of households with a car"),
        ("households without a car", "Households without a car", "Households with a car"),
        ("doctors per 100,000 people", "Physicians per 1,000 people", "Physicians, total"),
        ("typical pay of miners", "Median income of miners", "Total wages of miners"),
        ("staff of hotels", "Number of workers in hotels", "Number of hotel establishments"),
        ("exports as a share of GDP", "Exports (% of GDP)", "Exports (% of imports)"),
        ("emissions per head", "Emissions per capita", "Emissions (total)"),
        ("real GDP", "GDP (constant 2015 US$)", "GDP (current US$)"),
        ("families not receiving aid", "Families That Haven't Received Aid", "Families Receiving Aid"),
        (
            "homes without children that receive aid",
            "Homes Without Children Receiving Aid",
            "Homes Without Children Not Receiving Aid",
        ),
    ],
)
def test_the_statistic_that_is_asked_for_fits_better(asked: str, right: str, wrong: str):
    assert fit_statistic(asked, right).value > fit_statistic(asked, wrong).value


def test_below_is_not_above_where_all_else_is_the_same():
    titles = ["Women above the poverty line", "Women below the poverty line"]
    index = TitleIndex([Series(ref=SeriesRef("mine", title), title=title) for title in titles])
    best, other = index.rank(query_of_text("women living below the poverty line"))
    assert best.series.title == titles[1]
    told = {part.name: part.because for part in other.parts}
    assert told["statistic"].startswith("is of those above, the words say below")


@given(asked=st.text(max_size=120), title=st.text(max_size=120))
def test_a_text_fits_itself_and_every_reason_is_said(asked: str, title: str):
    assert fit_statistic(title, title).value == 1
    fit = fit_statistic(asked, title)
    assert 0 <= fit.value <= 1
    assert fit.because
    assert not fit.bars
