"""A figure with two readings: what holds for one of them alone is not decided."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare import check, outcome
from workbench.compare.judging.other_readings import other_readings
from workbench.consistency import own_arithmetic
from workbench.core.finding import Agreement
from workbench.core.quantity import Relation
from workbench.core.series import SeriesRef
from workbench.extract import read_text


def _two(make, first: str, second: str, relation: Relation = Relation.IS):
    """Return a claim of a level that may be the one or, with a hedge of its own, the other."""
    claim = make.level(first, "application")
    both = replace(claim.amount, alternatives=(make.amount(second, "application", relation),))
    return replace(claim, amount=both, amounts=(both,))


def _outcome(make, claim, value: str) -> str:
    return outcome(check(claim, make.series(), make.rows({"2021": value}), today=make.today))[0]


@pytest.mark.parametrize(
    ("value", "told"),
    [("10455", "undecided"), ("10.455", "undecided"), ("10450", "undecided"), ("500", "contradicted")],
)
def test_ten_thousand_or_ten(make, value, told):
    """Ten thousand crossings or ten: a figure that bears out one of them decides nothing, one far from both does."""
    assert _outcome(make, _two(make, "10455", "10.455"), value) == told


@given(
    first=st.integers(1, 10**7),
    second=st.integers(1, 10**7),
    value=st.integers(0, 10**7),
    relation=st.sampled_from([r for r in Relation if r is not Relation.BETWEEN]),
)
def test_an_outcome_holds_for_every_reading(make, first, second, value, relation):
    """Decided only where each reading by itself is decided so."""
    both = _two(make, str(first), str(second), relation)
    (other,) = other_readings(both)
    alone = {
        _outcome(make, replace(one, amount=_single(one), amounts=(_single(one),)), str(value)) for one in (both, other)
    }
    told = _outcome(make, both, str(value))
    assert told == (alone.pop() if len(alone) == 1 else "undecided")


def _single(claim):
    return replace(claim.amount, alternatives=())


def test_the_finding_says_what_the_readings_are_and_keeps_the_figure(make):
    series, rows = make.series(), make.rows({"2021": "10455"})
    (found,) = check(_two(make, "10455", "10.455"), series, rows, today=make.today)
    assert (found.agreement, found.measured) == (Agreement.UNDECIDED, Decimal(10455))
    assert "10,455 applications or as 10.455 applications" in found.why
    assert found.caveats[0].kind == "ambiguous-number"


def test_both_ends_and_the_size_of_a_change_have_readings_too(make):
    """A fall from 10.455 to 8.120: the ends are read together, the thousands of both or of neither."""
    claim = make.change("-", origin=("10455", "application"), target=("8120", "application"), base="2020")
    ends = {
        name: replace(getattr(claim.change.value, name), alternatives=(make.amount(text, "application"),))
        for name, text in (("origin", "10.455"), ("target", "8.120"))
    }
    change = replace(claim.change, value=replace(claim.change.value, **ends))
    both = replace(claim, change=change, changes=(change,), amounts=tuple(ends.values()))
    (other,) = other_readings(both)
    assert [str(m.value.low) for m in other.amounts] == ["10.455", "8.120"]
    rows = make.rows({"2020": "10455", "2021": "8120"})
    findings = check(both, make.series(), rows, today=make.today)
    assert outcome(findings)[0] == "undecided"
    assert outcome(check(claim, make.series(), rows, today=make.today))[0] == "supported"


@pytest.mark.parametrize("said", ["Unemployment is up to 20 percent.", "The rate rose to up to 20 percent in 2021."])
def test_up_to_a_level_is_not_borne_out_by_whatever_is_below(make, said):
    """Five percent is at most twenty: nobody meant that."""
    figures = {"DEU": {"2020": "4.0", "2021": "5.0", "2022": "5.0"}}
    findings = make.heard(said, make.series("%", "Unemployment rate, percent"), figures)
    assert outcome(findings)[0] != "supported"


SPOKEN = [
    ("There were 10.455 applications in 2021.", "USA", "undecided"),
    ("There were 10.455 applications in 2021.", "DEU", "supported"),
    ("There were 10.455 applications in 2021, 1,5 percent of all.", "USA", "supported"),
    ("There were 20.455 applications in 2021.", "USA", "contradicted"),
    ("The number of applications fell from 12.300 in 2020 to 10.455 in 2021.", "USA", "undecided"),
    ("The number of applications fell from 12.300 in 2020 to 10.455 in 2021.", "DEU", "supported"),
]


@pytest.mark.parametrize(("said", "place", "told"), SPOKEN)
def test_a_speech_with_a_full_stop_before_three_digits(make, said, place, told):
    """No sum comes out on one of two readings alone; the country or another figure of the speech settles which it is."""
    figures = {place: {"2020": "12300", "2021": "10455"}}
    first = make.heard(said, make.series(), figures, place=place)
    assert outcome([f for f in first if f.claim == first[0].claim])[0] == told


@pytest.mark.parametrize(("more", "apart"), [(" One in ten, or 10,5 percent, abstained.", True), ("", False)])
def test_figures_with_two_readings_are_not_held_against_one_another(more, apart):
    """More cannot vote than there are; but only a figure that is known contradicts another."""
    claims = read_text(f"Out of the 1.200 deputies, 1.345 voted.{more}", document="d").claims
    findings = [f for c in claims[:2] for f in own_arithmetic(c, [other for other in claims[:2] if other is not c])]
    assert (Agreement.APART in {f.agreement for f in findings}) is apart


@pytest.mark.parametrize(("measured", "told"), [("400", "supported"), ("407", "undecided"), ("900", "contradicted")])
def test_a_figure_just_outside_what_was_said_decides_nothing(make, measured, told):
    """400 applications: 407 is NEAR. A person looks at it, and no series further down speaks in its place."""
    claim = make.level("400", "application")
    first = check(claim, make.series(), make.rows({"2021": measured}), today=make.today)
    other = replace(make.series(), ref=SeriesRef("other", "twin"))
    later = check(claim, other, make.rows({"2021": "400"}), today=make.today)
    assert outcome((*first, *later))[0] == told
    assert (first[0].agreement is Agreement.NEAR) == (told == "undecided")
