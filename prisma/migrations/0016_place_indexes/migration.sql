-- Rows of one county are asked for by equality, which an index in the "C" order of the reach does not serve.
CREATE INDEX section_results_place ON section_results (division_code, year);
CREATE INDEX school_facts_place ON school_facts (division_code, year);
CREATE INDEX filings_place ON filings (division_code, year);
CREATE INDEX schools_place ON schools (division_code);
