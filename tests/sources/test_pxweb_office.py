"""An office's PxWeb on loopback that does what the program does: limits, variables left out, its older answer, two variables of time.

The tables here show shapes; their figures are numbered, so that each test sees which cell was read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

import pytest

from sources._pxweb.error_answers import PxTooLargeError
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from sources.pxweb import SOURCE
from workbench.core.errors import UnknownNameError, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask, SourceAnswer
from workbench.testing import MemoryArchive, utc_now

YEARS = {str(y): str(y) for y in range(2010, 2026)}
SEX = {"T": "Total", "M": "Men", "F": "Women"}


def variable(code: str, text: str, members: dict[str, str], **more: object) -> dict:
    return {"code": code, "text": text, "values": list(members), "valueTexts": list(members.values()), **more}


@dataclass
class Office:
    """A PxWeb of version 1 with one table, asked as MakStat, UNECE or whoever's address is asked."""

    variables: list[dict]
    title: str = "Table"
    figure: Callable[..., object] = lambda *codes: sum(map(len, codes))
    values: int = 1_000
    cells: int = 100_000
    older: bool = False
    config: bool = True
    asked: list[dict] = field(default_factory=list)

    def __call__(self, asked: StoredRequest) -> Stored | None:
        if ("config", "") in asked.params:
            return (
                Stored(json.dumps({"maxValues": self.values, "maxCells": self.cells}).encode()) if self.config else None
            )
        if asked.posted is None:
            return Stored(json.dumps({"title": self.title, "variables": self.variables}).encode())
        query = json.loads(asked.posted)
        self.asked.append(query)
        return self._figures({one["code"]: one["selection"] for one in query["query"]})

    def _figures(self, query: dict) -> Stored:
        chosen = [
            (one, self._members(one, query))
            for one in self.variables
            if one["code"] in query or not one.get("elimination")
        ]
        counts = [len(codes) for _, codes in chosen]
        size = 1
        for count in counts:
            size *= count
        if sum(counts) > self.values or size > self.cells:
            return Stored(b'{"error": "Too many values selected"}', status=403)
        figures = [self.figure(*codes) for codes in product(*(codes for _, codes in chosen))]
        return self._older(chosen, figures) if self.older else self._stat(chosen, figures)

    def _members(self, one: dict, query: dict) -> list[str]:
        selection = query.get(one["code"], {"filter": "all"})
        return one["values"] if selection["filter"] == "all" else [c for c in one["values"] if c in selection["values"]]

    def _stat(self, chosen: list, figures: list) -> Stored:
        names = {one["code"]: dict(zip(one["values"], one["valueTexts"], strict=True)) for one, _ in chosen}
        tree = {
            "class": "dataset", "version": "2.0", "label": self.title, "id": [one["code"] for one, _ in chosen],
            "size": [len(codes) for _, codes in chosen], "value": figures,
            "dimension": {one["code"]: {"label": one["text"], "category": {
                "index": {code: n for n, code in enumerate(codes)},
                "label": {code: names[one["code"]][code] for code in codes}}} for one, codes in chosen},
        }  # fmt: skip
        return Stored(json.dumps(tree).encode())

    def _older(self, chosen: list, figures: list) -> Stored:
        columns = [
            {"code": one["code"], "text": one["text"], "type": "t" if one.get("time") else "d"} for one, _ in chosen
        ]
        columns.append({"code": self.title, "text": self.title, "type": "c"})
        keys = product(*(codes for _, codes in chosen))
        rows = [{"key": list(key), "values": [str(v)]} for key, v in zip(keys, figures, strict=True)]
        return Stored(json.dumps({"columns": columns, "comments": [], "data": rows}).encode())


async def ask(
    office: Office, key: str, *places: str, first: int = 2010, last: int = 2025, **more: object
) -> SourceAnswer:
    archive = MemoryArchive()
    with ReplayServer(office) as server:
        fetch = Fetcher(archive=archive, clock=utc_now, replay=server.base)
        found = await SOURCE.observations(fetch, Ask(SeriesRef("pxweb", key), places, first, last, **more))
    for one in found.observations:
        if one.value is not None:
            assert read_figure(one.evidence, archive.read(one.evidence.snapshot)) == one.value
    return found


def kinds(found: SourceAnswer) -> list[str]:
    return [problem.kind for problem in found.problems]


# --- what is asked for


