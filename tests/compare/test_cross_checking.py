"""Several sources of one measure: side by side, what their metadata say differs, and what one explains of the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare import check, cross_check, outcome
from workbench.compare.providers.side_by_side import side_by_side, table_record
from workbench.compare.series_words.metadata_differences import differences, opposed, same_measure
from workbench.consistency import own_arithmetic
from workbench.core.finding import Agreement
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef


def series_of(make, source, title="Asylum applications lodged", unit="application", **more):
    base = make.series(unit, title=title, adds=Additivity.MEAN if unit == "%" else Additivity.SUM)
    fields = {"publisher": source.upper()} | more
    return replace(base, ref=SeriesRef(source, title), **fields)


def found_in(make, claim, series, figures, body="a"):
    rows = [
        replace(row, ref=series.ref, evidence=replace(row.evidence, snapshot=body * 64)) for row in make.rows(figures)
    ]
    return check(claim, series, rows, today=make.today)


def kinds(found):
    return [caveat.kind for caveat in found.caveats]


def test_two_sources_that_differ_are_told_apart_by_their_metadata(make):
    """There were 91 asylum applications in 2021: by the one office 91, by the other 100, which counts repeated ones too."""
    claim = make.level("91", "application")
    first = series_of(make, "unhcr", updated=date(2024, 6, 1), description="Persons who lodge a first application.")
    second = series_of(make, "eurostat", updated=date(2023, 1, 1), description="All applications, repeated ones too.")
    pair = (
        *found_in(make, claim, first, {"2020": "151", "2021": "91"}),
        *found_in(make, claim, second, {"2020": "160", "2021": "100"}, "b"),
    )
    one, other = cross_check(pair)
    assert (kinds(one), kinds(other)) == (["sources-disagree"], ["sources-disagree"])
    (table,) = side_by_side((one, other))
    assert (table.agree, table.spread) == (False, "9.0 %")
    assert [side.figure for side in table.sides] == ["91 applications", "100 applications"]
    assert table.sides[0].differs == ()
    assert table.sides[1].differs == (
        "definition: Persons who lodge a first application against All applications, repeated ones too",
        "last updated: 2024-06-01 against 2023-01-01",
    )
    assert table.says == (
        "UNHCR gives 91 applications and EUROSTAT gives 100 applications: the sources disagree by 9.0 % (definition: "
        "Persons who lodge a first application against All applications, repeated ones too)."
    )
    assert table_record(table)["sides"][1]["measured"] == "100"


def test_figures_that_differ_only_by_rounding_agree(make):
    """Unemployment was 15.4 per cent in 2021: one office prints 15.4, the other 15.43."""
    claim = make.level("15.4", "%")
    pair = [
        found_in(make, claim, series_of(make, "worldbank", "Unemployment rate", "%"), {"2020": "16.4", "2021": "15.4"}),
        found_in(make, claim, series_of(make, "ilo", "Unemployment, total", "%"), {"2020": "16.38", "2021": "15.43"}),
    ]
    one, other = cross_check([f for each in pair for f in each])
    assert (kinds(one), kinds(other)) == ([], [])
    assert side_by_side((one, other))[0].agree
    assert side_by_side((one, other))[0].says.endswith("the same but for rounding.")


def test_a_figure_that_stands_alone_says_so(make):
    (found,) = cross_check(
        found_in(make, make.level("91", "application"), series_of(make, "unhcr"), {"2020": "1", "2021": "91"})
    )
    assert kinds(found) == ["one-source"]
    assert found.caveats[0].says == "No second source was compared: the figure is that of UNHCR alone."


def test_what_was_not_measured_and_own_arithmetic_stand_beside_nothing(make):
    level = make.level("16000", "attempt", measure="attempts")
    own = own_arithmetic(level, [make.change("-36.5", base="2020", measure="attempts")])
    missing = found_in(make, make.level("91", "application"), series_of(make, "unhcr"), {"2019": "1"})
    assert cross_check((*own, *missing)) == (*own, *missing)
    assert side_by_side((*own, *missing)) == ()


def test_another_place_or_year_is_no_second_source(make):
    claim = make.level("91", "application")
    one = found_in(make, claim, series_of(make, "unhcr"), {"2020": "151", "2021": "91"})
    other = found_in(
        make, make.level("91", "application", period="2020"), series_of(make, "eurostat"), {"2020": "151", "2021": "91"}
    )
    assert side_by_side((*one, *other)) == ()


OTHERS = [
    # the speech, claimed, unit, our title, our figure, the other title, its figure, its source, kind, words
    (
        "Unemployment was 17 per cent.", "17", "%", "Unemployment, total", "15.4", "Unemployment, female", "17.0",
        "worldbank", "other-series", "which counts women alone",
    ),
    (
        "Gross pay: 520.", "520", "eur", "Average net wages", "340", "Average gross wages", "520", "worldbank", "other-series",
        "which counts gross and not net",
    ),
    (
        "It grew to 12.5.", "12.5", "%", "GDP growth, real", "4.0", "GDP growth, nominal", "12.5", "worldbank", "other-series",
        "which counts nominal and not real",
    ),
    (
        "There were 120.", "120", "application", "Asylum applications", "91", "Asylum applications", "120", "eurostat",
        "other-provider", "“Asylum applications” (EUROSTAT): 120 applications",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("speech", "said", "unit", "title", "figure", "other", "fits", "source", "kind", "words"), OTHERS
)
def test_another_series_explains_the_slip(make, *, speech, said, unit, title, figure, other, fits, source, kind, words):
    claim = make.level(said, unit, quote=speech)
    ours = found_in(make, claim, series_of(make, "worldbank", title, unit), {"2020": figure, "2021": figure})
    theirs = found_in(make, claim, series_of(make, source, other, unit), {"2020": fits, "2021": fits}, "b")
    first, second = cross_check((*ours, *theirs))
    assert (first.agreement, second.agreement) == (Agreement.APART, Agreement.EXACT)
    assert [(slip.kind, slip.measured) for slip in first.slips] == [(kind, Decimal(fits))]
    assert words in first.slips[0].says
    assert first.slips[0].series == second.series
    assert {cell.snapshot for cell in first.evidence()} == {"a" * 64, "b" * 64}
    assert second.slips == ()
    assert outcome((first, second))[0] == "contradicted", (
        "the series that ranks first decides, whatever another one says"
    )


def test_a_loose_claim_is_explained_by_no_other_series(make):
    """More than 100 applications: nearly any series has more than 100."""
    from workbench.core.quantity import Relation

    claim = make.level("100", "application", relation=Relation.MORE_THAN)
    ours = found_in(make, claim, series_of(make, "unhcr"), {"2021": "91"})
    theirs = found_in(make, claim, series_of(make, "eurostat", "Births"), {"2021": "20000"})
    assert cross_check((*ours, *theirs))[0].slips == ()


@given(
    values=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 10**6)), min_size=1, max_size=5),
    said=st.integers(1, 10**6),
)
def test_together_changes_no_agreement_figure_or_order_and_asked_again_says_the_same(make, values, said):
    claim = make.level(str(said), "application")
    found = [
        f
        for n, (source, value) in enumerate(values)
        for f in found_in(make, claim, series_of(make, f"{source}{n}"), {"2020": "5", "2021": str(value)})
    ]
    once = cross_check(found)
    kept = [(f.id, f.agreement, f.measured, f.trace, f.why) for f in found]
    assert [(f.id, f.agreement, f.measured, f.trace, f.why) for f in once] == kept
    assert cross_check(once) == once
    for table in side_by_side(once):
        assert len({side.series.ref.source for side in table.sides}) == len(table.sides) > 1
        assert table.says


TITLES = [
    ("Unemployment, total (% of total labor force) (modeled ILO estimate)", "Unemployment rates by age (%)", True),
    ("GDP growth (annual %)", "Real GDP growth rate", False),  # nominal or real is not told by the first
    ("Population, total", "Population on 1 January", True),
    ("Unemployment, male", "Unemployment", False),
    ("Exports of goods", "Imports of goods", False),
    ("Births", "Deaths", False),
    ("", "", False),
]


@pytest.mark.parametrize(("one", "other", "same"), TITLES)
def test_the_same_measure_by_its_title(make, one, other, same):
    pair = [
        Series(ref=SeriesRef(s, "k"), title=t, unit=Unit(Dimension.SHARE, "percentage", "%"))
        for s, t in (("a", one), ("b", other))
    ]
    assert same_measure(*pair) is same_measure(*pair[::-1]) is same


def test_every_difference_that_metadata_tell_is_said_and_silence_is_none(make):
    one = Series(
        ref=SeriesRef("a", "k"), title="Net wages, urban", unit=Unit(Dimension.MONEY, "euro", "EUR", prices="constant 2015"),
        frequency=Frequency.MONTH, adjusted="seasonally adjusted", first=2000, last=2023, description="x" * 400,
    )  # fmt: skip
    other = Series(
        ref=SeriesRef("b", "k"), title="Gross wages, rural", unit=Unit(Dimension.MONEY, "denar", "MKD", prices="current"),
        frequency=Frequency.YEAR, first=2010, last=2021, description="Wages before tax.",
    )  # fmt: skip
    said = differences(one, other)
    assert [phrase.partition(":")[0] for phrase in said] == [
        "named", "named", "named", "definition", "unit", "prices", "adjustment", "frequency", "years covered",
    ]  # fmt: skip
    assert "adjustment: seasonally adjusted against none named" in said
    assert all(len(phrase) < 320 for phrase in said)
    assert opposed(one, other) == (("net", "gross"), ("real", "nominal"), ("urban", "rural"))
    bare = Series(ref=SeriesRef("a", "k"), title="Wages")
    assert differences(bare, replace(bare, ref=SeriesRef("b", "k"), description="Told.")) == ()
