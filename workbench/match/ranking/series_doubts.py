"""Whether a series may decide: more likely than not it measures what is claimed, and nothing contradicts that.

A speaker says more than what is measured ("I can confirm to this house that unemployment is 4 percent"), so few shared words are no
contradiction. They are no proof either: the figure of another series may fit by chance. A series with too few shared words stays in
the list, and may not decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from workbench.core.claim import Claim
from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.match.fit.contradictions import contradiction, other_of_many, share_of_output, share_of_unnamed
from workbench.match.fit.fit_group import fit_group, other_ages
from workbench.match.fit.narrowing import narrowed
from workbench.match.fit.number_or_share import number_for_rate, rate_for_number
from workbench.match.fit.whole_of_title import share_of_another
from workbench.match.index.title_store import Hit
from workbench.match.query.likelihood import SURE_ENOUGH, TitleMatch, likelihood, title_match
from workbench.match.query.prepared_query import PreparedQuery
from workbench.match.query.query import Query, query_of
from workbench.match.query.term_overlap import (
    ENOUGH,
    SHARES_ONLY,
    TermOverlap,
    enough,
    few_words,
    not_measured,
    only_denominator,
    share_measured,
)
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.titles.title_dimensions import path_of
from workbench.match.titles.title_words import Surfaces, without_brackets
from workbench.match.words.age_groups import without_wide_ages
from workbench.match.words.concept_coverage import related
from workbench.match.words.concepts import Concept
from workbench.match.words.normalisation import keys, naming, words
from workbench.match.words.statistic_words import marks_of

_LIKE_ENOUGH = 0.3
"""Minimum cosine of a title that may be meant."""

BORNE_OUT = 0.55
"""Minimum mean of title coverage, claim coverage and cosine at which a series of the user's own files may decide."""

OTHERS = 0.3
"""Group fit up to which a series counts another group than the claim."""


def why_unsure(
    asked: PreparedQuery, found: Hit, overlap: TermOverlap, parts: Mapping[str, float]
) -> tuple[float, str | None]:
    """Compute the probability that a series measures the query, 0 to 1, and the reason why it may not decide; None where it may.

    Args:
        asked: The query.
        found: The series.
        overlap: What the two have in common.
        parts: The values of the score's parts, by name.
    """
    bare, units = not_measured(overlap, measured_against(found.series.title)), _unit_words(asked.query)
    share_covered = share_measured(asked.sought_terms, overlap, units)
    agreed = title_match(head_of(found.series.title), asked.query, overlap, share_covered, parts)
    likely = likelihood(agreed)
    if found.series.ref in asked.picked:
        return likely, None
    if asked.query.kind is None or found.series.ref.source in asked.own_files:
        share = share_measured(asked.sought_terms, bare, units)
        return likely, _doubt(asked, found, bare, share) or _part(asked.query, found, agreed)
    return likely, _doubt_of_claim(asked.query, found, bare, agreed, likely)


def _doubt_of_claim(query: Query, found: Hit, overlap: TermOverlap, agreed: TitleMatch, likely: float) -> str | None:
    """Give the reason why a series may not decide a claim: its title, or that it more likely measures something else."""
    written = Surfaces(found.series)
    return (
        only_denominator(overlap, written)
        or _of_others(query, found)
        or contradiction(query, found.series, agreed)
        or narrowed(agreed.strange - measured_against(found.series.title), written)
        or _unlikely(likely, agreed, overlap, written)
    )


def _unlikely(likely: float, agreed: TitleMatch, overlap: TermOverlap, written: Surfaces) -> str | None:
    """Give the reason where the series more likely measures something else."""
    if likely >= SURE_ENOUGH:
        return None
    if agreed.share_covered < ENOUGH:
        return few_words(overlap, written)
    strange = ", ".join(f"“{written.get(key, key)}”" for key in sorted(agreed.strange))
    return f"also names {strange}, which the claim does not" if strange else "is not near enough to what was said"


def _part(query: Query, found: Hit, agreed: TitleMatch) -> str | None:
    """Give the reason where a series of the user's own files counts only a part, or gives another sort of figure: a median for a mean, a share for the thing itself.

    For a bare phrase there is none, since it claims nothing.
    """
    if query.kind is None:
        return None
    by_title = narrowed(agreed.strange - measured_against(found.series.title), Surfaces(found.series))
    rules = (other_of_many, share_of_output, share_of_unnamed, share_of_another, rate_for_number, number_for_rate)
    return by_title or next((says for rule in rules if (says := rule(query, found.series)) is not None), None)


def _doubt(asked: PreparedQuery, found: Hit, overlap: TermOverlap, share: float) -> str | None:
    """Give the reason why a series may not decide; None where it may.

    For a bare phrase, nearness in meaning is enough, since it claims nothing. For a claim it is not: "smuggling of migrants" is near
    "displaced persons" in meaning, and not measured by them.
    """
    written = Surfaces(found.series)
    reason = only_denominator(overlap, written)
    if reason is not None or (asked.query.kind is None and found.near >= _LIKE_ENOUGH):
        return reason
    if not enough(overlap, share) and not _borne_out(asked.query, found, share):
        return few_words(overlap, written)
    return _of_others(asked.query, found)


