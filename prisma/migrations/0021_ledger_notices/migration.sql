-- Problems of the ledger: due in seven days, in one, and overdue, told to whoever has to mend them.
CREATE FUNCTION make_ledger_notices(today date) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH due AS (
    SELECT e.id, e.division_code, left(e.problem, 80) AS problem, e.due_on,
      CASE WHEN e.owner = 'school' THEN e.school_id END AS school_id, CASE WHEN e.owner = 'unit' THEN e.unit_id END AS unit_id,
      CASE WHEN e.due_on < today THEN 'overdue' WHEN e.due_on <= today + 1 THEN 'due1' ELSE 'due7' END AS kind
    FROM ledger_entries e WHERE e.retired_at IS NULL AND e.state IN ('open', 'doing') AND e.due_on BETWEEN today - 30 AND today + 7
  ), made AS (
    INSERT INTO notices (id, division_code, school_id, unit_id, kind, title, href, entity, entity_id, key)
    SELECT gen_random_uuid()::text, division_code, school_id, unit_id, kind,
      CASE kind WHEN 'overdue' THEN '整改已逾期（' || due_on || ' 到期）：' WHEN 'due1' THEN '整改明天前到期：' ELSE '整改 ' || due_on || ' 到期：' END || problem,
      CASE WHEN school_id IS NULL THEN '/d/' || division_code || '/ledger/' || id ELSE '/s/' || school_id || '/ledger/' || id END,
      'ledger', id, 'ledger:' || id || ':' || kind || ':' || due_on || ':' || coalesce(school_id, unit_id, division_code)
    FROM due ON CONFLICT (key) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM made $$;
REVOKE ALL ON FUNCTION make_ledger_notices(date) FROM PUBLIC;
