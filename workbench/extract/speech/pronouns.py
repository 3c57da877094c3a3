"""The pronoun of a person, "he" or "she", where the text shows it.

"she" must not mean the last man who spoke. Evidence are titles ("Mr.", "Queen") and words for an office
("spokeswoman"). A first name is none, since the same name is a man's in one country and a woman's in another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.core.document import Speaker

_TITLES = {
    "he": frozenset({"mr", "sir", "lord", "king", "prince", "emperor", "sheikh"}),
    "she": frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "empress", "sheikha"}),
}
_ENDINGS = {"man": "he", "woman": "she"}
_OFFICES = re.compile(r"\b(?:spokes|chair|congress|business|council|assembly|alder)(man|woman)\b")
_TITLE = re.compile(
    rf"\b(?P<title>{'|'.join(sorted(word.title() for words in _TITLES.values() for word in words))})\b\.?\s"
    r"(?P<name>[A-ZÀ-ÞĀ-Ž][\w'’-]+(?:\s[A-ZÀ-ÞĀ-Ž][\w'’-]+)?)"
)
_OF_WORD = {word: pronoun for pronoun, words in _TITLES.items() for word in words}
_SHE = frozenset({"she", "her", "hers", "herself"})


def pronouns_by_title(text: str) -> dict[str, str]:
    """Map each name behind a title to "he" or "she"; leave out a name that has titles of both.

    >>> pronouns_by_title("Mr. Besimi and Ms. Radeva met Mr. Roe and Mrs. Roe; Robin Vale came late.")
    {'besimi': 'he', 'radeva': 'she'}
    """
    found: dict[str, set[str]] = {}
    for title in _TITLE.finditer(text):
        for name in title["name"].casefold().split():
            found.setdefault(re.sub(r"['’]s\Z", "", name), set()).add(_OF_WORD[title["title"].casefold()])
    return {name: next(iter(pronouns)) for name, pronouns in found.items() if len(pronouns) == 1}


def pronoun_of(speaker: Speaker, known: Mapping[str, str]) -> str:
    """Find the pronoun of a person from the office, or from a title elsewhere in the text; else the empty string.

    >>> known = {"besimi": "he"}
    >>> pronoun_of(Speaker("Fatmir Besimi"), known), pronoun_of(Speaker("Robin Vale", "spokeswoman"), known)
    ('he', 'she')
    >>> pronoun_of(Speaker("Mary Vale"), known)
    ''
    """
    described = f"{speaker.name} {speaker.role}".casefold()
    words = re.findall(r"\w+", described)
    found = {known[word] for word in words if word in known} | {
        _OF_WORD[word] for word in words[:1] if word in _OF_WORD
    }
    found |= {_ENDINGS[office[1]] for office in _OFFICES.finditer(described)}
    return next(iter(found)) if len(found) == 1 else ""


def may_be(pronoun: str, speaker: Speaker, known: Mapping[str, str]) -> bool:
    """Check whether "he", "she", "him" or "her" may mean a person, as far as the text shows.

    >>> may_be("she", Speaker("Fatmir Besimi"), {"besimi": "he"}), may_be("she", Speaker("Fatmir Besimi"), {})
    (False, True)
    """
    own = pronoun_of(speaker, known)
    return not own or own == ("she" if pronoun in _SHE else "he")
