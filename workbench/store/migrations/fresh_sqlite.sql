-- Every table, index and guard of SQLite at the newest revision, written by tests/store/fresh_script.py. A blank line ends a statement.

CREATE TABLE workbench_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT workbench_version_pkc PRIMARY KEY (version_num)
)

INSERT INTO workbench_version VALUES ('0015')

CREATE TABLE documents (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	published VARCHAR NOT NULL, 
	place VARCHAR, 
	origin VARCHAR NOT NULL, 
	claims INTEGER NOT NULL, 
	open INTEGER NOT NULL, 
	worth INTEGER NOT NULL, 
	words VARCHAR NOT NULL, 
	noun TEXT NOT NULL, amended VARCHAR, shown INTEGER, title_now VARCHAR, published_now VARCHAR, place_now VARCHAR, words_now VARCHAR, 
	CONSTRAINT uq_documents_id UNIQUE (id)
)

CREATE INDEX ix_documents_newest ON documents (published DESC, number DESC)

CREATE TABLE claims (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	document VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	worth INTEGER NOT NULL, 
	said VARCHAR NOT NULL, 
	place VARCHAR, 
	speaker VARCHAR NOT NULL, 
	stage VARCHAR NOT NULL, 
	rating VARCHAR, 
	"deferred" BOOLEAN NOT NULL, 
	quote VARCHAR NOT NULL, 
	context VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	noun TEXT NOT NULL, words_hash BIGINT DEFAULT '0' NOT NULL, repeats BIGINT, tags VARCHAR, until VARCHAR, holder VARCHAR, 
	CONSTRAINT uq_claims_id UNIQUE (id), 
	CONSTRAINT fk_claims_document_documents FOREIGN KEY(document) REFERENCES documents (id)
)

CREATE INDEX ix_claims_judged ON claims (stage, worth DESC, id) WHERE stage <> 'open'

CREATE TABLE reviews (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	rating VARCHAR, 
	noun TEXT NOT NULL, batch VARCHAR, 
	CONSTRAINT uq_reviews_id UNIQUE (id), 
	CONSTRAINT fk_reviews_claim_claims FOREIGN KEY(claim) REFERENCES claims (id)
)

CREATE INDEX ix_reviews_claim ON reviews (claim)

CREATE TABLE research (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	claim VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	noun TEXT NOT NULL, 
	CONSTRAINT fk_research_claim_claims FOREIGN KEY(claim) REFERENCES claims (id)
)

CREATE INDEX ix_research_claim ON research (claim)

CREATE TABLE findings (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	research INTEGER NOT NULL, 
	claim VARCHAR NOT NULL, 
	series VARCHAR, 
	agreement VARCHAR NOT NULL, 
	noun TEXT NOT NULL, 
	CONSTRAINT fk_findings_research_research FOREIGN KEY(research) REFERENCES research (number)
)

CREATE INDEX ix_findings_id ON findings (id)

CREATE INDEX ix_findings_research ON findings (research)

CREATE TRIGGER reviews_update BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added to'); END

CREATE TRIGGER reviews_delete BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added to'); END

CREATE TRIGGER research_update BEFORE UPDATE ON research
BEGIN SELECT RAISE(ABORT, 'research is only ever added to'); END

CREATE TRIGGER research_delete BEFORE DELETE ON research
BEGIN SELECT RAISE(ABORT, 'research is only ever added to'); END

CREATE TRIGGER findings_update BEFORE UPDATE ON findings
BEGIN SELECT RAISE(ABORT, 'findings are only ever added to'); END

CREATE TRIGGER findings_delete BEFORE DELETE ON findings
BEGIN SELECT RAISE(ABORT, 'findings are only ever added to'); END

CREATE TRIGGER reviews_replace BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM reviews WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added to'); END

CREATE TRIGGER research_replace BEFORE INSERT ON research
WHEN EXISTS (SELECT 1 FROM research WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'research is only ever added to'); END

CREATE TRIGGER findings_replace BEFORE INSERT ON findings
WHEN EXISTS (SELECT 1 FROM findings WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'findings are only ever added to'); END

CREATE TRIGGER documents_replace BEFORE INSERT ON documents
WHEN EXISTS (
  SELECT 1 FROM claims JOIN reviews ON reviews.claim = claims.id WHERE claims.document = NEW.id
) OR NEW.number > 0 AND EXISTS (
  SELECT 1 FROM documents JOIN claims ON claims.document = documents.id JOIN reviews ON reviews.claim = claims.id
  WHERE documents.number = NEW.number
)
BEGIN SELECT RAISE(ABORT, 'what was reviewed is not replaced'); END

