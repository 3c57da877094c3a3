"""Sentences with exact offsets, from which every other reader starts.

English is read by our own rules (`workbench.extract.segment.sentence_ends_english`); other languages by sentencex, which knows the
abbreviations of many. In both cases the text is first cut at its lines: blank lines, bullets, headings and turns of a
transcript end a sentence without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from workbench.core.document import Sentence, Span
from workbench.extract.segment.sentence_ends_english import TERMINATOR, ends_sentence
from workbench.extract.segment.sentence_ends_other_languages import goes_on
from workbench.extract.segment.text_blocks import Block, find_blocks
from workbench.extract.words.word_files import ENGLISH, UNDETERMINED, file_for, raw_tables
from workbench.extract.words.word_patterns import word_pattern

_BULLETS = re.compile(r"[•⁃▪◦‣●·∙](?=\s?[^\s•⁃▪◦‣●·∙])(?!(?<=\d.)\d)")
"""Bullets; between two digits such a sign is the point of a decimal ("5·5") or a sign of multiplication."""

_RULE = re.compile(r"([*=_~#-])\1{7,}")
"""A line of signs drawn across a page, where the line breaks around it were lost."""

_QUOTES = frozenset('„“”"«»‹›')
_BLANK = str.maketrans(dict.fromkeys('„“”"«»‹›', " "))
_STOPS = frozenset(".!?…")
_BEFORE_FIGURE = re.compile(r"(?:[!?]|(?<=\d)[.,]\d+\.|(?<![\w.])(?P<word>[^\W\d_]{2,})\.)\s+(?=\d)")
"""What may end a sentence before a figure, where the splitter never does: "Die Quote sank. | 2018 lag sie bei 3", "2004: 59,1. | 2018: 34,5"."""
_ABBREVIATED = 3
"""Letters up to which a word before a full stop and a figure is an abbreviation, unless the word file says that it is none: "Kap. 3"."""
_STOP_INSIDE = re.compile(r"[.!?…]\s+\S")

_WORDS_FOLLOW = re.compile(r"\s+\S")

_FIGURE_ALONE = 40
"""Most characters of a sentence that is hardly more than a figure: "Let me give you a number: 12.6."."""

_LONGEST, _WINDOW = 3000, 4000
"""Most characters of a sentence. Longer ones are tables or noise, and are cut so that reading takes linear time."""

_ITEM = re.compile(r"(?<!\S)(?:(\d{1,3})|([a-z]))(\.\)|\)|\.)\s+(?=[^\W_])")


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """Split a text into its sentences, in order, each without the white space around it.

    >>> said = "It rose by approx. 5 percent. Wages fell."
    >>> [sentence.span.cut(said) for sentence in split_sentences(said)]
    ['It rose by approx. 5 percent.', 'Wages fell.']

    Args:
        text: Any text; it is never changed, and every character that is not white space lies in exactly one sentence.
        language: Two letters.
    """
    return tuple(sentences_of(text, language))


def sentences_of(text: str, language: str) -> Iterator[Sentence]:
    """Yield the sentences of a text one by one, for callers that may stop early; arguments as for `split_sentences`.

    >>> next(sentences_of("Wages fell. Prices rose.", "en")).span
    Span(start=0, end=11)
    """
    for block in find_blocks(text):
        for piece in _items(text, block.span):
            cuts = _english(text, piece) if file_for(language) == ENGLISH else _foreign(text, piece, language)
            yield from _trimmed(text, piece, _without_explained(text, piece.start, cuts, language), block)


def _without_explained(text: str, start: int, cuts: Iterator[int], language: str) -> Iterator[int]:
    """Leave out the ends behind a bare figure that the next sentence only explains: "12.6. | That is how many nurses there were"."""
    pattern = word_pattern("sentences", "explaining", file_for(language))
    for cut in cuts:
        figure = pattern is not None and cut - start <= _FIGURE_ALONE and any(map(str.isdigit, text[start:cut]))
        if not (figure and pattern is not None and pattern.match(text, _next_word(text, cut))):
            yield cut
        start = cut


def _trimmed(text: str, piece: Span, cuts: Iterator[int], block: Block) -> Iterator[Sentence]:
    start = piece.start
    for cut in (*cuts, piece.end):
        words = text[start:cut]
        left = start + len(words) - len(words.lstrip())
        right = start + len(words.rstrip())
        while right - left > _LONGEST:
            end = _last_space(text, left, left + _LONGEST)
            yield Sentence(Span(left, end), block.paragraph)
            left = _next_word(text, end)
        if left < right:
            yield Sentence(Span(left, right), block.paragraph)
        start = cut


def _last_space(text: str, start: int, end: int) -> int:
    """Find where to cut an overlong sentence: at its last white space, or at the limit where it has none."""
    words = text[start:end].rsplit(maxsplit=1)
    return start + len(words[0]) if len(words) > 1 and text[start:end][len(words[0])].isspace() else end


def _english(text: str, piece: Span) -> Iterator[int]:
    start = piece.start
    words = text[: piece.end] if piece.end < len(text) else text
    for found in TERMINATOR.finditer(words, piece.start):
        if ends_sentence(words, found, start):
            yield found.end()
            start = _next_word(words, found.end())


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _foreign(text: str, piece: Span, language: str) -> Iterator[int]:
    words, item = file_for(language), _ITEM.match(text, piece.start, piece.end)
    # the number of an item belongs to its sentence: "2. Die Löhne stiegen"
    begins = item.end() if item else piece.start
    for at in _segments(text, piece, language):
        if at > begins and not goes_on(text, at, words):
            yield at


def _segments(text: str, piece: Span, language: str) -> Iterator[int]:
    """Yield the sentence ends that the multilingual splitter finds, without the end of the text.

    Its time grows with the square of the length of its input, above all where quotation marks are not closed. So it
    gets one window of the text at a time; the last sentence of a window, which may go on, begins the next.
    """
    from sentencex import segment  # noqa: PLC0415  (a compiled library, loaded only where it is needed)

    known = language if language.isascii() else ""  # for an unknown language code the general rules apply
    start = piece.start
    while start < piece.end:
        end = min(start + _WINDOW, piece.end)
        ends = [min(at, end) for at in accumulate(map(len, segment(known, text[start:end])), initial=start)][1:]
        more = end < piece.end
        until = start
        for at in ends[:-1] if more else ends:
            yield from _in_quotes(text, Span(until, at), known)
            if at < piece.end:
                yield at
            until = at
        start = ends[-2] if more and len(ends) > 1 else end


def _in_quotes(text: str, sentence: Span, language: str) -> Iterator[int]:
    """Yield sentence ends inside quotation marks, which the splitter never cuts: „Und Bayern? | Da ist es so.“.

    Also yield the ends before a figure: "Schaut nach Indien! | 2010 waren es 5".
    """
    from sentencex import segment  # noqa: PLC0415  (as above)

    words = sentence.cut(text)
    ends = {found.end() for found in _BEFORE_FIGURE.finditer(words) if _ends_before_figure(found["word"], language)}
    if not _QUOTES.isdisjoint(words) and _STOP_INSIDE.search(words) is not None:
        bare = accumulate(map(len, segment(language, words.translate(_BLANK))), initial=0)
        ends |= {at for at in bare if 0 < at < len(words) and words[:at].rstrip()[-1:] in _STOPS}
    yield from (sentence.start + at for at in sorted(ends))


def _ends_before_figure(word: str | None, language: str) -> bool:
    """Check whether a sentence ends before a figure: behind a word, figure or exclamation, but no short abbreviation."""
    if word is None:
        return True
    file = file_for(language)
    short = frozenset(raw_tables(file)["sentences"]["no_abbreviations"])
    return file != UNDETERMINED and (len(word) > _ABBREVIATED or word.casefold() in short)


def _items(text: str, span: Span) -> Iterator[Span]:
    """Split a span before its bullets and before the items of a numbered or lettered list within a line."""
    words = span.cut(text)
    marks = {found.start() for found in _BULLETS.finditer(words)}
    marks |= {found.end() for found in _RULE.finditer(words) if _WORDS_FOLLOW.match(words, found.end())}
    if not marks and _ITEM.match(words) is None:
        yield span
        return
    cuts = sorted(marks | set(_numbered(words)))
    ends = [*(cut for cut in cuts if cut), len(words)]
    start = 0
    for end in ends:
        yield Span(span.start + start, span.start + end)
        start = end


def _numbered(words: str) -> Iterator[int]:
    """Yield the starts of "1. … 2. …" where the span itself begins with the first item; a single number is no list."""
    first = _ITEM.match(words)
    if first is None:
        return
    expected = _ordinal(first)
    for found in _ITEM.finditer(words):
        if _ordinal(found) == expected and found[3] == first[3] and bool(found[1]) == bool(first[1]):
            yield found.start()
            expected += 1


def _ordinal(item: re.Match[str]) -> int:
    return int(item[1]) if item[1] else ord(item[2])
