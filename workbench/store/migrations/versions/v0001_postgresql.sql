-- The guards of the first migration, for PostgreSQL; what they are for stands in v0001_sqlite.sql. A blank line ends a statement.

CREATE FUNCTION workbench_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END $$

CREATE FUNCTION workbench_refuse_reviewed_document() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF EXISTS (SELECT 1 FROM claims JOIN reviews ON reviews.claim = claims.id WHERE claims.document = OLD.id) THEN
    RAISE EXCEPTION 'what was reviewed is not deleted';
  END IF;
  RETURN OLD;
END $$

CREATE FUNCTION workbench_refuse_reviewed_claim() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF EXISTS (SELECT 1 FROM reviews WHERE claim = OLD.id) THEN
    RAISE EXCEPTION 'what was reviewed is not deleted';
  END IF;
  RETURN OLD;
END $$

CREATE TRIGGER reviews_update BEFORE UPDATE OR DELETE ON reviews
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('reviews are only ever added to')

CREATE TRIGGER reviews_truncate BEFORE TRUNCATE ON reviews
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('reviews are only ever added to')

CREATE TRIGGER research_update BEFORE UPDATE OR DELETE ON research
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('research is only ever added to')

CREATE TRIGGER research_truncate BEFORE TRUNCATE ON research
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('research is only ever added to')

CREATE TRIGGER findings_update BEFORE UPDATE OR DELETE ON findings
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('findings are only ever added to')

CREATE TRIGGER findings_truncate BEFORE TRUNCATE ON findings
FOR EACH STATEMENT EXECUTE FUNCTION workbench_refuse('findings are only ever added to')

CREATE TRIGGER documents_update
BEFORE UPDATE OF number, id, title, published, place, origin, claims, worth, words, noun ON documents
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('what was said is not changed')

CREATE TRIGGER claims_update
BEFORE UPDATE OF number, id, document, start, kind, worth, said, place, speaker, quote, context, words, noun ON claims
FOR EACH ROW EXECUTE FUNCTION workbench_refuse('what was said is not changed')

CREATE TRIGGER documents_delete BEFORE DELETE ON documents
FOR EACH ROW EXECUTE FUNCTION workbench_refuse_reviewed_document()

CREATE TRIGGER claims_delete BEFORE DELETE ON claims
FOR EACH ROW EXECUTE FUNCTION workbench_refuse_reviewed_claim()
