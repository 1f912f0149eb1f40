/**
 * Policies are forced on the owner of the tables too, so that no slip of the application could pass as it. Migrations,
 * seeds and the functions that run as the owner (sign-in) need every row: a managed database whose owner may not have
 * BYPASSRLS gets a policy for that one role. Run after every migration; tables that have it are left alone.
 */
export async function openToOwner(client) {
  const { rows } = await client.query(`
    SELECT format('CREATE POLICY owner ON %s TO CURRENT_ROLE USING (true) WITH CHECK (true)', c.oid::regclass) AS sql
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relforcerowsecurity AND pg_get_userbyid(c.relowner) = current_user
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner')`);
  for (const { sql } of rows) await client.query(sql);
}
