"""Save the library's filter under a name, open saved filters, and sort the list."""

from __future__ import annotations

from workbench.desk import Desk
from workbench.tui.keymap.keymap import key_name
from workbench.tui.library_filters import name_of, next_view, sorted_on
from workbench.tui.screens.claim_marking import ClaimMarkingScreen
from workbench.tui.screens.workplace_base import spoken


class LibraryFiltersScreen(ClaimMarkingScreen):
    """A workplace whose filter can be saved as a view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._line = ""
        self._used: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The name of the present view; empty where the filter has none."""
        saved = {view.query: view.name for view in self.desk.saved_views()}
        return name_of(self._line) or saved.get(self._line, "")

    def _filter(self, text: str) -> None:
        """Apply a filter."""

    def save_view(self, name: str) -> None:
        """Save the present filter under a name."""
        saved = self.desk.save_view(name, self._line)
        self.talk.close()
        self.reload()
        self.talk.say(f"Saved as “{saved.name}”" + (f" · {saved.key} opens it" if saved.key else ""))

    def action_views(self) -> None:
        """Go to the next saved filter."""
        saved = tuple(view.query for view in self.desk.saved_views())
        self._filter(next_view((*saved, *(line for line in self._used if line not in saved)), self._line).line)

    @spoken
    def action_sort(self, turned: bool) -> None:
        """Sort by the next column, or reverse the order."""
        self._filter(sorted_on(self._line, turned=turned))

    def action_save_view(self) -> None:
        """Ask for a name for the present filter."""
        if self._line:
            self.talk.ask("view", f"Save “{self._line}” as:")
        else:
            self.talk.say(f"There is no filter to save. {key_name('library.filter')} sets one.")

    @spoken
    def open_view(self, digit: str) -> None:
        """Open the saved view of a digit."""
        found = next((view for view in self.desk.saved_views() if view.key == digit), None)
        if found is None:
            self.talk.say(f"No view has the key {digit}. {key_name('library.save-view')} saves the filter as one.")
        else:
            self._filter(found.query)
            self.talk.say(f"View: {found.name}")
