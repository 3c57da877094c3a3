"""The searchable index of series titles of all sources.

Services list tens of thousands of series, and most have no search, especially none over all services or offline. One
file next to the database has all the lists; a fresh install finds the headline series of the starter list. The file is
a cache: if it is damaged or from another version, it is built again.
"""

from workbench.catalogue.index import Index
from workbench.catalogue.starter import starter

__all__ = ["Index", "starter"]
