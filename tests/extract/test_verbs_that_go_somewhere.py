"""Verbs of change that tell where something goes are no change: money sunk into research, seats that fall to women. In every language."""

from __future__ import annotations

from datetime import date

from tests.each import each
from workbench.core.claim import Direction
from workbench.extract import read_text

LATER = date(2022, 3, 1)

SOMEWHERE = [
    ("en", "South Korea sank over 4.5 percent of its GDP into research in 2017."),
    ("en", "South Korea has sunk 4.5 percent of its GDP into research."),
    ("en", "They plunged 40 million euros into the new port in 2017."),
    ("en", "The state dropped 3 million euros into its coffers in 2017."),
    ("en", "The firm plunged 12 percent of its income into debt service in 2017."),
    ("en", "We poured 5 percent of our GDP into schools in 2017."),
    ("en", "The programme lifted 5 percent of families out of poverty in 2017."),
    ("en", "In 2017 the programme lifted 3 million people into work."),
    ("en", "Turnout of 60 percent fell short of the target in 2017."),
    ("en", "The air force dropped 300 tonnes of bombs in 2017."),
    ("en", "In 2017 some 19 percent of all jobs fell to women."),
    ("en", "In 2017 some 40 inspectors dropped in on the farms."),
    ("en", "In 2017 some 22 percent of the population fell into poverty."),
    ("en", "In 2017 some 22 percent of the workers rose in revolt."),
    ("de", "Südkorea steckte 2017 über 4,5 Prozent seines BIP in die Forschung."),
    ("de", "In Südkorea flossen 2017 über 4,5 Prozent des BIP in die Forschung."),
    ("de", "Südkorea versenkte 2017 über 4,5 Prozent seines BIP in der Forschung."),
    ("de", "2018 entfielen 19 Prozent der Stellen auf die Industrie."),
    ("de", "2018 fielen 19 Prozent der Stellen auf die Industrie."),
    ("de", "Auf Frauen fielen 2019 im Parlament 93 Sitze."),
    ("de", "93 Sitze sind 2019 auf Frauen gefallen."),
    ("de", "22 Prozent der Bevölkerung fielen 2017 unter die Armutsgrenze."),
    ("de", "22 Prozent der Bevölkerung sind 2017 unter die Armutsgrenze gefallen."),
    ("de", "Unter das neue Gesetz fallen 19 Prozent der Betriebe."),
    ("de", "19 Prozent der Betriebe fallen in diese Gruppe."),
    ("de", "2017 fielen 900 Menschen dem Terror zum Opfer."),
    ("de", "2017 fielen 900 Tonnen Abfall an."),
    ("mk", "Јужна Кореја во 2017 година потопи 4,5 отсто од БДП во истражување."),
    ("mk", "Во 2017 година 4,5 отсто од БДП се слеаја во истражување."),
    ("mk", "Во 2018 година 19 отсто од вработените отпаѓаа на индустријата."),
    ("mk", "Во 2019 година на жените им паднаа 93 места во парламентот."),
    ("mk", "Во 2017 година 22 отсто од населението паднаа под границата на сиромаштија."),
    ("mk", "Во 2017 година 22 отсто од населението паднаа во сиромаштија."),
    ("mk", "Во 2017 година паднаа на испит 300 ученици."),
]
MOVED = [
    ("en", "Unemployment sank to 4.5 percent in 2017.", Direction.DOWN),
    ("en", "Output sank 4.5 percent in 2017.", Direction.DOWN),
    ("en", "Output sank 4.5 percent going into 2017.", Direction.DOWN),
    ("en", "The rate sank by 4.5 points as people went into work in 2017.", Direction.DOWN),
    ("en", "Spending on schools dropped 5 percent in 2017.", Direction.DOWN),
    ("en", "The government cut spending on roads by 5 percent in 2017.", Direction.DOWN),
    ("en", "Exports to Germany rose 5 percent in 2017.", Direction.UP),
    ("en", "Investment in research fell 5 percent in 2017.", Direction.DOWN),
    ("en", "Payments to women fell to 93 million euros in 2017.", Direction.DOWN),
    ("en", "Thefts dropped in 2017 by 12 percent.", Direction.DOWN),
    ("de", "Die Quote fiel 2018 auf 19 Prozent.", Direction.DOWN),
    ("de", "Die Quote fiel 2018 auf den Wert von 19 Prozent.", Direction.DOWN),
    ("de", "Die Quote fiel 2018 auf ihren tiefsten Stand von 19 Prozent.", Direction.DOWN),
    ("de", "Der Anteil der Ausgaben für Forschung fiel 2018 um 19 Prozent auf Platz drei.", Direction.DOWN),
    ("de", "Die Zahl fiel 2018 auf Null.", Direction.DOWN),
    ("de", "Auf 19 Prozent ist die Quote 2018 gefallen.", Direction.DOWN),
    ("de", "Die Einnahmen sind 2018 auf 19 Millionen Euro gefallen.", Direction.DOWN),
    ("de", "Die Ausgaben für die Forschung stiegen 2018 um 5 Prozent.", Direction.UP),
    ("mk", "Невработеноста во 2018 година падна на 19 отсто.", Direction.DOWN),
    ("mk", "Платите во 2018 година паднаа за 5 отсто.", Direction.DOWN),
    ("mk", "Увозот во 2018 година падна под границата од 5 милијарди евра.", Direction.DOWN),
]


@each(("language", "said"), SOMEWHERE)
def test_what_goes_somewhere_neither_rises_nor_falls(language, said):
    """Money that is sunk into research falls by nothing, and neither does what falls to somebody."""
    claims = read_text(said, said=LATER, language=language).claims
    assert any(claim.amount is not None for claim in claims)
    assert [claim.quote for claim in claims if claim.change is not None] == []


@each(("language", "said", "way"), MOVED)
def test_the_same_verbs_tell_of_a_change_where_nothing_goes_anywhere(language, said, way):
    """Unemployment sank to 4.5 percent; the rate fell to its lowest: these are falls."""
    claims = read_text(said, said=LATER, language=language).claims
    assert way in {claim.change.value.direction for claim in claims if claim.change is not None}
