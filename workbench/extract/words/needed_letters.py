"""Letters that a pattern cannot do without, looked for before it is run.

Most sentences hold none of the words that a class of phrases is made of. Which letters one of them must hold is worked out from
the pattern itself, once; a sentence is cut into stretches of four letters, once for all patterns, and a pattern that shares none
with it is not run. What may match is still matched by the pattern, so that nothing is found otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Generic, TypeVar

from workbench.extract.words.pattern_wordings import plain, rarest, wordings

_SIZE: Final = 4
"""Letters of a stretch."""

_OTHER = re.compile(r"\W")
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03a3\u03b0\u03c2\u03d0-\u03f6\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]"
)
"""Letters that a pattern without regard to capitals takes for others, or whose small letter depends on what stands beside it."""

Letters = tuple[str, ...]
K = TypeVar("K")


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


class NeededTogether(Generic[K]):
    """What several patterns need, so that one look at a text's letters tells which of them have to be run on it."""

    def __init__(self, needs: Mapping[K, Needed]) -> None:
        """Takes what each pattern needs, by its name."""
        by_letters: dict[Letters, list[tuple[str, K]]] = {}
        for name, need in needs.items():
            for letters, said in need.wordings.items():
                by_letters.setdefault(letters, []).extend((wording, name) for wording in said)
        self._by_letters, self._stretches = by_letters, frozenset(by_letters)
        self._short = [(said, name) for name, need in needs.items() for said in need.short]
        self._all, self._always = frozenset(needs), frozenset(name for name, need in needs.items() if need.any)

    def may_be_in(self, text: str) -> frozenset[K]:
        r"""Gives the names of the patterns that have to be run on a text; no other matches it.

        >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
        >>> together = NeededTogether({name: needed(one) for name, one in said.items()})
        >>> [sorted(together.may_be_in(text)) for text in ("12 per head", "Altogether 12", "12")]
        [['per'], ['all'], []]
        """
        letters = _letters(text)
        if letters is None:
            return self._all
        stretches, plain = letters
        shared = self._stretches & stretches
        if not shared and not self._short:
            return self._always  # of most texts
        found = set(self._always)
        for short, name in self._short:
            if short in plain:
                found.add(name)
        for met in shared:
            for wording, name in self._by_letters[met]:
                if name not in found and wording in plain:
                    found.add(name)
        return frozenset(found)


def needed(pattern: re.Pattern[str] | str, flags: int = 0) -> Needed:
    r"""Gives what a text must hold for a pattern to match it, with or without regard to capitals.

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
    by_letters: dict[Letters, set[str]] = {}
    for said in found:
        by_letters.setdefault(rarest(said, _SIZE), set()).add(said)
    short = {said for letters, each in by_letters.items() if len(letters) < _SIZE for said in each}
    told: dict[Letters, Letters] = {k: tuple(sorted(each)) for k, each in by_letters.items() if len(k) == _SIZE}
    return Needed(told, frozenset(told), tuple(sorted(short)))
