"""What one process packs another unpacks, equal to the last digit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text import Document, Speaker
from workbench.desk.intake import read_claims
from workbench.desk.parcel import pack, unpack

SPEECH = (
    "Interior Minister Ana Petrova said that 16,000 attempts were stopped in the first nine months of 2021, 36.50% fewer than in "
    "the same period of 2020. Unemployment fell from 14.2 percent to between 11 and 12 percent. We will hire 300 officers in 2022."
)


def document(text: str) -> Document:
    return Document(
        id="d1", title="", text=text, origin="o", published=date(2021, 12, 2), place="MKD",
        speakers=(Speaker("Ana Petrova", "interior minister"),),
    )  # fmt: skip


def test_claims_come_out_as_they_went_in():
    claims = read_claims(document(SPEECH)).claims
    assert len(claims) > 3
    (back, none) = unpack(pack([claims, ()]))
    assert (back, none) == (claims, ())
    assert repr(back) == repr(claims)


def test_what_comes_out_is_as_frozen_as_what_went_in():
    ((claim, *_),) = unpack(pack([read_claims(document(SPEECH)).claims]))
    with pytest.raises(AttributeError):
        claim.quote = "something else"


@given(st.text(max_size=200))
def test_any_words_travel(words):
    claims = read_claims(document(words or " ")).claims
    assert unpack(pack([claims])) == (claims,)
