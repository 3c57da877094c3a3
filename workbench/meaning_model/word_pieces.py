"""Splits words into the pieces that the sentence model knows: WordPiece over BERT's uncased list.

Source: Devlin and others, BERT (2019), and its released tokenizer: lower case without accents, every sign a word of its own,
then always the longest known piece from the left. The list (`pieces.txt`, one a line, its number is its line) is BERT's,
Apache-2.0.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

MOST_PIECES = 64
"""Maximum number of word pieces read from a text. Titles name their measure at the beginning."""

_LONGEST_WORD = 100
_MOST_LETTERS = 1_000
_BEGIN, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))


def numbers_of(text: str) -> list[int]:
    """Convert a text to the numbers of its pieces, between the marks of beginning and end.

    >>> numbers_of("Jobless rate") == [101, *numbers_of("jobless")[1:-1], *numbers_of("RATE")[1:-1], 102]
    True
    """
    table = _table()
    found = [table[piece] for word in words_of(text[:_MOST_LETTERS]) for piece in _pieces(word, table)]
    return [table[_BEGIN], *found[: MOST_PIECES - 2], table[_END]]


def words_of(text: str) -> list[str]:
    """Split a text into words and signs in lower case, without accents.

    >>> words_of("Café prices: +4.2%")
    ['cafe', 'prices', ':', '+', '4', '.', '2', '%']
    """
    plain = unicodedata.normalize("NFD", "".join(_spaced(text)).lower())
    return "".join(_spaced_signs(plain)).split()


def _spaced(text: str) -> Iterator[str]:
    """Yield the characters without control characters; those of a script without spaces are separated."""
    for character in text:
        kind = unicodedata.category(character)
        if character in "\t\n\r" or kind == "Zs":
            yield " "
        elif kind[0] != "C" and character != "�":
            yield f" {character} " if _is_cjk(ord(character)) else character


def _spaced_signs(text: str) -> Iterator[str]:
    for character in text:
        kind = unicodedata.category(character)
        if kind != "Mn":
            yield f" {character} " if _is_sign(character, kind) else character


def _is_sign(character: str, kind: str) -> bool:
    return kind[0] == "P" or (character.isascii() and not character.isalnum() and not character.isspace())


def _is_cjk(point: int) -> bool:
    return any(first <= point <= last for first, last in _CJK)


def _pieces(word: str, table: dict[str, int]) -> list[str]:
    """Split a word into the longest known pieces from the left; a word that cannot be split so is unknown as a whole."""
    found: list[str] = []
    at = 0
    while at < len(word) <= _LONGEST_WORD:
        lead = "##" if at else ""
        end = next((end for end in range(len(word), at, -1) if lead + word[at:end] in table), None)
        if end is None:
            return [_UNKNOWN]
        found.append(lead + word[at:end])
        at = end
    return found or [_UNKNOWN]


@cache
def _table() -> dict[str, int]:
    """Load the pieces with their numbers, once per process."""
    text = files("workbench.meaning_model").joinpath("pieces.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.rstrip("\n").split("\n"))}
