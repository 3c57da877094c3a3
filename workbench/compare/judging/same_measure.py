"""Decides from words and figures whether it is certain that a series measures the claimed thing.

A figure that fits shows that the same thing is meant: few figures fit by chance. There is one exception. The figure of
a whole fits a claim about a kind of it ("food prices" beside all prices) because the speaker took it from there; this
is left open.

A figure that does not fit shows no such thing, since any misreading of a claim also ends in a figure that does not fit.
So where the words of the claim, its unit and the title leave something open, a figure refutes the claim only if it shows in
another way that it is of the claimed thing: a slip explains the claimed figure, or the two are of the same size. A bare
figure with an unread word behind it may be in another unit, and no slip explains it. The same holds for a claim without
a period, since the latest period may not be the one meant. A bound ("more than 26 million") that is met by far proves
as little.

Where the words leave nothing open, a figure of another size that no slip explains refutes a claim, except for a claimed
level under half of the measured one. That is more likely the level of a part whose name was not read ("590 patients
whose tuberculosis no longer answers to the usual drugs"), unless the claim is an upper bound ("fewer than a quarter of
the newborns" where they were 58 percent).

Measured on 521 sentences by writers who had not seen the rules: such figures refute 16 more claims than when no figure
of another size refuted any in a passage, one of them wrongly. Levels under half, taken literally, would refute three
more, two of them wrongly.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare.judging.outcome import CONTRADICTED, OF_SLOT, SUPPORTED, WORDS
from workbench.compare.judging.size_comparison import (
    NO_LEVELS,
    UNSIZED,
    adds_up,
    differs_by_scale_word,
    many_times_the_bound,
    may_be_a_part,
    of_another_size,
    of_one_size,
)
from workbench.compare.judging.unsure_series import unsure_finding
from workbench.compare.unit_conversion import UNSURE_UNIT, UNTOLD
from workbench.core.claim import Claim
from workbench.core.finding import Agreement, Finding
from workbench.core.place import country_of_city
from workbench.core.units import counts

_BY_CHANCE = Decimal("0.1")
"""Most figures that fit by chance for a slip to show what was meant, where the series lacks words of the claim."""

_BY_CHANCE_BESIDE_UNREAD = Decimal("0.05")
"""The same where words beside the figure were not read: several slips are tried for each claim, and one in ten soon fits."""
_ANOTHER_SIZE = "gives a figure of another size than the claimed one, which no slip explains"
_BARE = "counts something, where the claim's figure names nothing"
_PERSONS = frozenset({"people", "some", "parents"})
"""Classes of counted things that are people: women are persons, whatever the series calls them."""
_ONE_BREATH = 180
"""Most characters of a sentence that says one thing: 25 to 30 words, the most that guides to plain language allow."""

_OF_ANOTHER = "may be of another place or group than the words beside the figure, which names no country and which no slip explains"
_PLACE_ASSUMED = "assumed-place"
_NO_UNIT = "says no unit, where the claim is in percent"
_UNNAMED = "gives the figure of a period that the claim does not name"
_ASSUMED = {
    "no-period": _UNNAMED,
    "inherited-period": _UNNAMED,
    "claim-before-period-end": "gives the figure of a period that had not ended when the words were said",
}
"""Caveats that leave the period in doubt, each with what it says about the series."""


def decided_by_words_or_figures(
    findings: Sequence[Finding],
    unanswered: Sequence[str],
    unclaimed: Sequence[str],
    others: Sequence[str] = (),
    *,
    kinds: Sequence[str] = (),
    unread: Sequence[str] = (),
    apart: Sequence[str] = (),
    put: Sequence[str] = (),
    alone: bool = True,
) -> tuple[Finding, ...]:
    """Leave findings open where neither words nor figures show that they are of the claimed thing.

    Args:
        findings: The findings of one claim on one series.
        unanswered: Words of the claim that the series lacks.
        unclaimed: Words of the title that the claim lacks.
        others: Other groups or places in the claim, which the series does not count separately: their figure may have
            the same size.
        kinds: Words that make the claimed thing only a kind of what the series measures.
        unread: Words beside the figure that no slot reads and the series lacks: they may name a kind, a part or another
            thing.
        apart: What the text tells apart and the series does not: the part of a whole that it speaks of, what it takes out.
        put: Those of the kinds that are not the sentence's own words: they name no kind that a number may be of.
        alone: Whether the claim's sentence says everything that is meant; inside a passage other sentences say part of
            it.
    """
    if apart:
        return tuple(_of_another_part(found, apart) for found in findings)
    parts = (
        *kinds,
        *(word for word in unread if not any(word in kind for kind in kinds)),
    )  # "in schools" already has the word "schools"
    if any(map(fits, findings)):
        return tuple(_of_the_whole(found, parts) for found in findings) if parts else tuple(findings)
    words = _words(tuple(dict.fromkeys((*others, *unanswered))), unclaimed)
    of_kind = any(country_of_city(word.title()) is None for word in kinds)  # "Rome's score" is Italy's
    opened = [
        _left_open(
            _of_a_kind(found, kinds)
            if of_kind and not set(kinds) <= set(put) and _may_be_of_a_kind(found)
            else _of_the_whole(found, parts)
            if parts
            and (
                _is_at_least(found)
                or (unread and _is_in_words(found))
                or (of_kind and (_is_in_words(found) or _is_bound(found)))
            )
            else found,
            words,
            lacks=bool(unanswered or others),
            of_others=bool(others),
            part=bool(kinds),
            unread=bool(unread),
            alone=alone,
        )
        for found in findings
    ]
    refuted = {found.part for found, now in zip(findings, opened, strict=True) if _is_opened(found, now)}
    return tuple(_not_borne_out(found, refuted) for found in opened)


def _of_the_whole(found: Finding, kinds: Sequence[str]) -> Finding:
    """Leave open a finding that fits, where the claim is about a kind and the figure is that of the whole."""
    if WORDS[found.agreement] != SUPPORTED:
        return found
    return unsure_finding(found, f"says nothing of {_quoted(kinds)}, and the figure that fits is of them all")


def _may_be_of_a_kind(found: Finding) -> bool:
    """Check whether a number that was claimed of a kind is less than the measured one of all: as much may be of that kind."""
    less = found.claimed is not None and found.measured is not None and 0 < found.claimed < found.measured
    return less and adds_up(found) and WORDS[found.agreement] == CONTRADICTED


def _of_a_kind(found: Finding, kinds: Sequence[str]) -> Finding:
    """Leave open a number of a kind, which that of all does not refute."""
    return unsure_finding(found, f"says nothing of {_quoted(kinds)}, and counts them all")


def _of_another_part(found: Finding, said: Sequence[str]) -> Finding:
    """Leave open what a series of the whole bears out or refutes, where the text speaks of a part of it."""
    if WORDS[found.agreement] not in {SUPPORTED, CONTRADICTED}:
        return found
    return unsure_finding(found, f"does not tell {_quoted(said)} apart, as the text does")


def _is_opened(found: Finding, now: Finding) -> bool:
    """Check whether a finding that did not fit is now left open."""
    return WORDS[found.agreement] == CONTRADICTED and now.agreement is Agreement.UNDECIDED


def _not_borne_out(found: Finding, refuted: set[str]) -> Finding:
    """Leave open a finding that fits where another part of the claim did not fit and is open, since all must hold."""
    if WORDS[found.agreement] != SUPPORTED or not refuted - {found.part} or found.part in refuted:
        return found
    return unsure_finding(found, "does not give the other figure of the claim")


def _left_open(
    found: Finding, words: Sequence[str], *, lacks: bool, of_others: bool, part: bool, unread: bool, alone: bool
) -> Finding:
    """Leave a finding open where more is in doubt than its figure makes up for.

    `lacks` means that the series lacks words of the claim, `of_others` that these name others than those it counts,
    `part` that the claim is only about a kind of what is counted and no slip of the speaker explains it, `unread` that
    words beside the figure may say so, `alone` that the claim's sentence says everything.
    """
    unread_parts = any(caveat.kind == UNTOLD for caveat in found.caveats)
    doubts = [
        *words,
        *[_NO_UNIT] * unread_parts,
        *[_ASSUMED[caveat.kind] for caveat in found.caveats if caveat.kind in _ASSUMED][:1],
    ]
    word = WORDS[found.agreement]
    sized = found.part not in UNSIZED
    far = not of_one_size(found) if lacks else many_times_the_bound(found)
    open_bound = word == SUPPORTED and sized and found.claimed is not None and far
    assumed_unit = any(caveat.kind == UNSURE_UNIT for caveat in found.caveats)
    bare = not found.unit and assumed_unit
    chance = _BY_CHANCE_BESIDE_UNREAD if unread else _BY_CHANCE if lacks or not alone else None
    has_explanation = not (part and sized) and _has_explanation(found, chance)
    of_unit = bare and unread  # an unread unit may change a figure by a factor of ten or a thousand
    refutes = word == CONTRADICTED and (of_unit or not (has_explanation or differs_by_scale_word(found)))
    misread = found.agreement is Agreement.APART and (
        (may_be_a_part(found) and (doubts or unread or not _is_at_most(found)))
        or (of_another_size(found) and unread)
        or (not alone and ((of_another_size(found) and doubts) or bare))
        or of_unit
    )
    other_unit = assumed_unit and counts(found.unit) not in _PERSONS and not of_one_size(found)
    if refutes and unread and _is_level_of_assumed_place(found):
        return unsure_finding(found, _OF_ANOTHER)
    doubtful = of_others or unread_parts or misread or other_unit or len(doubts) > of_one_size(found)
    if not open_bound and not (refutes and doubtful):
        return found
    if not doubts:
        return unsure_finding(found, _BARE if refutes and bare else _ANOTHER_SIZE)
    return unsure_finding(found, f"{' and '.join(doubts)}, and its figure does not show that it is of the same thing")


def _is_level_of_assumed_place(found: Finding) -> bool:
    """Check whether a finding is on a level of the speaker's own country, which the claim does not name.

    A name beside it that no slot reads may be that of a town or a people: "Middlesbrough 2012: 14.1 percent", "every second Sinto".
    """
    assumed = any(caveat.kind == _PLACE_ASSUMED for caveat in found.caveats)
    return assumed and found.part not in NO_LEVELS


def _is_at_most(found: Finding) -> bool:
    """Check whether only an upper bound is claimed: "fewer than a quarter"."""
    return found.claimed_range is not None and found.claimed_range.low is None


def _is_at_least(found: Finding) -> bool:
    """Check whether only a lower bound of a number is claimed.

    "More" of the whole says nothing about a kind of it; "fewer" does.
    """
    return adds_up(found) and found.claimed_range is not None and found.claimed_range.high is None


def _is_bound(found: Finding) -> bool:
    """Check whether only a bound of a rate is claimed: that of the whole says nothing of a kind of it, more or fewer."""
    claimed = found.claimed_range
    bounded = claimed is not None and found.claimed is not None and (claimed.low is None or claimed.high is None)
    return bounded and not adds_up(found)


def _is_in_words(found: Finding) -> bool:
    """Check whether no figure is claimed, only a direction, a rank or a trend: that of the whole says nothing of a kind of it."""
    return found.part in UNSIZED or found.claimed is None


def _has_explanation(found: Finding, chance: Decimal | None) -> bool:
    """Check whether a slip of the speaker explains the claimed figure, no likelier by chance than given.

    A slip in an assumed period does not count, since the reader may have made it.
    """
    assumed = any(caveat.kind in _ASSUMED for caveat in found.caveats)
    slips = (slip for slip in found.slips if not (assumed and OF_SLOT.get(slip.kind) == "period"))
    return any(chance is None or slip.chance <= chance for slip in slips)


def stands_alone(claim: Claim) -> bool:
    """Check whether a claim's sentence begins its text and is short, so that nothing else says what is meant."""
    return claim.sentence.start == 0 and len(claim.sentence) <= _ONE_BREATH


def fits(found: Finding) -> bool:
    """Check whether a finding fits a claim with both a lower and an upper bound, as few figures do by chance."""
    claimed = found.claimed_range
    bounded = claimed is not None and claimed.low is not None and claimed.high is not None
    return bounded and WORDS[found.agreement] == SUPPORTED and found.part not in UNSIZED


def _words(unanswered: Sequence[str], unclaimed: Sequence[str]) -> list[str]:
    """List what the words leave open, each worded to follow "the series"."""
    lacks = [f"says nothing of {_quoted(unanswered)}"] if unanswered else []
    return [*lacks, *([f"names {_quoted(unclaimed)}, which the claim does not"] if unclaimed else [])]


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
