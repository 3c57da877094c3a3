"""A sentence is read the same whatever stands around it, except for a period that it inherits, and that is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.claim import Claim, Reading
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.extract import read_text
from workbench.extract.words.time_phrases import DEPENDENT_RULES

SAID = date(2021, 12, 2)
SENTENCES = [
    "Exports grew by 7.2 percent in the third quarter of 2023.",
    "There were 35 cases of smuggling last year.",
    "Nearly 3,000 refugees arrived.",
    "Unemployment fell from 27.3% in 2015 to 16.6% in 2020.",
    "In the first nine months of 2021 it was 5 % more than in the same period of 2020.",
    "We will finish the road in two weeks.",
    "The same month last year 120 people died.",
    "About one in five children is overweight.",
    "Over Christmas 2020 sales doubled.",
    "In FY2019/20 the deficit was two tenths of a percent of output.",
    "On Friday, 3 December the minister met 3 colleagues.",
    "That year two and a half million tourists came.",
    "Two years later the rate was lower by half a point.",
    "So far this month 15,895 migrants have been stopped.",
    "Since the late 1990s the share has risen to three quarters of households.",
    "It cost $1.2 billion between May and July 2019.",
    "We must improve coordination between institutions.",
    "He thanked everyone for coming.",
]
ONE = st.sampled_from(SENTENCES)
AROUND = st.lists(ONE, max_size=3)
BREAK = st.sampled_from([" ", "\n\n"])


def _read(text: str) -> Reading:
    return read_text(text, said=SAID, place="MKD")


def _inside(reading: Reading, span: Span) -> list[tuple[object, ...]]:
    """Return what was read between two offsets, as it would stand in a text of its own, but for what may lean on a sentence before."""
    mentions = [
        m for m in (*reading.amounts, *reading.periods) if span.covers(m.span) and m.rule not in DEPENDENT_RULES
    ]
    return [(m.span.shift(-span.start), m.value, m.rule, m.alternatives) for m in mentions]


def _told(claim: Claim, by: int) -> tuple[object, ...]:
    """Return what a claim says of itself: its words, its kind, its figure, its change."""
    amount = claim.amount.value if claim.amount else None
    change = claim.change.value.direction if claim.change else None
    return (claim.span.shift(-by), claim.quote, claim.kind, amount, change)


def _when(claim: Claim) -> Period | None:
    return claim.period.value if claim.period else None


@settings(max_examples=40)
@given(before=AROUND, sentence=ONE, after=AROUND, joint=BREAK)
def test_amounts_and_periods_are_the_same_alone_and_among_others(
    before: list[str], sentence: str, after: list[str], joint: str
):
    text = joint.join([*before, sentence, *after])
    start = sum(len(other) + len(joint) for other in before)
    span = Span(start, start + len(sentence))
    assert _inside(_read(text), span) == _inside(_read(sentence), Span(0, len(sentence)))


@settings(max_examples=40)
@given(before=AROUND, sentence=ONE, after=AROUND, joint=BREAK)
def test_a_claim_differs_at_most_in_a_period_that_it_says_where_it_is_from(
    before: list[str], sentence: str, after: list[str], joint: str
):
    start = sum(len(other) + len(joint) for other in before)
    span = Span(start, start + len(sentence))
    claims = [c for c in _read(joint.join([*before, sentence, *after])).claims if span.covers(c.span)]
    alone = _read(sentence).claims
    assert [_told(c, start) for c in claims] == [_told(c, 0) for c in alone]
    for claim, single in zip(claims, alone, strict=True):
        told = {"inherited-period", "figures-compared"} & {problem.kind for problem in claim.notes}
        assert _when(claim) == _when(single) or told


@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_a_period_is_inherited_within_a_paragraph_and_said(joint: str):
    reading = _read(joint.join(["Exports grew by 7.2 percent in May 2021.", "Nearly 3,000 refugees arrived."]))
    last = reading.claims[-1]
    assert (last.period is not None) == (joint == " ")
    assert ("inherited-period" in {p.kind for p in last.notes}) == (joint == " ")


LEANING_ON = [
    (
        "It was 5 % in the first nine months of 2021. In the same period last year it was 7 %.",
        "2020-01-01",
        "2020-10-01",
    ),
    ("Exports rose by 5 % in May 2019. A year earlier they had fallen by 3 %.", "2018-05-01", "2018-06-01"),
    ("Exports rose by 5 % in May 2019. That year imports fell by 3 %.", "2019-01-01", "2020-01-01"),
    ("In Q2 2020 it was 5 %. In the same quarter of the previous year it was 3 %.", "2019-04-01", "2019-07-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), LEANING_ON)
def test_the_same_period_leans_on_the_sentence_before_and_says_so(text: str, start: str, end: str):
    claim = _read(text).claims[-1]
    assert claim.period is not None
    assert (claim.period.value.start.isoformat(), claim.period.value.end.isoformat()) == (start, end)
    assert "inherited-period" in {note.kind for note in claim.notes}


def test_a_new_paragraph_leans_on_nothing_before_it():
    claim = _read("It was 5 % in May 2019.\n\nIn the same month last year it was 7 %.").claims[-1]
    assert claim.period is not None
    assert claim.period.value.start == date(2020, 12, 1)
    assert "inherited-period" not in {note.kind for note in claim.notes}
