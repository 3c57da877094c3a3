"""Reads a text: finds its sentences, figures, periods, places, speakers and claims.

Everything that is later matched, compared and published depends on what is read here. Reading is pure, never changes a
character of the text, and each value carries the name of the rule that read it.
"""

from __future__ import annotations

from workbench.extract.claim.check_worthiness import WEIGHTS, weights_with
from workbench.extract.claim.unread_statements import unread_sentence
from workbench.extract.pipeline import read_text
from workbench.extract.segment.sentences import split_sentences

__all__ = ["WEIGHTS", "read_text", "split_sentences", "unread_sentence", "weights_with"]
