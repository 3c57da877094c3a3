-- The list of claims of which each is the first with its words. A blank line ends a statement.

CREATE INDEX ix_claims_first ON claims (worth DESC, id, stage, repeats) WHERE repeats IS NULL
