"""Matches claims with official series, and with claims that were checked before.

Finding the right table takes a checker hours. Series are ranked by what they *measure*, with the reasons in words. This package
has no access to figures, so whether a series agrees with a claim cannot influence its rank.
"""

from workbench.match.checked_before.fact_check_search import Checked, KnownIndex
from workbench.match.checked_before.known_claims import known_in, rank_known
from workbench.match.query.claim_units_in_english import in_english
from workbench.match.query.query import Query, query_of, query_of_text
from workbench.match.query.sentence_queries import SentenceQueries
from workbench.match.ranking.distinguishing_words import distinguishes_series
from workbench.match.ranking.part_and_whole import part_and_whole
from workbench.match.ranking.rank_series import TitleIndex, hits_among, rank_hits, rank_series, search_words
from workbench.match.ranking.series_doubts import also_said, names_another, shares_only_words
from workbench.match.ranking.unmatched_words import (
    UnmatchedWords,
    own_unmatched_words,
    unmatched_words,
)

__all__ = [
    "Checked",
    "KnownIndex",
    "Query",
    "SentenceQueries",
    "TitleIndex",
    "UnmatchedWords",
    "also_said",
    "distinguishes_series",
    "hits_among",
    "in_english",
    "known_in",
    "names_another",
    "own_unmatched_words",
    "part_and_whole",
    "query_of",
    "query_of_text",
    "rank_hits",
    "rank_known",
    "rank_series",
    "search_words",
    "shares_only_words",
    "unmatched_words",
]
