"""Where nothing names a place, the country of those who say a claim is assumed, and told to be."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

SAID = [
    ("The Danish Bakers' Union notes that unemployment doubled between 1990 and 2000.", "DNK"),
    ("A Norwegian minister said that unemployment was 5 percent in 2000.", "NOR"),
    ("According to the Polish statistical office, unemployment was 5 percent in 2000.", "POL"),
    ("The Estonian Guild says that the birth rate fell to 9 per thousand in 2000.", "EST"),
]


@pytest.mark.parametrize(("said", "place"), SAID)
def test_it_is_assumed(said, place):
    (claim,) = read_text(said).claims
    assert claim.place == place
    assert "assumed-place" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("A Norwegian minister said that unemployment was 5 percent in Malta in 2000.", "MLT"),
        ("Take Malta. A Norwegian minister said that unemployment was 5 percent in 2000.", "MLT"),
        ("A Norwegian and a Danish minister said that unemployment was 5 percent in 2000.", None),
    ],
)
def test_a_place_that_is_named_comes_first(said, place):
    assert read_text(said).claims[-1].place == place
