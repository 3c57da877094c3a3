"""Changes told as the only way that something went: "knew only one direction: up", "kannte nur eine Richtung: nach oben".

Such words also say that each step went that way; the trend is read with the others.
"""

from __future__ import annotations

from workbench.core.claim import Change, ChangeMode, Mention
from workbench.core.direction import Direction
from workbench.core.document import Span
from workbench.extract.words.word_patterns import phrases_in

ONE_WAY = "one-way"
"""The rule of these changes; the number in their words counts ways and is no figure."""


def only_one_way(text: str, language: str) -> list[Mention[Change]]:
    """Find the changes of a sentence that are told as its only direction; a verb in the past or present asserts them.

    >>> [each.value.direction.value for each in only_one_way("Prices went only one way: up.", "en")]
    ['up']
    >>> only_one_way("Prices could go only one way: up.", "en")
    []
    """
    return [
        Mention(Span(*found.span("way")), _change(Direction.UP if found["up"] else Direction.DOWN), ONE_WAY)
        for found in phrases_in(text, (0, len(text)), "relations", "one_way", language)
    ]


def _change(way: Direction) -> Change:
    return Change(way, ChangeMode.ABSOLUTE, None, None)
