"""A hedge on a fall is one on how far it fell: "more than halved" leaves less than a half, in every language."""

from __future__ import annotations

from datetime import date

from tests.each import each
from workbench.compare import check, outcome
from workbench.extract import read_text

SAID = date(2019, 6, 25)

FALLS = [
    # the sentence, and what 100 may have become for it to be supported, or contradicted
    ("Emissions more than halved between 2010 and 2018.", "40", "60"),
    ("Emissions nearly halved between 2010 and 2018.", "52", "30"),
    ("Emissions halved between 2010 and 2018.", "50", "70"),
    ("Emissions fell more than threefold between 2010 and 2018.", "30", "60"),
    ("Emissions fell, get this, threefold between 2010 and 2018.", "33.3", "60"),
    ("Emissions were cut by more than half between 2010 and 2018.", "40", "60"),
    ("Emissions in 2018 were less than half as high as in 2010.", "40", "60"),
    ("Emissions in 2018 were more than three times lower than in 2010.", "30", "60"),
    ("Die Emissionen haben sich zwischen 2010 und 2018 mehr als halbiert.", "40", "60"),
    ("Die Emissionen haben sich zwischen 2010 und 2018 fast halbiert.", "52", "30"),
    ("Die Emissionen haben sich zwischen 2010 und 2018 halbiert.", "50", "70"),
    ("Емисиите повеќе од се преполовија од 2010 до 2018 година.", "40", "60"),
    ("Емисиите речиси се преполовија од 2010 до 2018 година.", "52", "30"),
    ("Емисиите се преполовија од 2010 до 2018 година.", "50", "70"),
]


@each(("speech", "true", "false"), FALLS)
def test_the_hedge_is_on_the_fall(make, speech, true, false):
    series = make.series("kg", title="Emissions")
    language = "mk" if "од" in speech else "de" if "zwischen" in speech else "en"
    claims = read_text(speech, said=SAID, place="SRB", document="d", language=language).claims

    def said_of(now: str) -> str:
        table = make.table({"SRB": {"2010": "100", "2018": now}})
        return outcome([found for claim in claims for found in check(claim, series, table, today=SAID)])[0]

    assert (said_of(true), said_of(false)) == ("supported", "contradicted")
