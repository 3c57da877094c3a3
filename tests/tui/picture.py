"""Takes the README's picture of the bench: ``python tests/tui/picture.py .readme/bench.svg``."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from workbench.bootstrap.open_desk import open_desk
from workbench.config import sample_folder, settings
from workbench.tui.app import WorkbenchApp


async def take(keys: tuple[str, ...]) -> str:
    """Open the demonstration at a claim, press keys, and return what is on the screen as SVG."""
    samples = sample_folder()
    with tempfile.TemporaryDirectory() as folder:
        wish = replace(settings(db=str(Path(folder) / "workbench.db")), samples=samples / "answers", reviewer="ana")
        with open_desk(wish) as desk:
            for statement in sorted((samples / "statements").glob("*.txt")):
                desk.import_document(str(statement))
            app = WorkbenchApp(desk)
            async with app.run_test(size=(120, 40)) as pilot:
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause(0.8)  # a person looks at the picture, and takes another where it was too early
                await pilot.pause(4)
                return app.export_screenshot(title="workbench demo")


if __name__ == "__main__":
    wanted = tuple(sys.argv[2:]) or ("slash", *"asylum", "enter", "end", "enter", "enter")
    Path(sys.argv[1]).write_text(asyncio.run(take(wanted)), encoding="utf-8")
