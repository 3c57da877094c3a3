"""Time grows with the text and not with its square, whatever is repeated in it."""

from __future__ import annotations

import math
import sys
import time
from datetime import date
from types import FrameType

import pytest

from workbench.cli.answers import check_of
from workbench.desk.batch.record import Record
from workbench.extract import read_text

SAID = date(2022, 1, 5)

# what is repeated, each without an end of its own
SIGNS = {name: name for name in "\"“”„«»'‘’`()[]{}<>%‰$€£§#@&*+=/\\|~^_-–—.,:;!?…•·½²°"}
SPACED = {f"{name} ": f"{name} " for name in SIGNS}
GLUED = {f"5{name}": f"5{name}" for name in SIGNS}
FIGURES = {
    name: name
    for name in (
        "1", "9", "5 ", "5m ", "5m", "5x", "5k ", "1.5 ", "1,234 ", "1,234, ", "10.455 ", "1 234 ", "1\u00a0234 ", "1/2 ", "3-4 ",
        "3–4 ", "5 and ", "5 or ", "5 to ", "from 5 to 6 ", "by 5 to ", "up to 5 ", "5 percent ", "5 percent, ", "5% ", "$5 ",
        "5 million ", "R2.7bn ", "A5.5", "2020 ", "2020, ", "2019/20 ", "1.2.2021 ", "10:30 ", "§ 5 ", "Article 5, ", "5 km ", "5 m ",
        "5, ", "5; ", "(5) ", "5th ", "-5 ", "1e5 ", "10^6 ", "192.168.1.1 ",
    )
}  # fmt: skip
WORDS = {
    name: name
    for name in (
        "a", "A", "é", "aA", "a ", "a'", "a-", "the ", "and ", "of ", "per ", "to ", "up ", "up to ", "from ", "by ", "fell ",
        "rose by 5 percent, ", "rose by 5 percent and ", "more than ", "hundred ", "million ", "twenty-", "half ", "a third of ",
        "additional ", "new ", "times ", "John Smith ", "John Smith said ", "Mr. ", "U.S. ", "France, ", "France and Spain, ", "in May 2020 ",
        "May ", "last year ", "since 2015 ", "the same period ", "third quarter of ", "said ", 'He said "it rose". ', '"It rose," she said. ',
        "A: it rose\n", "• 5 jobs\n", "1. a\n", "http://a.b ", "a@b.c ", "Prozent ", "Er sagte: „Ja.“ ", "um 5 auf 6 ", "до 5 ", "od 5 do ",
    )
}  # fmt: skip
SPACES = {
    repr(name): name
    for name in (" ", "\t", "\n", "\n\n", "a\n", "a\n\n", "\u00a0", "\u200b", "\ufeff", "\r\n", "\x0b", "\u2028")
}
PATTERNS = {**SIGNS, **SPACED, **GLUED, **FIGURES, **WORDS, **SPACES}
LANGUAGES = ("en", "de", "mk", "fr")


def _repeated(pattern: str, size: int) -> str:
    return (pattern * (size // len(pattern) + 1))[:size]


def _calls(text: str, language: str) -> int:
    """How many calls of the workbench's own functions it takes to read a text: the same on every machine."""
    count = 0

    def tell(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and "workbench" in frame.f_code.co_filename

    sys.setprofile(tell)
    try:
        read_text(text, said=SAID, language=language)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("pattern", ["5m ", "5 percent, ", "10.455 ", "„", "additional ", "5 and "])
def test_a_text_takes_calls_by_its_length(pattern, language):
    """Counted, not timed: at most some calls a character, and for twice the text twice as many."""
    read_text(_repeated(pattern, 500), said=SAID, language=language)
    short, long = (_calls(_repeated(pattern, size), language) for size in (1_500, 3_000))
    assert long <= 150 * 3_000
    assert long <= 2.4 * short


@pytest.mark.parametrize("sign", ["•", "·", "*\n", "— — —\n\n", "!\n"])
def test_signs_alone_are_no_sentences_to_read(sign):
    """A thousand bullets cost next to nothing, and nothing is made of them."""
    text = _repeated(sign, 3_000)
    assert _calls(text, "en") <= 20 * 3_000
    reading = read_text(text, said=SAID)
    assert (reading.claims, reading.amounts, reading.worth) == ((), (), 0.0)


# --- measured in CPU time ---------------------------------------------------------------------------------


def _cpu(text: str, language: str) -> float:
    start = time.process_time()
    read_text(text, said=SAID, language=language)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_with_the_text(name, language):
    """At 25, 50 and 100 kB the power of growth is at most 1.2; what takes less than a fifth of a second is not measured."""
    small, large = 25_000, 100_000
    times = [_cpu(_repeated(PATTERNS[name], size), language) for size in (small, large)]
    if times[1] > 0.2:
        assert math.log(times[1] / max(times[0], 0.01)) / math.log(large / small) <= 1.2


@pytest.mark.slow
@pytest.mark.parametrize(
    "said", ["Exports rose by 5 percent to 99,000 tonnes. ", "5 percent. ", "rose by 5 percent, ", "10.455 crossings. "]
)
def test_a_check_of_many_figures_grows_with_their_number(said):
    """The claim's own arithmetic looks at its sentence and the one before, not at the whole document."""
    times = []
    for size in (25_000, 100_000):
        record = Record(id="1", text=_repeated(said, size), date=SAID, place="MKD", speaker=None, language="en")
        start = time.process_time()
        check_of(record, data=(), settings=None)
        times.append(time.process_time() - start)
    assert math.log(times[1] / times[0]) / math.log(4) <= 1.2
