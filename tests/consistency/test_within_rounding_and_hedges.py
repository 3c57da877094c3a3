"""Figures with hedges beside one another: what may be true is no contradiction, and what no reading allows is one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.consistency import own_arithmetic
from workbench.consistency.within_rounding_and_hedges import change_within_hedges, within_hedges
from workbench.core.claim import ChangeMode
from workbench.core.document import Document
from workbench.core.finding import Agreement
from workbench.core.interval import Interval, point
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.desk.importing.document_import import read_claims

CASES = Unit(Dimension.COUNT, "case")


def found_in(speech):
    """Return every finding on a speech's own figures that compares them, each once."""
    document = Document(id="d", title="", text=speech, origin="x", published=date(2021, 12, 1), place="MKD")
    claims = read_claims(document).claims
    found = [f for c in claims for f in own_arithmetic(c, [other for other in claims if other is not c])]
    return list({f.why: f for f in found if f.agreement is not Agreement.UNDECIDED}.values())


def against(speech):
    return [f.why for f in found_in(speech) if f.agreement in {Agreement.APART, Agreement.OPPOSITE}]


HEDGED = [
    # a speech, and whether its figures cannot all be right
    ("More than 120 of the 400 applicants were refused, or 40 percent.", False),  # 160 are more than 120
    ("More than 120 of the 400 applicants were refused, or 20 percent.", True),
    ("At most 120 of the 400 applicants were refused, or 20 percent.", False),
    ("At most 120 of the 400 applicants were refused, or 40 percent.", True),
    ("About 120 of the 400 applicants were refused, or 32 percent.", False),
    ("About 120 of the 400 applicants were refused, or 36 percent.", True),  # 132 of 400 are 33
    ("120 of the 400 applicants were refused, or 36 percent.", True),
    ("The programme costs 4 million euros for at most 2,000 people, that is 3,000 euros per person.", False),
    ("The programme costs 4 million euros for at most 2,000 people, that is 1,000 euros per person.", True),
    ("The programme costs 4 million euros for more than 2,000 people, that is 1,000 euros per person.", False),
    ("The programme costs 4 million euros for more than 2,000 people, that is 3,000 euros per person.", True),
    ("The programme costs more than 4 million euros for 2,000 people, that is 3,000 euros per person.", False),
    ("The programme costs more than 4 million euros for 2,000 people, that is 1,000 euros per person.", True),
    ("16,000 attempts were stopped, 36.5 percent fewer, that is more than 2,000 fewer than in 2020.", False),
    ("16,000 attempts were stopped, 36.5 percent fewer, that is at most 2,000 fewer than in 2020.", True),
    ("More than 16,000 attempts were stopped, 36.5 percent fewer, that is 12,000 fewer than in 2020.", False),
    ("More than 16,000 attempts were stopped, 36.5 percent fewer, that is 2,000 fewer than in 2020.", True),
    ("The number of cases rose from 131 to more than 98.", False),
    ("The number of cases rose from 131 to fewer than 98.", True),
    ("The number of cases fell from 98 to fewer than 131.", False),
    ("The number of cases fell from 98 to more than 131.", True),
    ("The number of cases doubled from 40 to more than 60.", False),
    ("The number of cases doubled from 40 to more than 100.", True),
    ("The number of cases doubled from fewer than 40 to 60.", False),
    ("The number of cases doubled from more than 40 to 60.", True),
    ("The cases fell by half, from more than 200 to 150.", False),
    ("The cases fell by half, from 200 to 150.", True),
    ("We registered 131 cases in 2020 and more than 98 cases in 2021, an increase of 25 percent.", False),
    ("We registered 131 cases in 2020 and fewer than 98 cases in 2021, an increase of 25 percent.", True),
    ("We registered fewer than 131 cases in 2020 and 98 cases in 2021, an increase of 25 percent.", False),
    ("We registered more than 131 cases in 2020 and 98 cases in 2021, an increase of 25 percent.", True),
    ("There were more than 60 cases in 2020 and 30 cases in 2021, three times fewer.", False),
    ("There were fewer than 60 cases in 2020 and 30 cases in 2021, three times fewer.", True),
    # at the most 4,389 of 16,000.5 + 4,389 are 21.53 percent
    ("16,001 attempts were stopped, 21.5 percent fewer, that is about 3,990 fewer than in 2020.", False),
    ("16,001 attempts were stopped, 21.6 percent fewer, that is about 3,990 fewer than in 2020.", True),
]


@pytest.mark.parametrize(("speech", "contradicted"), HEDGED, ids=[row[0][:70] for row in HEDGED])
def test_an_open_end_leaves_room_on_its_own_side_alone(speech, contradicted):
    assert len(against(speech)) == contradicted


@pytest.mark.parametrize(
    ("how", "contradicted"), [(Relation.IS, True), (Relation.MORE_THAN, False), (Relation.AT_MOST, True)]
)
def test_a_fall_by_a_factor_from_a_hedged_figure(make, how, contradicted):
    """Three times fewer, from 60 to 40: more than 60 may be 120, at most 60 is not."""
    claim = make.change("-3", "x", origin=("60", "case", how), target=("40", "case"))
    assert [f.measured for f in own_arithmetic(claim, []) if "fit" in f.title] == [Decimal("1.5")] * contradicted


