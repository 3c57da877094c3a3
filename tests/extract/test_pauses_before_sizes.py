"""What a speaker puts between "by" and its figure hides neither."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import LATER
from workbench.extract import read_text


@each("pause", ["what, ", ", what, ", ", let me see, ", ", I think, ", ", um, ", " um, say, "])
@each(("size", "low"), [("ten percent", 10), ("a tenth", 10), ("not even a tenth", 10), ("5 points", 5)])
def test_a_pause_before_the_size_of_a_change(pause, size, low):
    """It came down by what, not even a tenth? That is at most a tenth, and no fall of any size."""
    said = f"The unemployment rate came down by {pause.strip(' ') if pause[0] != ',' else pause.strip()} {size} in 2014?".replace(
        " ,", ","
    )
    (claim,) = read_text(said, said=LATER).claims
    assert claim.change is not None
    assert claim.change.value.amount is not None
    assert claim.change.value.amount.value.low == low


def test_macedonian_pauses_too():
    """Невработеноста падна за, да речеме, пет проценти."""
    (claim,) = read_text("Невработеноста падна за, да речеме, пет проценти.", said=LATER, language="mk").claims
    assert claim.change is not None
    assert claim.change.value.amount is not None


def test_a_figure_behind_another_clause_is_no_size():
    """He was sent to Rome, 5 percent of GDP was spent: nothing changed to 5 percent."""
    claims = read_text("He was sent to Rome, 5 percent of GDP was spent on roads.", said=LATER).claims
    assert all(claim.change is None for claim in claims)
