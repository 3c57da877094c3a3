-- The guards of the formulas, for SQLite. A blank line ends a statement. A formula is only ever added to: that one is dropped is a
-- row of its own.

CREATE TRIGGER formulas_update BEFORE UPDATE ON formulas
BEGIN SELECT RAISE(ABORT, 'formulas are only ever added to'); END

CREATE TRIGGER formulas_delete BEFORE DELETE ON formulas
BEGIN SELECT RAISE(ABORT, 'formulas are only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
CREATE TRIGGER formulas_replace BEFORE INSERT ON formulas
WHEN EXISTS (SELECT 1 FROM formulas WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM formulas WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'formulas are only ever added to'); END
