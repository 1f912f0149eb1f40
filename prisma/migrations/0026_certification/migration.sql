CREATE TABLE "certification_batches" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "figures_year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "deadlines" JSONB NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_batches_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_cases" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "batch_id" TEXT NOT NULL,
    "figures_year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "skips_city" BOOLEAN NOT NULL,
    "holder" TEXT NOT NULL,
    "due_on" DATE,
    "round" INTEGER NOT NULL DEFAULT 0,
    "statement" TEXT NOT NULL DEFAULT '',
    "basic_balance_year" INTEGER,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_cases_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_decisions" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "issuer_name" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "published_on" DATE,
    "mend_by" DATE,
    "basis" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'drafted',
    "sentBack" TEXT NOT NULL DEFAULT '',
    "handler_id" TEXT NOT NULL,
    "handler_name" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewer_id" TEXT,
    "reviewer_name" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "signer_id" TEXT,
    "signer_name" TEXT,
    "signed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_decisions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_events" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "from_stage" TEXT NOT NULL,
    "to_stage" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "document_number" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certification_events_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_acceptances" (
    "case_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "conditions" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "user_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certification_acceptances_pkey" PRIMARY KEY ("case_id","round","level")
);

CREATE TABLE "certification_reviews" (
    "case_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published" BOOLEAN NOT NULL DEFAULT false,
    "user_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_reviews_pkey" PRIMARY KEY ("case_id","round","level","item")
);

CREATE TABLE "certification_steps" (
    "case_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published" BOOLEAN NOT NULL DEFAULT false,
    "user_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_steps_pkey" PRIMARY KEY ("case_id","round","step")
);

CREATE TABLE "certification_visits" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "team" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "pool" INTEGER NOT NULL,
    "drawn" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'planned',
    "findings" TEXT NOT NULL DEFAULT '',
    "done_on" DATE,
    "user_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_visits_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_site_values" (
    "visit_id" TEXT NOT NULL,
    "school_code" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "filed" DOUBLE PRECISION,
    "found" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "user_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_site_values_pkey" PRIMARY KEY ("visit_id","school_code","field")
);

CREATE TABLE "certification_snapshots" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "inputs" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "taken_by" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certification_snapshots_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "certification_monitors" (
    "case_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "user_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certification_monitors_pkey" PRIMARY KEY ("case_id","year","issuer_code")
);

CREATE UNIQUE INDEX "certification_cases_division_code_batch_id_key" ON "certification_cases"("division_code", "batch_id");

CREATE INDEX "certification_decisions_case_id_idx" ON "certification_decisions"("case_id");

CREATE INDEX "certification_events_case_id_idx" ON "certification_events"("case_id");

CREATE INDEX "certification_visits_case_id_idx" ON "certification_visits"("case_id");

CREATE UNIQUE INDEX "certification_snapshots_case_id_round_key" ON "certification_snapshots"("case_id", "round");

ALTER TABLE certification_cases ADD CHECK (stage IN ('nomination', 'cultivation', 'candidacy', 'self', 'city', 'province', 'nation', 'plan', 'report', 'verdict', 'recognised', 'correction', 'recheck', 'refused', 'revoked')),
  ADD CHECK (stage <> 'city' OR NOT skips_city), ADD CHECK (round >= 0), ADD CHECK (starts_with(division_code, holder) OR holder = 'cn');
ALTER TABLE certification_decisions ADD CHECK (state IN ('drafted', 'checked', 'signed', 'withdrawn')), ADD CHECK (state <> 'checked' OR (reviewer_id IS NOT NULL AND reviewer_id <> handler_id)),
  ADD CHECK (state <> 'signed' OR (document_number <> '' AND signed_at IS NOT NULL AND reviewer_id IS NOT NULL AND signer_id IS NOT NULL AND handler_id <> reviewer_id AND signer_id NOT IN (handler_id, reviewer_id)));
ALTER TABLE certification_reviews ADD CHECK (level IN ('city', 'province', 'nation')), ADD CHECK (opinion IN ('met', 'mend', 'unmet', 'none', 'suspected', 'confirmed'));
ALTER TABLE certification_acceptances ADD CHECK (level IN ('city', 'province', 'nation'));
ALTER TABLE certification_steps ADD CHECK (result IN ('passed', 'failed'));
ALTER TABLE certification_visits ADD CHECK (level IN ('city', 'province', 'nation')), ADD CHECK (state IN ('planned', 'done')), ADD CHECK ((state = 'done') = (done_on IS NOT NULL)), ADD CHECK (seed <> '');
ALTER TABLE certification_site_values ADD CHECK (found >= 0);
ALTER TABLE certification_monitors ADD CHECK (conclusion IN ('held', 'slipped'));

