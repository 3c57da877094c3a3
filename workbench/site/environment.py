"""Templates of the site: the newsroom's own come first, ours stand in where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    TemplateError,
    TemplateSyntaxError,
)

from workbench.export import html
from workbench.site.faults import TemplateFaultError

_OURS = (PackageLoader("workbench.site", "templates"), html.TEMPLATES)


@cache
def environment(templates: Path | None) -> Environment:
    """The environment that renders pages, made once for each folder of templates. Every foreign word is escaped."""
    own = [] if templates is None else [FileSystemLoader(templates)]
    return html.environment(ChoiceLoader([*own, *_OURS]))


def rendered(made: Environment, name: str, values: Mapping[str, Any]) -> bytes:
    """A page as bytes. Raises TemplateFaultError."""
    try:
        return made.get_template(name).render(**values).encode("utf-8", "xmlcharrefreplace")
    except TemplateSyntaxError as error:
        raise TemplateFaultError(error.name or name, error.lineno, error.message or "") from error
    except TemplateError as error:
        raise TemplateFaultError(*_place_of(error, name), error.message or type(error).__name__) from error
    except Exception as error:
        if not _has_own(made):
            raise
        raise TemplateFaultError(*_place_of(error, name), f"{type(error).__name__}: {error}") from error


def _has_own(made: Environment) -> bool:
    """Whether the newsroom's own templates are among those that it renders: a fault may be theirs."""
    return isinstance(made.loader, ChoiceLoader) and len(made.loader.loaders) > len(_OURS)


def _place_of(error: Exception, name: str) -> tuple[str, int | None]:
    """The template and its line in which rendering failed, read from the traceback: the innermost one."""
    step = error.__traceback__
    found: tuple[str, int | None] = (name, None)
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith((".html", ".css", ".js", ".xml")):
            found = (Path(file).name, step.tb_lineno)
        step = step.tb_next
    return found
