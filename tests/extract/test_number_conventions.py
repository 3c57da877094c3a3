"""How figures are written: by the document's own figures, by language and country, and in doubt both ways."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.extract import read_text
from workbench.extract.numbers import decimal_signs as written_figures_module
from workbench.extract.numbers.decimal_signs import written_figures
from workbench.extract.numbers.number_conventions import writing_of
from workbench.extract.words.lexer import lex

# --- every number in every convention -------------------------------------------------------------------

WHOLE = [1, 7, 12, 999, 1000, 1234, 1500, 10455, 12345, 100000, 160000, 999999, 1234567, 10455000, 123456789, 10**9]
DECIMALS = ["", "5", "25", "001", "455", "678", "0125"]
GRID = [Decimal(f"{whole}.{part}" if part else whole) for whole in WHOLE for part in DECIMALS]
SMALL = [Decimal(text) for text in ("0.001", "0.5", "0.455", "0.1234", "2.345", "9.999", "87.654", "345.678")]
GRID += SMALL
SOME = [
    Decimal(f"{whole}.{part}" if part else whole)
    for n, whole in enumerate(WHOLE)
    for k, part in enumerate(DECIMALS)
    if (n + k) % 3 == 0
] + SMALL
"""Of the grid each whole with two of the decimals at least, and each of the decimals with five wholes at least."""


def _grouped(digits: str, mark: str, first: int = 3, more: int = 3) -> str:
    """Digits with a mark between groups from the right: three, then threes (or twos, as in India)."""
    groups = [digits[-first:]]
    digits = digits[:-first]
    while digits:
        groups.append(digits[-more:])
        digits = digits[:-more]
    return mark.join(reversed(groups))


def _written(value: Decimal, convention: str) -> str:
    mark, decimal, more = CONVENTIONS[convention]
    whole, _, part = format(value, "f").partition(".")
    return _grouped(whole, mark, more=more) + (decimal + part if part else "")


CONVENTIONS = {
    "english": (",", ".", 3),
    "continental": (".", ",", 3),
    "space": (" ", ",", 3),
    "no-break space": ("\u00a0", ",", 3),
    "narrow space": ("\u202f", ",", 3),
    "thin space": ("\u2009", ",", 3),
    "spaces and points": (" ", ".", 3),
    "swiss": ("'", ".", 3),
    "swiss, typographic": ("\u2019", ".", 3),
    "indian": (",", ".", 2),
}
SHOWING = {
    "en": "The share is {} percent, the loss {} euros.",
    "de": "Der Anteil liegt bei {} Prozent, der Verlust bei {} Euro.",
    "mk": "Уделот е {} проценти, загубата {} евра.",
    "fr": "La part est de {} %, la perte de {} EUR.",
}
PLAIN = {"en": "They drove {} km.", "de": "Sie fuhren {} km.", "mk": "Возеа {} km.", "fr": "Ils ont fait {} km."}


def _distances(figures: list[str], language: str, place: str | None = None, shown: str = ""):
    """Return how a document with these figures, each in a sentence of its own, is read, and its distances."""
    text = "\n\n".join([shown, *(PLAIN.get(language, PLAIN["en"]).format(figure) for figure in figures)]).strip()
    reading = read_text(text, language=language, place=place)
    return reading, [m for m in reading.amounts if m.value.unit.code == "km"]


@pytest.mark.parametrize("language", SHOWING)
@pytest.mark.parametrize("convention", CONVENTIONS)
def test_a_document_that_shows_its_convention_reads_back_exactly(convention, language):
    """From a thousandth to a billion, in every convention, in every language."""
    shown = SHOWING[language].format(*(_written(Decimal(value), convention) for value in ("12.3", "1234567.89")))
    figures = [_written(value, convention) for value in SOME]
    _, amounts = _distances(figures, language, shown=shown)
    read = {figure: (m.value.low, m.alternatives) for figure, m in zip(figures, amounts, strict=True)}
    assert read == {figure: (value, ()) for figure, value in zip(figures, SOME, strict=True)}


HOMES = [
    ("en", "GBR", "english"),
    ("en", "IND", "indian"),
    ("de", "DEU", "continental"),
    ("de", "AUT", "space"),
    ("de", None, "continental"),
    ("mk", "MKD", "continental"),
    ("mk", None, "no-break space"),
    ("fr", "FRA", "narrow space"),
    ("fr", "BEL", "continental"),
]


@pytest.mark.parametrize(("language", "place", "convention"), HOMES)
def test_language_and_country_tell_where_the_document_does_not(language, place, convention):
    """One figure a document, so that none tells of another."""
    for value in GRID[::3]:
        figure = _written(value, convention)
        _, (amount,) = _distances([figure], language, place)
        assert (amount.value.low, amount.alternatives) == (value, ()), figure


@pytest.mark.parametrize(
    ("language", "place"), [("en", None), ("en", "MKD"), ("en", "DEU"), ("de", "CHE"), ("xx", None)]
)
@pytest.mark.parametrize("convention", ["english", "continental", "swiss", "space"])
def test_what_nobody_tells_keeps_both_readings_and_a_caution(language, place, convention):
    """The true value is among the readings of a full stop before three digits, and the claim says that there are two."""
    for value in GRID:
        figure = _written(value, convention)
        if not any(form.kind.value == "open" and form.sign == "." for form in written_figures(figure)):
            continue
        reading, (amount,) = _distances([figure], language, place)
        assert value in {amount.value.low, *(other.low for other in amount.alternatives)}, figure
        if figure.endswith("00") and not amount.alternatives:  # nobody writes 1.500 for one and a half
            assert amount.value.low == value >= 1000
            continue
        assert len(amount.alternatives) == 1, figure
        (claim,) = [c for c in reading.claims if c.amount and c.amount.span == amount.span]
        assert "ambiguous-number" in {note.kind for note in claim.notes}


# --- what is counted speaks too ---------------------------------------------------------------------------


@each(
    ("said", "place", "readings"),
    [
        ("There were 10.455 illegal crossings.", None, ["10455", "10.455"]),
        ("There were 10.455 illegal crossings.", "MKD", ["10455"]),
        ("There were 10.455 illegal crossings.", "USA", ["10455", "10.455"]),
        ("Exports fell 1,5 percent; there were 10.455 crossings.", None, ["10455"]),
        ("Exports fell 1.5 percent; there were 10.455 crossings.", None, ["10455", "10.455"]),
        ("The average pay is 45.198 denars a month.", "MKD", ["45198"]),
        ("Women have 1.234 children per woman.", None, ["1.234"]),
        ("Women have 1.234 children per woman.", "MKD", ["1.234", "1234"]),
        ("Diesel cost 1.265 dollars a litre.", None, ["1.265"]),
        ("GDP grew by 1.234 percent.", None, ["1.234"]),
        ("It was 1.234 billion euros.", None, ["1234000000"]),
        ("We have 10.334 hectares of park.", "SWE", ["10334", "10.334"]),
        ("An average of 2.345 people live there.", None, ["2.345", "2345"]),
        ("Some 10.000 to 12.000 people marched.", None, ["10000"]),
        ("Between 10.000-12.000 people marched.", None, ["10000"]),
        ("Some 160 000 people fled.", None, ["160000"]),
        ("There were 37,907 crossings.", "MKD", ["37907"]),
        ("We sent 5,2 tons of aid.", None, ["5.2"]),
        ("We sent 5,25 tons of aid.", "USA", ["5.25"]),
        ("Wages rose to 1,5 million euros.", None, ["1500000"]),
    ],
)
def test_things_that_come_whole_are_no_fractions(said, place, readings):
    """Crossings come whole, children per woman do not; where country and thing disagree both readings stay."""
    amount = read_text(said, place=place).amounts[-1]
    assert [str(a.low) for a in (amount.value, *amount.alternatives)] == readings


@pytest.mark.parametrize(
    ("language", "said", "readings"),
    [
        ("de", "Es gab 10.455 Grenzübertritte.", ["10455"]),
        ("de", "Das sind 1.234 Kinder je Frau.", ["1.234", "1234"]),
        ("de", "Es waren 10.000 bis 12.000 Menschen.", ["10000"]),
        ("de", "Die Preise stiegen um 12.345 Prozent.", ["12.345", "12345"]),
        ("mk", "Имаше 10.455 илегални премини.", ["10455"]),
        ("mk", "Имаше 2,345 луѓе.", ["2345", "2.345"]),
        ("mk", "Платата е 45.198 денари.", ["45198"]),
        ("fr", "C'est 10,455 EUR.", ["10455", "10.455"]),
    ],
)
def test_other_languages_likewise(language, said, readings):
    amount = read_text(said, language=language).amounts[-1]
    assert [str(a.low) for a in (amount.value, *amount.alternatives)] == readings


def test_both_ends_of_a_range_have_the_other_reading():
    """From 10.455 to 12.678 people: ten thousand and more, or ten and more, but never the one and the other."""
    (amount,) = read_text("Between 10.455 and 12.678 people marched.").amounts
    assert (str(amount.value), [str(other) for other in amount.alternatives]) == (
        "10455 to 12678 person",
        ["10.455 to 12.678 person"],
    )


def test_the_ends_of_a_change_have_it_too():
    """The number of crossings fell from 10.455 to 8.120."""
    (claim,) = read_text("The number of crossings fell from 10.455 to 8.120.").claims
    assert claim.change is not None
    ends = (claim.change.value.origin, claim.change.value.target)
    assert [[str(a.low) for a in (m.value, *m.alternatives)] for m in ends if m] == [
        ["10455", "10.455"],
        ["8120", "8.120"],
    ]


@pytest.mark.parametrize(
    "said",
    ["It passed on 1.2.2021.", "See § 12.345 of the law.", "Regulation 2016.679 applies.", "See section 10.455.",
     "Article 12.345 applies.", "The server is 192.168.1.245.", "We met at 10.300 am."],
)  # fmt: skip
def test_dates_laws_and_addresses_count_nothing(said):
    reading = read_text(said)
    assert reading.amounts == ()
    assert writing_of(said).document == ""


def test_a_date_stays_a_date():
    """On 1.2.2021 there were 10.455 crossings."""
    reading = read_text("On 1.2.2021 there were 10.455 crossings.", place="MKD")
    assert [str(m.value) for m in reading.amounts] == ["10455 crossing"]
    assert str(reading.periods[0].value.start) == "2021-02-01"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It was 12,3 percent.", ","),
        ("It was 12.3 percent.", "."),
        ("1.234,5 tonnes", ","),
        ("1,234.5 tonnes", "."),
        ("1.234.567 tonnes", ","),
        ("12,34,567 rupees", "."),
        ("10.455 tonnes", ""),
        ("12,3 and 12.3 percent", ""),
        ("In May 5,2020 nothing happened on pages 3,5 and 7.", ""),
        ("12,3 percent, 4,5 percent, 6,7 percent and, by mistake, 8.9 percent", ","),
        ("", ""),
    ],
)
def test_a_document_shows_its_sign_by_its_other_figures(text, sign):
    assert writing_of(text).document == sign


def test_offsets_and_words_stay_those_of_the_text():
    """The sentence is read in other signs, and every span still cuts the words as they stand."""
    text = "Exports fell by 1,5 percent to 10.455 tonnes."
    reading = read_text(text)
    assert [m.span.cut(text) for m in reading.amounts] == ["1,5 percent", "10.455 tonnes"]
    assert [claim.quote for claim in reading.claims] == ["fell by 1,5 percent to 10.455 tonnes"]
    assert [claim.context for claim in reading.claims] == [text]


def test_signs_that_mean_one_thing_only_are_read_in_every_language():
    assert [lex("1٬234٫5 km", language)[0].low for language in ("en", "de", "mk", "xx")] == ["1,234.5"] * 4


def test_a_document_with_two_conventions_leaves_open_figures_open_and_says_so():
    """Two tables were pasted into one press release."""
    text = "Exports were 1,234,567.50 euros. Imports were 1.234.567,50 euros. The gap was 10.455 euros."
    reading = read_text(text, place="MKD")
    assert [problem.kind for problem in reading.problems] == ["two-number-conventions"]
    claim = reading.claims[-1]
    assert "ambiguous-number" in {note.kind for note in claim.notes}
    assert {str(amount.low) for amount in (claim.amount.value, *claim.amount.alternatives)} == {"10455", "10.455"}


BEFORE = re.compile(r"([^\W\d_]+|[§#№])[.\s]{0,3}\Z")


@given(st.text(alphabet="abß½²ѕ§#№.,-_ \n\u00a05", max_size=30))
def test_the_word_before_a_figure_is_the_same_read_backwards(said):
    """Looked for from the figure on, letter by letter once, the word is the one that a search from the left finds."""
    forward, back = BEFORE.search(said), written_figures_module._WORD_BACKWARDS.match(said[::-1])
    assert (forward and forward[1]) == (back and back[1][::-1])
