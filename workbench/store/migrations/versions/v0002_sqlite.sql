-- The guards of the memory, for SQLite. A blank line ends a statement. What was chosen is only ever added to: forgetting is a
-- row of its own.

CREATE TRIGGER choices_update BEFORE UPDATE ON choices
BEGIN SELECT RAISE(ABORT, 'choices are only ever added to'); END

CREATE TRIGGER choices_delete BEFORE DELETE ON choices
BEGIN SELECT RAISE(ABORT, 'choices are only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
CREATE TRIGGER choices_replace BEFORE INSERT ON choices
WHEN EXISTS (SELECT 1 FROM choices WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM choices WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'choices are only ever added to'); END
