"""Was it said before: repeats, variants, reversals. Where there is one, the docstring is what is said now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.candidate import Relationship, SeenBefore
from workbench.core.claim import Claim
from workbench.extract import read_text
from workbench.match import Checked, KnownIndex, rank_known

Speech = tuple[Claim, ...]
THEN = date(2021, 11, 13)


def stands(hear: Callable[..., Speech], now: str, before: str, said: date = THEN) -> SeenBefore | None:
    new, *_ = hear(now)
    return next(iter(rank_known(new, hear(before, said=said))), None)


def test_nine_months_and_this_year_are_variants_of_one_claim(hear: Callable[..., Speech]):
    """In the first nine months of 2021, 16,000 attempts of illegal migration have been halted."""
    now = test_nine_months_and_this_year_are_variants_of_one_claim.__doc__
    known = stands(hear, now, "So far this year 15,895 illegal crossing attempts have been prevented.")
    assert known is not None
    assert (known.relationship, set(known.differs)) == (Relationship.VARIANT, {"amount", "period"})
    assert known.because.startswith("16,000 here, 15,895 there; Jan–Sep 2021 here, ")


def test_figures_of_two_places_in_one_sentence_are_no_repeats_of_each_other(speech: Speech):
    """In 2019 the unemployment rate was 4.1 percent in Austria and 17.7 percent in Greece."""
    assert {claim.place for claim in speech} == {"AUT", "GRC"}
    assert [rank_known(claim, speech) for claim in speech] == [(), ()]


def test_the_place_of_the_other_figure_is_not_the_claims_own(hear: Callable[..., Speech]):
    """In 2019 the unemployment rate was 4.1 percent in Austria and 17.7 percent in Greece."""
    now = "In 2019 the unemployment rate was 17.7 percent in Greece."
    then = hear(test_the_place_of_the_other_figure_is_not_the_claims_own.__doc__, said=THEN)
    new, *_ = hear(now)
    told = {known.id: (known.relationship, known.differs) for known in rank_known(new, then)}
    of = {claim.place: told[claim.id] for claim in then}
    assert of == {"GRC": (Relationship.REPEAT, ()), "AUT": (Relationship.VARIANT, ("amount", "place"))}


def test_cases_of_smuggling_are_another_claim(hear: Callable[..., Speech]):
    """In the first nine months of 2021, 16,000 attempts of illegal migration have been halted."""
    now = test_cases_of_smuggling_are_another_claim.__doc__
    assert (
        stands(hear, now, "In the first nine months of 2021 there were 35 cases of smuggling of 420 migrants.") is None
    )


def test_a_fall_in_percent_is_no_variant_of_a_count(hear: Callable[..., Speech]):
    now = "In 2020, 16,000 attempts of illegal migration were halted."
    assert stands(hear, now, "Attempts of illegal migration fell by 36.5 percent in 2020.") is None


@pytest.mark.parametrize(
    ("now", "before", "relationship", "differs"),
    [
        ("Unemployment was 14.5 percent in 2020.", "Unemployment was 14.5 percent in 2020.", "repeat", set()),
        ("The jobless rate was 14.5 percent in 2020.", "Unemployment was 14.5 percent in 2020.", "repeat", set()),
        ("Unemployment was 14.5 percent in 2020.", "Unemployment was 15.5 percent in 2020.", "variant", {"amount"}),
        ("Unemployment was 14.5 percent in 2020.", "Unemployment was 14.5 percent in 2019.", "variant", {"period"}),
        ("Unemployment in Austria was 5 percent in 2020.", "Unemployment in Greece was 5 percent in 2020.", "variant", {"place"}),
        ("Unemployment fell by 3 percent in 2020.", "Unemployment rose by 3 percent in 2020.", "reversed", set()),
    ],
)  # fmt: skip
def test_slots_tell_repeats_from_variants(
    hear: Callable[..., Speech], now: str, before: str, relationship: str, differs: set[str]
):
    known = stands(hear, now, before)
    assert known is not None
    assert (known.relationship.value, set(known.differs)) == (relationship, differs)
    assert known.because.endswith(".")


@pytest.mark.parametrize(
    ("now", "before", "relationship"),
    [
        ("Crime has not fallen since 2015.", "Crime has fallen since 2015.", "reversed"),
        ("Crime has not fallen in 2015.", "Crime has risen in 2015.", "repeat"),
        ("Crime has risen since 2015.", "Crime has fallen since 2015.", "reversed"),
        ("Unemployment wasn't 14.5 percent in 2020.", "Unemployment was 14.5 percent in 2020.", "reversed"),
        ("Unemployment was not only 14.5 percent in 2020.", "Unemployment was 14.5 percent in 2020.", "repeat"),
        ("Unemployment was no less than 14.5 percent in 2020.", "Unemployment was 14.5 percent in 2020.", "repeat"),
    ],
)  # fmt: skip
def test_a_denial_is_said_so(hear: Callable[..., Speech], now: str, before: str, relationship: str):
    known = stands(hear, now, before)
    assert known is not None
    assert known.relationship.value == relationship


def test_a_claim_is_not_known_from_itself(hear: Callable[..., Speech]):
    claims = hear("Unemployment was 14.5 percent in 2020.")
    assert rank_known(claims[0], claims) == ()


def test_a_repeat_stands_above_a_variant(hear: Callable[..., Speech]):
    new = hear("Unemployment was 14.5 percent in 2020.")[0]
    others = [hear(f"Unemployment was {n} percent in {y}.", said=THEN)[0] for n, y in (("9", 2017), ("14.5", 2020))]
    assert [k.relationship for k in rank_known(new, others)] == [Relationship.REPEAT, Relationship.VARIANT]


ARCHIVE = (
    Checked("a", "Unemployment is the lowest in forty years.", "Is unemployment that low?", "We looked at the rate."),
    Checked("b", "Crime has doubled in our cities since 2015.", "No, crime has not doubled", "Police figures fell."),
    Checked("c", "Inflation was 7 percent in 2021.", "Inflation, checked", "The office says 7.0."),
)


def test_an_archive_is_searched_by_claim_heading_and_text():
    index = KnownIndex(ARCHIVE, read=read_text)
    text = "You know that crime in the cities has doubled."
    assert [known.id for known in index.rank(text, 1, read_text(text))] == ["b"]
    assert [known.id for known in index.rank("police figures", 1)] == ["b"]


def test_an_archive_names_what_differs():
    text = "Inflation was 8 percent in 2021."
    (known, *_) = KnownIndex(ARCHIVE, read=read_text).rank(text, 3, read_text(text))
    assert (known.id, known.relationship, known.differs) == ("c", Relationship.VARIANT, ("amount",))


def test_an_empty_archive_and_an_empty_text_give_nothing():
    assert KnownIndex([]).rank("anything") == ()
    assert KnownIndex(ARCHIVE).rank("") == ()
    assert KnownIndex(ARCHIVE).rank("的 的") == ()


# --- archives at length ----------------------------------------------------------------------------------

BODY = "The minister spoke in Skopje. {} The office keeps records of everything that is said about it."
QUOTED = (
    Checked("wall", "Says the wall will be paid for abroad.", "Who pays?", BODY.format("Asked who pays, he laughed.")),
    Checked("drugs", "Catapults throw drugs across.", "On drugs", BODY.format("A wall, they say, stops no catapult.")),
    Checked("spread", "On wages and taxes.", "Many things", BODY.format("Wages fell. Taxes on homes. Prices rose sharply.")),
    Checked("together", "On a speech.", "A speech", BODY.format("He said that taxes on wages rose sharply. Homes, too.")),
)  # fmt: skip


def test_a_sentence_of_the_check_that_says_it_all_counts_more_than_words_strewn_over_it():
    """Taxes on wages rose sharply."""
    text = test_a_sentence_of_the_check_that_says_it_all_counts_more_than_words_strewn_over_it.__doc__
    ids = [known.id for known in KnownIndex(QUOTED).rank(str(text))]
    assert ids.index("together") < ids.index("spread")


def test_a_check_is_found_by_a_quote_in_its_text_alone():
    assert KnownIndex(QUOTED).rank("They say that it stops no catapult at all.", 1)[0].id == "drugs"


def test_a_check_near_in_meaning_is_found_without_a_shared_word():
    archive = (
        Checked("jobs", "Unemployment is at a record."),
        Checked("war", "Tanks crossed the river."),
        Checked("health", "Hospitals are full of patients."),
    )
    assert KnownIndex(archive).rank("So many jobless", 1)[0].id == "jobs"


def test_scores_lie_between_0_and_1_and_fall():
    scores = [known.score for known in KnownIndex(QUOTED).rank("Says the wall will be paid for abroad.")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@given(st.lists(st.tuples(*[st.text(max_size=60)] * 3), max_size=8), st.text(max_size=60))
def test_no_archive_and_no_text_upsets_the_search(rows: list[tuple[str, str, str]], text: str):
    archive = [Checked(str(n), claim, title, body) for n, (claim, title, body) in enumerate(rows)]
    found = KnownIndex(archive).rank(text, 3)
    assert len(found) <= 3
    assert len({known.id for known in found}) == len(found)


@given(st.permutations(range(len(QUOTED))))
def test_the_order_of_the_archive_changes_no_score(order: list[int]):
    text = "Taxes on wages rose sharply."
    mixed = KnownIndex([QUOTED[n] for n in order]).rank(text)
    assert {k.id: k.score for k in mixed} == {k.id: k.score for k in KnownIndex(QUOTED).rank(text)}


@pytest.mark.parametrize(
    ("now", "relationship", "differs"),
    [
        ("Inflation was 7 percent in 2021, and crime was nobody's worry.", "repeat", ()),
        ("We promised much, and inflation was 7 percent in 2020.", "variant", ("period",)),
        ("Inflation was not 7 percent in 2021.", "reversed", ()),
    ],
)
def test_of_several_claims_the_one_on_the_same_thing_is_held_against_the_check(
    now: str, relationship: str, differs: tuple[str, ...]
):
    index = KnownIndex(ARCHIVE, read=read_text)
    known = next(each for each in index.rank(now, 3, read_text(now)) if each.id == "c")
    assert (known.relationship.value, known.differs) == (relationship, differs)
