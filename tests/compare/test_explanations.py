"""What would make a claim true: the speech, the slip that explains it, and never an agreement."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.compare import check, outcome, rests_on
from workbench.compare.alignment.series_table import tables
from workbench.compare.explanations import MOST
from workbench.compare.explanations import wrong_place as by_places
from workbench.core.claim import ChangeMode, Direction, Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.core.finding import Agreement
from workbench.core.place import places
from workbench.core.quantity import Relation
from workbench.core.series import Additivity, Status

ASYLUM = {"2017": "147", "2018": "299", "2019": "450", "2020": "151", "2021": "91", "2022": "162", "2023": "598"}
RATE = {"2015": "27.3", "2016": "23.7", "2017": "22.4", "2018": "20.7", "2019": "17.3", "2020": "16.4", "2021": "15.4"}
SQUARES = {f"2021-{m:02}": str(100 + m * m) for m in range(1, 13)}  # 101, 104, … 244; together 1,850
HELD = {Agreement.EXACT, Agreement.ROUNDS_TO}


def slips(found):
    return [(slip.kind, slip.measured) for slip in found.slips]


SURPLUS = Mention(Span(2, 9), Qualifier(sort=Sort.SURPLUS), "surplus")
LEVELS = [
    # the speech, claimed, unit, series' unit, figures, period, the first slip, the figure that fits
    ("There were 450 applications in 2021.", "450", "application", "application", ASYLUM, "2021", "other-period", "450"),
    ("There were 91,000 applications in 2021.", "91000", "application", "application", ASYLUM, "2021", "scale", "91000"),
    ("There were 910 applications in 2021.", "910", "application", "application", ASYLUM, "2021", "digit", "910"),
    ("There were 60 applications in 2021.", "60", "application", "application", ASYLUM, "2021", "change-for-level", "60"),
    ("84.6 per cent were unemployed in 2021.", "84.6", "%", "%", RATE, "2021", "complement", "84.6"),
    ("0.154 per cent were unemployed in 2021.", "0.154", "%", "%", RATE, "2021", "scale", "0.154"),
    ("There were 181 in 2021.", "181", "application", "application", SQUARES, "2021", "part-for-whole", "181"),
    ("There were 1,850 in March 2021.", "1850", "application", "application", SQUARES, "2021-03", "whole-for-part", "1850"),
    ("There were 1,185 in 2021.", "1185", "application", "application", SQUARES, "2021", "part-for-whole", "1185"),  # 9 months
]  # fmt: skip


@each(("speech", "said", "unit", "series", "figures", "period", "kind", "fits"), LEVELS)
def test_a_level_that_misses_says_what_it_is_the_figure_of(
    make, *, speech, said, unit, series, figures, period, kind, fits
):
    claim = make.level(said, unit, period=period, quote=speech)
    adds = Additivity.SUM if series == "application" else Additivity.MEAN
    found = check(claim, make.series(series, adds=adds), make.rows(figures), today=make.today)[0]
    assert found.agreement in {Agreement.APART, Agreement.OPPOSITE}
    assert slips(found)[0] == (kind, Decimal(fits))
    assert found.slips[0].says.startswith("It would hold ")


def test_a_surplus_that_is_a_deficit_is_the_other_direction(make):
    """A surplus of 2.3 per cent, the minister said: the balance was -2.3."""
    claim = replace(make.level("2.3", "%", quote="A surplus of 2.3 per cent."), qualifiers=(SURPLUS,))
    series = make.series("%", adds=Additivity.MEAN, title="Government balance (% of GDP)")
    found = check(claim, series, make.rows({"2020": "1.1", "2021": "-2.3"}), today=make.today)[0]
    assert found.agreement is Agreement.OPPOSITE
    assert slips(found)[0] == ("direction", Decimal("2.3"))


CHANGES = [
    # the speech, said, unit, series' unit, figures, the slip, the figure that fits
    ("Down 66.4 per cent from 2020 to 2021.", "-66.4", "%", "application", ASYLUM, "other-period", "-66.44"),  # of 2019 to 2020
    ("Down 69.6 per cent on 2020.", "-69.6", "%", "application", ASYLUM, "other-base", "-69.57"),  # on 2018
    ("Down 65.9 per cent on 2020.", "-65.9", "%", "application", ASYLUM, "wrong-base", "-65.93"),  # 60 of 91, not of 151
    ("Down 60 per cent on 2020.", "-60", "%", "application", ASYLUM, "percent-for-number", "-60"),
    ("Down by 39.7 applications on 2020.", "-39.7", "application", "application", ASYLUM, "number-for-percent", "-39.74"),
    ("Up 39.7 per cent on 2020.", "+39.7", "%", "application", ASYLUM, "direction", "39.74"),
    ("Down by 91 applications on 2020.", "-91", "application", "application", ASYLUM, "level-for-change", "-91"),
    ("Down 6.1 points on 2020.", "-6.1", "pp", "%", RATE, "points-for-percent", "-6.10"),  # 1.0 of 16.4
    ("Down 11.9 points on 2020.", "-11.9", "pp", "%", RATE, "other-base", "-11.9"),  # on 2015
    ("Up 302 per cent.", "+302", "%", "application", {"2020": "100", "2021": "302"}, "to-for-by", "302"),
    ("Up threefold.", "+3", "x", "application", {"2020": "100", "2021": "402"}, "times-more", "3.02"),
    ("It doubled.", "+2", "x", "application", {"2020": "200", "2021": "102"}, "direction", "1.96"),
    ("It halved.", "-0.5", "x", "application", {"2020": "102", "2021": "204"}, "direction", "0.50"),
    ("60,000 fewer.", "-60000", "application", "application", ASYLUM, "scale", "-60000"),
]  # fmt: skip


@each(("speech", "said", "unit", "series", "figures", "kind", "fits"), CHANGES)
def test_a_change_that_misses_says_what_it_is_the_change_of(make, *, speech, said, unit, series, figures, kind, fits):
    claim = make.change(said, unit, base="2020", quote=speech)
    found = check(claim, make.series(series, adds=Additivity.MEAN), make.rows(figures), today=make.today)[0]
    assert found.agreement in {Agreement.APART, Agreement.OPPOSITE}
    assert next((k, round(v, 2)) for k, v in slips(found)) == (kind, Decimal(fits))


def test_a_slip_is_an_explanation_and_no_agreement(make):
    """There were 450 applications in 2021, the minister said: 450 is the figure of 2019."""
    claim = make.level("450", "application")
    found = check(claim, make.series(), make.rows(ASYLUM), today=make.today)
    assert found[0].slips
    assert found[0].agreement is Agreement.APART
    assert outcome(found)[0] == "contradicted"
    assert rests_on(found).measured == 91
    bare = replace(found[0], slips=())
    assert (bare.id, bare.why) == (found[0].id, found[0].why)


def test_the_neighbours_figure_is_named_where_it_was_fetched(make):
    """Slovakia had 450 applications in 2021: those were Slovenia's. A place of a like name is the smaller slip."""
    rows = [
        *make.rows({"2021": "91"}, place="SVK"),
        *make.rows({"2021": "450"}, place="SVN"),
        *make.rows({"2021": "453"}, place="DEU"),
        *make.rows({"2021": "9000"}, place="FRA"),
    ]
    found = check(make.level("450", "application", place="SVK"), make.series(), rows, today=make.today)[0]
    assert [(s.kind, s.place, s.size) for s in found.slips] == [("other-place", "SVN", 1), ("other-place", "DEU", 3)]
    change = make.change("+100", base="2020", place="SVK")
    rows += [
        *make.rows({"2020": "75"}, place="SVK"), *make.rows({"2020": "225"}, place="SVN"), *make.rows({"2020": "440"}, place="DEU")
    ]  # fmt: skip
    assert slips(check(change, make.series(), rows, today=make.today)[0]) == [("other-place", 100)]


