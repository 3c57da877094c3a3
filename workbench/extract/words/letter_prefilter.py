"""A quick test before a pattern is run: does the text have the letters that any match needs?

Most sentences have none of the words of a class of phrases. The letters that a match needs are computed once from each
pattern; which of them a word has is computed once per word for all patterns. So one pass over a sentence rules out most
patterns. The rest are still run, so that the result is the same as without the test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from threading import Lock
from typing import Any, Final, TypeVar

from workbench.extract.words.prefilter_wordings import plain, rarest, wordings

_SIZE: Final = 4
"""Length of the piece of a wording by which it is looked up."""

_OTHER = re.compile(r"\W")
_LETTERS = re.compile("[^ ]+")
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03a3\u03b0\u03c2\u03d0-\u03f6\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]"
)
"""Letters that a pattern which ignores case takes for others, or whose small letter depends on its neighbours."""

K = TypeVar("K")


_PLAIN = {code: plain(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Needed:
    """The wordings of which a text must have one for a pattern to match.

    Attributes:
        wordings: Wordings in small letters, with a space for whatever is no letter.
        any: Whether no needed wording is known, so that the pattern must always be run.
    """

    wordings: frozenset[str] = frozenset()
    any: bool = False

    def may_be_in(self, text: str) -> bool:
        """Check whether a text has one of the wordings, so that the pattern must be run."""
        return self.any or self.is_met(lowered(text))

    def is_met(self, said: str | None) -> bool:
        """Check the same for what `lowered` gives of a text."""
        return self.any or said is None or any(wording in said for wording in self.wordings)


def lowered(text: str) -> str | None:
    """Convert a text to small letters, with spaces for all else; None where letters do not convert reliably."""
    if text.isascii():
        return f" {text.translate(_PLAIN)} "
    return None if _ODD.search(text) else f" {_OTHER.sub(' ', text.lower())} "


Held = Mapping[int, frozenset[Any]]
"""Names of patterns, by the place that `_Together.take` gave their group."""

_Patterns = tuple[tuple[int, frozenset[Any]], ...]
_Wordings = Mapping[str, _Patterns]
"""Wordings, each with the patterns that need it, by the place of their group."""

_SHORT: Final = ""
"""Key of the wordings that have no such piece, being shorter or of several short words."""


class _Together:
    r"""The wordings that all known patterns need: one pass over a text finds which patterns must be run.

    >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
    >>> place = together.take({name: needed(one) for name, one in said.items()})
    >>> [sorted(together.held_in(text).get(place, ())) for text in ("12 per head", "Altogether 12", "12")]
    [['per'], ['all'], []]

    Attributes:
        held_in: A function from a text to the patterns that must be run on it, by the place of their group; no other
            pattern
            matches it. Its cache is cleared when patterns are added.
    """

    held_in: Callable[[str], Held]

    def __init__(self) -> None:
        self._wordings: dict[str, _Wordings] = {_SHORT: {}}
        self._always: Held = {}
        self._all: Held = {}
        self._one_by_one = Lock()

    def take(self, needs: Mapping[Any, Needed]) -> int:
        """Add a group of patterns, by their names, with what they need; return the place of the group."""
        with self._one_by_one:
            place = len(self._all)
            for letters, each in _by_letters(needs).items():
                known = self._wordings.get(letters, {})
                added = {said: (*known.get(said, ()), (place, frozenset(names))) for said, names in each.items()}
                # a new dictionary, since another thread may be reading the old one
                self._wordings[letters] = {**known, **added}
            always = frozenset(name for name, need in needs.items() if need.any)
            self._always = {**self._always, place: always} if always else self._always
            self._all = {**self._all, place: frozenset(needs)}
            # the same words occur again and again, and all patterns are tested on the same sentences
            of_word = lru_cache(maxsize=8192)(self._of_word)
            self.held_in = lru_cache(maxsize=256)(partial(self._found, of_word))
        return place

    def _found(self, of_word: Callable[[str], tuple[_Patterns, _Wordings]], text: str) -> Held:
        """Find the patterns that may match a text, by wordings in one word first, then by those over several words."""
        said = lowered(text)
        if said is None:
            return self._all
        hits: list[tuple[int, frozenset[Any]]] = []
        begun = [self._wordings[_SHORT]]
        for word in set(said.split()):
            held, further = of_word(word)
            hits += held
            if further:
                begun.append(further)
        for further in begun:
            for wording, patterns in further.items():
                if wording in said:
                    hits += patterns
        found = dict(self._always)
        for place, names in hits:
            found[place] = found[place] | names if place in found else names
        return found

    def _of_word(self, word: str) -> tuple[_Patterns, _Wordings]:
        """Find the patterns whose wording a word has, and the wordings of several words that it may be a part of."""
        said = f" {word} "
        shared = {said[at : at + _SIZE] for at in range(len(said) - _SIZE + 1)} & self._wordings.keys()
        near = {wording: patterns for letters in shared for wording, patterns in self._wordings[letters].items()}
        held = tuple(each for wording, patterns in near.items() if wording in said for each in patterns)
        return held, {wording: patterns for wording, patterns in near.items() if _is_part(said, wording)}


def _is_part(word: str, wording: str) -> bool:
    """Check whether a word, between spaces, may be part of a wording of several words.

    "each year" may begin with the word "each", but not with "reached".
    """
    return any(part in word for part in _parts(wording))


@cache
def _parts(wording: str) -> tuple[str, ...]:
    """Split a wording of several words into them, each with the spaces around it; none for a single word."""
    words = _LETTERS.finditer(wording) if " " in wording[1:-1] else ()
    return tuple(wording[max(0, each.start() - 1) : each.end() + 1] for each in words)


def _by_letters(needs: Mapping[K, Needed]) -> dict[str, dict[str, set[K]]]:
    """Index the wordings by their rarest four letters, or by `_SHORT`, each with the patterns that need it."""
    names: dict[str, dict[str, set[K]]] = {}
    for name, need in needs.items():
        for said in need.wordings:
            names.setdefault(rarest(said, _SIZE), {}).setdefault(said, set()).add(name)
    return names


together: Final = _Together()


def needed(pattern: re.Pattern[str] | str, flags: int = 0) -> Needed:
    r"""Compute what a text must have for a pattern to match it; the pattern may ignore case.

    >>> rate = needed(r"\b(?:un)?employment\s+rates?\b|\bjobless\b", re.IGNORECASE)
    >>> [rate.may_be_in(said) for said in ("The Unemployment  Rate", "The JOBLESS", "Exports rose", "employed rates")]
    [True, True, False, False]

    Args:
        pattern: The pattern, compiled or as text.
        flags: Its flags, for a pattern as text.
    """
    written, flags = (pattern, flags) if isinstance(pattern, str) else (pattern.pattern, pattern.flags)
    if flags & re.ASCII or _ODD.search(written) or (found := wordings(written, flags)) is None:
        return Needed(any=True)
    return Needed(found)
