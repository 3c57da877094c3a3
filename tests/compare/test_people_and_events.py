"""People are no events: 2,000 wounded are held against no number of attacks, in whatever word."""

from itertools import product

import pytest

from tests.each import each
from workbench.compare.unit_conversion import fit
from workbench.core.quantity import Dimension, Unit

PEOPLE = ["person", "people", "woman", "Mensch", "Personen", "лица", "луѓе", "patient", "worker"]
EVENTS = ["incident", "attacks", "accident", "crimes", "Anschläge", "Unfall", "напади", "несреќи"]


def counted(name: str) -> Unit:
    return Unit(Dimension.COUNT, name)


@each(("people", "events"), list(product(PEOPLE, EVENTS)))
def test_people_are_held_against_no_events(people, events):
    """Nearly two thousand people were wounded in terrorist attacks."""
    for one, other in ((people, events), (events, people)):
        found = fit(counted(one), counted(other))
        assert found.factor is None
        assert {caveat.kind for caveat in found.caveats} == {"unit"}


@pytest.mark.parametrize(
    ("one", "other"), [("person", "case"), ("person", "death"), ("people", "inhabitant"), ("attack", "incident")]
)
def test_people_who_fall_ill_or_die_are_counted_as_cases_and_deaths(one, other):
    """12 people died: 12 deaths."""
    assert fit(counted(one), counted(other)).factor == 1
