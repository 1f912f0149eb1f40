CREATE TABLE "certification_relaxations" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "school_code" TEXT NOT NULL,
    "school_name" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "plan" TEXT NOT NULL DEFAULT '',
    "confirmed_on" DATE,
    "confirmed_note" TEXT NOT NULL DEFAULT '',
    "confirmed_by" TEXT NOT NULL DEFAULT '',
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_relaxations_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "certification_relaxations_case_id_school_code_item_key" ON "certification_relaxations"("case_id", "school_code", "item");

ALTER TABLE certification_relaxations ADD CHECK ((confirmed_on IS NULL) = (confirmed_by = ''));
CREATE INDEX certification_relaxations_scope ON certification_relaxations (division_code COLLATE "C", due_on) WHERE confirmed_on IS NULL;
-- Entered by the nation with its recognition, or by the province from what it knows; the county plans, the province confirms; the line reads.
ALTER TABLE certification_relaxations ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_relaxations FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_relaxations FOR SELECT USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY enter ON certification_relaxations FOR INSERT WITH CHECK (issuer_code = scope_own() AND (scope_own() = 'cn' OR scope_own() = left(division_code, 2)));
CREATE POLICY change ON certification_relaxations FOR UPDATE USING (division_code = scope_own() OR left(division_code, 2) = scope_own());
GRANT SELECT, INSERT, UPDATE ON certification_relaxations TO youjun_app;
