"""Multiples, parts and changes against something else: another place, another time, or a figure of this sentence or the one before."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import Claim
from workbench.extract import read_text

SAID = date(2020, 5, 1)

Told = tuple[str, str, str | None, str | None]
"""How many times, the claim's place, the other place, and the period that it is measured from."""


def changed(said: str, language: str, place: str = "SVN") -> Claim:
    claims = read_text(said, said=SAID, place=place, language=language).claims
    return next(claim for claim in reversed(claims) if claim.change is not None)


def told(claim: Claim) -> Told:
    assert claim.change is not None
    assert claim.change.value.amount is not None
    base, beside = claim.change.value.base, claim.comparison
    factor = claim.change.value.amount.value.low
    return f"{factor:.3g}", claim.place or "", beside and beside.place, base and str(base)


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("In 2017 the vacancy rate in Malta was 8 percent, nearly four times our own 2 percent.", "en", ("4", "MLT", "SVN", None)),
        ("In Malta the vacancy rate was 8 percent in 2017, twice the 4 percent in Cyprus.", "en", ("2", "MLT", "CYP", None)),
        ("In Malta lag die Leerstandsquote 2017 bei 8 Prozent, fast viermal so hoch wie unsere 2 Prozent.", "de", ("4", "MLT", "SVN", None)),
        ("Malta kam 2017 auf 80 Punkte im Index, doppelt so viele wie die 40 von Zypern.", "de", ("2", "MLT", "CYP", None)),
        ("Malta's vacancy rate was 8 percent in 2017, nearly double Cyprus's 4.2.", "en", ("2", "MLT", "CYP", None)),
        ("Malta kam 2017 auf 800 Punkte im Index, hundertmal so viele wie die 40 von Zypern.", "de", ("100", "MLT", "CYP", None)),
        ("Малта во 2017 има 80 поени на индексот за слобода, двојно повеќе од нашите 40.", "mk", ("2", "MLT", "SVN", None)),
        ("Малта во 2017 има 80 поени на индексот за слобода, четири пати повеќе од нашите 20.", "mk", ("4", "MLT", "SVN", None)),
    ],
)  # fmt: skip
def test_a_multiple_of_a_figure_behind_it_sets_the_two_places_beside_each_other(
    said: str, language: str, expected: Told
):
    claim = changed(said, language)
    assert told(claim) == expected
    assert claim.period is not None
    assert str(claim.period.value) == "2017"


