CREATE TABLE "implementation_plans" (
    "division_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sections" JSONB NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "implementation_plans_pkey" PRIMARY KEY ("division_code","number")
);

CREATE TABLE "guidance" (
    "id" TEXT NOT NULL,
    "from_code" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sent_by" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply" TEXT,
    "replied_by" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "guidance_pkey" PRIMARY KEY ("id")
);

ALTER TABLE implementation_plans ADD CHECK ((issued_on IS NULL) OR document_number <> '');
ALTER TABLE implementation_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE implementation_plans FORCE ROW LEVEL SECURITY;
-- Drafts are the county's; what is issued is read above, and by the county's units and schools.
CREATE POLICY reach ON implementation_plans USING (division_code = scope_own() OR (issued_on IS NOT NULL AND ((division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()) OR division_code = scope_county())))
  WITH CHECK (division_code = scope_own());
GRANT SELECT, INSERT, UPDATE ON implementation_plans TO youjun_app;

CREATE INDEX guidance_to ON guidance (division_code COLLATE "C", sent_at DESC);
ALTER TABLE guidance ADD CHECK (from_code <> division_code AND (from_code = 'cn' OR starts_with(division_code, from_code))), ADD CHECK ((reply IS NULL) = (replied_at IS NULL));
ALTER TABLE guidance ENABLE ROW LEVEL SECURITY;
ALTER TABLE guidance FORCE ROW LEVEL SECURITY;
-- The one addressed, the sender, and the levels between and above.
CREATE POLICY reach ON guidance USING (division_code = scope_own() OR (division_code COLLATE "C" >= scope_lo() AND division_code COLLATE "C" < scope_hi()))
  WITH CHECK (division_code = scope_own() OR (from_code = scope_own() AND reply IS NULL));
GRANT SELECT, INSERT, UPDATE ON guidance TO youjun_app;

-- The nation sends to every division below it, too.
DROP POLICY send ON notices;
CREATE POLICY send ON notices FOR INSERT WITH CHECK (created_by = scope_user() AND (scope_own() = 'cn' OR starts_with(division_code, coalesce(scope_own(), '#')) OR division_code = scope_county()));
