"""Sentences end where a reader would end them, at exact offsets, in any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.extract import split_sentences

ONE = [
    "Costs came to approx. 16,000 denars a head.",
    "I thank the hon. Member for Tetovo for asking.",
    "See No. 5 of the annex and p. 12 of the report.",
    "The bill was signed by J. K. Novak on Jan. 3 in the capital.",
    "The U.S. Government paid 3.5 percent more, i.e. twice the sum.",
    "It rose by 2.5 p.p. in 2020.",
    "“Is it true?” she asked the house.",
    "At 9 a.m. Mr. Ilievski opened the session.",
    "The programme (It has run since 2015.) will end.",
    "Write to press.office@example.org or see www.example.org/a.b for more.",
]
TWO = [
    ("Prices rose. Wages did not.", 12),
    ("He lives in the U.S. She does not.", 20),
    ("“We did it.” The house rose.", 12),
    ("Was it 5? It was.", 9),
    ("They sold it to Doe & Co. It was cheap.", 25),
    ("Output fell in 2020.[3] It has grown since.", 23),
    ("He left at 6 p.m. They stayed on.", 17),
]


def cut(text):
    return [sentence.span.cut(text) for sentence in split_sentences(text)]


@each("text", ONE)
def test_a_full_stop_that_ends_no_sentence(text):
    assert [s.span.cut(text) for s in split_sentences(text)] == [text]


@pytest.mark.parametrize(("text", "end"), TWO)
def test_a_full_stop_that_ends_one(text, end):
    first, second = split_sentences(text)
    assert (first.span.start, first.span.end) == (0, end)
    assert second.span.cut(text) == text[end:].strip()


def test_lines_end_sentences_where_the_page_was_not_merely_wrapped():
    text = "A heading\n\nThe first line of a\nwrapped paragraph.\n\n• one thing\n• another thing\n\nMR DOE: I agree.\nMS ROE: I do not."
    assert [s.span.cut(text) for s in split_sentences(text)] == [
        "A heading",
        "The first line of a\nwrapped paragraph.",
        "• one thing",
        "• another thing",
        "MR DOE: I agree.",
        "MS ROE: I do not.",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_any_newline_is_one(newline):
    text = "A line that was\nwrapped here.\n\nA new paragraph.".replace("\n", newline)
    first, second = split_sentences(text)
    assert first.span.cut(text) == f"A line that was{newline}wrapped here."
    assert (first.paragraph, second.paragraph) == (0, 1)


def test_the_items_of_a_list_stand_apart():
    text = "1. Build roads 2. Cut taxes 3. Hire teachers"
    assert [s.span.cut(text) for s in split_sentences(text)] == ["1. Build roads", "2. Cut taxes", "3. Hire teachers"]


def test_sentences_know_their_paragraph():
    text = "One. Two.\n\nThree."
    assert [s.paragraph for s in split_sentences(text)] == [0, 0, 1]


def test_other_languages_have_their_own_abbreviations():
    text = "Die Zahl stieg z.B. um 5 %. Das ist viel."
    assert [s.span.cut(text) for s in split_sentences(text, "de")] == ["Die Zahl stieg z.B. um 5 %.", "Das ist viel."]


PIECES = st.sampled_from(
    [
        "Mr. ",
        "U.S. ",
        "5.",
        "a.m. ",
        "“",
        "”",
        '"',
        "\n",
        "\r\n",
        "\u2028",
        "• ",
        "1. ",
        "Word",
        " ",
        "…",
        "?!",
        "é",
        "😀",
    ]
)


@given(
    st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)), st.sampled_from(["en", "de", "mk"])
)
def test_every_character_stands_in_one_sentence_and_none_is_changed(text, language):
    spans = [s.span for s in split_sentences(text, language)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.cut(text) for s in spans).split()) == "".join(text.split())
    assert all(s.cut(text) == s.cut(text).strip() for s in spans)


@pytest.mark.parametrize(("name", "least"), [("golden_en", 0.95), ("gum_dev", 0.97), ("ewt_dev", 0.86)])
def test_labelled_sentences(shared, name, least):
    """Boundaries of three labelled sets are found at least this well (F1; for the golden rules, rows exact)."""
    assert boundary_figure(shared / "eval" / "sentences" / f"sents_{name}.jsonl", exact=name == "golden_en") >= least


def boundary_figure(path, *, exact):
    import json

    hits = wrong = missed = same = rows = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = ends(row["sents"])
        mine = ends([s.span.cut(row["text"]) for s in split_sentences(row["text"])])
        hits, wrong, missed = hits + len(gold & mine), wrong + len(mine - gold), missed + len(gold - mine)
        same, rows = same + (gold == mine), rows + 1
    return same / rows if exact else 2 * hits / (2 * hits + wrong + missed)


def ends(sentences):
    """End of all sentences but the last, counted in letters that are not white space."""
    total, found = 0, []
    for sentence in sentences:
        total += len("".join(sentence.split()))
        found.append(total)
    return set(found[:-1])


def test_small_letters_after_a_full_stop_begin_a_sentence_where_the_word_does():
    """A writer in haste gives no capital; an abbreviation and a name with a mark go on all the same."""
    assert cut("The office is open. they close at five. is that so? i do not know.") == [
        "The office is open.",
        "they close at five.",
        "is that so?",
        "i do not know.",
    ]
    assert cut("She works at Yahoo! in Paris, approx. we think.") == ["She works at Yahoo! in Paris, approx. we think."]


def test_a_line_across_the_page_ends_what_stands_before_it():
    assert cut("Thanks ======== The text follows") == ["Thanks ========", "The text follows"]


@each("sign", "•⁃▪◦‣●·∙")
@each("language", ["en", "de"])
def test_a_bullet_between_two_digits_begins_nothing(sign, language):
    """It is the point of a decimal or a sign of multiplication; beside a space, or a word, it is a bullet."""
    said = f"Wir: {sign}5 a{sign}6 b {sign} 7 c 5{sign}5 d"
    cuts = [sentence.span.cut(said) for sentence in split_sentences(said, language)]
    assert cuts == ["Wir:", f"{sign}5 a", f"{sign}6 b", f"{sign} 7 c 5{sign}5 d"]
