"""Words that say nothing about what is measured.

A series is looked up by the words that name it, and every filler among them finds wrong ones.
"""

from __future__ import annotations

from workbench.extract.words.structure_words import words

HELPERS = words("fillers", "helpers")
"""Verbs that no noun runs past."""

DETERMINERS = words("fillers", "determiners")
"""Words that begin another noun."""

CONNECTORS = words("fillers", "connectors")
"""Words that hold a phrase together and never end one."""

STOPS = words("fillers", "stops")
"""Where the noun that a figure counts is over."""

FIGURE_WORDS = words("fillers", "figure_words")
"""Parts of a written figure, its hedge or its unit."""

FILLERS = words("fillers", "fillers")
"""Words that a measure does without."""
