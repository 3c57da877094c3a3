"""The words that templates of claims may call: ``words.verdict_words(entry, report)`` and the like, each from the file that has it."""

from __future__ import annotations

from workbench.report.attribution_words import hear, said_by, said_parts
from workbench.report.fact_checks_elsewhere_words import elsewhere_of
from workbench.report.finding_words import beside, claimed_words, definition_of, in_full, method_of, notes_of, slips_of
from workbench.report.history_lines import history_lines
from workbench.report.one_line import one_line
from workbench.report.source_citations import Citation, citations, cited_bodies, unheard
from workbench.report.verdict_words import (
    changes_of,
    draft_words,
    is_draft,
    label_of,
    meaning_of,
    rating_of,
    ratings_of,
    verdict_words,
)

__all__ = [
    "Citation", "beside", "changes_of", "citations", "cited_bodies", "claimed_words", "definition_of", "draft_words",
    "elsewhere_of", "hear", "history_lines", "in_full", "is_draft", "label_of", "meaning_of", "method_of", "notes_of", "one_line",
    "rating_of", "ratings_of", "said_by", "said_parts", "slips_of", "unheard", "verdict_words",
]  # fmt: skip
