-- Counters of tasks by county, year, state and due day, kept in the transaction of each write, as those of the ledger are (0020): a
-- province's summary and the length of its list come from a few rows a county.
CREATE TABLE "task_counts" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "n" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "task_counts_pkey" PRIMARY KEY ("division_code","year","state","due_on")
);

CREATE INDEX task_counts_scope ON task_counts (year, division_code COLLATE "C");
ALTER TABLE task_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON task_counts USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi());
GRANT SELECT ON task_counts TO youjun_app;

CREATE FUNCTION count_tasks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE changes jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg(d) INTO changes FROM (SELECT division_code, year, state, due_on, count(*) AS n, sum(weight) AS weight, sum(weight * progress) AS points FROM new_rows WHERE retired_at IS NULL GROUP BY 1, 2, 3, 4) d;
  ELSE
    SELECT jsonb_agg(d) INTO changes FROM (
      SELECT division_code, year, state, due_on, sum(n) AS n, sum(weight) AS weight, sum(points) AS points FROM (
        SELECT division_code, year, state, due_on, 1 AS n, weight, weight * progress AS points FROM new_rows WHERE retired_at IS NULL
        UNION ALL SELECT division_code, year, state, due_on, -1, -weight, -weight * progress FROM old_rows WHERE retired_at IS NULL) both_sides
      GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(weight) <> 0 OR sum(points) <> 0) d;
  END IF;
  IF changes IS NULL THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('task-counts:' || place, 0)) FROM (SELECT DISTINCT c->>'division_code' AS place FROM jsonb_array_elements(changes) c ORDER BY 1) places;
  INSERT INTO task_counts AS held SELECT * FROM jsonb_populate_recordset(NULL::task_counts, changes)
    ON CONFLICT (division_code, year, state, due_on) DO UPDATE SET n = held.n + excluded.n, weight = held.weight + excluded.weight, points = held.points + excluded.points;
  DELETE FROM task_counts WHERE n = 0 AND division_code IN (SELECT c->>'division_code' FROM jsonb_array_elements(changes) c);
  RETURN NULL;
END $$;
CREATE TRIGGER count_new AFTER INSERT ON tasks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_tasks();
CREATE TRIGGER count_changed AFTER UPDATE ON tasks REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_tasks();

INSERT INTO task_counts SELECT division_code, year, state, due_on, count(*), sum(weight), sum(weight * progress) FROM tasks WHERE retired_at IS NULL GROUP BY 1, 2, 3, 4;

-- The list of a division, page by page.
CREATE INDEX tasks_page ON tasks (year, division_code COLLATE "C", id COLLATE "C") WHERE retired_at IS NULL;
CREATE INDEX policy_documents_page ON policy_documents (division_code COLLATE "C", code COLLATE "C") WHERE retired_at IS NULL;
