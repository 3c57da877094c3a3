"""What is read in a retold passage stands where it was said."""

from __future__ import annotations

import pytest

from workbench.core.claim import ONLY_ASKED
from workbench.extract import read_text
from workbench.extract.retelling.retelling import retold
from workbench.extract.text_size_limits import sentences_looked_at

PASSAGES = [
    ("en", "Listen! Minus 20 percent from 2009 to 2012: asylum applications in Spain. Rents rose by 5 percent in 2013."),
    ("en", "Doubled! Asylum applications in Italy doubled between 2009 and 2012. Doubled!"),
    ("en", "Since 2005, my friends, since 2005, inflation in Chile had never been as high as in 2011!"),
    ("en", "Where was inflation higher in 2011, in Spain or in Italy? In Spain."),
    ("de", "Inflationsrate, 2012: in Spanien 2,4 Prozent, in Italien 3,3 Prozent; damit in Spanien niedriger als in Italien."),
    ("mk", "Пред: 5 отсто (2009 година). Потоа: 4 отсто (2012 година). Ова е падот што го кријат: инфлацијата во Чиле."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PASSAGES)
def test_words_stand_where_they_were_said(language, text):
    """Every claim quotes the text itself, inside its sentence, and no two claims are one."""
    assert retold(text, language) is not None
    reading = read_text(text, language=language, document="d")
    assert reading.claims
    for claim in reading.claims:
        assert claim.quote == claim.span.cut(text)
        assert claim.context == claim.sentence.cut(text)
        assert claim.sentence in reading.sentences
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in reading.amounts)


def test_the_figure_is_marked_where_it_stands():
    """Plus 5 percent from 2008 to 2012: exports of Spain."""
    text = test_the_figure_is_marked_where_it_stands.__doc__ or ""
    (claim,) = read_text(text).claims
    assert claim.figure is not None
    assert claim.figure.span.cut(text) == "5 percent"
    assert [mention.span.cut(text) for mention in claim.places] == ["Spain"]


@pytest.mark.parametrize(
    "text",
    [
        "Wages rose by 5 percent in 2012. That is what the ministry says.",
        "From 2008 to 2012 exports doubled. Where was that?",
        "The highest value was 5 percent! Exports fell.",
    ],
)
def test_other_sentences_stay_as_they_are(text):
    """What no rule knows is read as it stands."""
    assert retold(text, "en") is None


TOLD_IN_TWO = [
    ("en", "Where did the unemployment rate in Germany stand in 2018? At 3.4 percent, Madam."),
    ("en", "3.4 percent. That is how things looked in Germany in 2018 for the unemployment rate."),
    ("de", "Minus 20 Prozent von 2009 bis 2012: die Asylanträge in Spanien. Das ist die Wahrheit."),
    (
        "mk",
        "Пред: 5 отсто (2009 година). Потоа: 4 отсто (2012 година). Ова е падот што го кријат: инфлацијата во Чиле.",
    ),
]


@pytest.mark.parametrize(("language", "text"), TOLD_IN_TWO)
def test_a_report_quotes_whole_sentences(language, text):
    """The sentence of a claim begins and ends where a sentence of the text does."""
    spans = [each.span for each in sentences_looked_at(text, language)]
    claims = read_text(text, language=language).claims
    assert claims
    for claim in claims:
        assert claim.sentence.start in [span.start for span in spans]
        assert claim.sentence.end in [span.end for span in spans]
        assert claim.sentence.start <= claim.span.start <= claim.span.end <= claim.sentence.end


def test_the_question_before_the_figure_is_quoted():
    """Where did the unemployment rate in Germany stand in 2018? At 3.4 percent, Madam."""
    text = test_the_question_before_the_figure_is_quoted.__doc__ or ""
    (claim,) = read_text(text).claims
    assert claim.context == text


HOW_MANY = {
    "en": [
        ("How many women sat in parliament in 2017? {}{}.", "{} women sat in parliament in 2017.", ("Forty-eight", "48")),
        ("By how many points did unemployment fall from 2012 to 2015? {}By {}.", "Unemployment fall by {} points from 2012 to 2015.", ("two", "2.6")),
    ],
    "de": [
        ("Wie viele Zahnärzte hatte Spanien 2017? {}{}.", "{} Zahnärzte hatte Spanien 2017.", ("Zweitausendachthundert", "2.800", "Rund 2.800")),
        ("Um wie viele Punkte sank 2017 die Quote? {}Um {}.", "Um {} Punkte sank 2017 die Quote.", ("zwei", "2,6")),
    ],
    "mk": [
        ("Колку стоматолози имаше Шпанија во 2017? {}{}.", "{} стоматолози имаше Шпанија во 2017.", ("Две илјади и осумстотини", "2.800")),
        ("За колку процентни поени падна стапката од 2012 до 2015? {}За {}.", "За {} процентни поени падна стапката од 2012 до 2015.", ("два", "2,6")),
    ],
}  # fmt: skip
ASKED = [(language, *row) for language, rows in HOW_MANY.items() for row in rows]


@pytest.mark.parametrize(("language", "asked", "plain", "answers"), ASKED)
def test_an_answer_says_what_its_question_says_with_the_figure(language, asked, plain, answers):
    """How many women sat in parliament? – Minister: Forty-eight."""
    for answer in answers:
        (stated, *_) = read_text(plain.format(answer), language=language).claims
        for speaker in ("", "Minister: ", "\nMinister: "):
            claim = read_text(asked.format(speaker, answer).replace("? \n", "?\n"), language=language).claims[0]
            assert claim.figure is not None
            assert stated.figure is not None
            assert (claim.figure.value, claim.period and claim.period.value, claim.place) == (
                stated.figure.value,
                stated.period and stated.period.value,
                stated.place,
            )
            assert ONLY_ASKED not in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How many women sat in parliament in 2017? Nobody knows."),
        ("en", "How many women sat in parliament in 2017? 48? No idea."),
        ("de", "Wie viele Zahnärzte hatte Spanien 2017? Nicht 2.800."),
        ("mk", "Колку стоматолози имаше Шпанија во 2017? Не знам."),
    ],
)
def test_a_question_without_an_answer_stays_one(language, text):
    """How many? Nobody knows."""
    assert retold(text, language) is None
