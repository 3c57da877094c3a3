"""Fold words to lower case and plain letters for searching, so that every database finds the same claims.

The rule of every search for claims: each word of the query must be the beginning of some word of the claim.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SHORT = 4
"""Minimum length of a word that names a topic. Numbers of any length do."""


def fold(text: str) -> list[str]:
    """Split a text into words in lower case, without accents.

    >>> fold("Côte d’Ivoire: 16,000")
    ['cote', 'd', 'ivoire', '16', '000']
    """
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


def bag(*texts: str) -> str:
    """Join the different words of some texts, each with a space before it, for the column that is searched.

    >>> bag("Fewer attempts", "fewer crossings")
    ' fewer attempts crossings'
    """
    return " ".join(("", *dict.fromkeys(fold(" ".join(texts)))))


def stems(text: str) -> list[str]:
    """Return the topic words of a text, without about the last quarter of their letters, to match their other forms too.

    >>> stems("the 35 cases of migrant smuggling")
    ['35', 'case', 'migran', 'smuggli']
    """
    words = (w for w in fold(text) if len(w) >= _SHORT or w.isdigit())
    return list(dict.fromkeys(w if w.isdigit() else w[: len(w) - len(w) // 4] if len(w) > _SHORT else w for w in words))


def words_hash(quote: str, context: str) -> int:
    """Hash a claim's words and their sentence to 64 bits, regardless of spaces and upper case.

    >>> words_hash("70 percent", "It fell by 70 percent.") == words_hash("70  Percent", "it fell by 70 percent.")
    True
    """
    words = "\x1f".join(" ".join(part.split()).casefold() for part in (quote, context))
    made = hashlib.blake2b(words.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(made, "big", signed=True)
