"""Read the footnotes and endnotes of a Word document, which are stored in separate parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.readers._word_body import WORD, body_lines

_KINDS = ("footnotes", "endnotes")
_NOTE = frozenset({f"{WORD}footnote", f"{WORD}endnote"})


def note_lines(document: Any) -> Iterator[str]:
    """Yield the paragraphs of a document's notes, footnotes first; an unreadable part is skipped."""
    for kind in _KINDS:
        for relation in document.part.rels.values():
            if not relation.is_external and relation.reltype.rpartition("/")[2] == kind:
                yield from _notes(relation.target_part.blob)


def _notes(body: bytes) -> Iterator[str]:
    """Yield the notes of a part, without separator lines, which are stored there as notes of a special type."""
    from lxml import etree  # noqa: PLC0415  (loaded when a Word file is read)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Any = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return
    for note in root.iterchildren():
        if note.tag in _NOTE and note.get(f"{WORD}type", "normal") == "normal":
            yield from body_lines(note)
