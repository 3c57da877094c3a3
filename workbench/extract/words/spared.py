"""Patterns that are not run where they cannot match: of the phrases of a class, those alone that a text may hold.

A class holds phrases by the dozen, and at each word of a sentence all of them are tried. Of an ordinary sentence one look at its letters
tells that it may hold one or two of them, or none: those are looked for, and found as all of them together would have found them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workbench.extract.words.needed_letters import needed, together

_FIRST = 12
"""Times that a pattern is run before it is looked into: a short text ends sooner."""

_OFTEN, _MOST = 24, 16
"""Times that the same phrases are asked for before they are made a pattern of their own, and most such patterns of a class."""

_KEPT = 64
"""Texts of which it is kept what they may hold."""

_STRUCTURE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""Signs of an expression that make its structure, and what they are nothing but signs in."""


def joined(parts: Sequence[str]) -> str:
    r"""Return the expression of any of some, in their order: those that begin where a word does are looked for nowhere else.

    >>> print(joined([r"\bin all\b", r"\bin sum\b", r"%", r"\bup|down"]))
    \b(?:(?:\bin all\b)|(?:\bin sum\b))|(?:%)|(?:\bup|down)
    """
    runs = ((edge, "|".join(f"(?:{part})" for part in run)) for edge, run in groupby(parts, _begins_with_edge))
    return "|".join(rf"\b(?:{run})" if edge else run for edge, run in runs)


def _begins_with_edge(part: str) -> bool:
    """Return whether all that an expression matches begins at the edge of a word."""
    depth = 0
    for sign in _STRUCTURE.findall(part):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return False
    return part.startswith(r"\b")


@dataclass(slots=True)
class Spared:
    """A pattern that is run on no text without the letters that it needs, nor with phrases that the text cannot hold.

    Attributes:
        pattern: The pattern.
        phrases: The expressions that it is any of, joined by `joined`; empty where it is looked for as a whole.
    """

    pattern: re.Pattern[str]
    phrases: Sequence[str] = ()
    _runs: int = field(default=0, repr=False)
    _place: int | None = field(default=None, repr=False)
    _asked: dict[frozenset[int], int] = field(default_factory=dict, repr=False)
    _narrowed: dict[frozenset[int], re.Pattern[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if self.pattern.groups > len(self.pattern.groupindex):  # groups that are asked for by their number
            self.phrases = ()

    def on(self, text: str) -> re.Pattern[str] | None:
        r"""Return the pattern to run on a text, which matches in it what the whole pattern does; None where nothing does.

        >>> phrases = r"\bin\sall\b", r"\baltogether\b"
        >>> total = Spared(re.compile(joined(phrases), re.IGNORECASE), phrases)
        >>> asked = [total.on(said) for said in 40 * ["12 in all", "12 per head"]]
        >>> asked[-2].pattern, asked[-1]
        ('\\b(?:(?:\\bin\\sall\\b))', None)
        """
        place = self._place
        if place is None:
            self._runs += 1
            if self._runs <= _FIRST:
                return self.pattern
            place = self.place()
        held = together.held_in(text).get(place)
        return None if held is None else self._narrowed.get(held) or self.of(held)

    def place(self) -> int:
        """Where it is told which of its phrases a text may hold, each by its place among them; what they need is worked out once."""
        if self._place is None:
            flags = self.pattern.flags
            self._place = together.take(
                {n: needed(each, flags) for n, each in enumerate(self.phrases or (self.pattern.pattern,))}
            )
        return self._place

    def of(self, held: frozenset[int]) -> re.Pattern[str]:
        """Return the pattern of some of its phrases, one at least, by their places among them."""
        if len(held) >= len(self.phrases):
            return self.pattern
        known = self._narrowed.get(held)
        if known is not None:
            return known
        times = self._asked[held] = self._asked.get(held, 0) + 1
        if times <= _OFTEN or len(self._narrowed) >= _MOST:
            return self.pattern
        self._narrowed[held] = own = self._only(held)
        return own

    def _only(self, held: frozenset[int]) -> re.Pattern[str]:
        """Return the pattern of some phrases, with the names of all groups, so that a match is asked for any of them as ever."""
        said = joined([phrase for place, phrase in enumerate(self.phrases) if place in held])
        flags = self.pattern.flags
        absent = [name for name in self.pattern.groupindex if f"(?P<{name}>" not in said]
        return re.compile(f"{said}|(?!){''.join(f'(?P<{name}>)' for name in absent)}" if absent else said, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a whole text, as the pattern gives it."""
        own = self.on(text)
        return None if own is None else own.search(text)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Return the matches in a whole text, as the pattern gives them."""
        own = self.on(text)
        return () if own is None else own.finditer(text)


@dataclass(slots=True)
class SparedTogether:
    """Patterns that all are asked of the same texts: one look at a text's letters tells which of them have to be run.

    Attributes:
        patterns: The patterns, each by its name.
    """

    patterns: Mapping[str, Spared]
    _runs: int = field(default=0, repr=False)
    _names: dict[int, str] = field(default_factory=dict, repr=False)
    _held: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def on(self, text: str) -> Mapping[str, re.Pattern[str]]:
        r"""Return the patterns to run on a text, by their names; no other matches it.

        >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
        >>> together = SparedTogether({name: Spared(re.compile(one)) for name, one in said.items()})
        >>> [sorted(together.on(text)) for text in ("12 per head",) * 12 + ("12 per head", "Altogether 12", "12")][-3:]
        [['per'], ['all'], []]
        """
        if not self._is_known():
            return {name: one.pattern for name, one in self.patterns.items()}
        held, names = together.held_in(text), self._names
        return {names[place]: self.patterns[names[place]].of(held[place]) for place in held.keys() & names.keys()}

    def held(self, text: str) -> frozenset[str]:
        r"""Return the names of the patterns to run on a text alone.

        >>> sorted(SparedTogether({"per": Spared(re.compile(r"\bper\shead\b"))}).held("12 per head"))
        ['per']
        """
        known = self._held.get(text)  # every claim of a sentence asks the same
        if known is None:
            if not self._is_known():
                return frozenset(self.patterns)
            if len(self._held) >= _KEPT:
                self._held.clear()
            names = self._names
            known = frozenset([names[place] for place in together.held_in(text).keys() & names.keys()])
            self._held[text] = known
        return known

    def _is_known(self) -> bool:
        """Return whether it is worked out what the patterns need; a short text ends sooner."""
        if not self._names:
            self._runs += 1
            if self._runs > _FIRST:
                self._names = {one.place(): name for name, one in self.patterns.items()}
        return bool(self._names)
