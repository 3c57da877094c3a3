"""The context of every verb: the shared options, and the desk that is opened with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.errors import Problem, StoreError

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.desk import Desk


class SkippedRowsError(StoreError):
    """Some rows could not be read; the work was done without them."""

    def __init__(self, count: int) -> None:
        rows = "1 row" if count == 1 else f"{count:,} rows"
        super().__init__(f"{rows} of the database could not be read.", "workbench doctor says more; a copy has them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalOptions:
    """The shared options, as given."""

    db: str | None = None
    config: str | None = None
    samples: Path | None = None
    record: Path | None = None
    offline: bool = False
    quiet: bool = False
    plain: bool = False

    def as_words(self) -> list[str]:
        """Return the options as typed, to run another command with them."""
        words: list[str] = []
        for name, value in (
            ("--db", self.db),
            ("--config", self.config),
            ("--samples", self.samples),
            ("--record", self.record),
        ):
            words += [name, str(value)] if value else []
        return words + [name for name, on in (("--offline", self.offline), ("--quiet", self.quiet)) if on]

    def settings(self, data: tuple[str, ...] = (), *, memory: bool | None = None) -> Settings:
        """Return the settings; `memory` overrides whether the reviewers' memory affects the ranking."""
        from workbench.config import settings

        found = settings(
            db=self.db, config=self.config, offline=self.offline, samples=self.samples, record=self.record, data=data
        )
        return found if memory is None else replace(found, memory=memory)

    @contextmanager
    def desk(self, data: tuple[str, ...] = (), *, memory: bool | None = None) -> Iterator[Desk]:
        """Yield a desk for the length of a command."""
        from workbench.bootstrap.open_desk import open_desk

        with open_desk(self.settings(data, memory=memory)) as desk:
            yield desk
            skipped = list(desk.skipped)
        if skipped:
            self._tell_of_skipped(skipped)
        if self.record is not None and not self.quiet:
            from workbench.cli.output.standard_streams import say

            say(f"Live answers are kept in {self.record}; --samples {self.record} answers from them.")

    @staticmethod
    def _tell_of_skipped(skipped: Sequence[Problem]) -> None:
        """Report the rows that could not be read, after the work, and exit as for a damaged database."""
        from workbench.cli.output.standard_streams import tell_problems

        tell_problems(skipped)
        raise SkippedRowsError(len(skipped))
