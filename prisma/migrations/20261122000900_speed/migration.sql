-- Which entries were corrected: without it every page of a record looks through every entry of London for the few that correct one.
CREATE INDEX entry_corrects ON entry (corrects) WHERE corrects IS NOT NULL;

-- The board's figures count one year of one alert in a few boroughs. Everything they ask stands in this index, so that the
-- rows themselves (with their long explanations) are not read; what was superseded is never counted and is not in it.
CREATE INDEX deadline_figures ON deadline (borough, starts_at) INCLUDE (id, child_id, basis, due_at, day_end, met_at, met_by, ended_at, ended_by, ended_why)
  WHERE alert = 'strategy-discussion-overdue' AND superseded_at IS NULL;
