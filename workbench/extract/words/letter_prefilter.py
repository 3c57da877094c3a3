"""A quick test before a pattern is run: does the text have the letters that any match needs?

Most sentences have none of the words of a class of phrases. The letters that a match needs are computed once from each
pattern; which of them a word has is computed once per word for all patterns. So one pass over a sentence rules out most
patterns. The rest are still run, so that the result is the same as without the test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from threading import Lock
from typing import Any, Final, TypeVar

from workbench.extract.words.held_patterns import Groups, Held
from workbench.extract.words.prefilter_wordings import demands, plain, rarest

_SIZE: Final = 4
"""Most letters of the piece of a wording by which it is looked up."""

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
        also: Wordings of another place of the pattern, of which a text must have one too; empty where none are known.
        signs: Signs that a text must have, all of them.
    """

    wordings: frozenset[str] = frozenset()
    any: bool = False
    also: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()

    def may_be_in(self, text: str) -> bool:
        """Check whether a text has them, so that the pattern must be run."""
        return self.any or (said := lowered(text)) is None or any(map(said.__contains__, self.wordings))


def lowered(text: str) -> str | None:
    """Convert a text to small letters, with spaces for all else; None where letters do not convert reliably."""
    if text.isascii():
        return f" {text.translate(_PLAIN)} "
    return None if _ODD.search(text) else f" {_OTHER.sub(' ', text.lower())} "


_Bits = tuple[int, int]
"""Patterns that need a wording, as bits: those of which it is a first one, and those of which it is one of another place."""

_Wordings = Mapping[str, _Bits]

_EDGE: Final = 2
"""Letters of the word beside another by which their wordings are looked up."""

_BEFORE, _BEHIND = -1, 1
_ANYWHERE: Final = (0, "")


class _Together:
    r"""The wordings that all known patterns need: one pass over a text finds which patterns must be run.

    >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
    >>> place = together.take({name: needed(one) for name, one in said.items()})
    >>> [sorted(together.held_in(text).get(place, ())) for text in ("12 per head", "Altogether 12", "12")]
    [['per'], ['all'], []]

    Attributes:
        held_in: A function from a text to the patterns that must be run on it; no other pattern matches it. Its cache is
            cleared when patterns are added.
    """

    held_in: Callable[[str], Held]

    def __init__(self) -> None:
        self._wordings: dict[str, _Wordings] = {}
        self._groups = Groups()
        self._always: _Bits = 0, 0
        self._signs: Mapping[str, int] = {}
        self._one_by_one = Lock()

    def take(self, needs: Mapping[Any, Needed]) -> int:
        """Add a group of patterns, by their names, with what they need; return the place of the group."""
        with self._one_by_one:
            bits = {name: 1 << at for at, name in enumerate(needs, len(self._groups.places))}
            for letters, each in _by_letters(needs, bits).items():
                known = self._wordings.get(letters, {})
                added = {said: _both(known.get(said, (0, 0)), own) for said, own in each.items()}
                # a new dictionary, since another thread may be reading the old one
                self._wordings[letters] = {**known, **added}
            for name, need in needs.items():
                self._always = _both(self._always, (bits[name] * need.any, bits[name] * (not need.also)))
                self._signs = {**self._signs, **{sign: self._signs.get(sign, 0) | bits[name] for sign in need.signs}}
            place = self._groups.add(needs)
            # the same words occur again and again, and all patterns are tested on the same sentences
            of_word = lru_cache(maxsize=8192)(self._of_word)
            self.held_in = lru_cache(maxsize=256)(partial(self._found, of_word))
            return place

    def _found(self, of_word: Callable[[str], _OfWord], text: str) -> Held:
        """Find the patterns that may match a text, by wordings in one word first, then by those over several words."""
        said = lowered(text)
        if said is None:
            return self._groups.held((1 << len(self._groups.places)) - 1)
        first, also = self._always
        tests: list[_Test] = []
        behind: Mapping[str, Sequence[_Test]] = {}
        end = ""
        for word in said.split():
            one, other, anywhere, before, behind_it = of_word(word)
            first |= one
            also |= other
            tests += anywhere
            if (further := behind.get(word[:_EDGE])) is not None:
                tests += further
            if (further := before.get(end)) is not None:
                tests += further
            behind, end = behind_it, word[-_EDGE:]
        for wording, one, other in tests:
            if wording in said:
                first |= one
                also |= other
        bits = first & also
        for sign, lacking in self._signs.items():
            if sign not in text:
                bits &= ~lacking
        return self._groups.held(bits)

    def _of_word(self, word: str) -> _OfWord:
        """Find the patterns whose wording a word has, and the wordings of several words that it may be a part of."""
        said = f" {word} "
        pieces = {said[at : at + size] for size in range(1, _SIZE + 1) for at in range(len(said) - size + 1)}
        held: _Bits = 0, 0
        tests: dict[tuple[int, str], list[_Test]] = {}
        for letters in pieces & self._wordings.keys():
            for wording, bits in self._wordings[letters].items():
                if wording in said:
                    held = _both(held, bits)
                elif (side := _beside(said, wording, letters)) is not None:
                    tests.setdefault(side, []).append((wording, *bits))
        before, behind = (
            {end: tuple(each) for (side, end), each in tests.items() if side == one} for one in (_BEFORE, _BEHIND)
        )
        return held[0], held[1], tuple(tests.get(_ANYWHERE, ())), before, behind