async def test_only_wanted_members_are_asked_for():
    office = Office([variable("Sex", "Sex", SEX), variable("Tid", "Year", YEARS, time=True)])
    await ask(office, "MakStat/t.px", "MKD")
    assert office.asked == [
        {
            "query": [
                {"code": "Sex", "selection": {"filter": "item", "values": ["T"]}},
                {"code": "Tid", "selection": {"filter": "all", "values": ["*"]}},
            ],
            "response": {"format": "json-stat2"},
        }
    ]


async def test_a_variable_that_may_be_left_out_and_has_no_total_is_summed_by_the_office_and_that_is_told():
    parts = {"1": "Men", "2": "Women"}
    office = Office([variable("Kon", "Sex", parts, elimination=True), variable("Tid", "Year", YEARS, time=True)])
    found = await ask(office, "SCB1/t", "SWE")
    assert [one["code"] for one in office.asked[0]["query"]] == ["Tid"]
    assert "Sex was left out of the question: the office's own server takes all together." in found.series.notes
    assert "read was Sex: all together (all of them together)" in found.problems[0].message
    by_word = await ask(office, "SCB1/t", "SWE", words=frozenset({"women"}))
    assert "Sex: Women (as the claim says)" in by_word.problems[0].message
    assert office.asked[1]["query"][0]["selection"]["values"] == ["2"]


# --- too much


MONTHS = {f"{y}M{m:02}": f"{y}M{m:02}" for y in range(1920, 2026) for m in range(1, 13)}


async def test_a_question_over_the_limit_is_narrowed_to_the_years_near_those_asked_for():
    office = Office([variable("Sex", "Sex", SEX), variable("Месец", "Month", MONTHS)])
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2021)
    (query,) = office.asked
    assert len(query["query"][1]["selection"]["values"]) == 6 * 12
    assert len(found.observations) == 24
    assert found.series.frequency is Frequency.MONTH


async def test_a_question_over_the_limit_is_asked_in_parts_and_none_is_lost():
    days = {f"{y}M{m:02}": f"{y}M{m:02}" for y in range(1901, 2026) for m in range(1, 13)}
    office = Office(
        [variable("Sex", "Sex", SEX), variable("M", "Month", days)],
        figure=lambda _, m: int(m.replace("M", "")),
        values=400,
    )
    found = await ask(office, "MakStat/t.px", "MKD", first=1901, last=2025)
    assert len(office.asked) == 4
    assert [one.value for one in found.observations] == [Decimal(m.replace("M", "")) for m in days]
    assert len({one.evidence.snapshot for one in found.observations}) == 4


async def test_a_question_that_would_take_more_than_a_dozen_parts_is_refused_with_a_sentence():
    office = Office([variable("Sex", "Sex", SEX), variable("M", "Month", MONTHS)], values=20)
    with pytest.raises(PxTooLargeError) as caught:
        await ask(office, "MakStat/t.px", "MKD", first=1901, last=2025)
    assert caught.value.message == (
        "State Statistical Office of North Macedonia refused: the question is of more figures than it gives at once."
    )
    assert office.asked == []


async def test_an_office_that_allows_less_than_any_refuses_in_its_own_words():
    office = Office([variable("Sex", "Sex", SEX), variable("Tid", "Year", YEARS)], values=3)
    with pytest.raises(
        PxTooLargeError, match="State Statistical Office of North Macedonia refused: Too many values selected"
    ):
        await ask(office, "MakStat/t.px", "MKD")


async def test_where_an_office_does_not_say_what_it_allows_the_usual_limits_are_taken():
    office = Office([variable("Sex", "Sex", SEX), variable("M", "Month", MONTHS)], config=False)
    found = await ask(office, "MakStat/t.px", "MKD", first=1920, last=2025)
    assert len(found.observations) == len(MONTHS)
    assert len(office.asked) == 2


# --- its older answer


async def test_an_office_that_answers_in_px_json_is_read_all_the_same():
    office = Office(
        [variable("Sex", "Sex", SEX), variable("Tid", "Year", YEARS, time=True)],
        title="Births", older=True, figure=lambda sex, year: f"{year}.50",
    )  # fmt: skip
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2021)
    assert [(one.period.label, one.value, one.step) for one in found.observations] == [
        ("2020", Decimal("2020.50"), Decimal("0.01")),
        ("2021", Decimal("2021.50"), Decimal("0.01")),
    ]
    assert found.observations[0].evidence.pointers == ("/data/10/values/0",)


