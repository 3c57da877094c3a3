"""A series of a part alone does not decide what is said of the whole, though its figure may be the one that was said."""

from __future__ import annotations

import json

import pytest

from workbench.match.fit.narrowing import narrowing_words

WORDS = sorted(set(narrowing_words()))
SAID = {
    "en": (
        "Exports were 174 million dollars in 2020.",
        "Exports fell by 13 percent in 2020.",
        "Exports were 200 million dollars in 2019.",
    ),
    "de": ("Die Exporte betrugen 2020 174 Millionen Dollar.", "Die Exporte sanken 2020 um 13 Prozent."),
    "mk": ("Извозот во 2020 година изнесуваше 174 милиони долари.", "Извозот во 2020 година падна за 13 проценти."),
}


@pytest.fixture
def outcomes(workbench, tmp_path):
    """Return the outcomes of some sentences beside one series with this title."""

    def call(title: str, sentences, language: str = "en") -> set[str]:
        table = tmp_path / "data.csv"
        table.write_text(
            "series,title,unit,place,time,value\n"
            + "".join(
                f'o:x,"{title}",million US dollars,IND,{year},{value}\n' for year, value in ((2019, 200), (2020, 174))
            )
        )
        about = {"date": "2021-05-01", "place": "IND", "language": language}
        records = "".join(json.dumps({"id": str(n), "text": text, **about}) + "\n" for n, text in enumerate(sentences))
        ran = workbench("check", "--records", "--data", table, stdin=records.encode())
        return {answer["outcome"] for answer in ran.records}

    return call


@pytest.mark.parametrize("language", SAID)
def test_exports_are_measured_by_exports(outcomes, language):
    assert outcomes("Exports", SAID[language], language) == {"supported"}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("word", WORDS)
def test_a_part_of_them_decides_nothing_of_all(outcomes, language, word):
    assert outcomes(f"{word.capitalize()} exports", SAID[language], language) == {"undecided"}


@pytest.mark.parametrize("word", WORDS)
def test_the_part_is_decided_by_its_own_series(outcomes, word):
    said = [text.replace("Exports", f"The {word} exports") for text in SAID["en"]]
    assert outcomes(f"{word.capitalize()} exports", said) == {"supported"}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Foreign direct investment", "Global investment was 174 million dollars in 2020."),
        ("Foreign direct investment", "Investment fell by 13 percent in 2020."),
        ("Public health expenditure", "Health spending was 174 million dollars in 2020."),
        ("Military expenditure", "Spending fell by 13 percent in 2020."),
    ],
)
def test_investment_is_not_foreign_direct_investment(outcomes, title, said):
    assert outcomes(title, [said]) == {"undecided"}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Foreign direct investment", "Foreign direct investment fell by 13 percent in 2020."),
        ("Foreign direct investment", "FDI was 174 million dollars in 2020."),
        ("Public health expenditure", "Public spending on health was 174 million dollars in 2020."),
        ("Exports, confirmed", "Exports fell by 13 percent in 2020."),
    ],
)
def test_what_names_the_part_otherwise_is_measured_by_it(outcomes, title, said):
    assert outcomes(title, [said]) == {"supported"}


CARS = "series,title,unit,place,time,value\no:x,New cars registered,cars,MKD,2019,40551\n"
BOUNDS = {
    "en": ("In 2019 more than 30,000 {} were registered.", "In 2019 fewer than 50,000 {} were registered.", "In 2019 exactly 40,551 {} were registered."),
    "de": ("2019 wurden mehr als 30.000 {} zugelassen.", "2019 wurden weniger als 50.000 {} zugelassen.", "2019 wurden genau 40.551 {} zugelassen."),
    "mk": ("Во 2019 се регистрирани повеќе од 30.000 {}.", "Во 2019 се регистрирани помалку од 50.000 {}.", "Во 2019 се регистрирани точно 40.551 {}."),
}  # fmt: skip
NAMES = {"en": "new cars", "de": "Neuwagen", "mk": "нови автомобили"}
KINDS = [
    ("en", "rusty cars"), ("en", "used cars"), ("en", "second-hand cars"), ("en", "armoured cars"),
    ("de", "gebrauchte Autos"), ("de", "Gebrauchtwagen"), ("mk", "рѓосани автомобили"), ("mk", "половни автомобили"), ("mk", "користени возила"),
]  # fmt: skip


@pytest.fixture
def cars(workbench, tmp_path):
    """Return the outcomes of some sentences about cars."""

    def call(language: str, sentences) -> list[str]:
        (tmp_path / "cars.csv").write_text(CARS)
        about = {"date": "2020-05-01", "place": "MKD", "language": language}
        records = "".join(json.dumps({"id": str(n), "text": text, **about}) + "\n" for n, text in enumerate(sentences))
        ran = workbench("check", "--records", "--data", tmp_path / "cars.csv", stdin=records.encode())
        return [answer["outcome"] for answer in ran.records]

    return call


@pytest.mark.parametrize("language", NAMES)
def test_new_cars_are_decided_by_new_cars(cars, language):
    assert cars(language, [said.format(NAMES[language]) for said in BOUNDS[language]]) == ["supported"] * 3


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_that_there_are_more_of_all_says_nothing_of_a_kind(cars, language, kind):
    """40,551 new cars bear out neither “more than 30,000 used cars” nor “exactly 40,551”."""
    more, _, exactly = (said.format(kind) for said in BOUNDS[language])
    assert cars(language, [more, exactly]) == ["undecided"] * 2


BEFORE = {
    "en": ("And in Upminster?", "Let us turn to Gurgaon.", "What if they had won?", "Had they won, where would we be?"),
    "de": ("Und in Unna?", "Was wäre, wenn sie gewonnen hätten?", "Hätten sie doch nur gewonnen!"),
    "mk": ("А во Берово?", "Што ако победеа тие?"),
}


@pytest.mark.parametrize("language", BEFORE)
def test_what_is_told_of_a_town_or_only_supposed_decides_nothing_of_the_country(outcomes, language):
    """And in Upminster? Exports fell by 13 percent in 2020."""
    said = [f"{before} {claimed}" for before in BEFORE[language] for claimed in SAID[language]]
    assert outcomes("Exports", said, language) == {"undecided"}


@pytest.mark.parametrize(
    "said",
    [
        "India needs exports of 174 million dollars in 2020.",
        "India needed exports of 174 million dollars in 2020.",
        "India wanted exports of 174 million dollars in 2020.",
    ],
)
def test_what_is_needed_or_wanted_is_not_what_there_was(outcomes, said):
    assert outcomes("Exports", [said]) == {"undecided"}
