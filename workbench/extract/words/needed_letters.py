"""Letters that a pattern cannot do without, looked for before it is run.

Most sentences hold none of the words that a class of phrases is made of. Which letters one of them must hold is worked out from
the pattern itself, once; a sentence is cut into stretches of four letters, once for all patterns, and a pattern that shares none
with it is not run. What may match is still matched by the pattern, so that nothing is found otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from workbench.extract.words.pattern_wordings import plain, rarest, wordings

_SIZE: Final = 4
"""Letters of a stretch."""

_OTHER = re.compile(r"\W")
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03a3\u03b0\u03c2\u03d0-\u03f6\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]"
)
"""Letters that a pattern without regard to capitals takes for others, or whose small letter depends on what stands beside it."""

Letters = tuple[str, ...]


_PLAIN = {code: plain(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Needed:
    """What a text must hold one of, or a pattern does not match it.

    Attributes:
        wordings: Wordings by four letters that each has.
        stretches: Those letters.
        short: Wordings of fewer letters.
        any: Whether nothing is known that it must hold.
    """

    wordings: Mapping[Letters, Letters] = field(default_factory=dict)
    stretches: frozenset[Letters] = frozenset()
    short: Letters = ()
    any: bool = False

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds one of them, so that the pattern has to be run."""
        if self.any:
            return True
        letters = _letters(text)
        if letters is None:
            return True
        stretches, plain = letters
        for short in self.short:
            if short in plain:
                return True
        for met in self.stretches & stretches:
            for wording in self.wordings[met]:
                if wording in plain:
                    return True
        return False


@lru_cache(maxsize=64)  # all patterns ask of the same sentences
def _letters(text: str) -> tuple[frozenset[Letters], str] | None:
    """The stretches of a text's small letters, whatever is no letter as a space; None where small letters are not to be trusted."""
    if text.isascii():
        plain = f" {text.translate(_PLAIN)} "
    elif _ODD.search(text):
        return None
    else:
        plain = f" {_OTHER.sub(' ', text.lower())} "
    return frozenset(zip(plain, plain[1:], plain[2:], plain[3:], strict=False)), plain


_FIRST = 12
"""Times that a pattern is run before it is looked into: a short text ends sooner."""


@dataclass(slots=True)
class Spared:
    """A pattern that is run on no text without the letters that it needs.

    Attributes:
        pattern: The pattern.
    """

    pattern: re.Pattern[str]
    _runs: int = field(default=0, repr=False)
    _needed: Needed | None = field(default=None, repr=False)

    def may_match(self, text: str) -> bool:
        """Whether the pattern has to be run on a text."""
        if self._needed is None:
            self._runs += 1
            if self._runs <= _FIRST:
                return True
            self._needed = needed(self.pattern)
        return self._needed.may_be_in(text)

    def needed(self) -> Needed:
        """What a text must hold for the pattern to match it, worked out once."""
        if self._needed is None:
            self._needed = needed(self.pattern)
        return self._needed

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a whole text, as the pattern gives it."""
        return self.pattern.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """The matches in a whole text, as the pattern gives them."""
        return self.pattern.finditer(text) if self.may_match(text) else ()


class _Together(NamedTuple):
    """What several patterns need, each by its name: stretches of letters, wordings by them, shorter wordings; and those of which nothing is known."""

    stretches: frozenset[Letters]
    by_letters: Mapping[Letters, Sequence[tuple[str, str]]]
    short: Sequence[tuple[str, str]]
    always: frozenset[str]


@dataclass(slots=True)
class SparedTogether:
    """Patterns that all are asked of the same texts: one look at a text's letters tells which of them have to be run.

    Attributes:
        patterns: The patterns, each by its name.
    """

    patterns: Mapping[str, Spared]
    _runs: int = field(default=0, repr=False)
    _needed: _Together | None = field(default=None, repr=False)

    def may_match(self, text: str) -> frozenset[str]:
        r"""Gives the names of the patterns that have to be run on a text; no other matches it.

        >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
        >>> together = SparedTogether({name: Spared(re.compile(one)) for name, one in said.items()})
        >>> [sorted(together.may_match(text)) for text in ("12 per head",) * 12 + ("12 per head", "Altogether 12", "12")][-3:]
        [['per'], ['all'], []]
        """
        if self._needed is None:
            self._runs += 1
            if self._runs <= _FIRST:
                return frozenset(self.patterns)
            self._needed = self._together()
        letters = _letters(text)
        if letters is None:
            return frozenset(self.patterns)
        (stretches, plain), need = letters, self._needed
        found = {name for short, name in need.short if short in plain}
        for met in need.stretches & stretches:
            for wording, name in need.by_letters[met]:
                if name not in found and wording in plain:
                    found.add(name)
        return need.always | found

    def _together(self) -> _Together:
        """What the patterns need, worked out for all of them together."""
        each = {name: one.needed() for name, one in self.patterns.items()}
        by_letters: dict[Letters, list[tuple[str, str]]] = {}
        for name, need in each.items():
            for letters, said in need.wordings.items():
                by_letters.setdefault(letters, []).extend((wording, name) for wording in said)
        short = [(said, name) for name, need in each.items() for said in need.short]
        return _Together(
            frozenset(by_letters), by_letters, short, frozenset(name for name, need in each.items() if need.any)
        )


def needed(pattern: re.Pattern[str]) -> Needed:
    r"""Gives what a text must hold for a pattern to match it, with or without regard to capitals.

    >>> rate = needed(re.compile(r"\b(?:un)?employment\s+rates?\b|\bjobless\b", re.IGNORECASE))
    >>> [rate.may_be_in(said) for said in ("The Unemployment  Rate", "The JOBLESS", "Exports rose", "employed rates")]
    [True, True, False, False]
    """
    if pattern.flags & re.ASCII or _ODD.search(pattern.pattern) or (found := wordings(pattern)) is None:
        return Needed(any=True)
    by_letters: dict[Letters, set[str]] = {}
    for said in found:
        by_letters.setdefault(rarest(said, _SIZE), set()).add(said)
    short = {said for letters, each in by_letters.items() if len(letters) < _SIZE for said in each}
    told: dict[Letters, Letters] = {k: tuple(sorted(each)) for k, each in by_letters.items() if len(k) == _SIZE}
    return Needed(told, frozenset(told), tuple(sorted(short)))
