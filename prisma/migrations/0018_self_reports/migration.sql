CREATE TABLE "self_reports" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "unit_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "sections" JSONB NOT NULL,
    "reason" TEXT,
    "written_by" TEXT NOT NULL,
    "decided_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "self_reports_pkey" PRIMARY KEY ("division_code","year","unit_id")
);

CREATE TABLE "county_reports" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "opening" TEXT NOT NULL DEFAULT '',
    "conclusion" TEXT NOT NULL DEFAULT '',
    "filed_by" TEXT,
    "filed_at" TIMESTAMPTZ(3),
    "snapshot" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "county_reports_pkey" PRIMARY KEY ("division_code","year")
);

ALTER TABLE self_reports ADD CHECK (state IN ('draft', 'submitted', 'returned', 'accepted'));

-- A unit reads and writes its own; the county's offices all of theirs.
ALTER TABLE self_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_reports FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON self_reports USING (division_code = scope_own() OR (division_code = scope_county() AND unit_id = scope_unit()));
GRANT SELECT, INSERT, UPDATE ON self_reports TO youjun_app;

-- The merged report is read above once it has been filed; units may know that it was.
ALTER TABLE county_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_reports FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON county_reports USING (division_code = scope_own() OR (filed_at IS NOT NULL AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR (division_code = scope_county() AND scope_unit() IS NOT NULL))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON county_reports TO youjun_app;
