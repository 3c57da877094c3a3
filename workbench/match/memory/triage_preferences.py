"""Triage preferences: learns from the claims that the desk took up or deferred, for the next claim.

Every team has its own topics. The model is simple enough to be understood: for a claim's kind and for each of its words, how
often claims with it were taken up and how often deferred here (log-odds, one added to each count), averaged over the claim. Taking up
more claims never lowers the worth of any claim, and an unknown word has no effect.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log

from workbench.core.score import OWN_PART, ScorePart
from workbench.match.words.normalisation import keys

WEIGHT = 0.3
"""Weight of this part of check-worthiness. The other parts keep their proportions."""
LEAST, LEAST_EACH = 20, 5
"""Minimum number of decisions in all, and of each kind. With fewer the counts would be chance."""
_NAMED = 3
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class TriageDecision:
    """A claim that was taken up (rated, published) or deferred.

    Attributes:
        kind: The claim's kind.
        words: The sentence that contains it: a claim's own words may be only "fell by 9 percent".
        taken: Whether it was taken up.
    """

    kind: str
    words: str
    taken: bool


@dataclass(frozen=True, slots=True)
class TriagePreferences:
    """How often claims with a trait were taken up and deferred.

    Attributes:
        taken: By trait, how many claims were taken up.
        skipped: By trait, how many were deferred.
        decided: How many were taken up and deferred in all.
        written: The trait as written: "unemployment" for its stem.
    """

    taken: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    decided: tuple[int, int] = (0, 0)
    written: dict[str, str] = field(default_factory=dict)

    @property
    def speaks(self) -> bool:
        """Whether there are enough decisions of both kinds."""
        return sum(self.decided) >= LEAST and min(self.decided) >= LEAST_EACH

    def part(self, kind: str, words: str) -> ScorePart:
        """Compute the part of a claim's worth from this desk's decisions; its weight is 0 while they are too few."""
        if not self.speaks:
            return ScorePart(OWN_PART, 0.0, 0.0, self._too_few())
        odds = {trait: self._odds(trait) for trait in _traits(kind, words)}
        value = 1 / (1 + exp(-sum(odds.values()) / len(odds)))
        return ScorePart(OWN_PART, round(value, 4), WEIGHT, self._because(odds))

    def added(self, parts: Sequence[ScorePart], own: ScorePart) -> tuple[ScorePart, ...]:
        """Add the desk's own part to the parts of a claim's check-worthiness, keeping the sum of the weights.

        >>> TriagePreferences().added((ScorePart("figure", 1.0, 1.0, ""),), ScorePart(OWN_PART, 0.5, 0.3, ""))[0].weight
        0.7
        """
        kept = 1 - own.weight
        return (*(ScorePart(part.name, part.value, part.weight * kept, part.because) for part in parts), own)

    def _odds(self, trait: str) -> float:
        return log((self.taken[trait] + 1) / (self.skipped[trait] + 1))

    def _too_few(self) -> str:
        taken, skipped = self.decided
        return (
            f"{taken} claims were taken and {skipped} deferred here; "
            f"with {LEAST} in all and {LEAST_EACH} each way this would count"
        )

    def _because(self, odds: dict[str, float]) -> str:
        strongest = sorted((t for t in odds if odds[t]), key=lambda t: (-abs(odds[t]), t.startswith("kind:"), t))
        said = [self._counted(trait) for trait in strongest[:_NAMED]]
        return "; ".join(said) if said else "nothing like it was decided here before"

    def _counted(self, trait: str) -> str:
        taken, skipped = self.taken[trait], self.skipped[trait]
        kind, _, word = trait.partition(":")
        about = f"claims about {self.written.get(trait, word)}" if kind == "word" else f"claims of the kind {word}"
        return f"{about} were taken {taken} of {taken + skipped} times here"


def learn(decisions: Iterable[TriageDecision]) -> TriagePreferences:
    """Learn from a desk's decisions; their order does not matter.

    >>> past = [TriageDecision("change", "unemployment fell", True)] * 12 + [TriageDecision("rank", "the oldest bridge", False)] * 8
    >>> learn(past).part("change", "unemployment rose").because
    'claims about unemployment were taken 12 of 12 times here; claims of the kind change were taken 12 of 12 times here'
    """
    taken, skipped, written = Counter[str](), Counter[str](), dict[str, str]()
    count = [0, 0]
    for one in decisions:
        count[not one.taken] += 1
        traits = _traits(one.kind, one.words)
        (taken if one.taken else skipped).update(traits)
        for word in _WORD.findall(one.words):
            for key in keys(word):
                written[f"word:{key}"] = min(word, written.get(f"word:{key}", word), key=_shape)
    return TriagePreferences(taken, skipped, (count[0], count[1]), written)


def _shape(word: str) -> tuple[int, str]:
    """Choose the form of a word to show: the shortest; of equally short ones the first in the alphabet."""
    return len(word), word


def _traits(kind: str, words: str) -> frozenset[str]:
    """List the traits of a claim: its kind and the stems of its words, without figures."""
    return frozenset({f"kind:{kind}", *(f"word:{key}" for key in keys(words) if not key[0].isdigit())})
