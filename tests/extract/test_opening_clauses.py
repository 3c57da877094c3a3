"""What a clause before the subject names narrows nothing: it says when or with what something was said."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from workbench.extract import read_text

CLAUSES = [
    "Unveiling the new tram, the mayor said", "Opening the salt museum, she recalled", "Asked about the harbour, he said",
    "Signing a treaty, the envoy noted", "Speaking at a bakery, the governor said", "Surrounded by goats, she told us",
]  # fmt: skip
TOLD = ["Norway had 8,471 dentists in 2015", "the number of dentists in Norway stood at 8,471 in 2015"]
TIMES = ["When I was a sailor", "While my uncle slept", "Once the harbour had frozen"]


@each(("clause", "told"), product(CLAUSES, TOLD))
def test_what_a_speaker_was_doing_is_not_left_over(clause, told):
    """Whoever opens a museum counts no museums."""
    assert [each.value for each in read_text(f"{clause} that {told}.").claims[0].unread] == [
        each.value for each in read_text(f"The mayor said that {told}.").claims[0].unread
    ]


@each(("time",), [(time,) for time in TIMES])
def test_a_clause_of_time_is_not_left_over(time):
    """The sailor is nobody that is counted."""
    assert not read_text(f"{time}, in 2015, Norway had 8,471 dentists.").claims[0].unread


@pytest.mark.parametrize("thing", ["statue", "cable", "tunnel"])
def test_a_pronoun_does_not_stand_for_it(thing):
    """It is no statue that spent the money."""
    (claim,) = read_text(
        f"Unveiling the {thing}, the President said it had spent 2.1 percent of GDP on research."
    ).claims
    assert not any(thing in each.value for each in claim.unread)


@pytest.mark.parametrize("of", ["Talking about companies, they", "The companies do their share, he said. In 2017 they"])
def test_whom_it_speaks_of_is_kept_where_a_pronoun_stands_for_them(of):
    """Companies spent it, and not everybody."""
    (claim,) = read_text(f"{of} spent 2.1 percent of GDP on research in 2017.").claims
    assert any("ompanies" in each.value for each in claim.unread)
