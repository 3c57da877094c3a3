"""What may be wrong with a newsroom's templates."""

from __future__ import annotations

from workbench.core.errors import UsageError, printable


class TemplateFaultError(UsageError):
    """A template of the newsroom cannot be used: its name, its line where one is known, and what is wrong with it."""

    def __init__(self, name: str, line: int | None, why: str) -> None:
        where = f"{printable(name)}, line {line}" if line else printable(name)
        super().__init__(
            f"The template {where}, cannot be used: {printable(why)}.", "Mend it, or leave --templates out."
        )
