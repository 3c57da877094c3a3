"""Tables pasted as prose: more figures between two full stops than a spoken sentence has.

The rules that link figures to words are made for sentences. On a column of numbers they take long and find claims that
nobody made. So such a span is reported as a problem, and no claim is read in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.document import Sentence, Span
from workbench.core.errors import Problem

MOST_FIGURES = 60
"""Most figures of a sentence. In twenty thousand sentences of speeches, reports and articles none has half as many."""

_FIGURE = re.compile(r"\d+(?:[.,:/'’ \u00a0\u202f-]\d+){0,3}")
"""A match is one figure or up to four close together, so that the count is never above the number of figures."""

_SHORTEST_ROW = 40
_LONG = 7
_ROW = re.compile(r"(?<![\w.,])(?:-?\d[\d.,]*%?\s+){3,}-?\d[\d.,]*%?(?!\w)")
"""A row: four figures or more with only blanks between them. Two such rows are a table, or one row of seven figures."""

_TWO_FIGURES = re.compile(r"[\d.,]%?\s+-?\d")
"""Two figures side by side, which every row has: a quick test before the slower pattern."""

_STOPS = (".", "!", "?", "…")


class Tables:
    """Collects the spans of a text that are tables, while its sentences are read in order.

    >>> said = "Sales: " + "17 cars, " * 99 + "in all. Exports rose by 5 percent."
    >>> tables = Tables(said)
    >>> [tables.take(Sentence(Span(*ends))) for ends in ((0, 905), (906, 932))]
    [True, False]
    >>> [problem.where for problem in tables.problems()]
    ['characters 0 to 905']
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Span] = []
        self._paragraph = -1

    def take(self, sentence: Sentence, figures: int = 0) -> bool:
        """Check whether a sentence is a table, or goes on with the table before it, and note it if so.

        Args:
            sentence: The sentence; it must stand behind those given before.
            figures: How many figures, or changes, were read in it; 0 where it was not read yet, so that its digits are
                counted.
        """
        span = sentence.span
        goes_on = self._goes_on(sentence)
        if not goes_on and (figures or self._written(span)) <= MOST_FIGURES and not self._is_row(span):
            return False
        if goes_on:
            span = Span(self._found.pop().start, span.end)
        self._found.append(span)
        self._paragraph = sentence.paragraph
        return True

    def _written(self, span: Span) -> int:
        if len(span) < 2 * MOST_FIGURES:  # too short for so many figures
            return 0
        return sum(1 for _ in _FIGURE.finditer(self._text, span.start, span.end))

    def _is_row(self, span: Span) -> bool:
        """Check whether a row has almost only figures: "Births 23075 23002 21754 21333 19845 Deaths 20461 20421"."""
        if len(span) <= _SHORTEST_ROW or not _TWO_FIGURES.search(self._text, span.start, span.end):
            return False
        rows = [len(row[0].split()) for row in _ROW.finditer(self._text, span.start, span.end)]
        return len(rows) > 1 or any(count >= _LONG for count in rows)

    def _held(self, span: Span) -> str:
        if self._written(span) > MOST_FIGURES:
            return f"More than {MOST_FIGURES} figures"
        return "Rows of figures" if self._is_row(span) else f"More than {MOST_FIGURES} figures in words, or changes,"

    def _goes_on(self, sentence: Sentence) -> bool:
        """Check whether the last table goes on in a sentence: it was longer than the longest sentence, and was cut."""
        if not self._found or sentence.paragraph != self._paragraph:
            return False
        last = self._found[-1]
        between = self._text[last.end : sentence.span.start]
        return not between.strip() and self._text[last.end - 1] not in _STOPS

    def problems(self) -> Iterator[Problem]:
        """Yield problems that name the tables in the text, in which no claim was read."""
        for span in self._found:
            says = f"{self._held(span)} follow here in one sentence. That is a table, and nothing in it was read as a claim."
            yield Problem(f"characters {span.start} to {span.end}", says, "Import tables as CSV.", "too-many-figures")
