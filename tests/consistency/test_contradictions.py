"""The claim's own arithmetic, read off the speech: figures of one sentence that do not fit one another, and those that do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.compare import outcome
from workbench.consistency import own_arithmetic
from workbench.core.document import Document
from workbench.core.finding import Agreement
from workbench.desk.importing.document_import import read_claims

A, O, R, E = Agreement.APART, Agreement.OPPOSITE, Agreement.ROUNDS_TO, Agreement.EXACT  # noqa: E741


def found_in(speech):
    """Return every finding on a speech's own figures, each once."""
    document = Document(id="d", title="", text=speech, origin="x", published=date(2021, 12, 1), place="MKD")
    claims = read_claims(document).claims
    found = [f for c in claims for f in own_arithmetic(c, [other for other in claims if other is not c])]
    return list({f.why: f for f in found if f.agreement is not Agreement.UNDECIDED}.values())


SPEECHES = [
    # the speech, how its figures stand, what they make, and a part of the sentence
    ("Last year 120 of the 100 applicants were refused.", A, "120", "cannot be a part of 100 applicants"),
    ("Out of the 120 deputies, 130 voted.", A, "108.33", "130 cannot be a part of 120 deputies"),  # 130 / 120
    ("The police stopped 16,000 attempts, including 18,000 by repeat offenders.", A, "112.50", "112.5 % of the whole"),
    ("We stopped 16,000 migrants, including 18,000 children.", A, "112.50", "18,000 children cannot be a part"),
    ("There were 100 arrests, of whom 60 were men and 50 were women.", A, "110", "The parts make 110 together"),
    ("The budget is 100 million euros: 60 million for schools and 50 million for hospitals.", A, "110000000", "together"),
    (
        "60 percent of applicants are men, 30 percent are women and the remaining 20 percent are children.",
        A, "110", "The shares make 110 %",
    ),
    (
        "50 percent of applicants are men, 30 percent are women and the remaining 10 percent are children.",
        A, "90", "less than the whole",
    ),
    ("The governing party won 60 percent of the vote and the opposition 45 percent.", A, "105", "105 % together"),
    ("120 of the 400 applicants were refused, or 40 percent.", A, "30", "which does not fit the 40 % as claimed"),
    ("120 of the 400 applicants were refused, or 30 percent.", E, "30", "which fits the 30 % as claimed"),
    ("118 of the 400 applicants were refused, or 30 percent.", R, "29.50", "which fits"),  # 29.5 prints as 30
    ("One in five children, or 30 percent, lives in poverty.", A, "20", "said of the same thing"),
    ("Every second pupil, that is 60 percent, comes by bus.", A, "50", "said of the same thing"),
    (
        "The programme costs 4 million euros for 2,000 people, that is 3,000 euros per person.",
        A, "2000", "4,000,000 euros for 2,000 persons are 2,000 euros per person",
    ),
    (
        "The programme costs 6 million euros for 2,000 people, that is 3,000 euros per person.",
        E, "3000", "which fits the 3,000 euros per person",
    ),
    (
        "With 2 million inhabitants and 1,000 deaths we have 200 deaths per 100,000 inhabitants.",
        A, "50", "are 50 deaths per 100,000 inhabitants",  # 1,000 / 2,000,000 × 100,000
    ),
    ("The cases doubled from 40 to 60.", A, "1.50", "1.50 times as much, where the claim says a rise to 2 times"),
    (
        "We registered 131 cases in 2020 and 98 cases in 2021, an increase of 25 percent.",
        O, "-25.19", "From 131 cases to 98 cases is a fall of 25.2 %, where the claim says a rise of 25 %",  # -33 / 131
    ),
    (
        "Unemployment was 20 percent in 2020 and 17 percent in 2021, a fall of 30 percent.",
        A, "-15", "is a fall of 15 %, where the claim says a fall of 30 %",  # 3 / 20: percent of percent, not points
    ),
    ("Crime grew: there were 131 cases in 2020 and 98 in 2021.", O, "-33", "is a fall of 33 cases, where the claim says a rise"),
    ("Unemployment fell by 5 percentage points, from 20 percent to 17 percent.", A, "-3", "a fall of 3 percentage points"),
    ("Exports rose by 10 percent to 220 million dollars, from 150 million dollars.", A, "46.67", "a rise of 46.7 %"),  # 70 / 150
    (
        "16,000 attempts were stopped, 36.5 percent fewer, that is 2,000 fewer than in 2020.",
        A, "-11.11", "are a fall of 11.1 % from 18,000 attempts, which does not fit a fall of 36.5 %",  # 2,000 / 18,000
    ),
    ("There were 100 arrests last year. Of these, 120 ended in court.", A, "120", "120 cannot be a part of 100 arrests"),
    ("There were 100 arrests. Of them 60 were men and 50 were women.", A, "110", "The parts make 110 together"),
    ("There were 400 applicants. Of those, 120 were refused, or 40 percent.", A, "30", "which does not fit the 40 %"),
    ("The number of cases rose from 131 to 98.", O, "-33", "is a fall of 33"),
]  # fmt: skip


