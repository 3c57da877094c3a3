"""Eurostat: small questions, places and members that were not honoured, tables that stopped, answers that are put off.

The loopback server below does what Eurostat's Statistics API does: it narrows a table by the parameters, and drops what it
does not know in silence. Figures of the specimens are real (see their README); bodies written here show a shape.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sources._eurostat.error_answers import (
    EurostatTooLargeError,
    NoEurostatTableError,
    NotOutYetError,
    OddTableError,
    PutOffError,
    read_fault,
)
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from sources.eurostat import Eurostat
from workbench.core.errors import (
    ServiceError,
    SourceError,
    TooBigAnswerError,
    UnknownNameError,
    UnreachableError,
    WrongAnswerError,
)
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive, utc_now

from .served import Served

SPECIMENS = Path(__file__).parent / "specimens" / "eurostat"
ROOT = "https://ec.europa.eu/eurostat/api/dissemination/"
RATE = "une_rt_a?freq=A&age=Y15-74&unit=PC_ACT&sex=T"
DEBT = "gov_10dd_edpt1?freq=A&unit=PC_GDP&sector=S13&na_item=GD"
EUROSTAT = Eurostat(waits=(0.0, 0.0))


# --- Eurostat on loopback --------------------------------------------------------------------------------


def axis(label: str, **members: str) -> dict:
    index = {code: n for n, code in enumerate(members)}
    return {"label": label, "category": {"index": index, "label": members}}


def table(
    name: str, axes: dict, figures: dict[tuple[str, ...], object], *, latest: str = "2025", **more: object
) -> dict:
    """Return a table; a figure is a number, or a number and a mark."""
    members = {key: list(one["category"]["index"]) for key, one in axes.items()}
    value, status = {}, {}
    for codes, figure in figures.items():
        number = 0
        for key, code in zip(axes, codes, strict=True):
            number = number * len(members[key]) + members[key].index(code)
        amount, mark = figure if isinstance(figure, tuple) else (figure, "")
        value |= {} if amount is None else {str(number): amount}
        status |= {str(number): mark} if mark else {}
    notes = [
        {"type": "OBS_PERIOD_OVERALL_LATEST", "title": latest},
        {"type": "UPDATE_DATA", "date": "2026-09-10T23:00:00+0200"},
    ]
    return {
        "version": "2.0", "class": "dataset", "label": name, "source": "ESTAT", "updated": "2026-09-10T23:00:00+0200",
        "value": value, "status": status, "id": list(axes), "size": [len(one) for one in members.values()],
        "dimension": axes, "extension": {"annotation": notes},
    } | more  # fmt: skip


def narrowed(tree: dict, asked: StoredRequest) -> dict:
    """Return the part of a table that is asked for, its values unsorted as Eurostat sends them."""
    wanted: dict[str, list[str]] = {}
    for key, code in asked.params:
        wanted.setdefault(key, []).append(code)
    kept, numbers = [], [(0, 0)]
    for key, size in zip(tree["id"], tree["size"], strict=True):
        codes = list(tree["dimension"][key]["category"]["index"])
        some = [n for n, code in enumerate(codes) if key not in wanted or code in wanted[key]]
        if key == "time" and "lastTimePeriod" in wanted:
            some = some[-int(wanted["lastTimePeriod"][0]) :]
        kept.append([codes[n] for n in some])
        numbers = [(old * size + n, new * len(some) + k) for old, new in numbers for k, n in enumerate(some)]
    dimension = {
        key: axis(
            tree["dimension"][key]["label"], **{code: tree["dimension"][key]["category"]["label"][code] for code in few}
        )
        for key, few in zip(tree["id"], kept, strict=True)
    }
    parts = {
        part: {str(new): tree[part][str(old)] for old, new in reversed(numbers) if str(old) in tree.get(part, {})}
        for part in ("value", "status")
    }
    return tree | {"size": [len(few) for few in kept], "dimension": dimension} | parts


class Loopback:
    """Answers as Eurostat does, and remembers what it was asked."""

    def __init__(self, tables: dict[str, object]) -> None:
        self.tables, self.asked = tables, list[StoredRequest]()

    def __call__(self, asked: StoredRequest) -> Stored:
        self.asked.append(asked)
        name = asked.url.rpartition("/")[2]
        found = self.tables.get(name)
        if isinstance(found, dict):
            return Stored(json.dumps(narrowed(found, asked)).encode())
        if isinstance(found, Stored):
            return found
        return fault(
            404, 100, f"ERR_NOT_FOUND_4: {name.upper()} (DATA_FLOW:ALL,1.0) is not available for dissemination."
        )

    def params(self, n: int) -> dict[str, str]:
        return dict(self.asked[n].params)


def fault(status: int, number: int, label: str) -> Stored:
    return Stored(json.dumps({"error": [{"status": status, "id": number, "label": label}]}).encode(), status=status)


def specimen(name: str) -> dict:
    return json.loads((SPECIMENS / f"{name}.json").read_text(encoding="utf-8"))


Answer = Callable[..., SourceAnswer]


@pytest.fixture
def ask_eurostat(monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Ask the adapter over a real server of some tables, and return what it found, the server and the archive."""

    async def asking(
        key: str, *places: str, first: int = 2015, last: int = 2026, tables: dict | None = None, **more: object
    ):
        server = Loopback(tables or {name: specimen(name) for name in ("une_rt_a", "gov_10dd_edpt1")})
        archive = MemoryArchive()
        with ReplayServer(server) as replay:
            fetch = Fetcher(archive=archive, clock=utc_now, replay=replay.base)
            found = await EUROSTAT.observations(fetch, Ask(SeriesRef("eurostat", key), places, first, last, **more))
        return found, server, archive

    return asking


