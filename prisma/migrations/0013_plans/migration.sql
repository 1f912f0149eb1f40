CREATE TABLE "share_targets" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "share_min" INTEGER NOT NULL,
    "share_aim" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "share_targets_pkey" PRIMARY KEY ("division_code","year")
);

CREATE TABLE "plans" (
    "division_code" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "supervise_from" INTEGER,
    "locked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("division_code")
);

CREATE TABLE "plan_rows" (
    "division_code" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_rows_pkey" PRIMARY KEY ("division_code")
);

CREATE TABLE "plan_cells" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_cells_pkey" PRIMARY KEY ("division_code")
);

CREATE TABLE "plan_changes" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "from_year" INTEGER,
    "to_year" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "plan_changes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "county_goals" (
    "division_code" TEXT NOT NULL,
    "target_year" INTEGER NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "draft" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "county_goals_pkey" PRIMARY KEY ("division_code")
);

CREATE TABLE "plan_stages" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_stages_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "milestones" (
    "id" TEXT NOT NULL,
    "stage_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "year_targets" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "target" DECIMAL(10,4) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "year_targets_pkey" PRIMARY KEY ("division_code","year","measure")
);

CREATE TABLE "leading_members" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "holder" TEXT NOT NULL DEFAULT '',
    "unit_id" TEXT,
    "number" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leading_members_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "meetings" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "decisions" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "spending_years" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "total_wan" DECIMAL(14,2) NOT NULL,
    "per_pupil" DECIMAL(12,2) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "spending_years_pkey" PRIMARY KEY ("division_code","year")
);

CREATE TABLE "projects" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "places" INTEGER NOT NULL DEFAULT 0,
    "area" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "investment_wan" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "delivery_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "school_id" TEXT,
    "indicator" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "seat_needs" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "needed" INTEGER NOT NULL,
    "available" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seat_needs_pkey" PRIMARY KEY ("division_code","year","stage")
);

CREATE TABLE "support_counties" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "given" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_counties_pkey" PRIMARY KEY ("division_code","year")
);

CREATE TABLE "observation_events" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "observation_events_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "milestones" ADD CONSTRAINT "milestones_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "plan_stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE share_targets ADD CHECK (share_min BETWEEN 1 AND 100), ADD CHECK (share_aim BETWEEN share_min AND 100), ADD CHECK (year BETWEEN 2015 AND 2035);
ALTER TABLE plans ADD CHECK (state IN ('open', 'locked')), ADD CHECK (division_code ~ '^[0-9]{2}$');
ALTER TABLE plan_rows ADD CHECK (state IN ('draft', 'submitted', 'returned')), ADD CHECK (division_code ~ '^[0-9]{4}$');
-- One row a county is one year at most (seed: S9).
ALTER TABLE plan_cells ADD CHECK (year BETWEEN 2021 AND 2035), ADD CHECK (division_code ~ '^[0-9]{6}$');
ALTER TABLE county_goals ADD CHECK (target_year BETWEEN 2015 AND 2035);
ALTER TABLE plan_stages ADD CHECK (ends_on >= starts_on);
ALTER TABLE year_targets ADD CHECK (target >= 0), ADD CHECK (year BETWEEN 2015 AND 2035);
ALTER TABLE leading_members ADD CHECK (role IN ('leader', 'deputy', 'member', 'office'));
ALTER TABLE spending_years ADD CHECK (total_wan >= 0), ADD CHECK (per_pupil >= 0);
ALTER TABLE projects ADD CHECK (kind IN ('new', 'extension', 'rooms', 'equipment')), ADD CHECK (stage IN ('primary', 'junior')), ADD CHECK (state IN ('planned', 'approved', 'building', 'delivered', 'paused')),
  ADD CHECK (places >= 0), ADD CHECK (area >= 0), ADD CHECK (investment_wan >= 0);
ALTER TABLE seat_needs ADD CHECK (stage IN ('primary', 'junior')), ADD CHECK (needed >= 0), ADD CHECK (available >= 0);
ALTER TABLE support_counties ADD CHECK (kinds <@ ARRAY['project', 'fund', 'expert']);

-- Published downward: read by all below, written by the province itself.
ALTER TABLE share_targets ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_targets FORCE ROW LEVEL SECURITY;
CREATE INDEX share_targets_scope ON share_targets (division_code COLLATE "C");
CREATE POLICY reach ON share_targets USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON share_targets TO youjun_app;
ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans FORCE ROW LEVEL SECURITY;
CREATE INDEX plans_scope ON plans (division_code COLLATE "C");
CREATE POLICY reach ON plans USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON plans TO youjun_app;
ALTER TABLE observation_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation_events FORCE ROW LEVEL SECURITY;
CREATE INDEX observation_events_scope ON observation_events (division_code COLLATE "C");
CREATE POLICY reach ON observation_events USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON observation_events TO youjun_app;

