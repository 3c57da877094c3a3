-- Indexes of the lists, and the guards of the saved views, for SQLite. A blank line ends a statement.
-- Each index holds what a filter asks, so that a filter is answered without reading the claims themselves.

DROP INDEX ix_claims_list

CREATE INDEX ix_claims_list ON claims (worth DESC, id, stage, kind, place, said, speaker, repeats)

DROP INDEX ix_claims_text

CREATE INDEX ix_claims_text ON claims (document, start, id, stage, repeats)

CREATE INDEX ix_claims_words ON claims (words_hash, number)

CREATE INDEX ix_claims_repeats ON claims (repeats) WHERE repeats IS NOT NULL

CREATE INDEX ix_claims_tags ON claims (tags) WHERE tags IS NOT NULL

CREATE INDEX ix_claims_said ON claims (said DESC, worth DESC, id, stage, repeats)

CREATE INDEX ix_claims_speaker ON claims (speaker, worth DESC, id, stage, repeats)

CREATE INDEX ix_claims_place ON claims (place, worth DESC, id, stage, repeats)

CREATE INDEX ix_claims_kind ON claims (kind, worth DESC, id, stage, repeats)

CREATE INDEX ix_reviews_reviewer ON reviews (reviewer, claim)

CREATE INDEX ix_reviews_batch ON reviews (batch) WHERE batch IS NOT NULL

CREATE INDEX ix_findings_agreement ON findings (agreement, claim)

CREATE TRIGGER saved_views_update BEFORE UPDATE ON saved_views
BEGIN SELECT RAISE(ABORT, 'saved views are only ever added to'); END

CREATE TRIGGER saved_views_delete BEFORE DELETE ON saved_views
BEGIN SELECT RAISE(ABORT, 'saved views are only ever added to'); END
