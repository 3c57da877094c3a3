"""Letters that a pattern cannot do without, looked for before it is run.

Most sentences hold none of the words that a class of phrases is made of. Which letters one of them must hold is worked out from
the pattern itself, once; a sentence is cut into stretches of four letters, and one look at them tells of all patterns which of them
share none with it and are not run. What may match is still matched by the pattern, so that nothing is found otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any, Final, TypeVar

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


def _letters(text: str) -> tuple[frozenset[Letters], str] | None:
    """The stretches of a text's small letters, whatever is no letter as a space; None where small letters are not to be trusted."""
    if text.isascii():
        plain = f" {text.translate(_PLAIN)} "
    elif _ODD.search(text):
        return None
    else:
        plain = f" {_OTHER.sub(' ', text.lower())} "
    return frozenset(zip(plain, plain[1:], plain[2:], plain[3:], strict=False)), plain


_Wordings = Mapping[str, tuple[tuple[int, frozenset[Any]], ...]]
"""Wordings, each with the patterns that it is one of, by the place where they were told of."""

_SHORT: Final[Letters] = ()
"""Stands for the four letters of wordings that are shorter."""


class _Together:
    r"""What all patterns need that were ever told of, whoever told of them: one look at a text's letters tells which have to be run.

    >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
    >>> place = together.take({name: needed(one) for name, one in said.items()})
    >>> [sorted(together.held_in(text).get(place, ())) for text in ("12 per head", "Altogether 12", "12")]
    [['per'], ['all'], []]

    Attributes:
        held_in: Gives, for a text, the names of the patterns that have to be run on it, by the place that those told of together
            are found at; no other matches it. It forgets what it found whenever more are told of.
    """

    held_in: Callable[[str], Mapping[int, frozenset[Any]]]

    def __init__(self) -> None:
        self._stretches: set[Letters] = set()
        self._wordings: dict[Letters, _Wordings] = {_SHORT: {}}
        self._always: dict[int, frozenset[Any]] = {}
        self._all: dict[int, frozenset[Any]] = {}
        self._one_by_one = Lock()

    def take(self, needs: Mapping[Any, Needed]) -> int:
        """Takes what some patterns need, by their names; gives the place that they are found at."""
        with self._one_by_one:
            place = len(self._all)
            for letters, each in _by_letters(needs).items():
                known = self._wordings.get(letters, {})
                added = {said: (*known.get(said, ()), (place, frozenset(names))) for said, names in each.items()}
                self._wordings[letters] = {
                    **known,
                    **added,
                }  # another one: the one before may be looked through just now
            self._stretches.update(*(need.stretches for need in needs.values()))
            always = frozenset(name for name, need in needs.items() if need.any)
            self._always = {**self._always, place: always} if always else self._always
            self._all = {**self._all, place: frozenset(needs)}
            self.held_in = lru_cache(maxsize=256)(self._found)  # all patterns ask of the same sentences
        return place

    def _found(self, text: str) -> Mapping[int, frozenset[Any]]:
        letters = _letters(text)
        if letters is None:
            return self._all
        stretches, plain = letters
        found = dict(self._always)
        for met in (_SHORT, *(self._stretches & stretches)):
            for wording, held in self._wordings[met].items():
                if wording in plain:
                    for place, names in held:
                        found[place] = found[place] | names if place in found else names
        return found


def _by_letters(needs: Mapping[K, Needed]) -> dict[Letters, dict[str, set[K]]]:
    """The wordings that have some four letters, and those of fewer, each with the patterns that it is one of."""
    told: dict[Letters, dict[str, set[K]]] = {}
    for name, need in needs.items():
        for letters, each in ((_SHORT, need.short), *need.wordings.items()):
            for said in each:
                told.setdefault(letters, {}).setdefault(said, set()).add(name)
    return told


together: Final = _Together()


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
