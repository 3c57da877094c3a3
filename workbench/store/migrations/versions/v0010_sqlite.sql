-- The guards of the published pages, for SQLite, and the one that the saved views lacked. A blank line ends a statement.

CREATE TRIGGER published_pages_update BEFORE UPDATE ON published_pages
BEGIN SELECT RAISE(ABORT, 'published pages are only ever added to'); END

CREATE TRIGGER published_pages_delete BEFORE DELETE ON published_pages
BEGIN SELECT RAISE(ABORT, 'published pages are only ever added to'); END

-- INSERT OR REPLACE deletes without asking the DELETE triggers, unless it is refused first
CREATE TRIGGER published_pages_replace BEFORE INSERT ON published_pages
WHEN EXISTS (SELECT 1 FROM published_pages WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM published_pages WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'published pages are only ever added to'); END

CREATE TRIGGER saved_views_replace BEFORE INSERT ON saved_views
WHEN EXISTS (SELECT 1 FROM saved_views WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'saved views are only ever added to'); END
