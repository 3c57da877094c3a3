"""Pages of no single check: each is rendered only where its input changed since the previous site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.site.list_entries import hashed
from workbench.site.settings import SiteSettings
from workbench.site.template_environment import environment, rendered
from workbench.site.unchanged_files import Notes, PreviousSite, SiteFile, UnchangedFile


class ReusedPages:
    """Renders pages, or reuses those of the previous site.

    Args:
        settings: The site's settings.
        basis: The hash of the input that all these pages share.
        before: The previous site.
        notes: The notes about this site; the hash of the input of each page is added.
    """

    def __init__(self, settings: SiteSettings, basis: str, before: PreviousSite, notes: Notes) -> None:
        self._made = environment(settings.templates)
        self._basis, self._before, self._notes = basis, before, notes

    def page(
        self, path: str, template: str, values: Callable[[], Mapping[str, Any]], made_of: Sequence[str] = ()
    ) -> SiteFile:
        """Return a page, rendered or unchanged.

        Args:
            path: Its path below the site's folder.
            template: The template's name.
            values: Returns the template's values; called only where the page is rendered.
            made_of: Texts that change with the page's own input; if one is empty, that input is unknown, and the page is rendered.

        Raises:
            TemplateFaultError: The template has an error.
        """
        mark = self._notes.groups[path] = hashed([self._basis, path, *made_of]) if all(made_of) else ""
        if mark and self._before.notes.groups.get(path) == mark and path in self._before.files:
            return path, UnchangedFile(self._before.files[path])
        return path, rendered(self._made, template, values())
