-- The nation's overview from counters of each province and year, kept by the database in the transaction of each write, as those of the
-- ledger (0020) and of tasks (0022) are: 2,900 counties with 14 coefficients each are shown from a few rows a province.
CREATE TABLE "result_counts" (
    "place" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    "resource_passed" INTEGER NOT NULL,
    "compliant" INTEGER NOT NULL,
    "sections" INTEGER NOT NULL,
    "compliant_sections" INTEGER NOT NULL,
    "cv_count" INTEGER NOT NULL,
    "cv_within_limit" INTEGER NOT NULL,

    CONSTRAINT "result_counts_pkey" PRIMARY KEY ("place","year")
);

-- Coefficients by steps of 0.05, the last step open above; -1: cannot be computed yet, which is neither within nor beyond a limit.
CREATE TABLE "cv_counts" (
    "place" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "cv_counts_pkey" PRIMARY KEY ("place","year","stage","indicator","step","passed")
);

CREATE INDEX cv_counts_scope ON cv_counts (year, place COLLATE "C");
ALTER TABLE result_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE result_counts FORCE ROW LEVEL SECURITY;
ALTER TABLE cv_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE cv_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON result_counts USING (place COLLATE "C" >= scope_lo() AND place COLLATE "C" < scope_hi());
CREATE POLICY reach ON cv_counts USING (place COLLATE "C" >= scope_lo() AND place COLLATE "C" < scope_hi());
GRANT SELECT ON result_counts, cv_counts TO youjun_app;

CREATE FUNCTION cv_step(cv double precision) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN cv IS NULL THEN -1 ELSE least(floor(cv * 20 + 1e-9), 20)::int END $$;

-- What a statement adds (1) and takes away (-1). Whoever changes counters of a province waits for the one before: two could otherwise
-- wait for each other's rows.
CREATE FUNCTION count_county_results() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE changes jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT jsonb_agg(d) INTO changes FROM (SELECT 1 AS s, division_code, year, expected, reported, resource_verdict, verdict, sections, compliant_sections, cv_count, cv_within_limit FROM new_rows) d;
  ELSIF TG_OP = 'DELETE' THEN SELECT jsonb_agg(d) INTO changes FROM (SELECT -1 AS s, division_code, year, expected, reported, resource_verdict, verdict, sections, compliant_sections, cv_count, cv_within_limit FROM old_rows) d;
  ELSE SELECT jsonb_agg(d) INTO changes FROM (SELECT 1 AS s, division_code, year, expected, reported, resource_verdict, verdict, sections, compliant_sections, cv_count, cv_within_limit FROM new_rows UNION ALL SELECT -1, division_code, year, expected, reported, resource_verdict, verdict, sections, compliant_sections, cv_count, cv_within_limit FROM old_rows) d;
  END IF;
  IF changes IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('result-counts:' || p, 0)) FROM (SELECT DISTINCT left(c->>'division_code', 2) AS p FROM jsonb_array_elements(changes) c ORDER BY 1) places;
  INSERT INTO result_counts AS held SELECT left(r.division_code, 2), r.year,
      sum(r.s * (r.expected > 0 AND r.reported >= r.expected)::int), sum(r.s * coalesce(r.resource_verdict, false)::int), sum(r.s * coalesce(r.verdict, false)::int),
      sum(r.s * r.sections), sum(r.s * r.compliant_sections), sum(r.s * r.cv_count), sum(r.s * r.cv_within_limit)
    FROM jsonb_to_recordset(changes) AS r(s int, division_code text, year int, expected int, reported int, resource_verdict boolean,
      verdict boolean, sections int, compliant_sections int, cv_count int, cv_within_limit int) GROUP BY 1, 2
    ON CONFLICT (place, year) DO UPDATE SET reported = held.reported + excluded.reported, resource_passed = held.resource_passed + excluded.resource_passed, compliant = held.compliant + excluded.compliant,
      sections = held.sections + excluded.sections, compliant_sections = held.compliant_sections + excluded.compliant_sections, cv_count = held.cv_count + excluded.cv_count, cv_within_limit = held.cv_within_limit + excluded.cv_within_limit;
  RETURN NULL;
END $$;
CREATE TRIGGER count_new AFTER INSERT ON county_results REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_county_results();
CREATE TRIGGER count_changed AFTER UPDATE ON county_results REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_county_results();
CREATE TRIGGER count_gone AFTER DELETE ON county_results REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_county_results();

CREATE FUNCTION count_stage_results() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE changes jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT jsonb_agg(d) INTO changes FROM (SELECT left(division_code, 2) AS place, year, stage, indicator, cv_step(cv) AS step, cv_pass AS passed, count(*) AS n FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6) d;
  ELSIF TG_OP = 'DELETE' THEN SELECT jsonb_agg(d) INTO changes FROM (SELECT left(division_code, 2) AS place, year, stage, indicator, cv_step(cv) AS step, cv_pass AS passed, -count(*) AS n FROM old_rows GROUP BY 1, 2, 3, 4, 5, 6) d;
  ELSE SELECT jsonb_agg(d) INTO changes FROM (
    SELECT place, year, stage, indicator, step, passed, sum(n) AS n FROM (
      SELECT left(division_code, 2) AS place, year, stage, indicator, cv_step(cv) AS step, cv_pass AS passed, 1 AS n FROM new_rows
      UNION ALL SELECT left(division_code, 2), year, stage, indicator, cv_step(cv), cv_pass, -1 FROM old_rows) both_sides
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0) d;
  END IF;
  IF changes IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('result-counts:' || p, 0)) FROM (SELECT DISTINCT c->>'place' AS p FROM jsonb_array_elements(changes) c ORDER BY 1) places;
  INSERT INTO cv_counts AS held SELECT * FROM jsonb_populate_recordset(NULL::cv_counts, changes)
    ON CONFLICT (place, year, stage, indicator, step, passed) DO UPDATE SET n = held.n + excluded.n;
  DELETE FROM cv_counts WHERE n = 0 AND place IN (SELECT c->>'place' FROM jsonb_array_elements(changes) c);
  RETURN NULL;
END $$;
CREATE TRIGGER count_new AFTER INSERT ON stage_results REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_stage_results();
CREATE TRIGGER count_changed AFTER UPDATE ON stage_results REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_stage_results();
CREATE TRIGGER count_gone AFTER DELETE ON stage_results REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_stage_results();

INSERT INTO result_counts SELECT left(division_code, 2), year, count(*) FILTER (WHERE expected > 0 AND reported >= expected), count(*) FILTER (WHERE resource_verdict), count(*) FILTER (WHERE verdict),
  sum(sections), sum(compliant_sections), sum(cv_count), sum(cv_within_limit) FROM county_results GROUP BY 1, 2;
INSERT INTO cv_counts SELECT left(division_code, 2), year, stage, indicator, cv_step(cv), cv_pass, count(*) FROM stage_results GROUP BY 1, 2, 3, 4, 5, 6;
