-- Offices in the order in which they were given, so that the first one is the one a session begins in.
ALTER TABLE "memberships" ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE OR REPLACE FUNCTION auth_offices(account text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'office', m.office, 'level', m.level, 'divisionCode', m.division_code, 'divisionName', d.name,
      'schoolId', m.school_id, 'schoolName', s.name, 'unitId', m.unit_id, 'unitName', u.name, 'unitKind', u.kind, 'schoolIds', m.school_ids)
      ORDER BY m.starts_on, m.created_at, m.id), '[]')
    FROM memberships m
      JOIN divisions d ON d.code = m.division_code
      LEFT JOIN schools s ON s.id = m.school_id
      LEFT JOIN units u ON u.id = m.unit_id
    WHERE m.user_id = account AND m.retired_at IS NULL AND m.starts_on <= current_date
      AND (m.ends_on IS NULL OR m.ends_on >= current_date)
  $$;

CREATE TABLE "notices" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "unit_id" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notice_reads" (
    "notice_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_reads_pkey" PRIMARY KEY ("notice_id","user_id")
);

CREATE UNIQUE INDEX "notices_key_key" ON "notices"("key");

ALTER TABLE "notice_reads" ADD CONSTRAINT "notice_reads_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE notices ADD CHECK (kind IN ('assigned', 'returned', 'reminded', 'due7', 'due1', 'overdue')), ADD CHECK (school_id IS NULL OR unit_id IS NULL), ADD CHECK (href LIKE '/%');
CREATE INDEX notices_place ON notices (division_code COLLATE "C", created_at DESC) WHERE school_id IS NULL AND unit_id IS NULL;
CREATE INDEX notices_school ON notices (school_id, created_at DESC) WHERE school_id IS NOT NULL;
CREATE INDEX notices_unit ON notices (unit_id, created_at DESC) WHERE unit_id IS NOT NULL;

-- A notice is its place's: the office's own division, the school, the unit; whoever works in the county may send one within it.
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON notices FOR SELECT USING ((division_code = scope_own() AND school_id IS NULL AND unit_id IS NULL) OR school_id = ANY (scope_schools()) OR unit_id = scope_unit());
CREATE POLICY send ON notices FOR INSERT WITH CHECK (created_by = scope_user() AND (starts_with(division_code, coalesce(scope_own(), '#')) OR division_code = scope_county()));
GRANT SELECT, INSERT ON notices TO youjun_app;

ALTER TABLE notice_reads ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_reads FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON notice_reads USING (user_id = scope_user()) WITH CHECK (user_id = scope_user() AND EXISTS (SELECT 1 FROM notices n WHERE n.id = notice_id));
GRANT SELECT, INSERT ON notice_reads TO youjun_app;

-- Due in seven days, in one, and overdue: once a task, a day and a place, for the lead unit (else the bureau) and the schools that lead.
CREATE FUNCTION make_task_notices(today date) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH due AS (
    SELECT t.id, t.division_code, t.title, t.due_on, t.lead_unit_id, t.school_ids, t.kind AS task_kind,
      CASE WHEN t.due_on < today THEN 'overdue' WHEN t.due_on <= today + 1 THEN 'due1' ELSE 'due7' END AS kind
    FROM tasks t WHERE t.retired_at IS NULL AND t.state NOT IN ('done', 'deferred') AND t.due_on BETWEEN today - 30 AND today + 7
  ), addressed AS (
    SELECT id, division_code, title, due_on, kind, lead_unit_id AS unit_id, NULL::text AS school_id FROM due
    UNION ALL SELECT d.id, d.division_code, d.title, d.due_on, d.kind, NULL, s FROM due d CROSS JOIN unnest(d.school_ids) AS s
  ), made AS (
    INSERT INTO notices (id, division_code, school_id, unit_id, kind, title, href, entity, entity_id, key)
    SELECT gen_random_uuid()::text, division_code, school_id, unit_id, kind,
      CASE kind WHEN 'overdue' THEN '“' || title || '”已逾期（' || due_on || ' 到期）' WHEN 'due1' THEN '“' || title || '”明天前到期' ELSE '“' || title || '”' || due_on || ' 到期' END,
      CASE WHEN school_id IS NULL THEN '/d/' || division_code || '/tasks/' || id ELSE '/s/' || school_id || '/tasks/' || id END,
      'task', id, 'task:' || id || ':' || kind || ':' || due_on || ':' || coalesce(school_id, unit_id, division_code)
    FROM addressed ON CONFLICT (key) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM made $$;
REVOKE ALL ON FUNCTION make_task_notices(date) FROM PUBLIC;
