"""Marked claims of the library, which one key decides together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.core.errors import WorkbenchError
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.desk.reviewing.bulk_decisions import AT_ONCE, Decision, new_batch
from workbench.ports import ClaimFilter, Progress, Tell

MOST = 10_000
"""Most claims that are marked at once; the command line takes any number."""

_PAGE = 500
DONE = {
    Action.RATE: "rated", Action.DEFER: "deferred", Action.DISMISS: "dismissed as no claim", Action.TAG: "tagged",
    Action.UNTAG: "no longer tagged", Action.TAKE: "taken", Action.ASSIGN: "assigned", Action.RELEASE: "given back",
}  # fmt: skip
"""What was done, in one or two words."""


class Marks:
    """The ids of the marked claims, in the order in which they were marked."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, key: str) -> bool:
        return key in self._ids

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(self._ids)

    def turn(self, key: str) -> None:
        """Mark a claim, or remove its mark."""
        if key in self._ids:
            del self._ids[key]
        else:
            self.add([key])

    def add(self, keys: Iterable[str]) -> None:
        """Mark claims, up to `MOST`."""
        for key in keys:
            if len(self._ids) < MOST:
                self._ids[key] = None

    def clear(self) -> None:
        """Remove all marks."""
        self._ids.clear()


def keys_of(desk: Desk, wanted: ClaimFilter) -> Iterator[str]:
    """Yield the claims that pass a filter, in its order, as many as may be marked."""
    for at in range(0, MOST, _PAGE):
        rows = desk.claims(wanted, at, _PAGE)
        yield from (row.id for row in rows if not row.damaged)
        if len(rows) < _PAGE:
            return


def decide_marked(desk: Desk, keys: Sequence[str], what: Decision, wording: str, tell: Tell) -> str:
    """Apply one decision to many claims, and describe the result.

    Args:
        desk: The desk.
        keys: The claims.
        what: The decision; its claim and batch are ignored.
        wording: Its name in the message, such as the rating or the tag.
        tell: Called with progress.
    """
    batch, done, refused = new_batch(), 0, list[WorkbenchError]()
    for at in range(0, len(keys), AT_ONCE):
        made = desk.decide_all(what.of(key, batch) for key in keys[at : at + AT_ONCE])
        refused += [each for each in made if isinstance(each, WorkbenchError)]
        done += sum(not isinstance(each, WorkbenchError) for each in made)
        tell(Progress("Deciding", min(at + AT_ONCE, len(keys)), len(keys)))
    verb = " ".join(part for part in (DONE[what.action], wording) if part)
    outcome = f"{done:,} claim{'' if done == 1 else 's'} {verb}"
    return f"{outcome}; {len(refused):,} not: {refused[0].message} {refused[0].hint}".strip() if refused else outcome
