-- Who has a claim, and until when one is deferred, for PostgreSQL. A blank line ends a statement.

CREATE INDEX ix_claims_holder ON claims (holder) WHERE holder IS NOT NULL

CREATE INDEX ix_claims_deferred ON claims (until) WHERE deferred

-- Whoever may write what a claim repeats of its reviews (db grants) may write these too.
DO $$ BEGIN
IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'workbench_reviewer') THEN
IF has_column_privilege('workbench_reviewer', 'claims', 'tags', 'UPDATE') THEN
GRANT UPDATE (until, holder) ON claims TO workbench_reviewer, workbench_editor;
END IF;
END IF;
END $$
