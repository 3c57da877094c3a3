-- The guards of the formulas, for PostgreSQL; what they are for stands in v0003_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER formulas_update BEFORE UPDATE OR DELETE ON formulas
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('formulas are only ever added to')

CREATE TRIGGER formulas_truncate BEFORE TRUNCATE ON formulas
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('formulas are only ever added to')
