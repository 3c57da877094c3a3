"""What a reviewer types into the filter line."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.errors import WorkbenchError
from workbench.desk import query
from workbench.desk.query import read_query


def test_the_examples_run():
    assert doctest.testmod(query).failed == 0


def test_words_and_slots():
    wanted = read_query("asylum 'illegal crossings' status:open kind:change worth:>0.6 place:macedonia order:text")
    assert wanted.words == "asylum illegal crossings"
    assert (wanted.stages, wanted.kinds, wanted.least_worth) == (("open",), ("change",), 0.6)
    assert wanted.place == "MKD"
    assert wanted.order == "text"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("statsu:open", "status"),
        ("status:opne", "open"),
        ("kind:chang", "change"),
        ("worth:much", "worth:>0.6"),
        ("worth:>inf", "worth:>inf is no number"),
        ("worth:>-inf", "worth:>0.6"),
        ("worth:>1e999", "worth:>0.6"),
        ("worth:nan", "worth:>0.6"),
        ("worth:infinity", "worth:>0.6"),
    ],
)
def test_a_slip_gets_the_nearest_right_word(written: str, near: str):
    with pytest.raises(WorkbenchError) as caught:
        read_query(written)
    assert near in f"{caught.value.message} {caught.value.hint}"


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_filter_or_a_sentence(written: str):
    try:
        read_query(written)
    except WorkbenchError as error:
        assert error.hint
