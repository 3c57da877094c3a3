"""A statement is denied whoever is spoken to in between: "It is not true, Minister, that …", "that is what you alone claim"."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2018,3.38
"""
ABOUT = {"date": "2019-05-01", "place": "DEU"}
EN, DE, MK = (
    "unemployment in Germany was 3.4 percent in 2018",
    "2018 in Deutschland 3,4 Prozent arbeitslos waren",
    "невработеноста во Германија во 2018 беше 3,4 проценти",
)
SPOKEN_TO = {
    "en": ["Minister", "Mr Speaker", "my dear colleague", "ladies and gentlemen"],
    "de": ["Herr Minister", "Frau Ministerin", "meine Damen und Herren", "liebe Kollegen"],
    "mk": ["господине министре", "почитувани колеги"],
}
DENIED = {
    "en": [
        f"It is simply not true, {{}}, that {EN}.",
        f"It's just wrong, {{}}, that {EN}.",
        f"It is a lie, {{}}, that {EN}.",
    ],
    "de": [
        f"Es stimmt eben nicht, {{}}, dass {DE}.",
        f"Es stimmt doch, {{}}, gar nicht, dass {DE}.",
        f"Es ist einfach nicht wahr, {{}}, dass {DE}.",
        f"Falsch ist, {{}}, dass {DE}.",
        f"Nicht wahr ist, {{}}, dass {DE}.",
    ],
    "mk": [f"Не е точно, {{}}, дека {MK}.", f"Не е вистина, {{}}, дека {MK}."],
}
HELD = {
    "en": [f"It is true, {{}}, that {EN}."],
    "de": [f"Es stimmt, {{}}, dass {DE}."],
    "mk": [f"Точно е, {{}}, дека {MK}."],
}


def every(frames):
    return [
        (language, frame.format(name))
        for language, each in frames.items()
        for frame in each
        for name in SPOKEN_TO[language]
    ]


@pytest.mark.parametrize(("language", "words"), every(DENIED))
def test_it_is_denied(said, language, words):
    answer = said(words, language=language)
    assert (answer["outcome"], "deny" in answer["why"]) == ("undecided", True)


@pytest.mark.parametrize(("language", "words"), every(HELD))
def test_it_is_held(said, language, words):
    assert said(words, language=language)["outcome"] == "supported"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In 2018 unemployment in Germany was 3.4 percent – that is what you alone claim!"),
        ("en", "In 2018 unemployment in Germany was 3.4 percent, only the minister believes that."),
        ("de", "2018 waren in Deutschland 3,4 Prozent arbeitslos – das behaupten nur Sie!"),
        ("de", "2018 waren in Deutschland 3,4 Prozent arbeitslos, das sagt außer Ihnen niemand."),
        ("mk", "Во 2018 невработеноста во Германија беше 3,4 проценти - тоа само вие го тврдите!"),
    ],
)
def test_what_only_others_claim_is_denied(said, language, words):
    assert said(words, language=language)["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In 2018 unemployment in Germany was 3.4 percent, that is what the office says."),
        ("en", "In 2018 unemployment in Germany was 3.4 percent, nobody disputes that."),
        ("de", "2018 waren in Deutschland 3,4 Prozent arbeitslos, das sagt das Statistische Bundesamt."),
    ],
)
def test_what_an_office_says_is_held(said, language, words):
    assert said(words, language=language)["outcome"] == "supported"


SAID = {
    "en": "Unemployment in Germany was 3.4 percent in 2018",
    "de": "Die Arbeitslosenquote in Deutschland lag 2018 bei 3,4 Prozent",
    "mk": "Невработеноста во Германија во 2018 беше 3,4 проценти",
}
TAKEN_BACK = {
    "en": [
        ", no, forget that",
        ", but don't quote me on that",
        ". Sorry, forget that figure",
        ". Actually, I withdraw that",
        ". Strike that",
        " – no, scratch that",
    ],
    "de": [
        ", nein, vergessen Sie das",
        ". Verzeihung, streichen Sie das",
        ". Das nehme ich zurück",
        " – aber nageln Sie mich nicht fest",
    ],
    "mk": [", не, заборавете го тоа", ". Извинете, го повлекувам тоа", ". Избришете го тоа"],
}


@pytest.mark.parametrize(
    ("language", "behind"), [(language, each) for language, all_ in TAKEN_BACK.items() for each in all_]
)
def test_what_is_taken_back_is_open(said, language, behind):
    assert said(f"{SAID[language]}{behind}.", language=language)["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("language", "behind"),
    [
        ("en", ". Never forget that"),
        ("en", ", and I don't withdraw that"),
        ("en", ". Quote me on that"),
        ("de", ". Vergessen wir das nie"),
        ("mk", ". Запомнете го тоа"),
    ],
)
def test_what_is_stressed_is_held(said, language, behind):
    assert said(f"{SAID[language]}{behind}.", language=language)["outcome"] == "supported"
