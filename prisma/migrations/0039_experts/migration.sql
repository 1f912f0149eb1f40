-- 专家, per case and dated: an office without a reach of its own. What an expert sees follows from appointments alone.
ALTER TABLE memberships DROP CONSTRAINT memberships_office_check;
ALTER TABLE memberships ADD CONSTRAINT memberships_office_check CHECK (office IN ('education', 'supervision', 'government', 'section', 'unit', 'inspector', 'filler', 'principal', 'sysadmin', 'expert')),
  ADD CHECK (office <> 'expert' OR level IN ('city', 'province', 'nation'));

CREATE TABLE "certification_experts" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "ended_reason" TEXT NOT NULL DEFAULT '',
    "appointed_by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "appointed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_experts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_expert_opinions" (
    "visit_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "schools" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_expert_opinions_pkey" PRIMARY KEY ("visit_id","user_id")
);

CREATE INDEX "certification_experts_visit_id_idx" ON "certification_experts"("visit_id");
CREATE INDEX "certification_experts_user_id_idx" ON "certification_experts"("user_id");

ALTER TABLE certification_experts ADD CHECK (state IN ('active', 'ended')), ADD CHECK ((state = 'ended') = (ended_reason <> '')), ADD CHECK (from_on <= until_on), ADD CHECK (task <> '');
ALTER TABLE certification_expert_opinions ADD CHECK (state IN ('draft', 'submitted')), ADD CHECK (jsonb_typeof(schools) = 'object');
-- One appointment of a person at a time to one visit.
CREATE UNIQUE INDEX certification_experts_one_active ON certification_experts (visit_id, user_id) WHERE state = 'active';
CREATE INDEX certification_experts_scope ON certification_experts (division_code COLLATE "C");
CREATE INDEX certification_expert_opinions_scope ON certification_expert_opinions (issuer_code COLLATE "C");

-- Who entered a figure found on site, as the visit's page names the person.
ALTER TABLE "certification_site_values" ADD COLUMN "by_name" TEXT NOT NULL DEFAULT '';

-- The visits that the person may enter this minute: as an expert and nothing else (no other reach is set), appointed and within the days in Shanghai,
-- still an expert of the body, the visit under way, the case in that body's hands in that round, and no office in the county (above the city's own 复核: nor in its city).
-- `held`: a decision is being checked or signed, and its grounds stand still.
CREATE FUNCTION expert_visits() RETURNS TABLE (visit_id text, case_id text, round int, division_code text, issuer_code text, drawn text[], held boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 2 AS $$
  SELECT v.id, v.case_id, v.round, v.division_code, v.issuer_code, v.drawn,
    EXISTS (SELECT 1 FROM certification_decisions d WHERE d.case_id = v.case_id AND d.issuer_code = v.issuer_code AND d.state IN ('drafted', 'checked'))
  FROM certification_experts e
    JOIN certification_visits v ON v.id = e.visit_id AND v.case_id = e.case_id AND v.issuer_code = e.issuer_code AND v.state = 'planned'
    JOIN certification_cases c ON c.id = v.case_id AND c.round = v.round AND c.holder = v.issuer_code
    JOIN users u ON u.id = e.user_id AND u.disabled_at IS NULL
    CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day) t
  WHERE e.user_id = scope_user() AND scope_own() IS NULL AND scope_county() IS NULL AND scope_schools() IS NULL AND scope_unit() IS NULL
    AND e.state = 'active' AND t.day BETWEEN e.from_on AND e.until_on
    AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = e.user_id AND m.office = 'expert' AND m.division_code = e.issuer_code AND m.retired_at IS NULL AND m.starts_on <= t.day AND (m.ends_on IS NULL OR m.ends_on >= t.day))
    AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = e.user_id AND m.office <> 'expert' AND m.retired_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= t.day)
      AND (m.division_code = v.division_code OR (v.level <> 'city' AND m.division_code = left(v.division_code, 4)))) $$;
REVOKE ALL ON FUNCTION expert_visits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expert_visits() TO youjun_app;

-- All visits of the rounds in which the person is: what was found before counts in the verdicts that are computed anew.
CREATE FUNCTION expert_round_visits() RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 4 AS $$
  SELECT w.id FROM expert_visits() v JOIN certification_visits w ON w.case_id = v.case_id AND w.round = v.round $$;
REVOKE ALL ON FUNCTION expert_round_visits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expert_round_visits() TO youjun_app;

