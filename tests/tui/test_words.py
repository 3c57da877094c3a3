"""What the panes say of figures, claims and reviews."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.core.quantity import PERCENT, Amount, Dimension, Relation, Unit
from workbench.ports import Progress
from workbench.tui.lines.candidates import progress_lines
from workbench.tui.lines.claim import claim_lines
from workbench.tui.lines.figures import amount_words, headline, number, short
from workbench.tui.lines.line import text_of, texts
from workbench.tui.lines.verdict import history_lines, rating_line, standing_line


@pytest.mark.parametrize(
    ("relation", "low", "high", "step", "unit", "words"),
    [
        (Relation.IS, "36.5", None, "0.1", PERCENT, "36.5 %"),
        (Relation.IS, "4.0", None, "0.1", PERCENT, "4.0 %"),
        (Relation.ABOUT, "800", None, "100", Unit(Dimension.COUNT, "message"), "about 800"),
        (Relation.BETWEEN, "450", "600", "50", Unit(Dimension.COUNT, "case"), "450–600"),
        (
            Relation.MORE_THAN,
            "1200000",
            None,
            "100000",
            Unit(Dimension.MONEY, "euro", "EUR"),
            "more than 1,200,000 EUR",
        ),
    ],
)
def test_amounts(relation: Relation, low: str, high: str | None, step: str, unit: Unit, words: str) -> None:  # noqa: PLR0917  (a table of cases)
    amount = Amount(relation, Decimal(low), Decimal(high) if high else None, Decimal(step), unit)
    assert amount_words(amount).replace("\u00a0", " ") == words


def test_headlines(world) -> None:
    heads = [headline(claim) for claim in world.claims]
    assert heads[0] == "16,000 attempts to cross the border illegally"
    assert heads[1] == "−36.5 % attempts to cross the border illegally"


@pytest.mark.parametrize(
    ("value", "words"),
    [("450", "450"), ("2500", "2,500"), ("25195", "25.2k"), ("1830000", "1.8M"), ("-39.7351", "−39.7"), ("0", "0")],
)
def test_short_figures(value: str, words: str) -> None:
    assert short(Decimal(value)) == words


def test_a_long_result_is_shown_with_four_decimals() -> None:
    assert number(Decimal("-39.73509933774834437086")) == "−39.7351"


def test_how_a_claim_was_read(world) -> None:
    text = "\n".join(texts(claim_lines(world.claim("36.5"), [])))
    assert "CHANGE  −36.5 %   attempts to cross the border illegally" in text
    assert "period Jan–Sep 2021   base Jan–Sep 2020   place MKD North Macedonia" in text
    assert "figure 36.5 % stands for [36.45, 36.55)" in text
    assert "said by Oliver Spasovski, interior minister (reported) 2 Dec 2021" in text
    assert "worth 0.84 = number .60 + change .24" in text


def test_progress_is_a_line_a_source() -> None:
    told = [
        Progress("World Bank", says="Population"),
        Progress("World Bank", says="Refugees"),
        Progress("World Bank", 1, 1, "done"),
        Progress("UNHCR", says="Asylum"),
        Progress("UNHCR", state="failed", says="api.unhcr.org did not answer: timed out."),
    ]
    assert texts(progress_lines(told)) == [
        "… World Bank … 1 of 2",
        "x UNHCR failed: api.unhcr.org did not answer: timed out. r to try again",
    ]


def test_no_rating_is_marked_before_a_person_gave_one(world) -> None:
    """The machine never suggests: findings or not, the keys look the same."""
    line = rating_line(world.desk.scale, None)
    assert "[" not in text_of(line)
    assert {piece.role for piece in line} == {"head", ""}


def test_the_given_rating_is_in_brackets(world) -> None:
    assert "[5 False]" in text_of(rating_line(world.desk.scale, "false"))


def test_history_keeps_what_was_undone(world) -> None:
    key = world.claims[0].id
    world.desk.rate(key, "true", "looks right")
    world.desk.undo(key)
    verdict = world.desk.rate(key, "false", "wrong year")
    lines = texts(history_lines(verdict, world.desk.scale))
    assert "rated True by ana   undone" in lines[0]
    assert "“looks right”" in lines[1]
    assert "took back: rated True by ana" in lines[2]
    assert "rated False by ana" in lines[3]
    assert "draft: False by ana" in text_of(standing_line(verdict, world.desk.scale))
