-- The guards of the attachments, for PostgreSQL; what they are for stands in v0008_sqlite.sql. A blank line ends a statement.

CREATE TRIGGER attachments_update BEFORE UPDATE OR DELETE ON attachments
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('attachments are only ever added to')

CREATE TRIGGER attachments_truncate BEFORE TRUNCATE ON attachments
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('attachments are only ever added to')
