"""Read the values of a JSON-stat body as texts, without converting them to numbers.

Of a cube with a million cells, only a few dozen may be needed. So the slice of the body with the values is split at its
commas, piece by piece. Unusual values (text among the numbers, keys that are no numbers, duplicate keys) are read by a
slower parser, which returns the same and refuses the rest.

The slice is valid JSON: msgspec has checked its syntax before.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from operator import lt

import msgspec

from workbench.core.number import decimal

PIECE = 1 << 16
_LONGEST = 4096
_BLANK = b" \t\r\n"
_PLAIN_LIST = b"0123456789+-.eEnul,"
_PLAIN_PAIRS = re.compile(rb'(?:\s*"\d{1,15}"\s*:\s*[-+.\deEnul]++\s*(?:,|\Z))*+')
_ZERO_BEFORE = re.compile(rb'"0\d')
_PAIR = b'"":,'
_PAIRS_TO_LIST = bytes.maketrans(b":", b",")
_SPARSE = 64
_DIGIT = re.compile(r"\d")

Pair = tuple[Sequence[str], Sequence[str]]


class NotPlainError(Exception):
    """The values need the slower parser; never raised outside the reader."""


class UnreadableError(Exception):
    """The values cannot be those of a cube; the reader turns this into an error about the service."""


def pieces(raw: msgspec.Raw) -> Iterator[bytes]:
    """Yield the text between the brackets, in pieces that end before a comma.

    Raises:
        NotPlainError: There is a longer text without a comma than any number is.
    """
    view = memoryview(raw)
    inside, rest = view[1:-1], b""
    for at in range(0, len(inside), PIECE):
        piece = rest + inside[at : at + PIECE].tobytes()
        cut = piece.rfind(b",")
        if cut >= 0:
            yield piece[:cut]
        rest = piece[cut + 1 :]
        if len(rest.strip(_BLANK)) > _LONGEST:
            raise NotPlainError
    if rest.strip(_BLANK):
        yield rest


class TextsInOrder(ABC):
    """A text for each cell, in order of cell numbers; empty for null."""

    @abstractmethod
    def __iter__(self) -> Iterator[str]:
        """Return the texts from the first cell to the last."""

    def at(self, numbers: Iterator[int]) -> Iterator[str]:
        """Yield the texts of some cells, given by ascending numbers."""
        texts, done = iter(self), 0
        for number in numbers:
            yield next(islice(texts, number - done, None))
            done = number + 1


class DenseTexts(TextsInOrder):
    """An array of numbers and nulls.

    Raises:
        NotPlainError: There is another value among them.
    """

    def __init__(self, raw: msgspec.Raw) -> None:
        self._raw, self.count = raw, 0
        for piece in pieces(raw):
            if piece.translate(None, _PLAIN_LIST + _BLANK):
                raise NotPlainError
            self.count += piece.count(b",") + 1

    def __iter__(self) -> Iterator[str]:
        """Return the texts in the body's order."""
        return chain.from_iterable(
            piece.translate(None, _BLANK).replace(b"null", b"").decode("ascii").split(",")
            for piece in pieces(self._raw)
        )


class SparseTexts:
    """An object of numbers and nulls, read piece by piece: the text of each cell by its number as written.

    Raises:
        NotPlainError: There is another value among them, or a duplicate cell.
    """

    def __init__(self, raw: msgspec.Raw) -> None:
        self._raw, self.count, self.highest = raw, 0, -1
        ascending = self._bare = True
        for piece in pieces(raw):
            if not _all_pairs(piece):
                raise NotPlainError
            numbers = _numbers(_flat(piece)[::2])
            ascending = ascending and numbers[0] > self.highest and all(map(lt, numbers, islice(numbers, 1, None)))
            self.highest = max(self.highest, numbers[-1] if ascending else max(numbers))
            self.count += len(numbers)
            self._bare = self._bare and not _ZERO_BEFORE.search(piece)
        self.ascending = ascending
        if not ascending and self._twice():
            raise NotPlainError

    def __iter__(self) -> Iterator[Pair]:
        """Yield keys and texts in the body's order."""
        for piece in pieces(self._raw):
            parts = _flat(piece)
            yield parts[::2], parts[1::2]

    def filled(self, cells: int) -> FilledTexts | None:
        """Return the values as texts in order, if every cell has a value and they are in order of cell numbers."""
        whole = self.ascending and self._bare and self.count == cells and self.highest == cells - 1
        return FilledTexts(self._raw) if whole else None

    def _twice(self) -> bool:
        seen = _Seen(self.count, self.highest)
        return any(seen.before(int(key)) for keys, _ in self for key in keys)


