-- A 中心校 files for its 村小 and 教学点 and answers for its campuses: its people read the register entries of these, as they
-- already read the filings. They change none of them.
ALTER POLICY reach ON schools USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
  OR id = ANY (scope_schools()) OR parent_school_id = ANY (scope_schools()));
