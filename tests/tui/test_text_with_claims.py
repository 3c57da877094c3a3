"""Claims are marked in place, in the document's own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.document import Span
from workbench.tui.lines.line import texts
from workbench.tui.lines.text_with_claims import first_line, light, mark_claims

TEXT = "The police stopped 16,000 attempts, 36.5 percent fewer than in 2020."


def spans(*quotes: str, text: str = TEXT) -> list[Span]:
    return [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]


def test_a_claim_has_brackets_and_its_number() -> None:
    lines = mark_claims(TEXT, spans("16,000 attempts", "36.5 percent fewer"), 100)
    assert texts(lines) == ["The police stopped [1 16,000 attempts], [2 36.5 percent fewer] than in 2020."]


def test_the_claim_in_hand_differs_in_one_cell() -> None:
    (line,) = mark_claims(TEXT, spans("16,000 attempts", "36.5 percent fewer"), 100)
    assert texts([light(line, 2)]) == ["The police stopped [1 16,000 attempts], [2▸36.5 percent fewer] than in 2020."]
    assert [p.text for p in light(line, 2) if p.role == "current"] == ["[2▸", "36.5 percent fewer", "]"]


def test_one_claim_inside_another() -> None:
    text = "35 cases of smuggling of 420 migrants"
    (line,) = mark_claims(text, spans(text, "420 migrants", text=text), 100)
    assert texts([light(line, 1)]) == ["[1▸35 cases of smuggling of [2 420 migrants]]"]
    assert texts([light(line, 2)]) == ["[1 35 cases of smuggling of [2▸420 migrants]]"]
    assert all(piece.role == "current" for piece in light(line, 1))


def test_overlapping_claims() -> None:
    text = "abcdef"
    assert texts(mark_claims(text, [Span(0, 4), Span(2, 6)], 100)) == ["[1 ab[2 cd]ef]"]


def test_a_mark_is_not_torn_from_its_claim() -> None:
    assert "[1" not in [text.split()[-1] for text in texts(mark_claims(TEXT, spans("16,000 attempts"), 22))]


def test_markup_and_escapes_in_a_document_are_words() -> None:
    text = "He said [bold]16,000[/] \x1b[31mattempts\u00a0here."
    assert texts(mark_claims(text, spans("16,000", text=text), 100)) == [
        "He said [bold][1 16,000][/] �[31mattempts here."
    ]


def test_where_a_claim_begins() -> None:
    lines = mark_claims("One.\n\nTwo 5.\r\nThree 6.", [Span(10, 11)], 100)
    assert texts(lines) == ["One.", "", "Two [1 5].", "Three 6."]
    assert first_line(lines, 1) == 2
    assert first_line(lines, 2) is None


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=5), st.integers(3, 40)
)
def test_any_text_with_any_claims(text: str, places: list[tuple[int, int]], width: int) -> None:
    claims = [Span(start, start + length) for start, length in places]
    lines = mark_claims(text, claims, width)
    marked = sum(span.end <= len(text) for span in claims)
    assert sum(piece.role.endswith("opens") for line in lines for piece in line) >= marked
