-- County-level functional zones: approved, 财政独立, 具有教育管理职能 (seed: S2). Added by a province below one of its cities.
CREATE TABLE "zones" (
    "division_code" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "approved_on" DATE NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_on" DATE,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "zones_pkey" PRIMARY KEY ("division_code")
);
ALTER TABLE zones ADD CHECK (division_code ~ '^[0-9]{4}[7-9][0-9]$');
ALTER TABLE zones ENABLE ROW LEVEL SECURITY;
ALTER TABLE zones FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON zones USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (scope_own() = left(division_code, 2));
GRANT SELECT, INSERT, UPDATE ON zones TO youjun_app;

-- Divisions are reference data that nobody writes; a zone enters them through here, for the province whose reach is set.
CREATE FUNCTION add_zone(zone text, zone_name text, initials text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE city divisions;
BEGIN
  IF scope_own() IS DISTINCT FROM left(zone, 2) THEN RETURN 'reach'; END IF;
  SELECT * INTO city FROM divisions WHERE code = left(zone, 4) AND level = 'city' AND valid_to IS NULL;
  IF city.code IS NULL THEN RETURN 'city'; END IF;
  INSERT INTO divisions (code, name, pinyin, level, parent_code, kind, path, skips_city_review, demo, valid_from)
    VALUES (zone, zone_name, initials, 'county', city.code, 'functional_zone', city.path || ' / ' || zone_name, city.skips_city_review, demo_loaded(), CURRENT_DATE) ON CONFLICT (code) DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'taken' END;
END $$;

-- Ends a zone that has no open school any more; it stays in the records.
CREATE FUNCTION end_zone(zone text, last_day date) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF scope_own() IS DISTINCT FROM left(zone, 2) THEN RETURN 'reach'; END IF;
  IF EXISTS (SELECT 1 FROM schools WHERE division_code = zone AND closed_on IS NULL) THEN RETURN 'schools'; END IF;
  UPDATE divisions SET valid_to = last_day WHERE code = zone AND kind = 'functional_zone' AND valid_to IS NULL;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'gone' END;
END $$;
REVOKE ALL ON FUNCTION add_zone(text, text, text), end_zone(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_zone(text, text, text), end_zone(text, date) TO youjun_app;
