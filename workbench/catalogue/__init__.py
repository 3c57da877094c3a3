"""The searchable index of series titles over all sources.

Services list tens of thousands of series and mostly cannot be searched, least of all together or
offline. One file beside the database holds all the lists; a fresh install finds the headline series of the starter list.
The file is a cache: damaged or made by another version, it is built again.
"""

from workbench.catalogue.index import Index
from workbench.catalogue.starter import starter

__all__ = ["Index", "starter"]
