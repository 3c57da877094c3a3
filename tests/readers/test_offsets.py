"""Whatever the file was, a claim's offsets cut its own quote, and the speech is the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import every_format

from tests.each import each
from workbench.core.document import Document
from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import ReadingError
from workbench.desk.importing.document_import import read_claims, read_raw
from workbench.ports import Raw
from workbench.readers import readers

SUFFIXES = ("txt", "md", "html", "pdf", "docx", "srt", "vtt", "sbv", "xml")
READERS = readers()


def read(suffix: str) -> Document:
    return read_raw(READERS, Raw(f"speech.{suffix}", suffix, every_format()[suffix])).document


@each("suffix", SUFFIXES)
def test_claims_cut_their_own_quotes(suffix: str):
    document = read(suffix)
    claims = read_claims(document).claims
    assert claims
    for claim in claims:
        assert claim.span.cut(document.text) == claim.quote
        for mention in (*claim.amounts, *claim.periods):
            assert 0 <= mention.span.start < mention.span.end <= len(document.text)


@each("suffix", SUFFIXES)
def test_the_same_speech_holds_the_same_figures_and_day_in_every_format(suffix: str):
    document = read(suffix)
    amounts = {str(m.value.low) for claim in read_claims(document).claims for m in claim.amounts}
    assert {"12400", "8"} <= amounts
    assert (document.published, document.place) == (date(2022, 3, 4), "HRV")


@each("suffix", SUFFIXES)
def test_a_document_is_kept_and_comes_back_whole(suffix: str):
    document = read(suffix)
    assert decode(Document, encode(document)) == document


@each("suffix", SUFFIXES)
def test_marks_stand_in_order_and_inside_the_text(suffix: str):
    document = read(suffix)
    starts = [start for start, _ in document.marks]
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(document.text) for start in starts)
    assert bool(starts) == (suffix in {"srt", "vtt", "sbv"})


@settings(deadline=None)  # the first text in another language loads the classifier
@given(st.sampled_from(SUFFIXES), st.data())
def test_a_file_that_was_cut_or_changed_is_read_or_refused_with_a_sentence(suffix: str, data: st.DataObject):
    body = bytearray(every_format()[suffix])
    for _ in range(data.draw(st.integers(0, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    body = body[: data.draw(st.integers(1, len(body)))]
    try:
        document = read_raw(READERS, Raw("speech", suffix, bytes(body))).document
    except ReadingError as error:
        assert error.message.endswith(".")
    else:
        assert not {"\x1b", "\x00", "\u202e"} & set(document.text)


@settings(deadline=None)  # the first text in another language loads the classifier
@given(st.sampled_from(sorted(READERS)), st.text(max_size=400))
def test_any_text_is_read_or_refused_by_every_reader(name: str, text: str):
    try:
        document = READERS[name].read(Raw("any", "", text.encode("utf-8", "replace"))).document
    except ReadingError as error:
        assert "any" in error.message
    else:
        for claim in read_claims(document).claims:
            assert claim.span.cut(document.text) == claim.quote


def test_readers_say_what_they_read():
    assert {"text", "html", "markdown", "pdf", "docx", "srt", "vtt", "tei"} <= set(READERS)
    suffixes = [suffix for reader in READERS.values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(reader.name == name for name, reader in READERS.items())


@pytest.mark.parametrize(
    ("suffix", "advice"), [("doc", "save it as .docx"), ("rtf", "RTF documents"), ("xyz", "this kind of file")]
)
def test_a_kind_that_no_reader_takes_is_named_with_what_to_do(suffix: str, advice: str):
    with pytest.raises(ReadingError, match=advice):
        read_raw(READERS, Raw(f"speech.{suffix}", suffix, b"\xd0\xcf\x11\xe0 old"))
