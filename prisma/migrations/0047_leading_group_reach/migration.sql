-- The leading group and its meetings are read by the county's offices, its units and the levels above; not by schools.
ALTER POLICY reach ON leading_members USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR (division_code = scope_county() AND scope_unit() IS NOT NULL));
ALTER POLICY reach ON meetings USING ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR (division_code = scope_county() AND scope_unit() IS NOT NULL));