def figures(found: SourceAnswer) -> dict[tuple[str, str], str]:
    return {(o.place, o.period.label): str(o.value) for o in found.observations}


def kinds(found: SourceAnswer) -> list[str]:
    return [problem.kind for problem in found.problems]


def said(found: SourceAnswer, kind: str) -> str:
    return next(str(problem) for problem in found.problems if problem.kind == kind)


# --- what is read --------------------------------------------------------------------------------------


async def test_a_series_named_whole_is_one_question_a_place(ask_eurostat):
    """Unemployment in Germany fell to 3.1 percent in 2022."""
    found, server, archive = await ask_eurostat(RATE, "DEU", first=2021, last=2023)
    assert figures(found) == {("DEU", "2021"): "3.6", ("DEU", "2022"): "3.1", ("DEU", "2023"): "3.1"}
    assert len(server.asked) == 1
    assert server.params(0) == {
        "format": "JSON",
        "lang": "EN",
        "freq": "A",
        "age": "Y15-74",
        "unit": "PC_ACT",
        "sex": "T",
        "geo": "DE",
    }
    assert found.problems == ()
    for o in found.observations:
        assert read_figure(o.evidence, archive.read(o.evidence.snapshot)) == o.value
        assert o.step == Decimal("0.1")


async def test_the_series_tells_unit_length_page_licence_and_what_was_chosen(ask_eurostat):
    found, _, _ = await ask_eurostat(RATE, "DEU")
    series = found.series
    assert series.title == "Unemployment by sex and age – annual data: From 15 to 74 years"
    assert (series.unit, series.frequency, series.adds, series.updated) == (
        PERCENT,
        Frequency.YEAR,
        Additivity.MEAN,
        date(2026, 9, 10),
    )
    assert series.url == "https://ec.europa.eu/eurostat/databrowser/view/une_rt_a/default/table?lang=en"
    assert series.licence == "Free reuse with the source named: Eurostat (Commission Decision 2011/833/EU), une_rt_a"
    assert (
        "Age class: From 15 to 74 years; Unit of measure: Percentage of population in the labour force; Sex: Total"
        in series.description
    )
    assert series.method == "https://ec.europa.eu/eurostat/cache/metadata/en/une_esms.htm"


async def test_marks_become_statuses_with_their_words(ask_eurostat):
    found, _, _ = await ask_eurostat(DEBT, "DEU", first=2024)
    assert [(o.period.label, str(o.value), o.status, o.note) for o in found.observations] == [
        ("2024", "62.2", Status.FINAL, ""),
        ("2025", "63.5", Status.PROVISIONAL, "provisional"),
    ]
    broken, _, _ = await ask_eurostat(RATE, "DEU", first=2020, last=2020)
    assert [(o.status, o.note) for o in broken.observations] == [(Status.BREAK, "break in time series")]


async def test_an_open_table_is_first_asked_for_its_dimensions_at_one_place_and_time(ask_eurostat):
    found, server, _ = await ask_eurostat("une_rt_a", "DEU", unit=PERCENT)
    assert server.params(0) == {"format": "JSON", "lang": "EN", "geo": "DE", "lastTimePeriod": "1"}
    assert server.params(1) == {
        "format": "JSON",
        "lang": "EN",
        "freq": "A",
        "age": "Y15-74",
        "unit": "PC_ACT",
        "sex": "T",
        "geo": "DE",
    }
    assert said(found, "member-chosen") == (
        "Eurostat: the table has more than one series; read was Age class: From 15 to 74 years (as it is mostly quoted); "
        "Unit of measure: Percentage of population in the labour force (in the claim's unit); Sex: Total (all of them together). "
        "Name another with une_rt_a?dimension=code."
    )
    assert figures(found)["DEU", "2024"] == "3.4"


