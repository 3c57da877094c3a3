"""The words for the whole of a share, which is not its measure: "47 percent" | "of the unemployed"."""

from __future__ import annotations

from workbench.core.quantity import Dimension
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.measured_noun_phrase import leads_to_output


def whole_named(reading: SentenceReading, draft: Draft) -> str:
    """Find the whole that a share is of: "47 percent" | "of the unemployed".

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "It was 47 percent of the unemployed."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> whole_named(reading, Draft(Span(7, 17), reading.amounts[0])).strip()
    'the unemployed'
    """
    sentence = phrased(reading)
    if draft.amount is None or draft.change is not None or draft.amount.value.unit.dimension is not Dimension.SHARE:
        return ""
    first = sentence.word_at(draft.amount.span.end)
    if sentence.tag(first) != "O" and not leads_to_output(sentence, first):
        return ""
    end = first + 1
    while sentence.tag(end) and sentence.tag(end) not in "VXRPZF":
        end += 1
    return reading.text[sentence.words.spans[first][1] : sentence.words.spans[end - 1][1]]
