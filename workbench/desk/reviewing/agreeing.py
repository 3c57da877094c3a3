"""Agreement of reviewers: collects the valid ratings by claim, and measures them group by group.

A correction or update is no independent second rating, so only RATE reviews count, without undone ones. Ratings on two scales are never
compared.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import combinations

from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError, UnknownNameError
from workbench.core.rating import RatingScale
from workbench.core.verdict import Action, Review, Stage, valid_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts.verdicts import scale_given
from workbench.ports import ClaimFilter
from workbench.reliability.confidence_intervals import Draw, Sampling
from workbench.reliability.disagreements import Differing, differing, further
from workbench.reliability.rated_claim import RatedClaim
from workbench.reliability.reviewer_agreement import RaterAgreement, measured

BY = ("topic", "month", "pair", "scale")
"""How agreement may be grouped: by a claim's tags, the month of its last rating, each pair of reviewers, the scale."""

TIMES = 1_000
"""Default number of samples of an interval."""

_UNRATED = {Stage.OPEN, Stage.TAKEN, Stage.DISMISSED, Stage.ASIDE, Stage.DEFERRED}
_PAGE = 500


@dataclass(frozen=True, slots=True)
class AgreementQuestion:
    """The options of an agreement report.

    Attributes:
        by: One of `BY`; empty for all claims of a scale together.
        first: Whether each reviewer's first rating counts, instead of the latest.
        seed: The seed of the random numbers.
        times: The number of samples for an interval.
    """

    by: str = ""
    first: bool = False
    seed: int = 1
    times: int = TIMES


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """How far reviewers agree.

    Attributes:
        asked: The options.
        groups: The figures, group by group.
        differing: The claims to discuss, the largest difference first.
    """

    asked: AgreementQuestion
    groups: tuple[RaterAgreement, ...]
    differing: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class _Rated:
    rated: RatedClaim
    scale: RatingScale
    month: str
    tags: tuple[str, ...]


def agreement(ports: DeskPorts, wanted: ClaimFilter, asked: AgreementQuestion) -> AgreementReport:
    """Compute how far reviewers agree on the claims that two or more of them rated.

    Raises:
        UnknownNameError: The grouping is unknown.
    """
    if asked.by and asked.by not in BY:
        raise UnknownNameError("grouping", asked.by, list(BY))
    found = list(_rated(ports, wanted, first=asked.first))
    groups: dict[tuple[str, str], list[_Rated]] = {}
    for each in found:
        for name, part in _named(each, asked.by):
            groups.setdefault((each.scale.key, name), []).append(part)
    sampling = Sampling(lambda: _draw(asked.seed), asked.times)
    return AgreementReport(
        asked,
        tuple(_measured(name, groups[scale, name], sampling) for scale, name in sorted(groups)),
        tuple(sorted((one for each in found for one in differing(each.scale, [each.rated])), key=further)),
    )


def _measured(name: str, group: Sequence[_Rated], sampling: Sampling) -> RaterAgreement:
    return measured(name, group[-1].scale, [each.rated for each in group], sampling)


def _draw(seed: int) -> Draw:
    """Make a random series that is the same with every version of Python."""
    return random.Random(seed).random  # noqa: S311  (statistics, no secret)


def _named(each: _Rated, by: str) -> Iterator[tuple[str, _Rated]]:
    """Yield the groups that a claim belongs to; for pairs, one for each pair of its reviewers."""
    match by:
        case "topic":
            yield from ((tag, each) for tag in each.tags or ("no tag",))
        case "month":
            yield each.month, each
        case "pair":
            given = each.rated.ratings
            for one, other in combinations(sorted(given), 2):
                two = RatedClaim(each.rated.claim, {one: given[one], other: given[other]})
                yield f"{one} · {other}", replace(each, rated=two)
        case _:
            yield "", each


# --- what was given ---------------------------------------------------------------------------------------


def _rated(ports: DeskPorts, wanted: ClaimFilter, *, first: bool) -> Iterator[_Rated]:
    """Yield each claim with the ratings that two or more reviewers gave it on one scale."""
    stages = wanted.stages or tuple(stage.value for stage in Stage if stage not in _UNRATED)
    for key, tags in _keys(ports, replace(wanted, stages=stages, folded=False, order="text")):
        given = [each for each in _reviews(ports, key) if each.action is Action.RATE and each.rating]
        for scale in dict.fromkeys(each.scale for each in given):
            ratings = _one_each([each for each in given if each.scale == scale], first=first)
            known = scale_given(ports, ratings[-1])
            if len(ratings) > 1 and known is not None:
                said = {each.reviewer: each.rating or "" for each in ratings}
                yield _Rated(RatedClaim(key, said), known, f"{max(each.at for each in ratings):%Y-%m}", tags)


def _keys(ports: DeskPorts, wanted: ClaimFilter) -> Iterator[tuple[str, tuple[str, ...]]]:
    given = 0
    while rows := ports.store.claims(wanted, given, _PAGE):
        yield from ((row.id, row.tags) for row in rows if not row.damaged)
        given += len(rows)


def _reviews(ports: DeskPorts, claim: str) -> Sequence[Review]:
    """List the valid reviews of a claim; none for one that cannot be read, which `doctor` reports."""
    with suppress(NoSuchRecordError):
        try:
            return valid_reviews(ports.store.reviews(claim))
        except UnreadableRecordError:
            ports.store.pass_over("claim", claim)
    return ()


def _one_each(given: Iterable[Review], *, first: bool) -> Sequence[Review]:
    """Select one rating of each reviewer, in the order in which they were given; names ignore case."""
    kept: dict[str, Review] = {}
    for review in given:
        if review.who in kept and first:
            continue
        kept.pop(review.who, None)
        kept[review.who] = review
    return list(kept.values())
