"""The list of claims in line mode: filter, sort, save views, and mark claims to decide them together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.cli.line_mode import output_sentences
from workbench.cli.line_mode.queue_session import Lines, NoSuchNumberError, QueueSession
from workbench.core.errors import UsageError, printable
from workbench.core.reviewers.tag import tag_name
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.desk.reviewing.bulk_decisions import Decision
from workbench.ports import ORDERS, ClaimFilter, Progress
from workbench.tui.library_filters import name_of, next_view, sorted_on
from workbench.tui.marked_claims import decide_marked, keys_of

_NUMBERS = re.compile(r"(\d{1,6})(?:\s*(?:-|–|to)\s*(\d{1,6}))?(?:\s*(?:,|and)\s*|\s+|\Z)")


class ListSession(QueueSession):
    """Line mode with a list that can be filtered, sorted, saved and marked."""

    def __init__(self, desk: Desk, ask: Callable[[str], str], tell: Callable[[str], None]) -> None:
        super().__init__(desk, ask, tell)
        self._used: tuple[str, ...] = ()

    # --- filter, order, views ----------------------------------------------------------------------------

    def queue(self, words: str = "") -> Lines:
        """Read the queue from its beginning; with a filter, only claims that pass it."""
        yield from super().queue(words)
        if self.query and self.query not in self._used:
            self._used = (*self._used, self.query)[-5:]

    def filter(self, words: str = "") -> Lines:
        """Set the filter; without words, read the present one and ask for another."""
        if not words:
            yield f"Filter: {self.query or 'none'}. all takes it off."
            words = self.ask("Filter:")
        if words:
            self.at = ""
            yield from self.queue(words)

    def sort(self, words: str = "", *, turned: bool = False) -> Lines:
        """Sort by the next column or a named one, or reverse the order."""
        by = words.removeprefix("by ").strip().casefold()
        if by and by.removeprefix("-") not in ORDERS:
            raise UsageError(f"“{printable(words, 40)}” is no order.", f"There is: {', '.join(ORDERS)}.")
        if by:
            rest = [word for word in self.query.split() if not word.startswith("order:")]
            self.query = " ".join(rest if by == ORDERS[0] else [*rest, f"order:{by}"])
        else:
            self.query = sorted_on(self.query, turned=turned)
        now = next((word[6:] for word in self.query.split() if word.startswith("order:")), ORDERS[0])
        yield f"Sorted by {now.removeprefix('-')}{', turned round' if now.startswith('-') else ''}."
        self.at = ""
        yield from self.queue()

    def views(self, _: str = "") -> Lines:
        """Go to the next saved filter."""
        saved = {view.query: view.name for view in self.desk.saved_views()}
        used = (*saved, *(line for line in self._used if line not in saved))
        self.query = next_view(used, self.query).line
        yield f"View: {name_of(self.query) or saved.get(self.query) or self.query}."
        yield from self.queue()

    def view(self, words: str = "") -> Lines:
        """Open a saved filter by its name or its digit; without either, read the list of them."""
        saved = self.desk.saved_views()
        if not words:
            for each in saved:
                yield f"{each.key or 'No key'}: {each.name}: {each.query}."
            if not saved:
                yield "No view is saved. save view NAME saves the filter."
            return
        by_key = next((each for each in saved if each.key == words), None)
        found = by_key or self.desk.saved_view(words)
        self.query, self.at = found.query, ""
        yield f"View: {found.name}."
        yield from self.queue()

    def save_view(self, name: str = "") -> Lines:
        """Save the filter under a name."""
        if not self.query:
            yield "There is no filter to save. filter sets one."
            return
        if name := name or self.ask(f"Save “{self.query}” as:"):
            saved = self.desk.save_view(name, self.query)
            yield f"Saved as {saved.name}.{f' view {saved.key} opens it.' if saved.key else ''}"

    # --- marks -------------------------------------------------------------------------------------------

    @property
    def on_many(self) -> bool:
        """Whether commands apply to the marked claims: some are marked, and none is open."""
        return bool(self.marks) and not self.at

    def mark_rows(self, which: str = "") -> Lines:
        """Mark claims of the list by their numbers, or all that pass the filter."""
        which = which or self.ask("Mark which claims, as in 1, 3 to 5, or all:")
        if which.casefold() == "all":
            self.marks.add(keys_of(self.desk, self._wanted))
        elif which:
            self.marks.add([key for first, last in _ranges(which) for key in self._keys(first, last)])
        yield self._marked

    def unmark(self, which: str = "") -> Lines:
        """Remove marks, from claims with some numbers or from all."""
        if not which or which.casefold() == "all":
            self.marks.clear()
        else:
            gone = [key for first, last in _ranges(which) for key in self._keys(first, last)]
            for key in gone:
                if key in self.marks:
                    self.marks.turn(key)
        yield self._marked

    @property
    def _marked(self) -> str:
        count = len(self.marks)
        does = (
            " A rating, defer, later, hand, dismiss, tag and export now act on them; unmark takes the marks off."
            if count
            else ""
        )
        return f"{count or 'No'} claim{'' if count == 1 else 's'} marked.{does}"

    def _keys(self, first: int, last: int) -> list[str]:
        found = [row.id for row in self.desk.claims(self._wanted, first - 1, last - first + 1) if not row.damaged]
        if not found or len(found) < last - first + 1:
            raise NoSuchNumberError("claim", str(last), self.desk.count_claims(self._wanted))
        return found

    def to_marked(self, action: Action, *, rating: str = "", note: str = "", wording: str = "") -> Lines:
        """Apply one decision to all marked claims together."""
        keys = self.marks.ids
        what = Decision(claim="", action=action, rating=rating, note=note)
        outcome = decide_marked(self.desk, keys, what, wording, self._count)
        self.marks.clear()
        yield f"{outcome}. undo takes all of it back.".replace("..", ".")

    def _count(self, progress: Progress) -> None:
        if line := output_sentences.progress_line(progress):
            self.tell(line)

    def tag(self, words: str = "") -> Lines:
        """Tag the open claim or the marked ones; a minus before the tag removes it."""
        keys = [self.at] if self.at else list(self.marks.ids)
        if not keys:
            raise UsageError("No claim is open or marked.", "open 1 opens the first, mark 1 to 3 marks three.")
        words = words or self.ask("Tag, or -tag to take it off:")
        if not words:
            return
        off, name = words.startswith("-"), tag_name(words.removeprefix("-"))
        if self.at:
            [answer] = self.desk.tag(keys, name, off=off)
            if isinstance(answer, Exception):
                raise answer
            yield f"{'No longer tagged' if off else 'Tagged'} {name}. undo takes it back."
            return
        yield from self.to_marked(Action.UNTAG if off else Action.TAG, note=name, wording=name)

    @property
    def chosen(self) -> ClaimFilter:
        """The claims to export: the open one, the marked ones, or those that pass the filter."""
        if self.at:
            return ClaimFilter(ids=(self.at,))
        return ClaimFilter(ids=self.marks.ids) if self.marks else self.desk.query(self.query)

    def digit(self, digit: str) -> Lines:
        """Open the saved view of a digit, while no claim is open and none is marked."""
        if all(each.key != digit for each in self.desk.saved_views()):
            raise UsageError(f"No view has the key {digit}.", f"open {digit} opens claim {digit} of the list.")
        yield from self.view(digit)


def _ranges(said: str) -> Iterator[tuple[int, int]]:
    """Parse numbers and ranges.

    >>> list(_ranges("1, 3 to 5 and 9-7"))
    [(1, 1), (3, 5), (7, 9)]
    """
    at = 0
    while at < len(said):
        found = _NUMBERS.match(said, at)
        if found is None or int(found[1]) == 0 or found[2] == "0":
            raise UsageError(
                f"“{printable(said, 40)}” names no claims.", "Write numbers of the list, as in mark 1, 3 to 5; or all."
            )
        first, last = sorted((int(found[1]), int(found[2] or found[1])))
        yield first, last
        at = found.end()
