"""“More in 2016 than in any year since 2000”: the row begins in 2000, and the figure is that of 2016, in every language."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

SAID = [
    ("en", "Nigeria counted more cases of measles in 2016 than in any year since 2000.", "highest"),
    ("en", "Nigeria had fewer cases of measles in 2016 than in any other year since 2000.", "lowest"),
    ("de", "Nigeria zählte 2016 mehr Masernfälle als in jedem anderen Jahr seit 2000.", "highest"),
    ("de", "Nigeria zählte 2016 weniger Masernfälle als in jedem anderen Jahr seit 2000.", "lowest"),
    (
        "mk",
        "Нигерија во 2016 година имаше повеќе случаи на сипаници отколку во која било година од 2000 година.",
        "highest",
    ),
    (
        "mk",
        "Нигерија во 2016 година имаше помалку случаи на сипаници отколку во која било година од 2000 година.",
        "lowest",
    ),
]


@pytest.mark.parametrize(("language", "text", "end"), SAID)
def test_what_is_more_than_in_any_year_since_is_a_rank_in_time(language, text, end):
    (claim,) = read_text(text, language=language).claims
    assert claim.rank is not None
    assert (claim.rank.place, claim.rank.highest, claim.rank.row.value) == (1, end == "highest", "times")
    assert str(claim.period.value) == "2016"


def test_a_figure_behind_it_is_that_of_the_year_and_not_of_the_row():
    text = "Nigeria counted more cases of measles in 2016 than in any year since 2000: over 97,000."
    periods = [str(claim.period.value) for claim in read_text(text).claims if claim.amount is not None]
    assert periods == ["2016"]
