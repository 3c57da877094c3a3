"""Asides and relative clauses beside a noun phrase: which are skipped, and which add to the measure.

"Emissions, without land use, fell" and "women who work part-time are" describe a noun before its verb follows.
"""

from __future__ import annotations

from workbench.extract.phrases.chunks import Phrase
from workbench.extract.phrases.word_class_tagging import Tagged

_SHORT, _LONG, _BRIEF = 5, 9, 3


def before_aside(words: Tagged, here: list[Phrase], k: int, *, verb: bool) -> int:
    """Find the pause before an aside that ends right before the verb: "emissions" | ", without land use," | "fell".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.chunks import phrases_of
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "emissions, without land use, fell"
    >>> words = tagged(said, Span(0, len(said)), [], "en")
    >>> before_aside(words, list(phrases_of(words)[:-1]), 3, verb=True)
    1
    """
    sign = words.raws[here[k].begin]
    if sign == ")":
        return next((j for j in range(k - 1, -1, -1) if words.raws[here[j].begin] == "("), k)
    close = verb and all(one.kind == "o" for one in here[k + 2 :])
    renamed = (
        sign in {"–", "—"} and k > 1 and words.raws[here[k - 2].begin] == sign and _names_again(words, here[k - 1])
    )
    if renamed:
        return k - 2
    if sign not in {",", "–", "—"} or not (close or any(one.kind == "v" for one in here[k + 1 : k + _BRIEF])):
        return k
    first = next((j for j in range(k - 1, 0, -1) if words.raws[here[j].begin] == sign), k)
    opens = here[min(first + 1, len(here) - 1)]
    aside = sign != "," or opens.kind in "rpoc" or (opens.kind == "v" and words.tags[opens.begin] != "X")
    return first if aside else k


def _names_again(words: Tagged, aside: Phrase) -> bool:
    """Check whether a phrase between dashes is another name for what stands before it: "the limit – | the threshold | –"."""
    return aside.kind == "n" and words.tags[aside.begin] == "D"


def parts_of_aside(words: Tagged, here: list[Phrase], first: int, last: int) -> list[Phrase]:
    """Find the phrases of an aside that describe its noun ("adjusted for hours"); for a bracket also those behind it.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.chunks import phrases_of
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "pay, adjusted for hours, fell"
    >>> words = tagged(said, Span(0, len(said)), [], "en")
    >>> [(one.kind, one.begin) for one in parts_of_aside(words, list(phrases_of(words)), 1, 4)]
    [('v', 2), ('p', 3)]
    """
    bracket = words.raws[here[last].begin] == ")"
    opens = here[first + 1]
    inside = here[first + 1 : last] if bracket or (opens.kind == "v" and words.tags[opens.begin] != "Y") else []
    behind = here[last + 1 : last + 2] if bracket and last + 1 < len(here) and here[last + 1].kind == "p" else []
    return [*inside, *behind]


def added_by(words: Tagged, aside: Phrase, known: tuple[str, ...]) -> list[str]:
    """List the words that an aside adds to its noun: "adjusted for hours", "(…) of small firms".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.chunks import phrases_of
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "adjusted for hours"
    >>> words = tagged(said, Span(0, len(said)), [], "en")
    >>> [added_by(words, one, ("pay",)) for one in phrases_of(words)]
    [['adjusted'], ['for', 'hours']]
    """
    if aside.kind == "v" and words.tags[aside.begin] in "XY":
        return []
    said = [words.raws[i] for i in range(aside.begin, aside.end) if words.tags[i] in "NAKOJVW"]
    return [word for word in said if word not in known] if len(said) <= _SHORT else []


def related_clause(words: Tagged, here: list[Phrase], k: int, verbs: int, main: int) -> list[str]:
    """List the words of a short relative clause, or one with a figure, before the verb.

    Example: "women" | "who work part-time" | "were".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.chunks import phrases_of
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "women who work part-time were"
    >>> words = tagged(said, Span(0, len(said)), [], "en")
    >>> related_clause(words, list(phrases_of(words)), 0, 2, 4)
    ['who', 'work', 'part-time']
    """
    if verbs <= 1 or k + 1 >= len(here):
        return []
    begin, last = here[k + 1].begin, main or next((one.begin for one in reversed(here) if one.kind == "v"), 0)
    bare = (
        words.tags[begin] == "V"
        and words.raws[begin].endswith("ed")
        and not set("CPSZFX") & set(words.tags[begin:last])
    )
    if bare:  # a participle without "who": "the share of people" | "connected to the sewers" | "was"
        return [words.raws[i] for i in range(begin, last) if words.tags[i] in "NAKOJV"][:_LONG]
    if here[k + 1].kind != "r":
        return []
    said = [words.raws[i] for i in range(begin, last) if words.tags[i] in "RNAKOJVW"]
    counts = any(raw[0].isdigit() or raw == "one" for raw in words.raws[begin:last])
    return said if len(said) <= (_LONG if counts else _BRIEF) else []
