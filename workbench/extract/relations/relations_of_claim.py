"""Reads all relations of a claim's figure to other figures into the claim's slots, once.

Comparing, planning and explaining later use the slots and read no words. A claim stored by an earlier version lacks
these slots; it is completed here when it is loaded.
"""

from __future__ import annotations

from typing import Any

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import RELATIONS, Claim, ClaimKind
from workbench.core.document import Span
from workbench.core.relations import Rank
from workbench.extract.relations.deficits_and_growth import with_accounts_and_growth
from workbench.extract.relations.denied_claims import is_denied
from workbench.extract.relations.first_times import first_time_of
from workbench.extract.relations.nearby import around, has_phrase, may_be_said, phrases, stands
from workbench.extract.relations.period_on_period import step_of
from workbench.extract.relations.place_comparisons import place_comparison_of
from workbench.extract.relations.prices_and_adjustment import adjustment_of, index_base_of, prices_of
from workbench.extract.relations.ranks import period_outside_row, rank_of
from workbench.extract.relations.ranks_by_comparison import rank_beside_each
from workbench.extract.relations.records_by_denial import rank_by_denial
from workbench.extract.relations.shares_and_rates import all_of, speaks_of_rate
from workbench.extract.relations.trends_in_claims import change_at_no_time, trends_of
from workbench.extract.words.word_files import file_for

_COMPLETED = 3
"""From this version on, slots may hold values from the text before the claim, and are not read again."""

_RANKS = frozenset({"rank", "record_of", "peak"})
_PRICED = frozenset({"real", "nominal", "adjusted", "unadjusted", "per_person"})
_NAMED = frozenset({"named_before", "owners_alone", "named_behind"})
"""Classes of phrases for ranks, prices and things named before. Without any of them the slot is not read."""

_AHEAD = 40
"""Characters before a figure in which its group may be named."""


def with_relations(claim: Claim) -> Claim:
    """Complete a claim with its relations.

    These are rank, trends, step, first time, other place, prices, adjustment and index base.

    A claim whose relations are up to date is returned unchanged.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "It is the lowest since 1974."
    >>> claim = Claim(id="c", document="d", span=Span(0, 27), quote="", sentence=Span(0, 28), context=said, kind=ClaimKind.RANK)
    >>> with_relations(claim).rank.begins, with_relations(with_relations(claim)) == with_relations(claim)
    (1974, True)
    """
    if claim.relations >= RELATIONS:
        return claim
    if claim.relations >= _COMPLETED:
        return changed_copy(claim, **_since_completed(claim))
    language = file_for(claim.language)
    of_sentence, of_measure = may_be_said(claim.context, language), may_be_said(claim.measure, language)
    rank = rank_by_denial(claim) if "record_since" in of_sentence else None
    if rank is None and not of_sentence.isdisjoint(_RANKS):
        rank = rank_of(claim)
    if rank is None and len(claim.places) > 2:
        rank = rank_beside_each(claim)
    if rank is not None and rank.years is not None and _is_outside(claim, rank):
        rank = None  # "fell to the lowest for | five years": the number of years is a claim of its own, with this rank
    if rank is not None and _holds_change(claim, rank):
        claim = changed_copy(claim, kind=ClaimKind.RANK, change=None, changes=())
    priced = not (of_sentence.isdisjoint(_PRICED) and of_measure.isdisjoint(_PRICED))
    named = not (of_sentence.isdisjoint(_NAMED) and of_measure.isdisjoint(_NAMED))
    return changed_copy(
        claim,
        period=claim.period if rank is None else period_outside_row(claim, rank),
        qualifiers=with_accounts_and_growth(claim),
        notes=tuple(note for note in claim.notes if note.kind != "ambiguous-period")
        if rank is not None and _is_since(claim, rank)
        else claim.notes,
        rank=rank,
        trends=trends_of(claim),
        change=change_at_no_time(claim) if "each" in of_sentence else claim.change,
        first_time=first_time_of(claim) if "first_time" in of_sentence else None,
        comparison=place_comparison_of(claim),
        prices=prices_of(claim) if priced else None,
        adjustment=adjustment_of(claim) if priced else None,
        index_base=index_base_of(claim),
        per_person=priced and has_phrase(claim, "per_person", f"{claim.context} {claim.measure}"),
        of_change="measured_change" in of_measure and has_phrase(claim, "measured_change", claim.measure),
        named_before=named and _is_named_before(claim),
        **_since_completed(claim),
    )


def _since_completed(claim: Claim) -> dict[str, Any]:
    """Read the slots that depend only on the claim's own words, not on the text before it."""
    language = file_for(claim.language)
    of_sentence = may_be_said(claim.context, language)
    rate = "share_or_rate" in of_sentence or "share_or_rate" in may_be_said(claim.measure, language)
    return {
        "step": step_of(claim) if "told_step" in of_sentence else None,
        "per_many": "per_many" in of_sentence and _is_per_many(claim),
        "denied": "denied" in of_sentence and is_denied(claim),
        "of_rate": rate and speaks_of_rate(claim),
        "all_of": all_of(claim) if "all_of" in of_sentence else (),
        "relations": RELATIONS,
    }


def _is_since(claim: Claim, rank: Rank) -> bool:
    """Check whether a claim's period only begins its row of times, whose end does not matter: "the lowest since 2004"."""
    return rank.since and claim.period is not None and claim.period.rule == "since"


def _holds_change(claim: Claim, rank: Rank) -> bool:
    """Check whether a change says no more than a rank: "not since 2002 was it | lower", "fell | to the lowest level"."""
    return bool(rank.beside) or _is_outside(claim, rank)


def _is_outside(claim: Claim, rank: Rank) -> bool:
    """Check whether a claim is a change without a size, and its rank stands beside its words."""
    return claim.change is not None and not claim.amounts and not rank.span.overlaps(claim.change.span)


def _is_named_before(claim: Claim) -> bool:
    """Check whether a claim's words, or those right behind them, refer to a group named before; of a change it is the measure."""
    if has_phrase(claim, "named_before", f"{claim.measure} {claim.quote}"):
        return True
    at = claim.span.start - claim.sentence.start
    if stands(claim, "owners_alone", at - _AHEAD, at) is not None:
        return True
    behind = None if claim.change is not None and claim.amount is not None else phrases(claim, "named_behind")
    return behind is not None and behind.match(claim.context, claim.span.end - claim.sentence.start) is not None


def _is_per_many(claim: Claim) -> bool:
    """Check whether a claim counts per hundred or thousand, in words other than its figure ("stieg auf 10.000")."""
    at = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    found = around(claim.context, at, "per_many", file_for(claim.language))
    if not found:
        return False
    own = [each.span.shift(-claim.sentence.start) for each in claim.amounts]
    return any(not any(span.overlaps(each) for each in own) for span in (Span(*each.span()) for each in found))
