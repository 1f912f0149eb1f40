-- What makes counties alike is stored with their results, so that one county is held against all of the nation without summing schools.
ALTER TABLE "county_results" ADD COLUMN "pupils" INTEGER, ADD COLUMN "urban_share" DOUBLE PRECISION, ADD COLUMN "small_schools" INTEGER;

UPDATE county_results r SET pupils = f.pupils, urban_share = f.urban_share, small_schools = f.small_schools
  FROM (SELECT division_code, year, jsonb_agg(jsonb_build_object('kind', kind, 'area_type', area_type, 'primary_students', primary_students, 'junior_students', junior_students)) AS facts FROM school_facts GROUP BY 1, 2) s,
    LATERAL county_features(s.facts) f WHERE s.division_code = r.division_code AND s.year = r.year;

CREATE INDEX county_results_features ON county_results (year, division_code COLLATE "C") INCLUDE (expected, reported, pupils, urban_share, small_schools);
