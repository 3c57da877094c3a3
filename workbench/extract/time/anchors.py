"""Times that other times are counted from: "since last Monday", "two years after 2010", "until the end of March".

Any name of a time may be the start or end of another, so this module tries all of them.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.extract.time.beginning_middle_end import edge_of, unit_end
from workbench.extract.time.dates import calendar_at
from workbench.extract.time.day_before_yesterday import next_but_one
from workbench.extract.time.decades import century, named_decade, turn_of_century
from workbench.extract.time.holidays import holiday
from workbench.extract.time.parts_of_year import named_year, ordinal_part, season
from workbench.extract.time.relative_to_speech import earlier, relative, today
from workbench.extract.time.weekdays import weekday
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import TimePhrase

_RULES: tuple[Callable[[Tokens, int], TimePhrase | None], ...] = (
    edge_of,
    next_but_one,
    holiday,
    calendar_at,
    ordinal_part,
    century,
    named_decade,
    turn_of_century,
    named_year,
    relative,
    season,
    weekday,
    today,
    unit_end,
    earlier,
)


def anchor_at(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read the time named at a token in any way, past "the".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(anchor_at(lex(t), 0).resolve(TimeContext())[0]) for t in ("2010", "the end of March 2019", "the 1990s")]
    ['2010', 'Mar 2019', '1990–1999']
    """
    j = i + (word_at(tokens, i) == "the")
    return next((phrase for rule in _RULES if (phrase := rule(tokens, j)) is not None), None)
