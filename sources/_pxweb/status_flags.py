"""The symbols that PxWeb has in place of figures: the status of each, and its meaning in words."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.core.series import Status

FLAGS: Mapping[str, Status] = {
    ".": Status.MISSING,
    "..": Status.MISSING,
    "...": Status.MISSING,
    "....": Status.MISSING,
    "-": Status.MISSING,
    "–": Status.MISSING,
    ":": Status.SUPPRESSED,
    "x": Status.SUPPRESSED,
    "()": Status.ESTIMATED,
    "*": Status.PROVISIONAL,
    "p": Status.PROVISIONAL,
    "e": Status.ESTIMATED,
    "b": Status.BREAK,
}
"""Status for each symbol. A dash means that nothing occurred; it is no figure, and is not read as zero."""

FLAG_WORDS: Mapping[str, str] = {
    ".": "no figure (.)",
    "..": "no data (..)",
    "...": "no data (...)",
    "....": "not shown (....): an index above 1,000",
    "-": "no occurrence (-); the office writes no figure",
    ":": "protected, or not given out (:)",
    "0": "less than half of the unit (0)",
    "()": "incomplete or estimated",
    "*": "preliminary",
}
"""What the symbols say, by MakStat's own key and the format's; an installation's footnotes are printed beside them."""
