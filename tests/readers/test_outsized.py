"""Pages made to keep a parser busy: their time grew with the square, to over 30 s of computing; now each is read."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from functools import partial

import pytest

from workbench.desk.importing.isolated_reading import IsolatedReaders, ProcessLimits
from workbench.plugins import READERS, Plugins
from workbench.ports import Raw
from workbench.readers._thinned_markup import LONGEST_TAG, MOST_INLINE, thinned

MANY = 40_000
HEAD = "<html><body><article><h1>Jobs</h1><p>Unemployment fell to 4 percent in 2020, the minister said.</p>"
SENTENCE = "Unemployment fell to 4 percent in 2020, the minister said."
TRAPS = {
    "spans": "<p>" + " ".join(f"<span>word{n}</span>" for n in range(MANY)) + "</p>",
    "bold words": "<p>" + " ".join(f'<b class="c{n}">word{n}</b>' for n in range(MANY)) + "</p>",
    "links": " ".join(f'<a href="/p/{n}">word{n}</a>' for n in range(MANY // 4)),
    "attributes": "<p " + " ".join(f'data-a{n}="{n}"' for n in range(MANY)) + ">word0 word1</p>",
    "broken data": '<script type="application/ld+json">' + '{"a":[' * MANY + "</script>",
}


@pytest.fixture(scope="module")
def apart() -> Iterator[IsolatedReaders]:
    """Yield readers whose limits are those of each page alone."""
    readers = IsolatedReaders(partial(Plugins, READERS), ProcessLimits(seconds=15))
    yield readers
    readers.close()


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="the system does not count processor time")
@pytest.mark.parametrize("trap", TRAPS)
def test_a_page_of_ten_to_forty_thousand_of_a_thing_is_read(apart, trap):
    page = Raw("page.html", "html", f"{HEAD}{TRAPS[trap]}</article></body></html>".encode())
    assert SENTENCE in apart["html"].read(page).document.text


def test_thinned_pages_lose_no_word():
    words = [f"word{n}" for n in range(MOST_INLINE)]
    for tag in ("span", "b", "EM", "font", "u"):
        page = " ".join(f"<{tag} class='x'>{word}</{tag}>" for word in words)
        assert thinned(f"<p>{page}</p>") == f"<p>{' '.join(words)}</p>"
    assert thinned(f'<p style="{"x" * LONGEST_TAG}">It rose.</p>') == "<p>It rose.</p>"


def test_pages_that_people_write_stay_as_they_are():
    bold = " ".join(f"<b>{n}</b>" for n in range(MOST_INLINE // 2))
    table = "<tr><td>1</td></tr>" * MOST_INLINE
    for page in (f"<p>{bold}</p>", f"<table>{table}</table>", "3 < 4 > 2", '<img src="data:image/png;base64,AAAA">'):
        assert thinned(page) == page
