-- The guards of the attachments, for SQLite. A blank line ends a statement. An attachment is only ever added to:
-- that one is taken back is a row of its own.

CREATE TRIGGER attachments_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments are only ever added to'); END

CREATE TRIGGER attachments_delete BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments are only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
CREATE TRIGGER attachments_replace BEFORE INSERT ON attachments
WHEN EXISTS (SELECT 1 FROM attachments WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM attachments WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'attachments are only ever added to'); END
