-- How many tasks and problems there are in a division, as far as the reader's reach goes. The policy of a table asks the
-- reach again for every row; here it is asked once, and the range that is summed is cut to it. No reach: nothing.

CREATE FUNCTION tasks_in_reach(for_year int, low text, high text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH cut AS MATERIALIZED (SELECT greatest(low COLLATE "C", scope_lo()) AS low, least(high COLLATE "C", scope_hi()) AS high WHERE scope_lo() IS NOT NULL)
  SELECT (coalesce((SELECT sum(c.n) FROM task_counts c, cut WHERE c.year = for_year AND c.division_code COLLATE "C" >= cut.low AND c.division_code COLLATE "C" < cut.high), 0)
    + (SELECT count(*) FROM policy_documents d, cut WHERE d.retired_at IS NULL AND d.division_code COLLATE "C" >= cut.low AND d.division_code COLLATE "C" < cut.high))::int $$;

CREATE FUNCTION entries_in_reach(in_state text, low text, high text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH cut AS MATERIALIZED (SELECT greatest(low COLLATE "C", scope_lo()) AS low, least(high COLLATE "C", scope_hi()) AS high WHERE scope_lo() IS NOT NULL)
  SELECT coalesce(sum(c.n), 0)::int FROM ledger_counts c, cut WHERE c.division_code COLLATE "C" >= cut.low AND c.division_code COLLATE "C" < cut.high AND (in_state IS NULL OR c.state = in_state) $$;

REVOKE EXECUTE ON FUNCTION tasks_in_reach, entries_in_reach FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tasks_in_reach, entries_in_reach TO youjun_app;
