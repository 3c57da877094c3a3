"""What every verb gets: the shared options, and from them a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The options that hold for every command, as they were given."""

    db: str | None = None
    config: str | None = None
    samples: Path | None = None
    record: Path | None = None
    offline: bool = False
    quiet: bool = False

    def settings(self, data: tuple[str, ...] = ()) -> Settings:
        """The settings in force."""
        from workbench.config import settings

        return settings(
            db=self.db, config=self.config, offline=self.offline, samples=self.samples, record=self.record, data=data
        )

    @contextmanager
    def desk(self, data: tuple[str, ...] = ()) -> Iterator[Desk]:
        """A desk for the length of a command."""
        from workbench.bootstrap import open_desk

        with open_desk(self.settings(data)) as desk:
            yield desk
        if self.record is not None and not self.quiet:
            from workbench.cli.output import say

            say(f"Live answers are kept in {self.record}; --samples {self.record} answers from them.")
