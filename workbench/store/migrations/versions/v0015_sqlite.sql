-- The list of claims of which each is the first with its words. The last column is always NULL in it; without it, SQLite would read each
-- row to see that. A blank line ends a statement.

CREATE INDEX ix_claims_first ON claims (worth DESC, id, stage, repeats) WHERE repeats IS NULL