def test_the_figure_behind_a_multiple_measures_what_the_one_before_it_does():
    """Малта во 2017 има 80 поени на индексот за слобода, двојно повеќе од нашите 40."""
    said = test_the_figure_behind_a_multiple_measures_what_the_one_before_it_does.__doc__ or ""
    first, _, last = read_text(said, said=SAID, place="SVN", language="mk").claims
    assert first.amount is not None
    assert last.amount is not None
    assert (last.measure, last.amount.value.unit, last.place) == (first.measure, first.amount.value.unit, "SVN")


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("In 2019 we bought 900 tonnes of plastic waste, three times the amount of 2015.", "en", ("3", "SVN", None, "2015")),
        ("GDP per head in 2018 was 1.5 times what it had been in 1995.", "en", ("1.5", "SVN", None, "1995")),
        ("GDP per head in 2018 was twice the size it was in 1995.", "en", ("2", "SVN", None, "1995")),
        ("GDP per head in 2018 was double the level of 1995.", "en", ("2", "SVN", None, "1995")),
        ("We had three times as many nurses per 100,000 adults in 2018 as in 2005.", "en", ("3", "SVN", None, "2005")),
        ("Emissions in 2018 were half what they were in 1995.", "en", ("0.5", "SVN", None, "1995")),
        ("A solar panel cost barely a fifth in 2018 of what it had cost in 2010.", "en", None),
        ("In 2018 a solar panel cost barely a fifth of what it had cost in 2010.", "en", ("0.2", "SVN", None, "2010")),
        ("2019 fielen 900 Tonnen Plastikmüll an, dreimal so viel wie 2015.", "de", ("3", "SVN", None, "2015")),
        ("Das BIP pro Kopf war 2018 anderthalbmal so hoch wie im Jahr 1995.", "de", ("1.5", "SVN", None, "1995")),
        ("Die Zahl der Betten stieg 2018 auf das Doppelte von 1995.", "de", ("2", "SVN", None, "1995")),
        ("Ein Solarmodul kostete 2018 nur noch drei Viertel dessen, was es 2010 gekostet hatte.", "de", ("0.75", "SVN", None, "2010")),
        ("Во 2019 се создадени 900 тони отпад, трипати повеќе отколку во 2015 година.", "mk", ("3", "SVN", None, "2015")),
        ("Во 2019 се создадени 900 тони отпад, два и пол пати повеќе отколку во 2015 година.", "mk", ("2.5", "SVN", None, "2015")),
        ("Соларен панел во 2018 чинеше само четвртина од она што чинеше во 2010 година.", "mk", ("0.25", "SVN", None, "2010")),
    ],
)  # fmt: skip
def test_a_multiple_or_part_of_another_time_is_measured_from_it(said: str, language: str, expected: Told | None):
    claims = [c for c in read_text(said, said=SAID, place="SVN", language=language).claims if c.change is not None]
    sized = [claim for claim in claims if claim.change is not None and claim.change.value.amount is not None]
    assert [told(claim) for claim in sized] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("In 2018 Malta's emissions were less than a quarter of what Cyprus emitted.", "en", ("0.25", "MLT", "CYP", None)),
        ("Malta gab 2018 je Einwohner 700 Euro für Gesundheit aus, die Hälfte dessen, was Zypern ausgab.", "de", ("0.5", "MLT", "CYP", None)),
        ("Malta stieß 2018 nur halb so viel CO2 aus wie Zypern.", "de", ("0.5", "MLT", "CYP", None)),
        ("In Malta wurde 2018 doppelt so häufig geheiratet wie in Zypern.", "de", ("2", "MLT", "CYP", None)),
        ("Стапката на невработеност кај нас во 2018 беше шест пати повисока отколку во Малта.", "mk", ("6", "SVN", "MLT", None)),
        ("Стапката на невработеност кај нас во 2018 беше двапати повисока отколку во Малта.", "mk", ("2", "SVN", "MLT", None)),
    ],
)  # fmt: skip
def test_a_multiple_or_part_of_another_place_names_both(said: str, language: str, expected: Told):
    assert told(changed(said, language)) == expected


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("The vacancy rate in 2017: Cyprus 2 percent. Malta 8 percent. That is four times as high.", "en", ("4", "MLT", "CYP", None)),
        ("The vacancy rate in 2017: Malta 8 percent. Cyprus 2 percent. That is four times as high.", "en", ("4", "MLT", "CYP", None)),
        ("The vacancy rate was 2 percent in 2010 and 8 percent in 2017. That is an increase of 300 percent.", "en", ("300", "SVN", None, "2010")),
        ("Die Leerstandsquote betrug 2010 2 Prozent und 2017 8 Prozent. Das ist ein Plus von 300 Prozent.", "de", ("300", "SVN", None, "2010")),
        ("Die Waldfläche betrug 2010 2.100 Hektar und 2017 2.400 Hektar. Die Zunahme beträgt 14 Prozent.", "de", ("14", "SVN", None, "2010")),
        ("Невработеноста во 2010 година беше 2 проценти, а во 2017 година 8 проценти. Зголемувањето изнесува 300 проценти.", "mk", ("300", "SVN", None, "2010")),
    ],
)  # fmt: skip
def test_a_change_without_ends_is_one_between_the_two_figures_just_told(said: str, language: str, expected: Told):
    claim = changed(said, language)
    assert told(claim) == expected
    assert claim.period is not None
    assert str(claim.period.value) == "2017"
    assert "figures-compared" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("In 2010 Malta had 9 broadband lines per 100 people; Cyprus had nearly four times as many.", "en", ("4", "CYP", "MLT", None)),
        ("In Malta lag die Arbeitslosenquote 2018 bei 4 Prozent. In Zypern war sie viermal so hoch.", "de", ("4", "CYP", "MLT", None)),
        ("Во Малта невработеноста во 2018 беше 4 проценти. Кај нас е пет пати поголема.", "mk", ("5", "SVN", "MLT", None)),
        ("In 2010 Malta had 9 broadband lines per 100 people; by 2018 Cyprus had four times as many.", "en", ("4", "CYP", None, None)),
        ("In Malta lag die Arbeitslosenquote 2018 bei 4 Prozent. In Lettland lag sie bei 7. In Zypern war sie viermal so hoch.", "de", ("4", "CYP", None, None)),
    ],
)  # fmt: skip
def test_a_multiple_that_names_nothing_is_one_of_the_only_figure_before_it(said: str, language: str, expected: Told):
    assert told(changed(said, language)) == expected


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("Во Малта невработеноста во 2018 беше двојно помалку отколку во 2010 година.", "mk", "down"),
        ("Во Малта невработеноста во 2018 беше двапати пониска отколку во 2010 година.", "mk", "down"),
        ("Во Малта невработеноста во 2018 беше двојно поголема отколку во 2010 година.", "mk", "up"),
        ("In Malta unemployment in 2018 was three times lower than in 2010.", "en", "down"),
    ],
)
def test_so_many_times_less_is_no_rise(said: str, language: str, expected: str):
    claim = changed(said, language)
    assert claim.change is not None
    assert (claim.change.value.direction.value, str(claim.change.value.base)) == (expected, "2010")


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Unemployment fell from 32 percent in 2010 to 20 percent in 2018. That is a drop of more than a third.", "en"),
        (
            "Die Arbeitslosenquote sank von 32 Prozent 2010 auf 20 Prozent 2018. Das ist ein Rückgang um ein Drittel.",
            "de",
        ),
        ("Невработеноста падна од 32 проценти во 2010 на 20 во 2018. Тоа е намалување за една третина.", "mk"),
    ],
)
def test_a_change_told_once_more_has_the_same_ends(said: str, language: str):
    claim = changed(said, language)
    assert claim.period is not None
    assert (told(claim)[3], str(claim.period.value)) == ("2010", "2018")