async def test_the_claims_words_choose_a_member(ask_eurostat):
    """Youth unemployment: the words of the label, each of them, are in the claim."""
    found, _, _ = await ask_eurostat("une_rt_a", "NOR", words=frozenset({"from", "15", "to", "24", "years"}))
    assert figures(found) == {("NOR", "2023"): "11.0", ("NOR", "2025"): "14.0"}


async def test_four_places_are_asked_one_by_one_and_five_in_one_go(ask_eurostat):
    few, one_by_one, _ = await ask_eurostat(RATE, "DEU", "NOR")
    many, at_once, _ = await ask_eurostat(RATE, "DEU", "NOR", "EU27", "FRA", "ITA")
    assert [dict(one.params)["geo"] for one in one_by_one.asked] == ["DE", "NO"]
    assert [code for key, code in at_once.asked[0].params if key == "geo"] == ["DE", "NO", "EU27_2020", "FR", "IT"]
    assert figures(few) == figures(many)


async def test_all_places_are_read_where_none_is_asked_for(ask_eurostat):
    found, server, _ = await ask_eurostat("une_rt_a?freq=A&age=Y15-24&unit=PC_ACT&sex=T")
    assert {"sinceTimePeriod": "2015", "untilTimePeriod": "2026"}.items() <= server.params(0).items()
    assert figures(found) == {("EU27", "2025"): "15.2", ("NOR", "2023"): "11.0", ("NOR", "2025"): "14.0"}


PEOPLE = {"freq": axis("Time frequency", A="Annual"), "unit": axis("Unit of measure", THS_PER="Thousand persons")}


async def test_thousands_are_spelt_out_and_the_evidence_says_by_what(ask_eurostat):
    tree = table(
        "Employment",
        PEOPLE | {"geo": axis("Geo", EL="Greece"), "time": axis("Time", **{"2024": "2024"})},
        {("A", "THS_PER", "EL", "2024"): 12.25},
    )
    found, _, archive = await ask_eurostat("lfsa_egan?freq=A&unit=THS_PER", "GRC", tables={"lfsa_egan": tree})
    one = found.observations[0]
    assert (str(one.value), str(one.step), one.evidence.scale) == ("12250.00", "10.00", 1000)
    assert found.series.unit == Unit(Dimension.COUNT, "person")
    assert read_figure(one.evidence, archive.read(one.evidence.snapshot)) == one.value


async def test_seasonally_adjusted_figures_are_read_where_nobody_says_which_and_it_is_told(ask_eurostat):
    axes = {
        "freq": axis("Time frequency", M="Monthly"),
        "s_adj": axis(
            "Seasonal adjustment", NSA="Unadjusted data", SA="Seasonally adjusted data, not calendar adjusted data"
        ),
        "geo": axis("Geo", DE="Germany"),
        "time": axis("Time", **{"2026-08": "2026-08"}),
    }
    tree = table(
        "Rates", axes, {("M", "NSA", "DE", "2026-08"): 3.9, ("M", "SA", "DE", "2026-08"): 4.0}, latest="2026-08"
    )
    found, _, _ = await ask_eurostat("une_rt_m", "DEU", tables={"une_rt_m": tree})
    assert figures(found) == {("DEU", "Aug 2026"): "4.0"}
    assert found.series.adjusted == "Seasonally adjusted data, not calendar adjusted data"
    assert "(as it is mostly quoted)" in said(found, "member-chosen")


async def test_the_euro_area_is_read_by_the_make_up_that_the_table_has(ask_eurostat):
    axes = PEOPLE | {
        "geo": axis("Geo", EA21="Euro area – 21 countries (from 2026)"),
        "time": axis("Time", **{"2025": "2025"}),
    }
    tree = table("Rates", axes, {("A", "THS_PER", "EA21", "2025"): 7})
    found, _, _ = await ask_eurostat("x_y?freq=A&unit=THS_PER", "EA20", tables={"x_y": tree})
    assert figures(found) == {("EA20", "2025"): "7000"}


# --- what was not honoured ------------------------------------------------------------------------------


