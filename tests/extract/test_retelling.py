"""What is read in a retold passage stands where it was said."""

from __future__ import annotations

import pytest

from workbench.extract import read_text
from workbench.extract.retelling.retelling import retold

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
