-- The last entries of a child are told by this index alone, in their order: by the older one, of which the time is the end, some thirty rows were read and sorted for six,
-- each on a page of its own.
CREATE INDEX IF NOT EXISTS entry_subject_in_order ON entry_subject (person_id, occurred_at, entry_id) INCLUDE (kind);
