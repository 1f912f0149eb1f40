-- The published recognitions of counties, each with the county's own figures of the submission that it rests on (docs/decisions/0012).
-- Kept by the database in the transaction in which a decision is signed, so that nothing is published that no signed decision carries,
-- and a revocation is never forgotten. No figure of a school, and no mean, from which one school's figures could be worked out.
CREATE TABLE "recognitions" (
    "case_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "figures_year" INTEGER NOT NULL,
    "document_number" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "withdrawn_on" DATE,
    "withdrawn_number" TEXT NOT NULL DEFAULT '',
    "pupils" INTEGER,
    "urban_share" DOUBLE PRECISION,
    "small_schools" INTEGER,
    "figures" JSONB,

    CONSTRAINT "recognitions_pkey" PRIMARY KEY ("case_id")
);
CREATE INDEX recognitions_scope ON recognitions (division_code COLLATE "C");

-- What makes counties alike: pupils, the share of them in schools of the 城区, schools with fewer than 100 (lib/results/features.ts).
CREATE FUNCTION county_features(facts jsonb) RETURNS TABLE (pupils int, urban_share double precision, small_schools int) LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public AS $$
  SELECT sum(n)::int, coalesce(sum(n) FILTER (WHERE area_type = 'urban'), 0)::double precision / nullif(sum(n), 0), count(*) FILTER (WHERE n BETWEEN 1 AND 99)::int
  FROM (SELECT area_type, coalesce(primary_students, 0) + coalesce(junior_students, 0) AS n FROM jsonb_to_recordset(facts) AS r(kind text, area_type text, primary_students int, junior_students int) WHERE kind NOT IN ('special', 'vocational')) schools $$;

-- The county's figures of the results that a submission froze.
CREATE FUNCTION county_figures(results jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public AS $$
  SELECT jsonb_build_object(
    'sections', jsonb_array_length(results #> '{evaluation,sections}'), 'compliantSections', (SELECT count(*) FROM jsonb_array_elements(results #> '{evaluation,sections}') s WHERE (s ->> 'compliant')::boolean),
    'stages', (SELECT coalesce(jsonb_object_agg(stage, jsonb_build_object('sections', own -> 'sections', 'indicators', (SELECT jsonb_object_agg(key, jsonb_build_object('cv', one -> 'cv', 'cvLimit', one -> 'cvLimit', 'cvPass', one -> 'cvPass')) FROM jsonb_each(own -> 'indicators') i(key, one)))), '{}') FROM jsonb_each(results #> '{evaluation,stages}') t(stage, own)),
    'resource', results -> 'resourceVerdict', 'verdict', results -> 'verdict',
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('item', one -> 'item', 'met', one -> 'met')), '[]') FROM jsonb_array_elements(results -> 'items') one)) $$;

-- What the signed decisions of a case say now: nothing, a recognition, or one that was revoked. From its signature on, a revocation counts.
CREATE FUNCTION renew_recognition(course text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM recognitions WHERE case_id = course;
  INSERT INTO recognitions (case_id, division_code, figures_year, document_number, published_on, withdrawn_on, withdrawn_number, pupils, urban_share, small_schools, figures)
    SELECT course, d.division_code, coalesce(s.year, c.figures_year), d.document_number, d.published_on, r.day, coalesce(r.document_number, ''), f.pupils, f.urban_share, f.small_schools, county_figures(s.results)
    FROM certification_decisions d JOIN certification_cases c ON c.id = d.case_id
      LEFT JOIN certification_snapshots s ON s.case_id = d.case_id AND s.round = d.round
      LEFT JOIN LATERAL county_features(s.inputs -> 'rows') f ON s.id IS NOT NULL
      LEFT JOIN LATERAL (SELECT least((v.signed_at AT TIME ZONE 'Asia/Shanghai')::date, v.published_on) AS day, v.document_number FROM certification_decisions v
        WHERE v.case_id = d.case_id AND v.outcome = 'revoke' AND v.state = 'signed' ORDER BY v.signed_at DESC LIMIT 1) r ON true
    WHERE d.case_id = course AND d.outcome = 'recognise' AND d.state = 'signed' AND d.published_on IS NOT NULL ORDER BY d.signed_at DESC LIMIT 1;
END $$;
REVOKE ALL ON FUNCTION renew_recognition(text) FROM PUBLIC;

CREATE FUNCTION follow_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.outcome IN ('recognise', 'revoke') THEN PERFORM renew_recognition(OLD.case_id); END IF;
  ELSIF NEW.outcome IN ('recognise', 'revoke') AND NEW.state = 'signed' THEN PERFORM renew_recognition(NEW.case_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_decision AFTER INSERT OR UPDATE OR DELETE ON certification_decisions FOR EACH ROW EXECUTE FUNCTION follow_decision();

SELECT renew_recognition(case_id) FROM (SELECT DISTINCT case_id FROM certification_decisions WHERE outcome = 'recognise' AND state = 'signed') signed;

-- Everybody who is signed in reads what is published and stands; the county and its line also what was withdrawn or is not out yet. Nobody writes it.
ALTER TABLE recognitions ENABLE ROW LEVEL SECURITY;
ALTER TABLE recognitions FORCE ROW LEVEL SECURITY;
CREATE POLICY line ON recognitions FOR SELECT USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY published ON recognitions FOR SELECT USING (scope_user() IS NOT NULL AND withdrawn_on IS NULL AND published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date);
GRANT SELECT ON recognitions TO youjun_app;
