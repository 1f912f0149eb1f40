CREATE TABLE "data_flags" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "school_id" TEXT,
    "school_name" TEXT,
    "sentence" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "judgement" TEXT NOT NULL DEFAULT '',
    "judged_by" TEXT,
    "judged_at" TIMESTAMPTZ(3),
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "data_flags_pkey" PRIMARY KEY ("division_code","year","key")
);

CREATE TABLE "data_scans" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "schools" INTEGER NOT NULL,
    "flagged" INTEGER NOT NULL,
    "scanned_by" TEXT NOT NULL,
    "scanned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "data_scans_pkey" PRIMARY KEY ("division_code","year")
);

ALTER TABLE data_flags ADD CHECK (state IN ('open', 'answered', 'cleared', 'confirmed', 'gone')), ADD CHECK (state <> 'confirmed' OR judgement <> '');
-- Internal: the county and the levels above it, never another county, a school or a unit. Whose act it may be is decided by lib/data-flags.
ALTER TABLE data_flags ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_flags FORCE ROW LEVEL SECURITY;
CREATE INDEX data_flags_scope ON data_flags (division_code COLLATE "C", year);
CREATE POLICY reach ON data_flags USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON data_flags TO youjun_app;
ALTER TABLE data_scans ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_scans FORCE ROW LEVEL SECURITY;
CREATE INDEX data_scans_scope ON data_scans (division_code COLLATE "C", year);
CREATE POLICY reach ON data_scans USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON data_scans TO youjun_app;
