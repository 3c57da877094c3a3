-- The guards of the amendments, for PostgreSQL; what they are for stands in v0007_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER amendments_update BEFORE UPDATE OR DELETE ON amendments
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('amendments are only ever added to')

CREATE TRIGGER amendments_truncate BEFORE TRUNCATE ON amendments
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('amendments are only ever added to')
