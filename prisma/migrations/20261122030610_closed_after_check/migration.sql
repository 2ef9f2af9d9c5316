-- How the child came back may be unknown: then nothing but the check lets the episode be closed. A check on nothing known would pass.
ALTER TABLE episode DROP CONSTRAINT episode_closed_after_check,
  ADD CONSTRAINT episode_closed_after_check CHECK (closed_at IS NULL OR seen_at IS NOT NULL OR coalesce(returned_how, '') ~* '\m(dead|died|deceased|body)\M');
