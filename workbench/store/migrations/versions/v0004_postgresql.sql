-- The guards of the journal, for PostgreSQL; what they are for stands in v0004_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER journal_update BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('the journal is only ever added to')

CREATE TRIGGER journal_truncate BEFORE TRUNCATE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('the journal is only ever added to')

CREATE TRIGGER journal_head_update BEFORE UPDATE ON journal_head
FOR EACH ROW WHEN (NEW.entries <= OLD.entries OR NEW.number <> OLD.number)
EXECUTE FUNCTION workbench_refuse('the journal is only ever added to')

CREATE TRIGGER journal_head_delete BEFORE INSERT OR DELETE ON journal_head
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('the journal is only ever added to')

CREATE TRIGGER journal_head_truncate BEFORE TRUNCATE ON journal_head
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('the journal is only ever added to')
