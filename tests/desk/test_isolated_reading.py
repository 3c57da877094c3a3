"""A file that is made to exhaust its parser is refused in a sentence; the files beside it are read."""

from __future__ import annotations

import os
import signal
import threading
import zlib
from functools import partial
from pathlib import Path

import pytest

from workbench.core.errors import ReadingError
from workbench.desk.importing.isolated_reading import IsolatedReaders, ProcessLimits, ReaderStoppedError, TooCostlyError
from workbench.plugins import READERS, Plugins
from workbench.ports import Raw

pytestmark = pytest.mark.early

PAGE = b"<html><body><article><p>Unemployment fell to 4 percent in 2020, the minister said.</p></article></body></html>"


def swollen_pdf(letters: int) -> bytes:
    """Return a page of so many letters, packed a thousandfold."""
    packed = zlib.compress(b"BT /F1 12 Tf 72 700 Td " + (b"(" + b"a" * 80 + b") Tj ") * (letters // 80) + b"ET", 9)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
        + b"trailer << /Root 1 0 R >>"
    )


@pytest.fixture
def apart():
    made: list[IsolatedReaders] = []

    def make(**limits: float) -> IsolatedReaders:
        made.append(IsolatedReaders(partial(Plugins, READERS), ProcessLimits(**limits)))
        return made[-1]

    yield make
    for each in made:
        each.close()


def page(body: bytes = PAGE) -> Raw:
    return Raw("page.html", "html", body)


def test_a_document_comes_back_as_the_reader_gives_it(apart):
    """Same document, same problems, same refusals, each in its own class with its own sentences."""
    readers, here = apart(), Plugins(READERS)
    assert list(readers) == list(here)
    assert readers["html"].read(page()) == here["html"].read(page())
    for form, body in (("pdf", b"no such thing"), ("docx", b"PK\x03\x04 cut"), ("html", b"\x00\x01\x02" * 99)):
        with pytest.raises(ReadingError) as there:
            readers[form].read(Raw(f"speech.{form}", form, body))
        with pytest.raises(ReadingError) as same:
            here[form].read(Raw(f"speech.{form}", form, body))
        assert type(there.value) is type(same.value)
        assert (there.value.message, there.value.hint) == (same.value.message, same.value.hint)


def test_plain_text_is_read_here(apart):
    readers = apart()
    assert readers["text"].read(Raw("a.txt", "txt", b"It rose by 4 percent.")).document.text == "It rose by 4 percent."
    assert all(readers[name] is Plugins(READERS)[name] for name in ("text", "markdown", "srt", "vtt"))
    assert all(readers[name] is not Plugins(READERS)[name] for name in ("html", "pdf", "docx", "tei"))


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not tell how much memory a process has"
)
def test_a_pdf_that_asks_for_all_memory_is_refused_and_the_next_file_is_read(apart):
    readers = apart(memory=300_000_000)
    body = swollen_pdf(20_000_000)
    assert len(body) < 100_000
    with pytest.raises(
        TooCostlyError, match=r"bomb\.pdf: it was not read, since reading it takes more than 0\.3 GB of memory"
    ):
        readers["pdf"].read(Raw("bomb.pdf", "pdf", body))
    assert "4 percent" in readers["html"].read(page()).document.text


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="the system does not count processor time")
def test_a_page_that_keeps_its_parser_busy_is_refused_and_the_next_file_is_read(apart):
    readers = apart(seconds=1)
    busy = b"<html><body><article>" + b"<table><tr><td>x<br><a href=/x>y</a><span>z</span></td></tr></table>" * 60_000
    with pytest.raises(TooCostlyError, match="more than 1 seconds of computing"):
        readers["html"].read(page(busy))
    readers.close()
    assert "4 percent" in apart()["html"].read(page()).document.text


def test_a_process_that_is_killed_is_told_of_and_started_again(apart):
    readers = apart()
    readers["html"].read(page())
    process, _ = readers._process._running
    os.kill(process.pid, signal.SIGSEGV)
    process.join()
    with pytest.raises(ReaderStoppedError, match="its reader came upon a fault of its own"):
        readers["html"].read(page())
    assert "4 percent" in readers["html"].read(page()).document.text


def test_several_threads_share_the_process(apart):
    readers, found = apart(), {}

    def one(number: int) -> None:
        body = PAGE.replace(b"4 percent", b"%d percent" % number)
        found[number] = readers["html"].read(page(body)).document.text

    threads = [threading.Thread(target=one, args=(number,)) for number in range(10, 18)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(10, 18))
    assert all(f"{number} percent" in text for number, text in found.items())