@pytest.mark.parametrize(("more", "tried"), [(0, 1), (1, 0)])
def test_of_too_many_places_no_table_is_made(make, monkeypatch, more, tried):
    """Of more than 40 others one fits by chance: they are counted, and their figures are not put in order for nothing."""
    made = []
    monkeypatch.setattr(by_places, "tables", lambda *given: made.append(given) or tables(*given))
    countries = [code for code, place in places().items() if place.iso2 and not place.members and code != "SVK"]
    others = countries[: by_places.MOST_PLACES + more]
    rows = [
        row
        for place in ("SVK", *others)
        for row in make.rows({"2021": "450" if place == others[0] else "91"}, place=place)
    ]
    found = check(make.level("450", "application", place="SVK"), make.series(), rows, today=make.today)[0]
    assert (found.agreement, len(made)) == (Agreement.APART, tried)


def test_the_group_that_the_fetched_countries_make_is_named(make):
    """In 2021 Sweden had 600 applications: that is the figure of the Nordic countries together."""
    figures = {"SWE": "250", "DNK": "100", "FIN": "120", "ISL": "10", "NOR": "120"}
    rows = [row for place, value in figures.items() for row in make.rows({"2021": value}, place=place)]
    found = check(make.level("600", "application", place="SWE"), make.series(), rows, today=make.today)[0]
    assert [(s.kind, s.place, s.measured) for s in found.slips] == [("other-place", "NORDIC", 600)]
    assert [step.op for step in found.slips[0].trace.steps] == ["read"] * 5 + ["sum"]


