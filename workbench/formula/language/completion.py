"""Completion in a formula: functions, series, places and periods that begin with the words before the cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.core.place import places
from workbench.core.series import Series
from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.language.nodes import NameNode
from workbench.formula.language.periods import ANCHORS
from workbench.formula.language.printer import written
from workbench.formula.language.short_names import short_form, short_names, whole_name

_WORD = re.compile(r"[^\W\d][\w.:]*\Z")
_IN_BRACKETS = re.compile(r"\[[^\[\]]*\Z")
_AFTER_IN = re.compile(r"\b(?:in|at)\s*=\s*\w*\Z")
MOST = 30
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Completion:
    """One suggested completion.

    Attributes:
        text: The text that replaces the word before the cursor.
        says: What it is, in words.
        start: Where that word begins; the text from there to the cursor is replaced.
    """

    text: str
    says: str
    start: int

    def put(self, before: str) -> str:
        """Insert the completion into the text before the cursor.

        >>> Completion("change(", "the change in percent", 4).put("2 * chan")
        '2 * change('
        """
        return before[: self.start] + self.text


def word_before(text: str) -> tuple[str, int]:
    """Find the unfinished word at the end of a text, and where it begins.

    >>> word_before("un.asylum / wb.po"), word_before("2 * ")
    (('wb.po', 12), ('', 4))
    """
    if text.count('"') % 2:
        start = text.rindex('"')
        return text[start:], start
    found = _WORD.search(text)
    return (found[0], found.start()) if found else ("", len(text))


def complete(text: str, series: Sequence[Series] = (), own: Iterable[str] = ()) -> list[Completion]:
    """List the possible completions at the end of a formula.

    Args:
        text: The text before the cursor.
        series: Series that the catalogue offers for the word before the cursor, likeliest first.
        own: Names that the formula gave to parts of its own.

    >>> [each.text for each in complete("un.asylum / wb.po")]
    ['wb.pop']
    >>> [each.text for each in complete("wb.pop[MK")]
    ['MKD']
    """
    word, start = word_before(text)
    ways = _places(word) if _IN_BRACKETS.search(text) or _AFTER_IN.search(text) else _figures(word, series, own)
    found = dict(ways)  # described as in the catalogue, where it has the series
    return [Completion(made, note, start) for made, note in found.items() if made != word][:MOST]


def _places(word: str) -> Iterator[tuple[str, str]]:
    low = word.casefold()
    for anchor, note in zip((*ANCHORS, "here"), _ANCHORED, strict=True):
        if anchor.startswith(low):
            yield anchor, note
    if not word:
        return
    for code, place in places().items():
        if code.casefold().startswith(low):
            yield code, place.name
    for code, place in places().items():
        if len(word) > 1 and any(part.startswith(low) for part in place.name.casefold().split()):
            yield code, place.name


_ANCHORED = (
    "the claim's own period",
    "what the claim's change is measured from",
    "the last figure that was complete when the words were said",
    "the claim's own place",
)


def _figures(word: str, series: Sequence[Series], own: Iterable[str]) -> Iterator[tuple[str, str]]:
    low = word.lstrip('"').casefold()
    for name in own:
        if low and name.casefold().startswith(low):
            yield name, "a name of this formula"
    for function in FUNCTIONS.values():
        if low and function.name.startswith(low):
            yield f"{function.name}(", f"{function.gives}: {function.example}"
    yield from _short(low)
    for each in series:
        name = short_form(each.ref) or written(NameNode(each.ref.source, each.ref.key))
        yield name, _completion_note(each)


def _short(low: str) -> Iterator[tuple[str, str]]:
    """Yield the short names with a given beginning."""
    table = short_names()
    for source, whole in table["sources"].items():
        for key in table.get(whole, {}):
            name = f"{source}.{key}"
            if low and (name.startswith(low) or key.startswith(low)):
                yield name, written(whole_name(NameNode(source, key)))


def _completion_note(series: Series) -> str:
    title = series.title if len(series.title) <= _LONGEST_TITLE else f"{series.title[: _LONGEST_TITLE - 1]}…"
    unit = f" ({series.unit})" if str(series.unit) else ""
    return f"{title}{unit}"
