CREATE TABLE "task_templates" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "requirement" TEXT NOT NULL DEFAULT '',
    "measures" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "recurrence" TEXT NOT NULL DEFAULT 'once',
    "quantity_target" DECIMAL(14,2),
    "quantity_unit" TEXT,
    "due_month" INTEGER NOT NULL DEFAULT 12,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER,
    "superseded_by" TEXT,
    "created_by" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_templates_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tasks" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "template_id" TEXT,
    "template_version" INTEGER,
    "parent_id" TEXT,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "requirement" TEXT NOT NULL DEFAULT '',
    "lead_post" TEXT NOT NULL DEFAULT '',
    "lead_holder" TEXT NOT NULL DEFAULT '',
    "lead_unit_id" TEXT,
    "joint_unit_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "school_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "all_schools" BOOLEAN NOT NULL DEFAULT false,
    "starts_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "recurrence" TEXT NOT NULL DEFAULT 'once',
    "rounds_done" INTEGER NOT NULL DEFAULT 0,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'idle',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "measures" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "quantity_target" DECIMAL(14,2),
    "quantity_actual" DECIMAL(14,2),
    "quantity_unit" TEXT,
    "outputs" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "submitted_by" TEXT,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "task_updates" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "unit_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "progress" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "task_updates_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "task_filings" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filed_by" TEXT,
    "filed_at" TIMESTAMPTZ(3),
    "snapshot" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_filings_pkey" PRIMARY KEY ("division_code","year","number")
);

CREATE TABLE "policy_documents" (
    "division_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'drafting',
    "document_number" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "task_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "policy_documents_pkey" PRIMARY KEY ("division_code","code")
);

CREATE UNIQUE INDEX "tasks_division_code_year_template_id_key" ON "tasks"("division_code", "year", "template_id");

CREATE INDEX "task_updates_task_id_idx" ON "task_updates"("task_id");

ALTER TABLE "task_updates" ADD CONSTRAINT "task_updates_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE task_templates ADD CHECK (kind IN ('basic', 'breakthrough', 'province')), ADD CHECK (level IN ('nation', 'province', 'city')), ADD CHECK (recurrence IN ('once', 'half-yearly')), ADD CHECK (due_month BETWEEN 1 AND 12);
ALTER TABLE tasks ADD CHECK (kind IN ('basic', 'breakthrough', 'province', 'measure')), ADD CHECK (level IN ('nation', 'province', 'city', 'county')),
  ADD CHECK (state IN ('idle', 'doing', 'waiting', 'done', 'deferred')), ADD CHECK (recurrence IN ('once', 'half-yearly')),
  ADD CHECK (progress BETWEEN 0 AND 100), ADD CHECK (weight BETWEEN 1 AND 10), ADD CHECK (due_on >= starts_on), ADD CHECK (rounds_done BETWEEN 0 AND 2), ADD CHECK (parent_id <> id);
ALTER TABLE task_filings ADD CHECK (state IN ('open', 'filed'));
ALTER TABLE policy_documents ADD CHECK (state IN ('drafting', 'consulting', 'reviewing', 'issued')), ADD CHECK (state <> 'issued' OR (document_number <> '' AND issued_on IS NOT NULL));

CREATE INDEX tasks_scope ON tasks (division_code COLLATE "C", year);
CREATE INDEX task_updates_scope ON task_updates (division_code COLLATE "C");
CREATE INDEX task_templates_scope ON task_templates (division_code COLLATE "C");

-- Published downward: read by all below, written by the division itself.
ALTER TABLE task_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_templates FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON task_templates USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = 'cn' OR starts_with(coalesce(scope_own(), scope_county(), ''), division_code))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON task_templates TO youjun_app;

-- A county's own; units and schools see and write what they take part in; the levels above read.
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON tasks USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND (lead_unit_id = scope_unit() OR scope_unit() = ANY (joint_unit_ids) OR (scope_schools() IS NOT NULL AND (all_schools OR school_ids && scope_schools())))))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND (lead_unit_id = scope_unit() OR scope_unit() = ANY (joint_unit_ids) OR school_ids && scope_schools())));
GRANT SELECT, INSERT, UPDATE ON tasks TO youjun_app;

ALTER TABLE task_updates ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_updates FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON task_updates USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND (school_id IS NULL OR school_id = ANY (scope_schools())) AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = task_id)))
  WITH CHECK (user_id = scope_user() AND (division_code = scope_own()
    OR (division_code = scope_county() AND (school_id = ANY (scope_schools()) OR unit_id = scope_unit()) AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = task_id))));
GRANT SELECT, INSERT ON task_updates TO youjun_app;

ALTER TABLE task_filings ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_filings FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON task_filings USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON task_filings TO youjun_app;

ALTER TABLE policy_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON policy_documents USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON policy_documents TO youjun_app;

-- Evidence of tasks and of policy documents: with whoever takes part, and with the levels above.
CREATE POLICY tasks ON file_links USING (entity = 'task' AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND (school_id IS NULL OR school_id = ANY (scope_schools())) AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = entity_id))))
  WITH CHECK (entity = 'task' AND (division_code = scope_own()
    OR (division_code = scope_county() AND linked_by = scope_user() AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = entity_id))));
CREATE POLICY policy_documents ON file_links USING (entity = 'policy_document' AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county()))
  WITH CHECK (entity = 'policy_document' AND division_code = scope_own());

-- Copies what is in force into the counties that have opened the year (decision 0005); runs again without effect.
CREATE FUNCTION adopt_tasks(for_year int, below text) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH made AS (
    INSERT INTO tasks (id, division_code, year, template_id, template_version, kind, level, group_name, number, title, requirement, measures, recurrence, quantity_target, quantity_unit, starts_on, due_on)
    SELECT 't' || y.division_code || '-' || y.year || '-' || t.id, y.division_code, y.year, t.id, t.version, t.kind, t.level, t.group_name, t.number, t.title, t.requirement, t.measures, t.recurrence,
      t.quantity_target, t.quantity_unit, make_date(y.year, 1, 1), (make_date(y.year, t.due_month, 1) + interval '1 month - 1 day')::date
    FROM filing_years y JOIN task_templates t ON (t.division_code = 'cn' OR starts_with(y.division_code, t.division_code))
    WHERE y.year = for_year AND (below = 'cn' OR starts_with(y.division_code, below)) AND t.first_year <= y.year AND (t.last_year IS NULL OR t.last_year >= y.year)
    ON CONFLICT (division_code, year, template_id) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM made $$;
