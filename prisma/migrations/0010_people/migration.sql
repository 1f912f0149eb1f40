-- People: when somebody last signed in, why an account was disabled, the office a token was made in, and the comings
-- and goings in the audit chain of the place that administers the account. Places are found by their pinyin initials.
ALTER TABLE users ADD COLUMN last_sign_in_at TIMESTAMPTZ(3), ADD COLUMN disabled_reason TEXT;
UPDATE users SET last_sign_in_at = s.at FROM (SELECT user_id, max(created_at) AS at FROM sessions GROUP BY user_id) s WHERE s.user_id = users.id;
ALTER TABLE api_tokens ADD COLUMN membership_id TEXT;
ALTER TABLE divisions ADD COLUMN pinyin TEXT NOT NULL DEFAULT '';
CREATE INDEX divisions_pinyin ON divisions (pinyin COLLATE "C");

-- A session begins: the account remembers when, the chain by whom and from where.
CREATE OR REPLACE FUNCTION auth_open_session(session_hash text, account text, ends timestamptz, from_address text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE person users%ROWTYPE;
    BEGIN
      UPDATE users SET last_sign_in_at = now() WHERE id = account AND disabled_at IS NULL RETURNING * INTO person;
      IF person.id IS NULL THEN RETURN; END IF;
      INSERT INTO sessions (id_hash, user_id, expires_at, address) VALUES (session_hash, person.id, ends, from_address);
      PERFORM audit_append(person.division_code, person.id, person.username, 'account.sign-in', 'user', person.id, person.division_code, person.school_id,
        jsonb_build_object('address', from_address));
    END
  $$;

CREATE OR REPLACE FUNCTION auth_close_session(session_hash text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE person users%ROWTYPE;
    BEGIN
      UPDATE sessions SET revoked_at = now() FROM users u WHERE id_hash = session_hash AND revoked_at IS NULL AND u.id = sessions.user_id RETURNING u.* INTO person;
      IF person.id IS NULL THEN RETURN; END IF;
      PERFORM audit_append(person.division_code, person.id, person.username, 'account.sign-out', 'user', person.id, person.division_code, person.school_id, '{}');
    END
  $$;

-- A refused sign-in: counted for the name and for the address; the lock that it earns enters the chain. An unknown name
-- takes the same steps (its lock enters the nation's chain, without the name: people type passwords there).
CREATE FUNCTION auth_refused(name text, from_address text, account_threshold int, address_threshold int) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE person users%ROWTYPE; until timestamptz;
    BEGIN
      SELECT * INTO person FROM users WHERE username = name;
      until := auth_failed('account:' || name, account_threshold);
      IF until IS NOT NULL THEN
        PERFORM audit_append(coalesce(person.division_code, 'cn'), person.id, coalesce(person.username, ''), 'account.lock', 'user', coalesce(person.id, ''),
          coalesce(person.division_code, 'cn'), person.school_id, jsonb_build_object('address', from_address, 'until', until));
      END IF;
      until := auth_failed('address:' || from_address, address_threshold);
      IF until IS NOT NULL THEN
        PERFORM audit_append('cn', NULL, '', 'address.lock', 'address', from_address, 'cn', NULL, jsonb_build_object('until', until));
      END IF;
    END
  $$;

-- A token keeps the office that it was made in, and ends with it.
CREATE OR REPLACE FUNCTION auth_token(hash_of_token text)
  RETURNS TABLE (user_id text, username text, display_name text, must_change_password boolean, demo boolean, membership_id text, offices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT u.id, u.username, u.display_name, u.must_change_password AND NOT u.demo, u.demo, t.membership_id, auth_offices(u.id)
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = hash_of_token AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL
      AND (t.membership_id IS NULL OR EXISTS (SELECT 1 FROM memberships m WHERE m.id = t.membership_id AND m.retired_at IS NULL
        AND m.starts_on <= current_date AND (m.ends_on IS NULL OR m.ends_on >= current_date)))
  $$;

REVOKE ALL ON FUNCTION auth_refused(text, text, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_refused(text, text, int, int) TO youjun_app;
-- It is reached through auth_refused alone now.
REVOKE EXECUTE ON FUNCTION auth_failed(text, int) FROM youjun_app;
