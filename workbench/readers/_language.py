"""Guess the language of a text: English by its function words, any other by a classifier."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_FUNCTION_WORDS = (
    r"the|of|and|to|in|a|that|is|was|for|on|with|as|by|at|from|it|be|has|have|are|were|this|which|had|not|but|or|an|said"
    r"|their|they|we|will|he|she|its|our|been|more|than|who|would|about|i|you"
)
_SMALL_WORD = re.compile(rf"\b(?:{_FUNCTION_WORDS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\u2c00-\ua6ff\uac00-\ud7ff]{2}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2}")
_LOOKED_AT = 3_000
_FEW = 12
_ENGLISH = 0.22
DEFAULT = "en"
LANGUAGES = "ar bg bs ca cs da de el en es et fi fr ga he hi hr hu is it ja ko lt lv mk mt nl no pl pt ro ru sk sl sq sr sv tr uk zh"
"""Languages that are recognised. A text in another is taken for the nearest of these."""


def guess_language(text: str) -> str:
    """Return a language's two letters; ``en`` for texts in Latin letters that are too short to decide."""
    head = text[:_LOOKED_AT]
    words = len(_WORD.findall(head))
    if _OTHER_SCRIPT.search(head) and not _LATIN.search(head):  # "Извозот порасна" is short, and surely not English
        return str(_classifier().classify(head)[0])
    if words < _FEW or len(_SMALL_WORD.findall(head)) >= _ENGLISH * words:
        return DEFAULT
    return str(_classifier().classify(head)[0])


@cache
def _classifier() -> Any:
    import py3langid  # noqa: PLC0415  (0.2 s that English never needs)

    py3langid.set_languages(LANGUAGES.split())
    return py3langid
