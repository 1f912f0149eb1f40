-- A school sees its own relaxed items and their countdown while the recognition stands; it reads nothing else of the course.
CREATE FUNCTION recognition_stands(case_key text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT 1 FROM certification_cases c WHERE c.id = case_key AND c.stage IN ('recognised', 'correction', 'recheck')) $$;
REVOKE ALL ON FUNCTION recognition_stands(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recognition_stands(text) TO youjun_app;
CREATE POLICY own_school ON certification_relaxations FOR SELECT
  USING (recognition_stands(case_id) AND EXISTS (SELECT 1 FROM schools s WHERE s.id = ANY (scope_schools()) AND s.division_code = certification_relaxations.division_code AND s.code = certification_relaxations.school_code));
