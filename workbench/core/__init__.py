"""The nouns of the workbench, exact numbers and periods.

Every other room speaks in these values. They are frozen, know no file, no database, no network
and no clock, and are checked when they are made, so that a function that receives one need not doubt it.
Only the standard library is imported here.
"""
