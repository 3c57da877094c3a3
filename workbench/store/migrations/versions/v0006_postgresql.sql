-- The guards of the corrections, for PostgreSQL; what they are for stands in v0006_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER corrections_update BEFORE UPDATE OR DELETE ON corrections
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('corrections are only ever added to')

CREATE TRIGGER corrections_truncate BEFORE TRUNCATE ON corrections
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('corrections are only ever added to')
