"""How far a sentence tells of what is or was, and whether what it tells is on record.

Why this file exists: of two sentences with no figure, "we signed the treaty" can be looked up and "we should be strong"
cannot. Both are told by a few plain words, which stand in `words.toml`.
"""

from __future__ import annotations

import re

from workbench.core.claim import ClaimKind
from workbench.extract.kinds import is_opinion, is_question
from workbench.extract.words import words

_WISHED = words("worth", "wished")
_TO = words("worth", "wished_before_to")
_MUST = re.compile(r"\b(?:needs?|ha(?:ve|s)|got|want(?:s|ed)?)\sto\b|\blet['’]?s\b|\blet\sus\b", re.IGNORECASE)
_THEY = words("worth", "they")
_ADDRESS = re.compile(
    r"\A(?:thank|thanks|good (?:evening|morning)|well,? (?:thank|i)|ladies|welcome|please|yes|no|okay|right)\b",
    re.IGNORECASE,
)
_PAST = words("worth", "past")
_DONE = words("worth", "done") | _PAST
_FACT = words("worth", "fact")
_NOW = re.compile(r"\b(?:in\sfact|right\snow|so\sfar|at\sthe\smoment)\b", re.IGNORECASE)
_ON_RECORD = words("worth", "on_record")
_PLANNED = words("worth", "planned")
_OTHERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ss]enator\s\w+|[Gg]overnor\s\w+|[Pp]resident\s\w+|(?:Mr|Mrs|Ms)\.?\s\w+|[Oo]pponent|[Aa]dministration|[Gg]overnment"
    r"|[Cc]ongress|Republicans|Democrats)\b(?:['’]s)?\s(?:\w+\s){0,3}?(?:wants?|would|plans?|program|proposals?|budget|policy|policies|record|intends?|tr(?:y|ies)\sto)\b"
)
_ABOUT_ME = words("worth", "about_me")
_FEW, _SHORT = 4, 8
_ENDING = 5
"""Letters of the shortest word whose "ed" is an ending."""


def assertion(said: str, used: frozenset[str], kind: ClaimKind) -> tuple[float, str]:
    """How far a sentence tells of what is or was, 0 to 1, and why.

    Args:
        said: The sentence.
        used: Its words in small letters.
        kind: What it says.
    """
    count = len(said.split())
    if is_question(said):
        return 0.0, "asks and does not say"
    if count < _FEW or _ADDRESS.match(said):
        return 0.0, "says nothing of the world"
    if kind is ClaimKind.PROMISE:
        return 0.2, "speaks of what is to come"
    if is_opinion(said):
        return 0.2, "is given as an opinion"
    return min(1.0, max(0.0, _told(said, used))) * (1.0 if count >= _SHORT else 0.7), "speaks of what is or was"


def _told(said: str, used: frozenset[str]) -> float:
    wished = not _WISHED.isdisjoint(used) or (not _TO.isdisjoint(used) and bool(_MUST.search(said)))
    value = 0.2 if wished else 0.5
    if not _PAST.isdisjoint(used):
        value += 0.4
    elif not _DONE.isdisjoint(used) or any(word.endswith("ed") and len(word) >= _ENDING for word in used):
        value += 0.2
    value += 0.0 if _THEY.isdisjoint(used) else 0.1
    value += 0.0 if _FACT.isdisjoint(used) and not _NOW.search(said) else 0.15
    return value - (0.0 if _ABOUT_ME.isdisjoint(used) else 0.2)


def on_record(said: str, used: frozenset[str]) -> tuple[float, str]:
    """Whether a sentence tells what somebody has said, voted, signed or plans: it can be looked up."""
    if is_question(said):
        return 0.0, "tells of nothing on record"
    if done := used & _ON_RECORD:
        return 1.0, f"says what somebody “{min(done)}”"
    found = None if _PLANNED.isdisjoint(used) else _OTHERS.search(said)
    if found:
        return 0.6, f"speaks of what others do (“{' '.join(found[0].split())}”)"
    return 0.0, "tells of nothing on record"
