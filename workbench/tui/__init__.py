"""The terminal's screens: a library of documents and open claims, and a bench where one claim is decided.

Reviewers work here all day. The screens call only the `Desk`, and the command line can do whatever they do. Textual is
imported only when the screens are opened.
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
    """Open the screens; return when the reviewer leaves.

    Args:
        desk: What to work with.
        document: The id of a document to open at once.
        config: The configuration file in use, in whose folder the user's keys are; None for the user's own folder.
        goes_on: Whether the next open claim opens by itself after a verdict, as configured.

    Raises:
        WorkbenchError: The screens failed with an unforeseen error; whatever was confirmed is stored.
    """
    from workbench.tui.app import WorkbenchApp  # noqa: PLC0415  (Textual costs 0.2 s that no other command needs)
    from workbench.tui.closed_screens import freeze_loaded  # noqa: PLC0415  (likewise)
    from workbench.tui.personal_settings import personal  # noqa: PLC0415  (likewise)
    from workbench.tui.workers.worker_messages import broken  # noqa: PLC0415  (likewise)

    app = WorkbenchApp(desk, document, mine=personal(config, goes_on=goes_on), warmed=freeze_loaded)
    with keys_first():
        app.run()
    if app.fault is not None:
        raise broken("screens", app.fault) from app.fault


TURN = 0.0005
"""Thread switch interval in seconds: a tenth of Python's default of 0.005."""


@contextmanager
def keys_first() -> Iterator[None]:
    """Shorten Python's thread switch interval to a tenth, so that research in other threads does not delay keys.

    A key's command runs some thirty database queries, and after each waits for another thread's turn to end.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
