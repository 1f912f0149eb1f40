-- The statistics export of a bureau: which column feeds what (the county's own), and its figures beside what a school typed
-- (the county and the school, nobody above: like drafts).

-- CreateTable
CREATE TABLE "statistics_mappings" (
    "division_code" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statistics_mappings_pkey" PRIMARY KEY ("division_code")
);

-- CreateTable
CREATE TABLE "statistics_figures" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "filed_by_school_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statistics_figures_pkey" PRIMARY KEY ("school_id","year")
);

ALTER TABLE statistics_mappings ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_mappings FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON statistics_mappings USING (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON statistics_mappings TO youjun_app;

ALTER TABLE statistics_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE statistics_figures FORCE ROW LEVEL SECURITY;
CREATE INDEX statistics_figures_scope ON statistics_figures (division_code COLLATE "C");
CREATE POLICY reach ON statistics_figures USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR filed_by_school_id = ANY (scope_schools()))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON statistics_figures TO youjun_app;
