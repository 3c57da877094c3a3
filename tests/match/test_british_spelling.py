"""One word, whichever side of the ocean writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text
from workbench.match.words.british_spelling import american
from workbench.match.words.english_stems import stem


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("labour", "labor"), ("programmes", "programs"), ("centres", "centers"), ("litres", "liters"), ("defence", "defense"),
        ("urbanisation", "urbanization"), ("organised", "organized"), ("organisations", "organizations"), ("sulphur", "sulfur"),
        ("anaemia", "anemia"), ("diarrhoea", "diarrhea"), ("enrolment", "enrollment"), ("fertilisers", "fertilizers"),
        ("ageing", "aging"), ("immunised", "immunized"), ("harmonised", "harmonized"), ("aluminium", "aluminum"),
    ],
)  # fmt: skip
def test_british_and_american_spellings_are_one_word(british: str, us: str):
    assert american(british) == us
    assert stem(british) == stem(us)


@each(
    "word",
    [
        "rise", "rising", "raised", "enterprises", "disease", "diseases", "exercise", "merchandise", "promised", "advertising",
        "franchises", "excise", "supervised", "premises", "crises", "noise", "cruise", "expertise", "revised", "surprised",
    ],
)  # fmt: skip
def test_words_that_end_alike_in_both_keep_their_spelling(word: str):
    assert american(word) == word


@given(st.text())
def test_any_word_is_spelt(word: str):
    assert american(american(word)) == american(word)


def test_a_title_in_one_spelling_is_found_by_the_other():
    titles = ["Labour force participation of women", "Defence programmes", "Labels"]
    index = TitleIndex([Series(ref=SeriesRef("mine", title), title=title) for title in titles])
    assert index.rank(query_of_text("labor force participation of women"))[0].series.title == titles[0]
