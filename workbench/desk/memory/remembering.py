"""The reviewers' memory: choices of series are stored, and influence the ranking for the next claim.

Picks and rejections are a newsroom's most valuable knowledge about its topics, and are lost in most tools. Here they are rows that are
only ever added, and that anybody may read, export and forget. With `use = false` under [memory] nothing is stored or used, and every
ranking is as without a memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from workbench.core.claim import Claim
from workbench.core.errors import UsageError
from workbench.core.reviewers.series_choice import (
    Choice,
    ChoiceKind,
    ChoiceOrigin,
    LearntChoice,
    learnt_choices,
    standing_choices,
)
from workbench.core.series import Series, SeriesRef
from workbench.core.verdict import Action, Review
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.memory import memory_file
from workbench.desk.memory.rated_series import chosen, gathered, one_line, rated_choice
from workbench.desk.verdicts import verdicts
from workbench.ports import ClaimFilter, Rejected

if TYPE_CHECKING:
    from workbench.match.memory.series_memory import Memory, Recalled


class MemoryOffError(UsageError):
    """A choice was to be stored while the memory is switched off."""

    def __init__(self) -> None:
        super().__init__("The memory is switched off here.", "Write use = true under [memory] in the configuration.")


class Remembering:
    """The choices of this desk's reviewers, reloaded after each new choice, here or in another process."""

    def __init__(self, ports: DeskPorts) -> None:
        self.ports = ports
        self._of = -1
        self._memory: Memory | None = None
        self._settled = False

    def choices(self) -> Sequence[Choice]:
        """List all choices, forgotten ones too; where there are none yet, those derived from older verdicts."""
        return self.ports.store.recall() or gathered(self.ports)

    def standing(self) -> tuple[Choice, ...]:
        """List the choices in force, oldest first."""
        return standing_choices(self.choices())

    def standing_like(
        self, phrase: str = "", *, series: str = "", reviewer: str = "", claim: str = ""
    ) -> tuple[Choice, ...]:
        """Select the choices in force by some criteria; an empty one matches any.

        Args:
            phrase: The words for which it was chosen, in any case.
            series: The series, source:key.
            reviewer: Who chose, in any case.
            claim: The whole id of the claim.
        """
        wanted = (phrase.casefold(), series, reviewer.casefold(), claim)
        return tuple(each for each in self.standing() if _is_like(each, wanted))

    def learnt(self, words: Sequence[str] = ()) -> tuple[LearntChoice, ...]:
        """Sum up the choices in force by phrase; with words given, only of phrases that have all of them."""
        asked = " ".join(words).casefold().split()
        found = (
            (each, f"{each.words} {each.title} {each.series}".casefold()) for each in learnt_choices(self.standing())
        )
        return tuple(each for each, text in found if all(word in text for word in asked))

    def of(self, claim: str) -> tuple[Choice, ...]:
        """List the choices about one claim in order, forgotten ones too; in a blind project others' are hidden like their ratings."""
        hidden = verdicts.verdict(self.ports, claim).withheld
        mine = self._reviewer("").casefold()
        return tuple(c for c in self.choices() if c.claim == claim and not (hidden and c.reviewer.casefold() != mine))

    def memory(self) -> Memory:
        """Build the memory from the choices."""
        from workbench.match.memory.series_memory import Memory  # noqa: PLC0415  (a list of claims does without)

        count = self.ports.store.count_choices()
        if self._memory is None or count != self._of:
            self._memory, self._of = Memory(self.choices()), count
        return self._memory

    def recall(self, claim: Claim) -> Recalled:
        """Find earlier choices for a claim's measure; none where the memory is off."""
        from workbench.match.memory.series_memory import NOTHING, sought_for  # noqa: PLC0415  (likewise)

        return self.memory().recall(sought_for(claim)) if self.ports.memory else NOTHING

    # --- choosing --------------------------------------------------------------------------------------

    def pick(self, claim: Claim, series: Series, by: str = "") -> Choice | None:
        """Store that a series measures a claim; None where the memory is off."""
        return self.choose(ChoiceKind.PICKED, claim, series, by) if self.ports.memory else None

    def choose(self, kind: ChoiceKind, claim: Claim, series: Series, by: str) -> Choice:
        """Store a choice. Raises MemoryOffError."""
        self.need()
        return self._add(chosen(kind, claim, series, reviewer=self._reviewer(by), at=self.ports.clock()))

    def need(self) -> None:
        """Raise MemoryOffError where the memory is switched off."""
        if not self.ports.memory:
            raise MemoryOffError

    def rated(self, claim: Claim, review: Review, on: SeriesRef | None = None) -> Choice | None:
        """Store the series that a rating rests on, if any: the named one, or the first with a figure."""
        if not self.ports.memory:
            return None
        choice = rated_choice(self.ports, claim, review, on)
        return self._add(choice) if choice is not None else None

    def rated_all(self, given: Sequence[tuple[Claim, Review, SeriesRef | None]]) -> None:
        """Store the series of several ratings; earlier choices are read only once."""
        if not self.ports.memory:
            return
        made = [choice for claim, review, on in given if (choice := rated_choice(self.ports, claim, review, on))]
        if made:
            before = self.choices()
            self._keep([_outliving(choice, before) for choice in made])

    def last(self, claim: str | None, by: str = "") -> Choice | None:
        """Find the newest choice that undo would take back: of a claim, or of all that this reviewer made."""
        who = self._reviewer(by)
        standing_now = set(self.standing())
        for choice in reversed([choice for choice in self.choices() if choice in standing_now]):
            mine = choice.claim == claim if claim else choice.reviewer == who and self._is_here(choice.claim)
            if mine and choice.through is ChoiceOrigin.NAMED:
                return choice
        return None

    def take_back_rating(self, review: Review) -> None:
        """Forget the choice that a rating implied, when the rating is undone."""
        if review.action is Action.RATE:
            left = (c for c in self.standing() if c.claim == review.claim and c.through is ChoiceOrigin.RATED)
            given = [choice for choice in left if choice.reviewer == review.reviewer and choice.at >= review.at]
            self.void(given[:1], review.reviewer)

    def void(self, choices: Iterable[Choice], by: str = "") -> int:
        """Store that choices no longer count, and return how many; the history keeps them and their forgetting."""
        who, now = self._reviewer(by), self.ports.clock()
        gone = [
            Choice(
                kind=ChoiceKind.FORGOTTEN, words=choice.words, series=choice.series, title=choice.title,
                claim=choice.claim, reviewer=who, at=now, undoes=choice.id,
            )
            for choice in choices
        ]  # fmt: skip
        return self._keep(gone) if gone else 0

    # --- as a file -------------------------------------------------------------------------------------

    def written(self, *, history: bool = False) -> bytes:
        """Write the memory as JSON Lines: the choices in force, or all with the forgotten ones."""
        return memory_file.written(self.choices() if history else self.standing())

    def import_file(self, path: str) -> tuple[int, int, Sequence[Rejected]]:
        """Import a file of choices; return how many were new, how many were here already, and the refused lines.

        Raises:
            ReadingError: The file cannot be read.
        """
        read = list(memory_file.read(path, self.ports.files.lines(path), self.ports.clock()))
        found = {each.id: each for each in read if isinstance(each, Choice)}
        there = {choice.id for choice in self.choices()}
        new = [choice for key, choice in found.items() if key not in there]
        if new:
            self._keep(new)
        return len(new), len(found) - len(new), [each for each in read if isinstance(each, Rejected)]

    # --- keeping ---------------------------------------------------------------------------------------

    def _add(self, choice: Choice) -> Choice:
        """Store a choice. Where a valid one about the same thing has a later time (a clock was set back), the new one gets a time after it."""
        store = self.ports.store
        choice = _outliving(choice, store.recall(choice.claim) if store.count_choices() else gathered(self.ports))
        self._keep([choice])
        return choice

    def _keep(self, choices: Sequence[Choice]) -> int:
        """Store choices; before the very first ones, those derived from older verdicts, so that these are not lost."""
        older = [] if self.ports.store.count_choices() else gathered(self.ports)
        now = {(choice.claim, choice.at) for choice in choices}
        older = [choice for choice in older if (choice.claim, choice.at) not in now]
        return self.ports.store.remember([*older, *choices]) - len(older)

    def settle(self) -> None:
        """Store the choices derived from older verdicts, once, so that no later command has to derive them."""
        if self.ports.memory and not self._settled and not self.ports.store.count_choices():
            self.ports.store.remember(gathered(self.ports))
        self._settled = True

    def _reviewer(self, by: str) -> str:
        return one_line(by) or one_line(self.ports.reviewer) or "reviewer"

    def _is_here(self, claim: str) -> bool:
        return bool(claim) and self.ports.store.count_claims(ClaimFilter(ids=(claim,))) > 0


def _outliving(choice: Choice, others: Sequence[Choice]) -> Choice:
    """Give a choice a time after all those about the same series and claim, whoever made them and by whichever clock."""
    before = [c for c in others if (c.claim, c.series) == (choice.claim, choice.series)]
    latest = max((c.at for c in before), default=None)
    if latest is not None and latest >= choice.at and before[-1].id != choice.id:
        return replace(choice, at=latest + timedelta(microseconds=1))
    return choice


def _is_like(choice: Choice, wanted: tuple[str, str, str, str]) -> bool:
    """Check whether a choice matches a phrase, a series, a reviewer and a claim; an empty criterion matches any."""
    has = (choice.words.casefold(), str(choice.series), choice.reviewer.casefold(), choice.claim)
    return all(not asked or asked == remembered for asked, remembered in zip(wanted, has, strict=True))
