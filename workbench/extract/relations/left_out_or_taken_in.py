"""What a sentence takes out of what it counts, or into it: "not counting the midwives", "apprentices included"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import LEFT_OUT, Mention, Qualifier, Sort
from workbench.core.document import Span


def left_out_or_taken_in(
    said: Sequence[re.Match[str]], places: Sequence[Mention[str]], rule: str = LEFT_OUT
) -> Iterator[Mention[Qualifier]]:
    """Yield what each phrase of a sentence takes out or in, except places, which are left to comparisons.

    >>> text = "Without midwives there were eight."
    >>> found = [re.search("Without (?P<what>midwives)", text)]
    >>> [(each.value.what, each.rule) for each in left_out_or_taken_in(found, [])]
    [('midwives', 'left-out')]

    Args:
        said: The phrases, each with a group that begins with "what".
        places: The places of the sentence.
        rule: Whether they take it out, or in.
    """
    for found in said:
        span = _what(found)
        if not any(place.span.overlaps(span) for place in places):
            yield Mention(span, Qualifier(sort=Sort.AMONG, what=span.cut(found.string).strip()), rule)


def words_around(said: Sequence[re.Match[str]]) -> list[Span]:
    """Find the words of phrases before and behind what they take out or in: "leaving out | midwives".

    >>> text = "leaving out midwives"
    >>> [span.cut(text) for span in words_around([re.search("leaving out (?P<what>.*)", text)])]
    ['leaving out ']
    """
    ends = [(found.start(), _what(found), found.end()) for found in said]
    parts = [at for start, what, end in ends for at in ((start, what.start), (what.end, end))]
    return [Span(*at) for at in parts if at[0] < at[1]]


def _what(found: re.Match[str]) -> Span:
    return Span(*next(found.span(name) for name in found.re.groupindex if name.startswith("what") and found[name]))
