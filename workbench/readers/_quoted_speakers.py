"""Find the quoted speakers of a document: people named with an office, the one in the title first."""

from __future__ import annotations

import re

from workbench.core.document import Speaker
from workbench.core.months import months

_FIELD = (
    r"interior|home|foreign|finance|health|justice|defence|defense|education|labour|labor|economy|economic|"
    r"agriculture|environment|culture|trade|energy|transport|science|sport|tourism|development|social|welfare|"
    r"internal|external|affairs|public|local|european|eu|state|federal|national|regional|prime|deputy|vice|"
    r"first|former|acting|shadow|caretaker|chief|opposition|police|central|bank|city|government|general"
)
_HEAD = (
    r"minister|president|chancellor|premier|governor|mayor|commissioner|spokesman|spokeswoman|spokesperson|"
    r"secretary|senator|ambassador|director|ombudsman|representative|congressman|congresswoman|speaker|chairman|"
    r"chairwoman|chairperson|chair|prosecutor|councillor|leader|head"
)
_JOINT = r"(?:[- ]|,\ |\ and\ )"
_PORTFOLIO = rf"(?:\ (?:of|for)\ (?:the\ )?(?:(?:{_FIELD})(?:\ and\ |\ )?){{1,4}}(?<!\ )(?<!\ and))?"
_OFFICE = rf"(?i:(?:(?:{_FIELD}){_JOINT}){{0,4}}(?:{_HEAD})(?:-general)?{_PORTFOLIO})"
_PARTICLE = r"(?:van|von|der|den|de|di|da|del|la|le|bin|al|el|ter)"
_CAPITALISED = r"[^\W\d_a-z](?:[\w'’-]*\w)?"
_INITIAL = r"(?:[^\W\d_a-z]\.|St\.)"
_NAME = (
    rf"(?:{_CAPITALISED}|{_INITIAL})\ (?:(?:{_CAPITALISED}|{_INITIAL}|{_PARTICLE})\ ){{0,2}}{_CAPITALISED}"
    r"(?<!['’]s)(?![\w-])"
)
_OFFICE_FIRST = re.compile(rf"\b(?P<role>{_OFFICE})\ (?P<name>{_NAME})")
_NAME_FIRST = re.compile(
    rf"\b(?P<name>{_NAME}),\ (?:the\ |an?\ )?(?:[^\W\d_]+(?:'s|’s)\ )?(?P<role>{_OFFICE})\b(?!\ [^\W\d_a-z])"
)
_TURN = re.compile(rf"(?:(?i:{_OFFICE})\ )?(?P<name>{_CAPITALISED}(?:\ {_CAPITALISED}){{0,2}}):\s")
_BYLINE = re.compile(rf"(?P<role>{_OFFICE}):\ (?P<name>{_NAME})")
_FUNCTION_WORDS = (
    r"on|in|at|by|to|for|from|with|as|and|but|the|this|that|when|while|after|before|our|his|her|my|dear|mr|mrs|ms|dr"
)
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_INSTITUTIONS = (
    r"bank|reserve|office|agency|ministry|department|council|committee|commission|union|party|party's|chiefs|court"
    r"|house|street"
)
_PRONOUNS = r"i|he|she|it|they|we|you"
_NO_NAME = re.compile(
    rf"(?:{_FUNCTION_WORDS}|{_WEEKDAYS}|{'|'.join(months('en'))}|{_INSTITUTIONS}|{_PRONOUNS})\.?\Z", re.IGNORECASE
)
_RANK = (
    r"admiral|bishop|captain|colonel|dame|doctor|general|judge|justice|lady|lieutenant|lord|major|majority|minority"
    r"|professor|reverend|sergeant|sir|whip"
)
_RANKS = re.compile(rf"(?:(?:{_RANK})\ )+(?=[^\W\d_]+\ )", re.IGNORECASE)
_LOOKED_AT = 4_000
_MOST, _LONGEST = 5, 80

SHORT = 4
"""Most letters of an abbreviation in capitals."""


def find_speakers(title: str, text: str) -> tuple[Speaker, ...]:
    """Find people named with an office at the beginning of a text; first the one whose name begins the title, or is all of it.

    >>> find_speakers("Spasovski: We act", "Interior Minister Oliver Spasovski said so.")
    (Speaker(name='Oliver Spasovski', role='interior minister', organisation=''),)
    """
    head = text[:_LOOKED_AT]
    found = [
        (m.start(), _named(m["name"]), m["role"]) for rule in (_OFFICE_FIRST, _NAME_FIRST) for m in rule.finditer(head)
    ]
    speakers: dict[str, Speaker] = {}
    if alone := _BYLINE.fullmatch(title):
        speakers[alone["name"].split()[-1]] = Speaker(alone["name"], _lower(alone["role"]))
    for _, name, role in sorted(found):
        if not name or any(_NO_NAME.match(word) for word in name.split()):
            continue
        speakers.setdefault(name.split()[-1], Speaker(name, _lower(role)))
    named = next(iter(speakers), "") if alone else _named_in(title)
    return tuple(sorted(speakers.values(), key=lambda speaker: speaker.name.split()[-1] != named))[:_MOST]


def read_speaker(written: str) -> Speaker | None:
    """Parse a speaker as written by a person: ``Oliver Spasovski, interior minister`` or in the other order."""
    written = " ".join(written.split())
    if not written:
        return None
    if found := _OFFICE_FIRST.fullmatch(written):
        return Speaker(found["name"], _lower(found["role"]))
    name, _, role = written.partition(",")
    return Speaker(name.strip(), _lower(role.strip()))


def office_in(written: str) -> str:
    """Return an office written after a name, as in ``The Chancellor of the Exchequer)``; empty for parties and towns.

    >>> office_in("The Chancellor of the Exchequer) (Con"), office_in("Osijek) (Lab")
    ('chancellor of the exchequer', '')
    """
    first = re.split(r"[()\[\],;:]", written.strip(" (["), maxsplit=1)[0].strip()
    first = re.sub(r"\A(?:the|a|an)\s", "", first, flags=re.IGNORECASE)
    return _lower(first) if len(first) <= _LONGEST and re.search(rf"\b(?:{_HEAD})\b", first, re.IGNORECASE) else ""


def _named_in(title: str) -> str:
    """Return the last name at the beginning of a title such as ``Minister Spasovski: To address …``."""
    found = _TURN.match(title)
    return found["name"].split()[-1] if found else ""


def _named(name: str) -> str:
    """Return a name without its rank, and not all in capitals as in headings.

    In a text all in capitals, the end of a name of more than two words is unclear; then it is left out.

    >>> _named("General Mark Milley"), _named("BARACK OBAMA"), _named("BARACK OBAMA TAKES PART")
    ('Mark Milley', 'Barack Obama', '')
    """
    name = _RANKS.sub("", name)
    if not name.isupper() or len(name) <= SHORT:
        return name
    return name.title() if sum(not word.endswith(".") for word in name.split()) == 2 else ""


def _lower(role: str) -> str:
    """Return an office in lower case, except abbreviations ("EU commissioner")."""
    if role.isupper() and len(role) > SHORT:
        return role.lower()
    return " ".join(word if word.isupper() else word.lower() for word in role.split())
