-- The guards of the published pages, for PostgreSQL; what they are for stands in v0010_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER published_pages_update BEFORE UPDATE OR DELETE ON published_pages
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('published pages are only ever added to')

CREATE TRIGGER published_pages_truncate BEFORE TRUNCATE ON published_pages
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('published pages are only ever added to')