def test_the_figure_as_first_published_is_named(make):
    """There were 8,800 applications in 2021: so it was published in January, and 9,100 since."""
    now = replace(make.rows({"2021": "9100"})[0], vintage=date(2024, 6, 1))
    then = replace(now, value=Decimal(8800), vintage=date(2022, 1, 31))
    found = check(make.level("8800", "application"), make.series(), [now, then], today=make.today)[0]
    assert (found.agreement, slips(found)) == (Agreement.APART, [("vintage", 8800)])
    assert "2022-01-31" in found.slips[0].says


RANKS = [
    # the speech, the slip, the period that it is of
    ("In 2021 Germany had the highest unemployment in the G7.", "other-end", "2021"),
    ("In 2021 Germany had the second lowest unemployment in the G7.", "other-period", "2020"),
    ("In 2021 Germany's unemployment was the lowest since 2012.", "fewer-years", "2021"),
]


@pytest.mark.parametrize(("speech", "kind", "when"), RANKS)
def test_a_place_in_a_row_that_misses_says_where_it_would_hold(make, speech, kind, when):
    """Lowest of seven in 2021, second lowest the year before; 2015 was lower still."""
    figures = {
        "DEU": {"2012": "2.0", "2013": "6.0", "2014": "5.5", "2015": "3.0", "2016": "4.9", "2017": "4.8", "2018": "4.7"}
        | {"2019": "4.6", "2020": "4.5", "2021": "3.5", "2022": "3.6"},
        **{p: {"2020": f"{5 + n}.0", "2021": f"{4 + n}.0"} for n, p in enumerate(("FRA", "ITA", "GBR", "USA", "CAN"))},
        "JPN": {"2020": "3.0", "2021": "4.1"},
    }
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = next(f for f in make.heard(speech, series, figures) if f.part == "rank")
    assert found.agreement in {Agreement.APART, Agreement.OPPOSITE}, found.why
    assert [(slip.kind, slip.period.label) for slip in found.slips] == [(kind, when)], found.slips
    assert found.slips[0].measured == found.claimed


LOOSE = [
    (Relation.MORE_THAN, "1000"),  # nearly any figure is more than some thousand once it is scaled
    (Relation.LESS_THAN, "20"),
    (Relation.ABOUT, "5000"),
    (Relation.BETWEEN, "200..3000"),
]


@pytest.mark.parametrize(("hedge", "said"), LOOSE)
def test_where_nearly_anything_fits_nothing_is_offered(make, hedge, said):
    found = check(make.level(said, "application", relation=hedge), make.series(), make.rows(ASYLUM), today=make.today)[
        0
    ]
    assert (found.agreement, found.slips) == (Agreement.APART, ())


def test_a_bare_direction_is_explained_by_nothing(make):
    """Applications rose. They fell; of some other year they rose, which explains nothing."""
    found = check(make.change("+", base="2020"), make.series(), make.rows(ASYLUM), today=make.today)[0]
    assert (found.agreement, found.slips) == (Agreement.OPPOSITE, ())


def test_a_year_among_many_is_offered_only_where_it_is_telling(make):
    """Unemployment was 5 per cent, said of a year with 9: a rate that went from 4 to 7.6 was at about 5 in a third of those years."""
    rates = {str(2012 + n): str(Decimal(40 + 4 * n) / 10) for n in range(10)} | {"2022": "9.0"}  # 4.0, 4.4, … 7.6
    series = make.series("%", adds=Additivity.MEAN)
    loose = check(make.level("5", "%", period="2022"), series, make.rows(rates), today=make.today)[0]
    assert (loose.agreement, loose.slips) == (Agreement.APART, ())
    telling = check(make.level("5.2", "%", period="2022"), series, make.rows(rates), today=make.today)[0]
    assert slips(telling) == [("other-period", Decimal("5.2"))]
    assert round(telling.slips[0].chance, 2) == Decimal(
        "0.28"
    )  # ten years tried, 0.1 of the 3.6 between lowest and highest


def test_what_is_near_needs_a_telling_fit(make):
    """90 applications in 2021, where there were 91: near as it is; that 2020 had exactly 90 is worth a word, a vague fit is not."""
    figures = {"2018": "900", "2019": "400", "2020": "90", "2021": "91"}
    found = check(make.level("90", "application"), make.series(), make.rows(figures), today=make.today)[0]
    assert (found.agreement, slips(found)) == (Agreement.NEAR, [("other-period", 90)])
    close = {"2018": "88", "2019": "93", "2020": "90", "2021": "91"}
    found = check(make.level("90", "application"), make.series(), make.rows(close), today=make.today)[0]
    assert (found.agreement, found.slips) == (Agreement.NEAR, ())


