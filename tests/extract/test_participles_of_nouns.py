"""A participle behind its noun belongs to that noun, and tells of no change, where another verb has the figure."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from workbench.extract import read_text

NOUNS = ["Value added", "Timber added", "Land gained", "Timber reduced"]
VERBS = ["represented", "constituted", "averaged", "reached", "equalled"]


@each(("noun", "verb"), product(NOUNS, VERBS))
def test_what_was_added_has_a_level(noun, verb):
    """Value added in fishing is no rise of anything."""
    (claim,) = read_text(f"{noun} {verb} 12 percent of the output of Norway in 2018.").claims
    assert claim.change is None
    assert noun in claim.measure


@each(("noun", "verb"), product(NOUNS, ["rose", "grew", "increased"]))
def test_it_may_change_as_well(noun, verb):
    """The verb behind it tells which way it went."""
    (claim,) = read_text(f"{noun} {verb} by 12 percent in Norway in 2018.").claims
    assert claim.change is not None
    assert noun in claim.measure


@pytest.mark.parametrize("said", ["Norway cut planned spending by 3 percent in 2018.", "Rents increased 3 percent."])
def test_a_verb_with_its_own_object_or_figure_is_a_change(said):
    """A participle before its noun takes nothing from the verb."""
    assert read_text(said).claims[0].change is not None
