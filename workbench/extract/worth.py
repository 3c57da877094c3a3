"""How much a check of a sentence is worth, as named parts that a reader can weigh for herself.

Why this file exists: a desk has more sentences than hours. No part is learned from labels: each says what makes a
sentence checkable (a figure, a measure that offices publish, a period, a place) or not (a promise, an opinion, a
question), and the weights stand here in the open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf

from workbench.core.claim import ClaimKind
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.quantity import Amount, Dimension
from workbench.core.score import ScorePart
from workbench.extract.kinds import is_opinion, is_question
from workbench.extract.passage import Passage
from workbench.extract.words import words

WEIGHTS: Mapping[str, float] = {
    "figure": 0.26,
    "assertion": 0.24,
    "measure": 0.13,
    "relation": 0.11,
    "record": 0.10,
    "period": 0.06,
    "name": 0.05,
    "place": 0.02,
    "speaker": 0.03,
}
"""What each part counts; they sum to 1."""


def weights_with(changed: Mapping[str, float]) -> Mapping[str, float]:
    """Gives the weights of a team that counts some parts more or less than we do; they sum to 1 again.

    >>> round(weights_with({"figure": 0.52, "speaker": 0})["figure"], 3)
    0.423
    >>> weights_with({}) == WEIGHTS
    True

    Args:
        changed: New weights by the name of the part, each 0 or more, beside ours for the others.

    Raises:
        UnknownNameError: No part is called so.
        UsageError: A weight is below 0 or no number, or nothing is left that counts.
    """
    for name, weight in changed.items():
        if name not in WEIGHTS:
            raise UnknownNameError("part of the worth", name, list(WEIGHTS))
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < inf:
            raise UsageError(f"The weight of {name} is {weight!r}.", "Give a number from 0 upwards, as in figure = 0.4.")
    mixed = {**WEIGHTS, **changed}
    whole = sum(mixed.values())
    if whole <= 0:
        raise UsageError("All weights of the worth are 0.", "Leave one above 0.")
    return mixed if not changed else {name: weight / whole for name, weight in mixed.items()}


_MEASURES = words("worth", "measures")
_STEMS = tuple(sorted(words("worth", "stems")))
_WORD = re.compile(r"[a-z]{3,}")
_WISHED = re.compile(
    r"\b(?:maybe|perhaps|probably|should|must|let['’]?s|let\sus|needs?\sto|have\sto|has\sto|['’]ve\sgot\sto|ought|could|may|might|if|want(?:s|ed)?\sto"
    r"|would|hopes?|believes?|think)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:I|[Ww]e)\s(?:want|need|would|should|must|ask)\b|\b[Ll]et['’]?s\b|\bgoing\sto\b|\bwant\sto\b"
)
_THEY = re.compile(
    r"\b(?:He|She|They|he|she|they|[Oo]pponent|[Aa]dministration|[Gg]overnment|[Cc]ongress|Senator|Governor|President|Mr\.?|Mrs\.?)\b"
)
_ADDRESS = re.compile(
    r"\A(?:thank|thanks|good (?:evening|morning)|well,? (?:thank|i)|ladies|welcome|please|yes|no|okay|right)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|had|did|has|have|been|never|\w{3,}ed|went|came|lost|won|spent|grew|fell|rose|cut|made|took|gave|left|built|sent|brought)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|went|came|lost|won|spent|grew|fell|rose|took|gave|left|built|sent)\b")
_FACT = re.compile(r"\b(?:in\sfact|the\sfacts?\b|right\snow|today|currently|now|because|already|so\sfar|at\sthe\smoment)\b", re.IGNORECASE)
_ON_RECORD = re.compile(
    r"\b(said|says|told|called|voted|signed|vetoed|promised|pledged|proposed|proposes|opposed|opposes|supported|supports|sponsored|passed"
    r"|refused|admitted|claimed|claims|announced|appointed|fired|endorsed|introduced|repealed|blocked|testified|wrote)\b"
)
_OTHERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ss]enator\s\w+|[Gg]overnor\s\w+|[Pp]resident\s\w+|(?:Mr|Mrs|Ms)\.?\s\w+|[Oo]pponent|[Aa]dministration|[Gg]overnment"
    r"|[Cc]ongress|Republicans|Democrats)\b(?:['’]s)?\s(?:\w+\s){0,3}?(?:wants?|would|plans?|program|proposals?|budget|policy|policies|record|intends?|tr(?:y|ies)\sto)\b"
)
_MOVED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|increas\w+|decreas\w+|reduc(?:ed|tion)|doubl\w+|tripl\w+|halved|cut(?:s|ting)?|rais(?:ed|ing)|grown|risen|fallen|dropped"
    r"|declin\w+|first\stime|never|ever\ssince|every\ssingle|only\s(?:country|one|nation)|record|worst|highest|lowest|largest|biggest)\b",
    re.IGNORECASE,
)
_ABOUT_ME = re.compile(r"\b(?:I|I['’]m|I['’]ve|I['’]d|me|my|you|your)\b")
_NAME = re.compile(r"(?<=[a-z,] )(?!America|Americans?\b|United\b|States\b|God\b|I\b|I['’])[A-Z][\w’'-]+")
_LARGE = 12
_FEW, _SHORT = 4, 8


def worth_parts(
    passage: Passage, kind: ClaimKind, *, official: bool, weights: Mapping[str, float] = WEIGHTS
) -> tuple[ScorePart, ...]:
    """Gives the reasons why a sentence is worth a check, their weights summing to 1.

    Args:
        passage: The sentence and what was read in it.
        kind: What it says.
        official: Whether somebody with an office says it.
        weights: What each part counts, as `weights_with` gives them.
    """
    said = passage.words
    values = {
        "figure": _figure(passage, kind),
        "assertion": _assertion(said, kind),
        "measure": _measure(said),
        "relation": _relation(passage, kind),
        "record": _record(said),
        "period": (1.0, "names a period") if passage.periods else (0.0, "names no period"),
        "name": _names(said),
        "place": (1.0, "names a place") if passage.places else (0.0, "names no place"),
        "speaker": (1.0, "said by somebody in office") if official else (0.0, "no office of the speaker is known"),
    }
    return tuple(ScorePart(name, values[name][0], weight, values[name][1]) for name, weight in weights.items())


def _figure(passage: Passage, kind: ClaimKind) -> tuple[float, str]:
    sure = 0.5 if kind is ClaimKind.PROMISE or _WANTED.search(passage.words) else 1.0
    if any(_weighty(mention.noun) for mention in passage.amounts):
        return sure, "states a figure" if sure == 1.0 else "states a figure that is wished for"
    if passage.changes:
        return 0.8 * sure, "states a change in words"
    return (0.4 * sure, "states a small count") if passage.amounts else (0.0, "states no figure")


def _weighty(amount: Amount) -> bool:
    """Whether an amount is more than a small count or a stretch of time, which speeches are full of."""
    dimension = amount.unit.dimension
    if dimension is Dimension.DURATION:
        return False
    return dimension not in {Dimension.COUNT, Dimension.UNKNOWN} or amount.low > _LARGE


def _assertion(said: str, kind: ClaimKind) -> tuple[float, str]:
    count = len(said.split())
    if is_question(said):
        return 0.0, "asks and does not say"
    if count < _FEW or _ADDRESS.match(said):
        return 0.0, "says nothing of the world"
    if kind is ClaimKind.PROMISE:
        return 0.2, "speaks of what is to come"
    if is_opinion(said):
        return 0.2, "is given as an opinion"
    value = 0.2 if _WISHED.search(said) else 0.5
    value += 0.2 if _DONE.search(said) else 0.0
    value += 0.2 if _PAST.search(said) else 0.0
    value += 0.1 if _THEY.search(said) else 0.0
    value += 0.15 if _FACT.search(said) else 0.0
    value -= 0.2 if _ABOUT_ME.search(said) else 0.0
    return min(1.0, max(0.0, value)) * (1.0 if count >= _SHORT else 0.7), "speaks of what is or was"


def _record(said: str) -> tuple[float, str]:
    """What somebody has said, voted, signed or plans is on record, and can be looked up."""
    if is_question(said):
        return 0.0, "tells of nothing on record"
    if found := _ON_RECORD.search(said):
        return 1.0, f"says what somebody “{found[1]}”"
    if found := _OTHERS.search(said):
        return 0.6, f"speaks of what others do (“{' '.join(found[0].split())}”)"
    return 0.0, "tells of nothing on record"


def _measure(said: str) -> tuple[float, str]:
    found = {word for word in _WORD.findall(said.casefold()) if word in _MEASURES or word.startswith(_STEMS)}
    if not found:
        return 0.0, "names nothing that offices count"
    return min(1.0, 0.6 + 0.2 * (len(found) - 1)), f"speaks of {', '.join(sorted(found)[:3])}"


def _relation(passage: Passage, kind: ClaimKind) -> tuple[float, str]:
    if passage.changes:
        return 1.0, "says how something changed"
    match kind:
        case ClaimKind.RANK | ClaimKind.COMPARISON:
            return 1.0, "compares or ranks"
        case ClaimKind.SHARE:
            return 0.7, "gives a part of a whole"
        case _:
            moved = _MOVED.search(passage.words)
            return (0.6, f"says “{moved[0]}”") if moved else (0.0, "compares nothing")


def _names(said: str) -> tuple[float, str]:
    found = _NAME.findall(said)
    return (min(1.0, 0.4 + 0.2 * len(found)), f"names {found[0]}") if found else (0.0, "names nobody and nothing")
