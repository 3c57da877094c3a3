"""A day amid a sentence is what the sentence speaks of; the page's own day stands beside its sentences."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.ports import Raw
from workbench.readers.html import READER

WRITINGS = ["2010-05-03", "3/5/2010", "03/05/2010", "3.5.2010", "03.05.2010", "3 May 2010", "May 3, 2010", "3rd of May 2010",
            "3. Mai 2010", "3 мај 2010", "2010/05/03"]  # fmt: skip
SENTENCES = [
    "On {} there were 2,977 victims.",
    "The treaty was signed on {}; exports rose by 4 percent.",
    "Since {} we have had 5 percent.",
    "Am {} stiegen die Löhne um 5 Prozent.",
    "На {} платите пораснаа за 5 проценти.",
    "{} was the day on which we lost 3,000 jobs.",
    "We have been waiting for this road since {}.",
    "“We signed it on {}.”",
]
REST = "<p>Thank you all very much for the patience that you have shown this evening.</p>"


def published(body: str, head: str = "") -> date | None:
    page = f"<html><head><title>Speech of the minister</title>{head}</head><body><article><h1>Speech</h1>{body}{REST}</article></body></html>"
    return READER.read(Raw("page.html", "html", page.encode())).document.published


MARKUPS = ["<p>{}</p>", "<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>", "<p><b>{}</b></p>", "<div>{}</div>"]
IN_TURN = [
    (MARKUPS[(n + k) % len(MARKUPS)], sentence, written)
    for n, sentence in enumerate(SENTENCES)
    for k, written in enumerate(WRITINGS)
]
"""Any two of a markup, a sentence and a way to write a day stand together in a page; all three of them do where it is run slowly."""


@each("markup, sentence, written", IN_TURN)
def test_a_day_that_a_sentence_speaks_of_is_not_the_day_of_the_page(markup, sentence, written):
    assert published(markup.format(sentence.format(written))) is None


@pytest.mark.slow
@each("written", WRITINGS)
@each("sentence", SENTENCES)
@each("markup", MARKUPS)
def test_nor_is_any_in_any_markup(markup, sentence, written):
    assert published(markup.format(sentence.format(written))) is None


def test_any_two_of_them_stand_together():
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert len({(case[one], case[other]) for case in IN_TURN}) == len({case[one] for case in IN_TURN}) * len(
            {case[other] for case in IN_TURN}
        )


@pytest.mark.parametrize("written", WRITINGS)
def test_nor_one_of_a_sentence_that_the_page_repeats_about_itself(written):
    said = f"On {written} there were 2,977 victims of the attack, the minister said."
    head = f'<meta name="description" content="{said}"><script type="application/ld+json">{{"articleBody": "{said}"}}</script>'
    assert published(f'<p>{said}</p><img alt="{said}" src="x.jpg">', head) is None


STATED = {
    "a property": ("", '<meta property="article:published_time" content="2010-05-03T10:00:00Z">'),
    "JSON-LD": (
        "",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2010-05-03"}</script>',
    ),
    "an element of time": ('<p><time datetime="2010-05-03">last May</time></p>', ""),
    "a line alone": ("<p>2010-05-03</p>", ""),
    "a line beside the sentences": ("<p>Posted on 2010-05-03 by Ann Smith</p>", ""),
    "an element named for it": ('<p class="entry-date">Published on 2010-05-03 at noon.</p>', ""),
    "a line with inline markup": ("<p><span>Updated:</span> <b>2010-05-03</b> | News</p>", ""),
}


@pytest.mark.parametrize("name", STATED)
def test_a_day_that_the_page_states_is_its_day(name):
    """Beside a sentence that speaks of another."""
    body, head = STATED[name]
    assert published(f"{body}<p>Since 7 June 2004 we have had 5 percent.</p>", head) == date(2010, 5, 3)


@pytest.mark.parametrize("headline", ["{", "{ {{", "{" + '"headline": "' * 50, "—", ""])
def test_signs_alone_are_no_title(headline):
    """A broken description of the page: the title is its first words then."""
    page = f'<html><head><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{headline}</script></head><body>{REST * 3}</body></html>'
    title = READER.read(Raw("page.html", "html", page.encode())).document.title
    assert title == "" or title[0].isalpha()