-- An expert may not lock the case, and yet must not write while its body decides: taken here, for the rest of the transaction. False: not (or no longer) open to the person.
CREATE FUNCTION hold_expert_visit(visit text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM 1 FROM certification_cases WHERE id = (SELECT v.case_id FROM expert_visits() v WHERE v.visit_id = visit) FOR UPDATE;
    RETURN EXISTS (SELECT 1 FROM expert_visits() v WHERE v.visit_id = visit);
  END $$;
REVOKE ALL ON FUNCTION hold_expert_visit(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_expert_visit(text) TO youjun_app;

-- Appointments: the body that goes appoints; the whole line of the county knows who comes (回避); experts know their own.
ALTER TABLE certification_experts ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_experts FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_experts FOR SELECT USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR (user_id = scope_user() AND scope_own() IS NULL AND scope_county() IS NULL));
CREATE POLICY appoint ON certification_experts FOR INSERT WITH CHECK (issuer_code = scope_own() AND appointed_by = scope_user() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()
  AND EXISTS (SELECT 1 FROM certification_visits v WHERE v.id = visit_id AND v.case_id = certification_experts.case_id AND v.division_code = certification_experts.division_code AND v.issuer_code = scope_own() AND v.state = 'planned'));
CREATE POLICY change ON certification_experts FOR UPDATE USING (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE (task, from_on, until_on, state, ended_reason, updated_at, version) ON certification_experts TO youjun_app;

-- An opinion is its expert's own until it is submitted; then the body that appointed reads it, and the levels above it.
ALTER TABLE certification_expert_opinions ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_expert_opinions FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_expert_opinions FOR SELECT USING ((state = 'submitted' AND issuer_code COLLATE "C" >= scope_lo() AND issuer_code COLLATE "C" < scope_hi())
  OR (scope_own() IS NULL AND user_id = scope_user() AND visit_id IN (SELECT v.visit_id FROM expert_visits() v)));
CREATE POLICY enter ON certification_expert_opinions FOR INSERT WITH CHECK (user_id = scope_user() AND EXISTS (SELECT 1 FROM expert_visits() v
  WHERE NOT v.held AND v.visit_id = certification_expert_opinions.visit_id AND v.case_id = certification_expert_opinions.case_id AND v.division_code = certification_expert_opinions.division_code AND v.issuer_code = certification_expert_opinions.issuer_code));
CREATE POLICY change ON certification_expert_opinions FOR UPDATE USING (user_id = scope_user() AND visit_id IN (SELECT v.visit_id FROM expert_visits() v WHERE NOT v.held));
GRANT SELECT, INSERT, UPDATE (text, schools, state, updated_at, version) ON certification_expert_opinions TO youjun_app;

-- What an expert reads of a case, and the figures found on site: of the drawn schools of an own visit alone.
CREATE POLICY expert ON certification_cases FOR SELECT USING (scope_own() IS NULL AND id IN (SELECT v.case_id FROM expert_visits() v));
CREATE POLICY expert ON certification_visits FOR SELECT USING (scope_own() IS NULL AND id IN (SELECT expert_round_visits()));
CREATE POLICY expert ON certification_snapshots FOR SELECT USING (scope_own() IS NULL AND (case_id, round) IN (SELECT v.case_id, v.round FROM expert_visits() v));
CREATE POLICY expert ON certification_site_values FOR SELECT USING (scope_own() IS NULL AND visit_id IN (SELECT expert_round_visits()));
CREATE POLICY expert_enter ON certification_site_values FOR INSERT WITH CHECK (scope_own() IS NULL AND user_id = scope_user() AND EXISTS (SELECT 1 FROM expert_visits() v
  WHERE NOT v.held AND v.visit_id = certification_site_values.visit_id AND v.case_id = certification_site_values.case_id AND v.division_code = certification_site_values.division_code AND v.issuer_code = certification_site_values.issuer_code AND school_code = ANY (v.drawn)));
CREATE POLICY expert_change ON certification_site_values FOR UPDATE USING (scope_own() IS NULL AND visit_id IN (SELECT v.visit_id FROM expert_visits() v WHERE NOT v.held))
  WITH CHECK (scope_own() IS NULL AND user_id = scope_user() AND EXISTS (SELECT 1 FROM expert_visits() v
  WHERE NOT v.held AND v.visit_id = certification_site_values.visit_id AND v.case_id = certification_site_values.case_id AND v.division_code = certification_site_values.division_code AND v.issuer_code = certification_site_values.issuer_code AND school_code = ANY (v.drawn)));

-- A notice for one person, who has no place: an expert is told of an appointment.
ALTER TABLE "notices" ADD COLUMN "user_id" TEXT;
ALTER TABLE notices ADD CHECK (user_id IS NULL OR (school_id IS NULL AND unit_id IS NULL));
CREATE INDEX notices_user ON notices (user_id, created_at DESC) WHERE user_id IS NOT NULL;
DROP POLICY reach ON notices;
CREATE POLICY reach ON notices FOR SELECT USING ((division_code = scope_own() AND school_id IS NULL AND unit_id IS NULL AND user_id IS NULL) OR school_id = ANY (scope_schools()) OR unit_id = scope_unit() OR (user_id = scope_user() AND scope_own() IS NULL AND scope_county() IS NULL));
