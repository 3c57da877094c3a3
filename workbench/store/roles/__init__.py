"""What `db grants` sets up on a PostgreSQL server besides plain rights: whose name a login writes under, and what a blind project withholds."""

VIEWS = "workbench_seen"
"""The schema of a server whose views stand before the tables on the search path of a login that does not see everything."""
