"""A site of published checks: a page a claim, lists and feeds, corrections, and the archived bodies with a page that verifies them.

Plain files that any web server serves; nothing runs on a server, and nothing is fetched from elsewhere. What stands in it is what
`desk.redaction` lets out in a format for readers: published, corrected and withdrawn verdicts.
"""

from workbench.site.building import Site, site_files
from workbench.site.faults import TemplateFaultError
from workbench.site.manifest import site_before
from workbench.site.reuse import Notes
from workbench.site.settings import SiteSettings
from workbench.site.writing import NotOurFolderError, WrittenSite, write_site

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
