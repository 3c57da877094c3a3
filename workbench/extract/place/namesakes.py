"""Namesakes of countries: persons, seas, states and firms that share a country's name.

"Jordan said", "New Mexico", "the Gulf of Mexico" and "Atlanta, Georgia" would otherwise send a
claim to the figures of another country. Each rule looks at the few words around the name; the two Georgias are told
apart by the other places and topics that the text names nearby.
"""

from __future__ import annotations

import re

from workbench.core.claim import Mention

_COMPASS = r"[Nn]ew|Latin|Central|South|North|West|East"
_NAME_OF = r"Gulf of|Sea of|Bank of|University of|Bank|Native|African|Old|Little"
_NAME_PREFIX = r"Air|Miss|Captain|Royal Bank of|Voice of|Banco|Republic of South"
_BEFORE = re.compile(rf"(?:\b(?:{_COMPASS}|{_NAME_OF}|{_NAME_PREFIX})\s|\bAnglo-|\bAfro-)\Z")
_BEFORE_ALLOWED = frozenset({"German", "Germany", "Vietnam", "Yemen", "Germans"})
_GEOGRAPHY = r"Ocean|Sea|City|Gulf|Canal|Channel|Strait|River|Street|St\.|Avenue|Falls|Columbia|Wall|Springs|Creek|Square|[Rr]oute"
_FIRMS = r"Airlines|Airways|Express|Tech|Times|Post|Hilton|Apparel"
_DISEASES = r"[Ff]lu|measles"
_THINGS = r"delight|pastry|pastries|nuts|oven|Shepherd|fries|toast|bulldog|dressing|muffin|leather|roulette|Cup|Idol"
_AFTER = re.compile(rf"\s(?:{_GEOGRAPHY}|{_FIRMS}|{_DISEASES}|{_THINGS})\b|-(?:speaking|language)\b")
_CURRENCIES = (
    r"dollars?|pounds?|francs?|pesos?|kron(?:e|er|a|or|ur)|crowns?|rupees?|rupiahs?|yen|yuan|renminbi|liras?|lev[as]?|lei"
    r"|dinars?|den[ai]rs?|rials?|riyals?|dirhams?|zlotys?|złoty|forints?|shillings?|rands?|reais|hryvnias?|r(?:o)?ubles?"
    r"|euros?|cents?|shekels?|baht|ringgit"
)
_MONEY = re.compile(rf"\s?(?:\$|£|€)|\s(?:{_CURRENCIES})\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Senator|Coach|Miss|Sir|Judge|Rep|Sen|Gov|Michael|DeAndre|Vernon|Jim|Barbara|Hamilton)\.?\s\Z"
)
_OF_SOMEBODY = r"'s (?:wife|husband|mother|father|lawyer|office)"
_DID = r"said|told|added|tweeted|asked|replied|scored|died|married"
_ABOUT_A_PERSON = re.compile(rf"(?:{_OF_SOMEBODY})|(?:,\s\d\d,)?\s(?:{_DID})\b")
_FAMILY_NAME = re.compile(r"\s(?!(?:and|And)\b)[A-Z][a-z]+(?:\s(?:said|told|added)|,\s\d\d,)")
_PLACED = re.compile(r"\b(?:in|from|to|of|with|into|between|across|visited|than|like|and|neighbou?ring)\s(?:the\s)?\Z")
_PERSONS = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Kenya", "Malta", "Jersey", "Cuba", "Lebanon"})

_US_PLACES = (
    r"Atlanta|Savannah|Augusta|Alabama|Florida|Carolina|Tennessee|Arizona|Pennsylvania|Nevada|Wisconsin|Michigan|Ohio"
    r"|Texas|Iowa|Virginia|Fulton County|state of Georgia"
)
_US_POLITICIANS = r"Secretary of State Brad|Abrams|Kemp|Perdue|Ossoff|Warnock"
_STATE = re.compile(rf"\b(?:{_US_PLACES}|{_US_POLITICIANS})\b")
_CAUCASUS = (
    r"Tbilisi|Batumi|Abkhazia|South Ossetia|Caucasus|Armenia|Azerbaijan|Moldova|Ukraine|Saakashvili|Russian?|lari"
    r"|Republic of Georgia|Turkey|Kazakhstan"
)
_GEORGIAN_STATE = r"Georgian (?:government|parliament|president|prime|Dream)"
_LAND = re.compile(rf"\b(?:{_CAUCASUS}|{_GEORGIAN_STATE})\b")
_NEAR = 400


def is_no_place(flat: str, mention: Mention[str]) -> bool:
    """Check whether the words around a name show that it means no place, or another one.

    >>> from workbench.core.document import Span
    >>> said = "Jordan said so.", "Exports to Jordan rose."
    >>> [is_no_place(text, Mention(Span(at := text.index("Jordan"), at + 6), "JOR", "name")) for text in said]
    [True, False]
    >>> is_no_place("British Columbia", Mention(Span(0, 7), "GBR", "demonym"))
    True
    >>> is_no_place("Western Balkan route", Mention(Span(0, 14), "WB6", "demonym"))
    True
    """
    start, end = mention.span.start, mention.span.end
    name = flat[start:end]
    before, after = flat[max(0, start - 24) : start], flat[end : end + 40]
    if _AFTER.match(after) or _MONEY.match(after) or (_BEFORE.search(before) and name not in _BEFORE_ALLOWED):
        return True
    if mention.value == "GEO" and _american(flat, start, end):
        return True
    if name == "Ireland" and before.endswith("Northern "):
        return True
    return name in _PERSONS and _a_person(before, after)


def _a_person(before: str, after: str) -> bool:
    if _TITLE.search(before):
        return True
    return not _PLACED.search(before) and bool(_ABOUT_A_PERSON.match(after) or _FAMILY_NAME.match(after))


def _american(flat: str, start: int, end: int) -> bool:
    """Check whether Georgia is the American state: the text nearby speaks of its neighbours and not of the Caucasus."""
    around = flat[max(0, start - _NEAR) : end + _NEAR]
    return bool(_STATE.search(around)) and not _LAND.search(around)
