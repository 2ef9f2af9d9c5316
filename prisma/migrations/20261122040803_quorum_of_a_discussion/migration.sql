-- Whether a discussion was quorate is asked of every discussion of a year at each look at the board: of the few notices that say no, by an index of theirs alone.
CREATE INDEX IF NOT EXISTS deadline_not_quorate ON deadline (child_id, started_by) INCLUDE (borough, id, created_at, superseded_why, superseded_at) WHERE alert = 'strategy-discussion-quorum';
