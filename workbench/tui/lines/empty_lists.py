"""The line of an empty list in the library: nothing imported yet, or nothing that passes the filter."""

from __future__ import annotations

from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import Line, line, say


def no_documents(kept: int = 0) -> Line:
    """Return the line of an empty list of documents, given the number that the filter hides."""
    if kept:
        return line("  No document matches. ", say(key_name("library.clear"), "head"), " clears the filter.")
    return line("  Nothing here yet. ", say(key_name("library.import"), "head"), " takes in a file or a folder.")


def no_claims() -> Line:
    """Return the line of an empty list of claims."""
    clear, views = say(key_name("library.clear"), "head"), say(key_name("library.views"), "head")
    return line("  No claim matches. ", clear, " clears the filter, ", views, " changes the view.")
