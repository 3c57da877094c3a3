"""Errors in a newsroom's templates."""

from __future__ import annotations

from workbench.core.errors import UsageError, printable


class TemplateFaultError(UsageError):
    """A template of the newsroom is faulty; the message has its name, the line if known, and the error."""

    def __init__(self, name: str, line: int | None, why: str) -> None:
        where = f"{printable(name)}, line {line}" if line else printable(name)
        super().__init__(
            f"The template {where}, cannot be used: {printable(why)}.", "Mend it, or leave --templates out."
        )
