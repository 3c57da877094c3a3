"""Heads that two German compounds share: "Forschungs- und Entwicklungsquote" is a rate of research and development."""

from __future__ import annotations

import re

from workbench.match.words.compounds import head_of_compound
from workbench.match.words.glossary import Glossary
from workbench.match.words.normalisation import fold

_STOPS = re.compile(r"[^\W_]+|[.;:!?]")


def words_to_read(text: str, names: Glossary) -> tuple[list[str], list[str]]:
    """List the words of a text, and each folded as it was written; a head that two German compounds share is a word of its own.

    >>> from workbench.match.words.glossary import glossary
    >>> words_to_read("Forschungs- und Entwicklungsquote", glossary("de"))
    (['Forschungs', 'und', 'entwicklungs', 'quote'], ['forschungs', 'und', 'entwicklungsquote', 'entwicklungsquote'])
    """
    found = list(_STOPS.finditer(text))
    raw = [each[0] for each in found]
    own = [fold(word) for word in raw]
    if names.language != "de" or "-" not in text:
        return raw, own
    for at in range(len(found) - 2, -1, -1):
        written = text[found[at].start() : found[at + 1].end()]
        whole = raw[at] + raw[at + 1].lower()
        if written == f"{raw[at]}-{raw[at + 1]}" and (names.stem(fold(whole)),) in names.phrases:
            raw[at : at + 2] = [whole]
            own[at : at + 2] = [f"{own[at]} {own[at + 1]}"]
            del found[at + 1]
    for at in range(len(found) - 1, 1, -1):
        begun = text[found[at - 2].end() : found[at - 1].start()] == "- " and raw[at - 1] in names.small
        known = names.longest_at([names.stem(word) for word in own[at - 2 : at + 1]], 0) if begun else None
        if begun and (known is None or known[0] == 1):
            first, _ = head_of_compound(own[at]) or ("", "")
            if first:
                raw[at : at + 1] = [first, own[at][len(first) :]]
                own[at : at + 1] = [own[at]] * 2
    return raw, own
