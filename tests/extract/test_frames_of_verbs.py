"""What a sum, a share or a count measures by its verb and by the words right behind it, before any subject."""

from itertools import product

import pytest

from workbench.extract import read_text


def _measure(said, language="en"):
    return read_text(said, language=language).claims[-1].measure


SUMS = ("3 billion dollars", "nearly 400 million euros")
THINGS = ("yearly loans", "cash", "unpaid fees")


@pytest.mark.parametrize(("asks", "sum_", "thing"), product(("asked the bank for", "brought us", "kept"), SUMS, THINGS))
def test_a_sum_in_something_is_of_that_thing(asks, sum_, thing):
    """The ministry asked the bank for 3 billion dollars in yearly loans."""
    assert _measure(f"The ministry {asks} {sum_} in {thing}.") == thing


@pytest.mark.parametrize("where", ["in total", "in the Far North", "in our bank", "in court", "in dollars"])
def test_where_a_sum_lies_is_not_what_it_consists_of(where):
    """The fines reached 3 million euros in court."""
    assert _measure(f"The fines reached 3 million euros {where}.") == "fines"
    assert where.split()[-1] not in _measure(f"The club kept 3 million euros {where}.")


@pytest.mark.parametrize("move", ["increase", "cut", "rise"])
def test_a_move_is_no_content_of_a_sum(move):
    """There was a 5 million dollar increase in fees."""
    assert _measure(f"There was a 5 million dollar {move} in fees.") == "fees"


@pytest.mark.parametrize(("adds", "sum_", "thing"), product(("adds", "added", "would add"), SUMS, ("deficit", "bill")))
def test_what_a_sum_is_added_to_is_measured(adds, sum_, thing):
    """The plan would add 5 billion euros to the deficit."""
    assert _measure(f"The plan {adds} {sum_} to the {thing} of the hospitals.") == f"{thing} of hospitals"


OWED = [
    ("en", "We owe {} 12 billion euros.", ("foreign lenders", "the banks", "them"), "debt"),
    ("de", "Wir schulden {} 12 Milliarden Euro.", ("den Banken", "den Ländern", "ihnen"), "Schulden"),
]


@pytest.mark.parametrize(
    ("language", "said", "whom", "measure"),
    [(language, said, one, measure) for language, said, whom, measure in OWED for one in whom],
)
def test_who_is_owed_a_sum_is_not_measured(language, said, whom, measure):
    """We owe foreign lenders 12 billion euros; wir schulden den Banken 12 Milliarden Euro."""
    assert _measure(said.format(whom), language) == measure


BEHIND = [
    ("en", "The airline received 9 million euros {}.", ("compensation", "state aid")),
    ("en", "Our farmers now face 45 percent {}.", ("absenteeism in the sheds", "waste")),
    ("de", "Die Stadt hat 5 Milliarden Euro {}.", ("Schulden", "Rücklagen")),
    ("de", "Der Verein bekommt 300.000 Euro an {}.", ("Spenden", "Zuschüssen")),
    ("de", "Das Dorf hat heute 40 Prozent {}.", ("Leerstand", "Ökostrom")),
]


@pytest.mark.parametrize(
    ("language", "said", "thing"), [(one, said, each) for one, said, all_ in BEHIND for each in all_]
)
def test_the_noun_right_behind_a_figure_is_measured(language, said, thing):
    """The airline received 9 million euros compensation; die Stadt hat 5 Milliarden Euro Schulden."""
    assert _measure(said.format(thing), language) == thing.replace("the ", "")


@pytest.mark.parametrize(
    "said", ["Wages stood at 3,000 dollars adjusted for prices.", "Wages reached 300 dollars weekly."]
)
def test_how_a_figure_was_reached_is_not_measured(said):
    """Wages stood at 3,000 dollars adjusted for prices."""
    assert _measure(said).startswith(("Wages", "average"))