async def test_a_place_that_the_table_drops_in_silence_is_told(ask_eurostat):
    """Unemployment in Montenegro was 15 percent."""
    found, _, _ = await ask_eurostat(RATE, "MNE", "DEU", first=2022, last=2022)
    assert figures(found) == {("DEU", "2022"): "3.1"}
    assert said(found, "no-figures") == (
        "Eurostat: no figures for Montenegro in 2022 in this series. No figures is not zero: look for another series or place."
    )


async def test_a_place_that_eurostat_has_no_code_for_is_told_without_a_question(ask_eurostat):
    found, server, _ = await ask_eurostat(RATE, "WB6")
    assert (found.observations, server.asked) == ((), [])
    assert kinds(found) == ["place-not-honoured"]


@pytest.mark.parametrize("key", ["une_rt_a?freq=A&age=Y15-74&unit=PC_ACT&sex=X", "une_rt_a?sex=X"])
async def test_a_member_that_the_table_does_not_have_is_named_with_those_that_it_has(ask_eurostat, key: str):
    with pytest.raises(UnknownNameError) as caught:
        await ask_eurostat(key, "DEU")
    assert (caught.value.message, caught.value.hint) == ("There is no Sex in une_rt_a called X.", "There is: F, M, T.")


async def test_a_dimension_that_the_table_does_not_have_is_named(ask_eurostat):
    with pytest.raises(UnknownNameError, match="There is no dimension of une_rt_a called citizen"):
        await ask_eurostat("une_rt_a?citizen=MK", "DEU")


ASYLUM = {
    "freq": axis("Time frequency", A="Annual"),
    "unit": axis("Unit of measure", PER="Person"),
    "citizen": axis("Country of citizenship", TOTAL="Total", MK="North Macedonia", SY="Syria"),
    "applicant": axis("Type of applicant", TOTAL="Total", FRST="First-time applicant"),
    "geo": axis("Geopolitical entity (reporting)", EU27_2020="European Union", DE="Germany"),
    "time": axis("Time", **{"2024": "2024", "2025": "2025"}),
}
APPLICANTS = table(
    "Asylum applicants (a made-up body)", ASYLUM,
    {("A", "PER", "MK", "FRST", "EU27_2020", "2024"): 5120, ("A", "PER", "MK", "FRST", "EU27_2020", "2025"): 4310,
     ("A", "PER", "TOTAL", "FRST", "DE", "2025"): 900},
)  # fmt: skip


@pytest.mark.parametrize(
    ("key", "rest"),
    [
        ("migr_asyappctza?applicant=FRST", "applicant=FRST&freq=A&unit=PER"),
        ("migr_asyappctza?freq=A&unit=PER&citizen=TOTAL&applicant=FRST", "freq=A&unit=PER&applicant=FRST"),
    ],
)
async def test_a_country_that_does_not_report_is_offered_as_the_country_of_those_who_apply(
    ask_eurostat, key: str, rest: str
):
    """Asylum applications from Macedonia fell: the table counts them by citizenship, where they were lodged."""
    found, _, _ = await ask_eurostat(key, "MKD", tables={"migr_asyappctza": APPLICANTS})
    assert found.observations == ()
    assert said(found, "place-as-origin") == (
        "Eurostat: North Macedonia has no figures of its own in migr_asyappctza; it stands there as country of citizenship. "
        f"Take eurostat:migr_asyappctza?{rest}&geo=EU27_2020 for those from North Macedonia in the Union."
    )


async def test_the_series_that_is_offered_is_by_citizenship(ask_eurostat):
    key = "migr_asyappctza?freq=A&unit=PER&applicant=FRST&geo=EU27_2020"
    found, server, _ = await ask_eurostat(key, "MKD", tables={"migr_asyappctza": APPLICANTS})
    assert figures(found) == {("MKD", "2024"): "5120", ("MKD", "2025"): "4310"}
    assert {"citizen": "MK", "geo": "EU27_2020"}.items() <= server.params(-1).items()
    assert found.series.adds is Additivity.SUM
    assert found.problems == ()


async def test_a_make_up_of_the_union_that_is_named_answers_for_the_union(ask_eurostat):
    axes = PEOPLE | {
        "geo": axis("Geo", EU28="European Union - 28 countries (2013-2020)"),
        "time": axis("Time", **{"2019": "2019"}),
    }
    tree = table("Employment", axes, {("A", "THS_PER", "EU28", "2019"): 3}, latest="2019")
    found, _, _ = await ask_eurostat("old_table?freq=A&unit=THS_PER&geo=EU28", "EU27", tables={"old_table": tree})
    assert figures(found) == {("EU27", "2019"): "3000"}
    assert "European Union - 28 countries (2013-2020)" in found.series.description


# --- tables that stopped -------------------------------------------------------------------------------

