"""Rate whether a sentence states what is or was, and whether that is on record.

Of two sentences without a figure, "we signed the treaty" can be looked up and "we should be strong" cannot. The first
verb of the main clause gives most of the answer, plain words the rest; all of them are listed in `structure_words.toml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.extract.claim.claim_kinds import is_question
from workbench.extract.words.stated_or_wished import ENDING, HEAD_WORDS, NO_PAST, Attitude, Head, Who
from workbench.extract.words.structure_words import words

_ADDRESS = re.compile(
    r"\A(?:thank|thanks|good (?:evening|morning)|well,? (?:thank|i)|ladies|welcome|please|yes|no|okay|right)\b",
    re.IGNORECASE,
)
_HEADS = {
    Head.TOLD: (0.85, "tells what was or has been done"),
    Head.STATE: (0.65, "says how things are"),
    Head.PLAIN: (0.6, "says what somebody or something does"),
    Head.JUDGED: (0.45, "weighs and does not tell"),
    Head.ABLE: (0.4, "says what can be"),
    Head.AHEAD: (0.5, "says what is to come"),
    Head.MUST: (0.25, "says what should be"),
    Head.WANT: (0.5, "says what is wanted"),
    Head.THINK: (0.4, "says what is thought"),
    Head.URGE: (0.2, "calls on somebody"),
}
_OF_ONESELF = {Head.AHEAD: -0.2, Head.WANT: -0.25, Head.ABLE: -0.1, Head.MUST: -0.05}
"""Points for sentences about the speaker's own side: its wants and plans are wishes, others' can be looked up."""
_ABOUT = {Who.SPEAKER: -0.12, Who.IT: -0.1, Who.YOU: -0.05, Who.THEM: 0.05}
_FRAMED, _DOUBTED, _MEANT, _MINE, _TALK, _FACTUAL, _LIFE = -0.15, -0.12, -0.25, -0.1, -0.1, 0.1, -0.12
_FACTS = words("check_worthiness", "fact")
_DOUBTS = words("check_worthiness", "wished")
_TALKED = words("check_worthiness", "talk")
_ABOUT_ME = words("check_worthiness", "about_me")
_TOLD = frozenset(word for word, head in HEAD_WORDS.items() if head is Head.TOLD) - {"has", "have", "ve", "had"}
_MEANING = re.compile(r"\b(?:needs?|ha(?:ve|s)|got|want(?:s|ed)?|going)\sto\b|\blet['’]?s\b")
_OWN_EXPERIENCE = (
    r"was|am|had|grew|went|came|met|worked|saw|remember|learned|talked|spoke|heard|thought|knew|live|lived|taught|got"
    r"|started|felt|told|asked"
)
_I_AM = r"['’](?:m|ve\s(?:been|got|had))"
_LIVED = re.compile(rf"\bI(?:\s(?:{_OWN_EXPERIENCE})|{_I_AM})\b(?!\s(?:not|never)\b)")
_ON_RECORD = words("check_worthiness", "on_record")
_MEANT_BY = words("english_kind_patterns", "meaning")
"""Words without which `_MEANING` matches nothing."""
_PRONOUN_OR_NAME = r"[Ii]|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|who|[A-Z][\w.’'-]+"
_PUBLIC_BODY = (
    r"opponent|administration|government|congress|president|governor|senator|minister|party|parties|members|states"
    r"|countr(?:y|ies)|court"
)
_AUXILIARY_OR_ADVERB = (
    r"have|has|had|did|didn['’]t|never|not|also|all|both|actually|once|just|then|twice|either|even|been|already|ever"
    r"|\w+ly"
)
_DEED = re.compile(
    rf"\b(?:{_PRONOUN_OR_NAME}|{_PUBLIC_BODY})\b(?:['’]\w+)?,?\s"
    rf"(?:(?:{_AUXILIARY_OR_ADVERB})\s){{0,3}}({'|'.join(sorted(_ON_RECORD))})\b"
)
_PLANNED = words("check_worthiness", "planned")
_OTHER_PEOPLE = (
    r"[Hh]e|[Ss]he|[Tt]hey|[Ss]enator\s\w+|[Gg]overnor\s\w+|[Pp]resident\s\w+|(?:Mr|Mrs|Ms)\.?\s\w+"
    r"|[Oo]pponent|[Aa]dministration|[Gg]overnment|[Cc]ongress|Republicans|Democrats"
)
_INTENT = r"wants?|would|plans?|program|proposals?|budget|policy|policies|record|intends?|tr(?:y|ies)\sto"
_OTHERS = re.compile(rf"\b(?:{_OTHER_PEOPLE})\b(?:['’]s)?\s(?:\w+\s){{0,3}}?(?:{_INTENT})\b")
_FEW, _SHORT = 4, 8


def assertion(said: str, used: frozenset[str], attitude: Attitude) -> tuple[float, str]:
    """Rate from 0 to 1 how far a sentence states what is or was, and say why.

    >>> from workbench.extract.words.stated_or_wished import attitude_of
    >>> stated, asked = "The parliament passed the budget in December.", "Has the parliament passed the budget yet?"
    >>> [assertion(said, frozenset(), attitude_of(said.casefold().split()))[1] for said in (stated, asked)]
    ['tells what was or has been done', 'asks and does not say']

    Args:
        said: The sentence.
        used: Its words in lower case.
        attitude: What its main clause does: tell, want, ask and so on, and whose doing it is.
    """
    count = len(said.split())
    if is_question(said):
        return 0.0, "asks and does not say"
    if count < _FEW or _ADDRESS.match(said):
        return 0.0, "says nothing of the world"
    value, because = _HEADS[attitude.head]
    value += _of_whom(said, attitude) + _of_words(said, used, attitude)
    if attitude.framed:
        value, because = value + _FRAMED, f"{because}, as an opinion"
    return min(1.0, max(0.0, value)) * (1.0 if count >= _SHORT else 0.8), because


def _of_whom(said: str, attitude: Attitude) -> float:
    """Give points for whom it is about: fewer for the speaker's own wishes and life, more for what others did."""
    value = _ABOUT.get(attitude.who, 0.0)
    if attitude.own:
        value += _OF_ONESELF.get(attitude.head, 0.0)
    return value + (_LIFE if attitude.who is Who.SPEAKER and _LIVED.search(said) else 0.0)