@pytest.mark.parametrize(("speech", "how", "measured", "says"), SPEECHES, ids=[row[0][:40] for row in SPEECHES])
def test_a_speech_against_itself(speech, how, measured, says):
    (found,) = found_in(speech)
    assert (found.agreement, round(found.measured, 2)) == (how, Decimal(measured))
    assert says in found.why
    assert found.series is None
    assert found.trace.replay(lambda cell: Decimal(0)) == found.measured
    assert outcome([found])[0] == ("contradicted" if how in {A, O} else "undecided")


SILENT = [
    "Of the 35 cases, 420 migrants were involved.",  # migrants are no part of cases
    "There were 100 arrests last year. Of these, 90 ended in court.",
    "There were 100 arrests last year. Of the people, 120 were satisfied.",
    "We are 5 percent of the world's population and have to trade with the other 95 percent.",
    "The banks have assets equal to 58 percent of the GDP, while issuing two-thirds of the credit cards and half of the loans.",
    "They have 60 percent of the vote and 55 percent of the seats.",
    "The storage was doubled to 256 houses instead of the 128 houses of the year before.",
    "In 35 cases of smuggling 420 migrants were found.",
    "74 attempts to smuggle 734 migrants were prevented.",
    "Of the 400 applicants, more than 300 were refused.",
    "There were 100 arrests, of whom 60 were men and 50 were under 25.",  # parts that may overlap
    "60 percent of applicants are men and 50 percent are under 25.",
    "60 percent of applicants are men, 30 percent are women and the remaining 10 percent are children.",
    "We should not give nearly half of it to the wealthiest 1 percent, because the other 99 percent built it.",
    "We have a 6 percent, or 7 percent, unemployment rate.",
    "One in three children, or 33 percent, lives in poverty.",
    "The budget is 100 million euros: 60 million for schools and 40 million for hospitals.",
    "We registered 131 cases in 2020 and 164 cases in 2021, an increase of 25 percent.",
    "The cases doubled from 40 to 80.",
    "Unemployment was 20 percent in 2020 and 17 percent in 2021, a fall of 15 percent.",
    "Nearly 40 of the 40 villages have water.",
    "About 104 of the 100 thousand houses burned.",
    "The 120 deputies met 130 experts.",
]


@each("speech", SILENT)
def test_what_may_be_true_is_not_called_a_contradiction(speech):
    assert [f.why for f in found_in(speech) if f.agreement in {A, O}] == []


def test_the_origin_of_a_rise_is_not_the_level_that_it_led_to():
    """The cases doubled from 40 to 60: nothing is implied of what came before 40."""
    document = Document(id="d", title="", text="The cases doubled from 40 to 60.", origin="x")
    claims = read_claims(document).claims
    implied = {f.measured for c in claims for f in own_arithmetic(c, claims) if f.agreement is Agreement.UNDECIDED}
    assert implied == {30}


@settings(max_examples=30)
@given(part=st.integers(1, 10**4), whole=st.integers(1, 10**4))
def test_a_part_is_a_contradiction_exactly_where_no_rounding_lets_it_be_a_part(part, whole):
    speech = f"We know that {part:,} of the {whole:,} applicants were refused."
    against = [f for f in found_in(speech) if f.agreement in {A, O}]
    if part <= whole:
        assert against == []
    if part > whole * Decimal("1.2"):
        assert [round(f.measured, 6) for f in against] == [round(Decimal(part) / whole * 100, 6)]


TOKENS = st.sampled_from([
    "0", "1", "120", "1,000", "2 million", "half", "one in five", "0.0", "100 percent", "40 percent", "0 percent", "250 %",
    "200 euros per person", "2,000 people", "0 people", "5 per 100,000 inhabitants", "of the", "of whom", "including", "or", "that is",
    ",", ":", "and", "remaining", "from", "to", "rose", "fell", "doubled", "by", "applicants", "men", "women", "cases", "in 2020",
    "in 2021", "percent", "of the vote", "about", "nearly", "more than", "fewer", "out of the", "99999999999999999999999999999999",
])  # fmt: skip


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(TOKENS, min_size=4, max_size=16))
def test_no_jumble_of_figures_and_joints_breaks_it(tokens):
    """Whatever stands between the figures: every line replays, and a finding has a sentence."""
    for found in found_in(" ".join(tokens) + "."):
        assert found.trace.replay(lambda cell: Decimal(0)) == found.measured
        assert found.why
