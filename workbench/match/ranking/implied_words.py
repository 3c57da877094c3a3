"""Words of a claim that a series lacks and that add nothing to what both say: "outbound | departures", "the textiles | sector".

They are held in a registry, `implied.toml`, each with the word that implies it. None of them narrows: what stands beside
them is compared like any other word, so "financial services" and "services" stay apart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from workbench.core.claim import Claim
from workbench.core.quantity import PERCENTAGES
from workbench.core.series import Series
from workbench.match.ranking.subject_not_in_series import slots_of
from workbench.match.titles.title_dimensions import Path, path_of
from workbench.match.words.concept_coverage import related
from workbench.match.words.concepts import concepts_of
from workbench.match.words.excluding_words import DENIES, left_out_of
from workbench.match.words.normalisation import keys, naming, words
from workbench.match.words.population_groups import everybody_named
from workbench.match.words.stop_words import STOP
from workbench.match.words.translation import language_of

_OF_ALL = 2
"""Most words after "all" that may name the sort: "all | economic sectors"."""
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line of the registry, in stems."""

    beside: frozenset[str]
    adds: tuple[str, ...]
    has: frozenset[str]
    lacks: frozenset[str]
    axes: tuple[str, ...]
    unit: str


@cache
def _rules(kind: str) -> tuple[_Rule, ...]:
    table = tomllib.loads(files("workbench.match").joinpath("implied.toml").read_text(encoding="utf-8"))
    return tuple(
        _Rule(
            beside=frozenset(keys(each.get("beside", ""))),
            adds=tuple(keys(each["adds"])),
            has=frozenset(keys(each.get("has", ""))),
            lacks=frozenset(keys(each.get("lacks", ""))),
            axes=tuple(filter(None, (axis.strip() for axis in each.get("axis", "").split("|")))),
            unit=each.get("unit", ""),
        )
        for each in table[kind]
    )


def implied_words(claim: Claim, series: Series) -> tuple[str, ...]:
    """List the stems of the words that a claim and a title imply beside the words that both have.

    >>> from workbench.core.series import SeriesRef
    >>> from workbench.extract import read_text
    >>> series = Series(ref=SeriesRef("a", "b"), title="Departures; Visitor type: Overnight visitors")
    >>> said = "Outbound overnight departures rose to 29,000 in 2017.", "Overnight stays rose to 29,000 in 2017."
    >>> ["outbound" in implied_words(read_text(each).claims[0], series) for each in said]
    [True, False]
    """
    path = path_of(series.title)
    rules = [each for each in _rules("implied") if _is_of(each, series, path)]
    classes = _classes(path)
    excluded = left_out_of(series.title)
    if not (rules or classes or excluded or claim.all_of):
        return ()
    said = _said(claim)
    found = [stem for each in rules if _says(said, each.beside) for stem in each.adds]
    found += [stem for name, adds in classes for stem in adds if _is_beside(said, stem, name)]
    found += _of_all(claim, path)
    if excluded and all(_says(said, frozenset({stem})) for stem in excluded):
        found += DENIES
    return tuple(dict.fromkeys(found))


def told_otherwise(claim: Claim, series: Series) -> frozenset[str]:
    """Find the stems of a title that a claim says in other words, or that tell nothing of what is measured.

    >>> from workbench.core.series import SeriesRef
    >>> from workbench.extract import read_text
    >>> series = Series(ref=SeriesRef("a", "b"), title="Incidence of malaria in the population")
    >>> said = "The malaria rate fell by 9 percent in 2017.", "Malaria deaths fell by 9 percent in 2017."
    >>> [sorted(told_otherwise(read_text(each).claims[0], series)) for each in said]
    [['incid', 'popul'], ['popul']]
    """
    head = path_of(series.title).head
    everybody = frozenset(keys(everybody_named(head)))
    rules = [each for each in _rules("titled") if not naming(each.adds).isdisjoint(keys(head))]
    if not rules or _is_level_of_share(claim):
        return everybody
    said = _said(claim)
    return everybody.union(*(each.adds for each in rules if _says(said, each.beside) and not _says(said, each.lacks)))


def _is_level_of_share(claim: Claim) -> bool:
    amount = claim.amount.value if claim.amount is not None else None
    return claim.change is None and amount is not None and amount.unit.dimension in PERCENTAGES


def _is_of(rule: _Rule, series: Series, path: Path) -> bool:
    """Check whether a series has the words, the unit and the dimension that a rule is about."""
    title = frozenset(keys(series.title))
    unit = not rule.unit or series.unit.name == rule.unit
    axis = not rule.axes or any(member.axis.lower() in rule.axes for member in path.members)
    return unit and axis and not rule.beside.isdisjoint(title) and (not rule.has or not rule.has.isdisjoint(title))


def _of_all(claim: Claim, path: Path) -> Iterator[str]:
    """Yield the sort of a class of which a title and a claim both take all: "all | industries" and "Economic activity: Total"."""
    for rule in _rules("class"):
        if any(member.total and member.axis.lower() in rule.axes for member in path.members):
            behind = (claim.context[span.end - claim.sentence.start :] for span in claim.all_of)
            named = {stem for text in behind for stem in keys(" ".join(words(text)[:_OF_ALL]))}
            yield from named.intersection(rule.adds)


@lru_cache(maxsize=256)
def _classes(path: Path) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """List the classes of a title that have a sort, each as its stems with the words that say the sort."""
    found = []
    for rule in _rules("class"):
        names = [m.name for m in path.members if m.axis.lower() in rule.axes and not m.total]
        if rule.beside and any(rule.beside == frozenset(keys(member.axis)) for member in path.members):
            names.append(path.head)
        found += [(frozenset(_names(name)), rule.adds) for name in names]
    return tuple((name, adds) for name, adds in found if name)


def _names(text: str) -> frozenset[str]:
    return naming(keys(re.sub(r"[()]", " ", text)))


Word = frozenset[str]
"""What a word of a sentence may stand for, in the stems of titles."""


@lru_cache(maxsize=256)
def _words_of(context: str, slots: frozenset[str], language: str) -> tuple[Word, ...]:
    """List the words of a sentence that name something, in order; words that only link others are left out."""
    named: dict[str, set[str]] = {}
    for concept in concepts_of(context, slots, language, context):
        stems = {stem for way in concept.ways for stem in way.stems}
        for word in words(concept.said):
            named.setdefault(word, set()).update(stems)
    plain = (word for word in words(context) if word in named or (language == _ENGLISH and word not in STOP))
    return tuple(frozenset({*named.get(word, ()), *keys(word)}) for word in plain)


def _said(claim: Claim) -> tuple[Word, ...]:
    return _words_of(claim.context, slots_of(claim), language_of(claim.context, claim.language))


def _says(said: Sequence[Word], stems: frozenset[str]) -> bool:
    return any(not stems.isdisjoint(each) for each in said)


def _is_beside(said: Sequence[Word], stem: str, name: frozenset[str]) -> bool:
    """Check whether a word stands right behind or before the whole name of a class."""
    at = [k for k, each in enumerate(said) if stem in each]
    return any(_is_whole(said[:k][::-1], name) or _is_whole(said[k + 1 :], name) for k in at)


def _is_whole(run: Sequence[Word], name: frozenset[str]) -> bool:
    """Check whether the first words of a run say all of a name, and nothing else."""
    left = set(name)
    for each in run:
        own = {stem for stem in name if related(stem, each)}
        if not left or not own:
            break
        left -= own
    return not left
