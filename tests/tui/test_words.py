"""What the panes say of figures, claims and reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from workbench.cli.line_mode.output_sentences import candidate_line
from workbench.core.candidate import Candidate, Relationship, SeenBefore
from workbench.core.evidence import Evidence, Snapshot, csv_pointer
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.prior_checks import CheckedElsewhere, PriorCheck
from workbench.core.quantity import PERCENT, Amount, Dimension, Relation, Unit
from workbench.core.score import ScorePart
from workbench.core.series import Series, SeriesRef
from workbench.core.slip import Slip
from workbench.core.trace import Step, Trace
from workbench.desk.filters.query import read_query
from workbench.desk.publication.formats_by_suffix import ending_of
from workbench.ports import CandidateRow, Progress
from workbench.report.figure_formatting import amount_words, number, short
from workbench.report.list_headline import headline, short_headline
from workbench.tui.library_filters import VIEWS, next_view
from workbench.tui.lines.candidates import candidate_lines, counts, progress_lines
from workbench.tui.lines.claim import Seen, claim_lines
from workbench.tui.lines.line import text_of, texts
from workbench.tui.lines.trace import trace_lines
from workbench.tui.lines.verdict import history_lines, rating_line, standing_line
from workbench.tui.workers.import_and_export import next_format


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
            "more than 1.2 million EUR",
        ),
    ],
)
def test_amounts(relation: Relation, low: str, high: str | None, step: str, unit: Unit, words: str) -> None:  # noqa: PLR0917  (a table of cases)
    amount = Amount(relation, Decimal(low), Decimal(high) if high else None, Decimal(step), unit)
    assert amount_words(amount).replace("\u00a0", " ") == words


def test_headlines(world) -> None:
    heads = [headline(claim) for claim in world.claims]
    assert heads[0] == "16,000 attempts to cross the border illegally, North Macedonia, Jan–Sep 2021"
    assert heads[1] == "−36.5 % attempts to cross the border illegally, North Macedonia, Jan–Sep 2021"
    assert short_headline(world.claims[1]) == "−36.5 % attempts to cross the border illegally"


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
    verdict = world.desk.rate(world.claims[0].id, "false")
    assert "[5 False]" in text_of(rating_line(world.desk.scale, verdict))


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


def candidate(
    title: str, *, barred: str | None = None, doubt: str | None = None, finding: str | None = None
) -> CandidateRow:
    part = ScorePart("words", 0.5, 1.0, "both speak of [asylum]")
    series = Series(ref=SeriesRef("unhcr", title), title=title, description="counts people once")
    return CandidateRow(Candidate(series, (part,), barred, doubt), finding)


def test_candidates_with_reasons_and_what_is_barred() -> None:
    rows = [candidate("Asylum [b]applications[/b]", finding="f1"), candidate("Births", barred="another population")]
    folded = [text_of(each.line) for each in candidate_lines(rows, 0, (), {"unhcr": "UNHCR"})]
    assert folded == ["▸1 0.50 Asylum [b]applications[/b] (UNHCR) ●", " x      Births (UNHCR) — another population"]
    refs = [row.candidate.series.ref for row in rows]
    unfolded = [text_of(each.line) for each in candidate_lines(rows, 1, refs[:1], {})]
    assert unfolded[1] == "    words   .50 of 1.00  both speak of [asylum]"
    assert "    counts  counts people once" in unfolded
    assert unfolded[-1].startswith("▸x")
    assert counts(rows) == "1 usable · 1 excluded"


def test_a_candidate_that_is_not_sure_has_no_number_and_says_why() -> None:
    rows = [
        candidate("Unemployment"),
        candidate("Jobs", doubt="shares only “jobs” with the claim"),
        candidate("Births", barred="no"),
    ]
    lines = [text_of(each.line) for each in candidate_lines(rows, 0, (), {"unhcr": "UNHCR"})]
    assert lines[1] == " ? 0.50 Jobs (UNHCR) — not sure: shares only “jobs” with the claim"
    assert counts(rows) == "1 usable · 1 unsure · 1 excluded"


def test_a_candidate_of_too_long_figures_says_so_on_its_line() -> None:
    row = candidate("Unemployment")
    why = "a yearly series has no figure for Mar 2022 alone"
    row = replace(row, candidate=replace(row.candidate, coarse=why))
    (told,) = (text_of(each.line) for each in candidate_lines([row], 0, (), {"unhcr": "UNHCR"}))
    assert told == f"▸1 0.50 Unemployment (UNHCR) — {why}"
    assert f"Usable, but {why}." in candidate_line(1, row, {})


def test_a_candidate_without_figures_says_how_to_get_them() -> None:
    row = candidate("Asylum")
    lines = [text_of(each.line) for each in candidate_lines([row], 0, [row.candidate.series.ref], {})]
    assert lines[-1].strip() == "Enter or e asks for its figures"


def test_where_the_same_was_said_before(world) -> None:
    known = SeenBefore(
        "c1",
        "15,895 attempts so far this year",
        0.8,
        ("period", "amount"),
        Relationship.VARIANT,
        "period: nine months, ten",
    )
    text = "\n".join(texts(claim_lines(world.claims[0], [Seen(known, date(2021, 11, 13))])))
    assert "seen before: 13 Nov 2021, variant (period, amount differ): “15,895 attempts so far this year”" in text
    assert "≠ period: nine months, ten" in text
    assert "not on this desk" in "\n".join(texts(claim_lines(world.claims[0], [])))
    assert "seen before" not in "\n".join(texts(claim_lines(world.claims[0], None)))


def test_others_ratings_stand_in_their_own_words_with_what_differs(world) -> None:
    """A stranger's rating is a text: mark-up and escape codes in it are shown, not acted on."""
    check = PriorCheck(
        text="Crossings fell by a third", publisher="AFP", rating="Faux [bold]", url="https://afp.example/x"
    )
    known = SeenBefore("", check.text, 0.8, ("amount",), Relationship.VARIANT, "36.5 % there, a third here.")
    text = "\n".join(texts(claim_lines(world.claims[0], [], elsewhere=[CheckedElsewhere(check, known)])))
    assert "checked elsewhere: AFP, rating in its own words “Faux [bold]”, day unknown https://afp.example/x" in text
    assert "“Crossings fell by a third” 36.5 % there, a third here." in text
    assert "checked elsewhere" not in "\n".join(texts(claim_lines(world.claims[0], [])))