ROOM = [
    ("More than 120 of the 400 applicants were refused, or 40 percent.", "are 30 %, which leaves room for the 40 %"),
    ("At most 120 of the 400 applicants were refused, or 20 percent.", "are 30 %, which leaves room for the 20 %"),
    ("About 120 of the 400 applicants were refused, or 32 percent.", "are 30 %, which fits the 32 %"),
    ("More than 120 of the 400 applicants were refused, or 20 percent.", "are 30 %, which does not fit the 20 %"),
    (
        "16,000 attempts were stopped, 36.5 percent fewer, that is more than 2,000 fewer than in 2020.",
        "from 18,000 attempts, which leaves room for a fall of 36.5 %",
    ),
]


@pytest.mark.parametrize(("speech", "says"), ROOM)
def test_a_figure_with_an_open_end_leaves_room_and_does_not_fit(speech, says):
    (found,) = found_in(speech)
    assert says in found.why


BOUNDS = [
    # a speech, and where the base lies that its figures leave open
    (
        "There are 40 cases, a fall of between 50 and 100 percent.",
        "at least 78.2",
    ),  # 39.5 / 0.505; after a fall of all of it anything
    ("There were more than 20 cases in 2021, three times fewer.", "at least 54.0"),  # 20 × 2.7
    ("There were 20 cases in 2021, more than three times fewer.", "at least 58.5"),  # 19.5 × 3
]


@pytest.mark.parametrize(("speech", "bounds"), BOUNDS)
def test_a_base_has_the_ends_that_the_words_leave_it(speech, bounds):
    document = Document(id="d", title="", text=speech, origin="x", published=date(2021, 12, 1), place="MKD")
    claims = read_claims(document).claims
    found = {f.why for c in claims for f in own_arithmetic(c, claims) if f.title.endswith("the base that it implies")}
    assert [why.rpartition("within the words, ")[2] for why in found] == [f"{bounds}."]


ROSE = [
    ("The number of cases rose by 20 cases to 60 cases.", {40, 50}),  # from 40, by 50 percent
    ("The number of cases rose by 20 dollars to 60 cases.", set()),
]


@pytest.mark.parametrize(("speech", "measured"), ROSE)
def test_a_change_to_a_level_of_the_same_unit_implies_where_it_began(speech, measured):
    claims = read_claims(Document(id="d", title="", text=speech, origin="x")).claims
    assert {found.measured for claim in claims for found in own_arithmetic(claim, claims)} == measured


# --- whatever the figures are


@st.composite
def true_of(draw, number):
    """Return a number as somebody may say it who speaks the truth."""
    off = draw(st.integers(1, 50))
    return draw(st.sampled_from([f"{number:,}", f"more than {max(1, number - off):,}", f"fewer than {number + off:,}"]))


@settings(max_examples=examples(60))
@given(st.data(), st.integers(60, 5000), st.integers(60, 5000))
def test_what_is_true_of_some_figures_is_never_a_contradiction(data, old, new):
    """A change of the right direction and size, and figures that are said as they are or with a true hedge."""
    percent = round(Decimal(abs(new - old)) / old * 100, 1)
    way = "an increase" if new >= old else "a fall"
    ends = [data.draw(true_of(number)) for number in (old, new)]
    speech = f"We registered {ends[0]} cases in 2020 and {ends[1]} cases in 2021, {way} of {percent} percent."
    assert against(speech) == []


@settings(max_examples=examples(60))
@given(st.data(), st.integers(60, 5000), st.integers(60, 5000))
def test_a_true_share_of_hedged_parts_is_never_a_contradiction(data, one, other):
    part, whole = sorted((one, other))
    percent = round(Decimal(part) / whole * 100, 1)
    speech = (
        f"It is known that {data.draw(true_of(part))} of the {whole:,} applicants were refused, or {percent} percent."
    )
    assert against(speech) == []


NUMBERS = st.integers(1, 400).map(Decimal)
RELATIONS = st.sampled_from([Relation.IS, Relation.ABOUT, Relation.MORE_THAN, Relation.AT_MOST, Relation.NEARLY])


@given(NUMBERS, NUMBERS, RELATIONS, RELATIONS, st.sampled_from(ChangeMode))
def test_the_change_between_the_figures_said_lies_within_their_hedges(old, new, before, after, mode):
    """What the numbers make as they stand is one of the things that the words allow: at an end where the words exclude it."""
    made = change_within_hedges(
        *(Amount(how, number, None, Decimal(1), CASES) for number, how in ((new, after), (old, before))), mode
    )
    plain = {
        ChangeMode.RELATIVE: (new - old) / old * 100,
        ChangeMode.POINTS: new - old,
        ChangeMode.ABSOLUTE: new - old,
        ChangeMode.MULTIPLE: new / old,
    }[mode]
    near = Decimal("1e-20")
    assert made.low is None or made.low <= plain + near
    assert made.high is None or made.high >= plain - near


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans())
def test_an_end_is_open_exactly_where_a_figure_is(first, second, up, falls):
    """Without an upper end the result has none, and without a lower end of what it falls with neither."""
    by = (lambda a, b: a - b) if falls else (lambda a, b: a + b)
    half = Interval(first, None) if up else Interval(None, first)
    made = within_hedges(half, point(second), by, falls=falls)
    assert (made.low, made.high) == ((by(first, second), None) if up else (None, by(first, second)))
    made = within_hedges(point(second), half, by, falls=falls)
    assert (made.low is None, made.high is None) == ((False, True) if up is not falls else (True, False))


def test_a_part_of_none_makes_nothing():
    """A whole that may be none bounds no share from above."""
    share = lambda part, whole: part / whole if whole > 0 else None  # noqa: E731
    made = within_hedges(point(Decimal(3)), Interval(Decimal(0), Decimal(6)), share)
    assert (made.low, made.high) == (Decimal("0.5"), None)
