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
        at = next(found.span(name) for name in found.re.groupindex if name.startswith("what") and found[name])
        span = Span(*at)
        if not any(place.span.overlaps(span) for place in places):
            yield Mention(span, Qualifier(sort=Sort.AMONG, what=span.cut(found.string).strip()), rule)