CREATE TRIGGER claims_replace BEFORE INSERT ON claims
WHEN EXISTS (SELECT 1 FROM reviews WHERE claim = NEW.id)
OR NEW.number > 0 AND EXISTS (SELECT 1 FROM claims JOIN reviews ON reviews.claim = claims.id WHERE claims.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'what was reviewed is not replaced'); END

CREATE TRIGGER documents_update
BEFORE UPDATE OF number, id, title, published, place, origin, claims, worth, words, noun ON documents
BEGIN SELECT RAISE(ABORT, 'what was said is not changed'); END

CREATE TRIGGER claims_update
BEFORE UPDATE OF number, id, document, start, kind, worth, said, place, speaker, quote, context, words, noun ON claims
BEGIN SELECT RAISE(ABORT, 'what was said is not changed'); END

CREATE TRIGGER documents_delete BEFORE DELETE ON documents
WHEN EXISTS (SELECT 1 FROM claims JOIN reviews ON reviews.claim = claims.id WHERE claims.document = OLD.id)
BEGIN SELECT RAISE(ABORT, 'what was reviewed is not deleted'); END

CREATE TRIGGER claims_delete BEFORE DELETE ON claims
WHEN EXISTS (SELECT 1 FROM reviews WHERE claim = OLD.id)
BEGIN SELECT RAISE(ABORT, 'what was reviewed is not deleted'); END

