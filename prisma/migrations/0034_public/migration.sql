-- What anybody may read without an account: counties on published lists, with number and day; nothing of a school, of a figure, or of whoever is not on a list.
CREATE FUNCTION public_lists() RETURNS TABLE (list text, kind text, title text, document_number text, published_on text, province_code text, province text, county_code text, county text, demo boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH listed AS (
    SELECT 'n' || l.id AS list, 'pioneer' AS kind, l.title, l.document_number, l.published_on, n.division_code
      FROM nomination_lists l JOIN nominations n ON n.list_id = l.id AND n.state = 'published'
    UNION ALL
    SELECT 'c' || c.batch_id || d.document_number || d.published_on, 'recognised', b.name, d.document_number, d.published_on, c.division_code
      FROM certification_cases c JOIN certification_batches b ON b.id = c.batch_id
        JOIN LATERAL (SELECT document_number, published_on FROM certification_decisions d WHERE d.case_id = c.id AND d.outcome = 'recognise' AND d.state = 'signed' ORDER BY d.signed_at DESC LIMIT 1) d ON true
      WHERE c.stage IN ('recognised', 'correction', 'recheck') AND d.published_on IS NOT NULL AND d.published_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
  )
  SELECT x.list, x.kind, x.title, x.document_number, x.published_on::text, p.code, p.name, v.code, v.name, v.demo OR EXISTS (SELECT 1 FROM schools s WHERE s.division_code = v.code AND s.demo)
    FROM listed x JOIN divisions v ON v.code = x.division_code JOIN divisions p ON p.code = left(x.division_code, 2) ORDER BY x.published_on DESC, x.list, v.code $$;
REVOKE ALL ON FUNCTION public_lists() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_lists() TO youjun_app;