_Test = tuple[str, int, int]
"""A wording of several words, with its bits."""

_OfWord = tuple[int, int, Sequence[_Test], Mapping[str, Sequence[_Test]], Mapping[str, Sequence[_Test]]]
"""What a word tells: the bits of the patterns that need it, wordings that may stand around it, and those that may where the word
before it ends so, or the one behind it begins so."""


def _both(some: _Bits, others: _Bits) -> _Bits:
    return some[0] | others[0], some[1] | others[1]


def _beside(word: str, wording: str, letters: str) -> tuple[int, str] | None:
    """Tell how the word beside must end or begin, where a word, between spaces, may be the part of a wording with some letters.

    "each year" may begin with the word "each", but not with "reached": then None.
    """
    parts = _parts(wording)
    own = next((place for place, part in enumerate(parts) if letters in part and part in word), None)
    if own is None:
        return None
    for place, side in ((own - 1, _BEFORE), (own + 1, _BEHIND)):
        part = parts[place] if 0 <= place < len(parts) else ""
        bare = part.strip()
        if len(bare) >= _EDGE or len(part) > len(bare) + 1:
            return side, bare[-_EDGE:] if side == _BEFORE else bare[:_EDGE]
    return _ANYWHERE


@cache
def _parts(wording: str) -> tuple[str, ...]:
    """Split a wording of several words into them, each with the spaces around it; none for a single word."""
    words = _LETTERS.finditer(wording) if " " in wording[1:-1] else ()
    return tuple(wording[max(0, each.start() - 1) : each.end() + 1] for each in words)


def _by_letters(needs: Mapping[K, Needed], bits: Mapping[K, int]) -> dict[str, dict[str, _Bits]]:
    """Index the wordings by their rarest piece, each with the bits of the patterns that need it."""
    found: dict[str, dict[str, _Bits]] = {}
    for name, need in needs.items():
        one = bits[name]
        for wordings, added in ((need.wordings, (one, 0)), (need.also, (0, one))):
            for said in wordings:
                of_letters = found.setdefault(rarest(said, _SIZE), {})
                of_letters[said] = _both(of_letters.get(said, (0, 0)), added)
    return found


together: Final = _Together()

LONG: Final = 2_000
"""Letters from which a text is searched for the wordings of one class alone: all classes at once would list its every word."""


class NeedsOfMany:
    """What each of many patterns needs, by its name: one look at a text tells which of them must be run."""

    def __init__(self, needs: Mapping[Any, Needed]) -> None:
        self._needs, self._place = needs, together.take(needs)

    def met_in(self, text: str) -> Collection[Any]:
        r"""Select the names of the patterns that may match a text; no other pattern does.

        >>> many = NeedsOfMany({"per": needed(r"\bper\shead\b"), "all": needed(r"\bin\sall\b")})
        >>> sorted(many.met_in("12 per head"))
        ['per']
        """
        if len(text) < LONG:
            return together.held_in(text).get(self._place, ())
        said = lowered(text)
        if said is None:
            return list(self._needs)
        holds, signs = said.__contains__, set(text)
        return [
            name
            for name, need in self._needs.items()  # without a call for each: there are a hundred
            if (need.any or any(map(holds, need.wordings)))
            and (not need.also or any(map(holds, need.also)))
            and need.signs <= signs
        ]


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
    if flags & re.ASCII or _ODD.search(written):
        return Needed(any=True)
    found = demands(written, flags)
    return Needed(found.wordings or frozenset(), found.wordings is None, found.also, found.signs)
