-- A snapshot remembers when the results beside it were computed: whatever changes the data or the standard computes them anew.
ALTER TABLE "certification_snapshots" ADD COLUMN "results_at" TIMESTAMPTZ(3);
UPDATE certification_snapshots s SET results_at = r.computed_at FROM county_results r WHERE r.division_code = s.division_code AND r.year = s.year AND r.computed_at < s.taken_at;
