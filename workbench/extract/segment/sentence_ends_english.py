"""Ends of English sentences: one decision for each full stop, question or exclamation mark.

A figure is read within its sentence: if "approx. 16,000" or "No. 5" were cut in two, a claim would lose its hedge or
its noun. The classes of abbreviation below follow different rules, which one list could not express.
"""

from __future__ import annotations

import re

from workbench.extract.words.structure_words import words

TERMINATOR = re.compile(
    # The pattern begins with one plain mark, so that the scan is quick; what may follow the mark comes next.
    r"""[.!?…](?:(?<=\.)(?:\s\.){2,3}|[.!?…]*) (?:["'”’»)\]]|\s?\[\d{1,3}\]|\s["'](?=\s|\Z))* (?:\s?[:;]-?[()DP](?=\s|\Z))?""",
    re.VERBOSE,
)
"""A mark that may end a sentence, with the closing quotes, brackets and reference numbers that belong to it."""

_BEFORE = re.compile(r"[^\s(\[{\"“‘«]*\Z")
_NEXT = re.compile(r"""\s*[("“‘«'\[]*(\S+)""")

_NEVER = words("sentence_ends_english", "never")
_BEFORE_DIGIT = words("sentence_ends_english", "before_digit")
_UNLESS_STARTER = words("sentence_ends_english", "unless_starter")
_STARTERS = words("sentence_ends_english", "starters")
_SMALL_STARTERS = words("sentence_ends_english", "small_starters")
_PREPOSITIONS = words("sentence_ends_english", "prepositions")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_INITIAL = re.compile(r"[A-ZÀ-ÞĀ-Ž]\Z|[A-Z]\.-?[A-Z]\Z")
_MARKER = re.compile(r"\W{0,3}(?:\d{1,3}|[a-z])")
_CITED = re.compile(r"\s*\([^()]{1,40}\d\)")
_SHOUT = re.compile(r"[!?]")
_CLOSERS = "\"'”’»)]"


def ends_sentence(text: str, found: re.Match[str], start: int) -> bool:
    """Check whether a mark ends the sentence that began at ``start``, from a few dozen characters around it.

    >>> said = "It rose by approx. 5 percent. Wages fell."
    >>> [ends_sentence(said, mark, 0) for mark in TERMINATOR.finditer(said)]
    [False, True, True]
    """
    if found.end() >= len(text):
        return True
    follower = _NEXT.match(text, found.end(), found.end() + 80)
    if follower is None:
        return True
    following = follower[1]
    if not text[found.end()].isspace():
        return _glued(text, found, following)
    mark = found[0]
    if _SHOUT.search(mark):
        return (
            not following[0].islower() or _uncapitalised(text, start, mark, following) or _small_start(mark, following)
        )
    if mark.startswith("..") or "…" in mark or ". ." in mark:
        return _after_ellipsis(text, found, following)
    return _full_stop(text, found, start, following)


def _glued(text: str, found: re.Match[str], following: str) -> bool:
    """Check whether a mark without a space behind it ends a sentence: only between "d" and "T" in "world.Today"."""
    before = text[max(0, found.start() - 2) : found.start()]
    word = following.rstrip(".,;:!?")
    if len(found[0]) > 1 or not (word.isalpha() and word[:1].isupper() and word[1:].islower()):
        return False
    return (before.isdigit() and _starts(word)) or (before.isalpha() and before.islower() and len(before) > 1)


def _full_stop(text: str, found: re.Match[str], start: int, following: str) -> bool:
    before = _BEFORE.search(text, max(start, found.start() - 40), found.start())
    word = before[0].rstrip(",;") if before else ""
    key = word.casefold().lstrip("-–—")
    closed = found[0][-1] in _CLOSERS
    if following[0].islower():
        ordinary = len(word) > 1 and word.isalpha() and not (key in _UNLESS_STARTER or key in _BEFORE_DIGIT)
        small = _uncapitalised(text, start, found[0], following) or _small_start(found[0], following)
        return (ordinary or word.isdigit()) and key not in _NEVER and small
    if key in _NEVER:
        return False
    if key in _BEFORE_DIGIT and following[0].isdigit():
        return False
    if _MARKER.fullmatch(text, start, found.start()):
        return False
    if closed:
        return not _CITED.match(text, found.end(), found.end() + 60)
    if key in _UNLESS_STARTER or _DOTTED.match(word):
        return _starts(following) and not _only_a_time(text[start : found.start()]) if _opens(following) else False
    if _INITIAL.match(word):
        return _after_initial(text, found.start() - len(word), start, following)
    return True


def _uncapitalised(text: str, start: int, mark: str, following: str) -> bool:
    """Check whether the writer begins sentences with small letters ("are you sure? why not?")."""
    return mark.strip(".?!") == "" and text[start].islower() and following[0].isalpha()


def _small_start(mark: str, following: str) -> bool:
    """Check whether a sentence begins with a small letter all the same: "It is open. they close at five"."""
    return mark.strip(".?!") == "" and following.rstrip(".,;:!?").split("'")[0].split("’")[0] in _SMALL_STARTERS


def _after_ellipsis(text: str, found: re.Match[str], following: str) -> bool:
    """Check whether an ellipsis ends a sentence: right behind a word, or where the next word starts sentences."""
    close = found.start() > 0 and not text[found.start() - 1].isspace()
    if found[0][-1] in _CLOSERS:
        return close and not _CITED.match(text, found.end(), found.end() + 60) and _opens(following)
    return _opens(following) and (close or ". . . ." in found[0] or (_starts(following) and following[0] != "I"))


def _after_initial(text: str, at: int, start: int, following: str) -> bool:
    """Check whether an initial ends a sentence: "you and I. Did" does, "Albert I. Jones" and "J. Smith" do not."""
    before = text[max(start, at - 30) : at].split()
    if not before or before[-1][:1].isupper() or before[-1].endswith("."):
        return False
    return _starts(following) or following[0].isdigit()


def _only_a_time(sentence: str) -> bool:
    """Check whether only a time has been said so far ("At 5 a.m"), so that the sentence goes on."""
    said = sentence.split()
    return len(said) <= 3 and bool(said) and said[0].casefold() in _PREPOSITIONS


def _starts(following: str) -> bool:
    word = following.strip("\"'“”‘’.,;:!?()[]").casefold()
    return word in _STARTERS or word.split("'")[0].split("’")[0] in _STARTERS or word.rstrip(".") in _NEVER


def _opens(following: str) -> bool:
    return following[0].isupper() or following[0].isdigit() or not following[0].isalnum()
