"""What is read in a retold passage stands where it was said."""

from __future__ import annotations

import pytest

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
