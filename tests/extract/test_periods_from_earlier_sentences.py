"""A period named in one sentence, and which claims of the next ones take it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.extract import read_text

SAID = date(2021, 12, 2)

OPENINGS = {
    "en": "In 2019 exports fell by 2 percent. ",
    "de": "Im Jahr 2019 sanken die Exporte um 2 Prozent. ",
    "mk": "Во 2019 година извозот падна за 2 отсто. ",
}
GOES_ON = [
    ("en", "Unemployment was 9 percent."),
    ("en", "Wages rose by 3 percent."),
    ("en", "Some 450 teachers were hired."),
    ("de", "Die Arbeitslosenquote lag bei 9 Prozent."),
    ("de", "Die Löhne sind um 3 Prozent gestiegen."),
    ("mk", "Невработеноста беше 9 отсто."),
    ("mk", "Платите пораснаа за 3 отсто."),
]
OF_ITS_OWN_TIME = [
    ("en", "Unemployment is 9 percent."),
    ("en", "Unemployment stands at 9 percent."),
    ("en", "Unemployment was 9 percent when we came in."),
    ("en", "Since that law was passed, 40,000 people were hired."),
    ("en", "For twelve months prices rose by more than 3 percent."),
    ("en", "Unemployment has fallen to 9 percent."),
    ("en", "So far 40,000 people applied."),
    ("en", "We will hire 450 teachers."),
    ("en", "It's currently 9 percent."),
    ("de", "Die Arbeitslosenquote liegt bei 9 Prozent."),
    ("de", "Derzeit sind 9 Prozent arbeitslos."),
    ("de", "Die Renten werden um 3 Prozent steigen."),
    ("de", "Seit acht Jahren gab es 9 Prozent mehr Verkehr."),
    ("mk", "Невработеноста изнесува 9 отсто."),
    ("mk", "Сега 9 отсто се без работа."),
    ("mk", "Пензиите ќе пораснат за 3 отсто."),
]


def _last(text: str, language: str = "en"):
    return read_text(text, said=SAID, language=language).claims[-1]


@pytest.mark.parametrize(("language", "after"), GOES_ON)
def test_a_claim_in_the_past_takes_the_year_of_the_sentence_before(language: str, after: str):
    claim = _last(OPENINGS[language] + after, language)
    assert claim.period is not None
    assert str(claim.period.value) == "2019"
    assert "inherited-period" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(("language", "after"), OF_ITS_OWN_TIME)
def test_a_claim_of_another_time_takes_no_year_from_the_sentence_before(language: str, after: str):
    claim = _last(OPENINGS[language] + after, language)
    assert claim.period is None or str(claim.period.value) != "2019"


@each(("language", "after"), [*GOES_ON, *OF_ITS_OWN_TIME])
def test_a_period_ends_where_sentences_speak_of_something_else(language: str, after: str):
    """Two sentences that name no figure lie between."""
    between = {"en": "Thank you. I am glad. ", "de": "Danke. Ich bin froh. ", "mk": "Благодарам. Мило ми е. "}[language]
    claim = _last(OPENINGS[language] + between + after, language)
    assert claim.period is None or str(claim.period.value) != "2019"


def test_a_period_is_carried_on_through_a_list():
    """As long as each sentence takes it."""
    text = "In 2019 we spent 900 euros. Wood cost 400 euros. Nails cost 300 euros. Glue cost 200 euros."
    assert [str(claim.period.value) for claim in read_text(text, said=SAID).claims if claim.period] == ["2019"] * 4


@pytest.mark.parametrize(
    "before",
    [
        "The bridge, which was built in 2014, is old.",
        "On 12 May 2021 the office published its report.",
        "The law of 2014 was changed in 2018.",
    ],
    ids=["told in passing", "a single day", "two of them"],
)
def test_what_is_told_in_passing_is_no_period_of_the_next_sentence(before: str):
    assert _last(f"{before} Unemployment was 9 percent.").period is None


def test_a_language_without_words_carries_no_tense():
    """Nothing tells its tense: the period is taken, and the note says so."""
    claim = _last("2019: 5 %. 9 %.", "xx")
    assert claim.period is None or "inherited-period" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In the years 2019 and 2020 we spent 2 billion euros."),
        ("de", "Das fördern wir mit 2 Milliarden Euro in den Jahren 2019 und 2020."),
        ("mk", "Во годините 2019 и 2020 потрошивме 2 милијарди евра."),
    ],
)
def test_years_that_are_named_together_are_one_stretch(language: str, said: str):
    assert str(_last(said, language).period.value) == "2019–2020"


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [
        ("en", "In 2005 unemployment was 37 percent! Thirty-seven percent, sir, that is your legacy!", ["2005", "2005"]),
        ("de", "2005 lag die Arbeitslosenquote bei 37 Prozent! 37 Prozent, meine Herren, das ist Ihr Erbe!", ["2005", "2005"]),
        ("mk", "Во 2005-та невработеноста беше над 37 проценти! Над 37, господине, тоа ви е наследство!", ["2005", "2005"]),
        ("en", "In 2005 unemployment was 37 percent. It is now 37 percent.", ["2005", "17 Oct 2019"]),
    ],
)  # fmt: skip
def test_a_figure_that_is_only_said_again_is_of_the_same_time(language, text, labels):
    claims = read_text(text, said=date(2019, 10, 17), place="MKD", language=language).claims
    assert [each.period.value.label for each in claims] == labels