def test_what_is_told_more_often_is_what_the_figures_before_measure():
    """Eheschließungen je 1.000 Einwohner, 2017: Malta 7,1; Zypern 3,3. In Malta wurde doppelt so häufig geheiratet wie in Zypern."""
    said = test_what_is_told_more_often_is_what_the_figures_before_measure.__doc__ or ""
    assert changed(said, "de").measure.startswith("Eheschließungen")


@pytest.mark.parametrize(
    "said",
    [
        "The vacancy rate was 2 percent in 2010, 6 in 2015 and 8 percent in 2017. That is an increase of 300 percent.",
        "The vacancy rate was 2 percent in Malta in 2010 and 8 percent in Cyprus in 2017. That is an increase of 300 percent.",
        "The vacancy rate was 2 percent in 2010 and 8 percent in 2017. Wages rose by 30 percent.",
        "The vacancy rate in 2017: Malta 8 percent. Cyprus 2 percent. Latvia 3 percent. That is four times as high.",
        "In Malta the vacancy rate was 8 percent in 2017, twice the 4 percent that Cyprus had in 2010.",
        "Spending on the police in 2018 was a third of what the army spent in 2010.",
        "We had twice as many nurses as doctors in 2010.",
    ],
)
def test_what_may_be_between_others_is_not_taken(said: str):
    assert told(changed(said, "en"))[2:] == (None, None)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("A third of what we earn in 2018 goes to rent.", "en"),
        ("Ein Drittel der Wohnungen stand 2018 leer.", "de"),
        ("Тој гласаше двапати во 2018 година.", "mk"),
    ],
)
def test_a_share_of_a_whole_and_a_number_of_times_are_no_change(said: str, language: str):
    assert all(claim.change is None for claim in read_text(said, said=SAID, place="SVN", language=language).claims)
