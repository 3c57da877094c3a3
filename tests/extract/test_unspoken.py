"""What stands in a text and tells nothing changes nothing of what it claims: a dateline, a mark of a caption, a hesitation."""

from __future__ import annotations

from datetime import date
from itertools import product

from tests.each import each
from workbench.core.claim import Claim
from workbench.extract import read_text

SAID = date(2022, 1, 11)
PLAIN = {
    "en": "Unemployment stood at 4.3 percent in 2017.",
    "de": "Die Arbeitslosenquote lag 2017 bei 4,3 Prozent.",
    "mk": "Невработеноста беше 4,3 отсто во 2017 година.",
}
AT = {"en": "at", "de": "bei", "mk": "беше"}


def told(text: str, language: str, place: str = "DEU") -> list[tuple[object, ...]]:
    """Return what a text claims, wherever its words stand."""
    return [_told(claim) for claim in read_text(text, language=language, place=place, said=SAID).claims]


def _told(claim: Claim) -> tuple[object, ...]:
    figure = claim.amount.value if claim.amount else None
    period = claim.period.value if claim.period else None
    unread = tuple(mention.value for mention in claim.unread)
    return claim.measure.casefold(), claim.place, period, figure, unread, claim.kind


DATELINES = {
    "en": ("BERLIN – ", "BERLIN (Reuters) — ", "Munich (AP) - "),
    "de": ("BERLIN – ", "WIESBADEN (dpa) – ", "Köln (dpa/lnw) - "),
    "mk": ("БЕРЛИН – ", "Берлин (МИА) – "),
}


@each(("language", "line"), [(language, line) for language, lines in DATELINES.items() for line in lines])
def test_a_dateline_says_nothing_of_a_figure(language, line):
    """WIESBADEN (dpa) – …: the words were said there, and no town is counted apart."""
    assert told(line + PLAIN[language], language) == told(PLAIN[language], language)


@each(
    ("language", "line"),
    [
        ("en", "ATHENS – "),
        ("de", "ATHEN (dpa) – "),
        ("mk", "АТИНА – "),
        ("en", "GDP – "),
        ("de", "Köln – "),
        ("mk", "Битола – "),
    ],
)
def test_another_country_and_a_name_before_a_dash_are_no_dateline_of_here(language, line):
    """ATHENS – …, in a paper of Berlin: what is told may be told of Greece."""
    assert told(line + PLAIN[language], language) != told(PLAIN[language], language)


MARKS = ("[Applause] ", "[Musik] ", "[UT] ", "[аплауз] ", "[crowd noise] ")


@each(("language", "mark"), product(PLAIN, MARKS))
def test_a_mark_of_a_caption_says_nothing_of_a_figure(language, mark):
    """[Applause] …: nobody says it."""
    assert told(mark + PLAIN[language], language) == told(PLAIN[language], language)


@each(
    ("said", "without"),
    [
        ("[Unemployment] stood at 4.3 percent in 2017.", "stood at 4.3 percent in 2017."),
        ("It [unemployment] stood at 4.3 percent in 2017.", "It stood at 4.3 percent in 2017."),
    ],
)
def test_brackets_around_a_word_of_the_sentence_are_read(said, without):
    """“[Unemployment] stood at …”: who quotes says what was meant."""
    assert told(said, "en") != told(without, "en")


SOUNDS = ("uh", "uhh", "um", "hmm", "mmm", "äh", "ähm", "öhm", "ah", "eeh", "ааа", "ээ", "ммм", "хм", "ех")


@each(("language", "sound"), product(PLAIN, SOUNDS))
def test_a_hesitation_says_nothing_of_a_figure(language, sound):
    """Unemployment stood at, uhh, 4.3 percent: or "at … mmm … 4.3"."""
    at, plain = AT[language], PLAIN[language]
    for pauses in (f"{at}, {sound}, ", f"{at} … {sound} … ", f"{at}... {sound}... "):
        assert told(plain.replace(f"{at} ", pauses, 1), language) == told(plain, language)
    begun = f"{sound.capitalize()}, {plain}"
    assert told(begun, language) == told(plain, language)


@each(
    ("said", "figure"),
    [("Rain of 5 mm fell, 7 mm, in 2017.", "5 mm"), ("Es fielen 5 mm, 7 mm, im Jahr 2017.", "5 mm")],
)
def test_a_unit_is_no_hesitation(said, figure):
    """5 mm of rain: a length."""
    assert read_text(said, language="en" if "Rain" in said else "de").amounts[0].span.cut(said) == figure


ASKED = {
    "en": ("Member: What was unemployment in 2017?{}Minister: 4.3 percent.", "unemployment rate"),
    "de": ("Abgeordnete: Wie hoch war 2017 die Arbeitslosenquote?{}Minister: 4,3 Prozent.", "arbeitslosenquote"),
    "mk": ("Пратеник: Колкава беше невработеноста во 2017?{}Министер: 4,3 отсто.", "стапка на невработеност"),
}


@each(("language",), [(language,) for language in ASKED])
def test_a_talk_on_one_line_is_one_on_two(language):
    """How much was it? – Minister: 4.3 percent."""
    said, _ = ASKED[language]
    inline, lines = told(said.format(" – "), language), told(said.format("\n"), language)
    assert inline == lines
    assert inline


SEARCHES = {
    "en": ["let me see", "let me think", "what do you call it", "what’s the word", "how shall I put it", "what was it", "you know", "if I remember rightly"],
    "de": ["wie sagt man", "lassen Sie mich überlegen", "wissen Sie"],
    "mk": ["како се вика", "како да кажам", "знаете"],
}  # fmt: skip


@each(("language", "words"), [(language, words) for language, every in SEARCHES.items() for words in every])
def test_looking_for_words_tells_nothing(language, words):
    """The rate was, what was it, 4.3 percent; who said "the" says it again behind the pause."""
    at, plain = AT[language], PLAIN[language]
    assert told(plain.replace(f"{at} ", f"{at}, {words}, ", 1), language) == told(plain, language)
    assert told(plain.replace(f"{at} ", f"{at}, {words}, {at} ", 1), language) == told(plain, language)
