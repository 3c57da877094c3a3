"""The speaker's own country as the comparator: "higher in Serbia than here", "mehr als bei uns", "отколку кај нас"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.document import Span
from workbench.core.mention import Mention
from workbench.extract.words.word_patterns import phrases_in, word_pattern


def own_place_compared(
    text: str, sentence: Span, places: Sequence[Mention[str]], own: str | None, language: str
) -> tuple[Mention[str], ...]:
    """Find the words for the text's own place behind a comparison, where another place is named before it.

    Args:
        text: The whole text.
        sentence: The span of the sentence.
        places: The places that the sentence names.
        own: The code of the text's own place; None where it is not known.
        language: The language whose word file the text is read by.

    >>> from workbench.extract.place.places import find_places
    >>> said = "In 2017 the rate was higher in Serbia than here."
    >>> [(m.span.cut(said), m.value) for m in own_place_compared(said, Span(0, len(said)), find_places(said), "MKD", "en")]
    [('here', 'MKD')]
    """
    alone = word_pattern("qualifiers", "own_alone", language)
    if own is None or alone is None or all(mention.value == own for mention in places):
        return ()
    found: list[Mention[str]] = []
    for link in phrases_in(text, (sentence.start, sentence.end), "qualifiers", "beside", language):
        start = link.end() + (text[link.end() : link.end() + 1] == " ")
        said = alone.match(text, start, sentence.end)
        other = any(mention.span.end <= link.start() and mention.value != own for mention in places)
        if said is not None and other:
            end = start + len(said[0].rstrip(" ,.;:!?–—"))
            found.append(Mention(Span(start, end), own, "own"))
    return tuple(found)
