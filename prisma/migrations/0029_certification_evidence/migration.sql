-- What a county submits with its course (自荐材料, 自评报告, 申报表, 整改方案, 整改情况报告): its own until it has signed the submission, then the line reads it.
CREATE POLICY certification ON file_links USING (entity = 'certification' AND (division_code = scope_own() OR (retired_at IS NULL AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()
    AND EXISTS (SELECT 1 FROM certification_decisions d WHERE d.case_id = entity_id AND d.stage = item AND d.state = 'signed' AND d.signed_at >= linked_at))))
  WITH CHECK (entity = 'certification' AND linked_by = scope_user() AND division_code = scope_own());