async def test_px_json_writes_symbols_where_there_is_no_figure():
    office = Office([variable("Sex", "Sex", SEX), variable("Tid", "Year", YEARS)], older=True, figure=lambda sex, year: {"2020": "..", "2021": ":"}.get(year, year))  # fmt: skip
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2021)
    assert [(one.value, one.status) for one in found.observations] == [
        (None, Status.MISSING),
        (None, Status.SUPPRESSED),
    ]


# --- times


MONTH_NAMES = {"0": "Вкупно", "1": "Јануари", "2": "Февруари", "3": "Март"}


def by_month() -> Office:
    months = variable("Месец", "Месец", MONTH_NAMES)
    return Office(
        [variable("Година", "Година", {"1": "2024", "2": "2025 1)"}), months], figure=lambda y, m: int(y) * 100 + int(m)
    )


async def test_year_and_month_in_two_variables_are_one_time():
    found = await ask(by_month(), "MakStat/t.px", "MKD")
    assert [(one.period.label, one.value) for one in found.observations] == [
        ("Jan 2024", 101), ("Feb 2024", 102), ("Mar 2024", 103), ("Jan 2025", 201), ("Feb 2025", 202), ("Mar 2025", 203),
    ]  # fmt: skip
    assert found.series.frequency is Frequency.MONTH


async def test_a_claim_of_a_year_takes_the_offices_own_whole_year():
    found = await ask(by_month(), "MakStat/t.px", "MKD", frequency=Frequency.YEAR)
    assert [(one.period.label, one.value) for one in found.observations] == [("2024", 100), ("2025", 200)]


async def test_months_newest_first_come_in_the_order_of_time():
    newest = {str(n): f"2025М{12 - n:02}" for n in range(12)}  # with a Cyrillic М
    found = await ask(
        Office([variable("Mounth", "Month", newest)], figure=lambda n: 12 - int(n)), "MakStat/t.px", "MKD"
    )
    assert [one.value for one in found.observations] == list(range(1, 13))


async def test_years_that_lie_ahead_are_forecasts():
    ahead = {str(y): str(y) for y in range(2022, 2071)}
    office = Office([variable("Year", "Year", ahead)], title="Projections of the population 2022-2070", figure=int)
    found = await ask(office, "MakStat/t.px", "MKD", first=2022, last=2070)
    by_year = {one.period.start.year: one.status for one in found.observations}
    this = utc_now().year
    assert (by_year[2022], by_year[this], by_year[2070]) == (Status.FINAL, Status.FORECAST, Status.FORECAST)
    assert kinds(found) == ["may-be-forecast"]


async def test_a_starred_year_is_preliminary():
    office = Office([variable("Vuosi", "Year", {"2023": "2023", "2024": "2024*"})], figure=int)
    found = await ask(office, "StatFin/t.px", "FIN")
    assert [one.status for one in found.observations] == [Status.FINAL, Status.PROVISIONAL]


async def test_a_time_that_nobody_can_read_is_left_out_and_told():
    office = Office([variable("Year", "Year", {"a": "2023", "b": "2024", "c": "2023/2024"})], figure=len)
    found = await ask(office, "MakStat/t.px", "MKD")
    assert [one.period.label for one in found.observations] == ["2023", "2024"]
    assert "1 cells of its answer cannot be read (/value/2)." in [one.message for one in found.problems]


# --- places


async def test_a_table_of_many_countries_is_read_by_country():
    countries = {"070": "Bosnia and Herzegovina", "807": "North Macedonia", "688": "Serbia"}
    office = Office(
        [variable("Country", "Country", countries), variable("Year", "Year", YEARS)], figure=lambda c, y: int(c)
    )
    found = await ask(office, "UNECE/t.px", "MKD", "SRB", "ALB", first=2020, last=2020)
    assert [(one.place, one.value) for one in found.observations] == [("MKD", 807), ("SRB", 688)]
    assert office.asked[0]["query"][0]["selection"]["values"] == ["807", "688"]
    assert "Albania is not a place that this source knows." in [one.message for one in found.problems]


async def test_in_an_offices_own_table_countries_are_partners():
    partners = {"T": "Total", "276": "Germany", "688": "Serbia", "300": "Greece", "100": "Bulgaria"}
    office = Office(
        [variable("Земја", "Country of destination", partners), variable("Year", "Year", YEARS)],
        figure=lambda c, y: len(c),
    )
    found = await ask(office, "MakStat/trade.px", "MKD", first=2020, last=2020)
    assert [(one.place, one.value) for one in found.observations] == [("MKD", 1)]
    assert "Country of destination: Total" in found.problems[0].message