@pytest.mark.parametrize(("sees", "goes"), product(("see", "watch", "suddenly see"), ("rise 20", "go up 39")))
def test_what_somebody_sees_move_is_measured(sees, goes):
    """There are people who suddenly see their bills go up 39 percent."""
    assert _measure(f"There are people who {sees} their bills {goes} percent.") == "bills"


DONE = [
    ("The gang destroyed 33,000 letters.", "letters destroyed"),
    ("We saved one million lives.", "lives saved"),
    ("Deporting 5 million people is absurd.", "people Deporting"),
    ("The idea of deporting 5 million people is absurd.", "people deporting"),
    ("More than 25 other clubs, including our own, have promised to take part.", "clubs promised to take part"),
    ("About 300 clubs have gone.", "clubs"),
    ("Some 300 families have gotten food to live through winter.", "families gotten food"),
]


@pytest.mark.parametrize(("said", "measure"), DONE)
def test_what_things_do_and_what_is_done_with_them_is_measured(said, measure):
    """The gang destroyed 33,000 letters; 25 other clubs, including our own, have promised to take part."""
    assert read_text(said).claims[0].measure == measure


@pytest.mark.parametrize(
    ("verb", "thing"), product(("stopped", "uncovered"), ("attempts at fraud", "breaches of contract"))
)
def test_a_noun_that_tells_a_deed_needs_no_other(verb, thing):
    """They stopped 90 attempts at fraud."""
    assert _measure(f"They {verb} 90 {thing}.") == thing


@pytest.mark.parametrize("verb", ["committed", "investigated", "solved"])
def test_a_thing_with_an_official_name_keeps_it_whatever_is_done_with_it(verb):
    """The gang committed 672 murders."""
    assert _measure(f"The gang {verb} 672 murders.") == "homicides"


LED = ("schools", "firms", "homes", "patients")


@pytest.mark.parametrize(("tie", "thing"), product(("covering", "involving", "affecting", "employing"), LED))
def test_a_participle_behind_a_noun_is_nobodys_deed(tie, thing):
    """The programmes covering 4,000 schools cost too much; the strikes, involving 40 firms, go on."""
    for said in ("They opened programmes {} 4,000 {}.", "The strikes, {} 40 {}, go on."):
        assert tie not in _measure(said.format(tie, thing)), said


@pytest.mark.parametrize(("deed", "thing"), product(("closing", "merging"), LED))
def test_a_gerund_is_what_is_done(deed, thing):
    """They spoke of closing 40 schools."""
    assert _measure(f"They spoke of {deed} 40 {thing}.") == f"{thing} {deed}"


ACTING = [
    ("en", "Unemployment fell last year. {} 40 percent.", ("Our hospitals took", "The mayor won", "The party got")),
    ("en", "Wages rose by 3 percent. {} 3 billion euros.", ("This programme costs", "The party got")),
    ("de", "Die Arbeitslosigkeit sank. {} 40 Prozent.", ("Die Partei bekam", "Die Bauern verloren")),
]
GOING_BACK = [
    (
        "en",
        "Unemployment fell last year. {} 5 percent.",
        ("It is", "Spain had", "The rate reached", "Experts had predicted"),
    ),
    ("de", "Die Arbeitslosigkeit sank. {} 5 Prozent.", ("Sie liegt bei", "Die Quote erreichte")),
]


def _cases(table):
    return [(language, said.format(one)) for language, said, ways in table for one in ways]


@pytest.mark.parametrize(("language", "said"), _cases(ACTING))
def test_where_somebody_does_something_no_earlier_sentence_is_measured(language, said):
    """Unemployment fell last year. The mayor won 40 percent."""
    first, last = (claim.measure for claim in read_text(said, language=language).claims)
    assert last
    assert last != first


@pytest.mark.parametrize(("language", "said"), _cases(GOING_BACK))
def test_what_stands_for_something_is_found_before(language, said):
    """Unemployment fell last year. It is 5 percent."""
    first, last = (claim.measure for claim in read_text(said, language=language).claims)
    assert last == first
