-- What an evaluator writes about a course (复核报告, 评估报告) hangs on the evaluator's own division; with its signed decision the county and the line read it.
CREATE POLICY evaluation ON file_links FOR SELECT USING (entity = 'certification' AND retired_at IS NULL
  AND EXISTS (SELECT 1 FROM certification_decisions d WHERE d.case_id = entity_id AND d.issuer_code = file_links.division_code AND d.stage = split_part(item, '.', 1) AND d.state = 'signed' AND d.signed_at >= linked_at));