CREATE VIRTUAL TABLE documents_words
USING fts5(words, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 0')

CREATE TRIGGER documents_words_delete AFTER DELETE ON documents
BEGIN INSERT INTO documents_words(documents_words, rowid, words) VALUES ('delete', OLD.number, OLD.words); END

CREATE VIRTUAL TABLE claims_words
USING fts5(words, content='claims', content_rowid='number', tokenize='unicode61 remove_diacritics 0')

CREATE TRIGGER claims_words_delete AFTER DELETE ON claims
BEGIN INSERT INTO claims_words(claims_words, rowid, words) VALUES ('delete', OLD.number, OLD.words); END

CREATE TABLE choices (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	dimension VARCHAR NOT NULL, 
	place VARCHAR, 
	series VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	through VARCHAR NOT NULL, 
	undoes VARCHAR, 
	CONSTRAINT uq_choices_id UNIQUE (id)
)

CREATE INDEX ix_choices_claim ON choices (claim)

CREATE TRIGGER choices_update BEFORE UPDATE ON choices
BEGIN SELECT RAISE(ABORT, 'choices are only ever added to'); END

CREATE TRIGGER choices_delete BEFORE DELETE ON choices
BEGIN SELECT RAISE(ABORT, 'choices are only ever added to'); END

CREATE TRIGGER choices_replace BEFORE INSERT ON choices
WHEN EXISTS (SELECT 1 FROM choices WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM choices WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'choices are only ever added to'); END

CREATE TABLE formulas (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	noun TEXT NOT NULL, 
	CONSTRAINT uq_formulas_id UNIQUE (id), 
	CONSTRAINT fk_formulas_claim_claims FOREIGN KEY(claim) REFERENCES claims (id)
)

CREATE INDEX ix_formulas_claim ON formulas (claim)

CREATE TRIGGER formulas_update BEFORE UPDATE ON formulas
BEGIN SELECT RAISE(ABORT, 'formulas are only ever added to'); END

CREATE TRIGGER formulas_delete BEFORE DELETE ON formulas
BEGIN SELECT RAISE(ABORT, 'formulas are only ever added to'); END

CREATE TRIGGER formulas_replace BEFORE INSERT ON formulas
WHEN EXISTS (SELECT 1 FROM formulas WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM formulas WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'formulas are only ever added to'); END

CREATE TABLE journal (
	number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	rows TEXT NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (number)
)

CREATE INDEX ix_journal_claim ON journal (claim)

CREATE INDEX ix_journal_rows ON journal (kind, last)

CREATE TABLE journal_head (
	number INTEGER NOT NULL, 
	entries INTEGER NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_journal_head PRIMARY KEY (number)
)

INSERT INTO journal_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')

CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TRIGGER journal_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TRIGGER journal_head_update BEFORE UPDATE ON journal_head
WHEN NEW.entries <= OLD.entries OR NEW.number <> OLD.number
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TRIGGER journal_head_delete BEFORE DELETE ON journal_head
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TRIGGER journal_head_insert BEFORE INSERT ON journal_head
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TABLE corrections (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	slot VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	place VARCHAR, 
	speaker VARCHAR NOT NULL, 
	noun TEXT NOT NULL, said VARCHAR, 
	CONSTRAINT uq_corrections_id UNIQUE (id), 
	CONSTRAINT fk_corrections_claim_claims FOREIGN KEY(claim) REFERENCES claims (id)
)

CREATE INDEX ix_corrections_claim ON corrections (claim)

CREATE TRIGGER corrections_update BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are only ever added to'); END

CREATE TRIGGER corrections_delete BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are only ever added to'); END

CREATE TRIGGER corrections_replace BEFORE INSERT ON corrections
WHEN EXISTS (SELECT 1 FROM corrections WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM corrections WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'corrections are only ever added to'); END

CREATE TABLE amendments (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	document VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	noun TEXT NOT NULL, 
	CONSTRAINT uq_amendments_id UNIQUE (id), 
	CONSTRAINT fk_amendments_document_documents FOREIGN KEY(document) REFERENCES documents (id)
)

CREATE INDEX ix_amendments_document ON amendments (document)

CREATE INDEX ix_documents_amended ON documents (amended) WHERE amended IS NOT NULL

CREATE TRIGGER amendments_update BEFORE UPDATE ON amendments
BEGIN SELECT RAISE(ABORT, 'amendments are only ever added to'); END

CREATE TRIGGER amendments_delete BEFORE DELETE ON amendments
BEGIN SELECT RAISE(ABORT, 'amendments are only ever added to'); END

CREATE TRIGGER amendments_replace BEFORE INSERT ON amendments
WHEN EXISTS (SELECT 1 FROM amendments WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM amendments WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'amendments are only ever added to'); END

CREATE TABLE attachments (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	noun TEXT NOT NULL, 
	CONSTRAINT uq_attachments_id UNIQUE (id), 
	CONSTRAINT fk_attachments_claim_claims FOREIGN KEY(claim) REFERENCES claims (id)
)

CREATE INDEX ix_attachments_claim ON attachments (claim)

CREATE INDEX ix_findings_series ON findings (series)

CREATE TRIGGER attachments_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments are only ever added to'); END

CREATE TRIGGER attachments_delete BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments are only ever added to'); END

CREATE TRIGGER attachments_replace BEFORE INSERT ON attachments
WHEN EXISTS (SELECT 1 FROM attachments WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM attachments WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'attachments are only ever added to'); END

CREATE TABLE saved_views (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at VARCHAR NOT NULL, 
	reviewer VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"query" VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	dropped BOOLEAN NOT NULL
)

CREATE INDEX ix_claims_list ON claims (worth DESC, id, stage, kind, place, said, speaker, repeats)

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

CREATE TABLE published_pages (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	CONSTRAINT uq_published_pages_id UNIQUE (id), 
	CONSTRAINT fk_published_pages_claim_claims FOREIGN KEY(claim) REFERENCES claims (id)
)

CREATE INDEX ix_published_pages_claim ON published_pages (claim)

CREATE TRIGGER published_pages_update BEFORE UPDATE ON published_pages
BEGIN SELECT RAISE(ABORT, 'published pages are only ever added to'); END

CREATE TRIGGER published_pages_delete BEFORE DELETE ON published_pages
BEGIN SELECT RAISE(ABORT, 'published pages are only ever added to'); END

CREATE TRIGGER published_pages_replace BEFORE INSERT ON published_pages
WHEN EXISTS (SELECT 1 FROM published_pages WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM published_pages WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'published pages are only ever added to'); END

CREATE TRIGGER saved_views_replace BEFORE INSERT ON saved_views
WHEN EXISTS (SELECT 1 FROM saved_views WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'saved views are only ever added to'); END

CREATE INDEX ix_claims_holder ON claims (holder) WHERE holder IS NOT NULL

CREATE INDEX ix_claims_deferred ON claims (until) WHERE deferred

CREATE INDEX ix_claims_first ON claims (worth DESC, id, stage, repeats) WHERE repeats IS NULL
