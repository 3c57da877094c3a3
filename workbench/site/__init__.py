"""A site of published checks: a page per claim, lists, feeds, corrections, and archived bodies with a page to verify them.

It consists of plain files for any web server; nothing runs on a server, and nothing is loaded from elsewhere. It has
what `desk.redaction` permits in a format for readers: published, corrected and withdrawn verdicts.
"""

from workbench.site.folder_writing import NotOurFolderError, WrittenSite, write_site
from workbench.site.manifest import site_before
from workbench.site.settings import SiteSettings
from workbench.site.site_files import Site, site_files
from workbench.site.template_errors import TemplateFaultError
from workbench.site.unchanged_files import Notes

__all__ = [
    "NotOurFolderError",
    "Notes",
    "Site",
    "SiteSettings",
    "TemplateFaultError",
    "WrittenSite",
    "site_before",
    "site_files",
    "write_site",
]
