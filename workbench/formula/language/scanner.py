"""A place in a text that moves on: the lexer of formulas, asked by the parser for what may stand next.

Tokens depend on where they stand (``2021-09`` is a period between brackets and a difference outside), so the parser names the
pattern that it wants. No pattern can take more than linear time.
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
        """Return whether all was read."""
        return self.at >= len(self.text)

    def peek(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the text at the cursor that matches a pattern; None where it does not."""
        return pattern.match(self.text, self.at)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the same, read past with the space after it."""
        found = self.peek(pattern)
        if found is not None:
            self.at = found.end()
            self._skip()
        return found

    def sign(self, sign: str) -> bool:
        """Return whether a sign stands next; it is read past."""
        if not self.text.startswith(sign, self.at):
            return False
        self.at += len(sign)
        self._skip()
        return True

    def expect(self, sign: str, after: str) -> None:
        """Read past a sign that must stand next.

        Raises:
            UnreadableFormulaError: Something else does.
        """
        if not self.sign(sign):
            raise self.wrong(f"“{sign}” is missing after {after}", f"Write {sign} there.")

    def wrong(self, message: str, hint: str) -> UnreadableFormulaError:
        """Return the error that something does not belong where the text has been read to."""
        rest = self.text[self.at :].split(maxsplit=1)
        what = printable(rest[0], _SHOWN) if rest else ""
        where = f"{message}, before “{what}”." if what else f"{message}: the formula ends there."
        return UnreadableFormulaError(where, hint, At(self.at, self.at + max(1, min(len(what), _SHOWN))))

    def since(self, start: int) -> At:
        """From a place to where the text has been read to, without the space before that."""
        return At(start, start + len(self.text[start : self.at].rstrip()))

    def _skip(self) -> None:
        self.at = (_SPACE.match(self.text, self.at) or re.match("", self.text)).end()  # type: ignore[union-attr]  # both match always
