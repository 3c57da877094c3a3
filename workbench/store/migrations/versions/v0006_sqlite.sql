-- The guards of the corrections, for SQLite. A blank line ends a statement. A correction is only ever added to:
-- that one is taken back is a row of its own.

CREATE TRIGGER corrections_update BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are only ever added to'); END

CREATE TRIGGER corrections_delete BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
CREATE TRIGGER corrections_replace BEFORE INSERT ON corrections
WHEN EXISTS (SELECT 1 FROM corrections WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM corrections WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'corrections are only ever added to'); END
