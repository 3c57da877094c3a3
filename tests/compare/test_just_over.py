"""Just over 10 is no more than a tenth above it, in every language: 19 does not bear it out."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.quantity import PERCENT, Amount, Relation
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.extract.words.word_files import languages, raw_tables
from workbench.report.json_records import amount_record

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)
SAID = {
    "en": "In 2018 the unemployment rate was {} 10 percent.",
    "de": "Die Arbeitslosenquote lag 2018 bei {} 10 Prozent.",
    "mk": "Во 2018 година стапката на невработеност беше {} 10 проценти.",
}
WORDS = [
    (language, words)
    for language in sorted(languages())
    for words in raw_tables(language)["hedges"]["before"]["just_over"]
    if words not in {"gute", "guten"}  # "gute 10 Prozent" stand behind no "bei"
]


@each(("language", "words"), WORDS)
def test_what_is_just_over_is_near(language, words):
    """Unemployment was just over 10 percent: 10.4 is, 19.3 is not, and 9.6 is not either."""
    said = SAID[language].format(words)
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert claim.amount is not None
    assert claim.amount.value.relation is Relation.JUST_OVER
    found = [outcome_of(said, language, RATE, figure, 2018) for figure in ("10.4", "19.3")]
    assert found == ["supported", "contradicted"]
    assert outcome_of(said, language, RATE, "9.2", 2018) != "supported"


def test_what_is_not_just_over_is_far_over():
    """It is not just over 10 percent, it is 19."""
    (claim, *_) = read_text("The unemployment rate is not just over 10 percent.", said=LATER).claims
    assert claim.amount is not None
    assert claim.amount.value.relation is Relation.MORE_THAN


@given(low=st.integers(1, 10**9), step=st.sampled_from([1, 10, 100]))
def test_the_room_above_is_that_below_what_is_nearly(low, step):
    """Just over 800 reaches as far above as nearly 800 reaches below."""
    over, under = (
        Amount(relation, Decimal(low), None, Decimal(step), PERCENT).interval()
        for relation in (Relation.JUST_OVER, Relation.NEARLY)
    )
    assert over.low == under.high == low
    assert over.high is not None
    assert under.low is not None
    assert over.high - low == low - under.low
    assert Decimal(low) not in over


def test_scripts_read_a_relation_that_they_know():
    """The contract's list of relations is not added to: scripts read more_than, people read just over."""
    said = "In 2018 the unemployment rate was just over 10 percent."
    (claim,) = read_text(said, said=LATER).claims
    assert claim.amount is not None
    assert amount_record(claim.amount, said)["relation"] == "more_than"
    assert str(claim.amount.value) == "just over 10 percentage"
