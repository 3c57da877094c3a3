"""Finds who speaks in a question and its answer on one line: "MR ROE: Where did it stand? – MS POE: At 5 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.extract.retelling.retold_text import Passage

_CAPITAL = r"[^\W\d_a-zà-ÿа-яѓќѐѕјљњџ]"
_NAME = rf"(?:{_CAPITAL}[\w.’'-]*\s?){{1,5}}(?:\([^()\n]{{1,40}}\))?"
_LABEL = rf"(?:[–—-]\s?)?(?:{_CAPITAL}[.:]|{_NAME}:)\s+(?=\S)|[–—-]\s+(?=\S)"
_TURN = re.compile(rf"(?:\A|(?<=[.!?…]\s)|(?<=\n))(?:{_LABEL})")
_ANSWER = re.compile(rf"\?[\"”“»]?\s+(?:{_LABEL})")
"""A question right before a label or a dash: another voice answers."""


def turn_labels(text: str) -> Iterator[Passage]:
    """Find the labels and dashes of turns where one voice asks and another answers, each with nothing in its place.

    >>> said = "Q. How many came in 2012? – A. Fifty, sir. MR ROE: Thank you."
    >>> [said[start:end] for start, end, _ in turn_labels(said)]
    ['Q. ', '– A. ', 'MR ROE: ']
    >>> list(turn_labels("Nobody came - A. Roe did. Who else?"))
    []
    """
    if "?" in text and _ANSWER.search(text):
        yield from ((*found.span(), ()) for found in _TURN.finditer(text))
