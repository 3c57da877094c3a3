"""Collect the levels around a change that it may be measured between: which they are, their times, their distance.

They stand before or after it in its sentence, or in the sentences before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from workbench.core.claim import Claim, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.extract.claim.measures.measures_from_earlier_sentences import NOTHING_BEFORE, Prior

_STEM = 6


@dataclass(frozen=True, slots=True)
class LevelsAround:
    """The claims around a change.

    Attributes:
        claim: The change.
        here: The claims of its sentence before it, the last first.
        behind: The claims of its sentence after it, in order; empty while they are not read yet.
        prior: What was said before the sentence.
    """

    claim: Claim
    here: tuple[Claim, ...] = ()
    behind: tuple[Claim, ...] = ()
    prior: Prior = NOTHING_BEFORE

    @classmethod
    def around(cls, claims: Sequence[Claim], at: int, prior: Prior) -> LevelsAround:
        """Collect the claims around one claim of a sentence.

        >>> from workbench.extract import read_text
        >>> claims = read_text("It was 5 percent in 2010, rose by 3 points and was 8 percent in 2020.").claims
        >>> around = LevelsAround.around(claims, 1, NOTHING_BEFORE)
        >>> [level_of(each).low for each in (*around.here, *around.behind)]
        [Decimal('5'), Decimal('8')]
        """
        return cls(claims[at], tuple(reversed(claims[:at])), tuple(claims[at + 1 :]), prior)

    @property
    def earlier(self) -> tuple[Claim, ...]:
        """All claims before it, the last first."""
        return (*self.here, *self.prior.claims)

    @property
    def of_its_measure(self) -> list[Claim]:
        """The earlier levels of its measure, the last first."""
        return [each for each in self.earlier if is_level_of(self.claim, each)]

    @property
    def times(self) -> list[Mention[Period]]:
        """The times of the earlier levels of its measure, the last first."""
        return [each.period for each in self.of_its_measure if each.period is not None]

    @property
    def dated(self) -> list[Claim]:
        """The last two levels with a time: of its measure or, in its own sentence, of its place under any measure."""
        found = (
            each
            for each in self.earlier
            if each.period is not None and (self._is_level_of_its_place(each) or is_level_of(self.claim, each))
        )
        return list(islice(found, 2))

    @property
    def last_figure(self) -> Claim | None:
        """The last earlier claim that is only a level, whatever it measures."""
        return next(filter(is_level, self.earlier), None)

    @property
    def right_before(self) -> tuple[Claim, ...]:
        """The claims of the previous sentences, the last first; empty unless the sentence right before made one."""
        prior = self.prior
        return prior.claims if prior.claims and prior.sentences and _is_from(prior, prior.claims[0]) else ()

    @property
    def figures_before(self) -> list[Claim]:
        """The earlier levels of its sentence, else those of the sentences right before, whatever they measure."""
        return [each for each in self.here or self.right_before if is_level(each)]

    @property
    def alike(self) -> list[Claim]:
        """The levels of `figures_before` that have its measure, in more or in fewer words."""
        return [each for each in self.figures_before if measures_alike(self.claim, each)]

    @property
    def run_before(self) -> list[Claim]:
        """The unbroken run of levels of its measure that leads up to its sentence, the last first."""
        run = takewhile(is_level, self.right_before)
        return [each for each in run if measures_alike(each, self.claim)]

    def _is_level_of_its_place(self, other: Claim) -> bool:
        """Check whether a claim of the same sentence gives a level of the same place."""
        return other in self.here and other.place == self.claim.place and level_of(other) is not None


def _is_from(prior: Prior, claim: Claim) -> bool:
    return claim.sentence == prior.sentences[0].sentence.span


def is_level(claim: Claim) -> bool:
    """Check whether a claim gives a level, and no change or rank."""
    return claim.amount is not None and claim.change is None and claim.rank is None


def is_level_of(claim: Claim, other: Claim) -> bool:
    """Check whether an earlier claim gives a level of what the claim measures."""
    mine, its = claim.measure.lower(), other.measure.lower()
    alike = bool(mine) and bool(its) and (mine in its or its in mine)
    return alike and other.place in {claim.place, None} and level_of(other) is not None


def measures_alike(one: Claim, other: Claim) -> bool:
    """Check whether two claims have the same measure, in more or in fewer words."""
    mine, its = (
        {word[:_STEM] for word in each.measure.casefold().split() if len(word) >= _STEM} for each in (one, other)
    )
    return one.measure == other.measure or bool(mine and its and (mine <= its or its <= mine))


def level_of(claim: Claim) -> Amount | None:
    """Return the level that a claim gives, or that its change reaches; None where it gives none."""
    if claim.change is None:
        return None if claim.amount is None else claim.amount.value
    return None if claim.change.value.target is None else claim.change.value.target.value


def is_distance(size: Amount, one: Amount, other: Amount) -> bool:
    """Check whether a figure is the distance between two others, as exactly as they are written.

    Example: 3.71 between 0.279 and 3.99.
    """
    rounded = (size.step + one.step + other.step) / 2
    return abs(abs(one.low - other.low) - size.low) < rounded


def is_before(period: Period, later: Mention[Period] | None) -> bool:
    """Check whether a period ends before another of the same length begins."""
    return later is not None and period.end <= later.value.start and period.months == later.value.months
