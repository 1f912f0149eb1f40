CREATE TABLE "resource_plans" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "input" JSONB NOT NULL,
    "outcome" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied" JSONB,
    "applied_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "resource_plans_pkey" PRIMARY KEY ("id")
);

ALTER TABLE resource_plans ADD CHECK (basis IN ('approved', 'live')), ADD CHECK (mode IN ('additions', 'rotation', 'both')), ADD CHECK (division_code ~ '^[0-9]{6}$');
CREATE INDEX resource_plans_scope ON resource_plans (division_code COLLATE "C", created_at);
ALTER TABLE resource_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE resource_plans FORCE ROW LEVEL SECURITY;
-- The county's own; the levels above read plans of approved figures, never those of drafts. Only the county writes.
CREATE POLICY reach ON resource_plans USING (division_code = scope_own() OR (basis = 'approved' AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own());
-- What a plan was worked out from is never changed; it is taken off, or noted as written into targets and ledger.
GRANT SELECT, INSERT ON resource_plans TO youjun_app;
GRANT UPDATE (applied, applied_at, retired_at, version) ON resource_plans TO youjun_app;
