"""What makes a sentence worth a check, by the grammar of speech."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import ClaimKind
from workbench.core.score import total
from workbench.extract import read_text
from workbench.extract.claim.check_worthiness import most_worth, weights_with, worth_parts
from workbench.extract.sentence_reader import SentenceReader
from workbench.extract.words.stated_or_wished import Head, Who, attitude_of


@pytest.mark.parametrize(
    ("worthier", "than"),
    [
        ("We built 400 kilometres of road.", "We need to build 400 kilometres of road."),
        ("You voted against the pension law twice.", "You are a good person and a friend of mine."),
        ("They have raised the tax on fuel three times.", "I think we should raise the tax on fuel some day."),
        ("He promised that the hospital opens in March.", "I grew up with my mother near the hospital in Bitola."),
        ("Exports are higher than in any year since 1991.", "Exports are important for all of our future."),
        ("Minister Petrova signed the agreement in Brussels.", "Let us sign the agreement in Brussels."),
        ("The court has never ruled on it.", "Has the court ruled on it?"),
    ],
)
def test_what_was_done_is_worth_more_than_what_is_wished_thought_or_lived(worthier: str, than: str):
    assert read_text(worthier).worth > read_text(than).worth


@pytest.mark.parametrize(
    ("said", "head", "who"),
    [
        ("we have reduced the number of troops", Head.TOLD, Who.US),
        ("and , you know , he is going to cut it", Head.AHEAD, Who.THEM),
        ("in that year , they voted for it", Head.TOLD, Who.THEM),
        ("we have to do more", Head.MUST, Who.US),
        ("this is important", Head.JUDGED, Who.IT),
        ("exports stand at a record", Head.PLAIN, Who.OTHER),
        ("let us begin", Head.URGE, Who.OTHER),
    ],
)
def test_the_main_clause_tells_the_stance(said: str, head: Head, who: Who):
    stance = attitude_of(said.split())
    assert (stance.head, stance.who) == (head, who)


def test_what_is_thought_is_what_is_said_with_less_weight():
    assert attitude_of(["i", "think", "that", "they", "lost", "it"]).framed
    assert not attitude_of(["i", "think", "of", "it"]).framed


UNCLAIMED = (
    "We thank you for coming.",
    "In May we went to France.",
    "They voted against the pension law, and signed the agreement in Brussels.",
    "Exports are more important than in any year since 1991, Minister Petrova said.",
    "Has the court ruled on it?",
)


@pytest.mark.parametrize("said", UNCLAIMED)
@pytest.mark.parametrize("changed", [{}, {"figure": 3, "speaker": 0}, {"name": 0, "place": 0.9}])
def test_no_sentence_without_a_claim_is_worth_more_than_its_most(said, changed):
    weights = weights_with(changed)
    (sentence,) = (sentence for sentence, _, _ in SentenceReader(said, said=date(2022, 1, 5)).steps())
    worth = total(worth_parts(sentence, ClaimKind.STATEMENT, official=False, weights=weights))
    assert worth <= most_worth(sentence, weights) < 1


def test_what_claims_nothing_is_weighed_only_where_it_may_be_worth_more(monkeypatch):
    """Behind a claim that is worth more than they can be, sentences without one are not weighed; before it they are."""
    weighed = []

    def weigh(sentence, kind, **settings):
        weighed.append(sentence.words)
        return worth_parts(sentence, kind, **settings)

    monkeypatch.setattr("workbench.extract.pipeline.worth_parts", weigh)
    claim, plain = "In May unemployment in France fell to 7.9 percent.", "We thank you for coming."
    reading = read_text(f"{claim} {plain}", said=date(2022, 1, 5))
    assert (reading.kind, weighed) == (ClaimKind.CHANGE, [])
    assert read_text(f"{plain} {claim}", said=date(2022, 1, 5)).worth == reading.worth
    assert weighed == [plain]


@given(
    st.lists(
        st.sampled_from(
            [
                "i",
                "we",
                "think",
                "that",
                "and",
                "if",
                ",",
                "you",
                "know",
                "was",
                "have",
                "to",
                "good",
                "it",
                "been",
                "going",
                "he",
            ]
        )
    )
)
def test_any_row_of_words_has_a_stance(tokens: list[str]):
    assert attitude_of(tokens).head in Head
