"""Templates of the site: the newsroom's own come first, ours stand in where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    TemplateError,
    TemplateSyntaxError,
)

from workbench.core.errors import UsageError, printable
from workbench.export import html


class TemplateFaultError(UsageError):
    """A template of the newsroom cannot be used: its name, its line where one is known, and what is wrong with it."""

    def __init__(self, name: str, line: int | None, why: str) -> None:
        where = f"{printable(name)}, line {line}" if line else printable(name)
        super().__init__(
            f"The template {where}, cannot be used: {printable(why)}.", "Mend it, or leave --templates out."
        )


def environment(templates: Path | None) -> Environment:
    """The environment that renders pages. Every foreign word is escaped."""
    own: list[BaseLoader] = [] if templates is None else [FileSystemLoader(templates)]
    return html.environment(ChoiceLoader([*own, PackageLoader("workbench.site", "templates"), html.TEMPLATES]))


def rendered(made: Environment, name: str, values: Mapping[str, Any]) -> bytes:
    """A page as bytes. Raises TemplateFaultError."""
    try:
        return made.get_template(name).render(**values).encode("utf-8", "xmlcharrefreplace")
    except TemplateSyntaxError as error:
        raise TemplateFaultError(error.name or name, error.lineno, error.message or "") from error
    except TemplateError as error:
        raise TemplateFaultError(name, _line_of(error, name), error.message or type(error).__name__) from error


def _line_of(error: TemplateError, name: str) -> int | None:
    """The line of the template in which rendering failed, read from the traceback."""
    step, line = error.__traceback__, None
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(name):
            line = step.tb_lineno
        step = step.tb_next
    return line
