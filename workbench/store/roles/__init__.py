"""What `db grants` creates on a server besides rights: logins' reviewer names, and views for blind projects."""

VIEWS = "workbench_seen"
"""Schema of the views of a blind project, which comes before the tables on the search path of some logins."""
