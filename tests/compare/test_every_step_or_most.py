"""Each year without exception, one way only, and what falls short of it: almost every year, every year but one."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.compare import check, outcome
from workbench.core.finding import Agreement
from workbench.extract import read_text

SAID = date(2019, 6, 25)
DOWN = {str(2010 + n): str(40 - 3 * n) for n in range(9)}
BENT = DOWN | {"2014": "35"}

EACH = [
    ("en", "Every year from 2010 to 2018, the poverty rate went down, without a single exception."),
    ("en", "The poverty rate fell in each and every year from 2010 to 2018."),
    ("en", "The poverty rate fell from year to year between 2010 and 2018."),
    ("en", "From 2010 to 2018 the poverty rate went only one way: down."),
    ("en", "Between 2010 and 2018, the poverty rate saw just one direction – downwards, every single year."),
    ("de", "Wir sehen, dass die Armutsquote von 2010 bis 2018 in jedem Jahr gesunken ist."),
    ("de", "Von 2010 bis 2018 sank die Armutsquote von Jahr zu Jahr, ohne eine einzige Ausnahme."),
    ("de", "Von 2010 bis 2018 kannte die Armutsquote nur eine Richtung: abwärts."),
    ("de", "Zwischen 2010 und 2018 ging es mit der Armutsquote nur in eine Richtung, und zwar nach unten."),
    ("mk", "Од 2010 до 2018 година стапката на сиромаштија се намалуваше од година во година, без исклучок."),
    ("mk", "Стапката на сиромаштија опаѓаше секоја поединечна година од 2010 до 2018."),
    ("mk", "Од 2010 до 2018 стапката на сиромаштија одеше само во една насока: надолу."),
]
SHORT = [
    ("en", "The poverty rate fell almost every year from 2010 to 2018."),
    ("en", "The poverty rate fell every year but one from 2010 to 2018."),
    ("en", "The poverty rate fell every second year from 2010 to 2018."),
    ("en", "Every year from 2010 to 2018 the poverty rate fell, with two exceptions."),
    ("en", "The poverty rate fell every year from 2010 to 2018 except in 2014."),
    ("en", "The poverty rate could go only one way: down, from 2010 to 2018."),
    ("de", "Die Armutsquote sank von 2010 bis 2018 fast jedes Jahr."),
    ("de", "Die Armutsquote sank von 2010 bis 2018 nicht jedes Jahr."),
    ("de", "Die Armutsquote sank von 2010 bis 2018 mit einer Ausnahme jedes Jahr."),
    ("de", "Von 2010 bis 2018 kannte die Armutsquote nicht nur eine Richtung: abwärts."),
    ("de", "Falls die Armutsquote von 2010 bis 2018 in jedem Jahr gesunken ist, freut mich das."),
    ("mk", "Стапката на сиромаштија опаѓаше речиси секоја година од 2010 до 2018."),
    ("mk", "Стапката на сиромаштија опаѓаше секоја година од 2010 до 2018, со еден исклучок."),
    ("mk", "Стапката на сиромаштија опаѓаше секоја втора година од 2010 до 2018."),
]


def heard(make, language, speech, figures):
    series = make.series("%", title="Poverty rate")
    claims = read_text(speech, said=SAID, place="SRB", document="d", language=language).claims
    return [found for claim in claims for found in check(claim, series, make.table({"SRB": figures}), today=SAID)]


@pytest.mark.parametrize(("language", "speech"), EACH)
def test_each_step_must_go_the_only_way(make, language, speech):
    assert outcome(heard(make, language, speech, DOWN))[0] == "supported"
    assert outcome(heard(make, language, speech, BENT))[0] == "contradicted"


@pytest.mark.parametrize(("language", "speech"), SHORT)
def test_what_falls_short_of_each_step_stays_open(make, language, speech):
    assert outcome(heard(make, language, speech, DOWN))[0] == "undecided"


def test_steps_within_rounding_that_add_up_go_the_other_way(make):
    """The poverty rate rose every year between 2010 and 2014."""
    speech = test_steps_within_rounding_that_add_up_go_the_other_way.__doc__
    falling = {"2010": "2.9", "2011": "2.8", "2012": "2.8", "2013": "2.7", "2014": "2.6"}
    level = {"2010": "2.9", "2011": "2.9", "2012": "2.8", "2013": "2.8", "2014": "2.9"}
    for figures, how in ((falling, Agreement.OPPOSITE), (level, Agreement.NEAR)):
        (found,) = heard(make, "en", speech, figures)
        assert found.agreement is how
