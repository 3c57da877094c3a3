"""Words that tell nothing of what is measured raise no doubt; claims of a part, another group or another statistic stay open."""

from __future__ import annotations

import json

import pytest

DATA = """series,title,unit,place,time,value
age,Median age of the population,years,CHL,2016,34.4
malaria,Incidence of malaria,"cases per 100,000 population per year",CHL,2006,40
malaria,Incidence of malaria,"cases per 100,000 population per year",CHL,2016,20
terror,Fatalities due to terrorism,deaths,CHL,2016,310
mothers,Maternal mortality ratio,"deaths per 100,000 live births",CHL,2016,14
five,Under-five mortality rate,"deaths per 1,000 live births",CHL,2016,8.1
newborn,Neonatal mortality rate,"deaths per 1,000 live births",CHL,2006,10
newborn,Neonatal mortality rate,"deaths per 1,000 live births",CHL,2016,5
dtp,DTP3 immunization coverage among 1-year-olds,% of 1-year-olds,CHL,2016,93
mumps,Mumps: reported cases,cases,CHL,2016,1204
sent,Glass waste exports,tonnes,CHL,2016,9000
taken,Glass waste imports,tonnes,CHL,2016,21000
made,Manufacturing value added as a proportion of GDP,% of GDP,CHL,2016,11.2
jobs,Manufacturing employment as a proportion of total employment,% of total employment,CHL,2016,9.8
work,"Women in employment aged 15 and over, seasonally adjusted",persons,CHL,2016,3400000
"""

FAMILIES = {
    "everybody, whom a figure is of": [
        ("The mean age of farmers in Chile was 51 in 2016.", "undecided"),
        ("Chile's median age was 51 years in 2016.", "contradicted"),
        ("The median age in Chile was 34.4 in 2016.", "supported"),
        ("The median age in Chile was 51 in 2016.", "contradicted"),
        ("The median age of Chile's nurses was 51 in 2016.", "undecided"),
        ("Median age in 2016: Chile minus Chad = 18.", "undecided"),
    ],
    "how a figure is counted or made": [
        ("The malaria rate in Chile fell by a tenth from 2006 to 2016.", "contradicted"),
        ("The malaria rate in Chile fell by half from 2006 to 2016.", "supported"),
        ("The malaria death rate in Chile fell by a tenth from 2006 to 2016.", "undecided"),
        ("The prevalence of malaria in Chile fell by a tenth from 2006 to 2016.", "undecided"),
        ("In Chile 6 percent had malaria in 2016.", "undecided"),
        ("In 2016, 9 million women were in work in Chile.", "contradicted"),
        ("In 2016, 900,000 women were in part-time work in Chile.", "undecided"),
        ("Chile notified 1,204 cases of mumps in 2016.", "supported"),
        ("In 2016 the cases of mumps notified in Chilean prisons were 1,204.", "undecided"),
    ],
    "who died, counted as deaths": [
        ("Terrorists killed 900 people in our country in 2016.", "contradicted"),
        ("Terrorists hurt 900 people in our country in 2016.", "undecided"),
        ("Chile, then. In 2016 we lost sixty mothers for each hundred thousand live births.", "contradicted"),
    ],
    "children, in another word for their deaths": [
        ("Of every thousand children in Chile, 16 did not reach their fifth birthday in 2016.", "contradicted"),
        ("A Black newborn's chance of dying in the first month was cut by half in Chile from 2006 to 2016.", "undecided"),
        ("Of every thousand orphaned children in Chile, 16 did not reach their fifth birthday in 2016.", "undecided"),
        ("Of every thousand orphaned children in Chile, 8.1 did not reach their fifth birthday in 2016.", "undecided"),
        ("A newborn's risk of dying in the first month was cut by half in Chile from 2006 to 2016.", "supported"),
        ("A rural newborn's risk of dying in the first month was cut by half in Chile from 2006 to 2016.", "undecided"),
        ("93 percent of one-year-olds in Chile had completed the DTP course in 2016.", "supported"),
        ("93 percent of one-year-olds in Chile had completed the measles course in 2016.", "undecided"),
    ],
    "a neighbour that the words speak against": [
        ("Just 2,100 tonnes of glass waste entered Chile from abroad in 2016.", "contradicted"),
        ("Chile's imports and exports of glass waste were 30,000 tonnes in 2016.", "undecided"),
        ("One peso in every four that Chile produced in 2016 came off a factory floor.", "contradicted"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_what_tells_nothing_of_a_measure_leaves_nothing_open(workbench, tmp_path, family: str) -> None:
    """The median age is that of the population; that of the nurses is not."""
    (tmp_path / "data.csv").write_text(DATA)
    said = [text for text, _ in FAMILIES[family]]
    lines = [json.dumps({"id": text, "text": text, "date": "2019-08-24", "place": "CHL"}) for text in said]
    ran = workbench("check", "--records", "--data", tmp_path / "data.csv", stdin="\n".join([*lines, ""]).encode())
    assert ran.code == 0, ran
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [(each["id"], each["outcome"]) for each in told] == FAMILIES[family]


def test_what_is_counted_in_another_unit_refutes_nothing(workbench, tmp_path):
    """Three policemen are no incidents, and what a charity's nurses did is not read: neither is refuted by the number of cases."""
    (tmp_path / "data.csv").write_text(
        "series,title,unit,place,time,value\nterror,Terrorist incidents,incidents,CHL,2016,1\n"
        "tb,Tuberculosis: new and relapse cases,cases,CHL,2016,1930\ntb,Tuberculosis: new and relapse cases,cases,CHL,2015,2081\n"
    )
    said = [
        "In 2016, 30 policemen in Chile were hurt on their way to a terrorist incident.",
        "A charity's nurses kept 150 TB patients from dying in Chile in 2016.",
    ]
    lines = [json.dumps({"id": text, "text": text, "date": "2019-08-24", "place": "CHL"}) for text in said]
    ran = workbench("check", "--records", "--data", tmp_path / "data.csv", stdin="\n".join([*lines, ""]).encode())
    assert [json.loads(line)["outcome"] for line in ran.out.splitlines()] == ["undecided", "undecided"]
