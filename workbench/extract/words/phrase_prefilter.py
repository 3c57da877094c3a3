"""Patterns that are only run where they may match, and only with the phrases that the text may have.

A class has dozens of phrases, and a search tries all of them at each word. For most sentences one quick test by letters
leaves one or two of them, or none. Only those are searched for; the matches are the same as those of the whole pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workbench.extract.words.letter_prefilter import LONG, Needed, needed, together

_FIRST = 150
"""Number of runs before a pattern is analysed, since a short text ends sooner."""

_OFTEN, _MOST = 24, 16
"""``_OFTEN``: uses of the same phrases before they get their own pattern. ``_MOST``: most such patterns of a class."""

_KEPT = 64
"""Most texts for which the result of the test is cached."""

_STRUCTURE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""The structure of a regular expression: brackets and bars, and the parts in which these are plain characters."""


def join_alternatives(parts: Sequence[str]) -> str:
    r"""Join alternatives in order; those that begin at a word boundary share one boundary, which is tested first.

    >>> print(join_alternatives([r"\bin all\b", r"\bin sum\b", r"%", r"\bup|down"]))
    \b(?:(?:\bin all\b)|(?:\bin sum\b))|(?:%)|(?:\bup|down)
    """
    runs = ((edge, "|".join(f"(?:{part})" for part in run)) for edge, run in groupby(parts, _begins_with_edge))
    return "|".join(rf"\b(?:{run})" if edge else run for edge, run in runs)


def _begins_with_edge(part: str) -> bool:
    """Check whether every match of an expression begins at the edge of a word."""
    depth = 0
    for sign in _STRUCTURE.findall(part):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return False
    return part.startswith(r"\b")


@dataclass(slots=True)
class PrefilteredPattern:
    """A pattern that is run only on texts with the letters it needs, and only with the phrases they may have.

    Attributes:
        pattern: The pattern.
        phrases: The alternatives that `join_alternatives` put together; empty where the pattern is only tested as a whole.
    """

    pattern: re.Pattern[str]
    phrases: Sequence[str] = ()
    _runs: int = field(default=0, repr=False)
    _place: int | None = field(default=None, repr=False)
    _needs: Needed | None = field(default=None, repr=False)
    _asked: dict[frozenset[int], int] = field(default_factory=dict, repr=False)
    _narrowed: dict[frozenset[int], re.Pattern[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        # unnamed groups are used by number, which leaving out phrases would change
        if self.pattern.groups > len(self.pattern.groupindex):
            self.phrases = ()

    def on(self, text: str) -> re.Pattern[str] | None:
        r"""Choose the pattern to run on a text, with the same matches as the whole pattern; None where nothing can match.

        >>> phrases = r"\bin\sall\b", r"\baltogether\b"
        >>> total = PrefilteredPattern(re.compile(join_alternatives(phrases), re.IGNORECASE), phrases)
        >>> asked = [total.on(said) for said in 200 * ["12 in all", "12 per head"]]
        >>> asked[-2].pattern, asked[-1]
        ('\\b(?:(?:\\bin\\sall\\b))', None)
        """
        place = self._place
        if place is None:
            self._runs += 1
            if self._runs <= _FIRST:
                return self.pattern
            place = self.place()
        if len(text) >= LONG:
            return self.pattern if self.needs().may_be_in(text) else None
        held = together.held_in(text).get(place)
        return None if held is None else self._narrowed.get(held) or self.of(held)

    def place(self) -> int:
        """Give the place of its phrases in `together`; at the first call, compute what they need."""
        if self._place is None:
            self._place = together.take(self._needs_of_phrases())
        return self._place

    def needs(self) -> Needed:
        """Compute what a text must have for the pattern to match, once; it is not put together with other patterns."""
        if self._needs is None:
            each = self._needs_of_phrases().values()
            self._needs = Needed(
                frozenset[str]().union(*(one.wordings for one in each)), any=any(one.any for one in each)
            )
        return self._needs

    def _needs_of_phrases(self) -> dict[int, Needed]:
        flags = self.pattern.flags
        return {n: needed(each, flags) for n, each in enumerate(self.phrases or (self.pattern.pattern,))}

    def of(self, held: frozenset[int]) -> re.Pattern[str]:
        """Choose the pattern for some of its phrases, one at least, by their numbers."""
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
        """Compile the pattern of some phrases; it keeps the other named groups, so that a match can be asked for them."""
        said = join_alternatives([phrase for place, phrase in enumerate(self.phrases) if place in held])
        flags = self.pattern.flags
        absent = [name for name in self.pattern.groupindex if f"(?P<{name}>" not in said]
        return re.compile(f"{said}|(?!){''.join(f'(?P<{name}>)' for name in absent)}" if absent else said, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match in a text."""
        place = self._place
        if place is None:
            own = self.on(text)
        else:  # as `on` does: a claim asks a dozen times
            held = together.held_in(text).get(place)
            own = None if held is None else self._narrowed.get(held) or self.of(held)
        return None if own is None else own.search(text)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Find all matches in a text."""
        own = self.on(text)
        return () if own is None else own.finditer(text)


@dataclass(slots=True)
class PrefilteredPatterns:
    """Patterns that are run on the same texts: one quick test finds which of them may match.

    Attributes:
        patterns: The patterns, each by its name.
    """

    patterns: Mapping[str, PrefilteredPattern]
    _runs: int = field(default=0, repr=False)
    _names: dict[int, str] = field(default_factory=dict, repr=False)
    _held: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def on(self, text: str) -> Mapping[str, re.Pattern[str]]:
        r"""Choose the patterns to run on a text, by their names; no other pattern matches it.

        >>> said = {"per": r"\bper\shead\b", "all": r"\bin\sall\b|\baltogether\b"}
        >>> together = PrefilteredPatterns({name: PrefilteredPattern(re.compile(one)) for name, one in said.items()})
        >>> [sorted(together.on(text)) for text in ("12 per head",) * 150 + ("12 per head", "Altogether 12", "12")][-3:]
        [['per'], ['all'], []]
        """
        if not self._names and not self._is_known():
            return {name: one.pattern for name, one in self.patterns.items()}
        held, names = together.held_in(text), self._names
        return {names[place]: self.patterns[names[place]].of(held[place]) for place in held.keys() & names.keys()}

    def held(self, text: str) -> frozenset[str]:
        r"""List the names of the patterns that may match a text.

        >>> sorted(PrefilteredPatterns({"per": PrefilteredPattern(re.compile(r"\bper\shead\b"))}).held("12 per head"))
        ['per']
        """
        known = self._held.get(text)  # asked again for every claim of a sentence
        if known is None:
            if not self._names and not self._is_known():
                return frozenset(self.patterns)
            if len(self._held) >= _KEPT:
                self._held.clear()
            names = self._names
            known = frozenset([names[place] for place in together.held_in(text).keys() & names.keys()])
            self._held[text] = known
        return known

    def _is_known(self) -> bool:
        """Check whether the patterns were analysed; they are after the first runs, since a short text ends sooner."""
        if not self._names:
            self._runs += 1
            if self._runs > _FIRST:
                self._names = {one.place(): name for name, one in self.patterns.items()}
        return bool(self._names)
