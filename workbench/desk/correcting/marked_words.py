"""Words that a reviewer marks in a document: read as a claim, with the document's day, place and speaker."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim
from workbench.core.document import Document, Span
from workbench.desk.desk_ports import DeskPorts


def read_mark(ports: DeskPorts, document: Document, marked: Span) -> Claim:
    """Read a claim from a range of a document, with the document's day, place and speaker. Raises UsageError."""
    from workbench.extract.claim.check_worthiness import weights_with  # noqa: PLC0415  (likewise)
    from workbench.extract.claims_marked_by_hand import read_marked  # noqa: PLC0415  (likewise)

    light: dict[str, Any] = {
        "said": document.published,
        "place": document.place,
        "speaker": document.speakers[0] if document.speakers else None,
        "language": document.language,
        "document": document.id,
        "weights": weights_with(ports.worth),
    }
    return read_marked(document.text, marked, **light)


def figures(document: Document, within: Span) -> list[Span]:
    """Find the spans of the figures in a range."""
    from workbench.extract.claims_marked_by_hand import figures_in  # noqa: PLC0415  (likewise)

    return list(figures_in(document.text, within, language=document.language))


def is_over_paragraphs(document: Document, span: Span) -> bool:
    """Check whether a range crosses the end of a paragraph."""
    from workbench.extract.claims_marked_by_hand import SeveralParagraphsError, check_paragraph  # noqa: PLC0415  (likewise)

    try:
        check_paragraph(document.text, span, language=document.language)
    except SeveralParagraphsError:
        return True
    return False
