-- The dates an action had before it was carried are looked up from the one that follows it: from none of all actions there ever were.
CREATE INDEX action_carried_to ON action (carried_to) WHERE carried_to IS NOT NULL;
-- What has ended, the latest first, as what is open has its own (action_open_borough, action_open_owner).
CREATE INDEX action_ended_borough ON action (borough, due_at DESC, id) WHERE NOT (done_at IS NULL AND carried_at IS NULL);
CREATE INDEX action_ended_owner ON action (owner_id, due_at DESC, id) WHERE NOT (done_at IS NULL AND carried_at IS NULL);