async def test_a_municipality_never_stands_for_the_country():
    towns = {"1": "Aerodrom", "2": "Berovo"}
    office = Office([variable("Општина", "Municipality", towns), variable("Year", "Year", YEARS)])
    found = await ask(office, "MakStat/t.px", "MKD")
    assert found.observations == ()
    assert "its figures are of Aerodrom, and North Macedonia was asked for." in [one.message for one in found.problems]


# --- units


@pytest.mark.parametrize(
    ("label", "code", "dimension", "value"),
    [
        ("тековни цени (мил. денари)", "MKD", Dimension.MONEY, 5_000_000),
        ("Value in thousand euros", "EUR", Dimension.MONEY, 5_000),
        ("Unemployment rate, per cent", "%", Dimension.SHARE, 5),
        ("Persons (ths)", "", Dimension.COUNT, 5_000),
    ],
)
async def test_the_unit_and_its_multiplier_stand_in_the_label_of_the_measure(label, code, dimension, value):
    office = Office([variable("Мерки", "Measure", {"1": label}), variable("Year", "Year", YEARS)], figure=lambda *_: 5)
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2020)
    assert (found.series.unit.code, found.series.unit.dimension) == (code, dimension)
    assert found.observations[0].value == value


async def test_a_title_with_per_cent_is_a_share():
    office = Office(
        [variable("Year", "Year", YEARS)], title="Јаз во заработувачката меѓу жените и мажите, во проценти од Year"
    )
    found = await ask(office, "MakStat/t.px", "MKD")
    assert found.series.unit.code == "%"
    assert found.series.title == "Јаз во заработувачката меѓу жените и мажите, во проценти"


# --- descriptions that are none


@pytest.mark.parametrize(
    "variables",
    [[], [{"code": "x"}], [{"values": ["1"]}], [variable("a", "a", {"1": "1"})] * 2, [{"code": "a", "values": ["1"], "valueTexts": []}],
     [{"code": "a", "values": ["1", "1"], "valueTexts": ["1", "2"]}], [{"code": "a", "values": [1], "valueTexts": ["1"]}], ["x"]],
)  # fmt: skip
async def test_a_description_that_is_none_is_refused_with_a_sentence(variables: list):
    with pytest.raises(WrongAnswerError, match="where the description of a table was expected"):
        await ask(Office(variables), "MakStat/t.px", "MKD")


async def test_an_unknown_variable_says_those_there_are():
    with pytest.raises(UnknownNameError, match=r"There is no dimension of MakStat/t\.px called Colour") as caught:
        await ask(Office([variable("Sex", "Sex", SEX)]), "MakStat/t.px?Colour=1", "MKD")
    assert caught.value.hint == "There is: Sex."


# --- how offices type


async def test_codes_are_sent_as_the_office_typed_them_spaces_and_all():
    office = Office(
        [variable("Пол ", "Пол", {" 1": "Вкупно", "2  ": "Мажи"}), variable("Year", "Year", YEARS)],
        figure=lambda s, y: int(s),
    )
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2020)
    assert office.asked[0]["query"][0] == {"code": "Пол ", "selection": {"filter": "item", "values": [" 1"]}}
    assert found.observations[0].value == 1
    men = await ask(office, "MakStat/t.px?Пол=Мажи", "MKD", first=2020, last=2020)
    assert men.observations[0].value == 2


async def test_contents_of_px_json_are_those_that_were_asked_for():
    contents = {"BE1": "Births", "BE2": "Deaths"}
    office = Office(
        [variable("ContentsCode", "contents", contents), variable("Tid", "Year", YEARS, time=True)],
        figure=lambda c, y: int(c[2]),
    )
    found = await ask(office, "SCB1/t", "SWE", first=2020, last=2020, words=frozenset({"deaths"}))
    assert [one.value for one in found.observations] == [2]


async def test_a_web_server_that_refuses_for_size_with_a_page_is_understood():
    """Statistics Finland's answer is a page of its web server."""
    table = json.dumps({"title": "t", "variables": [variable("Vuosi", "Year", YEARS)]}).encode()

    def answer(asked: StoredRequest) -> Stored:
        page = b"<!DOCTYPE html><html><head><title>403 - Forbidden</title></head></html>"
        return Stored(table) if asked.posted is None else Stored(page, status=403, media_type="text/html")

    with pytest.raises(PxTooLargeError) as caught:
        await ask(answer, "StatFin/t.px", "FIN")  # type: ignore[arg-type]  # only its answers are needed
    assert caught.value.message == "Statistics Finland refused: the question is of more figures than it gives at once."
    assert "ask for fewer years" in caught.value.hint