def _of_words(said: str, used: frozenset[str], attitude: Attitude) -> float:
    """Add points for words anywhere in the sentence: facts, doubts, intentions, values, the speaker's own life."""
    factual = attitude.head is not Head.TOLD and (not _TOLD.isdisjoint(used) or any(map(_ended, used)))
    value = _FACTUAL if factual or not _FACTS.isdisjoint(used) else 0.0
    value += 0.0 if _DOUBTS.isdisjoint(used) else _DOUBTED
    value += _MEANT if not _MEANT_BY.isdisjoint(used) and _MEANING.search(said) else 0.0
    value += 0.0 if _ABOUT_ME.isdisjoint(used) else _MINE
    return value + _TALK * min(2, len(used & _TALKED))


@lru_cache(maxsize=4096)  # the same words recur
def _ended(word: str) -> bool:
    return word.endswith("ed") and len(word) >= ENDING and word not in NO_PAST


def on_record(said: str, used: frozenset[str]) -> tuple[float, str]:
    """Rate whether a sentence states what somebody has said, voted, signed or plans, which can be looked up.

    >>> on_record("He voted against it twice.", frozenset({"he", "voted", "against", "it", "twice"}))
    (1.0, 'says what somebody “voted”')
    """
    if is_question(said):
        return 0.0, "tells of nothing on record"
    done = used & _ON_RECORD
    if done and (deed := _DEED.search(said)):
        return 1.0, f"says what somebody “{deed[1]}”"
    if not _PLANNED.isdisjoint(used) and (found := _OTHERS.search(said)):
        return 0.4, f"speaks of what others do (“{' '.join(found[0].split())}”)"
    if done:
        return 0.4, f"uses “{min(done)}”, with nobody named who did it"
    return 0.0, "tells of nothing on record"
