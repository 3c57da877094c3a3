"""Long texts as arrays of word numbers, split into fields and sentences, to see which words occur together.

A fact check of 2,000 words contains most words of any sentence somewhere. It covers a claim only if one of its sentences contains
them together. To test that for two hundred texts in each query fast enough, words must be numbers.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from workbench.match.words.normalisation import keys

Ints = NDArray[np.int64]
Words = NDArray[np.int32]

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
"""A word with its marks inside, as `workbench.match.words.normalisation` parts it further."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n")


@dataclass(frozen=True, slots=True)
class PassageWords:
    """Some texts of an archive, word by word in one row.

    Attributes:
        words: The number of each word.
        text: The index of the text that contains each word, from 0.
        field: The index of the field in that text.
        sentence: The index of the sentence, counted over all texts from 0.
        lengths: The number of words in each field, one row for each text.
    """

    words: Words
    text: Ints
    field: Ints
    sentence: Ints
    lengths: Ints


class _StemNumbers(dict[str, tuple[int, ...]]):
    """Cache of written words with the numbers of their stems: most words of an archive occurred before."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def __missing__(self, word: str) -> tuple[int, ...]:
        found = tuple(self._numbers.setdefault(key, len(self._numbers)) for key in keys(word))
        self[word] = found
        return found


class Passages:
    """Texts with their fields, each field's sentences, each sentence's words as numbers.

    >>> texts = Passages(2, [("Bread prices.", "Bread costs euros. Prices of bread."), ("Teachers left.", "")])
    >>> texts.number("teacher") is None, texts.number("tank") is None
    (False, True)
    >>> texts.look([1]).words.tolist() == [texts.number("teacher"), texts.number("left")], texts.look([0]).lengths.tolist()[0][0]
    (True, 2)
    """

    def __init__(self, fields: int, texts: Iterable[Sequence[str]]) -> None:
        """Take texts with a fixed number of fields; the last field is split into sentences, the others are one each."""
        self.fields = fields
        self.numbers: dict[str, int] = {}
        words, ends, owners = array("i"), array("q"), array("q")
        number = _StemNumbers(self.numbers).__getitem__
        for text in texts:
            for field, said in enumerate(text):
                for part in _SENTENCE.split(said) if field == fields - 1 else (said,):
                    words.extend(chain.from_iterable(map(number, _WORD.findall(part))))
                    ends.append(len(words))
                    owners.append(field)
            owners.append(fields)  # end of a text
            ends.append(len(words))
        self.words: Words = np.frombuffer(words, dtype=np.int32) if words else np.zeros(0, dtype=np.int32)
        self._fields: Ints = np.frombuffer(owners, dtype=np.int64) if owners else np.zeros(0, dtype=np.int64)
        self._ends: Ints = np.frombuffer(ends, dtype=np.int64) if ends else np.zeros(0, dtype=np.int64)
        self._last: Ints = np.flatnonzero(self._fields == fields)
        self.size = len(self._last)

    def number(self, key: str) -> int | None:
        """Look up the number of a stem; None where no text contains it."""
        return self.numbers.get(key)

    def look(self, texts: Sequence[int]) -> PassageWords:
        """Collect the words of some texts, in the order of the texts."""
        rows, of_text = self._sentences(np.asarray(texts, dtype=np.int64))
        starts = np.where(rows > 0, self._ends[rows - 1], 0)
        sizes = self._ends[rows] - starts
        before = np.cumsum(sizes) - sizes
        at = np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))
        lengths = np.zeros((len(texts), self.fields), dtype=np.int64)
        np.add.at(lengths, (of_text, self._fields[rows]), sizes)
        return PassageWords(
            words=self.words[at],
            text=np.repeat(of_text, sizes),
            field=np.repeat(self._fields[rows], sizes),
            sentence=np.repeat(np.arange(len(rows)), sizes),
            lengths=lengths,
        )

    def field_lengths(self) -> NDArray[np.float64]:
        """Compute the mean number of words in each field, at least one."""
        starts = np.concatenate([[0], self._ends[:-1]])
        sums = np.bincount(self._fields, weights=(self._ends - starts), minlength=self.fields + 1)[: self.fields]
        return np.maximum(sums / max(1, self.size), 1.0)

    def _sentences(self, texts: Ints) -> tuple[Ints, Ints]:
        """Find the rows of the sentences of some texts, and the text of each."""
        ends = self._last[texts]
        starts = np.where(texts > 0, self._last[texts - 1] + 1, 0)
        sizes = ends - starts
        before = np.cumsum(sizes) - sizes
        rows = np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))
        return rows, np.repeat(np.arange(len(texts)), sizes)
