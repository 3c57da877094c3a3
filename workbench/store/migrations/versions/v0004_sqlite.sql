-- The guards of the journal, for SQLite. A blank line ends a statement. Entries are only ever added; the head only moves on.

CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
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
