"""Classes of words that depend on the words beside them: nouns that may be verbs, participles before nouns, "that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    ADVERB,
    ATTACHING,
    AUXILIARY,
    DETERMINER,
    EITHER,
    FIGURE,
    MOVE,
    NOUN,
    PAUSE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAYING,
    STOP,
    SUBORDINATOR,
    THAT,
    VERB,
    phrase_words,
)
from workbench.extract.words.change_words import ways
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH

_OPENS_NOUN = frozenset("DAOJIF")
_NOUNS = frozenset("NAWK")
_BEFORE_VERB = frozenset("FBDTXIJQ")
_AFTER_PRONOUN = frozenset("XVRJOBYZP")
_BEFORE, _AROUND = 8, 6
_TO = 2
_DOING = re.compile(r"[aeiouy].*ing\Z")
_LED = re.compile(r"D[AN]+\Z")
_HAS_VERB = re.compile(r"[VXY][^PZSE]*\Z")
_CONTACT = re.compile(r"[NK]D[ALT]*[NK]\Z")
"""A clause without its relative pronoun: "goods | the country | exports | are"."""
_OPENERS = frozenset({"after", "before", "until", "till", "as"})
_CLAUSE = re.compile(r"(?:Q|D*[ALTNK]*[NK](?:[OJ]D*[ALT]*[NK]+)*)B*[VX]")
_ALIKE = frozenset({"cut", "cost", "hit", "set", "run", "put", "let", "costs", "beat"})
_ALONE = frozenset({"this", "these", "those", "such", "all", "some", "many", "few", "both", "another", "any"})
_FOR_WHAT = (["for"], ["of"])
_BRED = ("birth", "cattle", "animal")


def settled_english(tags: list[str], raws: list[str]) -> str:
    """Decide the classes of English words by the words beside them.

    >>> settled_english(list("DNWIF"), ["the", "prices", "rise", "by", "5"])
    'DNVIF'
    """
    last = len(tags) - 1
    before = STOP
    for i, first in enumerate(tags):
        after = tags[i + 1] if i < last else STOP
        tag = first
        if first == EITHER:
            tag = _noun_or_verb(tags, raws, i, before, after)
        elif first == THAT:
            tag = _that(before, after, [raw.lower() for raw in raws[max(i - _AROUND, 0) : i + 2]])
        elif first == VERB and before == STOP and after in _NOUNS and _is_attribute(raws[i], tags[i + 2 :]):
            tag = ADJECTIVE
        elif first == VERB and before == FIGURE and after in _NOUNS and _HAS_VERB.search("".join(tags[:i])):
            tag = ADJECTIVE  # "the result was 4 million lost jobs"
        elif first in {VERB, SAYING} and before in {NOUN, ATTACHING} and _ends_noun(tags, raws, i):
            tag = NOUN
        elif first == VERB or (first == SAYING and before in _OPENS_NOUN and after in _NOUNS):
            led = "D" if before == ADVERB and i > 1 and tags[i - 2] == DETERMINER and after in _NOUNS else before
            # past the adverb: "the most deprived towns"
            tag = _verb(led, after, raws[i], raws[i + 1] if i < last else "")
        elif first == DETERMINER:
            tag = _determiner(tags, raws, i, before, after)
        elif first == PREPOSITION and before in "NK" and _is_attaching(raws, i, after):
            tag = ATTACHING
        else:
            tag = _other(first, before, after, raws[i])
        tags[i] = before = tag
    return _with_clauses("".join(tags), raws)


def _is_attribute(raw: str, later: Sequence[str]) -> bool:
    """Check whether a participle at the start of a sentence is an attribute of its noun, which has another verb.

    Example: "Dissolved marriages stood at".
    """
    clause = "".join(tag[:1] for tag in later).partition(PAUSE)[0]
    return raw.endswith("ed") and any(tag in clause for tag in (VERB, AUXILIARY))


def _ends_noun(tags: list[str], raws: list[str], i: int) -> bool:
    """Check whether a participle belongs to the noun before it, which has a verb and a figure behind: "value | added | reached 12 percent"."""
    if i + 2 >= len(tags) or not raws[i].endswith("ed"):
        return False
    verb, figure = raws[i + 1].lower(), tags[i + 2] in {FIGURE, PREPOSITION, ADVERB}
    levels = phrase_words(ENGLISH, "levels") if tags[i] == SAYING or tags[i + 1] != AUXILIARY else ()
    moves = raws[i + 1].islower() and (verb in levels or verb in ways("verbs"))
    return (moves and figure) or (verb.endswith("ed") and tags[i + 2] == FIGURE)


def _noun_or_verb(tags: list[str], raws: list[str], i: int, before: str, after: str) -> str:
    """Decide between noun and verb; an adverb before the word is ignored: "the house" | "now" | "costs"."""
    if before == NOUN and raws[i + 1 : i + 2] in _FOR_WHAT and raws[i].lower() in phrase_words(ENGLISH, "costing"):
        return NOUN  # "installation costs for solar panels"
    if after in _BEFORE_VERB and before == NOUN and _is_object(tags, raws, i):
        return MOVE if raws[i].lower() in ways("nouns") else NOUN
    through = before == ADVERB and i > 1 and after in _BEFORE_VERB and tags[i - 2] == NOUN
    k = i - 1 if through else i
    return _either("".join(tags[max(k - _BEFORE, 0) : k]) or STOP, after, raws[i], raws[k - 1] if k else "")


def _is_object(tags: list[str], raws: list[str], i: int) -> bool:
    """Check whether a word ends the object of the verb before it: "we cut | oil | imports | by", not "I know | oil | costs"."""
    k = i - 1
    while k > 0 and tags[k] in "DAN":
        k -= 1
    subject = k > 0 and tags[k - 1] in {PRONOUN, AUXILIARY}
    return tags[k] == VERB and subject and raws[k].lower() not in phrase_words(ENGLISH, "thinking")


def _determiner(tags: list[str], raws: list[str], i: int, before: str, after: str) -> str:
    if after in _AFTER_PRONOUN and raws[i].lower() in _ALONE:
        return PRONOUN
    infinitive = before in "NV" and _is_infinitive(tags, raws, i)
    return ADJECTIVE if infinitive else DETERMINER  # "attempts to cross the border"


def _other(tag: str, before: str, after: str, raw: str) -> str:
    """Correct the class of a word of any other class."""
    if tag == ADVERB and after == ATTACHING and before in "NK" and raw == "not":
        return NOUN  # "youth not in employment"
    if tag == SUBORDINATOR and raw == "than" and before == ADVERB and after in "VF":
        return ADVERB  # "more than doubled"
    if tag == NOUN and before == AUXILIARY and raw.endswith("ing"):
        return VERB
    if tag == NOUN and before == PRONOUN and raw.islower():
        return VERB  # "they dug"
    if tag == NOUN and before == STOP and after == PAUSE and raw.endswith("ly"):
        return ADVERB  # "Nationally, 2 million were out of work"
    return tag


def _with_clauses(tags: str, raws: list[str]) -> str:
    """Change "after", "before" and similar words to the class that opens a clause, where subject and verb follow."""
    for i, raw in enumerate(raws):
        if tags[i] == PREPOSITION and raw.lower() in _OPENERS and _CLAUSE.match(tags, i + 1):
            tags = f"{tags[:i]}{SUBORDINATOR}{tags[i + 1 :]}"
    return tags


def _is_attaching(raws: list[str], i: int, after: str) -> bool:
    """Check whether a preposition begins an attribute of a noun.

    Examples: "applications by our citizens", "attempts at illegal entry".
    """
    return after in "DNAL" if raws[i] == "by" else raws[i] == "at" and after in "AN" and _names(raws[i + 1 : i + 3])


def _names(behind: list[str]) -> bool:
    """Check whether the words behind a preposition name a thing, and not a level."""
    level = phrase_words(ENGLISH, "generic") | phrase_words(ENGLISH, "empty")
    return not any(raw.lower() in level for raw in behind)


def _is_infinitive(tags: list[str], raws: list[str], i: int) -> bool:
    """Check whether an infinitive right before a word belongs to a noun: "attempts" | "to" | "cross"."""
    return i > _TO and raws[i - _TO].lower() == "to" and tags[i - _TO] == ATTACHING and tags[i - _TO - 1] in "NK"


def _verb(before: str, after: str, raw: str, following: str) -> str:
    """Decide the class of a verb form: an adjective before a noun, a noun behind an article, else a verb."""
    doing = _DOING.search(raw) is not None
    if before in _OPENS_NOUN and (doing or raw.endswith(("ed", "en")) or before in "DA"):
        return ADJECTIVE if after in _NOUNS and not doing else NOUN
    if raw == "live" and following.startswith(_BRED):
        return ADJECTIVE
    noun = doing and before not in "XSDAOJIF" and after in "NWKC"
    return NOUN if noun else VERB


def _either(before: str, after: str, raw: str, previous: str) -> str:
    """Decide between noun and verb by the classes of the words before and the word behind."""
    noun, last = MOVE if raw.lower() in ways("nouns") else NOUN, before[-1]
    led = before[-2:-1]
    if previous.lower() == "to" and (led == AUXILIARY or (after in "DQ" and led not in {NOUN, MOVE})):
        return VERB  # "had to cut the budget", not "requests to open a school"
    if after == AUXILIARY and last in "NK" and not _CONTACT.search(before):
        return noun  # "tonnes of farm produce were exported"
    owned = previous.endswith(("'s", "’s", "s'", "s’"))
    if raw.lower() in _ALIKE and last in "NL" and after in "NAD" and not owned and not _HAS_VERB.search(before):
        return VERB  # a past form like the noun: "Portugal cut crime"
    if last in _OPENS_NOUN or (last == "L" and after not in _BEFORE_VERB):
        return noun
    if last in "QRX":
        return VERB
    agrees = raw.endswith("s") != previous.endswith("s") or raw.lower() in _ALIKE or not previous.islower()
    if last == "N" and not agrees:
        return noun  # number does not agree with a subject: "the average rent on", "sales rents"
    if last in "NKL" and after in _BEFORE_VERB:
        return noun if _LED.search(before) and noun == MOVE and after == ATTACHING else VERB
    return noun if last in "NKBZPCVEST" else VERB


def _that(before: str, after: str, around: list[str]) -> str:
    """Decide the class of "that" by the words beside it and the few before it."""
    if before in "NK" and after in "VXWBY":
        return RELATIVE
    bare = phrase_words(ENGLISH, "empty") | phrase_words(ENGLISH, "generic")
    if after in "NAW" and before != SAYING and around[-1] in bare:
        return DETERMINER
    if before in "NK" and after in "DQL" and phrase_words(ENGLISH, "thinking").isdisjoint(around):
        return RELATIVE
    if before in "VYNXAP" or after in "DQL":
        return SUBORDINATOR
    return PRONOUN if after in "XVWJOB" else DETERMINER


def with_shares(tags: str, raws: Sequence[str], language: str) -> str:
    """Make "as" before a share a part of the noun phrase, and not the start of a clause: "spending | as | a share of GDP fell".

    >>> with_shares("NSDNONV", "spending as a share of GDP fell".split(), "en")
    'NJDNONV'
    """
    link, shares = phrase_words(language, "as"), phrase_words(language, "shares_of_whole")
    for i, raw in enumerate(raws[:-1]):
        if i and raw.lower() in link:
            share = min(i + 1 + (tags[i + 1] == DETERMINER), len(raws) - 1)
            if raws[share].lower() in shares:
                led = ATTACHING if tags[i - 1] in "NKL" else PREPOSITION
                tags = f"{tags[:i]}{led}{tags[i + 1 :]}"
    return tags


def settled_elsewhere(tags: list[str], raws: list[str], language: str) -> str:
    """Decide the classes of words in other languages: an adjective is one only before a noun.

    >>> settled_elsewhere(list("QAN"), ["wir", "entlasten", "Menschen"], "de"), settled_elsewhere(list("DAN"), ["die", "neuen", "Stellen"], "de")
    ('QVN', 'DAN')
    """
    capital, after = grammar(language).noun == "capital", STOP
    for i in range(len(tags) - 1, -1, -1):
        before = tags[i - 1] if i else STOP
        tags[i] = after = _settled(
            tags[i], before, after, capital=capital, upper=raws[i][0].isupper() and before != STOP
        )
    return "".join(tags)


def _settled(tag: str, before: str, after: str, *, capital: bool, upper: bool) -> str:
    if tag == ADJECTIVE and (after not in "NAK" or before == PRONOUN):
        return NOUN if before in "DOJ" and not capital else VERB
    if tag == DETERMINER and before == PAUSE and after not in "NAKF":
        return RELATIVE
    if tag == DETERMINER and after in "XVPZJI":
        return PRONOUN
    if capital and tag == VERB and upper:
        return NOUN
    return ADJECTIVE if capital and tag == ADVERB and before == DETERMINER and after == NOUN else tag
