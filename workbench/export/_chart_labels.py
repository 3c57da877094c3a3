"""Place the labels of a chart so that they cover no line, no point and no other label.

A label is placed next to its point if that is free, else at the nearest free place; if the picture is full of lines, it
gets a row of its own above. Sizes are those of the largest letters, on a narrow screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise, product

LETTER = 13.3
"""How wide a letter is at most: seven tenths of the 19 that letters measure on a narrow screen, as bold figures of a wide face are."""

_WORD, _FIGURE = (15, 5), (14, 1)
"""How far the letters of a word and the digits of a figure reach above their line, and below it."""

ROW = 22
"""How high a row above the picture is."""

_POINT, _SIGN, _STEP, _FAR = 4, 6, 16, 128
"""Half the room of a point and of the claimed sign.

The steps in which places are tried, and how far from the preferred one.
"""

_WAYS = sorted(product(range(-_FAR, _FAR + 1, _STEP), repeat=2), key=lambda way: way[0] ** 2 + way[1] ** 2)
"""How far to go from a preferred place, the nearest first."""

Box = tuple[float, float, float, float]
"""Left, right, top and foot."""

Point = tuple[float, float]


_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""What part of a label stands before its anchor."""


@lru_cache(maxsize=256)
def _size(words: str) -> tuple[float, int, int]:
    """Return how wide a label is, and how far it reaches above its line and below."""
    return (len(words) * LETTER, *(_WORD if any(c.isalpha() for c in words) else _FIGURE))


@dataclass(frozen=True, slots=True)
class Spot:
    """The anchor of a label: which end (``start``, ``middle``, ``end``), and at which point."""

    anchor: str
    x: float
    y: float

    def box(self, words: str) -> Box:
        """Return the box of a label there."""
        wide, above, below = _size(words)
        left = self.x - wide * _BEFORE[self.anchor]
        return (left, left + wide, self.y - above, self.y + below)


@dataclass(slots=True)
class Room:
    """The area of a picture, in which labels are placed one after another.

    Attributes:
        bounds: Within which words stand; their line may be higher than the picture by nine.
        head: The words above the picture, which move up where rows are in use.
        lines: What no word may lie on: the strokes of lines, each with its left end first.
        taken: Boxes in which something stands.
        rows: How many rows above the picture are in use.
    """

    bounds: Box
    head: Box
    lines: list[tuple[Point, Point]] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    rows: int = 0

    def draw(self, points: Sequence[Point], signs: Iterable[Point] = ()) -> None:
        """Take the room of a line with its points, and of larger signs."""
        self.lines += pairwise(points)
        self.taken += [_around(point, _POINT) for point in points]
        self.taken += [_around(sign, _SIGN) for sign in signs]

    def place(self, words: str, preferred: Iterable[Spot]) -> Spot:
        """Find a place: the first free one of some, else the nearest free one, else one in a row above the picture."""
        others = iter(preferred)
        first = next(others)
        places = chain((first,), others, self._near(words, first))
        spot = next((each for each in places if self._is_free(each, words)), None)
        spot = spot or self._above(words, first)
        self.taken.append(spot.box(words))
        return spot

    def _near(self, words: str, to: Spot) -> Iterator[Spot]:
        """Yield places around one, the nearest first, kept within the picture on its sides."""
        left, right, _, _ = self.bounds
        start = to.box(words)[0]
        last = max(left, right - len(words) * LETTER)
        for x, y in _WAYS:
            yield Spot("start", round(min(max(start + x, left), last), 1), round(to.y + y, 1))

    def _is_free(self, spot: Spot, words: str) -> bool:
        box = spot.box(words)
        left, right, top, foot = self.bounds
        if not (left <= box[0] and box[1] <= right and top - 9 <= spot.y and box[3] <= foot):
            return False
        if covers(box, self.head) or any(covers(box, each) for each in self.taken):
            return False
        return not any(crosses(box, one, other) for one, other in self.lines if one[0] <= box[1] and box[0] <= other[0])

    def _above(self, words: str, to: Spot) -> Spot:
        """Find the nearest place in the lowest row above the picture that has room."""
        wide, edge = len(words) * LETTER, self.bounds[1]
        start = min(max(to.box(words)[0], 0), max(0.0, edge - wide))
        for row in range(len(self.taken) + 1):
            y = self.bounds[2] - 12 - row * ROW
            steps = sorted(range(-int(start), int(max(0.0, edge - wide - start)) + 1, _STEP), key=abs)
            for step in steps:
                spot = Spot("start", round(start + step, 1), y)
                if not any(covers(spot.box(words), each) for each in self.taken):
                    self.rows = max(self.rows, row + 1)
                    return spot
        raise AssertionError("a row of its own is free")


def _around(point: Point, half: float) -> Box:
    return (point[0] - half, point[0] + half, point[1] - half, point[1] + half)


def covers(one: Box, other: Box) -> bool:
    """Check whether two boxes overlap.

    >>> covers((0, 10, 0, 10), (9, 20, 9, 20)), covers((0, 10, 0, 10), (10, 20, 0, 10))
    (True, False)
    """
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def crosses(box: Box, one: Point, other: Point) -> bool:
    """Check whether the line between two points crosses a box.

    >>> crosses((0, 10, 0, 10), (-5, 5), (15, 5)), crosses((0, 10, 0, 10), (5, 20), (5, 5)), crosses((0, 10, 0, 10), (-5, 0), (0, 20))
    (True, True, False)
    """
    (x1, y1), (x2, y2) = sorted((one, other))
    begin, end = max(x1, box[0]), min(x2, box[1])
    if begin > end:
        return False
    slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
    ends = (y1 + (begin - x1) * slope, y1 + (end - x1) * slope) if x2 > x1 else (y1, y2)
    return min(ends) <= box[3] and max(ends) >= box[2]
