-- Materials of a stage may be several, each by name: “self.report”, “self.form”. The stage stands before the point.
ALTER POLICY certification ON file_links USING (entity = 'certification' AND (division_code = scope_own() OR (retired_at IS NULL AND division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()
    AND EXISTS (SELECT 1 FROM certification_decisions d WHERE d.case_id = entity_id AND d.stage = split_part(item, '.', 1) AND d.state = 'signed' AND d.signed_at >= linked_at))));

-- 撤回申报: a county takes its application back before the nation has it, in whose hands ever it is; it may apply again in another batch.
ALTER TABLE certification_cases DROP CONSTRAINT certification_cases_stage_check;
ALTER TABLE certification_cases ADD CONSTRAINT certification_cases_stage_check CHECK (stage IN ('nomination', 'cultivation', 'candidacy', 'self', 'city', 'province', 'nation', 'plan', 'report', 'verdict', 'recognised', 'correction', 'recheck', 'refused', 'revoked', 'withdrawn'));
DROP INDEX certification_cases_one_live;
CREATE UNIQUE INDEX certification_cases_one_live ON certification_cases (division_code) WHERE stage NOT IN ('refused', 'revoked', 'withdrawn');
CREATE POLICY retract ON certification_cases FOR UPDATE USING (division_code = scope_own() AND stage IN ('cultivation', 'candidacy', 'city', 'province'));
-- What a policy cannot say, since it does not see both rows: with a case that another holds, its county does nothing else.
CREATE FUNCTION only_retract() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF OLD.holder <> scope_own() AND OLD.division_code = scope_own() AND NEW.stage <> 'withdrawn' THEN RAISE EXCEPTION 'a county only withdraws a case that another holds'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_retract BEFORE UPDATE ON certification_cases FOR EACH ROW EXECUTE FUNCTION only_retract();
