"""What every verb gets: the shared options, and from them a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
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

    def settings(self, data: tuple[str, ...] = (), *, memory: bool | None = None) -> Settings:
        """The settings in force; `memory` where a command says whether the reviewers' memory has a say."""
        from workbench.config import settings

        found = settings(
            db=self.db, config=self.config, offline=self.offline, samples=self.samples, record=self.record, data=data
        )
        return found if memory is None else replace(found, memory=memory)

    @contextmanager
    def desk(self, data: tuple[str, ...] = (), *, memory: bool | None = None) -> Iterator[Desk]:
        """A desk for the length of a command."""
        from workbench.bootstrap import open_desk

        with open_desk(self.settings(data, memory=memory)) as desk:
            yield desk
        if self.record is not None and not self.quiet:
            from workbench.cli.output import say

            say(f"Live answers are kept in {self.record}; --samples {self.record} answers from them.")
