-- 学校名录: a county keeps its own schools; the levels above read. What closes stays, with its reason.
ALTER TABLE "schools" ADD COLUMN "closed_reason" TEXT NOT NULL DEFAULT '';
CREATE POLICY own_insert ON schools AS RESTRICTIVE FOR INSERT TO youjun_app WITH CHECK (division_code = scope_own());
CREATE POLICY own_change ON schools AS RESTRICTIVE FOR UPDATE TO youjun_app USING (true) WITH CHECK (division_code = scope_own());

-- Which of these codes are taken, and whether by a school of the asking county; of others nothing more is told.
CREATE FUNCTION school_codes_taken(wanted text[]) RETURNS TABLE (code text, own boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.code, s.division_code = scope_own() FROM schools s WHERE s.code = ANY (wanted) $$;
REVOKE ALL ON FUNCTION school_codes_taken(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION school_codes_taken(text[]) TO youjun_app;

-- An expected filing that nobody has touched is an expectation, not a record: it leaves the roster when the school should not stand there. Anything with content stays.
CREATE FUNCTION drop_untouched_filing(school text, filing_year int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE target text;
BEGIN
  SELECT f.id INTO target FROM filings f JOIN filing_years y ON y.division_code = f.division_code AND y.year = f.year
    WHERE f.school_id = school AND f.year = filing_year AND f.division_code = scope_own() AND f.state = 'open' AND y.completed_at IS NULL FOR UPDATE OF f;
  IF target IS NULL OR EXISTS (SELECT 1 FROM filing_sections s WHERE s.filing_id = target) OR EXISTS (SELECT 1 FROM filing_versions v WHERE v.filing_id = target)
    OR EXISTS (SELECT 1 FROM filing_comments c WHERE c.filing_id = target) OR EXISTS (SELECT 1 FROM file_links l WHERE l.entity = 'filing' AND l.entity_id = target) THEN RETURN false; END IF;
  DELETE FROM filings WHERE id = target;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION drop_untouched_filing(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_untouched_filing(text, int) TO youjun_app;
