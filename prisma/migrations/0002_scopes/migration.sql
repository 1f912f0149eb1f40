-- Who sees which row. The application signs in as a role that owns nothing; every transaction names its reach:
--   app.scope    a division code, 'cn' for the nation; empty or unset: no division at all
--   app.schools  comma-separated school ids (school people, inspectors)
--   app.county   the county of a school person, inspector or unit person
--   app.unit     the unit of a unit person
--   app.user     the person
-- An empty setting sees nothing (a pooled connection keeps '' behind).

CREATE FUNCTION app_setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.' || name, true), '') $$;
CREATE FUNCTION scope_lo() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE nullif(current_setting('app.scope', true), '') WHEN 'cn' THEN '' ELSE nullif(current_setting('app.scope', true), '') END $$;
CREATE FUNCTION scope_hi() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE nullif(current_setting('app.scope', true), '') WHEN 'cn' THEN chr(1114111) ELSE nullif(current_setting('app.scope', true), '') || chr(1114111) END $$;
CREATE FUNCTION scope_own() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.scope', true), '') $$;
CREATE FUNCTION scope_schools() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.schools', true), ''), ',') $$;
CREATE FUNCTION scope_county() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.county', true), '') $$;
CREATE FUNCTION scope_unit() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.unit', true), '') $$;
CREATE FUNCTION scope_user() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user', true), '') $$;

GRANT USAGE ON SCHEMA public TO youjun_app;

-- Reference data, open to all who are connected.
GRANT SELECT ON divisions TO youjun_app;

-- Subtree: a division and all below it.

ALTER TABLE stage_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage_results FORCE ROW LEVEL SECURITY;
CREATE INDEX stage_results_scope ON stage_results (division_code COLLATE "C");
CREATE POLICY reach ON stage_results USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE, DELETE ON stage_results TO youjun_app;

ALTER TABLE county_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_results FORCE ROW LEVEL SECURITY;
CREATE INDEX county_results_scope ON county_results (division_code COLLATE "C");
CREATE POLICY reach ON county_results USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON county_results TO youjun_app;

-- Subtree, and read by the people of the county who are not its bureau.

ALTER TABLE filing_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_years FORCE ROW LEVEL SECURITY;
CREATE INDEX filing_years_scope ON filing_years (division_code COLLATE "C");
CREATE POLICY reach ON filing_years USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON filing_years TO youjun_app;

ALTER TABLE units ENABLE ROW LEVEL SECURITY;
ALTER TABLE units FORCE ROW LEVEL SECURITY;
CREATE INDEX units_scope ON units (division_code COLLATE "C");
CREATE POLICY reach ON units USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON units TO youjun_app;

-- Subtree or a list of schools.

ALTER TABLE schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
CREATE INDEX schools_scope ON schools (division_code COLLATE "C");
CREATE POLICY reach ON schools USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR id = ANY (scope_schools()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON schools TO youjun_app;

ALTER TABLE school_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_facts FORCE ROW LEVEL SECURITY;
CREATE INDEX school_facts_scope ON school_facts (division_code COLLATE "C");
CREATE POLICY reach ON school_facts USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON school_facts TO youjun_app;

ALTER TABLE section_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE section_results FORCE ROW LEVEL SECURITY;
CREATE INDEX section_results_scope ON section_results (division_code COLLATE "C");
CREATE POLICY reach ON section_results USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE, DELETE ON section_results TO youjun_app;

ALTER TABLE filings ENABLE ROW LEVEL SECURITY;
ALTER TABLE filings FORCE ROW LEVEL SECURITY;
CREATE INDEX filings_scope ON filings (division_code COLLATE "C");
CREATE POLICY reach ON filings USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()) OR filed_by_school_id = ANY (scope_schools()));
GRANT SELECT, INSERT, UPDATE ON filings TO youjun_app;

ALTER TABLE filing_exceptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_exceptions FORCE ROW LEVEL SECURITY;
CREATE INDEX filing_exceptions_scope ON filing_exceptions (division_code COLLATE "C");
CREATE POLICY reach ON filing_exceptions USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON filing_exceptions TO youjun_app;

-- Drafts: the county itself and the school, nobody above.

ALTER TABLE filing_sections ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_sections FORCE ROW LEVEL SECURITY;
CREATE INDEX filing_sections_scope ON filing_sections (division_code COLLATE "C");
CREATE POLICY reach ON filing_sections USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR filed_by_school_id = ANY (scope_schools()));
GRANT SELECT, INSERT, UPDATE ON filing_sections TO youjun_app;

ALTER TABLE filing_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_comments FORCE ROW LEVEL SECURITY;
CREATE INDEX filing_comments_scope ON filing_comments (division_code COLLATE "C");
CREATE POLICY reach ON filing_comments USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR filed_by_school_id = ANY (scope_schools()));
GRANT SELECT, INSERT, UPDATE ON filing_comments TO youjun_app;

ALTER TABLE filing_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_versions FORCE ROW LEVEL SECURITY;
CREATE INDEX filing_versions_scope ON filing_versions (division_code COLLATE "C");
CREATE POLICY reach ON filing_versions USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR filed_by_school_id = ANY (scope_schools()) OR (decision = 'approved' AND (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())))
  WITH CHECK (division_code = scope_own() OR school_id = ANY (scope_schools()) OR filed_by_school_id = ANY (scope_schools()));
