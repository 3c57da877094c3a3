"""Saved filters with names, stored in the database, so that everybody who uses it has them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import UnknownNameError, UsageError, printable
from workbench.core.reviewers.saved_view import SavedView
from workbench.core.text_cleaning import clean_text
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.filters.query import read_query
from workbench.desk.verdicts.verdicts import reviewer

LONGEST = 40
"""Most characters of a view's name."""

DIGITS = "1234567890"


def views(ports: DeskPorts) -> Sequence[SavedView]:
    """Return the saved views, from A to Z."""
    return ports.store.views()


def view(ports: DeskPorts, name: str) -> SavedView:
    """Find a view by its name, ignoring case. Raises UnknownNameError, which lists them."""
    there = views(ports)
    found = next((each for each in there if each.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise UnknownNameError("view", name, [each.name for each in there])
    return found


def save(ports: DeskPorts, name: str, query: str, key: str = "") -> SavedView:
    """Save a filter under a name, replacing one of that name.

    Args:
        ports: The parts of the desk.
        name: The name.
        query: The filter, as it is typed.
        key: The digit that opens it; by default the first free one.

    Raises:
        UsageError: The name, the filter or the digit is invalid.
    """
    kept = " ".join(clean_text(name).text.split())
    if not kept or len(kept) > LONGEST:
        message = f"“{printable(name, LONGEST)}” is no name for a view."
        raise UsageError(message, f"Write a word or two, at most {LONGEST} characters.")
    read_query(query)
    there = {each.name.casefold(): each.key for each in views(ports)}
    before = there.pop(kept.casefold(), "")
    free = "".join(digit for digit in DIGITS if digit not in there.values())
    if key and (len(key) > 1 or key not in free):
        raise UsageError(f"The key {printable(key, 20)} is no digit that is free.", f"Free: {free or 'none'}.")
    made = SavedView(kept, " ".join(query.split()), key or before or free[:1])
    ports.store.save_view(made, reviewer(ports, ""), ports.clock())
    return made


def drop(ports: DeskPorts, name: str) -> SavedView:
    """Delete a view. Raises UnknownNameError."""
    found = view(ports, name)
    ports.store.save_view(found, reviewer(ports, ""), ports.clock(), dropped=True)
    return found
