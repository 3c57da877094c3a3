"""What is said never to have fallen below a figure stayed at it or above, in every language; the speech is the row."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from workbench.core.quantity import Relation
from workbench.extract import read_text

DENIED = {
    "en": [
        "The jobless rate {} below ten per cent in 2018.",
        [
            "did not fall",
            "didn't fall",
            "never fell",
            "has never fallen",
            "has not once dropped",
            "was never",
            "has never been",
            "never once went",
        ],
        "The jobless rate {} above ten per cent in 2018.",
        [
            "did not rise",
            "didn't rise",
            "never rose",
            "has never risen",
            "has not once climbed",
            "was never",
            "has never been",
        ],
    ],
    "de": [
        "Die Arbeitslosenquote {} unter zehn Prozent.",
        ["lag 2018 nicht", "lag 2018 nie", "fiel 2018 nicht", "sank 2018 nie", "fiel 2018 kein einziges Mal"],
        "Die Arbeitslosenquote {} über zehn Prozent.",
        ["lag 2018 nicht", "lag 2018 nie", "stieg 2018 nicht", "stieg 2018 nie", "stieg 2018 kein einziges Mal"],
    ],
    "mk": [
        "Стапката на невработеност во 2018 година {} под десет проценти.",
        ["не падна", "никогаш не падна", "ниту еднаш не падна", "не беше", "никогаш не беше"],
        "Стапката на невработеност во 2018 година {} над десет проценти.",
        ["не порасна", "никогаш не порасна", "ниту еднаш не порасна", "не беше", "никогаш не беше"],
    ],
}
ROWS = [
    (language, said.format(verb), relation)
    for language, (below, falls, above, rises) in DENIED.items()
    for said, verbs, relation in ((below, falls, Relation.AT_LEAST), (above, rises, Relation.AT_MOST))
    for said, verb in product([said], verbs)
]


@each(("language", "said", "relation"), ROWS)
def test_a_denied_bound_is_the_opposite_one_and_tells_of_no_change(language, said, relation):
    (claim,) = read_text(said, language=language).claims
    assert claim.change is None
    assert claim.amount is not None
    assert claim.amount.value.relation is relation


@pytest.mark.parametrize(
    "said",
    [
        "The rate fell below ten per cent in 2018.",
        "The rate not only fell below ten per cent in 2018, it stayed there.",
    ],
)
def test_what_is_not_denied_is_the_bound_itself(said):
    claim = read_text(said).claims[0]
    assert claim.change is not None
    target = claim.change.value.target
    assert target is not None
    assert target.value.relation is Relation.LESS_THAN
