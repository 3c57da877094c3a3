"""Forms of address between commas: "Mr Speaker, exports rose", "In 2020, ladies and gentlemen, it was 4 percent".

The people addressed are neither counted nor measured.
"""

from __future__ import annotations

from workbench.core.document import Span
from workbench.core.place import country_of_city, country_of_part, find_place
from workbench.extract.words.word_patterns import prefiltered


def find_addressed(words: str, language: str) -> tuple[Span, ...]:
    """Find the forms of address in a sentence, in order.

    >>> said = "Mr. Chairman, members of the committee, exports rose."
    >>> [span.cut(said) for span in find_addressed(said, "en")]
    ['Mr. Chairman', 'members of the committee']
    >>> said = "In 2015, Comrade Secretary, the tax took 5 percent. In 2015, Oslo, the tax took 5 percent."
    >>> [span.cut(said) for span in find_addressed(said, "en")]
    ['Comrade Secretary']
    >>> find_addressed("Members, guests and 300 neighbours came.", "en")
    ()
    """
    pattern = prefiltered("statements", "addressed", language)
    found = pattern.finditer(words) if pattern is not None else ()
    return tuple(Span(*each.span()) for each in found if not _is_place(each.groupdict().get("called")))


def _is_place(name: str | None) -> bool:
    """Check whether a name between commas is that of a place, which a figure may be of: "In 2015, Oslo, the taxes took 5 percent"."""
    return name is not None and any(known(name) is not None for known in (find_place, country_of_city, country_of_part))


def without_addressed(words: str, addressed: tuple[Span, ...]) -> str:
    """Replace the forms of address in a sentence by blanks.

    >>> said = "In 2013, ladies and gentlemen, it rose."
    >>> without_addressed(said, find_addressed(said, "en")).split()
    ['In', '2013,', ',', 'it', 'rose.']
    """
    for span in addressed:
        words = f"{words[: span.start]}{' ' * len(span)}{words[span.end :]}"
    return words


def behind_addressed(words: str, addressed: tuple[Span, ...]) -> int:
    """Find where the sentence goes on behind the forms of address at its start; 0 where it has none there.

    >>> said = "Good evening, friends, exports rose."
    >>> said[behind_addressed(said, find_addressed(said, "en")) :]
    'exports rose.'
    """
    begins = 0
    for span in addressed:
        if span.start > begins:
            break
        begins = span.end
        while begins < len(words) and words[begins] in ", ":
            begins += 1
    return begins
