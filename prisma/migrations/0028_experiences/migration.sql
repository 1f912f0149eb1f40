CREATE TABLE "experiences" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '',
    "practice" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT NOT NULL DEFAULT '',
    "borrowed" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "experiences_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "experience_borrowings" (
    "experience_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "experience_borrowings_pkey" PRIMARY KEY ("experience_id","task_id")
);

ALTER TABLE experiences ADD CHECK (state IN ('draft', 'submitted', 'returned', 'provincial', 'declined', 'national', 'retired')), ADD CHECK (division_code ~ '^[0-9]{6}$'), ADD CHECK (borrowed >= 0);
CREATE INDEX experiences_scope ON experiences (division_code COLLATE "C");
CREATE INDEX experiences_library ON experiences (item) WHERE state IN ('provincial', 'declined', 'national');
ALTER TABLE experiences ENABLE ROW LEVEL SECURITY;
ALTER TABLE experiences FORCE ROW LEVEL SECURITY;
-- The county's own; what has left it for the levels above; the province's library for its counties; the nation's for all.
CREATE POLICY reach ON experiences USING (division_code = scope_own()
    OR (state <> 'draft' AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (state IN ('provincial', 'declined', 'national') AND starts_with(coalesce(scope_own(), scope_county(), ''), left(division_code, 2)))
    OR (state = 'national' AND coalesce(scope_own(), scope_county()) IS NOT NULL))
  WITH CHECK (division_code = scope_own() OR scope_own() = 'cn' OR scope_own() = left(division_code, 2));
GRANT SELECT, INSERT, UPDATE ON experiences TO youjun_app;

CREATE INDEX experience_borrowings_task ON experience_borrowings (task_id);
ALTER TABLE experience_borrowings ENABLE ROW LEVEL SECURITY;
ALTER TABLE experience_borrowings FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON experience_borrowings USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON experience_borrowings TO youjun_app;

-- The county of an experience sees how many tasks refer to it, not whose.
CREATE FUNCTION count_borrowings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE experiences SET borrowed = (SELECT count(*) FROM experience_borrowings WHERE experience_id = NEW.experience_id AND retired_at IS NULL) WHERE id = NEW.experience_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_borrowings AFTER INSERT OR UPDATE OF retired_at ON experience_borrowings FOR EACH ROW EXECUTE FUNCTION count_borrowings();
REVOKE ALL ON FUNCTION count_borrowings() FROM PUBLIC;
