"""Letters that a pattern cannot do without, looked for before it is run.

Most sentences hold none of the words that a class of phrases is made of. Which letters one of them must hold is worked out from
the pattern itself, once; and which of them a word holds, once for all patterns and each word. So one look at a sentence tells of
all patterns which of them are not run. What may match is still matched by the pattern, so that nothing is found otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from threading import Lock
from typing import Any, Final, TypeVar

from workbench.extract.words.pattern_wordings import plain, rarest, wordings

_SIZE: Final = 4
"""Letters of a stretch."""

_OTHER = re.compile(r"\W")
_LETTERS = re.compile("[^ ]+")
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03a3\u03b0\u03c2\u03d0-\u03f6\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]"
)
"""Letters that a pattern without regard to capitals takes for others, or whose small letter depends on what stands beside it."""

K = TypeVar("K")


_PLAIN = {code: plain(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Needed:
    """What a text must hold one of, or a pattern does not match it.

    Attributes:
        wordings: Wordings, in small letters, with a space for what is no letter.
        any: Whether nothing is known that it must hold.
    """

    wordings: frozenset[str] = frozenset()
    any: bool = False

    def may_be_in(self, text: str) -> bool:
        """Return whether a text holds one of them, so that the pattern has to be run."""
        said = None if self.any else _said(text)
        return said is None or any(wording in said for wording in self.wordings)


def _said(text: str) -> str | None:
    """Return a text in small letters, whatever is no letter as a space; None where small letters are not to be trusted."""
    if text.isascii():
        return f" {text.translate(_PLAIN)} "
    return None if _ODD.search(text) else f" {_OTHER.sub(' ', text.lower())} "


Held = Mapping[int, frozenset[Any]]
"""Names of patterns, by the place where they were told of."""

_Patterns = tuple[tuple[int, frozenset[Any]], ...]
_Wordings = Mapping[str, _Patterns]
"""Wordings, each with the patterns that it is one of, by the place where they were told of."""

_SHORT: Final = ""
"""Stands for the four letters of wordings that are shorter."""


class _Together:
    r"""The letters that all known patterns need: one look at a text's letters shows which patterns have to be run.

    >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
    >>> place = together.take({name: needed(one) for name, one in said.items()})
    >>> [sorted(together.held_in(text).get(place, ())) for text in ("12 per head", "Altogether 12", "12")]
    [['per'], ['all'], []]

    Attributes:
        held_in: Gives, for a text, the names of the patterns that have to be run on it, by the place that those told of together
            are found at; no other matches it. It forgets what it found whenever more are told of.
    """

    held_in: Callable[[str], Held]

    def __init__(self) -> None:
        self._wordings: dict[str, _Wordings] = {_SHORT: {}}
        self._always: Held = {}
        self._all: Held = {}
        self._one_by_one = Lock()

    def take(self, needs: Mapping[Any, Needed]) -> int:
        """Take what some patterns need, by their names; return the place that they are found at."""
        with self._one_by_one:
            place = len(self._all)
            for letters, each in _by_letters(needs).items():
                known = self._wordings.get(letters, {})
                added = {said: (*known.get(said, ()), (place, frozenset(names))) for said, names in each.items()}
                # another one: the one before may be looked through just now
                self._wordings[letters] = {**known, **added}
            always = frozenset(name for name, need in needs.items() if need.any)
            self._always = {**self._always, place: always} if always else self._always
            self._all = {**self._all, place: frozenset(needs)}
            # the same words come again and again, and all patterns ask of the same sentences
            of_word = lru_cache(maxsize=8192)(self._of_word)
            self.held_in = lru_cache(maxsize=256)(partial(self._found, of_word))
        return place

    def _found(self, of_word: Callable[[str], tuple[_Patterns, _Wordings]], text: str) -> Held:
        """Return the patterns that a text may hold: what its words hold one by one, and what runs on from word to word."""
        said = _said(text)
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
        """Return the patterns that a word holds a wording of, and the wordings of several words that it may be one of."""
        said = f" {word} "
        shared = {said[at : at + _SIZE] for at in range(len(said) - _SIZE + 1)} & self._wordings.keys()
        near = {wording: patterns for letters in shared for wording, patterns in self._wordings[letters].items()}
        held = tuple(each for wording, patterns in near.items() if wording in said for each in patterns)
        return held, {wording: patterns for wording, patterns in near.items() if _is_part(said, wording)}


def _is_part(word: str, wording: str) -> bool:
    """Return whether a word, between spaces, may be one of a wording of several: "each year" runs on from "each" and not from "reached"."""
    words = _LETTERS.finditer(wording) if " " in wording[1:-1] else ()
    return any(wording[max(0, each.start() - 1) : each.end() + 1] in word for each in words)


def _by_letters(needs: Mapping[K, Needed]) -> dict[str, dict[str, set[K]]]:
    """Return the wordings that have some four letters, and those of fewer, each with the patterns that it is one of."""
    names: dict[str, dict[str, set[K]]] = {}
    for name, need in needs.items():
        for said in need.wordings:
            names.setdefault(rarest(said, _SIZE), {}).setdefault(said, set()).add(name)
    return names


together: Final = _Together()


def needed(pattern: re.Pattern[str] | str, flags: int = 0) -> Needed:
    r"""Return what a text must hold for a pattern to match it, with or without regard to capitals.

    >>> rate = needed(r"\b(?:un)?employment\s+rates?\b|\bjobless\b", re.IGNORECASE)
    >>> [rate.may_be_in(said) for said in ("The Unemployment  Rate", "The JOBLESS", "Exports rose", "employed rates")]
    [True, True, False, False]

    Args:
        pattern: The pattern, compiled or as it is written.
        flags: Its flags, where it is not compiled.
    """
    written, flags = (pattern, flags) if isinstance(pattern, str) else (pattern.pattern, pattern.flags)
    if flags & re.ASCII or _ODD.search(written) or (found := wordings(written, flags)) is None:
        return Needed(any=True)
    return Needed(found)
