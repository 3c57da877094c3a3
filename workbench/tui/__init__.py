"""The screens: a library of what there is to do, and a bench where one claim is decided.

A reviewer spends the day here. The screens speak to the `Desk` and to nothing else, and whatever they do,
a command does. Textual is imported when the screens are opened and not before.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.desk import Desk


def run(desk: Desk, *, document: str | None = None, config: Path | None = None, goes_on: bool = False) -> None:
    """Open the screens and come back when the reviewer leaves.

    Args:
        desk: What to work with.
        document: The id of a document to open at once.
        config: The configuration file in force, beside which the user's keys lie; None for the user's own folder.
        goes_on: Whether the next open claim comes by itself after a verdict, as configured.

    Raises:
        WorkbenchError: The screens fell over something that no rule foresaw; whatever was confirmed is kept.
    """
    from workbench.tui.app import WorkbenchApp  # noqa: PLC0415  (Textual costs 0.2 s that no other command needs)
    from workbench.tui.messages import broken  # noqa: PLC0415  (likewise)
    from workbench.tui.personal import personal  # noqa: PLC0415  (likewise)

    app = WorkbenchApp(desk, document, mine=personal(config, goes_on=goes_on))
    with keys_first():
        app.run()
    if app.fault is not None:
        raise broken("screens", app.fault) from app.fault


TURN = 0.0005
"""Seconds that a thread works on while another waits."""


@contextmanager
def keys_first() -> Iterator[None]:
    """Has threads that research beside the screens give way ten times as soon as Python has them.

    A key's command asks the database some thirty questions, and waits for the end of such a thread's turn after each.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
