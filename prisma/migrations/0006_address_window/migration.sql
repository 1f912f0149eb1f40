-- A bureau shares one address: its failures are counted within a quarter of an hour, an account's within a day.
CREATE FUNCTION attempt_window(attempt_key text) RETURNS interval LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN attempt_key LIKE 'address:%' THEN interval '15 minutes' ELSE interval '1 day' END $$;

CREATE OR REPLACE FUNCTION auth_failed(attempt_key text, threshold int) RETURNS timestamptz
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$
    INSERT INTO sign_in_attempts AS a (key, failures, last_at) VALUES (attempt_key, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN a.last_at < now() - attempt_window(attempt_key) THEN 1 ELSE a.failures + 1 END,
      last_at = now(),
      locked_until = CASE WHEN a.last_at >= now() - attempt_window(attempt_key) AND a.failures + 1 >= threshold
        THEN now() + least(interval '1 hour', interval '1 minute' * power(2, least(a.failures + 1 - threshold, 10))) END
    RETURNING locked_until
  $$;
