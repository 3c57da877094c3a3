"""One word for all forms of a word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.match.words.english_stems import stem


@each(
    ("word", "expected"),
    [
        # the examples of Porter's own paper, rule by rule
        ("caresses", "caress"), ("ponies", "poni"), ("caress", "caress"), ("cats", "cat"),
        ("feed", "feed"), ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"),
        ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"),
        ("falling", "fall"), ("hissing", "hiss"), ("failing", "fail"), ("filing", "file"), ("happy", "happi"),
        ("sky", "sky"), ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"),
        ("vietnamization", "vietnam"), ("triplicate", "triplic"), ("hopefulness", "hope"), ("electrical", "electr"),
        ("revival", "reviv"), ("allowance", "allow"), ("adoption", "adopt"), ("probate", "probat"), ("rate", "rate"),
        ("cease", "ceas"), ("controll", "control"), ("roll", "roll"),
        # our trade
        ("applications", "applic"), ("migrants", "migrant"), ("unemployed", "unemploi"),
    ],
)  # fmt: skip
def test_words_lose_their_endings(word: str, expected: str):
    assert stem(word) == expected


def test_threads_that_stem_at_once_get_the_stems_of_their_own_words():
    words = ["hopefulness", "applications", "cats", "vietnamization", "sky", "relational"] * 300
    alone = [stem.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(stem.__wrapped__, words, chunksize=1)) == alone


@given(st.text())
def test_any_text_has_a_stem(text: str):
    assert isinstance(stem(text), str)
