"""The words that say that something was said.

Why this file exists: three classes of cue are told apart, since each needs other proof before it is believed. "Said" and
its like carry a clause with or without "that"; verbs that are also nouns or take plain objects ("reports", "added 200
jobs") need "that" or a quote; participles (", adding that") go on from the speaker before.
"""

from __future__ import annotations

import re

from workbench.extract.words import words

_PLAIN = words("cues", "plain")
_THAT_ONLY = words("cues", "that_only")
_IRREGULAR = words("cues", "plain_forms")
_IRREGULAR_THAT = frozenset(word.replace("_", r"\s") for word in words("cues", "that_only_forms"))


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    if verb.endswith("y"):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied"
    past = {
        "plan": "planned",
        "quip": "quipped",
        "tweet": "tweeted",
        "recall": "recalled",
        "feel": "felt",
        "find": "found",
    }.get(verb, stem + "ed")
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s"), past


def _participle(verb: str) -> str:
    if verb == "quip":
        return "quipping"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


PLAIN = frozenset(form for verb in _PLAIN for form in _forms(verb)) | frozenset(_IRREGULAR)
"""Verbs that carry a clause even without "that"."""

_TO_DO = frozenset(form for verb in words("cues", "to_do") for form in _forms(verb)) | {"vowed", "planned"}
_THAT = frozenset(form for verb in _THAT_ONLY for form in _forms(verb)) | frozenset(_IRREGULAR_THAT)
_PARTICIPLES = sorted(
    {_participle(v) for v in [*_PLAIN, *_THAT_ONLY]} | {"saying", "telling", "writing", "pointing\\sout", "thinking"}
)


def _any(words: frozenset[str] | list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


CUE = re.compile(
    rf"\b(?:(?P<according>[Aa]ccording\sto|[Ii]n\sthe\swords\sof)|(?P<participle>(?:{_any(_PARTICIPLES)}))"
    rf"|(?P<verb>{_any(PLAIN | _THAT | _TO_DO)}))\b"
)
"""One cue: ``according``, ``participle`` or ``verb``."""

THAT = re.compile(
    r"\s+(?:(?:reporters|lawmakers|journalists|MPs|us|them|him|her|me|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,4}|the\s\w+(?:\s\w+)?)\s+)?(?:(?:on|in|at)\s[\w’' ]{3,30}?\s|[A-Z][a-z]+day\s)?that\b"
)
"""What leads to a clause after a verb: "that", perhaps after whom it was told to or when."""

TO_DO = re.compile(
    rf"(?:{_any(_TO_DO)})(?:\s(?:on|for))?(?:\s(?!to\b)[\w.’'-]+){{0,5}}?\s+(?=to\s+[a-z])",
)
"""A verb with the "to" that it leads to, perhaps after whom it is asked of."""