def test_a_part_that_holds_in_another_reading_needs_no_explanation(make):
    """Unemployment rose by 1 per cent: in points that holds, so that 25 per cent are no slip."""
    claim = make.change("+1", base="2020", measure="unemployment rate")
    figures = {"2018": "4.0", "2019": "4.04", "2020": "4.0", "2021": "5.0"}
    found = check(claim, make.series("%", adds=Additivity.MEAN), make.rows(figures), today=make.today)
    assert {f.agreement for f in found} == {Agreement.EXACT, Agreement.APART}
    assert all(not f.slips for f in found)


def test_withheld_figures_explain_nothing(make):
    figures = {"2019": None, "2020": "151", "2021": "91"}
    rows = make.rows(figures, status={"2019": Status.SUPPRESSED})
    assert check(make.level("450", "application"), make.series(), rows, today=make.today)[0].slips == ()


def test_what_could_not_be_measured_is_not_explained(make):
    found = check(make.level("450", "application", period="2030"), make.series(), make.rows(ASYLUM), today=make.today)
    assert [(f.agreement, f.slips) for f in found] == [(Agreement.UNDECIDED, ())]


VALUES = st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, allow_infinity=False, places=1)


@given(
    said=st.integers(1, 10**5),
    values=st.lists(st.one_of(st.none(), VALUES), min_size=2, max_size=12),
    kind=st.sampled_from(["level", "-", "+"]),
    unit=st.sampled_from(["application", "%", "pp", "x", "usd"]),
    hedge=st.sampled_from(Relation),
)
def test_slips_replay_and_hold_and_are_few(make, *, said, values, kind, unit, hedge):
    """Every slip's lines come out the same from the cells, end in a figure for which the claim would hold, and change nothing else."""
    text = f"{said}..{said + 5}" if hedge is Relation.BETWEEN else str(said)
    claim = (
        make.level(text, unit, relation=hedge, period="2020")
        if kind == "level"
        else make.change(kind + text, unit, relation=hedge, base="2019", period="2020")
    )
    named = "%" if unit == "pp" else "application" if unit == "x" else unit
    figures = {str(2022 - n): None if v is None else str(v) for n, v in enumerate(values)}
    rows = make.rows(figures)
    cells = {row.evidence: row.value for row in rows}
    for found in check(claim, make.series(named), rows, today=make.today):
        assert len(found.slips) <= MOST
        assert not found.slips or found.agreement not in HELD
        assert [s.size for s in found.slips] == sorted(s.size for s in found.slips)
        for slip in found.slips:
            assert slip.trace.replay(cells.__getitem__) == slip.measured
            assert slip.measured in found.claimed_range or slip.measured == found.claimed
            assert slip.chance <= Decimal("0.5")
            assert slip.measured != found.measured


@given(st.integers(1, 999), st.lists(st.integers(1, 10**6), min_size=4, max_size=9))
def test_scaling_claim_and_series_together_leaves_the_slips(make, said, values):
    """Save those that count digits themselves."""
    thousand = Decimal(1000)

    def kinds(by):
        rows = [make.scaled(row, by) for row in make.rows({str(2015 + n): str(v) for n, v in enumerate(values)})]
        claim = make.level(str(said * int(by)), "usd", period="2018")
        return [(s.kind, s.size) for s in check(claim, make.series("usd"), rows, today=make.today)[0].slips]

    assert kinds(Decimal(1)) == kinds(thousand)


@pytest.mark.slow
def test_explaining_is_cheap(make):
    """Three hundred claims that miss, on sixty years of figures, in well under a second."""
    claim, series = make.change("-70", base="2020"), make.series()
    rows = make.rows({str(y): str(y) for y in range(1960, 2024)})
    started = time.process_time()
    for _ in range(300):
        check(claim, series, rows, today=make.today)
    assert time.process_time() - started < 0.9


@pytest.mark.parametrize("direction", list(Direction))
def test_zero_and_negative_bases_offer_no_percentages(make, direction):
    sign = {Direction.UP: "+", Direction.DOWN: "-", Direction.FLAT: "="}[direction]
    claim = make.change(sign + ("50" if sign != "=" else ""), "application", base="2020", mode=ChangeMode.ABSOLUTE)
    for base in ("0", "-10"):
        rows = make.rows({"2019": base, "2020": base, "2021": "7"})
        for found in check(claim, make.series(), rows, today=make.today):
            assert not {"number-for-percent", "wrong-base", "to-for-by"} & {slip.kind for slip in found.slips}
