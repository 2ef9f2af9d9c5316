-- The list of calls of all London, the latest first.
CREATE INDEX makesafe_call_received ON makesafe_call (received_at, id);
