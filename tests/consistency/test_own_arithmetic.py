"""The claim's own arithmetic: the speech alone, no official figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from workbench.compare import outcome
from workbench.consistency import claims_nearby, own_arithmetic
from workbench.core.claim import ChangeMode
from workbench.core.finding import Agreement
from workbench.core.quantity import Relation
from workbench.extract import read_text

NINE = {"period": "2021-01-01/2021-10-01"}
ATTEMPTS = "attempts of illegal migration"


def test_16_000_after_a_fall_of_36_5_percent(make):
    """In the first nine months 16,000 attempts were stopped, a reduction of 36.5 percent on the same period of 2020."""
    level = make.level("16000", "attempt", measure=ATTEMPTS, **NINE)
    change = make.change("-36.5", base="2020-01-01/2020-10-01", measure=ATTEMPTS, **NINE)
    for claim, sibling in ((level, change), (change, level)):
        (found,) = own_arithmetic(claim, [sibling])
        assert found.title == "The claim's own arithmetic: the base that it implies"
        assert (found.series, found.agreement, found.claimed) == (None, Agreement.UNDECIDED, None)
        assert round(found.measured, 2) == Decimal("25196.85")
        assert [step.op for step in found.trace.steps] == ["given", "given", "base_of_change"]
        assert "about 25,197 attempts in Jan–Sep 2020; within the rounding, 24,390 to 26,005." in found.why
        assert [c.kind for c in found.caveats] == ["own-arithmetic"]


def test_15_895_almost_10_000_fewer(make):
    """15,895 attempts so far this year, almost 10,000 fewer than in the same period of the year before."""
    level = make.level("15895", "attempt", measure=ATTEMPTS)
    change = make.change("-10000", "attempt", relation=Relation.NEARLY, base="2020", measure=ATTEMPTS)
    base, percent = own_arithmetic(level, [change])
    assert (base.measured, round(percent.measured, 1), percent.unit) == (25895, Decimal("-38.6"), "%")
    assert "24,894 to 25,896" in base.why  # 15,894.5 + 9,000 and 15,895.5 + 10,000, both to the even


def test_10_455_a_drop_of_almost_50_percent(make):
    """10,455 crossings prevented, a drop of almost 50 percent: 10,454.5 / 0.55 to 10,455.5 / 0.5."""
    level = make.level("10455", "crossing", measure="")
    (found,) = own_arithmetic(level, [make.change("-50", relation=Relation.NEARLY, measure="")])
    assert found.measured == 20910
    assert "before; within the rounding, 19,008 to 20,911" in found.why


def test_doubled_to_40(make):
    """The cases doubled to 40."""
    change = make.change("+2", "x", target=("40", "case"))
    assert own_arithmetic(change, [])[0].measured == 20


def test_74_attempts_to_smuggle_734_migrants(make):
    """74 attempts to smuggle 734 migrants were prevented."""
    text = test_74_attempts_to_smuggle_734_migrants.__doc__
    few = make.level("74", "attempt", at=0, context=text, key="a", measure="attempts")
    many = make.level("734", "migrant", at=text.index("734"), context=text, key="b", measure="migrants")
    few, many = (each for each in (few, many))
    (found,) = own_arithmetic(few, [many])
    assert round(found.measured, 2) == Decimal("9.92")
    assert "9.9 to each" in found.why


def test_35_cases_and_420_migrants_apart_are_not_divided(make):
    """There were 35 cases, and 420 migrants were registered."""
    text = test_35_cases_and_420_migrants_apart_are_not_divided.__doc__
    few = make.level("35", "case", at=text.index("35"), context=text, key="a")
    many = make.level("420", "migrant", at=text.index("420"), context=text, key="b")
    assert own_arithmetic(few, [many]) == ()


CONTRADICTIONS = [
    # said, unit, from, to, how, measured
    ("+", "%", "131.5", "97.8", Agreement.OPPOSITE, "-33.7"),  # "increased from 131.5 to 97.8"
    ("-", "%", "97.8", "131.5", Agreement.OPPOSITE, "33.7"),
    ("-50", "%", "200", "150", Agreement.APART, "-25"),  # "fell by half, from 200 to 150"
    ("+16", "pp", "82.2", "92.2", Agreement.APART, "10.0"),
    ("+10", "pp", "82.2", "92.2", None, ""),
    ("-25", "%", "200", "150", None, ""),
    ("+", "%", "82.2", "97.8", None, ""),
]


@pytest.mark.parametrize(("said", "unit", "old", "new", "how", "measured"), CONTRADICTIONS)
def test_from_to_against_what_was_said_of_it(make, *, said, unit, old, new, how, measured):
    mode = ChangeMode.POINTS if unit == "pp" else ChangeMode.RELATIVE
    thing = "%" if unit == "pp" or said in {"+", "-"} else "case"
    claim = make.change(said, unit, origin=(old, thing), target=(new, thing), mode=mode)
    against = [f for f in own_arithmetic(claim, []) if "fit" in f.title]
    if how is None:
        assert against == []
        return
    assert (against[0].agreement, against[0].measured) == (how, Decimal(measured))
    assert outcome(against)[0] == "contradicted"


def test_percentages_differ_by_points(make):
    """Unemployment rose from 27.3 percent to 16.6 percent."""
    claim = make.change("+", origin=("27.3", "%"), target=("16.6", "%"))
    (found,) = own_arithmetic(claim, [])
    assert found.why == "From 27.3 % to 16.6 % is a fall of 10.7 percentage points, where the claim says a rise."


def test_nothing_falls_by_more_than_all(make):
    """The cases fell by 120 percent."""
    found = own_arithmetic(make.change("-120"), [])
    assert [(f.agreement, f.measured) for f in found] == [(Agreement.APART, -100)]


@pytest.mark.parametrize(("fewer", "how"), [("9196", Agreement.ROUNDS_TO), ("2000", Agreement.APART)])
def test_percent_and_number_of_one_level(make, fewer, how):
    """16,000 attempts, 36.5 percent fewer, which is 9,196 fewer: 9,196 / 25,196 is 36.5 percent; 2,000 / 18,000 is 11.1."""
    level = make.level("16000", "attempt", measure=ATTEMPTS)
    percent = make.change("-36.5", base="2020", measure=ATTEMPTS, key="p")
    number = make.change("-" + fewer, "attempt", base="2020", measure=ATTEMPTS, at=60, key="n")
    found = [f for f in own_arithmetic(percent, [level, number]) if f.agreement is not Agreement.UNDECIDED]
    assert [f.agreement for f in found] == [how]


def test_a_change_of_another_thing_is_no_pair(make):
    """15,895 crossings were prevented; smuggling cases are down 60 percent."""
    level = make.level("15895", "crossing", measure="illegal crossings prevented")
    change = make.change("-60", measure="smuggling cases")
    assert own_arithmetic(level, [change]) == ()
    assert own_arithmetic(change, [level]) == ()


def test_what_fits_supports_nothing(make):
    """That the figures of a claim fit one another does not make it true."""
    level = make.level("16000", "attempt", measure=ATTEMPTS)
    percent = make.change("-36.5", base="2020", measure=ATTEMPTS, key="p")
    number = make.change("-9196", "attempt", base="2020", measure=ATTEMPTS, at=60, key="n")
    assert outcome(own_arithmetic(percent, [level, number]))[0] == "undecided"
    assert outcome([])[0] == "undecided"


# --- which other claims are looked at


SPEECH = (
    "In 2021 there were 16,000 attempts, a fall of 36.5 percent. Of these, 420 were at night. "
    "Exports rose by 5 percent to 400 million euros. Unemployment was 15 percent, imports fell from 900 to 800 million. "
)


def test_the_claims_beside_one_are_all_that_its_arithmetic_looks_at():
    claims = read_text(SPEECH * 3, said=date(2022, 1, 1), place="MKD").claims
    for k, claim in enumerate(claims):
        every = [other for other in claims if other.id != claim.id]
        assert own_arithmetic(claim, claims_nearby(claims, k)) == own_arithmetic(claim, every)
