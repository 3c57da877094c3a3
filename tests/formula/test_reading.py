"""Formulas are read whole or refused in a sentence that points at the place and says what to write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.formula import FormulaError, names, parse, pointed, show, tidied

WRITTEN = [
    # as typed, as written out
    ("un.asylum[MKD, 2021] / wb.pop[MKD, 2021] * 100000", "un.asylum[MKD, 2021] / wb.pop[MKD, 2021] * 100000"),
    ("un.asylum[ 2021 , MKD ]/wb:pop[mkd,2021]×100_000", "un.asylum[MKD, 2021] / wb.pop[MKD, 2021] * 100000"),
    ("sum(x[2021-01..2021-09])", "sum(x[2021-01..2021-09])"),
    ("change(x, 2020, 2021)", "change(x, 2020, 2021)"),
    ("rank(x, in=EU27, 2023)", "rank(x, in=EU27, 2023)"),
    ("rank(x, 2023, in=eu27, lowest)", "rank(x, lowest, in=EU27, 2023)"),
    ("a.b[-1]", "a.b[said-1]"),
    ("a.b[said - 1]", "a.b[said-1]"),
    ("a.b[latest]", "a.b[latest]"),
    ("a.b[here, base]", "a.b[base]"),
    ('"eurostat:une_rt_a?sex=F"[2021]', '"eurostat:une_rt_a?sex=F"[2021]'),
    ('a.b["North Macedonia", 2021Q3]', "a.b[MKD, 2021-Q3]"),
    ('a.b["Polog region"]', 'a.b["Polog region"]'),
    ("let p = wb.pop; a.b / p * 1000;", "let p = wb.pop; a.b / p * 1000"),
    ("a.b - (c.d - e.f)", "a.b - (c.d - e.f)"),
    ("(a.b - c.d) - e.f", "a.b - c.d - e.f"),
    ("a.b / (c.d * 2)", "a.b / (c.d * 2)"),
    ("-(a.b + 1)", "-(a.b + 1)"),
    ("−a.b÷2", "-a.b / 2"),
    ("AVG(a.b[2015..2020])", "mean(a.b[2015..2020])"),
    ("index(x, base=2015, 2023)", "index(x, base=2015, 2023)"),
    ("per(a.b, c.d, 1000)", "per(a.b, c.d, 1000)"),
    ("1.50 * a.b", "1.50 * a.b"),
    ("a.b[in=WB6, 2020]", "a.b[in=WB6, 2020]"),
]


@each(("typed", "written"), WRITTEN)
def test_a_formula_is_written_out_in_one_way(typed: str, written: str) -> None:
    assert show(parse(typed)) == written
    assert parse(written) == parse(typed)


REFUSED = [
    # text, what the sentence says, the next step, where the caret stands
    ("", "empty", "un.asylum", 0),
    ("wb.pop * * 2", "A figure is missing, before “*”", "Write a number", 9),
    ("wb.pop 2", "belongs to nothing", "Put a sign", 7),
    ("(wb.pop", "“)” is missing", "Write )", 7),
    ("sum(x[2021]", "“)” is missing after what sum is given", "comma", 11),
    ("wb.pop[2021", "“]” is missing", "Write ]", 11),
    ("wb.pop[XKZ, 2021]", "“XKZ” is no place", "Did you mean XK", 7),
    ("wb.pop[2021-13]", "2021-13 is no period of the calendar", "2021-09", 7),
    ("wb.pop[2021, 2022]", "two places or two periods", "[MKD, 2021]", 13),
    ("wb.pop[MKD, DEU]", "two places or two periods", "[MKD, 2021]", 12),
    ("chnage(x, 2020, 2021)", "no function called chnage", "Did you mean change?", 0),
    ("rank(x, among=EU27)", "takes no “among=”", "rank(x, in=EU27, 2023)", 8),
    ("change()", "takes one argument", "change(x, 2020, 2021)", 0),
    ("said + 1", "no figure by itself", "brackets", 0),
    ("let sum = 2; x", "taken", "another name", 4),
    ("let a = b; let b = a; a", "before it is named", "let b", 8),
    ("let a = a; a", "before it is named", "let a", 8),
    ('"nonsense"', "no series", "source:key", 0),
    ("1e5 * x", "A figure is missing", "Write a number", 0),
    ("x[said-999]", "too far off", "400 years", 2),
    ("9" * 50, "too long to be a real one", "30 digits", 0),
]


@each(("text", "says", "hint", "at"), REFUSED)
def test_what_is_no_formula_gets_a_sentence_and_a_caret(text: str, says: str, hint: str, at: int) -> None:
    with pytest.raises(FormulaError) as told:
        parse(text)
    assert says in told.value.message
    assert hint in told.value.hint
    if told.value.at.end:
        line, caret = pointed(text, told.value).split("\n")
        assert line == text
        assert caret.index("^") == at


@pytest.mark.parametrize(
    "text", ["(" * 500 + "x" + ")" * 500, "-" * 1500 + "x", "x+" * 900 + "x", "x" * 3000, "sum(" * 400, "a.b[" * 400]
)
def test_vast_texts_are_refused_at_once(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)


def test_nothing_is_run_and_no_file_is_read() -> None:
    """What would be a program elsewhere is no formula here."""
    for text in ("__import__('os').system('true')", "open('/etc/passwd')", "x.__class__()", "{{7*7}}", "$(id)", "`id`"):
        with pytest.raises(FormulaError):
            parse(text)


PIECES = st.sampled_from(
    ["wb.pop", "x", "un.asylum", "[", "]", "(", ")", ",", "..", "2021", "2021-09", "-", "+", "*", "/", "said", "base",
     "latest", "in=", "EU27", "MKD", "let ", "=", ";", "sum(", "change(", "rank(", "per(", "100000", '"a:b"', '"', " ",
     "lowest", "index(", "base=", "-1", "1.5", "\x00", "é", "…", "\u202e"]
)  # fmt: skip


parse("wb.pop[MKD]")  # the table of places is read once, before the clock runs


@settings(deadline=None, max_examples=examples(400))
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        formula = parse(text)
    except FormulaError as error:
        assert error.message.endswith((".", "?"))
        assert error.hint
        pointed(tidied(text), error)
    else:
        assert parse(show(formula)) == formula
        assert show(parse(show(formula))) == show(formula)


_MOMENTS = st.sampled_from(
    ["2021", "2021-09", "2021-Q3", "2021-S1", "2021-09-30", "said", "said-2", "base", "latest", "base+1"]
)
_SERIES = st.sampled_from(["x", "wb.pop", "un.asylum", "a.b.c.d", '"own:a b?c=d&e=f"'])
_PICKS = st.one_of(
    _SERIES,
    st.builds("{}[{}]".format, _SERIES, _MOMENTS),
    st.builds("{}[MKD, {}..{}]".format, _SERIES, _MOMENTS, _MOMENTS),
    st.builds("{}[in=EU27, {}]".format, _SERIES, _MOMENTS),
)
_CALLS = st.one_of(
    st.builds("change({}, {}, {})".format, _SERIES, _MOMENTS, _MOMENTS),
    st.builds("rank({}, in=WB6, {})".format, _SERIES, _MOMENTS),
    st.builds("index({}, base={})".format, _SERIES, _MOMENTS),
    st.builds("sum({}, {})".format, _PICKS, _PICKS),
)
_LEAVES = st.one_of(_PICKS, _CALLS, st.decimals(0, 10**6, places=2, allow_nan=False).map(str))
FORMULAS = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("-{}".format, inner),
        st.builds("abs({})".format, inner),
    ),
    max_leaves=12,
)


@given(FORMULAS)
def test_reading_what_was_written_out_gives_the_same_formula(text: str) -> None:
    formula = parse(text)
    assert parse(show(formula)) == formula


def test_names_are_the_series_and_not_what_the_formula_names_itself() -> None:
    assert [each.written for each in names(parse("let p = wb.pop; x / p + sum(un.asylum[2021], p)"))] == [
        "wb:pop", "x", "un:asylum",
    ]  # fmt: skip
