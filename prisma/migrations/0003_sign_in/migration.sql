-- The doors that the application's role may use before it knows who is asking. Each is SECURITY DEFINER with a fixed
-- search_path, takes values only, and gives back no more than the sign-in needs.

CREATE FUNCTION auth_account(name text)
  RETURNS TABLE (id text, password_hash text, disabled boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id, password_hash, disabled_at IS NOT NULL FROM users WHERE username = name $$;

-- When the key may try again; NULL: now.
CREATE FUNCTION auth_locked_until(attempt_key text) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT locked_until FROM sign_in_attempts WHERE key = attempt_key AND locked_until > now() $$;

-- Counts a failure; past the threshold each further one doubles the lock, from one minute up to an hour.
-- Failures older than a day are forgotten.
CREATE FUNCTION auth_failed(attempt_key text, threshold int) RETURNS timestamptz
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$
    INSERT INTO sign_in_attempts AS a (key, failures, last_at) VALUES (attempt_key, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN a.last_at < now() - interval '1 day' THEN 1 ELSE a.failures + 1 END,
      last_at = now(),
      locked_until = CASE WHEN a.last_at >= now() - interval '1 day' AND a.failures + 1 >= threshold
        THEN now() + least(interval '1 hour', interval '1 minute' * power(2, least(a.failures + 1 - threshold, 10))) END
    RETURNING locked_until
  $$;

CREATE FUNCTION auth_succeeded(attempt_key text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$ DELETE FROM sign_in_attempts WHERE key = attempt_key $$;

CREATE FUNCTION auth_open_session(session_hash text, account text, ends timestamptz, from_address text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$ INSERT INTO sessions (id_hash, user_id, expires_at, address)
        SELECT session_hash, id, ends, from_address FROM users WHERE id = account AND disabled_at IS NULL $$;

CREATE FUNCTION auth_close_session(session_hash text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$ UPDATE sessions SET revoked_at = now() WHERE id_hash = session_hash $$;

CREATE FUNCTION auth_offices(account text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'office', m.office, 'level', m.level, 'divisionCode', m.division_code, 'divisionName', d.name,
      'schoolId', m.school_id, 'schoolName', s.name, 'unitId', m.unit_id, 'unitName', u.name, 'unitKind', u.kind, 'schoolIds', m.school_ids)
      ORDER BY m.starts_on, m.id), '[]')
    FROM memberships m
      JOIN divisions d ON d.code = m.division_code
      LEFT JOIN schools s ON s.id = m.school_id
      LEFT JOIN units u ON u.id = m.unit_id
    WHERE m.user_id = account AND m.retired_at IS NULL AND m.starts_on <= current_date
      AND (m.ends_on IS NULL OR m.ends_on >= current_date)
  $$;
REVOKE ALL ON FUNCTION auth_offices(text) FROM PUBLIC;

-- Who a session belongs to and what offices the person holds this minute; no row when it ended, was closed, has rested
-- for over two hours, or the account was disabled.
CREATE FUNCTION auth_session(session_hash text)
  RETURNS TABLE (user_id text, username text, display_name text, must_change_password boolean, demo boolean, membership_id text, offices jsonb)
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$
    WITH live AS (
      SELECT s.user_id, s.membership_id, s.last_seen_at FROM sessions s
      WHERE s.id_hash = session_hash AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '2 hours'
    ), touched AS (
      UPDATE sessions SET last_seen_at = now() WHERE id_hash = session_hash
        AND EXISTS (SELECT 1 FROM live WHERE last_seen_at < now() - interval '1 minute')
    )
    SELECT u.id, u.username, u.display_name, u.must_change_password AND NOT u.demo, u.demo, live.membership_id, auth_offices(u.id)
    FROM live JOIN users u ON u.id = live.user_id WHERE u.disabled_at IS NULL
  $$;

CREATE FUNCTION auth_token(hash_of_token text)
  RETURNS TABLE (user_id text, username text, display_name text, must_change_password boolean, demo boolean, membership_id text, offices jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT u.id, u.username, u.display_name, u.must_change_password AND NOT u.demo, u.demo, NULL::text, auth_offices(u.id)
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = hash_of_token AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL
  $$;

-- One link more in a county's chain: hash = sha256(previous hash ‖ the event). The lock serialises one county only.
CREATE FUNCTION audit_append(in_chain text, in_user text, in_actor text, in_act text, in_entity text, in_entity_id text,
    in_division text, in_school text, in_detail jsonb) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE last_seq int; last_hash text; at_time timestamptz(3) := clock_timestamp(); new_id bigint;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || in_chain, 0));
      SELECT seq, hash INTO last_seq, last_hash FROM audit_events WHERE chain = in_chain ORDER BY seq DESC LIMIT 1;
      last_seq := coalesce(last_seq, 0) + 1; last_hash := coalesce(last_hash, '');
      INSERT INTO audit_events (chain, seq, at, user_id, actor, act, entity, entity_id, division_code, school_id, detail, prev_hash, hash)
      VALUES (in_chain, last_seq, at_time, in_user, in_actor, in_act, in_entity, in_entity_id, in_division, in_school, in_detail, last_hash,
        encode(sha256(convert_to(concat_ws('|', last_hash, in_chain, last_seq, extract(epoch FROM at_time), coalesce(in_user, ''), in_actor, in_act, in_entity,
          in_entity_id, in_division, coalesce(in_school, ''), in_detail::text), 'UTF8')), 'hex'))
      RETURNING id INTO new_id;
      RETURN new_id;
    END
  $$;

-- The first broken link of a chain; NULL: whole.
CREATE FUNCTION audit_verify(in_chain text) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT min(seq) FROM (
      SELECT seq, hash, prev_hash, coalesce(lag(hash) OVER (ORDER BY seq), '') AS expected,
        encode(sha256(convert_to(concat_ws('|', prev_hash, chain, seq, extract(epoch FROM at), coalesce(user_id, ''), actor, act, entity,
          entity_id, division_code, coalesce(school_id, ''), detail::text), 'UTF8')), 'hex') AS again,
        row_number() OVER (ORDER BY seq) AS place
      FROM audit_events WHERE chain = in_chain) e
    WHERE prev_hash <> expected OR hash <> again OR seq <> place
  $$;

DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['auth_account(text)', 'auth_locked_until(text)', 'auth_failed(text, int)', 'auth_succeeded(text)',
    'auth_open_session(text, text, timestamptz, text)', 'auth_close_session(text)', 'auth_session(text)', 'auth_token(text)',
    'audit_append(text, text, text, text, text, text, text, text, jsonb)', 'audit_verify(text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO youjun_app', f);
  END LOOP;
END $$;
