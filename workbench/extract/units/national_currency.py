"""Read money by the currency of the text's country, where many currencies share a name: "$500,000" in Fiji.

A budget read in Suva is in Fiji dollars and one in Canberra in Australian dollars; neither says so. Nothing is assumed
where the sentence names another country, or says which dollar is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Mention
from workbench.core.quantity import Amount
from workbench.extract.units.unit_words import units

_DOLLARS = (
    "AUS=AUD CAN=CAD NZL=NZD HKG=HKD SGP=SGD TWN=TWD FJI=FJD JAM=JMD TTO=TTD BRB=BBD NAM=NAD LBR=LRD GUY=GYD SUR=SRD"
    " BHS=BSD BLZ=BZD SLB=SBD BRN=BND"
)
_RUPEES = "PAK=PKR LKA=LKR NPL=NPR MUS=MUR"
_POUNDS = "EGY=EGP LBN=LBP SYR=SYP SDN=SDG"
_SHILLINGS = "UGA=UGX TZA=TZS"
_DINARS = "KWT=KWD IRQ=IQD JOR=JOD DZA=DZD TUN=TND BHR=BHD"


def _by_country(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


_SHARED = {
    "USD": (re.compile(r"\$|\bdollars?\b", re.IGNORECASE), _by_country(_DOLLARS)),
    "INR": (re.compile(r"\bRs\b|\brupees?\b", re.IGNORECASE), _by_country(_RUPEES)),
    "GBP": (re.compile(r"\bpounds?\b", re.IGNORECASE), _by_country(_POUNDS)),
    "KES": (re.compile(r"\bshillings?\b", re.IGNORECASE), _by_country(_SHILLINGS)),
    "RSD": (re.compile(r"\bdinars?\b", re.IGNORECASE), _by_country(_DINARS)),
}
"""By the currency that a name means by default: a pattern of the name, and the currencies it means by country."""
_NAMES_OWNER = re.compile(
    r"\b(?:US|U\.S|USD?|American|INR|Indian|GBP|British|sterling|KES|Kenyan|RSD|Serbian)\b", re.IGNORECASE
)


def in_national_currency(
    amounts: Sequence[Mention[Amount]], text: str, country: str | None, named: Sequence[str], language: str = "en"
) -> list[Mention[Amount]]:
    """Change money with a shared currency name to the country's own currency, in the amounts of a sentence.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> def code(said, country, *named):
    ...     (one,) = in_national_currency(find_amounts(said), said, country, named)
    ...     return one.value.unit.code
    >>> code("$500", "FJI"), code("$500", "FJI", "USA"), code("US$500", "FJI"), code("$500", "FRA")
    ('FJD', 'USD', 'USD', 'USD')

    Args:
        amounts: The amounts of a sentence.
        text: The sentence.
        country: The country where it was said, ISO 3166 alpha-3.
        named: The places that the sentence names.
        language: The language whose word file it is read by.
    """
    if country is None or any(place != country for place in named):
        return list(amounts)
    return [_own(mention, text, country, language) for mention in amounts]


def _own(mention: Mention[Amount], text: str, country: str, language: str) -> Mention[Amount]:
    shared = _SHARED.get(mention.value.unit.code)
    if shared is None:
        return mention
    name, currencies = shared
    code, said = currencies.get(country), mention.span.cut(text)
    own = None if code is None else units(language).codes.get(code.lower())
    if own is None or not name.search(said) or _NAMES_OWNER.search(said):
        return mention
    return replace(
        mention,
        value=_in_currency(mention.value, own.name, own.code),
        alternatives=tuple(_in_currency(other, own.name, own.code) for other in mention.alternatives),
    )


def _in_currency(amount: Amount, name: str, code: str) -> Amount:
    return replace(amount, unit=replace(amount.unit, name=name, code=code))