class FilledTexts(TextsInOrder):
    """An object with all cells in order, like an array.

    Created by `SparseTexts.filled`, which has checked every key.
    """

    def __init__(self, raw: msgspec.Raw) -> None:
        self._raw = raw

    def __iter__(self) -> Iterator[str]:
        """Return the texts in the body's order."""
        return chain.from_iterable(_flat(piece)[1::2] for piece in pieces(self._raw))


def _numbers(keys: Sequence[str]) -> list[int]:
    try:
        return list(map(int, keys))
    except ValueError:
        raise NotPlainError from None


def _all_pairs(piece: bytes) -> bool:
    """Check whether a piece has only pairs of a number and a number or null: quickly, by what remains without them."""
    left = piece.translate(None, b"0123456789+-.eEnul")
    if left == _PAIR * (len(left) // len(_PAIR)) + _PAIR[:-1]:
        return b'"-' not in piece and b'"+' not in piece
    return _PLAIN_PAIRS.fullmatch(piece) is not None


def _flat(piece: bytes) -> list[str]:
    """Split ``"1": 2, "3": null`` into 1, 2, 3 and an empty text."""
    plain = piece.translate(_PAIRS_TO_LIST, _BLANK + b'"')
    return plain.replace(b"null", b"").decode("ascii").split(",")


class _Seen:
    """Remembers which numbers occurred, with memory that depends on their count and not on declared sizes."""

    def __init__(self, count: int, highest: int) -> None:
        self._marks = bytearray(highest + 1) if highest < count * _SPARSE else bytearray()
        self._set: set[int] = set()

    def before(self, number: int) -> bool:
        """Check whether a number occurred before, and record it."""
        if self._marks:
            known = bool(self._marks[number])
            self._marks[number] = 1
            return known
        known = number in self._set
        self._set.add(number)
        return known


class ListedTexts:
    """Values parsed one by one, which may be text; of duplicate keys the last counts, as in JSON parsers.

    Attributes:
        ascending: Whether the cell numbers are known to ascend.
        marks: Texts in place of missing values (``".."``), by cell number.

    Raises:
        UnreadableError: A value is a list or an object, or a key is no number.
    """

    def __init__(self, raw: msgspec.Raw, *, listed: bool) -> None:
        self.marks: dict[int, str] = {}
        self.ascending = False
        if listed:
            values = msgspec.json.decode(raw, type=list[msgspec.Raw])
            self._keys = [str(n) for n in range(len(values))]
        else:
            pairs = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
            self._keys, values = list(pairs), list(pairs.values())
        self._texts = [self._text(number_of(key), value) for key, value in zip(self._keys, values, strict=True)]
        self.count = len(self._texts)
        self.highest = max(map(int, self._keys), default=-1)

    def __iter__(self) -> Iterator[Pair]:
        """Yield keys and texts in the body's order, all at once."""
        yield self._keys, self._texts

    def _text(self, number: int, value: msgspec.Raw) -> str:
        text = bytes(value).decode("utf-8", "replace")
        if text[0] in "[{":
            raise UnreadableError
        if text[0] == '"':
            return self._written(number, str(msgspec.json.decode(value)))
        return "" if text == "null" else text

    def _written(self, number: int, text: str) -> str:
        with suppress(ValueError):
            decimal(text)
            return text
        if not _DIGIT.search(text):
            self.marks[number] = text.strip()
            return ""
        return text


def number_of(key: str) -> int:
    """Parse the cell number in a key of an object.

    Raises:
        UnreadableError: It is no number.

    >>> number_of("17")
    17
    """
    if not (key.isascii() and key.isdecimal() and len(key) <= 15):
        raise UnreadableError
    return int(key)
