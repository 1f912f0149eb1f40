-- Counters of the ledger by state and days, kept by the database in the transaction of each write: a province of 50,000 entries, or the
-- nation of a million, is counted from a few dozen rows a county.
CREATE TABLE "ledger_counts" (
    "division_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "data_met" BOOLEAN NOT NULL,
    "due_on" DATE NOT NULL,
    "opened_on" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "ledger_counts_pkey" PRIMARY KEY ("division_code","state","data_met","due_on","opened_on")
);

CREATE INDEX ledger_counts_scope ON ledger_counts (division_code COLLATE "C");
ALTER TABLE ledger_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON ledger_counts USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT ON ledger_counts TO youjun_app;

-- What a statement has added and taken away, by bucket; an entry without a due day counts under the last day that there is. Whoever
-- changes counters of a county waits for the one before: two could otherwise wait for each other's rows.
CREATE FUNCTION count_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE changes jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg(d) INTO changes FROM (SELECT division_code, state, data_met, coalesce(due_on, '9999-12-31') AS due_on, opened_on, count(*) AS n FROM new_rows WHERE retired_at IS NULL GROUP BY 1, 2, 3, 4, 5) d;
  ELSE
    SELECT jsonb_agg(d) INTO changes FROM (
      SELECT division_code, state, data_met, due_on, opened_on, sum(n) AS n FROM (
        SELECT division_code, state, data_met, coalesce(due_on, '9999-12-31') AS due_on, opened_on, 1 AS n FROM new_rows WHERE retired_at IS NULL
        UNION ALL SELECT division_code, state, data_met, coalesce(due_on, '9999-12-31'), opened_on, -1 FROM old_rows WHERE retired_at IS NULL) both_sides
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0) d;
  END IF;
  IF changes IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger-counts:' || place, 0)) FROM (SELECT DISTINCT c->>'division_code' AS place FROM jsonb_array_elements(changes) c ORDER BY 1) places;
  INSERT INTO ledger_counts AS held SELECT * FROM jsonb_populate_recordset(NULL::ledger_counts, changes)
    ON CONFLICT (division_code, state, data_met, due_on, opened_on) DO UPDATE SET n = held.n + excluded.n;
  DELETE FROM ledger_counts WHERE n = 0 AND division_code IN (SELECT c->>'division_code' FROM jsonb_array_elements(changes) c);
  RETURN NULL;
END $$;
CREATE TRIGGER count_new AFTER INSERT ON ledger_entries REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_ledger();
CREATE TRIGGER count_changed AFTER UPDATE ON ledger_entries REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_ledger();

INSERT INTO ledger_counts SELECT division_code, state, data_met, coalesce(due_on, '9999-12-31'), opened_on, count(*) FROM ledger_entries WHERE retired_at IS NULL GROUP BY 1, 2, 3, 4, 5;

-- Lists read a page at a time and counters come from above, so the policy may show the planner what it asks, as everywhere else.
DROP INDEX ledger_entries_counts;
ALTER POLICY reach ON ledger_entries USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND (unit_id = scope_unit() OR school_id = ANY (scope_schools()))));
