"""What is said of two claims that differ, of a claim put into English, and of those who chose a series."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workbench.core.candidate import Relationship
from workbench.core.reviewers.series_choice import Choice, ChoiceKind
from workbench.core.series import SeriesRef
from workbench.extract import read_text
from workbench.match import in_english
from workbench.match.checked_before.claim_differences import ComparedSlots, difference, slots_of
from workbench.match.memory.memory_reasons import RememberedWords, reason

REPEAT, VARIANT, REVERSED = Relationship.REPEAT, Relationship.VARIANT, Relationship.REVERSED
DIFFERENT = [
    # what is said now, what was said before; what differs, how they stand, how far they agree; the sentence
    (
        "In 2021 there were 120 arrests in Serbia.", "In 2020 there were 130 arrests in Greece.",
        ("amount", "period", "place"), VARIANT, 0.25, "120 here, 130 there; 2021 here, 2020 there; Serbia here, Greece there.",
    ),
    (
        "Unemployment rose by 3 percent in 2021.", "Unemployment fell by 3 percent in 2021.",
        (), REVERSED, 1.0, "It goes up here and down there.",
    ),
    (
        "Unemployment fell by 3 percent in 2021.", "Unemployment rose by 4 percent in 2021.",
        ("amount",), REVERSED, 0.75, "It goes down here and up there; 3 % here, 4 % there.",
    ),
    (
        "Unemployment among women was 15 percent in 2021.", "Unemployment was 15 percent in 2021.",
        ("measure",), VARIANT, 0.75, "Women here, all people there.",
    ),
    (
        "Unemployment was 15 percent in 2021.", "Unemployment among men was 15 percent in 2021.",
        ("measure",), VARIANT, 0.75, "All people here, men there.",
    ),
    (
        "There were between 1,000 and 2,000.5 arrests.", "There were 3,000 arrests.",
        ("amount",), VARIANT, 0.75, "1,000 to 2,000.5 here, 3,000 there.",
    ),
    (
        "In 2021, 120 judges left Serbia.", "In 2021, 120 judges worked in Serbia.",
        ("measure",), VARIANT, 0.75, "“left” is said only here.",
    ),
    (
        "In 2021, 12 percent were poor.", "In 2021, 12 percent were very poor.",
        ("measure",), VARIANT, 0.75, "“very” is said only there.",
    ),
    ("There were 120 arrests.", "Arrests were at 120 percent.", ("amount",), VARIANT, 0.75, "120 here, 120 % there."),
    ("There were 120 arrests.", "There were 120 arrests.", (), REPEAT, 1.0, "Nothing that both claims name differs."),
    ("There were 120 arrests in Serbia.", "There were 120 arrests in 2021.", (), REPEAT, 1.0, "Nothing that both claims name differs."),
]  # fmt: skip


def slots(speech):
    claim, *_ = read_text(speech, said=None, place=None, language="en").claims
    return slots_of(claim)


@pytest.mark.parametrize(
    ("now", "before", "differs", "stands", "agree", "says"), DIFFERENT, ids=[f"{r[0]} {r[5]}" for r in DIFFERENT]
)
def test_two_claims_differ_in_what_both_say(*, now, before, differs, stands, agree, says):
    found = difference(slots(now), slots(before))
    assert (found.differs, found.relationship, found.agreement, found.because) == (differs, stands, agree, says)


def test_places_and_people_are_listed_in_order():
    """The order in which a claim names them says nothing."""
    places = ComparedSlots(places=frozenset({"SRB", "GRC", "ALB"})), ComparedSlots(places=frozenset({"TUR"}))
    assert difference(*places).because == "Albania and Greece and Serbia here, Türkiye there."
    people = (
        ComparedSlots(groups=frozenset({"women", "children"})),
        ComparedSlots(groups=frozenset({"pensioners", "men"})),
    )
    assert difference(*people).because == "Children and women here, men and pensioners there."


# --- in English


def units(language, speech):
    """Return the names of all that a claim's figures count, once it is in English."""
    (claim,) = (in_english(claim) for claim in read_text(speech, language=language).claims)
    change = claim.change.value if claim.change else None
    ends = [change.amount, change.origin, change.target] if change else []
    return (
        claim.amount.value.unit.name if claim.amount else None,
        [mention.value.unit.name for mention in claim.amounts],
        [mention.value.unit.name for mention in ends if mention is not None],
        [each.value.amount.value.unit.name for each in claim.changes],
    )


def test_every_figure_of_a_claim_counts_in_english():
    """Fewer people: from 400,000 to 300,000, by 100,000."""
    speech = (
        "Die Zahl der Menschen ohne Arbeit sank 2021 von 400.000 Menschen auf 300.000 Menschen, um 100.000 Menschen."
    )
    assert units("de", speech) == ("persons", ["persons"] * 3, ["persons"] * 3, ["persons"])


def test_a_level_counts_in_english_and_its_words_stay():
    speech = "Im Jahr 2021 waren 500.000 Menschen ohne Arbeit."
    assert units("de", speech) == ("persons", ["persons"], [], [])
    (claim,) = read_text(speech, language="de").claims
    told = in_english(claim)
    assert (told.quote, told.context, told.period, told.span) == (claim.quote, claim.context, claim.period, claim.span)


def test_what_a_figure_is_qualified_by_is_put_into_english():
    """A deficit of 4 percent of GDP."""
    (claim,) = read_text("Das Defizit lag 2021 bei 4 Prozent des BIP.", language="de").claims
    assert "Defizit" in [each.value.what for each in claim.qualifiers]
    assert [each.value.what for each in in_english(claim).qualifiers] == ["budget deficit", "GDP"]


# --- who chose


def choice(words, by="Ana", kind=ChoiceKind.PICKED, day=2):
    return Choice(
        kind=kind, words=words, series=SeriesRef("own", "A"), reviewer=by, at=datetime(2026, 11, day, tzinfo=UTC)
    )


TOLD = "picked for “{}” by Ana, 2026-11-02"


@pytest.mark.parametrize(
    ("phrases", "behind"),
    [(1, []), (3, []), (4, ["and for 1 more phrase"]), (5, ["and for 2 more phrases"])],
)
def test_three_phrases_are_told_and_the_others_counted(phrases, behind):
    names = [f"phrase {n}" for n in range(phrases)]
    held = [RememberedWords(choice(name), 1 - n / 10) for n, name in enumerate(names)]
    assert reason(held).split("; ") == [*(TOLD.format(name) for name in names[:3]), *behind]


def test_what_holds_most_is_told_first_and_a_bar_holds_as_much_as_a_pick():
    bars = [
        RememberedWords(choice("borders", by, ChoiceKind.BARRED, day), 0.8)
        for by, day in (("Ana", 2), ("Ben", 3), ("Cem", 4), ("Dan", 5))
    ]
    near = RememberedWords(choice("crossings"), 0.5, near=True)
    assert reason([near, *bars]).split("; ") == [
        "excluded for “borders” by Ana, Ben and 2 others, 4 times, last 2026-11-05",
        "picked for “crossings”, which is near, by Ana, 2026-11-02",
    ]
