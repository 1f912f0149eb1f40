CREATE TABLE "surveys" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "quotas" JSONB NOT NULL DEFAULT '{}',
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "survey_tokens" (
    "survey_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "respondents" TEXT NOT NULL,
    "used" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_tokens_pkey" PRIMARY KEY ("survey_id","hash")
);

CREATE TABLE "survey_answers" (
    "id" BIGSERIAL NOT NULL,
    "survey_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "respondents" TEXT NOT NULL,
    "choices" SMALLINT[],
    "on_day" DATE NOT NULL,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "survey_counts" (
    "survey_id" TEXT NOT NULL,
    "respondents" TEXT NOT NULL,
    "question" SMALLINT NOT NULL,
    "choice" SMALLINT NOT NULL,
    "shard" SMALLINT NOT NULL,
    "division_code" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "survey_counts_pkey" PRIMARY KEY ("survey_id","respondents","question","choice","shard")
);

CREATE TABLE "survey_addresses" (
    "survey_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "survey_addresses_pkey" PRIMARY KEY ("survey_id","hash","hour")
);

ALTER TABLE surveys ADD CHECK (mode IN ('open', 'sample')), ADD CHECK (state IN ('draft', 'open', 'closed')), ADD CHECK (closes_on >= opens_on);

-- The county plays; the levels above read. Nobody but answer_survey() writes an answer, and no role reads single answers.
ALTER TABLE surveys ENABLE ROW LEVEL SECURITY;
ALTER TABLE surveys FORCE ROW LEVEL SECURITY;
CREATE INDEX surveys_scope ON surveys (division_code COLLATE "C");
CREATE POLICY reach ON surveys USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON surveys TO youjun_app;

ALTER TABLE survey_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON survey_tokens USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (division_code = scope_own());
GRANT SELECT (survey_id, division_code, respondents, used), INSERT ON survey_tokens TO youjun_app;

ALTER TABLE survey_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON survey_counts USING (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) WITH CHECK (false);
GRANT SELECT ON survey_counts TO youjun_app;

ALTER TABLE survey_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON survey_answers USING (false);
ALTER TABLE survey_addresses ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_addresses FORCE ROW LEVEL SECURITY;
CREATE POLICY reach ON survey_addresses USING (false);

-- What a visitor without an account may know of a survey.
CREATE FUNCTION survey_public(for_survey text) RETURNS TABLE (title text, place text, mode text, state text, opens_on date, closes_on date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.title, d.name, s.mode, s.state, s.opens_on, s.closes_on FROM surveys s JOIN divisions d ON d.code = s.division_code WHERE s.id = for_survey AND s.retired_at IS NULL AND s.state <> 'draft' $$;

/*
 * Takes one answer: 'ok', or why not ('closed', 'token', 'used', 'busy'). A survey that closes waits for the answers under way and no answer
 * comes after it (shared and exclusive advisory lock). Counters are touched in one order, so two answers never wait for each other in a ring.
 */
CREATE FUNCTION answer_survey(for_survey text, of_group text, given smallint[], token_hash text, address_hash text, most int, on_shard int, today date) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE s surveys; respondents_ text := of_group; so_far int;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('survey:' || for_survey, 0));
  SELECT * INTO s FROM surveys WHERE id = for_survey AND retired_at IS NULL;
  IF s.id IS NULL OR s.state <> 'open' OR today < s.opens_on OR today > s.closes_on THEN RETURN 'closed'; END IF;
  IF s.mode = 'sample' THEN
    -- The group is the token's, whatever was sent.
    respondents_ := NULL;
    UPDATE survey_tokens t SET used = true WHERE t.survey_id = s.id AND t.hash = token_hash AND NOT t.used RETURNING t.respondents INTO respondents_;
    IF respondents_ IS NULL THEN
      RETURN CASE WHEN EXISTS (SELECT 1 FROM survey_tokens t WHERE t.survey_id = s.id AND t.hash = token_hash) THEN 'used' ELSE 'token' END;
    END IF;
  ELSE
    INSERT INTO survey_addresses AS a VALUES (s.id, address_hash, date_trunc('hour', now()), 1) ON CONFLICT (survey_id, hash, hour) DO UPDATE SET n = a.n + 1 WHERE a.n < most RETURNING n INTO so_far;
    IF so_far IS NULL THEN RETURN 'busy'; END IF;
  END IF;
  INSERT INTO survey_answers (survey_id, division_code, respondents, choices, on_day) VALUES (s.id, s.division_code, respondents_, given, today);
  INSERT INTO survey_counts AS c SELECT s.id, respondents_, q.at - 1, q.choice, on_shard, s.division_code, 1 FROM unnest(given) WITH ORDINALITY AS q(choice, at) ORDER BY q.at
    ON CONFLICT (survey_id, respondents, question, choice, shard) DO UPDATE SET n = c.n + 1;
  RETURN 'ok';
END $$;

REVOKE ALL ON FUNCTION survey_public(text), answer_survey(text, text, smallint[], text, text, int, int, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survey_public(text), answer_survey(text, text, smallint[], text, text, int, int, date) TO youjun_app;
