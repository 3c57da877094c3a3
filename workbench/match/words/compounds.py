"""Splits German compounds into words that a glossary has: "Jugendarbeitslosenquote" is youth, unemployment and rate."""

from __future__ import annotations

from functools import lru_cache

from workbench.match.words.english_stems import LONGEST_WORD
from workbench.match.words.glossary import glossary

_SHORTEST_PART, _SHORTEST_HEAD = 3, 4
_SHORTEST_REST = 4
_JOINTS = ("", "s", "n", "en", "es", "er", "e")


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[str, ...]:
    """Translate the parts of a folded compound, in order; none where a part of it is unknown.

    >>> parts_of("jugendarbeitslosenquote"), parts_of("regierungssprecher")
    (('youth', 'unemployment rate'), ())
    """
    ways = [(first, *rest) for first, rest in _splits(word) if rest]
    return min(ways, key=len, default=())


def head_of_compound(word: str) -> tuple[str, str] | None:
    """Split a folded compound into its first part, as written, and the English of the longest known head; None where none is known.

    >>> head_of_compound("zitronenimporte")
    ('zitronen', 'imports')
    """
    if len(word) > LONGEST_WORD:
        return None
    for at in range(_SHORTEST_REST, len(word) - _SHORTEST_HEAD):
        if (head := _known(word[at:])) is not None:
            return word[:at], head
    return None


def _splits(word: str) -> list[tuple[str, tuple[str, ...]]]:
    """List the ways to split a word into a known first part and the English of the rest."""
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_HEAD + 1) if len(word) <= LONGEST_WORD else ()
    return [(first, _rest(word[at:])) for at in places if (first := _joined(word[:at])) is not None]


def _rest(word: str) -> tuple[str, ...]:
    whole = _known(word)
    return parts_of(word) if whole is None else (whole,)


def _joined(part: str) -> str | None:
    """Translate a part that another follows, with or without the linking letters."""
    for joint in _JOINTS:
        bare = part.removesuffix(joint)
        if part.endswith(joint) and len(bare) >= _SHORTEST_PART and (english := _known(bare)) is not None:
            return english
    return None


def _known(word: str) -> str | None:
    names = glossary("de")
    return names.phrases.get((names.stem(word),))
