"""The values of a JSON-stat body as they are written, without one of them becoming a number.

A cube of a million cells is read for a few dozen of them. The slice of the body that holds the values
is cut at its commas, a piece at a time; what is not plain (text among the numbers, keys that are no numbers, keys given
twice) is read by the slower way, which gives the same and refuses the rest.

The syntax of the slice is JSON when it comes here: msgspec has walked over it.
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
    """The values want the slower way; never leaves the reader."""


class UnreadableError(Exception):
    """The values are nothing that a cube can have; never leaves the reader, which says so in the service's name."""


def pieces(raw: msgspec.Raw) -> Iterator[bytes]:
    """Yield what stands between the brackets, in pieces that end before a comma.

    Raises:
        NotPlainError: There is no comma for longer than any number is.
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
    """A text for each cell, in the order of their numbers; empty for null."""

    @abstractmethod
    def __iter__(self) -> Iterator[str]:
        """Return the texts from the first cell to the last."""

    def at(self, numbers: Iterator[int]) -> Iterator[str]:
        """Yield the texts of some cells, whose numbers ascend."""
        texts, done = iter(self), 0
        for number in numbers:
            yield next(islice(texts, number - done, None))
            done = number + 1


class DenseTexts(TextsInOrder):
    """An array of numbers and nulls.

    Raises:
        NotPlainError: There is something else among them.
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
    """An object of numbers and nulls: for a cell's number, as written, its text; a piece at a time.

    Raises:
        NotPlainError: There is something else among them, or one cell twice.
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
        """Return the same as texts in order, where every cell has its value and they stand in the order of their numbers."""
        whole = self.ascending and self._bare and self.count == cells and self.highest == cells - 1
        return FilledTexts(self._raw) if whole else None

    def _twice(self) -> bool:
        seen = _Seen(self.count, self.highest)
        return any(seen.before(int(key)) for keys, _ in self for key in keys)


class FilledTexts(TextsInOrder):
    """An object that is an array by another name; made by `SparseTexts.filled`, which has looked at every key."""

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
    """Return whether a piece is nothing but numbers under numbers; without blanks what is left of it tells at a glance."""
    left = piece.translate(None, b"0123456789+-.eEnul")
    if left == _PAIR * (len(left) // len(_PAIR)) + _PAIR[:-1]:
        return b'"-' not in piece and b'"+' not in piece
    return _PLAIN_PAIRS.fullmatch(piece) is not None


def _flat(piece: bytes) -> list[str]:
    """``"1": 2, "3": null`` as 1, 2, 3 and an empty text."""
    plain = piece.translate(_PAIRS_TO_LIST, _BLANK + b'"')
    return plain.replace(b"null", b"").decode("ascii").split(",")


class _Seen:
    """Which numbers came by, in a bit of memory that follows what is there and not what is declared."""

    def __init__(self, count: int, highest: int) -> None:
        self._marks = bytearray(highest + 1) if highest < count * _SPARSE else bytearray()
        self._set: set[int] = set()

    def before(self, number: int) -> bool:
        """Return whether a number came before, and notes it."""
        if self._marks:
            known = bool(self._marks[number])
            self._marks[number] = 1
            return known
        known = number in self._set
        self._set.add(number)
        return known


class ListedTexts:
    """Values read one by one, which may be text: of keys given twice the last stands, as JSON's readers have it.

    Attributes:
        ascending: Whether the numbers of the cells are known to ascend.
        marks: Words that stand where a value is missing (``".."``), by the number of the cell.

    Raises:
        UnreadableError: A value is itself a list or an object, or a key is no number.
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
    """Return the number of a cell that a key of an object names.

    Raises:
        UnreadableError: It names none.

    >>> number_of("17")
    17
    """
    if not (key.isascii() and key.isdecimal() and len(key) <= 15):
        raise UnreadableError
    return int(key)
