"""Matches claims with official series, and with claims that were checked before.

A checker's hours go into finding the right table. What is found here is ranked by what it *measures*,
with the reasons in words; this room cannot reach a single figure, so whether a series agrees with a claim never enters.
"""

from workbench.match.archive import Checked, KnownIndex
from workbench.match.claim_in_english import in_english
from workbench.match.doubt import also_said, names_another
from workbench.match.known import known_in, rank_known
from workbench.match.query import Query, query_of, query_of_text
from workbench.match.series import TitleIndex, hits_among, rank_hits, rank_series, search_words
from workbench.match.shares import part_and_whole
from workbench.match.words_left import WordsLeft, own_words_left, told_apart, words_left

__all__ = [
    "Checked",
    "KnownIndex",
    "Query",
    "TitleIndex",
    "WordsLeft",
    "also_said",
    "hits_among",
    "in_english",
    "known_in",
    "names_another",
    "own_words_left",
    "part_and_whole",
    "query_of",
    "query_of_text",
    "rank_hits",
    "rank_known",
    "rank_series",
    "search_words",
    "told_apart",
    "words_left",
]
