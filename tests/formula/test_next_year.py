"""A formula that was worked out for one claim is left open for the next; a formula half written can be gone on with."""

from __future__ import annotations

from tests.each import each
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.formula import parse, show
from workbench.formula.language.completion import complete
from workbench.formula.language.generalising import generalised
from workbench.formula.language.short_names import short_names, whole_name

OPEN = [
    # as written for a claim about 2021 in North Macedonia, measured from 2020; as it is kept
    ("un.asylum[MKD, 2021] / wb.pop[MKD, 2021] * 100000", "un.asylum[said] / wb.pop[said] * 100000"),
    ("change(x, 2020, 2021)", "change(x, base, said)"),
    ("rank(x, in=EU27, 2021)", "rank(x, in=EU27, said)"),
    ("sum(x[2021-01..2021-12])", "sum(x[said..said])"),
    ("x[2021] / x[2010]", "x[said] / x[2010]"),  # any other year was meant
    ("x[DEU, 2021]", "x[DEU, said]"),  # and any other place
    ("index(x, base=2015, 2021)", "index(x, base=2015, said)"),
    ("sum(x[2015..2021])", "sum(x[2015..said])"),  # since 2015
    ("let p = wb.pop[MKD, 2021]; x / p", "let p = wb.pop[said]; x / p"),
]


@each(("text", "kept"), OPEN)
def test_the_claims_own_place_and_periods_are_left_open(make, text: str, kept: str) -> None:
    claim = make.change("-39.7", base="2020", period="2021", place="MKD")
    assert show(generalised(parse(text), claim, make.today)) == kept
    assert generalised(parse(kept), claim, make.today) == parse(kept)


def test_nine_months_are_left_open_as_one_stretch(make) -> None:
    claim = make.level("945", "attempt", period="2021-01-01/2021-10-01")
    assert show(generalised(parse("sum(x[2021-01..2021-09])"), claim, make.today)) == "sum(x[said..said])"
    before = "change(sum(x[2020-01..2020-09]), sum(x[2021-01..2021-09]))"
    assert show(generalised(parse(before), claim, make.today)) == "change(sum(x[base..base]), sum(x[said..said]))"


def test_a_formula_left_open_gives_what_it_gave(make, work) -> None:
    claim = make.level("945", "attempt", period="2021-01-01/2021-10-01")
    text = "change(sum(own.crossings[2020-01..2020-09]), sum(own.crossings[2021-01..2021-09]))"
    kept = show(generalised(parse(text), claim, make.today))
    assert work(kept, claim).measured == work(text, claim).measured


COMPLETIONS = [
    ("su", ["sum("]),
    ("un.asylum / wb.po", ["wb.pop"]),
    ("per(un.asy", ["un.asylum"]),
    ("wb.pop[MK", ["MKD"]),
    ("wb.pop[Qqq", []),
    ("wb.pop[Maced", ["MKD"]),
    ("rank(x, in=EU2", ["EU27"]),
    ("wb.pop[sai", ["said"]),
    ("2 * ", []),
    ('change("unhcr:asylum-applications.coa", base) / wb.po', ["wb.pop"]),
    ("wb.refugees", []),  # nothing more than what stands there
]


@each(("text", "ways"), COMPLETIONS)
def test_what_may_come_next(text: str, ways: list[str]) -> None:
    found = [each.text for each in complete(text)]
    assert all(way in found for way in ways)
    assert bool(found) == bool(ways)


def test_series_of_the_catalogue_are_offered_as_they_are_written() -> None:
    series = Series(ref=SeriesRef("eurostat", "a?b=c"), title="Deaths", unit=Unit(Dimension.COUNT, "death"))
    offered = complete("2 * dea", [series])
    assert offered[-1].text == '"eurostat:a?b=c"'
    assert offered[-1].says == "Deaths (death)"
    assert offered[-1].put("2 * dea") == '2 * "eurostat:a?b=c"'
    assert parse(offered[-1].put("2 * dea"))


def test_every_short_name_is_one_that_a_formula_can_hold() -> None:
    for source, whole in short_names()["sources"].items():
        for key in short_names().get(whole, {}):
            formula = parse(f"{source}.{key}")
            assert whole_name(formula.body).source == whole
