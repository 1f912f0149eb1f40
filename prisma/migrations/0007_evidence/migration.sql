-- Evidence hangs on what it proves: whoever may see the thing sees its files; the levels above see those of approved versions.
ALTER TABLE "file_links" ADD COLUMN "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD COLUMN "linked_by" TEXT NOT NULL DEFAULT '', ADD COLUMN "retired_by" TEXT;
ALTER TABLE "file_links" ALTER COLUMN "linked_by" DROP DEFAULT;

CREATE FUNCTION fact_key(division text, year int, item text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT division || '/' || year || '/' || item $$;

DROP POLICY reach ON file_links;
CREATE POLICY reach ON file_links USING (
    division_code = scope_own()
    OR (entity = 'filing' AND EXISTS (SELECT 1 FROM filings f WHERE f.id = entity_id AND (f.school_id = ANY (scope_schools()) OR f.filed_by_school_id = ANY (scope_schools()))))
    OR (entity = 'county_fact' AND division_code = scope_county() AND EXISTS (
      SELECT 1 FROM county_facts c WHERE c.division_code = scope_county() AND c.unit_id = scope_unit() AND fact_key(c.division_code, c.year, c.item) = entity_id))
    OR (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi() AND (
      (entity = 'filing' AND EXISTS (SELECT 1 FROM filing_versions v WHERE v.filing_id = entity_id AND v.decision = 'approved' AND v.submitted_at >= linked_at AND (retired_at IS NULL OR retired_at > v.submitted_at)))
      OR (entity = 'county_fact' AND EXISTS (SELECT 1 FROM county_facts c WHERE c.division_code = file_links.division_code AND c.state = 'approved' AND fact_key(c.division_code, c.year, c.item) = entity_id)))))
  WITH CHECK (
    division_code = scope_own()
    OR (entity = 'filing' AND EXISTS (SELECT 1 FROM filings f WHERE f.id = entity_id AND (f.school_id = ANY (scope_schools()) OR f.filed_by_school_id = ANY (scope_schools()))))
    OR (entity = 'county_fact' AND division_code = scope_county() AND EXISTS (
      SELECT 1 FROM county_facts c WHERE c.division_code = scope_county() AND c.unit_id = scope_unit() AND fact_key(c.division_code, c.year, c.item) = entity_id)));

-- A file is seen by whoever brought it and through any of its links.
DROP POLICY reach ON files;
CREATE POLICY reach ON files USING (uploaded_by = scope_user() OR EXISTS (SELECT 1 FROM file_links l WHERE l.file_id = files.id))
  WITH CHECK (uploaded_by = scope_user());
