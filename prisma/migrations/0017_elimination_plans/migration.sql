CREATE TABLE "elimination_plans" (
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "planned_year" INTEGER NOT NULL,
    "measure" TEXT NOT NULL DEFAULT '',
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "elimination_plans_pkey" PRIMARY KEY ("division_code","school_id","kind")
);

ALTER TABLE elimination_plans ADD CHECK (kind IN ('class', 'size', 'empty')), ADD CHECK (planned_year BETWEEN 2000 AND 2100);
ALTER TABLE elimination_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE elimination_plans FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON elimination_plans USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools())) WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON elimination_plans TO youjun_app;