PRICES = {
    "freq": axis("Time frequency", M="Monthly"),
    "unit": axis("Unit of measure", RCH_A="Annual rate of change"),
    "coicop": axis("Consumption", CP00="All-items HICP"),
    "geo": axis("Geo", DE="Germany", MK="North Macedonia"),
    "time": axis("Time", **{"2022-11": "2022-11", "2025-11": "2025-11", "2025-12": "2025-12"}),
}


async def test_a_frozen_table_names_the_one_that_goes_on(ask_eurostat):
    tree = table("HICP (a made-up body)", PRICES, {("M", "RCH_A", "CP00", "DE", "2025-12"): 2.0}, latest="2025-12")
    found, _, _ = await ask_eurostat(
        "prc_hicp_manr?freq=M&unit=RCH_A&coicop=CP00", "DEU", tables={"prc_hicp_manr": tree}
    )
    assert found.series.unit == PERCENT
    assert said(found, "frozen-table") == (
        "Eurostat: the table prc_hicp_manr is no longer updated. It ends in Dec 2025. "
        "The figures go on in eurostat:prc_hicp_minr?unit=RCH_A&coicop18=TOTAL."
    )


async def test_a_table_that_ended_years_ago_is_told_even_where_nothing_is_known_of_it(ask_eurostat):
    tree = table("Old", PRICES, {("M", "RCH_A", "CP00", "DE", "2022-11"): 2.0}, latest="2022-11")
    found, _, _ = await ask_eurostat("x_old?freq=M&unit=RCH_A&coicop=CP00", "DEU", tables={"x_old": tree})
    assert said(found, "frozen-table").startswith(
        "Eurostat: the table x_old is no longer updated. It ends in Nov 2022."
    )


async def test_a_place_that_is_years_behind_its_table_is_told(ask_eurostat):
    tree = table("Prices", PRICES, {("M", "RCH_A", "CP00", "MK", "2022-11"): 19.5, ("M", "RCH_A", "CP00", "DE", "2025-12"): 2.0}, latest="2025-12")  # fmt: skip
    found, _, _ = await ask_eurostat("x_y?freq=M&unit=RCH_A&coicop=CP00", "MKD", "DEU", tables={"x_y": tree})
    assert said(found, "series-behind") == (
        "Eurostat: its newest figure for North Macedonia is of Nov 2022; the table goes to Dec 2025. "
        "Later years of this place are not there."
    )


# --- refusals --------------------------------------------------------------------------------------------


async def refused(ask_eurostat, answer: Stored, kind: type[SourceError], key: str = RATE) -> tuple[str, str]:
    with pytest.raises(kind) as caught:
        await ask_eurostat(key, "DEU", tables={key.partition("?")[0]: answer})
    return caught.value.message, caught.value.hint


async def test_no_such_table(ask_eurostat):
    with pytest.raises(NoEurostatTableError) as caught:
        await ask_eurostat("ds_nothing", "DEU", tables={"x": {}})
    assert caught.value.message == (
        "Eurostat refused: ERR_NOT_FOUND_4: DS_NOTHING (DATA_FLOW:ALL,1.0) is not available for dissemination."
    )
    assert caught.value.hint == "Look for its present name with `workbench catalogue search WORDS`."
    with pytest.raises(NoEurostatTableError) as caught:
        await ask_eurostat("nama_gdp_c", "DEU", tables={"x": {}})
    assert caught.value.hint == "The figures go on in eurostat:nama_10_gdp."


@pytest.mark.parametrize("name", ["../toc", "une rt", "é", "a/b", "x" * 200])
async def test_what_can_be_no_table_is_not_asked_for(ask_eurostat, name: str):
    with pytest.raises(OddTableError) as caught:
        await ask_eurostat(name, "DEU")
    assert caught.value.message.endswith("is no code of a Eurostat table.")


async def test_too_much_says_how_much_and_what_to_do(ask_eurostat):
    label = "EXTRACTION_TOO_BIG: The requested extraction is too big, estimated 10305182 rows, max authorised is 5000000, please change your filters"
    for key in (RATE, "une_rt_a"):
        message, hint = await refused(ask_eurostat, fault(413, 413, label), EurostatTooLargeError, key)
        assert message == "Eurostat refused: the question is of 10,305,182 figures, and it gives 5,000,000 at most."
        assert hint == "Name more dimensions in the series: table?dimension=code."


