-- The policy of notices asks for equality in the database's own collation, which an index in another one does not serve.
CREATE INDEX notices_own ON notices (division_code, created_at DESC) WHERE school_id IS NULL AND unit_id IS NULL AND user_id IS NULL;
DROP INDEX notices_place;
