"""What is there at a time does not add up over quarters and months; what happens does. A year of people in work is no sum."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.series_table import table_at
from workbench.compare.judging.outcome import outcome
from workbench.core.finding import Agreement
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity

WORK = {"2021-Q1": "2251000", "2021-Q2": "2255000", "2021-Q3": "2263000", "2021-Q4": "2261000"}
""""The four add up to 9,030,000 and have a mean of 2,257,500."""

RISING = {"2021-Q1": "2600000", "2021-Q2": "2700000", "2021-Q3": "2800000", "2021-Q4": "2893000"}
"""The four add up to 10,993,000; the mean is 2,748,250."""

SPEECHES = [
    ("2.3 million people were in work in Germany in 2021.", WORK, Additivity.MEAN, "supported", "2257500"),
    ("9 million people were in work in Germany in 2021.", WORK, Additivity.MEAN, "contradicted", "2257500"),
    ("More than 2 million people were in work in Germany in 2021.", RISING, Additivity.MEAN, "supported", "2748250"),
    ("More than 2.65 million people were in work in Germany in 2021.", RISING, Additivity.MEAN, "undecided", "2748250"),
    ("More than 2.9 million people were in work in Germany in 2021.", RISING, Additivity.MEAN, "contradicted", "2748250"),
    ("More than 10 million people were in work in Germany in 2021.", RISING, Additivity.MEAN, "contradicted", "2748250"),
    ("2.6 million people were in work in Germany in 2021.", RISING, Additivity.MEAN, "undecided", "2748250"),
    ("2,893,000 people were pending in Germany in 2021.", RISING, Additivity.LAST, "supported", "2893000"),
    ("2,700,000 people were pending in Germany in 2021.", RISING, Additivity.LAST, "undecided", "2893000"),
    ("10,993,000 people were pending in Germany in 2021.", RISING, Additivity.LAST, "contradicted", "2893000"),
    ("10,993,000 people arrived in Germany in 2021.", RISING, Additivity.SUM, "supported", "10993000"),
    ("10,993,000 people were seen in Germany in 2021.", RISING, Additivity.UNKNOWN, "undecided", None),
    ("2.8 million people were seen in Germany in 2021.", RISING, Additivity.UNKNOWN, "undecided", None),
    ("2.8 million people were in work in Germany in the third quarter of 2021.", RISING, Additivity.UNKNOWN, "supported", "2800000"),
]  # fmt: skip


@each(("speech", "figures", "adds", "word", "measured"), SPEECHES)
def test_a_year_made_of_quarters(make, *, speech, figures, adds, word, measured) -> None:
    found = make.heard(
        speech, make.series("person", title="Persons in work, pending or arrived", adds=adds), {"DEU": figures}
    )
    assert outcome(found)[0] == word, found[0].why
    assert found[0].measured == (None if measured is None else Decimal(measured))
    kinds = {caveat.kind for caveat in found[0].caveats}
    assert ("adds-unknown" in kinds) is (measured is None)
    assert ("at-a-time" in kinds) is (adds in {Additivity.MEAN, Additivity.LAST})
    assert ("which-figure" in kinds) is (word == "undecided" and measured is not None)


def test_the_mean_is_said_where_it_is_meant(make) -> None:
    series = make.series("person", title="Persons in work", adds=Additivity.LAST)
    for said in (
        "On average 2,748,250 people were in work in Germany in 2021.",
        "The average quarter of 2021 saw 2,748,250 people in work in Germany.",
    ):
        assert outcome(make.heard(said, series, {"DEU": RISING}))[0] == "supported", said


def test_a_mean_wants_every_part(make) -> None:
    """On average 2,697,667 people were in work in Germany in 2021."""
    series = make.series("person", title="Persons in work", adds=Additivity.LAST)
    three = {quarter: value for quarter, value in RISING.items() if quarter != "2021-Q2"}
    found = make.heard(test_a_mean_wants_every_part.__doc__, series, {"DEU": three})
    assert outcome(found)[0] == "undecided", found[0].why


QUARTERS = st.lists(st.integers(3_000_000, 10**7), min_size=4, max_size=4)
UNITS = st.sampled_from(["person", "usd", "t", "application"])


@settings(max_examples=examples(60), deadline=None)  # others work on this machine too
@given(
    QUARTERS,
    UNITS,
    st.sampled_from([Additivity.MEAN, Additivity.LAST, Additivity.UNKNOWN]),
    st.sampled_from(["", "More than ", "At least "]),
)
def test_no_total_of_what_is_there_bears_a_claim_out(make, quarters, unit, adds, hedge) -> None:
    total = sum(quarters)
    figures = {f"2021-Q{n}": str(value) for n, value in enumerate(quarters, start=1)}
    named = {"person": "people", "usd": "dollars", "t": "tonnes", "application": "applications"}[unit]
    series = make.series(unit, title="Persons, dollars, tonnes, applications", adds=adds)
    for found in make.heard(f"{hedge}{total:,} {named} were there in Germany in 2021.", series, {"DEU": figures}):
        assert found.measured is None or found.measured <= max(quarters)
        assert found.agreement in {Agreement.UNDECIDED, Agreement.APART}


@settings(max_examples=examples(60), deadline=None)  # others work on this machine too
@given(st.sampled_from(Dimension), st.sampled_from(Additivity))
def test_nothing_is_added_that_does_not_say_so(make, dimension, adds) -> None:
    series = make.series(Unit(dimension, "thing"), adds=adds)
    found = align(table_at(series, make.rows(RISING), "MKD"), year(2021))
    assert not (isinstance(found, Aligned) and found.adds is Additivity.SUM) or adds is Additivity.SUM
