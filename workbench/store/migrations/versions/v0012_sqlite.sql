-- Who has a claim, and until when one is deferred, for SQLite. A blank line ends a statement.

CREATE INDEX ix_claims_holder ON claims (holder) WHERE holder IS NOT NULL

CREATE INDEX ix_claims_deferred ON claims (until) WHERE deferred
