"""Multipliers as units spell them, short or long: "thousand", "'000", "Mio.", "mn", and "m" or "k" beside money alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS: dict[str, int] = {
    **dict.fromkeys(("hundred",), 10**2),
    **dict.fromkeys(("thousand", "tausend", "ths", "thous", "thsd", "tsd", "tys"), 10**3),
    **dict.fromkeys(("lakh",), 10**5),
    **dict.fromkeys(("million", "millionen", "mio", "mln", "mn", "mill"), 10**6),
    **dict.fromkeys(("crore",), 10**7),
    **dict.fromkeys(("billion", "milliarde", "milliarden", "bn", "bln", "mrd", "mld", "milliard"), 10**9),
    **dict.fromkeys(("trillion", "trn"), 10**12),
}
"""Words that multiply whatever stands beside them."""

_BESIDE_MONEY: dict[str, str] = {
    "k": "thousand",
    "m": "million",
    "mm": "million",
    "mil": "million",
    "b": "billion",
    "tn": "trillion",
}
"""Letters that multiply beside money alone: "m" is a metre elsewhere."""

_ZEROS = "'?000"
_CODES = (
    r"EUR|USD|GBP|CHF|SEK|NOK|DKK|ISK|MKD|RSD|BAM|MDL|PLN|CZK|HUF|RON|BGN|TRY|UAH|RUB|JPY|CNY|INR|BRL|CAD|AUD|NZD|ZAR"
)
_COIN = rf"(?:(?:US|A|C|NZ|R)?\s?\$|[€£¥]|\b(?:{_CODES})\b|\b(?:euros?|dollars?|pounds?|denars?)\b)"
_SHORT = "|".join(_BESIDE_MONEY)
_BEFORE_COIN = re.compile(rf"(?<![\w$€£¥])(?P<short>{_SHORT})\.?\s?(?={_COIN}|people\b|persons\b)", re.IGNORECASE)
_BEHIND_COIN = re.compile(rf"(?P<coin>{_COIN})\s?(?P<short>{_SHORT})(?![\w²³/])\.?", re.IGNORECASE)
_FUSED = re.compile(rf"\b(?P<short>[kmMT])(?=(?:{_CODES})\b|[€£])")
_SCALE = re.compile(
    rf"(?:\b(?:in|of)\s+)?(?<!per )(?<![\w'])({'|'.join(_WORDS)}|{_ZEROS})s?\b\.?(?:\s+of\b)?(?!\s+or\b)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\A\(?1[,. ]?000(?P<more>[,. ]?000)?s?\)?(?:\s+of\b)?(?:\s+(?=[A-Za-z$€£#])|\s*\Z)")


@dataclass(frozen=True, slots=True)
class Scaled:
    """Words without their multiplier, and the multiplier."""

    words: str
    by: int


def taken_apart(text: str) -> Scaled:
    """Takes the multiplier out of the words of a unit. What a rate is counted against ("per 1,000 births") multiplies nothing.

    >>> taken_apart("€m"), taken_apart("1000 ha"), taken_apart("persons ('000)")
    (Scaled(words='€', by=1000000), Scaled(words='ha', by=1000), Scaled(words='persons', by=1000))
    """
    if (thousands := _THOUSANDS.match(text)) is not None:
        return Scaled(text[thousands.end() :], 10**6 if thousands["more"] else 10**3)
    text = _spelt_out(text)
    head = re.split(r"\bper\b", text, maxsplit=1, flags=re.IGNORECASE)[0]
    found = _SCALE.search(head)
    if found is None:
        return Scaled(text, 1)
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".replace("()", " ").split())
    return Scaled(re.sub(r"\(\s*\)", "", rest).strip(" ,"), _WORDS.get(found[1].lower(), 10**3))


def _spelt_out(text: str) -> str:
    text = _FUSED.sub(lambda found: {"k": "thousand ", "T": "thousand "}.get(found["short"], "million "), text)
    text = _BEFORE_COIN.sub(lambda found: f"{_BESIDE_MONEY[found['short'].lower()]} ", text)
    return _BEHIND_COIN.sub(lambda found: f"{found['coin']} {_BESIDE_MONEY[found['short'].lower()]}", text)
