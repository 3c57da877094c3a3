"""The part of the store for its maintenance: which archived bodies it needs, and which of its rows are wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.core.errors import Problem
from workbench.ports import RowMarks
from workbench.store import referenced_bodies
from workbench.store.checking import claim_row_hashes, doctor_checks, integrity, lost_published_claims
from workbench.store.databases.engine import Database
from workbench.store.row_conversion import keepable


class HealthStore:
    """Checks of the database itself."""

    _database: Database

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None] | None:
        """Call a listener, in a thread, with the claims that others change.

        Returns:
            A function that stops it; None for a SQLite file, which reports no changes.
        """
        if self._database.sqlite:
            return None
        from workbench.store.databases.listening import Listening  # noqa: PLC0415  (its driver is there on a server alone)

        return Listening(self._database, heard).stop

    def bodies(self) -> frozenset[str]:
        """Return the ids of all archived bodies that the database refers to."""
        with self._database.reading() as connection:
            return referenced_bodies.pointed(connection)

    def faults(self, claim: str = "") -> Sequence[Problem]:
        """Find faults that make a claim's verdict unreliable: changed rows; without a claim, an incomplete journal."""
        with self._database.reading() as connection:
            return doctor_checks.faults(connection, keepable(claim))

    def doubtful(self, claims: Sequence[str]) -> Sequence[str]:
        """Return those of some claims for which `faults` must be called; for the others it finds nothing."""
        with self._database.reading() as connection:
            return list(integrity.doubtful(connection, [keepable(claim) for claim in claims]))

    def taken_away(self, claims: Sequence[str] = ()) -> Sequence[Problem]:
        """Find published claims that a report would omit because their reviews are lost or changed.

        One problem per claim.
        """
        with self._database.reading() as connection:
            return list(lost_published_claims.taken_away(connection, [keepable(claim) for claim in claims]))

    def row_marks(self, claims: Sequence[str], among: Sequence[str] = ()) -> RowMarks:
        """Return a hash of the rows behind each of some claims, and what `doubtful` and `taken_away` (of `among`) return, in one pass."""
        some, others = [keepable(claim) for claim in claims], [keepable(claim) for claim in among]
        with self._database.reading() as connection:
            return claim_row_hashes.row_marks(connection, some, others)

    def check(self) -> Sequence[Problem]:
        """Find what is wrong with the database; empty where nothing is."""
        with self._database.reading() as connection:
            found = doctor_checks.check(connection, self._database.name)
        if (
            self._database.sqlite
            and not self._database.reading_only
            and all(problem.kind != "damaged-database" for problem in found)
        ):
            with self._database.writing() as connection:
                found = [*found, *doctor_checks.search_index(connection, self._database.name)]
        return found
