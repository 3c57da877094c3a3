"""One word for all forms of a word, as SQLite's full-text index has it too."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.match.porter import stem


@pytest.mark.parametrize(
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


def _full_text_stems(words: list[str]) -> dict[int, str]:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter ascii')")
    db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'instance')")
    db.executemany("INSERT INTO texts(rowid, text) VALUES (?, ?)", enumerate(words))
    found = dict(db.execute("SELECT doc, term FROM terms").fetchall())
    db.close()
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.from_regex(r"[a-z]{4,14}(s|ed|ing|ation|ness|ly|able|ive|ize|ement)?", fullmatch=True).filter(
            lambda word: "yy" not in word  # no English word holds two; SQLite takes both for one consonant
        ),
        min_size=1,
    )
)
def test_the_index_on_disk_and_the_ranking_agree_on_stems(words: list[str]):
    assert _full_text_stems(words) == {n: stem(word) for n, word in enumerate(words)}


@given(st.text())
def test_any_text_has_a_stem(text: str):
    assert isinstance(stem(text), str)
