CREATE TABLE "ledger_entries" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "school_name" TEXT,
    "source" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "stage" TEXT,
    "item" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL,
    "gap" DECIMAL(14,2),
    "gap_unit" TEXT,
    "measure" TEXT NOT NULL DEFAULT '',
    "cost_yuan" DECIMAL(14,2),
    "owner" TEXT NOT NULL,
    "unit_id" TEXT,
    "post" TEXT NOT NULL DEFAULT '',
    "planned_year" INTEGER,
    "due_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'open',
    "data_met" BOOLEAN NOT NULL DEFAULT false,
    "data_year" INTEGER,
    "reason" TEXT,
    "opened_on" DATE NOT NULL,
    "rectified_by" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ledger_events" (
    "id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ledger_events_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "support_requests" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "to_division" TEXT NOT NULL,
    "parent_id" TEXT,
    "entry_id" TEXT,
    "title" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "gap" DECIMAL(14,2),
    "gap_unit" TEXT,
    "cost_yuan" DECIMAL(14,2),
    "state" TEXT NOT NULL DEFAULT 'sent',
    "due_on" DATE NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "promised_on" DATE,
    "sent_by" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_requests_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "interviews" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "groups" JSONB NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "recorded_by" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ledger_entries_school_id_idx" ON "ledger_entries"("school_id");

CREATE UNIQUE INDEX "ledger_entries_division_code_source_key_key" ON "ledger_entries"("division_code", "source_key");

CREATE INDEX "ledger_events_entry_id_idx" ON "ledger_events"("entry_id");

CREATE INDEX "support_requests_entry_id_idx" ON "support_requests"("entry_id");

ALTER TABLE "ledger_events" ADD CONSTRAINT "ledger_events_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE ledger_entries ADD CHECK (source IN ('shortfall', 'self_check', 'visit', 'review', 'basic_balance', 'interview', 'complaint')), ADD CHECK (level IN ('county', 'school')),
  ADD CHECK ((level = 'school') = (school_id IS NOT NULL)), ADD CHECK ((school_id IS NULL) = (school_name IS NULL)), ADD CHECK (stage IN ('primary', 'junior')), ADD CHECK (gap >= 0), ADD CHECK (cost_yuan >= 0),
  ADD CHECK (owner IN ('school', 'unit', 'bureau')), ADD CHECK ((owner = 'unit') = (unit_id IS NOT NULL)), ADD CHECK (owner <> 'school' OR school_id IS NOT NULL),
  ADD CHECK (state IN ('open', 'doing', 'waiting', 'closed')), ADD CHECK ((state = 'closed') = (closed_at IS NOT NULL));
ALTER TABLE support_requests ADD CHECK (state IN ('sent', 'answered', 'settled', 'withdrawn')), ADD CHECK (gap >= 0), ADD CHECK (cost_yuan >= 0), ADD CHECK (to_division <> division_code OR school_id IS NOT NULL);
ALTER TABLE interviews ADD CHECK (kind IN ('meeting', 'visit', 'talk'));

-- Counters of a province read this index alone: what they count, and what the policy asks.
CREATE INDEX ledger_entries_counts ON ledger_entries (division_code COLLATE "C", state, due_on, opened_on) INCLUDE (data_met, school_id, unit_id) WHERE retired_at IS NULL;
CREATE INDEX ledger_entries_order ON ledger_entries (division_code COLLATE "C", id COLLATE "C") WHERE retired_at IS NULL;
CREATE INDEX ledger_events_scope ON ledger_events (division_code COLLATE "C");
CREATE INDEX support_requests_scope ON support_requests (division_code COLLATE "C");
CREATE INDEX support_requests_to ON support_requests (to_division COLLATE "C");
CREATE INDEX interviews_scope ON interviews (division_code COLLATE "C", held_on);

-- A county's own; a unit what it owns; a school and its inspector that school's; the levels above read. The reach is asked for
-- once a statement (SELECT …), not once a row: a province counts 50,000.
ALTER TABLE ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON ledger_entries USING ((division_code COLLATE "C" >= (SELECT scope_lo()) AND division_code COLLATE "C" < (SELECT scope_hi()))
    OR (division_code = (SELECT scope_county()) AND (unit_id = (SELECT scope_unit()) OR school_id = ANY ((SELECT scope_schools())::text[]))))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND (unit_id = scope_unit() OR school_id = ANY (scope_schools()))));
GRANT SELECT, INSERT, UPDATE ON ledger_entries TO youjun_app;

ALTER TABLE ledger_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_events FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON ledger_events USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.id = entry_id)))
  WITH CHECK (user_id = scope_user() AND (division_code = scope_own() OR (division_code = scope_county() AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.id = entry_id))));
GRANT SELECT, INSERT ON ledger_events TO youjun_app;

-- Whoever asks and all above it read a request; whoever asks and whoever is asked write it.
ALTER TABLE support_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON support_requests USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR (division_code = scope_county() AND school_id = ANY (scope_schools())))
  WITH CHECK (division_code = scope_own() OR (division_code = scope_county() AND to_division = division_code AND school_id = ANY (scope_schools()))
    OR (to_division = scope_own() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
GRANT SELECT, INSERT, UPDATE ON support_requests TO youjun_app;

ALTER TABLE interviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE interviews FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON interviews USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON interviews TO youjun_app;

-- Evidence of rectification: with whoever sees the entry.
CREATE POLICY ledger ON file_links USING (entity = 'ledger' AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.id = entity_id))))
  WITH CHECK (entity = 'ledger' AND (division_code = scope_own()
    OR (division_code = scope_county() AND linked_by = scope_user() AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.id = entity_id))));
