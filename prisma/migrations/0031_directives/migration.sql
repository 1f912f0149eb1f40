CREATE TABLE "directives" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_code" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "from_office" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "grounds" JSONB NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "held_on" DATE,
    "minutes" TEXT NOT NULL DEFAULT '',
    "reply" TEXT NOT NULL DEFAULT '',
    "replied_at" TIMESTAMPTZ(3),
    "opinion" TEXT NOT NULL DEFAULT '',
    "sent_by" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "directives_pkey" PRIMARY KEY ("id")
);

ALTER TABLE directives ADD CHECK (kind IN ('supervise', 'criticise', 'interview')), ADD CHECK (state IN ('sent', 'held', 'replied', 'closed', 'withdrawn')),
  ADD CHECK (from_code <> division_code AND (from_code = 'cn' OR starts_with(division_code, from_code)));
CREATE INDEX directives_to ON directives (division_code COLLATE "C", sent_at DESC);
ALTER TABLE directives ENABLE ROW LEVEL SECURITY;
ALTER TABLE directives FORCE ROW LEVEL SECURITY;
-- The one addressed, the sender, and the levels between and above; the two ends write, each in its turn (lib/directives/rules.ts).
CREATE POLICY reach ON directives USING (division_code = scope_own() OR (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own() OR from_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON directives TO youjun_app;

-- What the addressed brings along with its answer: its own until it has answered, then the line's.
CREATE POLICY directives ON file_links USING (entity = 'directive' AND (division_code = scope_own() OR (retired_at IS NULL AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()
    AND EXISTS (SELECT 1 FROM directives d WHERE d.id = entity_id AND d.replied_at >= linked_at))))
  WITH CHECK (entity = 'directive' AND linked_by = scope_user() AND division_code = scope_own());
