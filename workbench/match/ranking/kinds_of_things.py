"""What of a measure says of what kind its thing is: "food | prices", "prices of | food", "fear of | unemployment", "cases | in prisons"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.core.claim import Claim
from workbench.match.query.query import Query
from workbench.match.ranking.other_things import are_apart, is_a_thing
from workbench.match.titles.texts import TitleWords
from workbench.match.words.concepts import Concept
from workbench.match.words.covering import covered, partly_covered
from workbench.match.words.keys import STOP, words
from workbench.match.words.statistic_words import names_rate
from workbench.match.words.stems import stem

_SHORTEST = 3
"""Fewest letters of a word that names something in any language: "на", "of" and "im" name nothing."""

_LONGEST_KIND = 5
"""Most words of a measure that names a thing and its kind."""

_COMPOUND = 12
"""Fewest letters of a word that is taken to be made of two: "Arbeitslosengeld"."""

_OF = "of"
"""The word of English between a thing and what it is of."""


def kinds(
    asked: Sequence[Concept],
    claim: Claim,
    query: Query,
    text: TitleWords,
    tells: Callable[[Concept], bool],
    *,
    known: bool = False,
) -> Iterator[str]:
    """What is only a kind of what the series measures: "food | prices", "minimum | wage", "prices of | food".

    Args:
        asked: What the measure names, in its order.
        claim: The claim.
        query: Its query.
        text: The words of the series.
        tells: Whether a word parts what is measured, as far as other slots tell.
        known: Whether a word of statistics will do that stands behind what the title says in other words, or says twice.
    """
    things, measure = _once(asked, text) if known else list(asked), bare(claim.measure, query)
    said = list(dict.fromkeys(stem(word) for each in things for word in bare(each.said, query)))
    alike = list(map(stem, measure[: len(said)])) == said[: len(measure)]
    if not things or len(said) > _LONGEST_KIND + known or not (alike or (known and _all_said(measure, said, query))):
        return
    kind = _kind_in(things, claim, text)
    if kind is None or names_rate(kind.said):  # "the incidence of part-time work" is no kind of it
        return
    if (alike or kind in things[:1] or _is_known(kind)) and tells(kind):
        yield kind.said


def _all_said(measure: Sequence[str], said: Sequence[str], query: Query) -> bool:
    """Whether the things that a measure names are all that it says, in whatever order."""
    heard = {word for each in query.concepts if not each.hint for word in words(each.said)}
    return {stem(word) for word in measure if word in heard}.issubset(said)


def _is_known(kind: Concept) -> bool:
    """Whether a word behind a measure that is said in other words than the title's is one of statistics: a thing or a group."""
    return kind.entry is not None and (is_a_thing(kind) or are_apart(kind))


def _once(asked: Sequence[Concept], text: TitleWords) -> list[Concept]:
    """The things that a measure names, each once: of those that the same words say, the one that the series has."""
    found: dict[str, Concept] = {}
    for each in asked:
        if each.said not in found or (covered(each, text.all) and not covered(found[each.said], text.all)):
            found[each.said] = each
    return list(found.values())


def _kind_in(asked: Sequence[Concept], claim: Claim, text: TitleWords) -> Concept | None:
    """Which of the things that a measure names says of what kind the other is, which the series measures; None where none does."""
    first, *rest = asked
    known = [covered(concept, text.all) for concept in asked]
    if not rest:
        stems = first.ways[0].stems
        several = len(words(first.said)) > 1 or len(first.said) >= _COMPOUND
        several = several and first.said in " ".join(words(claim.context))  # no name that was put for what is said
        left = stems[-1] in text.title or (several and partly_covered(first, frozenset(text.title)))
        return first if not known[0] and len(stems) > 1 and left else None
    if not known[0]:
        together = " ".join(dict.fromkeys([first.said, words(rest[0].said)[0]]))
        kind = covered(rest[0], frozenset(text.title)) and all(covered(each, text.all) for each in rest)
        every = words(claim.context)
        ways = (every, [word for word in every if word != _OF])
        return first if kind and any(together in " ".join(way) for way in ways) else None
    joined = f"{first.said} {rest[0].said}" in " ".join(words(claim.measure))
    # "tax burden" is no kind of tax, "cases in prisons" are one of cases
    compound = joined and len(words(rest[0].said)) == 1
    return rest[0] if len(rest) == 1 and not known[1] and not compound else None


def bare(said: str, query: Query) -> list[str]:
    """The words of a measure without those that frame any: "church marriages" of "the rate of church marriages"."""
    things = {word for concept in query.concepts if not concept.frame for word in words(concept.said)}
    frames = {word for concept in query.concepts if concept.frame for word in words(concept.said)} - things
    return [word for word in words(said) if len(word) >= _SHORTEST and word not in frames and word not in STOP]
