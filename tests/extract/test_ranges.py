"""Ranges: two ends that share scale and unit; what follows "by" and "to" behind a word of change is no range."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.quantity import Relation
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.change.changes import find_changes
from workbench.extract.words.change_words import ways

VERBS = {language: sorted(ways("verbs", language)) for language in ("en", "de", "mk")}


def _read(text: str, language: str = "en") -> list[str]:
    return [str(mention.value) for mention in find_amounts(text, language)]


BY_AND_TO = {
    "en": [
        "It {} by 3 percent to 99,000.",
        "It {} by 3 percent to 99,000 jobs.",
        "It {} 3 percent to 99,000 tonnes.",
        "It {} by 2,200 denars to 35,000.",
        "It {} by 2,200 to 35,000 denars.",
        "It {} by 1,200 to 45,300.",
        "It {} by $3bn to $41bn.",
        "It {} by about 4 to 96 million euros.",
        "It {} the pay of teachers 3 percent to 1,200 euros.",
    ],
    "de": ["Es {} um 3 Prozent auf 99.000.", "Es {} um 2.200 Denar auf 35.000.", "Es {} um 1.200 auf 45.300 Stellen."],
    "mk": ["Тоа {} за 3 проценти на 99.000.", "Тоа {} за 2.200 денари на 35.000.", "Тоа {} за 1.200 на 45.300 луѓе."],
}


@each(("language", "said"), [(language, said) for language, frames in BY_AND_TO.items() for said in frames])
def test_by_how_much_and_to_what_is_no_range(language, said):
    """Behind every verb of change, in every language."""
    for verb in VERBS[language]:
        amounts = find_amounts(said.format(verb), language)
        assert [m.value.high for m in amounts] == [None, None], verb
        assert amounts[0].value.low < amounts[1].value.low


@pytest.mark.parametrize(
    ("said", "by", "to"),
    [
        ("The wage was raised by 2,200 denars to 35,000.", "2200 denar", "35000 denar"),
        ("Turnover fell 4 to 96 million euros.", "4000000 euro", "96000000 euro"),
        ("The number of seats rose by 3 to 9.", "3 seat", "9 seat"),
        ("Spending was cut by A$3bn to A$41bn.", "3000000000 australian dollar", "41000000000 australian dollar"),
        ("Exports rose by 3 percent to 99,000 tonnes.", "3 percentage", "99000 tonne"),
        ("Wages jumped 5% to 6%.", "5 percentage", "6 percentage"),
    ],
)
def test_the_change_has_its_size_and_its_end(said, by, to):
    amounts = find_amounts(said)
    (change,) = find_changes(said, amounts, [], None)
    assert change.value.amount is not None
    assert change.value.target is not None
    assert (str(change.value.amount.value), str(change.value.target.value)) == (by, to)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Output fell by 2 to 3 percent.", "2 to 3 percentage"),
        ("Output fell by between 2 and 3 percent to 88 million tonnes.", "2 to 3 percentage"),
        ("Spending rose by $3 to $4 billion.", "3000000000 to 4000000000 dollar"),
        ("Spending rose by two to three billion euros.", "2000000000 to 3000000000 euro"),
        ("Prices rose by 2-3 percent.", "2 to 3 percentage"),
    ],
)
def test_a_change_by_a_range_stays_one(said, read):
    assert _read(said)[0] == read
    assert find_amounts(said)[0].alternatives == ()


def test_what_may_be_a_range_or_its_end_keeps_both_readings():
    """Rents rose by 10 to 20 euros: by something between, or from 10 to 20."""
    (rent,) = find_amounts("Rents rose by 10 to 20 euros.")
    assert (str(rent.value), [str(other) for other in rent.alternatives]) == ("10 to 20 euro", ["10 euro"])


@pytest.mark.parametrize(
    ("said", "low", "other"),
    [
        ("Some 10 to 12,000 people came.", 10000, 10),
        ("Some 4-5,000 people came.", 4000, 4),
        ("Between 90 and 100,000 people came.", 90000, 90),
    ],
)
def test_thousands_that_only_the_upper_end_is_written_in_may_be_those_of_both(said, low, other):
    """Ten to 12,000 people would bear out nearly anything: ten thousand is meant, and the other reading is kept."""
    (amount,) = find_amounts(said)
    assert (amount.value.low, [a.low for a in amount.alternatives]) == (low, [other])


@pytest.mark.parametrize("said", ["Firms of 5 to 5,000 people came.", "It took 10 to 12,500 people."])
def test_a_wide_range_stays_one(said):
    assert [amount.alternatives for amount in find_amounts(said)] == [()]


def test_whatever_the_verb_by_how_much_and_to_what_are_two():
    """Nobody listed every verb: a unit of its own before "to" is enough."""
    assert _read("The pension was hoisted by 500 denars to 15,000.") == ["500 denar", "15000"]


def test_from_and_to_without_a_move_is_a_range_in_macedonian():
    assert _read("Дојдоа од 4 до 5 илјади луѓе.", "mk") == ["4000 to 5000 човек"]
    assert len(_read("Бројот порасна од 4 до 5 илјади луѓе.", "mk")) == 2


JOINS = {
    "en": ["{} to {} {}", "{}–{} {}", "{}-{} {}", "between {} and {} {}", "from {} to {} {}", "{}- to {} {}"],
    "de": ["{} bis {} {}", "{}–{} {}", "{}- bis {} {}", "zwischen {} und {} {}"],
    "mk": ["{} до {} {}", "{}–{} {}", "меѓу {} и {} {}"],
}
SCALES = {
    "en": {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "hundred thousand": 5},
    "de": {"tausend": 3, "Millionen": 6, "Milliarden": 9},
    "mk": {"илјади": 3, "милиони": 6, "милијарди": 9},
}
DIGITS = {
    "en": ["two", "three", "four", "five", "six", "seven"],
    "de": ["zwei", "drei", "vier", "fünf", "sechs", "sieben"],
    "mk": ["две", "три", "четири", "пет", "шест", "седум"],
}


@pytest.mark.parametrize("language", ["en", "de", "mk"])
@pytest.mark.parametrize("words", [False, True])
def test_a_scale_said_once_belongs_to_both_ends(language, words):
    """Four to five thousand, 4–5 million, between two and three billion: with every joint, in words and in digits."""
    noun = {"en": "people", "de": "Menschen", "mk": "луѓе"}[language]
    for join in JOINS[language]:
        for scale, exponent in SCALES[language].items():
            for low in range(2, 7):
                ends = (DIGITS[language][low - 2], DIGITS[language][low - 1]) if words else (str(low), str(low + 1))
                said = join.format(*ends, scale)
                (amount,) = find_amounts(f"{said} {noun}", language)
                assert (amount.value.low, amount.value.high) == (low * 10**exponent, (low + 1) * 10**exponent), said


@each(
    ("said", "read"),
    [
        ("Two or three hundred people were arrested.", "200 to 300 person"),
        ("Between four to five thousand people came.", "4000 to 5000 person"),
        ("Fifty to a hundred thousand people came.", "50000 to 100000 person"),
        ("One hundred to two hundred thousand people came.", "100000 to 200000 person"),
        ("Five hundred to a thousand people came.", "500 to 1000 person"),
        ("It cost 3 million to 5 euros.", "3000000 to 5000000 euro"),
        ("It cost $3 to 4bn.", "3000000000 to 4000000000 dollar"),
        ("It cost 20-30k euros.", "20000 to 30000 euro"),
        ("Some 900 to 1.2 million people came.", "900000 to 1200000 person"),
        ("The claims range from $200 to $4 million.", "200 to 4000000 dollar"),
        ("From 3 to 4 million people are poor.", "3000000 to 4000000 person"),
        ("It took 3 percent to 5 of them.", "3 to 5 percentage"),
    ],
)
def test_ends_share_what_is_said_once(said, read):
    assert _read(said) == [read]


@pytest.mark.parametrize(
    "said", ["From 27 percent to 36 percent unemployment rose.", "Employment went from 3 to 4 million."]
)
def test_where_something_starts_is_no_lower_end(said):
    assert all(mention.value.high is None for mention in find_amounts(said))


UNITS = st.sampled_from(["", "percent", "thousand", "million euros", "people", "bn", "km"])


@given(
    st.tuples(st.integers(1, 10**6), UNITS),
    st.tuples(st.integers(1, 10**6), UNITS),
    st.sampled_from(["to", "-", "–", "or", "and", "up to", "to about"]),
    st.sampled_from(["It is", "It rose by", "It rose", "between", "from", "a fall of", "They cut taxes"]),
)
def test_whatever_is_a_range_runs_upward(low, high, joint, start):
    """In any wording the ends run upward, however wide apart they are and whatever stands behind them."""
    said = f"{start} {low[0]} {low[1]} {joint} {high[0]} {high[1]}."
    for mention in find_amounts(said):
        if mention.value.high is not None:
            assert mention.value.low < mention.value.high
            assert mention.value.relation is Relation.BETWEEN


# --- figures glued to letters ---------------------------------------------------------------------------


@each(
    ("said", "read"),
    [
        ("R2.7bn", "2700000000 rand"),
        ("R500m", "500000000 rand"),
        ("€4.5m", "4500000 euro"),
        ("Rs500cr", "5000000000 rupee"),
        ("Rs 500 crore", "5000000000 rupee"),
        ("A$3bn", "3000000000 australian dollar"),
        ("US$1.2tn", "1200000000000 dollar"),
        ("MKD2.5m", "2500000 denar"),
        ("£4bn", "4000000000 pound sterling"),
        ("₦2bn", "2000000000 naira"),
        ("450k workers", "450000 worker"),
        ("3.4mn people", "3400000 person"),
        ("5pc", "5 percentage"),
        ("12pp", "12 percentage point"),
        ("2.7x", "2.7 time"),
        ("12kg", "12 kilogram"),
    ],
)
def test_a_figure_glued_to_letters_is_read_whole(said, read):
    """In every place of a sentence, and never its decimals alone."""
    for frame in ("{}.", "It was {}, they said.", "({})", "They spent {} on it in May."):
        assert _read(frame.format(said)) == [read], frame


@each(
    "name",
    ["COVID-19", "Covid19", "G20", "F35", "F-35", "B2B", "CO2", "PM2.5", "H1N1", "K12.5", "P3.5bn", "x86", "MP3", "G7",
     "R2", "R2-D2", "R500", "A4", "PS21,700", "X3.1", "A320neo", "Boeing747"],
)  # fmt: skip
def test_a_name_with_a_figure_in_it_counts_nothing(name):
    """Nor do the digits behind its point: "P3.5bn" is no five billion."""
    for frame in ("{} matters.", "The {} cost much.", "It is about {}.", "They (the {}) met."):
        assert _read(frame.format(name)) == [], frame


@pytest.mark.parametrize("said", ["Q3.2021", "Q3,2021"])
def test_the_year_behind_a_quarter_stays_a_year(said):
    assert _read(f"Sales rose in {said}.") == []
