CREATE TABLE "visit_limits" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "per_school" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_limits_pkey" PRIMARY KEY ("division_code","year")
);

CREATE TABLE "visits" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "organiser" TEXT NOT NULL DEFAULT '',
    "visitor_id" TEXT NOT NULL,
    "visitor_name" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "items" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "basis" TEXT NOT NULL,
    "approval_number" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "visited_on" DATE,
    "results" JSONB NOT NULL DEFAULT '[]',
    "findings" TEXT NOT NULL DEFAULT '',
    "issues" JSONB NOT NULL DEFAULT '[]',
    "recorded_at" TIMESTAMPTZ(3),
    "reply" TEXT NOT NULL DEFAULT '',
    "acknowledged_by" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "task_inspections" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "filing" INTEGER NOT NULL,
    "task_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_inspections_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "teaching_cycles" (
    "division_code" TEXT NOT NULL,
    "start_year" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teaching_cycles_pkey" PRIMARY KEY ("division_code","start_year")
);

CREATE TABLE "teaching_records" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "teachers" INTEGER,
    "covered_year" INTEGER,
    "covered_cycle" INTEGER,
    "self_rating" TEXT,
    "self_note" TEXT NOT NULL DEFAULT '',
    "county_rating" TEXT,
    "county_note" TEXT NOT NULL DEFAULT '',
    "experiments_required" INTEGER,
    "experiments_done" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT NOT NULL DEFAULT '',
    "entered_by" TEXT NOT NULL,
    "confirmed_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teaching_records_pkey" PRIMARY KEY ("school_id","year")
);

CREATE TABLE "exchange_years" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "school_id" TEXT NOT NULL DEFAULT '',
    "eligible" INTEGER,
    "exchanged" INTEGER,
    "backbone" INTEGER,
    "long_term" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT NOT NULL DEFAULT '',
    "entered_by" TEXT NOT NULL,
    "confirmed_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_years_pkey" PRIMARY KEY ("division_code","year","school_id")
);

CREATE TABLE "school_groups" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ended_on" DATE,
    "updated_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_groups_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "school_group_members" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lead" BOOLEAN NOT NULL DEFAULT false,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "school_group_members_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "school_group_members_group_id_idx" ON "school_group_members"("group_id");

ALTER TABLE "school_group_members" ADD CONSTRAINT "school_group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "school_groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE visit_limits ADD CHECK (per_school BETWEEN 1 AND 366);
ALTER TABLE visits ADD CHECK (kind IN ('routine', 'special', 'activity')), ADD CHECK (state IN ('planned', 'recorded', 'acknowledged', 'cancelled')), ADD CHECK (basis <> '' AND approval_number <> ''),
  ADD CHECK (year = extract(year FROM planned_on)), ADD CHECK (state NOT IN ('recorded', 'acknowledged') OR (visited_on IS NOT NULL AND year = extract(year FROM visited_on)));
ALTER TABLE task_inspections ADD CHECK (verdict IN ('on-course', 'behind', 'unmet'));
ALTER TABLE teaching_records ADD CHECK (state IN ('draft', 'submitted', 'confirmed')), ADD CHECK (covered_year <= covered_cycle AND covered_cycle <= teachers), ADD CHECK (experiments_done <= experiments_required),
  ADD CHECK (least(teachers, covered_year, covered_cycle, experiments_required, experiments_done) >= 0), ADD CHECK (self_rating IN ('excellent', 'good', 'fair', 'weak')), ADD CHECK (county_rating IN ('excellent', 'good', 'fair', 'weak'));
ALTER TABLE exchange_years ADD CHECK (state IN ('draft', 'submitted', 'confirmed')), ADD CHECK (backbone <= exchanged AND exchanged <= eligible AND long_term <= exchanged), ADD CHECK (least(eligible, exchanged, backbone, long_term) >= 0);
ALTER TABLE school_groups ADD CHECK (kind IN ('community', 'conglomerate', 'zone')), ADD CHECK (ended_on >= starts_on);
ALTER TABLE school_group_members ADD CHECK (kind IN ('community', 'conglomerate', 'zone')), ADD CHECK (left_on >= joined_on);
-- A school stands in one 共同体 at a time.
CREATE UNIQUE INDEX school_group_members_one_community ON school_group_members (school_id) WHERE kind = 'community' AND left_on IS NULL;

CREATE INDEX visits_scope ON visits (division_code COLLATE "C", year);
CREATE INDEX visits_school ON visits (school_id, year);
CREATE INDEX task_inspections_scope ON task_inspections (division_code COLLATE "C", year);
CREATE INDEX teaching_records_scope ON teaching_records (division_code COLLATE "C", year);
CREATE INDEX exchange_years_scope ON exchange_years (division_code COLLATE "C", year);
CREATE INDEX school_groups_scope ON school_groups (division_code COLLATE "C");
CREATE INDEX school_group_members_scope ON school_group_members (division_code COLLATE "C");

-- Visits: the county, the school and its 责任督学; the levels above read.
ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
ALTER TABLE visits FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON visits USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND school_id = ANY (scope_schools())));
GRANT SELECT, INSERT, UPDATE ON visits TO youjun_app;

-- What a county decides for its schools.
ALTER TABLE visit_limits ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit_limits FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON visit_limits USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON visit_limits TO youjun_app;

ALTER TABLE teaching_cycles ENABLE ROW LEVEL SECURITY;
ALTER TABLE teaching_cycles FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON teaching_cycles USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON teaching_cycles TO youjun_app;

-- Findings of an inspection: whoever takes part in the task reads them.
ALTER TABLE task_inspections ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_inspections FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON task_inspections USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = task_id)))
  WITH CHECK (user_id = scope_user() AND division_code = scope_own());
GRANT SELECT, INSERT ON task_inspections TO youjun_app;

-- Yearly records of teachers: drafts in the county and the school, confirmed ones up the tree.
ALTER TABLE teaching_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE teaching_records FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON teaching_records USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR (state = 'confirmed' AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND school_id = ANY (scope_schools())));
GRANT SELECT, INSERT, UPDATE ON teaching_records TO youjun_app;

ALTER TABLE exchange_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange_years FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON exchange_years USING (division_code = scope_own() OR school_id = ANY (scope_schools()) OR (state = 'confirmed' AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND school_id = ANY (scope_schools())));
GRANT SELECT, INSERT, UPDATE ON exchange_years TO youjun_app;

ALTER TABLE school_groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_groups FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON school_groups USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON school_groups TO youjun_app;

ALTER TABLE school_group_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_group_members FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON school_group_members USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools()))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON school_group_members TO youjun_app;

-- Evidence of a visit: with the county, the school and its 责任督学, and with the levels above.
CREATE POLICY visits ON file_links USING (entity = 'visit' AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR school_id = ANY (scope_schools())))
  WITH CHECK (entity = 'visit' AND linked_by = scope_user() AND (division_code = scope_own() OR school_id = ANY (scope_schools())));
