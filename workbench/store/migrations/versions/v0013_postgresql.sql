-- The words of a row as PostgreSQL's own full-text search takes them. A blank line ends a statement.
-- They are folded already (see workbench.store.folding), so no parser of the server's cuts them anew, by whatever locale it has. A lexeme
-- has 2,046 bytes at most and all of a row's a megabyte: longer words keep their first 255 letters, which are what is asked for.

CREATE FUNCTION workbench_words(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $$ BEGIN
RETURN array_to_tsvector(string_to_array(ltrim(regexp_replace(left(words, 200000), '(\S{255})\S+', '\1', 'g')), ' '));
END $$

CREATE INDEX ix_claims_fulltext ON claims USING gin (workbench_words(words::text))

CREATE INDEX ix_documents_fulltext ON documents USING gin (workbench_words(words::text))
