"""Who the publisher and the speakers are, by their addresses: what is read, and what a mistake is told."""

from __future__ import annotations

import pytest

from workbench.core.errors import UsageError
from workbench.core.settings.same_as import addresses_of, same_as, speakers

ANA, BEN = "https://example.org/ana", "https://example.org/ben"


def test_an_address_or_several_for_the_publisher_and_for_each_speaker():
    assert same_as({"same_as": [ANA, BEN]}) == (ANA, BEN)
    known = speakers({"speakers": {"Ben": BEN, "Ana Kovač": [ANA, BEN]}})
    assert known == (("Ana Kovač", (ANA, BEN)), ("Ben", (BEN,)))
    assert speakers({}) == ()
    assert [addresses_of(name, known) for name in ("ana  KOVAČ", "ben", "Cem")] == [(ANA, BEN), (BEN,), ()]


WRONG = [
    # the settings, what is told of them, what to write
    ({"speakers": "Ana"}, "The setting speakers of [publisher] is not a table.", "[publisher.speakers]"),
    ({"speakers": {" ": ANA}}, "A speaker of [publisher.speakers] has no name in plain words.", '"NAME" = "https://…"'),
    (
        {"speakers": {"A\x00na": ANA}},
        "A speaker of [publisher.speakers] has no name in plain words.",
        '"NAME" = "https://…"',
    ),
    ({"speakers": {"Ana": "ana"}}, "The setting Ana under [publisher] is no address of the web: ana.", "https://"),
    ({"speakers": {"Ana": [ANA, 3]}}, "The setting Ana under [publisher] is no address of the web: 3.", "https://"),
]


@pytest.mark.parametrize(("given", "says", "hint"), WRONG)
def test_a_mistake_is_told_with_what_to_write(given, says, hint):
    with pytest.raises(UsageError) as raised:
        speakers(given)
    assert raised.value.message == says
    assert hint in raised.value.hint
    assert raised.value.hint.startswith("Write ")
