"""What was worked out of the last nouns is not worked out again, and never taken for another's."""

from __future__ import annotations

from workbench.core.recent_cache import MOST, Recent


def test_the_same_noun_is_asked_once_and_an_equal_one_by_itself():
    asked: list[tuple[int, ...]] = []

    def total(noun: tuple[int, ...]) -> int:
        asked.append(noun)
        return sum(noun)

    recent = Recent(total)
    first = (1, 2)
    equal = (*first[:1], 2)
    assert [recent(first), recent(first), recent(equal)] == [3, 3, 3]
    assert asked == [first, equal]


def test_the_last_are_known_and_the_oldest_are_let_go_of():
    asked: list[int] = []

    def length(noun: list[int]) -> int:
        asked.append(noun[0])
        return len(noun)

    recent = Recent(length)
    nouns = [[n] for n in range(3 * MOST)]
    for noun in nouns:
        recent(noun)
    asked.clear()
    for noun in nouns[-MOST:]:
        recent(noun)
    assert asked == []
    recent(nouns[0])
    assert asked == [0]


def test_what_was_worked_out_otherwise_is_taken():
    recent: Recent[object, str] = Recent(lambda _: "worked out")
    noun = object()
    recent.remember(noun, "told")
    assert (recent(noun), recent(object())) == ("told", "worked out")
