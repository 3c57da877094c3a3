"""Claims that a person marks in a text, read by the same readers.

What automatic reading leaves out ("three reasons", a figure said in passing) is read where a person marks it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from workbench.core.claim import Change, Claim, Mention, claim_id
from workbench.core.document import Sentence, Span, Speaker
from workbench.core.errors import UsageError, printable
from workbench.core.quantity import Amount
from workbench.extract.claim.check_worthiness import WEIGHTS
from workbench.extract.claim.claims import Setting, claim_of
from workbench.extract.claim.drafts import Draft, find_drafts, with_words
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.segment.sentences import split_sentences
from workbench.extract.sentence_reader import SentenceReader

SHOWN = 60
"""Most characters of the marked words that an error message repeats."""


class NoFigureMarkedError(UsageError):
    """The marked words have nothing that could be compared with a figure."""

    def __init__(self, quote: str) -> None:
        super().__init__(
            f"“{printable(' '.join(quote.split()), SHOWN)}” holds no figure, change or rank to check.",
            "Mark the words together with their figure.",
        )


class SeveralParagraphsError(UsageError):
    """The marked words go beyond the end of a paragraph."""

    def __init__(self) -> None:
        super().__init__(
            "The marked words run over two paragraphs, and a claim stands in one.",
            "Mark the words of one paragraph; add the other as a claim of its own.",
        )


def read_marked(
    text: str,
    marked: Span,
    *,
    said: date | None = None,
    place: str | None = None,
    speaker: Speaker | None = None,
    language: str = "en",
    document: str = "",
    weights: Mapping[str, float] = WEIGHTS,
) -> Claim:
    """Read the claim in the marked words.

    >>> text = "We have three reasons. Spending was some 40 million euros."
    >>> claim = read_marked(text, Span(23, 58))
    >>> claim.quote, str(claim.amount.value)
    ('Spending was some 40 million euros.', 'about 40000000 euro')

    Args:
        text: The whole text; the words around the marked ones are read too.
        marked: The words.
        said: The day they were said.
        place: What "our country" means, ISO 3166 alpha-3.
        speaker: Who speaks where the text does not tell.
        language: Two letters.
        document: The id of the document that the claim belongs to.
        weights: The weight of each part of the worth.

    Raises:
        SeveralParagraphsError: The words go beyond the end of a paragraph.
        NoFigureMarkedError: They have nothing to check.
    """
    walk = SentenceReader(
        text, said=said, place=place, speaker=speaker, language=language, document=document, weights=weights,
        pass_over_tables=False,
    )  # fmt: skip
    _check(walk.sentences, marked)
    for reading, setting, claims in walk.steps():
        if reading.sentence.span.start >= marked.end:
            break
        if reading.sentence.span.overlaps(marked) and (claim := _read(reading, setting, claims, marked)):
            quote = marked.cut(text)
            return replace(claim, span=marked, quote=quote, id=claim_id(document, marked, quote))
    raise NoFigureMarkedError(marked.cut(text))


def figures_in(text: str, marked: Span, *, language: str = "en") -> tuple[Span, ...]:
    """Find the figures of a span, each as the words that a claim about it would have.

    >>> text = "It fell from 27.3 percent in 2019 to 16.6 percent in 2021."
    >>> [span.cut(text) for span in figures_in(text, Span(0, len(text)))]
    ['27.3 percent', '16.6 percent']
    """
    found: list[Span] = []
    for reading, _, _ in SentenceReader(text, language=language, pass_over_tables=False).steps():
        inside = [mention for mention in reading.amounts if marked.covers(mention.span)]
        ends = [*(mention.span.start for mention in inside[1:]), marked.end]
        for mention, end in zip(inside, ends, strict=False):
            whole = with_words(reading, mention)
            start, until = max(whole.start, marked.start), max(min(whole.end, end), mention.span.end)
            found.append(Span(start, start + len(text[start:until].rstrip())))
    return tuple(found)


def check_paragraph(text: str, marked: Span, *, language: str = "en") -> None:
    """Check that a span lies in one paragraph.

    >>> check_paragraph("It fell. It rose.", Span(0, 17))

    Raises:
        SeveralParagraphsError: It does not.
    """
    _check(split_sentences(text, language), marked)


def _check(sentences: Sequence[Sentence], marked: Span) -> None:
    if len({sentence.paragraph for sentence in sentences if sentence.span.overlaps(marked)}) > 1:
        raise SeveralParagraphsError


def _read(reading: SentenceReading, setting: Setting, claims: Sequence[Claim], marked: Span) -> Claim | None:
    """Find the automatic claim inside the marked words, else read one from their part of a sentence; None for neither."""
    inside = [each for each in claims if marked.covers(each.span)]
    if inside:
        return next((each for each in inside if each.figure is not None), inside[0])
    own = _draft(reading, marked)
    if own is None:
        return None
    others = (each for each in find_drafts(reading) if not each.span.overlaps(marked))
    return claim_of(reading, setting, own, [own, *others])


def _draft(reading: SentenceReading, marked: Span) -> Draft | None:
    """Find what the marked part of a sentence claims: its first change, else its first figure; None for neither."""
    part = Span(max(marked.start, reading.sentence.span.start), min(marked.end, reading.sentence.span.end))
    change = next((each for each in reading.changes if _has(marked, each)), None)
    if change is not None:
        return Draft(part, change.value.amount, change)
    amount: Mention[Amount] | None = next((each for each in reading.amounts if marked.covers(each.span)), None)
    return None if amount is None else Draft(part, amount)


def _has(marked: Span, change: Mention[Change]) -> bool:
    """Check whether a change was marked: its words, and its figure where it has one."""
    amount = change.value.amount
    return marked.covers(change.span) and (amount is None or marked.covers(amount.span))
