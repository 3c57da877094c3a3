"""A site of published checks: a page a claim, lists and feeds, corrections, and the archived bodies with a page that verifies them.

Plain files that any web server serves; nothing runs on a server, and nothing is fetched from elsewhere. What stands in it is what
`desk.redaction` lets out in a format for readers: published, corrected and withdrawn verdicts.
"""

from workbench.site.building import Site, site_files, site_made_of
from workbench.site.environment import TemplateFaultError
from workbench.site.settings import SiteSettings
from workbench.site.writing import NotOurFolderError, WrittenSite, site_before, write_site

__all__ = [
    "NotOurFolderError",
    "Site",
    "SiteSettings",
    "TemplateFaultError",
    "WrittenSite",
    "site_before",
    "site_files",
    "site_made_of",
    "write_site",
]
