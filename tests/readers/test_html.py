"""Web pages: the article alone, whatever else a page carries or tries."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.each import each
from workbench.core.errors import NotTextError
from workbench.ports import Raw
from workbench.readers.html import READER

ARTICLE = """
<p>Zagreb, 4 March 2022 - Health Minister Ana Horvat said that 12,400 patients were treated in the first two months of the year.</p>
<p>&ldquo;We treated 8% more patients than a year ago, and we shall go on,&rdquo; Horvat said at the opening. pk/tm/</p>
"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Waiting lists are shorter</title>
<link rel="canonical" href="https://example.hr/lists"><meta property="article:published_time" content="2022-03-05T10:00:00Z">
<script>var secret = "99,999 attempts";</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<div>• Friday, 10 May 2024</div>
<article><h1>Waiting lists are shorter</h1><h2>Waiting lists are shorter</h2>{ARTICLE}</article>
<div class="comments"><p>First! What a scandal, 100% lies, says somebody who was not there.</p></div>
<footer>Copyright</footer></body></html>"""
WORDS = "<p>In the first nine months 16,000 attempts were stopped, a fall of 36.5 percent on the year before.</p>"


def read(markup: str | bytes):
    body = markup if isinstance(markup, bytes) else markup.encode()
    return READER.read(Raw("page.html", "html", body))


def test_the_article_is_read_without_menus_scripts_and_furniture():
    text = read(PAGE).document.text
    assert text.startswith("Zagreb, 4 March 2022 - Health Minister")
    assert text.endswith("Horvat said at the opening.")
    for foreign in ("Home", "99,999", "2024", "Copyright", "Waiting lists"):
        assert foreign not in text


def test_a_page_tells_its_title_and_address_and_the_dateline_wins_over_its_own_date():
    document = read(PAGE).document
    assert (document.title, document.url) == ("Waiting lists are shorter", "https://example.hr/lists")
    assert (document.published, document.place) == (date(2022, 3, 4), "HRV")


def test_without_a_dateline_the_date_of_the_page_is_taken_and_named():
    done = read(PAGE.replace("Zagreb, 4 March 2022 - ", ""))
    assert done.document.published == date(2022, 3, 5)
    assert "what the page says of itself" in next(p.message for p in done.problems if p.kind == "weak-date")


def test_paragraphs_stay_apart():
    assert read(PAGE).document.text.count("\n\n") == 1


def test_a_page_in_an_old_encoding_that_names_itself_is_believed():
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Спречени се обиди. " * 20}</p></body></html>'
    done = read(page.encode("cp1251"))
    assert "Спречени се обиди." in done.document.text
    assert not [p for p in done.problems if p.kind == "guessed-encoding"]


def test_a_javascript_address_is_no_address():
    assert read(f'<link rel="canonical" href="javascript:alert(1)">{WORDS}').document.url == ""


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x</script></body></html>"])
def test_a_page_without_words_says_so(page):
    with pytest.raises(NotTextError, match="a page without an article"):
        read(page)


HOSTILE = {
    "a hundred thousand nested tags": "<div>" * 100_000 + WORDS + "</div>" * 100_000,
    "a hundred thousand open tags": "<p>" + "<b>" * 100_000 + WORDS,
    "an attribute of a megabyte": f"<p class='{'a' * 1_000_000}'>{WORDS}",
    "entities for control characters": f"<p>&#0;&#27;[31m&#x202e;&#99999999;&unknown;</p>{WORDS}",
    "an entity that grows": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'
    + WORDS,
    "a comment that never ends": WORDS + "<!--" * 10_000,
    "a script that never ends": WORDS + "<script>" * 10_000,
    "metadata nested without end": f"<script type='application/ld+json'>{'[' * 100_000}</script>{WORDS}",
    "escape sequences": f"<p>\x1b]0;owned\x07\x1b[31mred</p>{WORDS}",
}


@each("name", HOSTILE)
def test_a_hostile_page_gives_its_words_or_a_sentence(name):
    text = read(f"<html><body>{HOSTILE[name]}").document.text
    assert "16,000 attempts were stopped" in text
    assert not {"\x1b", "\x00", "\u202e"} & set(text)


def test_angle_brackets_without_end_are_just_characters():
    assert set(read("<" * 100_000).document.text) == {"<"}


def test_plain_text_is_read_without_loading_what_web_pages_need():
    assert importlib.util.find_spec("trafilatura")
    asked = (
        "import sys; from workbench.readers import readers; from workbench.ports import Raw;"
        "readers()['text'].read(Raw('x', 'txt', b'The minister said that the number of them was lower than it had been before.'));"
        "print([m for m in ('trafilatura', 'lxml', 'chardet', 'py3langid', 'numpy', 'docx', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_articles_of_labelled_pages_are_found(shared: Path):
    """Word four-gram precision and recall over the pages, as means over pages; the goal is F1 .97."""
    pages = json.loads((shared / "eval/articles/ground_truth.json").read_text())
    precision = recall = 0.0
    for name, labelled in pages.items():
        body = gzip.decompress((shared / f"eval/articles/html/{name}.html.gz").read_bytes())
        right, found = (_shingles(text) for text in (labelled["articleBody"], read(body).document.text))
        precision += len(right & found) / max(1, len(found)) / len(pages)
        recall += len(right & found) / max(1, len(right)) / len(pages)
    assert 2 * precision * recall / (precision + recall) >= 0.97


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = "".join(c if c.isalnum() or c == "_" else " " for c in text.lower()).split()
    size = min(4, len(words))
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def test_sentences_without_a_space_between_them_are_two():
    words = "He worked as a chief physician.Police arrested a man of 57, as Wired.com and the U.S.News site said. " * 8
    page = f"<html><body><article><p>{words}</p></article></body></html>"
    text = READER.read(Raw("page.html", "html", page.encode())).document.text
    assert "a chief physician. Police arrested a man of 57, as Wired.com and the U.S.News site said." in text
