"""The reviewers' memory: what they pick and bar is kept, and has a say in which series comes first for the next claim.

Picks and rejections are the most that a newsroom knows about its beat, and are lost in most tools. Here they are
rows that are only ever added to, that anybody may read, take away as a file, and have forgotten. With `use = false` under
[memory] nothing is kept and nothing is asked, and every order is as a desk without memory has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from workbench.core.claim import Claim
from workbench.core.errors import UsageError
from workbench.core.reviewers.choice import Choice, ChoiceKind, Learnt, Through, learnt, standing
from workbench.core.series import Series, SeriesRef
from workbench.core.verdict import Action, Review
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.memory import memory_file
from workbench.desk.memory.rated_series import chosen, gathered, one_line, rated_choice
from workbench.desk.verdicts import verdicts
from workbench.ports import ClaimFilter, Rejected

if TYPE_CHECKING:
    from workbench.match.memory.memory import Memory, Recalled


class MemoryOffError(UsageError):
    """Something was to be remembered where the memory is switched off."""

    def __init__(self) -> None:
        super().__init__("The memory is switched off here.", "Write use = true under [memory] in the configuration.")


class Remembering:
    """The choices of this desk's reviewers, read again after each choice, here or in another process."""

    def __init__(self, ports: DeskPorts) -> None:
        self.ports = ports
        self._of = -1
        self._memory: Memory | None = None
        self._settled = False

    def choices(self) -> Sequence[Choice]:
        """Return all that was chosen, forgotten choices too; where nothing was yet, what the verdicts of former years come to."""
        return self.ports.store.recall() or gathered(self.ports)

    def standing(self) -> tuple[Choice, ...]:
        """Return the choices that count, oldest first."""
        return standing(self.choices())

    def standing_like(
        self, phrase: str = "", *, series: str = "", reviewer: str = "", claim: str = ""
    ) -> tuple[Choice, ...]:
        """Return the choices that count and are as described; what is left empty is any.

        Args:
            phrase: The words for which it was chosen, in any case.
            series: The series, source:key.
            reviewer: Who chose, in any case.
            claim: The whole id of the claim.
        """
        wanted = (phrase.casefold(), series, reviewer.casefold(), claim)
        return tuple(each for each in self.standing() if _is_like(each, wanted))

    def learnt(self, words: Sequence[str] = ()) -> tuple[Learnt, ...]:
        """Return the valid choices by phrase; with words given, only of phrases that have all of them."""
        asked = " ".join(words).casefold().split()
        found = ((each, f"{each.words} {each.title} {each.series}".casefold()) for each in learnt(self.standing()))
        return tuple(each for each, text in found if all(word in text for word in asked))

    def of(self, claim: str) -> tuple[Choice, ...]:
        """Return choices about series for one claim in order, with those that were forgotten; others' come with their ratings."""
        hidden = verdicts.verdict(self.ports, claim).withheld
        mine = self._reviewer("").casefold()
        return tuple(c for c in self.choices() if c.claim == claim and not (hidden and c.reviewer.casefold() != mine))

    def memory(self) -> Memory:
        """Return the choices, ready to be asked."""
        from workbench.match.memory.memory import Memory  # noqa: PLC0415  (a list of claims does without)

        count = self.ports.store.count_choices()
        if self._memory is None or count != self._of:
            self._memory, self._of = Memory(self.choices()), count
        return self._memory

    def recall(self, claim: Claim) -> Recalled:
        """Return earlier choices for a claim's measure; none where the memory is off."""
        from workbench.match.memory.memory import NOTHING, sought_for  # noqa: PLC0415  (likewise)

        return self.memory().recall(sought_for(claim)) if self.ports.memory else NOTHING

    # --- choosing --------------------------------------------------------------------------------------

    def pick(self, claim: Claim, series: Series, by: str = "") -> Choice | None:
        """Remember that a series measures what a claim says; None where the memory is off."""
        return self.choose(ChoiceKind.PICKED, claim, series, by) if self.ports.memory else None

    def choose(self, kind: ChoiceKind, claim: Claim, series: Series, by: str) -> Choice:
        """Keep a choice. Raises MemoryOffError."""
        self.need()
        return self._add(chosen(kind, claim, series, reviewer=self._reviewer(by), at=self.ports.clock()))

    def need(self) -> None:
        """Raise MemoryOffError where the memory is switched off."""
        if not self.ports.memory:
            raise MemoryOffError

    def rated(self, claim: Claim, review: Review, on: SeriesRef | None = None) -> Choice | None:
        """Remember the series that a rating rests on, where there is one: the one named, or the first with a figure."""
        if not self.ports.memory:
            return None
        choice = rated_choice(self.ports, claim, review, on)
        return self._add(choice) if choice is not None else None

    def rated_all(self, given: Sequence[tuple[Claim, Review, SeriesRef | None]]) -> None:
        """Remember what several ratings rest on; what was chosen before is looked at once."""
        if not self.ports.memory:
            return
        made = [choice for claim, review, on in given if (choice := rated_choice(self.ports, claim, review, on))]
        if made:
            before = self.choices()
            self._keep([_outliving(choice, before) for choice in made])

    def last(self, claim: str | None, by: str = "") -> Choice | None:
        """Return the newest choice that undo would take back: of a claim, or of all that this reviewer made."""
        who = self._reviewer(by)
        standing_now = set(self.standing())
        for choice in reversed([choice for choice in self.choices() if choice in standing_now]):
            mine = choice.claim == claim if claim else choice.reviewer == who and self._is_here(choice.claim)
            if mine and choice.through is Through.NAMED:
                return choice
        return None

    def take_back_rating(self, review: Review) -> None:
        """Forget what a rating had left, when the rating is taken back."""
        if review.action is Action.RATE:
            left = (c for c in self.standing() if c.claim == review.claim and c.through is Through.RATED)
            given = [choice for choice in left if choice.reviewer == review.reviewer and choice.at >= review.at]
            self.void(given[:1], review.reviewer)

    def void(self, choices: Iterable[Choice], by: str = "") -> int:
        """Keep that choices count no more; the history has them, and that they were forgotten. Gives how many."""
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
        """Return the memory as JSON Lines: the choices that count, or all that ever were, with those that were forgotten."""
        return memory_file.written(self.choices() if history else self.standing())

    def import_file(self, path: str) -> tuple[int, int, Sequence[Rejected]]:
        """Take in a file of choices: how many were new, how many were here already, and the lines that were refused.

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
        """Keep a choice; one about the same thing that stands with a later moment, since a clock was set back, is outlived."""
        store = self.ports.store
        choice = _outliving(choice, store.recall(choice.claim) if store.count_choices() else gathered(self.ports))
        self._keep([choice])
        return choice

    def _keep(self, choices: Sequence[Choice]) -> int:
        """Keep choices; before the first ones, what the verdicts of former years come to, so that it is not lost from sight."""
        older = [] if self.ports.store.count_choices() else gathered(self.ports)
        now = {(choice.claim, choice.at) for choice in choices}
        older = [choice for choice in older if (choice.claim, choice.at) not in now]
        return self.ports.store.remember([*older, *choices]) - len(older)

    def settle(self) -> None:
        """Keep what the verdicts of former years come to, once, so that no later command has to go through them."""
        if self.ports.memory and not self._settled and not self.ports.store.count_choices():
            self.ports.store.remember(gathered(self.ports))
        self._settled = True

    def _reviewer(self, by: str) -> str:
        return one_line(by) or one_line(self.ports.reviewer) or "reviewer"

    def _is_here(self, claim: str) -> bool:
        return bool(claim) and self.ports.store.count_claims(ClaimFilter(ids=(claim,))) > 0


def _outliving(choice: Choice, others: Sequence[Choice]) -> Choice:
    """Return a choice with a moment after those about the same series and claim, whoever made them and by whichever clock."""
    before = [c for c in others if (c.claim, c.series) == (choice.claim, choice.series)]
    latest = max((c.at for c in before), default=None)
    if latest is not None and latest >= choice.at and before[-1].id != choice.id:
        return replace(choice, at=latest + timedelta(microseconds=1))
    return choice


def _is_like(choice: Choice, wanted: tuple[str, str, str, str]) -> bool:
    """Return whether a choice is of a phrase, a series, a reviewer and a claim; what is empty is any."""
    has = (choice.words.casefold(), str(choice.series), choice.reviewer.casefold(), choice.claim)
    return all(not asked or asked == remembered for asked, remembered in zip(wanted, has, strict=True))
