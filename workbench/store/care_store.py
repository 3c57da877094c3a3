"""The part of the store that looks after it: what is pointed to, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.core.errors import Problem
from workbench.ports import RowMarks
from workbench.store import pointers
from workbench.store.checking import checks, integrity, row_marks, taken_away
from workbench.store.convert import keepable
from workbench.store.databases.engine import Database


class CareStore:
    """Questions about the database itself."""

    _database: Database

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None] | None:
        """Report from a thread which claims others change; return what stops it, None for a file, which reports nothing."""
        if self._database.sqlite:
            return None
        from workbench.store.databases.listening import Listening  # noqa: PLC0415  (its driver is there on a server alone)

        return Listening(self._database, heard).stop

    def bodies(self) -> frozenset[str]:
        """Return the ids of all archived bodies that anything kept points to."""
        with self._database.reading() as connection:
            return pointers.pointed(connection)

    def faults(self, claim: str = "") -> Sequence[Problem]:
        """Return faults that make a claim's verdict unreliable: changed rows; without a claim, an incomplete journal."""
        with self._database.reading() as connection:
            return checks.faults(connection, keepable(claim))

    def doubtful(self, claims: Sequence[str]) -> Sequence[str]:
        """Return those of some claims that `faults` is to be asked of; it has nothing to say of the others."""
        with self._database.reading() as connection:
            return list(integrity.doubtful(connection, [keepable(claim) for claim in claims]))

    def taken_away(self, claims: Sequence[str] = ()) -> Sequence[Problem]:
        """Return what stands against a report that leaves out what readers have: reviews gone or changed, a claim each."""
        with self._database.reading() as connection:
            return list(taken_away.taken_away(connection, [keepable(claim) for claim in claims]))

    def row_marks(self, claims: Sequence[str]) -> RowMarks:
        """Return what the checks of some claims are made of, and what `doubtful` says of them, in the same look."""
        with self._database.reading() as connection:
            return row_marks.row_marks(connection, [keepable(claim) for claim in claims])

    def check(self) -> Sequence[Problem]:
        """Return what is wrong with the database; nothing where all is well."""
        with self._database.reading() as connection:
            found = checks.check(connection, self._database.name)
        if (
            self._database.sqlite
            and not self._database.reading_only
            and all(problem.kind != "damaged-database" for problem in found)
        ):
            with self._database.writing() as connection:
                found = [*found, *checks.search_index(connection, self._database.name)]
        return found
