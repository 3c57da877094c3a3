"""The lexer of formulas: a cursor in a text; the parser asks it for the token that may come next.

Tokens depend on their context (``2021-09`` is a period in brackets and a difference outside), so the parser gives the pattern that
it expects. No pattern takes more than linear time.
"""

from __future__ import annotations

import re

from workbench.core.errors import printable
from workbench.formula.language.errors import At, UnreadableFormulaError

_SPACE = re.compile(r"\s*")
_SHOWN = 20


class Scanner:
    """The text of a formula and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._skip()

    def done(self) -> bool:
        """Check whether the whole text has been read."""
        return self.at >= len(self.text)

    def peek(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern at the cursor; None where it does not match."""
        return pattern.match(self.text, self.at)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern at the cursor and move past it and the space after it."""
        found = self.peek(pattern)
        if found is not None:
            self.at = found.end()
            self._skip()
        return found

    def sign(self, sign: str) -> bool:
        """Check whether a sign comes next, and move past it."""
        if not self.text.startswith(sign, self.at):
            return False
        self.at += len(sign)
        self._skip()
        return True

    def expect(self, sign: str, after: str) -> None:
        """Move past a sign that must come next.

        Raises:
            UnreadableFormulaError: Something else comes next.
        """
        if not self.sign(sign):
            raise self.wrong(f"“{sign}” is missing after {after}", f"Write {sign} there.")

    def wrong(self, message: str, hint: str) -> UnreadableFormulaError:
        """Make the error for an unexpected token at the cursor."""
        rest = self.text[self.at :].split(maxsplit=1)
        what = printable(rest[0], _SHOWN) if rest else ""
        where = f"{message}, before “{what}”." if what else f"{message}: the formula ends there."
        return UnreadableFormulaError(where, hint, At(self.at, self.at + max(1, min(len(what), _SHOWN))))

    def since(self, start: int) -> At:
        """Make the position from an index to the cursor, without the space before the cursor."""
        return At(start, start + len(self.text[start : self.at].rstrip()))

    def _skip(self) -> None:
        self.at = (_SPACE.match(self.text, self.at) or re.match("", self.text)).end()  # type: ignore[union-attr]  # both match always