-- One course at a time, and one decision of a level under way in it.
CREATE UNIQUE INDEX certification_cases_one_live ON certification_cases (division_code) WHERE stage NOT IN ('refused', 'revoked');
CREATE UNIQUE INDEX certification_decisions_one_open ON certification_decisions (case_id, issuer_code) WHERE state IN ('drafted', 'checked');
CREATE INDEX certification_cases_scope ON certification_cases (division_code COLLATE "C", stage);
CREATE INDEX certification_decisions_scope ON certification_decisions (division_code COLLATE "C");
CREATE INDEX certification_events_scope ON certification_events (division_code COLLATE "C");
CREATE INDEX certification_reviews_scope ON certification_reviews (division_code COLLATE "C");
CREATE INDEX certification_visits_scope ON certification_visits (division_code COLLATE "C");
CREATE INDEX certification_site_values_scope ON certification_site_values (division_code COLLATE "C");
CREATE INDEX certification_snapshots_scope ON certification_snapshots (division_code COLLATE "C");

-- Batches are the nation's and read by everybody.
ALTER TABLE certification_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_batches FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_batches FOR SELECT USING (true);
CREATE POLICY add ON certification_batches FOR INSERT WITH CHECK (scope_own() = 'cn');
CREATE POLICY change ON certification_batches FOR UPDATE USING (scope_own() = 'cn');
GRANT SELECT, INSERT, UPDATE ON certification_batches TO youjun_app;

-- A case is read by its county and all above; the county opens it; whoever holds it moves it, and the nation (extensions, revocation).
ALTER TABLE certification_cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_cases FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_cases FOR SELECT USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY open ON certification_cases FOR INSERT WITH CHECK (division_code = scope_own());
CREATE POLICY move ON certification_cases FOR UPDATE USING (holder = scope_own() OR scope_own() = 'cn') WITH CHECK (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_cases TO youjun_app;

-- What a level writes is its own; others of the line read it when it has been decided.
ALTER TABLE certification_decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON certification_decisions USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi() AND (issuer_code = scope_own() OR state = 'signed'))
  WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_decisions TO youjun_app;

ALTER TABLE certification_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON certification_reviews USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi() AND (issuer_code = scope_own() OR published))
  WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_reviews TO youjun_app;

ALTER TABLE certification_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON certification_steps USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi() AND (issuer_code = scope_own() OR published))
  WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_steps TO youjun_app;

-- Open in the whole line at once: who accepted what, which schools are visited and what was found, the course itself, snapshots, monitoring.
ALTER TABLE certification_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_events FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON certification_events USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
  WITH CHECK (issuer_code = scope_own() AND user_id = scope_user() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT ON certification_events TO youjun_app;

ALTER TABLE certification_acceptances ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_acceptances FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON certification_acceptances USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
  WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT ON certification_acceptances TO youjun_app;

ALTER TABLE certification_visits ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_visits FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_visits FOR SELECT USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY plan ON certification_visits FOR INSERT WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY change ON certification_visits FOR UPDATE USING (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_visits TO youjun_app;

ALTER TABLE certification_site_values ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_site_values FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_site_values FOR SELECT USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY enter ON certification_site_values FOR INSERT WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY change ON certification_site_values FOR UPDATE USING (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_site_values TO youjun_app;

ALTER TABLE certification_snapshots ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_snapshots FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON certification_snapshots USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT ON certification_snapshots TO youjun_app;

ALTER TABLE certification_monitors ENABLE ROW LEVEL SECURITY;
ALTER TABLE certification_monitors FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON certification_monitors FOR SELECT USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY enter ON certification_monitors FOR INSERT WITH CHECK (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
CREATE POLICY change ON certification_monitors FOR UPDATE USING (issuer_code = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT, UPDATE ON certification_monitors TO youjun_app;

-- A submission tells the level that has it next, above the sender.
CREATE POLICY certification ON notices FOR INSERT WITH CHECK (created_by = scope_user() AND entity = 'certification' AND (division_code = 'cn' OR starts_with(scope_own(), division_code)));

-- Findings of a visit go into the county's ledger: into no other county's, and under the visit's own key.
CREATE POLICY certification ON ledger_entries FOR INSERT WITH CHECK (source = 'review' AND EXISTS (SELECT 1 FROM certification_visits v
  WHERE v.division_code = ledger_entries.division_code AND v.issuer_code = scope_own() AND starts_with(ledger_entries.source_key, 'certification/' || v.id || '/')));
CREATE POLICY certification ON ledger_events FOR INSERT WITH CHECK (user_id = scope_user() AND act = 'open' AND EXISTS (SELECT 1 FROM ledger_entries e JOIN certification_visits v ON v.division_code = e.division_code
  WHERE e.id = entry_id AND e.division_code = ledger_events.division_code AND v.issuer_code = scope_own() AND starts_with(e.source_key, 'certification/' || v.id || '/')));
