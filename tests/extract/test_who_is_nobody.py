"""Words before a colon or a verb of saying that are nobody, and verbs that introduce what somebody says."""

from __future__ import annotations

from tests.each import each
from workbench.extract import read_text


def _speakers(said: str):
    named = (claim.attribution for claim in read_text(said).claims)
    return [None if one is None or one.speaker is None else one.speaker.name for one in named]


@each(
    "said",
    [
        "In short: unemployment is 5 percent.",
        "All in all: unemployment is 5 percent.",
        "Nuremberg: Unemployment is 5 percent.",
        "Details of the plan: unemployment is 5 percent.",
        "Preliminary data collected show that unemployment is 5 percent.",
        "According to preliminary data collected by the office, unemployment is 5 percent.",
        "Figures released on Monday show that unemployment is 5 percent.",
        "When asked about taxes, he said that unemployment is 5 percent.",
    ],
)
def test_nobody_says_it(said: str):
    assert _speakers(said) == [None]


@each("verb", ["shouted", "fumed", "implored", "thundered", "exclaimed", "pleaded", "snapped", "retorted", "roared"])
def test_verbs_of_every_temper_introduce_speech(verb: str):
    assert _speakers(f"“Unemployment is 5 percent,” {verb} Anna Holt.") == ["Anna Holt"]


def test_a_reporter_with_a_paper_asks():
    assert _speakers("Anna Holt, The Herald: “Prices rose by 5 percent.”") == ["Anna Holt"]


def test_two_people_of_one_surname_stay_two():
    said = "John Miller said that debt was 5 percent. Susan Miller said that debt was 7 percent."
    assert _speakers(said) == ["John Miller", "Susan Miller"]