async def test_a_name_that_leaves_too_much_open_is_settled_by_the_table_after_all(ask_eurostat):
    """The name gives the frequency alone: the first question is too big, the table's dimensions make it small."""

    class TooBigAtFirst(dict):
        asked = 0

        def get(self, name: str, default: object = None) -> object:
            self.asked += 1
            return fault(413, 413, "EXTRACTION_TOO_BIG: too big") if self.asked == 1 else specimen("une_rt_a")

    found, server, _ = await ask_eurostat("une_rt_a?freq=A", "DEU", tables=TooBigAtFirst(x=1), unit=PERCENT)
    assert [len(one.params) for one in server.asked] == [4, 4, 7]
    assert figures(found)["DEU", "2024"] == "3.4"


async def test_what_is_put_off_is_asked_for_again_and_then_told(ask_eurostat):
    warning = {
        "warning": {
            "status": 413,
            "label": "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously. Please try again later.",
        }
    }
    answer = Stored(json.dumps(warning).encode())
    message, hint = await refused(ask_eurostat, answer, PutOffError)
    assert message == "Eurostat refused: the question is big, and it makes the answer ready in its own time."
    assert hint == "Ask again in some minutes."


async def test_what_is_put_off_is_read_once_it_is_there(ask_eurostat):
    class Later(dict):
        """A table that is ready at the third question."""

        asked = 0

        def get(self, name: str, default: object = None) -> object:
            self.asked += 1
            wait = Stored(b'{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Please try again later."}}')
            return specimen("une_rt_a") if self.asked > 2 else wait

    found, server, _ = await ask_eurostat(RATE, "DEU", tables=Later(x=1))
    assert len(server.asked) == 3
    assert figures(found)["DEU", "2024"] == "3.4"


async def test_too_much_of_all_places_says_to_name_one(ask_eurostat):
    with pytest.raises(EurostatTooLargeError) as caught:
        await ask_eurostat("une_rt_a?freq=A&geo=", tables={"une_rt_a": fault(413, 413, "EXTRACTION_TOO_BIG: too big")})
    assert caught.value.message == "Eurostat refused: EXTRACTION_TOO_BIG: too big."
    assert caught.value.hint == "Name one member of geo in the series: table?dimension=code."


async def test_foreign_trade_has_an_api_of_its_own_and_is_never_asked_for_whole(ask_eurostat):
    with pytest.raises(EurostatTooLargeError):
        await ask_eurostat(
            "DS-045409?flow=1", "DEU", tables={"DS-045409": fault(413, 413, "EXTRACTION_TOO_BIG: too big")}
        )
    _, server, _ = await ask_eurostat("DS-045409?sex=T", "DEU", tables={"DS-045409": specimen("une_rt_a")})
    assert server.asked[0].url == "https://ec.europa.eu/eurostat/api/comext/dissemination/statistics/1.0/data/DS-045409"
    assert {"sex": "T", "geo": "DE", "lastTimePeriod": "1"}.items() <= server.params(0).items()


async def test_a_table_that_is_just_being_put_out(ask_eurostat):
    message, hint = await refused(ask_eurostat, fault(404, 100, "DATA_NOT_YET_AVAILABLE"), NotOutYetError)
    assert message == "Eurostat refused: the table is just being put out and cannot be read yet."
    assert hint == "It puts tables out at 11:00 and 23:00 in Brussels: ask again half an hour later."


async def test_any_other_refusal_is_in_eurostats_own_words(ask_eurostat):
    message, _ = await refused(ask_eurostat, fault(400, 150, "INVALID_QUERY_DIMENSION: \x1b[31msx"), ServiceError)
    assert message == "Eurostat refused: INVALID_QUERY_DIMENSION: \\x1b[31msx."


async def test_no_results_is_no_error(ask_eurostat):
    found, _, _ = await ask_eurostat(RATE, "DEU", tables={"une_rt_a": fault(400, 100, "NO_RESULTS")})
    assert (found.observations, kinds(found)) == ((), ["no-figures"])


async def test_a_page_is_no_answer(ask_eurostat):
    page = Stored(b"<html><body>Maintenance</body></html>", media_type="text/html")
    message, _ = await refused(ask_eurostat, page, WrongAnswerError)
    assert message == "ec.europa.eu answered with an HTML page where JSON was expected."


async def test_a_changed_shape_is_no_answer(ask_eurostat):
    tree = specimen("une_rt_a") | {"value": {"999999": 1}}
    with pytest.raises(WrongAnswerError) as caught:
        await EUROSTAT.observations(
            CannedFetch(MemoryArchive(), json.dumps(tree).encode()),
            Ask(SeriesRef("eurostat", RATE), ("DEU",), 2015, 2025),
        )
    assert (
        caught.value.message
        == "Eurostat answered with JSON whose parts do not fit together where JSON-stat was expected."
    )


