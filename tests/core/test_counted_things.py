"""What a noun of a unit counts, in the singular and in the plural: people, some of them, events, bodies."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.errors import UsageError
from workbench.core.failures.database_errors import need_address
from workbench.core.units import are_newborn, counts


@each(
    ("one", "many"),
    [
        ("person", "people"),
        ("child", "children"),
        ("woman", "women"),
        ("man", "men"),
        ("inhabitant", "inhabitants"),
        ("company", "companies"),
    ],
)
def test_a_plural_counts_what_its_singular_counts(one, many):
    """Irregular plurals too, and those in "-ies"."""
    assert counts(one) == counts(many) != ""


def test_babies_are_newborn():
    assert [are_newborn(word) for word in ("baby", "babies", "live birth", "live births", "woman")] == [True] * 4 + [
        False
    ]


def test_a_misspelt_address_of_a_database_is_told_without_its_password():
    """One slash too few is no path: nothing of it is repeated."""
    with pytest.raises(UsageError) as raised:
        need_address("postgresql:/ana:secret@host/desk")
    assert str(raised.value).startswith("The address of the database is not written as one.")
    assert "Give a path, or a URL such as postgresql://host/name." in str(raised.value.hint)
    assert "secret" not in f"{raised.value} {raised.value.hint}"