async def test_a_national_table_covers_its_country_alone_and_another_those_that_it_lists():
    own = await ask(Office([variable("Year", "Year", YEARS)]), "MakStat/t.px", "MKD")
    assert own.series.places == frozenset({"MKD"})
    countries = variable("Country", "Country", {"807": "North Macedonia", "688": "Serbia"})
    many = await ask(Office([countries, variable("Year", "Year", YEARS)]), "UNECE/t.px", "MKD")
    assert many.series.places == frozenset({"MKD", "SRB"})


GDP = {"CP": "тековни цени (мил. денари)", "SHARE": "учество во БДП (%)", "IND": "индекс, претходна година = 100"}


@pytest.mark.parametrize(
    ("unit", "chosen"),
    [(PERCENT, "SHARE"), (Unit(Dimension.MONEY, "denar", "MKD"), "CP"), (Unit(Dimension.INDEX, "index point"), "IND")],
)
async def test_the_claims_unit_settles_which_measure_is_meant(unit: Unit, chosen: str):
    office = Office([variable("Мерки", "Мерки", GDP), variable("Година", "Година", YEARS)], figure=lambda *_: 5)
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2020, unit=unit)
    assert office.asked[0]["query"][0]["selection"]["values"] == [chosen]
    assert found.series.unit.dimension is unit.dimension
    assert "(in the claim's unit)" in found.problems[0].message


async def test_the_words_of_an_english_claim_find_a_macedonian_member():
    office = Office(
        [variable("Пол", "Пол", {"1": "Вкупно", "2": "Мажи", "3": "Жени"}), variable("Година", "Година", YEARS)],
        figure=lambda s, y: int(s),
    )
    found = await ask(office, "MakStat/t.px", "MKD", first=2020, last=2020, words=frozenset({"employed", "women"}))
    assert [one.value for one in found.observations] == [3]
    assert found.series.description == "Пол: Жени"
    assert "Пол: Women (as the claim says)" in found.problems[0].message


# --- a whole in its parts


AGES = {str(n): str(n) for n in range(100)} | {"100": "100 и повеќе"}


def population(title: str = "Population on 31 December by age and sex", **more: object) -> Office:
    sexes = {"1": "Мажи", "2": "Жени"}
    variables = [
        variable("Возраст", "Возраст", AGES),
        variable("Пол", "Пол", sexes),
        variable("Година", "Година", {"1": "2023", "2": "2024"}),
    ]
    return Office(variables, title=title, figure=lambda age, sex, year: 1000 + int(age) * int(sex) * int(year), **more)


async def test_the_population_is_never_the_newborn_boys_where_a_table_has_no_totals():
    found = await ask(population(), "MakStat/t.px", "MKD")
    whole = [sum(1000 + age * sex * year for age in range(101) for sex in (1, 2)) for year in (1, 2)]
    assert [one.value for one in found.observations] == whole
    assert len(found.observations[0].evidence.pointers) == 202
    assert found.observations[0].note == "added up from 202 figures"
    assert "The office gives no total of Возраст, Пол: it was added up here from all its members." in found.series.notes
    assert found.series.title == "Population on 31 December by age and sex"


async def test_a_part_that_the_claim_names_is_taken_alone():
    found = await ask(population(), "MakStat/t.px", "MKD", words=frozenset({"population", "women"}))
    assert found.observations[0].value == sum(1000 + age * 2 for age in range(101))


async def test_where_a_part_is_missing_there_is_no_whole():
    office = population()
    office.figure = lambda age, sex, year: None if (age, sex, year) == ("50", "1", "1") else 1
    found = await ask(office, "MakStat/t.px", "MKD")
    assert [(one.value, one.note) for one in found.observations] == [
        (None, "a part of the whole is missing"),
        (Decimal(202), "added up from 202 figures"),
    ]


async def test_rates_and_averages_are_never_added_up():
    found = await ask(population("Average wage of persons by age and sex"), "MakStat/t.px", "MKD")
    assert "Пол (Men, Women), of which Men was read" in found.problems[0].message
    assert "Пол: Men (the first)" in found.problems[1].message
    assert all(len(one.evidence.pointers) == 1 for one in found.observations)


async def test_parts_that_come_in_several_answers_are_not_added_up():
    with pytest.raises(PxTooLargeError):
        await ask(population(values=150, cells=100), "MakStat/t.px", "MKD")
