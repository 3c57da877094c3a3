"""Words of a measure that say what kind of thing it is: "food | prices", "prices of | food", "fear of | unemployment", "cases | in prisons"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.core.claim import Claim
from workbench.match.query.query import Query
from workbench.match.ranking.subject_not_in_series import is_a_thing, is_own_group
from workbench.match.titles.title_words import TitleWords
from workbench.match.words.concept_coverage import covered, partly_covered
from workbench.match.words.concepts import Concept
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import naming, words
from workbench.match.words.statistic_words import names_rate
from workbench.match.words.stop_words import STOP

_SHORTEST = 3
"""Fewest letters of a word that names something in any language: "на", "of" and "im" name nothing."""

_LONGEST_KIND = 5
"""Most words of a measure that names a thing and its kind."""

_COMPOUND = 12
"""Fewest letters of a word that is taken to be made of two: "Arbeitslosengeld"."""

_SHORTEST_HEAD = 4
"""Fewest letters of the end of a compound that names a thing."""

_OF = "of"
"""The English word between a thing and what it belongs to."""


def kinds(
    asked: Sequence[Concept],
    claim: Claim,
    query: Query,
    text: TitleWords,
    is_kind: Callable[[Concept], bool],
    *,
    known: bool = False,
) -> Iterator[str]:
    """Yield the words that make the claimed thing only a kind of what the series measures: "food | prices", "minimum | wage".

    Args:
        asked: What the measure names, in order.
        claim: The claim.
        query: Its query.
        text: The words of the series.
        is_kind: Whether a word restricts what is measured, and no other slot has read it.
        known: Whether a term of statistics is accepted after a thing that the title says in other words, or says twice.
    """
    things, measure = _once(asked, text) if known else list(asked), bare(claim.measure, query)
    said = list(dict.fromkeys(stem(word) for each in things for word in bare(each.said, query)))
    alike = list(map(stem, measure[: len(said)])) == said[: len(measure)]
    if not things or len(said) > _LONGEST_KIND + known or not (alike or (known and _all_said(measure, said, query))):
        return
    kind = _kind_in(things, claim, query, text)
    if kind is None or names_rate(
        kind.english or kind.said
    ):  # "the incidence of part-time work" is not a kind of part-time work
        return
    if (alike or kind in things[:1] or _is_known(kind)) and is_kind(kind):
        yield kind.said


def _all_said(measure: Sequence[str], said: Sequence[str], query: Query) -> bool:
    """Check whether a measure consists only of the things that it names, in any order."""
    heard = {word for each in query.concepts if not each.hint for word in words(each.said)}
    return {stem(word) for word in measure if word in heard}.issubset(said)


def _is_known(kind: Concept) -> bool:
    """Check whether a word after a measure in other words than the title's is a term of statistics: a thing or a group."""
    return kind.entry is not None and (is_a_thing(kind) or is_own_group(kind))


def _once(asked: Sequence[Concept], text: TitleWords) -> list[Concept]:
    """List the things that a measure names, each once: of several read from the same words, the one that the series has."""
    found: dict[str, Concept] = {}
    for each in asked:
        if each.said not in found or (covered(each, text.all) and not covered(found[each.said], text.all)):
            found[each.said] = each
    return list(found.values())


def _kind_in(asked: Sequence[Concept], claim: Claim, query: Query, text: TitleWords) -> Concept | None:
    """Find which thing of a measure says what kind the other thing is, the one that the series measures; None where none does."""
    first, *rest = [each for each in asked if not naming(each.ways[0].stems) <= query.base] or asked
    rest = [each for each in rest if not _holds(first, each)]
    known = [covered(concept, text.all) for concept in (first, *rest)]
    if not rest:
        stems = first.ways[0].stems
        several = len(words(first.said)) > 1 or len(first.said) >= _COMPOUND
        several = several and first.said in " ".join(words(claim.context))  # not for a substituted name
        left = stems[-1] in text.title or (several and partly_covered(first, frozenset(text.title)))
        return first if not known[0] and len(stems) > 1 and left else None
    if not known[0]:
        at = known.index(True) if True in known else len(known)
        kind = at < len(known) and all(known[at:]) and covered(rest[at - 1], frozenset(text.title))
        return first if kind and _lead_to([first, *rest[: at - 1]], rest[at - 1], claim) else None
    # "tax burden" is no kind of tax, "cases in prisons" and "emissions | of the | traffic" are one
    together, every = f"{first.said} {rest[0].said}", " ".join(words(claim.context))
    said = first.said in every and rest[0].said in every
    joined = together in " ".join(words(claim.measure)) and (together in every or not said)
    compound = joined and len(words(rest[0].said)) == 1
    return rest[0] if len(rest) == 1 and not known[1] and not compound else None


def _holds(one: Concept, other: Concept) -> bool:
    """Check whether the name of a thing contains that of another: "food prices" | "prices"."""
    return {stem(word) for word in words(other.said)} < {stem(word) for word in words(one.said)}


def _lead_to(firsts: Sequence[Concept], thing: Concept, claim: Claim) -> bool:
    """Check whether words are directly before a thing, and so may say its kind: "multidrug-resistant | tuberculosis"."""
    every, firsts_said = words(claim.context), [each.said for each in firsts]
    lead = " ".join(firsts_said)
    ways = (every, [word for word in every if word != _OF], words(claim.measure) if lead in " ".join(every) else [])
    together = [" ".join(dict.fromkeys([*firsts_said, word])) for word in words(thing.said)]
    return any(f"{each} " in f"{' '.join(way)} " for way in ways for each in together)


def compounds(claim: Claim, query: Query, text: TitleWords) -> Iterator[str]:
    """Yield the compounds of a measure of which only the end is known and is what the series measures: "Tabak|steuer", "Knochen|tuberkulose"."""
    left = [each.said for each in query.concepts if not each.known and not covered(each, text.all)]
    for word in words(claim.measure):
        begun = any(word.startswith(part) and len(word) - len(part) >= _SHORTEST_HEAD for part in left)
        heads = [each for each in query.concepts if each.said == word and each.known]
        if begun and any(each.frame or covered(each, text.all) for each in heads):
            yield word


def bare(said: str, query: Query) -> list[str]:
    """Remove the frame words from a measure: "church marriages" from "the rate of church marriages"."""
    things = {word for concept in query.concepts if not concept.frame for word in words(concept.said)}
    frames = {word for concept in query.concepts if concept.frame for word in words(concept.said)} - things
    return [word for word in words(said) if len(word) >= _SHORTEST and word not in frames and word not in STOP]