def test_a_trace_says_every_cell_and_every_sample() -> None:
    cell = csv_pointer(14, "value")
    read = Step("read", (), Decimal(25195), "attempt", "v(2020)  25,195", Evidence("ab" * 32, (cell,)))
    finding = Finding(
        claim="c", series=None, title="Attempts", agreement=Agreement.NEAR, claimed=Decimal(25000),
        claimed_range=Interval(Decimal(24500), Decimal(25500)), measured=Decimal(25195), difference=Decimal(195),
        unit="attempt", trace=Trace((read,)), why="It is near.", caveats=(Caveat("whole-years", "Whole years were used."),),
    )  # fmt: skip
    body = Snapshot(
        id="ab" * 32, url="file:own.csv", fetched=datetime(2026, 1, 1, tzinfo=UTC), media_type="text/csv", size=1,
        sample="figures as of 2025", source="own file",
    )  # fmt: skip
    assert texts(trace_lines([finding], lambda _: body)) == [
        "Attempts",
        " 1  v(2020)  25,195   own file row 14, col value (sample)",
        "    claimed 25,000 attempts  in [24,500, 25,500)   NEAR",
        "    measured 25,195 attempts   difference +195",
        "    It is near.",
        " !  Whole years were used.",
        " !  sample answer, not live: figures as of 2025",
    ]
    live = texts(trace_lines([finding], lambda _: None))
    assert "sample" not in "\n".join(live)
    assert "abababab row 14, col value" in live[1]


def test_a_trace_says_how_far_rounding_reaches_and_what_would_make_it_true() -> None:
    read = Step("read", (), Decimal("15.4"), "%", "2021: 15.4", Evidence("ab" * 32, ("/0",)))
    other = Step("read", (), Decimal("17.3"), "%", "2019: 17.3", Evidence("ab" * 32, ("/1",)))
    slip = Slip(kind="other-period", says="It would hold for 2019: 17.3 % then.", trace=Trace((other,)))
    finding = Finding(
        claim="c", series=None, title="Unemployment", agreement=Agreement.APART, claimed=Decimal("17.3"), measured=Decimal("15.4"),
        difference=Decimal("-1.9"), unit="%", trace=Trace((read,)), slack=Decimal("0.05"), slips=(slip,),
    )  # fmt: skip
    assert texts(trace_lines([finding], lambda _: None)) == [
        "Unemployment",
        " 1  2021: 15.4   abababab /0",
        "    claimed 17.3 %   APART",
        "    measured 15.4 ± 0.05 %   difference −1.9",
        "    What would make it true, which is no agreement:",
        " ?  It would hold for 2019: 17.3 % then.  2019: 17.3",
    ]


def test_formats_by_suffix() -> None:
    known = {"md": "markdown", "json": "json", "claimreview.json": "claimreview"}
    assert ending_of(known, "a.claimreview.JSON") == "claimreview.json"
    assert ending_of(known, "a.json") == "json"
    assert ending_of(known, "a.docx") is None
    assert next_format(list(known), "a.md") == "a.json"
    assert next_format(list(known), "a.claimreview.json") == "a.md"
    assert next_format(list(known), "plain") == "plain.md"


def test_views_go_round_and_take_in_what_was_typed() -> None:
    assert next_view((), "").line == "status:open"
    assert next_view((), VIEWS[-1].line).line == ""
    assert next_view(("asylum",), VIEWS[-1].line).line == "asylum"
    assert next_view(("asylum",), "something typed").line == ""
    assert all(read_query(view.line) for view in VIEWS)
