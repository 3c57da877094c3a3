"""A mark on a text goes by words and sentences, and is whole words without the punctuation around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.document import Span
from workbench.extract import split_sentences
from workbench.tui.lines.text_with_claims import CLOSES, MARKING, OPENS, LetterMap, mark_claims
from workbench.tui.word_marking import WordMarking

TEXT = "For three reasons (so they said) we stayed. It was “35 cases”, in 2020.\n\nTrust fell by 3 %."


def begin(near: int = 0) -> WordMarking:
    found = WordMarking.begin(TEXT, [each.span for each in split_sentences(TEXT)], near)
    assert found is not None
    return found


def test_it_begins_at_the_sentence_of_the_claim_and_goes_by_words():
    mark = begin(TEXT.index("cases"))
    assert mark.quote == "It"
    assert mark.move(2).drop().move(1).quote == "35 cases"
    assert mark.move(-100).quote == "For"
    assert mark.move(100).quote == "%"


def test_it_goes_by_sentences_and_takes_one_whole():
    mark = begin()
    assert mark.move_sentence(1).quote == "It"
    assert mark.move_sentence(2).quote == "Trust"
    assert mark.move_sentence(9).move_sentence(-1).quote == "It"
    assert mark.move_sentence(2).whole().quote == "Trust fell by 3 %"
    assert mark.drop().move_sentence(1).quote == "For three reasons (so they said) we stayed"
    assert mark.drop().move_sentence(1).move_sentence(1).quote.endswith("“35 cases”, in 2020")


def test_a_text_without_words_has_no_mark():
    assert WordMarking.begin(" \n ", [], 0) is None


@given(st.integers(0, 200), st.lists(st.integers(0, 5), max_size=8))
def test_the_marked_words_are_always_words_of_the_text(near: int, moves: list[int]):
    mark = begin(near)
    ways = [
        lambda m: m.move(1),
        lambda m: m.move(-3),
        lambda m: m.move_sentence(1),
        lambda m: m.move_sentence(-1),
        WordMarking.drop,
        WordMarking.whole,
    ]
    for way in moves:
        mark = ways[way](mark)
        words = mark.span.cut(TEXT)
        assert words == words.strip() != ""


@given(st.integers(8, 60), st.text("ab c\n3%日", max_size=80), st.data())
def test_every_letter_is_found_where_it_is_drawn(width: int, text: str, data):
    """Whatever the width, the brackets and the width of a letter: the cell of a drawn letter gives its place in the text."""
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    lines = mark_claims(text, spans, width)
    drawn = LetterMap(text, lines)
    letters = [at for at, char in enumerate(text) if not char.isspace()]
    found = []
    for y, line in enumerate(lines):
        cell = 0
        for piece in line:
            for char in piece.text:
                if not char.isspace() and not {OPENS, CLOSES} & {*piece.role.split()}:
                    found.append(drawn.offset_at(y, cell))
                    assert drawn.line_of(found[-1]) == y
                cell += 2 if char == "日" else 1
    assert found == letters


@given(st.integers(8, 60), st.text("ab c\n3%日", min_size=1, max_size=80), st.data())
def test_what_is_marked_is_lit_and_nothing_else_and_no_letter_moves(width: int, text: str, data):
    start = data.draw(st.integers(0, len(text) - 1))
    marking = Span(start, data.draw(st.integers(start + 1, len(text))))
    lines = mark_claims(text, [marking] if data.draw(st.booleans()) else [], width)
    drawn = LetterMap(text, lines)
    lit = [drawn.marked(y, line, marking) for y, line in enumerate(lines)]
    assert ["".join(piece.text for piece in line) for line in lit] == [
        "".join(piece.text for piece in line) for line in lines
    ]
    marked = "".join(piece.text for line in lit for piece in line if MARKING in piece.role.split())
    assert "".join(marked.split()) == "".join(marking.cut(text).split())
