-- The guards of the amendments, for SQLite. A blank line ends a statement. An amendment is only ever added:
-- that one is taken back is a row of its own.

CREATE TRIGGER amendments_update BEFORE UPDATE ON amendments
BEGIN SELECT RAISE(ABORT, 'amendments are only ever added to'); END

CREATE TRIGGER amendments_delete BEFORE DELETE ON amendments
BEGIN SELECT RAISE(ABORT, 'amendments are only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
CREATE TRIGGER amendments_replace BEFORE INSERT ON amendments
WHEN EXISTS (SELECT 1 FROM amendments WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM amendments WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'amendments are only ever added to'); END
