"""Who a sentence is spoken to is nobody that is counted and nothing that is measured: it reads as it does without them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import Claim
from workbench.core.document import Sentence, Span
from workbench.extract import read_text
from workbench.extract.claim.sentence_mentions import SentenceReading

SAID = date(2022, 1, 11)
TOLD = {
    "en": (
        "Mexico ended 2021 with inflation of 7.36 percent.", "unemployment in Spain was 26 percent in 2013.",
        "exports rose by 5 percent to 99,000 tonnes in 2013.", "in 2013 Germany had 1,771 measles cases.",
        "wages fell, from 900 to 800 euros.", "one worker in six earned a living in a factory.",
    ),
    "de": (
        "Mexiko beendete 2021 mit einer Inflation von 7,36 Prozent.", "die Arbeitslosigkeit in Spanien lag 2013 bei 26 Prozent.",
        "2013 hatte Deutschland 1.771 Masernfälle.", "die Ausfuhren stiegen um 5 Prozent auf 99.000 Tonnen.",
    ),
    "mk": (
        "Мексико ја заврши 2021 година со инфлација од 7,36 проценти.", "невработеноста во Шпанија во 2013 беше 26 проценти.",
        "во 2013 Германија имаше 1.771 случај на сипаници.", "извозот порасна за 5 проценти на 99.000 тони.",
    ),
}  # fmt: skip
ADDRESSED = {
    "en": (
        "Ladies and gentlemen", "Dear friends", "Dear colleagues", "Fellow citizens", "Mr Speaker", "Madam President",
        "Honourable members", "Comrades", "Brothers and sisters", "Members of the press", "Excellencies", "Folks", "Your Majesty",
        "Mr. Chairman, members of the committee", "Good evening, ladies & gentlemen", "My dear friends and colleagues", "Mr. Prime Minister",
        "Honourable members of this House", "Thank you very much, Madam Speaker",
    ),
    "de": (
        "Meine Damen und Herren", "Liebe Freunde", "Liebe Kolleginnen und Kollegen", "Herr Präsident", "Frau Bundeskanzlerin",
        "Sehr geehrte Damen und Herren", "Frau Präsidentin, meine Damen und Herren", "Verehrte Gäste", "Hohes Haus",
        "Guten Abend, liebe Mitbürgerinnen und Mitbürger",
    ),
    "mk": (
        "Дами и господа", "Драги пријатели", "Почитувани колеги", "Почитувани пратеници", "Господине претседателе", "Драги сограѓани",
        "Добар ден, драги граѓани", "Почитувани дами и господа", "Господине претседателе, почитувани пратеници",
    ),
}  # fmt: skip


def read(text: str, language: str) -> Claim:
    return read_text(text, language=language, said=SAID).claims[0]


def told(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says, wherever its words stand."""
    words = tuple(mention.value.casefold() for mention in claim.unread)
    change = claim.change.value if claim.change else None
    sizes = tuple(mention.value for mention in (change.amount, change.origin) if mention) if change else ()
    changes = (change.direction, change.mode, sizes) if change else ()
    figure = claim.amount.value if claim.amount else None
    period = claim.period.value if claim.period else None
    return claim.measure.casefold(), claim.place, period, figure, changes, words, claim.kind


CASES = [(language, who, said) for language in TOLD for who in ADDRESSED[language] for said in TOLD[language]]


@each(("language", "who", "said"), CASES)
def test_a_sentence_reads_as_it_does_without_whom_it_is_spoken_to(language, who, said):
    alone = told(read(said[0].upper() + said[1:], language))
    assert told(read(f"{who}, {said}", language)) == alone


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2013, ladies and gentlemen, unemployment in Spain was 26 percent."),
        ("en", "In 2013, Mr Speaker, unemployment in Spain was 26 percent."),
        ("en", "In 2013, Tovarish Ivanov, unemployment in Spain was 26 percent."),
        ("en", "By 2013, Bürgermeister, unemployment in Spain was 26 percent."),
        ("de", "2013, meine Damen und Herren, lag die Arbeitslosigkeit in Spanien bei 26 Prozent."),
        ("mk", "Во 2013, дами и господа, невработеноста во Шпанија беше 26 проценти."),
    ],
)
def test_so_does_one_that_speaks_to_them_in_its_midst(language, said):
    claim = read(said, language)
    assert (claim.place, str(claim.period.value), claim.unread) == ("ESP", "2013", ())
    assert claim.measure == read(said.split(", ")[0] + " " + said.split(", ")[2], language).measure


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("Members, guests and 300 neighbours came.", "neighbours came"),
        ("Women and men, 26 percent of them unemployed, marched in Spain in 2013.", "unemployment rate"),
    ],
)
def test_a_list_is_no_address(said, measure):
    assert read(said, "en").measure == measure


@pytest.mark.parametrize(
    "name", ["Andalusia", "Seville", "Women", "Seat, the car-maker", "Seat, like Renault", "Seat, which sells cars"]
)
def test_what_a_figure_may_be_of_is_no_address(name):
    """In 2013, Andalusia, unemployment was 26 percent: it is that of Andalusia."""
    said = f"In 2013, {name}, unemployment in Spain was 26 percent."
    reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    assert not reading.addressed


AT_THE_END = {
    "en": ("Mr Speaker", "ladies and gentlemen", "Minister", "my lord", "Senator", "Mr Brown", "dear friends", "honourable member"),
    "de": ("Herr Präsident", "Frau Kollegin", "Herr Kollege Weber", "Frau Brandner", "Herr Abgeordneter", "meine Damen und Herren", "Frau Minister"),
    "mk": ("господине претседателе", "пратенику", "почитувани", "министре", "колешке", "господине Попов", "драги пријатели", "дами и господа"),
}  # fmt: skip


@each(
    ("language", "who", "said"),
    [(language, who, said) for language, listed in AT_THE_END.items() for who in listed for said in TOLD[language]],
)
def test_so_does_one_that_speaks_to_them_at_its_end(language, who, said):
    """Wages fell, from 900 to 800 euros, Minister."""
    said = said[0].upper() + said[1:]
    for sign in ".!":
        assert told(read(f"{said[:-1]}, {who}{sign}", language)) == told(read(said, language))