@pytest.mark.parametrize(
    ("path", "kind"),
    [("slow", UnreachableError), ("cut", UnreachableError), ("silent", UnreachableError), ("big", TooBigAnswerError),
     ("bomb", TooBigAnswerError), ("deep", WrongAnswerError), ("nothing", WrongAnswerError), ("image", WrongAnswerError),
     ("html-as-json", WrongAnswerError), ("shape", WrongAnswerError)],
)  # fmt: skip
async def test_bad_lines_end_in_a_sentence(
    faults, quick, monkeypatch: pytest.MonkeyPatch, path: str, kind: type[SourceError]
):
    """A server that is slow, cut, silent, endless or talks of something else, in Eurostat's place."""
    client = quick(calmly=path != "slow")  # a busy machine is no slow service
    monkeypatch.setattr("sources._eurostat.send_requests.ROOT", faults.url(f"{path}/"))
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=client, hosts={"eurostat": (faults.host,)})
    with pytest.raises(kind) as caught:
        await EUROSTAT.observations(fetch, Ask(SeriesRef("eurostat", RATE), ("DEU",), 2015, 2025))
    assert caught.value.message.isprintable()
    assert caught.value.hint


# --- recorded answers ------------------------------------------------------------------------------------


def test_every_recorded_answer_is_read_or_is_a_named_outcome(shared: Path):
    """11 files: five tables, one list, four refusals, one table of error codes that no question brings."""
    from sources._formats.jsonstat.reader import read_jsonstat

    folder = shared / "sources" / "recorded" / "eurostat"
    cells = {f.name: sum(bool(c.text) for c in read_jsonstat("Eurostat", f.read_bytes()).datasets[0].cube.cells())
             for f in folder.rglob("*.json") if read_fault(f.read_bytes()) is None}  # fmt: skip
    assert cells.pop("www.ec.europa.eu_eurostat__eurostat-name_gpd_c.json") > 500
    assert cells == {
        "sts-inpr-m-ie-confidential.json": 0,
        "une-rt-m-geo-de-xx-last1.json": 0,
        "www.ec.europa.eu_eurostat__eurostat-name_gpd_c-geo_IT.json": 24,
        "www.ec.europa.eu_eurostat__eurostat-name_gpd_c-geo_IT_FR.json": 64,
    }
    said = {
        f.name: read_fault(f.read_bytes()).said.partition(":")[0]
        for f in (folder / "errors-and-edge").iterdir()
        if f.stem.startswith("ds-")
    }
    assert said == {
        "ds-045409-extraction-too-big.json": "EXTRACTION_TOO_BIG",
        "ds-045409-fault-413.xml": "EXTRACTION_TOO_BIG",
        "ds-999999-data.xml": "ERR_NOT_FOUND_2",
        "ds-999999-statistics.json": "ERR_NOT_FOUND_4",
    }


async def recorded(shared: Path, name: str, key: str, *places: str) -> SourceAnswer:
    body = (shared / "sources" / "recorded" / "eurostat" / name).read_bytes()
    return await EUROSTAT.observations(
        CannedFetch(MemoryArchive(), body), Ask(SeriesRef("eurostat", key), places, 1990, 2026)
    )


async def test_confidential_figures_are_withheld_and_not_nought(shared: Path):
    key = "sts_inpr_m?freq=M&indic_bt=PRD&nace_r2=B&s_adj=CA&unit=I21"
    found = await recorded(shared, "errors-and-edge/sts-inpr-m-ie-confidential.json", key, "IRL")
    assert [(o.value, o.status) for o in found.observations] == [(None, Status.SUPPRESSED)] * 6
    assert found.series.unit.dimension is Dimension.INDEX
    assert found.series.adjusted == "Calendar adjusted data, not seasonally adjusted data"
    assert found.series.method == "https://ec.europa.eu/eurostat/cache/metadata/en/sts_esms.htm"


async def test_a_table_whose_newest_month_is_not_out_yet_has_no_figure_for_it(shared: Path):
    key = "une_rt_m?freq=M&s_adj=SA&age=TOTAL&unit=PC_ACT&sex=T"
    found = await recorded(shared, "errors-and-edge/une-rt-m-geo-de-xx-last1.json", key, "DEU")
    assert (found.observations, kinds(found)) == ((), ["no-figures"])


