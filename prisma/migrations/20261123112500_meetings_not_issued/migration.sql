-- A meeting whose minutes were never issued left the list of what is not finished after seventy days. It stays until they are: found by this, for of all
-- meetings ever held few are without.
CREATE INDEX meeting_not_issued ON meeting (kind, borough, held_at) WHERE circulated_at IS NULL;
