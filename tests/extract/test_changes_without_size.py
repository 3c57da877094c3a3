"""Changes without a size, by every verb that tells one, in every language: said, and denied."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.match.outcomes import LATER
from workbench.core.quantity import Relation
from workbench.extract import read_text

MOVED = {
    "en": {
        "up": "rose|grew|climbed|increased|jumped|soared|surged|swelled|rocketed|ballooned|rebounded|has risen|has swollen|had jumped",
        "down": "fell|dropped|declined|decreased|shrank|sank|slid|tumbled|plunged|plummeted|dwindled|receded|subsided|diminished|"
        "has fallen|has dwindled|had sunk",
    },
    "de": {
        "up": "stieg|wuchs|kletterte|nahm … zu|legte … zu|stieg … an|wuchs … an|schnellte … hoch|ist … gestiegen|ist … angewachsen|"
        "hat … zugelegt|hat … zugenommen|hat sich … erhöht|hat sich … vergrößert",
        "down": "sank|fiel|schrumpfte|ging … zurück|nahm … ab|brach … ein|sackte … ab|ließ … nach|ging … runter|ist … gesunken|"
        "ist … zurückgegangen|ist … eingebrochen|hat … abgenommen|hat … nachgelassen|hat sich … verringert|hat sich … verkleinert",
    },
    "mk": {
        "up": "порасна|растеше|нарасна|скокна|се зголеми|се зголемуваше|се покачи|се покачуваше|се искачи|се прошири",
        "down": "падна|паѓаше|опадна|опаѓаше|спласна|се намали|се намалуваше|се симна|се спушти|се снижи|беше намалена",
    },
}  # fmt: skip
SAID = {
    "en": "The unemployment rate {} between 2013 and 2018.",
    "de": "Die Arbeitslosenquote {} zwischen 2013 und 2018{}.",
    "mk": "Стапката на невработеност {} од 2013 до 2018 година.",
}
VERBS = [
    (language, verb, way)
    for language, ways in MOVED.items()
    for way, verbs in ways.items()
    for verb in verbs.split("|")
]


def said_with(language: str, verb: str, denied: str = "") -> str:
    first, _, second = verb.partition(" … ")
    return SAID[language].format(first, f"{denied} {second}".rstrip())


@each(("language", "verb", "way"), VERBS)
def test_every_verb_tells_which_way(language, verb, way):
    """Unemployment dwindled; die Arbeitslosenquote ging zurück; невработеноста паѓаше: each a claim of its own."""
    (claim,) = read_text(said_with(language, verb), said=LATER, language=language).claims
    assert claim.change is not None
    assert claim.change.value.direction.value == way


@each("denied", ["nicht", "nie", "keineswegs", "nicht weiter"])
@each(("verb", "way"), [(verb, way) for language, verb, way in VERBS if language == "de"])
def test_german_denies_at_the_end_of_the_clause(denied, verb, way):
    """Die Arbeitslosenquote sank nicht; sie ging keineswegs zurück: that is no fall."""
    (claim,) = read_text(said_with("de", verb, f" {denied}"), said=LATER, language="de").claims
    assert claim.change is not None
    assert claim.change.value.direction.value == "flat"
    assert claim.change.value.denied is not None
    assert claim.change.value.denied.value == way


@pytest.mark.parametrize(
    "said",
    [
        "Die Arbeitslosenquote sank 2015 nicht nur in Berlin.",
        "Die Arbeitslosenquote sank 2015, nicht aber 2016.",
        "Die Arbeitslosenquote sank 2015 und nicht 2016.",
        "Die Arbeitslosenquote sank 2015 wie nie.",
        "Die Arbeitslosenquote sank 2015 wie noch nie.",
    ],
)
def test_what_is_denied_beside_it_fell_all_the_same(said):
    """Die Arbeitslosenquote sank nicht nur in Berlin: it fell."""
    first, *_ = read_text(said, said=LATER, language="de").claims
    assert first.change is not None
    assert first.change.value.direction.value == "down"


@pytest.mark.parametrize("said", ["Er kam 2015 an.", "Er gab 2015 sein Amt ab.", "Wir legten 2015 den Bericht an."])
def test_verbs_of_the_same_second_part_tell_of_no_change(said):
    """Er gab 2015 sein Amt ab: nothing fell."""
    assert not [claim for claim in read_text(said, said=LATER, language="de").claims if claim.change]


@pytest.mark.parametrize("helper", ["беше", "ни беше", "ви беше", "ѝ беше", "им беше", "ни е"])
def test_a_pronoun_before_the_verb_is_no_hedge(helper):
    """Економијата во 2014 ни беше двојно поголема отколку во 1990: twice as large, and not less than that."""
    said = f"Економијата во 2014 {helper} двојно поголема отколку во 1990."
    (claim,) = read_text(said, said=LATER, language="mk").claims
    assert claim.change is not None
    assert claim.change.value.amount is not None
    assert claim.change.value.amount.value.relation is Relation.IS