async def test_bodies_of_the_older_service_are_read(shared: Path):
    key = "nama_gdp_c?freq=A&unit=EUR_HAB&indic_na=B1GM"
    with pytest.raises(UnknownNameError, match="There is no dimension of nama_gdp_c called freq"):
        await recorded(
            shared, "legacy-json-v1/www.ec.europa.eu_eurostat__eurostat-name_gpd_c-geo_IT_FR.json", key, "ITA"
        )
    found = await recorded(
        shared,
        "legacy-json-v1/www.ec.europa.eu_eurostat__eurostat-name_gpd_c-geo_IT_FR.json",
        "nama_gdp_c?unit=EUR_HAB",
        "ITA",
        "FRA",
    )
    assert figures(found)["ITA", "2010"] == "25700"
    assert str(found.series.unit) == "euro per inhabitant"
    assert kinds(found) == ["frozen-table"]


# --- the list of tables -----------------------------------------------------------------------------------

LIST = """"title"\t"code"\t"type"\t"last update of data"\t"last table structure change"\t"data start"\t"data end"\t"values"
"Database by themes"\t"data"\t"folder"\t" "\t" "\t" "\t" "\t
"    Labour market"\t"labour"\t"folder"\t" "\t" "\t" "\t" "\t
"        Unemployment by sex and age – monthly data"\t"une_rt_m"\t"dataset"\t"22.08.2023"\t"22.08.2023"\t"1983M01"\t"2023M07"\t
"    Prices"\t"prices"\t"folder"\t" "\t" "\t" "\t" "\t
"        HICP - monthly data (annual rate of change)"\t"prc_hicp_manr"\t"dataset"\t"18.08.2023"\t"18.08.2023"\t"1997M01"\t"2023M07"\t
"        Unemployment by sex and age – monthly data"\t"une_rt_m"\t"dataset"\t"22.08.2023"\t"22.08.2023"\t"1983M01"\t"2023M07"\t
"cut"""


async def listed(body: bytes, media_type: str = "text/plain;charset=UTF-8") -> list:
    server = Loopback({"txt": Stored(body, media_type=media_type)})
    with ReplayServer(server) as replay:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=replay.base)
        pages = [page async for page in EUROSTAT.catalogue(fetch)]
    assert [(one.url, dict(one.params)) for one in server.asked] == [(ROOT + "catalogue/toc/txt", {"lang": "en"})]
    assert pages[-1].done == pages[-1].of == sum(len(page.series) for page in pages)
    return [series for page in pages for series in page.series]


async def test_the_list_gives_each_table_once_with_where_it_stands():
    found = await listed(LIST.encode("utf-8-sig"))
    assert [series.ref.key for series in found] == ["une_rt_m", "prc_hicp_manr"]
    first, second = found
    assert (first.description, first.first, first.last, first.frequency) == (
        "Database by themes › Labour market",
        1983,
        2023,
        Frequency.MONTH,
    )
    assert (first.updated, first.unit.dimension) == (date(2023, 8, 22), Dimension.UNKNOWN)
    assert second.unit == PERCENT
    assert second.notes == (
        "No longer updated; the figures go on in eurostat:prc_hicp_minr?unit=RCH_A&coicop18=TOTAL.",
    )


@pytest.mark.parametrize("body", [b"code,title\n", b"\xff\xfe\x00", b'{"error":1}', b"title\tcode\ttype\n"])
async def test_what_is_no_list_is_refused(body: bytes):
    with pytest.raises(WrongAnswerError) as caught:
        await listed(body)
    assert caught.value.message == "Eurostat answered with something else where its table of contents was expected."


async def test_the_recorded_list_has_6953_tables(shared: Path):
    found = await listed(
        (shared / "sources" / "recorded" / "eurostat" / "catalogue" / "table_of_contents_en.txt").read_bytes()
    )
    assert len(found) == 6953
    assert len({series.ref for series in found}) == 6953
    assert all(series.title.isprintable() and series.description for series in found)
    assert sum(series.first is not None for series in found) > 6900


# --- the contract ------------------------------------------------------------------------------------------


class TestEurostat(Served):
    source = EUROSTAT
    asks = Ask(SeriesRef("eurostat", RATE), ("DEU",), 2019, 2025)

    @pytest.fixture(autouse=True)
    def _served(self):
        tables: dict[str, object] = {name: specimen(name) for name in ("une_rt_a", "gov_10dd_edpt1")}
        with ReplayServer(Loopback(tables | {"txt": Stored(LIST.encode(), media_type="text/plain")})) as replay:
            self.base = replay.base
            yield


class TestEurostatByAnOpenName(TestEurostat):
    asks = Ask(SeriesRef("eurostat", "gov_10dd_edpt1?na_item=GD"), ("DEU",), 2023, 2025, PERCENT)
