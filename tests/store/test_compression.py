"""Nouns of documents and claims are packed in a SQLite file, and nobody who asks for one sees it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing

import pytest
import said
import test_altered
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.errors import StoreError
from workbench.ports import EVERY
from workbench.store import open_store
from workbench.store.compression import NEWEST, in_common, pack, unpack
from workbench.store.database_copy import copy
from workbench.store.migrations.guards import guards

NOUNS = "SELECT noun FROM claims UNION ALL SELECT noun FROM documents"

ASCII = st.text(st.characters(max_codepoint=127), max_size=3_000)


@given(ASCII)
def test_what_is_packed_comes_back(noun: str):
    assert unpack(pack(noun)) == noun


@given(st.binary())
def test_what_was_never_packed_is_shown_and_raises_nothing(kept: bytes):
    assert isinstance(unpack(kept), str)


@given(ASCII.filter(bool), st.data())
def test_what_is_cut_off_or_goes_on_is_no_noun(noun: str, data: st.DataObject):
    packed = pack(noun)
    cut = data.draw(st.integers(0, len(packed) - 1))
    assert unpack(packed[:cut]) != noun
    assert unpack(packed + b"\x00") != noun


def test_the_words_in_common_are_those_that_nouns_were_packed_with():
    """Another text would make every database of today unreadable: new words in common get a number of their own."""
    digests = {number: hashlib.sha256(in_common(number)).hexdigest() for number in range(1, NEWEST + 1)}
    assert digests == {1: "3322321c63e52050c6ea31a800d04b4040b7670946ecad575221cf41a13523c0"}


@pytest.fixture
def filled(tmp_path):
    place = tmp_path / "desk.db"
    with open_store(str(place)) as store:
        test_altered.fill(store)
    return place


def _kept(place) -> list[object]:
    with closing(sqlite3.connect(place)) as connection:
        return [noun for (noun,) in connection.execute(NOUNS)]


def _unpack_all(place) -> None:
    """Has a file keep its nouns as text, as those of earlier versions do."""
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.create_function("unpacked", 1, unpack)
        made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        for name in guards("sqlite"):
            connection.execute(f"DROP TRIGGER {name}")
        for table in ("claims", "documents"):
            connection.execute(f"UPDATE {table} SET noun = unpacked(noun)")  # noqa: S608  (our own tables)
        for sql in made:
            connection.execute(sql)


def test_nouns_take_a_third_of_their_room(filled):
    kept = _kept(filled)
    assert all(isinstance(noun, bytes) for noun in kept)
    assert sum(map(len, kept)) < sum(len(unpack(noun)) for noun in kept) / 3  # type: ignore[arg-type]  # each is bytes


def test_a_file_that_kept_them_as_text_reads_the_same_and_a_copy_of_it_packs_them(filled, tmp_path):
    with open_store(str(filled)) as store:
        before = [store.claim(row.id) for row in store.claims(EVERY)]
    packed = _kept(filled)
    _unpack_all(filled)
    assert all(isinstance(noun, str) for noun in _kept(filled))
    with open_store(str(filled)) as store:
        assert [store.claim(row.id) for row in store.claims(EVERY)] == before
        assert store.check() == []
        whole, (one,) = said.speech("after", "Unemployment fell once more.")
        store.add([(whole, [one])])
        assert store.claim(one.id) == one
        assert store.check() == []
    target = tmp_path / "copy.db"
    copy(str(filled), str(target))
    assert _kept(target)[: len(packed) // 2] == packed[: len(packed) // 2]
    assert all(isinstance(noun, bytes) for noun in _kept(target))


def test_a_noun_that_is_damaged_is_told_of_and_blocks_no_other(filled):
    with open_store(str(filled)) as store:
        first, *others = store.claims(EVERY)
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("DROP TRIGGER claims_update")
        connection.execute("UPDATE claims SET noun = substr(noun, 1, 40) WHERE id = ?", (first.id,))
    with open_store(str(filled)) as store:
        assert all(store.claim(row.id).id == row.id for row in others)
        with pytest.raises(StoreError, match="cannot be read"):
            store.claim(first.id)
        assert {problem.kind for problem in store.check()} >= {"unreadable-claim", "changed-claim"}
