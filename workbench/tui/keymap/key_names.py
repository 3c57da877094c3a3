"""Convert names of keys between the user's file, Textual, and what a screen shows."""

from __future__ import annotations

import re

from textual.keys import KEY_DISPLAY_ALIASES, REPLACED_KEYS, Keys, _character_to_key, key_to_character

_NAMED = frozenset(key.value for key in Keys)
_FUNCTION = re.compile(r"f([1-9]|1\d|2[0-4])$")
_MODIFIERS = {"ctrl", "shift", "alt", "super", "meta", "hyper"}
_SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


def textual_key(written: str) -> str | None:
    """Convert a written key to Textual's name; None for an unknown key.

    >>> [textual_key(each) for each in ("n", "/", "shift+n", "Ctrl+N", "F2", "?", "banana")]
    ['n', 'slash', 'N', 'ctrl+n', 'f2', 'question_mark', None]
    """
    if len(written) == 1:
        return _character_to_key(written) if written.isprintable() else None
    *modifiers, key = written.strip().split("+") if written.strip("+") else ("",)
    modifiers = [each.casefold() for each in modifiers]
    if not set(modifiers) <= _MODIFIERS or len(set(modifiers)) < len(modifiers):
        return None
    if len(key) == 1:
        if modifiers == ["shift"] and key.isalpha():
            return key.upper()
        key = _character_to_key(key.casefold())
    else:
        key = key.casefold()
        if key not in _NAMED and not _FUNCTION.match(key) and not _writes_ascii(key):
            return None  # other characters have Unicode names too (BANANA is one), but are written as themselves
    return "+".join((*sorted(modifiers), key))


def is_text(key: str) -> bool:
    """Check whether the key writes a character, which a text input takes as text.

    >>> is_text("n"), is_text("slash"), is_text("ctrl+n"), is_text("escape")
    (True, True, False, False)
    """
    return key == "space" or (_character(key) is not None and key not in _SHOWN)


def file_key(key: str) -> str:
    """Convert Textual's name to the form of the file: its character where it has one.

    >>> [file_key(key) for key in ("question_mark", "slash", "plus", "N", "escape", "space")]
    ['?', '/', '+', 'N', 'escape', 'space']
    """
    return (_character(key) or key) if is_text(key) and key != "space" else key


def _writes_ascii(key: str) -> bool:
    character = _character(key)
    return character is not None and character.isascii()


def _character(key: str) -> str | None:
    """Return the character that a key writes."""
    return key_to_character(REPLACED_KEYS.get(key, key))


def shown_key(key: str) -> str:
    """Convert Textual's name to what a screen shows.

    >>> shown_key("escape"), shown_key("ctrl+p"), shown_key("slash"), shown_key("down"), shown_key("f1")
    ('Esc', 'Ctrl+P', '/', '↓', 'F1')
    """
    *modifiers, name = key.split("+")
    shown = _SHOWN.get(name) or KEY_DISPLAY_ALIASES.get(name) or file_key(name)
    if modifiers:
        shown = "+".join((*(each.capitalize() for each in modifiers), shown.upper() if len(shown) == 1 else shown))
    return shown.upper() if _FUNCTION.match(shown) else shown
