"""The headline measures are told in everyday words in each language, and not only by their names."""

from __future__ import annotations

import pytest

from workbench.extract import read_text
from workbench.extract.phrases.headline_expressions import Expression, headlines


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("mk", "Во 2016 година од туберкулоза починаа 23.000 луѓе.", "починати од туберкулоза"),
        ("mk", "Во 2011 година во земјотресот загинаа 22.466 луѓе.", "загинати и исчезнати"),
        ("mk", "Во 2018 гладуваа 21,5 милиони луѓе.", "неисхранети"),
        ("mk", "Во 2015 година 13 од илјада деца не дочекаа петти роденден.", "смртност на деца под пет години"),
        ("de", "2011 kamen bei Erdbeben 22.466 Menschen ums Leben.", "Katastrophentote"),
        ("de", "2018 wurden 300.000 Autos neu zugelassen.", "Neuzulassungen"),
    ],
)
def test_everyday_words_name_the_measure(language: str, text: str, measure: str) -> None:
    assert read_text(text, language=language).claims[0].measure == measure


@pytest.mark.parametrize("language", ["de", "mk"])
def test_a_language_has_most_of_the_measures_that_english_has(language: str) -> None:
    assert len(headlines(language)) >= 0.9 * len(headlines("en"))


def test_an_expression_is_compiled_when_it_is_looked_for():
    """Measures that share one share it, so that a text of one line waits for none of those that it does not come to."""
    written = r"\bpupils\sin\sschool\b"
    one = Expression(written)
    assert (one.written, one._compiled) == (written, None)
    assert one.pattern.search("pupils in school") is not None
    assert one.pattern is one._compiled
    parts = [part for each in headlines("en") for part in each.expressions]
    assert len({id(part) for part in parts}) == len({part.written for part in parts}) < len(parts)
