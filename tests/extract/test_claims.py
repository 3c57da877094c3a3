"""Claims put together from a sentence: the docstring of each test is the speech, said on 2 December 2021."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.claim import ClaimKind, Direction
from workbench.core.document import How, Speaker
from workbench.core.errors import UsageError
from workbench.core.period import Period, month, year
from workbench.core.quantity import Relation
from workbench.extract import WEIGHTS, read_text, weights_with


def kinds(reading):
    return [claim.kind for claim in reading.claims]


def notes(claim):
    return {note.kind for note in claim.notes}


def test_a_level_with_its_noun(claim):
    """Police halted around 1,200 attempts of illegal entry in 2020."""
    assert claim.quote == "around 1,200 attempts of illegal entry"
    assert claim.measure == "attempts of illegal entry"
    assert claim.kind is ClaimKind.LEVEL
    assert claim.amount.value.relation is Relation.ABOUT
    assert claim.period.value == year(2020)


def test_a_figure_and_its_change_are_two_claims(reading):
    """In 2020 there were 900 thefts, which is a 12.5% increase compared with 2019."""
    level, change = reading.claims
    assert (level.kind, change.kind) == (ClaimKind.LEVEL, ClaimKind.CHANGE)
    assert level.measure == change.measure == "thefts"
    assert (level.period.value, change.period.value, change.change.value.base) == (year(2020), year(2020), year(2019))
    assert change.change.value.direction is Direction.UP


def test_a_change_from_one_figure_to_another_is_one_claim(claim):
    """Unemployment fell from 27.3% in 2015 to 16.6% in 2020."""
    assert claim.kind is ClaimKind.CHANGE
    assert claim.measure == "unemployment rate"
    assert [m.value.low for m in claim.amounts] == [Decimal("27.3"), Decimal("16.6")]
    assert claim.period.value == year(2020)


def test_a_percentage_is_measured_by_its_subject(claim):
    """The average net wage tax stood at 13.1% last year."""
    assert claim.measure == "average net wage tax"


def test_a_part_of_a_whole_is_a_share(claim):
    """About one in five children is overweight."""
    assert claim.kind is ClaimKind.SHARE
    assert "children" in claim.measure


@pytest.mark.parametrize(
    ("speech", "kind"),
    [
        ("Our country has the third highest growth in the region.", ClaimKind.RANK),
        ("Serbia spends more on schools than Croatia.", ClaimKind.COMPARISON),
        ("The ministry will build a new hospital in Tetovo in 2023.", ClaimKind.PROMISE),
        ("Our goal is to reduce the number of young smokers.", ClaimKind.PROMISE),
        ("Up to 600 million euros will be paid out.", ClaimKind.PROMISE),
        ("Exports doubled in 2020.", ClaimKind.CHANGE),
    ],
)
def test_kinds(speech, kind):
    assert kinds(read_text(speech, said=date(2021, 12, 2))) == [kind]


@pytest.mark.parametrize(
    "speech",
    [
        "I believe that this is the best reform in our history.",
        "We must improve coordination between institutions.",
        "Is ours the lowest wage in Europe?",
        "For two reasons this matters.",
        "Thank you, and good evening.",
    ],
)
def test_what_makes_no_claim(speech):
    reading = read_text(speech)
    assert reading.claims == ()
    assert reading.kind is ClaimKind.STATEMENT


def test_more_than_a_number_compares_nothing(claim):
    """More than 450 officers took part."""
    assert claim.kind is ClaimKind.LEVEL
    assert claim.quote == "More than 450 officers"


def test_a_missing_period_is_taken_from_the_sentence_before_and_says_so(reading):
    """In March 2021 the ministry counted 40 fires. There were 12 floods."""
    first, second = reading.claims
    assert "inherited-period" not in notes(first)
    assert second.period.value == month(2021, 3)
    assert "inherited-period" in notes(second)


def test_no_period_is_taken_from_another_paragraph(reading):
    """In March 2021 the ministry counted 40 fires.

    There were 12 floods.
    """
    assert reading.claims[1].period is None


def test_the_day_of_reporting_is_not_the_period_of_the_claim(claim):
    """The minister said on 30 November 2021 that exports had reached 3 billion euros in 2020."""
    assert claim.period.value == year(2020)


def test_the_place_is_named_or_assumed(reading):
    """Bulgaria took in 300 refugees in 2020. The capital took in 20 refugees."""
    named, assumed = reading.claims
    assert (named.place, assumed.place) == ("BGR", "MKD")
    assert ("assumed-place" in notes(named), "assumed-place" in notes(assumed)) == (False, True)


def test_neighbouring_figures_keep_their_own_periods_and_places(reading):
    """Unemployment was 5% in 2019 and 7% in 2020. Health costs 7.2 percent of GDP, compared with 9.9 percent in the EU."""
    first, second, ours, theirs = reading.claims
    assert (first.period.value, second.period.value) == (year(2019), year(2020))
    assert first.measure == second.measure == "unemployment rate"
    assert (ours.place, theirs.place) == ("MKD", "EU27")


def test_two_changes_joined_by_and_measure_two_things(reading):
    """Cases of migrant smuggling are down 60 percent and asylum applications have fallen by 70 percent."""
    assert [claim.measure for claim in reading.claims] == ["Cases of migrant smuggling", "asylum applications"]


def test_a_trade_partner_is_not_the_place_of_a_claim(claim):
    """Exports to Germany grew 12% in 2020."""
    assert claim.place == "MKD"
    assert [place.value for place in claim.places] == ["DEU"]


def test_people_alone_say_too_little(claim):
    """More than 300,000 people in Serbia live below the poverty line."""
    assert claim.measure == "people below the national poverty line"
    assert claim.place == "SRB"


def test_an_uncertain_period_says_what_else_it_may_mean(claim):
    """Some 800 messages were exchanged over the past year."""
    assert "ambiguous-period" in notes(claim)


def test_the_speaker_of_the_document_speaks_where_nobody_else_does():
    reading = read_text("We built 30 schools.", speaker=Speaker("Ana Doe", "mayor"))
    (claim,) = reading.claims
    assert (claim.attribution.speaker.name, claim.attribution.how) == ("Ana Doe", How.BYLINE)


def test_people_in_attempts_are_not_an_attempt(reading):
    """In the first eight months the police uncovered 74 attempts to smuggle 734 migrants."""
    assert [claim.measure for claim in reading.claims] == [
        "attempts to smuggle migrants",
        "migrants in attempts to smuggle",
    ]


def test_a_relative_clause_names_what_is_measured(claim):
    """The portal runs on SHIELD, through which 300 alerts were sent in 2020."""
    assert claim.measure == "alerts sent through SHIELD"


def test_figures_checkable_now_are_worth_more_than_promises_and_opinions():
    spoken = [
        "In 2020 unemployment in North Macedonia fell by 2 percent.",
        "Unemployment fell.",
        "We will fight unemployment.",
        "Thank you very much.",
    ]
    worths = [read_text(words).worth for words in spoken]
    assert worths == sorted(worths, reverse=True)
    assert worths[0] > 0.8
    assert worths[-1] < 0.2


def test_what_is_on_record_is_worth_more_than_what_should_be():
    spoken = ["The minister voted against the budget and signed the treaty.", "We should all vote for a better budget."]
    first, last = (read_text(words).worth for words in spoken)
    assert first > last


def test_a_team_counts_the_parts_as_it_sees_fit():
    """A desk that checks only figures gives them all the weight; the parts stay, and sum to 1."""
    only_figures = weights_with({name: 0 for name in WEIGHTS if name != "figure"})
    claim = read_text("Unemployment fell to 5% in 2019.", weights=only_figures).claims[0]
    assert {part.name: part.weight for part in claim.worth} == {name: float(name == "figure") for name in WEIGHTS}
    assert claim.worth_score == 1.0


@pytest.mark.parametrize("changed", [{"figures": 1}, {"figure": -1}, {"figure": float("inf")}, {"figure": True}])
def test_weights_that_make_no_sense_are_refused(changed):
    with pytest.raises(UsageError):
        weights_with(changed)


@given(st.dictionaries(st.sampled_from(sorted(WEIGHTS)), st.floats(0, 100), max_size=len(WEIGHTS) - 1))
def test_weights_always_sum_to_one(changed):
    assert sum(weights_with(changed).values()) == pytest.approx(1)


def test_worth_is_the_sum_of_named_parts(claim):
    """Exports grew by 7.2 percent in 2020."""
    assert sum(part.weight for part in claim.worth) == pytest.approx(1)
    assert claim.worth_score == pytest.approx(sum(part.share for part in claim.worth), abs=1e-4)
    assert all(part.because for part in claim.worth)


def test_a_table_that_lost_its_lines_is_cut_and_said_so():
    reading = read_text("Sales were " + "5 cars and " * 50 + "6 vans.")
    assert len(reading.claims) <= 40
    assert [problem.kind for problem in reading.problems] == ["too-many-figures"]


def test_the_same_words_at_the_same_place_have_the_same_id():
    one, two = (read_text("In 2020 we built 30 schools.", document="a") for _ in range(2))
    other = read_text("In 2020 we built 30 schools.", document="b")
    assert one.claims[0].id == two.claims[0].id != other.claims[0].id


WORDS = st.sampled_from(
    [
        "5",
        "16,000",
        "36.5%",
        "2021",
        "in",
        "the",
        "of",
        "which",
        "than",
        "more",
        "said",
        "“",
        "”",
        ",",
        ".",
        "\n\n",
        "will",
        "Minister",
        "Doe",
        "Germany",
        "year",
        "last",
        "reduction",
        "fell\n",
        "",
        "",
        "",
        "from",
        "to",
        "people",
        "cases",
        "one",
        "half",
        "US",
        "adding",
        "that",
        "according",
        "as",
        "well",
        "doubled",
        "•",
        "€",
        "$",
        "1.2",
        "bn",
        "per",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=50).map(" ".join))


@given(TEXTS)
def test_no_text_breaks_the_reading_and_every_span_cuts_what_it_says(text):
    reading = read_text(text, said=date(2021, 12, 2), place="MKD", speaker=Speaker("Doe"))
    for claim in reading.claims:
        assert claim.span.cut(text) == claim.quote
        assert claim.sentence.cut(text) == claim.context
        assert claim.period is None or isinstance(claim.period.value, Period)
    for mention in (*reading.amounts, *reading.periods, *reading.places, *reading.changes):
        assert mention.span.end <= len(text)
        assert any(sentence.covers(mention.span) for sentence in reading.sentences)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)


@each("scrap", [" ", "“", "5% ", "He said, ", "A: x\n", "U.S. ", "5 of ", ", which", "1. a ", "(", "\x00"])
def test_endless_texts_end(scrap):
    """A text of 20,000 letters of anything is read in well under a second or so."""
    read_text(scrap * (20_000 // len(scrap)), said=date(2021, 12, 2))


def test_a_rank_behind_a_figure_is_a_claim_of_its_own(reading):
    """Unemployment fell to 5%, the lowest since 1974, and wages rose 3% in 2020."""
    fall, rank, rise = reading.claims
    assert [fall.kind, rank.kind, rise.kind] == [ClaimKind.CHANGE, ClaimKind.RANK, ClaimKind.CHANGE]
    assert rank.quote == "the lowest since 1974"
    assert rank.measure == fall.measure == "unemployment rate"
    assert fall.period is None


def test_the_highest_in_our_history_is_a_rank(reading):
    """Debt rose to 60% of GDP, the highest in our history."""
    assert kinds(reading) == [ClaimKind.CHANGE, ClaimKind.RANK]


def test_an_age_and_a_rank_in_brackets_are_no_figures(reading):
    """In Japan 80% of people aged 25 to 54 had jobs, and Norway (3rd) had more."""
    assert [claim.amount.value.low for claim in reading.claims if claim.amount] == [Decimal(80)]


@pytest.mark.parametrize(
    ("speech", "measure"),
    [
        ("The US dollar fell 3%.", "US dollar"),
        ("The yen fell 1% last week.", "yen"),
        ("The FTSE 100 was down 1.2 per cent.", "FTSE 100"),
        ("Boeing rose 3 percent.", "Boeing"),
        ("Germany grew by 2% in 2019.", "Germany"),
        ("The Macedonian denar lost 3% against the euro.", "Macedonian denar against euro"),
        ("Turkey's lira has lost 40 percent.", "lira"),
    ],
)
def test_what_has_a_name_is_measured_by_its_name(speech: str, measure: str) -> None:
    assert read_text(speech).claims[0].measure == measure


@pytest.mark.parametrize(
    ("speech", "measures"),
    [
        ("Exports grew 5%, imports 7% and prices 3%.", ["Exports", "imports", "consumer prices"]),
        ("The increase in prices was 4 percent.", ["prices"]),
        ("There are three times as many doctors as in 2019.", ["doctors"]),
        ("We burn 2.4 billion gallons of jet fuel a year.", ["jet fuel"]),
    ],
)
def test_each_change_is_measured_by_what_it_is_told_of(speech: str, measures: list[str]) -> None:
    assert [claim.measure for claim in read_text(speech).claims] == measures


@pytest.mark.parametrize("said", ["They are 40,000.", "It fell to 5 percent."])
def test_a_pronoun_without_anything_before_it_is_told_of(said: str):
    (claim,) = read_text(said).claims
    assert "unnamed-measure" in {note.kind for note in claim.notes}


def test_a_named_measure_has_no_such_note():
    (claim,) = read_text("Unemployment fell to 5 percent.").claims
    assert "unnamed-measure" not in {note.kind for note in claim.notes}
