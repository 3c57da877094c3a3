"""Cues: the words by which a text reports speech.

There are five classes of cue, since each needs other evidence. "Said" and similar verbs take a clause with or without
"that". Verbs that are also nouns or take plain objects ("reports", "added 200 jobs") need "that", a quote or a plain
clause. Verbs of judging take a noun phrase ("praised the plan"). Participles (", adding that") continue the speaker
before. Nouns ("the claim that") need their content behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.extract.words.lowercase_words import plain_words
from workbench.extract.words.structure_words import words

_PLAIN = words("reporting_cues", "plain")
_THAT_ONLY = words("reporting_cues", "that_only")
_THINGS = words("reporting_cues", "of_things")
_DOUBLED = words("reporting_cues", "doubled")


def _spaced(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.replace("_", r"\s") for form in forms)


def _forms(verb: str) -> tuple[str, ...]:
    """List the three forms of a regular verb that follow a subject.

    >>> _forms("deny"), _forms("slam")
    (('deny', 'denies', 'denied'), ('slam', 'slams', 'slammed'))
    """
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied"
    past = _stem(verb) + "ed"
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s"), past


def _stem(verb: str) -> str:
    """Find the stem that takes "ed" and "ing"."""
    if verb in _DOUBLED:
        return verb + verb[-1]
    return verb.removesuffix("e") if not verb.endswith("ee") else verb


def _participle(verb: str) -> str:
    return (verb if verb.endswith("ee") else _stem(verb)) + "ing"


def _any(words: frozenset[str] | list[str]) -> str:
    """Join words to one pattern, grouped by their first two letters, so that most of them are skipped at once."""
    groups: dict[str, dict[str, list[str]]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], {}).setdefault(word[1], []).append(word[2:])
    return "|".join(f"{first}(?:{_tails(group)})" for first, group in groups.items())


def _tails(group: dict[str, list[str]]) -> str:
    return "|".join(f"{second}(?:{'|'.join(rest)})" for second, rest in group.items())


PLAIN = frozenset(form for verb in _PLAIN for form in _forms(verb)) | words("reporting_cues", "plain_forms")
"""Verbs that take a clause even without "that"."""

_TO_DO = frozenset(form for verb in words("reporting_cues", "to_do") for form in _forms(verb))
_THAT = frozenset(form for verb in _THAT_ONLY for form in _forms(verb)) | _spaced(
    words("reporting_cues", "that_only_forms")
)
_THING = frozenset(form for verb in _THINGS for form in _forms(verb)) | _spaced(
    words("reporting_cues", "of_things_forms")
)
BASES = _PLAIN | _THAT_ONLY | _THINGS | words("reporting_cues", "to_do")
"""Verbs in the plural form ("they call"), which is often a noun ("a call")."""

NOUNLIKE = frozenset(_forms(verb)[1] for verb in BASES)
"""Verbs in the third person singular ("she states"), which may be a plural noun ("swing states")."""

_PARTICIPLES = sorted(
    {_participle(v) for v in _PLAIN | _THAT_ONLY} | _spaced(words("reporting_cues", "participle_forms"))
)
_DOING = sorted(
    {_participle(verb) for verb in _THINGS | words("reporting_cues", "to_do")}
    | _spaced(words("reporting_cues", "doing_forms"))
)

_WHO_CLAIMS = r"\s(?:by|from|of)\s(?:[\w’'.]+\s){1,5}?"
_RELATIVE_THAT = r"\sthat\s(?:is|was|are|were|has|had|have|will|would|can|could)\s"
_NOUN_THAT = rf"(?:{_any(words('reporting_cues', 'nouns'))})s?(?=(?:{_WHO_CLAIMS}|\s)that\s)(?!{_RELATIVE_THAT})"
CUE = re.compile(
    rf"\b(?:(?P<according>[Aa]ccording\sto|[Ii]n\sthe\swords\sof)|(?P<participle>(?:{_any(_PARTICIPLES)}))"
    rf"|(?P<noun>{_NOUN_THAT})"
    rf"|(?P<doing>(?:{_any(_DOING)}))"
    rf"|(?P<verb>{_any(PLAIN | _THAT | _TO_DO | _THING)}))\b"
)
"""One cue: ``according``, ``participle``, ``doing``, ``noun`` or ``verb``."""

CUE_WORDS = frozenset(
    form.split(r"\s")[0]
    for forms in (PLAIN, _THAT, _TO_DO, _THING, _PARTICIPLES, _DOING, words("reporting_cues", "nouns"))
    for form in forms
) | {"according", "words", *(f"{noun}s" for noun in words("reporting_cues", "nouns"))}
"""Words of which every cue has one. A text without any of them reports no speech."""


def may_hold_cue(text: str) -> bool:
    """Check whether a text has a word of any cue; without one it reports no speech.

    >>> may_hold_cue("She said so."), may_hold_cue("“Prices fell.”")
    (True, False)
    """
    return not CUE_WORDS.isdisjoint(plain_words(text).used)


def find_cues(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Find the cues of a span in order.

    The pattern is tried only where one of its words stands. Tried at every letter, it would take more time than all the
    rest of finding the speaker.

    >>> [cue[0] for cue in find_cues("According to her, prices fell, she said.", 0, 40)]
    ['According to', 'said']
    """
    held = CUE_WORDS & plain_words(text[start:end]).used
    if not held:
        return []
    if "words" in held:  # past "in", with which "in the words of" begins
        return list(CUE.finditer(text, start, end))
    found: list[re.Match[str]] = []
    for at in sorted({at for word in held for at in _places_of(word, text, start, end)}):
        cue = CUE.match(text, at, end) if not found or at >= found[-1].end() else None
        if cue is not None:
            found.append(cue)
    return found


