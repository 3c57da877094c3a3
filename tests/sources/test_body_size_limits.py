"""How much of an answer is read."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._web.body_size_limits import BodyLimits, Intake
from workbench.core.errors import TooBigAnswerError, UnreachableError, WrongAnswerError

SMALL = BodyLimits(packed=10_000, unpacked=20_000)


def pieces(body: bytes, size: int) -> list[bytes]:
    return [body[n : n + size] for n in range(0, len(body), size)]


@given(st.binary(max_size=9_000), st.integers(1, 4_000))
def test_a_packed_body_comes_out_whole_in_whatever_pieces_it_came(body, size):
    intake = Intake("x", "gzip", SMALL)
    for piece in pieces(gzip.compress(body), size):
        intake.take(piece)
    assert intake.whole() == body


@given(st.lists(st.binary(max_size=500), min_size=2, max_size=4))
def test_several_packed_members_are_one_body(parts):
    intake = Intake("x", "x-gzip", SMALL)
    for piece in pieces(b"".join(gzip.compress(part) for part in parts) + b"\0\0", 97):
        intake.take(piece)
    assert intake.whole() == b"".join(parts)


def test_a_bomb_is_refused_within_the_cap():
    intake = Intake("x", "gzip", SMALL)
    with pytest.raises(TooBigAnswerError):
        intake.take(gzip.compress(b" " * 5_000_000))
    assert len(intake._body) <= SMALL.unpacked


def test_an_announced_length_is_enough_to_refuse():
    with pytest.raises(TooBigAnswerError):
        Intake("x", "", SMALL).expect("100000000")
    Intake("x", "", SMALL).expect("not a number")


def test_bytes_beyond_the_cap_are_refused_whatever_was_announced():
    intake = Intake("x", "identity", SMALL)
    for _ in range(10):
        intake.take(b" " * 1_000)
    with pytest.raises(TooBigAnswerError):
        intake.take(b" ")


def test_a_packed_body_that_breaks_off_is_a_cut_line():
    intake = Intake("x", "gzip", SMALL)
    intake.take(gzip.compress(b"abc" * 100)[:-9])
    with pytest.raises(UnreachableError, match="the line was cut"):
        intake.whole()


def test_what_is_not_gzip_is_told():
    with pytest.raises(WrongAnswerError):
        Intake("x", "gzip", SMALL).take(b"plain text, not packed")
    with pytest.raises(WrongAnswerError, match="br"):
        Intake("x", "br", SMALL)