-- The 规划表: a city writes its row and its counties' cells, the province all of them; a county reads its own.
ALTER TABLE plan_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_rows FORCE ROW LEVEL SECURITY;
CREATE INDEX plan_rows_scope ON plan_rows (division_code COLLATE "C");
CREATE POLICY reach ON plan_rows USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) AND scope_own() ~ '^([0-9]{2}|[0-9]{4})$');
GRANT SELECT, INSERT, UPDATE ON plan_rows TO youjun_app;
ALTER TABLE plan_cells ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_cells FORCE ROW LEVEL SECURITY;
CREATE INDEX plan_cells_scope ON plan_cells (division_code COLLATE "C");
CREATE POLICY reach ON plan_cells USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) AND scope_own() ~ '^([0-9]{2}|[0-9]{4})$');
GRANT SELECT, INSERT, UPDATE ON plan_cells TO youjun_app;

-- Its history: written once, by whoever acted.
ALTER TABLE plan_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_changes FORCE ROW LEVEL SECURITY;
CREATE INDEX plan_changes_scope ON plan_changes (division_code COLLATE "C");
CREATE POLICY reach ON plan_changes USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (user_id = scope_user() AND (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) AND scope_own() ~ '^([0-9]{2}|[0-9]{4})$');
GRANT SELECT, INSERT ON plan_changes TO youjun_app;

-- A county's own; its units and schools read with it, the levels above read.
ALTER TABLE county_goals ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_goals FORCE ROW LEVEL SECURITY;
CREATE INDEX county_goals_scope ON county_goals (division_code COLLATE "C");
CREATE POLICY reach ON county_goals USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON county_goals TO youjun_app;
ALTER TABLE plan_stages ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_stages FORCE ROW LEVEL SECURITY;
CREATE INDEX plan_stages_scope ON plan_stages (division_code COLLATE "C");
CREATE POLICY reach ON plan_stages USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON plan_stages TO youjun_app;
ALTER TABLE milestones ENABLE ROW LEVEL SECURITY;
ALTER TABLE milestones FORCE ROW LEVEL SECURITY;
CREATE INDEX milestones_scope ON milestones (division_code COLLATE "C");
CREATE POLICY reach ON milestones USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON milestones TO youjun_app;
ALTER TABLE year_targets ENABLE ROW LEVEL SECURITY;
ALTER TABLE year_targets FORCE ROW LEVEL SECURITY;
CREATE INDEX year_targets_scope ON year_targets (division_code COLLATE "C");
CREATE POLICY reach ON year_targets USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON year_targets TO youjun_app;
ALTER TABLE leading_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE leading_members FORCE ROW LEVEL SECURITY;
CREATE INDEX leading_members_scope ON leading_members (division_code COLLATE "C");
CREATE POLICY reach ON leading_members USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON leading_members TO youjun_app;
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings FORCE ROW LEVEL SECURITY;
CREATE INDEX meetings_scope ON meetings (division_code COLLATE "C");
CREATE POLICY reach ON meetings USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON meetings TO youjun_app;

-- A county's own; the levels above read.
ALTER TABLE spending_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE spending_years FORCE ROW LEVEL SECURITY;
CREATE INDEX spending_years_scope ON spending_years (division_code COLLATE "C");
CREATE POLICY reach ON spending_years USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON spending_years TO youjun_app;
ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE projects FORCE ROW LEVEL SECURITY;
CREATE INDEX projects_scope ON projects (division_code COLLATE "C");
CREATE POLICY reach ON projects USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON projects TO youjun_app;
ALTER TABLE seat_needs ENABLE ROW LEVEL SECURITY;
ALTER TABLE seat_needs FORCE ROW LEVEL SECURITY;
CREATE INDEX seat_needs_scope ON seat_needs (division_code COLLATE "C");
CREATE POLICY reach ON seat_needs USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON seat_needs TO youjun_app;

-- Given by a province to a county below it.
ALTER TABLE support_counties ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_counties FORCE ROW LEVEL SECURITY;
CREATE INDEX support_counties_scope ON support_counties (division_code COLLATE "C");
CREATE POLICY reach ON support_counties USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) AND division_code <> scope_own() AND scope_own() ~ '^[0-9]{2}$');
GRANT SELECT, INSERT, UPDATE ON support_counties TO youjun_app;

-- Evidence of meetings and of 研讨观摩.
CREATE POLICY meetings ON file_links USING (entity = 'meeting' AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county()))
  WITH CHECK (entity = 'meeting' AND division_code = scope_own());
CREATE POLICY observation_events ON file_links USING (entity = 'observation_event' AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code)))
  WITH CHECK (entity = 'observation_event' AND division_code = scope_own());
