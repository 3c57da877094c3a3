"""What a desk's own decisions say of the next claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.score import ScorePart, total
from workbench.match.memory.triage_preferences import TriageDecision, TriagePreferences, learn

KINDS = ("level", "change", "rank")
QUOTES = st.lists(st.sampled_from(("unemployment", "pensions", "bridges", "asylum", "5")), max_size=4).map(" ".join)
DECISIONS = st.builds(TriageDecision, st.sampled_from(KINDS), QUOTES, st.booleans())
PAST = st.lists(DECISIONS, max_size=40)
ENOUGH = [TriageDecision("share", "tourists", True)] * 10 + [TriageDecision("share", "tourists", False)] * 10


@given(PAST, DECISIONS, DECISIONS)
def test_one_more_claim_taken_never_lowers_any_claim(
    past: list[TriageDecision], more: TriageDecision, asked: TriageDecision
):
    before = learn([*ENOUGH, *past]).part(asked.kind, asked.words)
    after = learn([*ENOUGH, *past, TriageDecision(more.kind, more.words, True)]).part(asked.kind, asked.words)
    assert after.value >= before.value


@given(PAST, st.sampled_from(KINDS), QUOTES)
def test_a_kind_taken_more_often_rises(past: list[TriageDecision], kind: str, quote: str):
    before = learn([*ENOUGH, *past]).part(kind, quote).value
    assert learn([*ENOUGH, *past, *[TriageDecision(kind, "", True)] * 3]).part(kind, quote).value > before


@given(PAST, st.randoms(use_true_random=False), DECISIONS)
def test_the_order_of_decisions_says_nothing(past: list[TriageDecision], chance, asked: TriageDecision):
    shuffled = [*ENOUGH, *past]
    chance.shuffle(shuffled)
    assert learn(shuffled).part(asked.kind, asked.words) == learn([*ENOUGH, *past]).part(asked.kind, asked.words)


@given(PAST, DECISIONS, st.floats(0, 1))
def test_a_worth_stays_between_nothing_and_one(past: list[TriageDecision], asked: TriageDecision, read: float):
    leaning = learn([*ENOUGH, *past])
    parts = leaning.added((ScorePart("figure", read, 1.0, ""),), leaning.part(asked.kind, asked.words))
    assert 0 <= total(parts) <= 1
    assert abs(sum(part.weight for part in parts) - 1) < 1e-9


def test_too_few_decisions_say_so_and_count_nothing():
    one_sided = learn([TriageDecision("change", "unemployment fell", True)] * 30)
    for leaning in (TriagePreferences(), one_sided):
        own = leaning.part("change", "unemployment fell")
        assert own.share == 0
        assert "with 20 in all and 5 each way this would count" in own.because
        assert total(leaning.added((ScorePart("figure", 0.5, 1.0, ""),), own)) == 0.5


def test_the_reason_names_what_moved_it_most():
    """Twelve of fifteen claims about unemployment were taken up, and no claim about bridges."""
    past = [TriageDecision("level", "unemployment is high", True)] * 12 + [
        TriageDecision("rank", "unemployment", False)
    ] * 3
    leaning = learn([*past, *[TriageDecision("rank", "the longest bridge", False)] * 5])
    said = leaning.part("change", "Unemployment fell by 5 percent")
    assert "claims about unemployment were taken 12 of 15 times here" in said.because
    assert said.value > 0.5 > leaning.part("rank", "a bridge").value
    assert leaning.part("promise", "olives").because == "nothing like it was decided here before"
