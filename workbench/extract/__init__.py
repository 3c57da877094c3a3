"""Reading: from a text to its sentences, figures, periods, places, speakers and claims.

Whatever is later matched, compared and published stands on what was read here. It is pure, never
changes a character of the text, and each value carries the name of the rule that saw it.
"""

from __future__ import annotations

from workbench.extract.claim.unread_statements import unread_sentence
from workbench.extract.claim.worth import WEIGHTS, weights_with
from workbench.extract.pipeline import read_text
from workbench.extract.segment.sentences import split_sentences

__all__ = ["WEIGHTS", "read_text", "split_sentences", "unread_sentence", "weights_with"]
