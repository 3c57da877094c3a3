"""Words are folded so that every database finds the same claims."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata

import pytest
import said
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.ports import ClaimFilter
from workbench.store import open_store
from workbench.store.search_normalisation import bag, fold, stems

TEXT = st.text(st.characters(categories=("L", "N", "M", "P", "Z", "S", "Cc", "Cf")), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Côte d’Ivoire: 16,000", ["cote", "d", "ivoire", "16", "000"]),
        ("ŠKOPJE, Скопје", ["skopje", "скопје"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("a_b 36.5%", ["a", "b", "36", "5"]),
        ("", []),
        ("\x00\x1b[0m…", ["0m"]),
    ],
)
def test_words_are_folded(text, words):
    assert fold(text) == words


@given(TEXT)
def test_folding_twice_is_folding_once(text):
    assert fold(" ".join(fold(text))) == fold(text)


@given(TEXT)
def test_every_beginning_of_every_word_is_found(text):
    kept = bag(text)
    for word in fold(text):
        assert all(begins(kept, [word[:n]]) for n in range(1, len(word) + 1))


@given(TEXT)
def test_a_stem_begins_the_word_that_it_was_cut_from(text):
    assert all(begins(bag(text), [stem]) for stem in stems(text))


def begins(kept: str, words: list[str]) -> bool:
    """Return whether each of the words begins some word of a `bag`."""
    return all(f" {word}" in kept for word in words)


@pytest.fixture(scope="module")
def filled():
    with open_store(":memory:") as store:
        yield store, {}


@settings(max_examples=examples(60), deadline=None)
@given(text=TEXT, asked=TEXT | st.none())
def test_the_index_finds_what_begins_each_word_asked_for(filled, text, asked):
    store, words_of = filled
    whole = said.document(text.encode().hex(), text)
    claim = said.claim(whole, measure="")
    store.add([(whole, [claim])])
    words_of[claim.id] = bag(claim.quote, claim.context, claim.attribution.speaker.name)
    for words in (asked or text, text[:3], " ".join(fold(text)[::-1])):
        wanted = ClaimFilter(words=words)
        expected = {key for key, kept in words_of.items() if begins(kept, fold(words))}
        assert {row.id for row in store.claims(wanted, limit=1000)} == expected
        assert store.count_claims(wanted) == len(expected)


def test_the_index_cuts_no_word_that_folding_left_whole():
    """SQLite's tokenizer is of an older Unicode than Python: letters that it does not know would split a word."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(w, tokenize='unicode61 remove_diacritics 0')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'row')")
    letters = {c for n in range(sys.maxunicode) for c in fold(chr(n)) if unicodedata.category(chr(n))[0] in "LN"}
    words = sorted(f"x{c}x" for c in letters if len(c) == 1)
    connection.executemany("INSERT INTO t VALUES (?)", [(word,) for word in words])
    known = {term for (term,) in connection.execute("SELECT term FROM v")}
    connection.close()
    split = {word[1] for word in words} - {term[1] for term in known if len(term) == 3}
    assert {unicodedata.name(letter).split()[0] for letter in split} <= {"NEW", "VEDIC"}, "New Tai Lue, and Vedic signs"
