CREATE TABLE "nomination_batches" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "quota_min" INTEGER NOT NULL,
    "quota_max" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "fields" JSONB NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nomination_batches_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "nominations" (
    "id" TEXT NOT NULL,
    "batch_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "skips_city" BOOLEAN NOT NULL,
    "answers" JSONB NOT NULL,
    "basic_balance_year" INTEGER,
    "leadership" TEXT NOT NULL DEFAULT '',
    "ecology" TEXT NOT NULL DEFAULT '',
    "conditions" JSONB,
    "rank" INTEGER,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "list_id" TEXT,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nominations_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "nomination_events" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "document_number" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nomination_events_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "nomination_reviews" (
    "nomination_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "user_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nomination_reviews_pkey" PRIMARY KEY ("nomination_id")
);

CREATE TABLE "nomination_lists" (
    "id" TEXT NOT NULL,
    "batch_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nomination_lists_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "nominations_batch_id_division_code_key" ON "nominations"("batch_id", "division_code");
CREATE INDEX "nomination_events_nomination" ON "nomination_events"("nomination_id");

ALTER TABLE nomination_batches ADD CHECK (quota_min >= 1), ADD CHECK (quota_max >= quota_min);
ALTER TABLE nominations ADD CHECK (state IN ('draft', 'returned', 'city', 'province', 'reported', 'published', 'declined')), ADD CHECK (state <> 'city' OR NOT skips_city), ADD CHECK (division_code ~ '^[0-9]{6}$'),
  ADD CHECK (rank IS NULL OR (rank >= 1 AND state IN ('province', 'reported', 'published', 'declined'))), ADD CHECK (state NOT IN ('reported', 'published', 'declined') OR rank IS NOT NULL), ADD CHECK ((state = 'published') = (list_id IS NOT NULL));
ALTER TABLE nomination_reviews ADD CHECK (decision IN ('admit', 'decline')), ADD CHECK (reason <> '');
ALTER TABLE nomination_lists ADD CHECK (document_number <> '');
CREATE INDEX nominations_scope ON nominations (division_code COLLATE "C");
CREATE INDEX nomination_events_scope ON nomination_events (division_code COLLATE "C");

-- The call and the published lists are read by everybody who is signed in; the ministry alone writes them.
ALTER TABLE nomination_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE nomination_batches FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON nomination_batches FOR SELECT USING (coalesce(scope_own(), scope_county()) IS NOT NULL);
CREATE POLICY add ON nomination_batches FOR INSERT WITH CHECK (scope_own() = 'cn');
CREATE POLICY change ON nomination_batches FOR UPDATE USING (scope_own() = 'cn');
GRANT SELECT, INSERT, UPDATE ON nomination_batches TO youjun_app;

ALTER TABLE nomination_lists ENABLE ROW LEVEL SECURITY;
ALTER TABLE nomination_lists FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON nomination_lists FOR SELECT USING (coalesce(scope_own(), scope_county()) IS NOT NULL);
CREATE POLICY add ON nomination_lists FOR INSERT WITH CHECK (scope_own() = 'cn');
GRANT SELECT, INSERT ON nomination_lists TO youjun_app;

-- A nomination that is being written is the county's; handed in, the line above reads and moves it.
ALTER TABLE nominations ENABLE ROW LEVEL SECURITY;
ALTER TABLE nominations FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON nominations FOR SELECT USING (division_code = scope_own() OR (state <> 'draft' AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()));
CREATE POLICY open ON nominations FOR INSERT WITH CHECK (division_code = scope_own() AND state = 'draft');
CREATE POLICY move ON nominations FOR UPDATE USING ((division_code = scope_own() AND state IN ('draft', 'returned', 'city', 'province')) OR (state = 'city' AND left(division_code, 4) = scope_own())
    OR (state = 'province' AND left(division_code, 2) = scope_own()) OR (state = 'reported' AND scope_own() = 'cn'))
  WITH CHECK ((division_code = scope_own() AND state IN ('draft', 'returned', 'city', 'province')) OR (left(division_code, 4) = scope_own() AND state IN ('province', 'returned'))
    OR (left(division_code, 2) = scope_own() AND state IN ('province', 'reported', 'returned')) OR (scope_own() = 'cn' AND state IN ('published', 'declined')));
GRANT SELECT, INSERT, UPDATE ON nominations TO youjun_app;

ALTER TABLE nomination_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE nomination_events FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON nomination_events USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
  WITH CHECK (issuer_code = scope_own() AND user_id = scope_user() AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT, INSERT ON nomination_events TO youjun_app;

ALTER TABLE nomination_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE nomination_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON nomination_reviews USING (scope_own() = 'cn' OR (published AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())) WITH CHECK (scope_own() = 'cn');
GRANT SELECT, INSERT, UPDATE ON nomination_reviews TO youjun_app;

-- Statements of a nomination: the county's own while it is being written, then the line's.
CREATE POLICY nomination ON file_links USING (entity = 'nomination' AND (division_code = scope_own() OR (retired_at IS NULL AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()
    AND EXISTS (SELECT 1 FROM nominations n WHERE n.id = entity_id AND n.state <> 'draft'))))
  WITH CHECK (entity = 'nomination' AND linked_by = scope_user() AND division_code = scope_own());

-- Handing in tells the level above.
CREATE POLICY nomination ON notices FOR INSERT WITH CHECK (created_by = scope_user() AND entity = 'nomination' AND (division_code = 'cn' OR starts_with(scope_own(), division_code)));
