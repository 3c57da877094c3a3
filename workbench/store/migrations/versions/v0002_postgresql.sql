-- The guards of the memory, for PostgreSQL; what they are for stands in v0002_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER choices_update BEFORE UPDATE OR DELETE ON choices
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('choices are only ever added to')

CREATE TRIGGER choices_truncate BEFORE TRUNCATE ON choices
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('choices are only ever added to')
