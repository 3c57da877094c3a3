"""The reviewers' memory in a ``--records`` run, where it was asked for with ``--memory``; by default no run of records knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.catalogue import Index
    from workbench.config import Settings
    from workbench.core.candidate import Candidate
    from workbench.core.claim import Claim, Reading
    from workbench.core.series import Series
    from workbench.match import Query, TitleIndex
    from workbench.match.memory import Memory, Recalled

_read: dict[str, Memory] = {}
"""The memory of each database, read once a process."""


def recalled_in(memory: Settings | None, text: str, reading: Reading) -> Recalled:
    """What was chosen before for what a record says; nothing where the memory was not asked for."""
    from workbench.match.memory import NOTHING, sought_in

    return _memory(memory).recall(sought_in(text, reading)) if memory else NOTHING


def recalled_for(memory: Settings | None, claim: Claim) -> Recalled:
    """What was chosen before for what a claim looks for."""
    from workbench.match.memory import NOTHING, sought_for

    return _memory(memory).recall(sought_for(claim)) if memory else NOTHING


def rank(
    index: TitleIndex | Index, query: Query, limit: int, recalled: Recalled, series: Iterable[Series] = ()
) -> Sequence[Candidate]:
    """Candidates of an index in the order that memory gives them; `series` are those that it may speak of."""
    if not recalled.told:
        return index.rank(query, limit)
    wanted = {told.series for told in recalled.listed}
    picked = [each for each in series if each.ref in wanted]
    return recalled.ranked(index.rank(query, limit + len(recalled.told), picked), limit)


def named_as_in_files(recalled: Recalled, series: Iterable[Series]) -> Recalled:
    """What was chosen, for the series of tidy files: these go by the file's own names, which may be a service's or another file's."""
    from workbench.match.memory import Recalled

    by_name = {str(ref): told for ref, told in recalled.told.items()}
    by_key = {ref.key: told for ref, told in recalled.told.items()}
    found = ((each.ref, by_name.get(each.ref.key) or by_key.get(each.ref.key)) for each in series)
    return Recalled({ref: replace(told, series=ref) for ref, told in found if told is not None})


def _memory(settings: Settings) -> Memory:
    from workbench.bootstrap import open_desk

    if settings.db not in _read:
        with open_desk(settings) as desk:
            _read[settings.db] = desk.memory.memory()
    return _read[settings.db]
