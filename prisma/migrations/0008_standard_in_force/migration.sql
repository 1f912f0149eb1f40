-- Raised thresholds and chosen readings become real (docs/decisions/0003).
-- Until now every result was computed with the state's thresholds and the default readings: that is what the existing rows get.
-- (By a default and not by UPDATE, which row-level security would keep from an owner who is not a superuser.)
ALTER TABLE county_results DROP COLUMN readings;
ALTER TABLE county_results
  ADD COLUMN readings jsonb NOT NULL DEFAULT '{"smallTeachingPoints":"excluded","smallPrimarySchools":"included","privateSchools":"included","rounding":"unrounded","musicArtRooms":"oneEach","smallSchoolFunds":"all","relaxations":"off"}',
  ADD COLUMN thresholds jsonb NOT NULL DEFAULT '{"degreeTeachers":{"primary":4.2,"junior":5.3},"backboneTeachers":{"primary":1,"junior":1},"artsPeTeachers":{"primary":0.9,"junior":0.9},"teachingArea":{"primary":4.5,"junior":5.8},"sportsArea":{"primary":7.5,"junior":10.2},"equipmentValue":{"primary":2000,"junior":2500},"multimediaRooms":{"primary":2.3,"junior":2.4}}';
ALTER TABLE county_results ALTER COLUMN readings DROP DEFAULT, ALTER COLUMN thresholds DROP DEFAULT;

-- The standard that a completed year was judged by and stays judged by; NULL: not completed, or completed before there were others than the state's.
ALTER TABLE filing_years ADD COLUMN standard jsonb;

-- Who entered, who retired and why; a retired row holds no more, for any year that is not completed.
ALTER TABLE threshold_overrides
  ADD COLUMN created_by text NOT NULL, ADD COLUMN created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN retired_by text, ADD COLUMN retired_at timestamptz(3), ADD COLUMN retired_reason text,
  ADD CHECK (stage IN ('primary', 'junior')), ADD CHECK (value > 0), ADD CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CHECK ((retired_at IS NULL) = (retired_by IS NULL) AND (retired_at IS NULL) = (retired_reason IS NULL));
ALTER TABLE reading_choices
  ADD COLUMN created_by text NOT NULL, ADD COLUMN created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN retired_by text, ADD COLUMN retired_at timestamptz(3), ADD COLUMN retired_reason text,
  ADD CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CHECK ((retired_at IS NULL) = (retired_by IS NULL) AND (retired_at IS NULL) = (retired_reason IS NULL));
