"""The queue as a list whose rows can be marked: single ones, ranges, or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.message import Message

from workbench.ports import ClaimRow
from workbench.tui.command_keys import MARKS, bindings
from workbench.tui.lines.line import Line
from workbench.tui.marked_claims import MOST, Marks
from workbench.tui.widgets.paged_list import PagedList

DrawMarked = Callable[[ClaimRow, int, bool, bool], Sequence[Line]]
"""Function that returns the lines of a row for a width.

The flags say whether it is selected, and whether it is marked.
"""


class ClaimMarkingList(PagedList[ClaimRow]):
    """A list of claims with marks."""

    BINDINGS = bindings(MARKS)

    class Marked(Message):
        """Marks were set or removed."""

    class AllWanted(Message):
        """All rows should be marked."""

    def __init__(self, title: str, draw: DrawMarked, **more: Any) -> None:
        self.marks = Marks()
        self._called = title
        super().__init__(title, lambda row, width, here: draw(row, width, here, row.id in self.marks), **more)

    def action_mark(self) -> None:
        """Mark the selected row, or remove its mark, and go to the next."""
        if (row := self.in_hand) is not None:
            self.marks.turn(row.id)
            self.cursor += 1
            self.tell_marks()

    def action_mark_on(self, by: int) -> None:
        """Move the cursor, and mark the row before and after the move."""
        for step in (0, by):
            self.cursor += step
            if (row := self.in_hand) is not None:
                self.marks.add([row.id])
        self.tell_marks()

    def action_mark_all(self) -> None:
        """Post that all rows should be marked."""
        self.post_message(self.AllWanted())

    def tell_marks(self) -> None:
        """Show the number of marked rows."""
        count = len(self.marks)
        most = " (the most at once)" if count == MOST else ""
        self.title = f"{self._called} · {count:,} marked{most}" if count else self._called
        self.on_resize()
        self.refresh()
        self.post_message(self.Marked())
