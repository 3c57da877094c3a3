r"""The rules of the word files by which passages are retold: how a passage is put, and the sentence that says the same.

A rule is ``pattern => sentence``. Its blanks stand for whatever is said there, but for no end of a sentence: ``{topic}`` for what
is measured, ``{figure}``, ``{year}``, ``{place}``. So a rule takes whole sentences, and leaves none of their words out but its own.
Other blanks are the language's own words, from its table ``retelling.words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from workbench.extract.retelling.retold_text import Piece
from workbench.extract.words.letter_prefilter import Needed, NeedsOfMany, needed
from workbench.extract.words.small_numbers import whole_number_pattern
from workbench.extract.words.word_files import raw_tables

_INSIDE = r"(?:[^.!?:;…\n]|[.,:](?=\d))"
"""A sign inside a clause: no end of a sentence, but the point of a figure."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЃЅЈЉЊЌЏ]"

_SAID = {
    "topic": rf"(?=[^\W\d_]|\d){_INSIDE}{{3,160}}?",
    "rest": rf"{_INSIDE}{{0,120}}?",
    "lead": rf"(?:{_INSIDE}{{2,100}}?, )?",
    "figure": rf"(?:(?:{{hedge}}) )?[€$£]?[-−]?\d{_INSIDE}{{0,70}}?",
    "answered": rf"(?:(?:{{hedge}}|{{between}}) )?[€$£]?(?:[-−]?\d|{{whole}}\b|{{part}}\b){_INSIDE}{{0,70}}?",
    "tail": rf"(?:,(?!\d){_INSIDE}{{0,100}}?)?",
    "year": r"(?:1[5-9]|20)\d\d",
    "place": rf"(?:{{the}} )?(?-i:{_CAPITAL})[\w.’'-]{{1,24}}?(?: (?!{{or}}\b)[\w’'-]{{1,20}}){{0,3}}?",
    "label": rf"(?:(?-i:{_CAPITAL})[\w.’'-]{{0,24}}(?: [\w.’'-]{{1,24}}){{0,3}}: )?",
    "stop": r"[.!]+(?=[\"”“»]?(?:\s|\Z))",
    "end": r"[.!]+[\"”“»]?(?=\s|\Z)",
}
_KIND = {"aside": "rest", "a": "place", "b": "place", "c": "place", "pct": "figure", "main": "topic"}
"""Blanks of the same kind as others, by other names."""

_INTRO = rf"(?P<intro>(?:{_INSIDE}){{2,90}}?: )?"
"""Words before a colon, behind which a passage may begin: "The ministry tells us: plus 5 percent …"."""

_BLANK = re.compile(r"\{(\w+?)(\d?)\}")
_SPACE = r"[^\S\n]*[\s]"


@dataclass(frozen=True)  # no slots, for cached properties
class Rule:
    """One way to put a passage, and the sentence for it.

    Attributes:
        written: The rule, as it stands in the word file.
        language: One with a word file.
    """

    written: str
    language: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The passage, as a pattern: compiled for the first text that may have one, since most texts have none."""
        return re.compile(self._passage, re.IGNORECASE)

    @cached_property
    def _passage(self) -> str:
        words = {**raw_tables(self.language)["retelling"]["words"], "whole": whole_number_pattern(self.language)}
        words = {name: _filled(each, words, {}) for name, each in words.items()}  # a word may name another
        signs = _SAID | {"number": rf"(?:(?:{{hedge}}) )?{words['whole']}"}
        filled = _filled(_filled(f"{_INTRO}{self._halves[0]}", words, signs), words, signs)
        return filled.replace(" ", _SPACE)

    @cached_property
    def sentence(self) -> tuple[str, ...]:
        """The sentence that says the same: blanks and words in turn."""
        return tuple(part for part in re.split(r"(\{\w+\})", f"{{intro}}{self._halves[1]}") if part)

    @cached_property
    def needs(self) -> Needed:
        """What a text must have of the rule's own words, whatever stands in its blanks; for a rule without any, of all its words."""
        words: dict[str, str] = raw_tables(self.language)["retelling"]["words"]
        anything = (dict.fromkeys((*table, "number"), ".*") for table in (words, _SAID))
        own = needed(_filled(self._halves[0], *anything), re.IGNORECASE)
        return needed(self._passage, re.IGNORECASE) if own.any else own

    @property
    def _halves(self) -> tuple[str, str]:
        passage, _, sentence = self.written.partition(" => ")
        return passage, sentence

    def pieces(self, found: re.Match[str], small: re.Pattern[str] | None) -> Iterator[Piece]:
        """Fill the sentence: what stands in a blank was said, the rest joins it.

        Args:
            found: The passage.
            small: What the first word of a sentence is, where it is written small inside one.
        """
        for place, part in enumerate(self.sentence):
            name = part[1:-1] if part.startswith("{") else ""
            words = (found[name] or "") if name else part
            said = found.start(name) if name and words else None
            if place == (not found["intro"]):  # the first words of the sentence, or those behind the colon
                words = words[:1].upper() + words[1:]
            elif words[:1].isupper() and (name == "answered" or (small is not None and small.match(words))):
                words = words[:1].lower() + words[1:]
            yield Piece(words, said)


@cache
def rules_of(language: str) -> tuple[Rule, ...]:
    """List the rules of a language."""
    return tuple(Rule(each, language) for each in raw_tables(language)["retelling"]["rules"])


@cache
def small_words(language: str) -> re.Pattern[str] | None:
    """Give the pattern of the first words of sentences that are written small inside one; None where there are none."""
    words: dict[str, str] = raw_tables(language)["retelling"]["words"]
    return re.compile(_filled(words["small"], words)) if "small" in words else None


def possible_rules(text: str, language: str) -> list[Rule]:
    """Select the rules whose own words a text has.

    >>> said = "Comparing 2012 with 2008, there is a fall of 5 percent in exports."
    >>> [rule.written.partition(" => ")[0] for rule in possible_rules(said, "en")][-1]
    'comparing {year2} with {year1}, {rest} a (?:decrease|fall|drop|decline|reduction) of {pct} in {topic}{end}'
    """
    rules = rules_of(language)
    return [rules[place] for place in sorted(_needs_of_rules(language).met_in(text))]


@cache
def _needs_of_rules(language: str) -> NeedsOfMany:
    return NeedsOfMany({place: rule.needs for place, rule in enumerate(rules_of(language))})


def _filled(pattern: str, words: dict[str, str], signs: dict[str, str] = _SAID) -> str:
    """Put the signs of what is said, and the language's own words, into the blanks of a pattern."""

    def part(blank: re.Match[str]) -> str:
        name = blank[1]
        said = signs.get(_KIND.get(name, name))
        if said is not None:
            return f"(?P<{name}{blank[2]}>{said})"
        return f"(?:{words[name]})" if name in words else blank[0]

    return _BLANK.sub(part, pattern)
