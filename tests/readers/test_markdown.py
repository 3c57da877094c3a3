"""Markdown: the words of the finished page, and none of the marks that shape it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.document import Speaker
from workbench.core.errors import EmptyFileError
from workbench.ports import Raw
from workbench.readers._markdown_marks import plain_words
from workbench.readers.markdown import READER

PAGE = """\
# On *security*

Zagreb, 4 March 2022 - Minister Ana Horvat said that **16,000** attempts [were *stopped*](https://example.hr/a_(b) "title"),
a fall of __36.5__ percent[^1].

## What else

- [x] one **item**
* two

1. first
2. second

> A quote that
> goes on.

| Year | Count |
|------|------:|
| 2020 | 5,000 |

![A map](map.png) of [the border][map], <https://example.hr>

[map]: https://example.hr/map "Map"
[^1]: Of the ministry.
"""


def read(words: str):
    return READER.read(Raw("page.md", "md", words.encode()))


def plain(words: str) -> str:
    return plain_words(words).text.strip()


def test_a_page_is_read_as_its_readers_see_it():
    document = read(PAGE).document
    assert document.title == "On security"
    assert document.text == (
        "Zagreb, 4 March 2022 - Minister Ana Horvat said that 16,000 attempts were stopped,\na fall of 36.5 percent.\n\n"
        "What else\n\n• one item\n• two\n\n1. first\n2. second\n\nA quote that\ngoes on.\n\n"
        "Year | Count\n\n2020 | 5,000\n\nA map of the border, https://example.hr\n\nOf the ministry."
    )
    assert (document.published, document.place) == (date(2022, 3, 4), "HRV")


@each(
    ("marked", "words"),
    [
        ("**bold** and *light* and ***both***", "bold and light and both"),
        ("__bold__ and _light_ and ~~gone~~", "bold and light and gone"),
        ("2 * 3 * 4 and 2*3*4", "2 * 3 * 4 and 2*3*4"),
        ("snake_case_name and 5_000", "snake_case_name and 5_000"),
        (r"\*not light\* and 1\. no item", "*not light* and 1. no item"),
        ("`a_b*c*` and ``x`y``", "a_b*c* and x`y"),
        ("R&amp;D and <b>bold</b> and 2 < 3", "R&D and bold and 2 < 3"),
        ("before <!-- not shown --> after", "before  after"),
        ("a comment <!-- that never ends", "a comment <!-- that never ends"),
        ("[empty]() and [brackets] alone", "empty and [brackets] alone"),
        ("[a [b](x)](y)", "a b"),
        ("**16,000**m", "16,000m"),
        ("A title\n=======", "A title"),
        ("Text\n\n---\n\nmore", "Text\n\n\n\nmore"),
        ("```python\nx = *y*\n```", "x = *y*"),
        ("a hard break\\\nhere", "a hard break\nhere"),
        ("###### Deep ######", "Deep"),
        ("#16,000 is no heading", "#16,000 is no heading"),
        ("-16,000 is no item", "-16,000 is no item"),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str):
    assert plain(marked) == words


@pytest.mark.parametrize(
    "note",
    [
        "# date: 2021-12-02\n# speaker: Ana Horvat, health minister\n\n",
        '---\ntitle: On figures\ndate: 2021-12-02\nspeaker: "Ana Horvat, health minister"\nlayout: post\n---\n',
    ],
)
def test_a_note_or_front_matter_tells_the_day_and_the_speaker(note: str):
    document = read(note + "# On figures\n\nWe treated 12,400 patients last year.\n").document
    assert (document.published, document.title) == (date(2021, 12, 2), "On figures")
    assert document.speakers == (Speaker("Ana Horvat", "health minister"),)
    assert document.text == "We treated 12,400 patients last year."


def test_two_headings_on_top_are_no_note():
    document = read("# Title\n## Subtitle\n\nIt fell by 8 percent.\n").document
    assert (document.title, document.source_note) == ("Title", "")
    assert document.text == "Subtitle\n\nIt fell by 8 percent."


def test_marks_without_words_are_an_empty_page():
    with pytest.raises(EmptyFileError):
        read("---\n\n***\n\n[a]: https://example.hr\n")


_WORD = st.text(alphabet="abcdefgh23456789é", min_size=1, max_size=8)
_MARKS = ("{}", "**{}**", "*{}*", "_{}_", "`{}`", "[{}](https://x.org/p)", "[{}][ref]", "\\*{}", "~~{}~~", "<i>{}</i>")
_MARKED = st.tuples(st.sampled_from(_MARKS), _WORD)
_START = st.sampled_from(["", "# ", "- ", "> ", "* [ ] ", "## ", "> - "])


@given(st.lists(st.tuples(_START, st.lists(_MARKED, min_size=1, max_size=5)), min_size=1, max_size=6))
def test_no_word_is_lost_and_none_changes(lines: list[tuple[str, list[tuple[str, str]]]]):
    page = "\n\n".join(start + " ".join(mark.format(word) for mark, word in words) for start, words in lines)
    assert re.findall(r"\w+", plain(page)) == [word for _, words in lines for _, word in words]


HOSTILE = [
    "*a" * 50_000, "_a " * 50_000, "[a](" * 50_000, "`a " * 50_000, "# " + " " * 100_000 + "x", "<a " * 50_000, "[" * 100_000,
    "> " * 50_000 + "x", "**a " * 50_000, "<!--" * 50_000, "|-" * 50_000 + "x", "![a][b" * 30_000, "- " * 50_000 + "x",
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.timeout(120)
def test_marks_without_end_cost_no_more_than_their_length(number: int):
    assert read(HOSTILE[number] + "\n\nThe words stay.").document.text.endswith("The words stay.")
