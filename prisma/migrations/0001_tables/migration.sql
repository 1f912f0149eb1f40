-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "unit_id" TEXT,
    "school_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "starts_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_on" DATE,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "membership_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "detail" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "divisions" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_code" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'administrative',
    "path" TEXT NOT NULL,
    "skips_city_review" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "divisions_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "units" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schools" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "operator_type" INTEGER,
    "area_type" TEXT,
    "boarding" BOOLEAN NOT NULL DEFAULT false,
    "built_year" INTEGER,
    "division_code" TEXT NOT NULL,
    "parent_school_id" TEXT,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "opened_on" DATE,
    "closed_on" DATE,
    "merged_into_id" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "schools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_years" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "roster_frozen_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "filing_years_pkey" PRIMARY KEY ("division_code","year")
);

-- CreateTable
CREATE TABLE "filing_exceptions" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filing_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filings" (
    "id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "filed_by_school_id" TEXT NOT NULL,
    "submitted_number" INTEGER,
    "approved_number" INTEGER,
    "correction_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "filings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_sections" (
    "filing_id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "filed_by_school_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filing_sections_pkey" PRIMARY KEY ("filing_id","section")
);

-- CreateTable
CREATE TABLE "filing_versions" (
    "filing_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "filed_by_school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "reason" TEXT,
    "submitted_by" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" TEXT NOT NULL DEFAULT 'pending',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" TEXT,

    CONSTRAINT "filing_versions_pkey" PRIMARY KEY ("filing_id","number")
);

-- CreateTable
CREATE TABLE "filing_comments" (
    "id" TEXT NOT NULL,
    "filing_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "filed_by_school_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "filing_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "county_facts" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "unit_id" TEXT,
    "entered_by" TEXT NOT NULL,
    "approved_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "county_facts_pkey" PRIMARY KEY ("division_code","year","item")
);

-- CreateTable
CREATE TABLE "files" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_links" (
    "id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "school_id" TEXT,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_facts" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "operator_type" INTEGER,
    "area_type" TEXT,
    "number" INTEGER NOT NULL,
    "primary_students" INTEGER,
    "junior_students" INTEGER,
    "senior_students" INTEGER,
    "primary_classes" INTEGER,
    "junior_classes" INTEGER,
    "primary_max_class" INTEGER,
    "junior_max_class" INTEGER,
    "primary_degree_teachers" INTEGER,
    "junior_degree_teachers" INTEGER,
    "primary_backbone_teachers" INTEGER,
    "junior_backbone_teachers" INTEGER,
    "primary_arts_pe_teachers" INTEGER,
    "junior_arts_pe_teachers" INTEGER,
    "teaching_area" DOUBLE PRECISION,
    "indoor_sports_area" DOUBLE PRECISION,
    "sports_field_area" DOUBLE PRECISION,
    "equipment_value_wan" DOUBLE PRECISION,
    "multimedia_rooms" INTEGER,
    "more" JSONB NOT NULL,

    CONSTRAINT "school_facts_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "section_results" (
    "school_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "students" INTEGER NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "compliant" BOOLEAN NOT NULL,
    "standard_count" INTEGER NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "section_results_pkey" PRIMARY KEY ("school_id","year","stage")
);

-- CreateTable
CREATE TABLE "stage_results" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "sections" INTEGER NOT NULL,
    "students" INTEGER NOT NULL,
    "mean" DOUBLE PRECISION,
    "sd" DOUBLE PRECISION,
    "cv" DOUBLE PRECISION,
    "cv_limit" DOUBLE PRECISION NOT NULL,
    "cv_pass" BOOLEAN NOT NULL,
    "sections_at_standard" INTEGER NOT NULL,

    CONSTRAINT "stage_results_pkey" PRIMARY KEY ("division_code","year","stage","indicator")
);

-- CreateTable
CREATE TABLE "county_results" (
    "division_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "expected" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    "sections" INTEGER NOT NULL,
    "compliant_sections" INTEGER NOT NULL,
    "cv_count" INTEGER NOT NULL,
    "cv_within_limit" INTEGER NOT NULL,
    "resource_verdict" BOOLEAN,
    "government_passed" INTEGER NOT NULL,
    "government_decided" INTEGER NOT NULL,
    "quality_passed" INTEGER NOT NULL,
    "quality_decided" INTEGER NOT NULL,
    "recognition" DOUBLE PRECISION,
    "items" JSONB NOT NULL,
    "stages" JSONB NOT NULL,
    "excluded" JSONB NOT NULL,
    "verdict" BOOLEAN,
    "standard" TEXT NOT NULL,
    "readings" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "county_results_pkey" PRIMARY KEY ("division_code","year")
);

-- CreateTable
CREATE TABLE "threshold_overrides" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "value" DECIMAL(12,4) NOT NULL,
    "basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "threshold_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_choices" (
    "id" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reading_choices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key" ON "users"("username");

-- CreateIndex
CREATE INDEX "users_school_id_idx" ON "users"("school_id");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "memberships_school_id_idx" ON "memberships"("school_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "audit_events_entity_entity_id_idx" ON "audit_events"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "audit_events_school_id_idx" ON "audit_events"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_chain_seq_key" ON "audit_events"("chain", "seq");

-- CreateIndex
CREATE INDEX "divisions_parent_code_idx" ON "divisions"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "units_division_code_name_key" ON "units"("division_code", "name");

-- CreateIndex
CREATE UNIQUE INDEX "schools_code_key" ON "schools"("code");

-- CreateIndex
CREATE INDEX "schools_parent_school_id_idx" ON "schools"("parent_school_id");

-- CreateIndex
CREATE INDEX "filing_exceptions_school_id_year_idx" ON "filing_exceptions"("school_id", "year");

-- CreateIndex
CREATE INDEX "filings_filed_by_school_id_idx" ON "filings"("filed_by_school_id");

-- CreateIndex
CREATE UNIQUE INDEX "filings_school_id_year_key" ON "filings"("school_id", "year");

-- CreateIndex
CREATE INDEX "filing_comments_filing_id_idx" ON "filing_comments"("filing_id");

-- CreateIndex
CREATE INDEX "files_school_id_idx" ON "files"("school_id");

-- CreateIndex
CREATE INDEX "file_links_entity_entity_id_idx" ON "file_links"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "file_links_file_id_idx" ON "file_links"("file_id");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "divisions" ADD CONSTRAINT "divisions_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "divisions"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schools" ADD CONSTRAINT "schools_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schools" ADD CONSTRAINT "schools_parent_school_id_fkey" FOREIGN KEY ("parent_school_id") REFERENCES "schools"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filings" ADD CONSTRAINT "filings_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_sections" ADD CONSTRAINT "filing_sections_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_versions" ADD CONSTRAINT "filing_versions_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_comments" ADD CONSTRAINT "filing_comments_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_links" ADD CONSTRAINT "file_links_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


