"""What was picked and barred before: who it holds for, how much it counts, and that without it nothing moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, standing_choices
from workbench.core.score import ScorePart
from workbench.core.series import Series, SeriesRef
from workbench.match import rank_series
from workbench.match.memory.memory_phrase import likeness
from workbench.match.memory.series_memory import (
    NOTHING,
    Memory,
    Recalled,
    Sought,
    sought_for,
    without_memory,
    words_for,
)

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
PREVENTED = Series(
    ref=SeriesRef("police", "A"), title="Border Force: attempts prevented", unit=Unit(Dimension.COUNT, "attempt")
)
CROSSINGS = Series(ref=SeriesRef("other", "B"), title="Road crossings", unit=Unit(Dimension.COUNT, "crossing"))
ARRIVALS = Series(
    ref=SeriesRef("other", "C"), title="Crossings of the border by tourists", unit=Unit(Dimension.COUNT, "person")
)
SHARE = Series(ref=SeriesRef("other", "D"), title="Share of goods at crossings", unit=PERCENT)
ALL = (CROSSINGS, ARRIVALS, SHARE)
PICKED, BARRED = ChoiceKind.PICKED, ChoiceKind.BARRED


def chosen(
    kind: ChoiceKind, words: str, *, n: int = 0, of: Series = PREVENTED, by: str = "Ana", **more: object
) -> Choice:
    at = NOON + timedelta(days=n)
    return Choice(kind=kind, words=words, series=of.ref, title=of.title, reviewer=by, at=at, **more)  # type: ignore[arg-type]


def rank(claim: Claim, *choices: Choice, limit: int = 12) -> tuple[Candidate, ...]:
    """As the desk does: what a search found, and what is remembered."""
    recalled = Memory(choices).recall(sought_for(claim))
    wanted = [each for told in recalled.listed for each in (PREVENTED, *ALL) if each.ref == told.series]
    more = [each for each in wanted if each not in ALL]
    return recalled.ranked(rank_series(claim, [*ALL, *more], limit + len(recalled.remembered), wanted), limit)


@pytest.fixture
def crossings(hear: Callable[[str], object]) -> Claim:
    claim = hear("There were 16,000 illegal crossings in 2021.")[0]
    return replace(claim, measure="crossings")


# --- what a choice does --------------------------------------------------------------------------------


def test_two_picks_of_a_phrase_put_the_series_first_whatever_its_title(crossings: Claim):
    before = [c.series for c in rank(crossings)]
    assert PREVENTED not in before
    found = rank(crossings, chosen(PICKED, "crossings"), chosen(PICKED, "crossings", n=1))
    assert found[0].series == PREVENTED
    assert found[0].barred is None
    part = found[0].parts[0]
    assert (part.name, part.because) == ("memory", "picked for “crossings” by Ana, 2 times, last 2026-11-03")


def test_one_pick_makes_it_a_candidate_that_its_words_do_not_bar(crossings: Claim):
    assert not next(c for c in rank_series(crossings, [PREVENTED])).usable
    (found,) = (c for c in rank(crossings, chosen(PICKED, "crossings")) if c.series == PREVENTED)
    assert found.usable
    assert found.parts[0].because == "picked for “crossings” by Ana, 2026-11-02"


def test_several_reviewers_are_named(crossings: Claim):
    names = ("Ana", "Ben", "Ana", "Cem", "Dea")
    found = rank(crossings, *(chosen(PICKED, "crossings", n=n, by=name) for n, name in enumerate(names)))
    assert found[0].parts[0].because == "picked for “crossings” by Ana, Ben and 2 others, 5 times, last 2026-11-06"


def test_no_number_of_picks_overrules_a_unit_that_does_not_fit(crossings: Claim):
    found = rank(crossings, *(chosen(PICKED, "crossings", n=n, of=SHARE) for n in range(9)))
    (share,) = (c for c in found if c.series == SHARE)
    assert share.barred == "the claim is in a count (illegal crossings), the series in percent"
    assert found[0].barred is None


def test_a_bar_for_this_very_claim_bars_at_once_and_stays_in_sight(crossings: Claim):
    own = chosen(BARRED, "crossings", of=CROSSINGS, claim=crossings.id, by="Ben")
    found = rank(crossings, own)
    (barred,) = (c for c in found if c.series == CROSSINGS)
    assert barred.barred == "not what was meant, says Ben, 2026-11-02"
    assert CROSSINGS in [c.series for c in rank(crossings, own, limit=2)]


def test_a_bar_elsewhere_lowers_and_two_bar(crossings: Claim):
    free = next(c for c in rank(crossings) if c.series == CROSSINGS)
    one = rank(crossings, chosen(BARRED, "crossings", of=CROSSINGS, claim="c9"))
    other = next(c for c in one if c.series == CROSSINGS)
    assert other.barred == free.barred
    assert [c.series for c in one if c.barred is None].index(CROSSINGS) > 0
    two = rank(crossings, *(chosen(BARRED, "crossings", of=CROSSINGS, claim=f"c{n}", n=n) for n in range(2)))
    says = "not what “crossings” means here, says Ana, 2 times, last 2026-11-03"
    assert next(c for c in two if c.series == CROSSINGS).barred == says


def test_a_pick_for_this_claim_outweighs_bars_elsewhere(crossings: Claim):
    bars = [chosen(BARRED, "crossings", claim=f"c{n}", n=n) for n in range(3)]
    own = chosen(PICKED, "crossings", claim=crossings.id, n=9)
    (found,) = (c for c in rank(crossings, *bars, own) if c.series == PREVENTED)
    assert found.barred is None


def test_bars_undo_picks_one_for_one(crossings: Claim):
    even = [chosen(PICKED, "crossings", claim="c1"), chosen(BARRED, "crossings", claim="c2", by="Ben")]
    told = Memory(even).recall(sought_for(crossings)).remembered[PREVENTED.ref]
    assert told.net == 0
    assert told.value == pytest.approx(0.2)
    assert told.because == "picked for “crossings” by Ana, 2026-11-02; excluded for “crossings” by Ben, 2026-11-02"


def test_the_last_word_of_one_reviewer_on_one_claim_counts():
    given = [chosen(PICKED, "crossings", claim="c1"), chosen(BARRED, "crossings", claim="c1", n=1)]
    assert [c.kind for c in standing_choices(given)] == [BARRED]


# --- for which words it holds --------------------------------------------------------------------------


@each(
    ("said", "other", "least", "most"),
    [
        ("crossings", "crossings", 1, 1),
        ("illegal crossings", "crossing illegally", 1, 1),
        ("asylum applications", "applications for asylum", 1, 1),
        ("joblessness", "unemployment", 1, 1),
        ("the cost of living", "inflation", 0.5, 1),
        ("murders", "homicides", 1, 1),
        ("unemployment", "unemployment rate", 0.75, 0.75),
        ("organisation of trips", "organization of trips", 1, 1),
        ("crossings", "illegal border crossings", 0.1, 0.49),
        ("growth", "growth", 0.5, 0.5),
        ("male unemployment", "female unemployment", 0, 0),
        ("exports", "imports", 0, 0),
        ("immigration", "emigration", 0, 0),
        ("employment", "unemployment", 0, 0),
        ("jobs", "unemployment", 0, 0),
        ("jobs", "people without a job", 0, 0.49),
        ("people above the poverty line", "people below the poverty line", 0, 0),
        ("patent applications", "asylum applications", 0, 0),
        ("the number", "growth", 0, 0),
        ("population", "increase in population", 0, 0.49),
        ("electricity used in a month", "electricity used in a year", 0, 0.49),
        ("people with a degree", "people with a degree or more", 0, 0.49),
        ("births to women aged 16 to 50", "births to women aged 20 to 34", 0, 0.49),
        ("", "", 0, 0),
    ],
)  # fmt: skip
def test_how_far_a_phrase_holds_for_another(said: str, other: str, least: float, most: float):
    assert least <= likeness(said, other) <= most
    assert likeness(said, other) == pytest.approx(likeness(other, said), abs=0.01)


def test_many_picks_of_a_near_phrase_count_little():
    """However often "youth unemployment" was picked, "unemployment" is something else."""
    near = [chosen(PICKED, "youth unemployment", claim=f"c{n}", n=n) for n in range(40)]
    (told,) = Memory(near).recall(Sought("unemployment")).remembered.values()
    assert told.net == 0.05
    assert "“youth unemployment”, which is near, by Ana, 40 times" in told.because


def test_another_place_and_another_kind_of_figure_count_half():
    pick = chosen(PICKED, "crossings", place="GBR", dimension=Dimension.COUNT)
    net = lambda **slots: Memory([pick]).recall(Sought("crossings", **slots)).remembered[PREVENTED.ref].net  # noqa: E731
    assert net() == net(place="GBR") == net(place="GBR", dimension=Dimension.COUNT) == 1
    assert net(place="MKD") == net(dimension=Dimension.SHARE) == 0.5
    assert net(place="MKD", dimension=Dimension.SHARE) == 0.25


def test_what_was_said_of_other_things_is_not_recalled(crossings: Claim):
    assert Memory([chosen(PICKED, "apple harvest")]).recall(sought_for(crossings)) == NOTHING


@settings(max_examples=examples(60), deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_two_texts_crash_and_likeness_is_a_share(one: str, other: str):
    assert 0 <= likeness(one, other) <= 1
    Memory([chosen(PICKED, one)]).recall(Sought(other))


# --- without memory nothing moves ----------------------------------------------------------------------

kinds = st.sampled_from([PICKED, BARRED])
choices = st.builds(
    chosen, kinds, st.sampled_from(["crossings", "illegal border crossings", "tourists", "exports"]), n=st.integers(0, 9),
    of=st.sampled_from([PREVENTED, *ALL]), by=st.sampled_from(["Ana", "Ben"]),
    claim=st.sampled_from(["", "c1", "c2", "c3"]), place=st.sampled_from([None, "MKD", "GBR"]),
)  # fmt: skip
candidates = st.lists(
    st.builds(
        lambda n, value, barred: Candidate(
            Series(ref=SeriesRef("any", str(n)), title=f"Title {n}"),
            (ScorePart("words", value, 0.7, "w"), ScorePart("unit", 1 - value / 2, 0.3, "u")),
            barred,
        ),
        st.integers(0, 500),
        st.floats(0, 1),
        st.sampled_from([None, "another unit"]),
    ),
    max_size=12,
    unique_by=lambda candidate: candidate.series.ref,
)


def ordered(given: list[Candidate]) -> list[Candidate]:
    return sorted(given, key=lambda c: (c.barred is not None, -c.score))


@given(candidates, st.integers(1, 12))
def test_without_memory_candidates_are_as_they_came(given: list[Candidate], limit: int):
    assert NOTHING.ranked(given, limit) == tuple(given[:limit])


@given(candidates, st.lists(choices, max_size=8))
def test_those_of_whom_memory_says_nothing_keep_their_order(given: list[Candidate], past: list[Choice]):
    before = ordered(given)
    recalled = Memory(past).recall(Sought("crossings"))
    told = recalled.remembered or Memory([chosen(PICKED, "crossings")]).recall(Sought("crossings")).remembered
    after = Recalled(told).ranked(before, 99)
    assert [c.series for c in after] == [c.series for c in before]
    assert [without_memory(c).parts for c in after] == [c.parts for c in before]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(past=st.lists(choices, max_size=6))
def test_forgetting_restores_the_order_bit_for_bit(crossings: Claim, past: list[Choice]):
    gone = [chosen(ChoiceKind.FORGOTTEN, c.words, n=20, undoes=c.id) for c in past]
    assert rank(crossings, *past, *gone) == rank(crossings)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(past=st.lists(choices, max_size=6), seed=st.randoms())
def test_the_order_in_which_choices_are_heard_of_changes_nothing(crossings: Claim, past: list[Choice], seed: object):
    shuffled = [*past, *past[:2]]
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rank(crossings, *shuffled) == rank(crossings, *past)


@settings(max_examples=examples(60), deadline=None)
@given(candidates.filter(bool), st.data())
def test_two_picks_lead_among_the_usable_whatever_the_scores(given: list[Candidate], data: st.DataObject):
    pick = data.draw(st.sampled_from(given))
    twice = [chosen(PICKED, "crossings", of=pick.series, claim=f"c{n}", n=n) for n in range(2)]
    after = Memory(twice).recall(Sought("crossings")).ranked(ordered(given), 99)
    usable = [c.series for c in after if c.barred is None]
    assert usable[:1] == ([pick.series] if pick.barred is None else usable[:1])
    assert [c.series for c in after if c.barred] == [c.series for c in after][len(usable) :]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.decimals("0.1", "1000000", places=1))
def test_no_figure_moves_what_memory_says(crossings: Claim, value: Decimal):
    amount = replace(crossings.amount, value=replace(crossings.amount.value, low=value, step=Decimal("0.1")))
    other = replace(crossings, amount=amount, amounts=(amount,))
    past = [chosen(PICKED, "crossings"), chosen(BARRED, "crossings", of=ARRIVALS, claim="c1")]
    assert rank(other, *past) == rank(crossings, *past)


def test_scores_are_still_their_parts_and_weights_sum_to_one(crossings: Claim):
    for candidate in rank(crossings, chosen(PICKED, "crossings")):
        assert sum(part.weight for part in candidate.parts) == pytest.approx(1, abs=1e-5)
        assert all(0 <= part.value <= 1 and part.because for part in candidate.parts)


def test_the_words_of_a_choice_are_one_line(crossings: Claim):
    assert words_for(replace(crossings, measure="illegal\n  crossings " * 100)).startswith("illegal crossings illegal")
    assert len(words_for(replace(crossings, measure="x" * 5000))) == 300


@pytest.mark.slow
def test_thousands_of_phrases_do_not_hold_a_reviewer_up(crossings: Claim):
    past = [chosen(PICKED, f"{thing} {n}", claim=f"c{n}", n=n % 900) for n in range(3_000) for thing in ("harvest",)]
    memory = Memory([*past, chosen(PICKED, "crossings")])
    memory.recall(sought_for(crossings))
    begin = time.process_time()
    for _ in range(5):
        assert list(memory.recall(sought_for(crossings)).remembered) == [PREVENTED.ref]
    assert time.process_time() - begin < 1.5
