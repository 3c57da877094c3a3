"""Verbs of change in every language: which way, by how much; and by how much where no verb is known."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.claim import Sort
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)

# two parts of a verb stand around the figure: "gab … nach"
FELL = {
    "en": (
        "fell|dropped|declined|decreased|shrank|sank|slid|slipped|tumbled|plunged|plummeted|came down|"
        "went down|was cut|was reduced|was brought down|was slashed|shed|lost|contracted|eased|dipped|"
        "retreated|receded|ebbed|diminished|has fallen|had dropped|was lowered|was trimmed|was down|is down|"
        "softened|edged down|narrowed|nosedived|crashed|collapsed|subsided|was pared|was driven down|"
        "was pushed down|got cut|withered|dwindled|waned|tapered off|cooled"
    ),
    "de": (
        "sank|fiel|ging … zurück|nahm … ab|schrumpfte|verringerte sich|reduzierte sich|brach … ein|sackte … ab|"
        "rutschte … ab|rutschte|stürzte … ab|purzelte|gab … nach|verlor|flaute … ab|ließ … nach|bröckelte … ab|"
        "ging … runter|ging … herunter|kam … runter|baute … ab|wurde … gesenkt|wurde … gedrückt|"
        "wurde … reduziert|wurde … gekürzt|wurde … verringert|hat … verloren|ist … gesunken|ist … gefallen|"
        "ist … zurückgegangen|ist … geschrumpft|ist … eingebrochen|hat sich … verringert|hat … abgenommen|"
        "ist … abgesackt|konnte … gesenkt werden|hat sich … verkleinert|sinkt|fällt|geht … zurück|nimmt … ab|"
        "minderte sich|ermäßigte sich|bildete sich … zurück|büßte … ein|ist … runtergegangen|"
        "wurde … heruntergefahren|wurde … abgebaut"
    ),
    "mk": (
        "падна|опадна|се намали|се спушти|се симна|се снижи|намаля|беше намалена|е намалена|отиде надолу|"
        "се стопи|изгуби|загуби|беше симната|е падната|паѓа|се намалува|има паднато|се намалила|паднала|потона|"
        "се сруши"
    ),
}
ROSE = {
    "en": (
        "rose|grew|climbed|increased|went up|jumped|surged|soared|gained|advanced|added|leapt|has risen|"
        "was raised|was lifted|was up|is up|expanded|swelled|spiked|shot up|crept up|rocketed|ballooned|"
        "inched up|edged up|ticked up|was pushed up|was driven up|widened|escalated|bounced|rebounded|"
        "strengthened|was boosted|was bumped up|was hiked|ballooned|mushroomed|was ramped up|accelerated"
    ),
    "de": (
        "stieg|wuchs|kletterte|nahm … zu|legte … zu|zog … an|erhöhte sich|vergrößerte sich|schnellte … hoch|"
        "schnellte … empor|wurde … angehoben|wurde … erhöht|wurde … gesteigert|ist … gestiegen|ist … gewachsen|"
        "hat … zugelegt|hat … zugenommen|hat sich … erhöht|kletterte … nach oben|ging … hoch|ging … nach oben|"
        "ging … rauf|stieg … an|wuchs … an|ist … angestiegen|ist … geklettert|steigerte sich|gewann … hinzu|"
        "gewann|weitete sich … aus|steigt|wächst|nimmt … zu|legt … zu|wurde … aufgestockt|wurde … ausgeweitet|"
        "verteuerte sich|sprang|schwoll … an|ist … hochgegangen|ist … in die Höhe geschnellt|kam … dazu"
    ),
    "mk": (
        "порасна|се зголеми|се искачи|скокна|се покачи|се крена|отиде нагоре|нарасна|се качи|е зголемена|"
        "беше зголемена|расте|се зголемува|има пораснато|пораснала|се зголемила|се зголемило|растеше|"
        "се зголемуваше|поскапе|се прошири"
    ),
}
SAID = {
    "en": "The unemployment rate {} by {} between 2013 and 2018.",
    "de": "Die Arbeitslosenquote {} von 2013 bis 2018 um {}{}.",
    "mk": "Од 2013 до 2018 година стапката на невработеност {} за {}.",
}
SIZES = {
    "en": ["8.2 percentage points", "8.2 points", "30 percent"],
    "de": ["8,2 Prozentpunkte", "8,2 Punkte", "30 Prozent"],
    "mk": ["8,2 процентни поени", "8,2 поени", "30 проценти"],
}
WAYS = [
    (language, verb, way)
    for way, verbs in (("down", FELL), ("up", ROSE))
    for language, listed in verbs.items()
    for verb in listed.split("|")
]


def said_with(language: str, verb: str, size: str) -> str:
    first, _, second = verb.partition(" … ")
    return SAID[language].format(first, size, f" {second}" if second else "")


@each(("language", "verb", "way"), WAYS)
def test_a_verb_tells_which_way_and_the_figure_by_how_much(language, verb, way):
    """Unemployment shed 8.2 points; die Arbeitslosenquote gab um 8,2 Punkte nach; невработеноста се симна за 8,2 поени."""
    for size in SIZES[language]:
        (claim,) = read_text(said_with(language, verb, size), said=LATER, language=language).claims
        assert claim.change is not None, size
        assert claim.change.value.direction.value == way
        assert claim.change.value.amount is not None
        assert claim.change.value.amount.value.low == claim.amounts[0].value.low


STRANGE = {"en": "evanesced", "de": "verdunstete", "mk": "се испари"}
"""Verbs that no word file has."""


@each(
    ("language", "size", "figure"),
    [(language, size, figure) for language in SAID for size, figure in product(SIZES[language], ("8.2", "30", "19.3"))],
)
def test_by_how_much_is_no_level_where_the_way_is_not_read(language, size, figure):
    """In 2018 the unemployment rate evanesced by 30 percent: that is neither 30 percent nor anything else but 30."""
    said = said_with(language, STRANGE[language], size)
    (claim,) = read_text(said, said=LATER, language=language).claims
    assert claim.change is None
    assert claim.qualified(Sort.SIZE) is not None
    assert outcome_of(said, language, RATE, figure, 2018) == "undecided"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The service was used by 30 percent of adults in 2018."),
        ("en", "By 2018 the unemployment rate was 30 percent."),
        ("de", "Die Arbeitslosenquote lag 2018 um die 30 Prozent."),
        ("mk", "Државата е одговорна за 30 проценти од емисиите во 2018 година."),
    ],
)
def test_a_share_behind_the_same_word_is_none(language, said):
    """Used by 30 percent of adults; um die 30 Prozent; одговорна за 30 проценти од емисиите."""
    claims = read_text(said, said=LATER, language=language).claims
    assert claims
    assert all(claim.qualified(Sort.SIZE) is None for claim in claims)


DIRECT = {
    "zugelegt": "up", "gestiegen": "up", "zugenommen": "up", "hinzugewonnen": "up", "eingebüßt": "down",
    "verloren": "down", "nachgegeben": "down", "gesunken": "down", "abgenommen": "down",
}  # fmt: skip
BESIDE = {"legte|zu": "up", "büßte|ein": "down", "gab|nach": "down", "verlor|": "down", "nahm|zu": "up"}


@pytest.mark.parametrize("size", ["8,2 Prozentpunkte", "8,2 Punkte", "30 Prozent"])
@pytest.mark.parametrize("year", ["2018 ", ""])
def test_german_verbs_take_their_size_without_a_word_between(size, year):
    """Die Arbeitslosenquote hat 2018 acht Punkte verloren; sie büßte 2018 acht Punkte ein; …, weil sie acht Punkte verloren hat."""
    for verb, way in DIRECT.items():
        for said in (
            f"Die Arbeitslosenquote hat {year}{size} {verb}.",
            f"Wir freuen uns, weil die Arbeitslosenquote {year}{size} {verb} hat.",
        ):
            (claim,) = read_text(said, said=LATER, language="de").claims
            assert claim.change is not None, said
            assert claim.change.value.direction.value == way
    for verb, way in BESIDE.items():
        first, second = verb.split("|")
        said = f"Die Arbeitslosenquote {first} {year}{size} {second}".rstrip() + "."
        (claim,) = read_text(said, said=LATER, language="de").claims
        assert claim.change is not None, said
        assert claim.change.value.direction.value == way


@pytest.mark.parametrize(
    "said",
    [
        "2015 haben fünf Prozent ihre Arbeit verloren.",
        "Fünf Prozent verloren 2015 ihre Arbeit.",
        "Fünf Prozent der Firmen haben 2015 Stellen abgebaut.",
        "Die Partei hat 40 Prozent gewonnen.",
        "2018 fielen 900 Tonnen Abfall an.",
    ],
)
def test_a_share_of_those_who_lost_is_no_change(said):
    """Fünf Prozent verloren 2015 ihre Arbeit: the five percent are people, and not by how much something fell."""
    (claim,) = read_text(said, said=LATER, language="de").claims
    assert claim.change is None
