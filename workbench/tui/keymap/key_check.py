"""Check the keys that a user assigns: unknown commands, unknown keys, and commands that would share a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import combinations

from workbench.core.errors import Problem, printable
from workbench.tui.command_keys import EVERY, QUESTION, Command
from workbench.tui.keymap.key_names import is_text, shown_key, textual_key
from workbench.tui.keymap.keymap import Keymap, usual_keys

WITHIN = {"list": "library", "marks": "library", "candidates": "bench", "claims": "bench"}
"""Parts of a screen, whose keys are active together with the screen's own."""

ANYWHERE = frozenset({"app", "screen"})
"""Parts whose keys are active on every workplace."""

TYPED_IN = frozenset({"talk", "formula"})
"""Parts in which text is typed."""

FIXED = {"ctrl+q": "leaves the workbench", "ctrl+c": "stops a program"} | dict.fromkeys(
    ("up", "down", "left", "right", "pageup", "pagedown", "home", "end"), "moves about in a pane"
)
"""Keys that cannot be reassigned, and what they do."""

LISTED = "workbench keys lists them all."


def checked(wanted: Mapping[str, Sequence[str]], problems: Iterable[Problem] = ()) -> Keymap:
    """Return the keymap of a user's assignments; an invalid one is reported, and its command keeps its usual key.

    Args:
        wanted: Keys as they were written, by command.
        problems: Problems of the file that were found before.
    """
    found, given = list(problems), {}
    for name, keys in wanted.items():
        read = [textual_key(key) for key in keys]
        problem = _problem(name, keys, read)
        if problem is not None:
            found.append(problem)
        elif tuple(read) != usual_keys(EVERY[name]):
            given[name] = tuple(key for key in read if key is not None)
    while clashes := _clashes(given):
        found += [problem for problem, _ in clashes]
        for _, names in clashes:
            for name in names:
                given.pop(name, None)
    return Keymap(given, tuple(found))


def _problem(name: str, keys: Sequence[str], read: Sequence[str | None]) -> Problem | None:
    """Describe what is wrong with the keys of one command."""
    where = printable(name, 60)
    if name not in EVERY:
        near = get_close_matches(name, list(EVERY), n=1)
        hint = f"Did you mean {near[0]}?" if near else LISTED
        return Problem(where, "There is no command of that name.", hint, "unknown-command")
    if not keys:
        return Problem(where, "It was given no key.", "Name one, or leave the line out.", "no-key")
    for key, known in zip(keys, read, strict=True):
        if known is None:
            hint = 'Write one character, or a name such as "enter", "f2", "ctrl+n".'
            return Problem(where, f"“{printable(key, 40)}” is no key.", hint, "unknown-key")
        if known in FIXED and known not in usual_keys(EVERY[name]):
            return Problem(where, f"{shown_key(known)} {FIXED[known]}.", "Choose another key.", "fixed-key")
        if _place(EVERY[name]) in TYPED_IN and is_text(known):
            hint = 'Choose a key that writes nothing, such as "f2" or "ctrl+n".'
            return Problem(where, f"{shown_key(known)} is text while something is typed.", hint, "text-key")
    return None


def _clashes(given: Mapping[str, tuple[str, ...]]) -> list[tuple[Problem, set[str]]]:
    """Find commands that are active together and would newly share a key."""
    now = Keymap(given)
    clashes = []
    for one, other in combinations(EVERY.values(), 2):
        changed = {one.id, other.id} & set(given)
        if not changed or not _together(_place(one), _place(other)):
            continue
        shared = set(now.keys(one)) & set(now.keys(other)) - (set(usual_keys(one)) & set(usual_keys(other)))
        if shared:
            clashes.append((_clash(one, other, min(shared), changed), changed))
    return clashes


def _clash(one: Command, other: Command, key: str, changed: set[str]) -> Problem:
    mine = [each.id for each in (one, other) if each.id in changed]
    rest = [each.id for each in (one, other) if each.id not in changed]
    message = f"{shown_key(key)} would be the key of {' and '.join([*mine, *rest])} at the same time."
    return Problem(mine[0], message, "Give one of the two another key.", "key-conflict")


def _place(command: Command) -> str:
    """Return where a command is active: the screen, or the widget that takes every key while it is open."""
    if command.id in {each.id for each in QUESTION}:
        return "question"
    part = command.id.partition(".")[0]
    return WITHIN.get(part, part)


def _together(one: str, other: str) -> bool:
    alone = TYPED_IN | {"question", "mark", "jump"}
    if one == other:
        return True
    return bool({one, other} & ANYWHERE) and not {one, other} & alone
