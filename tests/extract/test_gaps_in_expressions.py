"""A gap between the words of a measure holds any words: they are not read by its name, and part it as elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.extract.phrases.headline_indicators import spans_of

LEFT = [
    (
        "de",
        "Von 1.000 Kindern erlebten 2014 in den Gefängnissen Ungarns 5,4 ihren fünften Geburtstag nicht.",
        "Gefängnissen",
    ),
    ("de", "Bei Anschlägen kamen 2014 in Ungarn nur als Touristen 54 Menschen ums Leben.", "Touristen"),
    ("mk", "Граѓаните на село во Унгарија во 2014 живееле во просек 75,4 години.", "село"),
]


@pytest.mark.parametrize(("language", "said", "word"), LEFT)
def test_words_in_a_gap_stay_unread(language: str, said: str, word: str):
    claims = read_text(said, said=date(2015, 5, 1), language=language).claims
    unread = [each.value for claim in claims for each in claim.unread]
    others = [each.value.what for claim in claims for each in claim.qualifiers]
    assert any(word in each for each in (*unread, *others))


def test_the_words_around_a_gap_are_those_of_the_name():
    said = "kamen bei Unfällen in den Bergen ums leben"
    spans = [span.cut(said).strip() for span in spans_of("Terrortote", said, "de")]
    assert "ums leben" in spans
    assert not any("bergen" in each.lower() for each in spans)
