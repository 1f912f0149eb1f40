-- Whether demonstration data is loaded: the watermark and the API's flag hang on it, not on how the server was started.
CREATE FUNCTION demo_loaded() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM users WHERE demo) $$;
REVOKE ALL ON FUNCTION demo_loaded() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION demo_loaded() TO youjun_app;
