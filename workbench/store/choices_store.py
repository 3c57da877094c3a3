"""The part of the store for people's choices: picked series, corrected readings, amendments, attachments, formulas.

Rows are only added, never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.attachment import Attachment
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.reviewers.series_choice import Choice
from workbench.ports import NOTHING_MORE, AmendedClaims
from workbench.store import amendments, attachments, corrections, formulas, series_choices
from workbench.store.databases.engine import Database
from workbench.store.row_conversion import keepable
from workbench.store.unreadable_rows import SkippedRows


class ChoicesStore:
    """Reads and adds what people chose."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._skipped = SkippedRows()

    # --- choices of series --------------------------------------------------------------------------------------------

    def remember(self, chosen: Iterable[Choice]) -> int:
        """Add choices in one transaction; return how many were new."""
        kept = [series_choices.keepable_choice(choice) for choice in chosen]
        with self._database.writing() as connection:
            return series_choices.add(connection, kept)

    def recall(self, claim: str = "") -> Sequence[Choice]:
        """Read all choices, or those of one claim, oldest first."""
        with self._database.reading() as connection:
            return series_choices.every(connection, self._skipped, keepable(claim))

    def count_choices(self) -> int:
        """Count the choices."""
        with self._database.reading() as connection:
            return series_choices.count(connection)

    # --- corrections ---------------------------------------------------------------------------------------

    def correct(self, correction: Correction, follows: str | None = None) -> None:
        """Add a correction of a claim's reading. Raises NoSuchRecordError, TakenBackError, ChangedMeanwhileError."""
        with self._database.writing() as connection:
            corrections.add(connection, correction, follows)

    def corrections(self, claim: str = "", limit: int = 500) -> Sequence[Correction]:
        """Read the corrections of a claim, oldest first.

        Without a claim, the newest of all, newest first, up to the limit.
        """
        with self._database.reading() as connection:
            if claim:
                return corrections.of_claim(connection, keepable(claim), self._skipped)
            return corrections.newest(connection, limit, self._skipped)

    # --- amendments ----------------------------------------------------------------------------------------

    def amend(self, amendment: Amendment, amended: AmendedClaims = NOTHING_MORE) -> None:
        """Add an amendment of a document, with its claims and corrections, in one transaction. On return, it is on disk.

        Raises:
            NoSuchRecordError: The document is not there.
            TakenBackError: It takes back what was taken back before.
            ChangedMeanwhileError: The document, or a claim of it, was changed since.
        """
        with self._database.writing() as connection:
            if amendments.add(connection, amendment, amended.came):
                for each in amended.corrections:
                    corrections.add(connection, each, amended.follows.get(each.claim, ""))

    def amendments(self, document: str = "", limit: int = 500) -> Sequence[Amendment]:
        """Read the amendments of a document, oldest first.

        Without a document, the newest of all, newest first, up to the limit.
        """
        with self._database.reading() as connection:
            if document:
                return amendments.of_document(connection, keepable(document))
            return amendments.newest(connection, limit, self._skipped)

    # --- attachments ---------------------------------------------------------------------------------------

    def attach(self, attachment: Attachment) -> None:
        """Add an attachment to a claim, or take one back. Raises NoSuchRecordError, TakenBackError."""
        with self._database.writing() as connection:
            attachments.add(connection, attachment)

    def attachments(self, claim: str = "", limit: int = 500) -> Sequence[Attachment]:
        """Read the attachments of a claim, oldest first; without a claim, those of all claims, newest first."""
        with self._database.reading() as connection:
            return attachments.given(connection, keepable(claim), limit, self._skipped)

    # --- formulas ------------------------------------------------------------------------------------------

    def keep_formula(self, formula: SavedFormula) -> None:
        """Add a formula, or the record that one is dropped. Raises NoSuchRecordError where its claim is missing."""
        with self._database.writing() as connection:
            formulas.add(connection, formula)

    def formulas(self, claim: str = "", limit: int = 500) -> Sequence[SavedFormula]:
        """Read the formulas of a claim, or of all claims, newest first."""
        with self._database.reading() as connection:
            return formulas.newest(connection, keepable(claim), limit, self._skipped)
