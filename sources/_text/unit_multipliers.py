"""Find multipliers in units, short or long: "thousand", "'000", "Mio.", "mn", and "m" or "k" only with money."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS: dict[str, int] = {
    "hundred": 10**2,
    "lakh": 10**5,
    "crore": 10**7,
    **{
        word: times
        for words, times in (
            (
                "thousand tausend ths thous thsd tsd tys tis tisíc tisuća tisuće hiljada tusen milliers milhares тыс хил",
                10**3,
            ),
            ("million millionen mio mln mn mill millones milhões milioni milionów miljoen miljoner millioner", 10**6),
            (
                "milijun milijuna milion miliona milionů milijonov milioane milionë millió milj млн милиона миллион",
                10**6,
            ),
            ("billion milliarde milliarden bn bln mrd mld milliard miliardi miliardów miljard miljarder", 10**9),
            ("milijarda milijarde milijardi miliarda miliardy miliarde milliárd млрд миллиард", 10**9),
            ("trillion trn", 10**12),
        )
        for word in words.split()
    },
}
"""Words that multiply whatever stands beside them, English ones and those of other offices."""

_MONEY_SCALES: dict[str, str] = {
    "k": "thousand",
    "m": "million",
    "mm": "million",
    "mil": "million",
    "b": "billion",
    "tn": "trillion",
}
"""Letters that multiply beside money alone: "m" is a metre elsewhere."""

_ZEROS = "'?000"
_CODES = r"EUR|USD|GBP|CHF|SEK|NOK|DKK|ISK|MKD|RSD|BAM|MDL|PLN|CZK|HUF|RON|BGN|TRY|UAH|RUB|JPY|CNY|INR|BRL|CAD|AUD|NZD|ZAR|HRK|GEL"
_COIN = rf"(?:(?:US|A|C|NZ|R)?\s?\$|[€£¥]|\b(?:{_CODES})\b|\b(?:euros?|dollars?|pounds?|denars?|(?:hrvatsk\w+\s)?kun[ae]|eura|kč|zł|lei|franken)\b)"
_SHORT = "|".join(_MONEY_SCALES)
_BEFORE_COIN = re.compile(rf"(?<![\w$€£¥])(?P<short>{_SHORT})\.?\s?(?={_COIN}|people\b|persons\b)", re.IGNORECASE)
_BEHIND_COIN = re.compile(rf"(?P<coin>{_COIN})\s?(?P<short>{_SHORT})(?![\w²³/])\.?", re.IGNORECASE)
_FUSED = re.compile(rf"\b(?P<short>[kmMT]|t(?=kr\b))(?=(?:{_CODES}|kr)\b|[€£])")
_THOUSANDS_OF = re.compile(r"\b(?:miles\s+de|migliaia\s+di)\b(?P<more>\s+millones)?", re.IGNORECASE)
"""Thousands in Spanish and Italian: "miles" alone are a length."""
_SCALE = re.compile(
    rf"(?:\b(?:in|of)\s+)?(?<!per )(?<![\w'])({'|'.join(_WORDS)}|{_ZEROS})s?\b\.?(?:\s+of\b)?(?!\s+or\b)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\A(?:in\s+)?\(?1[,. ]?000(?P<more>[,. ]?000)?s?\)?(?:\s+of\b)?(?:\s+(?=[A-Za-z$€£#])|\s*\Z)")


@dataclass(frozen=True, slots=True)
class Scaled:
    """Text without its multiplier, and the multiplier."""

    words: str
    by: int


def without_multiplier(text: str) -> Scaled:
    """Remove the multiplier from a unit's text. The denominator of a rate ("per 1,000 births") is no multiplier.

    >>> without_multiplier("€m"), without_multiplier("1000 ha"), without_multiplier("persons ('000)")
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
    text = _THOUSANDS_OF.sub(lambda found: "billion" if found["more"] else "thousand", text)
    text = _FUSED.sub(
        lambda found: {"k": "thousand ", "T": "thousand ", "t": "thousand "}.get(found["short"], "million "), text
    )
    text = _BEFORE_COIN.sub(lambda found: f"{_MONEY_SCALES[found['short'].lower()]} ", text)
    return _BEHIND_COIN.sub(lambda found: f"{found['coin']} {_MONEY_SCALES[found['short'].lower()]}", text)