def _places_of(word: str, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word begins, also as the beginning of a longer word."""
    forms = (word, "According") if word == "according" else (word,)
    for form in forms:
        at = text.find(form, start, end)
        while at >= 0:
            yield at
            at = text.find(form, at + 1, end)


def has_no_verb(cue: str) -> bool:
    """Check whether a cue names its source by a preposition and not by a verb of saying.

    >>> has_no_verb("According to"), has_no_verb("wrote")
    (True, False)
    """
    found = CUE.match(cue)
    return found is not None and found["according"] is not None


SPEECH_VERB = rf"(?:{_any(frozenset(form for form in PLAIN | _THAT | _THING if re.search(r'(?:ed|id|es|ys|ld|ote|ought)$', form)))})"
"""A verb of saying in a form that only a verb has."""

_OF_THINGS = re.compile(rf"(?:{_any(_THING)})\Z")


def takes_a_thing(verb: str) -> bool:
    """Check whether a verb takes its content as a noun phrase ("praised the plan").

    >>> takes_a_thing("praised"), takes_a_thing("pointed to"), takes_a_thing("said")
    (True, True, False)
    """
    return bool(_OF_THINGS.match(verb.casefold()))


_LISTENER = (
    r"reporters|lawmakers|journalists|MPs|us|them|him|her|me"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,4}|the\s\w+(?:\s\w+)?"
)
_OCCASION = r"(?:on|in|at)\s[\w’' ]{3,30}?\s|[A-Z][a-z]+day\s"
THAT = re.compile(rf"\s+(?:(?:{_LISTENER})\s+)?(?:{_OCCASION})?that\b")
""""That" after a verb, perhaps behind the listener or the occasion."""

TO_DO = re.compile(
    rf"(?:{_any(_TO_DO)})(?:\s(?:on|for))?(?:\s(?!to\b)[\w.’'-]+){{0,5}}?\s+(?=to\s+[a-z])",
)
"""A verb with its "to", perhaps behind the person asked."""

WHETHER = re.compile(r"\s+(?=(?:if|whether|why|how|what|who|when|where|not\sto)\s)")
"""Start of an indirect question: "asked whether", "explained how"."""
