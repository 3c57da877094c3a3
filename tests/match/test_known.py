"""Was it said before: repeats, variants, reversals. Where there is one, the docstring is what is said now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workbench.core.candidate import Known, Relationship
from workbench.core.claim import Claim
from workbench.extract import read_text
from workbench.match import Checked, KnownIndex, rank_known

Speech = tuple[Claim, ...]
THEN = date(2021, 11, 13)


def stands(hear: Callable[..., Speech], now: str, before: str, said: date = THEN) -> Known | None:
    new, *_ = hear(now)
    return next(iter(rank_known(new, hear(before, said=said))), None)


def test_nine_months_and_this_year_are_variants_of_one_claim(hear: Callable[..., Speech]):
    """In the first nine months of 2021, 16,000 attempts of illegal migration have been halted."""
    now = test_nine_months_and_this_year_are_variants_of_one_claim.__doc__
    known = stands(hear, now, "So far this year 15,895 illegal crossing attempts have been prevented.")
    assert known is not None
    assert (known.relationship, set(known.differs)) == (Relationship.VARIANT, {"amount", "period"})
    assert known.because.startswith("16,000 here, 15,895 there; Jan–Sep 2021 here, ")


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
