"""Frame words, which occur in statistics of everything ("total", "rate", "number of"): they count a little, and never alone."""

from __future__ import annotations

from workbench.match.words.english_stems import stem

FRAME = frozenset(
    stem(word)
    for word in """
    adjusted amount area base based case category change changed combined constant count data end estimate figure general growth index
    indicator individual individuals international item kind level main measure measured modeled national net number official overall part people
    percent percentage person persons proportion quantity rank ranked rate ratio relative reported selected series share size statistics
    status sum survey thousands total type unit value various volume world
    """.split()  # noqa: SIM905  (a list of words reads better than a list of strings)
)
"""Stems of frame words."""

FRAME_WEIGHT = 0.25
"""Weight of a frame word; a naming word has 1."""
