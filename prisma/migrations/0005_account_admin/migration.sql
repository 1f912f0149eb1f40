-- What the administration of accounts needs beyond row-level security. Each function answers only for accounts whose
-- administering place lies in the caller's division scope; school people, inspectors and units have none.

CREATE FUNCTION account_in_reach(account text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM users u WHERE u.id = account
          AND u.division_code COLLATE "C" >= scope_lo() AND u.division_code COLLATE "C" < scope_hi()) $$;
REVOKE ALL ON FUNCTION account_in_reach(text) FROM PUBLIC;

-- Ends every session and token of an account; how many sessions were open.
CREATE FUNCTION auth_close_sessions(account text) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE closed int;
    BEGIN
      IF NOT account_in_reach(account) THEN RETURN 0; END IF;
      UPDATE api_tokens SET revoked_at = now() WHERE user_id = account AND revoked_at IS NULL;
      UPDATE sessions SET revoked_at = now() WHERE user_id = account AND revoked_at IS NULL;
      GET DIAGNOSTICS closed = ROW_COUNT;
      RETURN closed;
    END
  $$;

-- Every office that an account holds or will hold, also where the caller may not look: whoever holds one above the
-- caller is not the caller's to administer.
CREATE FUNCTION auth_account_offices(account text) RETURNS TABLE (office text, level text, division_code text, school_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.office, m.level, m.division_code, m.school_id FROM memberships m
        WHERE m.user_id = account AND m.retired_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= current_date) AND account_in_reach(account) $$;

-- Which of these accounts rest after wrong passwords, and until when.
CREATE FUNCTION auth_account_locks(accounts text[]) RETURNS TABLE (user_id text, locked_until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT u.id, a.locked_until FROM users u JOIN sign_in_attempts a ON a.key = 'account:' || u.username
        WHERE u.id = ANY (accounts) AND a.locked_until > now() AND account_in_reach(u.id) $$;

-- Which of these names are taken, anywhere.
CREATE FUNCTION auth_names_taken(names text[]) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT username FROM users WHERE username = ANY (names) AND scope_own() IS NOT NULL $$;

DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['auth_close_sessions(text)', 'auth_account_offices(text)', 'auth_account_locks(text[])', 'auth_names_taken(text[])'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO youjun_app', f);
  END LOOP;
END $$;
