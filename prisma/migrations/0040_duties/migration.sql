-- 经办, 审核, 签发 belong to the office that an account holds; whoever held one before holds all three.
ALTER TABLE "memberships" ADD COLUMN "duties" TEXT[] NOT NULL DEFAULT ARRAY['handler', 'reviewer', 'signer']::TEXT[];
ALTER TABLE memberships ADD CHECK (duties <@ ARRAY['handler', 'reviewer', 'signer']);

CREATE OR REPLACE FUNCTION auth_offices(account text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'office', m.office, 'level', m.level, 'divisionCode', m.division_code, 'divisionName', d.name,
      'schoolId', m.school_id, 'schoolName', s.name, 'unitId', m.unit_id, 'unitName', u.name, 'unitKind', u.kind, 'schoolIds', m.school_ids, 'duties', m.duties)
      ORDER BY m.starts_on, m.created_at, m.id), '[]')
    FROM memberships m
      JOIN divisions d ON d.code = m.division_code
      LEFT JOIN schools s ON s.id = m.school_id
      LEFT JOIN units u ON u.id = m.unit_id
    WHERE m.user_id = account AND m.retired_at IS NULL AND m.starts_on <= current_date
      AND (m.ends_on IS NULL OR m.ends_on >= current_date)
  $$;
