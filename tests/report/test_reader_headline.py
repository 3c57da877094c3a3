"""A headline that readers get: a person's words, else those that were said; never cut, never begun with a pronoun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import Claim, ClaimKind
from workbench.core.document import Attribution, How, Span, Speaker
from workbench.core.report_text import ReportWords
from workbench.extract import read_text
from workbench.report.reader_headline import (
    LONGEST,
    begins_with_pronoun,
    headline_language,
    needs_headline,
    proposed_headline,
    reader_headline,
)

AT = Span(0, 4)
BY = Attribution((AT,), Speaker("Ana Radeva", "minister"), None, None, How.TURN)


def claim(sentence: str, language: str = "en", by: Attribution | None = BY) -> Claim:
    return Claim(
        id="c", document="d", span=AT, quote="12 percent", sentence=AT, context=sentence, kind=ClaimKind.LEVEL,
        measure="exports", place="MKD", language=language, attribution=by,
    )  # fmt: skip


SAID = [
    ("She built 300 km of roads.", "en"),
    ("Our exports doubled.", "en"),
    ("“We doubled exports.”", "en"),
    ("It's 12 percent.", "en"),
    ("Sie hat 300 km Straßen gebaut.", "de"),
    ("Таа изгради 300 км патишта.", "mk"),
    ("C'est 12 %.", "fr"),
    ("Ella construyó 300 km.", "es"),
    ("نحن ضاعفنا الصادرات.", "ar"),
    ("היא בנתה 300 ק״מ.", "he"),
]


@each(("sentence", "language"), SAID)
def test_a_sentence_that_begins_with_a_pronoun_stands_behind_its_speaker(sentence: str, language: str):
    told = reader_headline(claim(sentence, language))
    assert told.startswith("Ana Radeva: “")
    assert not begins_with_pronoun(told, language)
    assert sentence.strip("“”") in told


@each(("sentence", "language"), SAID)
def test_where_nobody_is_named_a_person_is_asked_for_a_headline(sentence: str, language: str):
    nameless = claim(sentence, language, None)
    assert needs_headline(nameless)
    assert not begins_with_pronoun(reader_headline(nameless), language)


@each("length", [10, 74, 75, 76, 299, 300, 301, 5_000, 100_000])
def test_no_headline_is_cut_in_a_word_or_ends_in_dots(length: int):
    sentence = ("exports " * (length // 8 + 1))[:length].strip()
    told = reader_headline(claim(sentence))
    assert not told.endswith(("…", "..."))
    assert len(told) <= LONGEST
    assert told in {sentence, proposed_headline(claim(sentence))}


@pytest.mark.parametrize("sentence", ["Exports doubled.", "Er ist da.", "Heron numbers fell.", "Issues rose."])
def test_what_is_no_pronoun_stays(sentence: str):
    assert reader_headline(claim(sentence)) == sentence


def test_the_words_of_a_person_come_first():
    worded = replace(claim("She did."), report_words=ReportWords(headline="Radeva's ministry built 300 km of roads"))
    assert reader_headline(worded) == "Radeva's ministry built 300 km of roads"
    assert not needs_headline(worded)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Cash machines per 100,000 adults, Norway. 2004: 59.1. 2018: 34.5.",
            ["Cash machines per 100,000 adults, Norway: “2004: 59.1.”", "Cash machines per 100,000 adults, Norway: “2018: 34.5.”"],
        ),
        (
            "Unemployment in Greece was 27.5 percent in 2013. In 2014: 26.5 percent.",
            ["Unemployment in Greece was 27.5 percent in 2013.", "unemployment rate, Greece: “In 2014: 26.5 percent.”"],
        ),
        ("Exports fell to 5.4 percent.", ["Exports fell to 5.4 percent."]),
    ],
)  # fmt: skip
def test_a_figure_under_a_heading_says_what_it_measures(said: str, lines: list[str]):
    """The headline of a published check was "2004: 59.1."."""
    claims = read_text(said, said=date(2019, 2, 11), language="en").claims
    assert [reader_headline(each) for each in claims] == lines
    assert not any(map(needs_headline, claims))


def test_a_figure_of_which_nothing_is_known_asks_for_a_headline():
    [bare] = read_text("2004: 59.1.", said=date(2019, 2, 11), language="en").claims
    assert needs_headline(bare)
    assert not needs_headline(replace(bare, report_words=ReportWords(headline="Norway had 59.1 cash machines in 2004")))


def test_a_headline_in_another_language_has_no_english_place():
    said = "Rettungseinsätze je 100.000 Erwachsene, Norwegen. 2004: 59,1."
    [claim] = read_text(said, said=date(2019, 2, 11), language="de").claims
    assert reader_headline(claim) == "Rettungseinsätze je 100.000 Erwachsene: “2004: 59,1.”"
    assert headline_language(claim, "en") == "de"
