"""Contract tests that every screen of a plug-in must pass."""

# ruff: noqa: S101  (these are tests, for any runner)

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.tui.plugged import PluggedScreen


class ScreenContract:
    """What every screen of a plug-in must do. A subclass says which screen.

    Attributes:
        screen: The screen, as its module declares it.
        sizes: Columns and rows of the terminals that it opens on.
    """

    screen: ClassVar[PluggedScreen]
    sizes: ClassVar[tuple[tuple[int, int], ...]] = ((40, 12), (80, 24), (120, 40))

    def test_it_says_its_key_and_what_it_shows(self) -> None:
        """The footer, the palette and the help page have something to print."""
        assert self.screen.key
        assert self.screen.says
        assert self.screen.says.isprintable()
        assert self.screen.means.endswith(".")
        assert not self.screen.twin or self.screen.twin.startswith("workbench ")

    def test_its_key_opens_it_and_escape_closes_it(self) -> None:
        """On a wide terminal and on a narrow one, over a desk with nothing on it."""
        for size in self.sizes:
            asyncio.run(self._open_and_close(size))

    async def _open_and_close(self, size: tuple[int, int]) -> None:
        from workbench.tui.app import WorkbenchApp  # noqa: PLC0415  (sources are tested without the screens)

        with TemporaryDirectory() as folder, _empty_desk(Path(folder)) as desk:
            app = WorkbenchApp(desk, screens={"tested": self.screen})
            async with app.run_test(size=size) as pilot:
                first = app.screen
                await pilot.press(self.screen.key.partition(",")[0])
                await _until(pilot.pause, lambda: app.screen is not first)
                await pilot.press("escape")
                await _until(pilot.pause, lambda: app.screen is first)


def _empty_desk(folder: Path) -> AbstractContextManager[Desk]:
    """Return a desk with nothing on it that asks nobody."""
    from workbench.bootstrap.open_desk import open_desk  # noqa: PLC0415  (likewise)
    from workbench.config import Settings  # noqa: PLC0415  (likewise)

    db, catalogue = str(folder / "desk.db"), folder / "catalogue.db"
    return open_desk(Settings(db=db, archive=folder / "archive", catalogue=catalogue, offline=True))


async def _until(wait: Callable[[float], Awaitable[None]], reached: Callable[[], bool]) -> None:
    """Wait for something on the screens, ten seconds at most."""
    for _ in range(200):
        if reached():
            return
        await wait(0.05)
    assert reached(), "The screen did not open or close."
