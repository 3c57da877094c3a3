-- The guards of the first migration, for SQLite. A blank line ends a statement.
-- History is only ever added to, what was said is not rewritten under a verdict, and the search index keeps step. The triggers
-- refuse what a program, a plug-in or a person with a database shell might do by mistake.

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

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
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

-- every column but those that sum up the reviews
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

-- full-text indexes over the columns of folded words; they keep no text of their own. Rows come into them in bulk, in the
-- transaction that adds them: a trigger for each row takes twice the time of everything else.
CREATE VIRTUAL TABLE documents_words
USING fts5(words, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 0')

CREATE TRIGGER documents_words_delete AFTER DELETE ON documents
BEGIN INSERT INTO documents_words(documents_words, rowid, words) VALUES ('delete', OLD.number, OLD.words); END

CREATE VIRTUAL TABLE claims_words
USING fts5(words, content='claims', content_rowid='number', tokenize='unicode61 remove_diacritics 0')

CREATE TRIGGER claims_words_delete AFTER DELETE ON claims
BEGIN INSERT INTO claims_words(claims_words, rowid, words) VALUES ('delete', OLD.number, OLD.words); END
