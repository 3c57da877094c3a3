"""The page about invalid keys of the user, shown at start."""

from __future__ import annotations

from workbench.tui.keymap.keymap import Keymap, key_name
from workbench.tui.lines.line import BLANK, Line, line, say


def problem_lines(keymap: Keymap) -> list[Line]:
    """Return each problem in a sentence with advice, and the key that is used meanwhile."""
    count = len(keymap.problems)
    what = "1 line of it does not hold" if count == 1 else f"{count} lines of it do not hold"
    return [
        line(say(f"Your file of keys: {what}. The usual keys stay for these.", "head")),
        BLANK,
        *(line(say("! ", "caveat"), str(problem)) for problem in keymap.problems),
        BLANK,
        line(
            say(key_name("page.back"), "sign"),
            " goes on. ",
            say("workbench keys", "sign"),
            " prints the keys in force and this list.",
        ),
    ]