GRANT SELECT, INSERT, UPDATE ON filing_versions TO youjun_app;

-- County facts: drafts within the county (a unit: its own), approved ones up the tree.

ALTER TABLE county_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_facts FORCE ROW LEVEL SECURITY;
CREATE INDEX county_facts_scope ON county_facts (division_code COLLATE "C");
CREATE POLICY reach ON county_facts USING (division_code = scope_own() OR (division_code = scope_county() AND unit_id = scope_unit()) OR (state = 'approved' AND (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND unit_id = scope_unit()));
GRANT SELECT, INSERT, UPDATE ON county_facts TO youjun_app;

-- Files: the county, the school; a unit sees what it uploaded itself.

ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE files FORCE ROW LEVEL SECURITY;
CREATE INDEX files_scope ON files (division_code COLLATE "C");
CREATE POLICY reach ON files USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR (division_code = scope_county() AND uploaded_by = scope_user()));
GRANT SELECT, INSERT, UPDATE ON files TO youjun_app;

ALTER TABLE file_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_links FORCE ROW LEVEL SECURITY;
CREATE INDEX file_links_scope ON file_links (division_code COLLATE "C");
CREATE POLICY reach ON file_links USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR (division_code = scope_county() AND scope_unit() IS NOT NULL AND entity = 'county_fact'));
GRANT SELECT, INSERT, UPDATE ON file_links TO youjun_app;

-- Published downward: what the divisions above decided holds for all below; only the division itself writes it.

ALTER TABLE threshold_overrides ENABLE ROW LEVEL SECURITY;
ALTER TABLE threshold_overrides FORCE ROW LEVEL SECURITY;
CREATE INDEX threshold_overrides_scope ON threshold_overrides (division_code COLLATE "C");
CREATE POLICY reach ON threshold_overrides USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = 'cn' OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON threshold_overrides TO youjun_app;

ALTER TABLE reading_choices ENABLE ROW LEVEL SECURITY;
ALTER TABLE reading_choices FORCE ROW LEVEL SECURITY;
CREATE INDEX reading_choices_scope ON reading_choices (division_code COLLATE "C");
CREATE POLICY reach ON reading_choices USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = 'cn' OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON reading_choices TO youjun_app;

-- People: those whom the place administers, and oneself.

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE INDEX users_scope ON users (division_code COLLATE "C");
CREATE POLICY reach ON users USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()) OR id = scope_user())
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR id = scope_user());
GRANT SELECT, INSERT, UPDATE ON users TO youjun_app;

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
CREATE INDEX memberships_scope ON memberships (division_code COLLATE "C");
CREATE POLICY reach ON memberships USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()) OR user_id = scope_user())
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON memberships TO youjun_app;

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON sessions USING (user_id = scope_user());
GRANT SELECT, UPDATE ON sessions TO youjun_app;

ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON api_tokens USING (user_id = scope_user());
GRANT SELECT, INSERT, UPDATE ON api_tokens TO youjun_app;

-- Nobody but the functions of 0003 reaches these rows.
ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;

-- The audit log is read in reach and written only by audit_append.
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
CREATE INDEX audit_events_scope ON audit_events (division_code COLLATE "C");
CREATE POLICY reach ON audit_events FOR SELECT USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()));
GRANT SELECT ON audit_events TO youjun_app;

-- States are text with a check: enum filters are not leakproof, so no index serves them under row-level security.
ALTER TABLE divisions ADD CHECK (level IN ('nation', 'province', 'city', 'county')), ADD CHECK (kind IN ('administrative', 'functional_zone', 'corps'));
ALTER TABLE units ADD CHECK (kind IN ('section', 'member', 'township'));
ALTER TABLE schools ADD CHECK (kind IN ('primary', 'junior', 'nine_year', 'twelve_year', 'complete_secondary', 'teaching_point', 'special', 'vocational')),
  ADD CHECK (area_type IN ('urban', 'town', 'rural')), ADD CHECK (code ~ '^[0-9]{10}$'), ADD CHECK (operator_type BETWEEN 1 AND 10);
ALTER TABLE memberships ADD CHECK (office IN ('education', 'supervision', 'government', 'section', 'unit', 'inspector', 'filler', 'principal', 'sysadmin')),
  ADD CHECK (level IN ('nation', 'province', 'city', 'county', 'school')),
  ADD CHECK ((level = 'school') = (school_id IS NOT NULL)), ADD CHECK (office NOT IN ('unit', 'section') OR unit_id IS NOT NULL);
ALTER TABLE filings ADD CHECK (state IN ('open', 'submitted', 'returned', 'approved', 'correcting', 'resubmitted'));
ALTER TABLE filing_versions ADD CHECK (decision IN ('pending', 'returned', 'approved'));
ALTER TABLE county_facts ADD CHECK (state IN ('draft', 'submitted', 'approved'));
ALTER TABLE section_results ADD CHECK (stage IN ('primary', 'junior'));
ALTER TABLE stage_results ADD CHECK (stage IN ('primary', 'junior'));
CREATE INDEX schools_pinyin ON schools (pinyin COLLATE "C");
CREATE INDEX school_facts_county_year ON school_facts (division_code COLLATE "C", year);
CREATE INDEX section_results_county_year ON section_results (division_code COLLATE "C", year);
CREATE INDEX county_results_year ON county_results (year, division_code COLLATE "C");
CREATE INDEX filings_county_year ON filings (division_code COLLATE "C", year);
