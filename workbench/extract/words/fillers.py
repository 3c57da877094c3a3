"""Words that say nothing about what is measured.

A series is looked up by the words of its measure, and any filler among them would find wrong series.
"""

from __future__ import annotations

from workbench.extract.words.structure_words import words

HELPERS = words("fillers", "helpers")
"""Verbs that end a noun phrase."""

DETERMINERS = words("fillers", "determiners")
"""Words that begin a new noun phrase."""

CONNECTORS = words("fillers", "connectors")
"""Words inside a phrase that never end one."""

STOPS = words("fillers", "stops")
"""Words that end the noun that a figure counts."""

FIGURE_WORDS = words("fillers", "figure_words")
"""Words of a written figure, its hedge or its unit."""

FILLERS = words("fillers", "fillers")
"""Words that are left out of a measure."""