def measured_against(title: str) -> frozenset[str]:
    """Find the stems that a title names only as its denominator: "Remittances as a share of GDP"."""
    base = marks_of(title).base
    return frozenset(key for key in base if keys(title).count(key) == 1) if base else frozenset()


def shares_only_words(claim: Claim, series: Series, doubt: str) -> int:
    """Count the words of a claim's sentence among those that a title names, where that they are few is the only doubt; else none.

    A unit or a denominator that is shared names nothing.

    Args:
        claim: The claim.
        series: The series.
        doubt: Why it may not decide.
    """
    if not doubt.startswith(SHARES_ONLY):
        return 0
    things = naming(head_of(series.title)) - measured_against(series.title) - _unit_words(query_of(claim))
    said = frozenset(keys(claim.context))
    return sum(related(key, said) for key in things)


def _unit_words(query: Query) -> frozenset[str]:
    """Find the stems of the figure's unit; for a count or a rate there are none, since the thing counted is the measure."""
    unit = query.unit
    if unit is None or unit.dimension is Dimension.COUNT:
        return frozenset()
    return frozenset(keys(unit.per if unit.dimension is Dimension.RATE else f"{unit} {unit.name}"))


def _of_others(query: Query, found: Hit) -> str | None:
    """Give the reason where the series counts another group than the claim; members of a path are handled by their own rule."""
    if says := other_ages(query, found.series):
        return says
    fit = fit_group(query, found.series)
    return fit.because if fit.value <= OTHERS and not path_of(found.series.title).members else None


def _borne_out(query: Query, found: Hit, share: float) -> bool:
    """Check whether the title's words were said, and few others: the claim may then say more than is measured."""
    named = _named(found.series)
    if len(named) > 1 and named <= query.claimed:
        return True
    said = len(named & query.claimed) / len(named) if named else 0.0
    return (said + share + max(0.0, found.near)) / 3 >= BORNE_OUT


def also_said(asked: Sequence[Query], best: Series, others: Iterable[Series]) -> Series | None:
    """Find another series of a similar thing that fits words of the claim which the best series lacks.

    "Of all deaths, 6,000 were in the capital" is not measured by all deaths where those in the capital are a series too; and a claim
    about exports and imports is measured by neither alone. Where the claim's own measure has what the best series alone has, a word
    beside the measure that may only mean what the other has says nothing: "scrap that came in from abroad" was not sold abroad.

    Args:
        asked: The queries of the claim and of its sentence.
        best: The series that was found.
        others: The series that may be meant besides.
    """
    own = _named(best)
    if path_of(best.title).members:
        return None
    said = frozenset(stem for query in asked for stem in query.stems)
    for other in others:
        names = _named(other)
        more = names - own
        if more and names & own and more <= said and not (_measure_has(asked, own - names) and _is_hinted(asked, more)):
            return other
    return None


def _measure_has(asked: Sequence[Query], stems: frozenset[str]) -> bool:
    """Check whether the claim's own measure has what one series has and another lacks."""
    concepts = (concept for concept in asked[0].concepts if not concept.hint)
    named = frozenset(stem for concept in concepts for way in concept.ways for stem in way.stems)
    return not stems.isdisjoint(named)


def _is_hinted(asked: Sequence[Query], stems: frozenset[str]) -> bool:
    """Check whether some stems only stand for words beside the measure, and are not among those that are said."""
    own = asked[0].claimed
    said = {stem for query in asked for concept in query.concepts for stem in _as_said(concept)}
    return not stems <= own | said


def _as_said(concept: Concept) -> Sequence[str]:
    """List the stems of a concept as it is written, with the translation of a single word."""
    return keys(concept.said if len(words(concept.said)) > 1 else f"{concept.said} {concept.english}")


def names_another(query: Query, series: Series) -> bool:
    """Check whether a query names something of which the series has no word."""
    ways = (way for concept in query.concepts if not (concept.hint or concept.frame) for way in concept.ways)
    named = naming(key for way in ways for key in way.stems)
    return bool(named) and named.isdisjoint(keys(f"{series.title} {series.unit} {series.description}"))


def _named(series: Series) -> frozenset[str]:
    return naming(head_of(series.title))


@lru_cache(maxsize=20_000)
def head_of(title: str) -> frozenset[str]:
    """Find the stems of what a title measures, without wide age ranges, breakdowns and brackets.

    >>> sorted(head_of("Unemployment rate, persons aged 15 and over (% of labour force)"))
    ['rate', 'unemploy']
    """
    return frozenset(keys(without_wide_ages(without_brackets(without_breakdown(path_of(title).head)))))
