-- Evidence of the creation work: what was taken off stays with the county and with whoever brought it; drafts of policy documents and the
-- minutes of the leading group are not for everybody in the county.
ALTER POLICY tasks ON file_links USING (entity = 'task' AND (division_code = scope_own() OR linked_by = scope_user() OR (retired_at IS NULL AND (
    (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND (school_id IS NULL OR school_id = ANY (scope_schools())) AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = entity_id))))));
ALTER POLICY ledger ON file_links USING (entity = 'ledger' AND (division_code = scope_own() OR linked_by = scope_user() OR (retired_at IS NULL AND (
    (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi())
    OR (division_code = scope_county() AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.id = entity_id))))));
ALTER POLICY policy_documents ON file_links USING (entity = 'policy_document' AND (division_code = scope_own() OR (retired_at IS NULL
    AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())
    AND EXISTS (SELECT 1 FROM policy_documents p WHERE p.division_code = file_links.division_code AND p.state = 'issued' AND p.division_code || '/' || p.code = entity_id))));
ALTER POLICY meetings ON file_links USING (entity = 'meeting' AND (division_code = scope_own() OR (retired_at IS NULL
    AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR (division_code = scope_county() AND scope_unit() IS NOT NULL)))));
